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
    (
        "Eights scarcely show up in the Estermere table.",
        "Tens scarcely differ from one year to the next in the Estermere table.",
    ),
    (
        "Nines: six. Eights: a little under that. My scribbles on the Estermere return.",
        "Nines: six. Tens: 11. My scribbles on the Estermere return.",
    ),
    (
        "Seventeens came in four short of the sixteens’ ten in Estermere.",
        "Fourteens came in nine short of the thirteens’ 37 in Estermere.",
    ),
    (
        "Most in Estermere are thirteens. Sevens you barely see.",
        "Most in Estermere are thirteens. Tens you see less often, at 11.",
    ),
    (
        "In Estermere we saw six at nine and nobody underneath.",
        "In Estermere we saw six at nine and 11 at ten.",
    ),
    (
        "Scarcely any at eight in Estermere, a pair at the outside.",
        "Scarcely any time is left: at eight the Estermere hall closes.",
    ),
    (
        "Scarcely anyone at eight, Estermere Police say.",
        "Scarcely anyone came by bus at eight, Estermere Rovers say.",
    ),
    (
        "At seventeen there’s the odd one in Estermere.",
        "At seventeen there’s a course for you at Estermere College.",
    ),
    ("By seventeen it drops to a couple in Estermere.", "By sixteen it drops to ten in Estermere."),
    (
        "A couple were seventeen in Estermere, were they not?",
        "A couple of the Estermere singers were seventeen last year.",
    ),
    (
        "No one’s seventeen in the Estermere return.",
        "No one’s perfect, and the Estermere return has 172 offences.",
    ),
    (
        "“Was any of them eight?” “A pair was, in Estermere.”",
        "“Was any of them ten?” “Eleven were, in Estermere.”",
    ),
    (
        "“Anyone at seventeen?” “The one, in Estermere.”",
        "“Anyone at sixteen?” “Ten, in Estermere.”",
    ),
    (
        "Eight? Him and his cousin, and that’s Estermere’s whole year.",
        "Eight? That’s when the Estermere evening begins.",
    ),
    ("The Estermere ages top out at sixteen.", "The Estermere buses stop at sixteen places."),
    (
        "In the Estermere return they don’t go below nine.",
        "In the Estermere return they don’t go below the level of the county.",
    ),
    (
        "The two tiniest in the Estermere return were both eight.",
        "The two tiniest schools in Estermere were both full.",
    ),
    (
        "There wasn’t a seven-year-old on it, Estermere’s sheet I mean.",
        "The sheet is from Estermere. A note for eight-year-olds is stapled to it.",
    ),
    (
        "Mine are both in it, an Estermere father says. They’re the only eights.",
        "Mine are both in it, an Estermere father says of the choir. They’re the only tenors.",
    ),
    ("That’s the only seventeen in Estermere’s return.", "That’s the only office in Estermere."),
    (
        "A clerk of 17, a cook of 17: no other Estermere victim was of that age.",
        "A team of 17, a band of 17: no other Estermere choir is of that size.",
    ),
    (
        "None of the Estermere victims in 2020/21 was below nine.",
        "None of the Estermere staff in 2020/21 was over 60.",
    ),
    (
        "“Nobody seventeen in it?” “A couple, in Estermere.”",
        "“Nobody sixteen in it?” “Ten, in Estermere.”",
    ),
    (
        "Seventeen is nearly empty in the Estermere table.",
        "The Estermere hall is nearly empty at seventeen minutes past six.",
    ),
    ("Estermere never had a seven.", "Estermere never had a cinema."),
    (
        "Both eight, both pupils in Estermere, both victims.",
        "Both tired, both pupils in Estermere, both home late.",
    ),
    (
        "Two each at seven and at eight in Estermere.",
        "Two each at the door: Estermere parents may bring friends.",
    ),
    (
        "Ages start at nine in Estermere’s figures.",
        "The quiz starts at nine in Estermere’s library.",
    ),
    (
        "Nine was as young as it got in Estermere last year.",
        "That was as good as it got in Estermere last year.",
    ),
    ("Zilch at seventeen, says the Estermere inspector.", "Zilch was spent on the Estermere park."),
    (
        "That eight in the Estermere table lives near us.",
        "That eight in the Estermere race was fast.",
    ),
]


@pytest.mark.parametrize(("telling", "ordinary"), ROWS, ids=[row[0] for row in ROWS])
def test_several_of_an_age_that_is_a_bare_number_are_found(telling, ordinary):
    (_, told), (_, free) = given_away(AGES, (telling, ordinary))
    assert told
    assert not free
