"""The one writer of counts: history, the checked mark, conflicts, checking."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import counts
from offences.management.practice_year import past
from offences.models import AnnualCount, FoiSubmission
from offences.refused import Refused
from offences.statistics.notation import read_entry
from tests import worlds
from tests.worlds import LATER, NOW


def standing(submission):
    return {
        (row.measure_id, row.year, row.category_id): row
        for row in AnnualCount.objects.current().filter(submission=submission)
    }


@pytest.mark.both_databases
def test_a_corrected_cell_is_a_new_row_that_replaces_the_old_one(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    saved = worlds.enter(world.submission, {key: "70"}, world.colleague, LATER)

    old, new = AnnualCount.objects.order_by("pk")
    assert (old.value, old.retired_by, old.retired_at) == (68, world.colleague, LATER)
    assert (new.value, new.replaces, new.retired_at) == (70, old, None)
    assert [(d.before.value, d.after.value) for d in saved.changed] == [(68, 70)]


def test_an_unchanged_cell_writes_nothing_and_keeps_the_mark(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=LATER)
    saved = worlds.enter(world.submission, {key: "68"}, world.officer, LATER)

    assert (saved.differences, saved.unchanged, saved.edition) == ((), 1, 1)
    assert AnnualCount.objects.count() == 1
    world.submission.refresh_from_db()
    assert world.submission.checked_by == world.checker


def test_any_edit_takes_the_checked_mark_away_and_raises_the_edition(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=LATER)
    worlds.enter(world.submission, {world.cell(2017): "48"}, world.colleague, LATER)

    world.submission.refresh_from_db()
    assert world.submission.checked_at is None
    assert world.submission.entered_by == world.colleague
    assert world.submission.edition == 2


def test_a_cleared_cell_is_retired_and_an_emptied_return_is_not_entered(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    saved = worlds.enter(world.submission, {key: ""}, world.colleague, LATER)

    assert not standing(world.submission)
    assert AnnualCount.objects.get().retired_by == world.colleague
    assert len(saved.cleared) == 1
    assert world.submission.entered_at is None


def test_the_caller_learns_what_was_stored(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    assert world.submission.edition == 1
    assert world.submission.entered_at == NOW


@pytest.mark.parametrize(
    ("text", "year", "starts", "ends"),
    [
        ("19 Apr-Sep", 2017, dt.date(2017, 4, 1), dt.date(2017, 9, 30)),
        ("19 Jan-Feb", 2015, dt.date(2016, 1, 1), dt.date(2016, 2, 29)),
        ("19 Oct-Mar", 2017, dt.date(2017, 10, 1), dt.date(2018, 3, 31)),
    ],
)
def test_months_become_dates_of_that_financial_year(world, text, year, starts, ends):
    key = world.cell(year)
    worlds.enter(world.submission, {key: text}, world.officer)
    row = standing(world.submission)[key]
    assert (row.period_start, row.period_end) == (starts, ends)
    assert counts.entry_of(row) == read_entry(text)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "text", ["68", "0", "<5", "3-7", "*", "-", "not held", "[x]", "refused", "s.12", "12ep"]
)
def test_every_kind_of_cell_comes_back_as_it_was_typed(world, text):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: text}, world.officer)
    assert counts.entry_of(standing(world.submission)[key]) == read_entry(text)


def test_a_category_of_another_measure_is_refused(world):
    other = worlds.measure("grooming", name="Grooming")
    wrong = (world.measure.pk, 2018, worlds.cell(other, 2018)[2])
    with pytest.raises(Refused):
        worlds.enter(world.submission, {wrong: "3"}, world.officer)
    assert not AnnualCount.objects.exists()


# Two people at once


def test_two_people_who_change_the_same_cell_are_both_named_and_nothing_is_stored(world):
    key, other = world.cell(2018), world.cell(2017)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    seen = {key: standing(world.submission)[key].pk}
    worlds.enter(world.submission, {key: "70"}, world.colleague, LATER)

    with pytest.raises(counts.Conflict) as conflict:
        worlds.enter(
            world.submission, {key: "86", other: "48"}, world.officer, LATER, edition=1, seen=seen
        )
    (clash,) = conflict.value.clashes
    assert (clash.key, clash.yours.value, clash.theirs.value) == (key, 86, 70)
    assert (clash.by, clash.at) == (world.colleague, LATER)
    assert [row.value for row in standing(world.submission).values()] == [70]


def test_cells_that_nobody_else_touched_merge(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    worlds.enter(world.submission, {world.cell(2017): "48"}, world.colleague, LATER)
    worlds.enter(
        world.submission, {world.cell(2016): "53"}, world.officer, LATER, edition=1, seen={}
    )
    assert sorted(row.value for row in standing(world.submission).values()) == [48, 53, 68]


def test_two_people_who_agree_are_not_asked(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    saved = worlds.enter(
        world.submission, {world.cell(2018): "68"}, world.officer, LATER, edition=0, seen={}
    )
    assert saved.differences == ()


def test_a_cell_cleared_by_another_is_a_conflict_too(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    seen = {key: standing(world.submission)[key].pk}
    worlds.enter(world.submission, {key: ""}, world.colleague, LATER)
    with pytest.raises(counts.Conflict) as conflict:
        worlds.enter(world.submission, {key: "70"}, world.officer, LATER, edition=1, seen=seen)
    (clash,) = conflict.value.clashes
    assert (clash.theirs, clash.by) == (None, world.colleague)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_one_is_asked(world):
    together = threading.Barrier(2)

    def save(by, text):
        try:
            together.wait()
            worlds.enter(world.submission, {world.cell(2018): text}, by, edition=0, seen={})
        except counts.Conflict as conflict:
            return conflict
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        found = pool.map(save, (world.officer, world.colleague), ("68", "86"))
    assert [type(each) for each in found if each] == [counts.Conflict]
    assert AnnualCount.objects.count() == 1


# Checking


def test_nobody_checks_a_return_of_which_they_entered_any_count(world):
    worlds.enter(world.submission, {world.cell(2017): "48"}, world.officer)
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    for own in (world.officer, world.colleague):
        with pytest.raises(Refused, match="another person"):
            counts.mark_checked(world.submission, by=own, now=LATER)
    counts.mark_checked(world.submission, by=world.checker, now=LATER)
    assert FoiSubmission.objects.get().checked_by == world.checker


def test_who_only_cleared_a_cell_cannot_check_either(world):
    worlds.enter(world.submission, {world.cell(2017): "48", world.cell(2018): "68"}, world.officer)
    worlds.enter(world.submission, {world.cell(2017): ""}, world.colleague, LATER)
    with pytest.raises(Refused, match="changed this return last"):
        counts.mark_checked(world.submission, by=world.colleague, now=LATER)


@pytest.mark.parametrize("role", ["Data officer", "Approver", "Data lead", None])
def test_only_a_checker_checks_however_it_is_asked_for(world, client, role):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    other = worlds.person("Hal Orr", *([role] if role else []))
    with pytest.raises(Refused, match="Only checkers"):  # a shell or a command
        counts.mark_checked(world.submission, by=other, now=LATER)
    with pytest.raises(Refused, match="Only checkers"):
        counts.send_back(world.submission, by=other, now=LATER, reason="No.", edition=1)
    client.force_login(other)
    page = reverse("admin:offences_foisubmission_check", args=[world.submission.pk])
    assert client.post(page, {"edition": 1, "_check": ""}).status_code == 403
    assert FoiSubmission.objects.get().checked_at is None


def test_who_is_no_checker_any_more_cannot_check_from_an_open_shell(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    world.checker.groups.clear()
    with pytest.raises(Refused, match="Only checkers"):
        counts.mark_checked(world.submission, by=world.checker, now=LATER)


def test_a_command_that_loads_a_year_checks_by_a_checker_alone(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    office = SimpleNamespace(staff={"checker": world.colleague})
    with pytest.raises(Refused, match="Only checkers"):
        past.check(office, [world.submission], NOW.date())


def test_a_check_of_counts_that_changed_meanwhile_is_refused(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    worlds.enter(world.submission, {world.cell(2018): "70"}, world.officer)
    with pytest.raises(Refused, match="changed since you opened"):
        counts.mark_checked(world.submission, by=world.checker, now=LATER, edition=1)


def test_an_empty_return_cannot_be_checked(world):
    with pytest.raises(Refused, match="nothing to check"):
        counts.mark_checked(world.submission, by=world.checker, now=LATER)


def test_zeros_are_confirmed_or_left_open_on_purpose(world):
    worlds.enter(world.submission, {world.cell(2017): "0", world.cell(2018): "0"}, world.officer)
    with pytest.raises(Refused, match="2 zeros are not confirmed"):
        counts.mark_checked(world.submission, by=world.checker, now=LATER)
    first = standing(world.submission)[world.cell(2017)].pk
    done = counts.mark_checked(
        world.submission, by=world.checker, now=LATER, confirm_zeros=[first], leave_zeros=True
    )
    assert (done.confirmed, done.left) == (1, 1)
    assert [r.confirmed for r in AnnualCount.objects.order_by("year")] == [True, False]


def test_taking_the_mark_away_takes_the_confirmations_too(world):
    worlds.enter(world.submission, {world.cell(2018): "0"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=LATER, confirm_zeros=True)
    counts.uncheck(world.submission)
    assert FoiSubmission.objects.get().checked_at is None
    assert not AnnualCount.objects.get().confirmed


# Cost


def test_a_save_takes_as_many_queries_for_400_cells_as_for_10(world):
    split = worlds.breakdown(world.measure, [f"Row {i}" for i in range(100)], slug="many")
    rows = list(split.categories.filter(is_total=False))
    submissions = [world.submission, worlds.submission(worlds.force("Southshire"), world.round)]

    def queries(submission, number, text):
        keys = [(world.measure.pk, 2015 + i % 4, rows[i // 4].pk) for i in range(number)]
        with CaptureQueriesContext(connection) as found:
            worlds.enter(submission, dict.fromkeys(keys, text), world.officer)
        return len(found)

    new = [queries(s, n, "7") for s, n in zip(submissions, (12, 400), strict=True)]
    corrected = [queries(s, n, "8") for s, n in zip(submissions, (12, 400), strict=True)]
    assert new[0] == new[1] <= 9
    assert corrected[0] == corrected[1] <= 9


@pytest.mark.parametrize(
    ("texts", "outcome"),
    [
        (("68", "not held"), "answered"),
        (("s.12", "s.12"), "refused"),
        (("s.12", "<5"), "answered"),
        (("-", "not held"), "answered"),
    ],
)
def test_counts_of_an_awaited_request_say_how_it_ended(world, texts, outcome):
    FoiSubmission.objects.update(outcome="awaited")
    world.submission.refresh_from_db()
    cells = {world.cell(2017 + i): text for i, text in enumerate(texts)}
    worlds.enter(world.submission, cells, by=world.officer)
    world.submission.refresh_from_db()
    assert world.submission.outcome == outcome


def test_an_outcome_that_a_person_chose_stays_when_counts_come(world):
    FoiSubmission.objects.update(outcome="part_answered")
    world.submission.refresh_from_db()
    worlds.enter(world.submission, {world.cell(2018): "68"}, by=world.officer)
    world.submission.refresh_from_db()
    assert world.submission.outcome == "part_answered"
