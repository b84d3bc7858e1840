"""The public figures for Datasette, and a hundred times as many of them."""

import csv
import io
import sqlite3
from pathlib import Path

MORE = 99  # copies of each force's figures and answers


def copy_figures(file: Path) -> dict[str, int]:
    """The newest public figures as one table of an SQLite file. Gives the rows of each force."""
    from django.utils import timezone

    from offences.models import ReleasedFigure
    from offences.releases.public_state import read_public_state
    from offences.trends import figures_of

    figures = figures_of(read_public_state(timezone.now()).newest)
    names = [field.attname for field in ReleasedFigure._meta.concrete_fields]
    rows: dict[str, int] = {}
    for figure in figures:
        rows[figure.body] = rows.get(figure.body, 0) + 1
    with sqlite3.connect(file) as connection:
        # A key of whole numbers: by it Datasette goes from one page of a stream to the next.
        columns = ["id INTEGER PRIMARY KEY" if name == "id" else name for name in names]
        connection.execute(f"CREATE TABLE figures ({', '.join(columns)})")
        connection.execute("CREATE INDEX figures_body ON figures (body)")
        connection.executemany(
            f"INSERT INTO figures VALUES ({', '.join('?' * len(names))})",
            [[_plain(getattr(figure, name)) for name in names] for figure in figures],
        )
    connection.close()
    return rows


def copy_csv(content: bytes, file: Path) -> int:
    """The table of a CSV file, for Datasette to write it once more. Gives its rows."""
    columns, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    names = ", ".join(f'"{column}"' for column in columns)
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE figures (id INTEGER PRIMARY KEY, {names})")
        places = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO figures ({names}) VALUES ({places})", rows)
    connection.close()
    return len(rows)


def _plain(value: object) -> object:
    return value if isinstance(value, (int, str, float)) or value is None else str(value)


def multiply() -> None:
    """A hundred times the figures and answers of forces, in every release."""
    from django.db import connection

    from offences.models import ReleasedFigure, ReleasedResponse

    of_forces = {
        ReleasedFigure: ("body", "body_kind = 'force'"),
        ReleasedResponse: ("force", "1=1"),
    }
    with connection.cursor() as cursor:
        for model, (name, which) in of_forces.items():
            table = model._meta.db_table
            names = [f.attname for f in model._meta.concrete_fields if f.attname != "id"]
            copied = [f"{each} || '-' || %s" if each == name else each for each in names]
            cursor.execute(f"SELECT MAX(id) FROM {table}")
            (last,) = cursor.fetchone()
            for n in range(1, MORE + 1):
                cursor.execute(
                    f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(copied)}"
                    f" FROM {table} WHERE {which} AND id <= %s",
                    [str(n), last],
                )
        cursor.execute("ANALYZE")


def newest_release(measure: str) -> int:
    """The number of a measure's newest public release."""
    from django.utils import timezone

    from offences.releases.public_state import read_public_state

    newest = read_public_state(timezone.now()).newest
    return next(each.number for each in newest if each.measure.slug == measure)
