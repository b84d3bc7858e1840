"""Facts from JSON: what is wrong is said with its place."""

from dataclasses import replace
from datetime import date

import pytest

from offences.claims.documents import read_cell, read_facts
from offences.claims.facts import AgeGroup, Ages, BadFacts, Facts, Recorded, Share
from offences.claims.thresholds import Thresholds
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.claims import answer

GOOD = {"place": "Kent", "measure": "offences", "latest": "2018/19", "series": {"2018/19": 68}}


NO_COUNT = "is not a whole number from 0."
NO_YEAR = "is not a financial year. Write it like 2018/19."
TOO_MANY = "shares, sex: a part cannot exceed the known, nor the known all there are."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"serie": {}, "seris": {}}, "“serie” is not a key of facts."),
        ({"panel": {}}, "Facts are about one body's series or about a panel, not both."),
        ({"scope": "town"}, "The scope is one of force, region, nation, national, not “town”."),
        ({"latest": None}, "latest: None is not a text."),
        (
            {"latest": "2018/20"},
            "latest: “2018/20” is not one year: a financial year ends in the calendar year after "
            "the one it starts in, so 2018 makes 2018/19.",
        ),
        ({"latest": 3}, "latest: 3 is not a text."),
        ({"place": 3}, "place: 3 is not a text."),
        ({"measure": 3}, "measure: 3 is not a text."),
        ({"scope": 3}, "scope: 3 is not a text."),
        ({"nations": "Wales"}, "nations: 'Wales' is not a list of nations."),
        ({"nations": ["Yorkshire"]}, "nations: 'Yorkshire' is not a nation we know."),
        ({"nations": [3]}, "nations: 3 is not a nation we know."),
        ({"published_on": "25 June"}, "published_on: '25 June' is not a date like 2019-06-25."),
        ({"published_on": 3}, "published_on: 3 is not a date like 2019-06-25."),
        ({"published_on": "x" * 80}, f"published_on: '{'x' * 59} is not a date like 2019-06-25."),
        ({"series": []}, "series: [] is not an object."),
        ({"series": {"18": 3}}, f"series: “18” {NO_YEAR}"),
        ({"panel": 3}, "panel: 3 is not an object."),
        ({"panel": {"A": 3}}, "panel, A: 3 is not an object."),
        ({"panel": {"A": {"2018/19": "x"}}}, f"panel, A, 2018/19: 'x' {NO_COUNT}"),
        ({"settings": 3}, "settings: 3 is not an object."),
        ({"settings": {"pct_base": 20}}, "settings: There is no setting called “pct_base”."),
        ({"settings": {"z": 1, "a": 1}}, "settings: There is no setting called “a”."),
        ({"settings": {"rate_mode": "up"}}, "settings: rate_mode is “floor” or “round”, not 'up'."),
        ({"settings": {"vivid": "yes"}}, "settings: vivid is true or false, not 'yes'."),
        ({"settings": {"flat_pct": -2}}, "settings: flat_pct is a whole number from 0, not -2."),
        (
            {"settings": {"flat_pct": True}},
            "settings: flat_pct is a whole number from 0, not True.",
        ),
        ({"settings": {"flat_pct": 2.5}}, "settings: flat_pct is a whole number from 0, not 2.5."),
        ({"breaks": 3}, "breaks: 3 is not a list."),
        ({"breaks": [3]}, "breaks: 3 is not an object."),
        ({"breaks": [{"why": "x"}]}, "breaks: “year” is missing."),
        ({"breaks": [{"year": "x"}]}, f"breaks: “x” {NO_YEAR}"),
        ({"ages": 3}, "ages: 3 is not an object."),
        ({"ages": {"12": "x"}}, f"ages, 12: 'x' {NO_COUNT}"),
        ({"ages": {"teens": 4}}, "ages: “teens” is not an age, a band like 12-15, or unknown."),
        ({"ages": {"15-12": 4}}, "ages: the band “15-12” runs backwards."),
        ({"youngest": 3}, "youngest: 3 is not an object."),
        ({"youngest": {"count": 1}}, "youngest: “age” is missing."),
        ({"youngest": {"age": "x"}}, f"youngest: 'x' {NO_COUNT}"),
        ({"age_thresholds": 3}, "age_thresholds: 3 is not a list."),
        ({"age_thresholds": [3]}, "age_thresholds: 3 is not an object."),
        ({"age_thresholds": [{}]}, "age_thresholds: “max” is missing."),
        ({"age_thresholds": [{"max": "x"}]}, f"age_thresholds: 'x' {NO_COUNT}"),
        ({"shares": 3}, "shares: 3 is not an object."),
        ({"shares": {"sex": 3}}, "shares, sex: 3 is not an object."),
        ({"shares": {"sex": {"known": 3}}}, "shares, sex: “of” is missing."),
        ({"shares": {"sex": {"of": 3}}}, "shares, sex: “known” is missing."),
        ({"shares": {"sex": {"of": "x", "known": 3}}}, f"shares, sex: 'x' {NO_COUNT}"),
        ({"shares": {"sex": {"of": 3, "known": "x"}}}, f"shares, sex: 'x' {NO_COUNT}"),
        (
            {"shares": {"sex": {"of": 3, "known": 3, "parts": 3}}},
            "shares, sex: 3 is not an object.",
        ),
        (
            {"shares": {"sex": {"of": 3, "known": 3, "parts": {"girls": "x"}}}},
            f"shares, sex, girls: 'x' {NO_COUNT}",
        ),
        ({"shares": {"sex": {"of": 3, "known": 4}}}, TOO_MANY),
        ({"shares": {"sex": {"of": 3, "known": 2, "parts": {"girls": 3}}}}, TOO_MANY),
        ({"recorded": 3}, "recorded: 3 is not a list."),
        ({"recorded": [3]}, "recorded: 3 is not an object."),
    ],
)
def test_a_mistake_is_named_with_its_place(change, said):
    with pytest.raises(BadFacts) as error:
        read_facts(GOOD | change)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (3.5, f"3.5 {NO_COUNT}"),
        (-1, f"-1 {NO_COUNT}"),
        (True, f"True {NO_COUNT}"),
        (None, f"None {NO_COUNT}"),
        ({"value": "x"}, f"'x' {NO_COUNT}"),
        ({"value": 3, "previously": "x"}, f"'x' {NO_COUNT}"),
        ({"value": 3, "months": "six"}, f"'six' {NO_COUNT}"),
        ({"value": 3, "months": 13}, "A part year covers 1 to 11 months."),
        ({"suppressed": [4, 1]}, "The range 4 to 1 is upside down."),
        ({"suppressed": 4}, "suppressed is a list of two, like [1, 4] or [1, null]."),
        ({"suppressed": [1]}, "suppressed is a list of two, like [1, 4] or [1, null]."),
        ({"suppressed": "14"}, "suppressed is a list of two, like [1, 4] or [1, null]."),
        ({"suppressed": ["1", 4]}, f"'1' {NO_COUNT}"),
        ({"suppressed": [1, "4"]}, f"'4' {NO_COUNT}"),
        ({}, "a cell has a value, is suppressed or is missing."),
        (
            {"missing": "lost"},
            "“lost” is no reason for a missing figure: not_held, refused, late, not_asked, "
            "no_response, not_available, blank, not_in_records, unconfirmed_zero, not_checked, "
            "not_settled.",
        ),
    ],
)
def test_a_bad_cell_is_named_with_its_force_and_year(cell, said):
    with pytest.raises(BadFacts) as error:
        read_facts(GOOD | {"series": {"2018/19": cell}})
    assert str(error.value) == f"series, 2018/19: {said}"
    with pytest.raises(BadFacts) as error:
        read_cell(cell)
    assert str(error.value) == f"cell: {said}"


PRINTED = {"claim": "total", "year": "2018/19", "value": 8224, "publication": "June 2019"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        *(({key: None}, f"recorded: “{key}” is missing.") for key in PRINTED),
        ({"claim": 3}, "recorded, claim: 3 is not a text."),
        ({"year": 3}, "recorded: 3 is not a text."),
        ({"year": "x"}, f"recorded: “x” {NO_YEAR}"),
        ({"value": "3"}, f"recorded, value: '3' {NO_COUNT}"),
        ({"publication": 3}, "recorded, publication: 3 is not a text."),
        ({"with_figures": "x"}, f"recorded, with_figures: 'x' {NO_COUNT}"),
        ({"asked": "x"}, f"recorded, asked: 'x' {NO_COUNT}"),
        ({"nations": "Wales"}, "recorded, nations: 'Wales' is not a list of nations."),
        ({"nations": ["Kent"]}, "recorded, nations: 'Kent' is not a nation we know."),
        ({"category": 3}, "recorded, category: 3 is not a text."),
        ({"source": 3}, "recorded, source: 3 is not a text."),
    ],
)
def test_a_mistake_in_what_was_printed_is_named(change, said):
    with pytest.raises(BadFacts) as error:
        read_facts(GOOD | {"recorded": [PRINTED | change]})
    assert str(error.value) == said


NO_LATEST = "latest: the year the release is about is missing."


@pytest.mark.parametrize(
    ("document", "said"),
    [
        *(
            (none, "Facts are a JSON object with place, measure, latest and series or panel.")
            for none in (None, 3, "facts")
        ),
        ({}, "Facts need a series, a panel or recorded facts."),
        ({"place": "Kent", "recorded": []}, "Facts need a series, a panel or recorded facts."),
        ({"series": {}}, NO_LATEST),
        ({"panel": {}}, NO_LATEST),
        ({"series": {}, "recorded": [PRINTED]}, NO_LATEST),
        ({"panel": {}, "recorded": [PRINTED]}, NO_LATEST),
        ({"panel": {"A": {}}, "asked": "x"}, f"asked: 'x' {NO_COUNT}"),
        ({"panel": {"A": {}}, "asked": [1]}, "asked: 1 is not a text."),
        (
            {"panel": {"A": {}, "B": {}}, "asked": 1},
            "asked: 1 forces were asked, yet the panel has 2.",
        ),
    ],
)
def test_what_is_no_facts_at_all_is_refused(document, said):
    with pytest.raises(BadFacts) as error:
        read_facts(document)
    assert str(error.value) == said


# ---- what is read


WHOLE = {
    "place": "Kent",
    "measure": "crimes",
    "scope": "region",
    "latest": "2018/19",
    "series": {"2017/18": 60, "2018/19": {"suppressed": [1, 4]}},
    "nations": ["England", "Wales"],
    "breaks": [{"year": "2017/18", "why": "A new code"}, {"year": "2015/16"}],
    "published_on": "2019-06-25",
    "ages": {"13": 5, "12": 4, "Unknown": 3, "12–15": 9, "14 - 15": 8, "10 and under": 1},
    "age_thresholds": [{"max": 10}, {"max": 12}],
    "shares": {"sex": {"of": 68, "known": 60, "parts": {"girls": 50, "boys": 10}}},
    "youngest": {"age": 3},
    "settings": {"pct_min_base": 60, "vivid": True},
    "recorded": [
        PRINTED
        | {
            "with_figures": 40,
            "asked": 44,
            "nations": ["England"],
            "category": "10_and_under",
            "source": "The charity",
        },
        PRINTED,
    ],
}


def test_a_document_with_everything_in_it_is_read_whole():
    facts = read_facts(WHOLE)
    now, before = Year(2018), Year(2017)
    breaks = (Break(before, "A new code"), Break(Year(2015), ""))
    groups = {(0, 10): 1, (12, 12): 4, (12, 15): 9, (13, 13): 5, (14, 15): 8}
    ages = {AgeGroup(*group): Cell.count(n) for group, n in groups.items()}
    printed = Recorded("total", now, 8224, "June 2019")
    assert facts == Facts(
        place="Kent",
        measure="crimes",
        latest=now,
        series=Series({before: Cell.count(60), now: Cell.suppressed(1, 4)}, breaks),
        scope="region",
        nations=("England", "Wales"),
        published_on=date(2019, 6, 25),
        recorded=(
            replace(
                printed,
                with_figures=40,
                asked=44,
                nations=("England",),
                category="10_and_under",
                source="The charity",
            ),
            printed,
        ),
        ages=Ages(ages, Cell.count(3)),
        age_limits=(10, 12),
        shares={"sex": Share(68, 60, {"girls": 50, "boys": 10})},
        youngest=3,
        thresholds=Thresholds(pct_min_base=60, vivid=True),
    )
    assert list(facts.ages.groups) == list(ages)


def test_what_a_document_leaves_out_is_its_plain_default():
    plain = Facts("", "offences", Year(2018), series=Series({Year(2018): Cell.count(68)}))
    least = {"latest": "2018/19", "series": {"2018/19": 68}}
    assert read_facts(least) == plain
    assert plain.scope == "force"
    nothing = {"ages": None, "youngest": None, "published_on": None}
    assert read_facts(least | nothing) == plain
    assert read_facts(least | {"ages": {"12": 4}}).ages.unknown == Cell.count(0)
    assert read_facts(least | {"shares": {"sex": {"of": 0, "known": 0}}}).shares == {
        "sex": Share(0, 0, {})
    }


def test_facts_only_printed_are_about_their_newest_year():
    older = PRINTED | {"year": "2016/17", "nations": None, "category": None, "source": None}
    facts = read_facts({"recorded": [older, PRINTED, older]})
    assert (facts.latest, facts.series, facts.panel) == (Year(2018), None, None)
    assert facts.recorded[0] == Recorded("total", Year(2016), 8224, "June 2019")
    assert read_facts({"recorded": [PRINTED], "latest": "2019/20"}).latest == Year(2019)


@pytest.mark.parametrize(
    ("asked", "number"), [(None, 2), (2, 2), (5, 5), ([], 2), (["A", "C"], 3), (["C", "D"], 4)]
)
def test_how_many_forces_a_panel_asked(asked, number):
    document = {
        "latest": "2018/19",
        "panel": {"A": {"2018/19": 3}, "B": {"2018/19": {"missing": "late"}}},
        "breaks": [{"year": "2017/18", "why": "A new code"}],
        "asked": asked,
    }
    breaks, now = (Break(Year(2017), "A new code"),), Year(2018)
    forces = {
        "A": Series({now: Cell.count(3)}, breaks),
        "B": Series({now: Cell.missing("late")}, breaks),
    }
    facts = read_facts(document)
    assert facts.panel == Panel(forces, number, breaks)
    assert facts.series is None


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        (0, Cell.count(0)),
        ({"value": 68}, Cell.count(68)),
        ({"value": 68, "months": 12}, Cell.count(68)),
        ({"value": 68, "months": 6}, Cell.part_year(68, 6)),
        ({"suppressed": [1, None]}, Cell.suppressed(1, None)),
        ({"suppressed": [0, 4]}, Cell.suppressed(0, 4)),
        ({"missing": "refused"}, Cell.missing("refused")),
        ({"value": 0, "confirmed": False}, Cell.missing("unconfirmed_zero")),
        ({"value": 0, "confirmed": True}, Cell.count(0)),
        ({"value": 1, "confirmed": False}, Cell.count(1)),
        ({"value": 5, "provisional": True}, Cell.count(5).with_flags(provisional=True)),
        ({"value": 5, "provisional": "yes"}, Cell.count(5)),
        ({"value": 5, "estimated": True}, Cell.count(5).with_flags(estimated=True)),
        ({"value": 5, "estimated": 1}, Cell.count(5)),
        ({"value": 5, "previously": 4}, Cell.count(5).with_flags(previously=4)),
        ({"value": 5, "previously": 0}, Cell.count(5).with_flags(previously=0)),
        ({"value": 5, "doubt": "a slip"}, Cell.count(5, doubt="a slip")),
        ({"value": 5, "doubt": None}, Cell.count(5)),
        (
            {"suppressed": [1, 4], "doubt": "a slip", "provisional": True},
            Cell.suppressed(1, 4).with_flags(doubt="a slip", provisional=True),
        ),
    ],
)
def test_a_cell_is_read_for_what_it_says(written, cell):
    assert read_cell(written) == cell


def test_in_a_list_the_document_is_counted():
    with pytest.raises(BadFacts) as error:
        answer([GOOD, {}, 3])
    assert str(error.value) == ("Document 2 of 3: Facts need a series, a panel or recorded facts.")


def test_what_is_known_of_all_forces_may_stand_beside_for_a_text():
    assert read_facts(GOOD | {"national": {}}) == read_facts(GOOD)


def test_a_list_is_answered_in_its_order():
    other = GOOD | {"series": {"2018/19": 0}}
    first, second = answer([GOOD, other])
    assert first == answer(GOOD)
    assert second == answer(other)
    assert answer([]) == []


def test_scope_is_force_for_one_place_and_national_for_a_panel():
    panel = {"place": "Wales", "measure": "offences", "latest": "2018/19", "panel": {"A": {}}}
    assert read_facts(GOOD).scope == "force"
    assert read_facts(panel).scope == "national"


def test_forces_asked_are_a_number_or_a_list_of_names():
    panel = {"place": "Wales", "latest": "2018/19", "panel": {"A": {"2018/19": 3}}}
    assert read_facts(panel).asked == 1
    assert read_facts(panel | {"asked": ["A", "B"]}).asked == 2
    assert read_facts(panel | {"asked": 4}).asked == 4
    with pytest.raises(BadFacts, match="0 forces were asked"):
        read_facts(panel | {"asked": 0})


def test_years_after_the_latest_are_ignored():
    later = GOOD | {"series": {"2018/19": 68, "2019/20": 900}}
    assert answer(later) == answer(GOOD)
    assert read_facts(later).series.last == Year(2018)
