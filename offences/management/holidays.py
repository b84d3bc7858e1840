"""The file of bank holidays that is shipped, and its place in a new database."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.apps.registry import apps as current_apps
from django.db import DEFAULT_DB_ALIAS, router

from offences.foi_clock import Holiday
from offences.rounds.holiday_file import read_holidays, rows_of

SHIPPED = Path(__file__).parents[1] / "reference" / "bank_holidays.csv"


def shipped_holidays() -> dict[dt.date, Holiday]:
    """The bank holidays that came with this version: what a command uses that has no database."""
    return read_holidays(SHIPPED.read_bytes())


def store_after_migrate(
    using: str = DEFAULT_DB_ALIAS,
    apps: Apps = current_apps,
    plan: list | None = None,
    **kwargs: Any,
) -> None:
    """Give a database without bank holidays the shipped ones: due dates are wrong without them.

    A table that has some is its staff’s: a newer file moves due dates, so it is compared with it
    first. `flush` sends the signal too, without a plan: a database that is emptied stays empty.
    """
    try:
        model = apps.get_model("offences", "BankHoliday")
    except LookupError:  # migrated back to before this table
        return
    if plan is None or not router.allow_migrate_model(using, model):
        return
    table = model.objects.using(using)
    if not table.exists():
        table.bulk_create(model(**row) for row in rows_of(shipped_holidays()))
