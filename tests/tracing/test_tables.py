"""A number in a table is said of what its row and its column name."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
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
DOCUMENTS = (Evidence(read_facts(LOCAL)), Evidence(read_facts(NATIONAL)))


def flagged(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("Year | Offences\n2016/17 | 380\n2017/18 | 490", []),
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
