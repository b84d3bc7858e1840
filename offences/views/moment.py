"""The moment a request asks about, the releases public then, the page that shows them.

The middleware takes the moment before anything is read, so that a page that is made across an
embargo's minute is of one side of it. In a preview the moment is the minute of the release.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix, set_script_prefix

from offences.models import Force, Release
from offences.releases.prerelease_access import EarlyView
from offences.releases.public_state import PublicRequest, PublicState
from offences.trends import Trend, nationals_of, released_trends


def public_state(request: HttpRequest) -> PublicState:
    """Everything public that could change, as it was at the moment that this answer is about."""
    return cast(PublicRequest, request).public


def moment(request: HttpRequest) -> dt.datetime:
    """The moment that this answer describes."""
    return public_state(request).at


def released(request: HttpRequest) -> list[Release]:
    """The newest public release of each measure at that moment."""
    return public_state(request).newest


def preview_of(request: HttpRequest) -> EarlyView | None:
    """The preview that is read (offences.as_at); None on the public site."""
    return getattr(request, "as_at", None)


def cached_for[Result](
    request: HttpRequest,
    what: Hashable,
    force: Force | None,
    releases: Sequence[Release],
    make: Callable[[], Result],
) -> Result:
    """Compute a result from a force and these releases alone, the first time only."""
    rows = [force] if force else []
    made_of = (row for release in releases for row in (release, release.measure))
    return public_state(request).results.cached(what, [*rows, *made_of], make)


def trends_of(request: HttpRequest, force: Force, releases: Sequence[Release]) -> list[Trend]:
    """One force's trend in each of some releases."""

    def make() -> list[Trend]:
        nationals = cached_for(request, "nationals", None, releases, lambda: nationals_of(releases))
        return released_trends(force, releases, nationals)

    return [*cached_for(request, "trends", force, releases, make)]


def release_note_of(releases: Sequence[Release]) -> str:
    """What readers should know of where the figures of these releases come from."""
    return next((release.note for release in releases if release.note), "")


def page(
    request: HttpRequest, template: str, releases: Sequence[Release], /, **context: object
) -> HttpResponse:
    """A public page, with its own address and the note of these releases."""
    address = request.build_absolute_uri(request.path)
    shared = {"release_note": release_note_of(releases), "canonical": address}
    return render(request, template, shared | context)


@contextmanager
def public_addresses(request: HttpRequest) -> Iterator[None]:
    """Make links those of the public site within this block, even in a preview: for feeds."""
    inside = get_script_prefix()
    if settings.SITE_ADDRESS:  # Django’s feed and map ask for the host and the scheme alone
        scheme, _, host = settings.SITE_ADDRESS.partition("://")
        request.get_host = lambda: host  # type: ignore[method-assign]
        request.META |= {"HTTP_X_FORWARDED_PROTO": scheme, "wsgi.url_scheme": scheme}
    set_script_prefix(f"{request.META.get('SCRIPT_NAME', '')}/")
    try:
        yield
    finally:
        set_script_prefix(inside)
