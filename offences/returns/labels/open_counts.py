"""Numbers within a line that nothing in it explains, and that may therefore be counts."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.years import MONTH

_NO_COUNT = re.compile(  # what a number that is no count comes right behind
    r"\b(?:(?:foi|refs?|reference|request|pages?|tel(?:ephone)?|phone|fax|ext(?:ension)?|mobile"
    r"|version|dated?|sections?|part|schedule|act|post ?code|box|tables?|q|questions?|appendix"
    r"|annex|notes?|sheet|ages?|aged)(?: (?:no|nos|number|id))?|case (?:no|number|id|ref)"
    r"|nearest|multiples? of"
    r"|switchboard|textphone|minicom|emergency|dial"
    # of a person, by their post
    r"|(?:(?:information|disclosure|foi|governance|decision)(?: \w+)?|data protection"
    r"|(?:information|data) (?:access|rights|records)(?: \w+)?) (?:officer|analyst|manager"
    r"|administrator|advis[eo]r|assistant|clerk|maker)(?: (?:no|number|id|ref))?"
    # of a body, whose number may be in groups
    r"|(?:charity|company|vat|registration|registered|licence|ico)"
    r"(?: (?:registration|registered|reg))?(?: (?:no|nos|number|ref))?[\s.:#=\d–-]*)"
    r"[\s.:#=–-]*$",
    re.IGNORECASE,
)
_UNITS = r"(?:years?|yrs?|months?|weeks?|(?:working )?days?|hours?|hrs?|minutes?|mins?|quarters?)"
_NUMBER = r"\d[\d,]*"
_CODE = r"\d\w*"
_EXPLAINED = re.compile(
    # a place on the net, a telephone, an amount, a share, a fraction
    r"\S+@\S+|\b(?:https?:|www\.)\S+|(?<!\d)\+?\(?0\d{2,4}\)?(?: ?\d{3,4}){1,3}(?![\d/-])"
    rf"|[£$€] ?{_NUMBER}(?:\.\d+)?|\d[\d,.]* ?(?:%|per ?cent\b|percentage\b)|\d+\.\d+"
    # a code of numbers, though it may begin with a year; a date, a year, a time
    r"|\b\d+(?:[/-]\d+)+\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"|{MONTH}[ '’]*\d\d(?:\d\d)?|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b"
    r"|\b\d{4}-\d\d-\d\d\b"
    r"|\b(?:FY ?)?(?:19[89]|20[0-4])\d(?: ?[/–-] ?\d\d(?:\d\d)?)?\b|\b\d\d ?/ ?\d\d\b"
    r"|\bFY ?\d\d(?:\d\d)?\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b\d+(?:st|nd|rd|th)\b"
    # a code, a reference, a part of a law: with letters or strokes in it
    r"|\b[A-Za-z]+[-/]?\d[\w/-]*|\b\d+[A-Za-z]\w*|\d+\(\w+\)(?:\(\w+\))*"
    r"|\b(?:zeros?|nil|none|no offences)\b.* as 0\b|^0 (?:means|is|=|denotes|stands for)\b"
    r"|\(\d\)$"  # the mark of a footnote, or of a copy
    # an age, a limit, a length of time
    rf"|\b{_NUMBER}(?: ?(?:-|–|to|and|or) ?{_NUMBER})?[ -]{_UNITS}(?:[ -]olds?)?\b"
    rf"|\b{_NUMBER} ?(?:-|–|to) ?{_NUMBER}\b"
    r"|\b(?:under|over|below|above|between|within|(?:fewer|less|lower|greater|more|smaller) than"
    r"|at least|at most|up to|out of|exceed\w*|ages?|aged|top|first|last|next|previous|past)"
    rf"(?: the age of)?[ -]{_NUMBER}s?\b(?: ?(?:and|or|to|-|–) ?{_NUMBER}s?\b)?"
    rf"|[<>≤≥~] ?{_NUMBER}|(?<!\w)[x×] ?{_NUMBER}"
    rf"|\b{_NUMBER} (?:or|and) (?:fewer|less|under|below|over|above|more|older|younger|lower)\b"
    # where to look, and how many of what is no offence
    r"|\b(?:codes?|class|article|chapter|para(?:graph)?s?|regulations?|rule|s|ss|sec|item|point"
    r"|page|row"
    r"|column|cell|line|tab|sheet|figure|footnote|step|level|group|band|annex|volume|issue|bcs|ho|hocr"
    rf"|period|month|quarter|week|day)s?\.? {_CODE}(?:(?:,| and| or| to| of) {_CODE})*\b"
    rf"|\b{_NUMBER} (?:\w+ ){{0,3}}(?:forces?|pages?|questions?|tables?|tabs?|sheets?|columns?"
    r"|rows?|districts?|divisions?|officers?)\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(  # “Q1. …”, “(2) …”, “1 Crimes with …”
    r"\W*(?:[Qq]|[Qq]uestion|[Nn]ote)? ?\d{1,2}(?:[a-z]?[.):\]]+ ?| (?=[A-Z]))"
)
_WHOLE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,])\d+(?!\w)")


_AXIS = re.compile(  # a heading of labels with the mark of a note: “Police force area (16)”
    r"(?:police force areas?|(?:offen[cs]e|crime|age|platform) (?:groups?|bands?|types?|names?"
    r"|categor(?:y|ies)|descriptions?)) ?[(\[]\d{1,2}[)\]]",
    re.IGNORECASE,
)


def names_axis_with_mark(line: str) -> bool:
    """Whether a line is the name of an axis of labels, which has no count, and a mark behind it."""
    return _AXIS.fullmatch(plain_text(line)) is not None


def precedes_no_count(before: str) -> bool:
    """Whether the words before a number say that it is a reference, a page or an age."""
    return bool(_NO_COUNT.search(before))


@remembered
def has_open_count(line: str) -> bool:
    """Whether words have a number that is no year, date, age, limit, reference, law or place.

    “For 2019/20 the number is 61”: whatever verb is before it, a person has to see it.
    """
    phrase = plain_text(line)
    if phrase.count(" ") < 2 or not re.search(r"[A-Za-z]{2}", phrase) or _AXIS.fullmatch(phrase):
        return False
    numbering = _NUMBERING.match(phrase)
    return leaves_count(phrase[numbering.end() if numbering else 0 :])


def leaves_count(phrase: str) -> bool:
    """Whether a part of a text has a number that nothing in it explains."""
    phrase = _EXPLAINED.sub("~", phrase)
    return any(not precedes_no_count(phrase[: found.start()]) for found in _WHOLE.finditer(phrase))
