"""A base that releases gave 10% or more differently: no percentage, multiple, record or sum."""

import pytest

from offences.claims.gate import allowed, claims_for
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words.claims import reason
from offences.words.panels import whole_place
from tests.claims.worlds import facts_of, panel_of

PAIR = "latest_vs_previous"
MUCH = {"value": 98, "history": {"1": 170, "2": 98}}
LITTLE = {"value": 98, "history": {"1": 105, "2": 98}}


def refused(facts, id, subject=PAIR):
    (claim,) = [c for c in claims_for(facts) if (c.id, c.subject) == (id, subject)]
    assert not claim.allowed
    return reason(claim)


@pytest.mark.parametrize(
    "id", ["percent_change", "fraction_change", "more_than_tripled", "n_times"]
)
def test_no_percentage_and_no_multiple_rest_on_a_figure_revised_by_much(id):
    assert "170 in release 1, 98 since release 2" in refused(facts_of(MUCH, 323), id)


def test_the_plain_comparison_stays():
    may = allowed(claims_for(facts_of(MUCH, 323)))
    assert may["rise", PAIR].figures["difference"] == 225


def test_a_small_revision_changes_nothing():
    may = allowed(claims_for(facts_of(LITTLE, 323)))
    assert {("percent_change", PAIR), ("more_than_tripled", PAIR)} <= may.keys()


def test_ten_per_cent_is_enough_and_less_is_not():
    ten, under = ({"value": n, "history": {"1": 100, "2": n}} for n in (110, 109))
    assert ("percent_change", PAIR) not in allowed(claims_for(facts_of(ten, 323)))
    assert ("percent_change", PAIR) in allowed(claims_for(facts_of(under, 323)))


def test_a_figure_that_went_back_to_its_first_number_is_remembered():
    back = {"value": 98, "history": {"1": 98, "2": 170, "3": 98}}
    assert "98 in release 1, 170 in release 2, 98 since release 3" in refused(
        facts_of(back, 323), "percent_change"
    )


def test_no_record_above_a_year_that_was_revised_by_much():
    why = refused(facts_of(MUCH, 100, 120, 150, 323), "record", "latest")
    assert why.startswith("2014/15 was revised: 170 in release 1, 98 since release 2")
    may = allowed(claims_for(facts_of(MUCH, 100, 120, 150, 323)))
    assert may["highest_available", "latest"].figures["gaps"] == ["2014/15"]


def test_a_record_does_not_hide_behind_a_year_that_was_revised():
    may = allowed(
        claims_for(facts_of({"value": 400, "history": {"1": 170, "2": 400}}, 90, 80, 323))
    )
    assert ("highest_available", "latest") not in may


def test_the_latest_figure_may_be_a_record_after_a_revision():
    """The latest is no base."""
    may = allowed(claims_for(facts_of(10, 20, 30, {"value": 68, "history": {"1": 50, "2": 68}})))
    assert ("record", "latest") in may


def test_the_base_of_several_forces_is_judged_by_their_sum():
    history = {"1": 100, "2": 150}
    of = {"2017/18": {"value": 150, "history": history}, "2018/19": 300}
    large = {"2017/18": 5_000, "2018/19": 6_000}
    alone = panel_of({"north": of, "south": {"2017/18": 100, "2018/19": 200}})
    assert "were revised by 10% or more" in refused(alone, "percent_change")
    many = panel_of({"north": of, "south": large})
    assert ("percent_change", PAIR) in allowed(claims_for(many))


def test_a_base_in_doubt_allows_none_either():
    facts = facts_of({"value": 98, "doubt": "contradicted by a later release"}, 323)
    may = allowed(claims_for(facts))
    assert not {("percent_change", PAIR), ("more_than_tripled", PAIR), ("rise", PAIR)} & may.keys()


def test_no_part_is_a_percentage_of_a_whole_in_doubt():
    shares = {"platform": {"of": 98, "known": 90, "parts": {"Snapchat": 45}}}
    sound = allowed(claims_for(facts_of(60, 98, shares=shares)))
    doubtful = facts_of(60, {"value": 98, "doubt": "Its year is not clear."}, shares=shares)
    assert ("share", "platform:Snapchat") in sound
    assert refused(doubtful, "share", "platform:Snapchat").startswith(
        "The figure for 2018/19 is in doubt"
    )


def test_a_region_is_not_added_up_over_a_figure_revised_by_much():
    first, second = Year(2017), Year(2018)
    revised = Cell.count(98, history=((1, 170), (2, 98)))
    panel = Panel(
        {
            "n": Series({first: revised, second: Cell.count(323)}),
            "s": Series({first: Cell.count(50), second: Cell.count(60)}),
        },
        2,
    )
    place = whole_place("North East", {"n": "Northshire", "s": "Southshire"}, panel)
    assert place is not None
    newest, oldest = place.years
    assert (newest.shown, oldest.shown) == ("383", "")
    assert oldest.why_not == "Not added up: Northshire’s figure was revised by 10% or more"
    assert place.says == ()
