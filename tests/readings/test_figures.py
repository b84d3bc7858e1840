"""What the cells of one count come to: never a part that looks like the whole."""

import re
from dataclasses import replace
from datetime import date

import pytest

from offences.intake.returns import ReadingAnswers
from offences.intake.returns.answers import TableAnswer
from offences.models import Category, Offence
from tests.readings.made import (
    also,
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

ASSAULT = "Sexual assault"
ITS_COUNT = f"{ASSAULT}, 2018/19"


@pytest.fixture
def offences(world):
    """Three official offences that are counted as sexual assaults, two of them of one class."""
    for code, name, of, level in (
        ("17A", "Assault on a male", "17A", "class"),
        ("17/15", "Touching a male", "17A", "offence"),
        ("20/05", "Touching a female", "20A", "offence"),
    ):
        Offence.objects.create(
            code=code, name=name, class_code=of, level=level, group=ASSAULT, child_specific=False
        )
    return world


def of(world, *numbers, answers=None, **more):
    """What two official offences with these contents come to."""
    names = ("Touching a male", "Touching a female")
    cells = [
        seen(f"B{row}", offence=name, **(n if isinstance(n, dict) else {"number": n}), **more)
        for row, (name, n) in enumerate(zip(names, numbers, strict=True), 2)
    ]
    return made(world, cells, answers=answers)


def withheld(low=None, high=None):
    return {"marker": "suppressed", "low": low, "high": high}


class TestOfficialOffences:
    def test_they_are_added_up_into_their_category(self, offences):
        done = of(offences, 4, 5)
        assert told(done) == {ITS_COUNT: "9"}
        assert done.rows[0].figure.cells == "B2 + B3"
        assert not done.problems

    def test_a_withheld_one_makes_the_sum_a_range(self, offences):
        assert told(of(offences, 4, withheld(1, 4))) == {ITS_COUNT: "5-8"}
        assert told(of(offences, withheld(1, 4), withheld(1, 2))) == {ITS_COUNT: "2-6"}

    def test_one_withheld_without_limits_leaves_the_sum_open(self, offences):
        assert told(of(offences, 4, withheld())) == {ITS_COUNT: "*"}

    def test_one_without_a_number_stops_the_sum(self, offences):
        for marker in ("blank", "not_held", "not_available", "refused"):
            done = of(offences, 4, {"marker": marker})
            assert not done.rows
            assert "they cannot be added up" in stopping(done)[0]
            assert "B3 has no number" in stopping(done)[0]

    def test_all_without_a_number_say_why_and_are_never_nought(self, offences):
        assert told(of(offences, {"marker": "blank"}, {"marker": "blank"})) == {ITS_COUNT: "-"}
        done = of(offences, {"marker": "blank"}, {"marker": "not_held"})
        assert not done.rows

    def test_two_spellings_of_one_offence_are_not_two_offences(self, offences):
        cells = [
            seen("B2", number=4, offence="17/15"),
            seen("B3", number=4, offence="Touching a male"),
        ]
        done = made(offences, cells)
        assert told(done) == {ITS_COUNT: "4"}
        assert "It is counted once" in doubts(done)[0]

    def test_an_offence_in_a_column_of_totals_is_not_lost_beside_its_category_there(self, offences):
        part = seen("B2", number=4, offence="Touching a male", total=True, other=["Total"])
        whole = seen("B3", number=9, offence=ASSAULT, total=True, other=["Total"])
        done = made(offences, [part, whole])
        assert not done.rows
        assert "they do not add up to it" in stopping(done)[0]
        other = replace(part, cell="B4", value=5, labels={"offence": "Touching a female"})
        assert told(made(offences, [part, whole, other])) == {ITS_COUNT: "9"}
        total = replace(whole, other=("Subtotal", "Total"))  # of a row of totals, too
        assert told(made(offences, [part, total])) == {ITS_COUNT: "9"}
        assert told(made(offences, [replace(part, total=False, other=()), whole])) == {
            ITS_COUNT: "9"
        }

    def test_a_total_of_other_totals_is_never_added_to_them(self, world):
        numbers = {"B2": 5, "C2": 4, "D2": 9}
        totals = [seen(at, number=number, total=True) for at, number in numbers.items()]
        for message in stopping(made(world, totals))[:2]:
            assert "D2 is the sum of the others. If it is meant, type “out” for B2 and" in message
            assert "their sum" not in message
        assert "type their sum, 9, for B2" in stopping(made(world, totals[:2]))[0]
        hidden = seen("E2", marker="suppressed", low=1, high=4, total=True)
        for message in stopping(made(world, [*totals, hidden])):  # it may be of more than D2
            assert "is the sum of the others" not in message

    def test_a_class_is_not_added_to_its_own_offences(self, offences):
        cells = [
            seen("B2", number=4, offence="Assault on a male"),
            seen("B3", number=4, offence="Touching a male"),
        ]
        done = made(offences, cells)
        assert not done.rows
        assert "would be counted twice" in stopping(done)[0]

    @pytest.mark.parametrize("other", ["Touching a girl - by a relative", "18/02"])
    def test_what_several_names_begin_with_is_not_added_to_one_of_them(self, offences, other):
        for code, by in (("18/01", "a stranger"), ("18/02", "a relative")):
            Offence.objects.create(
                code=code,
                name=f"Touching a girl - by {by}",
                class_code="18",
                level="offence",
                group=ASSAULT,
                child_specific=False,
            )
        whole = seen("B2", number=9, offence="Touching a girl")
        assert told(made(offences, [whole])) == {ITS_COUNT: "9"}
        done = made(offences, [whole, seen("B3", number=4, offence=other)])
        assert not done.rows
        assert "all “Touching a girl”, and B3 of some of them" in stopping(done)[0]
        apart = [whole, seen("B3", number=4, offence="Touching a female")]
        assert told(made(offences, apart)) == {ITS_COUNT: "13"}

    @pytest.mark.parametrize(
        ("began", "rises"),
        [(None, True), ((2017, 4, 3), False), ((2017, 3, 31), True), ((2018, 6, 1), False)],
    )
    @pytest.mark.parametrize("name", ["Touching a dog", "Animals"])
    def test_a_rise_since_the_year_before_the_offence_is_no_question(
        self, world, began, rises, name
    ):
        category = Category.objects.create(breakdown=world.split, slug="a", name="Animals")
        day = began and date(*began)
        Offence.objects.create(
            code="99/01",
            name="Touching a dog",
            class_code="99",
            level="offence",
            group=category.name,
            valid_from=day,
            child_specific=False,
        )
        done = plan(world, ("Offence", "2016/17", "2017/18"), (name, 1, 30))
        assert any("three times" in each.message for each in done.problems) == rises

    @pytest.mark.parametrize(
        ("other", "rises"),
        [((10, 14), False), ((10, 40), True), ((2, 25), True), ((30, 5), True), ((0, 19), False)],
    )
    @pytest.mark.parametrize("turned", [False, True])
    def test_a_total_that_rises_by_a_new_offence_alone_is_no_question(
        self, world, other, rises, turned
    ):
        Category.objects.create(breakdown=world.split, slug="a", name="Animals")
        Offence.objects.create(
            code="99/01",
            name="Touching a dog",
            class_code="99",
            level="offence",
            group="Animals",
            valid_from=date(2017, 4, 3),
            child_specific=False,
        )
        new = (1, 124)
        table = [
            ("Offence", "2016/17", "2017/18"),
            (ASSAULT, *other),
            ("Touching a dog", *new),
            ("Total", *(a + b for a, b in zip(other, new, strict=True))),
        ]
        rows = [*zip(*table, strict=True)] if turned else table
        done = plan(world, *rows)
        asked = [each.cell for each in done.problems if "the" in each.message]
        assert (("D3" if turned else "C4") in asked) == rises

    def test_the_category_itself_stands_before_its_parts_where_they_agree(self, offences):
        for whole, parts in ((9, (4, 5)), (7, (4, withheld(1, 4)))):
            names = ("Touching a male", "Touching a female")
            cells = [seen("B2", number=whole, offence=ASSAULT)]
            for name, n in zip(names, parts, strict=True):
                content = n if isinstance(n, dict) else {"number": n}
                cells.append(seen(f"B{len(cells) + 2}", offence=name, **content))
            assert told(made(offences, cells)) == {ITS_COUNT: str(whole)}

    def test_a_category_and_parts_that_do_not_add_up_to_it_are_a_problem(self, offences):
        cells = [
            seen("B2", number=9, offence=ASSAULT),
            seen("B3", number=4, offence="Touching a male"),
        ]
        done = made(offences, cells)
        assert not done.rows
        assert "they do not add up to it" in stopping(done)[0]

    def test_a_stated_total_of_the_category_is_taken_as_it_is(self, offences):
        cells = [
            seen("B2", number=10, offence=ASSAULT, total=True),
            seen("B3", number=4, offence="Touching a male"),
        ]
        assert told(made(offences, cells)) == {ITS_COUNT: "10"}

    def test_one_more_label_that_was_named_is_added_after_a_word(self, world):
        cells = [seen("B2", number=9, offence=ASSAULT), seen("B3", number=4, offence="Groping")]
        answers = says("offence", "Groping", Category.objects.get(name=ASSAULT))
        done = made(world, cells, answers=answers)
        assert told(done) == {ITS_COUNT: "13"}
        assert "is made of B2 and B3 (“Groping”)" in doubts(done)[0]
        assert done.why_not


class TestOneCell:
    def test_a_blank_cell_is_never_a_nought(self, world):
        assert told(made(world, [seen("B2", marker="blank", offence=ASSAULT)])) == {ITS_COUNT: "-"}

    @pytest.mark.parametrize(
        ("low", "high", "said"), [(1, 4, "<5"), (0, 4, "0-4"), (5, 9, "5-9"), (None, None, "*")]
    )
    def test_a_withheld_number_keeps_its_stated_limits(self, world, low, high, said):
        cells = [seen("B2", offence=ASSAULT, **withheld(low, high))]
        assert told(made(world, cells)) == {ITS_COUNT: said}

    def test_a_withheld_number_whose_limits_leave_one_number_is_a_question(self, world):
        done = made(world, [seen("B2", offence=ASSAULT, **withheld(1, 1))])
        assert not done.rows
        assert "leave no range" in stopping(done)[0]

    def test_a_number_that_is_too_large_to_be_a_count_is_a_problem(self, offences):
        done = made(offences, [seen("B2", number=441632960000, offence=ASSAULT)])
        assert not done.rows
        assert "too large" in stopping(done)[0]
        assert "adds up to more" in stopping(of(offences, 9_999_999, 1))[0]

    def test_what_cannot_be_read_stops_until_it_is_mended(self, world):
        cells = [seen("B2", marker="unreadable", offence=ASSAULT)]
        problem = {"sheet": "Data", "cell": "B2", "message": "“4?” is no count."}
        done = made(world, cells, problems=[problem])
        assert not done.rows
        assert len(done.problems) == 1
        answers = ReadingAnswers(corrections={"Data!B2": "4"})
        done = made(world, cells, problems=[problem], answers=answers)
        assert told(done) == {ITS_COUNT: "4"}
        assert not done.problems

    def test_what_was_typed_and_cannot_be_read_says_how_to_mend_it(self, world):
        answers = ReadingAnswers(corrections={"Data!B2": "4ish"})
        done = made(world, [seen("B2", number=3, offence=ASSAULT)], answers=answers)
        assert not done.rows
        assert "“4ish” is not a plain number" in stopping(done)[0]

    def test_a_cell_that_is_not_meant_is_left_out(self, world):
        cells = [seen("B2", number=3, offence=ASSAULT), seen("B3", number=4, offence=ASSAULT)]
        done = made(world, cells, answers=ReadingAnswers(corrections={"Data!B2": "Out"}))
        assert told(done) == {ITS_COUNT: "4"}
        assert not done.problems


class TestAges:
    @pytest.fixture
    def ages(self, world):
        return split(world.measure, "age", bands=[(10, 12), (13, 15)])

    def cells(self, *ages, **more):
        return [seen(f"B{row}", number=2, age=age, **more) for row, age in enumerate(ages, 2)]

    def test_single_ages_that_are_all_there_are_the_band(self, world, ages):
        assert told(made(world, self.cells("13", "14", "15"))) == {"13 to 15, 2018/19": "6"}

    @pytest.mark.parametrize(
        ("there", "missing"), [(["13"], "14, 15"), (["13", "15"], "14"), (["13-14"], "15")]
    )
    def test_a_band_lacking_an_age_has_no_figure(self, world, ages, there, missing):
        done = made(world, self.cells(*there))
        assert not done.rows
        assert f"there is no cell for {missing}:" in stopping(done)[0]

    def test_an_age_in_two_cells_is_not_counted_twice(self, world, ages):
        done = made(world, self.cells("13", "13-14", "15"))
        assert not done.rows
        assert "13 is in more than one cell" in stopping(done)[0]

    def test_a_band_and_its_ages_that_do_not_agree_are_a_problem(self, world, ages):
        done = made(world, self.cells("13-15", "13", "14", "15"))
        assert not done.rows
        assert "they do not add up to it" in stopping(done)[0]

    def test_a_crossed_band_needs_all_its_ages_too(self, world, ages):
        crossing(ages, split(world.measure, "sex", "Girls", "Boys"))
        girls = self.cells("13", "14", "15", sex="Girls")
        assert told(made(world, girls)) == {"13 to 15, Girls, 2018/19": "6"}
        done = made(world, girls[:2])
        assert not done.rows
        assert "there is no cell for 15:" in stopping(done)[0]

    def test_ages_added_up_over_an_axis_are_whole_under_each_of_its_labels(self, world, ages):
        answers = ReadingAnswers(tables={0: TableAnswer(added=("platform",))})
        kik, skype = (self.cells("13", "14", "15", platform=p) for p in ("Kik", "Skype"))
        skype = [replace(each, cell=each.cell.replace("B", "C")) for each in skype]
        assert told(made(world, kik + skype, answers=answers)) == {"13 to 15, 2018/19": "12"}
        assert not made(world, kik + skype[:2], answers=answers).rows

    def test_a_label_without_ages_is_not_added_to_single_ages(self, world, ages):
        answers = says("age", "Teens", Category.objects.get(name="13 to 15"))
        done = made(world, self.cells("13", "14", "15", "Teens"), answers=answers)
        assert not done.rows
        assert "whose ages are not known" in stopping(done)[0]


class TestTwice:
    def test_the_same_number_under_the_same_labels_is_told_and_counted_once(self, world):
        cells = [seen("B2", number=4, offence=ASSAULT), seen("B9", number=4, offence=ASSAULT)]
        done = made(world, cells)
        assert told(done) == {ITS_COUNT: "4"}
        assert "is in B2 and again in B9" in doubts(done)[0]

    def test_another_number_under_the_same_labels_is_told_at_both_cells(self, world):
        cells = [seen("B2", number=4, offence=ASSAULT), seen("B9", number=5, offence=ASSAULT)]
        done = made(world, cells)
        assert not done.rows
        assert [p.cell for p in done.problems] == ["B2", "B9"]

    def test_two_rows_that_both_say_nothing_of_their_own_are_not_added_up(self, world):
        cells = [
            seen("B2", number=300, other=["Recorded offences"]),
            seen("B3", number=40, other=["Online offences"]),
        ]
        done = made(world, cells)
        assert not done.rows
        answers = also(says("other", "Team A", "plain"), "other", "Team B", "plain")
        cells = [seen("B2", number=3, other=["Team A"]), seen("B3", number=4, other=["Team B"])]
        assert not made(world, cells, answers=answers).rows

    def test_another_table_that_says_the_same_changes_nothing(self, world):
        done = made(
            world, [seen("B2", number=4, offence=ASSAULT)], [seen("F2", number=4, offence=ASSAULT)]
        )
        assert told(done) == {ITS_COUNT: "4"}
        assert not done.problems

    def test_another_table_that_says_otherwise_stops(self, world):
        for other in (
            seen("F2", number=5, offence=ASSAULT),
            seen("F2", **withheld(1, 9), offence=ASSAULT),
        ):
            done = made(world, [seen("B2", number=4, offence=ASSAULT)], [other])
            assert "Switch off the table" in stopping(done)[0]
            assert done.why_not

    def test_other_offences_of_a_category_in_another_table_agree_by_chance_only(self, offences):
        done = made(
            offences,
            [seen("B2", number=5, offence="Touching a male")],
            [seen("F2", number=5, offence="Touching a female")],
        )
        assert "Switch off the table" in stopping(done)[0]


class TestTwoCellsOfOneCount:
    """“Not known” and “Not recorded” are one category: its count may be of both."""

    LAYOUTS = (
        [("Sex", "2018/19"), ("Female", 97), ("Male", 18), ("Not known", 7), ("Not recorded", 5)],
        [("Sex", "2018/19"), ("Not known", 7), ("Female", 97), ("Not recorded", 5), ("Total", 109)],
        [("", "Female", "Not known", "Not recorded"), ("2018/19", 97, 7, 5)],
    )

    @pytest.fixture
    def sexes(self, world):
        split(world.measure, "sex", "Girls", "Boys", "Not known")
        return world

    @pytest.mark.parametrize("rows", LAYOUTS)
    def test_what_to_type_for_their_sum_is_said_and_gives_it(self, sexes, rows):
        (first, *_) = (each for each in stopping(plan(sexes, *rows)) if "type their sum" in each)
        found = re.search(r"type their sum, (\d+), for (\w+) and “out” for (\w+)\.", first)
        assert found[1] == "12"
        typed = {f"Data!{found[2]}": found[1], f"Data!{found[3]}": "out"}
        done = plan(sexes, *rows, answers=ReadingAnswers(corrections=typed))
        assert told(done)["Not known, 2018/19"] == "12"
        assert not stopping(done)

    def test_cells_that_cannot_be_added_up_have_no_sum_to_type(self, sexes):
        rows = [("Sex", "2018/19"), ("Female", 97), ("Not known", 7), ("Not recorded", "not held")]
        found = stopping(plan(sexes, *rows))
        assert any("type “out” for the other" in each for each in found)
        assert not any("type their sum" in each for each in found)


def test_the_grand_total_of_a_pivot_of_one_year_is_not_said_twice(world):
    rows = [
        ("Offence", "2018/19", "Grand Total"),
        ("Sexual assault", 31, 31),
        ("Sexual communication with a child", 12, 12),
        ("Grand Total", 43, 43),
    ]
    assert not doubts(plan(world, *rows))
    assert told(plan(world, *rows))[ITS_COUNT] == "31"
