"""Sections of the Freedom of Information Act, each with what it means wherever it is named."""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from offences.words.round import SECTION_NAMED, sections_in_words

register = template.Library()


@register.filter
def section(name: str) -> SafeString:
    """A section of the Act, with what it means behind it: “section 40(2)”."""
    known = sections_in_words([name])
    if not known:
        return format_html("section {}", name)
    return format_html('<abbr title="{}">section {}</abbr>', known[0][1], name)


@register.filter
def with_sections(text: str) -> SafeString:
    """A sentence in which each section that it names has its meaning behind it."""
    escaped = str(conditional_escape(text))
    return mark_safe(SECTION_NAMED.sub(lambda found: section(found[1]), escaped))
