"""Hiding small counts of a release, so that no number identifies a child."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from offences import disclosure
from offences import models as db
from offences.releases.all_releases import AllReleases, Restated, all_releases
from offences.releases.deciding import Report, decided
from offences.releases.parts import FigureKey, ForceSum, Parts
from offences.statistics.cells import HIDDEN, Range, State
from offences.trends import Figures


@dataclass(frozen=True)
class HiddenCounts:
    """The hidden counts of a release, and what somebody could still work out."""

    places: frozenset[FigureKey] = frozenset()
    small: frozenset[FigureKey] = frozenset()  # for themselves; the others so that these stay so
    open: tuple[disclosure.Disclosed, ...] = ()  # what cannot be hidden: no approval with one
    table: disclosure.CountTable | None = None
    restated: frozenset[Restated] = frozenset()

    @property
    def differs_from_earlier(self) -> bool:
        """Whether earlier releases hid other numbers, or numbers of other categories."""
        return self.table is not None and any(each.past for each in self.table.items.values())

    def ranges(self) -> Mapping[FigureKey, Range]:
        """The range of each hidden number, for somebody who knows all that is public."""
        if self.table is None:
            return {}
        items = {place: self.table.items[place] for place in self.places}
        known = {p: Range(each.low, each.high) for p, each in items.items() if each.must_show}
        found = disclosure.attack(self.table, items.keys() - known.keys())
        return known | cast(dict[FigureKey, Range], found)


def hide(
    parts: Parts,
    totals: Figures,
    force_sums: Sequence[ForceSum],
    release: db.Release,
    report: Report = lambda done, of: None,
) -> HiddenCounts:
    """Choose what is hidden, and remove it from the figures, totals included."""
    if parts.rule is None:
        return HiddenCounts()
    everything = all_releases(parts, totals, force_sums, release)
    hidden = decide_hidden(everything, parts.rule, release, report)
    for figure in (*parts.all_figures, *totals):
        if FigureKey.of(figure) in hidden.places:
            hide_figure(figure)
    return hidden


def decide_hidden(
    everything: AllReleases, rule: db.DisclosureRule, release: db.Release, report: Report
) -> HiddenCounts:
    """What a release has to hide by a rule, beside all that is public already."""
    everything, protected = decided(everything, rule.threshold, release.pk, report)
    table = everything.table
    # What a force withholds looks like all that is hidden, even if an earlier release shows it.
    withheld = {
        p for p, item in everything.items.items() if item.must_hide and item.low != item.high
    }
    places = cast(frozenset[FigureKey], protected.hidden) | withheld
    small = frozenset(p for p in places if p in withheld or table.items[p].must_hide)
    left = everything.new_among(protected.open, rule.threshold)
    return HiddenCounts(places, small, left, table, everything.restated())


def hide_figure(figure: db.ReleasedFigure) -> None:
    """Remove the number and everything that may disclose it."""
    figure.state, figure.low, figure.high = State.SUPPRESSED, HIDDEN.low, HIDDEN.high
    figure.months, figure.period_start, figure.period_end = 12, None, None
    figure.provisional = figure.estimated = False
    figure.as_written = figure.note = figure.doubt = figure.section = figure.why = ""
    forget(figure)


def forget(figure: db.ReleasedFigure) -> None:
    """Remove what releases said before: those that published it have their old numbers."""
    figure.previously, figure.previously_in, figure.history = None, None, []
