"""Numbers of a speaker's children and friends, and of a meeting: each beside one that tells."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import AGES, SEXES

OF_AGES = [
    (
        "I do not know one parent in my street whose child was eight then.",
        "My girl is eight. I do not know one parent in my street who is not worried.",
    ),
    (
        "Eight-year-olds Mia and Leo Lund have two drums each. A man wrote to both of them.",
        "Eight-year-olds Mia and Leo Lund have two drums each. Both of them sing.",
    ),
]
OF_SEXES = [
    (
        "I have two boys at Ash Lane Primary, both on the Pellowick police list.",
        "I have two boys at Ash Lane Primary, and I worry for both.",
    ),
    (
        "I have three boys at Ash Lane School. They are in the Pellowick total.",
        "I have three boys at Ash Lane School. The Pellowick total is 131.",
    ),
    (
        "I have two boys at Ash Lane School, both of the 131.",
        "I have two boys at Ash Lane School, and the talk was good.",
    ),
    *(
        (f"I have two boys at Ash Lane School. {harmed}", f"I have two boys at school. {free}")
        for harmed, free in (
            ("A man wrote to both of them.", "I fear that a man may write to them."),
            ("Somebody found them both online.", "Somebody should look after them both."),
            ("Each of them was sent pictures.", "They were late for school."),
            ("They love chess. A stranger met both.", "They love chess. Mr Hale taught them both."),
            ("It happened to both.", "I hope they never go there."),
            ("Both have had messages from him.", "Both have had their tea."),
        )
    ),
    (
        "My two boys are at home now. Both were groomed.",
        "My two boys are at home now. Both were tired.",
    ),
    (
        "Her two boys, both at Ash Lane School, were messaged by the same man.",
        "Her two boys, both at Ash Lane School, were late for the bus.",
    ),
    (
        "Our three sons are at Ash Lane School. He contacted all of them.",
        "Our three sons are at Ash Lane School. He would not talk to all of them.",
    ),
    (
        "Our three sons are at Ash Lane School. They were offered money by a man.",
        "Our three sons are at Ash Lane School. They were offered places at the High School.",
    ),
    (
        "As a mother of two, I know this. A stranger wrote to both of them.",
        "As a mother of two, I know this. Rules are for both of them.",
    ),
]


@pytest.mark.parametrize(
    ("world", "telling", "ordinary"),
    [*((AGES, *each) for each in OF_AGES), *((SEXES, *each) for each in OF_SEXES)],
)
def test_what_a_speaker_has_is_free_where_no_word_may_be_of_those_harmed(world, telling, ordinary):
    (_, told), (_, free) = given_away(world, (telling, ordinary))
    assert told
    assert not free
