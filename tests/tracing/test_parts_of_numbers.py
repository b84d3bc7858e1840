"""A number is of the part that its words tie it to, wherever in the sentence that is named."""

import pytest

from offences.tracing.binding.bind import Binder
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from tests.tracing.test_tables import DOCUMENTS


def parts(text):
    passage = Passage(text)
    binder = Binder(passage, find(passage), DOCUMENTS)
    bound = [(each, binder.bind(each)) for each in binder.figures if each.kind != "exempt"]
    return [
        (text[each.start : each.end], " ".join(map(str, statement.categories)))
        for each, statement in bound
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Forty were aged 12, 11% of those with a known age.",
            [("Forty", "aged 12"), ("11%", "aged 12")],
        ),
        (
            "60 offences were against girls, a third of all.",
            [("60", "girls"), ("a third", "girls")],
        ),
        ("Girls were in 250, 69% of those with a known sex.", [("250", "girls"), ("69%", "girls")]),
        ("Girls: 69 per cent.", [("69 per cent", "girls")]),
        ("Boys, 31%, were fewer.", [("31%", "boys")]),
    ],
)
def test_a_share_of_those_is_of_the_part_that_was_named_last(text, read):
    assert parts(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("In 60 offences where age was recorded, the child was aged 12.", [("60", "aged 12")]),
        ("The rest, 110, against boys.", [("110", "boys")]),
        ("With 250 offences, girls were most.", [("250", "girls")]),
        ("250 offences of those against girls.", [("250", "girls")]),
        ("There were 250 of the girls, 110 of all boys.", [("250", "girls"), ("110", "boys")]),
        ("There were girls in many, 250 of them at night.", [("250", "girls")]),
    ],
)
def test_a_number_is_of_the_part_that_is_named_behind_it(text, read):
    assert parts(text) == read
