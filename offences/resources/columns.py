"""The columns of a list: where values come from, and how an import sets them.

Fields of django-import-export, with the rules that people who fill in spreadsheets need: an empty
cell leaves a value as it is, EMPTY empties it, and what the list's own export would say changes
nothing.
"""

from collections.abc import Callable
from typing import Any

from django.db import models
from import_export.fields import Field
from import_export.widgets import Widget

from offences.models import Normalised, folded
from offences.refused import Refused
from offences.resources.widgets import as_typed, implied_by, join_texts

EMPTY = "[empty]"  # what a cell says to empty a value on purpose


def field_of(instance: models.Model | type[models.Model], name: str) -> Any:
    """The model's field, or None if the name is a path or a relation from elsewhere."""
    return next((f for f in instance._meta.fields if f.name == name), None)


class ListColumn(Field):
    """One column of a list, whose name and the model's field say all that is not given here.

    `attribute` is where the text to export is found; `sets` is the model's field that an import
    sets, if that is a different one. A column of the `key` says which row is meant and changes
    nothing; it is `needed` in every file, unless the field has a default.
    """

    def __init__(self, words: str, widget=None, *, attribute="", sets="", key=False) -> None:
        super().__init__(attribute)
        self.words, self.widget, self.sets, self.key = words, widget, sets, key

    def bind(self, name: str, model: type[models.Model]) -> None:
        """Take what the column's name and the model's field say."""
        self.attribute = self.attribute or name
        self.sets = self.sets or self.attribute
        field = field_of(model, self.sets)
        self.widget = self.widget or implied_by(field)
        self.needed = self.key and not (field and field.has_default())

    def shown(self, instance: models.Model) -> str:
        """The present value of the column, as text."""
        return str(self.export(instance))

    def update(self, instance: models.Model, text: str, row: dict, resource: Any) -> bool:
        """Set the value in the cell; return whether it changes anything."""
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
            self.set(instance, value, resource)
        return self.shown(instance) != before

    def set(self, instance: models.Model, value: Any, resource: Any) -> None:
        setattr(instance, self.sets, value)

    def clear(self, instance: models.Model) -> None:
        field = instance._meta.get_field(self.sets)
        assert isinstance(field, models.Field)
        if not field.blank or field.get_internal_type() == "BooleanField":
            raise Refused("It cannot be empty.")
        setattr(instance, self.sets, None if field.null else "")


class ManyColumn(ListColumn):
    """Many related rows in one cell, with semicolons between them."""

    def __init__(self, words: str, widget: Widget, *, name: Callable[[Any], str], reads="") -> None:
        super().__init__(words, widget)
        self.name = name  # what is written of each
        self.reads = reads  # the rows that this reads besides its own, as prefetch_related has it

    def rows(self, instance: models.Model) -> list:
        waiting = instance.__dict__.get("_many", {})
        if self.attribute in waiting:
            return waiting[self.attribute]
        return list(getattr(instance, self.attribute).all()) if instance.pk else []

    def export(self, instance, **kwargs):
        return join_texts(sorted(self.name(row) for row in self.rows(instance)))

    def set(self, instance, value, resource):
        """Wait until the row itself is stored."""
        instance.__dict__.setdefault("_many", {})[self.attribute] = value

    def clear(self, instance):
        self.set(instance, [], None)

    def store(self, instance: Any, resource: Any, is_new: bool) -> None:
        """Store what waits, once the row is stored; the resource adds for many rows at once."""
        field = instance._meta.get_field(self.attribute)
        own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
        through = field.remote_field.through
        wanted = {row.pk for row in self.rows(instance)}
        current = set() if is_new else {r.pk for r in getattr(instance, self.attribute).all()}
        if removed := current - wanted:
            through.objects.filter(**{own: instance.pk, f"{other}__in": removed}).delete()
        resource.later.extend(
            through(**{f"{own}_id": instance.pk, f"{other}_id": pk})
            for pk in sorted(wanted - current)
        )


class NamesColumn(Field):
    """Related rows in one cell of an export; an import does not read it."""

    reads = ""  # as ManyColumn has it: no rows besides its own

    def __init__(self, attribute: str, name: Callable[[Any], str]) -> None:
        super().__init__(attribute, readonly=True)
        self.name = name  # what is written of each

    def export(self, instance, **kwargs):
        rows = getattr(instance, self.attribute).all() if instance.pk else ()
        return join_texts([self.name(row) for row in rows])


class SpellingsColumn(ManyColumn):
    """A force's spellings. A cell adds those it has; they are deleted only on the force's page."""

    def set(self, instance, value, resource):
        current = self.rows(instance)
        known = {row.folded for row in current}
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
        super().set(instance, [*current, *new], resource)

    def clear(self, instance):
        raise Refused("An import deletes no spelling. Delete it on the force’s page.")

    def store(self, instance, resource, is_new):
        for row in self.rows(instance):
            if row.pk is None:
                row.force = instance
                row.save()


class MembersColumn(ManyColumn):
    """The members of a crossing's category: “age/10; sex/girls”, in the same measure."""

    def set(self, instance, value, resource):
        found = [resource.names.category_at(instance.breakdown, text) for text in value]
        if any(category.breakdown_id == instance.breakdown_id for category in found):
            raise Refused("A category of the same breakdown cannot be a member.")
        super().set(instance, list(dict.fromkeys(found)), resource)


class FollowsColumn(ListColumn):
    """The request that a later one follows: its number, if it is of the same round and force."""

    def export(self, instance, **kwargs):
        first = instance.follows
        if first is None:
            return ""
        if (first.round_id, first.force_id) == (instance.round_id, instance.force_id):
            return first.number
        return f"{first.round.slug}/{first.force.slug}/{first.number}"

    def set(self, instance, value, resource):
        first = resource.current.found.get((instance.round_id, instance.force_id, value))
        if first is None:
            raise Refused(f"{instance.force} has no request {value} in {instance.round}.")
        super().set(instance, first, resource)
