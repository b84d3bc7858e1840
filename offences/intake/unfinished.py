"""Marks on stored files that a transaction adds or removes: files do not roll back.

A mark is an empty file below MARKS, under the name of the file that it is about. It is stored
before the transaction touches that file and removed after it. So what a process that was killed has
left is known, and nothing else is ever removed: not the files of somebody who shares the storage,
and not those of rows that an older backup does not have.
"""

import datetime as dt
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from offences.models import Document
from offences.storage import files_below

MARKS = "unfinished/"
LONG_OVER = dt.timedelta(days=1)  # no transaction lasts for so long
LOG = logging.getLogger(__name__)


def mark_new(name: str) -> str:
    """Mark a file that is to be written; return a name that neither a file nor a mark has."""
    longest = Document._meta.get_field("file").max_length
    return mark(default_storage.get_available_name(name, longest))


def mark(name: str) -> str:
    """Mark a file until this transaction is stored; return its name, changed if it is marked."""
    longest = len(MARKS) + (Document._meta.get_field("file").max_length or 0)
    marked = default_storage.save(f"{MARKS}{name}", ContentFile(b""), max_length=longest)
    transaction.on_commit(lambda: default_storage.delete(marked), robust=True)
    return marked.removeprefix(MARKS)


def unmark(name: str) -> None:
    """Remove the mark of a file that is gone again."""
    default_storage.delete(f"{MARKS}{name}")


def remove_left(now: dt.datetime) -> int:
    """Remove the marked files that no row names, once their transaction is long over."""
    removed = 0
    for marked in files_below(MARKS.rstrip("/")):
        try:
            is_new = default_storage.get_modified_time(marked) > now - LONG_OVER
        except OSError:
            if default_storage.exists(marked):
                raise
            continue  # another worker was quicker, and the file may be of a new upload
        if is_new:
            continue
        name = marked.removeprefix(MARKS)
        if not Document.objects.filter(file=name).exists() and default_storage.exists(name):
            default_storage.delete(name)
            removed += 1
        default_storage.delete(marked)
    if removed:
        LOG.warning("Files that a killed process left, removed: %s", removed)
    return removed
