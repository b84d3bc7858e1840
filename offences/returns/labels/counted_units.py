"""What a title or heading says is counted: offences, or victims, reports and the like."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered_years
from offences.returns.labels.label_words import clean_label
from offences.returns.labels.years import parse_year

_PERSONS = r"children|minors|juveniles|youths|under[ -]?18s|u18s|people|persons|individuals|pupils"
_OTHERS = (
    rf"victims|complainants|survivors|injured parties|recipients|{_PERSONS}|incidents|reports"
    r"|referrals|calls|contacts|logs|allegations|complaints|disclosures|investigations|cyber ?tips"
)
_OFFENCES = r"offen[cs]es|crimes?|recorded offending"
_UNIT = rf"(?:(?P<offences>{_OFFENCES})|(?P<others>{_OTHERS}))"
_COUNTS = (  # “Number of”, “Q2. Total”: nothing of what is counted
    r"\W*(?:(?:table|figure|sheet|part|q(?:uestion)?) ?\w{0,3} ?[:.)–-]+ ?|\d+[a-z]?[.)] ?)?"
    r"(?:(?:the|an?|total|overall|annual|yearly|summary|breakdown|numbers?|nos?|counts?"
    r"|volumes?|sum|of|all|how many|table|list|data|figures|statistics|for|on|unique|distinct"
    r"|individual|recorded|reported|known|identified|separate|different)(?:\W+|$))*"
)
_BEHIND = (
    r"(?: (?:data|figures?|statistics|totals?|counts?|numbers?|recorded|reported|identified"
    r"|received|made))*"
)
_HEAD_END = re.compile(
    r"\W(?:of|by|with|where|who|whose|which|that|in|on|at|as|aged|under|against|involving|for"
    r"|from|per|between|during|to|and|or|linked|flagged|broken|split|was|were|is|are|had|have|has"
    r"|do|did|does|there|relating)\b|[:;,()?/&|]| [-–] ",
    re.IGNORECASE,
)
_AGES = re.compile(
    rf"(?:young )?(?:{_PERSONS})", re.IGNORECASE
)  # as a label, “Children” are an age
_BARE = re.compile(rf"{_COUNTS}{_UNIT}{_BEHIND}", re.IGNORECASE)
_HEAD = re.compile(rf"(?:.*\W)?{_UNIT}{_BEHIND}", re.IGNORECASE)
_ONE = re.compile(r"\bvictim(?= (?:counts?|numbers?|totals?)\b)", re.IGNORECASE)
OFFENCES = "offences"


@remembered_years
def counted_unit(text: str) -> str:
    """What a text says is counted: “victims” for “Female victims by age”; empty if nothing."""
    found = _HEAD.fullmatch(_head(text))
    return _name(found) if found else ""


@remembered_years
def is_bare_unit(text: str) -> bool:
    """Whether a text is nothing but the name of what is counted: “Number of victims”."""
    phrase = _phrase(text)
    return bool(_BARE.fullmatch(phrase)) and not _AGES.fullmatch(phrase)


def names_offences(text: str) -> bool:
    """Whether any part of a text says that offences are counted: “FOI 12: online offences”."""
    parts = re.split(r"[:;,()|]| [-–] ", plain_text(text))
    return any(counted_unit(part) == OFFENCES for part in parts)


def _phrase(text: str) -> str:
    """A text without its year, as it is compared."""
    phrase = clean_label(plain_text(text)).strip(" :")
    year = parse_year(phrase)
    return _ONE.sub("victims", (year.rest if year and year.label else phrase).strip(" :,-–"))


def _head(text: str) -> str:
    """The words before what describes them: “Online victims” of “Online victims aged 13”."""
    phrase = _phrase(text)
    lead = re.match(_COUNTS, phrase, re.IGNORECASE)
    rest = phrase[lead.end() :] if lead else phrase
    end = _HEAD_END.search(rest)
    return rest[: end.start()].strip() if end else rest.strip()


def _name(found: re.Match[str]) -> str:
    return OFFENCES if found["offences"] else found["others"].casefold()
