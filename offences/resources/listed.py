"""A list that is brought back from a spreadsheet: what one row means and what storing it does.

A ModelResource of django-import-export. What a whole file would do is told by `imports.lists`.
"""

import datetime as dt
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from import_export.results import RowResult

from offences.models import ForceSpelling
from offences.refused import Refused
from offences.resources.columns import Column, Names, Several, field_of
from offences.resources.export import SafeResource, plain

type Difference = tuple[str, str, str]
"""(column, before, after), as a spreadsheet would hold them."""


class Result(RowResult):
    """What one row did, and besides: whether a return lost its *checked* mark by it."""

    differences: list[Difference]
    reopened: bool


class ListResource(SafeResource):
    """A list whose rows are stored one by one, each by the columns that the file has."""

    one = ""  # what a row is, in a sentence
    narrow = ""  # the field that the first part of a key stands in, so that few rows are read
    personal = False  # names and addresses of people
    plain = staticmethod(plain)

    class Meta:
        skip_diff = True  # what differs is noted while the columns are set
        store_instance = True

    def __init__(
        self,
        names: Names | None = None,
        by: User | None = None,
        now: dt.datetime | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.names: Any = names
        self.by: Any = by
        self.now: Any = now
        self.standing: Any = None  # the rows in the records, by their keys
        self.differences: list[Difference] = []
        self.reopened = False
        self.later: list[Any] = []  # rows that join two others, stored by `finish`

    @classmethod
    def columns(cls) -> dict[str, Column]:
        """The columns that are read; a field that is no Column is for information."""
        fields = cls.fields  # type: ignore[misc]  # the metaclass puts them on the class
        return {f.column_name: f for f in fields.values() if isinstance(f, Column)}

    # What each list says of itself

    def key(self, row: dict[str, str]) -> tuple:
        """Which row of the records is meant; Refused where that cannot be told."""
        raise NotImplementedError

    def key_of(self, instance: Any) -> tuple:
        raise NotImplementedError

    def turn(self, key: tuple) -> int:
        """Rows are stored by this, then in the file's order."""
        return 0

    def init_instance(self, row=None):
        """A new row with its key."""
        raise NotImplementedError

    def nearest(self, instance: Any) -> str:
        """“ Did you mean …?”, for a row that seems new and has not what a new one needs."""
        return ""

    def check(self, instance: Any, changed: set[str]) -> None:
        """Rules besides those of the table: ValidationError, by column."""

    def saved(self, instance: Any, is_create: bool, changed: set[str]) -> None:
        """What else a change brings with it."""

    def remarks(self, rows: list[tuple[Any, set[str]]]) -> dict[int, str]:
        """What a person should know of some of these rows and their changes, by primary key."""
        return {}

    def objections(self, rows: list[tuple[Any, set[str]]]) -> dict[int, str]:
        """Why some of these rows cannot be changed as they would be, by primary key."""
        return {}

    # The steps of django-import-export, in the order in which it takes them

    @classmethod
    def get_row_result_class(cls):
        return Result

    def get_or_init_instance(self, instance_loader, row):
        self.standing = instance_loader
        instance = instance_loader.get_instance(row)
        return (instance, False) if instance else (self.init_instance(row), True)

    def import_instance(self, instance, row, **kwargs):
        self.differences, self.reopened = [], False
        faults: dict[str, str] = {}
        for name, column in self.columns().items():
            if column.key or name not in row:
                continue
            before = column.shown(instance)
            try:
                if column.bring(instance, row[name], row, self):
                    self.differences.append((name, before, column.shown(instance)))
            except Refused as refusal:
                faults[name] = str(refusal)
        if faults:
            raise ValidationError(faults)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return not (instance._state.adding or self.differences or import_validation_errors)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """The rules of the fields that are new; those of the table are the database's to say."""
        if import_validation_errors:
            raise ValidationError(import_validation_errors)
        changed = {name for name, _, _ in self.differences}
        told = {self.columns()[name].sets for name in changed}
        if instance._state.adding:
            self._refuse_gaps(instance)
            told = {f.name for f in instance._meta.fields if not f.is_relation}
        instance.clean_fields({f.name for f in instance._meta.fields if f.name not in told})
        self.check(instance, changed)

    def save_instance(self, instance, is_create, row, **kwargs):
        changed = {name for name, _, _ in self.differences}
        columns = [self.columns()[name] for name in changed]
        own = [c.sets for c in columns if not isinstance(c, Several)]
        waiting = len(self.later)
        try:
            with transaction.atomic():
                if is_create:
                    instance.save(force_insert=True)
                elif own:  # its own fields alone: another person may have the others open
                    instance.save(update_fields=own)
                for column in columns:
                    if isinstance(column, Several):
                        column.keep(instance, self, is_create)
                self.saved(instance, is_create, changed)
        except DatabaseError as objection:
            del self.later[waiting:]
            raise ValidationError(objection_in_words(instance, objection)) from objection

    def save_m2m(self, instance, row, **kwargs):
        """Stored with the row, or by `finish`."""

    def finish(self) -> None:
        """What can wait until every row is stored: a few statements for thousands of rows."""
        rows = sorted(self.later, key=lambda row: row._meta.label)
        for _, some in groupby(rows, key=lambda row: row._meta.label):
            made = list(some)
            type(made[0])._default_manager.bulk_create(made, batch_size=1000)
        self.later = []

    def after_import_row(self, row, row_result, **kwargs):
        row_result.differences, row_result.reopened = self.differences, self.reopened
        if row_result.is_new():
            self.standing.learn(row_result.instance)

    def _refuse_gaps(self, instance: Any) -> None:
        missing = [
            name
            for name, column in self.columns().items()
            if isinstance(field := field_of(instance, column.sets), models.CharField)
            and not field.blank
            and not getattr(instance, column.sets)
        ]
        if missing:
            words = f"{', '.join(missing[:-1])} and {missing[-1]}" if missing[1:] else missing[0]
            raise ValidationError(
                f"This would be a new {self.one}, and a new one needs {words}."
                f"{self.nearest(instance)}"
            )


def objection_in_words(instance: models.Model, objection: DatabaseError) -> str | dict:
    """What the database refused, as the table's own rules put it."""
    for rule in instance._meta.constraints:
        if rule.name in str(objection):
            return str(rule.violation_error_message)
    try:
        instance.validate_unique()
        instance.validate_constraints()
    except ValidationError as told:
        return told.message_dict
    if ForceSpelling._meta.db_table in str(objection):
        return "A force is known by this spelling already."
    return "The database refuses this row."
