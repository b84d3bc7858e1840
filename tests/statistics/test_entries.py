"""An entry of the grid: what it may hold, how it is written, and a cell as it is published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.cells import Cell
from offences.statistics.notation import (
    LARGEST,
    Entry,
    months_in,
    published,
    published_markers,
    read_entry,
    write_entry,
)
from offences.words.cells import MARKERS

numbers = st.integers(0, LARGEST)
months = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda p: months_in(*p))
sections = st.builds(
    lambda number, part: f"s.{number}{part}",
    st.integers(1, 99),
    st.sampled_from(["", "A", "(2)", "(5B)", "(1)(a)"]),
)


@st.composite
def entries(draw):
    state = draw(st.sampled_from(["value", "suppressed", "refused", "other"]))
    if state == "value":
        return Entry(
            "value",
            draw(numbers),
            period=draw(st.none() | months),
            provisional=draw(st.booleans()),
            estimated=draw(st.booleans()),
        )
    if state == "suppressed":
        if draw(st.booleans()):
            return Entry("suppressed", low=1)
        low, high = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
        # <1 leaves zero alone, which is a count and no withheld number.
        return Entry("suppressed", low=low, high=high)
    if state == "refused":
        return Entry("refused", section=draw(st.just("") | sections))
    return Entry(draw(st.sampled_from(["not_held", "not_available", "blank"])))


@given(entries())
def test_an_entry_as_written_reads_back_as_itself(entry):
    assert read_entry(write_entry(entry)) == entry


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (Entry("value", 0), "0"),
        (Entry("value", 1234), "1,234"),
        (Entry("value", 12, estimated=True), "12e"),
        (Entry("value", 12, provisional=True), "12p"),
        (Entry("value", 12, estimated=True, provisional=True), "12ep"),
        (Entry("value", 19, period=(4, 9)), "19 Apr-Sep"),
        (Entry("value", 19, period=(1, 1)), "19 Jan-Jan"),
        (Entry("value", 19, estimated=True, period=(12, 3)), "19e Dec-Mar"),
        (Entry("suppressed", low=1), "*"),
        (Entry("suppressed", low=1, high=4), "<5"),
        (Entry("suppressed", low=1, high=1000), "<1,001"),
        (Entry("suppressed", low=1, high=LARGEST - 1), "<9,999,999"),
        (Entry("suppressed", low=1, high=LARGEST), "1-9,999,999"),
        (Entry("suppressed", low=0, high=4), "0-4"),
        (Entry("suppressed", low=1000, high=2000), "1,000-2,000"),
        (Entry("refused"), "refused"),
        (Entry("refused", section="s.40(2)"), "s.40(2)"),
        (Entry("refused", section="s.31, s.40(2)"), "s.31, s.40(2)"),
        (Entry("not_held"), "not held"),
        (Entry("not_available"), "[x]"),
        (Entry("blank"), "-"),
    ],
)
def test_an_entry_is_written_as_an_officer_types_it(entry, text):
    assert write_entry(entry) == text


VALUE_ONLY = "An entry has a value when its state is value, and only then."
LOW_ONLY = "An entry has a lower limit when it is suppressed, and only then."
NO_LIMIT = "A withheld number with no upper limit is at least 1."
SECTION = "A section, written like s.12 or s.40(2), belongs to a refusal."
FLAGS = "Only a value has months or is provisional or estimated."
FORWARDS = "The months run forwards inside one April to March, but not all of it."


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Entry("lost"), "“lost” is not a state of an entry."),
        (lambda: Entry("value"), VALUE_ONLY),
        (lambda: Entry("blank", 3), VALUE_ONLY),
        (lambda: Entry("blank", 0), VALUE_ONLY),
        (lambda: Entry("value", -1), "A value is from 0 to 9,999,999, not -1."),
        (lambda: Entry("value", 10_000_000), "A value is from 0 to 9,999,999, not 10000000."),
        (lambda: Entry("suppressed"), LOW_ONLY),
        (lambda: Entry("blank", low=1), LOW_ONLY),
        (lambda: Entry("value", 3, low=0), LOW_ONLY),
        (lambda: Entry("not_held", high=4), "An upper limit needs a lower one."),
        (lambda: Entry("suppressed", low=3), NO_LIMIT),
        (lambda: Entry("suppressed", low=0), NO_LIMIT),
        (lambda: Entry("suppressed", low=4, high=4), "4 to 4 is not a range of possible counts."),
        (lambda: Entry("suppressed", low=5, high=4), "5 to 4 is not a range of possible counts."),
        (lambda: Entry("suppressed", low=-1, high=4), "-1 to 4 is not a range of possible counts."),
        (
            lambda: Entry("suppressed", low=1, high=10_000_000),
            "1 to 10000000 is not a range of possible counts.",
        ),
        (lambda: Entry("refused", section="12"), SECTION),
        (lambda: Entry("blank", section="s.12"), SECTION),
        (lambda: Entry("value", 3, section="s.12"), SECTION),
        (lambda: Entry("blank", provisional=True), FLAGS),
        (lambda: Entry("blank", estimated=True), FLAGS),
        (lambda: Entry("blank", period=(4, 9)), FLAGS),
        (lambda: Entry("value", 3, period=(9, 4)), FORWARDS),
        (lambda: Entry("value", 3, period=(4, 3)), FORWARDS),
    ],
)
def test_an_entry_that_contradicts_itself_cannot_exist(make, words):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value) == words


def test_the_least_and_the_most_that_can_be_entered():
    assert read_entry("0-9,999,999") == Entry("suppressed", low=0, high=LARGEST)
    assert read_entry("9,999,999") == Entry("value", LARGEST)
    assert read_entry("0") == Entry("value", 0)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (4, 4, 1),
        (12, 12, 1),
        (1, 1, 1),
        (3, 3, 1),
        (4, 9, 6),
        (10, 3, 6),
        (12, 1, 2),
        (4, 2, 11),
        (5, 3, 11),
        (4, 3, None),  # the whole year
        (3, 4, None),
        (9, 8, None),
        (0, 4, None),
        (4, 0, None),
        (13, 3, None),
        (4, 13, None),
    ],
)
def test_the_months_of_a_part_year_are_counted_inside_one_april_to_march(first, last, count):
    assert months_in(first, last) == count


@pytest.mark.parametrize(
    ("cell", "text", "markers"),
    [
        (Cell.count(68), "68", ()),
        (Cell.count(0), "0", ()),
        (Cell.count(1234), "1,234", ()),
        (Cell.suppressed(1, 4), "1 to 4", ("c",)),
        (Cell.suppressed(1, None), "[c]", ("c",)),
        (Cell.part_year(19, 6), "19", ()),
        (Cell.missing("blank"), "[x]", ("x",)),
        (Cell.missing("unconfirmed_zero"), "[x]", ("x",)),
        (Cell.count(77, previously=54, provisional=True), "77", ("p", "r")),
        (Cell.count(77, estimated=True, previously=77), "77", ("e",)),
        (Cell.count(98, history=((1, 170), (2, 98))), "98", ("r",)),
        (Cell.count(13, doubt="later releases have none"), "13", ("u",)),
    ],
)
def test_a_cell_is_published_with_its_markers(cell, text, markers):
    assert published(cell) == text
    assert published_markers(cell) == markers
    assert set(markers) <= set(MARKERS)


def test_a_year_since_which_offences_are_counted_in_another_way_is_marked_whatever_its_cell():
    for cell in (Cell.count(0), Cell.suppressed(1, 4), Cell.missing("blank")):
        assert published_markers(cell, is_broken=True) == (*published_markers(cell), "b")


def test_the_legend_explains_those_markers_alone_that_a_file_can_contain():
    flags = {"provisional": True, "estimated": True, "previously": 54, "doubt": "a slip"}
    cells = (Cell.count(77, **flags), Cell.suppressed(1, 4), Cell.missing("blank"))
    used = {marker for cell in cells for marker in published_markers(cell, is_broken=True)}
    assert used == set(MARKERS)
