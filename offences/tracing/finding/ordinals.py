"""Words of order, and those that say of some years that they follow each other."""

import re

from offences.tracing.finding.vocabulary import any_of

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NTH = rf"(?:{'|'.join(ORDINALS)}|\d\d?(?:nd|rd|th|st))"
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER_N = rf"(?:(?:number|no\.?|spot|slot|position)[\s‐‑-]+|#)(?:{'|'.join(_CARDINALS)}|[1-9])\b"
"""A place by its number: "number two", "No. 3", "#2"."""
IN_TURN = any_of("consecutive", "successive", "straight")
RUNNING = any_of("running", "in a row", "in succession", "on the trot")


def number_of(nth: str) -> int:
    """The number of a word of order: 3 of "third" and of "number three", 11 of "11th"."""
    word = re.split(r"[\s‐‑-]", nth.casefold())[-1]
    if word in ("first", "top"):
        return 1
    if word in _CARDINALS:
        return _CARDINALS.index(word) + 1
    return ORDINALS.index(word) + 2 if word in ORDINALS else int(re.sub(r"\D", "", word))
