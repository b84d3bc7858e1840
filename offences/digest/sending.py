"""Digests on their way: one a person and day, reserved before it is delivered.

One whose arrival nobody knows is not sent a second time that day. What it said is in the next one,
which reports all that the last one that surely left did not.
"""

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from offences import mail
from offences.clocks import working_days
from offences.digest.news import DigestDay, NewsItem, news_for
from offences.models import Account, DigestReader, SentDigest

SENT_AT = dt.time(7)


def next_morning(now: dt.datetime) -> dt.datetime:
    """Seven o’clock in London on the next working day that has not reached it."""
    days, today = working_days(), timezone.localdate(now)
    for day in (today, days.after(today, 1)):
        morning = timezone.make_aware(dt.datetime.combine(day, SENT_AT))
        if days.is_working_day(day) and morning > now:
            break
    return morning


def send_if_working_day(now: dt.datetime) -> dict[str, int]:
    """Send today’s digests, unless nobody works today."""
    return send_digests(now) if working_days().is_working_day(timezone.localdate(now)) else {}


def send_digests(now: dt.datetime) -> dict[str, int]:
    """Send today’s digests; return how many of them came to what."""
    today = timezone.localdate(now)
    SentDigest.objects.waiting().filter(on__lt=today).delete()  # today’s says more
    reserve(now)
    came: dict[str, int] = {}
    for digest in SentDigest.objects.waiting().filter(on=today).select_related("person"):
        state = _send(digest)
        came[state] = came.get(state, 0) + 1
        if state == "unreachable":
            break  # the others would wait for the same server in vain
    return came


def reserve(now: dt.datetime) -> None:
    """Reserve the digest of each person for whom there is something new; one a day."""
    digest_day = DigestDay(now)
    today = digest_day.today
    done = set(SentDigest.objects.filter(on=today).values_list("person", flat=True))
    readers = DigestReader.objects.filter(person__in=Account.objects.open(today).order_by())
    readers = readers.exclude(person__email="")
    for reader in readers.select_related("person").order_by("pk"):
        if reader.person_id in done:
            continue
        news = news_for(reader.person, digest_day)
        before = _reported(reader.person)
        if new := [item for item in news if item.key not in before]:
            digest = _digest_of(reader.person, new, digest_day)
            digest.keys = [item.key for item in news]
            SentDigest.objects.bulk_create([digest], ignore_conflicts=True)


def _reported(person: User) -> set[str]:
    """The keys of the last digest that surely left."""
    sent = SentDigest.objects.filter(person=person, sent_at__isnull=False)
    return set(sent.order_by("-on").values_list("keys", flat=True).first() or ())


def _digest_of(person: User, news: list[NewsItem], digest_day: DigestDay) -> SentDigest:
    groups: dict[str, list[NewsItem]] = {}
    for item in news:
        groups.setdefault(item.kind, []).append(item)
    shown: dict[str, object] = {"person": person, "groups": groups.items(), "number": len(news)}
    shown |= {
        "today": digest_day.today,
        "site": settings.SITE_ADDRESS,
        "start": reverse("admin:index"),
    }
    subject, _, body = render_to_string("letters/digest.txt", shown).partition("\n")
    return SentDigest(
        person=person,
        on=digest_day.today,
        to=person.email,
        subject=subject.removeprefix("Subject: ").strip(),
        body=body.strip() + "\n",
        message_id=mail.new_message_id(),
        reserved_at=digest_day.now,
    )


def _send(digest: SentDigest) -> str:
    headers = {"Message-ID": digest.message_id, "Auto-Submitted": "auto-generated"}
    message = EmailMessage(digest.subject, digest.body, to=[digest.to], headers=headers)
    rows = SentDigest.objects.filter(pk=digest.pk)
    state = mail.send_reserved(rows, message)
    if state == "sent":
        rows.update(sent_at=timezone.now())
    return state
