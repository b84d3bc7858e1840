"""The check of stated totals: the answer of the slow way, in work that grows with the cells."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.returns.checks import totals
from offences.returns.checks.conflicts import find_conflicts
from offences.returns.checks.limits_of_counts import range_of
from offences.returns.checks.totals import MOST_WORK, NOT_CHECKED, check_totals
from offences.returns.labels.label_words import is_region
from offences.returns.sheet import Observation, ReadTable
from offences.returns.sheet_reader import read_sheet
from offences.returns.work import WorkBudget
from tests.returns.grids import sheet_of

YEARS = ["2017/18", "2018/19"]
LABELS = ["Stalking", "Threats", "Wales", "Girls", "Boys"]


def cell_of(row: int, column: int, label: str, year: str | None, content: object) -> Observation:
    value, marker = (content, None) if isinstance(content, int) else (None, content)
    low, high = (1, 4) if marker == "suppressed" else (None, None)
    labels = {"offence": label} if label in LABELS[:3] else {"sex": label} if label else {}
    place = f"{chr(64 + column)}{row}"
    return Observation(place, year, "financial", labels, (), value, str(marker or "") or None,
                       low, high)  # fmt: skip


# What is right, worked out cell by cell: each cell compared with each total.


def is_part(cell: Observation, total: Observation) -> bool:
    stated = [text for text in total.labels.values() if not is_region(text)]
    same_year = not total.year or cell.year == total.year
    return same_year and set(stated) <= set(cell.labels.values())


def added(cells: list[Observation]) -> tuple[int, float]:
    limits = [range_of(c) for c in cells if c.marker not in ("blank", "unreadable")]
    return sum(a for a, _ in limits), sum(float("inf") if b is None else b for _, b in limits)


def gives(cells: list[Observation], total: Observation) -> bool:
    low, high = added(cells)
    least, most = range_of(total)
    return low <= (float("inf") if most is None else most) and least <= high


def ways_of(total: int, lines: dict[int, Observation], totals: set[int]) -> list:
    """For each way of summing, its name and the cells; of one column."""
    own = lines[total]
    before = [n for n in lines if n < total]
    after = [n for n in lines if n > total]
    down = [n for n in before if not any(n < t < total for t in totals)]
    up = [n for n in after if not any(total < t < n for t in totals)]
    # Where none of these is a part of it, those as far as the next total that it has in it.
    same = [t for t in totals if is_part(lines[t], own)]
    if not any(is_part(lines[n], own) for n in down if n not in totals):
        down = [n for n in before if not any(n < t < total for t in same)]
    if not any(is_part(lines[n], own) for n in up if n not in totals):
        up = [n for n in after if not any(total < t < n for t in same)]
    plain, others = set(lines) - totals, totals - {total}
    chosen = [(down, plain, 1), (before, plain, 2), (up, plain, 1), (sorted(lines), plain, 2),
              (before, others, 2), (after, others, 2)]  # fmt: skip
    # Ages and sexes beside each other are each the sum of the total.
    axes = {tuple(lines[n].labels) for n in plain if is_part(lines[n], own)}
    for axis in sorted(axes) if len(axes) > 1 else ():
        chosen.append((sorted(lines), {n for n in plain if tuple(lines[n].labels) == axis}, 2))
    found = []
    for way, (places, among, fewest) in enumerate(chosen):
        cells = [lines[n] for n in places if n in among and is_part(lines[n], own)]
        if len(cells) >= fewest:
            found.append((way if way < 6 else tuple(cells[0].labels), cells))
    return found


def is_of_some(total: int, lines: dict[int, Observation], totals: set[int]) -> bool:
    """Whether a total, the only one of its parts, is the sum of those on one side of it alone."""
    own = lines[total]
    parts = [n for n in lines if is_part(lines[n], own)]
    sides = [[lines[n] for n in parts if n < total], [lines[n] for n in parts if n > total]]
    kinds = [{frozenset(each.labels) for each in side} for side in sides]
    alone = not totals & {*parts} - {total} and kinds[0] & kinds[1]
    fits = any(len(side) > 1 and gives(side, own) for side in sides)
    return bool(alone) and fits and not gives(sides[0] + sides[1], own)


def is_silent(total: int, lines: dict[int, Observation], totals: set[int]) -> bool:
    """Whether the parts on one side of a total add up to no more than 0: they speak for no side."""
    parts = [n for n in lines if n not in totals and is_part(lines[n], lines[total])]
    sides = [lines[n] for n in parts if n < total], [lines[n] for n in parts if n > total]
    return any(added(side) == (0, 0) for side in sides)


def doubted_slowly(rows: dict[int, dict[int, Observation]], totals: set[int]) -> set[str]:
    """The totals that no way of summing gives, or not the way that gives most of their row."""
    columns: dict[int, dict[int, Observation]] = {}
    for number, row in rows.items():
        for at, each in row.items():
            columns.setdefault(at, {})[number] = each
    found = set()
    for number in totals:
        amid = [at for at in rows[number] if is_of_some(number, columns[at], totals)]
        silent = sum(is_silent(number, columns[at], totals) for at in rows[number])
        if amid and len(amid) * 2 >= len(rows[number]) - silent:
            found.add(str(rows[number][amid[0]].cell))
            continue
        ways = {at: ways_of(number, columns[at], totals) for at in rows[number]}
        every = dict.fromkeys(way for those in ways.values() for way, _ in those)
        fits = {way: sum(gives(cells, rows[number][at]) for at in ways for w, cells in ways[at]
                         if w == way) for way in every}  # fmt: skip
        best = max(fits, key=lambda way: fits[way], default=None)
        usual = best if fits and fits[best] * 2 > len(ways) else None
        for at, those in ways.items():
            own = [cells for way, cells in those if way == usual] or [cells for _, cells in those]
            total = rows[number][at]
            known = total.marker not in ("blank", "unreadable") and range_of(total)[1] is not None
            if known and own and not any(gives(cells, total) for cells in own):
                found.add(str(total.cell))
    return found


contents = st.one_of(
    st.integers(0, 9), st.sampled_from(["blank", "unreadable", "suppressed", "refused"])
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[int, dict[int, Observation]], set[int]]:
    """A few rows of two years, some of which are totals of all or of those with one label."""
    count = draw(st.integers(2, 9))
    rows = {}
    for number in range(1, count + 1):
        label = draw(st.sampled_from(LABELS))
        rows[number] = {
            at: cell_of(number, at, label, year, draw(contents)) for at, year in enumerate(YEARS, 1)
        }
    stated = draw(st.sets(st.sampled_from(sorted(rows)), min_size=1, max_size=3))
    for number in stated:
        label = draw(st.sampled_from(["", *LABELS]))
        for at, year in enumerate(YEARS, 1):
            # Small, so that no row is taken for the sum of others without a word for it.
            rows[number][at] = cell_of(number, at, label, year, draw(contents))
    return rows, stated


@given(tables())
def test_a_total_is_doubted_where_comparing_each_cell_with_it_gives_no_sum(drawn):
    rows, stated = drawn
    cells = tuple(each for row in rows.values() for each in row.values())
    table = ReadTable("Data", "A1:B9", cells, total_rows=frozenset(stated))
    found = check_totals(table, WorkBudget(MOST_WORK))
    assert {problem.cell for problem in found} == doubted_slowly(rows, stated)


def test_a_row_above_zeros_and_its_own_total_is_no_total_itself():
    lines = {1: ("Girls", 5), 2: ("Boys", 7), 3: ("", 12), 4: ("Girls", 62), 5: ("Boys", 0),
             6: ("", 62)}  # fmt: skip
    cells = tuple(
        cell_of(row, at, label, year, value)
        for row, (label, value) in lines.items()
        for at, year in enumerate(YEARS, 1)
    )
    table = ReadTable("Data", "A1:B6", cells, total_rows=frozenset({3, 6}))
    assert check_totals(table, WorkBudget(MOST_WORK)) == []


def long_table(rows: int, every: int = 10) -> ReadTable:
    """Rows of two years, each tenth of which is the right total of those before it."""
    cells = []
    for number in range(1, rows + 1):
        is_total = number % every == 0
        for at, year in enumerate(YEARS, 1):
            label = "" if is_total else f"Offence {number}"
            labels = {"offence": label} if label else {}
            value = 7 * (every - 1) if is_total else 7
            cells.append(Observation(f"{chr(64 + at)}{number}", year, "financial", labels,
                                     value=value, total=is_total))  # fmt: skip
    totals_of = frozenset(range(every, rows + 1, every))
    return ReadTable("Data", f"A1:B{rows}", tuple(cells), total_rows=totals_of)


def work_of(table: ReadTable) -> int:
    work = WorkBudget(10**9)
    assert check_totals(table, work) == []
    return 10**9 - work.left


def test_twice_as_many_rows_are_twice_as_much_work():
    assert work_of(long_table(4_000)) < 2.1 * work_of(long_table(2_000))


def test_the_labels_of_a_cell_are_found_once_and_those_of_a_total_twice():
    with patch.object(totals, "other_labels", wraps=totals.other_labels) as found:
        check_totals(long_table(1_000), WorkBudget(MOST_WORK))
    assert found.call_count == 2 * (1_000 + 100)


def test_totals_that_are_too_many_to_compare_are_reported_as_not_checked():
    first, second = long_table(40), long_table(60)
    work = WorkBudget(work_of(first) + 10)
    assert check_totals(first, work) == []
    (problem,) = check_totals(second, work)
    assert (problem.sheet, problem.cell, problem.message) == ("Data", "A1", NOT_CHECKED)
    assert check_totals(second, work) == []  # once is enough


def test_the_budget_is_of_the_whole_file():
    table = long_table(1_000)
    with patch("offences.returns.checks.conflicts.MOST_WORK", 2 * work_of(table) + 1):
        found = find_conflicts([table] * 4)
    assert [each.message for each in found].count(NOT_CHECKED) == 1


@pytest.mark.parametrize("wrong", [8, 6])
def test_one_wrong_total_among_two_hundred_is_found(wrong):
    table = long_table(2_000)
    cells = list(table.observations)
    at = next(i for i, each in enumerate(cells) if each.cell == "B1230")
    cells[at] = Observation("B1230", YEARS[1], "financial", {}, value=wrong * 9, total=True)
    changed = ReadTable("Data", table.range, tuple(cells), total_rows=table.total_rows)
    (problem,) = check_totals(changed, WorkBudget(MOST_WORK))
    assert problem.cell == "B1230"
    assert problem.message.startswith(f"The stated total is {wrong * 9}. The rows add up to 63.")


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        ([("Rape", 31), ("Incest", 12), ("Total", 43), ("Grooming", 22)], ["B4"]),
        ([("Rape", 31), ("Total", 34), ("Incest", 12), ("Grooming", 22)], ["B3"]),
        ([("Rape", 31), ("Incest", 12), ("Grooming", 22), ("Total", 65)], []),
        ([("Total", 65), ("Rape", 31), ("Incest", 12), ("Grooming", 22)], []),
        ([("Rape", 31), ("Incest", 12), ("Total", 65), ("Grooming", 22)], []),
        ([("Rape", 31), ("Incest", 12), ("Total", 43), ("of which online", 22)], []),
    ],
)
def test_a_total_of_only_some_of_the_rows_is_asked_about(rows, asked):
    found = read_sheet(sheet_of([["Offence", "2018/19"], *map(list, rows)]))
    said = [each for each in find_conflicts(found.tables) if "only some" in each.message]
    assert [each.cell for each in said] == asked


SOME = [[28, 30], [14, 18], [42, 48]]


def of_some(*below: list[object]) -> list[list[list[object]]]:
    """Two parts, their total and rows below it in three layouts."""
    rows = [[["Girls"], ["Boys"], ["Total"]], [["Rape"], ["Grooming"], ["Total"]]]
    behind = [["Not known"], ["Missing"]], [["Incest"], ["Trafficking"]]
    down = [
        [[name, *YEARS]]
        + [[*label, *counts] for label, counts in zip(own + more, [*SOME, *below], strict=False)]
        for name, own, more in zip(("Sex", "Offence"), rows, behind, strict=True)
    ]
    return [*down, [[row[at] for row in down[0]] for at in range(3)]]


@pytest.mark.parametrize("below", [
    [["", 2]], [["-", 2]], [[0, 2]], [[2, 0]], [["", 2], ["", 1]], [["", 2], [3, ""]],
])  # fmt: skip
def test_a_count_beyond_the_total_in_one_year_alone_is_asked_about(below):
    for rows in of_some(*below):
        found = find_conflicts(read_sheet(sheet_of(rows)).tables)
        assert [each for each in found if "only some" in each.message], rows


@pytest.mark.parametrize("below", [[["", ""]], [[0, 0]], []])
def test_nothing_beyond_the_total_is_not_asked_about(below):
    for rows in of_some(*below):
        found = find_conflicts(read_sheet(sheet_of(rows)).tables)
        assert not [each for each in found if "total" in each.message], rows


@pytest.mark.parametrize("totals_", [(42, 50), (44, 50)])
def test_a_total_of_all_rows_in_the_year_with_a_count_beyond_it_is_not_asked_about(totals_):
    first = totals_[0] - 42 or ""
    for rows in of_some([first, 2]):
        texts = [[{42: totals_[0], 48: totals_[1]}.get(c, c) for c in row] for row in rows]
        found = find_conflicts(read_sheet(sheet_of(texts)).tables)
        assert not [each for each in found if "total" in each.message], texts


def test_a_total_of_all_rows_in_one_year_and_of_some_in_the_next_is_asked_about():
    for rows in of_some([2, 2]):
        texts = [[44 if c == 42 else c for c in row] for row in rows]
        found = find_conflicts(read_sheet(sheet_of(texts)).tables)
        assert [each for each in found if "only some" in each.message], texts
