"""Releases: copied at approval, approved by a second person, never changed, opened by the clock."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from offences import releases
from offences.counts import save_cells
from offences.models import Category, Release, ReleasedFigure
from offences.refused import Refused
from offences.releases import steps
from offences.releases.public_state import read_public_state
from offences.trends import current_figures, released_trends
from tests import worlds
from tests.mail_server import killed_in
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW

# ---- which number stands


def test_an_unchecked_return_is_in_no_release(world):
    world.answer(world.north, {2018: "68"}, checked=False)
    assert world.stands(world.north, 2018).is_missing
    with pytest.raises(Refused, match="no checked return has a figure"):
        world.approved()


def test_a_later_refusal_or_blank_never_hides_an_earlier_number(world):
    world.answer(world.north, {2017: "48", 2018: "68"})
    later = worlds.round_of(world.measure, slug="2020", years=(2017, 2019))
    world.answer(world.north, {2017: "-", 2018: "refused", 2019: "70"}, round=later)
    assert world.stands(world.north, 2017).value == 48
    assert world.stands(world.north, 2018).value == 68
    assert world.stands(world.north, 2019).value == 70


@pytest.mark.both_databases
def test_the_newest_checked_number_stands(world):
    world.answer(world.north, {2018: "54"})
    later = worlds.round_of(world.measure, slug="2020", years=(2018, 2019))
    world.answer(world.north, {2018: "77", 2019: "63"}, round=later)
    assert world.stands(world.north, 2018).value == 77
    assert world.stands(world.north, 2018, last=2019).value == 54


def test_without_a_stated_total_a_complete_breakdown_is_added_up_as_a_range(world):
    worlds.breakdown(world.measure)
    made = worlds.submission(world.north, world.round)
    first, second, third = worlds.OFFENCES
    cells = {first: "20", second: "<5", third: "4"}
    worlds.enter(
        made,
        {worlds.cell(world.measure, 2018, name): text for name, text in cells.items()},
        by=world.officer,
    )
    worlds.check(made, by=world.checker, now=LATER)
    cell = world.stands(world.north, 2018)
    assert (cell.low, cell.high) == (25, 28)


def test_a_breakdown_with_a_missing_part_is_not_added_up(world):
    worlds.breakdown(world.measure)
    made = worlds.submission(world.north, world.round)
    first, second, third = worlds.OFFENCES
    cells = {first: "20", second: "not held", third: "4"}
    worlds.enter(
        made,
        {worlds.cell(world.measure, 2018, name): text for name, text in cells.items()},
        by=world.officer,
    )
    worlds.check(made, by=world.checker, now=LATER)
    assert world.stands(world.north, 2018).is_missing


@pytest.mark.parametrize(
    ("outcome", "why"),
    [("awaited", "late"), ("refused", "refused"), ("no_response", "no_response")],
)
def test_a_force_that_sent_no_figure_is_missing_with_the_reason(world, outcome, why):
    worlds.submission(world.south, world.round, outcome=outcome)
    assert world.stands(world.south, 2018).why == why


def test_the_questions_do_not_grow_with_the_forces(world):
    for name in ("Eastshire", "Westshire", "Midshire"):
        world.answer(worlds.force(name), {2018: "5"})
    with CaptureQueriesContext(connection) as few:
        current_figures(world.measure, 9999)
    for number in range(12):
        world.answer(worlds.force(f"Shire {chr(65 + number)}"), {2018: "5"})
    with CaptureQueriesContext(connection) as many:
        current_figures(world.measure, 9999)
    assert len(many) == len(few)


# ---- approval


def test_the_one_who_prepared_a_release_cannot_approve_it(world):
    world.answer(world.north, {2018: "68"})
    release = world.prepare()
    with pytest.raises(Refused, match="a colleague has to approve"):
        worlds.approve(release, by=world.officer, now=NOW, public_at=OPENS)
    assert not release.figures.exists()


@pytest.mark.both_databases
def test_the_database_itself_refuses_one_person_for_both(world):
    release = world.prepare()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows = Release.objects.filter(pk=release.pk)
        worlds.as_if(rows, approved_by=world.officer, approved_at=NOW, public_at=OPENS)


@pytest.mark.both_databases
def test_approval_copies_and_later_edits_change_nothing(world):
    made = world.answer(world.north, {2018: "68"})
    release = world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "86"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    (figure,) = release.figures.filter(body="northshire", year=2018)
    assert figure.low == 68


@pytest.mark.both_databases
def test_a_released_figure_never_changes_or_goes(world):
    world.answer(world.north, {2018: "68"})
    figure = world.approved().figures.filter(low=68).get()
    figure.low = 86
    with pytest.raises(TypeError, match="never changes"):
        figure.save()
    with pytest.raises(TypeError, match="never removed"):
        figure.delete()


def test_an_approver_approves_what_was_shown_and_nothing_else(world):
    made = world.answer(world.north, {2018: "68"})
    release = world.prepare()
    seen = releases.snapshot(release).fingerprint
    worlds.enter(made, {worlds.cell(world.measure, 2018): "86"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    with pytest.raises(Refused, match="changed since you opened"):
        worlds.approve(release, by=world.approver, now=NOW, public_at=OPENS, seen=seen)
    assert not release.figures.exists()


@pytest.mark.both_databases
def test_an_approval_that_is_killed_leaves_nothing_and_can_be_given_again(world):
    world.answer(world.north, {2018: "68"})
    with killed_in(steps, "write_remarks"):
        world.approved()
    draft = Release.objects.get()
    assert (draft.approved_at, draft.public_at) == (None, None)
    assert not ReleasedFigure.objects.exists()
    releases.approve(draft, by=world.approver, now=LATER, public_at=OPENS)
    assert ReleasedFigure.objects.filter(low=68).exists()


def test_the_difference_names_each_figure_old_and_new(world):
    made = world.answer(world.north, {2017: "48", 2018: "54"})
    world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "77"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    (change,) = releases.difference(world.prepare())
    assert (change.body, change.year, change.before, change.after) == (
        "Northshire",
        "2018/19",
        "54",
        "77",
    )


def test_a_revised_figure_remembers_what_the_release_before_said(world):
    made = world.answer(world.north, {2018: "54"})
    world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "77"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    second = world.approved()
    (figure,) = second.figures.filter(body="northshire", year=2018)
    assert (figure.low, figure.previously, figure.previously_in) == (77, 54, 1)


@pytest.mark.both_databases
def test_two_recorded_figures_that_contradict_each_other_are_not_both_released(world):
    world.answer(world.north, {2018: "68"})
    both = world.contradicting(185, 164)
    release = world.prepare(recorded=both)
    with pytest.raises(Refused, match=r"contradict each other: 185 .* and 164"):
        releases.snapshot(release)
    release.recorded_figures.set(both[:1])
    copy = next(f for f in releases.snapshot(release).figures if f.figure_kind == "age_total")
    assert "164" in copy.note


# ---- open and shut


def test_a_release_is_public_at_its_minute_and_not_a_second_before(world):
    world.answer(world.north, {2018: "68"})
    world.approved()
    assert read_public_state(OPENS - dt.timedelta(seconds=1)).newest == []
    (release,) = read_public_state(OPENS).newest
    (trend,) = released_trends(world.north, [release])
    assert trend.newest.cell.value == 68


def test_a_withdrawn_release_gives_way_to_the_one_before(world):
    made = world.answer(world.north, {2018: "68"})
    world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "680"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    wrong = world.approved()
    releases.withdraw(wrong, by=world.approver, now=LATER, reason="680 was a slip for 68.")
    (standing,) = read_public_state(OPENS).newest
    assert standing.number == 1


def test_a_withdrawal_needs_a_public_reason(world):
    world.answer(world.north, {2018: "68"})
    release = world.approved()
    with pytest.raises(Refused, match="Say why"):
        releases.withdraw(release, by=world.approver, now=LATER, reason="  ")


def test_a_missing_year_is_released_with_its_reason_and_no_number(world):
    world.answer(world.north, {2017: "not held", 2018: "68"})
    figure = world.approved().figures.get(body="northshire", year=2017)
    assert (figure.state, figure.why, figure.low) == ("missing", "not_held", None)


def test_an_unconfirmed_nought_is_not_released_as_zero(world):
    made = worlds.submission(world.north, world.round)
    cells = {worlds.cell(world.measure, 2017): "0", worlds.cell(world.measure, 2018): "68"}
    worlds.enter(made, cells, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER, leave_zeros=True)
    figure = world.approved().figures.get(body="northshire", year=2017)
    assert (figure.state, figure.why) == ("missing", "unconfirmed_zero")


def test_no_breakdown_of_a_force_is_released(world):
    worlds.breakdown(world.measure)
    made = worlds.submission(world.north, world.round)
    cells = {worlds.cell(world.measure, 2018, name): "3" for name in worlds.OFFENCES}
    worlds.enter(made, cells | {worlds.cell(world.measure, 2018): "9"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    world.approved()
    assert set(ReleasedFigure.objects.values_list("category", flat=True)) == {"total"}


# ---- which of two figures is released


def test_a_return_that_nobody_has_checked_says_so_and_is_not_called_unavailable(world):
    world.answer(world.north, {2018: "68"})
    world.answer(world.south, {2018: "50"}, checked=False)
    assert world.stands(world.south, 2018).why == "not_checked"


def test_a_breakdowns_own_total_stands_before_the_sum_of_its_rows_if_it_can_be_that_sum(world):
    worlds.breakdown(world.measure)
    made = worlds.submission(world.north, world.round)
    first, second, third = worlds.OFFENCES
    rows = {first: "20", second: "*", third: "*"}
    cells = {worlds.cell(world.measure, 2018, name): text for name, text in rows.items()}
    worlds.enter(made, cells | {stated_total(world, 2018): "52"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    assert world.stands(world.north, 2018).value == 52


def test_no_total_is_derived_where_a_stated_one_and_the_rows_disagree(world):
    worlds.breakdown(world.measure)
    made = worlds.submission(world.north, world.round)
    rows = dict(zip(worlds.OFFENCES, ("20", "4", "0"), strict=True))
    cells = {worlds.cell(world.measure, 2018, name): text for name, text in rows.items()}
    worlds.enter(made, cells | {stated_total(world, 2018): "52"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER, confirm_zeros=True)
    assert world.stands(world.north, 2018).is_missing


def stated_total(world, year):
    category = Category.objects.get(breakdown__kind="offence", is_total=True)
    return (world.measure.pk, year, category.pk)


def test_a_derived_total_keeps_the_flags_of_its_parts_and_none_of_their_remarks(world):
    worlds.breakdown(world.measure)
    made = worlds.submission(world.north, world.round)
    first, second, third = worlds.OFFENCES
    changes = {
        worlds.cell(world.measure, 2018, first): worlds.typed("20p"),
        worlds.cell(world.measure, 2018, second): worlds.typed("4", note="two siblings"),
        worlds.cell(world.measure, 2018, third): worlds.typed("6"),
    }
    save_cells(made, changes, by=world.officer, now=NOW)
    worlds.check(made, by=world.checker, now=LATER)
    figure = world.approved().figures.get(body="northshire", year=2018)
    assert (figure.low, figure.derived, figure.provisional) == (30, True, True)
    assert figure.note == ""


def test_a_correction_leaves_the_other_years_of_the_same_answer_restated(world):
    made = world.answer(world.north, {2017: "48", 2018: "68"})
    world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "86"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    corrected = world.approved(public_at=OPENS + dt.timedelta(days=30))
    (trend,) = released_trends(world.north, [corrected])
    told = [p.restated for p in trend.points if not p.cell.is_missing]
    assert told == [True, True]


def test_a_figure_of_an_earlier_round_is_marked_as_not_restated(world):
    world.answer(world.north, {2016: "53"})
    later = worlds.round_of(world.measure, slug="2020", years=(2017, 2019))
    world.answer(world.north, {2017: "48", 2018: "68"}, round=later)
    release = world.approved(last_round=later)
    (trend,) = released_trends(world.north, [release])
    assert {p.year.start: p.restated for p in trend.points if not p.cell.is_missing} == {
        2016: False,
        2017: True,
        2018: True,
    }


def test_a_release_cannot_open_before_the_one_it_follows_and_so_tells_nothing_of_it(world):
    made = world.answer(world.north, {2018: "54"})
    world.approved(public_at=OPENS + dt.timedelta(days=60))
    worlds.enter(made, {worlds.cell(world.measure, 2018): "77"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    with pytest.raises(Refused, match="opens later than this"):
        world.approved(public_at=OPENS)


def test_the_file_of_a_pinned_page_is_that_releases_own(world, client):
    made = world.answer(world.north, {2017: "48", 2018: "54"})
    world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "77"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    world.approved()
    page = client.get("/releases/online/1/forces/northshire/").content.decode()
    assert 'href="/releases/online/1/forces/northshire.csv"' in page
    file = client.get("/releases/online/1/forces/northshire.csv").content.decode()
    assert ",54,54,54," in file
    assert "77" not in file
