"""A pattern that is looked for only where it can be finds what it would find everywhere."""

import re

import pytest

from offences.tracing.finding.vocabulary import compiled, found_at

TEXTS = ("", "Kent", "KENT police", "the forces of Kent and Essex", "no forces", "3 cases", "ten")


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
    ],
)
def test_a_pattern_finds_in_any_text_what_it_finds_by_itself(source):
    plain, looked_up = re.compile(source, re.IGNORECASE), compiled(source)
    for text in (*TEXTS, *TEXTS):  # in a text asked about again as well
        found = [match.span() for match in plain.finditer(text)]
        assert [match.span() for match in looked_up.finditer(text)] == found
        first = looked_up.search(text)
        assert (first.span() if first else None) == next(iter(found), None)


def test_a_pattern_is_found_at_the_places_given_and_none_inside_another():
    text = "one one one two one one"
    found = found_at([0, 4, 8, 16, 20], compiled(r"one(?:\sone)?"), text)
    assert [match.span() for match in found] == [(0, 7), (8, 11), (16, 23)]
    assert [*found_at([0], compiled("three"), text)] == []
