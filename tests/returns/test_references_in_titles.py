"""The year of a title is read beside a reference and the day on which the figures were made."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows, problems, read

TABLE: Rows = [["Age", "Number"], ["10 to 13", 41], ["14 to 17", 15]]
NO_YEAR = "No year is named in this table, above it or in the sheet's name."


@pytest.mark.parametrize(
    "title",
    [
        "FOI 118/22 Offences 2023/24",
        "FOI request 4411/22: offences 2023/24",
        "Ref: 22-118, recorded crimes 2023/24",
        "Offences, 2023/24, extracted in June 2024",
        "Offences 2023/24 (data extracted on 4 June 2024)",
        "Recorded offences 2023/24, correct as at 04/06/2024",
    ],
)
def test_a_title_gives_its_year_beside_a_reference_or_the_day_it_was_made(title):
    found = read([[title], *TABLE])
    assert {each.year for each in found.values()} == {"2023/24"}
    for name in EVERY_FORMAT:
        assert NO_YEAR not in messages_of(name, [[title, ""], *TABLE])


@pytest.mark.parametrize(
    "title",
    [
        "FOI 2023/24",
        "Freedom of Information request 2023/24",
        "Data extracted in June 2024",
        "Request received 2023/24",
        "Offences, extracted in 2023/24",
    ],
)
def test_a_year_of_the_request_or_of_the_making_alone_is_none_of_the_counts(title):
    rows: Rows = [[title], *TABLE]
    assert {each.year for each in read(rows).values()} == {None}
    assert NO_YEAR in [each.message for each in problems(rows)]
