"""The charity's own words in every template: `{% our "title" %}`, also where no request is."""

from typing import Any

from django import template

from offences.words.charity import charity

register = template.Library()


@register.simple_tag
def our(name: str) -> Any:
    """One of the charity's words, as `offences.words.charity` names it."""
    return getattr(charity(), name)
