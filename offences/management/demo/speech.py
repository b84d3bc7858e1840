"""The releases of the time, and the campaign event that spoke from one of them."""

import calendar
import datetime as dt

from django.contrib.auth.models import User
from django.utils import timezone

from offences import models as db
from offences import press, releases
from offences.accounts.backend import NOWHERE
from offences.management.logins import people
from offences.press.signers import token_of
from offences.statistics.dates import Precision

# Measure, month, newest year, the round it closes with, title.
RELEASES = [
    ("cyber-flagged", "2016-06", 2015, "2016"),
    ("cyber-flagged", "2017-06", 2016, "2017"),
    ("cyber-flagged", "2019-06", 2018, "2019"),
    ("cyber-flagged", "2020-09", 2019, "2020"),
    ("sexual-communication", "2024-10", 2023, "2024-10-sexual-communication"),
]

EVENT = "how-safe-are-our-children-2019"
FROM_PRINT = (
    "Demonstration. Every figure was published by the charity or a newspaper and is shown with "
    "its source. We have added none."
)
NOTICE = "Demonstration. Made from published figures to show how this site works. Nobody sent it."


QUOTE = {
    "words": (
        "Behind these figures are children who should have been safe. Social networks must be made "
        "to protect them."
    ),
    "name": "Alex Example",
    "title": "made up for this demonstration",
}
SIGN = {
    db.SignRole.DATA: "data-officer",
    db.SignRole.POLICY: "data-lead",
    db.SignRole.LEGAL: "checker",
    db.SignRole.SAFEGUARDING: "Robin Example",
    db.SignRole.MEDIA: "approver",
}
"""Who signs in each role: a login, or somebody without one."""
AS_PRINTED = "As published at the time; see its publication."


def is_loaded() -> bool:
    """Whether the database was begun as the demonstration: its releases are never removed."""
    return db.Release.objects.filter(note=FROM_PRINT).exists()


def release_history(officer: User, lead: User, approver: User, now: dt.datetime) -> None:
    for slug, month, year, last_round in RELEASES:
        measure = db.Measure.objects.get(slug=slug)
        public_at = end_of(month)
        if db.Release.objects.filter(measure=measure, public_at=public_at).exists():
            continue
        release = releases.prepare(
            measure,
            title=f"{measure.name}: the figures of {public_at:%B %Y}",
            year=year,
            last_round=db.FoiRound.objects.get(slug=last_round),
            recorded=_recorded_by(measure, year, public_at.date()),
            note=FROM_PRINT,
            by=officer,
            now=now,
        )
        to_review(release, officer, lead, now, AS_PRINTED)
        releases.approve(
            release, by=approver, now=now, public_at=public_at, precision=Precision.MONTH
        )


def to_review(release: db.Release, officer: User, lead: User, now: dt.datetime, words: str) -> None:
    """Answer the screening’s findings as the people who may, and send it to review."""
    found = releases.screen(release, releases.snapshot(release))
    for by, is_error in ((lead, True), (officer, False)):
        asked = [finding for finding in found if finding.is_error == is_error]
        releases.answer_all(release, asked, words, by=by, now=now)
    releases.mark_screened(release, by=officer, now=now)
    releases.send_to_review(release, by=officer, now=now)


def _recorded_by(measure: db.Measure, year: int, day: dt.date) -> list[db.RecordedFigure]:
    """The figures published by then; of the two counts of ten and under, the event's own."""
    known = db.RecordedFigure.objects.filter(year__lte=year, document__published_on__lte=day)
    other_count = ("age_total", 164)
    return [f for f in known.filter(measure=measure) if (f.claim, f.value) != other_count]


def campaign(officer: User, approver: User, now: dt.datetime) -> db.CampaignEvent:
    wanted, is_new = db.Campaign.objects.get_or_create(
        slug="wild-west-web",
        defaults={
            "name": "Wild West Web",
            "charity": "the NSPCC",
            "ask": (
                "The NSPCC is calling on the UK government for a law and an independent regulator "
                "to make social networks protect children."
            ),
            "short_ask": (
                "The NSPCC urges the UK government to make social networks protect children by law"
            ),
            "about": "The NSPCC is a charity that works to prevent the abuse of children.",
        },
    )
    embargo_at = end_of("2019-06")
    event, _ = db.CampaignEvent.objects.get_or_create(
        slug=EVENT,
        defaults={
            "name": "How Safe Are Our Children? 2019",
            "description": "the charity’s yearly conference",
            "campaign": wanted,
            "release": db.Release.objects.get(measure__slug="cyber-flagged", public_at=embargo_at),
            "embargo_at": embargo_at,
            "embargo_precision": Precision.MONTH,
            "contact": "For this demonstration there is no press office: nothing was sent.",
            "notice": NOTICE,
        },
    )
    if is_new:
        quote = db.EventQuote(event=event, **QUOTE)
        for words in (wanted, quote):
            press.record_writer(words, officer)
            words.save()
            press.approve_words(words, by=approver, now=now, seen=words.words_hash)
    return event


def texts(event: db.CampaignEvent, officer: User, approver: User, now: dt.datetime) -> None:
    """Drafts for all; Cambridgeshire's and the national one are issued."""
    if not db.PressRelease.objects.filter(event=event).exists():
        press.draft_event(event, by=officer, now=now)
    drafts = db.PressRelease.objects.drafts().filter(event=event)
    for text in drafts.filter(body__in=["cambridgeshire", "national"]):
        sign_and_issue(text, approver, now)


def sign_and_issue(text: db.PressRelease, approver: User, now: dt.datetime) -> None:
    """Approve the words of all texts, have a made-up person sign in each role, and issue."""
    event = text.event
    for words in press.words_of(event):
        if not words.is_approved:
            press.approve_words(words, by=approver, now=now, seen=words.words_hash)
    if not event.signers.exists():
        _name_signers(event, approver, now)
    for role in press.states_of(event, [text])[0].needed:
        (state,) = press.states_of(event, [text])
        signer = event.signers.get(role=role)
        hand: dict = {"by": signer.account, "now": now}
        if signer.account is None:  # a link opens nothing after the embargo
            before = event.embargo_at - dt.timedelta(minutes=1)
            hand = {"link": token_of(signer), "now": min(now, before)}
        press.review(text, db.ReviewKind.APPROVED, role=role, seen=state.fingerprint, **hand)
    press.issue(text, by=approver, now=now)


def _name_signers(event: db.CampaignEvent, approver: User, now: dt.datetime) -> None:
    """Five people, as nobody signs a text twice; safeguarding is from outside and has no login."""
    accounts, due = people(), timezone.localtime(now).date()
    for role in db.SignRole:
        signer = db.EventSigner(
            event=event, role=role, due_on=due, account=accounts.get(SIGN[role])
        )
        signer.name, signer.email = SIGN[role], f"{role}@{NOWHERE}"
        press.name_signer(signer, by=approver, now=now)


def end_of(month: str) -> dt.datetime:
    """The last minute of a month, London time: by then what is dated to it was public."""
    year, number = map(int, month.split("-"))
    last = calendar.monthrange(year, number)[1]
    return dt.datetime(year, number, last, 23, 59, tzinfo=timezone.get_default_timezone())
