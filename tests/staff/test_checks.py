"""The page of a check: what changed since a checker last looked, and what the mark says."""

import re

import pytest
import time_machine
from django.urls import reverse
from django.utils.timezone import now

from offences import counts
from offences.counts import CellChange, save_cells
from offences.intake.returns import ask_about, close_query
from offences.models import FoiSubmission
from offences.rounds.merging import RoundLetters, default_text
from offences.rounds.sending import record_sent
from tests import worlds
from tests.clients import logged_in, text_of
from tests.worlds import LATER, NOW


def page_of(w):
    return reverse("admin:offences_foisubmission_check", args=[w.submission.pk])


def look(w):
    return logged_in(w.checker).get(page_of(w))


def check(w, **more):
    edition = FoiSubmission.objects.get().edition
    client = logged_in(w.checker)
    return client.post(page_of(w), {"edition": edition, "_check": "", **more}, follow=True)


def told(w):
    changes = look(w).context["changes"]
    return [(c.label, c.before, c.after) for c in changes.cells] if changes else None


@pytest.fixture
def checked(world):
    """Northshire's 48 and 68, entered by Ann Lee and checked by Cy Moss a moment later."""
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48", w.cell(2018): "68"}, w.officer)
    with time_machine.travel(NOW, tick=False):
        check(w)
    return w


def test_cells_that_nobody_entered_are_counted_above_the_mark(world):
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48"}, w.officer)
    words = text_of(look(w))
    assert re.search(r"\b(\d+) of (\d+) counts (is|are) missing, among them", words), words
    assert "Nothing unusual was found" not in words
    worlds.enter(w.submission, {cell.key: "5" for cell in look(w).context["missing"]}, w.officer)
    assert "missing, among them" not in text_of(look(w))


def test_the_total_of_a_table_is_not_taken_for_the_grand_total_and_the_grid_says_so(world):
    w, words = world, "whether it is the grand total too, only the force knows"
    total = w.measure.breakdowns.exclude(kind="total")[0].categories.get(is_total=True)
    grid = reverse("admin:offences_foisubmission_grid", args=[w.submission.pk])
    assert words not in logged_in(w.officer).get(grid).content.decode()
    worlds.enter(w.submission, {(w.measure.pk, 2018, total.pk): "68"}, w.officer)
    assert words in logged_in(w.officer).get(grid).content.decode()


def test_what_an_answer_leaves_out_is_asked_for_before_anybody_marks_it_as_checked(world):
    w = world
    w.submission.documents.add(w.document)
    worlds.enter(w.submission, {w.cell(2017): "48"}, w.officer)
    missing = look(w).context["missing"]
    words = text_of(look(w))
    assert (
        f"{len(missing)} of {len(missing) + 1} counts are missing, among them Total, 2018/19"
        in words
    )
    grid, officer = (
        reverse("admin:offences_foisubmission_grid", args=[w.submission.pk]),
        logged_in(w.officer),
    )
    assert "Ask for the rest" in officer.get(grid).content.decode()
    said = text_of(officer.post(grid, {"_rest": "1"}, follow=True))
    assert f"The letter about {len(missing)} missing counts is below" in said
    query = w.submission.queries.get()
    assert query.document == w.document and query.question in said
    assert "We find no number in your answer for" in query.question
    assert "Ask for the rest" not in officer.get(grid).content.decode()
    assert "A question to the force is not answered" in text_of(check(w))
    w.submission.refresh_from_db()
    assert w.submission.checked_at is None


def test_once_a_return_is_marked_the_next_one_is_one_press_away(world):
    w, next_ = world, "Check the next"
    later = worlds.submission(worlds.force("Zedford"), w.round, w.document)
    for each in (w.submission, later):
        worlds.enter(each, {w.cell(2018): "68"}, w.officer)
    assert next_ not in text_of(look(w))
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    assert next_ in text_of(look(w))
    assert (
        reverse("admin:offences_foisubmission_check", args=[later.pk]) in look(w).content.decode()
    )
    counts.mark_checked(later, by=w.checker, now=NOW)
    assert next_ not in text_of(look(w))


def test_a_checker_who_looks_again_sees_what_a_count_was_and_who_changed_it(checked):
    w = checked
    assert told(w) is None
    worlds.enter(w.submission, {w.cell(2018): "69", w.cell(2016): "12"}, w.colleague, LATER)
    assert told(w) == [("Total, 2016/17", "", "12"), ("Total, 2018/19", "68", "69")]
    words = text_of(look(w))
    assert "Changed since it was last checked by Cy Moss, 20 June 2019, 10:42" in words
    assert "68 69 by Bo Day, 20 June 2019, 11:42" in words
    assert "69 was 68" in words and "12 new" in words
    check(w)
    assert told(w) is None


def test_a_count_changed_twice_is_told_against_what_the_checker_saw(checked):
    w = checked
    worlds.enter(w.submission, {w.cell(2018): "690"}, w.officer, LATER)
    worlds.enter(w.submission, {w.cell(2018): "69"}, w.colleague, LATER)
    assert told(w) == [("Total, 2018/19", "68", "69")]


def test_a_count_that_was_taken_out_is_told_too(checked):
    w = checked
    save_cells(w.submission, {w.cell(2018): CellChange(None)}, by=w.officer, now=LATER)
    assert told(w) == [("Total, 2018/19", "68", "")]
    assert "68 removed by Ann Lee, 20 June 2019, 11:42" in text_of(look(w))


def test_a_count_put_back_as_it_was_is_entered_anew(checked):
    w = checked
    worlds.enter(w.submission, {w.cell(2018): "69"}, w.officer, LATER)
    worlds.enter(w.submission, {w.cell(2018): "68"}, w.officer, LATER)
    assert told(w) == [("Total, 2018/19", "68", "68")]
    assert "68 entered again" in text_of(look(w))


def test_before_the_first_check_a_corrected_count_is_told_and_an_added_one_is_not(world):
    w = world
    worlds.enter(w.submission, {w.cell(2018): "68"}, w.officer)
    assert told(w) == []
    worlds.enter(w.submission, {w.cell(2018): "86", w.cell(2017): "48"}, w.officer, LATER)
    assert told(w) == [("Total, 2018/19", "68", "86")]
    assert "Changed since the counts were first entered" in text_of(look(w))


def test_where_only_what_came_with_the_counts_changed_it_says_so(checked):
    w = checked
    counts.reopen(w.submission, by=w.officer, now=LATER)
    assert "No count changed since it was last checked by Cy Moss" in text_of(look(w))


@pytest.mark.parametrize(
    ("typed", "ticked", "words"),
    [
        (["68"], 0, "Northshire, Round 2019. Marked as checked. "),
        (["0"], 1, "Marked as checked. One zero is confirmed."),
        (["0"], 0, "Marked as checked. One zero stays open and is not published."),
        (["0", "0", "0"], 2, "2 zeros are confirmed. One zero stays open and is not published."),
        (["0", "0"], 0, "2 zeros stay open and are not published."),
    ],
)
def test_the_mark_says_in_a_sentence_what_became_of_the_zeros(world, typed, ticked, words):
    w = world
    years = (2016, 2017, 2018)
    worlds.enter(
        w.submission, {w.cell(y): t for y, t in zip(years, typed, strict=False)}, w.officer
    )
    zeros = [cell.row.pk for cell in look(w).context["grid"].zeros]
    assert words in text_of(check(w, zero=zeros[:ticked], leave="on")) + " "


def test_the_letter_about_missing_counts_needs_no_document_and_is_recorded_as_sent(world):
    w = world
    w.submission.documents.clear()
    worlds.enter(w.submission, {w.cell(2017): "48"}, w.officer)
    officer = logged_in(w.officer)
    grid = reverse("admin:offences_foisubmission_grid", args=[w.submission.pk])
    page = officer.post(grid, {"_rest": "1"}, follow=True)
    assert "To be asked: the letter has not been sent" in text_of(page)
    assert "The rest: to be asked: the letter has not been sent." in text_of(officer.get(grid))
    letters = reverse("admin:offences_foiround_letters", args=[w.round.pk])
    assert f"{letters}?kind=query&amp;chosen={w.submission.pk}" in page.content.decode()
    written = officer.get(letters, {"kind": "query"})
    assert "We find no number in your answer for" in text_of(written)
    form = {"kind": "query", "text": written.context["text"], "letter": w.submission.pk}
    assert "Recorded as sent: Northshire." in text_of(
        officer.post(letters, form | {"by_hand": "1"}, follow=True)
    )
    assert w.submission.letters.get().sent_at and not w.submission.events.exists()
    query = w.submission.queries.get()
    question = reverse("admin:offences_foiquery_change", args=[query.pk])
    assert "Asked on" in text_of(officer.get(question))
    assert "Nothing is recorded" in text_of(
        officer.post(letters, form | {"by_hand": "1"}, follow=True)
    )
    assert w.submission.letters.count() == 1


def test_who_corrects_a_return_that_was_sent_back_can_write_to_the_force_from_its_page(world):
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48"}, w.officer)
    grid = reverse("admin:offences_foisubmission_grid", args=[w.submission.pk])
    officer = logged_in(w.officer)
    assert "Note the question" not in text_of(officer.get(grid))
    w.submission.refresh_from_db()
    reason = {"reason": "Ask for financial years.", "seen": w.submission.edition}
    back = reverse("admin:offences_foisubmission_send_back", args=[w.submission.pk])
    logged_in(w.checker).post(back, reason)
    assert "sent back" in text_of(officer.get(grid)) and "Note the question" in text_of(
        officer.get(grid)
    )
    shown = officer.post(grid, {"_question": "Could you give financial years?"}, follow=True)
    assert "To be asked: the letter has not been sent" in text_of(shown)
    assert w.submission.queries.get().question == "Could you give financial years?"


def test_a_new_question_has_a_letter_of_its_own_and_a_repeated_one_is_refused(world):
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48"}, w.officer)
    by = {"by": w.officer, "now": NOW}
    ask_about(w.submission, w.document, ("Data", "B2"), "B2", "What is B2?", **by)
    (letter,) = RoundLetters(w.round, "query", NOW.date(), w.officer).merged(default_text("query"))
    assert record_sent(w.round, [letter], **by) == [letter]
    (letter,) = RoundLetters(w.round, "query", NOW.date(), w.officer).merged(default_text("query"))
    assert letter.is_repeat and record_sent(w.round, [letter], **by) == []
    by["now"] = LATER
    ask_about(w.submission, w.document, ("Data", "B3"), "B3", "What is B3?", **by)
    (letter,) = RoundLetters(w.round, "query", NOW.date(), w.officer).merged(default_text("query"))
    assert not letter.is_repeat
    assert "What is B2?" in letter.body and "What is B3?" in letter.body


def test_an_answer_that_there_is_no_more_is_shown_to_the_checker_who_can_then_mark_it(world):
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48"}, w.officer)
    grid = reverse("admin:offences_foisubmission_grid", args=[w.submission.pk])
    logged_in(w.officer).post(grid, {"_rest": "1"})
    close_query(w.submission.queries.get(), "That is all they have.", by=w.officer, now=now())
    words = text_of(look(w))
    assert (
        "answered: “That is all they have.” If that is so, mark the return without them." in words
    )
    check(w)
    w.submission.refresh_from_db()
    assert w.submission.checked_at


def test_both_decisions_of_a_checker_are_in_one_place(world):
    worlds.enter(world.submission, {world.cell(2017): "48"}, world.officer)
    page = look(world).content.decode()
    assert page.index("Mark as checked") < page.index("Or send it back") < page.index("</main>")
    between = page[page.index('name="_check"') : page.index("Or send it back")]
    assert "<table" not in between
