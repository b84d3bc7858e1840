"""ModelAdmins: lists and records, one file for each subject. Pages of work are in `staff/`."""

# Each registers its ModelAdmins with the site: `foi` requests and letters too, `force` contacts,
# `queries` readings and labels, `release` disclosure rules.
from offences.admin import (
    charity,
    count,
    document,
    foi,
    force,
    measure,
    press,
    queries,
    release,
    row_change,
)
