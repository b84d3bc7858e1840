"""The ten faults that were really printed: pasted into the checker, each is caught."""

import pytest

from offences.tracing.trace import trace
from tests.claims.worlds import facts_of, panel_of


def figure(text, facts, written, national=None):
    """The verdict and suggestion of one figure of a text."""
    found = [f for f in trace(text, facts, national) if written in f.text]
    assert found, f"“{written}” is not found"
    return found[0].verdict, found[0].suggestion


def country(**more):
    """40 of 44 forces in three nations, 4,042 offences in 2015/16 and 8,224 in 2018/19."""
    panel = {f"Force {n}": {"2015/16": 101 + (n < 2), "2018/19": 205 + (n < 24)} for n in range(40)}
    values = {"place": "England, Wales and Northern Ireland", "asked": 44}
    nations = ["England", "Wales", "Northern Ireland"]
    return panel_of(panel, **({"nations": nations, "scope": "national"} | values | more))


def test_one_age_figure_in_all_texts_and_any_other_is_told():
    """185 in some local releases and 164 in others, beside the same 8,224."""
    ages = {"9": 164, "13": 5000, "unknown": 3060}
    facts = country(ages=ages, age_thresholds=[{"max": 10}])
    text = "Of 8,224 offences, {} were against children aged ten and under."
    assert figure(text.format(164), facts, "164") == ("traced", "")
    assert figure(text.format(185), facts, "185")[0] == "untraced"


def test_six_months_are_no_base_for_a_multiple():
    facts = facts_of({"value": 19, "months": 6}, *[{"missing": "late"}] * 5, 67, latest="2023/24")
    text = "Offences more than tripled, from 19 to 67."
    assert figure(text, facts, "tripled") == ("mismatch", "")
    assert figure(text, facts, "19") == ("traced", "")


def test_the_base_that_was_restated_is_told_with_the_figure_of_now():
    facts = facts_of({"value": 77, "previously": 54}, 63, latest="2019/20")
    assert figure("There were 63 offences, up from 54.", facts, "54") == ("mismatch", "77")
    assert figure("There were 63 offences, up from 77.", facts, "77") == (
        "mismatch",
        "down from 77",
    )


def test_a_percentage_over_different_forces_is_replaced_by_like_for_like():
    """429 to 772 looks like 80%; Hampshire was blank in the first year."""
    facts = panel_of(
        {
            "Kent": {"2017/18": 179, "2018/19": 230},
            "Surrey": {"2017/18": 63, "2018/19": 74},
            "Sussex": {"2017/18": 187, "2018/19": 189},
            "Hampshire": {"2017/18": {"missing": "not_available"}, "2018/19": 279},
        },
        scope="region",
    )
    assert figure("Offences in the region rose 80%, to 772.", facts, "80%")[0] == "mismatch"
    assert figure("They rose 15%, from 429 to 493.", facts, "15%") == ("traced", "")
    assert figure("They rose 16%, from 429 to 493.", facts, "16%") == ("mismatch", "15%")


def test_a_total_of_another_vintage_is_not_taken_for_the_present_one():
    """2015/16 was published as 3,186, then 3,903, then 4,042."""
    facts = facts_of({"value": 4042, "previously": 3903}, 5653, latest="2016/17")
    assert figure("There were 3,903 offences in 2015/16.", facts, "3,903") == ("mismatch", "4,042")
    assert figure("There were 3,186 offences in 2015/16.", facts, "3,186")[0] == "untraced"


def test_old_new_and_percentage_of_one_sentence_agree():
    """226, up from 119, a 14% rise: the true base was 199."""
    facts = facts_of(199, 226)
    text = "There were 226 offences, up from 119, a 14% rise."
    assert figure(text, facts, "119") == ("mismatch", "199")
    assert figure(text, facts, "14%") == ("traced", "")
    assert figure("A rise of 90%, from 119.", facts, "90%")[0] == "mismatch"


def test_a_slip_of_one_digit_gets_the_right_one():
    assert figure("There were 8,244 offences.", country(), "8,244") == ("mismatch", "8,224")


@pytest.mark.parametrize(
    ("text", "cells", "suggestion"),
    [
        ("Offences nearly doubled from 30 to 67.", (30, 67), "more than doubled"),
        ("“The number has trebled,” she said.", (226, 389), ""),
        ("It is double the number of last year.", (30, 67), "more than doubled"),
    ],
)
def test_a_trend_word_matches_the_ratio_in_quotes_too(text, cells, suggestion):
    found = [f for f in trace(text, facts_of(*cells)) if f.kind == "multiple"]
    assert [f.suggestion for f in found] == [suggestion]
    assert found[0].verdict in ("mismatch", "loose")


def test_one_rounding_policy_for_rates_and_the_days_there_were():
    assert figure("That is 22 a day.", country(), "22") == ("traced", "")
    # 22.53: printed cut off, it is as right rounded half up.
    assert figure("That is 23 a day.", country(), "23") == ("traced", "")
    assert figure("That is 24 a day.", country(), "24") == ("mismatch", "22")
    leap = facts_of(3186, latest="2015/16")  # 8.70 over 366 days
    assert figure("That is 9 a day.", leap, "9") == ("traced", "")
    assert figure("That is 8.73 a day.", leap, "8.73")[0] == "mismatch"
    assert figure("That is 8.70 a day.", leap, "8.70") == ("traced", "")


def test_geography_and_spans_are_computed():
    """ "40 of 44 forces across the UK" when Scotland was not asked; "last four years"."""
    assert figure("Figures came from 40 of 44 forces across the UK.", country(), "40") == (
        "mismatch",
        "40 of 44 forces in England, Wales and Northern Ireland",
    )
    assert figure("Figures came from 40 of 44 forces.", country(), "40") == ("traced", "")
    assert figure("It doubled in the last four years.", country(), "four") == ("mismatch", "3")
    assert figure("It doubled in three years.", country(), "three") == ("traced", "")
