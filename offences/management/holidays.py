"""Files of bank holidays: the one that is shipped, and newer ones."""

import csv
import datetime as dt
from pathlib import Path

from offences.clocks import NATIONS
from offences.foi_clock import Holiday

SHIPPED = Path(__file__).parents[1] / "reference" / "bank_holidays.csv"


def shipped_holidays() -> dict[dt.date, Holiday]:
    """The bank holidays that came with this version: what a command uses that has no database."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return {
            dt.date.fromisoformat(row["date"]): Holiday(
                row["title"], tuple(name for key, name in NATIONS.items() if row[key] == "1")
            )
            for row in csv.DictReader(file)
        }
