"""What an officer can answer on the page of a reading, so that no file has to be edited."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from offences import counts
from offences.intake import returns as readings
from offences.intake.returns import ReadingAnswers
from offences.models import AnnualCount, Category, FoiQuery, Reading
from offences.statistics.notation import write_entry
from tests import worlds
from tests.readings.conftest import PLAIN
from tests.readings.made import brought, split

pytestmark = pytest.mark.django_db

CAUSING, WORDS_TO, ASSAULT = worlds.OFFENCES
HEAD = ("Offence", "2016/17", "2017/18", "2018/19")


class ReadingPage:
    """The page of one reading, as an officer has it open."""

    def __init__(self, world, client, *rows):
        self.world, self.client, self.reading = world, client, brought(world, *rows)
        name, ids = "admin:offences_foisubmission_reading", (world.submission.pk, self.reading.pk)
        self.address = reverse(name, args=ids)
        self.client.force_login(world.officer)
        self.look()

    def look(self):
        self.shown = self.client.get(self.address)
        self.opened = self.shown.context["opened"]
        return self

    @property
    def plan(self):
        return readings.plan_of(Reading.objects.get(pk=self.reading.pk))

    @property
    def text(self) -> str:
        return " ".join(self.shown.content.decode().split())

    @property
    def counts(self) -> dict[str, str]:
        return {row.what: row.after for row in self.plan.rows}

    def post(self, **fields) -> list[str]:
        """Send the form with these fields beside those that it always has; what was said."""
        self.shown = self.client.post(self.address, {"opened": self.opened, **fields})
        said = [str(each) for each in get_messages(self.shown.wsgi_request)]
        if self.shown.status_code == 302:
            self.look()
        return said

    def say(self, where: str, **fields) -> list[str]:
        """Fill in the boxes for a cell, a row or a column."""
        named = {"year": "where-year", "category": "where-category"}
        given = {named.get(name, name): value for name, value in fields.items()}
        return self.post(**{"where": where, "where-sheet": "Data", **given})

    def answer(self, problem, **fields) -> list[str]:
        given = {f"{name}-{problem.key}": value for name, value in fields.items()}
        return self.post(**given)

    def store(self) -> dict[str, str]:
        """Store it; the counts that are stored then, by their words."""
        said = self.post(_store="1", shown=self.plan.fingerprint)
        assert any(each.startswith("Stored.") for each in said), said
        rows = AnnualCount.objects.current().select_related("category")
        return {
            f"{row.category.name}, {row.year}": write_entry(counts.entry_of(row)) for row in rows
        }


@pytest.fixture
def page(world, client):
    return lambda *rows: ReadingPage(world, client, *rows)


def key_of(name: str) -> str:
    return str(Category.objects.get(name=name).pk)


def explained(name: str, year: int) -> str:
    rows = AnnualCount.objects.current()
    return rows.get(category__name=name, year=year).explanation


class TestNotTaken:
    """Everything left aside is listed with its cells, and seen before anything is stored."""

    ROWS = ((*HEAD, "2009/10"), (CAUSING, 1, 2, 3, 7), (ASSAULT, 2, 3, 4, 8))

    def test_it_is_listed_with_its_cells(self, page):
        text = page(*self.ROWS).text
        assert "2009/10, a year that was not asked for" in text
        assert "Data E2:E3" in text

    def test_it_has_to_be_seen_before_anything_is_stored(self, page):
        reading = page(*self.ROWS)
        assert "look at the 2 cells that are not taken" in reading.plan.why_not
        assert any(
            "Nothing was stored" in said
            for said in reading.post(_store="1", shown=reading.plan.fingerprint)
        )
        reading.post(seen="on", listed=[each.key for each in reading.plan.unseen])
        assert reading.plan.why_not == ""
        assert "Looked at by Ann Lee" in reading.text
        assert len(reading.store()) == 6

    def test_what_is_not_taken_after_another_answer_has_to_be_seen_too(self, page):
        reading = page(*self.ROWS)
        reading.post(seen="on", listed=[each.key for each in reading.plan.unseen])
        answers = ReadingAnswers.of(Reading.objects.get(pk=reading.reading.pk))
        year_out = answers.with_text("years", "Data!D1:D3", "2009")
        readings.save_answers(reading.reading, year_out, by=reading.world.officer, now=worlds.NOW)
        assert "4 cells that are not taken" in reading.plan.why_not

    def test_a_tick_is_for_what_was_on_the_page_and_no_more(self, page):
        reading = page(*self.ROWS)
        reading.post(seen="on", listed=["another"])
        assert "look at the 2 cells" in reading.plan.why_not

    def test_a_plain_answer_has_nothing_to_look_at(self, page):
        reading = page(*PLAIN)
        assert reading.plan.why_not == ""
        assert 'name="seen"' not in reading.text

    def test_a_number_that_no_table_has_can_be_made_a_count(self, page):
        reading = page(*PLAIN, (), (), (), (*[None] * 7, 40))
        (loose,) = [each for each in reading.plan.not_taken if each.cells == (("Data", "H9"),)]
        assert loose.needs_look
        total = str(reading.world.cell(2016)[2])
        reading.say("H9", year="2016", category=total, why="Their total")
        assert "40" in [row.after for row in reading.plan.rows]
        assert len(reading.plan.rows) == 13


class TestTables:
    """A table is given its year, its category, its breakdown or its force."""

    def test_a_table_is_given_its_year(self, page):
        reading = page(("Offence", "Number"), (CAUSING, 5), (ASSAULT, 6))
        assert not reading.counts
        reading.post(tables="1", **{"on-0": "on", "year-0": "2017"})
        assert reading.counts == {f"{CAUSING}, 2017/18": "5", f"{ASSAULT}, 2017/18": "6"}
        assert not reading.plan.why_not
        reading.store()
        assert explained(ASSAULT, 2017).startswith("Data A1:B3: taken as 2017/18 (Ann Lee, ")

    def test_a_year_that_was_not_asked_for_is_no_answer(self, page):
        reading = page(("Offence", "Number"), (CAUSING, 5), (ASSAULT, 6))
        reading.post(tables="1", **{"on-0": "on", "year-0": "2031"})
        assert not reading.plan.answers.years

    def test_a_table_is_given_its_category(self, world, page):
        split(world.measure, "sex", "Girls", "Boys")
        reading = page(("Year", "Number"), ("2016/17", 5), ("2017/18", 6))
        reading.post(tables="1", **{"on-0": "on", "category-0": key_of("Girls")})
        assert reading.counts == {"Girls, 2016/17": "5", "Girls, 2017/18": "6"}

    def test_a_breakdown_says_what_its_total_is_the_total_of(self, world, page):
        ages = split(world.measure, "age", bands=[(0, 12), (13, 17)], total=True)
        reading = page(("Year", "Total"), ("2016/17", 5), ("2017/18", 6))
        reading.post(tables="1", **{"on-0": "on", "breakdown-0": str(ages.pk)})
        assert reading.counts == {"All ages, 2016/17": "5", "All ages, 2017/18": "6"}

    def test_a_force_that_is_spelled_as_nobody_knows(self, page):
        rows = (("Force", "2016/17", "2017/18"), ("Nth Shire", 5, 6), ("Sth Shire", 7, 8))
        reading = page(*rows)
        assert not reading.counts
        reading.post(tables="1", **{"on-0": "on", "force-0": "Nth Shire"})
        assert reading.counts == {"Total, 2016/17": "5", "Total, 2017/18": "6"}
        reading.post(tables="1", **{"on-0": "on", "force-0": "No such name"})
        assert not reading.counts


class TestPlaces:
    """A cell, a row, a column or a block is corrected, named or left out."""

    def test_an_estimate_with_its_reason(self, page):
        reading = page(HEAD, (CAUSING, 1, 2, "about 20"), (ASSAULT, 2, 3, 4))
        (problem,) = reading.plan.problems
        reading.answer(problem, correct="about 20", why="They said so on the telephone")
        assert reading.counts[f"{CAUSING}, 2018/19"] == "20e"
        assert reading.store()[f"{CAUSING}, 2018"] == "20e"
        assert explained(CAUSING, 2018).startswith(
            "D2: “about 20” entered as about 20: They said so on the telephone (Ann Lee, "
        )

    def test_a_refusal_in_a_cell_that_had_a_number(self, page):
        reading = page(*PLAIN)
        reading.say("B2", what="s.12", why="Withdrawn by their letter of May")
        assert reading.counts[f"{CAUSING}, 2016/17"] == "s.12"

    def test_a_row_without_a_label_is_given_its_category(self, page):
        reading = page(HEAD, (CAUSING, 1, 2, 3), (None, 4, 5, 6), ("Total", 5, 7, 9))
        reading.say("3", category=key_of(ASSAULT), why="As in their table of last year")
        found = reading.counts
        assert [found[f"{ASSAULT}, {y}"] for y in ("2016/17", "2017/18", "2018/19")] == list("456")

    def test_a_column_is_given_its_year(self, page):
        reading = page(("Offence", "2016/17", None), (CAUSING, 1, 2), (ASSAULT, 3, 4))
        reading.say("C", year="2018")
        assert reading.counts[f"{CAUSING}, 2018/19"] == "2"
        assert reading.counts[f"{CAUSING}, 2016/17"] == "1"

    def test_two_rows_of_one_category_are_added_up(self, page):
        reading = page(HEAD, ("Grooming", 1, 2, 3), ("Luring", 4, 5, 6), (CAUSING, 7, 8, 9))
        for row in ("2", "3"):
            reading.say(row, category=key_of(WORDS_TO), why="Both are")
        assert reading.counts[f"{WORDS_TO}, 2018/19"] == "9"

    @pytest.mark.parametrize(
        ("where", "fields", "said"),
        [
            ("Q", {"what": "out"}, "Q is not left out yet. Say why it is left out"),
            ("lower left", {"what": "5"}, "“lower left” is no cell, row, column or block"),
            ("3", {"what": "5"}, "3 has several cells: only one cell has one number."),
            ("B2", {"what": "a few"}, "“a few” is not something this cell takes"),
            ("B2", {}, "B2: type a number, choose a year or a category, or type out."),
        ],
    )
    def test_what_cannot_be_taken_says_why_and_the_rest_is_saved(self, page, where, fields, said):
        reading = page(HEAD, ("Luring", 4, 5, 6))
        (question,) = reading.plan.questions
        told = reading.say(where, **fields, **{f"word-{question.key}": key_of(WORDS_TO)})
        assert told[0].startswith(f"Not saved: {said}")
        assert not reading.plan.answers.corrections
        assert reading.plan.answers.labels

    def test_an_answer_is_taken_back(self, page):
        reading = page(*PLAIN)
        reading.say("B2", what="18", why="A slip")
        reading.post(**{"take-back": "corrections|Data!B2"})
        assert not reading.plan.answers.leaves

    def test_every_answer_is_in_the_history_of_the_return(self, page):
        from django.contrib.admin.models import LogEntry

        reading = page(*PLAIN)
        reading.say("B2", what="18", why="A slip")
        (entry,) = LogEntry.objects.all()
        assert "Data B2 is read as 18; Why for Data B2: “A slip”." in entry.change_message


class TestSums:
    def test_a_sum_of_two_cells_can_be_stored_as_not_known(self, world, page):
        ages = split(world.measure, "age", bands=[(13, 15), (16, 17)])
        rows = (("Age", "2016/17", "2017/18"), ("13", 1, 2), ("14", 3, "-"), ("15", 4, 5))
        reading = page(*rows, ("16 to 17", 7, 8))
        (problem,) = [each for each in reading.plan.problems if each.stops]
        assert "cannot be added up" in problem.message
        reading.answer(problem, count="not known", why="They will not give age 14")
        assert reading.counts["13 to 15, 2017/18"] == "[x]"
        for each in reading.plan.problems:
            reading.answer(each, said="So it is")
        reading.store()
        assert "entered as not known: They will not give age 14" in explained("13 to 15", 2017)
        assert ages.categories.count() == 2


class TestLeavingARowOut:
    """It re-opens the sum that the row was part of."""

    ROWS = (
        HEAD,
        (CAUSING, 30, 40, 50),
        (ASSAULT, 46, 47, 48),
        ("Abroad", 144, 1, 2),
        ("Total", 220, 88, 100),
    )

    @pytest.fixture
    def left_out(self, page):
        reading = page(*self.ROWS)
        reading.say("4", what="out", why="Not in our area")
        return reading

    def test_the_totals_are_not_stored_before_it_is_said_what_they_are(self, left_out):
        (problem,) = left_out.plan.problems
        assert problem.message == (
            "The totals of 220, 88 and 100 include the 144, 1 and 2 left out (B4, C4, D4): "
            "store 76, 87 and 98, store no totals, or ask the force."
        )
        assert problem.stops
        assert not any(what.startswith("Total") for what in left_out.counts)
        assert "answer B5" in left_out.plan.why_not

    def test_what_remains_is_stored_and_says_of_what(self, left_out):
        left_out.answer(left_out.plan.problems[0], without="rest", why="Less row 4")
        assert left_out.store()["Total, 2016"] == "76"
        assert "B5: “220” entered as 76: Less row 4" in explained("Total", 2016)

    def test_no_total_is_stored(self, left_out):
        left_out.answer(left_out.plan.problems[0], without="none")
        assert {what.partition(",")[0] for what in left_out.store()} == {CAUSING, ASSAULT}

    def test_the_total_is_kept_only_for_a_reason(self, left_out):
        left_out.answer(
            left_out.plan.problems[0], said="The row is an offence that we do not split"
        )
        assert left_out.counts["Total, 2016/17"] == "220"
        assert not left_out.plan.why_not

    def test_the_force_is_asked_and_no_total_is_stored_meanwhile(self, left_out):
        (problem,) = left_out.plan.problems
        left_out.post(**{"_ask": problem.key, f"ask-{problem.key}": problem.question})
        assert FoiQuery.objects.get().question == (
            "In B5, C5 and D5 the totals are 220, 88 and 100. Do they include the 144, 1 and 2 in "
            "B4, C4 and D4? What are the totals without them?"
        )
        assert not any(what.startswith("Total") for what in left_out.counts)
        assert not left_out.plan.why_not

    def test_a_total_that_was_typed_is_not_asked_about_once_more(self, page):
        reading = page(*self.ROWS[:-1], ("Total", 300, 88, 100))
        reading.say("4", what="out", why="Not in our area")
        unsure = next(each for each in reading.plan.problems if "may include" in each.message)
        assert unsure.message.startswith("The total of 300 may include the 144 left out (B4)")
        reading.answer(unsure, without="rest")
        assert reading.counts["Total, 2016/17"] == "156"
        assert not [each for each in reading.plan.problems if "300" in each.message]

    def test_a_label_that_is_ignored_re_opens_it_too(self, page):
        reading = page(*self.ROWS)
        (question,) = reading.plan.questions
        reading.post(**{f"word-{question.key}": "out"})
        assert "include the 144, 1 and 2 left out" in reading.plan.problems[0].message

    def test_a_row_that_is_not_in_the_total_is_no_question(self, page):
        reading = page(*self.ROWS[:-1], ("Total", 76, 87, 98))
        reading.say("4", what="out", why="Not in our area")
        assert not reading.plan.problems
        assert reading.counts["Total, 2016/17"] == "76"

    def test_the_total_of_a_column_is_re_opened_by_a_column(self, world, page):
        split(world.measure, "sex", "Girls", "Boys", "Not known", total=True)
        reading = page(("Year", "Girls", "Boys", "Not known", "Total"), ("2016/17", 3, 4, 5, 12))
        reading.say("D", what="out", why="Adults")
        assert (
            "The total of 12 includes the 5 left out (D2): store 7"
            in reading.plan.problems[0].message
        )

    @pytest.mark.parametrize("zero", [(), (("Elsewhere", 0),)])
    def test_no_total_is_offered_where_all_that_it_is_of_was_left_out(self, page, zero):
        reading = page(HEAD[:2], ("Abroad", 144), *zero, ("Total", 144))
        for row in range(2, 3 + len(zero)):
            reading.say(str(row), what="out", why="Not in our area")
        (problem,) = reading.plan.problems
        assert problem.message.endswith("left out (B2): store no total, or ask the force.")
        assert not reading.counts

    def test_none_is_offered_where_what_was_kept_is_none(self, page):
        reading = page(HEAD[:2], ("Abroad", 144), (ASSAULT, 0), ("Total", 144))
        reading.say("2", what="out", why="Not in our area")
        (problem,) = reading.plan.problems
        assert "left out (B2): store 0, store no total" in problem.message

    def test_the_rows_of_other_forces_re_open_a_total_of_all(self, page):
        rows = (("Force", "2016/17"), ("Northshire", 4), ("Southshire", 9), ("Total", 13))
        (problem,) = [each for each in page(*rows).plan.problems if each.stops]
        assert "The total of 13 includes the 9 left out (B3)" in problem.message


class TestTotalsOfAnotherTable:
    SPLIT = (("Offence", "2016/17"), (CAUSING, 30), (ASSAULT, 46))

    def test_a_row_that_is_left_out_re_opens_it(self, page):
        reading = page(("Year", "Number"), ("2016/17", 76), (), *self.SPLIT)
        assert reading.counts["Total, 2016/17"] == "76"
        reading.say("6", what="out", why="Not in our area")
        assert "Total, 2016/17" not in reading.counts
        (problem,) = reading.plan.problems
        assert problem.message.startswith("The total of 76 includes the 46 left out (B6): store 30")
        reading.answer(problem, without="rest")
        assert reading.counts["Total, 2016/17"] == "30"

    @pytest.mark.parametrize(("total", "left_out"), [(30, "6"), (90, "6"), (76, "A4:B6")])
    def test_it_is_no_question_if_they_do_not_add_up_to_it_or_the_table_goes_whole(
        self, page, total, left_out
    ):
        reading = page(("Year", "Number"), ("2016/17", total), (), *self.SPLIT)
        reading.say(left_out, what="out", why="Not in our area")
        assert not reading.plan.problems
        assert reading.counts["Total, 2016/17"] == str(total)


class TestTotalsBelowTheirParts:
    def test_it_is_never_stored(self, page):
        reading = page(HEAD, (CAUSING, 30, 40, 50), ("Total", 12, 40, 60))
        (problem,) = [each for each in reading.plan.problems if "less than the 30" in each.message]
        assert problem.stops
        assert "Total, 2016/17" not in reading.counts
        reading.answer(problem, said="So they say")
        assert "Total, 2016/17" not in reading.counts
        assert reading.plan.why_not
        reading.answer(problem, correct="out", why="They will look again")
        assert "Total, 2016/17" not in reading.counts

    def test_nor_beside_a_part_that_is_stored_already(self, world, page):
        worlds.enter(world.submission, {world.cell(2016, ASSAULT): "40"}, world.officer)
        reading = page(("Year", "Number"), ("2016/17", 12), ("2017/18", 50))
        assert reading.counts == {"Total, 2017/18": "50"}
        assert "less than the 40 of Sexual assault" in reading.plan.problems[0].message

    def test_a_range_that_may_be_enough_is_no_problem(self, page):
        assert not page(HEAD, (CAUSING, 3, 4, 5), ("Total", "<5", "*", 5)).plan.problems


class TestTwoOfficers:
    def test_the_later_one_is_shown_both_answers_and_loses_nothing(self, world, page, client):
        reading = page(HEAD, ("Luring", 4, 5, 6), ("Touching", 7, 8, 9))
        luring, touching = reading.plan.questions
        word = {f"word-{luring.key}": key_of(WORDS_TO)}
        opened = reading.opened
        reading.post(**word)
        client.force_login(world.colleague)
        reading.opened = opened
        mine = {f"word-{luring.key}": key_of(CAUSING), f"word-{touching.key}": key_of(ASSAULT)}
        said = reading.post(**mine)
        assert said == [
            "A colleague answered the same thing while you had this page open. Both answers are "
            "below: choose one. Everything else that you answered is saved."
        ]
        assert f"“Luring” is {WORDS_TO}" in reading.text
        assert f"“Luring” is {CAUSING}" in reading.text
        labels = reading.plan.answers.labels
        assert {label.label: label.to for label in labels.values()} == {
            "Luring": key_of(WORDS_TO), "Touching": key_of(ASSAULT),
        }  # fmt: skip
        ((_, sent),) = reading.shown.context["conflicts"]
        reading.opened = reading.shown.context["opened"]
        reading.post(**{"mine": sent, "keep-0": "mine"})
        assert reading.plan.answers.labels[luring.key].to == key_of(CAUSING)

    @pytest.mark.parametrize("sent", ["", "[]", "7", '{"labels": 3}', '{"nothing": {}}'])
    def test_a_form_that_no_page_of_ours_sent_is_refused(self, page, sent):
        reading = page(*PLAIN)
        reading.opened = sent
        assert reading.client.post(reading.address, {"opened": sent}).status_code == 400

    @pytest.mark.parametrize(
        "mine", ["", "[]", '["tables", "0.x", 1]', '["counts", "a", 5]', '["x", "y", "z"]']
    )
    def test_nor_an_answer_of_no_known_kind(self, page, mine):
        reading = page(*PLAIN)
        sent = {"opened": reading.opened, "mine": mine, "keep-0": "mine"}
        assert reading.client.post(reading.address, sent).status_code == 400


class TestLayouts:
    """Files that an officer can explain in one look are stored as they came."""

    @pytest.mark.parametrize(
        "rows",
        [
            (("Crime", "Number"), (CAUSING, 30), (ASSAULT, "c. 40")),
            ((None, "2016/17", "2017/18"), (CAUSING, 1, 2), (None, 30, "n/k"), ("All", 31, 8)),
            (("Offence", "2016/17", "2017/18"), (CAUSING, 1, 2), ("Abroad", 3, 4), ("Total", 4, 6)),
            (("Online offences",), ("in the year", 17), ("before it", 12)),
            (("Year", "2016/17", None), ("Girls", 8, 9), ("Boys", "few", 11)),
        ],
    )
    def test_it_is_stored_without_editing_the_file(self, world, page, rows):
        split(world.measure, "sex", "Girls", "Boys", total=True)
        reading = page(*rows)
        reading.post(tables="1", **{"on-0": "on", "year-0": "2017"})
        for _ in range(8):
            plan = reading.look().plan
            if not plan.why_not:
                break
            given = {f"word-{q.key}": ["out", "plain"][q.role == "other"] for q in plan.questions}
            given |= {"seen": "on", "listed": [each.key for each in plan.unseen]}
            for each in plan.problems:
                if each.instead:
                    given[f"without-{each.key}"] = "rest" if each.rest else "none"
                elif each.in_words or not each.stops:
                    given[f"said-{each.key}"] = "It is so."
                else:
                    given[f"correct-{each.key}"] = "not known"
            reading.post(**given)
        else:
            if not plan.rows:
                total = str(world.cell(2017)[2])
                reading.say("B2", year="2017", category=total, why="The only number")
        assert reading.store()


class TestTotalsThatDoNotAddUp:
    ROWS = (HEAD, (CAUSING, 10, 20, 30), (ASSAULT, 5, 6, 7), ("Total", 15, 26, 39))

    @pytest.mark.parametrize(
        ("choice", "stored"), [("stated", "39"), ("parts", "37"), ("unknown", "not available")]
    )
    def test_the_usual_answers_are_offered_and_each_is_stored(self, page, choice, stored):
        reading = page(*self.ROWS)
        (problem,) = (each for each in reading.plan.problems if each.stated_and_parts)
        assert "Store 37, what its parts add up to" in reading.text
        reading.post(**{f"total-{problem.key}": choice})
        assert reading.counts["Total, 2018/19"] in (stored, "[x]")
        assert (reading.counts["Total, 2018/19"] == stored) is (choice != "unknown")
        assert not reading.plan.why_not
        assert reading.store()
