"""A list of one row per crime: every crime stands in it once, so its sums are whole."""

import datetime as dt
from collections import Counter
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offences.intake import returns as readings
from offences.intake.returns import ReadingAnswers
from offences.intake.returns.answers import TableAnswer
from offences.models import Category
from tests import worlds
from tests.readings.made import (
    also,
    asked,
    brought,
    crossing,
    doubts,
    made,
    plan,
    says,
    seen,
    split,
    told,
)
from tests.samples import examples

pytestmark = pytest.mark.django_db

ASSAULT, WORDS_TO = "Sexual assault", "Sexual communication with a child"


def rows(number, offence=ASSAULT, year="2018/19", **labels):
    labels = {name: text for name, text in {"offence": offence, **labels}.items() if text}
    return seen(None, year, number, **labels)


@pytest.fixture
def ages(world):
    return split(world.measure, "age", "Not known", bands=[(10, 12), (13, 15)])


def test_a_workbook_of_crimes_gives_its_total_and_every_breakdown(world, ages):
    split(world.measure, "sex", "Girls", "Boys")
    crimes = [
        (dt.date(2018, 5, 3), ASSAULT, 13, "F"),
        (dt.date(2018, 6, 3), ASSAULT, 14, "M"),
        (dt.date(2019, 3, 31), WORDS_TO, 11, "F"),
        (dt.date(2019, 3, 31), WORDS_TO, 11, "F"),
        (dt.date(2017, 4, 1), ASSAULT, 15, "F"),
    ]
    done = plan(world, ("Date recorded", "Offence", "Victim age", "Gender"), *crimes)
    assert told(done) == {
        "Total, 2018/19": "4",
        "Sexual assault, 2018/19": "2",
        "Sexual communication with a child, 2018/19": "2",
        "13 to 15, 2018/19": "2",
        "10 to 12, 2018/19": "2",
        "Girls, 2018/19": "3",
        "Boys, 2018/19": "1",
        "Total, 2017/18": "1",
        "Sexual assault, 2017/18": "1",
        "13 to 15, 2017/18": "1",
        "Girls, 2017/18": "1",
    }
    assert not done.why_not
    assert {step.figure.cells for step in done.rows} == {""}
    assert [s.figure.written for s in done.rows if s.what == "Girls, 2018/19"] == ["3 rows"]


def test_what_is_in_no_row_gets_no_nought(world):
    done = made(world, [rows(3)])
    assert told(done) == {"Total, 2018/19": "3", f"{ASSAULT}, 2018/19": "3"}


def test_a_column_that_the_measure_is_not_split_by_is_added_up(world):
    done = made(world, [rows(3, platform="Kik"), rows(4, platform="Skype")])
    assert told(done) == {"Total, 2018/19": "7", f"{ASSAULT}, 2018/19": "7"}
    assert not done.sorted.ignored


def test_crossings_are_counted_too(world, ages):
    crossing(world.split, ages)
    done = made(world, [rows(3, age="13"), rows(4, age="11"), rows(2, WORDS_TO, age="14")])
    assert told(done)[f"{ASSAULT}, 13 to 15, 2018/19"] == "3"
    assert told(done)[f"{ASSAULT}, 10 to 12, 2018/19"] == "4"
    assert told(done)["13 to 15, 2018/19"] == "5"


def test_nothing_is_counted_before_every_label_is_known(world, ages):
    cells = [rows(3, age="13"), rows(4, "Rough play", age="13")]
    done = made(world, cells)
    assert asked(done) == ["Rough play"]
    assert not done.rows
    answers = says("offence", "Rough play", Category.objects.get(name=ASSAULT))
    assert told(made(world, cells, answers=answers)) == {
        "Total, 2018/19": "7",
        f"{ASSAULT}, 2018/19": "7",
        "13 to 15, 2018/19": "7",
    }


def test_a_crime_that_is_none_of_the_measure_s_is_in_no_count(world):
    done = made(world, [rows(3), rows(4, "Burglary")], answers=says("offence", "Burglary", "out"))
    assert told(done) == {"Total, 2018/19": "3", f"{ASSAULT}, 2018/19": "3"}


def test_a_crime_without_an_offence_is_in_the_total_and_leaves_the_offences_uncounted(world, ages):
    done = made(world, [rows(3, age="13"), rows(1, None, age="11")])
    assert told(done) == {"Total, 2018/19": "4", "13 to 15, 2018/19": "3", "10 to 12, 2018/19": "1"}
    (doubt,) = doubts(done)
    assert doubt.startswith(
        "By offence, 2018/19: one crime is not listed here in exactly one category"
    )
    assert done.why_not


def test_another_year_s_offences_stay_counted(world):
    done = made(world, [rows(3), rows(1, None), rows(5, year="2017/18")])
    assert told(done) == {"Total, 2018/19": "4", "Total, 2017/18": "5", f"{ASSAULT}, 2017/18": "5"}


def test_a_label_that_says_nothing_of_its_own_counts_for_the_total_alone(world):
    done = made(world, [rows(3, "Online crime")], answers=says("offence", "Online crime", "plain"))
    assert told(done) == {"Total, 2018/19": "3"}
    assert not done.problems


def test_a_crime_without_a_year_is_told_of(world):
    done = made(world, [rows(3), rows(2, year=None)])
    assert told(done)["Total, 2018/19"] == "3"
    assert "2 crimes in this list have no year" in doubts(done)[0]


def test_a_list_under_a_part_of_a_year_does_not_pass_for_the_year(world):
    title = "Recorded April to September 2018"
    crimes = [(dt.date(2018, month, 3), ASSAULT) for month in (4, 5, 9)]
    done = plan(world, (title,), (), ("Date recorded", "Offence"), *crimes)
    assert told(done)["Total, 2018/19"] == "3"
    assert f"“{title}” is above this list" in doubts(done)[0]
    assert done.why_not


def test_crimes_of_another_force_are_left_out(world):
    done = made(world, [rows(3, force="Northshire"), rows(2, force="Southshire")])
    assert told(done)["Total, 2018/19"] == "3"
    assert list(done.sorted.ignored) == ["of Southshire, not of Northshire Police"]


def test_a_calendar_year_in_a_list_is_asked_about(world):
    done = made(world, [rows(3, year="2018")])
    assert asked(done) == ["2018"]
    assert not done.rows
    answers = also(ReadingAnswers(), "year", "2018", "2018")
    assert told(made(world, [rows(3, year="2018")], answers=answers))["Total, 2018/19"] == "3"


def test_a_list_and_a_table_of_one_file_have_to_agree(world):
    for number, agrees in ((3, True), (4, False)):
        done = made(world, [rows(3)], [seen("B2", number=number)])
        assert bool(done.why_not) is not agrees


def test_a_question_about_one_list_does_not_answer_another_s(world, ages):
    """Both stand in no cell of their own, on one sheet."""
    reading = made(world, [rows(3, age="13"), rows(1, None, age="11"), rows(1, age=None)]).reading
    first, second = readings.plan_of(reading).problems
    now = dt.datetime(2019, 6, 21, 9, tzinfo=dt.UTC)
    readings.ask_force(readings.plan_of(reading), first.key, "Which?", by=world.officer, now=now)
    after = {p.key: p.is_answered for p in readings.plan_of(reading).problems}
    assert after == {first.key: True, second.key: False}


COMBINATIONS = [*product((ASSAULT, WORDS_TO, None), ("13", "14", "11", None))]


@settings(max_examples=examples(5), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(COMBINATIONS), st.integers(1, 9)), max_size=8))
def test_any_list_gives_whole_sums_or_none(world, ages, crimes):
    """Every count is the number of its rows, and a breakdown is all of its year or is not there."""
    numbers: Counter = Counter()
    for combination, number in crimes:
        numbers[combination] += number
    done = made(world, [rows(n, offence, age=age) for (offence, age), n in numbers.items()])
    counts = {step.category: step.figure.entry.value for step in done.rows}
    total = sum(numbers.values())
    assert {c: n for c, n in counts.items() if c.is_total} == (
        {Category.objects.get(breakdown__kind="total"): total} if total else {}
    )
    for kind in ("offence", "age"):
        of_kind = [n for c, n in counts.items() if c.breakdown.kind == kind]
        assert sum(of_kind) in (0, total)


def test_lists_of_one_file_are_counted_together(world):
    """Crimes of girls in one and of boys in the other; or of further girls, once that is said."""
    split(world.measure, "sex", "Girls", "Boys")
    done = made(world, [rows(2, sex="Girls")], [rows(2, sex="Boys")])
    assert told(done)["Total, 2018/19"] == "4"
    assert told(done)["Girls, 2018/19"] == told(done)["Boys, 2018/19"] == "2"
    done = made(world, [rows(2, sex="Girls")], [rows(3, sex="Girls")])
    assert told(done)["Total, 2018/19"] == told(done)["Girls, 2018/19"] == "5"


def test_a_list_that_is_switched_off_is_in_no_count(world):
    answers = ReadingAnswers(tables={1: TableAnswer(on=False)})
    done = made(world, [rows(2)], [rows(2)], answers=answers)
    assert told(done)["Total, 2018/19"] == "2"


def test_no_list_is_counted_before_every_label_of_all_is_known(world, ages):
    done = made(world, [rows(2, age="13")], [rows(2, age="a word")])
    assert asked(done) and not done.rows


def test_two_lists_that_may_have_the_same_crimes_wait_for_an_officer(world):
    """References differ, but nothing in the file says that no crime is in both."""
    heading, may = ("Ref", "Date recorded", "Offence"), dt.date(2018, 5, 3)
    first, further = [("A1", may, ASSAULT), ("A2", may, WORDS_TO)], [("A3", may, ASSAULT)]
    reading = brought(world, heading, *first, (None,), heading, *further, ("A4", may, WORDS_TO))
    (question,) = (p for p in readings.plan_of(reading).problems if p.stops)
    assert "list in A1:C3" in question.message
    for answer, total in (
        (ReadingAnswers().with_explanation(question.key, "All references differ."), "4"),
        (ReadingAnswers().with_table(1, on=False), "2"),
    ):
        readings.save_answers(reading, answer, by=world.officer, now=worlds.NOW)
        done = readings.plan_of(reading)
        assert not done.why_not
        assert told(done)["Total, 2018/19"] == total
