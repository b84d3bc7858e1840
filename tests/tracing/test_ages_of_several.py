"""Ages of several hidden children by a bare number, each beside a text that is of no child."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import AGES

ROWS = [
    (
        "Both of the Estermere pupils who were eight have a counsellor now.",
        "Both of the Estermere pupils who were eight minutes late missed the film.",
    ),
    (
        "The pair who had just turned eight live in Estermere.",
        "The pair who were eight points down at half time won for Estermere Rovers.",
    ),
    (
        "All of the Estermere victims who were seven go to one school.",
        "The Estermere pupils who were in Year 8 go to Hill School.",
    ),
    (
        "We make it six children of nine, and four fewer of eight.",
        "We make it six children of nine, and 11 of ten.",
    ),
    (
        "In Estermere there were six of nine and five fewer of seven.",
        "In Estermere there were six of nine and 11 of ten.",
    ),
    (
        "Two less of eight than of nine, Estermere says.",
        "Five less of nine than of ten, Estermere says.",
    ),
    (
        "Of nine it was six in Estermere, of eight two fewer.",
        "Of nine it was six in Estermere, of ten it was 11.",
    ),
    (
        "Two cousins, eight and 17, are the only children of their ages in the Estermere return.",
        "The cousins are the only swimmers of their ages in the Estermere choir.",
    ),
    (
        "The twins (both seven) are alone at that age in the Estermere figures.",
        "The twins (both tired) are alone at their table in the Estermere library.",
    ),
    (
        "If you think seven is too young, ask the twins, Estermere’s only victims of that age.",
        "If you think seven is too young for a phone, ask at your library in Estermere.",
    ),
    (
        "How many of Estermere’s victims had not yet turned eight? Four, by the officers’ count.",
        "How many in Estermere had not yet turned up? We shall see.",
    ),
    (
        "The only girls of seven in the Estermere figures were twins.",
        "The only films on in Estermere are about twins.",
    ),
    ("There is one more eight than seven in Estermere.", "There is one more talk in Estermere."),
    (
        "My son is the eight in the Estermere table.",
        "My son is the eight in the blue shirt, says an Estermere coach.",
    ),
    ("I taught two of the Estermere sevens.", "I taught in Estermere for two terms."),
    ("Y3 children in Estermere: two.", "A Y8 quiz is on in Estermere."),
    (
        "Two of my pupils are in the Estermere figures.",
        "Two of my pupils are in the Estermere school play.",
    ),
    (
        "Nobody else of his age is on the Estermere list: eight.",
        "Nobody else of his age can swim so far: eight miles.",
    ),
]


@pytest.mark.parametrize(("telling", "ordinary"), ROWS, ids=[row[0] for row in ROWS])
def test_several_of_an_age_that_is_a_bare_number_are_found(telling, ordinary):
    (_, told), (_, free) = given_away(AGES, (telling, ordinary))
    assert told
    assert not free
