"""Words for those who are accused, whose ages and sexes nobody asked for."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered, remembered_years
from offences.returns.labels.label_words import clean_label, content_role, is_note
from offences.returns.labels.part_year_words import words_with_part
from offences.returns.labels.years import parse_year

_PEOPLE = r"(?:suspect|offender|perpetrator|defendant|arrestee|detainee)"
_ASIDE = (
    re.compile(  # “(not offender)”, “no suspect identified”, “the offender is known to the victim”
        rf"\b(?:not?|excluding|rather than|without)(?: of)?(?: an?| the| any)? {_PEOPLE}s?\b"
        rf"|\b{_PEOPLE}s?(?: (?:is|are|was|were))? (?:unknown|not (?:known|identified|named))\b"
        rf"|\b{_PEOPLE}(?: (?:is|was))? known to\b",
        re.IGNORECASE,
    )
)
_ASIDE_OF_VICTIMS = re.compile(
    r"\b(?:not?|excluding|rather than|without)(?: of)?(?: an?| the| any)? victims?\b"
    r"|\bvictims?(?: (?:is|are|was|were))? (?:(?:not )?known|unknown)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(rf"\b(?:{_PEOPLE}s?|accused|perps?)\b", re.IGNORECASE)
_VICTIMS = re.compile(
    r"victim|vic(?![a-z])|complainant|aggrieved|injured part|survivor|\bips?\b", re.IGNORECASE
)
# “Suspects”, “Number of suspects identified”, “Arrests”: not “Suspect not identified”, an outcome.
_GROUP = re.compile(
    r"(?:(?:table|figure|q(?:uestion)?)? ?\d+[ .:)-]+)?"
    r"(?:(?:total|number|no\.|no\.? of|count|all|known|named|identified|distinct|unique|of|the"
    r"|recorded|child|juvenile|young|youth|teenage|adolescent|adult|male|female|boy|girl|repeat"
    r"|prolific|registered|convicted|alleged|suspected|online|sex|sexual|new)[ -]+)*"
    rf"(?:{_PEOPLE}(?:s|(?= (?:aged?|sex|gender|under|over|below))|$)|perps"
    r"|arrests?(?: made)?|accused(?: persons?| people)?|(?:persons?|people) (?:accused|arrested))"
    r"(?: (?:identified|arrested|charged|recorded|named|linked|aged?|sex|gender|by|for|under|over"
    r"|in|per)\b.*| ?[:(-].*)?",
    re.IGNORECASE,
)
_AGES_BEFORE = re.compile(  # of “under 18 offenders”, “10-17 year old suspects”
    r"(?:all )?(?:aged? )?(?:(?:under|over|below)[ -]?\d{1,2}s?|u\d{1,2}s?"
    r"|\d{1,2} ?(?:-|–|to) ?\d{1,2}|\d{1,2} (?:and|or|&) (?:under|over))"
    r"(?:(?:[ -](?:years?|yrs?))?[ -]olds?)?[ :,(-]+",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    rf"\bhow many (?:\w+ ){{0,4}}?(?:{_PEOPLE}s|arrests|(?:people|persons) (?:\w+ )?arrested)\b",
    re.IGNORECASE,
)
_COUNTS_CRIMES = re.compile(
    r"\bhow many (?:\w+ ){0,4}?(?:victims|(?:offen[cs]es|crimes)(?! suspects))\b", re.IGNORECASE
)
_OUTCOME = re.compile(  # “Suspects identified; victim does not support”
    r"\bidentified ?[;:,(-].*\b(?:support|evidential|difficult|prosecut|public interest|action)",
    re.IGNORECASE,
)
# “Sexual activity with a child, offender aged 18 or over” is an offence.
_OF_OFFENCE = re.compile(
    rf"\b{_PEOPLE}\W+(?:(?:is|was|being|at time) )*(?:aged?|over|under|\d|in a position)",
    re.IGNORECASE,
)


@remembered
def names_accused(heading: str) -> bool:
    """Whether a heading has a word for the accused: “Offender sex”."""
    return bool(_ANYBODY.search(_ASIDE.sub(" ", _in_words(heading))))


@remembered
def names_victims(heading: str) -> bool:
    return bool(_VICTIMS.search(_ASIDE_OF_VICTIMS.sub(" ", _in_words(heading))))


@remembered_years
def counts_accused(label: str) -> bool:
    """Whether a label is of the accused or of arrests: “Suspects”, “Number of arrests”."""
    phrase = clean_label(plain_text(label)).strip(" :")
    year = parse_year(phrase)
    rest = (year.rest or words_with_part(phrase)) if year and year.label else phrase
    groups = (phrase, _AGES_BEFORE.sub("", rest.strip(" :,-–()"), count=1))
    return any(map(_GROUP.fullmatch, groups)) and not _OUTCOME.search(phrase)


@remembered_years
def line_of_accused(line: str) -> bool:
    """Whether a line over a table may say that its counts are of the accused."""
    if counts_accused(line):
        return True
    if _HOW_MANY.search(line):
        return not _COUNTS_CRIMES.search(line)
    if not names_accused(line) or is_note(line) or _names_victims_first(line):
        return False
    return not (content_role(line) == "offence" and is_offence_of_accused(line))


def is_offence_of_accused(label: str) -> bool:
    """Whether a label has the accused only as a part of an offence: “offender aged 18 or over”."""
    return bool(_OF_OFFENCE.search(label))


def _names_victims_first(line: str) -> bool:
    phrase = _in_words(line)
    victims, accused = _VICTIMS.search(phrase), _ANYBODY.search(phrase)
    return bool(victims and accused and victims.start() < accused.start())


def _in_words(heading: str) -> str:
    """A heading of joined words, as words: “SuspectAge”, “suspect_age”."""
    return re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", plain_text(heading))
