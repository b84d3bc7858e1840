"""Released figures as rows and files: the CSV of a table, the CSV and the workbook of a release."""

from offences.exports.split import SplitTable, split_table
from offences.exports.table import HEADER, Row, markers_of, rows_of, trend_csv
from offences.exports.whole import COLUMNS, OUR_OWN, Book, recorded_rows, release_csv
from offences.exports.workbook import release_xlsx

__all__ = [
    "COLUMNS",
    "HEADER",
    "OUR_OWN",
    "Book",
    "Row",
    "SplitTable",
    "markers_of",
    "recorded_rows",
    "release_csv",
    "release_xlsx",
    "rows_of",
    "split_table",
    "trend_csv",
]
