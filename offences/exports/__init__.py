"""Released figures as rows and files: the CSV of a table or release, and its workbook."""

from offences.exports.breakdown import SplitTable, split_table
from offences.exports.release import (
    OUR_OWN,
    ReleaseContent,
    also_published,
    recorded_rows,
    release_csv,
)
from offences.exports.trend import TrendRow, markers_of, rows_of, trend_csv
from offences.exports.workbook import release_xlsx
