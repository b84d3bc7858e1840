"""A part of some facts as if it were all: one force of a panel, or some years alone."""

from dataclasses import replace

from offences.claims.facts import Facts
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


def of_years(facts: Facts, years: set[Year]) -> Facts:
    """The facts as if only these years had been given, the last of them the latest."""
    facts = replace(facts, latest=max(years))

    def cut(series: Series) -> Series:
        return Series({y: c for y, c in series.cells.items() if y in years}, series.breaks)

    if facts.panel is not None:
        forces = {name: cut(series) for name, series in facts.panel.series.items()}
        return replace(facts, panel=replace(facts.panel, series=forces))
    return replace(facts, series=cut(facts.series)) if facts.series is not None else facts
