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


WHY = "A missing cell says why."
NO_NUMBER = "A missing cell has no number and no months."
FLAGS = "Only a number can be provisional or estimated."
PRESENT = "Only a missing cell has a reason for being missing."
LOW_END = "A cell with a figure needs its low end."
ONE_VALUE = "A count has one value; a range of values is suppressed."
ONE_NUMBER = "A range of one number is a count, not suppressed."
MONTHS = "A part year covers 1 to 11 months."
NO_MONTHS = "Only a part year states its months."
NEGATIVE = "A count cannot be below zero: -1."


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Cell.count(-1), NEGATIVE),
        (lambda: Cell.suppressed(5, 2), "The range 5 to 2 is upside down."),
        (lambda: Cell.part_year(19, 13), MONTHS),
        (lambda: Cell.part_year(19, 0), MONTHS),
        (lambda: Cell.part_year(-1, 6), NEGATIVE),
        (lambda: Cell(State.PART_YEAR, 3, 3, 12), MONTHS),
        (lambda: Cell(State.MISSING), WHY),
        (lambda: Cell(State.MISSING, 3, 3, why=Missing.LATE), NO_NUMBER),
        (lambda: Cell(State.MISSING, low=3, why=Missing.LATE), NO_NUMBER),
        (lambda: Cell(State.MISSING, high=3, why=Missing.LATE), NO_NUMBER),
        (lambda: Cell(State.MISSING, months=3, why=Missing.LATE), NO_NUMBER),
        (lambda: Cell(State.MISSING, why=Missing.LATE, provisional=True), FLAGS),
        (lambda: Cell(State.MISSING, why=Missing.LATE, estimated=True), FLAGS),
        (lambda: Cell(State.VALUE, 3, 4), ONE_VALUE),
        (lambda: Cell(State.VALUE, 3, None), ONE_VALUE),
        (lambda: Cell(State.PART_YEAR, 3, 4, 6), ONE_VALUE),
        (lambda: Cell(State.VALUE), LOW_END),
        (lambda: Cell(State.SUPPRESSED, None, 4), LOW_END),
        (lambda: Cell(State.VALUE, 3, 3, months=6), NO_MONTHS),
        (lambda: Cell(State.SUPPRESSED, 1, 4, months=6), NO_MONTHS),
        (lambda: Cell(State.VALUE, 3, 3, why=Missing.LATE), PRESENT),
        (lambda: Cell(State.SUPPRESSED, 3, 3), ONE_NUMBER),
        (lambda: Cell(State.PART_YEAR, 3, 3), MONTHS),
        (lambda: Cell.count(3, previously=-1), "What was published before cannot be below zero."),
        (lambda: Range(-1, 2), NEGATIVE),
        (lambda: Range(-1, None), NEGATIVE),
        (lambda: Range(3, 2), "The range 3 to 2 is upside down."),
    ],
)
def test_a_cell_that_contradicts_itself_cannot_exist(make, words):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value) == words


def test_a_reason_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(ValueError) as error:
        Cell.missing("lost")
    assert str(error.value).startswith(
        "“lost” is no reason for a missing figure: not_held, refused"
    )
    assert str(error.value).endswith("not_settled.")


def test_nought_is_as_good_a_number_as_any():
    assert Range(0, 0).is_exact
    assert Range(0, None).low == 0
    assert Cell.suppressed(0, 4).range == Range(0, 4)
    assert Cell.part_year(0, 1).range == Range(0, 0)
    assert Cell.count(5, previously=0).is_revised


@pytest.mark.parametrize("months", range(1, 12))
def test_a_part_year_has_one_to_eleven_months(months):
    assert Cell.part_year(19, months).months == months


def test_flags_are_those_given_and_no_others():
    flags = {"provisional": True, "estimated": True, "previously": 54, "doubt": "year unclear"}
    plain = Cell.count(77)
    assert [getattr(plain, name) for name in flags] == [False, False, None, ""]
    for name, value in flags.items():
        only = {name: value}
        by_hand = [only.get(each, getattr(plain, each)) for each in flags]
        for cell in (Cell.count(77, **only), Cell.suppressed(1, 4).with_flags(**only)):
            assert [getattr(cell, each) for each in flags] == by_hand
    assert Cell.count(77, **flags).with_flags() == plain


def test_flags_leave_the_figure_as_it_is():
    cell = Cell.part_year(19, 6).with_flags(provisional=True)
    assert (cell.state, cell.range, cell.months) == (State.PART_YEAR, Range(19, 19), 6)


def test_a_withheld_number_or_a_part_year_is_never_called_revised():
    assert not Cell.suppressed(1, 4).with_flags(previously=9).is_revised
    assert not Cell.part_year(19, 6).with_flags(previously=38).is_revised


def test_a_range_is_exact_only_where_its_ends_meet():
    assert not Range(1, 4).is_exact
    assert not Range(1, None).is_exact


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
def test_a_range_holds_the_numbers_from_its_low_to_its_high_end(item, n):
    top = 70 if item.high is None else item.high
    assert item.contains(n) == (n in range(item.low, top + 1))


def test_of_nothing_the_sum_is_exactly_nought():
    assert Range.sum([]) == Range.exactly(0) == Range(0, 0)


@given(ranges(), st.integers(0, 70))
def test_a_range_is_below_a_number_only_if_all_of_it_is(item, n):
    top = item.low + 200 if item.high is None else item.high
    assert item.is_below(n) == all(value < n for value in range(item.low, top + 1))


@given(ranges(), ranges())
def test_two_ranges_meet_if_a_number_is_in_both_and_are_narrowed_to_such_numbers(one, other):
    def numbers(of):
        return set(range(of.low, 500 if of.high is None else of.high + 1))

    both = numbers(one) & numbers(other)
    assert one.meets(other) == other.meets(one) == bool(both)
    assert numbers(one.narrowed_to(other)) == (both or numbers(one))
