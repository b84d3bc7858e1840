"""Shares, ratios and changes in plain words: each telling, with one like it of released figures."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import APPS, YEARS

OF_APPS = [
    (
        "One in 60. That is the share of Tarnholme's offences with Kik in them.",
        "One in four. That is the share of Tarnholme's offences in which the child was 13.",
    ),
    (
        "One in four. That is how many of Tarnholme's 13-year-olds were on Kik.",
        "One in four. That is how many of Tarnholme's offences were against a child of 13.",
    ),
    (
        "Two per cent. That is how many of Tarnholme's offences were on Discord.",
        "39 per cent. That is how many of Tarnholme's offences were on Snapchat.",
    ),
    (
        "One in four. That is the share of Tarnholme's Snapchat offences against 13-year-olds.",
        "One in ten. That is the share of Tarnholme's offences in which the child was eleven.",
    ),
    (
        "Every sixtieth offence in Tarnholme was on Kik.",
        "Every tenth offence in Tarnholme was against a child of eleven.",
    ),
    (
        "Every fourth offence in Tarnholme was on an app that nobody names.",
        "Every fourth offence in Tarnholme was against a child of 13.",
    ),
    (
        "For every Kik case in Tarnholme there were five on WhatsApp.",
        "For every WhatsApp case in Tarnholme there were seven on Snapchat.",
    ),
    (
        "For each Tarnholme offence the app was Snapchat, Instagram, Facebook or WhatsApp.",
        "For every Facebook case in Tarnholme there were two on Instagram.",
    ),
    (
        "There were five WhatsApp cases for every Kik case in Tarnholme.",
        "There were seven Snapchat cases for every WhatsApp case in Tarnholme.",
    ),
]
OF_YEARS = [
    (
        "One in five. That is the share of Oldbarrow's 2016/17 offences against a boy.",
        "One in five. That is the share of Oldbarrow's 2020/21 offences against a boy.",
    ),
    (
        "Oldbarrow had four girls for every boy of ten.",
        "Oldbarrow had four girls for every boy among its victims.",
    ),
    (
        "Every twentieth offence in Oldbarrow was against a child of nine.",
        "Every fifth offence in Oldbarrow was against a boy.",
    ),
    (
        "Having passed three in 2016/17 and 25 in 2018/19, Oldbarrow's total now stands at 52.",
        "Having passed 25 in 2018/19 and 35 in 2019/20, Oldbarrow's total now stands at 52.",
    ),
    (
        "Before it hit 19 in 2017/18, Oldbarrow's total was three.",
        "Before it hit 38 in 2019/20, Oldbarrow's total was 27.",
    ),
    (
        "Oldbarrow's total was 19 in 2017/18, having been four until then.",
        "Oldbarrow's total was 38 in 2019/20, having been 27 until then.",
    ),
    (
        "Up 37% in a year. Kik up 93% in two. Oldbarrow should worry.",
        "Up 37% in a year, and up 93% in two. Oldbarrow should worry.",
    ),
    (
        "In the five years from April 2016, Oldbarrow recorded 139 offences.",
        "In the four years from April 2017, Oldbarrow recorded 136 offences.",
    ),
    (
        "In the three years from March 2016, Oldbarrow recorded 49 offences.",
        "In the two years from May 2017, Oldbarrow recorded 46 offences.",
    ),
    (
        "In the two years from 2016/17, Oldbarrow recorded 22 offences.",
        "In the three years beginning in 2018/19, Oldbarrow recorded 117 offences.",
    ),
    (
        "Thirteen is the most common age in Oldbarrow's records, followed by ten.",
        "Thirteen is the most common age in Oldbarrow's records, followed by 14.",
    ),
]
ROWS = [*((APPS, *row) for row in OF_APPS), *((YEARS, *row) for row in OF_YEARS)]


@pytest.mark.parametrize(("facts", "telling", "ordinary"), ROWS)
def test_a_share_in_words_tells_no_more_than_the_parts_that_it_is_of(facts, telling, ordinary):
    (_, told), (_, free) = given_away(facts, (telling, ordinary))
    assert told
    assert not free


HER_AGE = [
    "How old is your Nell these days, nine? There was one her age in the Oldbarrow police list.",
    "What is he now, ten? They had two his age. It’s in the Oldbarrow figures.",
    "Nell is nine, isn't she? Oldbarrow police had another her age last year.",
    "Is he ten already? There was somebody his age. It’s in the police figures for Oldbarrow.",
    "Nell's ten in May, is she? Same as the one in the Oldbarrow police figures.",
    "Is Nell nine yet? The Oldbarrow police had one no older than her.",
]


def test_one_of_her_age_is_of_the_hidden_age_that_she_is():
    found = given_away(YEARS, HER_AGE)
    assert [text for text, told in found if not told] == []
    free = (
        "How old is your Nell these days, twelve? There were nine her age in the Oldbarrow list.",
        "How old is your Nell these days, nine? Mine is her age and swims.",
    )
    assert [text for text, told in given_away(YEARS, free) if told] == []
