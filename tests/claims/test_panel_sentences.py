"""What is said of several forces, of gaps and of figures only printed, in its own words."""

import pytest

from offences.claims.documents import read_facts
from tests.claims.worlds import facts_of, judged, panel_of

LATE = {"missing": "late"}
HALF = {"value": 19, "months": 6}
UP_TO_4 = {"suppressed": [1, 4]}


def run(*numbers):
    labels = ("2015/16", "2016/17", "2017/18", "2018/19")
    return dict(zip(labels[-len(numbers) :], numbers, strict=True))


def said(claim):
    return ("yes: " if claim.allowed else "no: ") + (claim.text or claim.reason)


RISING = run(40, 41, 42, 60)


@pytest.mark.parametrize(
    ("forces", "id", "sentence"),
    [
        (
            {"A": RISING, "B": RISING},
            "record",
            "yes: Wales recorded 120 offences in 2018/19, a record: the highest of the 4 years from"
            " 2015/16 to 2018/19.",
        ),
        (
            {"A": RISING, "B": RISING, "C": run(30)},
            "record",
            "yes: Wales recorded 120 offences in 2018/19 among the 2 forces with figures for every"
            " year, a record: the highest of the 4 years from 2015/16 to 2018/19.",
        ),
        (
            {"A": RISING, "B": RISING, "C": run(31)},
            "record",
            "no: The 2 forces with figures for every year recorded 120 of the 151 in 2018/19,"
            " under 80%,"
            " so no record can be claimed.",
        ),
        (
            {"A": RISING, "B": run(30)},
            "record",
            "no: 1 of 2 forces gave figures that compare in every year, under the 2 needed,"
            " so no record can"
            " be claimed.",
        ),
        (
            {"A": run(40, 41), "B": run(40, LATE), "C": run(LATE, 40)},
            "lowest",
            "no: 1 of 3 forces gave figures that compare in every year, under the 2 needed,"
            " so no lowest number can be claimed.",
        ),
        (
            {"A": run(40, LATE, 5), "B": run(40, 5, LATE), "C": run(LATE, 40, 5)},
            "record",
            "no: 0 of 3 forces gave figures that compare in every year, under the 2 needed,"
            " so no record can be claimed.",
        ),
        (
            {"A": run(40, LATE), "B": run(40, LATE)},
            "record",
            "no: No force has a figure for 2018/19 that compares, so no record can be claimed.",
        ),
        (
            {"A": run(40, LATE, 42, 60), "B": run(40, LATE, 42, 60), "C": run(30)},
            "highest_available",
            "yes: Wales recorded 120 offences in 2018/19 among the 2 forces with figures for"
            " each of"
            " those years, the highest of the 3 years with figures since 2015/16; there is no"
            " comparable figure for 2016/17.",
        ),
        (
            {"A": run(40, HALF | {"value": 141}, 42, 60), "B": run(40, LATE, 42, 60)},
            "highest_available",
            "no: 2016/17 has no figure that compares, with 141, not below 120.",
        ),
        (
            {"A": run(68), "B": run(12)},
            "count",
            "yes: 2 of 2 forces in Wales recorded 80 offences in 2018/19.",
        ),
        (
            {"A": run(UP_TO_4), "B": run(HALF)},
            "count",
            "no: A: 2018/19 is withheld as 1 to 4; B: 2018/19 covers 6 months only, so there is no"
            " exact count.",
        ),
        (
            {"A": run(UP_TO_4), "B": run(HALF), "C": run(LATE)},
            "at_least",
            "yes: 2 of 3 forces in Wales recorded at least 20 offences in 2018/19.",
        ),
        (
            {"A": run(68), "B": run(12)},
            "at_least",
            "no: All 2 forces gave exact figures, so the total is exact.",
        ),
        ({"A": run(LATE)}, "at_least", "no: No force gave a figure for 2018/19."),
        (
            {"A": run(LATE)},
            "count",
            "no: No force gave a figure for 2018/19, so there is no exact count.",
        ),
        (
            {"A": run(LATE), "B": run(LATE)},
            "no_figure",
            "yes: No figure for 2018/19 was given by any of the 2 forces in Wales.",
        ),
        (
            {"A": run(68), "B": run(LATE)},
            "coverage",
            "yes: 1 of 2 forces in Wales gave a figure for 2018/19.",
        ),
        ({"A": run(LATE)}, "coverage", "no: No force gave a figure for 2018/19."),
        (
            {"A": run(104), "B": run(HALF)},
            "per_month",
            "no: B: 2018/19 covers 6 months only; a part year is never scaled up, so there is no"
            " rate.",
        ),
        (
            {"A": run(99), "B": run({"suppressed": [1, 21]})},
            "per_month",
            "no: The total is between 100 and 120, which rounds to more than one rate a month.",
        ),
        (
            {"A": run(99), "B": run({"suppressed": [1, None]})},
            "per_month",
            "no: B: 2018/19 is withheld without limits; the total has no upper limit, so there is"
            " no rate.",
        ),
    ],
)
def test_several_forces_are_said_or_refused_in_these_words(forces, id, sentence):
    assert said(judged(panel_of(forces))[id, "latest"]) == sentence


def test_forces_revised_together_are_named_with_their_sums():
    forces = {
        "A": run(40, {"value": 60, "previously": 50}),
        "B": run(40, {"value": 30, "previously": 20}),
        "C": run(40, 9),
    }
    claim = judged(panel_of(forces))["revised", "2018/19"]
    assert claim.text == (
        "The 2018/19 figures for A and B were together 70 in earlier releases and are now 90."
    )
    assert dict(claim.figures) == {"year": "2018/19", "published": 70, "now": 90}
    assert [body for body, _ in claim.cells] == ["A", "B"]
    nought = judged(panel_of({"A": run(40, {"value": 5, "previously": 0})}))["revised", "2018/19"]
    assert dict(nought.figures) == {"year": "2018/19", "published": 0, "now": 5}


def test_where_nothing_was_revised_that_is_said_once():
    claims = [claim for (id, _), claim in judged(facts_of(40, 44)).items() if id == "revised"]
    assert [(claim.subject, claim.reason) for claim in claims] == [
        ("latest", "No figure differs from an earlier release.")
    ]


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("percent_change", "no percentage"),
        ("fraction_change", "no fraction"),
        ("n_times", "not “times as many”"),
        ("little_changed", "they cannot be called little changed"),
    ],
)
def test_of_a_withheld_figure_nothing_exact_is_said(id, words):
    claim = judged(facts_of({"suppressed": [60, 64]}, 400))[id, "latest_vs_previous"]
    assert claim.reason == (
        "The figures are between 60 and 64 in 2017/18 and 400 in 2018/19, not both exact, so"
        f" {words}."
    )
    assert (claim.figures["old"], claim.figures["new"]) == (None, 400)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ((68,), "There is no earlier year to compare 2018/19 with."),
        (
            (LATE, {"value": 19, "months": 1}, 68),
            "2016/17 is missing (no answer yet) and 2017/18 covers 1 month only, so 2018/19 has"
            " no year to be"
            " compared with.",
        ),
        (
            ({"value": 5, "doubt": "year unclear."}, 68),
            "2017/18 is in doubt (year unclear), so 2018/19 has no year to be compared with.",
        ),
        (
            (40, {"missing": "not_held"}),
            "2018/19 is missing (not held by the force), so it is not compared with any year.",
        ),
        ((40, HALF), "2018/19 covers 6 months only, so it is not compared with any year."),
    ],
)
def test_a_year_that_compares_with_none_says_why(cells, why):
    assert judged(facts_of(*cells))["rise", "latest_vs_previous"].reason == why


def test_a_change_of_definition_is_said_and_ends_the_comparison():
    def claims(why):
        return judged(facts_of(90, 41, breaks=[{"year": "2018/19", "why": why}]))

    widened = claims("the class was widened.")
    assert said(widened["definition_change", "latest"]) == (
        "yes: The definition changed in 2018/19: the class was widened; earlier years do not"
        " compare"
        " with 2018/19."
    )
    assert said(widened["rise", "latest_vs_previous"]) == (
        "no: There is no earlier year to compare 2018/19 with, and years before the definition"
        " changed in 2018/19 do not compare."
    )
    assert said(claims("")["definition_change", "latest"]) == (
        "yes: The definition changed in 2018/19; earlier years do not compare with 2018/19."
    )
    forces = {"A": run(90, 41), "B": run(90, 41)}
    panel = judged(panel_of(forces, breaks=[{"year": "2018/19", "why": ""}]))
    assert said(panel["rise", "latest_vs_previous"]) == (
        "no: No earlier year shares 2 or more forces with figures that compare with 2018/19, and"
        " years before the definition changed in 2018/19 do not compare."
    )


PRINTED = {"claim": "total", "year": "2018/19", "value": 3186, "publication": "June 2019"}
THREE = {"nations": ["England", "Wales", "Northern Ireland"]}


@pytest.mark.parametrize(
    ("place", "more", "who"),
    [
        ("the UK", {}, "Forces"),
        ("Wales", {}, "Wales"),
        ("the UK", THREE, "Forces in England, Wales and Northern Ireland"),
        ("Wales", THREE, "Forces in England, Wales and Northern Ireland"),
        ("the UK", {"with_figures": 40}, "40 forces"),
        ("Wales", {"with_figures": 3}, "3 forces in Wales"),
        ("the UK", {"with_figures": 40, "asked": 44}, "40 of 44 forces"),
        (
            "the UK",
            {"with_figures": 40, "asked": 44, **THREE},
            "40 of 44 forces in England, Wales and Northern Ireland",
        ),
    ],
)
def test_a_printed_total_is_said_of_those_the_publication_names(place, more, who):
    facts = read_facts({"place": place, "measure": "offences", "recorded": [PRINTED | more]})
    claims = judged(facts)
    assert claims["recorded_total", "2018/19"].text == (
        f"{who} recorded 3,186 offences in 2018/19, as reported in June 2019."
    )
    assert claims["recorded_per_day", "2018/19"].text == (
        f"{who} recorded 3,186 offences in 2018/19, an average of 8 a day, as reported in June"
        " 2019."
    )
    assert claims["recorded_total", "2018/19"].reason == (
        "It was published; we do not have the figures behind it."
    )
    assert dict(claims["recorded_total", "2018/19"].figures) == {
        "value": 3186,
        "with_figures": more.get("with_figures"),
        "asked": more.get("asked"),
        "nations": more.get("nations", []),
        "publication": "June 2019",
    }
    assert claims["count", "latest"].reason == (
        "The figure is not known, so there is no exact count."
    )
    assert claims["rise", "latest_vs_previous"].reason == (
        "The figures of single years are not known."
    )
    coverage = claims["recorded_coverage", "2018/19"]
    if "asked" in more:
        assert coverage.text == f"{who} gave a figure for 2018/19, as reported in June 2019."
    else:
        assert coverage.reason == (
            "The publication of June 2019 does not say how many forces it rests on."
        )


@pytest.mark.parametrize(
    ("value", "said_of_it"),
    [
        (
            365,
            "yes: Forces recorded 365 offences in 2018/19, an average of 1 a day, as reported in"
            " June 2019.",
        ),
        (364, "no: 364 in 2018/19 is fewer than one a day."),
        (12, "no: 12 in 2018/19 is fewer than one a day."),
        (11, "no: 11 is under 12, so there is no rate."),
    ],
)
def test_a_printed_total_has_a_rate_from_one_a_day(value, said_of_it):
    facts = read_facts(
        {"place": "the UK", "measure": "offences", "recorded": [PRINTED | {"value": value}]}
    )
    assert said(judged(facts)["recorded_per_day", "2018/19"]) == said_of_it


def test_two_printed_totals_stand_together_only_as_one_publication_has_them():
    def claims(**other):
        older = PRINTED | {"year": "2015/16", "value": 1593} | other
        facts = {"place": "Wales", "measure": "offences", "recorded": [PRINTED, older]}
        found = judged(read_facts(facts))
        pair = found["recorded_pair", "2015/16 to 2018/19"]
        if pair.allowed:
            assert dict(pair.figures) == {
                "old": 1593,
                "new": 3186,
                "old_year": "2015/16",
                "new_year": "2018/19",
                "span_years": 3,
                "publication": "June 2019",
            }
        return [
            said(found[id, "2015/16 to 2018/19"]) for id in ("recorded_pair", "recorded_multiple")
        ]

    pair, multiple = claims()
    assert pair == (
        "yes: Wales recorded 3,186 offences in 2018/19, compared with 1,593 in 2015/16, as reported"
        " in June 2019. The forces counted in the two years may differ."
    )
    assert multiple == (
        "no: The totals for 2015/16 and 2018/19 are known only as reported, and the forces"
        " counted in them may differ: no multiple and no percentage."
    )
    assert claims(publication="June 2016")[0] == (
        "no: 1,593 was reported in June 2016 and 3,186 in June 2019: totals of two publications are"
        " not put side by side."
    )
    assert claims(source="The Echo")[0] == (
        "no: 1,593 and 3,186 were reported in June 2019, but by two publications: they are not put"
        " side by side."
    )
