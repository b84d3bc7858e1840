"""How a cell is typed and published."""

import re
from dataclasses import dataclass

from offences.statistics.cells import Cell, State
from offences.statistics.years import (
    MONTHS,
    Year,
    first_month,
    half_a_year,
    last_month,
    months_of_year,
    position_in_year,
)

LARGEST = 9_999_999

_STATES = ("value", "suppressed", "not_held", "not_available", "refused", "blank")
_ONE_SECTION = r"s\.[0-9]{1,3}[A-Z]{0,2}(?:\((?:[0-9]{1,3}[A-Z]{0,2}|[a-z]{1,4})\))*"
_SECTION = re.compile(rf"{_ONE_SECTION}(?:, {_ONE_SECTION})*")
LONGEST_SECTION = 60


@dataclass(frozen=True)
class Entry:
    """One cell of the entry grid as an officer typed it.

    `state` is value, suppressed, not_held, not_available, refused or blank. `period` is the first
    and the last month (1 to 12) of a value for part of the year only.
    """

    state: str
    value: int | None = None
    low: int | None = None
    high: int | None = None
    section: str = ""
    period: tuple[int, int] | None = None
    provisional: bool = False
    estimated: bool = False

    def __post_init__(self) -> None:
        if self.state not in _STATES:
            raise ValueError(f"“{self.state}” is not a state of an entry.")
        if (self.value is not None) != (self.state == "value"):
            raise ValueError("An entry has a value when its state is value, and only then.")
        if self.value is not None and not 0 <= self.value <= LARGEST:
            raise ValueError(f"A value is from 0 to {LARGEST:,}, not {self.value}.")
        if (self.low is not None) != (self.state == "suppressed"):
            raise ValueError("An entry has a lower limit when it is suppressed, and only then.")
        if self.low is None:
            if self.high is not None:
                raise ValueError("An upper limit needs a lower one.")
        elif self.high is None:
            if self.low != 1:
                raise ValueError("A withheld number with no upper limit is at least 1.")
        elif not 0 <= self.low < self.high <= LARGEST:
            raise ValueError(f"{self.low} to {self.high} is not a range of possible counts.")
        if self.section and (self.state != "refused" or not _SECTION.fullmatch(self.section)):
            raise ValueError("A section, written like s.12 or s.40(2), belongs to a refusal.")
        if self.state != "value" and (self.period or self.provisional or self.estimated):
            raise ValueError("Only a value has months or is provisional or estimated.")
        if self.period is not None and months_in(*self.period) is None:
            raise ValueError(
                f"The months run forwards inside one {months_of_year()}, but not all of it."
            )


class NotACount(ValueError):
    """A typed entry that cannot be read; the message repeats it and says how to correct it."""


def months_in(first: int, last: int) -> int | None:
    """How many months from the first to the last inside one year, such as April to March.

    None where they run backwards, are not months, or are all twelve: that is no part year.
    """
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    count = position_in_year(last) - position_in_year(first) + 1
    return count if 1 <= count <= 11 else None


# Full-width forms come from spreadsheets made on other keyboards. NFKC would do the same and
# more: it would turn the footnote mark of 68¹ into a digit.
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F, 0x205F, 0x3000), " ")
_PLAIN = _FULL_WIDTH | _SPACES

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+"
_WORDS = {
    **dict.fromkeys(("not held", "n/h", "n/a"), Entry("not_held")),
    **dict.fromkeys(("[x]", "not available"), Entry("not_available")),
    **dict.fromkeys(("nil", "none"), Entry("value", 0)),
    "refused": Entry("refused"),
    "*": Entry("suppressed", low=1),
    "-": Entry("blank"),
}
_BELOW = re.compile(rf"(?:<|under|fewer than|less than) ?({_NUMBER})")
_UP_TO = re.compile(rf"(?:<=|≤) ?({_NUMBER})")
_BETWEEN = re.compile(rf"({_NUMBER}) ?(?:-|to) ?({_NUMBER})")
_PART_OF_ACT = r"([0-9]{1,3}[a-z]{0,2}) ?((?:\((?:[0-9]{1,3}[a-z]{0,2}|[a-z]{1,4})\))*)"
_NAMED = r"(?:sections?|ss?\.?) ?"
_REFUSED = re.compile(
    rf"(?:refused,? )?{_NAMED}{_PART_OF_ACT}"
    rf"(?: ?(?:,|;|/|\+|&|and|, and) ?(?:{_NAMED})?{_PART_OF_ACT})*"
)
_EACH_SECTION = re.compile(_PART_OF_ACT)
_VALUE = re.compile(
    rf"(?P<number>{_NUMBER}) ?(?P<flags>e|p|ep|pe)?"
    r"(?: ?\((?P<inside>[^()]*)\)| (?P<after>[a-z].*))?"
)
_ESTIMATE = re.compile(r".*\W(?:est(?:imated?|\.)?|prov(?:isional|\.)?)\)?")
_PERIOD = re.compile(r"([a-z]+)\.?(?: ([0-9]{4}))? ?(?:-|to) ?([a-z]+)\.?(?: ([0-9]{4}))?")


def read_entry(text: str, year: Year | None = None) -> Entry | None:
    """Read what was typed into a cell of the grid; None where nothing was typed.

    Accepted: 68, 1,234 or 1 234; <5, under 5 or 1-4 for a withheld number; * for one withheld
    without limits; 0, nil or none; - for a cell the force left blank; not held; [x]; refused, or
    the sections, s.12 or s.31, s.40(2); 19 Apr-Sep for part of the year; 12e estimated, 12p
    provisional. Anything else raises NotACount. `year` only serves to check calendar years typed
    with months.
    """
    plain = text.translate(_PLAIN).replace("–", "-").replace("—", "-").replace("−", "-")
    plain = " ".join(plain.split()).casefold()
    if not plain:
        return None
    shown = " ".join(text.split())
    typed = f"“{shown if len(shown) <= 60 else shown[:59] + '…'}”"
    if plain in _WORDS:
        return _WORDS[plain]
    if found := _BELOW.fullmatch(plain):
        return _withheld(1, _number(found[1], typed) - 1, typed)
    if found := _UP_TO.fullmatch(plain):
        return _withheld(1, _number(found[1], typed), typed)
    if found := _BETWEEN.fullmatch(plain):
        return _withheld(_number(found[1], typed), _number(found[2], typed), typed)
    if found := _REFUSED.fullmatch(plain):
        return Entry("refused", section=_sections(plain, typed))
    if (found := _VALUE.fullmatch(plain)) and not _ESTIMATE.fullmatch(plain):
        months = found["inside"] if found["inside"] is not None else found["after"]
        return Entry(
            "value",
            _number(found["number"], typed),
            period=None if months is None else _period(months, typed, year),
            provisional="p" in (found["flags"] or ""),
            estimated="e" in (found["flags"] or ""),
        )
    raise NotACount(_how_to_correct(plain, typed))


def _number(digits: str, typed: str) -> int:
    plain = re.sub("[, ]", "", digits)
    if len(plain) > 1 and plain.startswith("0"):
        raise NotACount(f"{typed} starts with a zero; type the number without it.")
    if len(plain) > len(str(LARGEST)) or int(plain) > LARGEST:
        raise NotACount(f"{typed} is too large: the largest number taken is {LARGEST:,}.")
    return int(plain)


def typed_sections(section: str) -> tuple[str, ...]:
    """The sections of a refused entry, as the Act numbers them: 31 and 40(2) of “s.31, s.40(2)”."""
    return tuple(each.removeprefix("s.") for each in section.split(", ") if each)


def _sections(words: str, typed: str) -> str:
    """The sections of a refusal, each once: “s.31, s.40(2)”."""
    found = ", ".join(dict.fromkeys(_section(*each) for each in _EACH_SECTION.findall(words)))
    if len(found) > LONGEST_SECTION:
        raise NotACount(f"{typed} has too many sections: type those that matter most.")
    return found


def _section(number: str, parts: str) -> str:
    """The section as the Act writes it: capitals after a digit, 40(5B), else small letters."""
    parts = re.sub(r"[0-9]+[a-z]+", lambda part: part[0].upper(), parts)
    return f"s.{number.upper()}{parts}"


def _withheld(low: int, high: int, typed: str) -> Entry:
    if high < 1:
        raise NotACount(
            f"{typed} leaves only zero: type 0 if the force says there were none,"
            " or * if it withheld the number."
        )
    if low > high:
        raise NotACount(f"{typed} runs backwards: type the lower number first, {high}-{low}.")
    if low == high:
        raise NotACount(
            f"{typed} leaves only {low}: type {low} if the force gave that number,"
            f" or 0-{low} if it may also be zero."
            if low == 1
            else f"{typed} leaves only {low}: type {low}."
        )
    return Entry("suppressed", low=low, high=high)


def _month(word: str) -> int | None:
    """The month that a word names: in full, or its first three letters or more (Sept)."""
    if len(word) < 3:
        return None
    return next((i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(word)), None)


def _period(words: str, typed: str, year: Year | None) -> tuple[int, int] | None:
    found = _PERIOD.fullmatch(words.strip())
    first, last = (_month(found[1]), _month(found[3])) if found else (None, None)
    if found is None or first is None or last is None:
        raise NotACount(
            f"{typed} is not a plain number: for part of a year type the number and its months,"
            f" like 19 {half_a_year()}; put any other note in the notes."
        )
    for month, calendar in ((first, found[2]), (last, found[4])):
        if calendar and year is None:
            like = f"like 19 {half_a_year()}"
            raise NotACount(f"{typed}: type the months without a calendar year, {like}.")
        if calendar and year and int(calendar) != year.calendar_year_of(month):
            raise NotACount(
                f"{typed}: {MONTHS[month - 1]} {calendar} is not in {year};"
                " type the months of that year, without a calendar year."
            )
    if (first, last) == (first_month(), last_month()):
        return None  # April to March is the whole year, so the number is an ordinary count
    if months_in(first, last) is None:
        raise NotACount(
            f"{typed}: the months must run forwards inside one {months_of_year()},"
            f" like {half_a_year()}."
        )
    return first, last


def _how_to_correct(plain: str, typed: str) -> str:
    if re.fullmatch(r"[0-9, ]*\.[0-9]+|[0-9, ]+\.[0-9]*", plain):
        return (
            f"{typed} is not a whole number: type the count of offences, without a decimal point."
        )
    if re.fullmatch(r"- ?[0-9][0-9,. ]*", plain):
        return f"{typed} is below zero: type the number without a minus sign, or - if left blank."
    if re.fullmatch(r"[0-9][0-9, ]*", plain):
        return f"{typed} has a comma or space in an odd place: type it like 1234 or 1,234."
    if _ESTIMATE.fullmatch(plain):
        return (
            f"{typed} is not a plain number: type e behind the number for an estimate, like 12e,"
            " or p for a provisional one, like 12p."
        )
    if re.match(r"[0-9]", plain):
        return (
            f"{typed} is not a plain number: type the number alone and put the rest in the notes."
        )
    return (
        f"{typed} is not something this cell takes: type a number, <5 or 1-4 if withheld, *,"
        " - if left blank, not held, [x] or refused."
    )


def write_entry(entry: Entry) -> str:
    """The entry as it would be typed; reading it gives the same entry back."""
    if entry.state == "value":
        flags = "e" * entry.estimated + "p" * entry.provisional
        months = "-".join(MONTHS[month - 1][:3] for month in entry.period or ())
        return f"{entry.value:,}{flags}{months and f' {months}'}"
    if entry.state == "suppressed":
        if entry.high is None:
            return "*"
        if entry.low == 1 and entry.high < LARGEST:
            return f"<{entry.high + 1:,}"
        return f"{entry.low:,}-{entry.high:,}"
    if entry.state == "refused":
        return entry.section or "refused"
    return {"not_held": "not held", "not_available": "[x]", "blank": "-"}[entry.state]


def published(cell: Cell) -> str:
    """The cell as a table prints it.

    A number, with a comma from 1,000; "1 to 4" where a withheld number has both limits; "[c]"
    where it does not; "[x]" where there is no figure. "0" only ever means a confirmed zero.
    """
    if cell.is_missing:
        return "[x]"
    if cell.state is State.SUPPRESSED:
        return "[c]" if cell.high is None else f"{cell.low:,} to {cell.high:,}"
    return f"{cell.low:,}"


def published_markers(cell: Cell, *, is_broken: bool = False) -> tuple[str, ...]:
    """The codes of the markers of a cell, for the column of their own in a data file.

    A break belongs to the year and not to the cell: from this year on another way of counting.
    """
    codes = (
        ("c", cell.state is State.SUPPRESSED),
        ("x", cell.is_missing),
        ("p", cell.provisional),
        ("e", cell.estimated),
        ("r", cell.is_revised),
        ("u", bool(cell.doubt) and not cell.is_missing),
        ("b", is_broken),
    )
    return tuple(code for code, applies in codes if applies)
