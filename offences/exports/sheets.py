"""The sheets of a release's workbooks, of either kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from offences.exports.release import WHAT, ReleaseContent, answer_rows, release_rows
from offences.exports.trend import Value
from offences.models import FigureKind
from offences.words import downloads
from offences.words.cells import markers

type Rows = Sequence[Mapping[str, Value]]


@dataclass(frozen=True)
class ReleaseSheet:
    """One table with its title, its columns and a word for each of them."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Rows

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(downloads.heading(column) for column in self.columns)

    @property
    def lines(self) -> list[tuple[Value, ...]]:
        return [tuple(row.get(column, "") for column in self.columns) for row in self.rows]

    @property
    def markers(self) -> list[tuple[str, str]]:
        """The markers in this table with what they mean."""
        used = {marker for row in self.rows for marker in str(row.get("marker", "")).split()}
        return [(code, words) for code, words in markers().items() if code in used]


def sheets_of(book: ReleaseContent) -> list[ReleaseSheet]:
    """The tables of a release: forces, published figures, breakdowns if it has any, answers."""
    rows = release_rows(book)
    wholes = [row for row in rows if not row["breakdown"]]
    parts = [row for row in rows if row["breakdown"]]
    # A force's published figure is not one of its counts: it may cover several years.
    count = WHAT[FigureKind.COUNT.value]
    tables: dict[str, tuple[Sequence[str], Rows]] = {
        "Forces": (downloads.FORCES, [row for row in wholes if row["what"] == count]),
        "Published": (downloads.RECORDED, [row for row in wholes if row["what"] != count]),
    }
    if parts:
        tables["Parts"] = (downloads.PARTS, parts)
    tables["Answers"] = (downloads.ANSWERS, answer_rows(book))
    titles = downloads.sheet_titles(book.release.measure.name)
    return [ReleaseSheet(name, titles[name], *table) for name, table in tables.items()]


def cover_lines(book: ReleaseContent, sheets: Sequence[str]) -> list[tuple[str, str]]:
    """The cover: what the release is and what to keep in mind, each line after its heading."""
    release, measure = book.release, book.release.measure
    return downloads.cover(
        f"{release.number}, {release.public_in_words}",
        book.address,
        measure.definition,
        measure.excludes,
        note=release.note,
        embargo=book.embargo,
        sheets=sheets,
    )


def notes() -> list[tuple[str, str]]:
    """Every marker and column with its meaning."""
    return [
        *((f"[{code}]", words) for code, words in markers().items()),
        *((downloads.heading(name), downloads.meaning(name)) for name in downloads.COLUMNS),
    ]
