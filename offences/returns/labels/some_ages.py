"""Words for persons of some ages, where those of all ages under 18 were asked for."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import content_role
from offences.returns.labels.years import parse_short_pair

_ALL = re.compile(  # “under the age of 18”, “aged 17 and under”, “0-17”
    r"\b(?:ages?|aged|years?)?\W*(?:"
    r"(?:under|below|less than|younger than|up to(?: and including)?|to)[ -]?(?:the )?"
    r"(?:ages? )?(?:of )?1[78](?:s|th)?|<=? ?1[78]s?"
    r"|1[78] ?(?:and|or|&) ?(?:under|below|younger)"
    r"|(?:0|birth|from 0)(?: years?)? ?(?:-|to|and) ?1[78]|u[ -]?18s?)(?!\w)",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:ages?|aged|victims?|child(?:ren)?|persons?|people|girls?|boys?|females?|males?)"
    r"(?: (?:ages?|aged|of|from|between|over|under|below|above|at least|group|band|range|is|was"
    r"|were|are))*\W{1,3}\d{1,2}(?!\d|[ ,]?\d{3}| ?%|[/.]\d)"
    r"|\b\d{1,2} ?(?:and|or|&) ?(?:over|above|older|up(?! to)|upwards)\b"
    r"|\b\d{1,2} ?\+(?! ?\d)"
    r"|\b(?:over|above)[ -]\d{1,2}s\b"
    r"|(?<![\d/.-])\d{1,2} ?(?:-|to) ?1\d (?:offen[cs]es?|crimes?|sexual|on-?line|cyber)\b"
    r"|\b\d{1,2}[ -](?:years?|yrs?|y/?o)[ -](?:olds?|of age)\b",
    re.IGNORECASE,
)


def without_all_ages(text: str) -> str:
    """A text without the words for every child: “under 18”, “0-17”."""
    return _ALL.sub(" ", plain_text(text))


@remembered
def is_of_all_ages(text: str) -> bool:
    """Whether a text says no more than that victims are children: “Under 18”, “(0-17)”."""
    return bool(_ALL.search(plain_text(text))) and not re.search(r"\w", without_all_ages(text))


@remembered
def names_some_ages(text: str) -> bool:
    """Whether a text has an age, or a band of ages, that is not all of those under 18."""
    phrase = _ALL.sub(" _ ", plain_text(text)).strip()  # a word: “under 18, 1 April” is no age
    if _SOME.search(phrase):
        return True
    is_band = content_role(phrase) == "age" and any(map(str.isdigit, phrase))
    # “12” alone is a number, “18-19” may be a year, and “88/01” a code.
    may_be_other = phrase.isdigit() or "/" in phrase or parse_short_pair(phrase) is not None
    return is_band and not may_be_other


def names_every_age(text: str) -> bool:
    """Whether an age by its numbers is that of every child: “Under 18 victims”."""
    return any(map(str.isdigit, text)) and not names_some_ages(text)
