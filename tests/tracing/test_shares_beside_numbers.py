"""A share beside "71 of 262" is of these two numbers, and of no other whole."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

TARN = {
    "place": "Tarn",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2018/19": 107},
    "shares": {
        "platform": {"of": 107, "known": 90, "parts": {"Snapchat": 44, "Facebook": 27}},
        "gender": {"of": 107, "known": 101, "parts": {"girls": 83, "boys": 18}},
    },
}
EVIDENCE = Evidence(read_facts(TARN))


def verdict(text, share):
    return next(f.verdict for f in trace(text, EVIDENCE) if f.text == share)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Snapchat was used in 44 of 107 offences in Tarn, or 49%.", "49%"),
        ("Snapchat was used in 44 of the 107 offences (49%) in Tarn.", "49%"),
        ("Snapchat featured in 44 of 107 Tarn offences, that is 49%.", "49%"),
        ("In Tarn, 44 of 107 offences were on Snapchat: 49%.", "49%"),
        ("Snapchat was used in 44 of 107 offences in Tarn – about 49%.", "49%"),
        ("Snapchat was used in 44 of 107 offences in Tarn, or nearly half.", "half"),
        ("In Tarn 44 of 107 offences were on Snapchat, 49%.", "49%"),
        ("Of Tarn's 107 offences, 44 (49%) were on Snapchat.", "49%"),
        ("Of the 107 offences in Tarn, 44, or 49%, were on Snapchat.", "49%"),
        ("Girls were the victims in 83 of the 107 offences in Tarn, which is 82%.", "82%"),
        ("Snapchat was used in 49% of Tarn offences, or 44 of 107.", "49%"),
        ("Snapchat was used in 49% of offences in Tarn (44 of 107).", "49%"),
    ],
)
def test_a_share_of_those_known_is_wrong_beside_a_number_of_all(text, share):
    assert verdict(text, share) in ("mismatch", "untraced")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (
            "Snapchat was used in 44 of the 90 offences in Tarn where the app was known, or 49%.",
            "49%",
        ),
        (
            "Snapchat was used in 44 of the 90 offences (49%) in Tarn where the app was known.",
            "49%",
        ),
        (
            "Snapchat was used in 44 of 107 offences in Tarn, or 49% of those where it was known.",
            "49%",
        ),
        ("Of 107 offences in Tarn, 44 were on Snapchat, or 49% of those with a known app.", "49%"),
        ("Snapchat was used in 49% of Tarn offences where the app was known, or 44 of 90.", "49%"),
        (
            "Tarn recorded 107, and where the app was known Snapchat was used in 44 of 90 (49%).",
            "49%",
        ),
        ("Where the app was known, in 90 of 107 Tarn offences, 49% were on Snapchat.", "49%"),
        ("In Tarn girls were the victims in 83 of 101 offences where it was known (82%).", "82%"),
    ],
)
def test_a_share_of_those_known_is_right_beside_their_number(text, share):
    assert verdict(text, share) in ("traced", "rounded")


@pytest.mark.parametrize(
    "text",
    [
        "Snapchat was named in 44 of the offences, 107 were recorded.",
        "Snapchat was named in 44 of them, 107 being the total.",
    ],
)
def test_a_number_behind_that_of_a_part_is_one_of_all(text):
    assert verdict(text, "107") == "traced"


def test_a_number_that_takes_the_place_of_another_is_of_the_same_part():
    text = "Snapchat was named in 45 cases, which should have read {}."
    assert verdict(text.format(44), "44") == "traced"
    assert verdict(text.format(27), "27") == "mismatch"


def test_no_share_of_another_whole_is_suggested_for_two_numbers():
    text = "Snapchat was used in 44 of 107 offences in Tarn, or 41%."
    found = next(f for f in trace(text, EVIDENCE) if f.text == "41%")
    assert (found.verdict, found.suggestion) == ("mismatch", "")


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 107 offences, of which {} were against girls.",
        "Tarn recorded 107 offences, {} of which were against girls.",
        "Tarn recorded 107 offences, {} of them against girls.",
        "Tarn recorded 107 offences. Of these, {} were against girls.",
        "Girls were the victims in 83 of 107 or {} of offences in Tarn.",
        "Tarn recorded 107 offences, up from 88, of which {} were against girls.",
        "Tarn recorded 107 offences, compared with just 88 before, {} of them against girls.",
    ],
)
def test_a_share_of_a_number_just_given_is_of_that_number(text):
    assert verdict(text.format("82%"), "82%") == "mismatch"


def test_of_them_may_be_those_known():
    text = "In Tarn the sex was known in 101 offences. Of these, 82% were against girls."
    assert verdict(text, "82%") == "traced"
    text = "Tarn recorded 107 offences, of which 82% were against girls where the sex was known."
    assert verdict(text, "82%") == "traced"


def test_a_part_that_is_said_not_to_be_meant_has_no_number():
    text = "In Tarn {}, were the victims in {} of the 101 offences where the sex was recorded."
    assert verdict(text.format("boys, not girls", "18"), "18") == "traced"
    assert verdict(text.format("girls, not boys", "18"), "18") == "mismatch"


def test_an_attribute_attached_to_an_offence_is_known_of_it():
    text = "In Tarn {} of the 90 offences with a platform attached were on Snapchat."
    assert verdict(text.format("44"), "44") == "traced"
    assert verdict(text.format("27"), "27") == "mismatch"


@pytest.mark.parametrize(
    "not_known", ["wasn't known", "weren’t recorded", "hadn't been noted", "isn’t known"]
)
def test_what_was_not_known_in_a_short_form_is_the_rest(not_known):
    text = f"The sex of the child {not_known} in {{}} of the offences in Tarn."
    assert verdict(text.format("6"), "6") in ("traced", "exempt")
    assert verdict(text.format("101"), "101") == "mismatch"


@pytest.mark.parametrize(
    ("text", "share"),
    [("Tarn had 107 offences; where the sex was known, 82% of them were against girls.", "82%")],
)
def test_of_these_is_of_those_known_where_they_are_the_number_given(text, share):
    assert verdict(text, share) == "traced"
