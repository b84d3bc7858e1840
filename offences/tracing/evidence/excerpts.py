"""A part of some facts as if it were all: one force of a panel, or some years alone."""

from dataclasses import replace

from offences.claims.facts import Facts
from offences.statistics.cells import Cell, Missing, State
from offences.statistics.series import Series
from offences.statistics.years import Year


def of_member(facts: Facts, name: str) -> Facts:
    """The figures of one force of a panel, with the breaks of all together and its own."""
    panel = facts.panel
    assert panel is not None
    own = panel.series[name]
    return Facts(
        place=name,
        measure=facts.measure,
        latest=facts.latest,
        series=Series(own.cells, tuple(dict.fromkeys((*panel.breaks, *own.breaks)))),
        thresholds=facts.thresholds,
    )


_NOT_SHOWN = Cell.missing(Missing.NOT_AVAILABLE)


def without_hidden(facts: Facts) -> Facts:
    """The facts as a reader has them: a suppressed total is as if it were missing."""

    def shown(series: Series) -> Series:
        cells = series.cells.items()
        kept = {y: _NOT_SHOWN if c.state is State.SUPPRESSED else c for y, c in cells}
        return replace(series, cells=kept)

    if facts.series is not None:
        facts = replace(facts, series=shown(facts.series))
    if facts.panel is not None:
        members = {name: shown(series) for name, series in facts.panel.series.items()}
        facts = replace(facts, panel=replace(facts.panel, series=members))
    return facts


def of_years(facts: Facts, years: set[Year]) -> Facts:
    """The facts as if only these years had been given, the last of them the latest."""
    facts = replace(facts, latest=max(years))

    def cut(series: Series) -> Series:
        return Series({y: c for y, c in series.cells.items() if y in years}, series.breaks)

    if facts.panel is not None:
        forces = {name: cut(series) for name, series in facts.panel.series.items()}
        return replace(facts, panel=replace(facts.panel, series=forces))
    return replace(facts, series=cut(facts.series)) if facts.series is not None else facts
