"""A session of the officer with a second factor proved just now: python -m tests.machines.officer.

It prints the session's key.
"""

import time


def log_in() -> str:
    import django

    django.setup()
    from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
    from allauth.account.internal.userkit import user_id_to_str
    from django.conf import settings
    from django.contrib import auth
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    officer, session = User.objects.get(username="ann.lee"), SessionStore()
    session[auth.SESSION_KEY] = str(officer.pk)
    session[auth.BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[auth.HASH_SESSION_KEY] = officer.get_session_auth_hash()
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = user_id_to_str(officer)
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    print(log_in())
