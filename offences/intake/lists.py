"""A list from a spreadsheet → what it would do, row by row → the records (docs/lists.md).

The preview is the import itself, undone: every row is stored in the file's order, the database
applies its rules to each, and all of it is rolled back.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from import_export.instance_loaders import BaseInstanceLoader

from offences.english import and_list
from offences.intake import pending, spreadsheets
from offences.intake.preview import CHANGED, NEW, REFUSED, UNCHANGED, Preview
from offences.intake.spreadsheets import TextSheet
from offences.intake.workbook.layouts import HEADING_ROWS
from offences.refused import Refused
from offences.resources.list_resource import Difference, Key, ListResource, fold_heading

MOST_ROWS = 5_000
A_THOUSAND = 1_000  # keys in one query

type List = type[ListResource]


@dataclass
class ListRow:
    """One row of the file, and what confirming would do with it."""

    sheet: str
    number: int
    texts: dict[str, str]  # by column; a column that the file lacks is not here
    status: str = ""
    reasons: list[str] = field(default_factory=list)
    what: str = ""
    differences: list[Difference] = field(default_factory=list)
    remark: str = ""
    reopened: bool = False  # its return loses its checked mark
    key: Key = ()
    instance: Any = None  # a record of the list

    @property
    def where(self) -> str:
        return f"{self.sheet}, row {self.number}" if self.sheet else f"row {self.number}"

    @property
    def fingerprinted(self) -> tuple[object, ...]:
        return (self.where, self.status, self.key, self.differences, self.remark, self.reopened)

    def refuse(self, *reasons: str) -> None:
        self.status, self.reasons = REFUSED, list(reasons)


class ListPreview(Preview[ListRow]):
    """Every row of a list with what it would do."""

    @property
    def unchecked(self) -> list[str]:
        """The returns that are no longer marked as checked."""
        return [row.what for row in self.rows if row.reopened]


def preview(resource: List, data: bytes, name: str, *, by: User, now: dt.datetime) -> ListPreview:
    """Preview a file's changes to a list. Nothing is stored."""
    rows, notes = read(resource, data, name)
    with transaction.atomic():
        made = _store(resource(by, now), rows, notes)
        transaction.set_rollback(True)
    return made


def confirm(
    resource: List,
    data: bytes,
    name: str,
    fingerprint: str,
    *,
    by: User,
    now: dt.datetime,
    token: str = "",
) -> tuple[ListPreview, bool]:
    """Store what was previewed, all of it or nothing, and say whether it is stored.

    If the records have changed since, nothing is; the preview is new. Of a file pending under a
    `token`, AlreadyStored the second time.
    """
    rows, notes = read(resource, data, name)
    with transaction.atomic():
        if token:
            pending.confirm_once(token, by, now)
        made = _store(resource(by, now), rows, notes)
        stored = made.allows(fingerprint)
        if not stored:
            transaction.set_rollback(True)
    return made, stored


# Reading


def read(resource: List, data: bytes, name: str) -> tuple[list[ListRow], list[str]]:
    """The rows of every sheet that has the list's columns, and notes on what is not read."""
    columns = resource.columns()
    needed = [name for name, column in columns.items() if column.needed]
    rows: list[ListRow] = []
    notes: list[str] = []
    found = False
    for sheet in spreadsheets.sheets_of(data, name):
        notes.extend(sheet.notes)
        at = _heading(resource, sheet, needed)
        if at is not None:
            found = True
            places = _places(resource, sheet, sheet.rows[at][1], notes)
            rows.extend(_rows(resource, sheet, at, places))
        elif sheet.rows:
            names = f"column{'s' if len(needed) > 1 else ''} {and_list(needed)}"
            first = ", ".join(c.strip()[:40] for c in sheet.rows[0][1] if c.strip())[:200]
            none = f"None of its first {HEADING_ROWS} rows has the {names}"
            notes.append(f"{sheet} was not read. {none}; the first one says: {first}.")
    if not found:
        raise Refused(" ".join(notes[:5]))
    if len(rows) > MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} rows. Upload it in parts.")
    if not rows:
        raise Refused(" ".join(["This file has headings and no rows under them.", *notes[:5]]))
    return rows, notes


def _heading(resource: List, sheet: TextSheet, needed: Sequence[str]) -> int | None:
    """The row with the columns that every file needs."""
    names = resource.headings()
    heads = [{names.get(fold_heading(c)) for c in cells} for _, cells in sheet.rows[:HEADING_ROWS]]
    return next((at for at, found in enumerate(heads) if found.issuperset(needed)), None)


def _places(
    resource: List, sheet: TextSheet, cells: Sequence[str], notes: list[str]
) -> dict[str, int]:
    """The place of each column of the list. Other columns are named, not read."""
    names = resource.headings()
    informing = {*resource().get_export_headers()} - resource.columns().keys()
    places: dict[str, int] = {}
    unknown = []
    for place, cell in enumerate(cells):
        heading = cell.strip()
        column = names.get(fold_heading(heading))
        if column in places:
            raise Refused(f"{sheet} has two columns “{column}”: keep the one that is right.")
        if column:
            places[column] = place
        elif heading and heading not in informing:
            unknown.append(f"“{heading[:60]}”")
    if unknown:
        notes.append(f"{sheet}: not read, as the list has no such column: {', '.join(unknown)}.")
    return places


def _rows(resource: List, sheet: TextSheet, at: int, places: dict[str, int]) -> Iterable[ListRow]:
    for number, cells in sheet.rows[at + 1 :]:
        filled = [*cells, *[""] * (max(places.values()) + 1)]
        texts = {name: resource.unescape(filled[place]) for name, place in places.items()}
        row = ListRow(sheet.name, number, texts)
        if faults := sheet.faults_in(number, [place + 1 for place in places.values()]):
            row.refuse(*(f"{fault}." for fault in faults))
        if faults or any(texts.values()):
            yield row


# Storing, which the preview undoes


class CurrentRows(BaseInstanceLoader):
    """The stored rows that a file is about, read once and locked until it is stored."""

    def __init__(self, resource: ListResource, keys: Iterable[Key]) -> None:
        super().__init__(resource)
        self.found: dict[Key, Any] = {}
        for some in batched(sorted({key[0] for key in keys}), A_THOUSAND):
            rows = resource.get_queryset().filter(**{f"{resource.keys[0]}__in": some})
            for instance in rows.select_for_update(of=("self",)).order_by("pk"):
                self.add(instance)

    def get_instance(self, row: dict[str, str]) -> Any:
        return self.found.get(self.resource.key(row))

    def add(self, instance: models.Model) -> None:
        self.found[self.resource.key_of(instance)] = instance


def _store(resource: ListResource, rows: list[ListRow], notes: list[str]) -> ListPreview:
    by_key = _rows_by_key(resource, rows)
    current = CurrentRows(resource, by_key)
    for row in sorted(by_key.values(), key=lambda row: resource.turn(row.key)):
        _store_row(resource, current, row)
    resource.finish()
    stored = [row for row in rows if row.status in (NEW, CHANGED)]
    touched = [(row.instance, {name for name, _, _ in row.differences}) for row in stored]
    remarks = resource.remarks(touched) if touched else {}
    objections = resource.objections(touched) if touched else {}
    for row in (row for row in rows if row.instance is not None):
        row.remark = remarks.get(row.instance.pk, "")
        if objection := objections.get(row.instance.pk):
            row.refuse(objection)
    return ListPreview(rows, notes)


def _rows_by_key(resource: ListResource, rows: list[ListRow]) -> dict[Key, ListRow]:
    """The rows whose key can be read, each key once; the others are refused."""
    found: dict[Key, ListRow] = {}
    for row in rows:
        named = [name for name, column in resource.columns().items() if column.key]
        row.what = ", ".join(row.texts[name][:80] for name in named if row.texts.get(name))
        if row.status == REFUSED:
            continue
        try:
            row.key = resource.key(row.texts)
            if (same := found.setdefault(row.key, row)) is not row:
                where = f"twice, here and in {same.where}"
                raise Refused(f"The file has this {resource.one} {where}. Keep one.")
        except Refused as refusal:
            row.refuse(str(refusal))
    return found


def _store_row(resource: ListResource, current: CurrentRows, row: ListRow) -> None:
    result = resource.import_row(row.texts, current, row_number=row.number, using_transactions=True)
    if result.validation_error is not None:
        row.refuse(*_messages(result.validation_error))
    elif result.errors:
        error = result.errors[0].error
        if not isinstance(error, Refused):
            raise error
        row.refuse(str(error))
    else:
        row.status = NEW if result.is_new() else UNCHANGED if result.is_skip() else CHANGED
        row.instance, row.what = result.instance, str(result.instance)
        row.differences, row.reopened = result.differences, result.reopened


def _messages(error: ValidationError) -> list[str]:
    """Each fault of a row, with its column: “email: Enter a valid email address.”"""
    if not hasattr(error, "error_dict"):
        return error.messages
    by_field = [(name, text) for name, texts in error.message_dict.items() for text in texts]
    return [text if name == NON_FIELD_ERRORS else f"{name}: {text}" for name, text in by_field]
