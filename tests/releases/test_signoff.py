"""Every rule of sign-off holds: in the steps, for each person, and in the database itself."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from offences import releases
from offences.models import FoiQuery, Release, ReleaseState
from offences.refused import Refused
from tests import worlds
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW


@pytest.fixture
def signing(world):
    """A release with an error (a part of a year) and two warnings (a large change, no sum)."""
    world.return_ = world.answer(world.north, {2017: "30", 2018: "300"})
    world.return_.outcome_on = dt.date(2019, 3, 1)
    world.return_.save()
    world.lead = worlds.person("Lou Field", "Data lead")
    world.second = worlds.person("Sam Ray", "Data officer")
    world.release = world.prepare()
    return world


def screened(release):
    return releases.screening(release, releases.snapshot(release))


def answer(release, by, kind=None, words="It was asked, and it is so."):
    for each in screened(release):
        if kind in (None, each.finding.grade):
            releases.answer(release, each.finding.key, words, by=by, now=NOW)


def move_a_figure(world):
    worlds.enter(world.return_, {worlds.cell(world.measure, 2018): "301"}, by=world.officer)
    worlds.check(world.return_, by=world.checker, now=LATER)


def approve(world, by=None, **more):
    releases.approve(
        world.release, by=by or world.approver, now=NOW, **({"public_at": OPENS} | more)
    )


def test_a_release_is_screened_sent_to_review_and_approved_by_three_people(signing):
    w = signing
    answer(w.release, w.lead, "error")
    answer(w.release, w.officer, "warning")
    releases.mark_screened(w.release, by=w.officer, now=NOW)
    assert w.release.screened_of == releases.snapshot(w.release).fingerprint
    releases.send_to_review(w.release, by=w.second, now=NOW)
    approve(w)
    people = (w.release.screened_by, w.release.review_by, w.release.approved_by)
    assert people == (w.officer, w.second, w.approver)


# ---- answers


def test_an_error_is_answered_by_the_data_lead_alone_and_a_warning_by_who_prepares(signing):
    w = signing
    both = {each.finding.grade: each.finding.key for each in screened(w.release)}
    for by, grade, words in (
        (w.second, "error", "answered by the data lead"),
        (w.approver, "error", "answered by the data lead"),
        (w.lead, "warning", "Those who prepare"),
        (w.checker, "warning", "Those who prepare"),
    ):
        with pytest.raises(Refused, match=words):
            releases.answer(w.release, both[grade], "So.", by=by, now=NOW)
    assert not w.release.answers.exists()


def test_a_data_lead_who_prepared_or_edited_the_release_answers_no_error_of_it(signing):
    w = signing
    lead = worlds.person("Fay New", "Data lead", "Data officer")
    answer(w.release, lead, "error")
    assert [e.is_answered for e in screened(w.release) if e.finding.is_error] == [True]
    w.release.title = "Another title"
    releases.edit(w.release, by=lead, now=NOW)  # from now on the answer is a preparer’s
    assert [e.is_answered for e in screened(w.release) if e.finding.is_error] == [False]
    with pytest.raises(Refused, match="another data lead answers"):
        answer(w.release, lead, "error", "Once more.")


@pytest.mark.parametrize(
    ("key", "words", "refusal"),
    [("known", "  ", "in words"), ("f" * 64, "So.", "gone or has changed")],
)
def test_an_answer_has_words_and_a_finding(signing, key, words, refusal):
    w = signing
    known = screened(w.release)[0].finding.key
    with pytest.raises(Refused, match=refusal):
        releases.answer(w.release, known if key == "known" else key, words, by=w.lead, now=NOW)


def test_the_same_answer_is_kept_once_and_another_beside_it(signing):
    w = signing
    answer(w.release, w.lead, "error")
    with pytest.raises(Refused, match="that very answer already"):
        answer(w.release, w.lead, "error")
    answer(w.release, w.lead, "error", "They confirmed it again.")
    assert w.release.answers.count() == 2


def test_a_finding_that_changes_asks_again(signing):
    w = signing
    answer(w.release, w.officer, "warning")

    def answered():
        told = screened(w.release)
        return {e.finding.kind: e.is_answered for e in told if not e.finding.is_error}

    assert answered() == {"large change": True, "no sum": True}
    move_a_figure(w)
    assert answered() == {"large change": False, "no sum": True}


# ---- the order of the steps


def test_nothing_is_screened_while_a_finding_is_unanswered(signing):
    w = signing
    with pytest.raises(Refused, match="3 findings are not answered"):
        releases.mark_screened(w.release, by=w.officer, now=NOW)
    answer(w.release, w.lead, "error")
    with pytest.raises(Refused, match="2 findings are not answered"):
        releases.mark_screened(w.release, by=w.officer, now=NOW)


def test_no_step_comes_before_the_one_that_it_needs(signing):
    w = signing
    with pytest.raises(Refused, match="not screened"):
        releases.send_to_review(w.release, by=w.officer, now=NOW)
    with pytest.raises(Refused, match="not in review"):
        approve(w)
    with pytest.raises(Refused, match="nothing to send back"):
        releases.send_back(w.release, by=w.approver, now=NOW, reason="So.")


def test_a_step_that_was_taken_is_not_taken_again(signing):
    w = signing
    worlds.to_review(w.release, NOW)
    with pytest.raises(Refused, match="screened already"):
        releases.mark_screened(w.release, by=w.officer, now=NOW)
    with pytest.raises(Refused, match="in review already"):
        releases.send_to_review(w.release, by=w.officer, now=NOW)
    approve(w)
    for step in (releases.mark_screened, releases.send_to_review, releases.edit):
        with pytest.raises(Refused, match="approved"):
            step(w.release, by=w.officer, now=NOW)
    with pytest.raises(Refused, match="approved already"):
        approve(w)


def test_a_figure_that_moves_after_the_screening_stops_every_later_step(signing):
    w = signing
    worlds.to_review(w.release, NOW)
    move_a_figure(w)
    with pytest.raises(Refused, match="changed since the screening"):
        approve(w)
    worlds.to_review(w.release, NOW)  # its findings are asked again, and it is screened again
    approve(w)
    assert w.release.figures.get(body="northshire", year=2018).low == 301


def test_a_figure_that_moves_between_screening_and_review_is_seen(signing):
    w = signing
    answer(w.release, w.lead, "error")
    answer(w.release, w.officer, "warning")
    releases.mark_screened(w.release, by=w.officer, now=NOW)
    move_a_figure(w)
    with pytest.raises(Refused, match="changed since the screening"):
        releases.send_to_review(w.release, by=w.officer, now=NOW)


def test_what_is_found_after_the_screening_stops_the_approval_though_no_figure_moved(signing):
    w = signing
    worlds.to_review(w.release, NOW)
    FoiQuery.objects.create(
        submission=w.return_,
        document=worlds.publication(),
        what="2018/19",
        question="Is it whole?",
        asked_by=w.officer,
        asked_at=NOW,
    )
    with pytest.raises(Refused, match="One finding is not answered"):
        approve(w)


def test_an_edit_makes_it_a_draft_again_and_another_word_of_its_note_too(signing):
    w = signing
    worlds.to_review(w.release, NOW)
    w.release.note = "Another note."
    releases.edit(w.release, by=w.second, now=NOW)
    release = Release.objects.with_state(NOW).get(pk=w.release.pk)
    assert release.state == ReleaseState.DRAFT
    assert (release.screened_by, release.screened_of, release.review_by) == (None, "", None)
    with pytest.raises(Refused, match="not in review"):
        approve(w)


def test_what_is_sent_back_is_a_draft_with_a_reason(signing):
    w = signing
    worlds.to_review(w.release, NOW)
    with pytest.raises(Refused, match="Say why"):
        releases.send_back(w.release, by=w.approver, now=NOW, reason=" ")
    releases.send_back(w.release, by=w.approver, now=NOW, reason="Ask the force again.")
    assert (w.release.screened_at, w.release.review_at) == (None, None)
    assert w.release.send_backs.get().reason == "Ask the force again."
    worlds.to_review(w.release, NOW)  # its answers stand; it is screened and sent once more
    approve(w)


def test_a_release_opens_before_an_events_embargo_only_if_that_is_said(signing):
    w = signing
    worlds.event(w.release)  # its embargo is the minute of OPENS
    worlds.to_review(w.release, NOW)
    with pytest.raises(releases.OpensEarly, match="The Conference uses this release"):
        approve(w, public_at=OPENS - dt.timedelta(seconds=1))
    assert w.release.approved_at is None
    approve(w, public_at=OPENS - dt.timedelta(seconds=1), early=True)
    assert w.release.public_at < OPENS


# ---- the people


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("prepared", "You prepared"),
        ("edited", "You edited"),
        ("screened", "You screened"),
        ("sent", "You sent"),
        ("answered", "You answered"),
    ],
)
def test_nobody_signs_what_they_worked_on_though_they_may_approve(signing, who, words):
    w = signing
    both = worlds.person("Flo Gray", "Data officer", "Data lead", "Approver")
    if who == "prepared":
        releases.edit(w.release, by=both, now=NOW)
    if who == "edited":
        releases.edit(w.release, by=both, now=NOW)
        releases.edit(w.release, by=w.officer, now=NOW)
    if who == "answered":
        answer(w.release, both, "error")
    worlds.to_review(w.release, NOW)
    step = {"screened": "screened_by", "sent": "review_by"}.get(who)
    if step:
        worlds.as_if(Release.objects.all(), **{step: both})
    with pytest.raises(Refused, match=words):
        approve(w, by=both)
    approve(w)


@pytest.mark.parametrize(
    ("step", "may"),
    [
        (lambda w, by: releases.mark_screened(w.release, by=by, now=NOW), "officer"),
        (lambda w, by: releases.send_to_review(w.release, by=by, now=NOW), "officer"),
        (lambda w, by: approve(w, by), "approver"),
        (lambda w, by: releases.send_back(w.release, by=by, now=NOW, reason="So."), "approver"),
        (lambda w, by: releases.withdraw(w.release, by=by, now=NOW, reason="So."), "approver"),
    ],
    ids=["screen", "review", "approve", "send back", "withdraw"],
)
def test_each_step_asks_for_itself_who_takes_it(signing, step, may):
    w = signing
    worlds.to_review(w.release, NOW)
    gone = worlds.person("Guy Past", "Data officer", "Approver", "Data lead")
    gone.is_active = False
    gone.save()
    wrong = [w.checker, w.lead, worlds.person("Fay New"), gone]
    wrong += [w.approver] if may == "officer" else [w.second]
    for person in wrong:
        with pytest.raises(Refused, match=r"approve|Those who prepare"):
            step(w, person)


# ---- the database itself

SCREENED = {"screened_at": NOW, "screened_of": "f"}
REVIEWED = SCREENED | {"review_at": NOW}
APPROVED = REVIEWED | {"approved_at": NOW, "public_at": OPENS}


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("people", "fields"),
    [
        ({}, {"screened_at": NOW, "screened_of": "f"}),
        ({"screened_by": "officer"}, {"screened_at": NOW}),
        ({}, {"screened_of": "f"}),
        ({"review_by": "officer"}, {"review_at": NOW}),
        ({"screened_by": "officer"}, REVIEWED),
        ({"approved_by": "approver"}, {"approved_at": NOW, "public_at": OPENS}),
        (
            {"screened_by": "officer", "approved_by": "approver"},
            SCREENED | {"approved_at": NOW, "public_at": OPENS},
        ),
        (dict.fromkeys(("screened_by", "review_by", "approved_by"), "officer"), APPROVED),
        ({"screened_by": "approver", "review_by": "second", "approved_by": "approver"}, APPROVED),
        ({"screened_by": "second", "review_by": "approver", "approved_by": "approver"}, APPROVED),
    ],
)
def test_the_database_refuses_what_no_step_would_do(signing, people, fields):
    w = signing
    given = fields | {name: getattr(w, who) for name, who in people.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        worlds.as_if(Release.objects.all(), **given)


@pytest.mark.both_databases
def test_the_database_takes_what_the_steps_do(signing):
    w = signing
    people = {"screened_by": w.second, "review_by": w.second, "approved_by": w.approver}
    worlds.as_if(Release.objects.all(), **APPROVED | people)
    assert Release.objects.get().approved_by == w.approver
