"""Faults that were really printed, each impossible here as far as the claims reach."""

import pytest

from offences.english import area
from tests.claims.worlds import facts_of, ids, judged, may, panel_of


def test_a_six_month_figure_is_never_a_base_however_many_years_pass():
    """19 offences of six months in 2018 became the base of "more than tripled" six years later."""
    years = [{"value": 19, "months": 6}, *[{"missing": "late"}] * 5, 67]
    dyfed_powys = facts_of(*years, latest="2023/24", place="Dyfed-Powys")
    assert not ids(dyfed_powys) | ids(dyfed_powys, "latest_vs_first")
    reason = judged(dyfed_powys)["more_than_tripled", "latest_vs_previous"].reason
    assert "2017/18 covers 6 months only" in reason


def test_a_part_year_inside_a_nation_stays_out_of_its_comparison():
    """Wales's 274 had the six months in it."""
    wales = panel_of(
        {
            "Dyfed-Powys": {"2017/18": {"value": 19, "months": 6}, "2018/19": 67},
            "Gwent": {"2017/18": 158, "2018/19": 200},
            "North Wales": {"2017/18": 53, "2018/19": 120},
            "South Wales": {"2017/18": 44, "2018/19": 162},
        }
    )
    claim = may(wales)["rise", "latest_vs_previous"]
    assert (claim.figures["old"], claim.figures["new"]) == (255, 482)
    assert "doubled" not in ids(wales)
    assert all(body != "Dyfed-Powys" for body, _ in claim.cells)


def test_wiltshires_revised_year_gives_a_fall_on_the_current_base():
    """54, later restated as 77; 63 the year after: a rise on one base, a fall on the other."""
    wiltshire = facts_of({"value": 77, "previously": 54}, 63, latest="2019/20", place="Wiltshire")
    assert "fall" in ids(wiltshire)
    assert "rise" not in ids(wiltshire)
    revised = may(wiltshire)["revised", "2018/19"]
    assert (revised.figures["published"], revised.figures["now"]) == (54, 77)
    assert "54" in revised.text
    assert "77" in revised.text


def test_the_south_easts_rise_is_fifteen_per_cent_without_hampshire():
    """429 to 772 looks like 80%, made by a force that was blank in the first year."""
    south_east = panel_of(
        {
            "Kent": {"2017/18": 179, "2018/19": 230},
            "Surrey": {"2017/18": 63, "2018/19": 74},
            "Sussex": {"2017/18": 187, "2018/19": 189},
            "Hampshire": {"2017/18": {"missing": "blank"}, "2018/19": 279},
        },
        place="the South East",
        scope="region",
    )
    percent = may(south_east)["percent_change", "latest_vs_previous"]
    assert percent.figures["percent"] == 15
    assert "among the 3 forces with figures for both years" in percent.text
    assert may(south_east)["count", "latest"].figures["value"] == 772


def test_226_is_up_fourteen_per_cent_from_199_and_ninety_from_119():
    """One sentence had 226, up from 119, a 14% rise; the true base was 199."""
    assert may(facts_of(199, 226))["percent_change", "latest_vs_previous"].figures["percent"] == 14
    assert may(facts_of(119, 226))["percent_change", "latest_vs_previous"].figures["percent"] == 90


def test_30_to_67_is_more_than_doubled_and_not_nearly():
    assert "more_than_doubled" in ids(facts_of(30, 67))
    assert not ids(facts_of(30, 67)) & {"almost_doubled", "doubled"}


def test_a_rise_of_72_per_cent_has_not_trebled():
    assert not {id for id in ids(facts_of(100, 172)) if "tripled" in id}


def test_one_rounding_policy_and_real_days_stand_behind_every_rate():
    """22.53 a day was printed as 22, 8.69 as 9, and leap years were ignored."""
    assert may(facts_of(8224))["per_day", "latest"].figures["rate"] == 22
    leap = may(facts_of(3186, latest="2015/16"))["per_day", "latest"]
    assert leap.figures["rate"] == 8
    assert leap.figures["days"] == 366


def test_forty_of_forty_four_is_never_across_the_uk_if_scotland_was_not_asked():
    forces = {f"force {n}": {"2018/19": 10} for n in range(40)}
    nations = ["England", "Wales", "Northern Ireland"]
    for place in ("the UK", "UK", "United Kingdom"):
        facts = panel_of(forces, asked=44, nations=nations, place=place)
        claims = may(facts)
        assert "40 of 44 forces in England, Wales and Northern Ireland" in (
            claims["coverage", "latest"].text
        )
        assert not [c.text for c in claims.values() if "UK" in c.text or "Kingdom" in c.text]
    assert area(nations) == "England, Wales and Northern Ireland"


def test_a_place_that_claims_the_uk_needs_the_nations_that_were_asked():
    facts = panel_of({"A": {"2018/19": 10}, "B": {"2018/19": 20}}, place="the UK")
    assert not [c.text for c in may(facts).values() if "UK" in c.text]
    assert may(facts)["coverage", "latest"].text == "2 of 2 forces gave a figure for 2018/19."


def test_2015_16_to_2018_19_is_a_span_of_three_years():
    figures = may(facts_of(41, 50, 48, 68))["rise", "latest_vs_first"].figures
    assert figures["span_years"] == 3


def test_a_total_grows_with_coverage_and_says_so():
    """2015/16 was published as 3,186, then 3,903, then 4,042, as forces were added."""
    few = panel_of({"A": {"2018/19": 3186}}, asked=3)
    more = panel_of({"A": {"2018/19": 3186}, "B": {"2018/19": 717}}, asked=3)
    assert may(few)["count", "latest"].text.startswith("1 of 3 forces")
    assert may(more)["count", "latest"].text.startswith("2 of 3 forces")
    assert may(few)["at_least", "latest"].figures["value"] == 3186


@pytest.mark.parametrize("missing", ["late", "not_held", "no_response", "not_in_records"])
def test_refused_is_said_only_of_a_refusal(missing):
    claim = may(facts_of(48, {"missing": missing}))["no_figure", "latest"]
    assert claim.figures["why"] == missing
    assert "refused" not in claim.text
    refused = may(facts_of(48, {"missing": "refused"}))["no_figure", "latest"]
    assert "refused" in refused.text


def test_a_missing_first_year_forbids_a_record_and_says_which_year():
    cambridgeshire = facts_of({"missing": "not_in_records"}, 53, 48, 68)
    claims = judged(cambridgeshire)
    assert claims["record", "latest"].reason == (
        "2015/16 is missing (we do not have it), so no record can be claimed."
    )
    highest = claims["highest_available", "latest"]
    assert highest.allowed
    assert highest.figures["years"] == 3
    assert highest.figures["gaps"] == ["2015/16"]


def test_forces_are_never_ranked():
    claims = judged(panel_of({"A": {"2018/19": 430}, "B": {"2018/19": 70}}))
    assert not claims["rank", "latest"].allowed
