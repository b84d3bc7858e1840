import pytest

from offences.english import (
    and_list,
    area,
    by_or_in,
    counted,
    ended,
    in_area,
    is_uk,
    months,
    number,
    on_or_in,
    possessive,
    quantity,
    sentence,
    singular,
    small_number,
    without_victims,
)
from offences.statistics.cells import Range


def test_thousands_have_a_comma():
    assert [number(n) for n in (999, 1000, 8224, 1234567)] == ["999", "1,000", "8,224", "1,234,567"]


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "0 offences"), (1, "1 offence"), (2, "2 offences"), (1001, "1,001 offences")],
)
def test_a_noun_agrees_with_its_number(n, words):
    assert counted(n, "offences") == words


@pytest.mark.parametrize(
    ("many", "one"),
    [("working days", "working day"), ("questions to forces", "question to forces")],
)
def test_one_of_what_a_round_counts_is_singular(many, one):
    assert (counted(1, many), counted(2, many)) == (f"1 {one}", f"2 {many}")


def test_only_the_counted_noun_becomes_singular():
    measure = "online sexual offences against under-18s"
    assert counted(1, measure) == "1 online sexual offence against under-18s"
    assert singular("crimes and offences") == "crime and offences"
    assert singular("grooming") == "grooming"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Range(48, 48), "48"),
        (Range(1, 4), "between 1 and 4"),
        (Range(0, 4), "fewer than 5"),
        (Range(1, None), "at least 1"),
        (Range(1000, None), "at least 1,000"),
        (Range(1000, 1000), "1,000"),
        (Range(0, 0), "0"),
        (Range(0, 1000), "fewer than 1,001"),
        (Range(1000, 1003), "between 1,000 and 1,003"),
    ],
)
def test_a_range_is_said_in_words_that_hold_for_all_of_it(figure, words):
    assert quantity(figure) == words


def test_at_least_one_is_singular():
    assert counted(Range(1, None), "online offences") == "at least 1 online offence"
    assert counted(Range(2, None), "online offences") == "at least 2 online offences"


@pytest.mark.parametrize("text", ["Smallville", "Smallville.", "Smallville.. ", " Smallville"])
def test_a_remark_ends_once(text):
    assert ended(text) == "Smallville."
    for mark in "?!…":
        assert ended(f"Is it  so{mark} ") == f"Is it so{mark}"


def test_there_is_no_comma_before_and():
    assert and_list([]) == ""
    assert and_list(["a"]) == "a"
    assert and_list(["a", "b"]) == "a and b"
    assert and_list(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("nations", "words"),
    [
        (["Wales", "England"], "England and Wales"),
        (["Northern Ireland", "Wales", "England"], "England, Wales and Northern Ireland"),
        (["England", "Wales", "Scotland", "Northern Ireland"], "the UK"),
        (
            ["England", "Wales", "Scotland", "Northern Ireland", "Isle of Man"],
            "the UK and the Isle of Man",
        ),
        (["England", "Jersey", "Guernsey"], "England and the Channel Islands"),
        (["England", "Jersey"], "England and Jersey"),
        (["Guernsey", "Isle of Man"], "Guernsey and the Isle of Man"),
        ([], ""),
    ],
)
def test_the_area_is_that_of_the_forces_asked(nations, words):
    assert area(nations) == words


def test_a_nation_that_is_none_is_refused():
    with pytest.raises(ValueError) as error:
        area(["Yorkshire", "Wales", "Avon"])
    assert str(error.value) == (
        "“Avon” is not one of England, Wales, Scotland, Northern Ireland, Jersey, Guernsey and "
        "Isle of Man."
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("25 June 2019", "on 25 June 2019"),
        ("1 May 2019", "on 1 May 2019"),
        ("June 2019", "in June 2019"),
        ("2019", "in 2019"),
    ],
)
def test_a_day_has_on_and_a_month_or_year_has_in(when, words):
    assert on_or_in(when) == words


def test_one_month_is_singular():
    assert [months(n) for n in (1, 6, 11)] == ["one month", "six months", "11 months"]


def test_numbers_up_to_ten_are_words_in_house_style():
    assert [small_number(n) for n in (-1, 0, 3, 10, 11, 1000)] == [
        *("-1", "zero", "three", "ten", "11", "1,000")
    ]


def test_a_sentence_starts_with_a_capital():
    assert sentence("the Metropolitan Police recorded") == "The Metropolitan Police recorded"
    assert sentence("") == ""


def test_a_body_records_and_a_place_is_recorded_in():
    assert by_or_in("the Metropolitan Police") == "by the Metropolitan Police"
    assert by_or_in("the PSNI") == "by the PSNI"
    assert by_or_in("Cambridgeshire Constabulary") == "by Cambridgeshire Constabulary"
    assert by_or_in("CAMBRIDGESHIRE POLICE") == "by CAMBRIDGESHIRE POLICE"
    assert by_or_in("Policeton") == "in Policeton"
    assert by_or_in("Cambridgeshire") == "in Cambridgeshire"


@pytest.mark.parametrize(
    ("place", "claims_it"),
    [
        *((name, True) for name in ("UK", "the UK", "The U.K.", "united kingdom")),
        *((name, False) for name in ("Ukraine", "England", "", "their UK")),
    ],
)
def test_a_place_that_claims_all_four_nations(place, claims_it):
    assert is_uk(place) is claims_it


def test_where_no_place_can_be_named_none_is():
    assert (in_area("Wales"), in_area("")) == (" in Wales", "")


def test_a_measure_without_its_victims():
    measure = "online offences against children against the odds"
    assert without_victims(measure) == "online offences"
    assert without_victims("offences") == "offences"


def test_a_name_in_s_takes_the_apostrophe_alone():
    assert possessive("West Midlands") == "West Midlands’"
    assert possessive("Durham") == "Durham’s"
