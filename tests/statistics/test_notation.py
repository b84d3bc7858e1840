import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.cells import Cell
from offences.statistics.notation import (
    LARGEST,
    MARKERS,
    Entry,
    NotACount,
    in_words,
    months_in,
    published,
    published_markers,
    read_entry,
    write_entry,
)
from offences.statistics.years import Year

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
        # <1 leaves nought alone, which is a count and no withheld number.
        return Entry("suppressed", low=low, high=high)
    if state == "refused":
        return Entry("refused", section=draw(st.just("") | sections))
    return Entry(draw(st.sampled_from(["not_held", "not_available", "blank"])))


@given(entries())
def test_an_entry_as_written_reads_back_as_itself(entry):
    assert read_entry(write_entry(entry)) == entry


@given(st.text(max_size=30))
def test_any_text_is_an_entry_nothing_or_refused_with_a_sentence(text):
    try:
        entry = read_entry(text)
    except NotACount as error:
        assert str(error).endswith(".")
        assert " ".join(text.split())[:59] in str(error)
    else:
        assert (entry is None) == (not text.strip())


@pytest.mark.parametrize("text", ["1234", "1,234", "1 234", "1\u00a0234", "１，２３４", " 1234 "])
def test_thousands_are_read_however_a_spreadsheet_spaces_them(text):
    assert read_entry(text) == Entry("value", 1234)


@pytest.mark.parametrize("text", ["<5", "< 5", "under 5", "Fewer than 5", "less than 5", "<=4"])
def test_fewer_than_five_is_one_to_four(text):
    assert read_entry(text) == Entry("suppressed", low=1, high=4)


@pytest.mark.parametrize("text", ["1-4", "1–4", "1 to 4", "1 - 4"])
def test_both_limits_can_be_typed(text):
    assert read_entry(text) == Entry("suppressed", low=1, high=4)


def test_at_most_five_is_one_to_five():
    assert read_entry("≤5") == read_entry("<=5") == Entry("suppressed", low=1, high=5)


def test_a_star_is_withheld_without_an_upper_limit_and_never_nought():
    assert read_entry("*") == Entry("suppressed", low=1, high=None)


@pytest.mark.parametrize("text", ["0", "nil", "None", "NIL"])
def test_nought_is_a_value_for_the_checker_to_confirm(text):
    entry = read_entry(text)
    assert entry == Entry("value", 0)
    assert in_words(entry) == "nought, for the checker to confirm"


@pytest.mark.parametrize("text", ["-", "–", "—"])
def test_a_dash_is_a_blank_and_never_nought(text):
    assert read_entry(text) == Entry("blank")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("not held", Entry("not_held")),
        ("N/H", Entry("not_held")),
        ("[x]", Entry("not_available")),
        ("not available", Entry("not_available")),
        ("n/a", Entry("not_available")),
        ("refused", Entry("refused")),
        ("s.12", Entry("refused", section="s.12")),
        ("s12", Entry("refused", section="s.12")),
        ("section 12", Entry("refused", section="s.12")),
        ("s.40(2)", Entry("refused", section="s.40(2)")),
        ("S.40(5b)", Entry("refused", section="s.40(5B)")),
        ("12e", Entry("value", 12, estimated=True)),
        ("12 e", Entry("value", 12, estimated=True)),
        ("12p", Entry("value", 12, provisional=True)),
        ("19 Apr-Sep", Entry("value", 19, period=(4, 9))),
        ("19 (Apr to Sep)", Entry("value", 19, period=(4, 9))),
        ("19 April to September", Entry("value", 19, period=(4, 9))),
        ("19 Oct–Mar", Entry("value", 19, period=(10, 3))),
        ("19 Sept-Feb", Entry("value", 19, period=(9, 2))),
        ("19 April to March", Entry("value", 19)),
    ],
)
def test_what_forces_and_officers_write_is_read(text, entry):
    assert read_entry(text) == entry


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "\n"])
def test_an_empty_cell_was_not_entered_yet(text):
    assert read_entry(text) is None


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("3.5", "whole number"),
        ("-1", "below nought"),
        ("−1", "below nought"),
        ("12 (est)", "12e"),
        ("12 est.", "12e"),
        ("1,23", "odd place"),
        ("1,234 567", "odd place"),
        ("<0", "type 0"),
        ("<1", "type 0"),
        ("<2", "type 1"),
        ("5-2", "2-5"),
        ("4-4", "type 4"),
        ("10000000", "9,999,999"),
        ("007", "without it"),
        ("68¹", "notes"),
        ("68(1)", "notes"),
        ("19 Sep-Apr", "forwards"),
        ("twelve", "type a number"),
        ("5+", "notes"),
        ("٣", "type a number"),
    ],
)
def test_what_is_no_count_is_refused_with_the_way_to_mend_it(text, mend):
    with pytest.raises(NotACount) as error:
        read_entry(text)
    assert text in str(error.value)
    assert mend in str(error.value)
    assert str(error.value).count(". ") == 0  # one sentence


def test_calendar_years_beside_months_must_be_those_of_the_column():
    year = Year(2018)
    assert read_entry("19 Apr 2018-Sep 2018", year) == Entry("value", 19, period=(4, 9))
    assert read_entry("19 Oct 2018 to Mar 2019", year) == Entry("value", 19, period=(10, 3))
    with pytest.raises(NotACount, match="not in 2018/19"):
        read_entry("19 Apr 2019-Sep 2019", year)
    with pytest.raises(NotACount, match="without a calendar year"):
        read_entry("19 Apr 2019-Sep 2019")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("68", ""),
        ("<5", "1 to 4, withheld by the force"),
        ("*", "withheld by the force, no limits given"),
        ("-", "left blank by the force"),
        ("n/h", "not held by the force"),
        ("s.12", "refused under s.12"),
        ("refused", "refused by the force"),
        ("19 Apr-Sep", "April to September only"),
        ("19 May-May", "May only"),
        ("0 Apr-Sep", "nought, for the checker to confirm, April to September only"),
        ("12ep", "estimated by the force, provisional"),
    ],
)
def test_every_entry_is_said_back(text, words):
    assert in_words(read_entry(text)) == words


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
    ],
)
def test_a_cell_is_published_with_its_markers(cell, text, markers):
    assert published(cell) == text
    assert published_markers(cell) == markers
    assert set(markers) <= set(MARKERS)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Entry("value"),
        lambda: Entry("value", -1),
        lambda: Entry("lost"),
        lambda: Entry("blank", 3),
        lambda: Entry("suppressed"),
        lambda: Entry("suppressed", low=3),
        lambda: Entry("suppressed", low=4, high=4),
        lambda: Entry("not_held", high=4),
        lambda: Entry("refused", section="12"),
        lambda: Entry("blank", section="s.12"),
        lambda: Entry("value", 3, period=(9, 4)),
        lambda: Entry("blank", provisional=True),
    ],
)
def test_an_entry_that_contradicts_itself_cannot_exist(make):
    with pytest.raises(ValueError):
        make()
