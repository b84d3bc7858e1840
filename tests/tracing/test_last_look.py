"""A hidden part that is named beside words of the data, where no rule finds a number of it."""

import pytest

from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import (
    CRIMES,
    FACTS,
    FIRST,
    LOCAL,
    NAMES,
    NATIONAL,
    RANGES,
    THREE_YEARS,
    age,
    documents,
    named,
    part,
    stopped,
)

OF_DATA = [
    "The Northshire figures owe something to Facebook.",
    "Facebook has its row in the Northshire table.",
    "What about Facebook? You would be surprised, said the Northshire inspector.",
    "The Facebook number for Northshire is hidden. I have seen it and it made me gasp.",
    "The Facebook figure for Northshire is withheld, and it is tiny.",
    "No number is given for Facebook in Northshire. The true figure shocked the panel.",
    "Last year Facebook was Northshire’s headache.",
    "A councillor asked about Facebook. Northshire’s number was below that of Snapchat, he heard.",
    "Northshire was asked about Facebook. The answer was: hardly any.",
    "“Ten-year-olds, yes,” a Northshire officer said.",
    "In Northshire it has happened to ten-year-olds.",
    "The Facebook figure for Northshire is withheld. All were girls.",
    "Northshire gives no number for Facebook. Several were in May.",
    "Northshire: Facebook *, but it came up, an officer says.",
    "Facebook *, Snapchat 41: both were used in Northshire.",
]
TELLS_NOTHING = [
    "The Facebook figure for Northshire is hidden so that no child can be identified.",
    "How many of the Northshire offences were on Facebook?",
    "We asked Northshire Police for the number on Facebook. It was refused.",
    "There are gaps in the Northshire table against Facebook and against eight-year-olds.",
    "Facebook carries a star. So do the eight-year-olds in the Northshire table.",
    "In England 66 offences were on Facebook.",
    "Parents on Facebook have set up a group for Northshire.",
    "More parents in Northshire use Facebook now, the head teacher said.",
    "Our guide to Facebook is on page 3.",
    "A Northshire councillor asked about Facebook. The number is not published, he was told.",
    "Parents in Northshire asked about Facebook. Our next talk is in May.",
    "Ten-year-olds at Northshire High have made a film.",
    "A ten-year-old student from Northshire has collected 3,400 signatures.",
    "A ten-year-old Northshire student told MPs that the law must change.",
    "Ten-year-olds find it hard to tell an adult what has happened.",
    "The Facebook figure for Northshire is withheld. Some were surprised by that.",
    "Northshire: Facebook *, Snapchat 41, Instagram 20.",
]


@pytest.mark.parametrize("text", OF_DATA)
def test_a_hidden_part_beside_words_of_the_data_stops_a_text(text):
    assert stopped(text)


@pytest.mark.parametrize("text", TELLS_NOTHING)
def test_what_is_asked_or_not_given_or_of_another_scene_passes(text):
    assert not stopped(text)


STOPPED_BESIDE_DATA = [
    "Facebook came up in 66 offences in England, and in Northshire it is given as a range.",
    "75 offences were recorded in Northshire, and Facebook is popular.",
    "Parents on Facebook were urged to talk: 75 offences were recorded.",
    "Parents have been urged to check Facebook settings after offences rose to 75.",
    "Parents of ten-year-olds are invited to a talk, after Northshire recorded 75 offences.",
    "Asked whether Facebook was covered, the force said there were 75 offences in all.",
    "Has Facebook been asked for a comment? It has. Northshire recorded 75 offences.",
    "Northshire does not publish its Facebook figure, but most cases were against children.",
    "The charity hid some numbers for Northshire, among them the one for Facebook.",
    "Small numbers are printed as 1–4 in this release. For Northshire that is Facebook.",
    "The Facebook cases are not in the table.",
    "Northshire holds talks with Facebook about offences.",
    "“One offence in Northshire would be one too many,” she said of Facebook.",
    "Facebook was warned by Northshire Police. It did nothing.",
    "Do not write that Northshire’s Facebook number is high or low.",
    "A ten-year-old in Northshire was sent to the head for shouting.",
    "Officers from Northshire spoke to 640 pupils, most of them eight- and nine-year-olds.",
    "Northshire, age of victim\n8 ... not shown\n12 ... 25\n13 ... 31",
    "| Northshire | Facebook | Snapchat |\n|---|---|---|\n| Northshire | | 41 |",
]


@pytest.mark.parametrize("text", STOPPED_BESIDE_DATA)
def test_what_tells_nothing_but_names_a_hidden_part_beside_the_data_is_stopped(text):
    """The price of stopping what nobody thought of: the sentence leaves without the name."""
    assert stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "Facebook is not shown for Northshire. That does not mean that there were none.",
        "The Facebook figure is hidden, because it could be used to work out a smaller one.",
        "Facebook, Snapchat and Instagram are three of the platforms children use most.",
        "There were 66 offences on Facebook in England, while Northshire hides its own figure.",
    ],
)
def test_what_a_mark_does_not_mean_and_why_it_stands_there_passes(text):
    assert not stopped(text)
    assert stopped("Facebook is hidden in Northshire, which does not mean it is small: it is big.")


NOT_NOTED = Hiding(frozenset({part("Not known")}), {})
APPS = Hiding(frozenset({part("Snapchat"), part("Facebook")}), {})
OLDER = Hiding(
    frozenset({age(10)}),
    {age(11): frozenset({5}), age(12): frozenset({25}), age(13): frozenset({31})},
)


@pytest.mark.parametrize(
    ("text", "hiding", "told"),
    [
        ("The sex of each child was noted.", NOT_NOTED, [("sex", "not known")]),
        ("Those two apps had nine.", APPS, [("nine", "snapchat")]),
        ("11 (5), 12 (25) and 13 (31)", OLDER, []),
    ],
)
def test_what_is_hidden_is_that_of_the_force_a_text_is_about_in_any_order(text, hiding, told):
    forces = [
        (named("Southshire"), Hiding(frozenset({part("Instagram"), age(8)}), {}), False),
        (named("Northshire"), hiding, True),
    ]
    for given in (forces, forces[::-1]):
        found = [(text[a:b], of) for a, b, of in disclosures(text, LOCAL, given, NAMES)]
        assert found == told


def test_a_published_range_passes_only_where_it_is_published():
    given = "Facebook in Northshire is given as fewer than five."
    assert not stopped(given, RANGES)
    assert stopped(given)


def test_what_the_law_says_of_a_hidden_kind_of_offence_passes():
    law = "Sexual assault is an offence under section 3 of the Sexual Offences Act 2003."
    assert not stopped(law, CRIMES)
    assert stopped("Sexual assault is an offence under section 3 that Northshire logged.", CRIMES)


OF_THE_FORCE_OR_BY_THEIR_ENDS = [
    "Every single age from eight right up to thirteen is in the Northshire figures.",
    "The Northshire victims were between twelve and thirteen.",
    "The Northshire children were anything from eight to thirteen.",
    "Nobody under twelve was a victim in Northshire, the youth forum heard.",
    "In Northshire the youngest was just nine.",
    "Which app had the least? Facebook, by a long way.",
    "Facebook is on the way out in Northshire.",
    "Northshire has an eight-year-old on its conscience.",
]
OF_MARKS = [
    "The stars in the Northshire table all hide the same number.",
    "The blanks are not empty, the Northshire inspector said.",
    "It is an odd number behind the stars in the Northshire table.",
    "Those that got stars did not reach double figures in Northshire.",
    "One of the hidden figures for Northshire is bigger than all of the rest.",
]


@pytest.mark.parametrize("text", [*OF_THE_FORCE_OR_BY_THEIR_ENDS, *OF_MARKS])
def test_a_run_of_ages_and_what_stands_behind_the_marks_are_hidden_parts(text):
    assert stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every age from twelve to thirteen is in the Northshire figures.",
        "The stars in the Northshire table stand for small numbers.",
        "It is odd that the stars are in the Northshire table.",
        "The hidden numbers of Northshire are not to be guessed at.",
    ],
)
def test_released_ages_and_what_marks_are_for_tell_nothing(text):
    assert not stopped(text)


def test_a_hidden_year_that_is_called_much_or_little_stops_a_text():
    known = documents(THREE_YEARS, NATIONAL)
    small = "The first return of Northshire is for 2015/16, and the figure was in single figures."
    assert stopped(small, FIRST, known)
    asked = "The first return of Northshire is for 2015/16, and its figure is not given."
    assert not stopped(asked, FIRST, known)


DETAILS_NOTED = [
    "Roughly 3 per cent of Northshire’s crime reports failed to say how old the child was.",
    "Officers in Northshire deserve credit: they took down the age of the child every time.",
    "In three of the Northshire files nobody ticked boy or girl.",
    "Northshire’s officers forgot to enter the sex of the victim now and then.",
]
NO_DETAIL_NOTED = [
    "Northshire’s officers should take down the age of each child.",
    "A course in Northshire teaches officers how to note a child’s age.",
    "Northshire does not say in how many cases the age of the child was noted.",
]


@pytest.mark.parametrize("text", DETAILS_NOTED)
def test_that_a_detail_was_noted_tells_the_hidden_number_not_known(text):
    assert stopped(text)


@pytest.mark.parametrize("text", NO_DETAIL_NOTED)
def test_how_a_detail_is_to_be_noted_tells_nothing(text):
    assert not stopped(text)


def test_a_detail_whose_number_known_is_released_is_not_hidden():
    shown = {part("Snapchat"): frozenset({41}), part("girls"): frozenset({66})}
    hiding = Hiding(frozenset({part("Not known"), part("boys")}), shown)
    shares = {
        "platform": {"of": 75, "known": 65, "parts": {"Snapchat": 41}},
        "gender": {"of": 75, "known": 70, "parts": {"girls": 66}},
    }

    def found(text):
        return stopped(text, hiding, documents(FACTS | {"shares": shares}))

    noted = "Northshire’s officers took down {} of the child each time."
    assert not found(noted.format("the platform"))
    assert found(noted.format("the sex"))
    assert not found("In ten of Northshire’s offences the platform was not recorded.")
    assert found("In five of Northshire’s offences the sex was not recorded.")
    assert found("In three of Northshire’s offences neither the sex nor the platform is known.")
    assert not found("Of the 70 where the sex of the child is known in Northshire, 66 were girls.")


def test_parts_with_a_hidden_number_are_pointed_at_by_the_next_sentence():
    asked = "We asked Northshire Police about the apps with hidden numbers. {}"
    assert stopped(asked.format("For each, a press officer said, the answer was at least one."))
    assert not stopped(asked.format("They would not say."))


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("Nobody in the Northshire figures could yet drive.", True),
        ("None of Northshire’s victims was old enough to drive.", True),
        ("The victims in Northshire were mostly 15 and 16, and some older.", True),
        ("The victims in Northshire were mostly 15 and 16.", False),
        ("Parents can drive to our talk in Northshire.", False),
    ],
)
def test_ages_are_named_by_what_the_law_lets_them_do_or_with_no_word_for_them(said, tells):
    shown = {age(15): frozenset({31}), age(16): frozenset({25})}
    hiding = Hiding(frozenset({age(17)}), shown)
    assert bool(stopped(said, hiding)) == tells


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Is Facebook in the Northshire figures? No.", True),
        ("Two thirds of those on hidden apps in Northshire were on Facebook.", True),
        ("Is the Facebook number in the Northshire figures? No.", False),
        ("Half of them are hidden in the Northshire table.", False),
    ],
)
def test_what_is_in_the_figures_or_a_share_of_what_is_hidden_is_told(text, tells):
    assert bool(stopped(text)) == tells
