"""Backups: every row and every document of one moment, in one file that can be checked.

`archive` is the file: its members, their checksums and its encryption. `rows` is the database as
plain data, which any database and any later version reads, `documents` the files in a folder or a
bucket. `copies` makes, checks and restores backups; `schedule` makes one a day and says when the
last good one is too old.
"""

from offences.backups.archive import new_keys
from offences.backups.copies import back_up, compare, restore, restore_lost, verify
from offences.backups.schedule import back_up_by_hand, back_up_daily, next_night, why_worried

__all__ = [
    "back_up",
    "back_up_by_hand",
    "back_up_daily",
    "compare",
    "new_keys",
    "next_night",
    "restore",
    "restore_lost",
    "verify",
    "why_worried",
]
