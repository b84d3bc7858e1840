"""Wording as filters, and nothing else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from offences.statistics.years import Year
from offences.words import national
from offences.words.charity import charity
from offences.words.places import places_in_words
from offences.words.reasons import in_a_row

register = template.Library()
register.filter("sum_shown", national.shown)
register.filter("sum_softness", national.softness)
register.filter("places", places_in_words)


@cache
def _whole(named: str) -> re.Pattern[str]:
    number = r"\b0\d{3} \d{3,4}(?: \d{4})?\b"
    one = re.escape(named.removesuffix("s"))
    return re.compile(rf"{one}s?|{number}" if named else number)


@dataclass
class Origin:
    """One publication or file, and the years whose figures come from it."""

    source: str
    url: str
    labels: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def years(self) -> str:
        return in_a_row([Year.parse(label) for label in self.labels])


@register.filter
def thousands(number: int | None) -> str:
    """A count as it is printed: 8,224. Nothing where there is none; 0 is a count."""
    return "" if number is None else f"{number:,}"


@register.filter
def unbroken(text: str) -> SafeString:
    """The text with “under-18s”, or as measures name them, and numbers to call kept on one line."""
    escaped = conditional_escape(text)
    return mark_safe(
        _whole(charity().measured_as).sub(r'<span class="together">\g<0></span>', escaped)
    )


@register.filter
def by_source(rows: Iterable) -> list[Origin]:
    """The sources of a table's rows, each once, in the order of the rows, with its years."""
    found: dict[tuple[str, str], Origin] = {}
    for row in rows:
        if not row.source:
            continue
        origin = found.setdefault((row.source, row.source_url), Origin(row.source, row.source_url))
        origin.labels.append(row.year)
        if row.place:
            origin.places.append(f"{row.year}: {places_in_words(row.place)}")
    return list(found.values())


@register.filter
def number_of(sources: Iterable[Origin], row: Any) -> int:
    """The number under which the source of a row is listed."""
    return next(
        number
        for number, origin in enumerate(sources, 1)
        if (origin.source, origin.url) == (row.source, row.source_url)
    )
