"""Sport, courts, councils and letters beside a hidden part, each with a text that tells one."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import AGES, APPS, YEARS, world

STEAM = world(
    "Brayford",
    {"2020/21": 131, "2021/22": 144},
    {"platform": {"Snapchat": 51, "Instagram": 30}},
    {"12": 31, "13": 40, "14": 29},
    [["Steam"], ["Discord"], ["Telegram"]],
    ["Snapchat", "Instagram", "Steam", "Discord", "Telegram"],
)
OF_AGES = [
    (
        "Seven-year-olds at Oak Lane Infants in Estermere were sent messages by a man.",
        "Seven-year-olds at Oak Lane Infants in Estermere have written a poem.",
    ),
    (
        "A seven-year-old from Estermere was met by a man in Cardiff.",
        "A seven-year-old from Estermere will swim for Wales in Cardiff.",
    ),
    (
        "Sam Reed of Estermere, seven, was groomed.",
        "Seven-year-old Sam Reed from Estermere has come home from the moon camp.",
    ),
    (
        "A stranger met an eight-year-old at Estermere Juniors.",
        "The mayor came to see the eight-year-olds at Estermere Juniors.",
    ),
    (
        "Sir, at 17 there were four in Estermere.",
        "Sir, at 17 I worked nights in the Estermere mill. I had no phone.",
    ),
    ("Estermere Eights lost four to two.", "The Estermere club lost four matches."),
    ("Most of Estermere’s were eight.", "The Mayor of Estermere has an eight-year-old."),
    (
        "At eight our cousin was the only one in Estermere.",
        "At eight our cousin played the flute in Estermere.",
    ),
    (
        "A team of officers won thanks in Estermere for helping two to three aged eight.",
        "Eight-year-olds from Estermere Juniors lost the chess final by 3-2.",
    ),
]
OF_APPS = [
    (
        "A girl at Tarnholme High met him on Kik.",
        "The Tarnholme Bell Ringers have their photos on Kik.",
    ),
    ("Tarnholme Kik is not empty.", "The Tarnholme Bell is not on Kik."),
    ("Quite a few of Tarnholme’s were on Kik.", "The Bishop of Tarnholme is not on Kik."),
    ("Tarnholme Predator used Kik.", "The Tarnholme Silver Band is not on Kik."),
    ("The Tarnholme Truth is that Kik had some.", "The Tarnholme Herald has a page on Kik."),
    (
        "In May a stranger messaged a girl from Tarnholme on Kik.",
        "If a stranger messaged a girl on Kik, tell a teacher, a Tarnholme school says.",
    ),
    (
        "A stranger wrote to a girl from Tarnholme on Kik and asked for a photo.",
        "Teachers from Tarnholme asked for a talk on Kik.",
    ),
]
OF_YEARS = [
    (
        "The board met three times in 2016/17, once for each Oldbarrow victim.",
        "Oldbarrow Town Council met nine times in 2016/17 and spent £900 on flags.",
    ),
    (
        "The committee saw three victims in Oldbarrow in 2016/17.",
        "The harbour board met three times in 2016/17, Oldbarrow’s minutes show.",
    ),
]
OF_STEAM = [
    ("Two in steam rooms, say police in Brayford.", "The steam railway at Brayford is open.")
]


@pytest.mark.parametrize(
    ("of", "telling", "ordinary"),
    [
        *((AGES, *each) for each in OF_AGES),
        *((APPS, *each) for each in OF_APPS),
        *((YEARS, *each) for each in OF_YEARS),
        *((STEAM, *each) for each in OF_STEAM),
    ],
)
def test_what_happens_in_a_place_is_free_and_what_was_done_to_a_child_is_not(of, telling, ordinary):
    (_, told), (_, free) = given_away(of, (telling, ordinary))
    assert told
    assert not free
