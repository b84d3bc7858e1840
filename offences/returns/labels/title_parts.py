"""The parts of a title, of which each says by itself what it says: “Rape (13-15) - North”."""

import re
from collections.abc import Collection

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.making_dates import is_of_making
from offences.returns.labels.part_year_words import names_part_alone, says_own_years
from offences.returns.labels.remarks import is_sentence
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.labels.years import find_dates, parse_year

_LONGEST = 250  # characters
_BETWEEN = re.compile(r" ?[:;|()\[\]]+ ?| -+ |^-+ |, ")
_QUARTER = re.compile(r"q ?[1-4]", re.IGNORECASE)  # at a title's end, and no question's number


def parts_of_title(text: str) -> list[str]:
    """The parts of a title; a sentence has none, nor has a text of one part.

    A part without a word may be a band of ages.
    """
    phrase = plain_text(text)
    if len(phrase) > _LONGEST or is_sentence(phrase):
        return []
    found = [part.strip(" -") for part in _BETWEEN.split(phrase)]
    said = [part for part in found if any(map(str.isalpha, part)) or names_some_ages(part)]
    return [part for part in said if part != phrase]


def part_of_title_is_of_months(text: str, kinds: Collection[str | None] = ()) -> bool:
    """Whether a title without a year has a part of one as a part: “Offences - December”.

    Years of these `kinds` may be named by their first and last month.
    """
    year, parts = parse_year(text), parts_of_title(text)
    if not parts or (year and (year.label or year.several)):
        return False
    some = (part for part in parts if not (_names_day(part) or says_own_years(part, kinds)))
    return any(map(names_part_alone, some)) or bool(parts[1:] and _QUARTER.fullmatch(parts[-1]))


def without_own_parts(text: str, kinds: Collection[str | None]) -> str:
    """A title without the parts that say from when to when all years of these kinds are."""
    phrase = plain_text(text)
    for part in (each for each in parts_of_title(phrase) if says_own_years(each, kinds)):
        phrase = phrase.replace(part, " ")
    return phrase


def _names_day(part: str) -> bool:
    """Whether a month has its year beside it, or is that in which a file was made."""
    return any(each.year or is_of_making(part[: each.start]) for each in find_dates(part))
