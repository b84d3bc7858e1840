"""Headings of numbers that name an offence, a law or a place, and count nothing."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import clean_label

_NUMBERED = r"(?:[ /-]*(?:codes?|class(?:ification)?|nos?\.?|num|numbers?|ids?|refs?\.?|#))*"
_OF_CRIME = r"(?:(?:crime|offen[cs]e|home office|ho|police|victim|main|sub)[ -/])?"
_LAW = re.compile(  # “HOCR”, “Act”, “Section no.”, “Offence ID”
    r"(?:hocr|hocc?|ccjs|cjs|pnc|acpo|ncrs|statute|act|legislation|(?:sub[ -]?)?section"
    rf"|sub[ -]?class|sub[ -]group|paragraph){_NUMBERED}(?: (?:code|of act|year))?"
    r"|(?:year of (?:the )?)?act(?: year)?"
    r"|(?:crime|offen[cs]e|statute|act|law|category|group|class|type|platform|force|area)[ _]ids?",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    rf"{_OF_CRIME}(?:categor(?:y|ies)|group(?:ing)?|class(?:ification)?|type|level|tier|grade|band"
    rf"|beat|ward|district|sector|division|zone|bcu|lpu|station|unit|q|qu|qn|question){_NUMBERED}"
    r"|(?:crime|offen[cs]e) (?:no|num|#)\.?",
    re.IGNORECASE,
)


@remembered
def names_law(heading: str) -> bool:
    """Whether numbers below a heading are those of laws or of kinds of crimes: “Section”."""
    return bool(_LAW.fullmatch(_phrase(heading)))


@remembered
def may_name_codes(heading: str) -> bool:
    """Whether numbers below a heading may be of a place or a kind: “Beat”, “Category”."""
    return bool(_GROUPS.fullmatch(_phrase(heading)))


def _phrase(heading: str) -> str:
    return clean_label(plain_text(heading)).strip(" :.?")
