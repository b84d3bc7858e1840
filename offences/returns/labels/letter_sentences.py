"""Sentences that any letter has, and how to reach somebody, which change no count."""

import re

from offences.returns.labels.changing_words import BY_WEB, CHANGES
from offences.returns.labels.counted_units import counted_unit, counts_victims
from offences.returns.labels.open_counts import has_open_count
from offences.returns.labels.remarks import REACHED, is_sentence
from offences.returns.labels.some_ages import names_some_ages

_OF_ANY_LETTER = re.compile(
    r"information commissioner|\b(?:complain(?:ts?)?|ogl|open government licen[cs]e|appeal"
    r"|internal review|copyright|re-?us(?:e|ed|ing)"
    r"|publication scheme|data protection|gdpr|generic systems?|not generic|used for comparison"
    r"|freedom of information act \(?2000\)?|right of access|section 17"
    r"|right to (?:request|ask for|seek) an? (?:internal )?review"
    r"|at the time of (?:extraction|publication|writing|(?:the )?(?:search|request)))\b",
    re.IGNORECASE,
)

_REACH = r"(?:e-?mail|telephone|web-?site)(?:s|ed)?"
_WAY = re.compile(rf"\b{_REACH}\b", re.IGNORECASE)  # to reach somebody, or to read more
_POINTED = re.compile(  # “on our website”, and no “see website for 2019/20”
    r"\b(?:(?:on|by|via|in|from|see|visit|through) )?(?:(?:the|our|its|an?|my|your|force) )*"
    rf"{_REACH}"
    r"(?! (?:for|gives?|shows?|says?|has|have)\b)|\b(?:telephone|reference|contact) numbers?\b",
    re.IGNORECASE,
)
_PARTS = re.compile(  # of a line, by its commas, dashes and brackets, or before “see our website”
    r"(?<=\w)[,:;.!?]+ (?=\W*\w)| [-–] |[()]"
    rf"| (?=(?:please )?(?:see|refer to|as (?:per|in)) (?:\w+ ){{0,2}}{_REACH}\b)",
    re.IGNORECASE,
)
_IN_MAIL = re.compile(  # which nobody has read here
    r"\b(?:see|per|refer to|given in|sent in) (?:\w+ ){0,2}e-?mails?\b", re.IGNORECASE
)
_GIVES = re.compile(
    r"\b(?:gives?|shows?|says?|is|are|was|were|has|have) \d|^\W*\d+ (?!or\b)"
    r"|\bfor (?:(?:financial|calendar|the|year) )*(?:19|20)\d\d",
    re.IGNORECASE,
)

_LEFT_OUT = re.compile(  # “Adults were left out to protect children” is of no letter
    r"\b(?:exclud\w*|omit\w*|left out|remov\w*|missing|adults?|round(?:ed|ing)|estimat\w+"
    r"|sample\w*|changed|altered|offline|duplicat\w*|not (?:been )?(?:included|counted)"
    r"|includ(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"(?:[\w’'-]+ ){1,3}(?:means|denotes|includes)\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:figures?|numbers?|counts?|totals?|crimes|offen[cs]es|victims|cases|records|adults)\b",
    re.IGNORECASE,
)
_FEW = 4  # words


def is_of_any_letter(phrase: str) -> bool:
    of_counts = (_LEFT_OUT.search(phrase) and _COUNTS.search(phrase)) or BY_WEB.search(phrase)
    return not (of_counts or _DEFINES.match(phrase)) and bool(_OF_ANY_LETTER.search(phrase))


def without_letter(phrase: str) -> str:
    """The part of a sentence that speaks of counts, where another part is of any letter."""
    parts = re.split(r", | ?[()]", phrase)
    rest = " ".join(part for part in parts if part and not _OF_ANY_LETTER.search(part))
    return rest if rest != phrase and is_sentence(rest) and _COUNTS.search(rest) else ""


def without_contacts(phrase: str) -> str:
    """A text without the parts of it that say how to reach somebody, and nothing of counts."""
    if REACHED.fullmatch(phrase):
        return ""  # whose words, “uk”, are none of a sentence
    if not _WAY.search(phrase):
        return phrase
    kept = []
    for part in map(str.strip, _PARTS.split(REACHED.sub(" ", phrase))):
        says = _DEFINES.match(part) or BY_WEB.search(part)
        given = _COUNTS.search(part) or _LEFT_OUT.search(part) or _GIVES.search(part)
        if says or given or not _WAY.search(part):
            kept.append(part if says else _POINTED.sub(" ", part))
    return " ".join(", ".join(filter(None, kept)).split())


def counts_something(phrase: str) -> bool:
    """Whether a sentence of any letter counts something, too: “Copyright 2020, victims table”."""
    end = phrase.rsplit(", ", 1)[-1]
    short = end != phrase and len(end.split()) <= _FEW and not _OF_ANY_LETTER.search(end)
    changes = counts_victims(phrase) or names_some_ages(phrase) or has_open_count(phrase)
    return changes or bool(short and (CHANGES.search(end) or counted_unit(end)))


def points_to_mail(phrase: str) -> bool:
    """Whether a text says that something is in a mail, which nobody has read here."""
    return bool(_IN_MAIL.search(phrase))
