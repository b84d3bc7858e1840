"""Definitions out of the code on a page, and data for machines beside it."""

import json
import re
from collections.abc import Mapping

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_MARKS = (
    (re.compile(r"`([^`]+)`"), r'<span class="code">\1</span>'),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*"), r"<i>\1</i>"),
)
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.filter
def marked(text: str) -> SafeString:
    """A docstring's text with its `code`, **strong** and *stressed* words marked."""
    found = str(conditional_escape(text))
    for sign, html in _MARKS:
        found = sign.sub(html, found)
    return mark_safe(found)


@register.filter
def linked_data(about: Mapping[str, object]) -> SafeString:
    """A block of JSON-LD: data, which no browser runs. Nothing in it can end the block."""
    data = json.dumps(about, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{data}</script>')
