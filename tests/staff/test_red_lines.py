"""The checker’s part: what the officer said of each count, and an answer to every red line."""

from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.urls import reverse

from offences import counts, resources
from offences.counts import CellChange, save_cells
from offences.intake import lists
from offences.intake import returns as readings
from offences.models import CheckAnswer, FoiSubmission
from offences.refused import Refused
from offences.statistics.notation import read_entry
from tests import worlds
from tests.clients import logged_in, text_of
from tests.readings.conftest import workbook
from tests.readings.made import see
from tests.staff.test_checks import check, look, page_of
from tests.worlds import NOW

pytestmark = pytest.mark.django_db

CAUSING, WORDS_TO, ASSAULT = worlds.OFFENCES


@pytest.fixture
def red(world):
    """Northshire’s rows add up to 12, and it states 68."""
    w = world
    cells = {w.cell(2018): "68"}
    for name in worlds.OFFENCES:
        cells[w.cell(2018, name)] = "4"
    worlds.enter(w.submission, cells, w.officer)
    return w


def lines(w):
    return [line for line, *_ in look(w).context["red_lines"]]


def answered(w, words="The force says that 56 have no offence yet."):
    return {f"red-{line.key}": words for line in lines(w)}


def is_checked(w) -> bool:
    return FoiSubmission.objects.get(pk=w.submission.pk).checked_at is not None


def test_the_mark_is_refused_before_each_red_line_is_answered(red):
    w = red
    assert len(lines(w)) == 1
    page = check(w)
    assert "Answer each red line first: By offence, 2018/19." in text_of(page)
    assert not is_checked(w)


def test_with_an_answer_to_each_the_return_is_marked(red):
    w = red
    check(w, **answered(w))
    assert is_checked(w)
    (given,) = CheckAnswer.objects.all()
    assert (given.answered_by, given.answer) == (
        w.checker, "The force says that 56 have no offence yet.",
    )  # fmt: skip
    assert "Answered by Cy Moss" in text_of(look(w))
    assert LogEntry.objects.filter(change_message__startswith="Answered: By offence").exists()


def test_answers_are_saved_without_the_mark(red):
    w = red
    given = {**answered(w), "edition": w.submission.edition, "_answers": "1"}
    logged_in(w.checker).post(page_of(w), given)
    assert CheckAnswer.objects.count() == 1
    assert not is_checked(w)
    check(w)
    assert is_checked(w)


def test_a_blank_answer_is_none(red):
    w = red
    check(w, **answered(w, words="  "))
    assert not is_checked(w)


def test_a_line_that_says_something_else_by_now_is_answered_once_more(red):
    w = red
    check(w, **answered(w))
    worlds.enter(w.submission, {w.cell(2018, ASSAULT): "5"}, w.officer, worlds.LATER)
    assert [line.given for line in lines(w)] == [None]
    check(w)
    assert not is_checked(w)


def test_a_form_of_before_the_change_answers_nothing_of_it(red):
    w = red
    old, edition = answered(w), w.submission.edition
    worlds.enter(w.submission, {w.cell(2018, ASSAULT): "5"}, w.officer, worlds.LATER)
    check(w, **{**old, "edition": edition})
    assert not is_checked(w)


def test_who_entered_the_counts_does_not_answer_for_them(red):
    w = red
    w.checker.groups.add(worlds.role("Data officer"))
    worlds.enter(w.submission, {w.cell(2017): "68"}, w.checker, worlds.LATER)
    check(w, **answered(w))
    assert not CheckAnswer.objects.exists()
    assert not is_checked(w)


def test_an_officer_who_may_not_check_answers_nothing(red):
    w = red
    sent = {**answered(w), "edition": w.submission.edition, "_check": ""}
    assert logged_in(w.officer).post(page_of(w), sent).status_code == 403
    assert not CheckAnswer.objects.exists()


def test_what_the_officer_said_of_a_count_is_beside_it(world):
    w = world
    said = "D2: “about 20” entered as 20e: By telephone (Ann Lee, 20 June 2019)"
    change = CellChange(read_entry("20e"), explanation=said)
    save_cells(w.submission, {w.cell(2018): change}, by=w.officer, now=NOW)
    assert f"Total, 2018/19 {said}" in text_of(look(w))


def test_what_the_officer_left_out_of_a_file_is_listed_with_the_reason(world):
    w = world
    rows = (("Year", "Number", "Spare"), ("2016/17", 5, 7), ("2017/18", 6, 8))
    given = {"by": w.officer, "now": NOW}
    reading = readings.upload(w.submission, workbook(*rows), "a.xlsx", **given, see=see)
    answers = readings.ReadingAnswers().with_correction("Data!C", "out", "Other crimes")
    for each in readings.plan_of(reading).not_taken:
        answers = answers.with_text("seen", each.key, "seen")
    readings.save_answers(reading, answers, **given)
    plan = readings.plan_of(reading)
    for problem in plan.problems:
        answers = answers.with_explanation(problem.key, "So it is")
    readings.save_answers(reading, answers, **given)
    readings.store(reading, readings.plan_of(reading).fingerprint, **given)
    words = text_of(look(w))
    assert "a.xlsx, Data column C is left out: Other crimes (Ann Lee, 20 June 2019)" in words


# Ways around the page


def answer_all(w):
    given = {line.key: "The force says so." for line in counts.red_lines(w.submission, rows_of(w))}
    counts.save_check_answers(w.submission, given, by=w.checker, now=NOW)


def rows_of(w):
    return w.submission.counts.current()


def test_another_caller_cannot_mark_it_either(red):
    w = red
    with pytest.raises(Refused, match=r"Answer each red line first: By offence, 2018/19\."):
        counts.mark_checked(w.submission, by=w.checker, now=NOW)
    assert not is_checked(w)
    answer_all(w)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    assert is_checked(w)


def test_the_lines_of_a_page_and_of_a_command_are_the_same(red):
    w = red
    page = look(w)
    (line,) = counts.red_lines(w.submission, rows_of(w))
    (problem,) = page.context["grid"].disagreements
    assert (line.label, line.text) == (problem.label, problem.text)
    assert line.key in page.content.decode()


def test_no_action_and_no_form_of_the_admin_marks_a_return(red):
    w = red
    w.boss = worlds.person("Jo Ray", superuser=True)
    page = reverse("admin:offences_foisubmission_change", args=[w.submission.pk])
    form = logged_in(w.boss).get(page).context["adminform"].form
    sent = {name: value for name, value in form.initial.items() if value is not None}
    sent |= {"checked_by": w.checker.pk, "checked_at": "2019-06-20", "documents": []}
    sent |= {"events-TOTAL_FORMS": 0, "events-INITIAL_FORMS": 0, "note": "A remark"}
    answer = logged_in(w.boss).post(page, sent)
    assert answer.status_code == 302
    assert FoiSubmission.objects.get(pk=w.submission.pk).note == "A remark"
    assert not is_checked(w)
    listed = reverse("admin:offences_foisubmission_changelist")
    actions = logged_in(w.boss).get(listed).context["action_form"].fields["action"].choices
    assert {name for name, _ in actions} <= {"", "delete_selected", "export_admin_action"}


def test_an_imported_list_marks_no_return(red):
    w = red
    columns = ["round", "force", "number", "note", "checked_by", "checked_at"]
    row = [w.round.slug, w.force.slug, "1", "A remark", w.checker.username, "2019-06-20 09:42"]
    data = "\n".join([",".join(columns), ",".join(row)]).encode()
    listed, given = resources.LISTS[FoiSubmission], {"by": w.officer, "now": NOW}
    mark = lists.preview(listed, data, "a.csv", **given).fingerprint
    _, stored = lists.confirm(listed, data, "a.csv", mark, **given)
    assert stored and FoiSubmission.objects.get(pk=w.submission.pk).note == "A remark"
    assert not is_checked(w)


def test_a_command_that_stores_a_file_leaves_the_mark_to_a_checker(red, tmp_path):
    w = red
    answer_all(w)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    file = tmp_path / "counts.csv"
    file.write_text("Year,Number\n2016/17,5\n2017/18,6\n2018/19,69\n")
    given = {"round": w.round.slug, "force": w.force.slug, "commit": True, "accept": "As sent"}
    call_command("import_return", str(file), stdout=StringIO(), **given)
    assert w.submission.counts.current().filter(value=69).exists()
    assert not is_checked(w)
