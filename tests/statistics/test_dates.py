from datetime import date

import pytest

from offences.statistics.dates import Precision, in_words


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (Precision.DAY, "5 June 2019"),
        (Precision.MONTH, "June 2019"),
        (Precision.YEAR, "2019"),
        ("year", "2019"),  # as a row of the database has it
    ],
)
def test_a_date_is_said_with_no_more_than_is_known_of_it(precision, words):
    assert in_words(date(2019, 6, 5), precision) == words


def test_an_unknown_date_is_said_by_nobody():
    assert in_words(None, Precision.DAY) == ""
