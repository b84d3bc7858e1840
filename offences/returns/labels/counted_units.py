"""What a title or heading says is counted: offences, or victims, reports and the like."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered_years
from offences.returns.labels.label_words import clean_label
from offences.returns.labels.part_year_words import words_with_part
from offences.returns.labels.years import parse_year

_PERSONS = r"children|minors|juveniles|youths|under[ -]?18s|u18s|people|persons|individuals|pupils"
_OTHERS = (
    rf"victims|complainants|survivors|injured (?:parties|persons)|aggrieved(?: parties|s)?|nominals"
    rf"|recipients|{_PERSONS}|incidents|reports"
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
    r"|do|did|does|there|relating)\b|[:;,()?/&|]| [-–] |\W(?=(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_AGES = re.compile(
    rf"(?:young )?(?:{_PERSONS})", re.IGNORECASE
)  # as a label, “Children” are an age
_BARE = re.compile(rf"{_COUNTS}{_UNIT}{_BEHIND}", re.IGNORECASE)
# Alone: “Indecent images” and “Cases of grooming” may be offences.
_THINGS = re.compile(
    rf"{_COUNTS}(?P<others>images|videos|files|devices|accounts|urls|chats|occurrences|cases"
    rf"|(?:positive )?outcomes){_BEHIND}",
    re.IGNORECASE,
)
_ASKED = re.compile(  # of which the table is the answer
    r"^(?:you|we were) (?:have )?(?:asked|requested)(?: us)?(?: for| to (?:provide|give|state))? ",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(?:.*\W)?{_UNIT}{_BEHIND}", re.IGNORECASE)
_VICTIMS = r"(?:victims|complainants|survivors|injured parties|aggrieved parties)"
_CHILDREN = rf"(?:{_PERSONS})"
_WORDS = (  # “the”, “young female”: what is said of victims that says nothing of what is counted
    r"(?:(?:the|an?|any|all|each|these|those|such|their|its|our|child|young|adolescent|female|male"
    r"|online|known|alleged|human)[ -])*"
)
_LIMITED = (  # “victims aged 13”, “victims were under 18”
    r"(?: (?:who|that|which|was|were|is|are|being|aged?|of|ages|years?|\(?))*"
    r" \(?(?:aged?|under|below|up to|between|younger|0|1?\d)\b"
)
_ATTRIBUTES = (
    r"(?:ages?|sex(?:es)?|genders?|ethnicit\w+|district|residence|postcode|status|relationship"
    r"|offender|details?|types?|bands?|groups?|identity|category)"
)
_NUMBERS = (  # in “number of victims”, though not in “age of victims”
    r"(?:numbers?|nos?\.?|counts?|totals?|sums?|volumes?|figures?|data|all|lists?|tables?"
    r"|breakdowns?|statistics|records?|in terms|made up|consists?|composed|made|rate|proportion"
    r"|instead|each|one|set|is|are|was|were|be|out|both|those|some|most|none|many)"
)
_DESCRIBED = (
    re.compile(  # by which victims an offence is told from others, or of what kind they are
        rf"\b(?!{_NUMBERS} of\b)[^\W\d]+ of {_WORDS}(?:{_VICTIMS}|{_CHILDREN})\b"
        r"|\b(?:against|with|involving|towards?|from|where|when|whose|if|which|affecting|concerning"
        rf"|assaults? on|between|and) {_WORDS}(?:{_VICTIMS}|{_CHILDREN})\b"
        rf"|(?:\b(?:{_VICTIMS}|{_CHILDREN})|\bvictim)[’']?(?:s\b)?[’']? ?[/-]? ?{_ATTRIBUTES}\b"
        rf"|(?:[,;:(–]|- )\W*(?:under|below|u)[ -]?18s? {_VICTIMS}\b"
        rf"|(?:^|[,;:(–]|- )\W*{_WORDS}(?:{_VICTIMS}|{_CHILDREN}){_LIMITED}",
        re.IGNORECASE,
    )
)
_COUNTED_OTHERS = re.compile(
    # “Count of victim ref” in a pivot table; “Offence (victim)”
    r"\b(?:count|number|sum) of (?:the )?(?:victim|complainant|nominal)\b(?: (?:ref\w*|ids?|names?"
    r"|no|numbers?|urns?|nominals?|counts?)\b)*\W*$"
    r"|\b(?:offen[cs]e|crime)s? \((?:by |per )?(?:victim|complainant)\)"
    rf"|\b{_VICTIMS}\b(?!’)|\b(?:by|per)(?: the| each)? (?:victim|complainant)\b"
    rf"|\bvictim (?:counts?|numbers?|totals?|data|figures?|level|based|basis|records?)\b"
    r"|\b(?:(?:numbers?|nos?\.?|counts?|totals?|volumes?)(?: of)?|(?:these|they|those|figures?"
    r"|data|it|numbers?|counts?|totals?|rows?|columns?|values?|entries|this|each) (?:\w+ )?"
    r"(?:are|is|was|were|counts?|shows?|means?|gives?|(?:refers?|relates?) to|represents?))"
    rf" (?:\w+ )?{_CHILDREN}\b"
    r"|\b(?:numbers?|figures?|counts?|rows?|lines?|units?|entr(?:y|ies)|values?|columns?|cells?)"
    r" (?:\w+ )?(?:is|are|was|were|counts?|shows?|means?|gives?|(?:refers?|relates?) to|represents?"
    r"|stands? for) (?:an?|one|each|every|the) (?:\w+ )?(?:victim|child|person|complainant|incident"
    r"|report)\b(?![’'-])",
    re.IGNORECASE,
)
_ONE = re.compile(r"\bvictim(?= (?:counts?|numbers?|totals?)\b)", re.IGNORECASE)
OFFENCES = "offences"


@remembered_years
def counted_unit(text: str) -> str:
    """What a text says is counted: “victims” for “Female victims by age”; empty if nothing."""
    found = _HEAD.fullmatch(_head(text))
    return _name(found) if found else ""


@remembered_years
def counted_things(text: str) -> str:
    """The things that a heading says are counted: “images” for “Number of images”."""
    found = _THINGS.fullmatch(_phrase(text))
    return found["others"].casefold() if found else ""


@remembered_years
def is_bare_unit(text: str) -> bool:
    """Whether a text is nothing but the name of what is counted: “Number of victims”."""
    phrase = _phrase(text)
    return bool(_BARE.fullmatch(phrase)) and not _AGES.fullmatch(phrase)


def names_offences(text: str) -> bool:
    """Whether any part of a text says that offences are counted: “FOI 12: online offences”.

    So does the sentence of a letter that says what was asked for.
    """
    phrase = plain_text(text)
    asked = [each for each in re.split(r"(?<=[.?!]) ", phrase) if _ASKED.match(each)]
    parts = (part for each in (phrase, *asked) for part in re.split(r"[:;,()|]| [-–] ", each))
    return any(counted_unit(part) == OFFENCES for part in parts)


@remembered_years
def counts_victims(text: str) -> bool:
    """Whether a text says that victims or children are counted: “These are victims”.

    It says nothing of the kind where they tell of which offences it is, or what is known of them:
    “offences against victims under 18”, “age of victim”.
    """
    phrase = _DESCRIBED.sub("~", plain_text(text))
    return bool(_COUNTED_OTHERS.search(phrase))


def _phrase(text: str) -> str:
    """A text without its year, as it is compared."""
    phrase = clean_label(plain_text(text)).strip(" :")
    year = parse_year(phrase)
    rest = (year.rest or words_with_part(phrase)) if year and year.label else phrase
    return _ONE.sub("victims", rest.strip(" :,-–"))


def _head(text: str) -> str:
    """The words before what describes them: “Online victims” of “Online victims aged 13”."""
    phrase = _ASKED.sub("", _phrase(text))
    lead = re.match(_COUNTS, phrase, re.IGNORECASE)
    rest = phrase[lead.end() :] if lead else phrase
    end = _HEAD_END.search(rest)
    return rest[: end.start()].strip() if end else rest.strip()


def _name(found: re.Match[str]) -> str:
    return OFFENCES if found["offences"] else found["others"].casefold()
