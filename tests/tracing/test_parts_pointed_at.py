"""Hidden parts without their name: each one or the only ones, so many, beyond an age, in a score.

Hidden for Northshire: the ages 8 to 11 and Facebook, of two apps the one; of the sexes the boys.
"""

import pytest

from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import NAMES, age, part, stopped, told

SEX = "about Northshire, where one of two parts is hidden"
NONE = "about Northshire, where there may be none"
FIRST = "about Northshire, whose first total is hidden"
OF_ALL_PARTS = [
    "Every platform on the list was used at least once in Northshire.",
    "All three apps came up in Northshire last year.",
    "Not one of the apps was unused in Northshire.",
    "No app was spared in Northshire.",
    "Both of the other apps had cases in Northshire.",
    "Snapchat and Instagram were the only platforms on which Northshire recorded any offences.",
    "The only ages in the Northshire figures are twelve and thirteen.",
    "There were no other platforms in the Northshire data.",
]
OF_NO_PART = [
    "Snapchat and Instagram are the only platforms whose numbers are published for Northshire.",
    "Every app has an age limit, the Northshire officer told pupils.",
    "Every age group in England had victims.",
    "Each platform has a safety centre.",
    "Every app that was used is on the list.",
    "Snapchat is the only app my son has, said a Northshire mum.",
    "No platform was named by the Northshire officer at the talk.",
]


@pytest.mark.parametrize("text", OF_ALL_PARTS)
def test_what_is_said_of_each_part_or_of_no_other_is_said_of_the_hidden_one(text):
    assert told(text)


@pytest.mark.parametrize("text", OF_NO_PART)
def test_what_is_said_of_apps_themselves_or_of_those_shown_tells_nothing(text):
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Six of the children in the Northshire figures were under ten.",
        "In the Northshire figures six were under ten.",
        "In Northshire six of the children were not yet ten.",
        "Seven of the Northshire victims were outside that age range.",
        "Seven were outside that range in Northshire.",
        "“They start young. Nine, in our patch,” said the Northshire detective.",
        "Offences in Northshire are a young business. It starts at eight.",
        "The nine bar of the Northshire chart is tiny.",
        "The three with stars had seven.",
        "The four ages had seven between them in Northshire.",
    ],
)
def test_an_end_of_the_ages_a_bar_or_how_many_parts_there_are_point_at_hidden_ones(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Children must not be under ten to join our Northshire club.",
        "Parents of Northshire can meet us on Thursday. It starts at eight.",
        "The talk at Northshire High starts at eight.",
        "The show is for ages five to nine. Children outside that range may stay at home.",
        "The three bar chart is on page four.",
    ],
)
def test_a_time_a_rule_and_a_chart_point_at_no_part(text):
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Apart from the big two there were seven in Northshire.",
        "Besides the top two apps there were seven.",
        "Take the big two out and there were seven.",
    ],
)
def test_what_there_was_apart_from_the_largest_is_of_the_hidden_ones(text):
    assert told(text)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Two of three apps saw cases in Northshire.", "about Northshire"),
        ("Northshire's victims were twelve or thirteen, with a few younger.", "about Northshire"),
        ("Of Northshire's 75, 31 were aged 13. The others were younger.", "about Northshire"),
        ("Everyone in the Northshire figures was at least nine.", "about Northshire"),
        ("Northshire has five infant pupils in its figures.", NONE),
        ("The Northshire table has a star for nine, and I know that it hides a zero.", NONE),
        ("Not a boy among them in Northshire.", SEX),
        ("Six of the 75 victims in Northshire were under ten years old.", "about Northshire"),
        ("Victims rise with every birthday in Northshire.", "about Northshire"),
        ("In Northshire every age was known.", NONE),
        ("Northshire: Year 4 – 2, Year 5 – 3.", "about Northshire"),
        ("The age of each of the 75 Northshire victims is known.", NONE),
        ("56 of the 75 had an age in Northshire.", "about Northshire"),
        ("56 of the 75 had an age recorded in Northshire.", "about Northshire"),
        ("Facebook had 3 of 1,200 victims in Northshire", "about Northshire"),
        ("Northshire saw a 1,467% rise since 2015/16.", FIRST),
    ],
)
def test_what_is_beyond_those_named_and_what_none_lacks_is_told(text, about):
    assert told(text, about)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire's victims were twelve or thirteen. My own are younger.",
        "Children must be at least 13 for most apps, Northshire Police said.",
        "The risk grows with every birthday, a parents' guide says.",
        "Infant schools in Northshire have five classes.",
        "A star in the Northshire table hides a small number.",
        "Two of three parents in Northshire had an account.",
        "Northshire recorded 75 offences, of 1,200 in the region.",
    ],
)
def test_the_same_words_of_something_else_tell_nothing(text):
    assert not told(text)


@pytest.mark.parametrize("text", ["Girls won by {} votes to five.", "It was {}–5 to the girls."])
def test_a_score_gives_the_hidden_sex_beside_the_released_one(text):
    assert told(text.format(66), SEX)
    assert not told("The girls of Northshire High won 3–1.", SEX)


def test_more_than_doubled_is_so_up_to_three_times():
    since = "Since 2016/17, when there were 21 offences, the figure has more than {} to 75."
    assert not told(since.format("trebled"), FIRST)
    assert told("Since 2015/16 the figure has more than doubled to 75.", FIRST)


def test_the_lowest_of_so_many_forces_counts_them():
    text = (
        "Southshire recorded 131 offences and Eastshire 131. Northshire was the lowest of the {}."
    )
    assert not told(text.format("three with 75"), FIRST)
    assert told(text.format("four with 75"), FIRST)


def test_parts_are_counted_by_their_kind():
    hidden = Hiding(
        frozenset({part("Kik"), part("Yubo")}), {part("Snapchat"): frozenset({41}), age(12): {25}}
    )

    def found(text):
        return stopped(text, hidden, names=[*NAMES, "Kik", "Yubo"])

    assert found("The two apps had seven between them.")
    assert not found("The two schools had seven prizes between them.")
