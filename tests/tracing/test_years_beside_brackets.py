"""Years beside numbers in brackets, in a row, after "after", and labels of lines."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart

FORCES = "Tarn had 149, Holm 91."


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # what the brackets of a list hold
        ("Tarn in 2019/20\nTotal: 149\nPrevious year: {}\nGirls: 112", "110", "95"),
        # a year in brackets that end is not that of the next number
        (
            "Replies: Tarn (149 last year, 110 the year before), Holm ({}, previously 60).",
            "91",
            "60",
        ),
        # "after" leads to what a number went up from
        (
            "Tarn recorded 149 last year after 110 the year before, and Holm {} after 60.",
            "91",
            "60",
        ),
        ("Holm recorded 91 offences after {}, and Tarn 149 after 110.", "60", "110"),
        # in a row
        ("The total in Tarn went from 77 to 95, from there to {} and on to 149.", "110", "149"),
        ("Tarn had 77 in 2016/17. She put 95 in the following year, and then {}.", "110", "149"),
        ("In the year of the storms, 2018/19, Tarn had {}.", "110", "149"),
        ("In 2018/19 Tarn had 110, and {} in the year just published.", "149", "95"),
    ],
)
def test_the_year_of_a_number_in_brackets_or_beside_them(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The rise across the three years is {}.", "72", "39"),
        ("The latest rise was of {}.", "39", "72"),
        ("The surge across the three years is {}.", "72", "39"),
        ("{} – how many more that is than in the year before", "39", "72"),
        (
            "Between 2017/18 and 2018/19, when {} were added to the total, it reached 110.",
            "15",
            "39",
        ),
    ],
)
def test_a_difference_is_told_in_other_words(text, right, false):
    tell_apart("Tarn Police recorded 149.\n\n", text, right, false)


def test_a_fall_told_in_these_words_is_no_rise():
    assert flagged("Tarn recorded 149. The fall across the three years is 72.") == ["72"]
    assert flagged("Tarn recorded 149. The reduction across the three years is 72.") == ["72"]
    assert flagged("Tarn recorded 149.\n\n39 – how many fewer than in the year before") == ["39"]


def test_a_word_for_a_rise_may_mean_something_else():
    assert flagged("In 2019/20, a leap year, Tarn recorded 149.") == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The total had been {} as recently as 2018/19 and 149 the year after.", "110", "95"),
        ("The total was {} as late as 2017/18.", "95", "77"),
        ("Tarn recorded 149, up since 2016/17. It was {} at the start of the period.", "77", "95"),
        ("The increase last year was only {}.", "39", "72"),
        ("We had 77 in 2016/17. We are {} above that.", "72", "39"),
        ("Tarn had more than in the year before, with {}.", "149", "110"),
        ("In 2018/19, with {} offences, Tarn was quieter.", "110", "149"),
    ],
)
def test_a_year_named_with_as_is_that_of_its_number(text, right, false):
    tell_apart("Tarn Police recorded 149.\n\n", text, right, false)


@pytest.mark.parametrize(
    "first", ["149 offences (110 in 2018/19)", "149 (2018/19: 110)", "149 offences (110 last time)"]
)
def test_numbers_in_a_row_have_the_years_of_its_first(first: str) -> None:
    text = f"Tarn: {first}. Holm: {{}} ({{}})."
    assert flagged(text.format(91, 60)) == []
    assert flagged(text.format(60, 91)) == ["60", "91"]


def test_numbers_in_a_row_of_an_earlier_year_are_of_it() -> None:
    text = "In 2018/19, Tarn had 110 offences (149 in 2019/20), Holm {} ({})."
    assert flagged(text.format(60, 91)) == []
    assert flagged(text.format(91, 60)) == ["91", "60"]


@pytest.mark.parametrize(
    "some", ["of which {} were against girls", "{} of them against girls", "including {} girls’"]
)
def test_brackets_that_are_closed_leave_the_part_to_the_number_before(some: str) -> None:
    tell_apart("Tarn: 149 offences (110 in 2018/19), ", f"{some}.", "112", "28")
    earlier = "Tarn had 110 in 2018/19 (a year before, 95), "
    assert flagged(earlier + some.format(112) + ".") == ["112"]
