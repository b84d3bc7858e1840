"""What `check --deploy` finds in settings with which the site starts all the same."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

HERE = {"localhost", "127.0.0.1", "::1"}


@register(Tags.security, deploy=True)
def check_backups(app_configs: Any, **of_check: Any) -> list[CheckMessage]:
    """Backups are made, and this machine cannot read them."""
    found: list[CheckMessage] = []
    if settings.BACKUP_DIRECTORY is None:
        found.append(
            Warning(
                "BACKUP_DIRECTORY is not set, so no backups are made.",
                hint="If it is in the file of settings, the shell stopped above it: a value with a "
                "space, < or & is written in quotes.",
                id="offences.W001",
            )
        )
    if settings.BACKUP_KEY.upper().startswith("AGE-SECRET-KEY-"):
        found.append(
            Error(
                "BACKUP_KEY is the secret key of its pair: anybody who can read the settings of "
                "this machine can open every backup.",
                hint="It has been on this machine, so make a new pair (backup --new-key), set "
                "BACKUP_KEY to the public key, which begins with age1, and store the secret one "
                "away from here. The old one still opens the backups made so far.",
                id="offences.E001",
            )
        )
    return found


@register(Tags.security, deploy=True)
def check_mail(app_configs: Any, **of_check: Any) -> list[CheckMessage]:
    """E-mails leave this machine encrypted."""
    server: Any = settings.MAILERS["default"].get("OPTIONS", {})
    host = server.get("host", "localhost")
    if host in HERE or server.get("use_tls") or server.get("use_ssl"):
        return []
    return [
        Warning(
            f"EMAIL_URL sends to {host} without TLS: letters and links for passwords can be read "
            "on the way.",
            hint="Write smtp+starttls:// or smtps:// in place of smtp://.",
            id="offences.W002",
        )
    ]
