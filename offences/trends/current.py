"""The current figure of each force and year out of the staff’s tables, and its parts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from offences import models as db
from offences.statistics.cells import OPEN, Cell, Missing, Range
from offences.statistics.years import Year, years_between


@dataclass(frozen=True)
class CurrentFigure:
    """The cell of one force and year that is used now, and the rows it rests on."""

    cell: Cell
    submission: db.FoiSubmission | None = None
    counts: tuple[db.AnnualCount, ...] = ()
    derived: bool = False
    pending: bool = False  # a newer answer about the year is here, and may give another figure

    @property
    def count(self) -> db.AnnualCount | None:
        return self.counts[0] if self.counts else None


type CurrentFigures = Mapping[tuple[str, Year], CurrentFigure]
type CellsOfReturns = Mapping[int, dict[Year, CurrentFigure]]
"""By the key of a submission."""


def cell_of(count: db.AnnualCount) -> Cell:
    """A stored count as a cell; an unconfirmed zero is no figure."""
    if count.state == db.CountState.SUPPRESSED:
        assert count.low is not None
        return Cell.suppressed(count.low, count.high).with_flags(doubt=count.doubt)
    if count.state != db.CountState.VALUE:
        return Cell.missing(count.state)
    assert count.value is not None
    if count.value == 0 and not count.confirmed:
        return Cell.missing(Missing.UNCONFIRMED_ZERO)
    return Cell.part_year(count.value, months_of(count)).with_flags(
        provisional=count.provisional, estimated=count.estimated, doubt=count.doubt
    )


def months_of(count: db.AnnualCount) -> int:
    """How many months of its year a count covers: 12 unless it is marked as a part."""
    start, end = count.period_start, count.period_end
    if start is None or end is None:
        return 12
    return (end.year - start.year) * 12 + end.month - start.month + 1


class ReturnsUpTo:
    """The submissions up to a round, each force’s newest first; of checked ones the cells too."""

    def __init__(self, measure: db.Measure, last_round: int) -> None:
        self.measure = measure
        self.submissions = list(
            db.FoiSubmission.objects.filter(round__number__lte=last_round, round__measures=measure)
            .select_related("round", "force", "outcome_source")
            .order_by("force__slug", "-round__number", "-number")
        )
        checked = [s.pk for s in self.submissions if s.checked_at]
        self.cells = _cells_by_submission(measure, checked)

    def current(self) -> CurrentFigures:
        """Force and year → the current figure.

        It is from the newest checked return that asked about the year and got a number; a later
        refusal or blank never hides an earlier number, nor does a number in doubt or for a part of
        the year hide one that is neither (226 was printed as up from 119, which was 199). Without
        any number the newest reason is given.
        """
        first = self.measure.first_year
        newest = max((s.round.last_year for s in self.submissions), default=first)
        years = years_between(Year(first), Year(newest))
        figures = {}
        for slug, of_force in groupby(self.submissions, key=lambda s: s.force.slug):
            asked = list(of_force)
            for year in years:
                figures[slug, year] = _current(asked, self.cells, year)
        return figures

    def vintages(self) -> dict[tuple[str, Year], list[CurrentFigure]]:
        """Force and year → the figure of each checked return, the newest first."""
        found = defaultdict[tuple[str, Year], list[CurrentFigure]](list)
        for submission in self.submissions:
            for year, figure in self.cells.get(submission.pk, {}).items():
                found[submission.force.slug, year].append(replace(figure, submission=submission))
        return found


def current_figures(measure: db.Measure, last_round: int) -> CurrentFigures:
    return ReturnsUpTo(measure, last_round).current()


def _current(asked: Sequence[db.FoiSubmission], cells: CellsOfReturns, year: Year) -> CurrentFigure:
    answers = [
        replace(figure, submission=submission)
        for submission in asked
        if (figure := cells.get(submission.pk, {}).get(year))
    ]
    numbers = [each for each in answers if not each.cell.is_missing]
    if numbers:
        sound = (each for each in numbers if each.cell.is_comparable)
        current = next(sound, numbers[0])
        return replace(current, pending=_is_pending(asked, cells, year, current))
    if answers:
        return answers[0]
    covering = [s for s in asked if s.round.first_year <= year.start <= s.round.last_year]
    if not covering:
        complete = all(s.round.complete for s in asked)
        return CurrentFigure(
            Cell.missing(Missing.NOT_ASKED if complete else Missing.NOT_IN_RECORDS)
        )
    reasons = [(_why_nothing(s, year), s) for s in covering]
    # An answer that we have comes before a newer gap in our own records.
    why, source = next((r for r in reasons if r[0] is not Missing.NOT_IN_RECORDS), reasons[0])
    return CurrentFigure(Cell.missing(why), source)


def _is_pending(
    asked: Sequence[db.FoiSubmission], cells: CellsOfReturns, year: Year, current: CurrentFigure
) -> bool:
    """Whether an answer newer than the current figure’s is not yet checked or settled."""
    for submission in asked:  # newest first
        if submission == current.submission:
            return False
        answer = cells.get(submission.pk, {}).get(year)
        covers = submission.round.first_year <= year.start <= submission.round.last_year
        why = answer.cell.why if answer else _why_nothing(submission, year) if covers else None
        if why in OPEN - {Missing.NOT_IN_RECORDS}:
            return True
    return False


def _why_nothing(submission: db.FoiSubmission, year: Year) -> Missing:
    """Why a force that was asked about a year has no cell for it."""
    # How a past round ended is known for its newest year only, if it is known from a publication.
    round_, outcome = submission.round, db.FoiSubmission.Outcome
    ended = {outcome.NO_RESPONSE: Missing.NO_RESPONSE, outcome.REFUSED: Missing.REFUSED}
    if submission.entered_at and not submission.checked_at:
        return Missing.NOT_CHECKED
    if not round_.complete and (round_.last_year != year.start or submission.outcome not in ended):
        return Missing.NOT_IN_RECORDS
    ended |= {outcome.AWAITED: Missing.LATE, outcome.UNKNOWN: Missing.NOT_IN_RECORDS}
    return ended.get(outcome(submission.outcome), Missing.NOT_SETTLED)


def _cells_by_submission(measure: db.Measure, submissions: list[int]) -> CellsOfReturns:
    """Submission → year → the stated grand total, else the sum of a complete breakdown."""
    current = db.AnnualCount.objects.current().filter(measure=measure)
    # Where a number is stated as the total, nobody needs its parts: most rows are not read.
    is_stated = Exists(
        current.filter(
            submission=OuterRef("submission"),
            year=OuterRef("year"),
            category__breakdown__kind="total",
            state=db.CountState.VALUE,
            value__gt=0,
        )
    )
    is_part = Q(category__breakdown__complete=True) & ~is_stated
    counts = (
        current.filter(submission__in=submissions)
        .filter(Q(category__breakdown__kind="total") | is_part)
        .select_related("category__breakdown", "document")
    )
    whole = {
        b.pk: {c.pk for c in b.categories.all() if not c.is_total}
        for b in measure.breakdowns.filter(complete=True).prefetch_related("categories")
    }
    totals = defaultdict[int, dict[Year, CurrentFigure]](dict)
    split = defaultdict[tuple[int, Year], dict[int, list[db.AnnualCount]]](dict)
    for count in counts:
        year, breakdown = Year(count.year), count.category.breakdown
        if breakdown.kind == db.BreakdownKind.TOTAL:
            totals[count.submission_id][year] = CurrentFigure(cell_of(count), counts=(count,))
        else:
            split[count.submission_id, year].setdefault(breakdown.pk, []).append(count)
    for (submission, year), by_breakdown in split.items():
        stated = totals[submission].get(year)
        if stated and not stated.cell.is_missing:
            continue
        numbers = (not cell_of(c).is_missing for rows in by_breakdown.values() for c in rows)
        if derived := _derived(by_breakdown, whole):
            totals[submission][year] = derived
        elif not stated and any(numbers):
            totals[submission][year] = CurrentFigure(Cell.missing(Missing.NOT_SETTLED))
    return totals


def _derived(
    by_breakdown: dict[int, list[db.AnnualCount]], whole: dict[int, set[int]]
) -> CurrentFigure | None:
    """The total that a return's complete breakdowns come to; none where any two disagree.

    A breakdown's own stated total comes before the sum of its rows, if it can be that sum: 52
    over rows of 24 to 60 is, over plain rows of 24 it is not, and then a person has to ask.
    """
    found: list[CurrentFigure] = []
    for breakdown, counts in by_breakdown.items():
        rows = [count for count in counts if not count.category.is_total]
        stated = [count for count in counts if count.category.is_total]
        added = _sum(rows) if {row.category_id for row in rows} == whole[breakdown] else None
        own = cell_of(stated[0]) if stated else None
        if own and own.is_comparable:
            if added and not _can_be(own, added):
                return None
            found.append(CurrentFigure(own, counts=tuple(stated), derived=True))
        elif added:
            found.append(CurrentFigure(added, counts=tuple(rows), derived=True))
    if not found or not all(_can_be(found[0].cell, other.cell) for other in found[1:]):
        return None
    return next((each for each in found if each.cell.is_exact), found[0])


def _can_be(one: Cell, other: Cell) -> bool:
    """Two ranges of the same thing that have a number in common."""
    low = max(one.low or 0, other.low or 0)
    return all(cell.high is None or low <= cell.high for cell in (one, other))


def _sum(rows: Iterable[db.AnnualCount]) -> Cell | None:
    """The sum of a complete breakdown; none where a part is missing or covers part of a year."""
    cells = [cell_of(row) for row in rows]
    if not all(cell.is_comparable for cell in cells):
        return None
    total = Range.sum(cell.range for cell in cells if cell.range)
    return Cell.suppressed(total.low, total.high).with_flags(
        provisional=any(cell.provisional for cell in cells),
        estimated=any(cell.estimated for cell in cells),
    )


@dataclass(frozen=True)
class Part:
    category: db.Category
    count: db.AnnualCount | None = None

    @property
    def cell(self) -> Cell:
        return cell_of(self.count) if self.count else Cell.missing(Missing.NOT_AVAILABLE)


type Split = dict[db.Category, Part]
"""One breakdown of one force and year: every category of it, those without a figure too."""


def current_parts(
    current: CurrentFigures, breakdowns: Iterable[db.Breakdown]
) -> dict[tuple[str, Year], dict[db.Breakdown, Split]]:
    """Force and year → each of these breakdowns that the return whose total is current gives.

    Never from another return: parts of one answer beside the total of another do not add up. A
    category that the return lacks is *not available*; a breakdown of which it has no cell at all is
    not listed.
    """
    own = {
        figure.submission.pk: (key[0], figure.submission)
        for key, figure in current.items()
        if figure.submission and not figure.cell.is_missing
    }
    chosen = list(breakdowns)
    counts = (
        db.AnnualCount.objects.current()
        .filter(submission__in=own, category__breakdown__in=chosen)
        .select_related("document")
    )
    given: dict[tuple[str, Year], dict[int, db.AnnualCount]] = {}
    for count in counts:
        key = own[count.submission_id][0], Year(count.year)
        figure = current.get(key)
        if figure and figure.submission and figure.submission.pk == count.submission_id:
            given.setdefault(key, {})[count.category_id] = count
    categories = {each: list(each.categories.all()) for each in chosen}
    return {
        key: {
            breakdown: {each: Part(each, rows.get(each.pk)) for each in members}
            for breakdown, members in categories.items()
            if any(each.pk in rows for each in members)
        }
        for key, rows in given.items()
    }
