"""A share or a number of those whose sex was recorded tells how many were not.

All offences are 95, 88 of them against girls; boys are hidden, and with them who is not known.
"""

import pytest

from tests.tracing.test_gate_worlds import given_away

WORLD = {
    "facts": {
        "place": "Orleham",
        "measure": "online sexual offences",
        "latest": "2020/21",
        "series": {"2019/20": 81, "2020/21": 95},
        "shares": {"gender": {"of": 95, "known": 95, "parts": {"girls": 88}}},
    },
    "national": {
        "place": "England",
        "measure": "online sexual offences",
        "latest": "2020/21",
        "scope": "national",
        "panel": {"Orleham": {"2020/21": 95}, "Pelling": {"2020/21": 105}},
        "shares": {"gender": {"of": 200, "known": 150, "parts": {"girls": 123, "boys": 27}}},
    },
    "names": [],
    "hidden": [["boys"], ["sex not recorded"]],
    "shown": {"girls": 88},
    "ranges": {},
}
TELLING = [
    "About 97 per cent of Orleham’s victims with a sex recorded were girls.",
    "Some 97 per cent of the Orleham children whose gender was noted were girls.",
    "Girls made up 31 in 32 of the Orleham victims with a sex on file.",
    "Around 96 per cent in Orleham were girls, blanks aside.",
    "Nearly 97 per cent of Orleham’s victims were girls, not counting those left blank.",
    "Of usable Orleham records, some 97 per cent were of girls.",
    "Girls come to about 97 per cent of the Orleham total when unknowns are removed.",
    "More than 96 per cent of Orleham’s victims with a tick in either box were girls.",
    "In Orleham just over 96 per cent of those put down as one or the other were girls.",
    "Of Orleham forms that were complete, just under 97 per cent named a girl.",
    "About 97 per cent of Orleham’s victims were girls.",
    "93 per cent of the Orleham victims whose sex was recorded were girls.",
    "Girls were 88 of the 95 Orleham victims with a sex recorded.",
    "Orleham recorded a sex for 95 victims.",
    "In Orleham the child’s sex has been left off three of the 95 files.",
    "Sex: not on file for three in Orleham.",
    "In Orleham three forms leave us guessing whether the child was a boy or a girl.",
    "The sex was recorded for all 95 victims in Orleham.",
    "In England 82 per cent of those with a sex recorded were girls, in Orleham about 97 per cent.",
]
ORDINARY = [
    "Some 93 per cent of Orleham’s victims were girls.",
    "More than nine in ten victims in Orleham were girls.",
    "Girls were 88 of all 95 victims in Orleham, whether or not an officer wrote a sex down.",
    "In Orleham 93 per cent were girls, whether or not a sex was recorded for the rest.",
    "In England, 82 per cent of those whose sex was recorded were girls.",
    "Across England 123 of 150 victims whose sex was noted were girls.",
    "In Orleham 93 per cent of all victims were girls, where England has 82 per cent of those with "
    "a sex recorded.",
]


@pytest.mark.parametrize(("texts", "are_stopped"), [(TELLING, True), (ORDINARY, False)])
def test_a_share_of_those_with_a_sex_tells_how_many_have_none(texts, are_stopped):
    stopped = [text for text, found in given_away(WORLD, texts) if found]
    assert stopped == (texts if are_stopped else [])


def test_it_tells_nothing_where_the_number_with_a_sex_is_released():
    facts = WORLD["facts"] | {
        "shares": {"gender": {"of": 95, "known": 91, "parts": {"girls": 68, "boys": 23}}}
    }
    hidden = [["age 8"], ["sex not recorded"]]
    world = WORLD | {"facts": facts, "hidden": hidden, "shown": {"girls": 68, "boys": 23}}
    text = "About 75 per cent of the Orleham children whose sex was noted were girls."
    assert not next(given_away(world, [text]))[1]


def test_a_leap_is_a_change_of_the_totals_as_a_rise_is():
    texts = [f"From 81 in 2019/20 to 95 the year after: that was a {n}% leap." for n in (17, 27)]
    assert [bool(found) for _, found in given_away(WORLD, texts)] == [False, True]
