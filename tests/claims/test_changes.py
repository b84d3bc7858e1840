"""Pairs of years, against a second, obvious implementation that tries every value."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.claims.changes import fraction_of, is_flat
from offences.claims.multiples import MULTIPLES
from offences.words.phrases import fraction
from tests.claims.worlds import facts_of, ids, judged, may, panel_of

EXACT_ONLY = {
    *("unchanged", "little_changed", "percent_change", "fraction_change", "n_times", "vivid")
}
LADDER = (
    ("almost_doubled", "1.9", "2"),
    ("doubled", "2", "2.1"),
    ("more_than_doubled", "2.1", "2.9"),
    ("almost_tripled", "2.9", "3"),
    ("tripled", "3", "3.1"),
    ("more_than_tripled", "3.1", "3.9"),
    ("almost_quadrupled", "3.9", "4"),
    ("quadrupled", "4", "4.1"),
    ("more_than_quadrupled", "4.1", "5"),
)
DESCENT = (
    ("almost_halved", "0.5", "0.526"),
    ("halved", "0.476", "0.5"),
    ("fell_by_more_than_half", "0", "0.476"),
)


def obvious(o: int, n: int) -> set[str]:
    """What may be said of two plain numbers, one rule after the other."""
    said, d = set(), abs(n - o)
    flat = o >= 50 and d > 0 and Fraction(d, o) < Fraction(2, 100)
    if n > o and not flat:
        said.add("rise" if o else "from_none")
    if n < o and not flat and n:
        said.add("fall")
    if n == o and n:
        said.add("unchanged")
    if flat:
        said.add("little_changed")
    if o >= 50 and n and d and not flat:
        p = Fraction(100 * d, o)
        printed = int(p + Fraction(1, 2))
        short = p < printed and printed in ((100, 200) if n > o else (50, 100))
        if not (n > o and p >= 1000) and not short:
            said.add("percent_change")
        for f in (Fraction(25), Fraction(100, 3), Fraction(50), Fraction(200, 3), Fraction(75)):
            if -3 <= p - f <= 5:
                said.add("fraction_change")
    if o >= 20 and d >= 20:
        r = Fraction(n, o)
        said |= {id for id, low, high in LADDER if Fraction(low) <= r < Fraction(high)}
        said |= {id for id, low, high in DESCENT if Fraction(low) < r <= Fraction(high)}
        if r >= 5:
            said.add("n_times")
    return said


@given(st.integers(0, 400), st.integers(0, 2500))
def test_two_exact_figures_are_said_as_the_obvious_rules_say(old, new):
    assert ids(facts_of(old, new)) == obvious(old, new)


@given(st.integers(50, 100_000), st.integers(-3, 3), st.sampled_from([2, 3, 5, 19, 21, 29, 41]))
def test_the_edges_of_the_multiples_are_exact(old, off, tenths):
    new = max(0, old * tenths // 10 + off)
    assert ids(facts_of(old, new)) == obvious(old, new)


def values(cell):
    if isinstance(cell, int):
        return [cell]
    low, high = cell["suppressed"]
    # Where there is no upper limit, a few values stand for all: small, and far beyond any ratio.
    return [*range(low, low + 30), 10**6] if high is None else range(low, high + 1)


hidden = st.builds(
    lambda low, more: {"suppressed": [low, None if more is None else low + more]},
    st.integers(0, 250),
    st.none() | st.integers(1, 12),
)
any_cell = hidden | st.integers(0, 250)


@given(any_cell, any_cell)
def test_a_change_between_ranges_is_said_only_if_it_holds_for_every_pair_of_values(old, new):
    olds, news = values(old), values(new)
    holds = []
    for o in olds:
        for n in news:
            said = obvious(o, n)
            # Nought has words of its own only where it is certain; a range that merely includes
            # nought is an ordinary range.
            if len(olds) > 1 and o == 0 < n:
                said = said - {"from_none"} | {"rise"}
            if len(news) > 1 and n == 0 < o:
                said = said | {"fall"}
            holds.append(said)
    everywhere = set.intersection(*holds)
    if len(holds) > 1:
        everywhere -= EXACT_ONLY
    assert ids(facts_of(old, new)) == everywhere


def test_a_change_of_less_than_half_a_per_cent_is_written_with_a_decimal():
    claim = may(facts_of(1000, 1004, settings={"flat_pct": 0}))[
        "percent_change", "latest_vs_previous"
    ]
    assert claim.figures["percent"] == 0
    assert "up 0.4% from 1,000" in claim.text


def test_a_small_base_gets_numbers_and_no_percentage():
    claim = judged(facts_of(48, 68))["percent_change", "latest_vs_previous"]
    assert not claim.allowed
    assert claim.reason == "48 is under 50, so no percentage."


def test_the_multiples_leave_no_hole_between_almost_doubled_and_five_times():
    rises = [multiple for multiple in MULTIPLES if not multiple.is_fall]
    for one, other in pairwise(rises):
        assert one.high == other.low


@pytest.mark.parametrize(
    ("old", "new", "chance"),
    [
        (48, 68, "near"),  # 20 squared is 400; 48 + 68 is 116, four times that is 464
        (53, 68, "near"),
        (50, 60, "within"),  # 100 is under 110
        (45, 55, "within"),  # exactly the square root
        (290, 300, "within"),
        (6, 43, "beyond"),
        (0, 4, "near"),  # exactly twice the square root
    ],
)
def test_a_change_is_held_against_what_chance_alone_does(old, new, chance):
    claims = may(facts_of(old, new))
    claim = claims["rise" if old else "from_none", "latest_vs_previous"]
    assert claim.figures["chance"] == chance
    small = "Numbers this small can move this much by chance."
    large = "A change this size can be chance."
    assert claim.note == ("" if chance == "beyond" else small if new < 100 else large)


def test_chance_is_unknown_for_a_withheld_figure():
    claim = may(facts_of({"suppressed": [1, 4]}, 68))["rise", "latest_vs_previous"]
    assert claim.figures["chance"] is None
    assert claim.figures["difference"] is None
    assert "between 1 and 4" in claim.text


def test_a_fall_is_never_written_with_a_minus_sign():
    for claim in may(facts_of(120, 61)).values():
        assert "-" not in claim.text
        assert "−" not in claim.text


def test_the_nearest_usable_year_is_taken_and_the_skipped_ones_are_named():
    claim = may(facts_of(40, {"missing": "late"}, {"value": 30, "months": 6}, 60))[
        "rise", "latest_vs_previous"
    ]
    assert claim.figures["old_year"] == "2015/16"
    assert claim.figures["skipped_years"] == ["2016/17", "2017/18"]
    assert claim.text.endswith("there is no comparable figure for 2016/17 or 2017/18.")


def test_a_long_gap_is_named_by_its_ends():
    gap = [{"missing": "late"}] * 4
    claim = may(facts_of(40, *gap, 60))["rise", "latest_vs_previous"]
    assert "for 2014/15 to 2017/18." in claim.text


def test_a_provisional_figure_is_called_so_in_every_claim_that_rests_on_it():
    facts = facts_of(120, {"value": 180, "provisional": True})
    resting = [claim for claim in may(facts).values() if claim.cells]
    assert {"count", "rise", "percent_change"} <= {claim.id for claim in resting}
    assert all("provisional" in claim.text for claim in resting)


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"provisional": True}, "(provisional figure)"),
        ({"estimated": True}, "(estimated figure)"),
        ({"provisional": True, "estimated": True}, "(provisional and estimated figure)"),
    ],
)
def test_a_soft_figure_is_called_so_alone_and_among_others(flags, words):
    claims = may(facts_of(40, {"value": 68} | flags, place="Northshire"))
    assert claims["count", "latest"].text == (
        f"Northshire recorded 68 offences in 2018/19 {words}."
    )
    assert claims["rise", "latest_vs_previous"].text.endswith(f" {words[:-1]}s).")


def test_each_doubt_is_told_once():
    forces = {
        name: {"2018/19": {"value": 30, "doubt": doubt}}
        for name, doubt in (("A", "year unclear."), ("B", "body unclear"), ("C", "year unclear"))
    }
    note = judged(panel_of(forces))["coverage", "latest"].note
    assert note == "In doubt: year unclear; body unclear."


def test_fewer_forces_than_the_setting_asks_are_not_compared():
    forces = {"A": {"2017/18": 100, "2018/19": 150}, "B": {"2017/18": 60, "2018/19": 90}}
    for least, compared in ((2, True), (3, False), (1, True)):
        facts = panel_of(forces, settings={"lfl_min_forces": least})
        assert (("rise", "latest_vs_previous") in may(facts)) is compared
    one = panel_of({"A": forces["A"]}, settings={"lfl_min_forces": 1})
    assert ("rise", "latest_vs_previous") in may(one)


def test_vivid_words_are_never_offered_on_a_provisional_figure():
    on = {"settings": {"vivid": True}}
    assert "vivid" in ids(facts_of(100, 126, **on))
    assert "vivid" not in ids(facts_of(100, {"value": 126, "provisional": True}, **on))
    assert "vivid" not in ids(facts_of(100, 126))


def test_one_doubtful_figure_is_shown_with_its_doubt_and_never_compared():
    claims = may(facts_of(28, {"value": 82, "doubt": "year basis unclear"}))
    assert claims["count", "latest"].note == "In doubt: year basis unclear."
    assert not ids(facts_of(28, {"value": 82, "doubt": "year basis unclear"}))
    assert not ids(facts_of({"value": 28, "doubt": "year basis unclear"}, 82))


@given(st.integers(1, 300), st.integers(1, 300), st.integers(1, 300))
def test_a_force_with_one_year_only_never_moves_a_panels_change(a, b, extra):
    two = {"A": {"2017/18": a, "2018/19": b}, "B": {"2017/18": b, "2018/19": a}}
    with_third = {**two, "C": {"2018/19": extra}}
    both, more = may(panel_of(two)), may(panel_of(with_third))
    pair = ("like_for_like", "latest_vs_previous")
    assert (both[pair].figures["old"], both[pair].figures["new"]) == (a + b, a + b)
    assert (more[pair].figures["old"], more[pair].figures["new"]) == (a + b, a + b)
    assert "among the 2 forces with figures for both years" in more[pair].text


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        ("22", "almost a quarter"),
        ("21.99", None),
        ("23.99", "almost a quarter"),
        ("24", "a quarter"),
        ("26", "a quarter"),
        ("26.01", "more than a quarter"),
        ("30", "more than a quarter"),
        ("30.01", None),
        ("47", "almost half"),
        ("46.99", None),
        ("51", "half"),
        ("55", "more than half"),
        ("55.01", None),
        ("72", "almost three quarters"),
        ("80", "more than three quarters"),
        ("80.01", None),
    ],
)
def test_a_plain_fraction_holds_up_to_these_edges(percent, words):
    found = fraction_of(Fraction(percent) / 100)
    assert (fraction(*found) if found else None) == words


@pytest.mark.parametrize(
    ("old", "new", "flat"),
    [
        (50, 50, False),
        (49, 49, False),
        (50, 51, False),
        (51, 52, True),
        (51, 50, True),
        (100, 98, False),
        (100, 99, True),
        (100, 102, False),
        (10_000, 10_199, True),
        (10_000, 10_200, False),
    ],
)
def test_under_two_per_cent_of_fifty_or_more_is_little(old, new, flat):
    assert is_flat(old, new, 2) is flat


def test_fifty_is_base_enough_where_another_share_is_little():
    assert is_flat(50, 51, 3)
    assert not is_flat(49, 50, 3)


def test_zero_has_no_multiple_whatever_is_set():
    free = {"settings": {"mult_min_base": 0, "mult_min_diff": 0}}
    assert judged(facts_of(0, 5, **free))["doubled", "latest_vs_previous"].reason == (
        "0 is under 1, so not “doubled”."
    )
    assert "doubled" in ids(facts_of(1, 2, **free))
    assert "halved" in ids(facts_of(2, 1, **free))


def test_a_panels_change_says_among_whom():
    forces = {"A": {"2017/18": 100, "2018/19": 150}, "B": {"2017/18": 60, "2018/19": 90}}
    rise = may(panel_of(forces))["rise", "latest_vs_previous"]
    assert rise.text == "Wales recorded 240 offences in 2018/19, up from 160 in 2017/18."
    some = may(panel_of({**forces, "C": {"2018/19": 500}}))["rise", "latest_vs_previous"]
    assert some.text == (
        "Wales recorded 240 offences in 2018/19 among the 2 forces with figures for both years, up"
        " from 160 in 2017/18."
    )
    assert (some.figures["forces"], some.figures["nationally"]) == (2, False)
    assert {body for body, _ in some.cells} == {"A", "B"}
