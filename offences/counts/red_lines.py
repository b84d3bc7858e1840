"""Red lines of a return: sums that cannot be right, which a checker answers before the mark."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from offences.counts.saving import CellKey, entry_of
from offences.models import AnnualCount, BreakdownKind, Category, CheckAnswer, FoiSubmission
from offences.statistics import sums
from offences.statistics.notation import Entry, write_entry
from offences.statistics.years import Year


@dataclass(frozen=True)
class RedLine:
    """Counts of one year that cannot all be right, and the checker's answer to them."""

    cell: CellKey  # the stated total, or the grand total where none is stated
    label: str
    text: str
    is_unfinished: bool = False  # rows that are not entered yet could correct it
    given: CheckAnswer | None = None

    @property
    def key(self) -> str:
        """The same line has the same key for as long as it says the same."""
        return hashlib.sha256(f"{self.label}|{self.text}".encode()).hexdigest()[:16]

    @property
    def words(self) -> str:
        return f"{self.label}: {self.text}"

    @property
    def answer(self) -> str:
        return self.given.answer if self.given else ""


@dataclass(frozen=True)
class Column:
    """One year of a breakdown: its rows, the total stated for them, the measure's grand total."""

    rows: Sequence[Entry | None]
    stated: Entry | None
    whole: Entry | None
    complete: bool

    @cached_property
    def sum(self) -> sums.CellSum:
        return sums.sum_of(self.rows)

    @property
    def empty(self) -> int:
        """The number of rows that are not entered yet."""
        return [*self.rows].count(None)

    @cached_property
    def rows_to_stated(self) -> sums.Agreement:
        return sums.agreement(self.sum, self.stated, complete=self.complete)

    @cached_property
    def rows_to_whole(self) -> sums.Agreement:
        return sums.agreement(self.sum, self.whole, complete=self.complete)

    @cached_property
    def stated_to_whole(self) -> sums.Agreement:
        # Two totals of one thing are the same number, whatever the rows miss.
        return sums.agreement(sums.sum_of([self.stated]), self.whole)

    @property
    def words(self) -> str:
        return sums.range_in_words(self.sum.range) if self.sum.range else "none"

    def disagreements(self) -> Iterator[tuple[str, bool]]:
        """What cannot all be right, and whether rows that are not entered could correct it."""
        rows = f"The rows add up to {self.words}"
        stated, whole = (write_entry(each) if each else "" for each in (self.stated, self.whole))
        of_rows = bool(self.empty)
        found = (
            (self.rows_to_stated, f"{rows}, the force states {stated}", of_rows),
            (self.rows_to_whole, f"{rows}, the grand total is {whole}", of_rows),
            (
                self.stated_to_whole,
                f"The force states {stated} here, the grand total is {whole}",
                False,
            ),
        )
        for agreement, text, may_grow in found:
            if agreement.kind == "no":
                yield f"{text}: {agreement.words}.", may_grow and agreement.short


def red_lines(submission: FoiSubmission, counts: Iterable[AnnualCount]) -> list[RedLine]:
    """Every red line of these counts of a return; an answer to other words does not count."""
    lines = list(_lines({(c.measure_id, c.year, c.category_id): entry_of(c) for c in counts}))
    if not lines:
        return []
    rows = CheckAnswer.objects.filter(submission=submission).select_related("answered_by")
    given = {row.line: row for row in rows}
    return [replace(line, given=given.get(line.key)) for line in lines]


def _lines(entries: Mapping[CellKey, Entry]) -> Iterator[RedLine]:
    """The lines of every breakdown and year, in the order of the grid."""
    order = ("measure__position", "measure__slug", "position", "slug")
    categories = (
        Category.objects.filter(breakdown__measure__in={measure for measure, _, _ in entries})
        .select_related("breakdown")
        .order_by(*(f"breakdown__{name}" for name in order), "position", "pk")
    )
    of_breakdown: dict[int, list[Category]] = {}
    whole_of: dict[int, int] = {}
    for each in categories:
        of_breakdown.setdefault(each.breakdown_id, []).append(each)
        if each.breakdown.kind == BreakdownKind.TOTAL:
            whole_of[each.breakdown.measure_id] = each.pk
    years = sorted({year for _, year, _ in entries})
    for members in of_breakdown.values():
        breakdown = members[0].breakdown
        measure, whole = breakdown.measure_id, whole_of.get(breakdown.measure_id, 0)
        if breakdown.kind == BreakdownKind.TOTAL:
            continue
        total = next((each.pk for each in members if each.is_total), 0)
        for year in years:
            rows = [entries.get((measure, year, m.pk)) for m in members if not m.is_total]
            stated = entries.get((measure, year, total))
            of_all = entries.get((measure, year, whole))
            cell = (measure, year, total if stated else whole)
            label = f"{breakdown.name}, {Year(year)}"
            column = Column(rows, stated, of_all, breakdown.complete)
            for text, more in column.disagreements():
                yield RedLine(cell, label, text, more)


def why_not_answered(submission: FoiSubmission, counts: Iterable[AnnualCount]) -> str:
    """Which red lines have no answer yet, in a sentence; empty if all have."""
    left = [each.label for each in red_lines(submission, counts) if not each.given]
    if not left:
        return ""
    named = "; ".join(dict.fromkeys(left[:3]))
    more = f" and {len(left) - 3} more" if len(left) > 3 else ""
    return f"Answer each red line first: {named}{more}."
