"""Sessions of a person: all of them end at once, wherever they are."""

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(person: User) -> None:
    """End every session of a person, those too that still wait for a second factor."""
    waiting = user_pk_to_url_str(person)
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        stored = session.get_decoded()
        login = stored.get(LOGIN_SESSION_KEY) or {}
        if stored.get(SESSION_KEY) == str(person.pk) or login.get("user_pk") == waiting:
            session.delete()
