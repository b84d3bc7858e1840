"""A release for programs: as JSON, its dictionary, the Frictionless description of its CSVs."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from django.utils.timezone import localtime

from offences.exports.release import ReleaseContent, answer_rows, release_rows
from offences.exports.trend import Row, Value, csv_of
from offences.statistics.dates import iso
from offences.statistics.years import JANUARY, first_month
from offences.words import downloads, site
from offences.words.cells import MARKERS, markers
from offences.words.charity import charity

READ_AS_UTF_8 = "utf-8-sig"
"""The encoding of a CSV, with the mark at its start by which a spreadsheet knows it."""
_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_CALENDAR = {"pattern": r"\d{4}"}
_RULES: Mapping[str, Mapping[str, object]] = {
    "kind": {"required": True, "enum": ["force", "nation", "region", "total"]},
    "place": {"required": True},
    "year": {"pattern": r"\d{4}/\d{2}"},
    "status": {"enum": downloads.STATUSES},
    "change": {"required": True, "enum": [downloads.NEW, downloads.CHANGED, downloads.GONE]},
    "marker": {"pattern": f"[{''.join(MARKERS)}]( [{''.join(MARKERS)}])*"},
    "published_on": {"pattern": _DATE},
    "ended_on": {"pattern": _DATE},
    "months": {"minimum": 1, "maximum": 12},
}


def _rules_of(column: str) -> Mapping[str, object]:
    if column == "year" and first_month() == JANUARY:
        return _CALENDAR
    return _RULES.get(column, {})


def release_json(book: ReleaseContent) -> str:
    """The rows of a release as objects; an empty field is null."""
    rows = [record(row) for row in release_rows(book)]
    return json.dumps(about(book) | {"rows": rows}, ensure_ascii=False, separators=(",", ":"))


def record(row: Row, columns: Sequence[str] = downloads.RELEASE) -> dict[str, Value | None]:
    """A row with every column of its file: a number, a text, or null where the field is empty."""
    values = ((name, row.get(name, "")) for name in columns)
    return {name: None if value == "" else value for name, value in values}


def answer_records(book: ReleaseContent) -> list[dict[str, Value | None]]:
    return [record(row, downloads.ANSWERS) for row in answer_rows(book)]


def about(book: ReleaseContent) -> dict[str, object]:
    """A description of a release for a reader who has only the file."""
    release, measure = book.release, book.release.measure
    day = localtime(release.public_at).date() if release.public_at else None
    facts: dict[str, object] = {
        "title": release.title,
        "measure": measure.slug,
        "definition": measure.definition,
        "release": release.number,
        "published_on": iso(day, release.public_precision),
        "address": book.address,
        "licence": charity().licence_name,
        "licence_address": charity().licence_address,
        "note": release.note,
    }
    return facts | ({"embargo": book.embargo} if book.embargo else {})


def columns_csv() -> str:
    """Every column and marker with its meaning."""
    rows: list[Row] = [
        {"kind": "column", "name": n, "meaning": downloads.meaning(n)} for n in downloads.COLUMNS
    ]
    rows += [
        {"kind": "marker", "name": code, "meaning": words} for code, words in markers().items()
    ]
    return csv_of(("kind", "name", "meaning"), rows)


def data_package(book: ReleaseContent, files: Mapping[str, bytes]) -> str:
    """The description of some CSV files of a release: each column with its type and meaning."""
    release = book.release
    columns = {
        "figures.csv": downloads.RELEASE,
        "changes.csv": downloads.CHANGES,
        "answers.csv": downloads.ANSWERS,
    }
    package = {
        "profile": "tabular-data-package",
        "name": f"{release.measure.slug}-release-{release.number}",
        "id": book.address,
        "title": release.title,
        "description": release.measure.definition,
        "homepage": book.address,
        "version": str(release.number),
        "created": localtime(release.public_at).isoformat() if release.public_at else "",
        "licenses": [
            {
                "name": charity().licence_code,
                "title": charity().licence_name,
                "path": charity().licence_address,
            }
        ],
        "sources": [{"title": site.SOURCE}],
        "resources": [_resource(name, columns[name], file) for name, file in files.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=1)


def _resource(name: str, columns: Sequence[str], content: bytes) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": name.removesuffix(".csv"),
        "title": downloads.ABOUT_FILES[name],
        "path": name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
    }


def _field(column: str) -> dict[str, object]:
    plain = column.removesuffix("_before")
    field: dict[str, object] = {
        "name": column,
        "title": downloads.heading(column),
        "description": downloads.meaning(column),
        "type": "integer"
        if plain in downloads.WHOLE
        else "date"
        if column == "year_start"
        else "string",
    }
    least = {"minimum": 0} if plain in downloads.WHOLE else {}
    rules = {**least, **_rules_of(plain)}
    return field | ({"constraints": rules} if rules else {})
