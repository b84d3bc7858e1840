"""A rule through the words of a page is asked about; rules around and below them are not."""

import pytest

from offences.returns import read_file
from tests.returns.test_pages import page_of

pytestmark = pytest.mark.usefixtures("read_here")

ROWS = [("Offence", "2017/18", "2018/19"), ("Rape", "58", "2"), ("Grooming", "3", "14")]
_WORDS = [
    (64 + 120 * c, 142 + 24 * r, text) for r, row in enumerate(ROWS) for c, text in enumerate(row)
]
_GRID = [f"60 {716 - 24 * r} m 420 {716 - 24 * r} l S" for r in range(4)] + [
    f"{60 + 120 * c} 716 m {60 + 120 * c} 644 l S" for c in range(4)
]
_LINE = 842 - 142 - 24  # the foot of the letters of “58”, which is 11 points wide


def asked(strokes: list[str], *, ruled: bool = True) -> list[str]:
    found = read_file(page_of(_WORDS, [*(_GRID if ruled else []), *strokes]), "a.pdf")
    counts = {o.cell: o.value for table in found.tables for o in table.observations}
    assert sorted(counts.values()) == [2, 3, 14, 58]
    return [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_struck_out_count_is_asked_about(ruled):
    strokes = [f"184 {_LINE + 3} m 196 {_LINE + 3} l S"]
    why = "Page 1: “58” in “Rape 58 2” is struck out: does it still count?"
    assert asked(strokes, ruled=ruled) == [why]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    "strokes",
    [
        [f"182 {_LINE - 2} m 198 {_LINE + 9} l S"],
        [f"182 {_LINE - 2} m 198 {_LINE + 9} l 182 {_LINE + 9} m 198 {_LINE - 2} l S"],
        [f"60 {_LINE + 2} m 330 {_LINE + 5} l S"],
        [f"182 {_LINE} m 196 {_LINE + 9} l 198 {_LINE + 8} l 184 {_LINE - 1} l h f"],
    ],
)
def test_a_count_with_a_slanting_stroke_through_it_is_asked_about(strokes, ruled):
    (why,) = asked(strokes, ruled=ruled)
    assert "“58” in “Rape 58 2”" in why


@pytest.mark.parametrize(
    "strokes",
    [
        [f"60 {_LINE + 40} m 180 {_LINE + 16} l S"],  # the corner, between its two names
        [f"450 {_LINE} m 480 {_LINE + 9} l S"],  # beside the table
        [f"60 {_LINE} m " + " ".join(f"{x} {_LINE + x % 7} l" for x in range(80, 420, 20)) + " S"],
    ],
)
def test_a_cut_corner_and_the_line_of_a_chart_are_not(strokes):
    assert not asked(strokes)


_SLANT = f"182 {_LINE - 2} m 198 {_LINE + 9} l"
_ARROW = f"176 {_LINE - 2} m 200 {_LINE + 4} l 176 {_LINE + 10} l h"


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    ("stroke", "is_asked"),
    [
        (f"1 G {_SLANT} S", False),
        (f"0.9 0.9 1 RG {_SLANT} S", False),
        (f"0.85 g {_ARROW} f", False),
        (f"{_SLANT} n", False),
        (f"1 G 184 {_LINE + 3} m 196 {_LINE + 3} l S", False),
        (f"1 0 0 RG {_SLANT} S", True),
        (f"0.6 G {_SLANT} S", True),
        (f"1 0.77 0.77 RG {_SLANT} S", True),
        (f"1 1 0.4 RG 2.5 w {_SLANT} S", True),
        (f"0.7 1 1 RG 184 {_LINE + 3} m 196 {_LINE + 3} l S", True),
        (f"0.83 G 184 {_LINE + 3} m 196 {_LINE + 3} l S", True),
        (f"0.87 g 184 {_LINE + 2.8} 12 0.6 re f", True),
        (f"1 0.8 0.7 rg {_ARROW} f", True),
        (f"0.85 g 0 G {_ARROW} B", True),
    ],
)
def test_a_pale_stroke_or_ground_strikes_nothing_out(stroke, is_asked, ruled):
    assert bool(asked([f"q {stroke} Q"], ruled=ruled)) is is_asked


@pytest.mark.parametrize("text", ["12 June 2021", "Telephone 101", "73"])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_signature_and_a_chart_beside_the_table_strike_nothing_out(ruled, text):
    foot = 842 - 600
    words = [*_WORDS, (64, 600, text)]
    strokes = [f"58 {foot - 3} m 90 {foot + 9} l 150 {foot - 2} l S"]
    data = page_of(words, [*(_GRID if ruled else []), *strokes])
    found = read_file(data, "a.pdf").problems
    assert not [each for each in found if "struck out" in each.message]


def test_a_thin_box_drawn_through_a_count_is_a_rule_too():
    assert len(asked([f"184 {_LINE + 2.8} 12 0.6 re f"], ruled=False)) == 1


def test_a_whole_row_that_is_struck_out_is_one_question():
    strokes = [f"60 {_LINE + 3} m 330 {_LINE + 3} l S"]
    (why,) = asked(strokes, ruled=False)
    assert why == (
        "Page 1: “Rape” in “Rape 58 2”, “58” in “Rape 58 2” and “2” in “Rape 58 2” are struck out: "
        "do they still count?"
    )


@pytest.mark.parametrize(
    "stroke",
    [f"184 {_LINE - 1} m 196 {_LINE - 1} l S", f"184 {_LINE + 11} m 196 {_LINE + 11} l S",
     f"182 {_LINE - 3} 16 14 re S", f"210 {_LINE + 3} m 240 {_LINE + 3} l S"],
)  # fmt: skip
def test_a_rule_below_over_around_or_beside_a_count_is_none_through_it(stroke):
    assert asked([stroke], ruled=False) == []
