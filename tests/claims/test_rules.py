"""What a claim is, and how a rule gives or refuses one."""

import re
from pathlib import Path

import pytest

from offences import claims
from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.gate import RULES, allowed, claims_for
from offences.claims.pairs import why_no_pair
from offences.claims.rules import Allowed, definition_of, family, judged, of_latest, refuse
from offences.claims.thresholds import MEANINGS, Thresholds, meanings
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words import phrases
from offences.words.cells import described, in_line
from offences.words.claims import document_of, note, reason, sentence
from offences.words.methods import FAMILIES, rule_name
from offences.words.refusals import REASONS
from offences.words.sentences import SENTENCES
from tests.claims.worlds import facts_of

BEFORE, YEAR = Year(2017), Year(2018)


def made(*cells: Cell) -> Facts:
    years = map(Year, range(2019 - len(cells), 2019))
    return Facts("Kent", "offences", YEAR, series=Series(dict(zip(years, cells, strict=True))))


# ---- claims


def test_a_claim_as_a_document():
    claim = claims_for(facts_of(48, 68))
    rise = next(each for each in claim if each.id == "rise")
    assert document_of(rise) == {
        "id": "rise",
        "subject": "latest_vs_previous",
        "verdict": "allowed",
        "text": "Cambridgeshire recorded 68 offences in 2018/19, up from 48 in 2017/18.",
        "figures": dict(rise.figures),
        "reason": "It holds for every value the figures can have.",
        "note": "Numbers this small can move this much by chance.",
        "cells": [
            {"body": "Cambridgeshire", "year": "2017/18"},
            {"body": "Cambridgeshire", "year": "2018/19"},
        ],
    }
    refused = document_of(next(each for each in claim if each.id == "fall"))
    assert (refused["verdict"], refused["text"], refused["cells"]) == ("refused", "", [])
    assert refused["reason"].endswith("so there is no fall.")


def test_the_figures_of_a_claim_are_its_own():
    figures = {"old": 48}
    claim = Claim("rise", "latest", True, made(), figures=figures)
    figures["old"] = 1
    assert claim.figures == {"old": 48}
    with pytest.raises(TypeError):
        claim.figures["old"] = 2


def test_the_allowed_claims_are_found_by_id_and_subject():
    claims = claims_for(facts_of(48, 68))
    found = allowed(claims)
    assert sentence(found["rise", "latest_vs_previous"]).endswith("up from 48 in 2017/18.")
    assert all(key == (claim.id, claim.subject) for key, claim in found.items())
    assert list(found.values()) == [claim for claim in claims if claim.allowed]


# ---- rules


def test_a_rule_is_registered_under_its_id_with_its_words():
    rules = []

    @family(rules, of_latest)("count")
    def even(facts: Facts) -> Allowed:
        """The newest figure is even.

        Of no use to anybody.
        """
        cell = facts.series.cell(facts.latest)
        if cell.low % 2:
            refuse("is_odd", n=cell.low)
        return Allowed({"value": cell.low}, facts.behind)

    (rule,) = rules
    assert rule.id == "count"
    assert rule.definition == "The newest figure is even.\n\nOf no use to anybody."
    even_facts, odd_facts = made(Cell.count(2)), made(Cell.count(3))
    (yes,), (no,) = list(rule.judge(even_facts)), list(rule.judge(odd_facts))
    cells = (("Kent", YEAR),)
    assert yes == Claim("count", "latest", True, even_facts, {"value": 2}, cells)
    assert sentence(yes) == "Kent recorded 2 offences in 2018/19."
    assert no == Claim("count", "latest", False, odd_facts, reason="is_odd", values={"n": 3})
    assert even(made(Cell.count(4))).figures == {"value": 4}


PROVISIONAL = Cell.count(5).with_flags(provisional=True)
ESTIMATED = Cell.count(5).with_flags(estimated=True)
BOTH = Cell.count(5).with_flags(estimated=True, provisional=True)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ((Cell.count(5), Cell.count(5)), ""),
        ((PROVISIONAL,), " (provisional figure)"),
        ((ESTIMATED,), " (estimated figure)"),
        ((BOTH,), " (provisional and estimated figure)"),
        ((Cell.count(5), PROVISIONAL), " (provisional figures)"),
        ((ESTIMATED, PROVISIONAL), " (provisional and estimated figures)"),
    ],
)
def test_a_sentence_says_that_a_figure_behind_it_is_soft(cells, text):
    facts = made(*cells)
    behind = tuple(("Kent", year) for year in facts.series.cells)
    claim = judged("zero", "latest", facts, lambda: Allowed({"value": 0}, behind), {})
    assert sentence(claim) == f"Kent recorded 0 offences in 2018/19{text}."


def test_a_doubt_travels_with_its_claim_and_stands_once():
    facts = made(
        Cell.count(5, doubt="a slip."), Cell.count(5, doubt="a slip"), Cell.count(5, doubt="late")
    )
    behind = tuple(("Kent", year) for year in facts.series.cells)

    def note_of(**allowed) -> str:
        return note(judged("zero", "latest", facts, lambda: Allowed(**allowed), {}))

    assert note_of(cells=behind) == "In doubt: a slip; late."
    assert note_of() == ""


def test_a_rule_may_give_a_reason_of_its_own():
    claim = judged("zero", "now", made(Cell.count(5)), lambda: Allowed(reason="published"), {})
    assert (claim.id, claim.subject) == ("zero", "now")
    assert reason(claim) == "It was published; we do not have the figures behind it."


def test_a_rule_without_words_has_an_empty_definition():
    assert definition_of(lambda facts: None) == ""


# ---- reasons


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell.missing("not_held"), "is missing (not held by the force)"),
        (Cell.missing("refused"), "is missing (refused)"),
        (Cell.missing("late"), "is missing (no answer yet)"),
        (Cell.part_year(3, 1), "covers 1 month only"),
        (Cell.part_year(3, 6), "covers 6 months only"),
        (Cell.count(3, doubt="a slip."), "is in doubt (a slip)"),
        (Cell.suppressed(1, None), "is withheld without limits"),
        (Cell.suppressed(1, 4), "is withheld as 1 to 4"),
        (Cell.suppressed(0, None), "is withheld or hidden"),
        (Cell.count(1068), "is 1,068"),
    ],
)
def test_a_figure_in_a_reason_is_described_for_what_it_is(cell, words):
    assert described(YEAR, cell) == f"2018/19 {words}"


def test_a_figure_without_any_limit_may_be_hidden_by_us():
    assert in_line(Cell.suppressed(0, None)) == "withheld or hidden"
    assert in_line(Cell.suppressed(60, None)) == "withheld, 60 or more"


CHANGED = (Break(BEFORE, "A new code"),)
OUT = ", and years before the definition changed in 2017/18 do not compare"


def why_none(facts: Facts) -> str:
    return reason(Claim("rise", "latest", False, facts, reason=why_no_pair(facts)))


@pytest.mark.parametrize(
    ("cells", "breaks", "why"),
    [
        ((Cell.count(5),), (), "There is no earlier year to compare 2018/19 with."),
        ((Cell.count(5),), CHANGED, f"There is no earlier year to compare 2018/19 with{OUT}."),
        (
            (Cell.count(9), Cell.missing("late")),
            (),
            "2018/19 is missing (no answer yet), so it is not compared with any year.",
        ),
        (
            (Cell.missing("late"), Cell.part_year(3, 6), Cell.count(9)),
            (),
            "2016/17 is missing (no answer yet) and 2017/18 covers 6 months only, so 2018/19 "
            "has no year to be compared with.",
        ),
    ],
)
def test_why_a_year_has_nothing_to_be_compared_with(cells, breaks, why):
    years = map(Year, range(2019 - len(cells), 2019))
    series = Series(dict(zip(years, cells, strict=True)), breaks)
    assert why_none(Facts("Kent", "offences", YEAR, series=series)) == why


def test_why_forces_have_nothing_to_be_compared_with():
    def why(breaks, **more) -> str:
        panel = Panel({"A": Series({YEAR: Cell.count(5)}, breaks)}, 1, breaks)
        return why_none(Facts("Wales", "offences", YEAR, panel=panel, **more))

    assert why(()) == (
        "No earlier year shares 2 or more forces with figures that compare with 2018/19."
    )
    assert why(CHANGED, thresholds=Thresholds(lfl_min_forces=3)) == (
        f"No earlier year shares 3 or more forces with figures that compare with 2018/19{OUT}."
    )
    assert why_none(Facts("Wales", "offences", YEAR)) == (
        "The figures of single years are not known."
    )


# ---- the catalogue


def test_every_rule_is_in_one_family_with_its_name():
    ids = [rule.id for family in FAMILIES for rule in family.rules]
    assert ids == [rule.id for rule in RULES] and len(set(ids)) == len(ids)
    names = {rule.id: rule_name(rule) for rule in RULES}
    assert names["more_than_doubled"] == "More than doubled"
    assert names["record"] == "Record"


def test_every_rule_has_its_sentence_and_no_sentence_is_without_a_rule():
    assert set(SENTENCES) == {rule.id for rule in RULES}


def test_every_code_that_a_rule_gives_has_its_words_and_no_words_are_without_a_code():
    rules = [path.read_text(encoding="utf-8") for path in Path(claims.__file__).parent.glob("*.py")]
    refused = {code for text in rules for code in re.findall(r'refuse\(\s*"([a-z_]+)"', text)}
    assert refused <= set(REASONS)
    named = {word for text in rules for word in re.findall(r'"([a-z_]+)"', text)}
    assert set(REASONS) <= named


def test_of_each_setting_the_words_under_it_are_told():
    assert meanings() == MEANINGS
    assert MEANINGS["pct_min_base"] == (
        "The smallest earlier figure a percentage or a fraction may rest on."
    )
    assert MEANINGS["vivid"] == 'Whether vivid words, such as "soared", may be offered at all.'


def test_every_shared_phrase_is_used_by_a_sentence_or_a_reason():
    words = Path(phrases.__file__).parent
    files = ("sentences.txt", "refusals.txt", "phrases.py")
    text = "".join((words / name).read_text("utf-8") for name in files)
    assert [name for name in phrases.PHRASES if f"{{{name}}}" not in text] == []


def test_braces_in_a_doubt_are_left_as_they_are():
    cells = (Cell.count(5), Cell.count(9, doubt="{year} or {0}"))
    claims_of_both = claims_for(made(*cells))
    spoken = [reason(claim) + sentence(claim) + note(claim) for claim in claims_of_both]
    assert any("{year} or {0}" in each for each in spoken)
