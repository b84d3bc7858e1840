import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.cells import Cell, Missing, Range, State

counts = st.integers(0, 10_000)


@st.composite
def ranges(draw, limits=True):
    low = draw(st.integers(0, 30))
    high = draw(st.one_of(st.none(), st.integers(low, low + 30)) if limits else st.just(low))
    return Range(low, high)


def test_a_confirmed_nought_is_a_count():
    assert Cell.count(0).is_exact
    assert Cell.count(0).value == 0
    assert not Cell.count(0).is_missing


def test_a_missing_figure_has_no_value_and_no_range():
    cell = Cell.missing("refused")
    assert cell.why is Missing.REFUSED
    assert cell.value is None
    assert cell.range is None
    assert not cell.is_comparable


def test_a_withheld_range_of_one_number_is_a_count():
    assert Cell.suppressed(4, 4) == Cell.count(4)


def test_twelve_months_are_a_count_and_six_are_a_part_year():
    assert Cell.part_year(19, 12) == Cell.count(19)
    six = Cell.part_year(19, 6)
    assert six.state is State.PART_YEAR
    assert six.value == 19
    assert not six.is_exact
    assert not six.is_comparable


def test_a_withheld_number_compares_but_has_no_single_value():
    cell = Cell.suppressed(1, None)
    assert cell.is_comparable
    assert not cell.is_exact
    assert cell.value is None
    assert cell.range == Range(1, None)


def test_a_printed_value_in_doubt_is_shown_and_never_compared():
    cell = Cell.count(32, doubt="year basis unclear")
    assert cell.value == 32
    assert not cell.is_comparable


def test_a_figure_is_revised_only_where_the_release_before_said_another():
    assert Cell.count(77, previously=54).is_revised
    assert not Cell.count(77, previously=77).is_revised
    assert not Cell.count(77).is_revised


@pytest.mark.parametrize(
    "make",
    [
        lambda: Cell.count(-1),
        lambda: Cell.suppressed(5, 2),
        lambda: Cell.part_year(19, 13),
        lambda: Cell.part_year(19, 0),
        lambda: Cell.missing("lost"),
        lambda: Cell(State.MISSING),
        lambda: Cell(State.MISSING, 3, 3, why=Missing.LATE),
        lambda: Cell(State.MISSING, why=Missing.LATE, provisional=True),
        lambda: Cell(State.VALUE, 3, 4),
        lambda: Cell(State.VALUE, 3, None),
        lambda: Cell(State.VALUE),
        lambda: Cell(State.VALUE, 3, 3, months=6),
        lambda: Cell(State.VALUE, 3, 3, why=Missing.LATE),
        lambda: Cell(State.SUPPRESSED, 3, 3),
        lambda: Cell(State.PART_YEAR, 3, 3),
        lambda: Cell.count(3, previously=-1),
        lambda: Range(-1, 2),
        lambda: Range(3, 2),
    ],
)
def test_a_cell_that_contradicts_itself_cannot_exist(make):
    with pytest.raises(ValueError):
        make()


@given(st.lists(ranges(), max_size=6))
def test_a_sum_of_ranges_has_no_upper_limit_once_one_part_has_none(parts):
    total = Range.sum(parts)
    assert total.low == sum(part.low for part in parts)
    if any(part.high is None for part in parts):
        assert total.high is None
    else:
        assert total.high == sum(part.high for part in parts)


@given(ranges(), ranges(), st.data())
def test_the_sum_of_two_ranges_holds_every_sum_of_their_values(one, other, data):
    def a_value_of(item):
        return data.draw(st.integers(item.low, item.low + 40 if item.high is None else item.high))

    a, b = a_value_of(one), a_value_of(other)
    assert one.contains(a)
    assert (one + other).contains(a + b)


@given(ranges(), st.integers(0, 70))
def test_a_range_is_below_a_number_only_if_all_of_it_is(item, n):
    top = item.low + 200 if item.high is None else item.high
    assert item.is_below(n) == all(value < n for value in range(item.low, top + 1))
