"""A list from a spreadsheet → what it would do, row by row → the records.

The preview is the import itself, taken back: every row is stored in the file's order, the database
has its say on each, and the whole is undone. What is confirmed is what was shown. docs/lists.md is
for the people who make such files; which columns a list has, its resource says.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import batched
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from import_export.instance_loaders import BaseInstanceLoader

from offences.intake import files, held
from offences.intake.files import Sheet
from offences.intake.layouts import HOW_FAR_DOWN, folded
from offences.intake.list_names import ListNames
from offences.intake.rows import CHANGED, NEW, REFUSED, UNCHANGED
from offences.refused import Refused

MOST_ROWS = 5_000
A_THOUSAND = 1_000  # keys of one question to the database
KINDS = (REFUSED, CHANGED, NEW, UNCHANGED)

type Difference = tuple[str, str, str]
"""(column, before, after)."""


@dataclass
class Row:
    """One row of the file, and what confirming would do with it."""

    sheet: str
    number: int
    texts: dict[str, str]  # column → what the cell says; a column that the file lacks is not here
    status: str = ""
    reasons: list[str] = field(default_factory=list)
    what: str = ""
    differences: list[Difference] = field(default_factory=list)
    remark: str = ""
    reopened: bool = False
    key: tuple = ()
    instance: Any = None

    @property
    def where(self) -> str:
        return f"{self.sheet}, row {self.number}" if self.sheet else f"row {self.number}"

    def refuse(self, *reasons: str) -> None:
        self.status, self.reasons = REFUSED, list(reasons)


@dataclass
class Preview:
    """Every row of a list with what it would do."""

    rows: list[Row]
    notes: list[str]

    def of(self, status: str) -> list[Row]:
        return [row for row in self.rows if row.status == status]

    @cached_property
    def numbers(self) -> dict[str, int]:
        found = Counter(row.status for row in self.rows)
        return {kind: found[kind] for kind in KINDS}

    @property
    def writes(self) -> int:
        return self.numbers[NEW] + self.numbers[CHANGED]

    @property
    def may_confirm(self) -> bool:
        return bool(self.writes) and not self.numbers[REFUSED]

    @property
    def unchecked(self) -> list[str]:
        """The returns that are no longer marked as checked."""
        return [row.what for row in self.rows if row.reopened]

    @property
    def fingerprint(self) -> str:
        """The mark of what was shown: each row and each before and after."""
        digest = hashlib.sha256()
        for row in self.rows:
            told = (row.where, row.status, row.key, row.differences, row.remark, row.reopened)
            digest.update(repr(told).encode())
        return digest.hexdigest()


def preview(resource: Any, data: bytes, name: str, *, by: User, now: dt.datetime) -> Preview:
    """What a file would do to a list (a `resources.ListResource`, by its class)."""
    rows, notes = read(resource, data, name)
    with transaction.atomic():
        made = _store(resource(ListNames(), by, now), rows, notes)
        transaction.set_rollback(True)
    return made


def confirm(
    resource: Any,
    data: bytes,
    name: str,
    fingerprint: str,
    *,
    by: User,
    now: dt.datetime,
    token: str = "",
) -> tuple[Preview, bool]:
    """Store what was previewed, all of it or nothing, and say whether it is stored.

    Where the records changed since, nothing is: what comes is the new preview. Of what was held
    under a `token`, AlreadyStored the second time.
    """
    rows, notes = read(resource, data, name)
    with transaction.atomic():
        if token:
            held.once(token, by, now)
        made = _store(resource(ListNames(), by, now), rows, notes)
        stored = made.may_confirm and made.fingerprint == fingerprint
        if not stored:
            transaction.set_rollback(True)
    return made, stored


# Reading


def read(resource: Any, data: bytes, name: str) -> tuple[list[Row], list[str]]:
    """The rows of every sheet that has the list's columns, and what is not read, in sentences."""
    columns = resource.columns()
    needed = [name for name, column in columns.items() if column.needed]
    rows: list[Row] = []
    notes: list[str] = []
    found = False
    for sheet in files.sheets_of(data, name):
        notes.extend(sheet.notes)
        at = _heading(resource, sheet, needed)
        if at is not None:
            found = True
            places = _places(resource, sheet, sheet.rows[at][1], notes)
            rows.extend(_rows(resource, sheet, at, places))
        elif sheet.rows:
            notes.append(f"{_named(sheet)} was not read. {_why_no_heading(sheet, needed)}")
    if not found:
        raise Refused(" ".join(notes[:5]))
    if len(rows) > MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} rows. Bring it in parts.")
    if not rows:
        raise Refused(" ".join(["This file has headings and no rows under them.", *notes[:5]]))
    return rows, notes


def _named(sheet: Sheet) -> str:
    return f"Sheet “{sheet.name}”" if sheet.name else "The file"


def _words(resource: Any) -> dict[str, str]:
    """What a heading may say → the column: its name, or the words of the field on its page.

    Not those of a slug, which is an “address” there: a column of that name has streets in it.
    """
    labels = {f.name: str(f.verbose_name) for f in resource._meta.model._meta.fields}
    found = {}
    for column in resource.columns():
        found[_folded(labels.get(column, column))] = column
    found.pop("address", None)
    return found | {_folded(column): column for column in resource.columns()}


def _folded(heading: str) -> str:
    return folded(heading.replace("_", " "))


def _heading(resource: Any, sheet: Sheet, needed: Sequence[str]) -> int | None:
    """Which of its rows has the columns that every file needs."""
    words = _words(resource)
    for at, (_, cells) in enumerate(sheet.rows[:HOW_FAR_DOWN]):
        there = {words.get(_folded(cell)) for cell in cells}
        if there.issuperset(needed):
            return at
    return None


def _why_no_heading(sheet: Sheet, needed: Sequence[str]) -> str:
    columns = (
        f"columns {', '.join(needed[:-1])} and {needed[-1]}"
        if needed[1:]
        else (f"column {needed[0]}")
    )
    first = ", ".join(cell.strip()[:40] for cell in sheet.rows[0][1] if cell.strip())[:200]
    return f"None of its first {HOW_FAR_DOWN} rows has the {columns}; the first one says: {first}."


def _places(resource: Any, sheet: Sheet, cells: Sequence[str], notes: list[str]) -> dict[str, int]:
    """Where each column of the list stands. One that is not a column of it is named, not read."""
    words = _words(resource)
    informing = {f.column_name for f in resource.fields.values()} - resource.columns().keys()
    places: dict[str, int] = {}
    unknown = []
    for place, cell in enumerate(cells):
        heading = cell.strip()
        column = words.get(_folded(heading))
        if column in places:
            raise Refused(
                f"{_named(sheet)} has two columns “{column}”: keep the one that is right."
            )
        if column:
            places[column] = place
        elif heading and heading not in informing:
            unknown.append(f"“{heading[:60]}”")
    if unknown:
        notes.append(
            f"{_named(sheet)}: not read, for the list has no such column: {', '.join(unknown)}."
        )
    return places


def _rows(resource: Any, sheet: Sheet, at: int, places: dict[str, int]) -> Iterable[Row]:
    for number, cells in sheet.rows[at + 1 :]:
        texts = {
            name: resource.plain(cells[place]) if place < len(cells) else ""
            for name, place in places.items()
        }
        row = Row(sheet.name, number, texts)
        faults = [
            f"{sheet.cell(number, place + 1)} {sheet.faults[number, place + 1]}."
            for place in places.values()
            if (number, place + 1) in sheet.faults
        ]
        if faults:
            row.refuse(*faults)
        if faults or any(texts.values()):
            yield row


# Storing, which the preview takes back


class Standing(BaseInstanceLoader):
    """The rows of the records that a file is about, read once and held until it is stored."""

    def __init__(self, resource: Any, keys: Iterable[tuple]) -> None:
        super().__init__(resource)
        self.found: dict[tuple, Any] = {}
        for some in batched(sorted({key[0] for key in keys}), A_THOUSAND):
            rows = resource.get_queryset().filter(**{f"{resource.narrow}__in": some})
            for instance in rows.select_for_update(of=("self",)).order_by("pk"):
                self.learn(instance)

    def get_instance(self, row: dict[str, str]) -> Any:
        return self.found.get(self.resource.key(row))

    def learn(self, instance: Any) -> None:
        self.found[self.resource.key_of(instance)] = instance


def _store(resource: Any, rows: list[Row], notes: list[str]) -> Preview:
    first: dict[tuple, Row] = {}
    for row in rows:
        row.what = ", ".join(
            row.texts[name][:80]
            for name, c in resource.columns().items()
            if c.key and row.texts.get(name)
        )
        if row.status == REFUSED:
            continue
        try:
            row.key = resource.key(row.texts)
        except Refused as refusal:
            row.refuse(str(refusal))
            continue
        if row.key in first:
            where = first[row.key].where
            row.refuse(f"The file says this {resource.one} twice, here and in {where}. Keep one.")
            continue
        first[row.key] = row
    standing = Standing(resource, first)
    for row in sorted(first.values(), key=lambda row: resource.turn(row.key)):
        _store_row(resource, standing, row)
    resource.finish()
    touched = [
        (row.instance, {name for name, _, _ in row.differences})
        for row in rows
        if row.status in (NEW, CHANGED)
    ]
    remarks = resource.remarks(touched) if touched else {}
    objections = resource.objections(touched) if touched else {}
    for row in rows:
        if row.instance is not None:
            row.remark = remarks.get(row.instance.pk, "")
            if objection := objections.get(row.instance.pk):
                row.refuse(objection)
    return Preview(rows, notes)


def _store_row(resource: Any, standing: Standing, row: Row) -> None:
    told = resource.import_row(row.texts, standing, row_number=row.number, using_transactions=True)
    if told.validation_error is not None:
        row.refuse(*_in_words(told.validation_error))
        return
    if told.errors:
        error = told.errors[0].error
        if not isinstance(error, Refused):
            raise error
        row.refuse(str(error))
        return
    row.status = NEW if told.is_new() else UNCHANGED if told.is_skip() else CHANGED
    row.instance, row.what = told.instance, str(told.instance)
    row.differences, row.reopened = told.differences, told.reopened


def _in_words(error: ValidationError) -> list[str]:
    """“email: Enter a valid email address.”"""
    said = (
        error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    )
    return [
        message if name == NON_FIELD_ERRORS else f"{name}: {message}"
        for name, messages in said.items()
        for message in messages
    ]
