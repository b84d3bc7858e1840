"""Names of places that are on no map, put together from syllables."""

import random
from collections.abc import Iterator
from itertools import product

BEGINNINGS = (
    *("Astrel", "Belvar", "Brannick", "Brisken", "Cavrin", "Corvane", "Dorrel", "Drummel"),
    *("Eskren", "Ferrand", "Galdrin", "Grendal", "Harnish", "Hestral", "Ildren", "Istren"),
    *("Jorven", "Keldrin", "Kestrin", "Lathrel", "Lomrick", "Marrock", "Mossel", "Nethril"),
    *("Norvick", "Orvan", "Ostrel", "Pelgrin", "Quarrin", "Rasken", "Selvane", "Thessel"),
    *("Tolvane", "Ulverick", "Vandril", "Velmar", "Wexel", "Yarrand", "Zellan", "Ambrel"),
)
ENDINGS = (
    *("moor", "mouth", "shire", "march", "haven", "mere", "fell", "strand", "wold", "dene"),
    *("reach", "water"),
)
BEFORE = ("", "Upper ", "Lower ", "Great ", "Little ", "Old ", "New ", "Far ", "High ", "Long ")
"""Once every plain name is taken."""
MOST = len(BEFORE) * len(BEGINNINGS) * len(ENDINGS)

GIVEN = (
    *("Ada", "Bram", "Cora", "Dov", "Edda", "Finn", "Greta", "Hal", "Ines", "Jory", "Kit", "Lena"),
    *("Milo", "Nell", "Otis", "Petra", "Quin", "Rhea", "Seth", "Tilda", "Una", "Vera", "Wim"),
)
PAPERS = ("Herald", "Courier", "Argus", "Examiner", "Radio", "Evening Post", "Chronicle")


def places(rng: random.Random) -> Iterator[str]:
    """Every place once, in an order of chance; the plain names first."""
    for before in BEFORE:
        names = [f"{before}{one}{two}" for one, two in product(BEGINNINGS, ENDINGS)]
        rng.shuffle(names)
        yield from names


def person(rng: random.Random) -> str:
    return f"{rng.choice(GIVEN)} {rng.choice(BEGINNINGS)}{rng.choice(('s', 'er', 'by', 'ow'))}"
