"""Lines of a data box, wholes that are named again, answers to questions, forces by number."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.lists import rows_in
from offences.tracing.trace import trace

PANEL = {
    "Tarn": {"2016/17": 200, "2017/18": 300, "2018/19": 360},
    "Ashby": {"2016/17": 100, "2017/18": 140, "2018/19": 150},
    "Fell": {"2017/18": 50, "2018/19": 90},
    "Moor": {"2018/19": 75},
}
LOCAL = {
    "place": "Tarn",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {
        "2014/15": {"suppressed": [1, 4]},
        "2015/16": {"value": 118, "previously": 109},
        "2016/17": 200,
        "2017/18": 300,
        "2018/19": 360,
    },
    "shares": {
        "gender": {"of": 360, "known": 250, "parts": {"girls": 200, "boys": 50}},
        "platform": {"of": 360, "known": 140, "parts": {"Snapchat": 70, "Kik": 28, "Roblox": 7}},
        "offence": {
            "of": 360,
            "known": 360,
            "parts": {"sexual communication with a child": 189, "rape": 36},
        },
    },
}
NATION = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "panel": PANEL,
    "asked": 6,
    "nations": ["England"],
    "shares": {"gender": {"of": 675, "known": 500, "parts": {"girls": 410, "boys": 90}}},
}
DOCUMENTS = Evidence(read_facts(LOCAL)), Evidence(read_facts(NATION))
WRONG = ("mismatch", "untraced")


def flagged(text):
    return [f.text for f in trace(text, *DOCUMENTS) if f.verdict in WRONG]


BOX = """TARN, 2018/19
Offences recorded: 360
A year earlier: 300
Change in a year: up 60
Change since 2016/17: up 160
In 2014/15: fewer than five offences
Platform known in: 140 offences
of which Snapchat: 50%
of which Kik: 20%

Girls and boys, in the 250 offences where sex was noted:
Girls 200
Boys 50

ENGLAND, 2018/19
Offences recorded: 675
Forces with a figure: 4 of 6
Offences where sex was recorded: 500
of which against girls: 410
"""


def test_each_line_of_a_data_box_is_of_its_own_label_and_of_the_heading_above():
    assert flagged(BOX) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Kik: 20%", "Kik: 50%"),
        ("Girls 200", "Girls 50"),
        ("year: up 60", "year: up 160"),
        ("earlier: 300", "earlier: 200"),
        ("recorded: 675", "recorded: 360"),
        ("4 of 6", "3 of 6"),
        ("girls: 410", "girls: 90"),
        ("recorded: 500", "recorded: 250"),
    ],
)
def test_the_number_of_a_line_is_never_that_of_the_next(right, wrong):
    number = wrong.split(": ")[-1].split()[-1] if " of " not in wrong else wrong
    assert [number in each for each in flagged(BOX.replace(right, wrong))] == [True]


def test_lines_of_running_text_are_no_list():
    assert rows_in("The force recorded\n360 offences. In 2017/18 it had\nrecorded 300.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A fifth of cases in Tarn where the platform was known involved Kik. That is 28 of 140.",
        "More than half in Tarn, 189 of the 360, were sexual communication with a child.",
        "Sexual communication accounts for 189 of the 360 offences in Tarn.",
        "The platform is known for 140 of the 360 offences in Tarn. Of the 140, half were on"
        " Snapchat.",
        "Q. How many offences in Tarn were rape?\nA. Thirty-six of the 360, or 10%.",
        '"You wrote that Tarn had 109 in 2015/16. Now you say 118. Which is it?"\nIt is 118. It was'
        " published as 109.",
        "In 2016/17 police in Tarn recorded 200. Then came 300, and last year 360.",
        "Tarn by year:\n2016/17 200\n2017/18 300\n2018/19 360",
        "In Tarn the sex was known for 250 of the 360, and the platform for 140.",
        "Sex of the child in Tarn\nRecorded: 250\nNot recorded: 110\nGirls: 200",
        "Across England, like for like on 2017/18: 490 to 600 (3 forces).",
        "POST 1: Tarn recorded 360 offences.\nPOST 2: Girls were 200 of the 250 known.",
        "EVENING NEWS - SCRIPT - 18.30\n\nTarn recorded 360 offences.",
        "Platforms in Tarn: Snapchat 70 / Kik 28 / Roblox 7.",
        "Platforms in Tarn: Snapchat 70 • Kik 28 • Roblox 7.",
    ],
)
def test_what_was_named_before_is_what_is_meant(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kik was used in a fifth of the known cases in Tarn. That is 70 of 140.", "70 of 140"),
        ("Of the 140 with a known app, 70 involved Snapchat, 28 Kik and nine Roblox.", "nine"),
        ("In 2017/18 there were 300 in Tarn, which means 160 more in one year.", "160"),
        ("Where the platform was known in Tarn, Kik was named in 28, 20% of all offences.", "20%"),
        ("Rise in a year in Tarn: 160\nOffences in Tarn: 360", "160"),
        ("Platforms in Tarn: Snapchat 28 / Kik 28 / Roblox 7.", "28"),
        ("Platforms in Tarn: Snapchat 70 • Kik 7 • Roblox 7.", "7"),
        ("Across England, like for like on 2016/17: 490 to 600.", "490 to 600"),
        ("In Tarn Kik was named in 28 cases, 20% of everything recorded.", "20%"),
        ("ENGLAND\nOffences: 675\nForces asked: 4", "4"),
        ("Was it worse for girls in Tarn? Police recorded 200 offences last year.", "200"),
        ("In that year 60 fewer children in Tarn were harmed.", "60"),
    ],
)  # fmt: skip
def test_a_right_number_of_another_part_or_year_is_wrong(text, wrong):
    assert flagged(text) == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Among the 3 with figures for both years, offences rose by 110 in a year.", []),
        ("Among the 2 with figures for 2016/17 and 2018/19, they rose by 210.", []),
        ("Across England, the rise since 2016/17 is 70% among 2 forces.", []),
        ("Across England, the rise since 2016/17 is 70% among 3 forces.", ["3"]),
        ("Among the 2 forces with figures for both years, they rose by 22% in a year.", ["2"]),
    ],
)  # fmt: skip
def test_the_forces_of_a_change_are_those_with_figures_for_its_two_years(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize("line", ["- {}: {}", "{} – {}", "* {}: on {}"])
def test_a_number_before_its_label_is_of_that_in_each_line_of_a_list(line):
    def suggestions(*numbers):
        parts = zip((360, *numbers), ("all offences", "Snapchat", "Kik"), strict=True)
        text = "\n".join(["Offences in Tarn:", *(line.format(*each) for each in parts)])
        return [(f.verdict, f.suggestion) for f in trace(text, *DOCUMENTS)]

    assert suggestions(70, 28) == [("traced", "")] * 3
    assert suggestions(28, 70) == [("traced", ""), ("mismatch", "70"), ("mismatch", "28")]


@pytest.mark.parametrize(("change", "is_wrong"), [("80%", False), ("160", False), ("205%", True)])
def test_a_change_may_be_of_the_last_three_numbers_of_a_list_and_of_no_earlier_one(
    change, is_wrong
):
    text = f"From 118 it went to 200, then to 300 and to 360 in Tarn, a rise of {change}."
    assert (change in flagged(text)) is is_wrong


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Sex of victims in Tarn, where known\n\nGirls: 200\nBoys: 50\nTotal: {}", 250, 360),
        ("Offences in Tarn\n\nSnapchat – 70\nTotal – {}", 360, 140),
        ("Tarn by year\n\nFinancial year 2017/18 – {}\nFinancial year 2018/19 – 360", 300, 250),
        ("Sex of the victims in Tarn\n\nGirls: 200\nNot known: {}", 110, 220),
    ],
)
def test_a_line_by_itself_is_the_heading_of_the_list_behind_an_empty_line(text, right, false):
    assert flagged(text.format(right)) == []
    assert str(false) in flagged(text.format(false))
