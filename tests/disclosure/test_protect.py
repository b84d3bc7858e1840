"""What is hidden besides the small counts: enough, and not much more than needed."""

from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offences.disclosure import (
    CountTable,
    PublicBound,
    TableCount,
    TableSum,
    cost,
    disclosed,
    protect,
    protection,
)
from offences.disclosure.linear import Linear, Unsettled, true_table
from offences.disclosure.system import SumRows, System
from offences.statistics.cells import Range
from tests.disclosure.worlds import cheapest, grid, plain, shown, small, unsafe
from tests.samples import examples

skewed = st.sampled_from([0, 1, 2, 3, 6, 7, 9, 12])


def test_one_small_count_takes_three_others_in_a_rectangle():
    table = grid([[3, 20, 90], [30, 40, 90], [90, 90, 90]])
    assert protect(table).hidden == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert protect(table).open == ()
    assert 3 < cost(table, protect(table).hidden) < 4


def test_what_an_earlier_release_hid_is_hidden_again_in_a_large_table_unless_it_is_unsafe():
    counts = [[3, 20, 90, 90], [30, 40, 90, 90], [90, 90, 90, 90], [90, 90, 90, 90]]
    kept = {key: TableCount(90, 90, kept=True) for key in ((0, 3), (3, 3), (3, 0))}
    alone = {(3, 3): TableCount(90, 90, kept=True)}
    with patch.object(protection, "MANY", -1):
        assert protect(grid(counts, items=kept)).hidden == {(0, 0), *kept}
        assert protect(grid(counts, items=alone)).hidden == {(0, 0), *kept}
        assert protect(grid(counts, items=alone)).open == ()
    # Where all can be looked at, what is cheapest now is hidden.
    assert protect(grid(counts, items=kept)).hidden == {(0, 0), (0, 1), (1, 0), (1, 1)}


@patch.object(protection, "MANY", -1)
def test_a_search_without_what_an_earlier_release_hid_shows_how_far_it_is_too():
    counts = [[3, 20, 90, 90], [30, 40, 90, 90], [90, 90, 90, 90], [90, 90, 90, 90]]
    items = {(0, c): shown(counts[0][c]) for c in (1, 2, 3)}
    items[3, 3] = TableCount(90, 90, kept=True)
    steps = []
    found = protect(grid(counts, items=items), report=lambda done, of: steps.append(done / of))
    assert found.hidden == {(0, 0)} and [each.key for each in found.open] == [(0, 0)]
    assert steps.count(1) == 2 and steps[-2] < 1


@given(st.lists(st.integers(0, 3), min_size=16, max_size=16), st.integers(0, 15))
@settings(max_examples=examples(5))
def test_the_solver_gets_rows_that_say_the_same_in_fewer_entries(numbers, more):
    counts = [numbers[n : n + 4] for n in range(0, 16, 4)]
    table = grid(counts, items={"half": TableCount(sum(numbers[:8]), sum(numbers[:8]))})
    half = tuple((r, c) for r in (0, 1) for c in range(4))
    system = System(replace(table, sums=(*table.sums, TableSum("half", half))))
    true, rows = true_table(system), system.rows
    assert rows.sparse.hold(true)
    true[more] += 1
    assert rows.sparse.hold(true) == rows.hold(true)
    assert len(rows.sparse.at_row) < len(rows.at_row)


def test_a_question_in_whole_numbers_ends_after_so_many_branches_not_after_so_long():
    random = np.random.default_rng(1)
    true = random.integers(0, 9, 40).astype(float)
    at_row = np.repeat(np.arange(12), 14)
    at_cell = np.concatenate([random.choice(40, 14, replace=False) for _ in range(12)])
    sign = random.choice([-1.0, 1.0], 12 * 14)
    sums = np.bincount(at_row, sign * true[at_cell])
    rows = SumRows(40, at_row, at_cell, sign, sums, sums)
    linear = Linear(rows, np.zeros(40), np.full(40, 9.0))
    linear.set_costs(random.integers(1, 50, 40).astype(float))
    linear.solve()
    assert linear.whole(1) is None
    assert rows.hold(linear.whole(1, to_the_end=False)[1])
    assert rows.hold(linear.whole()[1])


def unsolved(*_, **__):
    raise Unsettled("the solver gave up")


@pytest.mark.parametrize(
    "numbers", [[[3, 20, 90], [30, 40, 90], [90, 90, 90]], [[1, 1], [1, 0]], [[2, 9], [7, 1]]]
)
def test_a_solver_that_gives_up_leaves_more_in_doubt_and_never_less(numbers):
    table = grid(numbers)
    with patch.object(Linear, "solve", unsolved):
        found = protect(table)
    settled = {each.key for each in disclosed(table, found.hidden)}
    assert settled <= {each.key for each in found.open}


def test_a_range_whose_widest_is_not_settled_is_not_excused_as_the_widest():
    table = grid([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    hidden = protect(table).hidden
    assert not disclosed(table, hidden)
    with (
        patch.object(Linear, "solve", unsolved),
        patch.object(Linear, "whole", lambda *_, **__: None),
    ):
        assert {each.key for each in disclosed(table, hidden)} == hidden


def test_nothing_small_hides_nothing():
    assert protect(grid([[30, 20], [30, 40]])).hidden == frozenset()


def test_two_small_counts_in_a_row_protect_each_other_only_if_they_add_up_to_enough():
    def row(a, b):
        items = {"all": shown(a + b + 50), "a": plain(a), "b": plain(b), "c": TableCount(50, 50)}
        return protect(CountTable(items, (TableSum("all", ("a", "b", "c")),))).hidden

    assert row(4, 3) == {"a", "b"}
    assert row(1, 2) == {"a", "b", "c"}


def test_a_count_that_nothing_can_protect_is_said_to_be_open():
    items = {"all": shown(13), "a": plain(3), "b": shown(10)}
    found = protect(CountTable(items, (TableSum("all", ("a", "b")),)))
    assert found.hidden == {"a"}
    [left] = found.open
    assert (left.key, left.range) == ("a", Range(3, 3))
    assert "No further hiding can change that" in left.reason


def test_a_single_part_is_its_whole():
    table = CountTable({"all": shown(3), "a": plain(3)}, (TableSum("all", ("a",)),))
    assert [d.key for d in protect(table).open] == ["a"]
    hidable = CountTable({"all": TableCount(3, 3), "a": plain(3)}, (TableSum("all", ("a",)),))
    assert protect(hidable).hidden == {"all", "a"}
    assert protect(hidable).open == ()


def test_parts_of_a_total_of_nought_are_not_hidden():
    table = grid([[0, 0], [30, 40]])
    found = protect(table)
    assert found.hidden == frozenset()
    assert found.open == ()


def test_an_age_under_eleven_is_hidden_however_large_and_may_be_known_to_be_large():
    items = {"all": shown(60), "10": TableCount(30, 30, must_hide=True), "12": TableCount(30, 30)}
    found = protect(CountTable(items, (TableSum("all", ("10", "12")),)))
    assert found.hidden == {"10", "12"}
    assert found.open == ()


def test_what_the_force_itself_wrote_as_under_five_is_protected_like_a_small_count():
    items = {
        "all": shown(20),
        "a": TableCount(0, 4, must_hide=True),
        "b": TableCount(16, 20),
        "c": TableCount(0, None),
    }
    table = CountTable(items, (TableSum("all", ("a", "b")), TableSum("c", ("b",), rest=True)))
    found = protect(table)
    assert found.hidden >= {"a"}
    assert found.open == disclosed(table, found.hidden) == ()


def test_an_earlier_release_can_leave_a_count_open():
    known = [PublicBound(((0, 0),), 2, 3)]
    table = grid([[3, 20], [30, 40]], known=known)
    assert [d.key for d in protect(table).open] == [(0, 0)]


def test_the_order_in_which_a_table_is_written_changes_nothing():
    table = grid([[3, 20, 9], [7, 4, 9], [8, 9, 9]])
    turned = CountTable(
        dict(reversed(table.items.items())),
        tuple(TableSum(s.whole, s.parts[::-1], s.rest) for s in reversed(table.sums)),
    )
    assert protect(table) == protect(turned)


def test_the_smallest_are_lost_where_equally_many_would_do():
    table = grid([[3, 20, 21], [30, 40, 41], [31, 41, 42]])
    assert protect(table).hidden == {(0, 0), (0, 1), (1, 0), (1, 1)}


@settings(max_examples=examples(8))
@given(
    st.lists(
        st.lists(st.sampled_from([0, 1, 2, 3, 4, 6]), min_size=3, max_size=3),
        min_size=2,
        max_size=2,
    )
)
def test_on_two_rows_nothing_is_disclosed_and_the_least_is_lost(counts):
    table = grid(counts, threshold=3)
    found = protect(table, threshold=3)
    assert {d.key for d in found.open} == unsafe(table, found.hidden, 3)
    least = cheapest(table, unsafe, 3)
    if least is not None:
        assert found.open == ()
        assert cost(table, found.hidden) == pytest.approx(least)


def test_the_least_is_lost_where_there_is_more_to_choose_from_than_can_be_tried():
    counts = [[30, 4, 6, 6, 20], [9, 12, 8, 20, 1], [9, 4, 8, 8, 30], [3, 7, 12, 30, 7]]
    table = grid(counts)
    least = protect(table)
    assert least.open == disclosed(table, least.hidden) == ()
    assert len(least.hidden - small(table)) == 4
    with patch.object(protection, "WORK", 0):
        assert len(protect(table).hidden - small(table)) == 6


@settings(max_examples=examples(5))
@given(
    st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=3, max_size=4).map(
        lambda rows: [[n // 4 if n < 24 else n for n in row] for row in rows]
    )
)
def test_the_search_for_large_tables_alone_is_within_twice_the_best_on_small_ones(counts):
    table = grid(counts)
    exactly = protect(table)
    with patch.object(protection, "MANY", -1):
        searched = protect(table)
    assert {d.key for d in searched.open} == {d.key for d in disclosed(table, searched.hidden)}
    if not exactly.open:
        assert searched.open == ()
        assert cost(table, searched.hidden) <= 2 * cost(table, exactly.hidden)


def test_ages_by_sex_tie_two_breakdowns_together():
    """A crossing: each of its cells is a part of an age and of a sex, and both of the total."""
    ages, sexes = ("12", "13", "14"), ("girls", "boys")
    counts = {"12": (3, 20), "13": (25, 22), "14": (31, 6)}
    crossed = {(a, s): counts[a][n] for a in ages for n, s in enumerate(sexes)}
    sums = [sum(counts[a][n] for a in ages) for n in range(2)]
    items = {key: plain(n) for key, n in crossed.items()}
    items |= {a: TableCount(sum(counts[a]), sum(counts[a])) for a in ages}
    items |= {s: TableCount(n, n) for s, n in zip(sexes, sums, strict=True)}
    items["force"] = shown(sum(crossed.values()))
    table = CountTable(
        items,
        (
            *(TableSum(a, tuple((a, s) for s in sexes)) for a in ages),
            *(TableSum(s, tuple((a, s) for a in ages)) for s in sexes),
            TableSum("force", ages),
            TableSum("force", sexes),
        ),
    )
    found = protect(table)
    assert found.open == ()
    assert unsafe(table, found.hidden) == set()
    assert cost(table, found.hidden) <= 2 * cheapest(table, disclosed)


@settings(max_examples=examples(4))
@given(st.lists(st.lists(skewed, min_size=3, max_size=3), min_size=3, max_size=3))
def test_on_three_rows_at_most_twice_the_least_is_lost(counts):
    table = grid(counts)
    least = cheapest(table, disclosed)
    if least is not None:
        found = protect(table)
        assert found.open == ()
        assert cost(table, found.hidden) <= 2 * least


@pytest.mark.parametrize(
    ("table", "named"),
    [
        (
            CountTable(
                {"all": shown(10), "a": plain(3), "b": plain(4)}, (TableSum("all", ("a", "b")),)
            ),
            "all",
        ),
        (CountTable({"a": plain(3), "b": plain(4)}, (), (PublicBound(("a", "b"), 8, 9),)), "a; b"),
        (
            CountTable(
                {"all": TableCount(10, 12), "a": TableCount(1, 4), "b": TableCount(1, 4)},
                (TableSum("all", ("a", "b")),),
            ),
            "all",
        ),
    ],
)
def test_numbers_that_contradict_each_other_are_refused_with_the_name_of_the_sum(table, named):
    with pytest.raises(ValueError, match=f"contradict each other at the sum of {named}"):
        protect(table)


def test_a_count_twice_in_a_sum_is_refused():
    with pytest.raises(ValueError, match="twice in the sum of all"):
        protect(CountTable({"all": shown(6), "a": plain(3)}, (TableSum("all", ("a", "a")),)))


def test_a_count_cannot_be_hidden_and_shown():
    with pytest.raises(ValueError, match="must be hidden and must be shown"):
        TableCount(3, 3, must_hide=True, must_show=True)
