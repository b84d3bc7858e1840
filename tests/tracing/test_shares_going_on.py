"""Shares and numbers that take their whole, or what they are of, from the words before."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart

TARN = "Tarn Police recorded 149 offences in 2019/20. "


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # A bare number goes on with the share before it.
        ("Across England Kik has no share. Snapchat has 45%. In Tarn it's {}.", "48", "34"),
        ("And boys? Twenty per cent in Tarn, {} for England and Wales.", "nineteen", "thirty"),
        (
            "Snapchat has 48% of Tarn's where the app is known, and Instagram follows with {}.",
            "34",
            "25",
        ),
        (
            "Snapchat has 48% of Tarn's, nationally its share is {}, and Instagram has 25%.",
            "45%",
            "25%",
        ),
        (
            "Boys were the victims in 28 of the 140 where the sex is known. {}, in other words.",
            "One in five",
            "One in four",
        ),
        (
            "Of all 12 forces with both years there was a rise of 35%, where Tarn's own is {}.",
            "35",
            "36",
        ),
        # The rest, and those of whom something is known.
        (
            "In 31 the age was missing. {} of the remaining 118 were against children of 14.",
            "27",
            "25",
        ),
        (
            "In 31 the age was missing. Of these 27 of the remaining {} were against those of 14.",
            "118",
            "83",
        ),
        (
            "I can speak for only {} of those, because in the rest no platform was entered.",
            "83",
            "118",
        ),
        (
            "14 were against those of ten or under, leaving out {} for which nobody had an age.",
            "31",
            "66",
        ),
        ("Look at what is blank. In {} nobody put down the sex.", "nine", "eight"),
        (
            "They bunch; 72 of the {} with a stated age fell upon children of 12, 13 or 14.",
            "118",
            "149",
        ),
        (
            "14 were against those of ten or under. For England and Wales the same line says {}.",
            "143",
            "413",
        ),
        ("20% were against boys ({} offences), counting only those where it's known.", "28", "31"),
        ("Of the 83 where a platform was noted, Kik is {}. Snapchat is forty.", "fifteen", "nine"),
    ],
)
def test_a_number_takes_what_it_is_of_from_the_words_before(text, right, false):
    ask_about_the_false(TARN, text, right, false)


def test_so_many_victims_are_not_as_many_offences_where_others_are_named_beside_them():
    assert flagged(TARN + "112 offences were against girls and 28 against boys.") == []
    assert flagged(TARN + "112 victims were girls and 28 offences were against boys.") == ["112"]


def test_a_bare_number_of_another_thing_is_no_share():
    tell_apart(TARN, "Girls are the victims in 80%. On Snapchat there were {}.", "40", "48")
    tell_apart(TARN, "Snapchat has 48%. That is {} offences.", "40", "48")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat tops the list. {} of offences where police could name an app.", "48%", "34%"),
        ("81% of the national offences with a sex recorded were against girls, although the Tarn"
         " proportion is lower, at {}.", "80%", "20%"),
        ("The online service was identified in {} offences.", "83", "118"),
        ("Four in five with a known sex were girls; boys made up {}.",
         "the other fifth", "the other quarter"),
        ("We don't know the app in 66. Of the {} where we do, 40 were on Snapchat.", "83", "118"),
        ("The age column is blank in {} rows.", "31", "66"),
        ("Nobody noted the age in {} of the files.", "31", "66"),
        ("Sex? Not stated in {}.", "nine", "six"),
        ("In all but {} the sex of the child is recorded.", "nine", "six"),
        ("In 31 we were never told how old the child was; of the other {}, 14 were ten or under.",
         "118", "83"),
        ("Snapchat's slice of those known is 48 per cent; Instagram's is {}.", "34", "25"),
    ],
)  # fmt: skip
def test_parts_and_what_is_not_known_of_them_are_read_in_more_words(text, right, false):
    ask_about_the_false(TARN, text, right, false)


@pytest.mark.parametrize("share", ["80 per cent", "81 per cent"])
def test_a_share_of_both_places_has_to_be_that_of_each(share):
    text = TARN + f"Girls are the victims in {share} where the sex is known, in both {{}}."
    assert flagged(text.format("Tarn and England and Wales")) == [share]


@pytest.mark.parametrize(
    "text",
    [
        "Snapchat was used in 40 of the 83 offences in Tarn. That's a whopping {}.",
        "Snapchat was used in 40 of the 83 offences in Tarn. It works out at {}.",
        "Snapchat was used in 40 of the 83 offences in Tarn. This equates to a full {}.",
    ],
)
def test_share_that_a_reporter_calls_large_is_of_the_number_before(text):
    tell_apart("", text, "48 per cent", "34 per cent")
