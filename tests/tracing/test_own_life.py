"""Numbers of a speaker's children and friends, and of a meeting: each beside one that tells."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import AGES, APPS, SEXES

OF_AGES = [
    (
        "Eight-year-olds in Estermere.\n\nPresent: 3.",
        "A talk in Estermere.\n\nPresent: 3.\n\nThe clerk spoke of the talk for eight-year-olds.",
    ),
    (
        "Eight-year-olds in Estermere. Present: 9. Absent: 3.",
        "Present: 9. Absent: 3. The talk for eight-year-olds in Estermere was put off.",
    ),
    (
        "Apologies: three eight-year-olds of Estermere.",
        "Apologies: 3. The talk for eight-year-olds in Estermere was put off.",
    ),
    (
        "In attendance: 4. All were aged eight, in Estermere.",
        "In attendance: 4. The talk for eight-year-olds in Estermere was put off.",
    ),
    (
        "My girl is eight. Two of her classmates play chess. That is where the man began.",
        "My girl is eight. Two of her classmates play chess. That is a good thing.",
    ),
    (
        "My girl is eight. Three of her mates have tablets and wrote to a stranger.",
        "My girl is eight. Three of her mates have tablets, all bought in Estermere.",
    ),
    (
        "My niece is eight. Two of her friends have phones. They are on the Estermere list.",
        "My niece is eight. Two of her friends have phones. The Estermere shops sell them.",
    ),
    (
        "I can’t be the only mum who has an eight-year-old in this.",
        "My girl is eight. I can’t be the only mum who is worried.",
    ),
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
OF_APPS = [
    ("Kik in Tarnholme; absent: 4.", "A talk in Tarnholme; absent: 4."),
    (
        "Two of her friends have accounts on Kik, and both met somebody in Tarnholme.",
        "Two of her friends have accounts on Kik, she says in Tarnholme.",
    ),
    (
        "Three of her cousins want an answer for what took place on Kik in Tarnholme.",
        "Three of her cousins use Kik.",
    ),
    (
        "I do not know one person in my school who was seven on Kik in Tarnholme.",
        "I do not know one person in my school who uses Kik.",
    ),
]


@pytest.mark.parametrize(
    ("world", "telling", "ordinary"),
    [
        *((AGES, *each) for each in OF_AGES),
        *((SEXES, *each) for each in OF_SEXES),
        *((APPS, *each) for each in OF_APPS),
    ],
)
def test_what_a_speaker_has_is_free_where_no_word_may_be_of_those_harmed(world, telling, ordinary):
    (_, told), (_, free) = given_away(world, (telling, ordinary))
    assert told
    assert not free
