"""The file of bank holidays that is shipped."""

import datetime as dt
from pathlib import Path

from offences.foi_clock import Holiday
from offences.rounds.holiday_file import read_holidays

SHIPPED = Path(__file__).parents[1] / "reference" / "bank_holidays.csv"


def shipped_holidays() -> dict[dt.date, Holiday]:
    """The bank holidays that came with this version: what a command uses that has no database."""
    return read_holidays(SHIPPED.read_bytes())
