#!/usr/bin/env python
"""Django's command line for this project."""

import os
import secrets
import sys

# They sign nothing and touch no stored data: files to JSON, models to migrations. Any key will do.
NEED_NO_KEY = {"check_text", "claims", "foi_clock", "makemigrations", "read_return"}
NEW_PAIR = ["backup", "--new-key"]  # is made before there are settings


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    needs_none = NEED_NO_KEY.intersection(sys.argv[1:2]) or sys.argv[1:3] == NEW_PAIR
    if needs_none and not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
        os.environ["ALLOWED_HOSTS"] = os.environ.get("ALLOWED_HOSTS") or "localhost"
    if sys.argv[1:3] == NEW_PAIR:
        os.environ["DATABASE_URL"] = "sqlite:///:memory:"  # it needs none, and leaves no file
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:  # a setting: its sentence says what to set
        sys.exit(f"manage.py: {error}")


if __name__ == "__main__":
    main()
