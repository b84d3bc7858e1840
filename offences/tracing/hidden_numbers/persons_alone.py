"""One person or case beside a hidden part: "no figure for the girl on Kik".

A part whose number is not given has some; who speaks of "the girl", "the twins" or "the case" in it
says how many. What may come of a number ("a child could be identified") says nothing of it.
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.declined import DECLINES
from offences.tracing.hidden_numbers.existing import SAYS_A_LAW
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, own_hidden
from offences.tracing.hidden_numbers.nouns import PERSON, SEVERAL


def persons_alone(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words for one person or case in a sentence that names a hidden part, or the next one."""
    text, passage = gated.passage.text, gated.passage
    named = gated.binder.scene.categories
    parts = [m for m in named if m.slot.kind == "part"]
    for bounds in dict.fromkeys(passage.sentence_bounds(m.start) for m in named):
        hidden = own_hidden(forces, within(named, bounds))
        if not hidden:
            continue
        is_declined = DECLINES.search(text, *bounds)
        is_law = SAYS_A_LAW.search(text, *bounds)
        if not is_declined and not is_law:
            continue
        _, after = passage.with_sentence_after(bounds[0])
        patterns = (_ALONE, _SOMEBODY) if is_law else (_ALONE,)
        for words in patterns:
            for found in words.finditer(text, bounds[0], after):
                if words is _SOMEBODY and is_taken(found.span(), parts):
                    continue  # "sexual communication with a child"
                if not gated.is_of_another_named_before(found.start(), forces):
                    yield *found.span(), names_of(hidden[0])


_NO_DETAIL = (
    r"(?![\w-])(?![’']s?\s+(?:age|sex|gender|name|identity|privacy|safety|welfare|details?|app|platform|rights?)\b)"
    r"(?!\s+(?:protection|abuse|sexual|safety|exploitation|sex|welfare|line|support|services?|care|guides?|scouts?|charity|commissioner"
    r"|offences?|crimes?|cases?|victims?|data|figures?|numbers?|counts?|rows?|tables?|poverty|development)\b)"
)
_NOT_LINKED = (
    r"(?:(?!(?:of|for|and|or|an?|in|on|to|as|is|was|that|by|no|any|each|every|whether|if|what|when)\b)"
    r"[\w’'-]+\s+){0,2}?"
)
_NO_DETAIL_OF = "".join(
    rf"(?<!\b{each}\sof\s)" for each in ("sex", "age", "gender", "name", "identity")
)
_ONE_OF_THEM = r"(?:the|that|this|either|whose|its|our)"
_ALONE = compiled(
    rf"{_NO_DETAIL_OF}\b{_ONE_OF_THEM}\s+{_NOT_LINKED}{PERSON}{_NO_DETAIL}"
    rf"|(?<!my\s)(?<!our\s)(?<!her\s)(?<!his\s)(?<!your\s)\b{SEVERAL}\b"
    r"|\b(?:another|one\s+more|a\s+further|one\s+other)\s+(?:child|victim|case|offence|girl|boy)\s+would\b"
    r"|\b(?:the|that|this)\s+(?-i:[A-Z])\w+\s+(?:case|victim|offence|incident)\b(?!\s+(?:data|figures?|numbers?|counts?|rows?))"
    rf"|\b(?:the|that|an?)\s+(?:case|incident|offence|{PERSON})\s+(?:on|via|over|through|by)\s+(?!the\b|record\b|file\b|the\s+record\b)(?:an?\s+)?\w"
    r"|\b(?:the|her|his)\s+(?:mother|father|parents|mum|dad|family)\b(?![’']s)(?!\s+(?:court|liaison|home))|\beither\s+of\s+(?:the|those|them)\b"
    rf"|\ban?\s+(?:mother|{PERSON})\s+(?:and\s+(?:an?\s+|her\s+|his\s+)?(?:\w+\s+)?{PERSON}|(?!could\b|can\b|might\b)\w+(?:ed|lt|nt|et)\s+by)\b"
    r"|\bthe\s+(?:girl|boy|lad|lass)[’']s\b"
    rf"|(?<!\bwhether\s)(?<!\bif\s)\b(?:the|an?|that)\s+{PERSON}\s+(?:of|aged(?:\s+just)?)\s+\w+(?![^.;]*\b(?:could|can|might|may|would|cannot|being|recogni[sz]\w+|identif\w+)\b)"
)
"""One of them, or so many: "the girl", "that boy of nine", "the twins", "the Kik case"."""
_SOMEBODY = compiled(
    rf"\ban?\s+{_NOT_LINKED}{PERSON}{_NO_DETAIL}|\b(?:an?|the)\s+(?:mother|father|mum|family)\b|\bvictims?\s+(?:was|were)\b|\banother\s+would\b"
)
"""Anybody at all behind what was said of the law alone: "It is a crime. A girl was filmed"."""
