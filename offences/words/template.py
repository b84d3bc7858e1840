"""Sentences as templates: “{place} recorded {value:{measure}} in {year}”."""

from collections.abc import Mapping
from datetime import date
from string import Formatter
from typing import Any

from offences import english
from offences.statistics.cells import Range


class _English(Formatter):
    """A value in a sentence is written by what it is, in house style.

    A number has its comma, and a noun after the colon is counted by it (“1 offence”); a range is
    “between 1 and 4”; a list is joined by “and”, or by the word after the colon.
    """

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case int() | Range() if format_spec:
                return english.counted(value, format_spec)
            case int():
                return english.number(value)
            case Range():
                return english.quantity(value)
            case list() | tuple():
                items = [self.format_field(item, "") for item in value]
                return english.and_list(items, format_spec or "and")
            case date():
                return f"{value.day} {value:%B %Y}"
        return str(value)


def fill(template: str, values: Mapping[str, Any]) -> str:
    """The template with its values, for the middle of a sentence."""
    return _English().vformat(template, (), values)
