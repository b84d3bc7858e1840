"""Published facts whose cells are not held."""

import pytest

from offences.claims.documents import read_facts
from tests.claims.worlds import judged, may

NATIONS = ["England", "Wales", "Northern Ireland"]
LATER = {
    "claim": "total",
    "year": "2018/19",
    "value": 8224,
    "with_figures": 40,
    "asked": 44,
    "nations": NATIONS,
    "publication": "June 2019",
}
EARLIER = LATER | {"year": "2015/16", "value": 4042, "with_figures": 39}


def reported(*recorded, **more):
    return read_facts({"place": "the UK", "measure": "offences", "recorded": list(recorded)} | more)


def test_a_recorded_total_is_said_as_reported_with_its_coverage_and_area():
    claim = may(reported(LATER))["recorded_total", "2018/19"]
    assert claim.text == (
        "40 of 44 forces in England, Wales and Northern Ireland recorded 8,224 offences in"
        " 2018/19, as reported in June 2019."
    )
    assert claim.figures["value"] == 8224
    assert claim.figures["publication"] == "June 2019"


def test_a_recorded_total_has_an_average_a_day():
    claim = may(reported(LATER))["recorded_per_day", "2018/19"]
    assert (claim.figures["rate"], claim.figures["exact"], claim.figures["days"]) == (
        22,
        "22.5",
        365,
    )
    assert "an average of 22 a day" in claim.text
    small = judged(reported(LATER | {"value": 100}))["recorded_per_day", "2018/19"]
    assert not small.allowed


def test_two_totals_of_one_publication_stand_side_by_side_with_their_warning():
    claim = may(reported(LATER, EARLIER))["recorded_pair", "2015/16 to 2018/19"]
    assert (claim.figures["old"], claim.figures["new"]) == (4042, 8224)
    assert claim.figures["span_years"] == 3
    assert "as reported in June 2019" in claim.text
    assert claim.text.endswith("The forces counted in the two years may differ.")


def test_totals_of_two_publications_are_never_put_side_by_side():
    other = EARLIER | {"publication": "June 2017", "value": 3903}
    claim = judged(reported(LATER, other))["recorded_pair", "2015/16 to 2018/19"]
    assert not claim.allowed
    assert "June 2017" in claim.reason


def test_recorded_totals_never_doubled():
    claims = judged(reported(LATER, EARLIER))
    refused = claims["recorded_multiple", "2015/16 to 2018/19"]
    assert not refused.allowed
    assert "may differ" in refused.reason
    assert not [claim for claim in may(reported(LATER, EARLIER)).values() if "doubl" in claim.text]


def test_recorded_facts_are_never_added_to_anything():
    claims = may(reported(LATER, EARLIER))
    assert {id for id, _ in claims if not id.startswith("recorded")} == set()
    assert all(claim.cells == () for claim in claims.values())


@pytest.mark.parametrize("nations", [[], NATIONS])
def test_no_recorded_claim_says_uk_unless_all_four_nations_were_asked(nations):
    for claim in may(reported(LATER | {"nations": nations}, EARLIER)).values():
        assert "UK" not in claim.text
    all_four = LATER | {"nations": [*NATIONS, "Scotland"]}
    assert "40 of 44 forces in the UK" in may(reported(all_four))["recorded_total", "2018/19"].text


def test_ages_are_said_as_reported():
    young = LATER | {"claim": "age_total", "value": 185, "category": "10_and_under"}
    common = {
        "claim": "most_common_age",
        "year": "2018/19",
        "value": 13,
        "publication": "June 2019",
    }
    facts = reported(young, common, measure="sexual offences against under-18s")
    claims = may(facts)
    assert "185 sexual offences against children aged 10 and under in 2018/19" in (
        claims["recorded_age_total", "2018/19"].text
    )
    assert claims["recorded_most_common_age", "2018/19"].text == (
        "Where age was recorded, 13 was the most common age in 2018/19, as reported in June 2019."
    )


def test_a_total_printed_without_its_coverage_claims_none():
    bare = {"claim": "total", "year": "2015/16", "value": 3186, "publication": "June 2016"}
    claims = judged(reported(bare, place="England and Wales"))
    assert claims["recorded_total", "2015/16"].text == (
        "England and Wales recorded 3,186 offences in 2015/16, as reported in June 2016."
    )
    assert not claims["recorded_coverage", "2015/16"].allowed


def test_two_publications_of_one_month_are_not_one():
    pair = [
        {"claim": "total", "year": f"{y}/{y % 100 + 1}", "value": n, "publication": "June 2019"}
        for y, n in ((2015, 4042), (2018, 8224))
    ]
    same = [each | {"source": "https://nspcc.example/"} for each in pair]
    other = [same[0], pair[1] | {"source": "The Echo"}]
    subject = ("recorded_pair", "2015/16 to 2018/19")
    assert subject in may(read_facts({"place": "the UK", "recorded": pair}))
    assert subject in may(read_facts({"place": "the UK", "recorded": same}))
    refused = judged(read_facts({"place": "the UK", "recorded": other}))[subject]
    assert not refused.allowed
    assert "two publications" in refused.reason
