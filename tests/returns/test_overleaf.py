"""Tables of a PDF that go on overleaf, and pages that are too much to be read."""

import random
import re
from unittest.mock import patch

import pytest

from offences.returns.checks.conflicts import find_conflicts
from offences.returns.formats import pdf_letters
from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.test_pages import Words, pages_of

type PageRows = list[list[object]]

LEFT, TOP, WIDE, HIGH = 60, 100, 110, 24


def ruled(rows: PageRows, *, top: bool = True, left: bool = True) -> tuple[Words, list[str]]:
    """Words in cells with rules around each; without the first rule, or the one at the left."""
    words: Words = [
        (LEFT + 4 + WIDE * c, TOP + 16 + HIGH * r, str(text))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    right, bottom = LEFT + WIDE * len(rows[0]), TOP + HIGH * len(rows)
    across = [TOP + HIGH * r for r in range(0 if top else 1, len(rows) + 1)]
    down = [LEFT + WIDE * c for c in range(0 if left else 1, len(rows[0]) + 1)]
    strokes = [f"{LEFT} {842 - y} m {right} {842 - y} l S" for y in across]
    return words, strokes + [f"{x} {842 - TOP} m {x} {842 - bottom} l S" for x in down]


def plain(rows: PageRows) -> tuple[Words, list[str]]:
    return ruled(rows)[0], []


def read(*pages: tuple[Words, list[str]]) -> ReadFile:
    return read_sheets("a.pdf", open_file(pages_of([*pages]), "a.pdf"))


def counted(found: ReadFile) -> dict[tuple[str | None, str | None], int | None]:
    """Year and offence → count; each once."""
    cells = [each for table in found.tables for each in table.observations]
    counts = {(each.year, each.labels.get("offence")): each.value for each in cells}
    assert len(counts) == len(cells)
    return counts


CRIMES = ["No.", "Year", "Crime", "Outcome"]


def crimes(count: int) -> PageRows:
    kinds = [("2017/18", "THREATS"), ("2018/19", "THREATS"), ("2018/19", "STALKING")]
    return [[n, *kinds[n % 3], "Charged" if n % 2 else "No suspect"] for n in range(1, count + 1)]


def parts(rows: PageRows, size: int) -> list[PageRows]:
    return [rows[at : at + size] for at in range(0, len(rows), size)]


@pytest.mark.parametrize("draw", [ruled, plain])
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("number", ["", "Page {} of 14", "OFFICIAL Page {} of 14"])
def test_a_list_of_crimes_over_fourteen_pages_is_counted_once(draw, again, number):
    pages = []
    for at, rows in enumerate(parts(crimes(14 * 6), 6), 1):
        words, strokes = draw([CRIMES, *rows] if again or at == 1 else rows)
        head: Words = [(60, 40, "Northshire Police"), (400, 40, "FOI 1234")]
        foot: Words = [(280, 800, number.format(at))] if number else []
        pages.append(([*head, *words, *foot], strokes))
    found = read(*pages)
    assert counted(found) == {
        ("2017/18", "THREATS"): 28, ("2018/19", "THREATS"): 28, ("2018/19", "STALKING"): 28
    }  # fmt: skip
    assert [(t.sheet, t.range) for t in found.tables] == [("page 1 table 1", "R1C1:R85C4")]
    assert not found.problems


def test_a_list_that_was_not_read_to_its_end_offers_nothing():
    head = ruled([["Offence", "2017/18", "2018/19"], ["Rape", 1, 2], ["Stalking", 3, 4]])
    pages = [ruled([CRIMES if at == 0 else crimes(6)[0], *rows])
             for at, rows in enumerate(parts(crimes(60), 6))]  # fmt: skip
    blank: tuple[Words, list[str]] = ([(60, 60, "The crimes are on the next pages")], [])
    work = 2_000
    with patch.object(pdf_letters, "MOST_WORK", work):
        found = read(head, blank, *pages)
        other = read(head, blank, *pages)
    assert counted(found) == {("2017/18", "Rape"): 1, ("2018/19", "Rape"): 2,
                              ("2017/18", "Stalking"): 3, ("2018/19", "Stalking"): 4}  # fmt: skip
    stops = [each.message for each in found.problems if each.stops]
    assert any("of 12 pages were read" in message for message in stops)
    assert any("“page 3 table 1”: This table may go on" in message for message in stops)
    assert other == found


def test_the_pages_that_were_read_are_named():
    pages = [ruled([["Offence", "2018/19"], ["Rape", 1], ["Stalking", 2]])] * 3
    with patch.object(pdf_letters, "MOST_PAGES", 2):
        found = read(*pages)
    assert found.problems[0].message.startswith("Only the first 2 of 3 pages were read")
    with patch.object(pdf_letters, "MOST_WORK", 5):
        found = read(*pages)
    assert found.problems[0].message.startswith("No page was read")
    assert not found.tables


COUNTS = ["Offence", "2017/18", "2018/19"]
FIRST: PageRows = [COUNTS, ["Rape", 11, 12], ["Stalking", 13, 14]]
SECOND: PageRows = [["Threats", 15, 16], ["Blackmail", 17, 18], ["Total", 56, 60]]
WHOLE = {
    (year, offence): value
    for offence, *values in [*FIRST[1:], *SECOND[:2], [None, 56, 60]]
    for year, value in zip(COUNTS[1:], values, strict=True)
}


@pytest.mark.parametrize("draw", [ruled, plain])
@pytest.mark.parametrize("again", [False, True])
def test_a_table_of_counts_that_goes_on_overleaf_is_one_table_with_one_total(draw, again):
    found = read(draw(FIRST), draw([COUNTS, *SECOND] if again else SECOND))
    assert counted(found) == WHOLE
    assert len(found.tables) == 1
    assert find_conflicts([*found.tables]) == []


def test_a_table_that_goes_on_without_its_top_rule_loses_no_number():
    assert counted(read(ruled(FIRST), ruled(SECOND, top=False))) == WHOLE


def test_a_table_without_a_rule_at_its_left_loses_no_label():
    assert counted(read(ruled(FIRST, left=False), ruled(SECOND, left=False))) == WHOLE


@pytest.mark.parametrize("draw", [ruled, plain])
def test_one_row_alone_overleaf_is_of_the_table_before(draw):
    found = read(draw([*FIRST, *SECOND[:-1]]), draw(SECOND[-1:]))
    assert counted(found) == WHOLE


def test_a_label_written_once_holds_for_its_rows_overleaf():
    head = ["Police force", "Offence", "2018/19"]
    found = read(
        ruled([head, ["Northshire Police", "Rape", 11], ["", "Stalking", 12]]),
        ruled([["", "Threats", 13], ["Eastvale Police", "Rape", 14]]),
    )
    (table,) = found.tables
    forces = [(each.labels["force"], each.value) for each in table.observations]
    assert forces == [("Northshire Police", 11), ("Northshire Police", 12),
                      ("Northshire Police", 13), ("Eastvale Police", 14)]  # fmt: skip


def test_a_line_over_the_next_page_begins_another_table():
    words, strokes = ruled([["Rape", 15, 16], ["Stalking", 17, 18]])
    found = read(ruled(FIRST), ([(60, 80, "Female victims"), *words], strokes))
    sexes = [(each.labels.get("sex"), each.value) for t in found.tables for each in t.observations]
    assert sexes[4:] == [("Female victims", n) for n in (15, 16, 17, 18)]
    assert [sex for sex, _ in sexes[:4]] == [None] * 4


def test_headings_that_come_again_below_another_title_begin_another_table():
    words, strokes = ruled([COUNTS, ["Rape", 15, 16], ["Stalking", 17, 18]])
    found = read(ruled(FIRST), ([(60, 80, "Male victims"), *words], strokes))
    assert [table.sheet for table in found.tables] == ["page 1 table 1", "page 2 table 1"]


def test_other_headings_overleaf_begin_another_table():
    found = read(ruled(FIRST), ruled([["Offence", "2015/16", "2016/17"], *FIRST[1:]]))
    assert {each.year for each in found.tables[1].observations} == {"2015/16", "2016/17"}


def test_a_number_inside_the_rules_and_in_no_cell_stops():
    words, strokes = ruled(FIRST)
    found = read(([*words, (500, TOP + 16 + HIGH, "99")], strokes))
    (problem,) = [each for each in found.problems if "not read with" in each.message]
    assert problem.stops
    assert " 99”" in problem.message


def test_a_row_behind_the_end_of_its_list_stops():
    words, _ = plain([CRIMES, *crimes(3)])
    later = [(x, y + 150, text) for x, y, text in plain(crimes(1))[0]]
    found = read(
        ([*words, (60, 230, "From here on as the north of the county has it"), *later], [])
    )
    (problem,) = [each for each in found.problems if each.stops]
    assert problem.message.startswith("Page 1: “1 2018/19 THREATS Charged” looks like a row")


def test_a_row_of_figures_near_a_table_and_in_none_stops():
    words, strokes = ruled(FIRST)
    beyond: Words = [(64, 190, "Threats"), (300, 190, "15"), (350, 190, "16")]
    found = read(([*words, *beyond], strokes))
    (problem,) = [each for each in found.problems if each.stops]
    assert "“Threats 15 16”" in problem.message


def test_a_line_that_is_not_of_a_list_is_no_row_of_it_overleaf():
    words, _ = plain(crimes(3))
    found = read(
        plain([CRIMES, *crimes(3)]), ([(60, 40, "Northshire"), (285, 40, "2019"), *words], [])
    )
    assert sum(each.value or 0 for table in found.tables for each in table.observations) == 6


@pytest.mark.parametrize("draw", [ruled, plain])
def test_a_lone_number_below_a_table_stops_and_the_number_of_the_page_does_not(draw):
    words, strokes = draw(FIRST)
    found = read(([*words, (300, TOP + 16 + HIGH * 3, "15"), (280, 800, "1")], strokes))
    assert ["“15”" in each.message for each in found.problems if each.stops] == [True]
    assert not read(([*words, (300, TOP + 16 + HIGH * 3, "1")], strokes)).problems


SEXES: PageRows = [COUNTS, ["Rape", "", ""], ["Girls", 11, 12], ["Boys", 13, 14]]


def sexes(found: ReadFile) -> dict[int | None, tuple[str | None, str | None]]:
    every = (each for table in found.tables for each in table.observations)
    return {each.value: (each.labels.get("offence"), each.labels.get("sex")) for each in every}


@pytest.mark.parametrize("again", [[], [COUNTS]])
def test_a_line_at_the_foot_of_a_page_is_over_the_rows_overleaf(again):
    words, _ = plain([*SEXES, ["Stalking", "", ""], ["Girls", 15, 16], ["Boys", 17, 18]])
    foot: Words = [(64, 600, "Rape of a male")]
    found = read(([*words, *foot], []), plain([*again, ["Girls", 21, 22], ["Boys", 23, 24]]))
    assert sexes(found)[15] == ("Stalking", "Girls")
    assert sexes(found)[21] == ("Rape of a male", "Girls")
    assert not found.problems


def test_a_line_of_another_kind_at_the_foot_of_a_page_stops():
    words, _ = plain([*SEXES, ["Stalking", "", ""], ["Girls", 15, 16], ["Boys", 17, 18]])
    found = read(
        ([*words, (64, 600, "Second request")], []),
        plain([COUNTS, ["Girls", 21, 22], ["Boys", 3, 4]]),
    )
    (problem,) = [each for each in found.problems if each.stops]
    assert problem.message.startswith("“Second request” is between this table")


def stops(*beyond: tuple[float, float, str]) -> list[str]:
    words, _ = plain(FIRST)
    found = read(([*words, *beyond], []))
    return [each.message for each in found.problems if each.stops]


def test_a_number_beside_words_stops_wherever_on_the_page_it_is():
    (message,) = stops((64, 600, "Threats"), (300, 600, "15"))
    assert message.startswith("Page 1: “Threats 15” looks like a row")
    assert not stops((64, 600, "Our reference"), (300, 600, "15"))


def test_a_number_alone_stops_unless_it_is_in_the_margin_or_a_year_over_a_table():
    (message,) = stops((300, 500, "15"))
    assert message.startswith("Page 1: “15” looks like a row")
    assert not stops((300, 830, "15"))
    words, strokes = ruled(FIRST)
    assert not read(([*words, (64, 85, "2019")], strokes)).problems
    assert read(([*words, (64, 85, "15")], strokes)).problems


def test_figures_below_a_table_and_in_none_of_its_columns_stop():
    words, _ = plain([COUNTS, ["Rape of a male child", 11, 12], ["Stalking", 13, 14]])
    below = TOP + 16 + HIGH * 4
    found = read(([*words, (60, below, "Threats"), (120, below, "15")], []))
    (problem,) = [each for each in found.problems if each.stops]
    assert problem.message.startswith("Page 1: “Threats 15” looks like a row")


@pytest.mark.parametrize("seed", range(3))
def test_every_number_on_a_page_is_a_count_or_a_question(seed):
    chance = random.Random(seed)
    numbers = map(str, range(101, 999))
    words: Words = []
    y = 70
    while y < 740:
        if chance.random() < 0.5:
            wide, rows = chance.randint(1, 3), chance.randint(1, 5)
            heads = ["Offence", *["2017/18", "2018/19", "2019/20"][:wide]]
            body = [["Rape", *(next(numbers) for _ in range(wide))] for _ in range(rows)]
            for r, row in enumerate([heads, *body]):
                words += [(60 + 100 * c, y + 18 * r, text) for c, text in enumerate(row)]
            y += 18 * (rows + 1)
        else:
            left = chance.choice(["", "Threats"])
            words += [(chance.choice([60, 90]), y, left)] if left else []
            words.append((chance.choice([200, 310, 400]), y, next(numbers)))
        y += chance.choice([20, 40, 70])
    found = read((words, []))
    counts = {str(each.value) for table in found.tables for each in table.observations}
    asked = " ".join([each.message for each in found.problems if each.stops])
    taken = {each.text for each in found.not_taken}
    every = {text for *_, text in words if text.isdigit()}
    assert every <= {*counts, *taken, *re.findall(r"\d+", asked)}
