"""From a reading to counts: all of it or nothing, and nobody's work is lost under another's."""

from importlib import import_module
from unittest.mock import patch

import pytest

from offences import counts
from offences.intake import documents
from offences.intake import returns as readings
from offences.intake.returns import ReadingAnswers
from offences.models import AnnualCount, Category, CategorySpelling, FoiQuery, Reading
from offences.refused import Refused
from tests import worlds
from tests.readings.conftest import PLAIN, workbook
from tests.readings.made import asked, brought, plan, read, says, see, seen, told

pytestmark = pytest.mark.django_db

storing = import_module("offences.intake.returns.storing")

ASSAULT = "Sexual assault"
NAMED = (("Offence", "2016/17", "2017/18"), ("Groping", 5, 6), (ASSAULT.upper(), 7, 8))


def store(world, reading, by=None):
    made = readings.plan_of(reading)
    return readings.store(reading, made.fingerprint, by=by or world.officer, now=worlds.NOW)


def standing(world):
    return AnnualCount.objects.current().filter(submission=world.submission)


@pytest.mark.both_databases
def test_every_count_keeps_its_file_sheet_cell_and_words(world):
    reading = brought(world, *PLAIN)
    saved = store(world, reading)
    assert len(saved.saved.new) == 12
    count = standing(world).get(year=2017, category__name=ASSAULT)
    assert (count.state, count.low, count.high) == ("suppressed", 1, 4)
    assert (count.document, count.sheet, count.cell) == (reading.document, "Data", "C4")
    assert count.as_written == "<5"


@pytest.mark.both_databases
def test_storing_twice_changes_nothing(world):
    reading = brought(world, *PLAIN)
    store(world, reading)
    before = [*AnnualCount.objects.values()], Reading.objects.values().get(pk=reading.pk)
    again = readings.store(
        reading, readings.plan_of(reading).fingerprint, by=world.colleague, now=worlds.LATER
    )
    assert again.saved.differences == ()
    assert ([*AnnualCount.objects.values()], Reading.objects.values().get(pk=reading.pk)) == before


def test_the_same_file_brought_again_is_the_same_reading(world):
    data = workbook(*PLAIN)
    first, again = (
        readings.upload(world.submission, data, name, by=world.officer, now=worlds.NOW, see=see)
        for name in ("a.xlsx", "copy of a.xlsx")
    )
    assert first == again
    assert Reading.objects.count() == 1


@pytest.mark.both_databases
def test_a_crash_at_the_end_leaves_nothing(world):
    reading = brought(world, *NAMED)
    category = Category.objects.get(name="Causing or inciting sexual activity")
    readings.save_answers(
        reading,
        says("offence", "Groping", category, remember=True),
        by=world.officer,
        now=worlds.NOW,
    )
    before = Reading.objects.values().get(pk=reading.pk)
    last = storing._remember

    def and_break_off(*given):
        last(*given)
        assert CategorySpelling.objects.exists()
        assert AnnualCount.objects.exists()
        raise OSError("the disk is full")

    with patch.object(storing, "_remember", and_break_off), pytest.raises(OSError, match="full"):
        store(world, reading)
    assert not AnnualCount.objects.exists()
    assert not CategorySpelling.objects.exists()
    assert Reading.objects.values().get(pk=reading.pk) == before
    world.submission.refresh_from_db()
    assert world.submission.entered_at is None


def test_what_was_shown_moves_when_a_colleague_stores(world):
    reading = brought(world, *PLAIN)
    shown = readings.plan_of(reading).fingerprint
    worlds.enter(world.submission, {world.cell(2016, ASSAULT): "6"}, world.colleague)
    with pytest.raises(Refused, match="has changed since you were shown it"):
        readings.store(reading, shown, by=world.officer, now=worlds.NOW)
    assert standing(world).count() == 1


def test_what_was_shown_moves_when_a_colleague_answers(world):
    reading = brought(world, *PLAIN)
    shown = readings.plan_of(reading).fingerprint
    readings.save_answers(
        reading,
        ReadingAnswers(explanations={"any": "It is right."}),
        by=world.officer,
        now=worlds.NOW,
    )
    with pytest.raises(Refused, match="has changed since you were shown it"):
        readings.store(reading, shown, by=world.officer, now=worlds.NOW)


class TestTwoOfficersAtOnePage:
    """Each opened the page before the other's answer was stored."""

    @pytest.fixture
    def answer(self, world):
        reading = brought(world, *NAMED, ("Touching", 1, 2))
        opened = ReadingAnswers.of(reading)

        def give(by, answers):
            given = {"by": by, "now": worlds.NOW, "opened": opened}
            return readings.save_answers(Reading.objects.get(pk=reading.pk), answers, **given)

        give.stored = lambda: ReadingAnswers.of(Reading.objects.get(pk=reading.pk))
        return give

    def test_what_only_one_of_them_answered_is_taken_of_both(self, world, answer):
        category = Category.objects.get(name=ASSAULT)
        assert not answer(world.officer, says("offence", "Groping", category))
        assert not answer(world.colleague, says("offence", "Touching", "out"))
        assert answer.stored().labels == {
            **says("offence", "Groping", category).labels,
            **says("offence", "Touching", "out").labels,
        }

    def test_of_one_thing_the_first_answer_stays_and_the_second_is_shown_both(self, world, answer):
        category = Category.objects.get(name=ASSAULT)
        answer(world.officer, says("offence", "Groping", category))
        (conflict,) = answer(world.colleague, says("offence", "Groping", "out"))
        assert (conflict.mine.to, conflict.theirs.to) == ("out", str(category.pk))
        assert conflict.signature == ("Ann Lee", worlds.NOW)
        assert answer.stored().labels == says("offence", "Groping", category).labels

    def test_the_same_answer_of_both_is_no_conflict(self, world, answer):
        for person in (world.officer, world.colleague):
            assert not answer(person, says("offence", "Groping", "out"))

    def test_an_answer_is_kept_with_who_gave_it_and_when(self, world, answer):
        answer(world.colleague, ReadingAnswers().with_correction("Data!B2", "5", "By telephone"))
        assert answer.stored().signature(("corrections", "Data!B2")) == ("Bo Day", worlds.NOW)
        assert answer.stored().reasons == {"Data!B2": "By telephone"}


def test_a_reading_with_a_question_left_is_not_stored(world):
    reading = brought(world, *NAMED)
    with pytest.raises(Refused, match=r"Nothing was stored\. First: name “Groping” \(used in"):
        store(world, reading)
    assert not AnnualCount.objects.exists()


def test_a_file_without_a_count_that_was_asked_for_is_not_stored(world):
    reading = brought(world, ("Offence", "2009/10", "2010/11"), (ASSAULT, 4, 5))
    with pytest.raises(Refused, match="There is no count in this file"):
        store(world, reading)


def test_a_document_that_is_held_back_is_not_stored_before_the_data_lead_looked(world):
    reading = brought(world, *PLAIN)
    documents.set_held_back_reasons(reading.document, ["Sheet “Old” is hidden."])
    with pytest.raises(Refused, match="The data lead has to look"):
        store(world, reading)
    documents.clear(reading.document, "Only notes.", by=world.lead, now=worlds.NOW)
    store(world, reading)
    assert standing(world).count() == 12


def test_a_number_that_stays_the_same_keeps_its_source(world):
    letter = worlds.publication()
    key = world.cell(2016, ASSAULT)
    counts.save_cells(
        world.submission, {key: worlds.typed("5", letter)}, by=world.colleague, now=worlds.NOW
    )
    store(world, brought(world, *PLAIN))
    assert standing(world).get(year=2016, category=key[2]).document == letter


def test_a_number_that_had_no_source_gets_the_file_s(world):
    key = world.cell(2016, ASSAULT)
    worlds.enter(world.submission, {key: "5"}, world.colleague)
    reading = brought(world, *PLAIN)
    store(world, reading)
    assert standing(world).get(year=2016, category=key[2]).document == reading.document


def test_a_note_and_a_doubt_outlive_their_number(world):
    key = world.cell(2016, ASSAULT)
    change = worlds.typed("6", note="Two of them are from 2015.", doubt="The year is in doubt.")
    counts.save_cells(world.submission, {key: change}, by=world.colleague, now=worlds.NOW)
    store(world, brought(world, *PLAIN))
    count = standing(world).get(year=2016, category=key[2])
    assert (count.value, count.note, count.doubt) == (5, change.note, change.doubt)


def test_counts_of_which_the_file_says_nothing_stay(world):
    worlds.enter(world.submission, {world.cell(2016): "40"}, world.colleague)
    store(world, brought(world, *PLAIN))
    assert standing(world).get(year=2016, category__breakdown__kind="total").value == 40


def test_storing_takes_the_mark_of_the_checker_away(world):
    worlds.enter(world.submission, {world.cell(2016): "40"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
    store(world, brought(world, *PLAIN))
    world.submission.refresh_from_db()
    assert world.submission.checked_at is None


class TestRemembering:
    def named(self, world, *, remember):
        reading = brought(world, *NAMED)
        category = Category.objects.get(name="Causing or inciting sexual activity")
        readings.save_answers(
            reading,
            says("offence", "Groping", category, remember=remember),
            by=world.officer,
            now=worlds.NOW,
        )
        store(world, reading)
        return category

    def test_the_next_file_needs_no_question(self, world):
        category = self.named(world, remember=True)
        done = plan(world, NAMED[0], ("groping", 9, 9))
        assert not done.questions
        assert {step.category for step in done.rows} == {category}

    def test_another_force_s_file_does(self, world):
        self.named(world, remember=True)
        other = worlds.submission(worlds.force("Southshire"), world.round)
        data = workbook(NAMED[0], ("groping", 9, 9))
        reading = readings.upload(other, data, "s.xlsx", by=world.officer, now=worlds.NOW, see=see)
        assert asked(readings.plan_of(reading)) == ["groping"]

    def test_what_was_not_to_be_remembered_is_asked_again(self, world):
        self.named(world, remember=False)
        assert asked(plan(world, NAMED[0], ("groping", 9, 9))) == ["groping"]

    def test_it_is_remembered_once_and_anew(self, world):
        self.named(world, remember=True)
        reading = brought(world, NAMED[0], ("Groping", 9, 9))
        assault = Category.objects.get(name=ASSAULT)
        readings.save_answers(
            reading,
            says("offence", "Groping", assault, remember=True),
            by=world.officer,
            now=worlds.NOW,
        )
        store(world, reading)
        assert CategorySpelling.objects.get().category == assault

    def test_a_label_left_out_is_left_out_of_the_next_file(self, world):
        reading = brought(world, *NAMED)
        readings.save_answers(
            reading,
            says("offence", "Groping", "out", remember=True),
            by=world.officer,
            now=worlds.NOW,
        )
        store(world, reading)
        done = plan(world, NAMED[0], ("Groping", 1, 1), (ASSAULT, 2, 2))
        assert not done.questions
        assert told(done) == {f"{ASSAULT}, 2016/17": "2", f"{ASSAULT}, 2017/18": "2"}

    def test_a_label_of_an_axis_that_the_measure_lacks_is_remembered_too(self, world):
        """“All victims” says nothing: without this its cells were left out as split by sex."""
        cells = [seen("B2", number=4, sex="All victims")]
        reading = read(world, cells, answers=says("sex", "All victims", "plain", remember=True))
        store(world, reading)
        reading.answers = {}
        assert told(readings.plan_of(reading)) == {"Total, 2018/19": "4"}


class TestQueries:
    @pytest.fixture
    def reading(self, world):
        return brought(world, ("Offence", "2016/17", "2017/18"), (ASSAULT, "about 5", 6))

    def ask(self, world, reading, words="What is meant?"):
        made = readings.plan_of(reading)
        return readings.ask_force(
            made, made.problems[0].key, words, by=world.officer, now=worlds.NOW
        )

    def test_a_figure_that_cannot_be_read_becomes_a_question_to_the_force(self, world, reading):
        query = self.ask(world, reading)
        assert (query.sheet, query.cell, query.what) == ("Data", "B2", f"{ASSAULT}, 2016/17")
        assert (query.year, query.category.name) == (2016, ASSAULT)

    def test_the_rest_is_stored_and_the_count_is_not(self, world, reading):
        self.ask(world, reading)
        assert readings.plan_of(reading).numbers["waiting"] == 1
        store(world, reading)
        assert [count.value for count in standing(world)] == [6]

    def test_nobody_marks_the_return_as_checked_before_the_answer(self, world, reading):
        query = self.ask(world, reading)
        store(world, reading)
        with pytest.raises(Refused, match="A question to the force is not answered"):
            counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
        readings.close_query(query, "Five, by telephone.", by=world.officer, now=worlds.LATER)
        counts.mark_checked(world.submission, by=world.checker, now=worlds.LATER)
        assert world.submission.checked_at == worlds.LATER

    def test_a_question_takes_the_mark_of_the_checker_away(self, world, reading):
        worlds.enter(world.submission, {world.cell(2016): "40"}, world.officer)
        stale = Reading.objects.select_related("submission").get(pk=reading.pk)
        counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
        self.ask(world, stale)  # opened before the mark was given
        world.submission.refresh_from_db()
        assert world.submission.checked_at is None

    def test_once_answered_the_cell_itself_is_to_be_mended(self, world, reading):
        query = self.ask(world, reading)
        readings.close_query(query, "Five.", by=world.officer, now=worlds.LATER)
        assert "answer B2" in readings.plan_of(reading).why_not
        readings.save_answers(
            reading, ReadingAnswers(corrections={"Data!B2": "5"}), by=world.officer, now=worlds.NOW
        )
        store(world, reading)
        assert [count.value for count in standing(world).order_by("year")] == [5, 6]

    def test_the_force_is_asked_once_and_in_words(self, world, reading):
        with pytest.raises(Refused, match="Write the question"):
            self.ask(world, reading, " ")
        self.ask(world, reading)
        with pytest.raises(Refused, match="already been asked about this cell"):
            self.ask(world, reading)
        assert FoiQuery.objects.count() == 1

    def test_an_answer_is_written_down_once_and_in_words(self, world, reading):
        query = self.ask(world, reading)
        with pytest.raises(Refused, match="Write down what"):
            readings.close_query(query, "  ", by=world.officer, now=worlds.LATER)
        readings.close_query(query, "Five.", by=world.officer, now=worlds.LATER)
        with pytest.raises(Refused, match="A colleague has already"):
            readings.close_query(query, "Six.", by=world.colleague, now=worlds.LATER)
        query.refresh_from_db()
        assert query.answer == "Five."

    def test_a_problem_that_is_gone_is_not_asked_about(self, world, reading):
        made = readings.plan_of(reading)
        with pytest.raises(Refused, match="This problem no longer exists"):
            readings.ask_force(made, "0" * 16, "What?", by=world.officer, now=worlds.NOW)
