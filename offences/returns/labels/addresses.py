"""The addresses of a letter: whose each is, where, and how to reach it."""

import re
from collections.abc import Sequence

from offences.returns.labels.accused_words import names_accused
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.changing_words import CHANGES
from offences.returns.labels.counted_units import counted_unit, counts_victims
from offences.returns.labels.label_words import content_role, heading_role, is_total, is_unknown
from offences.returns.labels.letter_heads import OTHER_IN_HEAD, is_idle_heading
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.labels.years import parse_year

_LONGEST = 60  # characters of a line
_MOST = 7  # lines above a postcode
_POSTCODE = re.compile(r"(?:.*\b)?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*")
_BOX = re.compile(r".*\b(?:P\.?O\.?|GPO) ?Box \d+\W*", re.IGNORECASE)
_STREET = re.compile(
    r"(?:(?:flat|unit|floor|suite|room|building|block)? ?\d{1,4}[a-z]?(?:[-–/]\d{1,4}[a-z]?)?,? )?"
    r"(?:[A-Z][\w’'.-]*,? ){0,5}(?:Roads?|Rd|Streets?|St|Lane|Avenue|Ave|House|Headquarters|HQ"
    r"|Station|Park|Close|Drive|Way|Square|Court|Place|Terrace|Crescent|Gardens|Building|Buildings"
    r"|Floor|Hill|Row|Quay|Gate|Centre|Grove|Mews|Parade|Walk|Yard|Wharf|Bridge|Green|Estate)\b"
    r"(?:,? (?:[A-Z][\w’'.-]*,? ?){1,4})?\W*"
)
_REACHED = re.compile(  # by telephone or mail, and the head beside an address
    r"(?:(?:our|your) (?:ref|reference)|ref(?:erence)?|date|tel|telephone|phone|fax|mobile|ext"
    r"|direct|dial|switchboard|textphone|minicom|e-?mail|web(?:site)?|www|https?)\b.*"
    r"|\S+@\S+|[\d ()+-]{5,}"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}|\d\d?/\d\d?/\d{2,4}",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"(?:England|Wales|Scotland|Northern Ireland|United Kingdom|U\.?K\.?)\W*")
_FORCE = re.compile(r"\b(?:Police|Constabulary)$", re.IGNORECASE)  # whose letter it is
_HALL = re.compile(r"\bCounty (?=Hall|Police|Council|Buildings?\b)")
_NAMES = re.compile(  # “Northtown”, “Ms A Brown”, “Policy Officer”, “City of York”
    r"(?:(?:[A-Z][\w’'.-]*|[A-Z]{2,}|of|and|the|on|upon|in|le|by|&|[A-Z])[,.]?(?: |$)){1,7}"
)


def without_addresses(lines: Sequence[str]) -> list[str]:
    """The lines of a letter without those of its addresses: nothing of them is of any count.

    A block ends with its postcode. The lines right above it are of the address as far as each is a
    name of a person, an office, a street or a town, and no word of what may be counted.
    """
    left: set[int] = set()
    for at, line in enumerate(lines):
        if _ends_block(line):
            left.update(_block(lines, at))
            left.update({at + 1} if _COUNTRY.fullmatch(" ".join(lines[at + 1 : at + 2])) else ())
    return [line for at, line in enumerate(lines) if at not in left]


def is_contact(text: str) -> bool:
    """Whether a line gives a reference, the date of a letter or how to reach somebody."""
    return bool(_REACHED.fullmatch(plain_text(text)))


def _ends_block(line: str) -> bool:
    """Whether a line is a postcode, perhaps behind its town or street."""
    text = plain_text(line)
    if len(text) > 3 * _LONGEST or not _POSTCODE.fullmatch(text):
        return False
    before = re.sub(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$", "", text).strip(" ,.")
    return not before or all(map(_is_of_address, re.split(r", ?", before)))


def _block(lines: Sequence[str], end: int) -> list[int]:
    """The lines of the address that ends here, from the last to the first."""
    found = [end]
    for at in range(end - 1, max(-1, end - 1 - 2 * _MOST), -1):
        text = plain_text(lines[at])
        if is_contact(text) or _FORCE.search(text):
            continue  # of the head of the letter, beside the address
        if len(found) > _MOST or not all(map(_is_of_address, re.split(r", ?", text.strip(" ,.")))):
            break
        found.append(at)
    return found


def _is_of_address(text: str) -> bool:
    """Whether a line, or a part of one, may be of an address, and says of no count what it is."""
    if _BOX.fullmatch(text) or _STREET.fullmatch(text):
        return not _says_more(text)
    return bool(_NAMES.fullmatch(text)) and len(text) <= _LONGEST and not _says_more(text)


def _says_more(text: str) -> bool:
    text = _HALL.sub("", text)
    if CHANGES.search(text) or OTHER_IN_HEAD.search(text) or names_some_ages(text):
        return True
    if names_accused(text) or counted_unit(text) or counts_victims(text):
        return True
    role = content_role(text)
    named = role not in ("", "force") or heading_role(text) or is_total(text) or is_unknown(text)
    return bool((named or parse_year(text)) and not is_idle_heading(text))
