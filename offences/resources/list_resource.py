"""Lists that can be uploaded from a spreadsheet: the meaning and storing of a row."""

from itertools import groupby
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from import_export.results import RowResult

from offences.english import and_list
from offences.models import ForceSpelling, Normalised
from offences.refused import Refused
from offences.resources import widgets
from offences.resources.columns import ListColumn, ManyColumn, field_of
from offences.resources.export import SafeResource, unescape
from offences.resources.names import NameLookup, fold

type Difference = tuple[str, str, str]
"""(column, before, after), as a spreadsheet has them."""

type Key = tuple[Any, ...]
"""The key of a row: a force's address; a round, a force and a number."""


LISTS: dict[type[models.Model], type["ListResource"]] = {}


def fold_heading(heading: str) -> str:
    return fold(heading.replace("_", " "))


class ListRowResult(RowResult):
    """The changes of storing one row, and whether a return lost its *checked* mark by it."""

    differences: list[Difference]
    reopened: bool


class ListResource(SafeResource):
    """A list whose rows are stored one by one, each by the columns that the file has."""

    model: ClassVar[type[models.Model]]
    fields: dict[str, Any]  # by the metaclass, as `_meta` is
    _meta: ClassVar[Any]
    one = ""  # what a row is, in a sentence
    keys: tuple[str, ...] = ()  # the fields of a key; by the first, few rows are read
    personal = False  # names and addresses of people
    unescape = staticmethod(unescape)

    class Meta:
        skip_diff = True  # what differs is noted while the columns are set
        store_instance = True

    def __init__(self, by: Any = None, now: Any = None, **kwargs: Any) -> None:
        """An export needs no person and no moment."""
        super().__init__(**kwargs)
        self.by, self.now, self.names = by, now, NameLookup()
        self.current: Any = None  # the rows in the records, by their keys
        self.differences: list[Difference] = []
        self.reopened = False
        self.later: list[Any] = []  # rows that join two others, stored by `finish`

    @classmethod
    def columns(cls) -> dict[str, ListColumn]:
        """The columns that are read; a field that is no ListColumn is for information."""
        return {f.column_name: f for f in cls.fields.values() if isinstance(f, ListColumn)}

    @classmethod
    def headings(cls) -> dict[str, str]:
        """Accepted heading, folded → its column: by the column's name, or its field's.

        Not the name of a slug, “address”: a column of that name has streets in it.
        """
        labels = {f.name: str(f.verbose_name) for f in cls.model._meta.fields}
        found = {fold_heading(labels.get(column, column)): column for column in cls.columns()}
        found.pop("address", None)
        return found | {fold_heading(column): column for column in cls.columns()}

    # What each list defines

    def init_instance(self, row=None):
        """A new row with its key; Refused if it is not clear which is meant."""
        raise NotImplementedError

    def key(self, row: dict[str, str]) -> Key:
        return self.key_of(self.init_instance(row))

    def key_of(self, instance: Any) -> Key:
        return tuple(getattr(instance, name) for name in self.keys)

    def turn(self, key: Key) -> int:
        """Rows are stored in this order, then in the file's."""
        return 0

    def nearest(self, instance: Any) -> str:
        """As a question: the row that may be meant by a new one that lacks what it needs."""
        return ""

    def check(self, instance: Any, changed: set[str]) -> None:
        """Raise ValidationError, by column, for rules that the table does not have."""

    def saved(self, instance: Any, is_create: bool, changed: set[str]) -> None:
        """Do what else follows from a change."""

    def remarks(self, rows: list[tuple[Any, set[str]]]) -> dict[int, str]:
        """Remarks for a person on some of these rows and their changes, by primary key."""
        return {}

    def objections(self, rows: list[tuple[Any, set[str]]]) -> dict[int, str]:
        """Why some of these rows cannot be changed like this, by primary key."""
        return {}

    def key_text(self, row: dict[str, str], column: str, field: Normalised | None = None) -> str:
        """The text of a column of the key; a person's name or address as its field stores it."""
        text = row.get(column, "")
        text = widgets.TextWidget().clean(field.to_python(text) if field else text)
        if not text:
            raise Refused(f"The column {column} is empty here: it says which {self.one} is meant.")
        return text

    # The steps of django-import-export, in its order

    @classmethod
    def get_row_result_class(cls):
        return ListRowResult

    def get_or_init_instance(self, instance_loader, row):
        self.current = instance_loader
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
                if column.update(instance, row[name], row, self):
                    self.differences.append((name, before, column.shown(instance)))
            except Refused as refusal:
                faults[name] = str(refusal)
        if faults:
            raise ValidationError(faults)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return not (instance._state.adding or self.differences or import_validation_errors)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """Apply the rules of the changed fields; the database applies those of the table."""
        if import_validation_errors:
            raise ValidationError(import_validation_errors)
        changed = {name for name, _, _ in self.differences}
        validated = {self.columns()[name].sets for name in changed}
        if instance._state.adding:
            self._refuse_gaps(instance)
            validated = {f.name for f in instance._meta.fields if not f.is_relation}
        instance.clean_fields({f.name for f in instance._meta.fields if f.name not in validated})
        self.check(instance, changed)

    def save_instance(self, instance, is_create, row, **kwargs):
        changed = {name for name, _, _ in self.differences}
        columns = [self.columns()[name] for name in changed]
        own = [c.sets for c in columns if not isinstance(c, ManyColumn)]
        waiting = len(self.later)
        try:
            with transaction.atomic():
                if is_create:
                    instance.save(force_insert=True)
                elif own:  # its own fields alone: another person may have the others open
                    instance.save(update_fields=own)
                for column in columns:
                    if isinstance(column, ManyColumn):
                        column.store(instance, self, is_create)
                self.saved(instance, is_create, changed)
        except DatabaseError as objection:
            del self.later[waiting:]
            raise ValidationError(describe_objection(instance, objection)) from objection

    def save_m2m(self, instance, row, **kwargs):
        """Stored with the row, or by `finish`."""

    def finish(self) -> None:
        """Store what can wait until every row is stored: a few statements for thousands of rows."""
        rows = sorted(self.later, key=lambda row: row._meta.label)
        for _, some in groupby(rows, key=lambda row: row._meta.label):
            made = list(some)
            type(made[0])._default_manager.bulk_create(made, batch_size=1000)
        self.later = []

    def after_import_row(self, row, row_result, **kwargs):
        row_result.differences, row_result.reopened = self.differences, self.reopened
        if row_result.is_new():
            self.current.add(row_result.instance)

    def _refuse_gaps(self, instance: Any) -> None:
        missing = [
            name
            for name, column in self.columns().items()
            if isinstance(field := field_of(instance, column.sets), models.CharField)
            and not field.blank
            and not getattr(instance, column.sets)
        ]
        if missing:
            raise ValidationError(
                f"This would be a new {self.one}, and a new one needs {and_list(missing)}."
                f"{self.nearest(instance)}"
            )


def of_model(model: type[models.Model]):
    """Register a list; Meta.model would add a column for every field, in alphabetical order."""

    def register(resource: type[ListResource]) -> type[ListResource]:
        resource.model = model
        resource._meta.model = model
        for name, column in resource.columns().items():
            column.bind(name, model)
        LISTS[model] = resource
        return resource

    return register


def describe_objection(instance: models.Model, objection: DatabaseError) -> str | dict:
    """Describe what the database refused, in the words of the table's own rules."""
    for rule in instance._meta.constraints:
        if rule.name in str(objection):
            return str(rule.violation_error_message)
    try:
        instance.validate_unique()
        instance.validate_constraints()
    except ValidationError as error:
        return error.message_dict
    if ForceSpelling._meta.db_table in str(objection):
        return "Another force already has this spelling."
    return "The database refuses this row."
