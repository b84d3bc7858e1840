"""How many forces replied, were asked, refused or can be compared, in whatever place of the words.

Six of the nine asked gave a figure for 2018/19; two refused, one was late; four of the six had one
for 2016/17, and five for 2017/18.
"""

import pytest

from tests.tracing.selder import flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # A number that closes the clause which says what forces did
        ("Number of UK forces that refused to answer: {}.", "two", "three"),
        ("The number of forces with no figure for 2018/19 was {}.", "three", "two"),
        ("Forces failing to send a 2018/19 number came to {}.", "three", "four"),
        ("Forces that replied with a figure numbered {}.", "six", "nine"),
        ("The tally of forces we had asked stood at {}.", "nine", "six"),
        ("The number of forces with figures for both 2016/17 and 2018/19 was {}.", "four", "six"),
        # A reason is that of so many alone
        ("{} forces turned down the request for 2018/19 figures.", "Two", "Three"),
        ("{} UK forces declined to give a figure.", "Two", "Three"),
        ("{} forces gave no figure.", "Three", "Two"),
        # What those asked did
        ("A further {} forces that were asked returned no figures for the year.", "three", "six"),
        ("Just {} of the UK forces approached for 2018/19 sent back numbers.", "6", "9"),
        ("{} forces contacted by the charity provided their numbers.", "Six", "Nine"),
        # Where figures came from
        ("It asked nine forces. Usable totals for the year arrived from {}.", "six", "nine"),
        ("The charity asked nine forces, and nothing came back from {}.", "three", "six"),
        ("We wrote to nine forces and had figures back from six. Those {} recorded 1,000.",
         "six", "nine"),
        # A sentence, or a part of one, that goes on with forces
        ("Six forces sent in their totals; {} did not.", "three", "two"),
        ("Six forces complied. {} declined and one missed our deadline.", "Two", "Three"),
        ("Two forces refused, and {} was too late.", "one", "two"),
        ("Of the nine forces on the list, {} handed in a number for 2018/19.", "six", "five"),
        ("How many forces answered? {}.", "Six", "Nine"),
        ("How many forces were approached? {}.", "Nine", "Six"),
        ("We heard from {} of the forces that we wrote to.", "six", "nine"),
        ("Selder and {} other forces returned a figure.", "five", "six"),
        ("Forces with no 2018/19 total: {}.", "three", "two"),
        ("Six forces answered, fewer than the {} asked.", "nine", "eight"),
        ("Nine forces were asked, and {} could not or would not answer.", "three", "two"),
        ("There were {} replies from UK forces.", "six", "nine"),
        ("With three forces silent, the UK total rests on {}.", "six", "five"),
        ("The campaign wrote to every force on its list, {} in all.", "nine", "six"),
        ("The number of forces giving a 2018/19 figure, {}, is not that of those asked.",
         "six", "five"),
        ("Two forces could not look back to 2016/17, so {} were compared.", "four", "six"),
        ("{} of the forces could not look back to 2016/17.", "Two", "Four"),
        # Those compared
        ("Only {} UK forces can be tracked from 2016/17 to 2018/19.", "four", "six"),
        ("Like-for-like totals for 2017/18 exist for {} UK forces.", "five", "six"),
        ("On a like-for-like basis, {} forces between them saw a rise of 41% since 2016/17.",
         "four", "six"),
        ("It asked UK forces for figures for both 2017/18 and 2018/19. Taken together, those {} "
         "went from 711 to 836.", "five", "six"),
        ("{} UK forces were able to supply online sexual offence totals for both 2016/17 and "
         "2018/19.", "Four", "Six"),
    ],
)  # fmt: skip
def test_a_number_of_forces_is_of_what_they_did(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    ("line", "right", "false"),
    [
        ("UK online sexual offences with a known platform: {} were on Facebook.", "15%", "20%"),
        ("UK, platform known: Facebook {}", "15%", "20%"),
        ("Selder, platform known: Facebook {}", "20%", "15%"),
        ("UK total {}, Selder 150.", "1,000", "836"),
        ("Where the platform was known, {} of UK internet sex crimes involved Facebook.",
         "15%", "20%"),
        ("UK law covers it. Facebook was named in {} of those with a known platform.",
         "20%", "14%"),
    ],
)  # fmt: skip
def test_the_uk_is_a_body_as_an_adjective_and_as_a_label(line, right, false):
    assert flagged(line.format(right)) == []
    assert flagged(line.format(false)) == [false]


ASKED = "Is Selder worse than its neighbours? "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ASKED + "Each force counts in its own way, so I draw up no league.", []),
        (ASKED + "Comparing one force with another would be misleading.", []),
        (ASKED + "We cannot put them side by side.", []),
        (ASKED + "Yes, since every force counts in its own way.", ["worse than its neighbours"]),
        (ASKED + "Badly, and no force records it in its own way.", ["worse than its neighbours"]),
        (ASKED + "That cannot be said from these figures.", []),
        (ASKED + "By a long way, and officers cannot say why.", ["worse than its neighbours"]),
        (ASKED + "Its officers think so, no ranking needed.", ["worse than its neighbours"]),
        (ASKED + "There is no comparison.", ["worse than its neighbours"]),
        ("The safest children are those in Selder.", ["safest"]),
        ("He asked for a home that is the safest room in the borough.", []),
        ("Selder is the safest county in Britain.", ["safest"]),
        ("Selder is the safest of the six forces.", ["safest"]),
    ],
)
def test_a_question_that_is_declined_compares_no_forces(text, words):
    assert flagged(text) == words


def test_the_youngest_age_is_read_however_far_its_number_stands():
    for age in ("nine", "ten"):
        text = (
            f"The youngest age given in Selder's 2018/19 figures for its sexual crimes was {age}."
        )
        assert flagged(text) == [age]


@pytest.mark.parametrize(
    ("words", "are_plain"),
    [
        ("landed on the desks of Selder police", True),
        ("kept its only expert busy", True),
        ("filled the in-tray of its detectives", True),
        ("against under-age children were logged", True),
        ("became 150 in 2018/19", True),
        ("dismayed the charity", True),
        ("overwhelmed the unit", True),
        ("were far too many", True),
        ("arrived late at the police", False),
        ("ended in court", False),
        ("reached the courts", False),
        ("landed men in jail", False),
        ("shocked a school", False),
        ("kept officers from six schools busy", False),
    ],
)
def test_what_all_offences_did_to_the_police_narrows_nothing_and_what_some_did_does(
    words, are_plain
):
    text = f"In Selder, 120 online sexual offences in 2017/18 {words}."
    assert ("120" in flagged(text)) is not are_plain


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # Snapchat has 40% of each, Instagram 30% and 25%; girls 75% and 80%
        ("Snapchat makes up {} of those with a known platform, both in Selder and in the UK.",
         "40%", "30%"),
        ("Both here and nationally, Snapchat was named in {} of those where the platform is known.",
         "40 per cent", "25 per cent"),
    ],
)  # fmt: skip
def test_a_share_of_two_bodies_is_one_of_each(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) == [false]


def test_so_many_of_those_asked_gave_no_figure():
    assert flagged("Half of the forces asked (three of them) gave no figure.") == ["Half"]
    assert flagged("Missing: three of nine forces.") == []
    assert flagged("Missing: two of nine forces.") == ["two of nine"]
    assert flagged("Response rate: 78 per cent of forces.") == ["78 per cent"]


@pytest.mark.parametrize("share", ["30%", "25%", "27%"])
def test_a_share_of_one_body_alone_is_not_that_of_two(share):
    text = f"Instagram has {share} where the platform is known, both in Selder and in the UK."
    assert flagged(text) == [share]


@pytest.mark.parametrize(
    "text",
    [
        "The six forces replied late in the autumn.",
        "Figures for 2018/19 arrived late from six forces.",
        "Six forces declined to comment on the figures.",
        "Three forces refused or were late.",
        "Selder and five other forces replied.",
    ],
)
def test_forces_that_reply_late_or_will_not_comment_have_figures(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Six forces were too late.", "Six"),
        ("Six forces declined to answer.", "Six"),
        ("Selder and five other forces refused.", "five"),
        ("Selder and five other forces were late.", "five"),
        ("Four forces refused or were late.", "Four"),
        ("Selder and five other forces were asked.", "five"),
    ],
)
def test_forces_that_refuse_are_not_those_that_replied(text, asked):
    assert flagged(text) == [asked]


@pytest.mark.parametrize("count", ["150", "1,000"])
def test_a_number_said_of_two_bodies_is_not_that_of_one_alone(count):
    assert flagged(f"There were {count} offences in the year, both in Selder and in the UK.")
    assert flagged("There were 150 offences in Selder in 2018/19.") == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Across the forces that responded, the UK total was {}.", "1,000", "836"),
        ("Selder's 150 offences are {} of the UK total.", "15%", "18%"),
    ],
)
def test_the_total_of_those_that_replied_is_not_that_of_those_compared(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) == [false]


def test_round_the_uk_is_a_place_and_no_survey():
    text = "Six forces round the UK answered and between them they had recorded {}."
    assert flagged(text.format("1,000")) == []
    assert flagged(text.format("836")) == ["836"]
