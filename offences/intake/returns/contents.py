"""One cell of a count: its number or why it has none, and the months that it is of."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from offences.intake.returns.answers import OUT, ReadingAnswers, place_key
from offences.intake.returns.cells import CountCell, Identity, Obstacle
from offences.returns.labels.years import parse_year
from offences.statistics.cells import Range
from offences.statistics.notation import LARGEST, Entry, NotACount, months_in, read_entry
from offences.statistics.years import Year

NO_NUMBER = ("not_held", "not_available", "refused", "blank")
_YEAR = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)

type Months = tuple[int, int] | None  # the first and the last; None is the whole year


class UnclearFigure(Exception):
    """These cells give no figure; the message says why, and `parts` which cells are to blame."""

    def __init__(self, why: str, *parts: CountCell) -> None:
        super().__init__(why)
        self.parts = parts


@dataclass(frozen=True)
class CellContents:
    """What one cell says. The entry has no months: they stand beside it."""

    part: CountCell
    entry: Entry
    months: Months
    written: str


@dataclass(frozen=True)
class YearContents:
    """What the cells under the same labels say of one year."""

    identity: Identity
    entry: Entry
    months: Months
    cells: tuple[CellContents, ...]

    @property
    def first(self) -> CountCell:
        return self.cells[0].part

    @property
    def is_total(self) -> bool:
        return bool(self.first.observation["total"])

    @property
    def stored(self) -> Entry:
        """The entry with its months; a range or a reason is of a whole year alone."""
        if self.months is None:
            return self.entry
        if self.entry.state != "value":
            raise UnclearFigure(
                f"{what(self.first)} has no plain number for the part of the year that it is of. "
                "Mend it with its number and months, such as “19 Apr-Sep”, or ask the force.",
                self.first,
            )
        return replace(self.entry, period=self.months)


def what(part: CountCell) -> str:
    return f"{part.category.name}, {Year(part.key[1])}"


def contents_of(
    part: CountCell, answers: ReadingAnswers, text_at: Callable[[str], str]
) -> CellContents:
    """The content of one cell, or what a person typed for it."""
    if part.cell is None:
        number = part.observation["value"]
        written = "1 row" if number == 1 else f"{number} rows"
        return CellContents(part, _number(part, number), None, written)
    place = place_key(part.sheet, part.cell)
    written = text_at(place)[:100]
    typed = answers.mended.get(place)
    if not typed:
        return CellContents(part, _read(part, written), _months(part), written)
    try:
        entry = read_entry(typed, Year(part.key[1]))
    except NotACount as mistake:
        raise UnclearFigure(str(mistake), part) from mistake
    assert entry is not None  # an answer that says nothing is not kept
    # A number alone mends the number: the cell is of the months that stand over it.
    named = bool(re.search(r"[a-z]{3}\W+(?:\d+ )?(?:to )?[a-z]{3}", typed.casefold()))
    months = entry.period if entry.state == "value" and named else _months(part)
    return CellContents(part, replace(entry, period=None), months, written)


def _read(part: CountCell, written: str) -> Entry:
    seen = part.observation
    marker = seen["marker"]
    if marker is None:
        return _number(part, seen["value"])
    if marker == "suppressed":
        return _suppressed(part, seen["low"], seen["high"])
    if marker == "refused":
        return _refused(written)
    if marker in NO_NUMBER:
        return Entry(marker)
    raise UnclearFigure(
        f"{what(part)} has no figure: what stands here cannot be read as one. Mend it, or ask "
        "the force.",
        part,
    )


def _number(part: CountCell, number: int) -> Entry:
    if number > LARGEST:
        raise UnclearFigure(
            f"{what(part)} is too large to be a count: the largest number taken is {LARGEST:,}. "
            "Mend it, or ask the force.",
            part,
        )
    return Entry("value", number)


def _suppressed(part: CountCell, low: int | None, high: int | None) -> Entry:
    if high is None:
        return Entry("suppressed", low=1)
    low = 1 if low is None else low
    if not low < high <= LARGEST:
        raise UnclearFigure(
            f"{what(part)} is withheld, and its limits leave no range: {low:,} to {high:,}. Mend "
            f"it: {high:,} if the force gave that number, 0-{high:,} if it may also be nought.",
            part,
        )
    return Entry("suppressed", low=low, high=high)


def _refused(written: str) -> Entry:
    """A refusal, with its section of the Act where the cell names it as the grid would."""
    try:
        entry = read_entry(written)
    except NotACount:
        entry = None
    return entry if entry is not None and entry.state == "refused" else Entry("refused")


def _months(part: CountCell) -> Months:
    """The months of a part year; a part whose months nobody knows is no figure."""
    seen = part.observation
    months = seen.get("part")
    others = [parse_year(text) for text in seen["labels"].get("other", ())]
    if not months and not any(year and year.part for year in others):
        return None
    if seen["year_kind"] == "calendar":
        raise UnclearFigure(
            f"{what(part)} is for a part of the calendar year {seen['year']}, and its months may "
            "lie in another financial year. Mend it with its months, such as “19 Apr-Sep”, or "
            "switch its table off.",
            part,
        )
    if months and tuple(months) == (4, 3):
        return None
    if not months or months_in(*months) is None:
        raise UnclearFigure(
            f"{what(part)} is for a part of the year, and its months are not clear. Mend it with "
            "its months, such as “19 Apr-Sep”, or ask the force.",
            part,
        )
    first, last = months
    return (first, last)


def of_one_year(
    identity: Identity, cells: list[CellContents], doubts: list[Obstacle]
) -> YearContents:
    """What cells under the same labels say: the year’s own cell, or its quarters added up."""
    cells = [cell for cell in cells if cell.months is None] or cells
    # The row beside its columns, the year beside its parts: a total is the figure.
    cells = [cell for cell in cells if cell.part.observation["total"]] or cells
    by_months: dict[Months, list[CellContents]] = defaultdict(list)
    for cell in cells:
        by_months[cell.months].append(cell)
    once = [_once(same, doubts) for same in by_months.values()]
    if len(once) == 1:
        return YearContents(identity, once[0].entry, once[0].months, (once[0],))
    return _consecutive(identity, once)


def _once(same: list[CellContents], doubts: list[Obstacle]) -> CellContents:
    """One statement that stands in several cells of a table: it has to agree."""
    first = same[0]
    for other in same[1:]:
        told = f"{what(first.part)} stands in {first.part.cell} and again in {other.part.cell}"
        if other.entry != first.entry:
            raise UnclearFigure(
                f"{told}, under the same labels with another number. Type “{OUT}” for the cell "
                "that is not meant, or ask the force.",
                first.part,
                other.part,
            )
        message = f"{told}, under the same labels with the same number. It is counted once."
        place = (other.part.sheet, other.part.cell)
        doubts.append(Obstacle(*place, message, stops=False, key=first.part.key))
    return first


def _consecutive(identity: Identity, cells: list[CellContents]) -> YearContents:
    """Months or quarters that follow each other: together the year, or so many months of it."""
    cells = sorted(cells, key=lambda cell: _YEAR.index((cell.months or (4, 3))[0]))
    there: list[int] = []
    for cell in cells:
        assert cell.months is not None
        first, last = map(_YEAR.index, cell.months)
        there += range(first, last + 1)
    if there != list(range(there[0], there[-1] + 1)):
        raise UnclearFigure(
            f"{what(cells[0].part)} is given in parts of the year that overlap or leave a gap. "
            f"Type “{OUT}” for the cells that are not meant, or ask the force.",
            cells[0].part,
        )
    months = None if len(there) == len(_YEAR) else (_YEAR[there[0]], _YEAR[there[-1]])
    return YearContents(identity, _sum([(c.part, c.entry) for c in cells]), months, tuple(cells))


def added(said: list[YearContents]) -> Entry:
    """The sum of a count’s parts, which have to be of the same months."""
    if len({each.months for each in said}) > 1:
        raise UnclearFigure(
            f"{what(said[0].first)} is made of cells for the year and for a part of it: they "
            "cannot be added up. Mend them, or ask the force.",
            *(each.first for each in said[:2]),
        )
    entry = _sum([(each.first, each.entry) for each in said])
    return replace(said[0], entry=entry).stored


def _sum(told: list[tuple[CountCell, Entry]]) -> Entry:
    """A range where one part is a range, nothing where one has no number."""
    entries = [entry for _, entry in told]
    if len(set(entries)) == 1 and (len(entries) == 1 or entries[0].state in NO_NUMBER):
        return entries[0]
    for part, entry in told:
        if entry.state in NO_NUMBER:
            raise UnclearFigure(
                f"{what(part)} is made of {len(told)} cells, and {part.cell} has no number "
                f"({entry.state.replace('_', ' ')}): they cannot be added up. Mend it with its "
                "number, or ask the force.",
                part,
            )
    total = Range.sum(
        Range.exactly(e.value) if e.value is not None else Range(e.low or 0, e.high)
        for e in entries
    )
    if total.high is None:
        return Entry("suppressed", low=1)
    if total.high > LARGEST:
        raise UnclearFigure(f"{what(told[0][0])} adds up to more than {LARGEST:,}.", told[0][0])
    if not total.is_exact:
        return Entry("suppressed", low=total.low, high=total.high)
    return Entry(
        "value",
        total.low,
        provisional=any(entry.provisional for entry in entries),
        estimated=any(entry.estimated for entry in entries),
    )
