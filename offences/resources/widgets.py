"""Reading and writing the value of one cell, with messages that say how it is put right."""

import csv
import datetime as dt
import io
import re
from typing import Any

from import_export.widgets import Widget

from offences.refused import Refused


def as_typed(text: str) -> str:
    """A text as it is compared: spaces and line breaks that a program moved do not count."""
    return " ".join(text.split())


def join_texts(texts: list[str]) -> str:
    """Several texts in one cell: “Durham; Essex”. One with a semicolon of its own is quoted."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="").writerow(texts)
    found = out.getvalue()
    return found if '"' in found else "; ".join(texts)


def split_texts(text: str) -> list[str]:
    """The several texts of one cell."""
    lines = csv.reader([as_typed(text)], delimiter=";", skipinitialspace=True)
    return [part.strip() for line in lines for part in line if part.strip()]


class TextWidget(Widget):
    """A text of one line."""

    def clean(self, value, row=None, **kwargs):
        if any(ord(sign) < 32 and sign not in "\t\n\r" for sign in value):
            raise Refused("It has a character that cannot be stored. Type it again.")
        return as_typed(value)


class MultilineWidget(TextWidget):
    """A text of many lines."""

    def clean(self, value, row=None, **kwargs):
        super().clean(value, row, **kwargs)
        return value


class TextsWidget(TextWidget):
    """Texts with semicolons between them."""

    def clean(self, value, row=None, **kwargs):
        return [super(TextsWidget, self).clean(text, row, **kwargs) for text in split_texts(value)]


class WholeNumberWidget(Widget):
    """A whole number from 0 on."""

    largest = 32_767  # what the smallest column of any of our databases holds

    def clean(self, value, row=None, **kwargs):
        if not re.fullmatch(r"[0-9]{1,5}", value) or int(value) > self.largest:
            raise Refused(f"“{value[:40]}” is not a whole number from 0 to {self.largest:,}.")
        return int(value)

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else value


class YesNoWidget(Widget):
    answers = {"yes": True, "y": True, "true": True, "1": True}
    answers |= {"no": False, "n": False, "false": False, "0": False}

    def clean(self, value, row=None, **kwargs):
        try:
            return self.answers[value.casefold()]
        except KeyError:
            raise Refused(f"“{value[:40]}” is neither yes nor no.") from None

    def render(self, value, obj=None, **kwargs):
        return "yes" if value else "no"


class DateWidget(Widget):
    """A date: 2019-06-25, as spreadsheet programs store it, or 25/06/2019, as people write it."""

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


class ChoiceWidget(Widget):
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


class NameWidget(Widget):
    """A related row, by a name that NameLookup understands."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def clean(self, value, row=None, **kwargs):
        return getattr(kwargs["names"], self.kind)(value)


class NamesWidget(NameWidget):
    """The related rows that a cell names, each once."""

    def clean(self, value, row=None, **kwargs):
        found = (super(NamesWidget, self).clean(n, row, **kwargs) for n in split_texts(value))
        return list(dict.fromkeys(found))


_BY_TYPE = {
    "PositiveSmallIntegerField": WholeNumberWidget,
    "BooleanField": YesNoWidget,
    "DateField": DateWidget,
    "TextField": MultilineWidget,
}


def implied_by(field: Any) -> Widget:
    """The widget for a model's field; None stands for a text from elsewhere."""
    if field is None:
        return TextWidget()
    if field.choices:
        return ChoiceWidget(field.choices)
    if field.related_model:
        return NameWidget(field.related_model._meta.model_name)
    return _BY_TYPE.get(field.get_internal_type(), TextWidget)()
