"""What one document's facts hold: its years, its numbers with their slots, its forces."""

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from tests.claims.worlds import facts_of, panel_of
from tests.tracing.test_evidence import HIDDEN_AGES, OPEN_AGES, TOLD_AGES, TWO_PARTS

LATE = {"missing": "late"}
SERIES = Evidence(
    facts_of({"value": 19, "months": 6}, LATE, {"suppressed": [1, 4]}, 40, 67)  # from 2014/15
)
PANEL = Evidence(
    panel_of(
        {
            "Northshire": {"2017/18": 390, "2018/19": 300},
            "Southshire": {"2017/18": 10, "2018/19": 20},
            "Eastshire": {"2017/18": LATE, "2018/19": 67},
        },
        asked=4,
    )
)
PRINTED = read_facts(
    {
        "recorded": [
            {"claim": "total", "year": "2015/16", "value": 3186, "publication": "June 2016"},
            {"claim": "total", "year": "2018/19", "value": 8224, "publication": "June 2019"},
            {
                "claim": "age_total",
                "year": "2018/19",
                "category": "10_and_under",
                "value": 164,
                "publication": "June 2019",
            },
        ]
    }
)
TOTALS = Evidence(PRINTED)
WHERE = {"a series": SERIES, "a panel": PANEL, "printed totals": TOTALS}


@pytest.mark.parametrize(
    ("of", "covered", "with_a_figure", "comparable"),
    [
        ("a series", {2014, 2015, 2016, 2017, 2018}, {2014, 2016, 2017, 2018}, {2016, 2017, 2018}),
        ("a panel", {2017, 2018}, {2017, 2018}, {2017, 2018}),
        ("printed totals", {2015, 2016, 2017, 2018}, {2015, 2018}, {2015, 2018}),
    ],
)
def test_a_year_has_a_figure_or_one_that_compares_or_none(of, covered, with_a_figure, comparable):
    facts, years = WHERE[of], range(2012, 2022)
    assert {y for y in years if facts.covers(Year(y))} == covered
    assert {y for y in years if facts.has_figure(Year(y))} == with_a_figure
    assert {y for y in years if facts.has_figure(Year(y), comparable=True)} == comparable


def slots(counts):
    return [
        (
            c.value,
            c.year.start,
            " ".join(filter(None, (c.role, c.known_of, *map(str, c.categories)))),
        )
        for c in counts
    ]


def test_each_year_has_its_total_and_a_panel_those_of_the_forces_with_both_years():
    assert slots(SERIES.counts)[:3] == [(19, 2014, ""), (40, 2017, ""), (67, 2018, "")]
    assert [(c.value, c.year.start, c.forces) for c in PANEL.counts] == [
        (387, 2018, 0),
        (400, 2017, 2),
        (320, 2018, 2),
    ]


@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        (
            TWO_PARTS,
            [
                (500, 2017, ""),
                (1000, 2018, ""),
                (800, 2018, "known part"),
                (1000, 2018, "of"),
                (200, 2018, "unknown part"),
                (900, 2018, "known sex"),
                (990, 2018, "of"),
                (90, 2018, "unknown sex"),
                (344, 2018, "chatter"),
                (200, 2018, "pixel"),
                (700, 2018, "girls"),
            ],
        ),
        (
            OPEN_AGES,
            [
                (500, 2018, ""),
                (100, 2018, "aged 12"),
                (150, 2018, "aged 13"),
                (140, 2018, "aged 14"),
                (390, 2018, "known age"),
                (450, 2018, "of"),
                (60, 2018, "unknown age"),
            ],
        ),
        (HIDDEN_AGES, [(500, 2018, ""), (150, 2018, "aged 13")]),
        (
            TOLD_AGES,
            [
                (500, 2018, ""),
                (40, 2018, "aged 10 and under"),
                (60, 2018, "aged 11"),
                (100, 2018, "aged 12"),
                (150, 2018, "aged 13"),
                (350, 2018, "known age"),
                (410, 2018, "of"),
                (60, 2018, "unknown age"),
            ],
        ),
        (PRINTED, [(3186, 2015, ""), (8224, 2018, ""), (164, 2018, "aged 10 and under")]),
    ],
)
def test_each_part_that_may_be_given_has_its_number_and_what_is_known_of_all(facts, counts):
    assert slots(Evidence(facts).counts) == counts


def test_the_forces_of_a_year_are_those_that_gave_a_figure_for_it():
    assert PANEL.coverage_in(None) == PANEL.coverage_in(Year(2018)) == PANEL.coverage == [(3, 4)]
    assert PANEL.coverage_in(Year(2017)) == [(2, 4)]
    assert SERIES.coverage_in(Year(2017)) == []
    assert (PANEL.forces, PANEL.forces_compared) == ({1, 2, 3, 4}, {2})


def test_a_change_is_of_the_two_years_that_are_asked_for():
    [change] = PANEL.change_since(Year(2017))
    assert (change.way, change.exact) == ("fall", (400, 320))
    [change] = SERIES.change_since(Year(2017))
    assert (change.way, change.exact) == ("rise", (40, 67))
    [change] = SERIES.change_since(Year(2016), Year(2017))
    assert (change.way, change.exact) == ("rise", None)
    assert SERIES.change_since(Year(2014)) == SERIES.change_since(Year(2015)) == []
    assert TOTALS.change_since(Year(2015)) == []


def test_a_force_of_a_panel_has_its_own_figures():
    assert PANEL.members == ("Northshire", "Southshire", "Eastshire")
    assert slots(PANEL.member("Northshire").counts) == [(390, 2017, ""), (300, 2018, "")]
    assert not PANEL.member("Eastshire").has_figure(Year(2017))
    assert SERIES.members == ()
