"""Counts from a spreadsheet of the charity's own: a file → what it would do → counts.

`layouts` finds the counts in the sheets, `plan` says what each would do, and `storing` tries them
against the database and stores them. docs/spreadsheet.md is for the people who make such files.
"""

from offences.intake.workbook.layouts import COLUMNS, NEEDED, UploadDefaults
from offences.intake.workbook.plan import WorkbookPreview
from offences.intake.workbook.storing import confirm, no_progress, preview
