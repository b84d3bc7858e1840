"""What a force says of itself in a quotation; and a year's number said of a part of the year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online sexual offences"
LOCAL = {"place": "Tarn", "measure": MEASURE, "latest": "2018/19", "series": {"2018/19": 107}}
NATION = {
    "place": "England",
    "measure": MEASURE,
    "latest": "2018/19",
    "scope": "national",
    "panel": {"Tarn": {"2018/19": 107}, "Ashby": {"2018/19": 251}},
    "asked": 2,
}
EVIDENCE = Evidence(read_facts(LOCAL)), Evidence(read_facts(NATION))


def found(text, number):
    return next(f for f in trace(text, *EVIDENCE) if f.text == number)


@pytest.mark.parametrize(
    "quote",
    [
        "“We had {} offences,” said a spokesman for Ashby Police.",
        '"We had {} offences and it has to stop," said Chief Constable Jo Hale, of Ashby Police.',
        '"There were {} offences on our patch," Ashby Police said.',
        '"Our officers dealt with {} of these crimes," added a spokeswoman for Ashby Police.',
    ],
)
def test_what_we_had_is_of_the_force_that_speaks(quote):
    wrong = found(quote.format(107), "107")
    assert (wrong.verdict, wrong.suggestion) == ("mismatch", "251")
    assert found(quote.format(251), "251").verdict == "traced"


@pytest.mark.parametrize(
    "text",
    [
        "“We had 107 offences,” said Jo Hale of Tarn Police.",
        "“Tarn had 107 offences,” said a spokesman for Ashby Police.",
        "“We found 107 offences,” said the charity’s Jo Hale, after Ashby Police gave its figures.",
        "“It hurts us,” said Ashby Police. Tarn recorded 107 offences. “We act,” said Ashby.",
    ],
)
def test_other_numbers_are_not_of_the_force_that_speaks(text):
    assert found(text, "107").verdict == "traced"


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 107 offences between April and September.",
        "Tarn recorded 107 offences between April 2018 and the end of September 2018.",
        "So far this year Tarn has logged 107 offences.",
        "Tarn has already recorded 107 offences this year.",
        "To date this year, Tarn has had 107 offences.",
        "This year so far, 107 offences have been recorded in Tarn.",
        "In the first half of 2018/19 Tarn recorded 107 offences.",
        "In the second half of the year to March 2019 Tarn recorded 107 offences.",
    ],
)
def test_the_number_of_a_year_is_not_that_of_a_part_of_it(text):
    assert found(text, "107").verdict == "untraced"


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 107 offences between April 2018 and March 2019.",
        "In 2018/19 Tarn recorded 107 offences, the most so far.",
    ],
)
def test_the_number_of_a_year_is_right_from_april_to_march(text):
    assert found(text, "107").verdict == "traced"
