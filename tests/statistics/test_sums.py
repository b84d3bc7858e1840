"""Sums of typed cells, held against trying every number that a cell can stand for."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.cells import Range
from offences.statistics.notation import Entry, read_entry
from offences.statistics.sums import Agreement, CellSum, agreement, range_in_words, range_of, sum_of

NO_LIMIT = 40  # above every sum of these small worlds
counts = st.builds(lambda n: Entry("value", n), st.integers(0, 6))
withheld = st.just(Entry("suppressed", low=1)) | st.builds(
    lambda low, more: Entry("suppressed", low=low, high=low + more),
    st.integers(0, 5),
    st.integers(1, 3),
)
without = st.sampled_from([None, Entry("blank"), Entry("not_held"), Entry("refused")])
rows = st.lists(counts | withheld, min_size=1, max_size=3)


def every_number(entry):
    """What a cell can stand for, written out."""
    if entry.value is not None:
        return [entry.value]
    return list(range(entry.low, (NO_LIMIT if entry.high is None else entry.high) + 1))


def agrees(cells, stated, **options):
    return agreement(sum_of(map(read_entry, cells)), read_entry(stated), **options)


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("68", Range(68, 68)),
        ("0", Range(0, 0)),
        ("19 Apr-Sep", Range(19, 19)),
        ("<5", Range(1, 4)),
        ("0-4", Range(0, 4)),
        ("*", Range(1, None)),
        ("-", None),
        ("not held", None),
        ("s.12", None),
        ("", None),
    ],
)
def test_a_cell_can_stand_for_these_numbers(text, range_):
    assert range_of(read_entry(text)) == range_


def test_a_cell_without_a_number_is_told_and_adds_no_nought():
    assert sum_of(map(read_entry, ["5", "-", "", "<5"])) == CellSum(Range(6, 9), 2)
    assert sum_of(map(read_entry, ["-", "not held"])) == CellSum(None, 2)
    assert sum_of([]) == CellSum(None, 0)
    assert sum_of([read_entry("0")]) == CellSum(Range(0, 0), 0)


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        (Range(0, 0), "0"),
        (Range(1234, 1234), "1,234"),
        (Range(1, 4), "1 to 4"),
        (Range(1000, 2000), "1,000 to 2,000"),
        (Range(1, None), "1 or more"),
        (Range(1000, None), "1,000 or more"),
    ],
)
def test_a_range_is_said_with_both_its_ends(range_, words):
    assert range_in_words(range_) == words


@pytest.mark.parametrize(
    ("cells", "stated", "words", "kind"),
    [
        (["9", "32"], "41", "yes", "yes"),
        (["<5", "54"], "57", "can be: 57 is within", "possible"),
        (["*", "1040"], "1057", "can be: 1,057 is within", "possible"),
        (["<5", "73", "-", ""], "90", "13 to 16 short", "no"),
        (["9", "32"], "42", "1 short", "no"),
        (["9", "31"], "*", "can be: the ranges meet", "possible"),
        (["0"], "*", "1 or more short", "no"),
        (["<5"], "20-30", "16 to 29 short", "no"),
        (["60", "1-4"], "57", "4 to 7 over", "no"),
        (["9", "32"], "40", "1 over", "no"),
        (["3", "4"], "<5", "3 to 6 over", "no"),
        (["30", "*"], "20", "11 or more over", "no"),
        (["not held", "-"], "57", "nothing to compare", "open"),
        (["5", "6"], "not held", "nothing to compare", "open"),
        (["5", "6"], "", "nothing to compare", "open"),
        (["41", "-"], "41", "can be, if the other cells are zero", "possible"),
        (["41", "-", "*"], "43", "can be: 43 is within", "possible"),
        (["1-4", "1-4"], "<5", "can be: the ranges meet", "possible"),
        (["3", "1"], "<5", "can be: the ranges meet", "possible"),
    ],
)
def test_a_sum_is_a_range_and_agrees_where_both_can_be_right(cells, stated, words, kind):
    found = agrees(cells, stated)
    assert (found.words, found.kind) == (words, kind)


def test_only_a_sum_that_is_too_small_can_be_mended_by_more_rows():
    assert agrees(["5"], "9") == Agreement("no", "4 short", short=True)
    assert agrees(["9"], "5") == Agreement("no", "4 over", short=False)
    assert not agrees(["5"], "5").short


def test_rows_that_need_not_be_the_whole_may_add_up_to_less_and_never_to_more():
    less = agrees(["5"], "9", complete=False)
    assert less == Agreement("open", "4 less: these rows need not be the whole")
    assert agrees(["5"], "3", complete=False) == Agreement("no", "2 over")
    assert agrees(["5", "-"], "5", complete=False) == Agreement("yes", "yes")


@given(rows, counts | withheld)
def test_rows_and_total_disagree_only_if_no_numbers_make_both_right(cells, stated):
    sums = {sum(numbers) for numbers in product(*map(every_number, cells))}
    totals = set(every_number(stated))
    found = agreement(sum_of(cells), stated)
    assert (found.kind == "no") == (not sums & totals)
    assert (found.kind == "yes") == (sums == totals and len(totals) == 1)
    assert found.short == (max(sums) < min(totals))


@given(rows, st.lists(without, min_size=1, max_size=3), counts | withheld)
def test_a_row_without_a_number_never_makes_rows_and_total_agree_for_certain(cells, gaps, stated):
    assert agreement(sum_of([*cells, *gaps]), stated).kind != "yes"
    assert sum_of([*gaps, *cells]) == CellSum(sum_of(cells).range, len(gaps))
