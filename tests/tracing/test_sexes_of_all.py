"""That all of an age are of one sex tells how many girls and boys of it there were."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_those_with_a_sex import WORLD

CROSSED = WORLD | {
    "facts": WORLD["facts"] | {"ages": {"11": 12, "12": 30, "13": 35, "unknown": 18}},
    "hidden": [["girls", "age 11"], ["boys", "age 11"]],
    "shown": {"girls": 70, "boys": 20, "age 11": 12, "age 12": 30, "age 13": 35},
}
TELLING = [
    "Twelve offences were of children aged 11. Every last one was a girl.",
    "Orleham had 12 victims aged 11. Each one was a girl.",
    "Orleham had 12 victims aged 11. Not a boy among them.",
    "Twelve eleven-year-olds were victims in Orleham. They were girls to a child.",
    "Twelve eleven-year-olds were victims in Orleham. The whole lot were boys.",
    "Orleham had 12 victims aged 11. It was girls only.",
    "Orleham had 12 victims aged 11. Without exception they were girls.",
    "Orleham had 12 victims aged 11. Only girls came to harm.",
    "Orleham had 12 victims aged 11. All were girls from one choir.",
    "Orleham had 12 victims aged 11. Not a boy was in the files.",
    "Orleham had 12 victims aged 11. Only girls were targeted at the assembly.",
]
ORDINARY = [
    "In Pelling 14 victims were eleven. Every last one was a girl.",
    "Orleham had 30 victims aged 12. Every last one was a girl.",
    "Orleham had 12 victims aged 11. All girls deserve to be safe.",
    "Three pupils at Orleham Academy, all boys aged 11, made the poster.",
    "Orleham had 12 victims aged 11. Girls were 70 of all 95.",
    "Orleham had 12 victims aged 11. All boys receive a booklet.",
    "Orleham had 12 victims aged 11. Only girls came to the workshop.",
    "Orleham had 12 victims aged 11. Not a boy at the assembly laughed.",
    "Orleham had 12 victims aged 11. Our choir is for boys only.",
]


@pytest.mark.parametrize(("texts", "are_stopped"), [(TELLING, True), (ORDINARY, False)])
def test_a_sex_of_all_is_a_hidden_crossing(texts, are_stopped):
    stopped = [text for text, found in given_away(CROSSED, texts) if found]
    assert stopped == (texts if are_stopped else [])


def test_of_a_hidden_sex_it_is_said_of_any_age():
    world = CROSSED | {"hidden": [["boys"], ["sex not recorded"]]}
    text = "Twelve was a common age, with 30 victims. Every last one was a girl."
    assert next(given_away(world, [text]))[1]
