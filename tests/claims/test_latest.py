"""Claims about the latest year, its records and its coverage."""

import pytest
from hypothesis import given

from offences.claims.facts import Facts
from offences.claims.gate import RULES, claims_for
from offences.statistics.years import Year
from offences.words.claims import reason, sentence
from tests.claims.worlds import facts_of, judged, may, panel_of
from tests.statistics.worlds import LAST, panels, series


def test_one_offence_is_one_offence():
    assert (
        may(facts_of(1))["count", "latest"].text == "Cambridgeshire recorded 1 offence in 2018/19."
    )


def test_a_confirmed_nought_is_zero_and_an_unconfirmed_one_is_no_figure():
    assert (
        may(facts_of(0))["zero", "latest"].text == "Cambridgeshire recorded 0 offences in 2018/19."
    )
    assert ("count", "latest") not in may(facts_of(0))
    unconfirmed = may(facts_of({"value": 0, "confirmed": False}))
    assert unconfirmed["no_figure", "latest"].figures["why"] == "unconfirmed_zero"
    assert ("zero", "latest") not in unconfirmed


def test_a_body_with_a_small_the_gets_a_capital_at_the_start():
    facts = facts_of(20, 40, place="the Metropolitan Police")
    assert may(facts)["count", "latest"].text.startswith("The Metropolitan Police recorded 40")
    doubled = may(facts)["doubled", "latest_vs_previous"].text
    assert doubled.startswith("The number of offences recorded by the Metropolitan Police doubled")


def test_a_number_withheld_without_a_limit_has_no_fewer_than():
    assert may(facts_of({"suppressed": [1, 4]}))["fewer_than", "latest"].figures["bound"] == 5
    star = judged(facts_of({"suppressed": [1, None]}))["fewer_than", "latest"]
    assert not star.allowed
    assert "without an upper limit" in star.reason


def test_a_part_year_is_said_with_its_months_and_has_no_rate():
    claims = judged(facts_of({"value": 700, "months": 6}))
    assert "700 offences in 6 months of 2018/19" in claims["part_year", "latest"].text
    assert not claims["per_day", "latest"].allowed
    assert "never scaled up" in claims["per_day", "latest"].reason
    assert not claims["count", "latest"].allowed


def test_a_panel_with_a_withheld_figure_has_a_lower_bound_and_a_top():
    claims = may(panel_of({"A": {"2018/19": 1000}, "B": {"2018/19": {"suppressed": [1, 4]}}}))
    assert claims["at_least", "latest"].figures["value"] == 1001
    assert claims["at_least", "latest"].figures["upper"] == 1004
    assert ("count", "latest") not in claims


def test_a_panels_lower_bound_with_a_star_in_it_has_no_top():
    star = panel_of({"A": {"2018/19": 1000}, "B": {"2018/19": {"suppressed": [1, None]}}})
    assert may(star)["at_least", "latest"].figures["upper"] is None
    assert ("per_day", "latest") not in may(star)


def test_at_least_nought_is_not_worth_saying():
    hidden = panel_of({"A": {"2018/19": {"suppressed": [0, 4]}}})
    assert ("at_least", "latest") not in may(hidden)


def test_a_panel_of_confirmed_zeros_recorded_none():
    none = may(panel_of({"A": {"2018/19": 0}, "B": {"2018/19": 0}}))
    assert none["zero", "latest"].text == "2 of 2 forces in Wales recorded 0 offences in 2018/19."


@pytest.mark.parametrize(
    ("n", "days", "rate"), [(364, 365, None), (365, 365, 1), (8224, 365, 22), (8395, 365, 23)]
)
def test_a_rate_a_day_drops_the_fraction_and_needs_one_a_day(n, days, rate):
    claim = judged(facts_of(n))["per_day", "latest"]
    assert claim.figures.get("rate") == rate
    assert claim.figures.get("days", days) == days


def test_a_rate_is_exact_only_where_nothing_was_dropped():
    def exact(*cells):
        panel = {str(i): {"2018/19": cell} for i, cell in enumerate(cells)}
        return may(panel_of(panel))["per_month", "latest"].figures["exact"]

    assert exact(120)
    assert not exact(121)
    assert not exact(116, {"suppressed": [4, 5]})


def test_thousands_are_round_from_further_off():
    claim = may(facts_of(8860))["rounded_nearly", "latest"]
    assert claim.figures["rounded"] == 9000


def test_a_record_rests_on_every_cell_of_its_run():
    cells = may(facts_of(41, 50, 48, 68))["record", "latest"].cells
    assert [year.label for _, year in cells] == ["2015/16", "2016/17", "2017/18", "2018/19"]


def test_a_rate_is_rounded_half_up_where_the_setting_says_so():
    half = facts_of(366 * 3 // 2, latest="2019/20", settings={"rate_mode": "round"})
    assert may(half)["per_day", "latest"].figures["rate"] == 2


def test_a_panels_range_has_a_rate_only_if_both_ends_print_the_same():
    def panel(n):
        return panel_of({"A": {"2018/19": n}, "B": {"2018/19": {"suppressed": [1, 4]}}})

    assert may(panel(730))["per_day", "latest"].figures["rate"] == 2
    assert not may(panel(730))["per_day", "latest"].figures["exact"]
    assert ("per_day", "latest") not in may(panel(728))  # 729 is one a day, 732 is two


def test_last_year_is_the_year_that_ended_within_the_last_twelve_months():
    def on(day):
        return judged(facts_of(68, published_on=day))["last_year", "latest"]

    assert not on("2019-03-31").allowed
    assert on("2019-04-01").allowed
    assert on("2020-03-31").allowed
    assert not on("2020-04-01").allowed
    assert on("2019-06-25").figures["year_end"] == "2019-03-31"


def test_a_record_needs_a_gapless_run_from_the_first_year_or_the_last_break():
    assert ("record", "latest") in may(facts_of(41, 50, 48, 68))
    assert ("record", "latest") not in may(facts_of(41, 50, 68))
    broken = [{"year": "2016/17", "why": "the class was widened"}]
    after = facts_of(90, {"missing": "late"}, 41, 50, 48, 68, latest="2019/20", breaks=broken)
    assert may(after)["record", "latest"].figures["since"] == "2016/17"
    assert may(after)["definition_change", "latest"].figures["since"] == "2016/17"


def test_a_joint_record_names_the_year_it_is_level_with():
    claim = may(facts_of(41, 68, 48, 68))["joint_record", "latest"]
    assert claim.figures["level_with"] == ["2016/17"]
    assert "2016/17" in claim.text
    assert ("joint_record", "latest") not in may(facts_of(68, 68, 68, 68))
    assert ("joint_record", "latest") not in may(facts_of(70, 68, 48, 68))


def test_a_printed_part_year_above_the_latest_forbids_the_highest():
    gap = {"value": 90, "months": 9}
    assert ("highest_available", "latest") not in may(facts_of(50, gap, 61, 80))
    gap = {"value": 40, "months": 9}
    assert ("highest_available", "latest") in may(facts_of(50, gap, 61, 80))


def test_a_figure_in_doubt_is_a_gap_and_what_it_printed_still_counts():
    doubtful = {"value": 90, "doubt": "year unclear"}
    assert ("record", "latest") not in may(facts_of(50, doubtful, 61, 80))
    assert ("highest_available", "latest") not in may(facts_of(50, doubtful, 61, 80))


def test_a_panels_record_rests_on_forces_with_every_year():
    years = ("2015/16", "2016/17", "2017/18", "2018/19")
    panel = {
        "A": dict(zip(years, (40, 41, 42, 60), strict=True)),
        "B": dict(zip(years, (40, 41, 42, 60), strict=True)),
        "C": {"2018/19": 30},
    }
    claim = may(panel_of(panel))["record", "latest"]
    assert claim.figures["value"] == 120
    assert claim.figures["forces"] == 2
    assert "among the 2 forces with figures for every year" in claim.text
    panel["C"] = {"2018/19": 31}  # 120 of 151 is under 80%
    assert ("record", "latest") not in may(panel_of(panel))


def highest_by_hand(given, latest):
    """Look at every year in turn; any gap or any figure that may reach the latest ends it."""
    start = min([*given.cells, latest])
    now = given.cells.get(latest)
    if now is None or not now.is_comparable or now.low < 20 or latest.start - start.start < 3:
        return False
    for year in range(start.start, latest.start):
        cell = given.cells.get(Year(year))
        if cell is None or not cell.is_comparable:
            return False
        if cell.high is None or cell.high >= now.low:
            return False
    return True


@given(series)
def test_a_record_is_what_looking_at_every_year_gives(given_series):
    facts = Facts("Kent", "offences", LAST, series=given_series)
    assert (("record", "latest") in may(facts)) == highest_by_hand(given_series, LAST)


@given(series)
def test_every_claim_on_any_series_is_decided_with_a_reason(given_series):
    claims = claims_for(Facts("Kent", "offences", LAST, series=given_series))
    assert all(reason(claim).endswith((".", ")")) for claim in claims)
    assert len({(claim.id, claim.subject) for claim in claims}) == len(claims)
    fundamental = {"count", "zero", "no_figure", "fewer_than", "part_year"}
    said = [claim.id for claim in claims if claim.allowed and claim.id in fundamental]
    # Only a number withheld without limits has no plain claim of its own.
    cell = given_series.cell(LAST)
    assert len(said) == (0 if cell.state == "suppressed" and cell.high is None else 1)


@given(panels())
def test_every_claim_on_any_panel_is_decided_with_a_reason(panel):
    facts = Facts("Wales", "offences", LAST, panel=panel, nations=("Wales",))
    claims = claims_for(facts)
    assert all(reason(claim) for claim in claims)
    assert len({(claim.id, claim.subject) for claim in claims}) == len(claims)
    assert not [claim for claim in claims if "None" in sentence(claim)]
    missing = panel.coverage(LAST).with_figures == 0
    assert any(claim.id == "no_figure" and claim.allowed for claim in claims) == missing


def test_every_rule_has_a_name_of_its_own_and_a_definition():
    names = [rule.id for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.definition.endswith(".") for rule in RULES)
