"""The frame of a release's pages: its four steps, each with who took it and when."""

import contextlib
from typing import Any

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from offences import releases
from offences.models import Release
from offences.refused import Refused
from offences.releases import prerelease_access
from offences.staff.forms import faults_of
from offences.staff.names import who_and_when
from offences.staff.pages import show_page
from offences.staff.send_backs import notes_of


def release_or_404(pk: int) -> Release:
    people = ("prepared_by", "screened_by", "review_by", "approved_by")
    rows = Release.objects.select_related("measure", "last_round", *people)
    return get_object_or_404(rows, pk=pk)


def show_release(
    request: HttpRequest,
    name: str,
    release: Release | None,
    *,
    title: str,
    form: forms.BaseForm | None = None,
    **context: object,
) -> TemplateResponse:
    """Render a page of a release, with its steps and what is wrong with its form."""
    frame: dict[str, Any] = signoff_of(release) if release else {}
    frame |= {"form": form, "faults": faults_of(form) if form else [], "release": release}
    frame |= context
    return show_page(request, f"releases/{name}", title=title, subject=release or Release, **frame)


def signoff_of(release: Release) -> dict[str, object]:
    """The steps of a release, when it opens, and why it was sent back."""
    steps = {
        "Prepared": (release.prepared_by, release.prepared_at),
        "Screened": (release.screened_by, release.screened_at),
        "In review": (release.review_by, release.review_at),
        "Approved": (release.approved_by, release.approved_at),
    }
    done = sum(when is not None for _, when in steps.values())
    return {
        "steps": [
            {
                "name": name,
                "taken": who_and_when(*taken),
                "is_done": taken[1] is not None,
                "is_next": number == done,
            }
            for number, (name, taken) in enumerate(steps.items())
        ],
        "opens": opening_of(release),
        "has_opened": release.public_at is not None and release.public_at <= timezone.now(),
        "notes": notes_of(release) if release.approved_at is None else [],
    }


def has_changed(release: Release, fingerprint: str) -> bool:
    """Whether a screened release would now publish something else."""
    return bool(fingerprint and release.screened_of) and release.screened_of != fingerprint


def opening_of(release: Release) -> str:
    """When a release opens: “00:01 on 25 June 2019”; no time where the day is not known."""
    if release.public_at is None:
        return ""
    if release.public_precision != "day":
        return release.public_in_words
    return f"{timezone.localtime(release.public_at):%H:%M} on {release.public_in_words}"


def frame_of(release: Release) -> dict[str, object]:
    """The frame of a release's record: its steps, and the other pages it has."""
    more = signoff_of(release)
    more["has_preview"] = not prerelease_access.why_no_preview(release, timezone.now())
    if release.screened_at and release.approved_at is None:
        # Its screening says what is wrong, and waits for the worker.
        quietly = contextlib.suppress(Refused, releases.HidingNotComputed)
        with quietly, releases.leaving_large_tables_to_worker():
            more["changed"] = has_changed(release, releases.snapshot(release).fingerprint)
    return more
