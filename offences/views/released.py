"""The one moment that a request asks about, and the releases that are public then.

The middleware takes the moment before anything is read, so that a page that is made across an
embargo's minute is of one side of it. In a preview the moment is the minute of the release.
"""

import datetime as dt

from django.http import HttpRequest

from offences.models import Release


def moment(request: HttpRequest) -> dt.datetime:
    """The moment about which everything in this answer is asked."""
    return request.public.at  # type: ignore[attr-defined]


def released(request: HttpRequest) -> list[Release]:
    """The newest public release of each measure at that moment, found once to tag the answer."""
    return list(request.public_releases)  # type: ignore[attr-defined]
