"""The one moment that a request asks about, and the releases that are public then.

The middleware takes the moment before anything is read, so that a page that is made across an
embargo's minute is of one side of it. In a preview the moment is the minute of the release.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.http import HttpRequest
from django.urls import get_script_prefix, set_script_prefix

from offences.models import Release
from offences.releases.prerelease_access import EarlyView
from offences.releases.public_state import PublicRequest


def moment(request: HttpRequest) -> dt.datetime:
    """The moment about which everything in this answer is asked."""
    return cast(PublicRequest, request).public.at


def released(request: HttpRequest) -> list[Release]:
    """The newest public release of each measure at that moment, found once to tag the answer."""
    return list(cast(PublicRequest, request).public_releases)


def preview_of(request: HttpRequest) -> EarlyView | None:
    """The preview that is read (offences.as_at); None on the public site."""
    return getattr(request, "as_at", None)


@contextmanager
def public_addresses(request: HttpRequest) -> Iterator[None]:
    """Meanwhile every address is the public one, also in a preview: for what programs keep."""
    inside = get_script_prefix()
    set_script_prefix(f"{request.META.get('SCRIPT_NAME', '')}/")
    try:
        yield
    finally:
        set_script_prefix(inside)
