"""Replies of a round: taken in once, filed once by a person, all of it or nothing."""

import datetime as dt
import hashlib
from unittest.mock import patch

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import counts
from offences.intake import documents
from offences.models import (
    AnnualCount,
    BankHoliday,
    Document,
    Exemption,
    FoiEvent,
    FoiSubmission,
    Reading,
    Reply,
)
from offences.refused import Refused
from offences.replies.recognised_step import ReplyKind
from offences.returns.own_form import form_code
from offences.rounds import filing
from offences.rounds.board import BoardState, board_of
from offences.rounds.filing import AlreadyFiled, FilingChoice, PaperUse
from offences.rounds.inbox import take_in
from tests import worlds
from tests.clients import logged_in
from tests.replies.messages import attach, email

SENT = dt.date(2026, 5, 13)  # due on 10 June: no holiday is stored
NOW = dt.datetime(2026, 6, 9, 9, 42, tzinfo=dt.UTC)
TABLE = b"Year,Total\n2023/24,48\n2024/25,68\n"
REFUSAL = (
    "We refuse your request under section 12(1) of the Act: to answer it would take more than 18 "
    "hours. We could answer within the limit for 2024/25 only."
)


def make() -> worlds.World:
    w = worlds.World(**worlds.team("officer", "colleague", "checker"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, slug="2026", years=(2023, 2024))
    w.round.sent_on = SENT
    w.round.save()
    w.asked = {}
    for area in ("Aldermoor", "Fenmouth", "Oakshire"):
        force = worlds.force(area)
        force.foi_email = f"foi@{area.lower()}.police.example"
        force.save()
        w.asked[area] = FoiSubmission.objects.create(round=w.round, force=force)
    w.fenmouth = w.asked["Fenmouth"]
    return w


@pytest.fixture
def world(db):
    with time_machine.travel(NOW, tick=False):
        yield make()


def code(w, area="Fenmouth") -> str:
    return form_code(w.round.slug, w.asked[area].force.slug, 1)


def letter(w, text=REFUSAL, **heads):
    return email(text, Subject=f"RE: FOI request {code(w)} [5127/26]", **heads)


def drop(w, *files, text="", user=None, **more):
    """Drop files on the page of the round, each a name with a message or bytes."""
    sent = [
        SimpleUploadedFile(name, data if isinstance(data, bytes) else data.as_bytes())
        for name, data in files
    ]
    page = reverse("admin:offences_foiround_replies", args=[w.round.pk])
    form = {"replies": sent, "text": text, **more}
    return logged_in(user or w.officer).post(page, form, follow=True)


def dropped(w, message, name="reply.eml") -> Reply:
    assert drop(w, (name, message)).status_code == 200
    return Reply.objects.latest("pk")


def page_of(reply) -> str:
    return reverse("admin:offences_foiround_reply", args=[reply.round_id, reply.pk])


def press(w, reply, user=None, **form):
    """Press a button on the page of a reply, with what is filled in or ticked."""
    return logged_in(user or w.officer).post(page_of(reply), form, follow=True)


def state_of(w, area="Fenmouth") -> BoardState:
    rows = board_of(w.round, NOW.date()).rows
    return next(row.state for row in rows if row.submission.force.area == area)


# Taken in


def test_a_dropped_message_is_stored_and_changes_no_request(world):
    w = world
    answer = drop(w, ("RE_ FOI request.eml", letter(w)))
    reply = Reply.objects.get()
    assert answer.redirect_chain[-1][0] == page_of(reply)
    assert reply.document.sha256 == hashlib.sha256(letter(w).as_bytes()).hexdigest()
    with reply.document.file.open() as file:
        assert file.read() == letter(w).as_bytes()
    assert not FoiEvent.objects.exists()
    assert FoiSubmission.objects.get(pk=w.fenmouth.pk).outcome == "awaited"


def test_the_same_message_twice_is_recognised_and_stored_once(world):
    w = world
    drop(w, ("a.eml", letter(w)))
    again = drop(w, ("b.eml", letter(w)))
    saved_elsewhere = drop(w, ("c.eml", letter(w, X_Saved="by another program")))
    assert Reply.objects.count() == Document.objects.filter(kind="letter").count() == 1
    for answer in (again, saved_elsewhere):
        assert "not stored twice" in answer.content.decode()


def test_another_message_with_the_same_message_id_is_not_lost_in_silence(world):
    w = world
    drop(w, ("a.eml", letter(w)))
    other = letter(w, "We need more time, until 3 July 2026.")
    answer = drop(w, ("b.eml", other)).content.decode()
    assert "has the Message-ID of “a.eml”" in answer and Reply.objects.count() == 1
    drop(w, ("b.eml", other), although="on")
    assert Reply.objects.count() == 2


def test_of_several_files_those_that_cannot_be_read_are_named_and_the_rest_is_stored(world):
    w = world
    answer = drop(w, ("a.eml", letter(w)), ("empty.eml", b""), ("no.msg", b"x"), ("f.csv", TABLE))
    words = answer.content.decode()
    assert "“empty.eml”" in words and "This file is empty." in words
    assert "“no.msg”" in words and "damaged" in words
    assert sorted(Reply.objects.values_list("name", flat=True)) == ["a.eml", "f.csv"]


def test_a_pasted_text_is_a_reply_too(world):
    w = world
    text = f"From: FOI <foi@fenmouth.police.example>\nSent: 8 June 2026 10:00\n\n{REFUSAL}"
    words = drop(w, text=text).content.decode()
    assert "Record a section 12(1) refusal" in words and 'value="2026-06-08"' in words
    assert Reply.objects.get().document.media_type == "text/plain"
    assert "not stored twice" in drop(w, text=text).content.decode()


def test_nothing_dropped_is_a_sentence(world):
    assert "Choose a file, or paste a text." in drop(world).content.decode()


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_people_who_drop_the_same_message_at_once_store_it_once():
    w = make()
    files = [("a.eml", letter(w).as_bytes())]
    found = worlds.at_once(
        lambda: take_in(w.round, files, by=w.officer, now=NOW),
        lambda: take_in(w.round, files, by=w.colleague, now=NOW),
    )
    assert Reply.objects.count() == 1
    assert sorted(each.is_new for arrivals in found for each in arrivals) == [False, True]


# Shown


def test_what_is_certain_is_ticked_and_what_is_read_from_the_words_is_not(world):
    w = world
    reply = dropped(w, letter(w))
    words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert f'name="of" value="{w.fenmouth.pk}" checked' in words
    assert 'name="reference" checked' in words and 'value="5127/26"' in words
    assert 'name="offer">' in words  # not ticked
    assert "Our reference and the sender’s address agree." in words
    assert "in time" in words


def test_a_reference_that_would_replace_another_is_not_ticked(world):
    w = world
    FoiSubmission.objects.filter(pk=w.fenmouth.pk).update(reference="4001/26")
    words = logged_in(w.officer).get(page_of(dropped(w, letter(w)))).content.decode()
    assert "Replaces 4001/26" in words and 'name="reference">' in words


def test_conflicting_signs_tick_nothing_and_ask(world):
    w = world
    reply = dropped(w, letter(w, sender="FOI <foi@oakshire.police.example>"))
    words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert "Whose is it?" in words and 'name="of"' not in words
    refused = press(w, reply, record="refused", on="2026-06-09")
    assert "Say which force it is from" in refused.content.decode()
    assert Reply.objects.to_file().count() == 1 and not FoiEvent.objects.exists()


def test_a_reply_waits_on_today_until_it_is_filed(world):
    w = world
    reply = dropped(w, letter(w))
    page = logged_in(w.officer).get(reverse("admin:index"))
    (queue,) = [q for q in page.context["queues"] if q.title == "Replies to file"]
    (row,) = queue.mine
    assert (row.name, row.url) == (letter(w)["Subject"], page_of(reply))
    assert row.about == reply.message.sender
    Reply.objects.all().delete()
    dropped(w, TABLE, "figures.csv")
    page = logged_in(w.officer).get(reverse("admin:index"))
    assert "figures.csv" in [row.name for queue in page.context["queues"] for row in queue.mine]
    Reply.objects.update(filed_by=w.officer, filed_at=NOW, submission=w.fenmouth)
    page = logged_in(w.officer).get(reverse("admin:index"))
    assert "Replies to file" not in [q.title for q in page.context["queues"]]


def test_a_guessed_force_has_to_be_ticked(world):
    w = world
    reply = dropped(w, email(f"{REFUSAL} Fenmouth Police", sender="x@free.example"))
    words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert f'name="of" value="{w.fenmouth.pk}">' in words
    assert "Say which force" in press(w, reply, record="refused", on="2026-06-09").content.decode()
    press(w, reply, record="refused", on="2026-06-09", of=w.fenmouth.pk)
    assert Reply.objects.get().submission == w.fenmouth


def test_a_day_that_cannot_be_true_is_asked_for(world):
    w = world
    for on, words in (("Tue, 01 Dec 2026", "not come yet"), ("Fri, 01 May 2026", "before the")):
        Reply.objects.all().delete()
        reply = dropped(w, letter(w, Date=f"{on} 08:40:00 +0000", Message_ID=""))
        assert words in logged_in(w.officer).get(page_of(reply)).content.decode()
        form = {"record": "refused", "of": w.fenmouth.pk}
        assert "Write the day" in press(w, reply, **form, on="").content.decode()
        offered = press(w, reply, **form, on="2026-06-09").content.decode()
        assert "beside it if that was on 9 June" in offered
        late = press(w, reply, **form, on="2026-12-24").content.decode()
        assert "has not come yet" in late and not FoiEvent.objects.exists()


def test_a_file_without_a_message_is_offered_the_day_of_its_upload_to_be_confirmed(world):
    w = world
    reply = dropped(w, TABLE, f"{code(w)}.csv")
    words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert 'name="on" value="2026-06-09"' in words and 'name="day">' in words
    form = {"record": "answered", "of": w.fenmouth.pk, "on": "2026-06-09"}
    assert "beside it if that was on 9 June" in press(w, reply, **form).content.decode()
    assert not FoiEvent.objects.exists()
    press(w, reply, **form, day="on")
    assert FoiEvent.objects.get().on == dt.date(2026, 6, 9)


def test_the_last_day_for_a_review_says_which_bank_holidays_are_not_counted(world):
    w = world
    BankHoliday.objects.all().delete()
    on = {"england_and_wales": True, "scotland": True, "northern_ireland": True}
    BankHoliday.objects.create(date=dt.date(2026, 6, 15), title="Fair Day", **on)
    words = logged_in(w.officer).get(page_of(dropped(w, letter(w)))).content.decode()
    assert "without the bank holiday on 15 June." in words


def test_a_file_that_nothing_can_open_is_no_answer_and_says_what_to_ask_for(world):
    w = world
    reply = dropped(w, b"PK\x03\x04 and then nothing", f"{code(w)}.xlsx")
    words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert "cannot be read." in words and "ask the force to send it again" in words
    assert "Record an answer" not in words and "The due date stays." in words
    key = reply.message.files[0].sha256
    form = {"record": "other", "of": w.fenmouth.pk, "on": "2026-06-09", "day": "on"}
    filed = press(w, reply, **form, **{f"file-{key}": "paper"}).content.decode()
    why = "This file is damaged and cannot be unpacked. Save it again and upload that copy."
    assert why in words and why in filed
    assert state_of(w) == BoardState.WAITING
    assert filed.count("It cannot be opened: ask the force for it again") == 1


def test_what_names_no_force_and_takes_no_step_is_offered_to_be_put_aside(world):
    w = world
    reply = dropped(w, b"What arrived:\n\nnorth-withheld.xlsx\nsouth.pdf\n", "READ-ME.txt")
    assert "not about a request?" in drop(w).content.decode()
    words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert 'value="not about a request"' in words and "Record a" not in words
    press(w, reply, aside="1", why="not about a request")
    assert Reply.objects.get().aside == "not about a request"


def test_the_requests_that_fit_best_are_the_first_to_choose_from(world):
    w = world
    reply = dropped(w, email("Fenmouth Police answers.", sender="x@free.example"))
    groups = logged_in(w.officer).get(page_of(reply)).context["groups"]
    assert {name: [each.force.area for each in some] for name, some in groups} == {
        "Named in it": ["Fenmouth"],
        "All others": ["Aldermoor", "Oakshire"],
    }


def test_lateness_is_told_in_working_days(world):
    w = world
    with time_machine.travel(NOW + dt.timedelta(days=2), tick=False):
        reply = dropped(w, letter(w, Date="Thu, 11 Jun 2026 08:40:00 +0100"))
        words = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert "1 working day late" in words


def test_the_pages_ask_no_more_for_more_replies_and_forces(world):
    w = world
    client = logged_in(w.officer)

    def costs():
        found = []
        for address in (
            reverse("admin:offences_foiround_replies", args=[w.round.pk]),
            page_of(Reply.objects.first()),
        ):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            found.append(len(asked))
        return found

    drop(w, ("a.eml", letter(w)))
    few = costs()
    for number, name in enumerate(("Tarn", "Moss", "Gill", "Beck", "Holm", "Fold")):
        force = worlds.force(f"{name}head")
        FoiSubmission.objects.create(round=w.round, force=force)
        drop(w, (f"{number}.eml", letter(w, f"Reply {number}", Message_ID=f"<{number}@x>")))
    assert costs() == few and max(few) <= 20


# Filed


@pytest.mark.both_databases
def test_a_section_12_refusal_ends_in_one_button(world):
    w = world
    reply = dropped(w, letter(w))
    shown = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert "Record a section 12(1) refusal" in shown
    form = {"of": w.fenmouth.pk, "on": "2026-06-09", "sections": "12(1)", "their": "5127/26"}
    answer = press(w, reply, record="refused", reference="on", **form)
    w.fenmouth.refresh_from_db()
    event, exemption = FoiEvent.objects.get(), Exemption.objects.get()
    assert (event.kind, event.on) == ("refused", dt.date(2026, 6, 9))
    assert (event.document, event.recorded_by) == (reply.document, w.officer)
    assert (exemption.name, exemption.scope, exemption.document) == (
        *("12(1)", "whole"),
        reply.document,
    )
    assert exemption.quote.startswith("We refuse your request under section 12(1)")
    assert (w.fenmouth.outcome, w.fenmouth.outcome_on) == ("refused", dt.date(2026, 6, 9))
    assert w.fenmouth.reference == "5127/26"
    assert [*w.fenmouth.documents.all()] == [reply.document]
    assert state_of(w) is BoardState.REFUSED
    assert "Ask for a review" in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("We acknowledge receipt of your request.", "acknowledged", BoardState.ACKNOWLEDGED),
        ("We need clarification: which years?", "clarification_asked", BoardState.WITH_US),
        (
            "We need more time to consider the public interest in section 31, until 3 July 2026.",
            "extension_claimed",
            BoardState.EXTENDED,
        ),
    ],
)
def test_each_step_becomes_an_event_of_its_request(world, text, kind, state):
    w = world
    reply = dropped(w, letter(w, text, Date="Mon, 08 Jun 2026 08:40:00 +0100"))
    form = {"of": w.fenmouth.pk, "on": "2026-06-08", "sections": "31", "until": "2026-07-03"}
    shown = press(w, reply, record=kind, **form).content.decode()
    assert ("The answer is now due on" in shown) is (kind == "extension_claimed")
    event = FoiEvent.objects.get()
    assert (event.kind, event.document) == (kind, reply.document)
    assert event.until == (dt.date(2026, 7, 3) if kind == "extension_claimed" else None)
    assert FoiSubmission.objects.get(pk=w.fenmouth.pk).outcome == "awaited"
    assert state_of(w) is state


def test_an_answer_has_its_files_stored_and_offered_for_reading(world):
    w = world
    made = attach(letter(w, "Please find our answer attached."), TABLE, "fenmouth.csv", "text/csv")
    made.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="crest.png",
        disposition="inline", cid="<c@x>",
    )  # fmt: skip
    attach(made, b"%PDF-1.4 notes", "notes.pdf", "application/pdf")
    reply = dropped(w, made)
    offered = logged_in(w.officer).get(page_of(reply)).content.decode()
    uses = {}
    for each in reply.message.files:
        box = offered.split(f'name="file-{each.sha256}"')[1].split("</select>")[0]
        uses[f"file-{each.sha256}"] = box.split('" selected')[0].rpartition('"')[2]
        assert box.count("<option") == 2 and "store it, do not read it" in box
    assert [*uses.values()] == ["read", "leave", "paper"]
    answer = press(w, reply, record="answered", of=w.fenmouth.pk, on="2026-06-09", **uses)
    reading = Reading.objects.get()
    assert (reading.submission, reading.name) == (w.fenmouth, "fenmouth.csv")
    with reading.document.file.open() as file:
        assert file.read() == TABLE
    titles = {each.title: each.kind for each in w.fenmouth.documents.all()}
    assert titles == {
        "fenmouth.csv": "return",
        "notes.pdf": "letter",
        reply.document.title: "letter",
    }
    assert "Read the figures in fenmouth.csv" in answer.content.decode()
    assert state_of(w) is BoardState.TO_STORE
    assert not AnnualCount.objects.exists()


def test_a_second_answer_leaves_the_first_day_and_is_not_late(world):
    w = world
    FoiEvent.objects.create(submission=w.fenmouth, kind="answered", on=dt.date(2026, 5, 29))
    made = attach(letter(w, "Please find our answer attached."), TABLE, "a.csv", "text/csv")
    reply = dropped(w, made)
    offered = logged_in(w.officer).get(page_of(reply)).content.decode()
    assert "Fenmouth answered before: that stays the day of its answer" in offered
    assert "late.</span>" not in offered
    press(w, reply, record="answered", of=w.fenmouth.pk, on="2026-06-09")
    w.fenmouth.refresh_from_db()
    assert (w.fenmouth.outcome, w.fenmouth.outcome_on) == ("answered", dt.date(2026, 5, 29))


def test_figures_in_the_text_itself_are_offered_for_reading(world):
    w = world
    text = "Our figures are:\n\nYear    Total\n2022/23    1    2\n2023/24  48  2\n2024/25  68  3"
    reply = dropped(w, letter(w, text))
    assert "the text of the message" in logged_in(w.officer).get(page_of(reply)).content.decode()
    form = {"record": "answered", "of": w.fenmouth.pk, "on": "2026-06-09"}
    press(w, reply, **form, **{f"file-{filing.TEXT}": "read"})
    with Reading.objects.get().document.file.open() as file:
        assert b"2024/25\t68\t3" in file.read()
    assert "Read the figures in" in logged_in(w.officer).get(page_of(reply)).content.decode()


def test_a_file_that_was_read_for_the_same_request_before_is_no_second_button(world):
    w = world
    first = attach(letter(w, "Please find our answer attached."), TABLE, "a.csv", "text/csv")
    form = {"record": "answered", "of": w.fenmouth.pk, "on": "2026-06-09"}
    for table, message in (
        (TABLE, first),
        (TABLE + b"2025/26,70\n", letter(w, "As attached.", Message_ID="")),
    ):
        if message is not first:
            attach(message, table, "a.csv", "text/csv")
        reply = dropped(w, message, f"{len(table)}.eml")
        digest = reply.message.files[0].sha256
        page = press(w, reply, **form, **{f"file-{digest}": "read"}).content.decode()
        assert page.count("Read the figures in a.csv") == 1
    assert "Other files of the same request whose figures are not stored yet" in page


def test_an_answer_in_part_records_both_what_is_there_and_what_is_refused(world):
    w = world
    text = "Please find attached our answer. Small numbers are withheld under section 40(2)."
    reply = dropped(w, attach(letter(w, text), TABLE, "fenmouth.csv", "text/csv"))
    form = {"of": w.fenmouth.pk, "on": "2026-06-09", "sections": "40(2)"}
    press(w, reply, record="part_answered", **form)
    events = {(e.kind, e.partial) for e in FoiEvent.objects.all()}
    assert events == {("answered", True), ("refused", True)}
    assert [(e.name, e.scope) for e in Exemption.objects.all()] == [("40(2)", "part")]
    assert FoiSubmission.objects.get(pk=w.fenmouth.pk).outcome == "part_answered"


def test_a_section_that_is_recorded_already_stays_one_exemption(world):
    w = world
    for number in (1, 2):
        reply = dropped(w, letter(w, f"{REFUSAL} {number}", Message_ID=f"<{number}@x>"))
        form = {"of": w.fenmouth.pk, "on": f"2026-06-0{number}", "sections": "12(1), 14(1)"}
        press(w, reply, record="refused", scope="part", **form)
    assert sorted(e.name for e in Exemption.objects.all()) == ["12(1)", "14(1)"]
    assert FoiEvent.objects.filter(kind="refused", partial=True).count() == 2


def test_a_step_that_is_recorded_already_gets_its_message_and_stays_one(world):
    w = world
    on = dt.date(2026, 6, 9)
    before = FoiEvent.objects.create(submission=w.fenmouth, kind="acknowledged", on=on)
    reply = dropped(w, letter(w, "We acknowledge receipt of your request."))
    press(w, reply, record="acknowledged", of=w.fenmouth.pk, on="2026-06-09")
    assert FoiEvent.objects.get() == before
    assert FoiEvent.objects.get().document == reply.document


def test_it_is_filed_as_the_person_says_and_not_as_it_was_recognised(world):
    w = world
    reply = dropped(w, letter(w))
    form = {"of": w.fenmouth.pk, "other": w.asked["Oakshire"].pk, "on": "2026-06-08"}
    press(w, reply, record="chosen", kind="acknowledged", **form)
    event = FoiEvent.objects.get()
    assert (event.submission, event.kind) == (w.asked["Oakshire"], "acknowledged")
    assert event.section == ""


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"record": "chosen"}, "Choose what this reply is."),
        ({"record": "refused", "on": ""}, "Write the day"),
        ({"record": "refused", "on": "9.6."}, "Write the day"),
        ({"record": "refused", "sections": "twelve"}, "is no section of the Act"),
        ({"record": "extension_claimed", "until": "2026-06-01"}, "ends before it was claimed"),
        ({"aside": "1", "why": " "}, "Say why it is put aside."),
        ({"record": "refused", "of": "999999"}, "Say which force"),
    ],
)
def test_what_is_missing_or_wrong_is_a_sentence_and_records_nothing(world, form, words):
    w = world
    reply = dropped(w, letter(w))
    answer = press(w, reply, **({"of": w.fenmouth.pk, "on": "2026-06-09"} | form))
    assert words in answer.content.decode()
    assert Reply.objects.to_file().count() == 1 and not FoiEvent.objects.exists()


def test_a_reply_that_belongs_to_no_request_is_filed_with_the_force(world):
    w = world
    other = worlds.force("Tarnhead")
    reply = dropped(w, email("About last year", sender="x@free.example"))
    assert "Choose the force" in press(w, reply, alone="1", force="").content.decode()
    press(w, reply, alone="1", force=other.slug)
    filed = Reply.objects.get()
    assert (filed.force, filed.submission, filed.filed_by) == (other, None, w.officer)
    assert not FoiEvent.objects.exists()


def test_a_reply_is_put_aside_with_the_reason(world):
    w = world
    reply = dropped(w, email("Buy now", sender="x@free.example"))
    dropped(w, letter(w, Message_ID="<2@fenmouth.police.example>"))
    shown = press(w, reply, aside="1", why="An advertisement")
    assert Reply.objects.get(pk=reply.pk).aside == "An advertisement"
    listed = drop(w).content.decode()
    filed = listed[listed.index('id="filed"') :]  # who wrote, when and about what: no file's name
    assert "An advertisement" in filed and reply.name not in filed
    assert f">{reply.message.subject}</a>" in filed
    assert f"{reply.message.sender}, 9 June 2026" in filed
    assert "Next reply" in shown.content.decode()
    assert "File it after all" in shown.content.decode()
    address = reverse("admin:offences_document_file", args=[reply.document_id])
    assert f'<a href="{address}">Download the message</a>' in shown.content.decode()
    assert "It is something else" in press(w, reply, again="1").content.decode()
    assert not Reply.objects.get(pk=reply.pk).aside and Reply.objects.to_file().count() == 2


def test_filing_twice_says_that_it_was_filed(world):
    w = world
    reply = dropped(w, letter(w))
    form = {"record": "refused", "of": w.fenmouth.pk, "on": "2026-06-09", "sections": "12"}
    press(w, reply, **form)
    assert "not filed twice" in press(w, reply, w.colleague, **form).content.decode()
    assert FoiEvent.objects.count() == 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_people_who_confirm_one_message_at_once_file_it_once():
    w = make()
    (arrival,) = take_in(
        w.round, [("a.eml", attach(letter(w), TABLE, "t.csv").as_bytes())], by=w.officer, now=NOW
    )
    reply = arrival.reply
    digest = reply.message.files[0].sha256
    choice = FilingChoice(ReplyKind.REFUSED, NOW.date(), ("12",), uses={digest: PaperUse.READ})

    def file(by):
        own = type(reply).objects.get(pk=reply.pk)  # each page has an object of its own
        return lambda: filing.file_reply(own, w.fenmouth, choice, by=by, now=NOW)

    found = worlds.at_once(file(w.officer), file(w.colleague))
    assert sorted(isinstance(each, AlreadyFiled) for each in found) == [False, True], found
    assert FoiEvent.objects.count() == Reading.objects.count() == 1
    assert Reply.objects.get().submission == w.fenmouth


@pytest.mark.both_databases
def test_all_of_it_is_stored_or_nothing(world):
    w = world
    made = attach(attach(letter(w), TABLE, "t.csv"), b"%PDF-1.4", "n.pdf")
    reply = dropped(w, made)
    uses = {each.sha256: PaperUse.PAPER for each in reply.message.files}
    choice = FilingChoice(ReplyKind.REFUSED, NOW.date(), ("12",), uses=uses)
    write, seen = documents.write, []

    def full_disk(document, data):
        seen.append(document)
        if len(seen) > 1:
            raise OSError("No space left on device")
        write(document, data)

    with patch.object(documents, "write", full_disk), pytest.raises(OSError, match="No space"):
        filing.file_reply(reply, w.fenmouth, choice, by=w.officer, now=NOW)
    assert not FoiEvent.objects.exists() and Document.objects.count() == 1
    assert not seen[0].file.storage.exists(str(seen[0].file))
    assert Reply.objects.to_file().count() == 1
    assert FoiSubmission.objects.get(pk=w.fenmouth.pk).outcome == "awaited"


def test_a_message_whose_file_is_lost_is_a_sentence(world):
    w = world
    reply = dropped(w, letter(w))
    reply.document.file.storage.delete(str(reply.document.file))
    choice = FilingChoice(ReplyKind.REFUSED, NOW.date(), ("12",))
    with pytest.raises(Refused, match="missing"):
        filing.file_reply(reply, w.fenmouth, choice, by=w.officer, now=NOW)


def test_a_checked_return_stays_checked_unless_what_is_published_changes(world):
    w = world
    paper = worlds.publication()
    w.fenmouth.documents.add(paper)
    worlds.enter(w.fenmouth, {w.cell(2024): "68"}, w.officer, NOW)
    counts.mark_checked(w.fenmouth, by=w.checker, now=NOW)
    first = dropped(w, letter(w, "We acknowledge receipt of your request."))
    press(w, first, record="acknowledged", of=w.fenmouth.pk, on="2026-06-09")
    assert FoiSubmission.objects.get(pk=w.fenmouth.pk).checked_at is None  # it has a file now
    counts.mark_checked(FoiSubmission.objects.get(pk=w.fenmouth.pk), by=w.checker, now=NOW)
    second = dropped(w, letter(w, "Receipt acknowledged.", Message_ID="<2@x>"))
    press(w, second, record="other", of=w.fenmouth.pk, on="2026-06-09")
    w.fenmouth.refresh_from_db()
    assert w.fenmouth.checked_at is not None and w.fenmouth.outcome == "answered"


def test_a_file_of_a_message_is_held_back_until_it_is_looked_into(world):
    w = world
    reply = dropped(w, attach(letter(w), TABLE, "t.csv", "text/csv"))
    assert reply.document.is_held_back
    assert not dropped(w, letter(w, "No files", Message_ID="<2@x>")).document.is_held_back


def test_only_a_data_officer_sees_and_files_replies(world):
    w = world
    reply = dropped(w, letter(w))
    for address in (page_of(reply), reverse("admin:offences_foiround_replies", args=[w.round.pk])):
        assert logged_in(w.checker).get(address).status_code == 403
        assert logged_in(w.checker).post(address, {}).status_code == 403
