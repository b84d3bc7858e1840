"""The dates of a list of crimes: which of them is that of record, and whether any can be.

A heading says so in words that are all known; any other date is asked about, since a list may give
when a crime was committed, closed or last changed.
"""

import re
from collections.abc import Iterator

from offences.returns.labels.cell_counts import plain_text
from offences.returns.sheet import Problem, Table
from offences.returns.tables.listing_axes import headings_of

RECORDED = re.compile(
    r"\b(?:record|rec\b|rec[’']?d\b|report|notif|receiv"
    r"|log|creat|regist|enter|crimed)",
    re.IGNORECASE,
)
_OF_OUTCOME = re.compile(r"\b(?:arrest|charg|closed|outcome|disposal)", re.IGNORECASE)
_OF_TIME = (
    r"dates?|days?|months?|years?|yrs?|quarters?|qtrs?|weeks?|fy|f/y|fin|financial|fiscal"
    r"|cal|calendar|periods?|time ?frame|time period|date range|ending|ended|when|on|of|the|in|by"
    r"|is|was|were|for|to|end|and|as|per|name|label|no|number|details?|information|data|dd|mm+|yy+|uk"
    r"|only|requested|cy|apr(?:il)?|mar(?:ch)?|jan(?:uary)?|dec(?:ember)?|\d+(?:st)?"
)
_PLAIN = re.compile(rf"(?:(?:{_OF_TIME})(?:\W+|$))+", re.IGNORECASE)
_OF_RECORD = re.compile(
    rf"(?:(?:{_OF_TIME}|rec(?:ord(?:ed|ing|s)?|[’']?d)?|report(?:ed|ing|s)?"
    r"|notif(?:ied|ication)|receiv(?:ed|ing)|logged|log|creat(?:ed|ion)|crimed"
    r"|regist(?:ered|ration)|entered|time|datetime|at|a|police|force|crimes?|offen[cs]es?"
    r"|incidents?|occurrences?|cases?|it|first|initial(?:ly)?|original(?:ly)?|system|niche|athena"
    r"|connect)(?:\W+|$))+",
    re.IGNORECASE,
)
_TO_POLICE = {"report", "notif", "receiv"}  # which may be days before the record
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/\d{2}")
_SHORT = 30  # characters of a heading over others, which a sentence is not
_OF_OTHER = 5  # from here on a date is not of the record


def years_in(roles: dict[int, str]) -> list[int]:
    return [c for c, role in roles.items() if role == "year"]


def date_column_of(table: Table, roles: dict[int, str]) -> int | None:
    """The date of record; where there are several, the one whose heading says so the plainest."""
    dates = _date_columns(roles)
    return min(dates, key=lambda c: _rank_of_date(_name(table, c)), default=None)


def with_years_of_record(table: Table, roles: dict[int, str]) -> dict[int, str]:
    """The roles of columns, but no year of the offence beside another year or a date."""
    years = years_in(roles)
    when = {c: _rank_of_date(_name(table, c)) for c in (*years, *_date_columns(roles))}
    of_record = any(rank < _OF_OTHER for rank in when.values())
    return roles | {c: "" for c in years if of_record and when[c] >= _OF_OTHER}


def of_other_date(table: Table, roles: dict[int, str], column: int | None) -> list[Problem]:
    """The question about a list whose dates may be of anything but the record of its crimes."""
    if column is None:
        return []
    found = [*_month_first(table, column)]
    if _says_of_record(_name(table, column)):
        return found
    heading = table.heading(column)
    alone = len([*years_in(roles), *_date_columns(roles)]) == 1
    what = "is the only date in this list" if alone else "was read, of several dates in this list"
    why = f"“{heading[:60]}” {what}: was each crime recorded then?"
    more = "It was counted in the year of that date."
    address = table.sheet.address(table.header[-1].number, column)
    return [*found, Problem(table.sheet.name, address, f"{why} {more}", stops=True)]


def _month_first(table: Table, column: int) -> Iterator[Problem]:
    """Ask about a date that only a month before its day explains: others may be so, too."""
    dates = {row.number: _DAY.match(row.cells.get(column, "")) for row in table.body}
    days = {number: (int(each[1]), int(each[2])) for number, each in dates.items() if each}
    american = [number for number, (month, day) in days.items() if month <= 12 < day]
    others = [number for number, (day, month) in days.items() if day != month and month <= 12]
    if american and others and all(days[number][0] <= 12 for number in others):
        text = table.sheet.cells[american[0], column][:60]
        address = table.sheet.address(american[0], column)
        why = f"“{text}” has its month first. Other dates of this list were read with the day first"
        yield Problem(table.sheet.name, address, f"{why}: are they so?", stops=True)


def _date_columns(roles: dict[int, str]) -> list[int]:
    return [c for c, role in roles.items() if role in ("date", "part")]


def _name(table: Table, column: int) -> str:
    """A heading in words, below a short one over it and its neighbours: “Closed”, “Date”."""
    own = table.heading(column)
    every = headings_of(table, column)
    over = every.removesuffix(own).strip()
    return _in_words(every if over and len(over) <= _SHORT else own)


def _in_words(heading: str) -> str:
    return re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", plain_text(heading)).strip(" :?*")


def _says_of_record(name: str) -> bool:
    """Whether a heading says that its dates are those of the record, or says nothing else."""
    return bool(_PLAIN.fullmatch(name) or (RECORDED.search(name) and _OF_RECORD.fullmatch(name)))


def _rank_of_date(name: str) -> int:
    """First a word for the record, last a date of the outcome; a report may come days before."""
    if _OF_OUTCOME.search(name):
        return _OF_OTHER + 1
    if found := RECORDED.findall(name):
        words = [word.casefold() for word in found]
        recorded = any(word.startswith("rec") and word != "receiv" for word in words)
        plainest = 0 if recorded else 2 if set(words) <= _TO_POLICE else 1
        return plainest if _says_of_record(name) else 4
    return 3 if _PLAIN.fullmatch(name) else _OF_OTHER
