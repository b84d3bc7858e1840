"""What an officer types for a cell or a count: as in the grid, and a few words more."""

import contextlib
import re

from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year

OUT = "out"

_NUMBER = r"([0-9][0-9, ]*)"
_ABOUT = (
    r"(?:about|around|approx(?:\.|imately)?|circa|ca?\.|roughly|some|nearly|est(?:\.|imated?)?|~|≈)"
)
_ESTIMATE = re.compile(rf"{_ABOUT}:? ?{_NUMBER}|{_NUMBER} ?\(?(?:{_ABOUT})\)?")
_MONTHS = re.compile(r"[a-z]{3}\W+(?:\d+ )?(?:to )?[a-z]{3}")
_NOT_KNOWN = re.compile(r"(?:not|un) ?known|no figure|\?")


def read_typed(text: str, year: Year | None = None) -> Entry | None:
    """The entry that was typed; NotACount if it is none, None if nothing was typed.

    “About 20” is the estimate 20; a figure that is not known is one that is not available.
    """
    plain = " ".join(text.split()).casefold()
    if found := _ESTIMATE.fullmatch(plain):
        return read_entry(f"{(found[1] or found[2]).strip()}e", year)
    return read_entry("[x]" if _NOT_KNOWN.fullmatch(plain) else text, year)


def names_months(text: str) -> bool:
    """Whether months were typed with the count: “19 Apr-Sep”, or those of the whole year."""
    return _MONTHS.search(text.casefold()) is not None


def suggestion(written: str) -> str:
    """The likely entry for a cell that was not understood; empty if nothing is clear."""
    with contextlib.suppress(NotACount):
        if entry := read_typed(written):
            return write_entry(entry)
    return ""
