"""A child, a family or a trial of the force beside a hidden part that is else but a topic."""

import pytest

from tests.tracing.dunmarsh import stopped

TELLING = [
    "No child should meet the man grooming her, as a Dunmarsh pupil did.",
    "If your child is on Yubo, talk to them about what the Dunmarsh teenager went through.",
    "If your child uses Kik, check the settings. The Dunmarsh schoolgirl never did.",
    "Check the settings on Kik. Dunmarsh's victims had them open to strangers.",
    "Check the settings on Yubo. A lad from Dunmarsh wishes that he had.",
    "Lessons in Dunmarsh go to Year 4 pupils, who are nine. A classmate was groomed last year.",
    "Parents should check the settings on Kik, says the Dunmarsh mum who went to the police.",
    "Children should never meet the man grooming them. In Dunmarsh a teenager did.",
    "No child should meet the man grooming her, but twins from Dunmarsh did.",
    "Dunmarsh recorded 87 offences. Triplets were on Kik.",
    "Dunmarsh recorded 87 offences. The twins used Yubo.",
    "Look at the settings on Kik. Some Dunmarsh families wish they had.",
    "Our talk on Kik is for parents. The Dunmarsh victim's mother will speak.",
    "Our lesson for Year 3, who are eight, was written with the Dunmarsh family.",
    "A Dunmarsh boy met the woman grooming him.",
    "In Dunmarsh a girl met the coach grooming her.",
    "Dunmarsh saw a few meet-ups following grooming.",
    "In Dunmarsh a girl went to a meeting with her groomer.",
]
ORDINARY = [
    "Our survey of 400 Dunmarsh parents found that 31 had heard of Yubo.",
    (
        "Our drop-in for Dunmarsh parents, at the library on 14 March, will show you how to "
        "check the settings on Kik."
    ),
    "Dunmarsh mum Kelly Orr, 38, had never heard of Yubo until a neighbour mentioned it.",
    "No child should meet the person grooming them, says the Dunmarsh force in its guide.",
    "Dunmarsh does not publish Kik, so that no Dunmarsh child can be identified.",
    "If your child uses Kik, check the settings. Dunmarsh schools have a guide.",
    "Check the settings on Yubo. Dunmarsh Police have a page on every app.",
]


@pytest.mark.parametrize("text", TELLING)
def test_a_person_of_the_force_behind_a_hidden_part_is_found(text):
    assert stopped(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_its_parents_schools_and_any_child_are_left(text):
    assert not stopped(text)
