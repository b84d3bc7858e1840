"""Where a release stands: four steps with who and when; and its findings as they are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone

from offences import releases
from offences.models import Release, ScreeningAnswer
from offences.staff.people import who_and_when
from offences.staff.today.queues import page_of


@dataclass(frozen=True)
class Step:
    """One of the four steps of a release."""

    name: str
    said: str
    done: bool
    now: bool  # the one that is to be taken next


def where_it_stands(release: Release) -> dict[str, object]:
    """For every page of a release: its steps, and whether it was sent back since."""
    steps = [
        ("Prepared", release.prepared_by, release.prepared_at),
        ("Screened", release.screened_by, release.screened_at),
        ("In review", release.review_by, release.review_at),
        ("Approved", release.approved_by, release.approved_at),
    ]
    done = sum(when is not None for _, _, when in steps)
    return {
        "steps": [
            Step(name, who_and_when(who, when), when is not None, number == done)
            for number, (name, who, when) in enumerate(steps)
        ],
        "opens": moment_of(release),
        "opened": release.public_at is not None and release.public_at <= timezone.now(),
        "sent_back": who_and_when(release.sent_back_by, release.sent_back_at)
        if release.sent_back_at and release.approved_at is None
        else "",
    }


def has_moved(release: Release, fingerprint: str) -> bool:
    """Whether a release that was screened would publish something else by now."""
    return bool(fingerprint and release.screened_of) and release.screened_of != fingerprint


def moment_of(release: Release) -> str:
    """“00:01 on 25 June 2019”; without the clock where the day itself is not known."""
    if release.public_at is None:
        return ""
    if release.public_precision != "day":
        return release.public_in_words
    return f"{timezone.localtime(release.public_at):%H:%M} on {release.public_in_words}"


@dataclass(frozen=True)
class Told:
    """One finding as its page shows it."""

    finding: releases.Finding
    items: Sequence[tuple[str, str]]  # words, and the address where it is mended
    answers: Sequence[ScreeningAnswer]
    is_answered: bool
    why_not: str  # why this person does not answer it


def told(
    release: Release, answered: Iterable[releases.AnsweredFinding], person: User
) -> list[Told]:
    wrote = releases.who_wrote(release)
    return [
        Told(
            each.finding,
            [
                (item.words, page_of(item.model, item.page, item.pk) if item.model else "")
                for item in each.finding.items
            ],
            each.answers,
            each.is_answered,
            releases.why_not_answer(each.finding, person, wrote),
        )
        for each in answered
    ]
