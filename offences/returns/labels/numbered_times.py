"""Months, quarters and weeks that are given by number, as the words over or beside them say.

So are the years of a school, which are neither ages nor parts of a year.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import clean_label
from offences.statistics.years import APRIL, JANUARY, MONTHS

_MOST = {"Class": 13, "Month": 12, "Quarter": 4, "Period": 13, "Week": 53, "Day": 366, "Hour": 24}
_WORDS = {"Class": "Year group"}
_NAME = (
    r"(?:(?P<Class>(?:school )?year[ -]?groups?|school years?)"
    r"|(?P<Month>months?|mo?n?ths?|mon)|(?P<Quarter>quarters?|qtrs?)|(?P<Period>periods?)"
    r"|(?P<Week>weeks?|wks?)|(?P<Day>days?)|(?P<Hour>hours?|hrs?))\b"
)
_UNIT = re.compile(rf"\b{_NAME}", re.IGNORECASE)
_HEADING = re.compile(  # and no age or length of time: “Months old”, “Months since”
    r"(?:(?:the|by|per|each|every|in|years?|and|victims?|pupils?|financial|fiscal|fin|fy|calendar|cal|accounting"
    r"|reporting|report|reported|recording|recorded|offen[cs]e|crime|incident|created|committed"
    rf"|occurred)\b[ /&.-]*)*{_NAME}(?:[ .-]*(?:no|nos|num|number|numbers|id|of|the|offen[cs]e"
    r"|crime|incident|recording|report|year|recorded|reported|committed|occurred|created|starting"
    r"|beginning|commencing|date|victims?|pupils?|child(?:ren)?)\b\.?)*",
    re.IGNORECASE,
)
_OF_AGES = re.compile(r"\bage[ds]?\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|per|each|every) (?:\w+ ){0,2}?$", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_FROM_APRIL = re.compile(r"\b(?:financial|fiscal|fin|fy)\b|\b0?1 ?[=:] ?apr", re.IGNORECASE)
_FROM_JANUARY = re.compile(r"\b(?:calendar|cal)\b|\b0?1 ?[=:] ?jan", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?P<unit>month|mth|week|wk)\.? ?(?:no\.? ?)?)?0?(?P<number>\d{1,3})", re.I
)


@remembered
def unit_of_numbers(heading: str) -> str:
    """What numbers are by their heading: “Month” for “Month no.”; empty if no unit of time."""
    text = re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", clean_label(plain_text(heading)))
    found = _HEADING.fullmatch(" ".join(_BRACKETS.sub(" ", text).split()).strip(" :.?#"))
    return _name(found) if found else ""


@remembered
def is_school_year(part: str) -> bool:
    """Whether the words for a number make it no part of a year: “Year group 7”."""
    return part.startswith(_WORDS["Class"])


@remembered
def names_school_year(heading: str) -> bool:
    """Whether numbers by their heading are years of a school: “Year group”."""
    return unit_of_numbers(heading) == "Class"


@remembered
def unit_in_title(title: str) -> str:
    """The unit by which a title says that its counts are given: “Offences by month, 2020/21”."""
    found = [each for each in _UNIT.finditer(plain_text(title)) if _is_by(each)]
    unit = _name(found[0]) if len(found) == 1 and not _OF_AGES.search(title) else ""
    return unit if unit in ("Class", "Month", "Quarter", "Week") else ""


def _is_by(found: re.Match[str]) -> bool:
    return bool(_BY.search(found.string[: found.start()]))


def _name(found: re.Match[str]) -> str:
    return next(unit for unit in _MOST if found[unit])


def names_unit(text: str) -> bool:
    """Whether a heading, or a title by its “by month”, says that numbers are units of time."""
    return bool(unit_of_numbers(text) or unit_in_title(text))


def numbered_parts(texts: Sequence[str], heading: str) -> dict[str, str]:
    """The part of a year, or year of a school, that some numbers are each: “Month 4 (April)”.

    The fourth month of a financial year is July. So which month it is, is only said where months
    go on from April, where a heading says with which they begin, or where every month is there as
    often as any other and all make up the year.
    """
    unit = unit_of_numbers(heading) or unit_in_title(heading) or _unit_of_all(texts)
    numbers = {text: found for text in texts if (found := _number(text, unit)) is not None}
    if not numbers or any(text.isdigit() and text not in numbers for text in texts):
        return {}
    parts = {text: f"{_WORDS.get(unit, unit)} {number}" for text, number in numbers.items()}
    first = _first_month(texts, heading, numbers) if unit == "Month" else 0
    if not first:
        return parts
    names = {text: MONTHS[(first + number - 2) % 12] for text, number in numbers.items()}
    return {text: f"{part} ({names[text]})" for text, part in parts.items()}


def _unit_of_all(texts: Sequence[str]) -> str:
    """The unit that each of some numbers has before it: “Month 4”, “Month 5”."""
    found = [each["unit"] for each in map(_NUMBER.fullmatch, texts) if each]
    return "Month" if found and all(unit and unit[0] in "mM" for unit in found) else ""


def _number(text: str, unit: str) -> int | None:
    found = _NUMBER.fullmatch(plain_text(text).rstrip("."))
    if not found or not 1 <= int(found["number"]) <= _MOST.get(unit, 0):
        return None
    return int(found["number"])


def _first_month(texts: Sequence[str], heading: str, numbers: dict[str, int]) -> int:
    """The month of the year that has the number 1; 0 where that is not certain."""
    if _FROM_APRIL.search(heading):
        return APRIL
    if _FROM_JANUARY.search(heading):
        return JANUARY
    order = [*dict.fromkeys(numbers[text] for text in texts if text in numbers)]
    follow = all(after == before % 12 + 1 for before, after in pairwise(order))
    often = Counter(numbers[text] for text in texts if text in numbers)
    is_whole = len(often) == 12 and len({*often.values()}) == 1
    return JANUARY if is_whole or (order[0] == APRIL and follow) else 0
