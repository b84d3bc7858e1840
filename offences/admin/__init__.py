"""ModelAdmins: lists and records, one file for each subject. Pages of work are in `staff/`."""

# Each registers its ModelAdmins with the site.
from offences.admin import (
    campaign,
    contact,
    count,
    disclosure,
    dispute,
    document,
    foi,
    force,
    measure,
    practice,
    press,
    queries,
    release,
    released,
)
