"""What `check --deploy` finds in settings with which the site starts all the same."""

import os
from pathlib import Path
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
    elif not os.access(place := Path(settings.BACKUP_DIRECTORY), os.W_OK | os.X_OK):
        fault = "cannot be written by this user" if place.exists() else "is not there"
        found.append(
            Warning(
                f"BACKUP_DIRECTORY {fault}: {place}",
                hint="As root run install -d -o offences -g offences with that folder.",
                id="offences.W003",
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
def check_proxies(app_configs: Any, **of_check: Any) -> list[CheckMessage]:
    """The proxy that speaks HTTPS is known, so that visitors are told apart."""
    if settings.TRUSTED_PROXIES or not settings.HTTPS_ONLY:
        return []
    return [
        Warning(
            "TRUSTED_PROXIES is empty, so all visitors behind the proxy count as one: a few who "
            "mistype their passwords lock everybody out.",
            hint="Set it to the number of proxies in front of the site, such as 1.",
            id="offences.W004",
        )
    ]


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
