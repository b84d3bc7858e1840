"""The forces that searches are tried with: those of the reference data, and two made-up ones."""

import csv
from pathlib import Path

from django.conf import settings

from offences.finder import ForceNames

HERE = Path(__file__).parent
REFERENCE = Path(settings.BASE_DIR) / "offences" / "reference"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FORCES = tuple(
    ForceNames(
        row["slug"],
        row["area"],
        (row["name"], row["short_name"], row["welsh_name"], *row["spellings"].split("; ")),
    )
    for row in table(REFERENCE / "forces.csv")
)
MADE_UP = (
    ForceNames("northshire", "Northshire", ("Northshire Constabulary", "NSC")),
    ForceNames("glanfor", "Glanfor", ("Glanfor Police", "Heddlu Glanfor")),
)
