"""Whole claims about two years, multiples and records: the sentence, its figures and its reason."""

import pytest

from offences.claims.changes import rise
from offences.claims.multiples import MULTIPLES
from offences.claims.pairs import of_pairs
from offences.claims.records import run_of
from offences.claims.rules import family
from offences.statistics.cells import Range
from offences.statistics.years import Year
from tests.claims.worlds import SpokenClaim, all_spoken, facts_of, judged, panel_of

HOLDS = "It holds for every value the figures can have."
LATE = {"missing": "late"}
LABELS = ("2015/16", "2016/17", "2017/18", "2018/19")


def run(*cells):
    """A force's cells in the last years, the latest last."""
    return dict(zip(LABELS[-len(cells) :], cells, strict=True))


def cells_of(*years, place="Northshire"):
    return tuple((place, Year.parse(label)) for label in years)


def registered(*definition):
    """The rule that a rise becomes for every pair of years."""
    rules = []
    family(rules, of_pairs)("rise", *definition)(rise)
    (only,) = rules
    return only


def test_a_rise_is_judged_against_the_last_year_and_against_the_first():
    facts = facts_of(40, 90, 68, place="Northshire")
    expected = [
        SpokenClaim(
            "rise",
            "latest_vs_previous",
            False,
            figures={
                "old": 90,
                "new": 68,
                "old_year": "2017/18",
                "new_year": "2018/19",
                "span_years": 1,
                "skipped_years": [],
                "chance": "near",
            },
            reason="The figures are 90 in 2017/18 and 68 in 2018/19, so there is no rise.",
        ),
        SpokenClaim(
            "rise",
            "latest_vs_first",
            True,
            text="Northshire recorded 68 offences in 2018/19, up from 40 in 2016/17.",
            figures={
                "old": 40,
                "new": 68,
                "old_year": "2016/17",
                "new_year": "2018/19",
                "span_years": 2,
                "skipped_years": [],
                "chance": "beyond",
                "difference": 28,
            },
            reason=HOLDS,
            cells=cells_of("2016/17", "2018/19"),
        ),
    ]
    assert all_spoken(registered().judge(facts)) == expected
    assert [claim for (id, _), claim in judged(facts).items() if id == "rise"] == expected


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ((68,), "There is no earlier year to compare 2018/19 with."),
        (
            (LATE, 68),
            "2017/18 is missing (no answer yet), so 2018/19 has no year to be compared with.",
        ),
        ((40, LATE), "2018/19 is missing (no answer yet), so it is not compared with any year."),
    ],
)
def test_where_there_are_no_two_years_the_reason_is_given_once(cells, reason):
    expected = [SpokenClaim("rise", "latest_vs_previous", False, reason=reason)]
    facts = facts_of(*cells)
    assert all_spoken(registered().judge(facts)) == expected
    assert [claim for (id, _), claim in judged(facts).items() if id == "rise"] == expected


def test_a_rule_of_two_years_says_what_it_means_in_its_own_words_or_in_those_given():
    own = registered()
    assert own.id == "rise"
    assert own.definition == (
        "The latest figure is certainly above the earlier one, and not little"
        " changed.\n\nNot said of a rise from zero, which has words of its own. The difference"
        " is given only if both\nfigures are exact."
    )
    assert registered("More than it was.").definition == "More than it was."


@pytest.mark.parametrize(
    ("id", "limits"),
    [
        ("almost_doubled", "almost doubled: the latest figure over the earlier one is from 1.9 to"),
        ("doubled", "doubled: the latest figure over the earlier one is from 2 to under 2.1."),
        (
            "almost_halved",
            "almost halved: the latest figure over the earlier one is over 0.5 and at most 0.526.",
        ),
        (
            "fell_by_more_than_half",
            "fell by more than half: the latest figure over the earlier one is over 0 and at most"
            " 0.476.",
        ),
    ],
)
def test_a_multiple_prints_its_limits_without_zeros_at_their_end(id, limits):
    (multiple,) = [each for each in MULTIPLES if each.id == id]
    more = "" if limits.endswith(".") else " under 2."
    assert multiple.definition == (
        f"The number {limits}{more} The earlier figure and the change are both 20 or more; "
        "the earlier one was not revised by 10% or more."
    )


def refused_multiple(id, old, new, reason):
    figures = {
        "old": old,
        "new": new,
        "old_year": "2017/18",
        "new_year": "2018/19",
        "span_years": 1,
        "skipped_years": [],
        "chance": "beyond",
    }
    return SpokenClaim(id, "latest_vs_previous", False, figures=figures, reason=reason)


@pytest.mark.parametrize(
    ("id", "old", "new", "reason"),
    [
        ("doubled", 10_000, 19_999, "19,999 is 1.999 times 10,000, so not “doubled”."),
        ("doubled", 40, 120, "120 is 3 times 40, so not “doubled”."),
        ("halved", 10_000, 4_759, "4,759 is 0.475 times 10,000, so not “halved”."),
        (
            "doubled",
            25,
            44,
            "The figures are 25 in 2017/18 and 44 in 2018/19: not a rise of 20 or more, so not"
            " “doubled”.",
        ),
        (
            "halved",
            30,
            15,
            "The figures are 30 in 2017/18 and 15 in 2018/19: not a fall of 20 or more, so not"
            " “halved”.",
        ),
        ("doubled", 19, 38, "19 is under 20, so not “doubled”."),
    ],
)
def test_a_multiple_is_refused_with_its_two_figures(id, old, new, reason):
    claim = judged(facts_of(old, new))[id, "latest_vs_previous"]
    assert claim == refused_multiple(id, old, new, reason)


def test_the_lowest_number_that_is_withheld_has_no_one_value():
    facts = facts_of(40, 41, 42, {"suppressed": [1, 4]}, place="Northshire")
    assert judged(facts)["lowest", "latest"] == SpokenClaim(
        "lowest",
        "latest",
        True,
        text="Northshire recorded between 1 and 4 offences in 2018/19, the lowest of the 4 years"
        " from 2015/16 to 2018/19.",
        figures={"value": None, "since": "2015/16", "years": 4},
        reason=HOLDS,
        cells=cells_of(*LABELS),
    )


@pytest.mark.parametrize("least", [0, 1])
def test_one_force_makes_a_record_where_the_setting_lets_it_stand_for_all(least):
    forces = {"Northshire": run(40, 41, 42, 60), "Southshire": run(LATE, 5)}
    claim = judged(panel_of(forces, settings={"lfl_min_forces": least}))["record", "latest"]
    assert claim == SpokenClaim(
        "record",
        "latest",
        True,
        text="Wales recorded 60 offences in 2018/19 among the 1 force with figures for every year,"
        " a record: the highest of the 4 years from 2015/16 to 2018/19.",
        figures={"value": 60, "since": "2015/16", "years": 4, "forces": 1},
        reason=HOLDS,
        cells=cells_of(*LABELS),
    )


def test_no_force_makes_no_record_whatever_is_set():
    forces = {"Northshire": run(40, LATE, 60), "Southshire": run(40, 41, LATE)}
    claim = judged(panel_of(forces, settings={"lfl_min_forces": 0}))["record", "latest"]
    reason = (
        "0 of 2 forces gave figures that compare in every year, under the 1 needed, so no record"
        " can be claimed."
    )
    assert claim == SpokenClaim("record", "latest", False, reason=reason)


def test_a_total_without_an_upper_limit_leaves_no_record():
    forces = {
        "Northshire": run(40, 41, 42, 60),
        "Southshire": run(40, 41, 42, 60),
        "Eastshire": run({"suppressed": [1, None]}),
    }
    assert judged(panel_of(forces))["record", "latest"] == SpokenClaim(
        "record",
        "latest",
        False,
        reason="The 2 forces with figures for every year recorded 120 of the at least 121 in"
        " 2018/19,"
        " under 80%, so no record can be claimed.",
    )


def test_a_year_in_which_no_force_printed_anything_is_a_gap_and_no_zero():
    half = {"value": 30, "months": 6}
    forces = {"Northshire": run(half, LATE, 42, 60), "Southshire": run(LATE, LATE, 42, 60)}
    found = run_of(panel_of(forces))
    assert {year.label: cell for year, cell in found.gaps.items()} == dict.fromkeys(LABELS[:2])
    assert {year.label: part for year, part in found.partial.items()} == {
        "2015/16": Range.exactly(30)
    }
