"""A number that is said to have risen or fallen has done so, whichever end is given."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

PLACE = {"place": "Hollinshire", "measure": "online child sexual offences", "latest": "2018/19"}
SERIES = {"2015/16": 412, "2016/17": 380, "2017/18": 490, "2018/19": 675}
RISEN = Evidence(read_facts({**PLACE, "series": SERIES}))
SERIES = {"2015/16": 675, "2016/17": 490, "2017/18": 380, "2018/19": 310}
FALLEN = Evidence(read_facts({**PLACE, "series": SERIES}))


def flagged(text, facts):
    return [f.text for f in trace(text, facts) if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The number has fallen from 412 in 2015/16.", "412"),
        ("The force’s figure has slipped back from 412.", "412"),
        ("The total is down on the 380 of 2016/17.", "380"),
        ("The number is lower than the 380 recorded in 2016/17.", "380"),
        ("That is a fall on the 490 of the year before.", "490"),
        ("There were 675 offences, a drop from 490 a year earlier.", "490"),
        ("There were 675 offences, fewer than the 490 of the year before.", "490"),
        ("There were 675 offences, below the 412 of 2015/16.", "412"),
        ("Down to 675, the number is still high.", "675"),
        ("Since 2015/16 the number has fallen from 412.", "412"),
        ("In 2016/17 it had risen from 412.", "412"),
        ("The number declined to 490 in 2017/18.", "490"),
        ("There were 675 offences. It fell to 675.", "675"),
        ("It fell by more than in other years, from 490 in 2017/18 to 675.", "675"),
        ("In 2016/17 there were 380 offences. That is up from 412.", "412"),
    ],
)
def test_what_has_risen_is_not_down_on_anything(text, figure):
    assert flagged(text, RISEN) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "The number has risen from 412 in 2015/16.",
        "It rose by fewer than in other years, from 490 in 2017/18 to 675.",
        "In 2016/17 the number had fallen from 412.",
        "In 2016/17 there were 380 offences, down from 412 the year before.",
        "In 2016/17 there were 380 offences. That is down from 412.",
        "There were 380 offences in 2016/17, fewer than the 412 of 2015/16.",
        "The number, which had dropped from 412 to 380 in 2016/17, has since climbed to 675.",
        "After a fall from 412 to 380 in 2016/17, the number rose.",
        "There were 675 offences, above the 412 of 2015/16.",
    ],
)
def test_a_true_direction_is_right_of_whatever_two_years(text):
    assert [each for each in flagged(text, RISEN) if each != "700"] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The number is up on the 380 of 2017/18.", ["380"]),
        ("There were 310 offences, above the 380 of the year before.", ["380"]),
        ("There were 310 offences, an increase on the 490 of 2016/17.", ["490"]),
        ("It has climbed from 490.", ["490"]),
        ("It is down on the 380 of 2017/18.", []),
        ("The number has dropped from 675 in 2015/16 to 310.", []),
    ],
)
def test_what_has_fallen_is_not_up_on_anything(text, wrong):
    assert flagged(text, FALLEN) == wrong


@pytest.mark.parametrize(
    ("than", "is_risen"),
    [
        ("more than in", True),
        ("higher than in", True),
        ("above that of", True),
        ("fewer than in", False),
        ("less than in", False),
        ("lower than in", False),
        ("below that of", False),
        ("fewer offences than in", False),
    ],
)
def test_a_percentage_goes_the_way_of_the_words_behind_it(than, is_risen):
    text = "There were {} offences, {}% " + than + " 2017/18."
    assert flagged(text.format(675, 38), RISEN) == ([] if is_risen else ["38%"])
    assert flagged(text.format(310, 18), FALLEN) == (["18%"] if is_risen else [])


@pytest.mark.parametrize(
    "text",
    [
        "There were 310 offences, 18% more than one year earlier.",
        "There were 310 offences, 18% more than it was.",
        "There were 310 offences, 18% above 2017/18.",
        "There were 310 offences, 18% above where it was in 2017/18.",
    ],
)
def test_more_than_an_earlier_time_is_a_rise(text):
    assert flagged(text, FALLEN) == ["18%"]


def test_more_than_offset_is_no_rise():
    assert flagged("The fall of 18% more than offset the rise in the year before.", FALLEN) == []


def test_a_number_within_a_range_may_be_down_on_it_and_one_beyond_it_is_not():
    few = {"2015/16": {"suppressed": [1, 4]}, "2016/17": 3, "2017/18": 9, "2018/19": 12}
    facts = Evidence(read_facts({**PLACE, "series": few}))
    texts = {
        "There were 3 offences in 2016/17, down from fewer than five in 2015/16.": [],
        "There were 3 offences in 2016/17, up from fewer than five in 2015/16.": [],
        "There were 12 offences, a drop from fewer than five in 2015/16.": ["five"],
        "It has fallen from fewer than five in 2015/16.": ["five"],
        "It has risen from fewer than five in 2015/16.": [],
    }
    assert {text: flagged(text, facts) for text in texts} == texts


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Change on the previous year: +185, or 38%", []),
        ("Since 2015/16: +263 (+64%)", []),
        ("Hollinshire (+38%) in a year", []),
        ("Year | 2017/18 | 2018/19 | Change\nTotal | 490 | 675 | +38%\nAll | 490 | 675 | +185", []),
        ("Change on the previous year: -185, or 38%", ["185"]),
        ("Since 2015/16: −263 (−64%)", ["263", "64%"]),
        ("Hollinshire (-38%) in a year", ["38%"]),
        (
            "Year | 2017/18 | 2018/19 | Change\nTotal | 490 | 675 | -38%\nAll | 490 | 675 | +185",
            ["38%"],
        ),
        ("Since 2016/17:\n- 675 last year, 490 in 2017/18", []),  # a dash of a list
    ],
)
def test_a_sign_right_before_a_number_says_which_way_it_goes(text, wrong):
    assert flagged(text, RISEN) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The number has fallen by more than a third in a year, to 675.", ["a third"]),
        ("It went down by nine offences, to 675.", ["nine"]),
        ("There was a fall of twelve offences on the year before, to 675.", ["twelve"]),
        ("A drop of a quarter took the number to 675.", ["a quarter"]),
        ("It went down, by all accounts, to 675.", ["675"]),
        ("It rose by 38 per cent, to 490.", ["490"]),
        ("After years of decline the number rose to 675.", []),
        ("After years of growth the number fell to 675.", ["675"]),
    ],
)
def test_where_a_change_is_a_figure_the_number_it_leads_to_is_judged_by_itself(text, wrong):
    assert flagged(text, RISEN) == wrong


@pytest.mark.parametrize("verb", ["slipped by", "dipped by", "saw a dip of"])
def test_what_slips_or_dips_falls(verb):
    assert flagged(f"The number {verb} 38% on the year before.", RISEN) == ["38%"]
    assert flagged(f"The number {verb} 18% on the year before.", FALLEN) == []


@pytest.mark.parametrize("more", ["20 more than the year before", "20 extra on the year before"])
def test_a_number_of_more_is_no_total_that_the_change_leads_to(more):
    """Twenty is a total here as well: of two years before."""
    steps = Evidence(read_facts({**PLACE, "series": {"2016/17": 20, "2017/18": 40, "2018/19": 60}}))
    text = f"There were 60 offences in 2018/19, {more}, {{}} from 40."
    assert "40" not in flagged(text.format("up"), steps)
    assert "40" in flagged(text.format("down"), steps)
