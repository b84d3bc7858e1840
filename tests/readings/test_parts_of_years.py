"""A part of a year keeps its months, or is no figure; parts that are the whole are the year."""

import pytest

from offences.intake.returns import ReadingAnswers
from offences.intake.returns.answers import TableAnswer, count_key
from offences.statistics.years import starting_in
from tests.readings.made import doubts, made, plan, seen, stopping, told

pytestmark = pytest.mark.django_db

ITS_COUNT = "Total, 2018/19"
QUARTERS = ([4, 6], [7, 9], [10, 12], [1, 3])


def quarters(*numbers, of=QUARTERS, **year):
    """Cells of these quarters; a tuple is a range, None a blank."""
    cells = []
    for column, (number, months) in enumerate(zip(numbers, of, strict=False)):
        content = {"number": number}
        if isinstance(number, tuple):
            content = {"marker": "suppressed", "low": number[0], "high": number[1]}
        if number is None:
            content = {"marker": "blank"}
        at, said = f"{'BCDEF'[column]}2", f"Quarter {column + 1}"
        cells.append(seen(at, months=months, other=[said], **year, **content))
    return cells


def test_a_part_of_a_year_keeps_its_months(world):
    done = made(world, [seen("B2", number=19, months=(4, 9), other=["Apr-Sep 2018"])])
    assert told(done) == {ITS_COUNT: "19 Apr-Sep"}
    assert done.rows[0].figure.entry.period == (4, 9)


def test_a_part_whose_months_nobody_knows_is_no_figure(world):
    done = made(world, [seen("B2", number=19, other=["year to date"])])
    assert not done.rows
    assert "its months are not clear" in stopping(done)[0]


def test_a_sentence_that_makes_a_year_a_part_is_no_label_and_its_months_are_stored(world):
    line = "All figures are for April to September only"
    part = seen("B2", number=19, months=(4, 9), other=[line], part_words=line)
    assert told(made(world, [part])) == {ITS_COUNT: "19 Apr-Sep"}
    line = "Half-year figures"
    done = made(world, [seen("B2", number=19, other=[line], part_words=line)])
    assert not done.rows
    assert "its months are not clear" in stopping(done)[0]


def test_its_months_are_mended_by_typing_them(world):
    cells = [seen("B2", number=19, other=["year to date"])]
    for typed, said in (("19 Apr-Sep", "19 Apr-Sep"), ("19 Apr to Mar", "19")):
        done = made(world, cells, answers=ReadingAnswers(corrections={"Data!B2": typed}))
        assert told(done) == {ITS_COUNT: said}


def test_a_number_typed_for_a_part_of_a_year_is_not_the_year_s(world):
    unread = seen("B2", marker="unreadable", months=(4, 9), other=["Apr-Sep 2018"])
    done = made(world, [unread], answers=ReadingAnswers(corrections={"Data!B2": "19"}))
    assert told(done) == {ITS_COUNT: "19 Apr-Sep"}
    unclear = seen("B2", number=18, other=["year to date"])
    assert not made(world, [unclear], answers=ReadingAnswers(corrections={"Data!B2": "19"})).rows


def test_months_that_are_the_whole_year_are_the_year(world):
    done = made(world, [seen("B2", number=19, months=(4, 3))])
    assert told(done) == {ITS_COUNT: "19"}


def test_months_that_run_out_of_the_financial_year_are_no_figure(world):
    done = made(world, [seen("B2", number=19, months=(1, 6), other=["Jan-Jun"])])
    assert not done.rows
    assert "its months are not clear" in stopping(done)[0]


@pytest.mark.parametrize(
    "content",
    [
        {"marker": "suppressed", "low": 1, "high": 4},
        {"marker": "suppressed"},
        {"marker": "not_held"},
        {"marker": "blank"},
    ],
)
def test_a_part_of_a_year_without_a_plain_number_says_nothing_of_the_year(world, content):
    done = made(world, [seen("B2", months=(4, 9), other=["Apr-Sep 2018"], **content)])
    assert not done.rows
    assert "has no plain number for the part of the year" in stopping(done)[0]


def test_four_quarters_are_the_year(world):
    done = made(world, [*quarters(5, 6, 7, 8)])
    assert told(done) == {ITS_COUNT: "26"}
    assert done.rows[0].figure.cells == "B2 + C2 + D2 + E2"


def test_equal_quarters_are_not_one_quarter(world):
    assert told(made(world, quarters(5, 5, 5, 5))) == {ITS_COUNT: "20"}


def test_two_quarters_are_six_months(world):
    assert told(made(world, quarters(5, 6))) == {ITS_COUNT: "11 Apr-Sep"}


def test_quarters_of_which_one_is_withheld_are_a_range_of_the_whole_year_alone(world):
    assert told(made(world, quarters(5, (1, 4), 7, 8))) == {ITS_COUNT: "21-24"}
    assert not made(world, quarters(5, (1, 4))).rows


def test_quarters_all_withheld_are_not_one_of_them(world):
    withheld = [(1, 4)] * 4
    assert told(made(world, quarters(*withheld))) == {ITS_COUNT: "4-16"}
    assert not made(world, quarters(*withheld[:2])).rows


def test_a_blank_quarter_leaves_the_year_without_a_figure(world):
    done = made(world, quarters(5, None, 7, 8))
    assert not done.rows
    assert "they cannot be added up" in stopping(done)[0]


def test_quarters_with_a_gap_or_an_overlap_are_no_figure(world):
    for of in (([4, 6], [10, 12]), ([4, 9], [7, 12])):
        done = made(world, quarters(5, 6, of=of))
        assert not done.rows
        assert "overlap or leave a gap" in stopping(done)[0]


@pytest.mark.parametrize(
    ("start", "of", "said"),
    [
        (1, ([1, 3], [4, 6]), "11 Jan-Jun"),
        (1, ([10, 12], [1, 3]), ""),
        (1, ([1, 6], [7, 12]), "11"),
        (7, ([1, 3], [4, 6]), "11 Jan-Jun"),
        (7, ([4, 6], [7, 9]), ""),
        (7, ([7, 12], [1, 6]), "11"),
    ],
)
def test_parts_follow_each_other_in_the_charity_s_own_year(world, start, of, said):
    year = {"year": "2018"} if start == 1 else {"kind": "own"}
    with starting_in(start):
        done = made(world, quarters(5, 6, of=of, **year))
        assert list(told(done).values()) == ([said] if said else [])
        if not said:
            assert "overlap or leave a gap" in stopping(done)[0]


def test_the_year_beside_its_quarters_is_the_figure(world):
    for total in (True, False):
        done = made(world, [*quarters(5, 6, 7, 8), seen("F2", number=27, total=total)])
        assert told(done) == {ITS_COUNT: "27"}
        assert done.rows[0].figure.cells == "F2"


def test_the_same_quarter_twice_has_to_agree(world):
    done = made(world, quarters(5, 6, of=([4, 6], [4, 6])))
    assert not done.rows
    assert "a different number" in stopping(done)[0]


def tables(*parts):
    """Tables with one count of these months each: number, months."""
    return [
        [seen(f"{column}2", number=number, months=tuple(of), other=["Apr-Sep"])]
        for column, (number, of) in zip("BCDE", parts, strict=False)
    ]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([(61, [4, 9]), (36, [10, 3])], "97"),
        ([(36, [10, 3]), (61, [4, 9])], "97"),
        ([(20, [4, 6]), (21, [7, 9]), (22, [10, 12]), (23, [1, 3])], "86"),
        ([(5, [4, 6]), (6, [7, 9])], "11 Apr-Sep"),
        ([(61, [4, 9]), (61, [10, 3])], "122"),
    ],
)
def test_parts_of_a_year_in_tables_of_their_own_are_added_up_and_that_is_asked(world, parts, said):
    done = made(world, *tables(*parts))
    assert told(done) == {ITS_COUNT: said}
    assert any("is added up over them" in each for each in doubts(done))


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([(61, [4, 9]), (62, [4, 9])], "Switch off the table that is not meant"),
        ([(61, [4, 9]), (36, [7, 12])], "Switch off the table that is not meant"),
        ([(61, [4, 6]), (36, [10, 12])], "overlap or leave a gap"),
    ],
)
def test_parts_in_tables_that_are_not_one_after_the_other_are_not_added_up(world, parts, why):
    done = made(world, *tables(*parts))
    assert not done.rows
    assert any(why in each for each in stopping(done))


def test_a_year_in_one_table_and_a_part_of_it_in_another_are_not_added_up(world):
    done = made(world, [seen("F2", number=97)], *tables((36, [10, 3])))
    assert not done.rows
    assert stopping(done)


def test_one_label_s_year_and_another_s_half_year_are_not_added_up(world):
    cells = [
        seen("B2", number=5, platform="Kik"),
        seen("C2", number=6, platform="Skype", months=(4, 9), other=["Apr-Sep"]),
    ]
    done = made(world, cells, answers=ReadingAnswers(tables={0: TableAnswer(added=("platform",))}))
    assert not done.rows
    assert "for the year and for a part of it" in stopping(done)[0]


NOTED = [
    ("Offence", "2017/18", "2018/19*"),
    ("Sexual assault", 11, 14),
    ("Sexual communication with a child", 15, 18),
    (),
    ("* April to September only",),
]
ASKED = "A note says “* April to September only”. Is this count of the whole of 2018/19?"


def test_the_answer_for_one_count_that_a_note_is_about_leaves_the_others_open(world):
    done = plan(world, *NOTED)
    assert stopping(done) == [ASKED, ASKED]
    done = plan(world, *NOTED, answers=ReadingAnswers(corrections={"Data!C2": "14 Apr-Sep"}))
    assert [(each.cell, each.message) for each in done.problems if each.stops] == [("C3", ASKED)]
    assert done.why_not
    both = {"Data!C2": "14 Apr-Sep", "Data!C3": "18 Apr-Sep"}
    done = plan(world, *NOTED, answers=ReadingAnswers(corrections=both))
    assert not done.why_not
    assert told(done)["Sexual communication with a child, 2018/19"] == "18 Apr-Sep"


def test_a_remark_beside_a_count_is_answered_before_anything_is_stored(world):
    rows = [
        ("Offence", "2018/19", "Remarks"),
        ("Sexual assault", 14, "not online"),
        ("Sexual communication with a child", 18, ""),
    ]
    done = plan(world, *rows)
    assert done.why_not
    (asked,) = done.problems
    assert "“not online” (C2)" in asked.message
    answers = ReadingAnswers().with_explanation(asked.key, "It is marked as online all the same")
    assert not plan(world, *rows, answers=answers).why_not


IN_QUARTERS = [
    ("Offence", "Quarter", "2018/19"),
    *(("Causing or inciting sexual activity", f"Q{n}", 10 + n) for n in (1, 2, 3, 4)),
    ("Sexual communication with a child", "Q2", 8),
    ("Sexual communication with a child", "Q3", 9),
]
FEW = "has counts of July to December alone"


def test_a_label_of_some_quarters_is_a_part_until_its_sum_is_typed_for_the_year(world):
    counts = "Sexual communication with a child, 2018/19"
    done = plan(world, *IN_QUARTERS)
    assert done.why_not
    assert [FEW in each for each in doubts(done)] == [True]
    assert told(done)[counts] == "17 Jul-Dec"
    for cell in ("C6", "C7"):
        typed = ReadingAnswers(corrections={f"Data!{cell}": "17 Apr-Mar"})
        done = plan(world, *IN_QUARTERS, answers=typed)
        assert not done.why_not
        assert told(done)[counts] == "17"
    number_alone = ReadingAnswers(corrections={"Data!C6": "7"})
    done = plan(world, *IN_QUARTERS, answers=number_alone)
    assert any(FEW in each for each in doubts(done))
    assert told(done)[counts] == "16 Jul-Dec"


@pytest.mark.parametrize("words", ["2018/19 YTD", "2018/19 to date", "2018/19 (part year)"])
def test_a_column_of_a_part_without_months_is_one_question(world, words):
    rows = [
        ("Offence", "2017/18", words),
        ("Sexual assault", 14, 9),
        ("Sexual communication with a child", 18, 12),
    ]
    whole = ("Sexual assault, 2017/18", "Sexual communication with a child, 2017/18")
    done = plan(world, *rows)
    (asked,) = [each for each in done.problems if "its months are not clear" in each.message]
    assert asked.stops and asked.cell == "C2" and "other counts" in asked.message
    assert {*told(done)} == {*whole}
    typed = ReadingAnswers(corrections={"Data!C2": "9 Apr-Sep"})
    done = plan(world, *rows, answers=typed)
    (asked,) = [each for each in done.problems if "its months are not clear" in each.message]
    assert asked.cell == "C3"
    assert told(done)["Sexual assault, 2018/19"] == "9 Apr-Sep"


def test_a_count_typed_for_one_of_them_leaves_the_others_open(world):
    rows = [
        ("Offence", "2018/19 YTD"),
        ("Sexual assault", 9),
        ("Sexual communication with a child", 12),
    ]
    first = plan(world, *rows).problems[0]
    assert len(first.counts) == 2
    done = plan(world, *rows, answers=ReadingAnswers(counts={count_key(first.count): "9"}))
    assert [each.counts for each in done.problems if "not clear" in each.message] == [
        (first.counts[1],)
    ]
    assert told(done) == {"Sexual assault, 2018/19": "9"}
