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
        ("The charity asked nine forces. Usable totals for the year arrived from {}.", "six", "nine"),
        ("The charity asked nine forces, and nothing came back from {}.", "three", "six"),
        ("We wrote to nine forces and had figures back from six. Those {} recorded 1,000.", "six", "nine"),
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
        ("Where the platform was known, {} of UK internet sex crimes involved Facebook.",
         "15%", "20%"),
        ("UK law covers it. Facebook was named in {} of those with a known platform.",
         "20%", "14%"),
    ],
)  # fmt: skip
def test_the_uk_is_a_body_as_an_adjective_and_as_a_label(line, right, false):
    assert flagged(line.format(right)) == []
    assert flagged(line.format(false)) == [false]
