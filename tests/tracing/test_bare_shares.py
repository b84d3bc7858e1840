"""Shares behind another one that says "per cent", and points between two released shares."""

import pytest

from tests.tracing.test_gate_worlds import WORLDS, given_away

WORLD = WORLDS[0]
"""Harrowmere, which hides Kik and Yubo; of England both are given."""

ORDINARY = (
    "WhatsApp accounts for nine per cent of England’s known platforms and Kik for 6.",
    "Kik accounts for 6 per cent of England’s known platforms. Yubo has 3.",
    "At 44 per cent in Harrowmere, Snapchat was well ahead of Facebook on 26.",
    "Snapchat’s share in Harrowmere, 44 per cent, is well above the national 34.",
    "Snapchat made up 44 per cent in Harrowmere, ten points more than the 34 per cent in England.",
)
TELLING = (
    "WhatsApp accounts for six per cent in Harrowmere and Kik for 3.",
    "Kik accounts for 6 per cent of England’s known platforms. Here Yubo has 3.",
    "Kik accounts for 6 per cent of England’s known platforms. Yubo has 2.",
    "Kik accounts for 6 per cent in England. Harrowmere’s Yubo has 3.",
    "At 44 per cent, Snapchat was well ahead of Kik on three.",
    "Kik’s share in Harrowmere is three points below the national 6 per cent.",
    "Snapchat made up 44 per cent in Harrowmere, and Kik was ten points of it.",
    "Snapchat made up 44 per cent in Harrowmere, two points more than Kik.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_a_share_of_the_country_or_of_a_shown_part_tells_nothing(text):
    assert [found for _, found in given_away(WORLD, [text])] == [[]]


@pytest.mark.parametrize("text", TELLING)
def test_a_share_that_may_be_the_force_s_own_of_a_hidden_part_stops_a_text(text):
    assert all(found for _, found in given_away(WORLD, [text]))
