"""What may be said of a force that counts in another way since some year, and of all together."""

import pytest

from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.tracing.marking import mark
from offences.words.claims import reason, sentence
from offences.words.panels import like_for_like

OWN = Break(Year(2018), "the force began to mark crimes as online", own=True)


def series(*numbers, breaks=()):
    return Series({Year(2015 + i): Cell.count(n) for i, n in enumerate(numbers)}, breaks)


def facts(*numbers):
    return Facts("Northshire Police", "offences", Year(2018), series=series(*numbers, breaks=[OWN]))


def together(own=True):
    forces = {
        "Northshire": series(100, 110, 120, 150),
        "Southshire": series(200, 210, 220, 280),
        "Westshire": series(50, 60, 70, 400, breaks=[OWN] if own else ()),
    }
    return Panel(forces, 3)


def national(own=True):
    return Facts("police forces", "offences", Year(2018), panel=together(own), scope="national")


CHANGES = ("rise", "percent_change", "doubled", "record", "like_for_like")


@pytest.mark.parametrize("id", CHANGES)
def test_no_change_is_claimed_across_a_force_s_own_break(id):
    assert not any(key[0] == id for key in allowed(claims_for(facts(40, 50, 60, 140))))


def test_its_own_change_is_said_as_its_way_of_counting_and_not_as_the_definition():
    claim = allowed(claims_for(facts(40, 50, 60, 140)))["definition_change", "latest"]
    assert sentence(claim) == (
        "The way of counting changed in 2018/19: the force began to mark crimes as online; "
        "earlier years do not compare with 2018/19."
    )
    why = next(reason(c) for c in claims_for(facts(40, 50, 60, 140)) if c.id == "rise")
    assert why == (
        "There is no earlier year to compare 2018/19 with, and years before the way of counting "
        "changed in 2018/19 do not compare."
    )


def test_the_others_are_compared_without_it_and_the_sentence_says_so():
    rise = allowed(claims_for(national()))["rise", "latest_vs_previous"]
    assert sentence(rise) == (
        "Police forces recorded 430 offences in 2018/19 among the 2 forces with figures for "
        "both years that compare, up from 340 in 2017/18."
    )
    assert not any("Westshire" in body for body, _ in rise.cells)


def test_without_a_break_the_sentence_is_as_ever():
    rise = allowed(claims_for(national(own=False)))["rise", "latest_vs_previous"]
    assert (
        sentence(rise) == "Police forces recorded 830 offences in 2018/19, up from 410 in 2017/18."
    )


def test_no_record_of_all_forces_rests_on_one_that_began_to_count_in_another_way():
    record = next(c for c in claims_for(national()) if c.id == "record")
    assert not record.allowed
    assert "2 forces with figures for every year recorded 430 of the 830" in reason(record)


@pytest.mark.parametrize("known", [facts(40, 50, 60, 140), national()])
def test_every_sentence_across_a_break_traces_clean(known):
    for claim in claims_for(known):
        if claim.allowed:
            assert mark(sentence(claim), known, None).findings == [], sentence(claim)


def test_a_year_since_which_it_did_not_change_is_caught():
    text = "The way of counting changed in 2017/18."
    assert mark(text, facts(40, 50, 60, 140), None).findings


def test_a_percentage_across_a_force_s_break_is_caught_in_a_text():
    def found(own):
        text = "Westshire recorded 400 offences in 2018/19, up 471% from 70 in 2017/18."
        return [figure.text for figure in mark(text, national(own), None).findings]

    assert found(own=True) == ["471%"]
    assert found(own=False) == []


def test_each_year_of_the_page_leaves_it_out_only_where_it_must():
    said = {each.years: each.says[0] for each in like_for_like(together())}
    assert "that compare" in said["2017/18 and 2018/19"]
    assert said["2016/17 and 2017/18"] == (
        "Police forces recorded 410 offences in 2017/18, up from 380 in 2016/17."
    )
