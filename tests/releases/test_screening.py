"""What a screening finds, with the smallest figures in which it has to, and those in which not."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offences import releases
from offences.counts import CellChange, save_cells
from offences.models import AnnualCount, Category, Document, FoiQuery, ForceBreak, SendBack
from offences.releases.screening.part_years import part_in_words
from offences.releases.screening.returns import at_least
from offences.statistics.notation import Entry
from tests import worlds
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW


def found(release, kind=""):
    told = releases.screen(release, releases.snapshot(release))
    return [each for each in told if kind in ("", each.kind)]


def one(release, kind):
    (finding,) = found(release, kind)
    return finding


def kinds(release):
    return {each.kind for each in found(release)}


def return_of(world, force, cells, round=None, **more):
    """A checked return with these texts in cells of any category."""
    made = worlds.submission(force, round or world.round)
    changes = {
        worlds.cell(world.measure, year, name): worlds.typed(text, **more)
        for (year, name), text in cells.items()
    }
    save_cells(made, changes, by=world.officer, now=NOW)
    worlds.check(made, by=world.checker, now=LATER, confirm_zeros=True)
    return made


def later_round(world):
    return worlds.round_of(world.measure, slug="2020", years=(2017, 2019))


# ---- errors


def test_a_return_that_nobody_has_checked_is_named_until_it_is(world):
    world.answer(world.north, {2018: "68"})
    waiting = world.answer(world.south, {2018: "50"}, checked=False)
    release = world.prepare()
    finding = one(release, "unchecked return")
    assert finding.is_error and [item.words for item in finding.items] == ["Southshire"]
    assert (finding.items[0].page, finding.items[0].pk) == ("check", waiting.pk)
    note = SendBack.objects.create(
        submission=waiting, reason="Total?", sent_back_by=world.checker, sent_back_at=NOW
    )
    assert "(0 to check, 1 sent back)" in one(release, "unchecked return").text
    note.delete()
    worlds.check(waiting, by=world.checker, now=LATER)
    assert found(release, "unchecked return") == []


def test_a_return_of_a_later_round_is_not_asked_about(world):
    world.answer(world.north, {2018: "68"})
    world.answer(world.north, {2019: "70"}, round=later_round(world), checked=False)
    assert found(world.prepare(), "unchecked return") == []


def test_a_question_to_a_force_that_is_open_is_named_until_it_is_answered(world):
    made = world.answer(world.north, {2018: "68"})
    query = FoiQuery.objects.create(
        submission=made,
        document=worlds.publication(),
        what="2018/19",
        question="Is it whole?",
        asked_by=world.officer,
        asked_at=NOW,
    )
    release = world.prepare()
    finding = one(release, "queried return")
    assert finding.is_error and finding.items[0].words == "Northshire: 2018/19"
    query.answer, query.answered_by, query.answered_at = "Yes.", world.officer, LATER
    query.save()
    assert found(release, "queried return") == []


@pytest.mark.parametrize(
    ("parts", "total", "words"),
    [
        (("20", "<5", "32"), "52", "come to at least 53, and the total is 52"),
        (("20", "<5", "31"), "52", ""),  # the withheld one may be 1
        (("20", "*", "30"), "51", ""),
        (("20", "4", "<5"), "<5", "the total is between 1 and 4"),
        (("20", "4", "refused"), "24", ""),
    ],
)
def test_parts_above_their_total_are_told_only_where_no_reading_fits(world, parts, total, words):
    worlds.breakdown(world.measure)
    cells = {(2018, name): text for name, text in zip(worlds.OFFENCES, parts, strict=True)}
    return_of(world, world.north, cells | {(2018, "total"): total})
    told = found(world.prepare(), "breakdown above its total")
    assert bool(told) == bool(words)
    assert all(words in each.text and "Northshire" in each.text for each in told)


def row(of, low, **category):
    category = Category.objects.create(
        breakdown=of, slug=f"x{of.categories.count()}", name="x", **category
    )
    return AnnualCount(category=category, state="value", value=low)


def test_of_ages_that_lie_over_one_another_each_crime_is_added_once(world):
    ages = worlds.breakdown(world.measure, (), slug="age")
    ages.kind = "age"
    rows = [
        row(ages, 5, age_from=0, age_to=5),
        row(ages, 20, age_from=0, age_to=11),
        row(ages, 9, age_from=6, age_to=11),
        row(ages, 30, age_from=12, age_to=17),
        row(ages, 2, is_unknown=True),
        row(ages, 1000),  # of no known band: it may lie over all of them
    ]
    assert at_least(ages, rows) == 20 + 30 + 2


def test_one_crime_may_be_on_two_platforms(world):
    platforms = worlds.breakdown(world.measure, (), slug="platform", complete=False)
    platforms.kind = "platform"
    assert at_least(platforms, [row(platforms, 5), row(platforms, 7)]) == 7


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("six months only", "six months"),
        ("9 months", "9 months"),
        ("Apr–Sep 2018", "Apr–Sep"),
        ("April 2018 to December 2018", "April 2018 to December"),
        ("Q1-Q3", "Q1-Q3"),
        ("Q2", "Q2"),
        ("2018/19 to date", "to date"),
        ("part year", "part year"),
        ("2018 YTD", "YTD"),
        ("April 2018 to March 2019", ""),
        ("Apr-Mar", ""),
        ("Q1 to Q4", ""),
        ("12 months", ""),
        ("calendar year Jan - Dec 2018", ""),
        ("June 2019", ""),
        ("FOI 1234 2018-19", ""),
        ("maritime marks", ""),
        ("68", ""),
    ],
)
def test_words_that_say_a_part_of_a_year_are_known(text, part):
    assert part_in_words(text) == part


def test_a_number_whose_remark_says_months_is_asked_about_until_its_months_are_set(world):
    made = return_of(world, world.north, {(2018, "total"): "19"}, note="six months only")
    release = world.prepare()
    finding = one(release, "part of a year unmarked")
    assert "2018/19" in finding.wording and "“six months”" in finding.wording
    whole = Entry(state="value", value=19, period=(4, 9))
    months = CellChange(whole, as_written="19", note="six months only")
    save_cells(made, {worlds.cell(world.measure, 2018): months}, by=world.officer, now=NOW)
    worlds.check(made, by=world.checker, now=LATER)
    assert found(release, "part of a year unmarked") == []


@pytest.mark.parametrize(("on", "told"), [("2019-03-30", True), ("2019-03-31", False)])
def test_an_answer_that_came_before_the_year_ended_cannot_be_of_the_whole(world, on, told):
    made = world.answer(world.north, {2017: "48", 2018: "68"})
    made.outcome_on = dt.date.fromisoformat(on)
    made.save()
    finding = found(world.prepare(), "part of a year unmarked")
    assert [len(each.items) for each in finding] == [1] * told


def test_a_restated_figure_is_said_once_and_not_again_in_the_next_release(world):
    world.answer(world.north, {2018: "54"})
    world.answer(world.north, {2018: "77", 2019: "63"}, round=later_round(world))
    last = world.measure.rounds.get(slug="2020")
    first = world.prepare(last_round=last, year=2019)
    finding = one(first, "newer returns restate")
    assert finding.is_error
    assert [i.words for i in finding.items] == [
        "Northshire 2018/19: 54 in Round 2019, 77 in Round 2020"
    ]
    worlds.approve(first, by=world.approver, now=LATER, public_at=OPENS)
    assert found(world.prepare(last_round=last, year=2019), "newer returns restate") == []


def test_a_withheld_number_that_can_be_the_same_is_no_conflict(world):
    world.answer(world.north, {2018: "<5"})
    world.answer(world.north, {2018: "3"}, round=later_round(world))
    last = world.measure.rounds.get(slug="2020")
    assert found(world.prepare(last_round=last), "newer returns restate") == []


def test_an_older_number_that_stands_before_one_in_doubt_is_said(world):
    world.answer(world.north, {2018: "199"})
    cells = {(2018, "total"): "119", (2019, "total"): "226"}
    return_of(world, world.north, cells, later_round(world), doubt="may be a slip")
    release = world.prepare(last_round=world.measure.rounds.get(slug="2020"), year=2019)
    finding = one(release, "older number used")
    assert "119 (in doubt) in Round 2020, 199 in Round 2019" in finding.wording


def test_two_papers_of_one_round_that_differ_are_said(world):
    made = worlds.submission(world.north, world.round)
    key = worlds.cell(world.measure, 2018)
    for title, text in (("Post", "66"), ("Telegraph", "67")):
        change = worlds.typed(text, worlds.publication(title))
        save_cells(made, {key: change}, by=world.officer, now=NOW)
    worlds.check(made, by=world.checker, now=LATER)
    finding = one(world.prepare(), "two papers differ")
    assert "66 in Post" in finding.wording and "67 in Telegraph" in finding.wording


def test_printed_figures_of_one_month_that_contradict_are_said(world):
    world.answer(world.north, {2018: "68"})
    both = world.contradicting(185, 164)
    assert (
        "164 in Paper 164"
        in one(world.prepare(recorded=both[:1]), "published figures differ").wording
    )
    assert found(world.prepare(), "published figures differ") == []


def test_coverage_that_changed_is_an_error_until_the_note_speaks_of_forces(world):
    world.answer(world.north, {2017: "40", 2018: "44"})
    world.approved()
    world.answer(world.south, {2017: "30"})
    release = world.prepare()
    against_before, against_year = found(release, "coverage changed")
    assert against_before.items[0].words == "2017/18: 2 forces, before 1; came: Southshire"
    assert against_year.items[0].words == "2018/19: 1 force, before 2; went: Southshire"
    for note, left in (("Thanks.", 2), ("Southshire, a second force, has joined.", 0)):
        release.note = note
        releases.edit(release, by=world.officer, now=LATER)
        assert len(found(release, "coverage changed")) == left


# ---- warnings


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [("20", "61", 1), ("20", "60", 0), ("19", "100", 0), ("61", "20", 1), ("60", "20", 0)],
)
def test_a_large_change_is_more_than_three_times_on_twenty(world, before, after, told):
    world.answer(world.north, {2017: before, 2018: after})
    assert len(found(world.prepare(), "large change")) == told


@pytest.mark.parametrize(
    ("kind", "text", "more"),
    [
        ("in doubt", "68", {"doubt": "may be another year"}),
        ("provisional or estimated", "68p", {}),
        ("provisional or estimated", "68e", {}),
    ],
)
def test_what_is_said_with_a_figure_is_a_warning(world, kind, text, more):
    return_of(world, world.north, {(2018, "total"): text}, **more)
    finding = one(world.prepare(), kind)
    assert not finding.is_error and "Northshire 2018/19" in finding.wording


def test_a_derived_total_is_a_warning(world):
    worlds.breakdown(world.measure)
    return_of(world, world.north, {(2018, name): "5" for name in worlds.OFFENCES})
    assert one(world.prepare(), "derived total").items[0].words == "Northshire 2018/19: 15"


def test_a_nought_that_nobody_confirmed_is_a_warning(world):
    made = worlds.submission(world.north, world.round)
    worlds.enter(made, {worlds.cell(world.measure, 2018): "0"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER, leave_zeros=True)
    assert one(world.prepare(), "zero unconfirmed").items[0].words == "Northshire 2018/19"


def test_a_refusal_where_there_was_a_figure_is_a_warning(world):
    world.answer(world.north, {2017: "48", 2018: "refused"})
    world.answer(world.south, {2018: "not held"})  # it never gave one
    finding = one(world.prepare(), "no figure where there was one")
    assert [item.words for item in finding.items] == ["Northshire 2018/19: refused"]


def test_a_refusal_behind_which_an_older_number_stands_is_a_warning(world):
    world.answer(world.north, {2018: "68"})
    world.answer(world.north, {2018: "refused"}, round=later_round(world))
    release = world.prepare(last_round=world.measure.rounds.get(slug="2020"))
    assert "an older number is used" in one(release, "no figure where there was one").wording


def test_a_correction_within_a_round_is_a_warning_and_no_conflict(world):
    made = world.answer(world.north, {2018: "54"})
    world.approved()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "77"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    finding = one(world.prepare(), "corrected")
    assert finding.items[0].words == "Northshire 2018/19: 54, now 77" and not finding.is_error


def test_a_forces_own_break_is_a_warning_where_it_is_new(world):
    world.answer(world.north, {2018: "54"})
    ForceBreak.objects.create(
        measure=world.measure, force=world.north, year=2017, why="a new system"
    )
    assert "a new system" in one(world.prepare(), "counted in another way").wording
    world.approved()
    assert found(world.prepare(), "counted in another way") == []


def test_a_sum_that_could_not_be_made_says_why(world):
    world.answer(world.north, {2018: "54"})
    worlds.submission(world.south, world.round, outcome="unknown")
    assert (
        "2018/19: what Southshire answered is neither checked, refused nor closed"
        in one(world.prepare(), "no sum").wording
    )


def test_what_is_whole_and_checked_has_nothing_to_answer(world):
    for force in (world.north, world.south):
        world.answer(force, {year: "40" for year in range(2015, 2019)})
    assert found(world.prepare()) == []


# ---- keys, groups and questions


def test_forces_that_one_answer_serves_are_one_finding(world):
    for name in ("Eastshire", "Westshire", "Midshire"):
        world.answer(worlds.force(name), {2017: "30", 2018: "300"})
    assert len(one(world.prepare(), "large change").items) == 3


def test_a_finding_is_known_by_what_it_says(world):
    made = world.answer(world.north, {2017: "30", 2018: "300"})
    release = world.prepare()
    key = one(release, "large change").key
    assert one(release, "large change").key == key
    worlds.enter(made, {worlds.cell(world.measure, 2018): "301"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    assert one(release, "large change").key != key


def test_the_questions_of_a_screening_do_not_grow_with_the_forces(world):
    def asked():
        release = world.prepare()
        told = releases.snapshot(release)
        with CaptureQueriesContext(connection) as queries:
            releases.screen(release, told)
        return len(queries)

    world.answer(worlds.force("Eastshire"), {2017: "30", 2018: "300"})
    few = asked()
    for number in range(6):
        world.answer(worlds.force(f"Shire {chr(65 + number)}"), {2017: "30", 2018: "300"})
    assert asked() == few


def test_a_file_that_came_on_a_day_nobody_recorded_is_a_warning_once(world):
    """Of an answer without a file nothing is said: it is known from print."""
    letter = Document.objects.create(kind="letter", title="Answer", sha256="a" * 64, file="a.pdf")
    made = worlds.submission(world.north, world.round, letter)
    save_cells(
        made, {worlds.cell(world.measure, 2018): worlds.typed("54")}, by=world.officer, now=NOW
    )
    worlds.check(made, by=world.checker, now=LATER)
    world.answer(world.south, {2018: "60"})
    finding = one(world.prepare(), "answer without its day")
    assert not finding.is_error and "The day of one answer is not recorded" in finding.text
    assert [(item.words, item.pk) for item in finding.items] == [(str(made), made.pk)]
    made.outcome_on = dt.date(2019, 6, 3)
    made.save()
    assert not found(world.prepare(), "answer without its day")
    made.outcome_on = None
    made.save()
    world.approved()
    assert not found(world.prepare(), "answer without its day")  # as readers have it already
