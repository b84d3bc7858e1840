"""Marks of notes: what explains one, and a number behind a label that may be one."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from offences.returns.labels.cell_counts import RAISED, plain_text, remembered_years
from offences.returns.labels.joined_labels import joined_parts, named_of_total
from offences.returns.labels.label_words import is_total
from offences.returns.labels.years import parse_year

_RAISED_MARKS = re.compile(rf"[{RAISED}]+")
_BEHIND = re.compile(r"(.*[^\W_].*?)(?:[ ,;]+|\s*[-:=]\s*)(\d{1,4})")
_LONGEST = 100
_SPACE = re.compile(r".*[ ,;]\d{1,2}")  # as a mark is behind a label, and no count


def lowered(text: str) -> str:
    """A text whose raised figures and letters are written as any other: “¹” is 1."""
    return _RAISED_MARKS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


BEGINS_NOTE = r"(?:includ(?:es?|ing)|exclud(?:es?|ing)|provisional|revised|subject)"


def explains(mark: str, text: str) -> bool:
    """Whether a text begins with a mark, says what it equals, or names it in brackets."""
    raised = _RAISED_MARKS.match(text.strip())
    if raised and lowered(raised[0]) == mark:
        return True
    phrase = lowered(plain_text(text)).casefold()
    if not mark.isalnum():
        return mark in phrase and any(map(str.isalpha, phrase))
    own = re.escape(mark)
    named = rf"[(\[](?:notes? )?{own}[)\]]|\b{own} ?="
    named += rf"|(?:^|[;:,.] ?)(?:notes? )?{own} ?(?:[=:)]|[.–-](?! ?\d))"  # no “1-4”
    begun = rf"{own} (?:[a-z]+ \w+ \w|{BEGINS_NOTE} \w)"
    return bool(re.search(named, phrase)) or bool(re.match(begun, phrase))


@remembered_years
def number_behind(text: str) -> tuple[str, str] | None:
    """A sex, an app, a total or a year, and the number behind it: an age, a mark or a count."""
    phrase = plain_text(text)
    ends = phrase[-1:].isdecimal() and len(text) < _LONGEST
    if not (ends and (found := _BEHIND.fullmatch(phrase))):
        return None
    before, number = found[1], found[2]
    year = parse_year(phrase)
    if year and year.label:
        return (before, number) if year.rest.strip(" -,:;=") == number else None
    parts = joined_parts(text) or (is_total(before) and named_of_total(text))
    return (before, number) if parts and ("age", number) in parts else None


def without_mark(text: str, among: Iterable[str], marks: Collection[str]) -> str:
    """A label without the number behind it, if that is one of the marks and no age is beside it."""
    found = number_behind(text)
    if not found or found[1] not in marks or not _SPACE.fullmatch(plain_text(text)):
        return text
    return text if are_ages(*found, among) else found[0]


def are_ages(before: str, number: str, among: Iterable[str]) -> bool:
    """Whether the same words are beside other ages: “Girls 13” and “Girls 14”, or “Girls 16+”."""
    words = before.casefold()
    for other in among:
        own = number_behind(other)
        if own and own[0].casefold() == words and own[1] != number:
            return True
        parts = dict(joined_parts(other))
        if "age" in parts and not parts["age"].isdigit() and len(parts) > 1:
            return True
    return False
