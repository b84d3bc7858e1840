"""One table gives the counts of both its axes; several tables can be parts of one count."""

from dataclasses import replace

import pytest

from offences.intake.returns import ReadingAnswers, plan_of
from offences.intake.returns.answers import TableAnswer
from offences.models import Category
from tests.readings.made import also, asked, doubts, made, plan, read, seen, split, stopping, told

pytestmark = pytest.mark.django_db

ASSAULT, WORDS_TO = "Sexual assault", "Sexual communication with a child"
BOTH_WAYS = TableAnswer(added=("offence", "sex"))


def crossed(total: int | None = None, **more):
    """Two offences by two sexes, 1 to 4, and perhaps the total of the whole table."""
    cells = [
        seen("B2", number=1, offence=ASSAULT, sex="Female", **more),
        seen("C2", number=2, offence=ASSAULT, sex="Male", **more),
        seen("B3", number=3, offence=WORDS_TO, sex="Female", **more),
        seen("C3", number=4, offence=WORDS_TO, sex="Male", **more),
    ]
    return cells + ([seen("D4", number=total, total=True)] if total is not None else [])


@pytest.fixture
def sexes(world):
    return split(world.measure, "sex", "Girls", "Boys")


@pytest.mark.usefixtures("sexes")
class TestBothWays:
    def test_a_table_added_up_over_both_axes_gives_the_counts_of_each_and_of_all(self, world):
        done = made(world, crossed(), answers=ReadingAnswers(tables={0: BOTH_WAYS}))
        assert told(done) == {
            f"{ASSAULT}, 2018/19": "3",
            f"{WORDS_TO}, 2018/19": "7",
            "Girls, 2018/19": "4",
            "Boys, 2018/19": "6",
            "Total, 2018/19": "10",
        }
        assert not done.sorted.ignored
        assert not done.problems

    def test_over_one_axis_it_gives_the_counts_of_the_other_alone(self, world):
        done = made(
            world, crossed(), answers=ReadingAnswers(tables={0: TableAnswer(added=("offence",))})
        )
        assert told(done) == {"Girls, 2018/19": "4", "Boys, 2018/19": "6"}

    def test_the_total_that_the_table_states_is_taken_and_not_the_sum(self, world):
        done = made(world, crossed(total=11), answers=ReadingAnswers(tables={0: BOTH_WAYS}))
        assert told(done)["Total, 2018/19"] == "11"

    def test_a_cell_without_a_number_keeps_both_its_counts_back(self, world):
        cells = crossed()
        cells[0] = replace(cells[0], value=None, marker="blank")
        done = made(world, cells, answers=ReadingAnswers(tables={0: BOTH_WAYS}))
        assert told(done) == {f"{WORDS_TO}, 2018/19": "7", "Boys, 2018/19": "6"}
        assert len(stopping(done)) == 3

    def test_a_label_of_another_axis_than_it_was_read_on_can_be_said_to_be_of_it(self, world):
        cells = [*crossed(), seen("D2", number=9, offence="Not said", other=[ASSAULT])]
        answers = ReadingAnswers(tables={0: BOTH_WAYS})
        assert asked(made(world, cells, answers=answers)) == ["Not said"]
        boys = Category.objects.get(name="Boys")
        done = made(world, cells, answers=also(answers, "offence", "Not said", boys))
        assert told(done)["Boys, 2018/19"] == "15"
        assert told(done)[f"{ASSAULT}, 2018/19"] == "12"

    def test_a_label_in_the_way_is_told_with_each_of_its_cells_once(self, world):
        cells = crossed()
        for each in cells[:2]:
            each.labels["offence"] = "Groping"
        done = made(world, cells, answers=ReadingAnswers(tables={0: BOTH_WAYS}))
        assert [(q.text, q.cells) for q in done.questions] == [("Groping", 2)]


@pytest.mark.usefixtures("sexes")
class TestTablesOfOneStatement:
    """“Male victims” in one table and “Female victims” in another."""

    def tables(self):
        cells = crossed()
        return [cells[0], cells[2]], [cells[1], cells[3]]

    def test_tables_added_up_over_the_same_axis_are_parts_and_a_person_confirms_it(self, world):
        over = TableAnswer(added=("sex",))
        done = made(world, *self.tables(), answers=ReadingAnswers(tables={0: over, 1: over}))
        assert told(done) == {f"{ASSAULT}, 2018/19": "3", f"{WORDS_TO}, 2018/19": "7"}
        assert [step.figure.cells for step in done.rows] == ["B3 + C3", "B2 + C2"]
        assert len(doubts(done)) == 1
        assert "is added up over them: B2 (" in doubts(done)[0]
        assert done.why_not

    def test_their_own_totals_are_parts_of_the_total_of_both(self, world):
        girls, boys = self.tables()
        girls.append(seen("B4", number=4, sex="Female", total=True))
        boys.append(seen("C4", number=6, sex="Male", total=True))
        done = made(world, girls, boys, answers=ReadingAnswers(tables={0: BOTH_WAYS, 1: BOTH_WAYS}))
        total = next(step for step in done.rows if step.what == "Total, 2018/19")
        assert (total.after, total.figure.cells) == ("10", "B4 + C4")
        assert not stopping(done)

    def test_a_total_of_one_table_alone_is_not_that_of_both(self, world):
        girls, boys = self.tables()
        girls.append(seen("B4", number=4, total=True))
        done = made(world, girls, boys, answers=ReadingAnswers(tables={0: BOTH_WAYS, 1: BOTH_WAYS}))
        assert [problem.cell for problem in done.problems if problem.stops] == ["C2", "B4"]

    def test_a_cell_of_another_sheet_is_named_with_its_sheet(self, world):
        over = TableAnswer(added=("sex",))
        girls, boys = (
            (sheet, (), cells)
            for sheet, cells in zip(("Girls", "Boys"), self.tables(), strict=True)
        )
        done = made(world, girls, boys, answers=ReadingAnswers(tables={0: over, 1: over}))
        assert done.rows[-1].figure.cells == "B2 + Boys!C2"

    def test_the_same_labels_again_are_the_same_statement_and_have_to_agree(self, world):
        over = TableAnswer(added=("sex",))
        again = [replace(each, cell=each.cell.replace("B", "F")) for each in self.tables()[0]]
        again[0] = replace(again[0], value=8)
        done = made(
            world, self.tables()[0], again, answers=ReadingAnswers(tables={0: over, 1: over})
        )
        assert f"{ASSAULT}, 2018/19" not in told(done)  # not even while the force is asked
        assert [problem.cell for problem in done.problems if problem.stops] == ["F2"]

    def test_a_table_that_nobody_said_to_add_up_is_no_part(self, world):
        other = [seen("F2", number=8, offence=ASSAULT)]
        over = TableAnswer(added=("sex",))
        done = made(world, self.tables()[0], other, answers=ReadingAnswers(tables={0: over}))
        assert [problem.cell for problem in done.problems if problem.stops] == ["F2"]


class TestAHeadingThatIsRepeated:
    """A table goes on below its own heading, written once more, as on a new page."""

    def of(self, world, *, first="A1:B3", second="A4:B6", **more):
        answers = ReadingAnswers()
        for name in ("Groping", "Touching"):
            answers = also(answers, "offence", name, Category.objects.get(name=ASSAULT))
        above = [
            seen("B2", number=1, offence="Groping"),
            seen("B3", number=5, offence=WORDS_TO, **more),
        ]
        below = [seen("B5", number=2, offence="Touching")]
        reading = read(world, above, below, answers=answers)
        found = reading.read
        tables = zip(found.tables, (first, second), strict=True)
        return reading, replace(found, tables=tuple(replace(t, range=at) for t, at in tables))

    def done(self, world, **more):
        return plan_of(*self.of(world, **more))

    def test_its_labels_are_parts_and_a_person_confirms_it(self, world):
        done = self.done(world)
        assert told(done)[f"{ASSAULT}, 2018/19"] == "3"
        assert not stopping(done)
        assert "B2 (“Groping”) and B5 (“Touching”)" in doubts(done)[0]

    @pytest.mark.parametrize(
        "more",
        [{"second": "A6:B8"}, {"second": "C4:D6"}, {"total": True}],
        ids=["a line between", "beside it", "after a total"],
    )
    def test_another_table_is_not_taken_for_the_rest_of_it(self, world, more):
        assert stopping(self.done(world, **more))


def test_what_is_told_of_a_file_of_many_forces_is_of_ours(world):
    """The first ten changes of a table are told: those of other forces are not among them."""
    others = [(f"Force {n}", ASSAULT, 2, 40, 41) for n in range(11)]
    rows = [("Force", "Offence", "2016/17", "2017/18", "2018/19"), *others]
    done = plan(world, *rows, ("Northshire Police", ASSAULT, 3, 30, 31))
    assert doubts(done) == ["30 in 2017/18 is three times the 3 of 2016/17 (C13) or more."]
