"""Lists of the records as spreadsheets, by django-import-export.

A relation is written as the name that stays the same everywhere (a force's address, a round's),
never as the number of its row. A text that begins like a formula gets an apostrophe before it, in
every format: an xlsx may be saved as csv one day, and then opened.

Every list can be exported (`export`); those of `lists` can be uploaded again, by `intake.lists`:
each is a `list_resource` of `columns`, with `widgets` for one value and `names` for the records
that are meant.
"""

from functools import cache

from django.db import models
from import_export.resources import ModelResource

from offences.models import AnnualCount
from offences.resources import lists
from offences.resources.columns import EMPTY
from offences.resources.export import CountResource, every_column
from offences.resources.list_resource import LISTS, ListResource


@cache
def of(model: type[models.Model]) -> type[ModelResource]:
    """The resource of a model's list."""
    if model is AnnualCount:
        return CountResource
    return LISTS.get(model) or every_column(model)
