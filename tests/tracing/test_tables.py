"""A number in a table is said of what its row and its column name."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.trace import trace

OWN = {"2016/17": 380, "2017/18": 490, "2018/19": 675}
LOCAL = {
    "place": "Hollinshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": OWN,
    "ages": {"12": 60, "13": 90, "14": 80, "15": 130, "unknown": 315},
    "shares": {
        "gender": {"of": 675, "known": 360, "parts": {"girls": 250, "boys": 110}},
        "platform": {"of": 675, "known": 83, "parts": {"Snapchat": 28, "Kik": 9}},
    },
}
PANEL = {"Hollinshire": OWN, "Marlshire": {"2017/18": 393, "2018/19": 483}}
NATIONAL = {**LOCAL, "place": "England", "scope": "national", "panel": PANEL}
NATIONAL = {k: v for k, v in NATIONAL.items() if k not in ("series", "ages", "shares")}
DOCUMENTS = Documents([Evidence(read_facts(LOCAL)), Evidence(read_facts(NATIONAL))])


def flagged(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("Year | Offences\n2016/17 | 380\n2017/18 | 490", []),
        ("Year / Offences\n2016/17 / 380\n2017/18 / 490", []),
        ("Year / Offences\n2016/17 / 490\n2017/18 / 490", ["490"]),
        ("Year | Offences\n2016/17 | 490\n2017/18 | 380", ["490", "380"]),
        ("| App | Offences |\n|---|---|\n| Snapchat | 28 |\n| Kik | 9 |", []),
        ("| App | Offences |\n|---|---|\n| Snapchat | 9 |\n| Kik | 28 |", ["9", "28"]),
        ("Sex\tOffences\nGirls\t250\nBoys\t110\nNot known\t315", []),
        ("Sex\tOffences\nGirls\t110\nBoys\t250", ["110", "250"]),
        ("2016/17 | 2017/18 | 2018/19\n380 | 490 | 675", []),
        ("Age | Offences\n13 | 90\n14 | 80\n12-15 | 70", ["70"]),
        ("Age | Offences\n13 | 80\n14 | 90", ["80", "90"]),
        ("Hollinshire | 2017/18 | 2018/19 | Change\nOffences | 490 | 675 | +185", []),
        ("Year | Offences | Girls\n2018/19 | 675 | 110\n2017/18 | 490 |", ["110"]),
        ("Force | 2017/18 | 2018/19\nHollinshire | 490 | 675\nMarlshire | 393 | 483", []),
        (
            "Force | 2017/18 | 2018/19\nHollinshire | 490 | 483\nMarlshire | 393 | 675",
            ["483", "675"],
        ),
        ("Force, 2017/18, 2018/19\nHollinshire, 490, 675\nMarlshire, 393, 483", []),
        (
            "Force, 2017/18, 2018/19\nHollinshire, 675, 490\nMarlshire, 393, 675",
            ["675", "490", "675"],
        ),
        (
            "Force, 2017/18, 2018/19, change\nHollinshire, 490, 675, 38%\nMarlshire, 393, 483, 23%",
            [],
        ),
        ("Force, 2018/19, 2017/18\nHollinshire, 675, 490\nMarlshire, 490, 393", ["490"]),
        ("Force | Offences\nMarlshire | 1204\nHollinshire | 675", ["1204"]),
    ],
)
def test_a_number_of_a_table_is_judged_by_its_row_and_its_column(table, wrong):
    assert flagged(f"The figures, by line\n\n{table}\n\nThat is all.") == wrong


BODIES = "| | Hollinshire | All forces |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (f"{BODIES}| 2018/19 | 675 | 1,158 |\n| 2017/18 | 490 | 883 |", []),
        (f"{BODIES}| 2018/19 | 1,158 | 675 |\n| 2017/18 | 490 | 883 |", ["1,158", "675"]),
        ("2016/17 ... 380\n2017/18 ... 490\n2018/19 ... 675", []),
        ("2016/17 ... 490\n2017/18 ... 380\n2018/19 ... 675", ["490", "380"]),
        ("Age, where known:\n  12: 60\n  13: 90\n  14: 80", []),
        ("Age, where known:\n  12: 90\n  13: 60\n  14: 80", ["90", "60"]),
    ],
)
def test_a_table_may_have_a_column_for_each_body_or_dots_or_ages(table, wrong):
    assert flagged(f"The figures\n\n{table}\n\nThat is all.") == wrong


def statement(table, number="77"):
    """What the number is said of in a table."""
    passage = Passage(f"The figures, by line\n\n{table}\n\nThat is all.")
    binder = Binder(passage, find(passage), DOCUMENTS)
    (found,) = [each for each in binder.figures if passage.text[each.start : each.end] == number]
    return binder.bind(found)


@pytest.mark.parametrize(
    ("table", "bodies"),
    [
        ("Marlshire\n2017/18 | 12\n2018/19 | 77", ["Marlshire"]),
        ("Marlshire, as Marlshire gave it\n2017/18 | 12\n2018/19 | 77", ["Marlshire"]),
        ("Marlshire beside Hollinshire\n2017/18 | 12\n2018/19 | 77", []),
        ("Hollinshire\nForce | 2018/19\nMarlshire | 77\nNo other | 3", ["Marlshire"]),
        ("Force | Hollinshire\nTotal | 12\nMarlshire | 77", ["Marlshire"]),
    ],
)
def test_a_cell_is_of_the_body_of_its_row_then_its_column_then_the_caption(table, bodies):
    assert [each.name for each in statement(table).bodies] == bodies


@pytest.mark.parametrize(
    ("table", "years"),
    [
        ("Year | Offences\n2017 | 12\n2018 | 77", {2017, 2018}),
        ("Year | Offences\n2017/18 | 12\n2018/19 | 77", {2018}),
        ("In 2017/18\nSex | Offences\nGirls | 12\nBoys | 77", {2017}),
        ("In 2017/18\nYear | Offences\n2016/17 | 12\n2018/19 | 77", {2018}),
        ("Year | 2018/19\n2016/17 | 12\n2017/18 | 77", set()),
        ("Force | 2017/18 | Change\nMarlshire | 12 | 77\nKent | 1 | 2", set()),
    ],
)
def test_a_cell_is_of_the_year_of_its_row_or_column_or_else_of_the_caption(table, years):
    assert {year.start for year in statement(table).years or ()} == years


@pytest.mark.parametrize(
    ("table", "role", "known_of"),
    [
        ("Sex | Offences\nSex known | 12\nSex not known | 77", "unknown", "sex"),
        ("Sex | Offences\nGirls | 12\nSex known | 77", "known", "sex"),
        ("Sex | Offences\nGirls | 12\nSex recorded | 77", "known", "sex"),
        ("Sex | Offences\nGirls | 12\nKnown | 77", "known", "sex"),
        ("Platform | Offences\nKik | 12\nNot recorded | 77", "unknown", "part"),
        ("Age | Offences\n12 | 12\nUnknown | 77", "unknown", "age"),
        ("Age | Offences\n12 | 12\nTotal | 77", "", ""),
    ],
)
def test_a_row_may_be_of_those_of_whom_something_is_known_or_is_not(table, role, known_of):
    found = statement(table)
    assert (found.role, found.known_of, found.in_table) == (role, known_of, True)


@pytest.mark.parametrize(
    ("table", "ages"),
    [
        ("Age | Offences\n11 | 12\n12 | 77", [(12, 12)]),
        ("Age | Offences\n11 | 12\n12-15 | 77", [(12, 15)]),
        ("Age group | Offences\n11 | 12\n12 to 15 | 77", [(12, 15)]),
        ("Age | Offences\n11 | 12\n15+ | 77", [(15, 17)]),
        ("By age\nOf | Offences\n11 | 12\n12 | 77", [(12, 12)]),
        ("Line | Offences\n11 | 12\n12 | 77", []),
        ("Age | Offences\nAll 12 | 12\nAll 13 | 77", []),
    ],
)
def test_a_row_is_of_the_age_that_its_label_gives_in_a_column_of_ages(table, ages):
    assert [(each.low, each.high) for each in statement(table).categories] == ages


def test_a_number_in_a_column_of_changes_is_a_change():
    found = statement("Force | 2017/18 | Increase\nMarlshire | 12 | 77\nKent | 1 | 2")
    assert (found.figure.kind, found.years) == ("difference", None)
    assert statement("Force | 2017/18\nMarlshire | 77\nKent | 2").figure.kind == "count"
