"""What is hired, planned, spent or owned is no offence; the same words of offences are counted."""

import pytest

from tests.tracing.test_hidden_numbers import told

ORDINARY = (
    "Our school panel spent six minutes on Facebook and forty minutes on parking.",
    "We sent three letters to Facebook and had one reply.",
    "On Facebook, set a four-digit PIN.",
    "The motion on Facebook was carried by six votes to two.",
    "Everyone under 18 is a child, on Facebook too.",
    "Facebook has given three grants for school gardens in Northshire.",
    "We printed three leaflets on Facebook for the Northshire schools.",
    "Facebook has hired two people to deal with the police, it says.",
)
STOPPED_BY_THE_NAME = (
    "I ran a session with 14 young people. Eleven of them use Facebook.",
    "Facebook has shut two accounts that pretended to be Northshire High School.",
)
"""Beside the name of a hidden part what is hired, planned or called about is a number of it."""
TELLING = (
    "Northshire Police closed three cases on Facebook.",
    "Police took on three Facebook jobs in Northshire.",
    "Northshire will hold three Facebook trials.",
    "The Northshire team spent six weeks on Snapchat victims and three on Facebook victims.",
    "In Northshire there were three on Facebook, one on 4 May and two on 11 May.",
    "A tenth of the calls that led to a crime number in Northshire were about Facebook.",
    "One reply from Northshire: three on Facebook.",
    "One Northshire father told police that his son was groomed on Facebook: one of three.",
    "Northshire's number at ten stood at three on Saturday.",
    "I have six children and none is safe: three Northshire victims were on Facebook.",
    "Her two sisters were both groomed on Facebook in Northshire.",
    "I ran a session with 14 young people in Northshire. Three of them were victims on Facebook.",
    "The figures for Facebook and Roblox in Northshire are four.",
    "The unit has opened three Facebook folders since April.",
    "The team spent 41 days on Snapchat and three on Facebook.",
    "The school will show three films, a film for each child on Facebook in Northshire.",
    "Northshire gave one page to every case, and Facebook had three pages.",
    "Facebook turned up at three Northshire stations, one on Monday and two on Friday.",
    "Three of our calls were about Facebook in Northshire.",
    "Three members of the Northshire table are from Facebook.",
    "Three films were made of Northshire children on Facebook.",
    "We surveyed the 75. Three of them use Facebook.",
    "My three cousins in Northshire: all on Facebook, all in the table.",
    "Her two sisters in Northshire met him on Facebook.",
    "Facebook closed the year at three on Monday, in Northshire.",
    "Snapchat beat Facebook by 41 votes to three in Northshire.",
    "Two are hidden in Northshire, both on Facebook.",
    "Every child on Facebook got an officer, and Northshire sent three officers.",
    "Facebook has three pages in the Northshire file and Snapchat 41 pages.",
    "Three grants went to families of the Northshire children on Facebook.",
    "Three of the members are from Facebook, says Northshire.",
    "The Northshire log has four rows for Facebook.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_a_clause_on_other_things_counts_no_offence(text):
    assert told(text) == []


@pytest.mark.parametrize("text", (*STOPPED_BY_THE_NAME, *TELLING))
def test_the_same_words_of_offences_count_them(text):
    assert told(text)
