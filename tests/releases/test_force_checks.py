"""What forces say of their own figures: sent, answered, disputed, decided, told to readers."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from offences import releases
from offences.models import Dispute, ForceCheck, ReleasedRemark
from offences.refused import Refused
from tests import rows, worlds
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW, at_once

TODAY = NOW.date()
DUE = TODAY + dt.timedelta(days=7)
LATE = NOW + dt.timedelta(days=8)


@pytest.fixture
def lead(db):
    return worlds.person("Gil Roe", "Data lead")


@pytest.fixture
def sent(world):
    """Northshire's 48 and 68 in a release in preparation, and sent to it."""

    def make():
        world.made = world.answer(world.north, {2017: "48", 2018: "68"})
        world.release = world.prepare()
        (world.check,) = releases.send(world.release, by=world.officer, now=NOW, due_on=DUE)
        return world

    return rows.kept("releases, sent", make)


def answer(w, what, check=None, on=TODAY, now=NOW, words="", **more):
    return releases.record_answer(
        check or w.check, what, on=on, words=words, by=w.officer, now=now, **more
    )


def correct(w, year, text):
    worlds.enter(w.made, {worlds.cell(w.measure, year): text}, by=w.officer)
    worlds.check(w.made, by=w.checker, now=LATER)


def approve(w, release=None, public_at=OPENS):
    release = release or w.release
    worlds.approve(release, by=w.approver, now=NOW, public_at=public_at)


def told(release):
    return list(release.remarks.values_list("force", "kind"))


def dispute(w, release=None, now=NOW, **more):
    given = {
        "years": ["2018/19"],
        "says": "Two crimes were counted twice.",
        "said_on": TODAY,
        "owner": w.officer,
        "by": w.officer,
    }
    return releases.open_dispute(release or w.release, w.north, now=now, **given | more)


# ---- sent


def test_each_force_is_told_its_own_figures_and_no_others(sent):
    assert sent.check.figures == {"2018/19": "68", "2017/18": "48"}
    assert sent.check.force == sent.north


def test_who_has_its_figures_as_they_are_is_sent_them_once(sent):
    with pytest.raises(Refused, match="Nothing was sent"):
        releases.send(sent.release, by=sent.officer, now=NOW, due_on=DUE)
    correct(sent, 2018, "71")
    (again,) = releases.send(sent.release, by=sent.officer, now=NOW, due_on=DUE)
    assert (again.number, again.figures["2018/19"]) == (2, "71")


def test_a_force_of_which_nothing_is_known_is_asked_nothing(world):
    worlds.submission(world.south, world.round, outcome="unknown")
    world.answer(world.north, {2018: "68"})
    release = world.prepare()
    assert [state.force.area for state in releases.states_of(release)] == ["Northshire"]


@pytest.mark.both_databases
def test_two_people_who_send_at_once_send_once(transactional_db, request):
    w = request.getfixturevalue("world")
    w.answer(w.north, {2018: "68"})
    release = w.prepare()

    def send():
        return releases.send(release, by=w.officer, now=NOW, due_on=DUE)

    came = at_once(send, send)
    assert sorted(type(each).__name__ for each in came) == ["Refused", "list"]
    assert ForceCheck.objects.count() == 1


# ---- answered


def test_a_confirmation_before_approval_is_told_with_the_release(sent):
    answer(sent, "confirmed")
    assert not ReleasedRemark.objects.exists()
    approve(sent)
    assert told(sent.release) == [("northshire", "confirmed")]
    before = OPENS - dt.timedelta(seconds=1)
    assert not ReleasedRemark.objects.public(before).exists()
    assert ReleasedRemark.objects.public(OPENS).exists()


def test_a_confirmation_of_figures_that_changed_since_is_never_told(sent):
    answer(sent, "confirmed")
    correct(sent, 2018, "71")
    approve(sent)
    assert told(sent.release) == []


def test_a_confirmation_after_approval_is_told_when_it_comes_and_once(sent):
    approve(sent)
    answer(sent, "confirmed")
    assert told(sent.release) == [("northshire", "confirmed")]
    (again,) = releases.send(sent.release, ["northshire"], by=sent.officer, now=NOW, due_on=DUE)
    answer(sent, "confirmed", check=again)
    assert told(sent.release) == [("northshire", "confirmed")]


def test_a_confirmation_goes_on_for_a_newer_release_with_the_same_figures_only(sent):
    answer(sent, "confirmed")
    approve(sent)
    same = world_release(sent)
    assert told(same) == [("northshire", "confirmed")]
    correct(sent, 2017, "50")
    assert told(world_release(sent)) == []


def world_release(w):
    release = w.prepare()
    approve(w, release)
    return release


def test_a_correction_holds_the_release_up_until_the_count_is_corrected(sent):
    answer(sent, "corrected", words="2018/19 is 71.")
    with pytest.raises(Refused, match="Northshire Police corrected its figures"):
        approve(sent)
    correct(sent, 2018, "71")
    approve(sent)
    assert told(sent.release) == [("northshire", "corrected")]


def test_a_correction_after_approval_is_shown_from_once(sent):
    approve(sent)
    answer(sent, "corrected", words="2018/19 is 71.")
    (remark,) = sent.release.remarks.all()
    assert (remark.kind, remark.shown_from) == ("corrected", NOW)
    assert "71" not in remark.words  # nothing that the force wrote is published


@pytest.mark.parametrize(
    ("what", "on", "now", "words", "why"),
    [
        ("silent", TODAY, NOW, "", "only after its last day"),
        ("confirmed", TODAY + dt.timedelta(days=1), NOW, "", "in the future"),
        ("confirmed", TODAY - dt.timedelta(days=1), NOW, "", "before the figures were sent"),
        ("corrected", TODAY, NOW, " ", "Write down what the force said"),
        ("disputed", TODAY, NOW, "No.", "Say which figures"),
        ("perhaps", TODAY, NOW, "", "Choose one of the answers"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_with_the_reason(sent, what, on, now, words, why):
    with pytest.raises(Refused, match=why):
        answer(sent, what, on=on, now=now, words=words)


def test_silence_is_noted_once_the_day_is_over_and_tells_readers_nothing(sent):
    answer(sent, "silent", on=LATE.date(), now=LATE)
    approve(sent)
    assert told(sent.release) == []


@pytest.mark.both_databases
def test_the_database_itself_refuses_a_silence_before_its_day(sent):
    with pytest.raises(IntegrityError), transaction.atomic():
        ForceCheck.objects.update(
            answer="silent", answered_on=DUE, recorded_by=sent.officer, recorded_at=NOW
        )


def test_an_answer_is_recorded_once_and_to_the_newest_letter(sent):
    correct(sent, 2018, "71")
    (again,) = releases.send(sent.release, by=sent.officer, now=NOW, due_on=DUE)
    with pytest.raises(Refused, match="sent again since"):
        answer(sent, "confirmed")
    answer(sent, "confirmed", check=again)
    with pytest.raises(Refused, match="recorded already"):
        answer(sent, "confirmed", check=again)


# ---- disputed


def test_a_dispute_of_a_public_figure_is_shown_from_once(sent):
    approve(sent)
    dispute(sent, now=LATER)
    (remark,) = sent.release.remarks.all()
    assert (remark.kind, remark.years, remark.shown_from) == ("disputed", "2018/19", LATER)


def test_a_dispute_before_approval_is_told_if_the_figure_stays(sent):
    disputed = releases.DisputedFigures(["2018/19"], "Two crimes were counted twice.", sent.officer)
    answer(sent, "disputed", words="See the log.", disputed=disputed)
    approve(sent)
    assert told(sent.release) == [("northshire", "disputed")]


def test_a_dispute_of_a_figure_that_moved_is_not_told_of_the_new_one(sent):
    dispute(sent)
    correct(sent, 2018, "71")
    approve(sent)
    assert told(sent.release) == []
    assert Dispute.objects.filter(decided_at=None).count() == 1  # somebody still decides it


def test_an_open_dispute_goes_on_in_a_newer_release_that_says_the_same(sent, lead):
    approve(sent)
    made = dispute(sent)
    same = world_release(sent)
    assert told(same) == [("northshire", "disputed")]
    releases.decide_dispute(made, "stands", words="The log agrees.", by=lead, now=LATER)
    for release in (sent.release, same):
        assert [kind for _, kind in told(release)] == ["disputed", "decided"]


def test_of_one_figure_there_is_one_open_dispute(sent):
    dispute(sent)
    with pytest.raises(Refused, match="recorded already"):
        dispute(sent)
    dispute(sent, years=["2017/18"])


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"years": ["2012/13"]}, "which of the force’s years"),
        ({"years": []}, "which of the force’s years"),
        ({"says": "  "}, "as readers will see it"),
        ({"said_on": TODAY + dt.timedelta(days=2)}, "in the future"),
    ],
)
def test_a_dispute_that_says_nothing_is_refused(sent, more, why):
    with pytest.raises(Refused, match=why):
        dispute(sent, **more)


# ---- decided


@pytest.mark.both_databases
def test_whoever_looks_into_a_dispute_does_not_decide_it(sent):
    made = dispute(sent, owner=sent.approver)
    with pytest.raises(Refused, match="a colleague decides"):
        releases.decide_dispute(made, "stands", words="So it is.", by=sent.approver, now=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dispute.objects.update(
            decision="stands", decided_words="Yes", decided_by=sent.approver, decided_at=LATER
        )


def test_that_a_release_corrects_it_is_told_when_that_release_opens_and_not_before(sent, lead):
    approve(sent)
    made = dispute(sent)
    correct(sent, 2018, "71")
    newer, opens = sent.prepare(), OPENS + dt.timedelta(days=30)
    with pytest.raises(Refused, match="is not approved"):
        releases.decide_dispute(
            made, "corrected", corrected_in=newer, words="Yes.", by=lead, now=LATER
        )
    approve(sent, newer, public_at=opens)
    releases.decide_dispute(
        made, "corrected", corrected_in=newer, words="It was right.", by=lead, now=LATER
    )
    remark = sent.release.remarks.get(kind="decided")
    assert (remark.corrected_in, remark.shown_from) == (newer.number, opens)


def test_a_release_that_says_the_same_corrects_nothing(sent, lead):
    approve(sent)
    made = dispute(sent)
    same = world_release(sent)
    with pytest.raises(Refused, match="has the same figure"):
        releases.decide_dispute(
            made, "corrected", corrected_in=same, words="Yes.", by=lead, now=LATER
        )
    with pytest.raises(Refused, match="not withdrawn"):
        releases.decide_dispute(made, "withdrawn", words="Gone.", by=lead, now=LATER)
    with pytest.raises(Refused, match="Say why"):
        releases.decide_dispute(made, "stands", words=" ", by=lead, now=LATER)


@pytest.mark.both_databases
def test_of_two_who_decide_at_once_one_decides(transactional_db, request):
    w = request.getfixturevalue("sent")
    approve(w)
    made, lead = dispute(w), worlds.person("Gil Roe", "Data lead")

    def decide(by, words):
        return lambda: releases.decide_dispute(made, "stands", words=words, by=by, now=LATER)

    came = at_once(decide(w.approver, "One."), decide(lead, "Two."))
    assert sorted(type(each).__name__ for each in came) == ["Dispute", "Refused"]
    assert w.release.remarks.filter(kind="decided").count() == 1


@pytest.mark.both_databases
def test_a_remark_never_changes_or_goes(sent):
    approve(sent)
    dispute(sent)
    remark = sent.release.remarks.get()
    with pytest.raises(TypeError, match="never changes"):
        remark.save()
    with pytest.raises(TypeError, match="never removed"):
        remark.delete()
