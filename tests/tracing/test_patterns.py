"""A pattern that is looked for only where it can be finds what it would find everywhere."""

import re
from importlib import import_module

import pytest

from offences.tracing.finding.pattern_words import beginnings, endings, needed
from offences.tracing.finding.vocabulary import compiled

parser = import_module("re._parser")  # as vocabulary.py takes it
SHORT = ("", "Kent", "KENT police", "the forces of Kent and Essex", "no forces", "3 cases", "ten")
TEXTS = (
    *SHORT,
    *(f"{each}, \n{each} " * 40 for each in SHORT),
    "in  \n",
    "in" + " " * 20,
    "in 9",
    "Kent\n\n",
    "İn Kent, İn Essex and İn no forces, İn 3 cases " * 9,  # a capital of two small letters
    "Kent had a  few cases, the\n forces said; (an  Essex force, too). " * 10,
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
        r"(?:(?<=ken)t|\bforces)\b",
        r"\b(?:(?=kent)\w+|forces)",
        r"(?<!\w\w)o\s+forces",
        r"(?<!x)ent\b",
        r"\b(?:in|of)\s+(?:only\s+)?\Z",
        r"\bke(?:nt|y)\b",
        r"\ba\s+few",
        r"\bthe\s+forces|\ban\s+e",
        r"[,;]\s+(?:the|too)\b",
        r"\(an\b|\bfew\s+c",
        r"(?<=[a-z]\s)forces|(?:(?<=the\s)|(?<=,\s))(?:k|the)",
        r"(?:(?<=n)t|(?<=\bthe\s)k)",
        r"\b(?<=an\s)e|\bess",
        r"\bes|\bess|\bessex",
    ],
)
def test_a_pattern_finds_in_any_text_what_it_finds_by_itself(source):
    plain, looked_up = re.compile(source, re.IGNORECASE), compiled(source)
    for text in (*TEXTS, *TEXTS):  # in a text asked about again as well
        found = [match.span() for match in plain.finditer(text)]
        assert [match.span() for match in looked_up.finditer(text)] == found
        first = looked_up.search(text)
        assert (first.span() if first else None) == next(iter(found), None)


def test_what_a_pattern_can_begin_and_end_with_is_known_of_a_few_characters_and_not_of_many():
    known = {
        r"\b(?:kent|essex)\s+police": ({"ken", "ess"}, ()),
        r"\b[ck]ases": ({"cas", "kas"}, ()),
        r"\b[3-5]\s+cases": ({"3 c", "4 c", "5 c"}, ()),
        r"\b\d+\s+cases": ({*"0123456789"}, ()),
        r"\b(?:the\s+)?forces\b": ({"the", "for"}, ()),
        r"\bk?ent": ({"ken", "ent"}, ()),
        r"\bke(?:nt|ys)\b": ({"ken", "key"}, ()),
        r"\b[ck]{2,3}ases": ({"c", "k"}, ()),
        r"\b(?:(?<=dred) and)?\s*kent": (set(), ()),
        r"\b(?:(?<=dred) and |(?<!\w))kent": ({"ken"}, ()),
        r"\b[^a]kent": (set(), ()),
        r"\b[a-z]kent": (set(), ()),
        r"kent": (set(), ()),
        r"(?<!\w)kent": ({"ken"}, ()),
        r"(\bk)ent": ({"ken"}, ()),
        r"\ba\s+few": ({"a f"}, ()),
        r"\bken|\bk\b": ({"k"}, ()),
        r"[,;]\s*kent": ({", k", "; k", ",ke", ";ke"}, ()),
        r"\(kent|\bessex": ({"(ke", "ess"}, ()),
        r"(?<=the\s)kent": ({"ken"}, ()),
        r"(?:(?<=the )|(?<=a ))kent": ({"ken"}, ()),
        r"(?:(?<=the )|(?<=nt))kent": (set(), ()),
        r"(?<=the\s)\s+kent": (set(), ()),
        r"(?<!\d)kent": (set(), ()),
        r"(?<=.)kent": (set(), ()),
        r"(?<=_)kent": (set(), ()),
        r"(?m)\bkent,\s*$": ({"ken"}, ()),
        r"(?:in|of)\s+$": (set(), ("in ", "of ")),
        r"\bkent,\s*$": ({"ken"}, ("ent,", "nt, ")),
        r"[ck]ent\Z": (set(), ("cent", "kent")),
    }
    parsed = {source: parser.parse(source, re.IGNORECASE) for source in known}
    assert {s: ({*beginnings(p)}, endings(p)) for s, p in parsed.items()} == known


def test_the_words_that_a_text_needs_are_the_longest_of_those_without_which_none_is_found():
    known = {
        r"\bkent\s+police": {"police"},
        r"\b(?:kent|essex)\s+tax": {"kent", "essex"},
        r"(?:police\s+)?forces?": {"force"},
        r"a(?:bc|def)": {"bc", "def"},
        r"(?:kent|)x": {"x"},
        r"(?:kent|essex)*": set(),
        r"(?:kent)+": {"kent"},
        r"\d+": set(),
        r"[ab]cd": {"cd"},
        r"(?:ab|c)(?:de|fgh)": {"de", "fgh"},
    }
    assert {s: needed(parser.parse(s, re.IGNORECASE)) for s in known} == known
