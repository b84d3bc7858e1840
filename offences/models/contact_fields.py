"""Fields for names and addresses of people, stored as they look, however they were typed.

Texts that look alike must be alike: a contact who asked us to stop would otherwise come back as
another one, by a mark that nobody sees in the address of a spreadsheet.
"""

import unicodedata
from typing import Any

from django import forms
from django.db import models

from offences.unseen import UNSEEN


def normalise_text(text: str) -> str:
    """Return a text in one form (NFKC): no invisible characters, single spaces."""
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(unicodedata.normalize("NFKC", seen).split())


def normalise_address(text: str) -> str:
    """Return an e-mail address in one form; capitals in its domain mean nothing."""
    name, at, domain = normalise_text(text).rpartition("@")
    return f"{name}{at}{normalise_text(domain.lower())}"


class Normalised:
    """A field, of a table or of a form, whose text is normalised."""

    read = staticmethod(normalise_text)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)  # type: ignore[misc]
        return self.read(text) if isinstance(text, str) else text


class NormalisedAddress(Normalised):
    read = staticmethod(normalise_address)


class NameInput(Normalised, forms.CharField):
    pass


class AddressInput(NormalisedAddress, forms.EmailField):
    pass


class NameField(Normalised, models.CharField):
    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs  # the column is no other

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": NameInput, **kwargs})


class AddressField(NormalisedAddress, models.EmailField):
    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.EmailField", args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": AddressInput, **kwargs})
