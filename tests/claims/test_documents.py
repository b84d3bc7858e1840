"""Facts from JSON: what is wrong is said with its place."""

import pytest

from offences.claims.documents import read_facts
from offences.claims.facts import BadFacts
from offences.claims.gate import answer
from offences.statistics.years import Year

GOOD = {"place": "Kent", "measure": "offences", "latest": "2018/19", "series": {"2018/19": 68}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"latest": "2018/20"}, "latest: “2018/20” is not one year"),
        ({"latest": None}, "latest"),
        ({"series": {"2018/19": 3.5}}, "series, 2018/19: 3.5 is not a whole number"),
        ({"series": {"2018/19": -1}}, "-1 is not a whole number"),
        ({"series": {"2018/19": True}}, "True is not a whole number"),
        ({"series": {"2018/19": None}}, "None is not a whole number"),
        ({"series": {"2018/19": {"missing": "lost"}}}, "lost"),
        ({"series": {"2018/19": {"suppressed": [4, 1]}}}, "upside down"),
        ({"series": {"2018/19": {"suppressed": 4}}}, "list of two"),
        ({"series": {"2018/19": {"value": 3, "months": 13}}}, "1 to 11 months"),
        ({"series": {"2018/19": {}}}, "a cell has a value"),
        ({"series": []}, "series"),
        ({"serie": {}}, "“serie” is not a key"),
        ({"panel": {}}, "not both"),
        ({"scope": "town"}, "“town”"),
        ({"nations": ["Yorkshire"]}, "Yorkshire"),
        ({"settings": {"pct_base": 20}}, "“pct_base”"),
        ({"settings": {"rate_mode": "up"}}, "rate_mode"),
        ({"settings": {"vivid": "yes"}}, "vivid"),
        ({"settings": {"flat_pct": -2}}, "flat_pct"),
        ({"breaks": [{"why": "x"}]}, "breaks: “year” is missing"),
        ({"published_on": "25 June"}, "published_on"),
        ({"ages": {"teens": 4}}, "“teens”"),
        ({"ages": {"15-12": 4}}, "backwards"),
        ({"shares": {"sex": {"of": 5, "known": 9, "parts": {}}}}, "shares, sex"),
        ({"recorded": [{"claim": "total"}]}, "recorded: “year” is missing"),
        ({"youngest": {"count": 1}}, "“age” is missing"),
    ],
)
def test_a_mistake_is_named_with_its_place(change, said):
    with pytest.raises(BadFacts) as error:
        read_facts(GOOD | change)
    assert said in str(error.value)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize("document", [None, 3, "facts", {}, {"place": "Kent"}])
def test_what_is_no_facts_at_all_is_refused(document):
    with pytest.raises(BadFacts):
        read_facts(document)


def test_in_a_list_the_document_is_counted():
    with pytest.raises(BadFacts, match="Document 2 of 2"):
        answer([GOOD, {}])


def test_a_list_is_answered_in_its_order():
    other = GOOD | {"series": {"2018/19": 0}}
    first, second = answer([GOOD, other])
    assert first == answer(GOOD)
    assert second == answer(other)
    assert answer([]) == []


def test_scope_is_force_for_one_place_and_national_for_a_panel():
    panel = {"place": "Wales", "measure": "offences", "latest": "2018/19", "panel": {"A": {}}}
    assert read_facts(GOOD).scope == "force"
    assert read_facts(panel).scope == "national"


def test_forces_asked_are_a_number_or_a_list_of_names():
    panel = {"place": "Wales", "latest": "2018/19", "panel": {"A": {"2018/19": 3}}}
    assert read_facts(panel).asked == 1
    assert read_facts(panel | {"asked": ["A", "B"]}).asked == 2
    assert read_facts(panel | {"asked": 4}).asked == 4
    with pytest.raises(BadFacts, match="0 forces were asked"):
        read_facts(panel | {"asked": 0})


def test_years_after_the_latest_are_ignored():
    later = GOOD | {"series": {"2018/19": 68, "2019/20": 900}}
    assert answer(later) == answer(GOOD)
    assert read_facts(later).series.last == Year(2018)
