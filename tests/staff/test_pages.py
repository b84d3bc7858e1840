"""The rest of the staff site: every page opens, for the right people, at a fixed cost."""

import datetime as dt
import hashlib
import html

import pytest
import time_machine
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offences import press, trends
from offences.models import (
    AnnualCount,
    BankHoliday,
    CampaignEvent,
    Document,
    IssuedText,
    PressRelease,
    RecordedFigure,
    Release,
)
from offences.press import drafting
from offences.staff.forms import LondonDateTimeField
from tests import worlds
from tests.clients import logged_in
from tests.worlds import LATER, NOW

OURS = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "offences"),
    key=lambda model: model._meta.model_name,
)


def url(model, page, *args):
    return reverse(f"admin:offences_{model._meta.model_name}_{page}", args=args)


def said(response):
    return html.unescape(response.content.decode())


def test_the_login_says_whose_site_it_is(db):
    page = said(Client().get(reverse("account_login")))
    assert "Online offences against children" in page


def test_the_roles_permissions_are_djangos_own_and_none_stands_twice(db):
    ours = Permission.objects.filter(content_type__app_label="offences")
    names = dict(ours.values_list("codename", "name"))
    assert len(names) == ours.count()
    assert names["view_foisubmission"] == "Can view request"
    assert names["check_foisubmission"] == "Can mark a return as checked"


# Submissions


def test_submissions_are_found_by_any_spelling_and_state(released):
    w = released
    worlds.submission(worlds.force("Southshire"), w.round)
    client = logged_in(w.officer)

    def found(**query):
        page = client.get(reverse("admin:offences_foisubmission_changelist"), query)
        return [row.force.area for row in page.context["cl"].result_list]

    assert found(q="N. Shire") == ["Northshire"]
    assert found(state="checked") == ["Northshire"]
    assert found(state="none") == ["Southshire"]
    assert found(state="entered") == []


def test_the_change_page_leads_to_the_grid(world):
    page = logged_in(world.officer).get(
        reverse("admin:offences_foisubmission_change", args=[world.submission.pk])
    )
    grid = reverse("admin:offences_foisubmission_grid", args=[world.submission.pk])
    assert f'class="main" href="{grid}">Enter counts' in said(page)


# Documents


def upload(client, content=b"a return", name="northshire.xlsx", **more):
    return client.post(
        reverse("admin:offences_document_add"),
        {
            "kind": "return",
            "title": name,
            "published_precision": "day",
            "file": SimpleUploadedFile(name, content),
            **more,
        },
    )


def test_a_file_is_kept_with_its_fingerprint_and_only_once(world):
    client = logged_in(world.officer)
    assert upload(client).status_code == 302
    document = Document.objects.get(kind="return")
    assert document.sha256 == hashlib.sha256(b"a return").hexdigest()
    assert (document.size, document.added_by) == (8, world.officer)
    assert "spreadsheetml" in document.media_type

    again = upload(client, name="copy.xlsx")
    assert "We have this file already, as “northshire.xlsx”" in said(again)
    assert said(again).count("We have this file") == 1
    assert Document.objects.filter(kind="return").count() == 1


def test_a_publication_is_named_and_never_copied(world):
    client = logged_in(world.officer)
    refused = upload(client, kind="publication", url="https://example.org/x")
    assert "attach no file" in said(refused)
    missing = client.post(
        reverse("admin:offences_document_add"),
        {"kind": "publication", "title": "A paper", "published_precision": "day"},
    )
    assert "A publication needs its address." in said(missing)
    nothing = client.post(
        reverse("admin:offences_document_add"),
        {"kind": "letter", "title": "A letter", "published_precision": "day"},
    )
    assert "Attach the file as it came." in said(nothing)


def test_a_files_bytes_are_for_staff_alone_and_always_a_download(world):
    upload(logged_in(world.officer), b"<script>alert(1)</script>", "x.csv")
    document = Document.objects.get(kind="return")
    address = reverse("admin:offences_document_file", args=[document.pk])
    assert Client().get(address).status_code == 302
    response = logged_in(world.checker).get(address)
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"] == 'attachment; filename="x.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/octet-stream"
    nobody = worlds.person("No Role")
    assert logged_in(nobody).get(address).status_code == 403


def test_a_document_whose_file_is_gone_says_so(world):
    client = logged_in(world.officer)
    upload(client, name="northshire.csv")
    document = Document.objects.get(kind="return")
    document.file.storage.delete(document.file.name)
    response = client.get(reverse("admin:offences_document_file", args=[document.pk]))
    assert response.status_code == 404
    assert "no longer where it was stored" in said(response)
    assert document.sha256 in said(response)


# Figures known from print


def test_a_figure_that_was_printed_differently_says_so(released):
    client = logged_in(released.officer)
    address = reverse("admin:offences_recordedfigure_changelist")
    page = said(client.get(address))
    assert "164 was published too" in page and "185 was published too" in page
    RecordedFigure.objects.create(
        measure=released.measure,
        claim="total",
        body_kind="total",
        body="England and Wales",
        year=2018,
        value=8224,
        as_written="8,224",
        document=released.document,
    )
    found = client.get(address, {"contradicted": "no"}).context["cl"].result_list
    assert [figure.as_written for figure in found] == ["8,224"]


def test_the_history_of_a_cell_is_on_its_page(world):
    key = world.cell(2018)
    worlds.enter(world.submission, {key: "68"}, world.officer)
    worlds.enter(world.submission, {key: "70"}, world.colleague, LATER)
    row = AnnualCount.objects.current().get()
    page = said(
        logged_in(world.checker).get(reverse("admin:offences_annualcount_change", args=[row.pk]))
    )
    assert "70 entered by Bo Day" in page
    assert "68 entered by Ann Lee, 20 June 2019, 10:42; removed by Bo Day" in page


def test_the_pages_that_remove_a_record_and_list_its_history_lead_back_to_today(world):
    every = {"england_and_wales": True, "scotland": True, "northern_ireland": True}
    day = BankHoliday.objects.create(date=dt.date(2031, 6, 2), title="A day off", **every)
    admin_user = worlds.person("Di Poe", "Data officer")
    admin_user.is_superuser = True
    admin_user.save()
    shown = said(logged_in(admin_user).get(url(BankHoliday, "delete", day.pk)))
    assert '<a href="/admin/">Today</a>' in shown and ">Home<" not in shown
    history = url(type(world.submission), "history", world.submission.pk)
    shown = said(logged_in(world.officer).get(history))
    assert '<a href="/admin/">Today</a>' in shown and ">Home<" not in shown


# Releases


def test_a_press_officer_prepares_a_release_and_cannot_approve_it(released):
    w = released
    client = logged_in(w.press)
    response = client.post(
        reverse("admin:offences_release_add") + f"?measure={w.measure.pk}",
        {
            "title": "Newer",
            "year": "2018/19",
            "last_round": w.round.pk,
            "recorded": [w.totals[0].pk],
            "note": "",
        },
    )
    release = Release.objects.get(number=2)
    assert response.url == reverse("admin:offences_release_screening", args=[release.pk])
    address = reverse("admin:offences_release_approve", args=[release.pk])
    assert list(release.recorded_figures.all()) == w.totals[:1]
    assert "Only approvers approve" in said(client.get(address))
    assert client.post(address, {}).status_code == 403


def test_figures_that_contradict_each_other_are_refused_with_a_sentence(released):
    w = released
    w.release.recorded_figures.set(w.totals)
    address = reverse("admin:offences_release_approve", args=[w.release.pk])
    assert "contradict each other" in said(logged_in(w.approver).get(address))


def in_days(number):
    return str(timezone.localdate() + dt.timedelta(days=number))


def approval(client, release, day=None, time="00:01", **more):
    address = reverse("admin:offences_release_approve", args=[release.pk])
    seen = client.get(address).context["form"]["seen"].value()
    day = in_days(30) if day is None else day
    return client.post(address, {"public_at_0": day, "public_at_1": time, "seen": seen, **more})


def test_an_approver_sees_what_changes_and_opens_it_at_a_minute_of_london(released):
    w = released
    worlds.to_review(w.release, NOW)
    client = logged_in(w.approver)
    page = client.get(reverse("admin:offences_release_approve", args=[w.release.pk]))
    told = {(c.year, c.after) for c in page.context["changes"] if c.body == "Northshire"}
    assert told >= {("2017/18", "48"), ("2018/19", "68")}
    assert ("2018/19", 1, 1) in [row[:3] for row in page.context["coverage"]]
    with time_machine.travel(NOW):
        assert approval(client, w.release, "2020-06-25").status_code == 302
    w.release.refresh_from_db()
    assert w.release.public_at == dt.datetime(2020, 6, 24, 23, 1, tzinfo=dt.UTC)
    assert w.release.approved_by == w.approver
    change = client.get(reverse("admin:offences_release_change", args=[w.release.pk]))
    assert not change.context["has_change_permission"]


@pytest.mark.parametrize(
    ("day", "words"), [("2030-03-31", "does not exist"), ("2030-10-27", "happens twice")]
)
def test_a_time_that_is_no_moment_is_refused(released, day, words):
    worlds.to_review(released.release, NOW)
    response = approval(logged_in(released.approver), released.release, day, "01:30")
    assert words in said(response)
    released.release.refresh_from_db()
    assert released.release.approved_at is None


@pytest.mark.parametrize(
    ("day", "time", "words"),
    [
        ("2026-03-29", "01:00", "01:00 on 29 March 2026 does not exist"),
        ("2026-10-25", "01:59", "01:59 on 25 October 2026 happens twice"),
    ],
)
def test_the_sentence_names_the_time(day, time, words):
    with pytest.raises(ValidationError, match=words):
        LondonDateTimeField().clean([day, time])


@pytest.mark.parametrize(
    ("typed", "target", "words"),
    [
        ({"day": ""}, "id_public_at_0", "Give a date and time, or tick Open at once."),
        ({"day": "2018-06-25"}, "id_public_at_0", "That time is past. Choose a time from now on."),
        ({"day": "soon"}, "id_public_at_0", "Enter a valid date."),
    ],
    ids=str,
)
def test_what_is_wrong_stands_at_the_top_and_leads_to_its_field(released, typed, target, words):
    worlds.to_review(released.release, NOW)
    form = {"time": ""} | typed if typed == {"day": ""} else typed
    page = said(approval(logged_in(released.approver), released.release, **form))
    top = page[page.index('id="refused"') : page.index('<dl class="facts">')]
    assert "Not approved." in top and words in top and f'href="#{target}"' in top
    assert f'id="{target}"' in page


def test_a_page_that_was_only_opened_complains_of_nothing(drafted):
    w = drafted
    client = logged_in(worlds.person("Gus All", "Press officer", "Approver"))
    for name, args in (
        ("release_approve", [w.release.pk]),
        ("release_withdraw", [w.release.pk]),
        ("release_add", []),
    ):
        assert 'id="refused"' not in said(client.get(reverse(f"admin:offences_{name}", args=args)))
    page = said(client.post(reverse("admin:offences_release_withdraw", args=[w.release.pk]), {}))
    assert "Not withdrawn." in page and 'href="#id_reason"' in page
    page = said(client.post(reverse("admin:offences_release_add"), {}))
    assert "Not prepared." in page and 'href="#id_title"' in page


def test_who_prepared_a_release_sees_why_the_button_is_off(released):
    w = released
    both = worlds.person("Flo Gray", "Press officer", "Approver")
    worlds.as_if(Release.objects.all(), prepared_by=both)
    client = logged_in(both)
    page = said(client.get(reverse("admin:offences_release_approve", args=[w.release.pk])))
    assert "You prepared this release" in page and "disabled" in page
    approval(client, w.release)
    w.release.refresh_from_db()
    assert w.release.approved_at is None


def test_a_release_is_withdrawn_with_a_public_reason(drafted):
    w = drafted
    address = reverse("admin:offences_release_withdraw", args=[w.release.pk])
    assert logged_in(w.press).get(address).status_code == 403
    client = logged_in(w.approver)
    assert "required" in said(client.post(address, {"reason": ""}))
    client.post(address, {"reason": "One force sent a wrong file."})
    w.release.refresh_from_db()
    assert w.release.withdrawn_reason == "One force sent a wrong file."


# Press releases


def test_a_press_officer_drafts_a_text_for_every_force(drafted):
    w = drafted
    PressRelease.objects.all().delete()
    address = reverse("admin:offences_campaignevent_changelist")
    action = {"action": "draft_every_force", "_selected_action": [w.event.pk]}
    logged_in(w.approver).post(address, action)
    assert not PressRelease.objects.exists()
    waiting = logged_in(w.press).post(address, action)
    assert not PressRelease.objects.exists()
    worlds.work()
    assert set(PressRelease.objects.values_list("body", flat=True)) == {"northshire", "national"}
    end = logged_in(w.press).get(waiting.url, follow=True)
    assert end.redirect_chain[-1][0] == reverse(
        "admin:offences_campaignevent_texts", args=[w.event.pk]
    )
    assert "2 texts." in said(end)


def test_while_the_worker_drafts_its_page_tells_how_far_it_is(drafted, monkeypatch):
    w = drafted
    action = {"action": "draft_every_force", "_selected_action": [w.event.pk]}
    client = logged_in(w.press)
    address = client.post(reverse("admin:offences_campaignevent_changelist"), action).url
    assert "Waiting for its turn" in said(client.get(address))
    assert client.get(f"{address}?progress").json() == {
        "words": "Waiting for its turn",
        "finished": False,
        "stopped": False,
    }
    seen = []
    make = trends.trend_of

    def look_meanwhile(force, *of):
        seen.append(client.get(f"{address}?progress").json())
        return make(force, *of)

    monkeypatch.setattr(trends, "trend_of", look_meanwhile)
    worlds.work()
    assert seen[:1] == [
        {
            "words": f"Drafting Northshire for {w.event}",
            "finished": False,
            "stopped": False,
            "done": 0,
            "of": 1,
        }
    ]
    assert client.get(f"{address}?progress").json()["finished"] is True
    assert logged_in(w.approver).get(address).status_code == 403
    colleague = worlds.person("Flo Ash", "Press officer")
    assert logged_in(colleague).get(address).status_code == 404


def test_work_that_breaks_off_says_so_and_drafts_nothing(drafted, monkeypatch):
    w = drafted
    PressRelease.objects.all().delete()
    client = logged_in(w.press)
    address = client.post(
        reverse("admin:offences_campaignevent_changelist"),
        {"action": "draft_every_force", "_selected_action": [w.event.pk]},
    ).url
    monkeypatch.setattr(drafting, "shared_parts", lambda *_: 1 / 0)
    worlds.work()
    told = said(client.get(address, follow=True))
    assert "This broke off. Each event is drafted as a whole or not at all" in told
    assert not PressRelease.objects.exists()


def test_work_that_nobody_begins_says_whom_to_ask(drafted):
    w = drafted
    client = logged_in(w.press)
    address = client.post(
        reverse("admin:offences_campaignevent_changelist"),
        {"action": "draft_every_force", "_selected_action": [w.event.pk]},
    ).url
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=1)):
        assert "ask the person who runs this site whether the worker is running" in said(
            client.get(address)
        )


def test_the_button_on_the_events_own_page_drafts_too(drafted):
    w = drafted
    PressRelease.objects.all().delete()
    address = reverse("admin:offences_campaignevent_change", args=[w.event.pk])
    client = logged_in(w.press)
    assert "Draft a press release for every force" in said(client.get(address))
    chosen = {"CHANGE_FORM-action": "draft_every_force", "_selected_action": [w.event.pk]}
    client.post(address, chosen)
    worlds.work()
    assert PressRelease.objects.count() == 2


def test_an_event_without_a_release_says_what_is_missing(world):
    event = worlds.event()
    client = logged_in(world.press)
    address = reverse("admin:offences_campaignevent_changelist")
    waiting = client.post(address, {"action": "draft_every_force", "_selected_action": [event.pk]})
    worlds.work()
    assert "has no release" in said(client.get(waiting.url, follow=True))
    assert CampaignEvent.objects.count() == 1


def test_an_edited_text_says_who_edited_it_and_cannot_be_issued_by_them(drafted):
    w = drafted
    address = reverse("admin:offences_pressrelease_change", args=[w.text.pk])
    client = logged_in(w.press)
    page = said(client.get(address))
    assert "May be said" in page and f"/press/{w.event.slug}/northshire/" in page
    form = {
        "seen": press.text_fingerprint(w.text),
        "headline": w.text.headline,
        "text": w.text.text,
    }
    client.post(address, form)
    w.text.refresh_from_db()
    assert w.text.edited_by is None  # nothing was changed
    client.post(address, form | {"headline": "Northshire: a headline"})
    w.text.refresh_from_db()
    assert (w.text.edited_by, w.text.headline) == (w.press, "Northshire: a headline")
    assert list(w.text.editors.all()) == [w.press]


def test_an_approver_issues_the_text_that_was_read(drafted):
    w = drafted
    address = reverse("admin:offences_pressrelease_sign", args=[w.text.pk])
    assert "It is not signed for Data" in said(logged_in(w.approver).get(address))
    worlds.sign([w.text], w.approver, words="Looked at.")
    client = logged_in(w.approver)
    read = client.get(address).context["to_issue"]
    assert "Only approvers" in said(logged_in(w.officer).post(address, {"issue": read}))
    assert "changed since you opened" in said(client.post(address, {"issue": "long ago"}))
    assert not IssuedText.objects.exists()
    client.post(address, {"issue": read})
    assert IssuedText.objects.get().issued_by == w.approver
    change = reverse("admin:offences_pressrelease_change", args=[w.text.pk])
    page = logged_in(w.press).get(change)
    assert not page.context["has_change_permission"]
    assert "by Ed Hay" in said(page)


# Events of which texts are issued


def opened(client, event):
    """The form of an event as a browser would send it back untouched."""
    address = reverse("admin:offences_campaignevent_change", args=[event.pk])
    page = client.get(address)
    form, fields = page.context["adminform"].form, {}
    for rows in page.context["inline_admin_formsets"]:  # quotes and the like, left as they are
        fields |= {f"{rows.formset.prefix}-{n}_FORMS": "0" for n in ("TOTAL", "INITIAL")}
    for name in form.fields:
        value = form[name].value()
        if name == "embargo_at":
            at = timezone.localtime(value)
            fields |= {"embargo_at_0": f"{at:%Y-%m-%d}", "embargo_at_1": f"{at:%H:%M:%S}"}
        else:
            fields[name] = "" if value is None else value
    return fields


def change_event(client, event, form=None, **typed):
    address = reverse("admin:offences_campaignevent_change", args=[event.pk])
    return client.post(address, (form or opened(client, event)) | typed, follow=True)


def test_the_embargo_moved_under_an_open_form_is_read_again(drafted):
    w = drafted
    CampaignEvent.objects.update(embargo_at=timezone.now() + dt.timedelta(days=30))
    address = reverse("admin:offences_pressrelease_sign", args=[w.text.pk])
    worlds.sign([w.text], w.approver, words="Looked at.")
    approver, officer = logged_in(w.approver), logged_in(w.press)
    page = approver.get(address)
    assert "which is past" not in said(page)
    change_event(officer, w.event, embargo_at_0="2020-01-01")
    again = approver.post(address, {"issue": page.context["to_issue"]})
    assert "The embargo or the text has changed since you opened this page." in said(again)
    assert "which is past: the text is public as soon as you issue it" in said(again)
    assert not IssuedText.objects.exists()
    approver.post(address, {"issue": again.context["to_issue"]})
    assert IssuedText.objects.exists()


def test_a_moved_embargo_is_no_edit_of_a_text(drafted):
    w = drafted
    form = {
        "seen": press.text_fingerprint(w.text),
        "headline": "Northshire: mine",
        "text": w.text.text,
    }
    CampaignEvent.objects.update(embargo_at=NOW)
    client = logged_in(w.press)
    change = reverse("admin:offences_pressrelease_change", args=[w.text.pk])
    assert client.post(change, form).status_code == 302


@pytest.mark.parametrize(
    "typed",
    [
        {"slug": "elsewhere"},
        {"name": "Another name"},
        {"description": "another day"},
        {"notice": "No longer true."},
        {"release": ""},
        {"embargo_at_0": "2099-01-01"},
        {"embargo_at_0": "2019-01-01"},
        {"embargo_precision": "year"},
    ],
    ids=str,
)
def test_nobody_alone_changes_an_event_of_which_a_text_is_public(drafted, typed):
    w = drafted
    client = logged_in(w.press)
    form = opened(client, w.event)  # before the text is issued, so every field is in it
    worlds.issue(w.text, by=w.approver, now=NOW)
    before = CampaignEvent.objects.values().get()
    page = said(change_event(client, w.event, form, **typed))
    assert "so this stays as it was issued" in page or "so it stays as it was" in page
    assert CampaignEvent.objects.values().get() == before


def test_what_an_issued_text_holds_fast_is_shown_and_not_offered(drafted):
    w = drafted
    client = logged_in(w.press)
    worlds.issue(w.text, by=w.approver, now=NOW)
    address = reverse("admin:offences_campaignevent_change", args=[w.event.pk])
    page = client.get(address)
    assert set(page.context["adminform"].form.fields) == {
        *("campaign", "kind", "starts_on", "ends_on", "venue", "older_because"),
        *("contact", "help_lines"),
    }
    assert "and so does the embargo, which is over" in said(page)
    assert '<div class="readonly">The Conference</div>' in said(page)
    then = timezone.now() + dt.timedelta(days=30)
    CampaignEvent.objects.update(embargo_at=then)
    page = client.get(address)
    assert "embargo_at" in page.context["adminform"].form.fields
    assert "The embargo can be moved later while it lasts, never earlier." in said(page)


def test_an_embargo_that_lasts_is_moved_later_and_never_back(drafted):
    w = drafted
    then = timezone.now().replace(microsecond=0, second=0) + dt.timedelta(days=30)
    CampaignEvent.objects.update(embargo_at=then)
    worlds.issue(w.text, by=w.approver, now=NOW)
    client = logged_in(w.press)
    address = reverse("admin:offences_campaignevent_change", args=[w.event.pk])
    assert "The embargo can be moved later while it lasts" in said(client.get(address))
    page = said(change_event(client, w.event, embargo_at_0=in_days(29)))
    assert "can only be moved later" in page
    assert (
        "can only be moved later" in said(change_event(client, w.event, embargo_precision="day"))
        or CampaignEvent.objects.get().embargo_at == then
    )
    page = said(change_event(client, w.event, embargo_at_0=in_days(800)))
    assert "more than two years away" in page
    page = said(change_event(client, w.event, embargo_at_0=in_days(31), embargo_at_1="09:00"))
    assert "The embargo is moved to 09:00 on" in page and "with it one text issued" in page
    moved = CampaignEvent.objects.get()
    assert moved.embargo_at > then
    assert not IssuedText.objects.public(then).exists()


def test_what_is_not_of_an_issued_text_is_changed_as_before(drafted):
    w = drafted
    worlds.issue(w.text, by=w.approver, now=NOW)
    change_event(logged_in(w.press), w.event, contact="Ring us.")
    event = CampaignEvent.objects.get()
    assert (event.contact, event.embargo_at) == ("Ring us.", w.event.embargo_at)
