"""Hiding small counts of a release, so that no number identifies a child."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from offences import disclosure
from offences import models as db
from offences.releases.all_releases import AllReleases
from offences.releases.deciding import Report, decided
from offences.releases.earlier import crossed_in, published_tables
from offences.releases.parts import FigureKey, ForceSum, Parts
from offences.releases.release_table import CategoryFacts, Crossed, Member, ReleaseTable
from offences.releases.stored_answers import numbers_behind, stored_answers
from offences.statistics.cells import HIDDEN, Range, State
from offences.trends import Figures


@dataclass(frozen=True)
class HiddenCounts:
    """The hidden counts of a release, and what somebody could still work out."""

    places: frozenset[FigureKey] = frozenset()
    small: frozenset[FigureKey] = frozenset()  # for themselves; the others so that these stay so
    open: tuple[disclosure.Disclosed, ...] = ()  # what cannot be hidden: no approval with one
    table: disclosure.CountTable | None = None

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
            withhold(figure)
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
    return HiddenCounts(places, small, left, table)


def withhold(figure: db.ReleasedFigure) -> None:
    """Remove the number and everything that may disclose it."""
    figure.state, figure.low, figure.high = State.SUPPRESSED, HIDDEN.low, HIDDEN.high
    figure.months, figure.period_start, figure.period_end = 12, None, None
    figure.provisional = figure.estimated = False
    figure.as_written = figure.note = figure.doubt = figure.section = figure.why = ""
    forget(figure)


def forget(figure: db.ReleasedFigure) -> None:
    """Remove what releases said before: those that published it have their old numbers."""
    figure.previously, figure.previously_in, figure.history = None, None, []


def all_releases(
    parts: Parts,
    totals: Figures,
    force_sums: Sequence[ForceSum],
    release: db.Release,
    earlier: Sequence[ReleaseTable] | None = None,
) -> AllReleases:
    """Everything that is, was or could be public, without missing figures."""
    assert parts.rule is not None
    wholes = [*totals, *(each.figure for each in force_sums)]
    figures = {FigureKey.of(f): f for f in (*wholes, *parts.all_figures) if f.low is not None}
    public = _already_public(parts)
    items = {
        place: _part(place, figure, parts, public)
        if place.breakdown
        else _whole(figure, parts.rule)
        for place, figure in figures.items()
    }
    crosses = crossed_in(release.measure)
    now = _true_table(release, parts, figures, [*parts.sums, *force_sums], crosses)
    if earlier is None:
        earlier = published_tables(release, crosses)
    return AllReleases(earlier, _with_unpublished(now, release, figures, earlier), items)


def _with_unpublished(
    now: ReleaseTable,
    release: db.Release,
    figures: Mapping[FigureKey, db.ReleasedFigure],
    earlier: Sequence[ReleaseTable],
) -> ReleaseTable:
    """With the parts of its answers that earlier releases have and this one does not publish."""
    left = {member for table in earlier for member in table.facts} - now.facts.keys()
    if not left:
        return now
    base = release.corrects.number if release.corrects else None
    corrected = next((table for table in earlier if table.number == base), None)
    numbers = numbers_behind(release, figures, stored_answers(release.measure), corrected)
    more = {p: n for p, n in numbers.items() if (p.breakdown, p.category) in left}
    return replace(now, truth={**now.truth, **more})


def _true_table(
    release: db.Release,
    parts: Parts,
    figures: Mapping[FigureKey, db.ReleasedFigure],
    sums: Sequence[ForceSum],
    crosses: Mapping[Member, Crossed],
) -> ReleaseTable:
    """The release as it is before anything is hidden."""
    facts = {
        (each.slug, category.slug): CategoryFacts.of(
            category, each.complete, crosses.get((each.slug, category.slug))
        )
        for each in parts.breakdowns
        for category in each.categories.all()
    }
    withheld = {p for p, f in figures.items() if p.breakdown and f.state == State.SUPPRESSED}
    ranges = {p: Range(0 if p in withheld else f.low or 0, f.high) for p, f in figures.items()}
    return ReleaseTable(
        number=release.number,
        ranges=ranges,
        truth=ranges,
        places=tuple(parts.categories),
        facts=facts,
        columns=tuple((FigureKey.of(each.figure), each.forces) for each in sums),
    )


def _whole(figure: db.ReleasedFigure, rule: db.DisclosureRule) -> disclosure.TableCount:
    """A force's total, or the sum of all: shown, unless small ones may not be."""
    low, high = figure.low or 0, figure.high
    if figure.body_kind != "force" or rule.totals_public:
        return disclosure.TableCount(low, high, must_show=True)
    return disclosure.TableCount(low, high, must_hide=low < rule.threshold)


def _part(
    place: FigureKey, figure: db.ReleasedFigure, parts: Parts, known: Mapping[FigureKey, int]
) -> disclosure.TableCount:
    rule, low, high = parts.rule, figure.low or 0, figure.high
    assert rule is not None
    if place.kind == "total" or known.get(place) == low == high:
        return disclosure.TableCount(low, high, must_show=True)
    category = parts.by_slug[place.breakdown, place.category]
    if category.is_total and rule.totals_public and low == high:
        return disclosure.TableCount(low, high, must_show=True)
    if figure.state == State.SUPPRESSED:  # withheld by the force: it may be zero as well
        return disclosure.TableCount(0, high, must_hide=True)
    ages = [c.age_to for c in (category, *category.members.all()) if c.age_to is not None]
    too_young = any(age < rule.national_under for age in ages)
    return disclosure.TableCount(low, high, must_hide=too_young or low < rule.threshold)


def _already_public(parts: Parts) -> dict[FigureKey, int]:
    rows = db.AlreadyPublic.objects.filter(category__breakdown__in=parts.breakdowns)
    names = ("force__slug", "year", "category__breakdown__slug", "category__slug", "value")
    return {FigureKey("force", *key): value for *key, value in rows.values_list(*names)}
