"""Every reason for a missing figure has its words in every place, and in either voice."""

import pytest

from offences.statistics.cells import MAY_BE_ZERO, Missing
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.reasons import CHARITY

YEAR = Year(2018)


@pytest.mark.parametrize("why", Missing)
def test_a_reason_reads_as_english_in_every_place(why: Missing):
    said = [
        reasons.short(why),
        reasons.predicate(why),
        reasons.predicate(why, many=True),
        reasons.sentence(why, "the Metropolitan Police", YEAR),
        reasons.sentence(why),
        reasons.heading(why, YEAR, "offences"),
    ]
    for each in said:
        assert each and "{" not in each and "  " not in each
    assert all("refus" in each for each in said[:5]) == (why is Missing.REFUSED)


@pytest.mark.parametrize("why", Missing)
def test_only_a_figure_that_may_be_zero_goes_without_a_word_on_zero(why: Missing):
    assert (not reasons.not_zero(why)) == (why in MAY_BE_ZERO)


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Missing.NO_RESPONSE, "The Metropolitan Police did not answer for 2018/19."),
        (Missing.LATE, "The Metropolitan Police has not answered for 2018/19 yet."),
        (Missing.BLANK, "The Metropolitan Police left 2018/19 blank in its answer."),
        (
            Missing.NOT_IN_RECORDS,
            "The charity has no figure from the Metropolitan Police for 2018/19.",
        ),
    ],
)
def test_a_draft_speaks_of_the_charity(why: Missing, words: str):
    assert reasons.sentence(why, "the Metropolitan Police", YEAR, CHARITY) == words


def test_a_page_speaks_as_we():
    assert reasons.sentence(Missing.NOT_IN_RECORDS) == "We have no figure from the force."
    assert reasons.predicate(Missing.NOT_IN_RECORDS) == "is not in our records"


def test_a_refusal_names_its_section_in_a_table():
    assert reasons.short(Missing.REFUSED, "s.12") == "refused, s.12"
    assert reasons.short(Missing.BLANK, "s.12") == "left blank"
