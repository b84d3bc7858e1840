"""ModelAdmins: lists and records, one file for each subject. Pages of work are in `staff/`.

Each subclasses one of `base` and is registered with the `site`. `force` has contacts too, those of
newsrooms included; `foi` bank holidays, rounds, requests and letters; `queries` questions to
forces, readings and remembered labels; `press` campaigns, events and texts; `release` releases,
their rows and disclosure rules; `row_change` the history. `charity`, `count`, `document` and
`measure` have what their names say.
"""

# Each registers its ModelAdmins with the site.
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
