"""A digit of a page that nobody sees there is asked about, and so are words that are turned."""

import pytest

from offences.returns import read_file
from offences.returns.result import ReadFile
from tests.returns.test_pages import page_of

pytestmark = pytest.mark.usefixtures("read_here")

ROWS = [("Offence", "2017/18", "2018/19"), ("Rape", "58", "2"), ("Grooming", "3", "14")]
WORDS = [
    (64 + 120 * c, 142 + 24 * r, text) for r, row in enumerate(ROWS) for c, text in enumerate(row)
]
AT = 842 - 142 - 48  # the foot of the letters of “14”, at 304 points from the left


def asked(*strokes: str, words: list[tuple[int, int, str]] = WORDS) -> list[str]:
    found = read_file(page_of(words, [*strokes]), "a.pdf")
    return [each.message for each in found.problems if each.stops]


def _text(looks: str, text: str) -> str:
    return f"{looks} BT /F 10 Tf 304 {AT} Td ({text}) Tj ET"


@pytest.mark.parametrize("colour", ["1 1 1", "0 0 0", "0.8 0 0"])
def test_a_number_beneath_a_box_is_asked_about(colour):
    (why,) = asked(f"{colour} rg 300 {AT - 2} 20 12 re f")
    assert why == "Page 1: “14” is hidden, or written over. What is seen?"


def test_a_label_beneath_a_black_box_is_asked_about_and_a_heading_on_a_dark_colour_is_not():
    box = f"56 {AT - 3} 90 14 re f"
    (why,) = asked(f"0 g {box}")
    assert why == "Page 1: a label of a table is hidden, or written over. What is seen?"
    (why,) = asked(f"0 g {box} 300 {AT - 2} 20 12 re f")
    assert why.startswith("Page 1: “14” and a label of a table are hidden")
    without = [word for word in WORDS if word[2] != "Grooming"]
    seen = f"0 0 0.4 rg {box} 1 g BT /F 10 Tf 64 {AT} Td (Grooming) Tj ET"
    assert asked(seen, words=without) == []


@pytest.mark.parametrize("at", [60, 600])
def test_a_name_that_is_blacked_out_beside_the_tables_is_neither_asked_about_nor_shown(at):
    words = [*WORDS, (64, at, "Officer"), (124, at, "Fernsby")]
    assert asked(f"0 g 120 {842 - at - 3} 60 14 re f", words=words) == []


@pytest.mark.parametrize(
    ("colour", "hidden"), [("1 1 1", True), ("0.97 g", True), ("0.5 g", False)]
)
def test_a_number_in_white_letters_is_asked_about(colour, hidden):
    looks = colour if colour.endswith("g") else f"{colour} rg"
    without = [word for word in WORDS if word[2] != "14"]
    assert bool(asked(_text(looks, "14"), words=without)) is hidden


def test_a_number_that_is_written_over_is_asked_about_and_one_drawn_twice_is_not():
    assert "written over" in asked(_text("0 g", "<5"))[0]
    assert asked(f"0 g BT /F 10 Tf 304.3 {AT} Td (14) Tj ET") == []


def test_numbers_on_a_pale_colour_are_not_asked_about():
    assert asked(f"0.9 g 300 {AT - 60} 20 12 re f") == []


@pytest.mark.parametrize(("text", "is_asked"), [("Adults only", True), ("Southmarsh", False)])
def test_words_that_are_turned_are_asked_about_if_they_may_change_the_counts(text, is_asked):
    turned = f"BT /F 10 Tf 0 1 -1 0 500 600 Tm ({text}) Tj ET"
    assert any(f"“{text}” is turned" in each for each in asked(turned)) is is_asked


@pytest.mark.parametrize("turn", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "0.7 0.7 -0.7 0.7"])
@pytest.mark.parametrize(
    "text",
    ["Threats 26", "26", "Girls 26 Boys 4", "Threats: 26 offences", "Threats and stalking <5",
     "2018/19 26", "Threats - sixteen", "Threats nil"],
)  # fmt: skip
def test_turned_words_with_what_may_be_a_count_are_asked_about(turn, text):
    turned = f"BT /F 10 Tf {turn} 400 500 Tm ({text}) Tj ET"
    assert f"Page 1: “{text}” is turned, and not read. Does it matter?" in asked(turned)


@pytest.mark.parametrize(
    "text",
    ["2018/19", "Page 1 of 2", "FOI 4411/22", "3 March 2023", "www.southmarsh.example/2023", "-",
     "Under the Act of 2000", "Girls"],
)  # fmt: skip
def test_turned_words_whose_number_counts_nothing_are_not_asked_about(text):
    turned = f"BT /F 10 Tf 0 1 -1 0 500 600 Tm ({text}) Tj ET"
    assert not any("is turned" in each for each in asked(turned))


def test_a_turned_table_is_asked_about_beside_an_upright_one_or_a_footer():
    rows = [("Offence", "2018/19"), ("Threats", "26"), ("Stalking", "9")]
    turned = [
        f"BT /F 10 Tf 0 1 -1 0 {400 + 20 * r} {400 + 90 * c} Tm ({text}) Tj ET"
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    footer = [(64, 800, "Freedom of Information Unit, Southmarsh Police, page 2 of 2")]
    for words in (WORDS, footer):
        assert "Page 1: “Threats 26 Stalking 9” is turned" in "".join(asked(*turned, words=words))


def test_turned_headings_of_a_table_with_rules_are_read_and_not_asked_about():
    words = [each for each in WORDS if each[2] != "2018/19"]
    heading = "BT /F 6 Tf 0 1 -1 0 350 684 Tm (2018/19) Tj ET"
    numbered = heading.replace("2018/19", "13-15").replace("684", "686")
    for each in (heading, numbered):
        assert not any("is turned" in message for message in asked(*RULES, each, words=words))
    found = read_file(page_of(words, [*RULES, heading]), "a.pdf")
    assert {o.year for table in found.tables for o in table.observations} == {"2017/18", "2018/19"}


RULES = [*(f"56 {842 - y} 360 0 re S" for y in (136, 160, 184, 208))]
RULES += [f"{x} 634 0 72 re S" for x in (56, 180, 300, 416)]


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [("Adults only", True), ("+4", True), ("of which 4 adults", True), ("Ends", False)],
)
def test_words_beside_a_table_with_rules_are_asked_about_if_they_may_change_it(text, is_asked):
    beside = "“{}” stands on page 1 beside a table, outside its rules. Does it count?"
    assert (beside.format(text) in asked(*RULES, words=[*WORDS, (430, 166, text)])) is is_asked
    assert not any("beside a table" in each for each in asked(*RULES))
    below = [*WORDS, (430, 400, text)]
    assert not any("beside a table" in each for each in asked(*RULES, words=below))


def cropped(box: str, words: list[tuple[int, int, str]] = WORDS) -> ReadFile:
    page = page_of(words).replace(b"/MediaBox", f"/CropBox [{box}] /MediaBox".encode())
    return read_file(page, "a.pdf")


@pytest.mark.parametrize(
    ("box", "beyond", "values"),
    [
        ("0 0 290 842", "2018/19 2 14", [58, 3]),
        ("0 670 595 842", "Grooming 3 14", [58, 2]),
        ("0 0 595 690", "Offence 2017/18 2018/19", [58, 2, 3, 14]),
        ("0 0 310 842", "2018/19 14", [58, 2, 3, 14]),
    ],
)
def test_cells_beyond_the_edge_of_a_page_are_asked_about_and_not_read(box, beyond, values):
    found = cropped(box)
    assert [o.value for table in found.tables for o in table.observations] == values
    why = f"“{beyond}” is beyond the edge of page 1, where nobody sees it. Does it count?"
    assert why in [each.message for each in found.problems]


def test_a_word_that_the_edge_of_a_page_cuts_is_read_whole():
    found = cropped("76 0 595 842")
    assert not any("beyond the edge" in each.message for each in found.problems)
    read = {o.labels.get("offence") for table in found.tables for o in table.observations}
    assert read == {"Rape", "Grooming"}


@pytest.mark.parametrize(
    "words", [[], [(64, 20, "Printed by Northshire")], [(64, 40, "Crop marks")]]
)
def test_a_margin_that_is_cut_off_is_not_asked_about(words):
    found = cropped("20 20 500 750", [*WORDS, *words])
    assert [o.value for table in found.tables for o in table.observations] == [58, 2, 3, 14]
    assert not found.problems
