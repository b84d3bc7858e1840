"""The staff’s pages of what forces say: sent, answered, disputed, decided, explained, corrected."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from offences import counts, releases
from offences.models import Correction, Dispute, ForceCheck, IssuedText, MediaContact
from tests import worlds
from tests.clients import logged_in, text_of
from tests.worlds import LATER, NOW


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


def page_of(name, *args):
    return reverse(f"admin:offences_{name}", args=args)


def post(user, name, *args, **given):
    return logged_in(user).post(page_of(name, *args), given, follow=True)


def queue(user, title):
    queues = logged_in(user).get(reverse("admin:index")).context["queues"]
    return next(([row.name for row in q.mine] for q in queues if q.title == title), [])


def corrected(w):
    """Release 1 is out and Northshire’s text left; the count says 71 by now."""
    worlds.enter(w.submission, {w.cell(2018): "71"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=LATER)
    return releases.prepare(
        w.measure, title="Corrected", year=2018, last_round=w.round, by=w.officer, now=NOW
    )


# ---- sent and answered


def test_all_forces_are_sent_their_figures_at_once_and_each_has_its_letter(released):
    w = released
    args = ("release_forces", w.release.pk)
    assert "Record as sent to 1 force" in logged_in(w.officer).get(page_of(*args)).content.decode()
    page = text_of(post(w.officer, *args, due_on="2019-07-04"))
    assert "Recorded for 1 force." in page
    assert "For Northshire Police we would say: 2018/19 68 2017/18 48 Each year" in page
    assert "by 4 July 2019" in page
    check = ForceCheck.objects.get()
    assert (check.sent_by, check.due_on) == (w.officer, dt.date(2019, 7, 4))
    refused = text_of(post(w.officer, *args, due_on="2019-06-01"))
    assert "The day for answering is past." in refused


def test_an_answer_is_recorded_and_a_correction_says_what_to_do(released):
    w = released
    releases.send(w.release, by=w.officer, now=NOW, due_on=NOW.date())
    args = ("release_force", w.release.pk, "northshire")
    given = {"_answer": "", "answer": "corrected", "answered_on": "2019-06-20"}
    assert "Write down what the force said." in text_of(post(w.lead, *args, **given))
    page = text_of(post(w.lead, *args, **given, words="It is 71."))
    assert "Now correct the count in its return and have it checked" in page
    assert "corrected; the count is to correct" in page
    preview = logged_in(w.approver).get(page_of("release_approve", w.release.pk))
    assert "1 corrected; the count is to correct" in text_of(preview)


def test_a_force_that_disputes_needs_its_words_its_years_and_an_owner(released):
    w = released
    releases.send(w.release, by=w.officer, now=NOW, due_on=NOW.date())
    args = ("release_force", w.release.pk, "northshire")
    given = {"_answer": "", "answer": "disputed", "answered_on": "2019-06-20", "words": "No."}
    page = text_of(post(w.officer, *args, **given))
    for missing in ("Choose which figures it disputes.", "Choose who is looking into it."):
        assert missing in page
    more = {"years": ["2018/19"], "says": "Two are counted twice.", "owner": w.colleague.pk}
    post(w.officer, *args, **given, **more)
    dispute = Dispute.objects.get()
    assert (dispute.owner, dispute.disputed) == (w.colleague, {"2018/19": "68"})


def test_an_overdue_force_waits_for_the_data_officer(released):
    w = released
    releases.send(w.release, by=w.officer, now=NOW, due_on=NOW.date())
    title = "Forces that have not answered about their figures"
    assert queue(w.officer, title) == []
    with time_machine.travel(NOW + dt.timedelta(days=2), tick=False):
        assert queue(w.officer, title) == ["Northshire"]


# ---- disputed and decided


def test_a_dispute_waits_for_its_owner_and_for_those_who_decide(drafted):
    w = drafted
    args = ("release_force", w.release.pk, "northshire")
    given = {"years": ["2018/19"], "says": "Twice.", "said_on": "2019-06-20"}
    page = post(w.officer, *args, _dispute="", owner=w.colleague.pk, **given)
    assert "Readers see it now." in text_of(page)
    assert queue(w.colleague, "Disputes you are looking into") == ["Northshire, 2018/19"]
    assert queue(w.officer, "Disputes you are looking into") == []
    assert queue(w.approver, "Disputes to decide") == ["Northshire, 2018/19"]
    assert queue(w.colleague, "Disputes to decide") == []
    dispute = Dispute.objects.get()
    page = post(
        w.approver, "dispute_decide", dispute.pk, decision="stands", words="The log agrees."
    )
    assert "the figure stands: The log agrees." in text_of(page)
    assert queue(w.colleague, "Disputes you are looking into") == []
    again = post(w.lead, "dispute_decide", dispute.pk, decision="stands", words="Again.")
    assert "This dispute is decided already." in text_of(again)


def test_the_owner_reads_that_a_colleague_decides(drafted):
    w = drafted
    w.colleague.groups.add(worlds.role("Approver"))
    dispute = releases.open_dispute(
        w.release,
        w.force,
        years=["2018/19"],
        says="Twice.",
        said_on=NOW.date(),
        owner=w.colleague,
        by=w.officer,
        now=NOW,
    )
    given = {"decision": "stands", "words": "So it is."}
    page = text_of(post(w.colleague, "dispute_decide", dispute.pk, **given))
    assert "so a colleague decides it" in page
    assert queue(w.colleague, "Disputes to decide") == []
    assert Dispute.objects.get().decided_at is None


# ---- explained


def test_a_revised_figure_without_a_reason_is_on_the_preview_and_gets_one(drafted):
    w = drafted
    release = corrected(w)
    preview = text_of(logged_in(w.approver).get(page_of("release_approve", release.pk)))
    assert "Without a reason: Northshire, 2018/19: 68 → 71" in preview
    page = logged_in(w.officer).get(page_of("release_reasons", release.pk))
    assert "1 revised figure lacks a reason." in text_of(page)
    ((_, key),) = [pair for pair in page.context["revised"] if pair[1]]
    refused = post(w.officer, "release_reasons", release.pk, key=key, words=" ")
    assert "Say why the figure was revised" in text_of(refused)
    long = post(w.officer, "release_reasons", release.pk, key=key, words="x" * 251)
    assert "at most 250 characters" in text_of(long)
    moved = post(w.officer, "release_reasons", release.pk, key=key + "0", words="A slip")
    assert "That figure has changed since." in text_of(moved)
    given = post(w.officer, "release_reasons", release.pk, key=key, words="A slip")
    assert "Why: A slip." in text_of(given)
    preview = text_of(logged_in(w.approver).get(page_of("release_approve", release.pk)))
    assert "Without a reason" not in preview and "A slip." in preview


# ---- corrected


def test_a_press_officer_corrects_what_was_sent(drafted):
    w = drafted
    issued = worlds.issue(w.text, by=w.approver, now=NOW)
    release = corrected(w)
    worlds.explain(release, by=w.officer, words="Two crimes were counted twice")
    worlds.approve(release, by=w.approver, now=NOW, public_at=LATER)
    gazette = MediaContact.objects.create(outlet="Gazette", email="news@example.org")
    gazette.forces.add(w.force)
    assert queue(w.press, "Correct what was sent") == []
    with time_machine.travel(LATER, tick=False):
        assert queue(w.press, "Correct what was sent") == ["Northshire"]
        args = ("issuedtext_correct", issued.pk)
        page = logged_in(w.press).get(page_of(*args))
        words = text_of(page)
        assert "68 is now 71. Why: Two crimes were counted twice." in words
        assert "news@example.org" in words
        stale = post(w.press, *args, how="E-mail", release=w.release.pk)
        assert "Nothing was recorded" in text_of(stale)
        post(w.press, *args, how="E-mail to the Gazette", release=release.pk)
        assert queue(w.press, "Correct what was sent") == []
        done = text_of(logged_in(w.press).get(page_of("issuedtext_corrections")))
        assert "E-mail to the Gazette" in done
    assert Correction.objects.get().done_by == w.press
    assert IssuedText.objects.get(pk=issued.pk).text == issued.text  # it stays as it left
