"""The words of every download: its columns, its cover, and the notes beside a figure."""

from collections.abc import Sequence
from typing import NamedTuple

from offences.claims.totals import area_in_words
from offences.english import ended, months, sentence
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing
from offences.words import reasons, text_table
from offences.words.cells import revision
from offences.words.charity import charity
from offences.words.regions import in_words as region_in_words
from offences.words.years import in_our_years

COLUMNS = text_table("columns")
"""Every column of every download, and what it holds."""

_PLACE = ("place", "address", "ons_code")
_YEAR = ("year", "year_start")
_FIGURE = ("number", "low", "high", "marker", "reason", "months", "status")
_FORCE_COUNTS = ("forces_with_figures", "forces_asked")
_CELL = ("sheet", "cell", "note")
_PUBLISHED = ("published", "published_on", "source", "source_address")

TREND = ("place", "ons_code", "measure", *_YEAR, *_FIGURE, *_PUBLISHED, *_CELL, "release")
"""The file of one force's table."""
RELEASE = (
    *("kind", *_PLACE, "measure", "what", "breakdown", "category", *_YEAR, "period"),
    *(*_FIGURE, *_FORCE_COUNTS, *_PUBLISHED, *_CELL, "release"),
)
"""The plain file of a whole release. Its workbook has these, sheet by sheet:"""
FORCES = (*_PLACE, *_YEAR, *_FIGURE, *_PUBLISHED, *_CELL)
PARTS = (
    *("kind", *_PLACE, *_YEAR, "breakdown", "category"),
    *(*_FIGURE, *_FORCE_COUNTS, "published", "published_on", "source", *_CELL),
)
RECORDED = (
    *("kind", "place", "what", "category", *_YEAR, "period"),
    *("number", "low", "high", "marker", "reason", "status", *_FORCE_COUNTS, *_PUBLISHED, "note"),
)
ANSWERS = (
    *("round", "place", "address", "request", "outcome", "date", "ended_on", "reference"),
    *("reason", "source", "source_address", "ons_code"),
)
WHOLE = {
    *("number", "low", "high", "months", "forces_with_figures", "forces_asked", "release"),
    *("request", "since_release"),
}
"""The columns with whole numbers; all others have text."""
KEY = ("kind", "place", "what", "breakdown", "category", "year", "period", "published_on")
"""What tells the rows of a release apart."""
COMPARED = (
    *("number", "low", "high", "marker", "reason", "months"),
    *("forces_with_figures", "forces_asked", "note"),
)
"""A row has changed if one of these has."""
_BEFORE = ("number", "low", "high", "marker", "reason", "months")
CHANGES = (
    *("change", *RELEASE[: RELEASE.index("number")], *_FIGURE),
    *(*(f"{name}_before" for name in _BEFORE), "note", "release", "since_release"),
)
"""The file of what changed since the release before."""


OK, REVISED, IN_DOUBT, NO_FIGURE = STATUSES = ["ok", "revised", "in doubt", "no figure"]
NEW, CHANGED, GONE = "new", "changed", "no longer given"
CORRECTED = "corrected, not shown"
ABOUT_FILES = {
    "figures.csv": "Every figure, and the reason wherever there is none",
    "changes.csv": "What changed since the release before",
    "answers.csv": "What each force answered in each round",
}


class Format(NamedTuple):
    """One file of a release as the data page offers it."""

    file: str
    name: str  # as it is called within a sentence
    about: str
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = (
    Format("figures.csv", "CSV", "one table, for every program", "text/csv"),
    Format("figures.xlsx", "Excel", "cover, notes, one table a sheet", _OFFICE),
    Format(
        *("figures.ods", "ODS", "accessible, by the rules of official statistics"),
        "application/vnd.oasis.opendocument.spreadsheet",
    ),
    Format("figures.json", "JSON", "the same rows as objects", "application/json"),
    Format(
        "datapackage.json",
        "data package",
        "Frictionless description of the CSVs",
        "application/json",
    ),
    Format("changes.csv", "changes", "only what changed in this release", "text/csv"),
    Format("answers.csv", "answers", "how each force answered", "text/csv"),
)


def status(markers: Sequence[str]) -> str:
    """Whether a figure can be used: a doubt counts for more than a revision."""
    if "x" in markers:
        return NO_FIGURE
    if "u" in markers:
        return IN_DOUBT
    return REVISED if "r" in markers else OK


def heading(column: str) -> str:
    """A column's name at the head of a sheet: “Source address”."""
    words = sentence(column.replace("_", " "))
    return words.replace("Ons ", "ONS ")


NOTES = "Markers and columns"
NOTES_HEADINGS = ("Marker or column", "What it means")
CONTENTS = "Contents"
CONTENTS_HEADINGS = ("Sheet", "What it holds")
ABOUT = {
    "Notes": "What each marker and column means",
    "Forces": "Each force and year: a figure, or the reason why there is none",
    "Published": "Totals and other figures as published",
    "Parts": "Each breakdown, by force and for all together",
    "Answers": "What each force answered in each round",
}
"""The sheets of a workbook and what each holds."""
ONE_TABLE = "This sheet has one table, which begins in row {}."
EMPTY_CELLS = (
    "An empty cell says nothing: an empty number is no figure, and never zero. "
    "The columns Marker and Reason say why there is none."
)
NO_ROWS = "This table has no rows yet."


def meaning(column: str) -> str:
    """What a column holds, with the charity's own years."""
    return in_our_years(COLUMNS[column])


def sheet_titles(measure: str) -> dict[str, str]:
    """The line over each table of a release's workbook, by its sheet."""
    return {
        "Forces": f"{measure}: each force and year",
        "Published": f"{measure}: figures as published",
        "Parts": f"{measure}: {charity().parts}",
        "Answers": f"{measure}: who answered",
    }


def cover(
    release: str,
    address: str,
    definition: str,
    excludes: str,
    *,
    note: str,
    embargo: str,
    sheets: Sequence[str],
) -> list[tuple[str, str]]:
    """The lines of a workbook's cover."""
    lines = [
        ("Embargo", embargo),
        ("Release", release),
        ("Address", address),
        ("What is counted", definition),
        ("What is not", excludes),
        ("Status", "Not official statistics. Answers to Freedom of Information requests."),
        ("Keep in mind", charity().one_is_not_one),
        ("Keep in mind", "Recorded that year does not mean it happened that year."),
        ("Keep in mind", f"Do not compare forces: {charity().differs}."),
        ("Missing", "An empty cell is no figure. See its marker and reason."),
        *((f"Sheet “{name}”", words) for name, words in ABOUT.items() if name in sheets),
        ("Note", note),
    ]
    return [(name, text) for name, text in lines if text]


# Notes beside a figure


def published_when(cell: Cell, reason: str, vintage: str, *, restated: bool) -> str:
    """When a figure was published, or why there is none."""
    if not cell.is_missing:
        return f"{vintage}{'' if restated else ', not restated since'}"
    if cell.why is Missing.NO_RESPONSE:
        return f"The force did not answer{f', reported {vintage}' if vintage else ''}"
    return reasons.sentence(cell.why) if cell.why in MAY_BE_ZERO else sentence(reason)


def figure_notes(
    cell: Cell, revision: str, *, derived: bool, from_spreadsheet: bool, note: str
) -> str:
    """What a reader should know of one figure, in sentences."""
    sheet = "Read from the charity’s own spreadsheet: we do not have the force’s file."
    notes = [
        f"Covers {months(cell.months)} only. Not compared with any year." if cell.months else "",
        revision,
        f"In doubt: {ended(cell.doubt)} Not compared with any year." if cell.doubt else "",
        "Added up from the force’s own breakdown." if derived else "",
        sheet if from_spreadsheet else "",
        _note(note),
    ]
    return " ".join(filter(None, notes))


def recorded_notes(doubt: str, note: str) -> str:
    """What a reader should know of a published figure."""
    return " ".join(filter(None, (f"In doubt: {ended(doubt)}" if doubt else "", _note(note))))


def sum_notes(revision: str, *, of_breakdown: bool, is_least: bool) -> str:
    """How a sum over forces was made."""
    if of_breakdown:
        return "Added up from the figures of the forces that gave the whole breakdown."
    least = "It includes part of a year, so it is a minimum." if is_least else ""
    return " ".join(filter(None, ("Added up from the forces’ own figures.", least, revision)))


def _note(note: str) -> str:
    if not note:
        return ""
    text = ended(note)
    return f"Note: {text}" if text[:1].isdigit() else sentence(text)


def revision_of(cell: Cell, why: str) -> str:
    """What releases said of a figure, and why this one changed it."""
    if not cell.is_revised and not why:
        return ""
    text = "Revised." if cell.was is None else f"Revised: {revision(cell)}."
    return f"{text} {sentence(ended(why))}" if why else text


def as_written(text: str) -> str:
    """The reason beside a figure that a publication gave in words."""
    return f"published in words: {text}"


def recorded_title(claim: str, label: str, category: str, place: str) -> str:
    """The name of a published figure: “Total for Wales”, “Most common age, England and Wales”."""
    if claim == "total":
        return f"Total for {place}"
    if claim == "age_total":
        return f"Aged {category.replace('_', ' ')}, {place}"
    return f"{sentence(label.removeprefix('recorded '))}, {place}"


def region(body: str) -> str:
    """A nation or region, or several, as a title names them."""
    return region_in_words(area_in_words(body))
