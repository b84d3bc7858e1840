"""Articles that have a figure which was wrong: noted, asked about, put right."""

import datetime as dt

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from offences.models import PrintedArticle, Release
from offences.refused import Refused

FIRST_ASKED_AGAIN = dt.timedelta(days=1)


def note_article(
    release: Release, *, outlet: str, url: str, printed: str, by: User, now: dt.datetime
) -> PrintedArticle:
    """Note an article that has the wrong figure; its newsroom is asked from the next day on."""
    _require(by)
    article = PrintedArticle(
        release=release,
        outlet=outlet,
        url=url.strip(),
        printed=" ".join(printed.split()),
        noted_by=by,
        noted_at=now,
        ask_on=localdate(now) + FIRST_ASKED_AGAIN,
    )
    try:
        article.full_clean(exclude=["noted_by", "asked_on", "put_right_at"])
    except ValidationError as wrong:
        raise Refused(" ".join(dict.fromkeys(wrong.messages))) from wrong
    article.save()
    return article


def record_correction_request(
    article: PrintedArticle, *, again_on: dt.date, by: User, now: dt.datetime
) -> None:
    """Record that a newsroom was asked today, and when it is to be asked again."""
    _require(by)
    today = localdate(now)
    if again_on <= today:
        raise Refused("Choose a day after today for asking again.")
    if not _waiting(article).update(asked_on=today, ask_on=again_on):
        raise Refused("A colleague has already recorded that it was put right.")


def record_put_right(article: PrintedArticle, *, how: str, by: User, now: dt.datetime) -> None:
    """Record that an article was put right, or that its newsroom will not, and how we know."""
    _require(by)
    how = " ".join(how.split())
    if not how:
        raise Refused("Say how you know: “by phone”, “the page was changed”.")
    with transaction.atomic():
        if not _waiting(article).update(how=how[:200], put_right_by=by, put_right_at=now):
            raise Refused("A colleague has already recorded that it was put right.")


def _waiting(article: PrintedArticle):
    return PrintedArticle.objects.filter(pk=article.pk, put_right_at__isnull=True)


def _require(by: User) -> None:
    if not by.has_perm("offences.change_printedarticle"):
        raise Refused("Only press officers record what newspapers printed.")
