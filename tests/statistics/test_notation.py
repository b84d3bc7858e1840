"""What officers and forces type into a cell, and the sentence about what cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.notation import Entry, NotACount, read_entry
from offences.statistics.years import Year
from offences.words.cells import entry_in_words


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
    assert entry_in_words(entry) == "zero, for the checker to confirm"


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
        ("n/a", Entry("not_held")),
        ("refused", Entry("refused")),
        ("s.12", Entry("refused", section="s.12")),
        ("s.31, s.40(2)", Entry("refused", section="s.31, s.40(2)")),
        ("sections 31 and 40(5b)", Entry("refused", section="s.31, s.40(5B)")),
        ("refused, s.23(5); s.23(5)", Entry("refused", section="s.23(5)")),
        ("s12", Entry("refused", section="s.12")),
        ("section 12", Entry("refused", section="s.12")),
        ("s.40(2)", Entry("refused", section="s.40(2)")),
        ("S.40(5b)", Entry("refused", section="s.40(5B)")),
        ("12e", Entry("value", 12, estimated=True)),
        ("12 e", Entry("value", 12, estimated=True)),
        ("12p", Entry("value", 12, provisional=True)),
        ("12ep", Entry("value", 12, estimated=True, provisional=True)),
        ("12pe", Entry("value", 12, estimated=True, provisional=True)),
        ("12", Entry("value", 12)),
        ("refused s.12", Entry("refused", section="s.12")),
        ("refused, section 40 (2)", Entry("refused", section="s.40(2)")),
        ("s.12a", Entry("refused", section="s.12A")),
        ("s.1(1)(a)", Entry("refused", section="s.1(1)(a)")),
        ("< 1,001", Entry("suppressed", low=1, high=1000)),
        ("1,000-2,000", Entry("suppressed", low=1000, high=2000)),
        ("2-5", Entry("suppressed", low=2, high=5)),
        ("1-2", Entry("suppressed", low=1, high=2)),
        ("12e Apr-Sep", Entry("value", 12, estimated=True, period=(4, 9))),
        ("19 Jan-Feb", Entry("value", 19, period=(1, 2))),
        ("19 December to January", Entry("value", 19, period=(12, 1))),
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
    ("text", "remedy"),
    [
        ("3.5", "whole number"),
        ("-1", "below zero"),
        ("−1", "below zero"),
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
def test_what_is_no_count_is_refused_with_the_way_to_put_it_right(text, remedy):
    with pytest.raises(NotACount) as error:
        read_entry(text)
    assert text in str(error.value)
    assert remedy in str(error.value)
    assert str(error.value).count(". ") == 0  # one sentence


WHOLE = " is not a whole number: type the count of offences, without a decimal point."
BELOW = " is below zero: type the number without a minus sign, or - if left blank."
ODD = " has a comma or space in an odd place: type it like 1234 or 1,234."
ESTIMATE = (
    " is not a plain number: type e behind the number for an estimate, like 12e, or p for a"
    " provisional one, like 12p."
)
ALONE = " is not a plain number: type the number alone and put the rest in the notes."
MONTHS = (
    " is not a plain number: for part of a year type the number and its months, like 19 Apr-Sep;"
    " put any other note in the notes."
)
ANYTHING = (
    " is not something this cell takes: type a number, <5 or 1-4 if withheld, *, - if left blank,"
    " not held, [x] or refused."
)
NOUGHT = (
    " leaves only zero: type 0 if the force says there were none, or * if it withheld the number."
)
ONLY_ONE = " leaves only 1: type 1 if the force gave that number, or 0-1 if it may also be zero."
FORWARDS_TYPED = ": the months must run forwards inside one April to March, like Apr-Sep."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.5", WHOLE),
        (".5", WHOLE),
        ("3.", WHOLE),
        ("1,234.5", WHOLE),
        ("-1", BELOW),
        ("- 1,234", BELOW),
        ("1,23", ODD),
        ("12 345 6", ODD),
        ("12 (est)", ESTIMATE),
        ("12 est.", ESTIMATE),
        ("12 estimated", ESTIMATE),
        ("12 (provisional)", ESTIMATE),
        ("about 12 prov.", ESTIMATE),
        ("5+", ALONE),
        ("68¹", ALONE),
        ("68(1)", MONTHS),
        ("19 Ap-Se", MONTHS),
        ("19 Apr", MONTHS),
        ("19 Apr-Foo", MONTHS),
        ("19 Foo-Sep", MONTHS),
        ("19 Sep-Apr", FORWARDS_TYPED),
        ("twelve", ANYTHING),
        ("about 12", ANYTHING),
        ("<0", NOUGHT),
        ("<1", NOUGHT),
        ("<=0", NOUGHT),
        ("0-0", NOUGHT),
        ("<2", ONLY_ONE),
        ("1-1", ONLY_ONE),
        ("4-4", " leaves only 4: type 4."),
        ("5-2", " runs backwards: type the lower number first, 2-5."),
        ("007", " starts with a zero; type the number without it."),
        ("00", " starts with a zero; type the number without it."),
        ("10000000", " is too large: the largest number taken is 9,999,999."),
        ("<99,999,999", " is too large: the largest number taken is 9,999,999."),
        ("≤99,999,999", " is too large: the largest number taken is 9,999,999."),
        ("1-99,999,999", " is too large: the largest number taken is 9,999,999."),
        ("007-9", " starts with a zero; type the number without it."),
        ("99,999,999", " is too large: the largest number taken is 9,999,999."),
    ],
)
def test_each_slip_is_told_in_its_own_sentence(text, words):
    with pytest.raises(NotACount) as error:
        read_entry(text)
    assert str(error.value) == f"“{text}”{words}"


def test_a_long_text_is_repeated_only_as_far_as_it_can_be_recognised():
    with pytest.raises(NotACount) as error:
        read_entry("b" * 60)
    assert str(error.value).startswith(f"“{'b' * 60}” is not")
    with pytest.raises(NotACount) as error:
        read_entry("b" * 61)
    assert str(error.value).startswith(f"“{'b' * 59}…” is not")


def test_calendar_years_beside_months_must_be_those_of_the_column():
    year = Year(2018)
    assert read_entry("19 Apr 2018-Sep 2018", year) == Entry("value", 19, period=(4, 9))
    assert read_entry("19 Oct 2018 to Mar 2019", year) == Entry("value", 19, period=(10, 3))
    assert read_entry("19 Feb 2019 to Mar 2019", year) == Entry("value", 19, period=(2, 3))
    assert read_entry("19 Apr-Sep 2018", year) == Entry("value", 19, period=(4, 9))
    assert read_entry("19 Apr 2018-Mar 2019", year) == Entry("value", 19)
    remedy = "type the months of that year, without a calendar year."
    for typed, wrong in (
        ("19 Apr 2019-Sep 2019", "April 2019"),
        ("19 Apr-Sep 2019", "September 2019"),
        ("19 Oct-Mar 2018", "March 2018"),
        ("19 Mar 2018-Mar 2018", "March 2018"),
        ("19 Apr 2017-Sep 2018", "April 2017"),
    ):
        with pytest.raises(NotACount) as error:
            read_entry(typed, year)
        assert str(error.value) == f"“{typed}”: {wrong} is not in 2018/19; {remedy}"
    with pytest.raises(NotACount) as error:
        read_entry("19 Apr 2019-Sep 2019")
    assert str(error.value) == (
        "“19 Apr 2019-Sep 2019”: type the months without a calendar year, like 19 Apr-Sep."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("68", ""),
        ("<5", "1 to 4, withheld by the force"),
        ("*", "at least 1, withheld by the force, no limits given"),
        ("-", "left blank by the force"),
        ("n/h", "not held by the force"),
        ("s.12", "refused under s.12"),
        ("refused", "refused by the force"),
        ("[x]", "not available"),
        ("1,000-2,000", "1,000 to 2,000, withheld by the force"),
        ("0", "zero, for the checker to confirm"),
        ("12e", "estimated by the force"),
        ("12p", "provisional"),
        ("19 Apr-Sep", "April to September only"),
        ("19 May-May", "May only"),
        ("0 Apr-Sep", "zero, for the checker to confirm, April to September only"),
        ("12ep", "estimated by the force, provisional"),
    ],
)
def test_every_entry_is_said_back(text, words):
    assert entry_in_words(read_entry(text)) == words
