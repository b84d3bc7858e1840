"""What one person did is approved, checked or issued by another, and never written over."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import counts, press, releases
from offences.models import FoiSubmission, IssuedText, PressRelease, Release
from offences.refused import Refused
from offences.statistics.years import Year
from tests import worlds
from tests.clients import logged_in
from tests.samples import is_drill
from tests.staff.test_pages import approval, in_days, said
from tests.worlds import LATER, NOW, at_once


@pytest.fixture
def prepared(world) -> SimpleNamespace:
    """Northshire's 48 and 68, checked, and a release in preparation."""
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48", w.cell(2018): "68"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    w.release = releases.prepare(
        w.measure, title="New figures", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    w.both = worlds.person("Flo Gray", "Press officer", "Approver")
    return w


@pytest.fixture
def drafted(prepared) -> SimpleNamespace:
    w = prepared
    worlds.approve(w.release, by=w.approver, now=NOW, public_at=NOW)
    w.event = worlds.event(w.release)
    press.draft_event(w.event, by=w.officer, now=NOW)
    w.text = PressRelease.objects.get(body="northshire")
    w.page = reverse("admin:offences_pressrelease_change", args=[w.text.pk])
    return w


def opened(text, /, **typed):
    """The form of a text as it is opened now, with something typed over it."""
    text = PressRelease.objects.get(pk=text.pk)
    form = {"seen": press.text_fingerprint(text), "headline": text.headline, "text": text.text}
    return form | typed


# Releases


def change_release(client, release, **typed):
    form = {
        "title": release.title,
        "year": f"{Year(release.year)}",
        "last_round": release.last_round_id,
    }
    return client.post(
        reverse("admin:offences_release_change", args=[release.pk]), form | {"note": ""} | typed
    )


def test_an_approver_changes_nothing_of_what_is_to_be_approved(prepared):
    assert change_release(logged_in(prepared.approver), prepared.release).status_code == 403


def test_somebody_who_edits_a_release_cannot_approve_it(prepared):
    w = prepared
    client = logged_in(w.both)
    assert change_release(client, w.release).status_code == 302
    w.release.refresh_from_db()
    assert w.release.prepared_by == w.officer  # nothing was changed
    assert change_release(client, w.release, title="My own title").status_code == 302
    w.release.refresh_from_db()
    assert (w.release.prepared_by, w.release.title) == (w.both, "My own title")
    approval(client, w.release)
    w.release.refresh_from_db()
    assert w.release.approved_at is None


def test_a_release_that_is_approved_meanwhile_stays_approved(prepared):
    w = prepared
    worlds.approve(w.release, by=w.approver, now=NOW, public_at=LATER)
    assert change_release(logged_in(w.officer), w.release, title="Late").status_code == 403


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_an_edit_and_an_approval_at_once_leave_no_approval_lost_or_unread(prepared):
    w = prepared

    def edit():
        return change_release(logged_in(w.officer), w.release, title="Edited").status_code

    worlds.to_review(w.release, NOW)

    def approve():
        releases.approve(w.release, by=w.approver, now=NOW, public_at=LATER)

    edited, refused = at_once(edit, approve)
    release = Release.objects.get()
    if edited == 302:  # then nobody has read what it says now
        assert "not in review" in str(refused)
        assert (release.title, release.approved_at) == ("Edited", None)
    else:
        assert (edited, refused) == (403, None)
        assert (release.title, release.approved_by) == ("New figures", w.approver)


def test_nobody_who_ever_edited_a_release_approves_it(prepared):
    w = prepared
    change_release(logged_in(w.both), w.release, title="One")
    change_release(logged_in(w.press), w.release, title="Two")
    w.release.refresh_from_db()
    assert w.release.prepared_by == w.press
    assert set(w.release.editors.all()) == {w.officer, w.both, w.press}
    client = logged_in(w.both)
    page = said(client.get(reverse("admin:offences_release_approve", args=[w.release.pk])))
    assert (
        "You edited this release, so a colleague has to approve it." in page and "disabled" in page
    )
    assert "Ann Lee" in page and "Flo Gray" in page and "Di Fox" in page
    approval(client, w.release)
    w.release.refresh_from_db()
    assert w.release.approved_at is None
    worlds.to_review(w.release, NOW)
    assert approval(logged_in(w.approver), w.release).status_code == 302


def test_a_time_that_is_past_or_far_is_refused_and_at_once_has_its_own_tick(prepared):
    w = prepared
    worlds.to_review(w.release, NOW)
    client = logged_in(w.approver)
    far = "That is more than two years away. Is the year right?"
    empty = "Give a date and time, or tick Open at once."
    wrong = (
        ("0001-01-01", "00:00", {}, "That time is past. Choose a time from now on."),
        ("9999-12-31", "23:59", {}, far),
        ("", "", {}, empty),
        (in_days(30), "00:01", {"at_once": "on"}, "not both"),
    )
    also_wrong = (
        ("2019-06-25", "00:01", {}, "That time is past. Choose a time from now on."),
        ("0001-01-01", "00:02", {}, "That time is past. Choose a time from now on."),
        (in_days(740), "00:01", {}, far),
        (in_days(30), "", {}, "valid time"),
        ("", "", {"at_once": ""}, empty),
    )
    for day, clock, more, words in (*wrong, *(also_wrong if is_drill() else ())):
        assert words in said(approval(client, w.release, day, clock, **more))
        w.release.refresh_from_db()
        assert w.release.approved_at is None
    assert approval(client, w.release, "", "", at_once="on").status_code == 302
    w.release.refresh_from_db()
    assert w.release.approved_at == w.release.public_at
    assert list(Release.objects.public(w.release.public_at)) == [w.release]


def preview(w, release):
    return logged_in(w.approver).get(reverse("admin:offences_release_approve", args=[release.pk]))


def test_an_approver_reads_which_returns_are_entered_and_not_checked(prepared):
    w = prepared
    later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    other = worlds.measure("grooming", name="Grooming")
    w.round.measures.add(other)
    for area, round_, measure in (
        ("Southshire", w.round, w.measure),
        ("Eastshire", w.round, w.measure),
        ("Westshire", later, w.measure),
        ("Midshire", w.round, other),
    ):
        made = worlds.submission(worlds.force(area), round_)
        worlds.enter(made, {worlds.cell(measure, 2018): "5"}, w.officer)
    page = preview(w, w.release)
    assert page.context["unchecked"] == [("Round 2019", ["Eastshire", "Southshire"])]
    assert "entered but not checked: Eastshire, Southshire" in said(page)


def test_an_approver_reads_which_answers_changed(prepared):
    w = prepared
    silent = worlds.submission(worlds.force("Southshire"), w.round, outcome="no_response")
    first = preview(w, w.release)
    assert first.context["answered"] == [("Round 2019", 1, 2, "1 no answer")]
    assert first.context["outcomes"] == []
    worlds.approve(w.release, by=w.approver, now=NOW, public_at=LATER)
    FoiSubmission.objects.filter(pk=silent.pk).update(outcome="refused", reason="Section 12.")
    second = releases.prepare(
        w.measure, title="Second", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    (change,) = preview(w, second).context["outcomes"]
    assert (change.force, change.before) == ("Southshire", "no answer")
    assert change.after == "refused, “Section 12.”"


# Returns


def change_return(client, submission, **typed):
    address = reverse("admin:offences_foisubmission_change", args=[submission.pk])
    form = client.get(address).context["adminform"].form
    fields = {name: form[name].value() for name in form.fields}
    events = {f"events-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    fields = {name: "" if value is None else value for name, value in fields.items()}
    return client.post(address, fields | events | typed, follow=True)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outcome", "part_answered"),
        ("outcome_on", "2019-05-01"),
        ("reason", "Section 12."),
        ("reference", "FOI 1/19"),
        ("outcome_source", None),
        ("documents", []),
    ],
)
def test_what_is_published_of_an_answer_is_checked_again_when_it_is_changed(prepared, field, value):
    w = prepared
    client = logged_in(w.colleague)
    page = reverse("admin:offences_foisubmission_change", args=[w.submission.pk])
    assert "removes the mark" in said(client.get(page))
    given = w.document.pk if value is None else value
    response = change_return(client, w.submission, **{field: given})
    assert "is no longer marked as checked" in said(response)
    w.submission.refresh_from_db()
    assert w.submission.checked_at is None
    assert w.submission.edition == 2
    with pytest.raises(Refused, match="another person"):
        counts.mark_checked(w.submission, by=w.colleague, now=LATER)
    counts.mark_checked(w.submission, by=w.checker, now=LATER)


def test_a_note_for_staff_leaves_the_mark(prepared):
    w = prepared
    change_return(logged_in(w.colleague), w.submission, note="Rang them twice.")
    w.submission.refresh_from_db()
    assert (w.submission.checked_by, w.submission.note) == (w.checker, "Rang them twice.")
    assert w.submission.entered_by == w.officer


def test_an_answer_without_counts_has_no_mark_to_lose(prepared):
    w = prepared
    silent = worlds.submission(worlds.force("Southshire"), w.round, outcome="no_response")
    response = change_return(logged_in(w.officer), silent, outcome="refused")
    assert "no longer marked" not in said(response)
    silent.refresh_from_db()
    assert (silent.outcome, silent.entered_at) == ("refused", None)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_check_does_not_cover_an_outcome_changed_at_the_same_time(prepared):
    w = prepared
    counts.uncheck(w.submission)
    client, stale = logged_in(w.colleague), FoiSubmission.objects.get()

    def edit():
        return change_return(client, w.submission, reason="Section 12.").status_code

    def check():
        counts.mark_checked(stale, by=w.checker, now=LATER, edition=1)

    edited, checked = at_once(edit, check)
    assert edited == 200
    assert checked is None or "changed since" in str(checked)
    made = FoiSubmission.objects.get()
    assert (made.reason, made.checked_at) == ("Section 12.", None)


# Texts


def test_nobody_who_ever_edited_a_text_issues_it(drafted):
    w = drafted
    logged_in(w.both).post(w.page, opened(w.text, headline="Northshire: one"))
    logged_in(w.press).post(w.page, opened(w.text, headline="Northshire: two"))
    w.text.refresh_from_db()
    assert (w.text.edited_by, set(w.text.editors.all())) == (w.press, {w.both, w.press})
    address = reverse("admin:offences_pressrelease_sign", args=[w.text.pk])
    client = logged_in(w.both)
    page = client.get(address)
    assert "a colleague has to issue it" in said(page) and "disabled" in said(page)
    client.post(address, {"read": page.context["read"]})
    assert not IssuedText.objects.exists()
    worlds.issue(w.text, by=w.approver, now=NOW)


def test_the_second_of_two_editors_sees_the_newer_text_and_keeps_their_own(drafted):
    w = drafted
    first, second = opened(w.text, headline="Northshire: one"), opened(w.text, text="Mine.\n")
    logged_in(w.both).post(w.page, first)
    client = logged_in(w.press)
    response = client.post(w.page, second)
    page = said(response)
    assert "changed after you opened it" in page
    assert "by Flo Gray" in page and "Northshire: one" in page
    form = response.context["adminform"].form
    assert form["text"].value() == "Mine.\n"
    w.text.refresh_from_db()
    assert (w.text.edited_by, w.text.headline) == (w.both, "Northshire: one")
    again = {name: form[name].value() for name in ("seen", "headline", "text")}
    assert client.post(w.page, again).status_code == 302
    w.text.refresh_from_db()
    assert (w.text.edited_by, w.text.text) == (w.press, "Mine.\n")


def test_a_text_drafted_again_under_an_open_form_is_a_change_too(drafted):
    w = drafted
    form = opened(w.text, headline="Northshire: one")
    worlds.enter(w.submission, {w.cell(2018): "86"}, w.officer, LATER)
    counts.mark_checked(w.submission, by=w.checker, now=LATER)
    w.event.release = correction(w)
    w.event.save()
    press.draft_event(w.event, by=w.officer, now=LATER)
    assert "recorded 86" in said(logged_in(w.press).post(w.page, form))
    w.text.refresh_from_db()
    assert w.text.edited_at is None


def test_words_typed_into_a_text_issued_meanwhile_are_shown_and_not_saved(drafted):
    w = drafted
    form = opened(w.text, headline="Northshire: late", text="Typed in vain.")
    worlds.issue(w.text, by=w.approver, now=NOW)
    page = said(logged_in(w.press).post(w.page, form))
    assert "Nothing was saved" in page and "by Ed Hay" in page
    assert "Northshire: late" in page and "Typed in vain." in page
    assert logged_in(w.approver).post(w.page, form).status_code == 403
    w.text.refresh_from_db()
    assert (w.text.issued_by, w.text.edited_by) == (w.approver, None)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_one_of_two_saves_at_once_is_shown_the_other(drafted):
    w = drafted
    people = (w.press, w.both)
    forms = [opened(w.text, headline=f"By {person}") for person in people]
    clients = [logged_in(person) for person in people]

    def save(client, form):
        return lambda: client.post(w.page, form).status_code

    assert sorted(at_once(*map(save, clients, forms))) == [200, 302]
    w.text.refresh_from_db()
    assert list(w.text.editors.all()) == [w.text.edited_by]
    assert w.text.headline == f"By {w.text.edited_by}"


@pytest.mark.both_databases
def test_an_edit_locks_the_row_of_its_text_and_no_other(drafted):
    """The event is held first by whoever issues: an edit that held it too could wait for ever."""
    w = drafted
    with CaptureQueriesContext(connection) as asked:
        logged_in(w.press).post(w.page, opened(w.text, headline="Northshire: edited"))
    holding = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"]]
    assert holding or connection.vendor == "sqlite"
    assert [sql for sql in holding if "JOIN" in sql] == []


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_an_edit_and_an_issue_at_once_publish_only_what_was_read(drafted):
    w = drafted
    client, form = logged_in(w.press), opened(w.text, headline="Northshire: edited")
    seen = press.issue_fingerprint(w.text)

    def issue():
        worlds.issue(w.text, by=w.approver, now=NOW, seen=seen)

    status, refused = at_once(lambda: client.post(w.page, form).status_code, issue)
    text = PressRelease.objects.get(pk=w.text.pk)
    if refused is None:
        assert status == 200  # too late: shown, not stored
        assert (text.issued_by, text.edited_by) == (w.approver, None)
        assert IssuedText.objects.get().headline == text.headline != "Northshire: edited"
    else:
        assert "changed since" in str(refused) and status == 302
        assert not IssuedText.objects.exists() and text.edited_by == w.press


# Discarding edits


def correction(w):
    release = releases.prepare(
        w.measure, title="Corrected", year=2018, last_round=w.round, by=w.officer, now=LATER
    )
    worlds.approve(release, by=w.approver, now=LATER, public_at=LATER)
    return release


@pytest.fixture
def stranded(drafted):
    """An edited text whose event speaks from a corrected release by now."""
    w = drafted
    logged_in(w.press).post(w.page, opened(w.text, headline="Northshire: mine", text="Line.\n"))
    worlds.enter(w.submission, {w.cell(2018): "86"}, w.officer, LATER)
    counts.mark_checked(w.submission, by=w.checker, now=LATER)
    w.event.release = correction(w)
    w.event.save()
    w.text.refresh_from_db()
    w.discard = reverse("admin:offences_pressrelease_discard", args=[w.text.pk])
    return w


def test_edits_are_discarded_on_purpose_and_the_text_drafted_from_the_present_release(stranded):
    w = stranded
    with pytest.raises(Refused, match="differs from what is approved"):
        worlds.issue(w.text, by=w.approver, now=LATER)
    client = logged_in(w.press)
    assert "Discard the edits and draft again" in said(client.get(w.page))
    page = client.get(w.discard)
    assert "<mark>Northshire: mine</mark>" in said(page) and "<mark>Line.</mark>" in said(page)
    assert "recorded 86" in said(page)
    w.text.refresh_from_db()
    assert w.text.text == "Line.\n"  # looking loses nothing

    assert "Nothing was discarded" in said(client.post(w.discard, {"read": "long ago"}))
    assert client.post(w.discard, {"read": page.context["read"]}).url == w.page
    w.text.refresh_from_db()
    assert "recorded 86" in w.text.text
    assert (w.text.release, w.text.prepared_by) == (w.event.release, w.press)
    assert (w.text.edited_by, w.text.edited_at, w.text.editors.count()) == (None, None, 0)
    assert "Discard the edits" not in said(client.get(w.page))
    worlds.issue(w.text, by=w.approver, now=LATER)


def test_only_press_officers_discard_and_never_an_issued_text(drafted):
    w = drafted
    address = reverse("admin:offences_pressrelease_discard", args=[w.text.pk])
    for other in (w.approver, w.officer):
        assert logged_in(other).post(address, {}).status_code == 403
    read = press.text_fingerprint(w.text)
    worlds.issue(w.text, by=w.approver, now=NOW)
    page = said(logged_in(w.press).post(address, {"read": read}))
    assert "is issued, so it stays as it is" in page and "disabled" in page
    w.text.refresh_from_db()
    assert w.text.issued_by == w.approver


def test_an_event_without_a_usable_release_says_why_nothing_can_be_drafted(stranded):
    w = stranded
    releases.withdraw(w.event.release, by=w.approver, now=LATER, reason="A slip.")
    page = said(logged_in(w.press).get(w.discard))
    assert "was withdrawn" in page and "disabled" in page
