"""Released figures as rows and files: one table of each release, in every format."""

from offences.exports.breakdown import SplitTable, split_table
from offences.exports.changes import changes_csv
from offences.exports.ods import release_ods
from offences.exports.package import (
    READ_AS_UTF_8,
    about,
    answer_records,
    columns_csv,
    data_package,
    record,
    release_json,
)
from offences.exports.release import (
    OUR_OWN,
    ReleaseContent,
    answers_csv,
    other_publications,
    recorded_rows,
    release_csv,
    rows_in_order,
)
from offences.exports.trend import Row, TrendRow, broken_in, markers_of, rows_of, trend_csv
from offences.exports.workbook import release_xlsx
