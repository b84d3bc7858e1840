"""The one change that the history of changes takes: people’s names are removed from it."""

import json
from collections.abc import Collection
from dataclasses import replace

from django.db.models import QuerySet

from offences.history import writer

REMOVED = "(removed)"


def erase(changes: QuerySet, columns: Collection[str]) -> int:
    """Replace the values of these columns in these changes; return in how many it did."""
    erased = 0
    with writer.writing(replace(writer.current(), erases=True)):
        for change in changes.iterator():
            sides = {name: _without(vars(change)[name], columns) for name in ("before", "after")}
            if any(sides[name] != vars(change)[name] for name in sides):
                # Its own manager refuses every change.
                erased += QuerySet(model=changes.model).filter(pk=change.pk).update(**sides)
    return erased


def _without(kept: str | None, columns: Collection[str]) -> str | None:
    values = json.loads(kept or "{}")
    found = {name for name in columns if values.get(name) not in (None, "", REMOVED)}
    return json.dumps(values | dict.fromkeys(found, REMOVED)) if found else kept
