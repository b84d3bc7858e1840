"""Years that start in January or July: the year that a text names is the charity’s own."""

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import starting_in
from offences.tracing.marking import mark

LABELS = {1: ("2016", "2017", "2018"), 7: ("2016/17", "2017/18", "2018/19")}


def faults(text: str, month: int) -> list[tuple[str, str]]:
    """What is wrong with a text on 41, 48 and 68 offences in three years from this month on."""
    with starting_in(month):
        years = LABELS[month]
        series = dict(zip(years, (41, 48, 68), strict=True))
        names = {"place": "Northshire", "measure": "offences of cruelty", "latest": years[-1]}
        return [
            (f.text, f.fact) for f in mark(text, read_facts(names | {"series": series})).findings
        ]


@pytest.mark.parametrize(
    ("month", "text"),
    [
        (1, "Northshire recorded 68 offences in 2018, up from 48 in 2017."),
        (1, "In the year to December 2018 there were 68 offences."),
        (1, "From January 2018 to December 2018 there were 68 offences."),
        (1, "Figures published in 2019 show 68 offences in 2018."),
        (1, "By year\n\nYear | Offences\n2017 | 48\n2018 | 68\n\nThat is all."),
        (1, "By year\n\nForce | 2017 | 2018\nNorthshire | 48 | 68\n\nThat is all."),
        (7, "Northshire recorded 68 offences in 2018/19, up from 48 in 2017/18."),
        (7, "In the year to 30 June 2019 there were 68 offences."),
        (7, "From 1 July 2018 to 30 June 2019 there were 68 offences."),
        (7, "Between 1 July 2016 and 30 June 2017 there were 41 offences."),
    ],
)
def test_a_figure_of_the_year_it_is_said_of_is_right(month, text):
    assert faults(text, month) == []


@pytest.mark.parametrize(
    ("month", "text", "wrong"),
    [
        (1, "Northshire recorded 48 offences in 2018.", ("48", "48 in 2017")),
        (1, "In the year to March 2019 there were 68 offences.", ("68", "68 in 2018")),
        (
            1,
            "By year\n\nYear | Offences\n2017 | 68\n2018 | 48\n\nThat is all.",
            ("68", "68 in 2018"),
        ),
        (
            1,
            "By year\n\nForce | 2017 | 2018\nNorthshire | 68 | 48\n\nThat is all.",
            ("48", "48 in 2017"),
        ),
        (1, "There is no figure for 2017.", ("2017", "there is a figure for 2017")),
        (1, "Since 2012 there were more.", ("2012", "the figures run from 2016 to 2018")),
        (1, "There were 68 offences in 2018/19.", ("2018/19", "no such year")),
        (7, "In the year to March 2019 there were 68 offences.", ("68", "68 in 2018/19")),
        (
            7,
            "Between 1 July 2016 and 30 June 2017 there were 68 offences.",
            ("68", "68 in 2018/19"),
        ),
    ],
)
def test_a_figure_of_other_months_is_told(month, text, wrong):
    assert wrong in faults(text, month)
