"""Signatures on texts: every rule of them, and each way around it."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core import serializers
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from offences import press
from offences.backups import rows as backup_rows
from offences.models import (
    Campaign,
    CampaignEvent,
    EventQuote,
    EventSigner,
    IssuedText,
    LinkKey,
    NationalBlock,
    PressRelease,
    SendBack,
    TextReview,
    release_step,
)
from offences.press import sending, text_checks
from offences.press.signers import token_of
from offences.refused import Refused
from tests import worlds
from tests.mail_server import mail_server
from tests.press.signing_world import DUE, ROLES, name, revise, signing_world
from tests.worlds import LATER, NOW

DAY = dt.timedelta(days=1)
AFTER = NOW + 3 * DAY  # the day to sign by is past


@pytest.fixture
def w(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    made = signing_world()
    made.clock = time_machine
    return made


def issue(w, body="northshire"):
    return press.issue(w.text(body), by=w.approver, now=NOW)


def together(w, role="data", bodies=("northshire",), is_sample_read=True, **who):
    seen = {w.state(body).text.pk: w.state(body).fingerprint for body in bodies}
    hand = who or w.who(role)
    return press.sign_many(w.event, seen, role=role, now=NOW, is_sample_read=is_sample_read, **hand)


# Every signature is needed


def test_a_text_with_every_signature_is_issued_and_with_one_less_it_is_not(w):
    w.approve_words()
    for role in w.state().needed:
        with pytest.raises(Refused, match="not signed for"):
            issue(w)
        w.sign(role)
    assert [role.label for role in w.state().missing] == []
    assert issue(w).text == w.text().text


def test_no_other_way_makes_an_issued_text(w):
    """A shell, a bulk step and a file of rows."""
    text = w.text()
    copy = IssuedText(
        press_release=text,
        event=w.event,
        release=w.release,
        body_kind="force",
        body="northshire",
        place="Northshire",
        headline="Mine",
        text="Mine.",
        public_at=NOW,
        issued_by=w.approver,
        issued_at=NOW,
    )
    of_file = serializers.serialize("json", [copy])
    for way in (
        copy.save,
        lambda: IssuedText.objects.bulk_create([copy]),
        lambda: [each.save() for each in serializers.deserialize("json", of_file)],
    ):
        with pytest.raises(TypeError, match="by its own steps alone"), transaction.atomic():
            way()
    assert not IssuedText.objects.exists()


def test_no_other_way_makes_a_signature(w):
    signer = EventSigner.objects.get(role="data")
    forged = TextReview(
        press_release=w.text(),
        signer=signer,
        role="data",
        by=w.officer,
        kind="approved",
        fingerprint=w.state().fingerprint,
        at=NOW,
    )
    for way in (forged.save, lambda: TextReview.objects.bulk_create([forged])):
        with pytest.raises(TypeError, match="by its own steps alone"):
            way()
    w.sign("data")
    for way in (
        lambda: TextReview.objects.update(role="legal"),
        TextReview.objects.get().delete,
        lambda: TextReview.objects.all().delete(),
    ):
        with pytest.raises(TypeError, match="never"):
            way()


def test_no_page_and_no_command_issues_an_unsigned_text(w):
    w.approve_words()
    client, text = Client(), w.text()
    client.force_login(w.approver)
    seen = press.issue_fingerprint(text)
    client.post(reverse("admin:offences_pressrelease_sign", args=[text.pk]), {"issue": seen})
    client.post(
        reverse("admin:offences_campaignevent_texts", args=[w.event.pk]),
        {"issue": "", "ready": f"{text.pk}:{seen}"},
    )
    writer = Client()
    writer.force_login(w.press)
    form = {"headline": text.headline, "text": text.text, "issued_at_0": "2019-06-20"}
    form |= {"seen": press.text_fingerprint(text), "issued_by": w.approver.pk}
    writer.post(reverse("admin:offences_pressrelease_change", args=[text.pk]), form)
    call_command("draft_press", w.event.slug)
    text.refresh_from_db()
    assert text.issued_at is None and not IssuedText.objects.exists()


def test_a_copy_that_nobody_signed_is_not_sent(w):
    """Even one that was made past every step: what leaves is asked for its signatures anew."""
    w.approve_words()
    w.sign_all()
    issued = issue(w)
    (mailing,) = sending.mailings_of(w.event, NOW)
    assert not mailing.why_not
    with release_step(), transaction.atomic():
        type(issued).objects.filter(pk=issued.pk)._raw_delete("default")
        IssuedText.objects.create(
            press_release=issued.press_release,
            event=w.event,
            release=w.release,
            body_kind="force",
            body="northshire",
            place="Northshire",
            headline="Mine",
            text="Mine.",
            signed_as=issued.signed_as,
            public_at=issued.public_at,
            issued_by=w.approver,
            issued_at=NOW,
        )
    (mailing,) = sending.mailings_of(w.event, NOW)
    assert "not signed for Data" in mailing.why_not


# Who signs


def test_the_author_signs_neither_inside_nor_by_a_link_to_themselves(w):
    wrote = "You wrote this text"
    name(w, "data", w.press)
    with pytest.raises(Refused, match=wrote):
        w.sign("data")
    for address in ("di.fox@example.org", "Di.Fox@Example.org", "di.fox+data@example.org"):
        with pytest.raises(Refused, match="Choose the account"):
            name(w, "data", called="Another Name", email=address)
        EventSigner.objects.filter(role="legal").update(email=address)
        state = w.state()
        assert state.why_not_by(EventSigner.objects.get(role="legal")).startswith(wrote)
        with pytest.raises(Refused, match="You have a login"):
            w.sign("legal")
    with pytest.raises(Refused, match=wrote):
        together(w)


def test_an_editor_is_an_author_and_their_signature_from_before_does_not_count(w):
    w.sign("data")
    text = w.text()
    text.editors.add(w.officer)
    assert "data" not in w.state().signed
    with pytest.raises(Refused, match="You wrote this text"):
        w.sign("data")


def test_nobody_signs_a_text_in_two_roles(w):
    """By an account, by its mailbox, by another spelling of a mailbox without an account."""
    w.sign("data")
    name(w, "policy", w.officer)
    with pytest.raises(Refused, match="You signed it for Data already"):
        w.sign("policy")
    with pytest.raises(Refused, match="Choose the account"):
        name(w, "policy", called="Anne Other", email="Ann.Lee+two@example.org")
    w.sign("legal")
    name(w, "policy", called="Anne Other", email="Legal+two@example.org")
    with pytest.raises(Refused, match="You signed it for Legal already"):
        w.sign("policy")
    with pytest.raises(Refused, match="You signed it for Legal already"):
        together(w, "policy")
    name(w, "policy", called="Pat Ives")
    assert w.sign("policy").who == "Pat Ives"


def test_an_author_does_not_make_up_who_signs(w):
    with pytest.raises(Refused, match="Only approvers name a person without an account"):
        name(w, "legal", called="Made Up", email="di.fox@other.example", by=w.press)
    w.sign("legal")
    w.text().editors.add(w.approver)  # who named the person for Legal
    assert "legal" not in w.state().signed
    with pytest.raises(Refused, match="named by somebody who wrote this text"):
        w.sign("legal")


def test_an_account_without_an_address_is_not_named_with_a_typed_one(w):
    with pytest.raises(Refused, match="This account has no e-mail address"):
        name(w, "data", w.checker, email="di.fox@other.example")


def test_nobody_signs_in_a_role_that_is_not_theirs(w):
    for person, role in ((w.officer, "legal"), (w.checker, "data"), (w.press, "media")):
        with pytest.raises(Refused, match="not named to sign"):
            w.sign(role, by=person)
    legal = token_of(EventSigner.objects.get(role="legal"))
    with pytest.raises(Refused, match="another role"):
        w.sign("data", link=legal)


def test_a_deputy_signs_from_the_day_after_the_deadline(w):
    name(w, "data", w.lead, deputy=True)
    with pytest.raises(Refused, match=r"Ann Lee signs until 22 June"):
        w.sign("data", by=w.lead)
    w.clock.move_to(AFTER, tick=False)
    assert w.sign("data", by=w.lead, now=AFTER).who == "Lou Field"


def test_the_head_of_media_signs_last(w):
    with pytest.raises(Refused, match="signs last: not signed yet for Data, Policy and Legal"):
        w.sign("media")


def test_only_those_who_plan_or_approve_name_who_signs(w):
    with pytest.raises(Refused, match="Only press officers and approvers"):
        name(w, "data", called="Mine", by=w.officer)
    client = Client()
    client.force_login(w.officer)
    page = reverse("admin:offences_campaignevent_signatures", args=[w.event.pk])
    client.post(page, {"role": "data", "name": "Mine", "email": "m@example.org", "due_on": DUE})
    assert EventSigner.objects.active().get(role="data").account == w.officer


# Links


def test_a_link_signs_once_for_one_person_and_is_sent_to_them_alone(w, settings):
    with mail_server(settings) as server:
        legal = EventSigner.objects.get(role="legal")
        sent = []
        press.send_link(legal, lambda t: sent.append(t) or f"/{t}", by=w.press, now=NOW)
    (letter,) = server.inbox
    assert letter["To"] == "legal@example.org" and sent[0] in letter.get_body().get_content()
    first = token_of(EventSigner.objects.get(role="legal"))
    assert w.sign("legal", link=first).who == "Lex Orr"
    page = reverse("admin:offences_campaignevent_signatures", args=[w.event.pk])
    client = Client()
    client.force_login(w.press)
    assert first not in client.get(page).content.decode()


def test_a_link_of_a_person_with_a_login_leads_there_and_signs_nothing(w):
    """Named with the account, or given one since."""
    worlds.person("Lex Orr", "Checker")
    User.objects.filter(username="lex.orr").update(email="legal@example.org")
    texts = reverse("admin:offences_campaignevent_texts", args=[w.event.pk])
    for role in ("data", "legal"):
        token = token_of(EventSigner.objects.get(role=role))
        for address in (
            reverse("sign_link", args=[token]),
            reverse("sign_link_text", args=[token, "northshire"]),
        ):
            for answer in (
                Client().get(address),
                Client().post(address, {"step": "approved", "read": w.state().fingerprint}),
            ):
                assert answer.status_code == 302 and answer.url == texts
        with pytest.raises(Refused, match="You have a login"):
            w.sign(role, link=token)
    assert not TextReview.objects.exists()
    assert "/login/" in Client().get(texts).url


def test_a_restored_database_opens_no_link_from_before_it(w):
    """The key of all links is in no backup: after a restore there is another one."""
    token = token_of(EventSigner.objects.get(role="legal"))
    LinkKey.objects.all().delete()
    with pytest.raises(Refused, match="Ask for a new one"):
        w.sign("legal", link=token)
    assert w.sign("legal").who == "Lex Orr"
    assert LinkKey not in backup_rows.stored_models()


def test_a_link_that_did_not_leave_opens_nothing_and_neither_does_an_older_one(w, settings):
    legal = EventSigner.objects.get(role="legal")
    tokens = [token_of(legal)]
    with mail_server(settings) as server:
        server.refuses.add("legal@example.org")
        with pytest.raises(Refused, match=r"The link was not sent.* send a new one"):
            press.send_link(legal, lambda t: tokens.append(t) or t, by=w.press, now=NOW)
    for token in tokens:
        with pytest.raises(Refused, match="Ask for a new one"):
            w.sign("legal", link=token)
    assert EventSigner.objects.get(role="legal").link_at is None


@pytest.mark.parametrize("way", ["taken back", "sent anew", "replaced", "old", "over", "forged"])
def test_a_link_that_ended_opens_and_signs_nothing(w, way, settings):
    legal = EventSigner.objects.get(role="legal")
    token, now = token_of(legal), NOW
    if way == "taken back":
        press.take_link_back(legal, by=w.press)
    elif way == "sent anew":
        with mail_server(settings):
            press.send_link(legal, str, by=w.press, now=NOW)
    elif way == "replaced":
        name(w, "legal", called="Someone Else")
    elif way == "old":
        now = NOW + 22 * DAY
        CampaignEvent.objects.update(embargo_at=now + DAY)
        w.clock.move_to(now, tick=False)
    elif way == "over":
        CampaignEvent.objects.update(embargo_at=NOW)
    else:
        token = f"{EventSigner.objects.get(role='media').pk}{token[token.index('-') :]}"
    with pytest.raises(Refused):
        w.sign("legal", link=token, now=now)
    address = reverse("sign_link_text", args=[token, "northshire"])
    page = Client().get(address)
    assert page.status_code == 410 and "Northshire" not in page.content.decode()
    answer = Client().post(address, {"step": "approved", "read": w.state().fingerprint})
    assert answer.status_code == 410 and not TextReview.objects.exists()


def test_by_a_link_a_person_reads_signs_comments_and_sends_back(w):
    token = token_of(EventSigner.objects.get(role="legal"))
    client, listed = Client(), reverse("sign_link", args=[token])
    page = client.get(listed)
    assert "no-store" in page["Cache-Control"] and page["X-Robots-Tag"] == "noindex"
    assert "Northshire" in page.content.decode()
    address = reverse("sign_link_text", args=[token, "northshire"])
    shown = client.get(address)
    assert {page["Referrer-Policy"], shown["Referrer-Policy"]} == {"strict-origin"}
    assert "places changed" not in shown.content.decode()
    read = {"read": shown.context["read"]}
    client.post(address, {"step": "comment", "words": "Is 60 right?", **read})
    client.post(address, {"step": "approved", **read})
    assert w.state().signed["legal"].who == "Lex Orr"
    w.edit("from 60 a year earlier", "from the 60 of a year earlier")
    shown = client.get(address).content.decode()
    assert "<ins>the 60 of</ins>" in shown.replace("\n", " ") or "<ins>" in shown
    client.post(address, {"step": "sent_back", "words": "Say it as before."})
    note = SendBack.objects.get()
    assert (note.reason, note.signed_as) == ("Say it as before.", "Lex Orr")
    assert w.state().is_sent_back and "legal" not in w.state().signed
    writer = Client()
    writer.force_login(w.press)
    today = writer.get(reverse("admin:index")).content.decode()
    assert "Say it as before." in today and "Lex Orr" in today


def test_by_a_link_a_person_sees_what_changed_since_they_decided_however_often_they_open_it(w):
    token = token_of(EventSigner.objects.get(role="legal"))
    address = reverse("sign_link_text", args=[token, "northshire"])
    w.sign("legal")
    w.edit("from 60 a year earlier", "from the 60 of a year earlier")
    client = Client()
    for _ in range(2):
        assert "changed since you decided" in client.get(address).content.decode()


def test_a_deputy_reads_by_their_link_before_they_may_sign(w):
    name(w, "legal", called="Dee Puty", email="deputy@example.org", deputy=True)
    token = token_of(EventSigner.objects.get(name="Dee Puty"))
    page = Client().get(reverse("sign_link_text", args=[token, "northshire"]))
    assert page.status_code == 200 and "Lex Orr signs until" in page.content.decode()
    assert not TextReview.objects.exists()


def test_a_link_taken_back_while_its_page_is_made_shows_nothing_of_the_text(w, monkeypatch):
    legal = EventSigner.objects.get(role="legal")
    address = reverse("sign_link_text", args=[token_of(legal), "northshire"])
    review = press.review

    def taken_back(*args, **options):
        press.take_link_back(legal, by=w.press)
        return review(*args, **options)

    monkeypatch.setattr(press, "review", taken_back)
    page = Client().get(address)
    assert page.status_code == 410 and "Northshire" not in page.content.decode()


@pytest.mark.parametrize("way", ["newer", "withdrawn"])
def test_every_page_to_sign_says_that_the_release_of_the_event_is_over(w, way):
    press.states_of(w.event)  # stored, so that nothing is checked anew
    if way == "newer":
        revise(w)
        CampaignEvent.objects.update(release=w.release)
    else:
        with release_step():
            type(w.release).objects.filter(pk=w.release.pk).update(
                withdrawn_at=NOW, withdrawn_by=w.approver, withdrawn_reason="Wrong."
            )
    token = token_of(EventSigner.objects.get(role="legal"))
    client = Client()
    client.force_login(w.officer)
    for address in (
        reverse("sign_link", args=[token]),
        reverse("sign_link_text", args=[token, "northshire"]),
        reverse("admin:offences_pressrelease_sign", args=[w.text().pk]),
    ):
        page = client.get(address)
        said = "replaces" if way == "newer" else "was withdrawn"
        assert page.status_code == 200 and said in page.content.decode(), address


# What a signature is of


@pytest.mark.parametrize("way", ["page", "step", "shell", "import"])
def test_an_edit_by_any_way_takes_the_signatures_back_and_says_so(w, way):
    w.sign("data")
    w.sign("data", "southshire")
    text = w.text()
    words = text.text.replace("from 60 a year earlier", "from the 60 of a year earlier")
    if way == "page":
        client = Client()
        client.force_login(w.press)
        form = {"headline": text.headline, "text": words, "seen": press.text_fingerprint(text)}
        client.post(reverse("admin:offences_pressrelease_change", args=[text.pk]), form)
    elif way == "step":
        text.text = words
        press.save_edits(text, by=w.press, now=LATER)
    elif way == "shell":
        PressRelease.objects.filter(pk=text.pk).update(text=words)
    else:
        text.text = words
        row = serializers.serialize("json", [text])
        [each.save() for each in serializers.deserialize("json", row)]
    assert w.text().text == words
    assert list(w.state().taken_back) == ["data"] and not w.state().signed
    assert list(w.state("southshire").signed) == ["data"]
    with pytest.raises(Refused, match="not signed for Data"):
        w.approve_words()
        issue(w)
    if way == "shell":
        with pytest.raises(Refused, match="signed by itself"):
            together(w, "policy")


def test_a_release_that_changes_a_printed_figure_takes_back_just_that_draft(w):
    """Shares, ranges and sums that are still true stay signed."""
    for body in ("northshire", "southshire", "westshire"):
        w.sign("data", body)
    sums = NationalBlock.objects.get().words
    enter_both(w)
    press.draft_event(w.event, by=w.press, now=LATER)
    assert NationalBlock.objects.get().words == sums
    assert list(w.state().taken_back) == ["data"]
    assert list(w.state("southshire").signed) == ["data"]
    assert list(w.state("westshire").taken_back) == ["data"]


def enter_both(w):
    """Five more in Northshire and five fewer in Westshire: the sum stays what it was."""
    made = w.returns["westshire"]
    worlds.enter(made, {worlds.cell(w.measure, 2018): "61"}, by=w.officer)
    worlds.check(made, by=w.checker, now=LATER)
    revise(w, "northshire", 2018, "95")


def test_a_revised_figure_in_an_edited_text_is_named_and_blocks(w):
    w.edit("from 60 a year earlier", "from the 60 of a year earlier")
    w.sign("data")
    revise(w)
    state = w.state()
    assert ["90", "95"] in state.check.wrong and not state.signed
    with pytest.raises(Refused, match="“90” is wrong"):
        w.sign("data")


def test_what_was_read_is_what_is_signed(w):
    seen = w.state().fingerprint
    w.edit("from 60 a year earlier", "from the 60 of a year earlier")
    with pytest.raises(Refused, match="changed since you opened"):
        press.review(w.text(), "approved", role="data", by=w.officer, now=NOW, seen=seen)


def test_another_notice_above_a_text_takes_its_signatures_back(w):
    w.sign("data")
    CampaignEvent.objects.update(notice="Every figure below is wrong.")
    assert list(w.state().taken_back) == ["data"]


def test_a_caveat_that_is_missing_by_now_takes_the_signatures_back(w, monkeypatch):
    w.sign("data")
    monkeypatch.setattr(text_checks, "missing_caveats", lambda *_, **of: ["Compare nothing."])
    PressRelease.objects.update(checked={})
    assert list(w.state().taken_back) == ["data"]


@pytest.mark.parametrize("way", ["ask", "quote", "no quote"])
def test_words_that_are_approved_no_more_leave_in_no_text(w, way):
    """Even with five signatures; drafted again they are the new ones, and signed anew."""
    w.approve_words()
    w.sign_all()
    if way == "ask":
        Campaign.objects.update(ask="The charity asks for another law.")
        Campaign.objects.update(approved_hash=Campaign.objects.get().words_hash)
    elif way == "quote":
        EventQuote.objects.update(words="We ask for another law.")
        EventQuote.objects.update(approved_hash=EventQuote.objects.get().words_hash)
    else:
        EventQuote.objects.all().delete()
    w.event = CampaignEvent.objects.get()
    with pytest.raises(Refused, match="differs from what is approved"):
        issue(w)
    press.draft_event(w.event, by=w.press, now=LATER)
    with pytest.raises(Refused, match="not signed for"):
        issue(w)
    w.sign_all()
    assert ("another law" in issue(w).text) == (way != "no quote")


def test_the_quote_of_a_real_person_is_edited_in_no_text(w):
    w.edit("We ask for a safer law.", "We ask for no law.")
    with pytest.raises(Refused, match=r"We ask for a safer law\..* differs"):
        w.sign("data", words="I want it so.")


# Findings


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("recorded 90 online", "recorded 99 online", "“99” is wrong: it is 90"),
        ("They include", "One in three was 12 years old. They include", "has no source"),
        ("Forces record differently and cannot be compared.", "", "A caveat is missing"),
    ],
)
def test_a_finding_blocks_until_an_approver_writes_why_and_that_is_kept(w, old, new, why):
    text = w.text()
    if old not in text.text:
        old = "ENDS"
        new = f"{new.removesuffix('They include')}ENDS"
    w.edit(old, new)
    w.approve_words()
    with pytest.raises(Refused, match=why):
        w.sign("data")
    with pytest.raises(Refused, match="signed by itself"):
        together(w)
    w.sign("data", words="The force confirmed it on the telephone.")
    for role in w.state().missing:
        w.sign(role)
    issue(w)
    assert TextReview.objects.exclude(words="").get().words.startswith("The force confirmed")


def test_a_comment_is_answered_and_settled_inside_and_by_a_link(w):
    """Once settled nobody answers it; one of another text, or none, is not answered at all."""
    page = reverse("admin:offences_pressrelease_sign", args=[w.text().pk])
    client = Client()
    client.force_login(w.press)
    token = token_of(EventSigner.objects.get(role="legal"))
    link = reverse("sign_link_text", args=[token, "northshire"])
    Client().post(link, {"step": "comment", "words": "Since when?"})
    (thread,) = w.state().threads
    client.post(page, {"step": "comment", "words": "April.", "answers": thread.comment.pk})
    Client().post(link, {"step": "settled", "answers": thread.comment.pk})
    (thread,) = w.state().threads
    assert [each.words for each in thread.answers] == ["April."]
    assert thread.settled.who == "Lex Orr" and w.state().open_comments == 0
    shown = client.get(page).content.decode()
    assert "Settled by Lex Orr" in shown and "Mark as settled" not in shown
    other = w.text("westshire")
    for text, kind, answers in (
        (w.text(), "comment", thread.comment.pk),
        (other, "comment", thread.comment.pk),
        (other, "settled", None),
    ):
        with pytest.raises(Refused, match="is settled, or is not one of this text"):
            press.review(text, kind, by=w.press, now=NOW, words="So.", answers=answers)


def test_a_comment_with_words_is_no_reason(w):
    w.edit("recorded 90 online", "recorded 99 online")
    press.review(w.text(), "comment", by=w.press, now=NOW, words="It is right, I rang them.")
    with pytest.raises(Refused, match="is wrong"):
        w.sign("data")


def test_safeguarding_signs_local_texts_with_something_sensitive_and_no_others(w):
    assert "safeguarding" not in w.state().needed
    assert "8" in w.state("eastshire").check.sensitive
    assert "safeguarding" in w.state("eastshire").needed
    assert "safeguarding" in w.state("national").needed
    for words in ("Some were girls.", "A child aged 12 was one.", "Some were on Snapchat."):
        text = w.text()
        PressRelease.objects.filter(pk=text.pk).update(text=f"{text.drafted_text}{words}")
        assert "safeguarding" in w.state().needed, words
    with pytest.raises(Refused, match="needs safeguarding"):
        w.sign("safeguarding", "southshire")


# The words of all texts


def test_the_national_block_is_approved_once_and_locked_in_all(w):
    sentence = next(each for each in w.block.sentences if each.startswith("Across"))
    w.sign_all()
    with pytest.raises(Refused, match="are not approved"):
        issue(w)
    with pytest.raises(Refused, match="Only approvers"):
        press.approve_words(w.block, by=w.press, now=NOW, seen=w.block.words_hash)
    w.approve_words()
    issue(w)
    w.edit(sentence, "Across the country it was worse.", "southshire")
    with pytest.raises(Refused, match="differs from what is approved"):
        w.sign("data", "southshire", words="I want it so.")
    NationalBlock.objects.update(words=f"{w.block.words} Or so.")
    with pytest.raises(Refused, match="are not approved"):
        w.sign_all("westshire")
        issue(w, "westshire")


def test_a_text_leads_to_the_page_of_its_force_by_its_whole_address(w, settings):
    settings.SITE_ADDRESS = "https://figures.example.org"
    press.draft_event(w.event, by=w.press, now=LATER)
    assert "sources: https://figures.example.org/forces/northshire/" in w.text().text


# Many at a time


def test_many_are_signed_after_the_sample_was_read_and_one_by_one_the_others(w):
    with pytest.raises(Refused, match="Read the sample first"):
        together(w, is_sample_read=False)
    w.edit("up from 40", "up from the 40", "southshire") if "up from 40" in w.text(
        "southshire"
    ).text else w.edit("ENDS", "Thank you.\n\nENDS", "southshire")
    with pytest.raises(Refused, match=r"Nothing is signed\. Southshire: It was edited"):
        together(w, bodies=("northshire", "southshire"))
    with pytest.raises(Refused, match="signed one by one"):
        together(w, bodies=("national",))
    with pytest.raises(Refused, match="reads each text by itself"):
        together(w, "safeguarding", bodies=("eastshire",))
    assert not TextReview.objects.exists()
    assert together(w, bodies=("northshire", "westshire", "eastshire")) == 3


def test_a_forged_form_signs_no_text_that_was_not_shown(w):
    client = Client()
    client.force_login(w.officer)
    page = reverse("admin:offences_campaignevent_texts", args=[w.event.pk])
    text = w.text()
    for fields in (
        {"together": "data", "looked": "on", "text": f"{text.pk}:made-up"},
        {"together": "legal", "looked": "on", "text": f"{text.pk}:{w.state().fingerprint}"},
        {"together": "data", "looked": "on", "text": f"999:{w.state().fingerprint}"},
        {"together": "data", "text": f"{text.pk}:{w.state().fingerprint}"},
    ):
        client.post(page, fields)
        assert not TextReview.objects.exists()
    client.post(
        page, {"together": "data", "looked": "on", "text": f"{text.pk}:{w.state().fingerprint}"}
    )
    assert w.state().signed["data"].by == w.officer


def test_every_role_has_a_letter_of_its_own():
    assert len({role.label[0] for role in ROLES}) == len(ROLES)
