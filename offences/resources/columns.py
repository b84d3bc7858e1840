"""The columns of a list: how each value is written in a spreadsheet, and read back from one.

Widgets and fields of django-import-export, with the rules that people who fill in spreadsheets
need: an empty cell leaves a value as it is, EMPTY empties it, and whatever says what the list's
own export would say changes nothing.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any, Protocol

from django.db import models
from import_export.fields import Field
from import_export.widgets import Widget

from offences.models import (
    Breakdown,
    Category,
    Document,
    FoiRound,
    Force,
    Normalised,
    Offence,
    folded,
)
from offences.refused import Refused

EMPTY = "[empty]"  # what a cell says to empty a value on purpose


class Names(Protocol):
    """What the names in a file mean; Refused, with the nearest name, where they mean nothing."""

    def force(self, text: str) -> Force: ...
    def forces_called(self, text: str) -> list[Force]: ...
    def nearest_force(self, text: str) -> str: ...
    def learn_force(self, force: Force, *names: str) -> None: ...
    def round(self, text: str) -> FoiRound: ...
    def breakdown(self, measure: str, breakdown: str) -> Breakdown: ...
    def category(self, breakdown: Breakdown, text: str) -> Category: ...
    def nearest_category(self, breakdown: Breakdown, slug: str) -> str: ...
    def offence(self, text: str) -> Offence: ...
    def document(self, text: str) -> Document: ...


def as_typed(text: str) -> str:
    """A text as it is compared: spaces and line breaks that a program moved do not count."""
    return " ".join(text.split())


def together(texts: list[str]) -> str:
    """Several texts in one cell: “Durham; Essex”. One with a semicolon of its own is quoted."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="").writerow(texts)
    found = out.getvalue()
    return found if '"' in found else "; ".join(texts)


def apart(text: str) -> list[str]:
    """The texts of one cell again."""
    lines = csv.reader([as_typed(text)], delimiter=";", skipinitialspace=True)
    return [part.strip() for line in lines for part in line if part.strip()]


class Text(Widget):
    """A text of one line."""

    def clean(self, value, row=None, **kwargs):
        if any(ord(sign) < 32 and sign not in "\t\n\r" for sign in value):
            raise Refused("It has a character that no text has. Type it anew.")
        return as_typed(value)


class Lines(Text):
    """A text of many lines."""

    def clean(self, value, row=None, **kwargs):
        super().clean(value, row, **kwargs)
        return value


class Whole(Widget):
    """A whole number from 0 on."""

    largest = 32_767  # what the smallest column of any of our databases holds

    def clean(self, value, row=None, **kwargs):
        if not re.fullmatch(r"[0-9]{1,5}", value) or int(value) > self.largest:
            raise Refused(f"“{value[:40]}” is not a whole number from 0 to {self.largest:,}.")
        return int(value)

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else value


class YesNo(Widget):
    said = {"yes": True, "y": True, "true": True, "1": True}
    said |= {"no": False, "n": False, "false": False, "0": False}

    def clean(self, value, row=None, **kwargs):
        try:
            return self.said[value.casefold()]
        except KeyError:
            raise Refused(f"“{value[:40]}” is neither yes nor no.") from None

    def render(self, value, obj=None, **kwargs):
        return "yes" if value else "no"


class Day(Widget):
    """A date: as spreadsheet programs hold it, 2019-06-25, or as it is written here, 25/06/2019."""

    formats = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")

    def clean(self, value, row=None, **kwargs):
        text = value.removesuffix(" 00:00:00")
        for form in self.formats:
            try:
                found = dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date()
            except ValueError:
                continue
            if found.year >= 1900:
                return found
        raise Refused(f"“{value[:40]}” is not a date. Write it like 25/06/2019 or 2019-06-25.")

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else value


class Choice(Widget):
    """One of a few words, as stored or as shown."""

    def __init__(self, choices: list[tuple[str, str]]) -> None:
        super().__init__()
        self.choices = choices

    def clean(self, value, row=None, **kwargs):
        for stored, shown in self.choices:
            if as_typed(value).casefold() in (stored, str(shown).casefold()):
                return stored
        known = ", ".join(stored for stored, _ in self.choices)
        raise Refused(f"“{value[:40]}” is not one of: {known}.")


class Named(Widget):
    """A related row, by a name that `Names` understands; written by what never changes of it."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def clean(self, value, row=None, **kwargs):
        return getattr(kwargs["names"], self.kind)(value)


def field_of(instance: models.Model, name: str) -> Any:
    """The model's field, or None where the name is a path or a relation from elsewhere."""
    return next((f for f in instance._meta.fields if f.name == name), None)


class Column(Field):
    """One column of a list.

    `attribute` is where the text to export is found; `sets` is the model's field that an import
    sets, where that is another. A column of the `key` says which row is meant and changes nothing.
    """

    def __init__(
        self,
        attribute: str,
        words: str,
        widget: Widget | None = None,
        *,
        sets: str = "",
        key: bool = False,
        needed: bool = False,
    ) -> None:
        super().__init__(attribute=attribute, widget=widget or Text())
        self.words = words
        self.sets = sets or attribute
        self.key = key
        self.needed = needed  # in every file; what a new row needs besides, the model says

    def shown(self, instance: models.Model) -> str:
        """What stands in the column now, as text."""
        return str(self.export(instance))

    def bring(self, instance: models.Model, text: str, row: dict, resource: Any) -> bool:
        """Set what the cell says; True where it says something else than what stands there."""
        if isinstance(field := field_of(instance, self.sets), Normalised):
            text = field.to_python(text)
        if not text:
            return False
        before = self.shown(instance)
        if as_typed(text) == as_typed(before):
            return False
        if text.casefold() == EMPTY:
            self.clear(instance)
        else:
            value = self.widget.clean(text, row, names=resource.names, instance=instance)
            self.put(instance, value, resource)
        return self.shown(instance) != before

    def put(self, instance: models.Model, value: Any, resource: Any) -> None:
        setattr(instance, self.sets, value)

    def clear(self, instance: models.Model) -> None:
        field = instance._meta.get_field(self.sets)
        assert isinstance(field, models.Field)
        if not field.blank or field.get_internal_type() == "BooleanField":
            raise Refused("It cannot be empty.")
        setattr(instance, self.sets, None if field.null else "")


class Several(Column):
    """Many related rows in one cell, with semicolons between them."""

    def __init__(
        self,
        attribute: str,
        words: str,
        widget: Widget,
        *,
        name: Callable[[Any], str],
        reads: str = "",
    ) -> None:
        super().__init__(attribute, words, widget)
        self.name = name  # what is written of each
        self.reads = reads or attribute  # the rows that this looks at, as prefetch_related has it

    def rows(self, instance: models.Model) -> list:
        waiting = instance.__dict__.get("_several", {})
        if self.attribute in waiting:
            return waiting[self.attribute]
        return list(getattr(instance, self.attribute).all()) if instance.pk else []

    def export(self, instance, **kwargs):
        return together(sorted(self.name(row) for row in self.rows(instance)))

    def put(self, instance, value, resource):
        instance.__dict__.setdefault("_several", {})[self.attribute] = value

    def clear(self, instance):
        self.put(instance, [], None)

    def keep(self, instance: Any, resource: Any, is_new: bool) -> None:
        """Store what `put` laid by, once the row itself is stored.

        What is added is only handed to the resource, which stores it for many rows at once.
        """
        field = instance._meta.get_field(self.attribute)
        own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
        through = field.remote_field.through
        wanted = {row.pk for row in self.rows(instance)}
        standing = set() if is_new else {r.pk for r in getattr(instance, self.attribute).all()}
        if gone := standing - wanted:
            through.objects.filter(**{own: instance.pk, f"{other}__in": gone}).delete()
        resource.later.extend(
            through(**{f"{own}_id": instance.pk, f"{other}_id": pk})
            for pk in sorted(wanted - standing)
        )


class EachNamed(Named):
    """The related rows that a cell names, each once."""

    def clean(self, value, row=None, **kwargs):
        found = (super(EachNamed, self).clean(name, row, **kwargs) for name in apart(value))
        return list(dict.fromkeys(found))


class Spellings(Several):
    """A force's spellings. A cell adds those it has; only the force's page takes one away."""

    def put(self, instance, value, resource):
        standing = self.rows(instance)
        known = {row.folded for row in standing}
        added: dict[str, str] = {}
        for spelling in value:
            key = folded(spelling)
            if not key or len(spelling) > 120:
                raise Refused(f"“{spelling[:40]}” is no spelling: a name of 1 to 120 characters.")
            owners = [f for f in resource.names.forces_called(spelling) if f != instance]
            if owners:
                raise Refused(f"“{spelling[:80]}” is a spelling of {owners[0]} already.")
            if key not in known:
                added.setdefault(key, spelling)
        model = type(instance).spellings.rel.related_model
        new = [model(force=instance, spelling=s, folded=key) for key, s in added.items()]
        super().put(instance, [*standing, *new], resource)

    def clear(self, instance):
        raise Refused("An import takes no spelling away. Delete it on the force’s page.")

    def keep(self, instance, resource, is_new):
        for row in self.rows(instance):
            if row.pk is None:
                row.force = instance
                row.save()


class EachText(Text):
    """Texts with semicolons between them."""

    def clean(self, value, row=None, **kwargs):
        return [super(EachText, self).clean(text, row, **kwargs) for text in apart(value)]


class Members(Several):
    """What a category of a crossing is crossed of: “age/10; sex/girls”, in the same measure."""

    def put(self, instance, value, resource):
        found = [resource.names.category(instance.breakdown, text) for text in value]
        if any(category.breakdown_id == instance.breakdown_id for category in found):
            raise Refused("A category of the same breakdown cannot be a member.")
        super().put(instance, list(dict.fromkeys(found)), resource)


class Follows(Column):
    """The request that a later one follows: its number, where it is of the same round and force."""

    def export(self, instance, **kwargs):
        first = instance.follows
        if first is None:
            return ""
        if (first.round_id, first.force_id) == (instance.round_id, instance.force_id):
            return first.number
        return f"{first.round.slug}/{first.force.slug}/{first.number}"

    def put(self, instance, value, resource):
        first = resource.standing.found.get((instance.round_id, instance.force_id, value))
        if first is None:
            raise Refused(f"{instance.force} has no request {value} in {instance.round}.")
        super().put(instance, first, resource)
