"""A record says up to which year it holds, where figures of a newer year were published."""

from offences.claims.gate import allowed, claims_for
from offences.words.claims import reason, sentence
from offences.words.page import how_it_compares
from tests.claims.worlds import facts_of

NOT_HERE = "figures for 2019/20 were published and are not here"
LATER = {"later": ["2019/20"]}


def record_of(facts):
    claims = claims_for(facts)
    (record,) = [c for c in claims if c.id == "record"]
    return record, allowed(claims).get(("highest_available", "latest"))


def test_no_record_where_a_newer_year_was_published_elsewhere():
    record, highest = record_of(facts_of(20, 30, 40, 68, **LATER))
    assert reason(record) == (
        "Figures for 2019/20 were published and are not here, so no record can be claimed."
    )
    assert sentence(highest) == (
        "Cambridgeshire recorded 68 offences in 2018/19, the highest of the 4 years from 2015/16 "
        f"to 2018/19 that we hold; {NOT_HERE}."
    )


def test_a_gap_and_the_horizon_are_both_said():
    _, highest = record_of(facts_of(20, {"missing": "not_held"}, 40, 50, 68, **LATER))
    assert sentence(highest).endswith(f"there is no comparable figure for 2015/16; {NOT_HERE}.")


def test_without_a_newer_year_a_record_is_one():
    record, highest = record_of(facts_of(20, 30, 40, 68))
    assert record.allowed and highest is None


def test_the_page_answers_with_the_years_that_are_here():
    facts = facts_of(20, 30, 40, 68, **LATER)
    assert how_it_compares(facts, allowed(claims_for(facts))) == (
        "It is the highest of the four years 2015/16 to 2018/19 that we have.",
        "Figures for 2019/20 were published and are not here.",
    )


def test_a_year_in_doubt_and_the_horizon_are_both_said():
    facts = facts_of({"value": 13, "doubt": "contradicted"}, 190, 375, 509, **LATER)
    answer, detail = how_it_compares(facts, allowed(claims_for(facts)))
    assert answer == "It is the highest of the three years we can compare."
    assert "2015/16 is in doubt" in detail
    assert detail.endswith("Figures for 2019/20 were published and are not here.")


def test_what_is_lower_than_before_is_no_record_whatever_came_later():
    facts = facts_of(20, 90, 40, 68, **LATER)
    answer, detail = how_it_compares(facts, allowed(claims_for(facts)))
    assert (answer, detail) == ("The figure for 2016/17 was higher: 90.", "")
