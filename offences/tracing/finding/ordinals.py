"""Words of order, and those that say of some years that they follow each other."""

import re

from offences.tracing.finding.vocabulary import any_of

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NTH = rf"(?:{'|'.join(ORDINALS)}|\d\d?(?:nd|rd|th|st))"
IN_TURN = any_of("consecutive", "successive", "straight")
RUNNING = any_of("running", "in a row", "in succession", "on the trot")


def number_of(nth: str) -> int:
    """The number of a word of order: 3 of "third", 11 of "11th"."""
    word = nth.casefold()
    if word in ("first", "top"):
        return 1
    return ORDINALS.index(word) + 2 if word in ORDINALS else int(re.sub(r"\D", "", word))
