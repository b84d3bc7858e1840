"""Numbers within sentences, as in “54 of the victims were boys”: reported, and never read."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from offences.english import and_list
from offences.returns.labels.cell_counts import parse_count, plain_text
from offences.returns.labels.counting_rules import is_counting_rule
from offences.returns.labels.harmless_numbers import leaves_number
from offences.returns.labels.label_words import content_role, is_total
from offences.returns.labels.legends import legends_in
from offences.returns.labels.numbers_in_words import in_digits
from offences.returns.labels.open_counts import has_open_count, precedes_no_count
from offences.returns.labels.quoted_requests import is_of_request
from offences.returns.labels.years import MONTH, parse_year
from offences.returns.sheet import Problem
from offences.returns.tables.cell_kinds import is_year_number
from offences.returns.tables.open_numbers import gives_dated_numbers, is_answer

_SHOWN = 3
_LONG = 100
_BEGUN, _BESIDE = 60, 40  # characters of a long one that are shown, and beside its first number
_FEW = 6  # words of a row
_NUMBER = r"(?<![\w/.,:£$<-])(\d{1,3}(?:,\d{3})+|\d+)"
_OTHER_UNIT = r"(?:and|or|to|years?|yrs?|months?|hours?|minutes?|days?|working|plus|per|forces?)\b"
_COUNTED = re.compile(
    rf"{_NUMBER}(?: of(?: the| these| those)?)?(?: (?!{_OTHER_UNIT})[a-z'’-]+){{0,2}} "
    r"(?:offences?|crimes?|victims?|child(?:ren)?|incidents?|cases?|boys?|girls?|(?:fe)?males?"
    r"|wom[ae]n|m[ae]n|investigations?|reports?|records?|suspects?|offenders?)\b"
    rf"|(?:^|[;,] ?)(?:and )?(?:plus|another|a further|further|additionally) {_NUMBER}(?= [a-z])"
    rf"|{_NUMBER} (?:in|for|during) (?:19|20)\d\d\b"
    # “12 more under review”, “incl. 3 non-recent”, “(n=3) are left out”
    rf"|{_NUMBER} (?:more|others?|further|additional) (?!{_OTHER_UNIT})[a-z]"
    rf"|(?P<part>)\b(?:(?:in|ex)cl(?:\.|udes?|uding)|n ?=) ?{_NUMBER}(?!\d| ?%| {_OTHER_UNIT})"
    rf"|(?:recorded|total(?:led)?|total (?:is|was|of)) {_NUMBER}(?=[.,;)]? |[.,;)]?$)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(  # what makes a number an age, a limit or a part of a law
    r"\b(?:under|over|below|above|between|within|(?:fewer|less|more|greater) than|at least|up to"
    r"|and|or|to|per|code|class|article)\s*$",
    re.IGNORECASE,
)
_CLASS = re.compile(  # “Offences with 1 victim” are a kind of them
    r"\b(?:offen[cs]es?|crimes?|incidents?|cases?)(?: \w+)? (?:with|against|involving|of|by) "
    r"(?:only )?\d+ \w+$",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(rf"(?:st|nd|rd|th)?(?: of)? {MONTH}\b", re.IGNORECASE)
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_SENTENCE = re.compile(r"(?<=[.!?;]) ")
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|must"
    r"|should|hold|refuse[ds]?|asked|attach(?:ed)?|enclosed?|see)\b(?=.* )",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:^|(?<=\s))[(]?(\d{1,2})[.)] (?=[^\W\d])")  # “1. Rape 2. Grooming”
_REQUEST = re.compile(  # “Request 2: no information held”; behind it may stand a count
    r"^\W*(?:(?:request|question|query|part|item|point|answer|response)s? \d{1,2}[a-z]?"
    r"(?=$|[:.)]? |[:.)]$)|1?\d[.)] (?=[^\W\d]))",
    re.IGNORECASE,
)
_AGES = re.compile(  # “Under 18s”, “10-17”, “Children aged 13 to 15”; “under 5” may be a count
    r"\W*(?:(?:children|victims?|persons?|people|young people|all) )?(?:age[ds]?(?: of)? )?"
    r"(?:(?:under|below|over|up to|u)[ -]?(?:1[2-8]s?|\d{1,2}s)|1?\d ?(?:-|–|to|and) ?1[3-8]"
    r"|(?:under|below|over|up to)?[ -]?1?\d(?: ?(?:-|–|to|and) ?1?\d)? ?(?:years?|yrs?)"
    r"(?: olds?| of age)?)"
    r"(?: ?(?:years?|yrs?)(?: olds?| of age)?)?(?: (?:children|victims|people|persons|only))?\W*",
    re.IGNORECASE,
)
_AT_START, _AT_END = re.compile(r"\d+\b"), re.compile(r"(?<![\d/])\d+\W*$")
_PARTS = re.compile(r"[,;] ?| and ")
_THERE_WERE = re.compile(r"\bthere (?:was|were) (?:only |just )?\d[\d,]*\W*$", re.IGNORECASE)
_SMALL = re.compile(
    r"\b(?:one|two)\b(?! (?:(?:were|was|had|involved?s?|concerned|related|took|happened|occurred"
    r"|remains?|came)\b))",
    re.IGNORECASE,
)


def prose_problems(
    sheet: str, texts: Iterable[str], lines: Iterable[str] = ()
) -> Iterator[Problem]:
    """A problem that shows the first sentences with a number of what was counted, if any has.

    In `lines`, which are read for what else they say, any number that nothing explains may be one.
    """
    counts = (each for text in texts for each in _counts_in(text))
    sentences = (each for line in lines for each in _SENTENCE.split(line))
    opened = (each for each in sentences if has_open_count(each) and not is_of_request(each))
    yield from not_read(sheet, islice(dict.fromkeys([*counts, *opened]), _SHOWN))


def not_read(sheet: str, sentences: Iterable[str]) -> Iterator[Problem]:
    """A problem that shows these sentences, if there are any."""
    if found := [*dict.fromkeys(sentences)]:
        shown = and_list([f"“{_shown(text)}”" for text in found])
        why = f"Numbers within sentences are not read: {shown}. Check that no count is missing."
        yield Problem(sheet, None, why)


def _shown(text: str) -> str:
    """As much of a sentence as is shown: where its first number is far behind, that as well."""
    at = re.search(r"\d", text[_LONG:]) if not re.search(r"\d", text[:_LONG]) else None
    if at is None:
        return text[:_LONG]
    first = _LONG + at.start()
    near = text[max(first - _BESIDE, _BEGUN) : first + _BESIDE]
    return f"{text[:_BEGUN]} … {near.partition(' ')[2]}"


def lines_left(lines: Iterable[str], asked: Iterable[str]) -> tuple[list[str], list[str]]:
    """The lines of a letter without a table that have a number: as of rows, and sentences.

    One that nothing explains may be a count; so may what stands in its place behind a year.
    """
    every = " ".join(asked)
    left = [line for line in dict.fromkeys(lines) if line not in every and _leaves_count(line)]
    rows = [line for line in left if is_row(line)]
    return rows, [line for line in left if line not in rows and not is_of_request(line)]


def _leaves_count(line: str) -> bool:
    year = parse_year(line)
    dated = year is not None and bool(year.label and year.rest)
    stands = parse_count(year.rest) if year is not None and dated else None
    if stands is not None and stands.marker != "blank":
        return True
    return leaves_number(_without_list(line)) or has_number_in_words(line)


def is_row(line: str) -> bool:
    """Whether a line may be a row: a few words with a number, which in words has no verb beside."""
    is_few = line.count(" ") < _FEW
    return is_few and (not _VERB.search(line) or leaves_number(_without_list(line)))


def is_dated_row(line: str) -> bool:
    """Whether a line may be a row with its year and its count: “Rape 2018/19 - 17”."""
    year = parse_year(line)
    return is_row(line) and bool(year and year.label) and leaves_number(_without_list(line))


def _without_list(line: str) -> str:
    """A line without what numbers its parts, and without ages that are all of it."""
    if _AGES.fullmatch(line):
        return ""
    numbers = [int(found[1]) for found in _LISTED.finditer(line)]
    is_list = len(numbers) > 1 and numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    return _LISTED.sub(" ", line) if is_list else _REQUEST.sub(" ", line)


def has_number_in_words(line: str) -> bool:
    """Whether a number in words stands where a count may: “Rape: seventeen”, “five were girls”.

    “One” and “two” are of anything, so that words for what is counted have to say so.
    """
    digits = in_digits(line)
    if digits == plain_text(line) or not leaves_number(digits):
        return False
    if legends_in(line) or is_counting_rule(line):
        return False
    if _THERE_WERE.search(digits) or (is_row(line) and is_answer(digits)):
        return True
    # “Girls one, boys two” has two.
    if is_row(line) and any(_is_alone(each) for each in (digits, *_PARTS.split(digits))):
        return True
    return has_count(digits) or leaves_number(in_digits(_SMALL.sub("~", line)))


def _is_alone(digits: str) -> bool:
    """Whether a number stands alone, or beside a label and nothing else."""
    number = _AT_END.search(digits) or _AT_START.match(digits)
    if number is None:
        return False
    label = f"{digits[: number.start()]} {digits[number.end() :]}".strip(" :.-–=()")
    return not label or bool(content_role(label)) or is_total(label)


def _counts_in(text: str) -> Iterator[str]:
    """The sentences of a text that have a number of something counted."""
    return filter(has_count, _SENTENCE.split(text))


def is_answer_in_words(text: str) -> bool:
    """Whether a text gives numbers itself, as no heading of a table does."""
    return gives_dated_numbers(text) or any(not _CLASS.search(each) for each in _counts_in(text))


def has_count_in_words(text: str) -> bool:
    """Whether a text has no number of what was counted but in words: “six were girls”."""
    return has_number_in_words(text) and has_count(in_digits(text)) and not has_count(text)


def has_count(sentence: str) -> bool:
    """Whether a sentence has a number of something that was counted."""
    for found in _COUNTED.finditer(sentence):
        number = found[found.lastindex or 0]
        before = sentence[: found.start(found.lastindex or 0)]
        behind = sentence[found.end(found.lastindex or 0) :]
        if _DAY.fullmatch(number) and _OF_MONTH.match(behind):
            continue
        if not (is_year_number(number) or precedes_no_count(before) or _NO_NUMBER.search(before)):
            return sentence.count(" ") > (2 if found["part"] is None else 1)
    return False
