"""A pattern that is looked for only where it can be finds what it would find everywhere."""

import re

import pytest

from offences.tracing.finding.vocabulary import compiled

SHORT = ("", "Kent", "KENT police", "the forces of Kent and Essex", "no forces", "3 cases", "ten")
TEXTS = (
    *SHORT,
    *(f"{each}, \n{each} " * 40 for each in SHORT),
    "in  \n",
    "in" + " " * 20,
    "in 9",
    "Kent\n\n",
)


@pytest.mark.parametrize(
    "source",
    [
        r"\bkent\b",
        r"(?:kent|essex)\s+police",
        r"(?:police\s+)?forces?",
        r"(?:kent)*",
        r"(?:kent)?\s*police$",
        r"(?:the\s+)+forces(?!\s+of)",
        r"\d+\s(?:cases|crimes)|\b(?:ten|three)\b",
        r"(?=\d)\d",
        r"(?-i:Kent)(?:\s+(?P<and>and))?",
        r"[ck]ases|f(?:or|orce)|",
        r"\b(?:kent(?=,)|no\s+\w+|\d cases)",
        r"(?<!\w)(?:an?|[3-5]|th?e)\s+(?:\w+\s+)?(?:f|c)",
        r"\b(?:the|3)?\s*forces\b",
        r"\bkent\s+police,\s*$|(?:cases|essex)(?:,\s+)?$",
        r"(?:in\s*|kent)$",
        r"(?m)kent,\s*$",
        r"\b(?:in|of)\s+(?:only\s+)?\Z",
    ],
)
def test_a_pattern_finds_in_any_text_what_it_finds_by_itself(source):
    plain, looked_up = re.compile(source, re.IGNORECASE), compiled(source)
    for text in (*TEXTS, *TEXTS):  # in a text asked about again as well
        found = [match.span() for match in plain.finditer(text)]
        assert [match.span() for match in looked_up.finditer(text)] == found
        first = looked_up.search(text)
        assert (first.span() if first else None) == next(iter(found), None)
