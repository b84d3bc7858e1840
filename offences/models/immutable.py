"""Rows that only the steps of a release write: no shell, import or bulk action does."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

from django.db import models

_in_step: ContextVar[bool] = ContextVar("a step of a release is being taken", default=False)


@contextmanager
def release_step() -> Iterator[None]:
    """Allow writing such rows. Only `offences.releases` does, after checking who may."""
    token = _in_step.set(True)
    try:
        yield
    finally:
        _in_step.reset(token)


def _refuse(model: type[models.Model], why: str) -> NoReturn:
    name = str(model._meta.verbose_name)
    raise TypeError(f"{'An' if name[0] in 'aeiou' else 'A'} {name} {why}")


CHANGES_BY_STEPS = "changes by the steps of offences.releases alone: prepare, edit, screen, sign."
NEVER_CHANGES = "never changes: make a new release."
NEVER_REMOVED = "is never removed."


class WrittenByStepQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Rows that change only during a step; none is removed in bulk."""

    def _check(self) -> None:
        if not _in_step.get():
            _refuse(self.model, CHANGES_BY_STEPS)

    def update(self, **kwargs: Any) -> int:
        self._check()
        return super().update(**kwargs)

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        self._check()
        return super().bulk_update(*args, **kwargs)

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Row]:
        self._check()
        return super().bulk_create(*args, **kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        _refuse(self.model, NEVER_REMOVED)


class ImmutableQuerySet[Row: models.Model](models.QuerySet[Row]):
    def update(self, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse(self.model, NEVER_CHANGES)

    bulk_update = update

    def delete(self) -> NoReturn:
        _refuse(self.model, NEVER_REMOVED)


class AddedByStepQuerySet[Row: models.Model](ImmutableQuerySet[Row]):
    refused = "is added by its own steps alone, in offences.releases or offences.press, and " + (
        "never changes."
    )

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Row]:
        if not _in_step.get():
            _refuse(self.model, self.refused)
        return super().bulk_create(*args, **kwargs)


class WrittenByStep(models.Model):
    """A row that only a step writes; `loaddata` and the admin are no step."""

    class Meta:
        abstract = True

    def check_may_write(self) -> None:
        if not _in_step.get():
            _refuse(type(self), CHANGES_BY_STEPS)

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        self.check_may_write()
        super().save_base(*args, **kwargs)

    def _save_table(self, *args: Any, **kwargs: Any) -> bool:
        # A loaded fixture bypasses `save` and `save_base`, but comes through here.
        self.check_may_write()
        return super()._save_table(*args, **kwargs)  # type: ignore[misc]  # not in its stubs


class Immutable(WrittenByStep):
    """A copy made once. Nothing changes or removes it through the ORM's row methods."""

    class Meta:
        abstract = True

    def check_may_write(self) -> None:
        if self.pk is not None and not self._state.adding:
            _refuse(type(self), NEVER_CHANGES)

    def delete(self, using: str | None = None, keep_parents: bool = False) -> NoReturn:
        _refuse(type(self), NEVER_REMOVED)


class AddedByStep(Immutable):
    class Meta:
        abstract = True

    def check_may_write(self) -> None:
        super().check_may_write()
        if not _in_step.get():
            _refuse(type(self), AddedByStepQuerySet.refused)
