"""The mark of a file that an upload left, removed by another worker before ours reads it."""

from unittest.mock import patch

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from offences.intake import unfinished


def removed_too_soon(name: str):
    """Mark this file, and have the mark removed as soon as its age is asked for."""
    marked = default_storage.save(f"{unfinished.MARKS}{name}", ContentFile(b"1"))
    age_of = default_storage.get_modified_time

    def too_late(asked: str):
        default_storage.delete(marked)
        return age_of(asked)

    return patch.object(default_storage, "get_modified_time", too_late)
