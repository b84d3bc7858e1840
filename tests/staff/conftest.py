"""One force's return in a round of three years, by three offences, and the people around it."""

import pytest
from django.core.files.base import ContentFile

from offences import counts, press, releases, tasks
from offences.intake import returns as readings
from offences.management.demo import reference
from offences.models import (
    AlreadyPublic,
    BankHoliday,
    Category,
    CategorySpelling,
    DisclosureRule,
    Document,
    Exemption,
    FoiEvent,
    FoiQuery,
    ForceBreak,
    ForceContact,
    IssuedText,
    MeasureBreak,
    MediaContact,
    Offence,
    PracticeAnswer,
    PreReleaseReader,
    RecordedFigure,
    RowChange,
    SentText,
    remember_charity,
)
from offences.rounds.inbox import take_in
from tests import rows, worlds
from tests.worlds import LATER, NOW

LIMITED = "test_papers"  # it has the process of a reader where that is what is tested


@pytest.fixture(autouse=True)
def reads(request: pytest.FixtureRequest) -> None:
    """Read files without a process of its own: each takes half a second of the processor."""
    if request.module.__name__.rpartition(".")[2] != LIMITED:
        request.getfixturevalue("read_here")


PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>> endobj
trailer <</Root 1 0 R>>
%%EOF
"""


def northshire() -> worlds.World:
    w = worlds.World(**worlds.team("officer", "colleague", "checker", "press", "approver", "lead"))
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.force = worlds.force("Northshire", spellings=["N. Shire"])
    w.document = worlds.publication()
    w.submission = worlds.submission(w.force, w.round, w.document)
    return w


@pytest.fixture
def world(db) -> worlds.World:
    return rows.kept("staff", northshire)


def with_release(w: worlds.World) -> worlds.World:
    worlds.enter(w.submission, {w.cell(2017): "48", w.cell(2018): "68"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    other = worlds.publication("Another paper")
    w.totals = [
        RecordedFigure.objects.create(
            measure=w.measure,
            claim="age_total",
            body_kind="total",
            body="England and Wales",
            year=2018,
            category="10_and_under",
            value=value,
            as_written=str(value),
            document=document,
        )
        for value, document in ((185, w.document), (164, other))
    ]
    w.release = releases.prepare(
        w.measure,
        title="New figures",
        year=2018,
        last_round=w.round,
        recorded=w.totals[:1],
        by=w.press,
        now=NOW,
    )
    return w


@pytest.fixture
def released(world):
    """Northshire's 48 and 68, checked; a release in preparation; two figures that contradict."""
    return rows.kept("staff, released", lambda: with_release(world))


def with_drafts(w: worlds.World) -> worlds.World:
    worlds.approve(w.release, by=w.approver, now=NOW, public_at=LATER)
    w.event = worlds.event(w.release)
    w.texts = press.draft_event(w.event, by=w.press, now=NOW)
    w.text = next(text for text in w.texts if text.body == "northshire")
    return w


@pytest.fixture
def drafted(released):
    return rows.kept("staff, drafted", lambda: with_drafts(released))


def with_everything(w: worlds.World) -> worlds.World:
    """Make a row in every table, one step after the other: each has its number by its order."""
    _add_release_and_texts(w)
    _add_file_and_what_rests_on_it(w)
    _add_lists(w)
    _add_contacts(w)
    _add_work_and_reader(w)
    _read_a_file(w)
    _add_decisions(w)
    _add_dispute(w)
    return w


def _add_release_and_texts(w: worlds.World) -> None:
    """Add the next release, an issued text and one that was edited."""
    w.round.name = "Round of the letters on online offences, sent in the autumn of 2019"
    w.round.save()  # names are as long as people make them
    w.next = releases.prepare(
        w.measure, title="Next", year=2018, last_round=w.round, by=w.press, now=NOW
    )
    worlds.issue(w.texts[-1], by=w.approver, now=NOW)
    w.text.headline, w.text.edited_by, w.text.edited_at = "Edited", w.press, LATER
    w.text.save()


def _add_file_and_what_rests_on_it(w: worlds.World) -> None:
    """Add a force’s file, and what is said of its figures with it."""
    w.file = Document(
        kind="return", title="northshire.pdf", sha256="a" * 64, size=len(PDF), added_by=w.officer
    )
    w.file.added_at = NOW
    w.file.file.save("northshire.pdf", ContentFile(PDF))
    w.submission.documents.add(w.file)
    FoiEvent.objects.create(submission=w.submission, kind="sent", on=NOW.date())
    Exemption.objects.create(
        submission=w.submission, section="40", recorded_by=w.officer, recorded_at=NOW
    )
    MeasureBreak.objects.create(measure=w.measure, year=2016, why="Counted anew.")
    PracticeAnswer.objects.create(
        submission=w.submission, question="flag", answer="Partly", document=w.file
    )
    ForceBreak.objects.create(
        measure=w.measure,
        force=w.force,
        year=2017,
        why="the force changed its system",
        document=w.file,
        submission=w.submission,
    )


def _add_lists(w: worlds.World) -> None:
    """Add what is no force’s own: a holiday, an offence, and a change of a row."""
    BankHoliday.objects.create(
        date="2019-08-26",
        title="Summer bank holiday",
        england_and_wales=True,
        scotland=False,
        northern_ireland=True,
    )
    Offence.objects.create(
        code="71.1",
        level="offence",
        class_code="71",
        name="Abuse through sexual exploitation",
        group="Sexual offences",
        child_specific=True,
    )
    RowChange.objects.create(
        at=NOW,
        person=w.officer,
        table="offences_force",
        row=w.force.pk,
        kind="changed",
        before='{"region": ""}',
        after='{"region": "North"}',
    )


def _add_contacts(w: worlds.World) -> None:
    """Add a letter that was sent, and whom a force and a newspaper are written to."""
    worlds.sent_letter(w.submission, w.officer)
    ForceContact.objects.create(force=w.force, name="Disclosure unit", email="foi@example.org")
    gazette = MediaContact.objects.create(outlet="Northshire Gazette", email="news@example.org")
    gazette.forces.add(w.force)


def _add_work_and_reader(w: worlds.World) -> None:
    """Add what waits to be done, and a reader before the release."""
    w.drafting = tasks.draft_events.enqueue(by=w.press.pk, events=[w.event.pk])
    brought = ["gone", "counts.csv", "", "", ""]
    w.reading = tasks.preview_counts.enqueue(by=w.officer.pk, file=brought)
    w.reader = PreReleaseReader.objects.create(
        release=w.release,
        name="Flo Ash",
        role="Chair, the charity",
        email="flo@example.org",
        why="Answers to ministers",
        opens_at=NOW,
        expires_at=LATER,
        added_by=w.lead,
        added_at=NOW,
    )


def _add_decisions(w: worlds.World) -> None:
    """Add a rule on what is not shown, and a number that is public already."""
    DisclosureRule.objects.create(
        measure=w.measure, reason="Nothing yet.", decided_by=w.lead, decided_at=NOW
    )
    AlreadyPublic.objects.create(
        force=w.force,
        category=Category.objects.filter(breakdown__measure=w.measure).first(),
        year=2018,
        value=3,
        document=w.document,
        recorded_by=w.lead,
        recorded_at=NOW,
    )


def _add_dispute(w: worlds.World) -> None:
    """Add a force that disputes what is approved; and one that was sent its figures to answer."""
    w.dispute = releases.open_dispute(
        w.release,
        w.force,
        years=["2018/19"],
        says="Two crimes were counted twice.",
        said_on=NOW.date(),
        owner=w.officer,
        by=w.officer,
        now=NOW,
    )
    releases.send(w.next, by=w.officer, now=NOW, due_on=NOW.date())


@pytest.fixture
def everything(drafted):
    """A row in every table, each in the state in which its steps can be taken."""
    made = rows.kept("staff, everything", lambda: with_everything(drafted))
    remember_charity()  # as a process has read it before
    return made


def _read_a_file(w: worlds.World) -> None:
    """A force’s own file with a label that nobody knows, and one cell that it is asked about."""
    reference.charity()
    file = b"Offence,2016/17,2017/18,2018/19\nSexual assault,5,<5,12 (est)\nSomething else,1,2,3\n"
    w.read = readings.upload(w.submission, file, "northshire.csv", by=w.officer, now=NOW)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)  # again, with its file
    w.query = FoiQuery.objects.create(  # not by `ask`, which takes the return’s check away
        submission=w.submission,
        document=w.read.document,
        cell="D2",
        what="Sexual assault, 2018/19",
        question="What is “12 (est)”?",
        asked_by=w.officer,
        asked_at=NOW,
    )
    CategorySpelling.objects.create(
        measure=w.measure, role="offence", spelling="Assaults", added_by=w.officer, added_at=NOW
    )
    message = b"From: foi@north.example\nSubject: Received\n\nNorthshire Police received it."
    (arrival,) = take_in(w.round, [("received.eml", message)], by=w.officer, now=NOW)
    w.reply = arrival.reply
    SentText.objects.create(
        issued_text=IssuedText.objects.first(),
        contact=MediaContact.objects.first(),
        outlet="Northshire Gazette",
        to="desk@example.org",
        subject="EMBARGOED",
        body="EMBARGOED",
        message_id="<2@example.org>",
        reserved_by=w.press,
        reserved_at=NOW,
    )
    w.texts_sending = tasks.send_texts.enqueue(by=w.press.pk, event=w.event.pk)
    w.notices_sending = tasks.send_notices.enqueue(by=w.press.pk, release=w.release.pk)
    w.sending = tasks.send_letters.enqueue(by=w.officer.pk, round=w.round.pk, kind="sent")
    w.waiting = tasks.read_returns.enqueue(by=w.officer.pk, documents=[w.read.document_id])
