"""The noun phrase that a number leads, and the clause that it stands in."""

import pytest

from offences.tracing.finding.clauses import Passage
from offences.tracing.hidden_numbers.phrases import (
    NEAR,
    clause_around,
    narrow_clause_around,
    words_led,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four Roblox players were asked.", ["Roblox", "players"]),
        ("Four of the Roblox players.", ["Roblox", "players"]),
        ("Four further cases", ["cases"]),
        ("Four girl’s mothers", ["mothers"]),
        ("Four girl's mothers", ["mothers"]),
        ("Four twelve months before", []),
        ("Out of 40 offences", []),
        ("Four.", []),
    ],
)
def test_a_number_leads_the_words_up_to_a_verb_without_those_whose_thing_it_is(text, words):
    end = len(text.split()[0])
    assert words_led(text, end) == words


@pytest.mark.parametrize(
    ("text", "clause", "narrow"),
    [
        ("Kik is hidden; it had 96; Roblox is not.", " it had 96", " it had 96"),
        ("Kik is hidden:96:Roblox is not.", "96", "96"),
        ("“It had 96,” said the Kik team.", None, "“It had 96"),
        ("It had 96 before Kik was hidden.", None, "It had 96 "),
        ("As Kik was hidden before 96 came.", None, " 96 came."),
        ("Kik is hidden, but it had 96, and Roblox is not.", " it had 96", " it had 96"),
        ("In Northshire, where Kik is hidden, the force had 96.", None, " the force had 96."),
        ("It had 96 in all, says Kik.", None, None),
    ],
)
def test_a_clause_ends_where_another_thing_begins_to_be_said(text, clause, narrow):
    passage, at = Passage(text), text.index("96")
    span = at, at + 2
    assert text[slice(*clause_around(passage, span))] == (text if clause is None else clause)
    assert text[slice(*narrow_clause_around(passage, span))] == (text if narrow is None else narrow)


def test_a_dash_inside_a_number_cuts_no_clause():
    text = "Kik is hidden; it had 3 – 5 there; Roblox is not."
    at = text.index("3 – 5")
    assert text[slice(*clause_around(Passage(text), (at, at + 5)))] == " it had 3 – 5 there"


def test_a_clause_of_a_list_without_an_end_is_what_is_near():
    text = "a " * 400 + "96" + " b" * 400
    start, end = clause_around(Passage(text), (800, 802))
    assert (start, end) == (800 - NEAR, 802 + NEAR)
