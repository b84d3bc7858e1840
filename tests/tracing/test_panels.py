"""Which numbers a text may rest on where the facts are of several forces."""

import pytest

from offences.claims.facts import Facts
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.claims.worlds import panel_of
from tests.tracing.test_sentences import by_text, told

LATE = {"missing": "late"}
FEW = {"suppressed": [1, 4]}


def five_years(north, south, east, west):
    """A panel of which the last two forces have gaps and a withheld figure."""
    rows = {"Northshire": north, "Southshire": south, "Eastshire": east, "Westshire": west}
    years = ["2014/15", "2015/16", "2016/17", "2017/18", "2018/19"]
    panel = {name: dict(zip(years, row, strict=True)) for name, row in rows.items()}
    return panel_of(panel, scope="region")


def two_years(**rows):
    panel = {
        name.replace("_", " "): {"2017/18": old, "2018/19": new}
        for name, (old, new) in rows.items()
    }
    return panel_of(panel, scope="region")


GAPS = ([20, LATE, 20, 20, FEW], [22, 28, LATE, 20, FEW])
OWN = five_years([20, 21, 22, 23, 29], [60, 20, 20, 20, 20], *GAPS)
HIGH = five_years([20, 20, 20, 20, 29], [20] * 5, *GAPS)
LEVEL = five_years([29, 20, 20, 20, 29], [20] * 5, *GAPS)
LOW = five_years([29, 20, 20, 20, 19], [20] * 5, *GAPS)
HELD = five_years(
    [20, 20, 20, LATE, 29],
    [20, 20, 20, LATE, 20],
    [20, LATE, 20, LATE, FEW],
    [22, 28, LATE, LATE, FEW],
)
REVISED = two_years(
    Northshire=({"value": 90, "previously": 80}, 100),
    Southshire=({"value": 40, "previously": 44}, 50),
    Eastshire=(30, 30),
)
NONE = two_years(Northshire=(5, 0), Southshire=(0, 0))
SUMS = two_years(Northshire=(30, 20), Southshire=(FEW, FEW))
NO_FIGURE = two_years(Northshire=(0, FEW), Southshire=(FEW, 0))
POLICE = two_years(
    **{
        "Northshire Police": (30, 20),
        "Eastshire Constabulary": (20, 31),
        "West (Docks) Police Service": (12, 14),
    }
)
SWITCHED = panel_of(
    {
        "Northshire": {"2016/17": 30, "2017/18": 60, "2018/19": 66},
        "Southshire": {"2016/17": 10, "2017/18": 20, "2018/19": 26},
    },
    breaks=[{"year": "2017/18", "why": "a new code"}],
    scope="region",
)
LOWER = panel_of(
    {
        "Northshire": {"2017/18": 1050, "2018/19": 1000},
        "Southshire": {"2017/18": LATE, "2018/19": 203},
        "Eastshire": {"2017/18": 200, "2018/19": FEW},
    },
    scope="region",
)
EASY = panel_of(
    {"Northshire": {"2017/18": 20, "2018/19": 30}, "Southshire": {"2017/18": 20, "2018/19": 20}},
    settings={"pct_min_base": 10},
    scope="region",
)
MIXED = panel_of(
    {
        "Northshire": {"2016/17": 60, "2017/18": 70, "2018/19": 80},
        "Southshire": {"2016/17": LATE, "2017/18": 10, "2018/19": 20},
        "Eastshire": {"2016/17": 5, "2017/18": LATE, "2018/19": 20},
    },
    scope="region",
)
MONTHS = panel_of(
    {"Northshire": {"2018/19": 60}, "Southshire": {"2018/19": {"value": 10, "months": 6}}},
    scope="region",
)

# The words of facts that come up again.
AMONG = "offences in 2018/19 among the 2 forces with figures for every year"
BOTH = "among 2 forces with figures for both years"
REPLIED = "all forces that replied"
YEARS = "the 5 years from 2014/15 to 2018/19"
HELD_YEARS = (
    "Wales recorded 49 offences in 2018/19 among the 2 forces with figures for each of those "
    "years, the highest of the 4 years with figures since 2014/15; there is no comparable "
    "figure for 2017/18."
)

PANELS = [
    (EASY, "Northshire saw a rise of 50%.", "50% traced: 20 in 2017/18, 30 in 2018/19"),
    (EASY, "It rose 25%.", "25% traced: 40 in 2017/18, 50 in 2018/19"),
    (LOWER, "At least 1,100 offences.", "1,100 loose → 1,204: at least 1,204"),
    (LOWER, "More than 1,210 offences.", "1,210 mismatch → 1,204: at least 1,204"),
    (
        OWN,
        "Northshire saw a record number.",
        "record traced: Northshire recorded 29 offences in 2018/19, a record: the highest of "
        f"{YEARS}.",
    ),
    (
        OWN,
        "Southshire saw a record number.",
        "record mismatch: 2014/15 is 60, 2015/16 is 20, 2016/17 is 20 and 2017/18 is 20, not "
        "certainly below 20, so no record can be claimed.",
    ),
    (
        HIGH,
        "Two forces recorded 49 offences.",
        "Two traced: 2 forces",
        f"49 traced: Wales recorded 49 {AMONG}, a record: the highest of {YEARS}.",
    ),
    (
        HIGH,
        "There were 48 offences in 2018/19.",
        f"48 mismatch → 49: Wales recorded 49 {AMONG}, a record: the highest of {YEARS}.",
        "2018/19 traced: 2018/19",
    ),
    (
        HIGH,
        "A record number.",
        f"record traced: Wales recorded 49 {AMONG}, a record: the highest of {YEARS}.",
    ),
    (
        LEVEL,
        "There were 49 offences.",
        "49 traced: Wales recorded 49 offences in 2018/19 among the 2 forces with figures "
        f"for every year, a joint record with 2014/15: no year of {YEARS} is higher.",
    ),
    (
        LEVEL,
        "A joint record.",
        "record traced: Wales recorded 49 offences in 2018/19 among the 2 forces with "
        "figures for every year, a joint record with 2014/15: no year of the 5 years from "
        "2014/15 to 2018/19 is higher.",
    ),
    (
        LOW,
        "There were 39 offences.",
        f"39 traced: Wales recorded 39 {AMONG}, the lowest of {YEARS}.",
    ),
    (
        LOW,
        "The lowest number.",
        f"lowest traced: Wales recorded 39 {AMONG}, the lowest of {YEARS}.",
    ),
    (HELD, "There were 49 offences.", f"49 traced: {HELD_YEARS}"),
    (HELD, "The highest number for the years held.", f"highest traced: {HELD_YEARS}"),
    (
        REVISED,
        "First published as 124, it is now 130.",
        "124 traced: published as 124, now 130 in 2017/18",
        "130 traced: published as 124, now 130 in 2017/18",
    ),
    (
        REVISED,
        "There were 124 offences.",
        "124 mismatch → 130: published as 124, now 130 in 2017/18",
    ),
    (
        REVISED,
        "There were 160 offences in 2017/18.",
        "160 traced: 160 in 2017/18, among 3 forces with figures for both years",
        "2017/18 traced: 2017/18",
    ),
    (REVISED, "There were 180.", f"180 traced: 180 in 2018/19, {REPLIED}"),
    (NONE, "There were zero offences.", f"zero traced: 0 in 2018/19, {REPLIED}"),
    (
        NONE,
        "There were zero offences in 2018/19.",
        f"zero traced: 0 in 2018/19, {REPLIED}",
        "2018/19 traced: 2018/19",
    ),
    (
        NONE,
        "There were zero offences in 2017/18.",
        f"zero mismatch → 5: 0 in 2018/19, {REPLIED}",
        "2017/18 traced: 2017/18",
    ),
    (
        NONE,
        "There were five offences in 2017/18.",
        f"five traced: 5 in 2017/18, {BOTH}",
        "2017/18 traced: 2017/18",
    ),
    (SUMS, "There were 21 to 24 offences.", "21 to 24 traced: 21 to 24"),
    (
        SUMS,
        "There were 31 to 34 offences in 2017/18.",
        "31 to 34 traced: 31 to 34",
        "2017/18 traced: 2017/18",
    ),
    (
        SUMS,
        "There were 31 to 34 offences in 2018/19.",
        "31 to 34 mismatch: 31 to 34 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (SUMS, "Down from 31 to 34.", "31 untraced", "34 untraced"),
    (SUMS, "Up from between 31 and 34.", "31 and 34 mismatch → down from 31 to 34: 31 to 34"),
    (SUMS, "It fell by 10.", "10 mismatch: no two years that compare"),
    (NO_FIGURE, "Fewer than five offences.", "five untraced"),
    (NO_FIGURE, "Fewer than five offences in 2017/18.", "five untraced", "2017/18 traced: 2017/18"),
    (NO_FIGURE, "There were 1 to 4 offences.", "1 to 4 traced: 1 to 4"),
    (POLICE, "Northshire recorded 20.", "20 traced: 20 in 2018/19"),
    (POLICE, "Northshire Police recorded 20.", "20 traced: 20 in 2018/19"),
    (
        POLICE,
        "Eastshire recorded 31, up from 20.",
        "31 traced: 31 in 2018/19",
        "20 traced: 20 in 2017/18",
    ),
    (POLICE, "West (Docks) recorded 14.", "14 traced: 14 in 2018/19"),
    (POLICE, "Northshire-on-Sea recorded 20.", "20 untraced"),
    (POLICE, "Northshires recorded 30.", "30 untraced"),
    (
        POLICE,
        "In Eastshire it rose by 11.",
        "11 traced: a difference of 11: 20 in 2017/18, 31 in 2018/19",
    ),
    (
        POLICE,
        "Northshire Police Service recorded 30 in 2017/18.",
        "30 traced: 30 in 2017/18",
        "2017/18 traced: 2017/18",
    ),
    (SWITCHED, "It rose by 12.", "12 traced: a difference of 12: 80 in 2017/18, 92 in 2018/19"),
    (SWITCHED, "It rose by 52.", "52 mismatch → 12: 80 in 2017/18, 92 in 2018/19"),
    (
        SWITCHED,
        "It rose by 52 since 2016/17.",
        "52 mismatch: 2016/17 is not compared with 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (SWITCHED, "There were 40 offences in 2016/17.", "40 untraced", "2016/17 traced: 2016/17"),
    (SWITCHED, "There is no comparable figure for 2016/17.", "2016/17 traced: 2016/17"),
    (
        SWITCHED,
        "There is no figure for 2016/17.",
        "2016/17 mismatch: there is a figure for 2016/17",
    ),
    (SWITCHED, "The definition changed in 2017/18.", "2017/18 traced: 2017/18"),
    (SWITCHED, "Two years of figures.", "Two traced: 2 years with figures"),
    (SWITCHED, "Northshire saw a rise of 36.", "36 mismatch → 6: 60 in 2017/18, 66 in 2018/19"),
    (
        SWITCHED,
        "Northshire saw a rise of 6.",
        "6 traced: a difference of 6: 60 in 2017/18, 66 in 2018/19",
    ),
    (SWITCHED, "In one year.", "one year exempt: length of time"),
    (MIXED, "There were 120 offences.", f"120 traced: 120 in 2018/19, {REPLIED}"),
    (
        MIXED,
        "There were 100 offences in 2018/19.",
        f"100 traced: 100 in 2018/19, {BOTH}",
        "2018/19 traced: 2018/19",
    ),
    (MIXED, "There were 65 offences.", f"65 mismatch: 65 in 2016/17, {BOTH}"),
    (
        MIXED,
        "There were 80 offences in 2017/18.",
        f"80 traced: 80 in 2017/18, {BOTH}",
        "2017/18 traced: 2017/18",
    ),
    (MIXED, "It rose by 20.", "20 traced: a difference of 20: 80 in 2017/18, 100 in 2018/19"),
    (
        MIXED,
        "It rose by 35 since 2016/17.",
        "35 traced: a difference of 35: 65 in 2016/17, 100 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (MIXED, "Two forces with figures for both years.", "Two traced: 2 forces"),
    (MIXED, "Three forces replied.", "Three traced: 3 forces"),
    (MIXED, "In two years.", "two traced: a span of 2 years"),
    (MIXED, "In 1 year.", "1 year exempt: length of time"),
    (MONTHS, "There were 60 to 70 offences.", "60 to 70 mismatch → at least 70: at least 70"),
    (MONTHS, "There were 70 offences.", "70 mismatch → at least 70: at least 70"),
    (
        MONTHS,
        "Six months of 2018/19 in Southshire.",
        "Six traced: 6 months",
        "2018/19 traced: 2018/19",
    ),
]


@pytest.mark.parametrize("case", PANELS, ids=by_text)
def test_a_number_rests_on_what_is_known_of_all_forces(case):
    known, text, *expected = case
    assert told(text, known) == expected


def test_what_a_figure_is_now_is_of_the_year_that_the_sentence_names():
    """Cshire's 0 of 2016/17 became 1; of 2017/18, which was 0, nothing of the kind may be said."""

    def series(*cells):
        return Series({Year(2016 + at): cell for at, cell in enumerate(cells)})

    panel = Panel(
        {
            "Ashire": series(Cell.suppressed(1, 4), Cell.count(8), Cell.count(0)),
            "Bshire": series(Cell.count(0), Cell.count(2), Cell.count(0)),
            "Cshire": series(Cell.count(1, previously=0), Cell.count(0), Cell.part_year(0, 1)),
        },
        3,
    )
    known = Evidence(Facts("Wales", "offences", Year(2018), panel=panel, scope="region"))
    said = "The {} figure for Cshire was 0 in an earlier release and is now 1."

    def verdicts(year):
        return [figure.verdict for figure in trace(said.format(year), known)]

    assert verdicts("2016/17") == ["traced", "traced", "traced"]
    assert verdicts("2017/18")[-1] == "mismatch"
