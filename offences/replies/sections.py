"""Sections of the Freedom of Information Act that a text names."""

import re
from collections.abc import Iterator

EXEMPT = frozenset({12, 14, *range(21, 45)})
"""Sections under which a request is refused; 1, 10, 16 and 17 say how one is handled."""
_ONE = r"\d{1,2}[A-Z]?(?:\s?\(\s?\w{1,3}\s?\))*"
_NAMED = re.compile(
    rf"\b(?:sections?|sect?s?\.|s\.?s?\.?)\s?({_ONE}(?:\s?(?:,|and|&|or|,\s?and|/)\s?"
    rf"(?:sections?|s\.)?\s?{_ONE})*)(?![\d%])",
    re.IGNORECASE,
)


def sections_in(text: str) -> list[str]:
    """Every section under which a request can be refused: “40(2)”, in order, each once."""
    return list(dict.fromkeys(text for text, _ in _sections(text)))


def _sections(text: str) -> Iterator[tuple[str, int]]:
    for found in _NAMED.finditer(text):
        if found[0][0] in "sS" and found[0][1:2].isspace():
            continue  # “s 12” ends another word
        for each in re.findall(_ONE, found[1]):
            plain = re.sub(r"\s", "", each)
            number = number_of(plain)
            if number in EXEMPT:
                yield plain, number


def number_of(section: str) -> int:
    """The section itself: 40 of “40(2)”; 0 if it has no number."""
    found = re.match(r"\d+", section)
    return int(found[0]) if found else 0
