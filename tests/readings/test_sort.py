"""Which count each cell of a file is of, or why it is of none."""

import pytest

from offences.intake.returns import ReadingAnswers, plan_of
from offences.intake.returns.answers import TableAnswer
from offences.models import Category
from tests import worlds
from tests.readings.conftest import PLAIN
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
    stopping,
    told,
)

pytestmark = pytest.mark.django_db

ASSAULT, WORDS_TO = "Sexual assault", "Sexual communication with a child"


def left(of):
    return {why: len(places) for why, places in of.sorted.ignored.items()}


def total_row(**labels):
    return seen("D9", number=72, total=True, **labels)


def test_a_plain_answer_is_twelve_counts_each_with_its_cell(world):
    done = plan(world, *PLAIN)
    assert len(done.rows) == 12
    assert not done.why_not
    assert {s.what: (s.after, s.figure.cells) for s in done.rows if "assault" in s.what} == {
        "Sexual assault, 2016/17": ("5", "B4"),
        "Sexual assault, 2017/18": ("<5", "C4"),
        "Sexual assault, 2018/19": ("12", "D4"),
    }


def test_a_total_row_is_the_breakdown_s_own_stated_total(world):
    done = plan(world, *PLAIN)
    totals = [step.category for step in done.rows if step.category.is_total]
    assert {total.breakdown for total in totals} == {world.split}


def test_a_total_is_the_measure_s_where_the_breakdown_is_not_asked_for(world):
    done = made(world, [seen("B2", number=4, platform="Kik"), total_row()])
    assert [step.figure.key for step in done.rows] == [world.cell(2018)]
    assert left(done) == {"split by platform, which this measure is not": 1}


def test_the_total_of_a_table_by_two_things_is_the_measure_s(world):
    split(world.measure, "sex", "Girls", "Boys", total=True)
    cells = [seen("B2", number=4, offence=ASSAULT, sex="Girls"), total_row()]
    assert [s.figure.key for s in made(world, cells).rows] == [world.cell(2018)]


def test_the_total_of_offences_that_a_person_had_to_name_is_that_of_the_offences(world):
    cells = [seen("B2", number=4, other=["Touching"]), total_row()]
    answers = says("other", "Touching", Category.objects.get(name=ASSAULT))
    done = made(world, cells, answers=answers)
    assert {s.category.breakdown.kind for s in done.rows} == {"offence"}


def test_a_cell_under_no_label_is_the_measure_s_total(world):
    done = made(world, [seen("B2", number=72)])
    assert [step.figure.key for step in done.rows] == [world.cell(2018)]


def test_a_subtotal_is_left_out(world):
    cells = [
        seen("B2", number=4, offence=ASSAULT),
        seen("B3", number=4, total=True, other=["Sub-total"]),
        seen("B4", number=9, total=True, other=["Cumulative total"]),
    ]
    done = made(world, cells)
    assert told(done) == {f"{ASSAULT}, 2018/19": "4"}
    assert left(done) == {"a subtotal or a running total": 2}


def test_a_subtotal_of_what_a_category_counts_is_that_category_s(world):
    cells = [seen("B3", number=4, total=True, offence=ASSAULT, other=["Sub total"])]
    assert told(made(world, cells)) == {f"{ASSAULT}, 2018/19": "4"}


def test_a_total_of_some_offences_is_not_taken_for_the_whole(world):
    cells = [
        seen("B2", number=4, offence=ASSAULT),
        seen("B3", number=4, total=True, other=["Total contact offences"]),
    ]
    done = made(world, cells)
    assert asked(done) == ["Total contact offences"]
    assert told(done) == {f"{ASSAULT}, 2018/19": "4"}


@pytest.mark.parametrize("text", ["Total", "Grand total", "All offences", "Total online offences"])
def test_a_total_of_everything_is_no_question(world, text):
    done = made(world, [seen("B2", number=4, offence=ASSAULT), total_row(other=[text])])
    assert not done.questions
    assert len(done.rows) == 2


def by_sex(*heads):
    return [("Offence", "2018/19", *[""] * (len(heads) - 1)), ("", *heads)]


def test_a_total_of_sexes_is_taken_where_the_measure_is_not_split_by_sex(world):
    rows = [*by_sex("F", "M", "Total"), (ASSAULT, 3, 4, 7), (WORDS_TO, 5, 1, 6)]
    done = plan(world, *rows)
    assert told(done) == {f"{ASSAULT}, 2018/19": "7", f"{WORDS_TO}, 2018/19": "6"}
    assert not done.why_not
    assert not done.unseen


def test_a_total_with_adults_is_not_taken_where_the_measure_is_not_split_by_age(world):
    rows = [*by_sex("Under 18", "18 and over", "Total"), (ASSAULT, 3, 4, 7)]
    done = plan(world, *rows)
    assert "7" not in told(done).values()
    assert done.why_not


@pytest.mark.parametrize("other", ["Other", "Not recorded", "E-mail", "Other platform"])
def test_a_total_of_platforms_is_taken_where_the_measure_is_not_split_by_platform(world, other):
    rows = [("Platform", "2018/19"), ("Facebook", 6), (other, 3), ("Total", 9)]
    done = plan(world, *rows)
    assert told(done) == {"Total, 2018/19": "9"}
    assert not done.why_not
    assert not done.unseen


@pytest.mark.parametrize(
    "other", ["Not online", "Face to face", "Other (not online)", "No platform", "None", "Leaflets"]
)
def test_a_total_with_what_is_no_platform_is_asked_about(world, other):
    rows = [("Platform", "2018/19"), ("Facebook", 6), (other, 3), ("Total", 9)]
    done = plan(world, *rows)
    assert not told(done)
    assert "The total of 9 includes the 3 left out (B3): store 6" in done.problems[0].message


@pytest.mark.parametrize("below", ["of which under 13", "of which girls", "of which Facebook"])
def test_one_row_of_another_kind_makes_a_total_of_offences_no_other_total(world, below):
    world.split.categories.filter(is_total=True).update(name="Stated total")
    split(world.measure, "age", bands=[(0, 12), (13, 17)])
    rows = [("Offence", "2018/19"), (ASSAULT, 3), (WORDS_TO, 4), ("Total", 7), (below, 2)]
    assert told(plan(world, *rows))["Stated total, 2018/19"] == "7"


def test_a_total_below_offences_and_below_ages_is_that_of_the_measure(world):
    world.split.categories.filter(is_total=True).update(name="Stated total")
    split(world.measure, "age", bands=[(0, 12), (13, 17)])
    rows = [("", "2018/19"), (ASSAULT, 3), (WORDS_TO, 4), ("0-12", 5), ("13-17", 2), ("Total", 7)]
    assert "Stated total, 2018/19" not in told(plan(world, *rows))


LINES = {  # sexes of each offence, below lines or in one row, with or without its own total
    "sexes over offences": [("Offence", "2018/19"), ("Girls",), (ASSAULT, 3), (WORDS_TO, 4),
                            ("Boys",), (ASSAULT, 5), (WORDS_TO, 1), ("Grand total", 13)],
    "one offence without its total": [("Offence", "Sex", "2018/19"), (ASSAULT, "Total", 8),
                                      (ASSAULT, "Girls", 3), (ASSAULT, "Boys", 5),
                                      (WORDS_TO, "Girls", 4), (WORDS_TO, "Boys", 1)],
    "columns": [("Sex", ASSAULT, WORDS_TO, "Total"), ("2018/19",), ("Girls", 3, 4, 7),
                ("Boys", 5, 1, 6), ("All", "", "", 13)],
}  # fmt: skip


@pytest.mark.parametrize("rows", LINES.values(), ids=LINES)
def test_offences_of_which_only_the_sexes_are_given_have_to_be_looked_at(world, rows):
    assert plan(world, *rows).unseen


def test_sexes_that_no_total_is_of_are_still_shown(world):
    done = plan(world, *by_sex("F", "M"), (ASSAULT, 3, 4), ("Total", 3, 4))
    assert not done.rows
    assert done.unseen


@pytest.mark.parametrize("place", ["column", "sheet", "heading"])
def test_ages_of_every_child_are_the_counts_that_were_asked_for(world, place):
    head, row = ["Offence", "2018/19"], [ASSAULT, 7]
    if place == "column":
        head.insert(1, "Age")
        row.insert(1, "Under 18")
    if place == "heading":
        head[1] = "Under 18, 2018/19"
    reading = brought(world, head, row, title="Under 18" if place == "sheet" else "Data")
    done = plan_of(reading)
    assert told(done) == {f"{ASSAULT}, 2018/19": "7"}
    assert not done.why_not


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("Sexual offences against children", True),
        ("Online sexual offences against children", False),
        ("Freedom of Information request", False),
    ],
)
def test_a_title_of_all_offences_is_asked_about_where_nothing_says_the_measure_s_word(
    world, title, asks
):
    done = plan(world, (title,), *PLAIN)
    assert any("nothing in this file says “online”" in each for each in doubts(done)) is asks


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Sexual offences against children", True),
        ("Sexual offences against children online", False),
    ],
)
@pytest.mark.parametrize("place", ["corner", "below"])
def test_a_line_of_all_offences_is_asked_about_so_wherever_it_stands(world, place, line, asks):
    head, *rows = PLAIN
    if place == "corner":
        head = (line, *head[1:])
    else:
        rows += [(), (line,)]
    done = plan(world, head, *rows)
    assert any("nothing in this file says" in each for each in doubts(done)) is asks


def test_a_count_of_victims_is_no_word_of_the_measure(world):
    done = made(world, [seen("B2", number=4, offence=ASSAULT, other=["Count of Victim"])])
    assert asked(done) == ["Count of Victim"]
    done = made(world, [seen("B2", number=4, offence=ASSAULT, other=["Count of crimes"])])
    assert not asked(done)


@pytest.mark.parametrize(("title", "asks"), [("Offences", True), ("Online offences", False)])
def test_a_title_of_a_letter_which_is_in_no_row_says_the_word_too(world, title, asks):
    done = made(world, ("table 1", (title,), [seen("R2C2", number=4, offence=ASSAULT)]))
    assert any("nothing in this file says" in each for each in doubts(done)) is asks


def test_two_labels_are_a_count_of_the_category_that_crosses_them(world):
    sexes = split(world.measure, "sex", "Girls", "Boys")
    crossing(world.split, sexes)
    done = made(world, [seen("B2", number=4, offence=ASSAULT, sex="Female")])
    assert told(done) == {f"{ASSAULT}, Girls, 2018/19": "4"}


def test_two_labels_that_nothing_crosses_are_left_out_with_the_reason(world):
    split(world.measure, "sex", "Girls", "Boys")
    done = made(world, [seen("B2", number=4, offence=ASSAULT, sex="Female")])
    assert not done.rows
    assert left(done) == {"split by offence and sex at once, which this measure is not": 1}


def test_two_offences_over_one_cell_are_left_out_with_the_reason(world):
    done = made(world, [seen("B2", number=4, offence=ASSAULT, other=[WORDS_TO])])
    assert left(done) == {
        "under two labels of one kind (offence), which are not a count together": 1
    }


def test_the_rows_of_another_force_are_left_out_by_its_name(world):
    cells = [seen("B2", number=4, force="N. Shire"), seen("B3", number=9, force="Southshire")]
    done = made(world, cells)
    assert [step.after for step in done.rows] == ["4"]
    assert left(done) == {"of Southshire, not of Northshire Police": 1}


def test_a_name_that_a_person_said_is_this_force_s_is_its_own(world):
    done = made(
        world,
        [seen("B2", number=4, force="The Shire")],
        answers=says("force", "The Shire", "plain"),
    )
    assert [step.after for step in done.rows] == ["4"]


def test_years_that_were_not_asked_for_are_left_out(world):
    cells = [seen("B2", "2015/16", 1), seen("C2", "2016/17", 2), seen("D2", "2019/20", 3)]
    done = made(world, cells)
    assert told(done) == {"Total, 2016/17": "2"}
    assert left(done) == {
        "2015/16, a year that was not asked for": 1,
        "2019/20, a year that was not asked for": 1,
    }


def test_a_total_over_the_years_and_a_cell_of_no_year_are_left_out(world):
    done = made(world, [seen("B2", None, 9, total=True), seen("B3", None, 9)])
    assert left(done) == {"a total over several years": 1, "no year": 1}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("since April 2018", "of “since April 2018”, which is no single year"),
        ("Apr-18 onwards", "of “Apr-18 onwards”, which is no single year"),
        ("12 months to Jun 2018", "of “12 months to Jun 2018”, which is no single year"),
        ("Total", "a total over several years"),
        ("2016/17 to 2017/18", "a total over several years"),
    ],
)
def test_a_time_that_is_no_year_is_named_as_the_reason(world, text, why):
    down = [("Year", "Sexual assault"), ("2016/17", 9), ("2017/18", 8), (text, 7)]
    for rows in (down, [*zip(*down, strict=True)], [("Offences",), *down]):
        assert left(plan(world, *rows)) == {why: 1}


@pytest.mark.parametrize("last", ["D2", "B9"])
@pytest.mark.parametrize(
    ("total", "numbers", "look"), [(9, (4, 5), False), (8, (4, 5), True), (9, (9, None), True)]
)
def test_a_total_over_the_years_is_looked_at_unless_it_is_their_sum(
    world, last, total, numbers, look
):
    places = ("B2", "C2") if last == "D2" else ("B2", "B3")
    given = [
        seen(place, year, number, marker=None if number is not None else "blank")
        for place, year, number in zip(places, ("2017/18", "2018/19"), numbers, strict=True)
    ]
    done = made(world, [*given, seen(last, None, total, total=True)])
    (left_aside,) = [each for each in done.not_taken if each.cells == (("Data", last),)]
    assert left_aside.needs_look == look


def test_what_the_reader_said_of_a_column_of_no_year_stands(world):
    problem = {"sheet": "Data", "cell": "B3", "message": "No one year stands over this column."}
    done = made(world, [seen("B2", number=4), seen("B3", None, 9)], problems=[problem])
    assert doubts(done) == ["No one year stands over this column."]


def test_what_the_reader_said_of_a_cell_of_another_force_is_nobody_s_matter(world):
    problem = {"sheet": "Data", "cell": "B3", "message": "“x?” is no count."}
    cells = [seen("B2", number=4), seen("B3", number=9, force="Southshire")]
    assert not made(world, cells, problems=[problem]).problems


class TestTitles:
    """A line over a table may narrow every count in it, and is no label of any."""

    @pytest.mark.parametrize(
        "title",
        [
            "Online sexual offences recorded where the victim was aged under 13",
            "Number of offences with victims of 12 and under, flagged as online in all years",
            "Female victims only: recorded offences flagged as online",
            "Crimes resulting in a charge or summons, recorded 2016 to 2019",
            "Non-recent online offences recorded",
            "Recorded by Southshire Police",
        ],
    )
    def test_one_that_may_narrow_the_counts_has_to_be_answered(self, world, title):
        done = plan(world, (title,), (), *PLAIN)
        assert len(done.rows) == 12
        (doubt,) = doubts(done)
        assert f"“{title}”" in doubt
        assert done.why_not

    @pytest.mark.parametrize(
        "title", ["Victims recorded by Southshire Police", "Victims recorded by the force, aged 13"]
    )
    def test_one_that_is_asked_about_for_its_victims_may_narrow_the_counts_too(self, world, title):
        done = plan(world, (title,), (), *PLAIN)
        assert "this table counts victims" in " ".join(stopping(done))
        assert f"“{title}” above this table may narrow it" in " ".join(doubts(done))

    @pytest.mark.parametrize(
        "title",
        [
            "Northshire Police - Freedom of Information request 1234/19",
            "Online sexual offences against victims aged under 18, 2016/17 to 2018/19",
            "Number of online offences recorded by offence, males and females",
        ],
    )
    def test_one_that_says_what_was_asked_for_is_no_problem(self, world, title):
        assert not plan(world, (title,), (), *PLAIN).problems

    @pytest.mark.parametrize(
        ("line", "asks"), [("Southshire Police", 1), ("Northshire Police, Disclosure Unit", 0)]
    )
    def test_a_force_named_below_a_table_is_asked_about_if_it_is_another(self, world, line, asks):
        assert len(doubts(plan(world, *PLAIN, (), (line,)))) == asks

    @pytest.mark.parametrize(
        "title",
        ["Online sexual offences", "Northshire Police – online sexual offences against children"],
    )
    def test_one_that_is_the_measure_s_name_is_no_question(self, world, title):
        done = plan(world, (title,), *PLAIN)
        assert not done.questions
        assert len(done.rows) == 12


class TestCalendarYears:
    def test_a_calendar_year_is_asked_about_and_stands_in_no_count(self, world):
        done = made(world, [seen("B2", "2017", 4)])
        assert asked(done) == ["2017"]
        assert not done.rows

    def test_what_a_person_said_of_it_is_its_year(self, world):
        done = made(world, [seen("B2", "2017", 4)], answers=says("year", "2017", "2017"))
        assert told(done) == {"Total, 2017/18": "4"}

    def test_it_can_be_left_out(self, world):
        done = made(world, [seen("B2", "2017", 4)], answers=says("year", "2017", "out"))
        assert left(done) == {"calendar year 2017": 1}

    def test_one_that_meets_no_year_of_the_round_is_no_question(self, world):
        done = made(world, [seen("B2", "2009", 4)])
        assert not done.questions
        assert left(done) == {"calendar year 2009": 1}

    def test_a_part_of_one_is_never_a_part_of_the_financial_year(self, world):
        cells = [seen("B2", "2017", 4, months=(1, 3), other=["Q1"])]
        done = made(world, cells, answers=says("year", "2017", "2017"))
        assert not done.rows
        assert "a part of the calendar year 2017" in stopping(done)[0]


class TestOtherLabels:
    def test_an_unknown_word_over_a_table_is_asked_about_once(self, world):
        cells = [
            seen("B2", number=4, offence=ASSAULT, other=["Team A"]),
            seen("B3", number=5, offence=WORDS_TO, other=["Team A"]),
        ]
        done = made(world, cells)
        assert asked(done) == ["Team A"]
        assert done.questions[0].cells == 2
        assert not done.rows

    def test_one_that_says_nothing_of_its_own_changes_nothing(self, world):
        done = made(
            world,
            [seen("B2", number=4, offence=ASSAULT, other=["Team A"])],
            answers=says("other", "Team A", "plain"),
        )
        assert told(done) == {f"{ASSAULT}, 2018/19": "4"}

    def test_one_that_is_left_out_takes_its_cells_along(self, world):
        cells = [seen("B2", number=4, other=["Team A"]), seen("B3", number=7)]
        done = made(world, cells, answers=says("other", "Team A", "out"))
        assert told(done) == {"Total, 2018/19": "7"}
        assert left(done) == {"“Team A”, excluded": 1}

    def test_a_label_with_a_year_in_it_is_a_label(self, world):
        done = made(world, [seen("B2", number=4, other=["Offences before 2015"])])
        assert asked(done) == ["Offences before 2015"]


class TestTables:
    def test_a_table_switched_off_is_left_out_and_asks_nothing(self, world):
        answers = ReadingAnswers(tables={0: TableAnswer(on=False)})
        done = made(world, [seen("B2", number=4, offence="What?")], answers=answers)
        assert not done.questions
        assert left(done) == {"in a table that was switched off": 1}

    def test_an_axis_that_was_read_wrongly_is_put_right(self, world):
        answers = ReadingAnswers(tables={0: TableAnswer(roles={"platform": "offence"})})
        done = made(world, [seen("B2", number=4, platform=ASSAULT)], answers=answers)
        assert told(done) == {f"{ASSAULT}, 2018/19": "4"}

    def test_an_axis_put_right_never_swallows_the_other(self, world):
        answers = ReadingAnswers(tables={0: TableAnswer(roles={"platform": "offence"})})
        cells = [seen("B2", number=4, platform=ASSAULT, offence=WORDS_TO)]
        assert not made(world, cells, answers=answers).rows

    def test_an_axis_is_added_up_over_where_a_person_says_so(self, world):
        answers = ReadingAnswers(tables={0: TableAnswer(added=("platform",))})
        cells = [
            seen("B2", number=4, offence=ASSAULT, platform="Kik"),
            seen("B3", number=5, offence=ASSAULT, platform="Skype"),
        ]
        done = made(world, cells, answers=answers)
        assert told(done) == {f"{ASSAULT}, 2018/19": "9"}
        assert done.rows[0].figure.cells == "B2 + B3"

    def test_the_total_of_an_axis_that_is_added_up_is_not_added_to_its_parts(self, world):
        answers = ReadingAnswers(tables={0: TableAnswer(added=("platform",))})
        cells = [
            seen("B2", number=4, offence=ASSAULT, platform="Kik"),
            seen("C2", number=5, offence=ASSAULT, platform="Skype"),
            seen("D2", number=9, offence=ASSAULT, total=True),
            seen("B3", number=4, total=True, platform="Kik"),
            seen("C3", number=5, total=True, platform="Skype"),
            seen("D3", number=9, total=True),
        ]
        done = made(world, cells, answers=answers)
        assert [s.after for s in done.rows] == ["9", "9"]
        assert [s.figure.cells for s in done.rows] == ["D2", "D3"]


class TestTwoMeasures:
    @pytest.fixture
    def images(self, world):
        images = worlds.measure("images", name="Images of abuse")
        worlds.breakdown(images)
        world.round.measures.add(images)
        return images

    def test_a_table_whose_measure_nobody_knows_is_a_question(self, world, images):
        done = made(world, [seen("B2", number=4)])
        assert done.sorted.open_tables == [0]
        assert not done.rows
        assert "say which measure the table counts" in done.why_not

    def test_a_table_is_of_the_measure_that_stands_over_it(self, world, images):
        done = made(world, ("Sheet1", ["Images of abuse by year"], [seen("B2", number=4)]))
        assert [step.figure.key[0] for step in done.rows] == [images.pk]

    def test_a_table_under_two_measures_is_a_question(self, world, images):
        over = ["Images of abuse and online sexual offences"]
        assert made(world, ("Sheet1", over, [seen("B2", number=4)])).sorted.open_tables == [0]

    def test_a_person_says_of_which_measure_a_table_is(self, world, images):
        answers = ReadingAnswers(tables={0: TableAnswer(measure=images.pk)})
        done = made(world, [seen("B2", number=4)], answers=answers)
        assert [step.figure.key[0] for step in done.rows] == [images.pk]

    def test_one_label_is_named_for_each_measure(self, world, images):
        """Said for one measure alone, it is asked for the other; then both stand."""
        tables = (
            [seen("B2", number=4, offence="Touching")],
            [seen("F2", number=7, offence="Touching")],
        )
        answers = ReadingAnswers(
            tables={0: TableAnswer(measure=world.measure.pk), 1: TableAnswer(measure=images.pk)}
        )
        own, other = (
            Category.objects.get(name=ASSAULT, breakdown__measure=measure)
            for measure in (world.measure, images)
        )
        answers = also(answers, "offence", "Touching", own)
        done = made(world, *tables, answers=answers)
        (question,) = done.questions
        assert question.measure == images.pk
        word = answers.labels["offence|touching"]
        both = answers.with_label(question.key, type(word)(str(other.pk), False, "Touching"))
        done = made(world, *tables, answers=both)
        assert not done.questions
        assert {step.category.pk: step.after for step in done.rows} == {own.pk: "4", other.pk: "7"}


NUMBERED = ["{}. Snapchat", "{}) Snapchat", "{}.Snapchat"]


def layouts(first, *others):
    """One label beside others: down, across, and in a row of its own with a year."""
    names = [first, *others]
    numbers = [41, 26, 31][: len(names)]
    yield [("Platform", "2018/19"), *zip(names, numbers, strict=True)]
    yield [("Year / platform", *names), ("2018/19", *numbers)]
    yield [("Platform", "Year", "Offences"), *((n, "2018/19", c) for n, c in
           zip(names, numbers, strict=True))]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERED)
def test_a_serial_number_before_a_label_is_no_part_of_it(world, text):
    split(world.measure, "platform", "Snapchat", "WhatsApp", "Not recorded")
    for rows in layouts(*(text.format(n).replace("Snapchat", name) for n, name in
                          enumerate(["Snapchat", "WhatsApp", "Not recorded"], 1))):  # fmt: skip
        done = plan(world, *rows)
        assert told(done) == {
            "Snapchat, 2018/19": "41",
            "WhatsApp, 2018/19": "26",
            "Not recorded, 2018/19": "31",
        }
        assert not asked(done)


@pytest.mark.parametrize("text", ["1. Kik chat", "2. Snapchats", "3) Snap"])
def test_a_label_that_is_unknown_without_its_number_too_is_a_question(world, text):
    split(world.measure, "platform", "Snapchat", "WhatsApp", "Not recorded")
    for rows in layouts(text, "WhatsApp"):
        assert text in asked(plan(world, *rows))


def test_u_beside_letters_for_sexes_is_one_that_is_not_known(world):
    split(world.measure, "sex", "Girls", "Boys", "Not known")
    down = [("Sex", "2018/19"), ("F", 97), ("M", 18), ("U", 12)]
    listed = [("Split", "Group", "Year", "Count"),
              *(("Gender", sex, "2018/19", n) for sex, n in down[1:])]  # fmt: skip
    for rows in (down, [*zip(*down, strict=True)], listed):
        done = plan(world, *rows)
        assert told(done) == {
            "Girls, 2018/19": "97",
            "Boys, 2018/19": "18",
            "Not known, 2018/19": "12",
        }
        assert not asked(done)
