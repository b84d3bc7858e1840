"""Pages of sign-off: what they show, and that no form, address or action walks around a rule."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from offences import releases
from offences.models import Release, ScreeningAnswer
from tests import worlds
from tests.clients import logged_in
from tests.samples import sampled
from tests.staff.test_pages import approval, in_days, said
from tests.worlds import NOW


def page(name, release):
    return reverse(f"admin:offences_release_{name}", args=[release.pk])


@pytest.fixture
def w(released):
    released.both = worlds.person("Flo Gray", "Press officer", "Data lead", "Approver")
    return released


def text_of(answer):
    main = answer.content.decode().split("<main", 1)[-1]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def send(who, release, step, **form):
    return logged_in(who).post(page("screening", release), {"step": step} | form)


def state(release):
    return Release.objects.with_state(NOW).get(pk=release.pk).state


def findings_of(release):
    return releases.screening(release, releases.snapshot(release))


def test_a_release_is_answered_screened_and_sent_to_review_by_plain_forms(w):
    found = findings_of(w.release)
    assert [each.finding.is_error for each in found] == sorted(
        (each.finding.is_error for each in found), reverse=True
    )
    assert f"0 of {len(found)} answered" in text_of(
        logged_in(w.officer).get(page("screening", w.release))
    )
    for each in found:
        by = w.lead if each.finding.is_error else w.officer
        answer = send(by, w.release, "answer", key=each.finding.key, answer="It is so.")
        assert answer.status_code == 302
    client = logged_in(w.officer)
    client.post(page("screening", w.release), {"step": "screened"})
    assert state(w.release) == "screened"
    assert 'value="Send to review"' in said(client.get(page("screening", w.release)))
    client.post(page("screening", w.release), {"step": "review"})
    assert state(w.release) == "in_review"
    shown = text_of(logged_in(w.approver).get(page("approve", w.release)))
    assert ("It is so." in shown and "Lou Field" in shown) or w.lead.get_full_name() in shown
    assert f"by {w.officer.get_full_name()}" in shown


def test_an_answer_that_is_refused_stays_in_its_box(w):
    error = next(each.finding for each in findings_of(w.release) if each.finding.is_error)
    answer = send(w.officer, w.release, "answer", key=error.key, answer="My long answer.")
    assert "answered by the data lead" in text_of(answer)
    assert "My long answer." not in ScreeningAnswer.objects.values_list("answer", flat=True)
    answer = send(w.lead, w.release, "answer", key=error.key, answer="x" * 501)
    assert "Not saved." in text_of(answer) and "x" * 501 in said(answer)


def test_a_release_sent_back_shows_the_reason_to_its_preparers(w):
    worlds.to_review(w.release, NOW)
    client = logged_in(w.approver)
    assert 'id="id_reason"' in said(client.post(page("send_back", w.release), {"reason": " "}))
    assert state(w.release) == "in_review"
    client.post(page("send_back", w.release), {"reason": "Ask Northshire again."})
    assert state(w.release) == "draft"
    for name in ("change", "screening"):
        shown = text_of(logged_in(w.officer).get(page(name, w.release)))
        assert "Sent back" in shown and "Ask Northshire again." in shown


def test_a_changed_figure_is_reported_on_every_page_of_the_release(w):
    worlds.to_review(w.release, NOW)
    w.release.recorded_figures.clear()
    for name in ("screening", "approve", "change"):
        shown = text_of(logged_in(w.approver).get(page(name, w.release)))
        assert "The figures have changed since the screening." in shown


def test_only_what_was_shown_is_marked_as_screened(w):
    worlds.to_review(w.release, NOW)
    worlds.as_if(Release.objects.filter(pk=w.release.pk), note="Other.")
    answer = send(w.officer, w.release, "screened", seen="f" * 64)
    assert "changed since you opened this page" in text_of(answer)
    shown = said(logged_in(w.officer).get(page("screening", w.release)))
    seen = re.search('name="seen" value="([0-9a-f]{64})"', shown)[1]
    assert send(w.officer, w.release, "screened", seen=seen).status_code == 302
    assert state(w.release) == "screened"


def test_editing_a_release_in_review_makes_it_a_draft(w):
    worlds.to_review(w.release, NOW)
    form = {"title": "Other", "year": "2018/19", "last_round": w.round.pk, "note": ""}
    assert logged_in(w.officer).post(page("change", w.release), form).status_code == 302
    assert state(w.release) == "draft"


# ---- walked around

FORGED = {
    "approved_by": "{approver}",
    "approved_at_0": "2019-06-20",
    "approved_at_1": "10:00",
    "approved_at": "2019-06-20 10:00",
    "public_at_0": "2019-06-20",
    "public_at_1": "10:00",
    "public_at": "2019-06-20 10:00",
    "screened_by": "{approver}",
    "screened_at": "2019-06-20 10:00",
    "screened_of": "f" * 64,
    "review_by": "{approver}",
    "review_at": "2019-06-20 10:00",
    "prepared_by": "{approver}",
    "editors": "{approver}",
    "withdrawn_reason": "Forged.",
}


@pytest.mark.parametrize("name", ["change", "add", "screening"])
def test_forged_fields_of_a_form_are_nothing(w, name):
    forged = {key: value.format(approver=w.approver.pk) for key, value in FORGED.items()}
    own = {"title": "Forged", "year": "2018/19", "last_round": w.round.pk, "note": ""}
    address = (
        reverse("admin:offences_release_add") + f"?measure={w.measure.pk}"
        if name == "add"
        else page(name, w.release)
    )
    logged_in(w.officer).post(address, own | forged)
    release = Release.objects.order_by("-pk").first()
    assert (name == "screening") != (release.title == "Forged")
    signed = (release.approved_at, release.public_at, release.screened_at, release.review_at)
    assert signed == (None, None, None, None) and release.withdrawn_reason == ""
    assert release.prepared_by != w.approver and w.approver not in release.editors.all()


@pytest.mark.parametrize("name", ["change", "add"])
def test_an_importers_or_a_popups_way_to_a_form_is_no_other_way(w, name):
    worlds.to_review(w.release, NOW)
    address = reverse("admin:offences_release_add") if name == "add" else page("change", w.release)
    answer = logged_in(w.approver).post(address + "?_popup=1&_to_field=id", {"title": "Other"})
    assert answer.status_code == 403


@pytest.mark.parametrize("who", ["officer", "checker", "press", "lead", "nobody", "stranger"])
def test_the_address_of_approval_asks_who_sends_it(w, who):
    worlds.to_review(w.release, NOW)
    seen = releases.snapshot(w.release).fingerprint
    form = {"public_at_0": in_days(30), "public_at_1": "00:01", "seen": seen}
    person = worlds.person("Fay New") if who == "nobody" else getattr(w, who, None)
    client = Client() if who == "stranger" else logged_in(person)
    for name in ("approve", "send_back"):
        answer = client.post(page(name, w.release), form | {"reason": "So."})
        assert answer.status_code == (302 if who == "stranger" else 403)
        assert state(w.release) == "in_review"


PARTS = ["prepared", "edited", "screened", "sent", "answered"]


@pytest.mark.parametrize("part", sampled(PARTS, PARTS[1::2]))
def test_an_approver_approves_nothing_that_they_worked_on(w, part):
    if part in ("prepared", "edited"):
        releases.edit(w.release, by=w.both, now=NOW)
    if part == "edited":
        releases.edit(w.release, by=w.press, now=NOW)
    if part == "answered":
        finding = next(each.finding for each in findings_of(w.release) if not each.finding.is_error)
        releases.answer(w.release, finding.key, "So.", by=w.both, now=NOW)
    worlds.to_review(w.release, NOW)
    if part in ("screened", "sent"):
        who = {"screened": "screened_by", "sent": "review_by"}[part]
        worlds.as_if(Release.objects.filter(pk=w.release.pk), **{who: w.both})
    answer = approval(logged_in(w.both), w.release)
    assert "so a colleague has to approve it" in text_of(answer)
    assert state(w.release) == "in_review"
    assert approval(logged_in(w.approver), w.release).status_code == 302


def test_looking_changes_nothing_whatever_the_address_says(w):
    worlds.to_review(w.release, NOW)
    before = Release.objects.filter(pk=w.release.pk).values().get()
    client = logged_in(w.both)
    asked = "?step=screened&public_at_0=2030-01-01&public_at_1=00:01&reason=So&at_once=on"
    for name in ("approve", "screening", "send_back", "withdraw", "change", "history"):
        client.get(page(name, w.release) + asked)
        client.head(page(name, w.release) + asked)
    assert Release.objects.filter(pk=w.release.pk).values().get() == before


def test_an_approval_that_is_sent_twice_is_one(w):
    worlds.to_review(w.release, NOW)
    client = logged_in(w.approver)
    seen = client.get(page("approve", w.release)).context["form"]["seen"].value()
    form = {"public_at_0": in_days(30), "public_at_1": "00:01", "seen": seen}
    client.post(page("approve", w.release), form)
    before = Release.objects.filter(pk=w.release.pk).values().get()
    again = client.post(page("approve", w.release), form | {"public_at_0": in_days(3)})
    assert "approved already" in text_of(again)
    assert Release.objects.filter(pk=w.release.pk).values().get() == before


@pytest.mark.parametrize("seen", ["", "f" * 64, "screened"])
def test_an_approval_of_what_nobody_was_shown_is_refused(w, seen):
    worlds.to_review(w.release, NOW)
    if seen == "screened":  # shown and screened, and moved since
        seen = releases.snapshot(w.release).fingerprint
        w.release.recorded_figures.clear()
    form = {"public_at_0": in_days(30), "public_at_1": "00:01", "seen": seen}
    logged_in(w.approver).post(page("approve", w.release), form)
    assert state(w.release) == "in_review"


@pytest.mark.parametrize(
    "form",
    [
        {"action": "delete_selected", "_selected_action": ["{pk}"], "post": "yes"},
        {"action": "approve", "_selected_action": ["{pk}"]},
        {
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "1",
            "form-0-id": "{pk}",
            "form-0-approved_by": "1",
            "form-0-title": "Other",
            "_save": "Save",
        },
    ],
    ids=["delete", "approve", "edited in the list"],
)
def test_the_list_of_releases_has_no_action_and_no_field(w, form):
    worlds.to_review(w.release, NOW)
    root = worlds.person("Root Root", superuser=True)
    sent = {
        key: [
            each.format(pk=w.release.pk) for each in ([value] if isinstance(value, str) else value)
        ]
        for key, value in form.items()
    }
    before = Release.objects.filter(pk=w.release.pk).values().get()
    logged_in(root).post(reverse("admin:offences_release_changelist"), sent)
    assert Release.objects.filter(pk=w.release.pk).values().get() == before


def test_even_an_administrator_follows_the_steps_and_removes_nothing_approved(w):
    root = worlds.person("Root Root", superuser=True)
    client = logged_in(root)
    assert "not in review" in text_of(approval(client, w.release))
    worlds.to_review(w.release, NOW)
    assert approval(client, w.release).status_code == 302
    assert client.post(page("delete", w.release), {"post": "yes"}).status_code == 403
    assert client.post(page("change", w.release), {"title": "Other"}).status_code == 403
