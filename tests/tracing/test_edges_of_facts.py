"""Where a rule about ages, forces or shares turns: the text on either side of its edge."""

import pytest

from offences.tracing.trace import trace
from tests.claims.worlds import panel_of
from tests.tracing import selder
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import ask_about_the_false, documents, flagged
from tests.tracing.test_rates import PRINTED

TARN = "Tarn Police recorded 149 online sexual offences in 2019/20. "
ALONE = tarn({"2018/19": 110, "2019/20": 149})
BOTH = {
    "Northshire": {"2017/18": 100, "2018/19": 130},
    "Southshire": {"2017/18": 50, "2018/19": 70},
}
CLEAR = tarn({"2018/19": 90, "2019/20": 100}, ages={"12": 24, "13": 25, "14": 27, "unknown": 24})
TIED = tarn({"2018/19": 90, "2019/20": 100}, ages={"12": 25, "13": 25, "14": 27, "unknown": 23})
WITHHELD = panel_of({**BOTH, "Eastshire": {"2017/18": {"suppressed": [1, 4]}, "2018/19": 20}})
HALF = panel_of({**BOTH, "Eastshire": {"2017/18": {"value": 9, "months": 6}, "2018/19": 20}})
EVERY = panel_of({**BOTH, "Eastshire": {"2017/18": 9, "2018/19": 20}})
SOME = panel_of(
    {
        **BOTH,
        "Eastshire": {"2017/18": {"missing": "late"}, "2018/19": 20},
        "Westshire": {"2017/18": {"missing": "late"}, "2018/19": {"missing": "late"}},
    }
)
ZERO = panel_of(
    {"Northshire": {"2017/18": 0, "2018/19": 5}, "Southshire": {"2017/18": 0, "2018/19": 6}},
    settings={"lfl_min_forces": 1},
)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In Tarn 14 and {} were the most common ages.", "13", "16"),
        ("Ages:\n13 with 25\n12 with {}", "20", "25"),
        # words that count behind a share, or of an earlier part of its sentence
        ("Snapchat led with 48%. Instagram was at {}, though the numbers are small.", "34", "35"),
        ("Snapchat led with 48%. The numbers are small: Instagram was at {}.", "34", "35"),
        ("The oldest group, those aged {}, had the most.", "14 to 15", "13 to 14"),
    ],
)
def test_a_number_on_either_side_of_an_edge(text, right, false):
    ask_about_the_false(TARN, text, right, false)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 2017/18, the oldest group was those aged 14 to 15.", ["14 to 15"]),
        ("Where an age was noted in Tarn, the most in one week was 14 offences.", ["14"]),
        (
            "81% were girls.\n\nIn England and Wales 13 was the most common age, and the share of"
            " girls was 80%.",
            ["80%"],
        ),
        ("Tarn for offences against girls ranks third among forces.", ["ranks third"]),
        # a force that is left out, with a number of the year, without one, and with no facts
        ("Without Holm, forces in England and Wales recorded 2,489 offences.", ["2,489"]),
        ("Without Kent, forces in England and Wales recorded 2,489 offences.", []),
    ],
)
def test_what_is_asked_about_of_tarn_and_england(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Without Gower, forces in the UK recorded 1,000 offences.", []),
        # those with a rise, of a number that is one of forces
        ("Five of nine forces recorded a rise.", []),
        ("Five of eight forces recorded a rise.", ["Five of eight"]),
        # compared with a year that is named
        ("In the UK, four of nine forces can be compared with 2016/17.", []),
        ("In the UK, four of nine forces can be compared with 2017/18.", ["four of nine"]),
        # those that replied are no others, whatever was asked before
        ("Some of the six forces that replied had no ages.", []),
        ("Some of the nine forces that replied had no ages.", ["nine"]),
        ("Selder and the other five forces replied.", []),
        ("Selder and the other six forces replied.", ["six"]),
        (
            "Offences rose from 711 to 836 among the five UK forces with figures for both years."
            " Five forces replied.",
            ["Five"],
        ),
        # a sum of some forces, and another one's base
        ("Across forces in the UK 542 has become 764.", ["542"]),
        ("Across forces in the UK 542 has become 836.", ["542", "836"]),
    ],
)
def test_what_is_asked_about_of_selder_and_the_uk(text, wrong):
    assert selder.flagged(text) == wrong


def test_no_share_is_that_of_a_number_greater_than_its_whole():
    text = "Girls were the victims in 140 of the 112 offences where sex was recorded, or {}."
    for share in ("40%", "125%"):
        found = trace(text.format(share), *documents())
        assert [f.suggestion for f in found if f.text == share] == ["80%"]


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        # as many have no figure, but not all of them refused
        ("Four of nine forces refused to answer.", [""]),
        ("Four of nine forces did not answer.", ["3 of 9"]),
        # what is true but loose is said closer
        ("Six forces in the UK recorded more than 790 offences in 2017/18.", [""]),
        ("Six forces in the UK recorded more than 700 offences in 2017/18.", ["799"]),
    ],
)
def test_what_is_suggested_for_forces(text, suggestions):
    found = trace(text, *selder.documents())
    of_others = ("Six", "2017/18")
    assert [f.suggestion for f in found if f.text not in of_others] == suggestions


@pytest.mark.parametrize(
    ("known", "text", "wrong"),
    [
        (ALONE, "14 and 13 were the most common ages.", ["14", "13"]),
        (ALONE, "The oldest group was that aged 12 to 15.", ["12 to 15"]),
        (ALONE, "Of all ages, 14-year-olds were the largest group.", []),
        # two ages are the most common, or share the second place with a third
        (CLEAR, "In Tarn 13 and 14 were the most common ages.", []),
        (TIED, "In Tarn 13 and 14 were the most common ages.", ["13"]),
        (PRINTED, "Two forces refused to answer.", ["Two"]),
        # all forces with a figure have an exact one, or not
        (EVERY, "In 2017/18 three forces had figures, and they recorded 159.", []),
        (HALF, "In 2017/18 three forces had figures, and they recorded 159.", ["159"]),
        (WITHHELD, "In 2017/18 three forces had figures, and they recorded 150.", ["150"]),
        (WITHHELD, "Offences were up 70 from 150.", ["70", "150"]),
        (SOME, "In 2017/18 half of the forces did not reply.", []),
        (SOME, "Half of the forces did not reply.", ["Half"]),
        # nothing is a part of zero, or a percentage of it
        (ZERO, "Northshire had half of the 0 offences in 2017/18.", ["half"]),
        (ZERO, "Offences rose by 20% to 11.", ["20%"]),
    ],
)
def test_what_is_asked_about_where_facts_are_few(known, text, wrong):
    found = trace(text, known)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")] == wrong
