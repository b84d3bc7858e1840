"""The years that lines near tables, and the names of sheets, give their counts."""

import re

from offences.returns.labels import label_words as words
from offences.returns.labels import years
from offences.returns.labels.cell_counts import remembered_years
from offences.returns.labels.changing_words import RULES

ADMIN = re.compile(
    r"\b(?:foi|freedom of information|request|ref(?:erence)?|extract(?:ed|ion|s)?|received"
    r"|correct (?:at|as)|published|produced|created|printed|dated|updated|prepared"
    r"|run (?:on|date|at|from)|disclosure|author)\b",
    re.IGNORECASE,
)
_REFERENCE = (
    r"\b(?:foia?|freedom of information|ref(?:erence)?|request)\b"
    r"(?: (?:act|request|ref(?:erence)?|no|nos|number|id)\b)*[ .:#-]*(?=\S*\d)[\w/.-]+"
)
_MADE = (
    r"[(\[]?\b(?:(?:data|figures|as) )?(?:extract(?:ed)?|correct|published|produced|created|printed"
    r"|updated|prepared|run)(?: (?:on|in|at|as at|as of|date))?[ :]*"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? ?)?(?:{years.MONTH} ?(?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d)[)\]]?"
)
_BESIDE_TITLE = re.compile(rf"{_REFERENCE}|{_MADE}", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:offen[cs]es?|crimes?)\b", re.IGNORECASE)
_OF_RECORDING = re.compile(  # “Cyber flag introduced in 2015/16”
    r"\b(?:introduced|implemented|launched|adopted|began|begun|commenced|went live|refreshed"
    r"|came into (?:force|effect)|became an (?:\w+ )?offence) (?:in|on|from|since|during|\d)",
    re.IGNORECASE,
)

_EDITION = re.compile(  # “Offence (HO codes 2023/24)” says which list the offences are of
    r"\([^()]*\b(?:rules|codes?|classifications?|guidance|edition|version|schedule|standards?|list"
    r"|acts?)\b[^()]*\)",
    re.IGNORECASE,
)


_BETWEEN_WORDS = re.compile(r"(?<=[a-z])_(?=[a-z])", re.IGNORECASE)  # “Apr_Jun”
_YEARS = re.compile(  # “5 years 2022-23”, of which that is the last
    r"\b(?:[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:years?|yrs?)\b"
    r"(?![ -]olds?)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<!\d\d)_|_(?!\d\d)")  # “Q4_2020” is a quarter, and “2019_20” a year


def year_in_name(sheet_name: str) -> years.ReadYear | None:
    """The year that a sheet's name gives its tables: “2018-19”, “18-19”."""
    start = years.parse_short_pair(sheet_name)
    pair = None if start is None else years.of_pair(start)
    name = _JOINED.sub(" ", _BETWEEN_WORDS.sub("-", sheet_name))
    found = pair or year_of_line(name)
    if found and found.label and _YEARS.search(name):
        return years.ReadYear(rest=found.rest, several=True)
    return found


@remembered_years
def without_admin(line: str) -> str:
    """A title without the reference or the day of making beside its offences and its year.

    “FOI 118/22 Offences 2023/24” is of 2023/24; of “FOI 2022/23” nobody knows.
    """
    if not ADMIN.search(line):
        return line
    title = " ".join(_BESIDE_TITLE.sub(" ", line).split()).strip(" ,;:-–")
    year = years.parse_year(title)
    if year is None or not year.label or year.kind == "calendar":
        return line
    return title if _COUNTED.search(year.rest) else line


def year_of_line(line: str) -> years.ReadYear | None:
    """The year that a line gives the counts near it; not the day on which a file was made."""
    line = without_admin(line)
    if ADMIN.search(line) or _OF_RECORDING.search(line):
        return None
    found = years.parse_year(_EDITION.sub(" ", RULES.sub(" ", line)))
    if found is None or (found.part and not found.label) or years.parse_day(found.part):
        return None
    if found.kind == "calendar" and found.rest and words.is_remark(line):
        return None  # “a new system in 2019”
    return found
