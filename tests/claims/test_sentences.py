"""Each claim and each refusal in its own words: a reader sees the sentence, not the rule."""

import pytest

from tests.claims.worlds import facts_of, judged

PREVIOUS = "latest_vs_previous"
LATE = {"missing": "late"}
REFUSED = {"missing": "refused"}


def northshire(*cells, **more):
    return facts_of(*cells, place="Northshire", **more)


def withheld(low, high):
    return {"suppressed": [low, high]}


def said_of(cells, id, subject, **more):
    claim = judged(northshire(*cells, **more))[id, subject]
    return ("yes: " if claim.allowed else "no: ") + (claim.text or claim.reason)


CHANGES = [
    ((40, 44), "rise", "yes: Northshire recorded 44 offences in 2018/19, up from 40 in 2017/18."),
    ((44, 40), "fall", "yes: Northshire recorded 40 offences in 2018/19, down from 44 in 2017/18."),
    ((44, 40), "rise", "no: The figures are 44 in 2017/18 and 40 in 2018/19, so there is no rise."),
    (
        (withheld(30, 34), 80),
        "rise",
        "yes: Northshire recorded 80 offences in 2018/19, up from between 30 and 34 in 2017/18.",
    ),
    (
        (withheld(30, 34), 32),
        "rise",
        "no: The figures are between 30 and 34 in 2017/18 and 32 in 2018/19, so that is not"
        " certain.",
    ),
    ((0, 5), "rise", "no: 2017/18 was 0; a rise from zero has words of its own."),
    (
        (0, 5),
        "from_none",
        "yes: Northshire recorded 5 offences in 2018/19, compared with 0 in 2017/18.",
    ),
    ((1, 5), "from_none", "no: 2017/18 is 1, not exactly 0."),
    ((0, withheld(0, 4)), "from_none", "no: 2018/19 is fewer than 5: perhaps none."),
    ((5, 0), "fall", "no: 2018/19 is 0, which has a claim of its own."),
    (
        (100, 99),
        "fall",
        "no: The figures are 100 in 2017/18 and 99 in 2018/19, a change under 2%: little changed.",
    ),
    (
        (withheld(99, 100), 101),
        "rise",
        "no: The figures are between 99 and 100 in 2017/18 and 101 in 2018/19, a change that may be"
        " under 2%: little changed.",
    ),
    (
        (100, 99),
        "little_changed",
        "yes: Northshire recorded 99 offences in 2018/19, little changed from 100 in 2017/18.",
    ),
    (
        (100, 98),
        "little_changed",
        "no: The figures are 100 in 2017/18 and 98 in 2018/19, a change of 2% or more.",
    ),
    ((40, 41), "little_changed", "no: 40 is under 50, so every change is named."),
    (
        (100, 100),
        "little_changed",
        "no: The figures are 100 in 2017/18 and 100 in 2018/19: there is no change.",
    ),
    (
        (100, 100),
        "unchanged",
        "yes: Northshire recorded 100 offences in 2018/19, unchanged from 100 in 2017/18.",
    ),
    ((40, 44), "unchanged", "no: The figures are 40 in 2017/18 and 44 in 2018/19, which differ."),
    ((0, 0), "unchanged", "no: Both years are 0: none were recorded in either."),
    (
        (withheld(1, 4), 4),
        "unchanged",
        "no: The figures are between 1 and 4 in 2017/18 and 4 in 2018/19, not both exact, so they"
        " cannot be called unchanged.",
    ),
    (
        (100, 125),
        "percent_change",
        "yes: Northshire recorded 125 offences in 2018/19, up 25% from 100 in 2017/18.",
    ),
    (
        (100, 75),
        "percent_change",
        "yes: Northshire recorded 75 offences in 2018/19, down 25% from 100 in 2017/18.",
    ),
    ((49, 75), "percent_change", "no: 49 is under 50, so no percentage."),
    ((100, 0), "percent_change", "no: 2018/19 is 0, so no percentage."),
    (
        (100, 100),
        "percent_change",
        "no: The figures are 100 in 2017/18 and 100 in 2018/19: there is no change.",
    ),
    (
        (1000, 1996),
        "percent_change",
        "no: The figures are 1,000 in 2017/18 and 1,996 in 2018/19, which rounds to 100%"
        " without reaching it.",
    ),
    (
        (50, 550),
        "percent_change",
        "no: The figures are 50 in 2017/18 and 550 in 2018/19, a rise of 1,000% or more: give the"
        " numbers or a multiple.",
    ),
    (
        (100, 125),
        "fraction_change",
        "yes: Northshire recorded 125 offences in 2018/19, up by a quarter from 100 in 2017/18.",
    ),
    (
        (100, 53),
        "fraction_change",
        "yes: Northshire recorded 53 offences in 2018/19, down by almost half from 100 in 2017/18.",
    ),
    (
        (100, 140),
        "fraction_change",
        "no: The figures are 100 in 2017/18 and 140 in 2018/19, near no plain fraction.",
    ),
]
MULTIPLES = [
    (
        (20, 40),
        "doubled",
        "yes: The number of offences recorded in Northshire doubled from 20 in 2017/18 to 40 in"
        " 2018/19.",
    ),
    ((40, 90), "doubled", "no: 90 is 2.25 times 40, so not “doubled”."),
    ((61, 90), "doubled", "no: 90 is 1.475 times 61, so not “doubled”."),
    ((5000, 9999), "doubled", "no: 9,999 is 1.999 times 5,000, so not “doubled”."),
    ((0, 40), "doubled", "no: 0 is under 20, so not “doubled”."),
    ((19, 40), "doubled", "no: 19 is under 20, so not “doubled”."),
    (
        (20, 39),
        "almost_doubled",
        "no: The figures are 20 in 2017/18 and 39 in 2018/19: not a rise of 20 or more, so not"
        " “almost"
        " doubled”.",
    ),
    (
        (39, 20),
        "halved",
        "no: The figures are 39 in 2017/18 and 20 in 2018/19: not a fall of 20 or more, so not"
        " “halved”.",
    ),
    (
        (withheld(30, 34), 80),
        "doubled",
        "no: The figures are between 30 and 34 in 2017/18 and 80 in 2018/19, so not “doubled”.",
    ),
    (
        (100, withheld(40, 44)),
        "fell_by_more_than_half",
        "yes: The number of offences recorded in Northshire fell by more than half from 100 in"
        " 2017/18 to between 40 and 44 in 2018/19.",
    ),
    (
        (20, 100),
        "n_times",
        "yes: Northshire recorded 100 offences in 2018/19, 5 times as many as the 20 in 2017/18.",
    ),
    (
        (20, 101),
        "n_times",
        "yes: Northshire recorded 101 offences in 2018/19, more than 5 times as many as the"
        " 20 in"
        " 2017/18.",
    ),
    ((20, 99), "n_times", "no: 99 is 4.95 times 20, under five times."),
    ((19, 100), "n_times", "no: 19 is under 20, so not “times as many”."),
    (
        (withheld(20, 24), 180),
        "n_times",
        "no: The figures are between 20 and 24 in 2017/18 and 180 in 2018/19, not both exact, so"
        " not “times as many”.",
    ),
]


@pytest.mark.parametrize(("cells", "id", "sentence"), CHANGES + MULTIPLES)
def test_a_change_is_said_or_refused_in_these_words(cells, id, sentence):
    assert said_of(cells, id, PREVIOUS) == sentence


@pytest.mark.parametrize(
    ("cells", "id", "sentence"),
    [
        ((68,), "count", "yes: Northshire recorded 68 offences in 2018/19."),
        ((0,), "count", "no: The figure for 2018/19 is 0, which has a claim of its own."),
        ((0,), "zero", "yes: Northshire recorded 0 offences in 2018/19."),
        ((68,), "zero", "no: The figure for 2018/19 is 68, not 0."),
        ((REFUSED,), "no_figure", "yes: There is no figure for Northshire for 2018/19: refused."),
        ((68,), "no_figure", "no: There is a figure for 2018/19."),
        ((REFUSED,), "count", "no: 2018/19 is missing (refused), so there is no exact count."),
        (
            (withheld(1, 4),),
            "count",
            "no: 2018/19 is withheld as 1 to 4, so there is no exact count.",
        ),
        (
            (withheld(1, 4),),
            "fewer_than",
            "yes: Northshire recorded fewer than 5 offences in 2018/19.",
        ),
        ((68,), "fewer_than", "no: 2018/19 is 68, not withheld below a limit."),
        (
            ({"value": 19, "months": 6},),
            "part_year",
            "yes: Northshire recorded 19 offences in 6 months of 2018/19; there is no"
            " figure for"
            " the whole year.",
        ),
        (
            ({"value": 19, "months": 1},),
            "part_year",
            "yes: Northshire recorded 19 offences in 1 month of 2018/19; there is no figure for"
            " the whole year.",
        ),
        (
            ({"value": 19, "months": 6},),
            "per_month",
            "no: 2018/19 covers 6 months only; a part year is never scaled up, so there is no"
            " rate.",
        ),
        (
            (73,),
            "per_week",
            "yes: Northshire recorded 73 offences in 2018/19, an average of 1 a week.",
        ),
        ((364,), "per_day", "no: 364 in 2018/19 is fewer than one a day."),
        ((11,), "per_month", "no: 11 is under 12, so there is no rate."),
        (
            (8760,),
            "every_n_minutes",
            "yes: Northshire recorded 8,760 offences in 2018/19, on average one every 60 minutes.",
        ),
        ((8759,), "every_n_minutes", "no: 8,759 in 2018/19 is fewer than one an hour."),
        ((0,), "every_n_minutes", "no: None were recorded, so there is no interval."),
        ((98,), "rounded_nearly", "yes: Northshire recorded nearly 100 offences in 2018/19."),
        ((100,), "rounded_nearly", "no: 100 is already a round number."),
        ((110,), "rounded_nearly", "no: 110 is not near enough to 150 to be called nearly that."),
        ((19,), "rounded_nearly", "no: 19 is under 20 and is always given exactly."),
        (
            (104,),
            "rounded_more_than",
            "yes: Northshire recorded more than 100 offences in 2018/19.",
        ),
        ((100,), "rounded_more_than", "no: 100 is already a round number."),
        ((44,), "rounded_more_than", "no: 44 is more than 8% above 40."),
        (
            (5, 9, 30, 40),
            "record",
            "yes: Northshire recorded 40 offences in 2018/19, a record: the highest of the"
            " 4 years"
            " from 2015/16 to 2018/19.",
        ),
        (
            (40, 44, 40, 44),
            "record",
            "no: 2016/17 is 44, not certainly below 44, so no record can be claimed.",
        ),
        (
            (40, 44, 40, 44),
            "joint_record",
            "yes: Northshire recorded 44 offences in 2018/19, a joint record with 2016/17:"
            " no year"
            " of the 4 years from 2015/16 to 2018/19 is higher.",
        ),
        ((5, 9, 30, 40), "joint_record", "no: No earlier year is level with 40."),
        (
            (40, 50, 40, 40),
            "joint_record",
            "no: 2016/17 is 50, not certainly below 40, so no joint record can be claimed.",
        ),
        (
            (40, 40, 40, 40),
            "joint_record",
            "no: Every year since 2015/16 is 40, which is no record.",
        ),
        ((30, 40, 50, 9), "record", "no: 9 is under 20, so no record can be claimed."),
        (
            (9, 30, 40),
            "record",
            "no: 3 years of figures, from 2016/17, and 4 are needed, so no record can be claimed.",
        ),
        (
            (30, LATE, 9, 40),
            "record",
            "no: 2016/17 is missing (no answer yet), so no record can be claimed.",
        ),
        (
            (30, 40, 50, REFUSED),
            "record",
            "no: 2018/19 is missing (refused), so no record can be claimed.",
        ),
        (
            (5, LATE, 30, 40),
            "highest_available",
            "yes: Northshire recorded 40 offences in 2018/19, the highest of the 3 years with"
            " figures since 2015/16; there is no comparable figure for 2016/17.",
        ),
        (
            (5, 9, 30, 40),
            "highest_available",
            "no: There is no gap in the series, so it is a record or it is not.",
        ),
        ((5, LATE, LATE, 40), "highest_available", "no: 2 years with figures, and 3 are needed."),
        (
            (5, {"value": 41, "months": 6}, 30, 40),
            "highest_available",
            "no: 2016/17 covers 6 months only, with 41, not below 40.",
        ),
        (
            (30, 40, 50, 9),
            "lowest",
            "yes: Northshire recorded 9 offences in 2018/19, the lowest of the 4 years from"
            " 2015/16 to 2018/19.",
        ),
        (
            (30, 9, 50, 9),
            "lowest",
            "no: 2016/17 is 9, not certainly above 9, so no lowest number can be claimed.",
        ),
        (
            (19, 18, 17, 9),
            "lowest",
            "no: No year since 2015/16 reached 20, so no lowest number can be claimed.",
        ),
    ],
)
def test_the_latest_year_is_said_or_refused_in_these_words(cells, id, sentence):
    assert said_of(cells, id, "latest") == sentence


def test_a_revised_figure_is_said_with_what_it_was():
    claim = judged(northshire(40, {"value": 54, "previously": 50}))["revised", "2018/19"]
    assert claim.text == (
        "The 2018/19 figure for Northshire was 50 in an earlier release and is now 54."
    )
    assert dict(claim.figures) == {"year": "2018/19", "published": 50, "now": 54}
    assert [(body, year.label) for body, year in claim.cells] == [("Northshire", "2018/19")]


def test_what_is_allowed_says_why_and_what_is_refused_gives_the_figures():
    facts = judged(northshire(40, 100))
    assert facts["rise", PREVIOUS].reason == "It holds for every value the figures can have."
    for id in ("fall", "doubled", "n_times", "unchanged"):
        assert (facts[id, PREVIOUS].figures["old"], facts[id, PREVIOUS].figures["new"]) == (40, 100)
    small = judged(northshire(19, 40))["doubled", PREVIOUS].figures
    assert (small["old"], small["new"]) == (19, 40)


def test_a_range_has_no_one_difference():
    facts = judged(northshire(withheld(30, 34), 80))
    assert facts["more_than_doubled", PREVIOUS].figures["difference"] is None
    assert facts["rise", PREVIOUS].figures["difference"] is None
    exact = judged(northshire(20, 101))
    assert exact["n_times", PREVIOUS].figures["difference"] == 81
    assert exact["n_times", PREVIOUS].figures["times"] == 5
    assert judged(northshire(20, 41))["doubled", PREVIOUS].figures["difference"] == 21
