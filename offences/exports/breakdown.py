"""A breakdown of one body as the table that pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from offences.exports.trend import broken_in
from offences.models import ReleasedFigure
from offences.statistics.cells import Cell, Missing
from offences.statistics.notation import published, published_markers
from offences.statistics.series import Break
from offences.statistics.years import Year
from offences.trends import ReleasedSplit, SplitRow
from offences.words import breakdowns, cells

MOST_YEARS = 5  # across a page; the files have them all


@dataclass(frozen=True)
class SplitCell:
    """One cell as it is printed, with its markers."""

    text: str
    is_number: bool
    markers: tuple[str, ...] = ()
    share: float = 0  # of the largest of its year, in per cent, for the length of a bar


@dataclass(frozen=True)
class SplitLine:
    name: str
    cells: tuple[SplitCell, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class SplitTable:
    """One breakdown: categories down, years across, newest first."""

    id: str
    name: str
    of: str  # what a line is: “Age”
    years: tuple[str, ...]
    lines: tuple[SplitLine, ...]
    says: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    older: int = 0  # years that only the files have


def split_table(
    split: ReleasedSplit,
    totals: Mapping[Year, Cell],
    rule: Mapping[str, int],
    phrase: str,
    *,
    of_one_force: bool,
    forces: Mapping[Year, int | None] | None = None,
    breaks: Iterable[Break] = (),
) -> SplitTable:
    """A breakdown's table; `totals` are the body's own, over so many `forces` in each year."""
    broken = broken_in(breaks)
    under = rule["national_under"] if of_one_force else 0
    # One force's table leaves out rows that would be hidden from end to end.
    rows = [r for r in split.all_rows if r.category.age_to is None or r.category.age_to >= under]
    years = split.years[:MOST_YEARS]
    lines = tuple(_line(row, years, split) for row in rows)
    markers = {marker for line in lines for cell in line.cells for marker in cell.markers}
    says = [_share_recorded(split, year, totals, forces or {}, phrase) for year in years[:1]]
    if not of_one_force:
        says += [_whose(split, year) for year in years[:1]]
    if len(rows) < len(split.all_rows):
        says.append(breakdowns.only_nationally(under))
    if "c" in markers and of_one_force:
        says.append(breakdowns.why_hidden(rule["threshold"]))
    markers -= {"c"} if of_one_force else set()
    markers |= {"b"} if broken.keys() & set(years) else set()
    return SplitTable(
        id=split.slug,
        name=split.name,
        of=breakdowns.WHAT.get(split.kind, "part").capitalize(),
        years=tuple(f"{year} [b]" if year in broken else year.label for year in years),
        lines=lines,
        says=tuple(filter(None, says)),
        codes=tuple((code, words) for code, words in cells.markers().items() if code in markers),
        older=len(split.years) - len(years),
    )


def _line(row: SplitRow, years: tuple[Year, ...], split: ReleasedSplit) -> SplitLine:
    def most(year: Year) -> int:
        cells = (each.cell(year) for each in split.rows)
        return max((cell.low or 0 for cell in cells if cell.is_exact), default=0)

    category = row.category
    name = breakdowns.STATED_TOTAL if category.is_total else category.name
    cells = tuple(_shown(row.cell(year), most(year)) for year in years)
    return SplitLine(name, cells, is_sum=category.is_total)


def _shown(cell: Cell, most: int) -> SplitCell:
    markers = published_markers(cell)
    text = published(cell)
    text += "".join(f" [{m}]" for m in markers if m != "c" and f"[{m}]" not in text)
    share = 100 * (cell.low or 0) / most if cell.is_exact and most else 0
    return SplitCell(text, not cell.is_missing, markers, round(share, 1))


def _share_recorded(
    split: ReleasedSplit,
    year: Year,
    totals: Mapping[Year, Cell],
    forces: Mapping[Year, int | None],
    phrase: str,
) -> str:
    none = Cell.missing(Missing.NOT_AVAILABLE)
    if not split.complete:
        return ""
    total = split.total.cell(year) if split.total else none
    if not total.is_exact:
        # A total over more forces than gave the parts is not the whole of these parts.
        same = all(each.with_figures == forces.get(year) for each in _figures(split, year))
        total = totals.get(year, none) if same else none
    unknown = split.unknown.cell(year) if split.unknown else none
    parts = [row.cell(year) for row in split.rows]
    return breakdowns.of_how_many(split.kind, year, total, unknown, parts, phrase)


def _whose(split: ReleasedSplit, year: Year) -> str:
    first = next(iter(_figures(split, year)), None)
    if first is None or not first.with_figures or not first.asked:
        return ""
    return breakdowns.of_which_forces(first.with_figures, first.asked, year)


def _figures(split: ReleasedSplit, year: Year) -> list[ReleasedFigure]:
    return [p.figure for row in split.rows if (p := row.points.get(year)) and p.figure]
