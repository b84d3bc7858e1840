"""Who asks for a page, and who did what and when, in words."""

import datetime as dt

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone


def signed_in(request: HttpRequest) -> User:
    """The person who asks: the admin's own views let in nobody else."""
    assert isinstance(request.user, User)
    return request.user


def name_of(person: User) -> str:
    return person.get_full_name() or person.get_username()


def who_and_when(who: User | None, when: dt.datetime | None) -> str:
    """“by Ann Lee, 3 May 2019, 10:42”."""
    if who is None or when is None:
        return "not yet"
    when = timezone.localtime(when)
    return f"by {name_of(who)}, {when.day} {when:%B %Y, %H:%M}"
