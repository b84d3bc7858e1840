"""What can be worked out about hidden counts, held against every table that fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offences.disclosure import CountTable, PublicBound, TableCount, TableSum, attack, disclosed
from offences.disclosure.linear import Linear
from offences.statistics.cells import Range
from tests.disclosure.worlds import grid, overlapping, plain, ranges, shown, small, unsafe
from tests.samples import examples

few = st.integers(0, 2)


@st.composite
def groups_of(draw):
    leaves = draw(st.lists(few, min_size=2, max_size=5))
    group = st.sets(st.integers(0, len(leaves) - 1), min_size=1)
    groups = draw(st.lists(group, max_size=4))
    extra = draw(st.lists(st.tuples(group, st.integers(0, 2), st.integers(0, 2)), max_size=2))
    table = overlapping(leaves, groups, extra)
    hidden = draw(st.sets(st.sampled_from(sorted(table.items, key=repr))))
    return table, frozenset(hidden - {"total"}) | small(table)


@settings(max_examples=examples(40))
@given(groups_of())
def test_the_attack_finds_the_range_that_trying_every_table_finds(world):
    table, hidden = world
    assert attack(table, hidden) == ranges(table, hidden)


@settings(max_examples=examples(15))
@given(groups_of())
def test_what_was_not_settled_in_time_counts_as_the_narrower_range(world):
    table, hidden = world
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Linear, "whole", lambda linear: None)
        found = attack(table, hidden)
    for key, range_ in ranges(table, hidden).items():
        assert range_.contains(found[key].low)
        assert range_.contains(found[key].high)


@settings(max_examples=examples(20))
@given(groups_of())
def test_what_is_disclosed_is_what_the_rule_in_words_says(world):
    table, hidden = world
    assert {d.key for d in disclosed(table, hidden)} == unsafe(table, hidden)


@settings(max_examples=examples(10))
@given(st.lists(st.lists(st.integers(0, 2), min_size=3, max_size=3), min_size=2, max_size=3))
def test_rows_and_columns_are_attacked_together(counts):
    table = grid(counts)
    assert attack(table, small(table)) == ranges(table, small(table))


def test_a_lone_hidden_count_in_a_row_is_the_total_less_the_others():
    table = grid([[3, 20], [30, 40]])
    [found] = disclosed(table, {(0, 0)})
    assert found.range == Range(3, 3)
    assert found.reason == "0, 0 is hidden, but what is public shows that it is exactly 3."


def test_that_there_was_at_least_one_is_learnt_from_the_size_of_the_other():
    table = CountTable(
        {"force": shown(8), "a": plain(3), "b": TableCount(5, 5), "old": TableCount(0, 7)},
        (TableSum("force", ("a", "b")),),
        (PublicBound(("b",), 0, 7),),
    )
    [found] = [d for d in disclosed(table, {"a", "b"}) if d.key == "a"]
    assert found.range == Range(1, 8)
    assert found.reason == (
        "a is hidden, but what is public shows that it is at least 1 (1 to 8): zero is ruled out."
        " No further hiding can change that: it follows from what is shown in any case."
    )


def test_a_total_of_three_caps_its_parts_and_that_is_no_disclosure():
    table = grid([[3, 0], [20, 30], [40, 50]])
    everything = {(r, c) for r in range(3) for c in range(2)}
    assert attack(table, everything)[0, 0] == Range(0, 3)
    assert disclosed(table, everything) == ()


def test_a_range_narrower_than_the_cap_is_a_disclosure():
    table = CountTable(
        {"force": shown(3), "a": plain(1), "b": plain(1), "c": TableCount(1, 1)},
        (TableSum("force", ("a", "b", "c")),),
    )
    found = disclosed(table, {"a", "b"})
    assert [(d.key, d.range) for d in found] == [("a", Range(0, 2)), ("b", Range(0, 2))]
    assert found[0].reason.endswith("0 to 2: fewer than 5 numbers.")
    assert disclosed(table, {"a", "b", "c"}) == ()


def test_where_some_counts_are_asked_about_the_others_are_not_searched_for():
    table = CountTable(
        {"force": shown(3), "a": plain(1), "b": plain(1), "c": TableCount(1, 1)},
        (TableSum("force", ("a", "b", "c")),),
    )
    every = disclosed(table, {"a", "b"})
    assert disclosed(table, {"a", "b"}, among={"a"}) == every[:1]
    assert disclosed(table, {"a", "b"}, among=()) == ()


def test_a_large_count_that_helps_to_hide_may_be_narrow_if_no_hiding_makes_it_wider():
    """A nation of 40 and one of 1 make 41, all public: that the first is 40 or 41 harms nobody."""
    table = CountTable(
        {"all": shown(41), "large": TableCount(40, 40), "small": plain(1), "part": plain(1)},
        (TableSum("all", ("large", "small")), TableSum("small", ("part",))),
        (PublicBound(("large",), 40, None),),
    )
    hidden = {"large", "small", "part"}
    assert attack(table, hidden)["large"] == Range(40, 41)
    assert disclosed(table, hidden) == ()
    assert {d.key for d in disclosed(table, {"small", "part"})} == {"small", "part"}


def test_a_count_known_to_be_exactly_one_number_is_never_safe_but_nought():
    table = CountTable(
        {"all": shown(41), "large": TableCount(41, 41)}, (TableSum("all", ("large",)),)
    )
    assert [d.key for d in disclosed(table, {"large"})] == ["large"]


def test_a_total_of_nought_makes_its_parts_nought_and_discloses_nothing():
    table = CountTable(
        {"all": shown(0), "a": plain(0), "b": plain(0)}, (TableSum("all", ("a", "b")),)
    )
    assert attack(table, {"a", "b"}) == {"a": Range(0, 0), "b": Range(0, 0)}
    assert disclosed(table, {"a", "b"}) == ()


def test_without_any_total_a_hidden_count_has_no_upper_limit():
    table = CountTable({"a": plain(3), "b": TableCount(9, 9)}, ())
    assert attack(table, {"a"}) == {"a": Range(0, None)}


def test_a_whole_that_is_hidden_too_leaves_its_parts_without_limit_in_circles():
    counts = [[1, 2], [3, 4]]
    table = grid(counts)
    items = {key: TableCount(i.low, i.high) for key, i in table.items.items()}
    table = CountTable(items, table.sums)
    assert set(attack(table, set(items)).values()) == {Range(0, None)}
    some = attack(table, set(items) - {(0, "all")})
    assert some[0, 0] == some[0, 1] == Range(0, 3)
    assert some["all", 0] == Range(0, None)


def test_a_breakdown_that_need_not_be_complete_leaves_a_rest():
    items = {"all": shown(10), "a": plain(4), "b": TableCount(6, 6)}
    whole = CountTable(items, (TableSum("all", ("a", "b")),))
    with_rest = CountTable(items, (TableSum("all", ("a", "b"), rest=True),))
    assert attack(whole, {"a"}) == {"a": Range(4, 4)}
    assert attack(with_rest, {"a"}) == {"a": Range(0, 4)}


def test_a_shown_range_is_public_as_a_range():
    table = CountTable(
        {"all": shown(10), "a": plain(4), "b": TableCount(5, 9)}, (TableSum("all", ("a", "b")),)
    )
    assert attack(table, {"a"}) == {"a": Range(1, 5)}


def test_an_earlier_release_narrows_what_this_one_hides():
    table = grid(
        [[3, 20], [4, 40]],
        known=[PublicBound(((0, 0), (1, 0)), 7, 7), PublicBound(((0, 0),), 2, 3)],
    )
    everything = {(r, c) for r in range(2) for c in range(2)}
    assert attack(table, everything)[0, 0] == Range(2, 3)


def test_whole_numbers_are_narrower_than_broken_ones():
    """Three pairs that each add up to an odd number, with one other cell to take up the slack."""
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    items = {k: TableCount(1, 1) for k in "abc"} | {pair: shown(2) for pair in pairs}
    table = CountTable(
        items | {"z": plain(0), "abcz": shown(3)},
        (
            *(TableSum(pair, pair, rest=True) for pair in pairs),
            TableSum("abcz", ("a", "b", "c", "z")),
        ),
    )
    assert attack(table, {*"abcz"}) == ranges(table, {*"abcz"})
    items |= {pair: shown(1) for pair in pairs} | {"c": TableCount(0, 0), "b": TableCount(0, 0)}
    table = CountTable(
        items | {"z": plain(1), "abcz": shown(2)},
        (
            *(TableSum(pair, pair, rest=True) for pair in pairs),
            TableSum("abcz", ("a", "b", "c", "z")),
        ),
    )
    # In broken numbers a, b and c are a half each, and z a half.
    assert attack(table, {*"abcz"})["z"] == Range(1, 2)


@pytest.mark.parametrize("hidden", [[("no", "such")], ["nothing", (0, 0)]])
def test_a_count_that_is_not_in_the_table_is_named(hidden):
    with pytest.raises(
        ValueError, match=r"There is no such count in the table: no(, such|thing)\."
    ):
        attack(grid([[3, 20], [30, 40]]), hidden)


def test_a_number_that_an_earlier_release_hid_only_for_others_need_not_be_zero():
    """A sum over all forces of four and a few more: that it is four or more is in the open."""

    def unsafe(*, for_others):
        items = {
            "sum": TableCount(4, 4, past=True, for_others=for_others),
            "shown": TableCount(4, 4),
            "hidden": TableCount(0, 0, must_hide=True),
        }
        sums = (TableSum("sum", ("shown", "hidden")),)
        table = CountTable(items, sums, (PublicBound(("hidden",), 0, 6),))
        return [each.key for each in disclosed(table, ["hidden"])]

    assert unsafe(for_others=False) == ["sum"]
    assert unsafe(for_others=True) == []
