"""A number with nothing said of what it counts is one of offences: "There were three in Kent"."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import AGES, APPS, SEXES

OF_AGES = [
    ("There were two in Estermere.", "There were two libraries in Estermere."),
    ("Estermere had just the three.", "Estermere had just the three clubs."),
    ("Two in Estermere, last year.", "Two members in Estermere, last year."),
    ("And Estermere? Four.", "And Estermere? Four clubs."),
    ("The county has a youth team. In Estermere there were two.", "The county has 54 towns."),
    (
        "Grooming ruins a childhood. There were three in Estermere.",
        "We held workshops in five towns. There were three in Estermere.",
    ),
    (
        "How many victims were there? There were three.",
        "How many parks are there? There were three.",
    ),
    ("There was a handful in Estermere.", "There was a handful of parents in Estermere."),
    ("It was two at seven.", "It was two at the start and nine at the end."),
    ("It was two at seven, the inspector said.", "It was two at half time, the coach said."),
    ("We had four at eight and one at seven.", "We had four at the talk and one at the door."),
    ("I make it two in Estermere.", "I make it two miles from Estermere."),
    ("There were, I believe, four at Oak Lane School.", "There were four speakers, I believe."),
    ("“Four,” said the Estermere inspector.", "“Four miles,” said the Estermere inspector."),
    ("The number for Estermere is four.", "The number for Estermere is 172."),
    ("Estermere’s is two.", "The library has a chess club. There were two last week."),
    ("At seven, two. At eight, one.", "At seven o’clock, two films. At eight, another."),
    ("Estermere has one school and had two.", "Estermere has one park and Wenlow has two."),
    ("The town has a park. Estermere had two.", "Every town has a park. Estermere has two."),
    ("At eight, one in Estermere.", "At eight, one leaves Estermere."),
]
OF_APPS = [
    ("There is just the one in Tarnholme.", "Every town has a library. Tarnholme has one."),
    ("So: two in Tarnholme, all year.", "Is there a helpline? There is one."),
]
OF_SEXES = [("Pellowick police had four.", "Pellowick police had four dogs.")]


@pytest.mark.parametrize(
    ("world", "telling", "ordinary"),
    [
        *((AGES, *each) for each in OF_AGES),
        *((APPS, *each) for each in OF_APPS),
        *((SEXES, *each) for each in OF_SEXES),
    ],
)
def test_a_number_alone_is_one_of_offences_unless_a_thing_is_named(world, telling, ordinary):
    (_, told), (_, free) = given_away(world, (telling, ordinary))
    assert told
    assert not free
