"""Why a file must be held back: hidden parts, or columns that seem to be about persons.

A force may send a child's data by accident, and then nobody but the data lead should see it. Force
names, offences, categories, reference numbers and dates of record are what returns are made of.
"""

import re
from typing import NamedTuple

from offences.returns.labels.cell_counts import plain_text, remembered, remembered_years
from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.labels.proper_names import GIVEN_NAMES
from offences.returns.labels.years import parse_day
from offences.returns.sheet import Position, Sheet, column_letters
from offences.returns.tables.cell_kinds import is_value, names_year


class PersonalColumn(NamedTuple):
    """One column, and the kind of data in its cells."""

    column: str  # “Data!C”; “page 1 table 2!C3” on a page
    kind: str
    heading: str


_PERSON = (
    r"(?:victim|child|suspect|offender|accused|defendant|complainant|aggrieved|witness|informant"
    r"|perpetrator|nominal|person|officer|oic|parent|guardian|reported by|contact)"
)
_HEADINGS = {
    "dates of birth": rf"(?:{_PERSON}'?s? )?(?:d\.? ?o\.? ?b\.?|(?:date|day) of birth"
    r"|birth ?dates?|birthday|born(?: on)?)",
    "people's names": rf"(?:{_PERSON}'?s? )?(?:sur ?names?|fore ?names?|(?:first|last|middle"
    rf"|given|family|full|maiden|preferred) ?names?)|{_PERSON}'?s? names?|alias(?:es)?",
    "e-mail addresses": r".*\be-?mails?(?: addresse?s?)?",
    "telephone numbers": r".*\b(?:(?:tele)?phone|mobile|tel)\.?(?: (?:no|number|num)s?\.?)?",
    "postcodes": r".*\b(?:post ?codes?|zip ?codes?)",
    "addresses": rf"(?:{_PERSON}'?s? |home |full |postal |street |current |offence |incident )*"
    r"address(?:es)?(?: line)?(?: ?\d)?|house (?:no|number|name)|ip address(?:es)?",
    "numbers of one person": r".*\b(?:nhs|national insurance|ni|passport|pnc ?id|nino)"
    r"(?: ?(?:no|number|num|id))?s?\.?",
    "accounts of what happened": r"m\.?o\.?|modus operandi(?: .*)?|circumstances|narrative"
    r"|(?:crime|incident|offence) (?:summary|notes?|details?|text|circumstances)"
    r"|what happened|summary of (?:crime|incident|offence|circumstances)|free ?text",
}
_HEADING_RES = {what: re.compile(words, re.IGNORECASE) for what, words in _HEADINGS.items()}
_ANY_HEADING = re.compile("|".join(f"(?:{words})" for words in _HEADINGS.values()), re.IGNORECASE)

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44|0044|0)[\s().-]*(?:\d[\s().-]*){9,10}")
_POSTCODE = re.compile(r"(?:.*[ ,])?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:flat \w+,? )?\d{1,4}[a-z]?,? (?:[a-z][\w'.-]* ){1,3}?(?:street|st|road|rd|avenue|ave|lane"
    r"|close|drive|crescent|way|court|terrace|gardens|grove|place|square|hill|walk|mews|row)\b.*",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(
    r"(?:mr|mrs|ms|miss|dr)?\.? ?[a-z'’-]+(?:,? [a-z'’.-]+){1,3}", re.IGNORECASE
)
_OF_THE_CRIME = re.compile(
    r"\b(?:record|report|offence|crime|incident|created|committed|occur|extract|from|start|end"
    r"|clos|charge|outcome|disposal|logged|received|entered)",
    re.IGNORECASE,
)
_WIDE = 12  # years between dates of one column: children are born over 18, a request covers fewer
_SAMPLE = 500  # cells of a long column that are looked at
_FEW = 3  # cells of one kind in a column; one address in a title is the force's own


def personal_columns(sheet: Sheet, roles: dict[Position, str]) -> list[PersonalColumn]:
    """The columns of a sheet about single persons; titles and notes do not count."""
    columns: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        if row > 0 and roles.get((row, column)) != "note":
            columns.setdefault(column, {})[row] = text
    # “E-mail” beside a count is a label, and heads no column.
    counted = {row for (row, _), role in roles.items() if role == "value"}
    found = []
    for column, cells in sorted(columns.items()):
        texts = [*cells.values()]
        heading, what = _named(texts, [row not in counted for row in cells])
        what = what or _kind_of(texts)
        if what:
            where = f"C{column}" if sheet.in_page else column_letters(column)
            name = f"{sheet.name}!{where}" if sheet.name else where
            found.append(PersonalColumn(name, what, heading))
    return found


def _named(texts: list[str], may_head: list[bool]) -> tuple[str, str]:
    """The heading of a column and its kind, if anything is below it."""
    for at, text in enumerate(texts[:-1]):
        for what in _headed(text) if may_head[at] else ():
            if _fits(what, texts[at + 1 :]):
                return text, what
    return "", ""


@remembered
def _headed(text: str) -> tuple[str, ...]:
    """The kinds of personal data that a column with this heading may have."""
    if len(text) > 50 or text[:1].isdigit():
        return ()
    phrase = re.sub(r"[\s_]+", " ", plain_text(text)).strip(" .:*?")
    if not _ANY_HEADING.fullmatch(phrase):
        return ()
    return tuple(what for what, pattern in _HEADING_RES.items() if pattern.fullmatch(phrase))


def _fits(what: str, below: list[str]) -> bool:
    """Whether the cells below fit the heading; counts of such things (“E-mail: 12”) do not."""
    if what == "accounts of what happened":
        return sum(len(text) > 40 for text in below) >= _FEW
    words = [text for text in below if not _is_count(text)]
    long = [text for text in below if text.isdigit() and len(text) > 6]
    return bool(long or words) and len(words) + len(long) > len(below) / 2


def _is_count(text: str) -> bool:
    return is_value(text) and parse_day(text) is None and not _PHONE.fullmatch(plain_text(text))


def _kind_of(texts: list[str]) -> str:
    """The kind of data that cells look like, unless their heading is a reference number."""
    if any(heading_role(text) in ("reference", "code") for text in texts[:6]):
        return ""
    texts = texts[:: len(texts) // _SAMPLE + 1]
    for what, pattern in _CONTENT.items():
        like = [text for text in texts if _is_like(text, pattern)]
        if len(set(like)) >= _FEW and len(like) * 2 > len(texts):
            return what
    if _are_births(texts):
        return "dates of birth"
    return "people's names" if _are_names(texts) else ""


_CONTENT = {"e-mail addresses": _EMAIL, "telephone numbers": _PHONE}
_CONTENT |= {"postcodes": _POSTCODE, "addresses": _ADDRESS}


def _is_like(text: str, pattern: re.Pattern[str]) -> bool:
    dialled = pattern is not _PHONE or (text[0] in "+0(" and "." not in text)
    return dialled and bool(pattern.fullmatch(plain_text(text)))


def _are_births(texts: list[str]) -> bool:
    """Days spread over more years than a request covers, under a heading of nothing else."""
    if any(_OF_THE_CRIME.search(text) for text in texts[:6] if parse_day(text) is None):
        return False
    days = [day for day in map(parse_day, texts) if day is not None]
    if len(days) < 5 or len(days) * 2 < len(texts):
        return False
    # The same day every year (30 September 2006, 2007…) is a table of years.
    in_year = {(day.month, day.day) for day in days}
    return max(days).year - min(days).year >= _WIDE and len(in_year) * 2 > len(days)


def _are_names(texts: list[str]) -> bool:
    """Whether more than half are given names, or a given name with a family name."""
    names = [text for text in texts if _is_name(text)]
    return len(set(names)) > _FEW and len(names) * 2 > len(texts)


@remembered_years
def _is_name(text: str) -> bool:
    phrase = plain_text(text)
    if len(phrase) > 40 or names_year(phrase) or content_role(phrase) or heading_role(phrase):
        return False
    parts = [part for part in re.split(r"[ ,.]+", phrase.casefold()) if part]
    if len(parts) == 1:
        return parts[0] in GIVEN_NAMES
    return bool(_TWO_NAMES.fullmatch(phrase)) and any(part in GIVEN_NAMES for part in parts)


_OTHER_PLACE = re.compile(  # a column, a row, or words of a letter, which has a reason of its own
    r"[^\W\d_]+|\d+|R\d+C\d+|words (?:above|below) it"
)


def held_back_reasons(
    sheets: list[Sheet], hidden: list[str], embedded: list[str], personal: list[PersonalColumn]
) -> list[str]:
    """Why a file must be held back, one sentence for each reason; none where it may be opened."""
    places = {f"{s.name}!{place}": place for s in sheets for place in s.hidden}
    found = []
    for kind, names in (
        ("sheet", [name for name in hidden if name not in places]),
        ("column", [name for name, place in places.items() if place.isalpha()]),
        ("row", [name for name, place in places.items() if place.isdigit()]),
        ("cell content", [n for n, p in places.items() if not _OTHER_PLACE.fullmatch(p)]),
    ):
        if names:
            more = f" and {len(names) - 8} more" if len(names) > 8 else ""
            some = ", ".join(names[:8])
            found.append(f"Hidden {kind}{'s' * (len(names) > 1)}: {some}{more}.")
    found += embedded
    for each in personal:
        heading = f", headed “{each.heading[:40]}”," if each.heading else ""
        found.append(f"Column {each.column}{heading} looks like {each.kind}.")
    return found
