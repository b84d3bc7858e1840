"""Counts from spreadsheets: a file → what it would do, row by row → counts.

`files` reads the bytes, `layouts` finds the counts in them, `lookup` says what their names mean,
`plan` what each would do, and `preview` tries and stores them. docs/spreadsheet.md is
for the people who make such files.
"""

from offences.intake.files import LARGEST_FILE, MOST_ROWS
from offences.intake.layouts import COLUMNS, NEEDED, Given
from offences.intake.preview import confirm, nobody, preview
from offences.intake.rows import BLANK, CHANGED, KINDS, NEW, REFUSED, UNCHANGED, Preview, Row
from offences.refused import Refused

__all__ = [
    "BLANK",
    "CHANGED",
    "COLUMNS",
    "KINDS",
    "LARGEST_FILE",
    "MOST_ROWS",
    "NEEDED",
    "NEW",
    "REFUSED",
    "UNCHANGED",
    "Given",
    "Preview",
    "Refused",
    "Row",
    "confirm",
    "nobody",
    "preview",
]
