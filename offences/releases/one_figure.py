"""A release that corrects one figure: the one before it, but for one answer and its sums.

Or but for one part of an answer, and the sums of that part.

Everything else is copied from the release before, whatever the staff's tables have by now.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from offences import models as db
from offences.refused import Refused
from offences.releases import copies
from offences.releases.all_releases import all_releases
from offences.releases.deciding import Report
from offences.releases.earlier import crossed_in, published_tables
from offences.releases.hiding import HiddenCounts, decide_hidden, forget, hide_figure
from offences.releases.part_sums import WHOLE, figure_fields, is_number, require_sum
from offences.releases.parts import (
    FigureKey,
    ForceSum,
    Parts,
    forces_behind,
    is_whole,
    nations_by_force,
    places_asked,
    sums_of,
)
from offences.releases.release_table import ReleaseTable
from offences.releases.revisions import explain, explain_parts, is_revised
from offences.statistics.cells import OPEN, Missing, Range, State
from offences.statistics.dates import Precision
from offences.statistics.years import Year
from offences.trends import CurrentFigure, Figures, ReturnsUpTo, Split, current_parts
from offences.words.revisions import says_hidden

COMPUTED = (db.FigureKind.COUNT, db.FigureKind.SUM)
ORDINARY = "Prepare an ordinary release instead."


def newest_approved(measure: db.Measure) -> db.Release | None:
    approved = measure.releases.filter(approved_at__isnull=False, withdrawn_at__isnull=True)
    return approved.order_by("number").last()


@dataclass(frozen=True)
class CorrectedRows:
    """The rows of a release that corrects one figure."""

    figures: tuple[db.ReleasedFigure, ...]
    parts: tuple[db.ReleasedFigure, ...]
    responses: tuple[db.ReleasedResponse, ...]
    categories: tuple[db.ReleasedCategory, ...]
    hidden: HiddenCounts


def corrected_rows(
    release: db.Release, returns: ReturnsUpTo, public_on: dt.date | None, report: Report
) -> CorrectedRows:
    """The rows of the release before, with one answer as it is checked now, and its sums."""
    return _Correction(release, returns, public_on).rows(report)


def checked_figure(
    base: db.Release, force: db.Force, year: int, part: tuple[str, str] = WHOLE
) -> db.ReleasedFigure:
    """A figure as the checked returns have it now; refused where that is not settled."""
    one = figure_fields(force, year, part)
    release = db.Release(measure=base.measure, last_round=base.last_round, corrects=base, **one)
    returns = ReturnsUpTo(base.measure, base.last_round.number)
    correction = _Correction(release, returns, None)
    current = correction.current(tuple(base.responses.all()))
    if not part[0]:
        return copies.copy_current(release, force.slug, Year(year), current)
    (figure,) = correction.own_parts(current)
    return figure


@dataclass
class _Correction:
    release: db.Release
    returns: ReturnsUpTo
    public_on: dt.date | None
    made: list[db.ReleasedFigure] = field(default_factory=list)  # made for this release, not copied

    @cached_property
    def base(self) -> db.Release:
        assert self.release.corrects is not None
        return self.release.corrects

    @property
    def force(self) -> str:
        return self.key.body

    @property
    def year(self) -> Year:
        return Year(self.key.year)

    @cached_property
    def old(self) -> list[db.ReleasedFigure]:
        return list(self.base.figures.all())

    @cached_property
    def old_at(self) -> Mapping[FigureKey, db.ReleasedFigure]:
        return {FigureKey.of(f): f for f in self.old if f.figure_kind in COMPUTED}

    @cached_property
    def key(self) -> FigureKey:
        """The figure that is corrected: a whole one, or one part."""
        assert self.release.corrected_key is not None
        return FigureKey("force", *self.release.corrected_key, *self.release.corrected_part)

    @property
    def is_part(self) -> bool:
        return bool(self.key.breakdown)

    @cached_property
    def breakdowns(self) -> tuple[db.Breakdown, ...]:
        names = {category.breakdown for category in self.base.categories.all()}
        rows = self.release.measure.breakdowns.filter(slug__in=names)
        return tuple(rows.prefetch_related("categories__members", "parts"))

    def splits(self, current: CurrentFigure) -> Mapping[db.Breakdown, Split]:
        key = (self.force, self.year)
        return current_parts({key: current}, self.breakdowns).get(key, {})

    def rows(self, report: Report) -> CorrectedRows:
        responses = tuple(copies.copy_row(r, self.release) for r in self.base.responses.all())
        current = self.current(responses)
        old = [f for f in self.old if f.figure_kind == db.FigureKind.COUNT and not f.breakdown]
        wholes = [self._count(f, current) for f in old]
        sums = list(self._sums(wholes, responses))
        rest = [f for f in self.old if f.figure_kind not in COMPUTED]
        figures = (*wholes, *sums, *(copies.copy_unchanged(f, self.release) for f in rest))
        parts, hidden = self._parts(current, wholes, sums, responses, report)
        explain(self.release, self.old, figures, responses)
        explain_parts(self.old, wholes, parts, responses)
        for figure in self.made:
            was = self.old_at.get(FigureKey.of(figure))
            own = figure.body_kind == "force" and not says_hidden(figure.revised_why)
            if own and is_revised(was, figure):
                figure.revised_why = self.release.corrects_why
        categories = (copies.copy_row(c, self.release) for c in self.base.categories.all())
        return CorrectedRows(figures, parts, responses, tuple(categories), hidden)

    def current(self, responses: tuple[db.ReleasedResponse, ...]) -> CurrentFigure:
        """What the checked returns have now of the figure; refused where that is not settled."""
        newest = newest_approved(self.release.measure)
        if newest is None or newest.number < self.base.number:
            raise Refused(f"{self.base} has been withdrawn. {ORDINARY}")
        if newest != self.base:
            raise Refused(f"{newest} is the newest by now. Correct its figure.")
        current = self.returns.current().get((self.force, self.year))
        if current is None or self.key not in self.old_at:
            raise Refused(f"Release {self.base.number} has no such figure. {ORDINARY}")
        open_ = OPEN | {Missing.LATE}
        if current.pending or current.cell.why in open_:
            raise Refused("The return is not checked: have it checked, then correct the figure.")
        of = current.submission.round.slug if current.submission else ""
        known = {r.round for r in responses if r.force == self.force}
        if self.is_part:  # parts of one answer beside the total of another do not add up
            known = {self.old_at[self.key].round}
        if of and of not in known:
            raise Refused(
                f"The figure would come from an answer that release {self.base.number} does not "
                f"have, {current.submission}. {ORDINARY}"
            )
        if any(f.is_hidden for f in self._totals_of_year):
            raise Refused(f"That year has totals that are hidden. {ORDINARY}")
        return current

    @property
    def _totals_of_year(self) -> Iterator[db.ReleasedFigure]:
        for place, figure in self.old_at.items():
            if place.kind == "force" and not place.breakdown and place.year == self.year.start:
                yield figure

    def _count(self, was: db.ReleasedFigure, current: CurrentFigure) -> db.ReleasedFigure:
        if FigureKey.of(was) != self.key:
            return copies.copy_unchanged(was, self.release)
        made = copies.copy_current(self.release, self.force, self.year, current)
        return self._made(made)

    def _made(self, figure: db.ReleasedFigure) -> db.ReleasedFigure:
        was = self.old_at.get(FigureKey.of(figure))
        copies.follow(figure, was, self.base, self.public_on)
        self.made.append(figure)
        return figure

    def _sums(self, wholes: Figures, responses: tuple[db.ReleasedResponse, ...]) -> Figures:
        """The sums of the release before, those of the year added up again if they still can be."""
        of_year = [f for f in wholes if f.year == self.year.start]
        added_up = {FigureKey.of(f): f for f in sums_of(self.release, of_year, responses)}
        sums = []
        for place, was in self.old_at.items():
            if was.figure_kind != db.FigureKind.SUM or place.breakdown:
                continue
            if place.year != self.year.start or self.is_part:
                sums.append(copies.copy_unchanged(was, self.release))
            elif place in added_up:
                sums.append(self._made(added_up[place]))
        return sums

    # The parts of the answer, and the sums of parts

    def _parts(
        self,
        current: CurrentFigure,
        wholes: Figures,
        sums: Figures,
        responses: tuple[db.ReleasedResponse, ...],
        report: Report,
    ) -> tuple[tuple[db.ReleasedFigure, ...], HiddenCounts]:
        old = [f for place, f in self.old_at.items() if place.breakdown]
        elsewhere = [f for f in old if f.year != self.year.start]
        copied = [copies.copy_unchanged(f, self.release) for f in elsewhere]
        rule = self._rule
        if rule is None:
            return tuple(copied), HiddenCounts()
        tables = published_tables(self.release, crossed_in(self.release.measure))
        before = next(each for each in tables if each.number == self.base.number)
        parts = self._parts_of_year(current, rule, before, responses)
        of_year = [f for f in wholes if f.year == self.year.start]
        added = [f for f in sums if f.year == self.year.start]
        behind = [ForceSum(*each) for each in forces_behind(added, of_year, responses)]
        known = all_releases(parts, of_year, behind, self.release, tables).only({self.year.start})
        hidden = self._hidden(decide_hidden(known, rule, self.release, report))
        for figure in (*wholes, *sums):
            if FigureKey.of(figure) in hidden.places:
                hide_figure(figure)
        return tuple(copied + [self._as_public(f, hidden) for f in parts.all_figures]), hidden

    @property
    def _rule(self) -> db.DisclosureRule | None:
        """The rule of the release before; of one without parts, which stores none, today's."""
        stored, rule = self.base.disclosure, db.DisclosureRule.of(self.base.measure)
        now = {**copies.copy_rule(rule), "reason": stored.get("reason")}
        if stored and rule and now != stored:
            raise Refused(
                f"The disclosure rule has changed since release {self.base.number}. {ORDINARY}"
            )
        return db.DisclosureRule(**stored) if stored else rule

    def _hidden(self, found: HiddenCounts) -> HiddenCounts:
        """What was hidden stays so; nothing of another force may have to be hidden besides."""
        made = {FigureKey.of(f) for f in self.made}
        old = {place for place in self.old_at if place.year == self.year.start} - made
        was_hidden = {p for p in old if p.breakdown and self.old_at[p].is_hidden}
        others = {p for p in old - was_hidden if p.kind == "force" or self.is_part}
        if beyond := sorted(map(str, found.places & others)):
            more = f", and {len(beyond) - 1} more" if beyond[1:] else ""
            raise Refused(
                f"The correction would show a hidden number unless {beyond[0]}{more} was hidden "
                f"too. {ORDINARY}"
            )
        return replace(found, places=found.places | was_hidden)

    def _as_public(self, figure: db.ReleasedFigure, hidden: HiddenCounts) -> db.ReleasedFigure:
        place = FigureKey.of(figure)
        if figure not in self.made:
            figure = copies.copy_unchanged(self.old_at[place], self.release)
        if place in hidden.places:
            hide_figure(figure)
            # By its true number it would be as old as one that was shown and did not change.
            figure.published_on, figure.published_precision = None, Precision.DAY
            copies.follow(figure, self.old_at.get(place), self.base, self.public_on)
            forget(figure)
        return figure

    def _parts_of_year(
        self,
        current: CurrentFigure,
        rule: db.DisclosureRule,
        before: ReleaseTable,
        responses: tuple[db.ReleasedResponse, ...],
    ) -> Parts:
        """All parts of the year with their true numbers, before anything is hidden."""
        splits = self.splits(current)
        own = [self._made(f) for f in self.own_parts(current)]
        others = [
            self._true(was, before)
            for place, was in self.old_at.items()
            if place.kind == "force" and place.breakdown and place.year == self.year.start
            if place.body != self.force or (self.is_part and place != self.key)
        ]
        categories = {(b.slug, c.slug): c for b in self.breakdowns for c in b.categories.all()}
        figures = (*own, *others)
        if self.is_part:
            old = [self._true(f, before) for f in self.old_at.values() if f.body == self.force]
            require_sum(self.key, self.breakdowns, old, figures)
        return Parts(
            rule=rule,
            breakdowns=self.breakdowns,
            figures=figures,
            sums=tuple(self._sums_of_parts(splits, figures, before, responses)),
            categories={
                place: categories[place.breakdown, place.category]
                for place in map(FigureKey.of, figures)
                if (place.breakdown, place.category) in categories
            },
        )

    def own_parts(self, current: CurrentFigure) -> list[db.ReleasedFigure]:
        """The parts of the answer as they are checked now; where one is corrected, that alone."""
        wanted = {(c.breakdown, c.category) for c in self.base.categories.all()}
        if self.is_part:
            wanted &= {self.release.corrected_part}
        parts = [
            part
            for breakdown, split in self.splits(current).items()
            for category, part in split.items()
            if (breakdown.slug, category.slug) in wanted
        ]
        was = self.old_at.get(self.key)
        if self.is_part and not (is_number(was) and [p for p in parts if p.cell.is_comparable]):
            raise Refused(f"{self.key} is not, or was not, a number. {ORDINARY}")
        return [
            copies.copy_count(
                *(self.release, self.force, self.year, part.cell, current.submission),
                [part.count] if part.count else [],
                category=part.category,
            )
            for part in parts
        ]

    def _true(self, was: db.ReleasedFigure, before: ReleaseTable) -> db.ReleasedFigure:
        """A figure of the release before with the number behind it, where that is known."""
        figure = copies.copy_unchanged(was, self.release)
        true = before.truth.get(FigureKey.of(was))
        if was.is_hidden and true is not None:
            figure.low, figure.high = true.low, true.high
            figure.state = State.VALUE if true.is_exact else State.SUPPRESSED
        return figure

    def _sums_of_parts(
        self,
        splits: Mapping[db.Breakdown, Split],
        figures: Figures,
        before: ReleaseTable,
        responses: tuple[db.ReleasedResponse, ...],
    ) -> Iterator[ForceSum]:
        """The sums of parts of the release before, added up again where the answer is in them."""
        columns, now = dict(before.columns), {FigureKey.of(f): f for f in figures}
        asked = {
            (kind, body): forces
            for kind, body, forces in places_asked(self.year, responses, nations_by_force())
        }
        whole = {breakdown.slug for breakdown, split in splits.items() if is_whole(split)}
        for place, was in self.old_at.items():
            if place.kind == "force" or not place.breakdown or place.year != self.year.start:
                continue
            part = place._replace(kind="force", body=self.force)
            gives = place.breakdown in whole and is_number(now.get(part))
            inside, forces = columns.get(place), set(columns.get(place, ()))
            gives = self.force in forces if self.is_part else gives
            if gives and self.force in asked.get((place.kind, place.body), ()):
                forces.add(self.force)
            else:
                forces.discard(self.force)
            is_same = self._is_same(part, now.get(part), before)
            if is_same and (inside is None or forces == set(inside)):
                yield ForceSum(self._true(was, before), inside or ())
            elif inside is None:
                raise Refused(f"It is not known which forces are in {place}. {ORDINARY}")
            elif len(forces) > 1:
                yield self._added(place, was, sorted(forces), now)

    def _is_same(
        self, part: FigureKey, now: db.ReleasedFigure | None, before: ReleaseTable
    ) -> bool:
        was = self.old_at.get(part)
        if was is None or now is None:
            return was is now
        true = self._true(was, before)
        same_low = true.state != State.VALUE or true.low == now.low
        return (true.state, true.high) == (now.state, now.high) and same_low

    def _added(
        self,
        place: FigureKey,
        was: db.ReleasedFigure,
        forces: list[str],
        now: Mapping[FigureKey, db.ReleasedFigure],
    ) -> ForceSum:
        inside = [now[place._replace(kind="force", body=slug)] for slug in forces]
        if any(f.is_hidden and f.body != self.force for f in inside):
            raise Refused(f"{place} cannot be added up again. {ORDINARY}")
        total = Range.sum(
            Range(f.low or 0 if f.state == State.VALUE else 0, f.high) for f in inside
        )
        figure = copies.copy_sum(
            *(self.release, place.kind, place.body, place.year, total),
            of=inside,
            asked=was.asked or 0,
            with_figures=len(forces),
        )
        figure.breakdown, figure.category = place.breakdown, place.category
        return ForceSum(self._made(figure), tuple(forces))
