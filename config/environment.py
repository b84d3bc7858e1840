"""What settings.py reads from the environment; `.env.example` lists each variable.

A wrong value is `ImproperlyConfigured`: nothing starts, and the message says how to correct it.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.checks.security.base import (
    SECRET_KEY_INSECURE_PREFIX,
    SECRET_KEY_MIN_LENGTH,
    SECRET_KEY_MIN_UNIQUE_CHARACTERS,
)
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host
from pyrage import IdentityError, x25519

MAKE_A_KEY = 'python -c "import secrets; print(secrets.token_urlsafe(50))"'


def text(name: str) -> str:
    """A variable without blanks around it; empty if it is not set."""
    return os.environ.get(name, "").strip()


def flag(name: str, default: str) -> bool:
    """A variable that is on or off."""
    value = os.environ.get(name, default).strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"", "0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is “{value}”. Set it to 1 (on) or 0 (off).")


def _refuse_weak(name: str, key: str, debug: bool) -> str:
    """Refuse a key that can be guessed; while developing any will do."""
    why = ""
    if len(key) < SECRET_KEY_MIN_LENGTH:
        why = f"has {len(key)} characters; it needs {SECRET_KEY_MIN_LENGTH}"
    elif len(set(key)) < SECRET_KEY_MIN_UNIQUE_CHARACTERS * 2:
        why = f"has {len(set(key))} different characters, so it can be guessed"
    elif key.startswith(SECRET_KEY_INSECURE_PREFIX):
        why = "is one that Django made to develop with, which others may have read"
    if why and not debug:
        raise ImproperlyConfigured(f"{name} {why}. Make a new one with {MAKE_A_KEY}.")
    return key


def secret_key(debug: bool, directory: Path) -> str:
    """The key from the environment; while developing, one made once and kept in this directory."""
    key = text("SECRET_KEY")
    if key:
        return _refuse_weak("SECRET_KEY", key, debug)
    if not debug:
        raise ImproperlyConfigured(
            f"SECRET_KEY is not set. Set it to a long random text ({MAKE_A_KEY}), or "
            "DEBUG=1 on your own machine."
        )
    kept = directory / "secret_key"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text().strip()


def former_secret_keys(debug: bool) -> list[str]:
    """Keys of before: what they signed is still read, and nothing new is made with them."""
    return [
        _refuse_weak("A key of SECRET_KEY_FALLBACKS", key, debug)
        for key in text("SECRET_KEY_FALLBACKS").split()
    ]


def allowed_hosts(debug: bool) -> list[str]:
    """The names that the site is asked by."""
    hosts = [h.strip() for h in text("ALLOWED_HOSTS").split(",") if h.strip()]
    if not debug and not hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is not set. Name the site's own addresses, with commas between them, "
            "such as figures.example.org, or set DEBUG=1 on your own machine."
        )
    if not debug and "*" in hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is *, so that the site would write links to any name that it is asked "
            "by. Name the site's own addresses, such as figures.example.org."
        )
    for host in hosts:
        if "/" in host or " " in host:
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS holds “{host}”. Write names only, with commas between them: "
                "figures.example.org,www.example.org."
            )
    return hosts


def site_address(debug: bool, hosts: list[str]) -> str:
    """The public address of the site, which whole addresses begin with; empty if not set."""
    address = text("SITE_ADDRESS").rstrip("/")
    parts = urlsplit(address)
    if address and (
        parts.scheme not in {"http", "https"} or parts.netloc != address[len(parts.scheme) + 3 :]
    ):
        raise ImproperlyConfigured(
            f"SITE_ADDRESS is “{address}”. Write the address that the public types, with nothing "
            "after the name: https://figures.example.org."
        )
    if address and not debug and not validate_host(parts.hostname or "", hosts):
        raise ImproperlyConfigured(
            f"SITE_ADDRESS names “{parts.hostname}”, which ALLOWED_HOSTS does not. Add it there."
        )
    return address


def media_root(directory: Path) -> Path:
    """Where documents are kept."""
    root = Path(os.environ.get("MEDIA_ROOT") or directory / "media").absolute()
    if root.exists() and not root.is_dir():
        raise ImproperlyConfigured(f"MEDIA_ROOT: {root} is not a directory.")
    return root


def cache_url() -> str:
    """The Valkey or Redis of CACHE_URL, which the processes of several machines share."""
    address = text("CACHE_URL").replace("valkey", "redis", 1)
    try:
        parts = urlsplit(address)
        is_whole = parts.port != 0 and bool(parts.hostname or parts.scheme == "unix")
    except ValueError as error:
        raise ImproperlyConfigured(f"CACHE_URL has a wrong port: {error}.") from error
    if address and (parts.scheme not in {"redis", "rediss", "unix"} or not is_whole):
        raise ImproperlyConfigured(
            "CACHE_URL must be like redis://:password@cache.example.org:6379/0, or begin with "
            "rediss:// (TLS) or unix:// (a socket). valkey:// is the same as redis://."
        )
    return address


def documents() -> dict[str, object]:
    """The storage of documents: the bucket of STORAGE_URL, or the folder MEDIA_ROOT."""
    address = text("STORAGE_URL")
    if not address:
        # What forces sent is nobody's business but ours.
        modes = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
        return {"BACKEND": "offences.storage.DocumentStorage", "OPTIONS": modes}
    try:
        parts = urlsplit(address)
        place = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    except ValueError as error:
        raise ImproperlyConfigured(f"STORAGE_URL has a wrong port: {error}.") from error
    bucket, _, folder = parts.path.strip("/").partition("/")
    protocol = {"s3": "https", "s3+http": "http"}.get(parts.scheme)
    if not (protocol and place and bucket):
        raise ImproperlyConfigured(
            "STORAGE_URL must be like s3://key:secret@s3.eu-west-2.amazonaws.com/bucket, or begin "
            "with s3+http:// (no TLS: a server on this machine)."
        )
    if not (parts.username and parts.password):
        raise ImproperlyConfigured(
            "STORAGE_URL has no key and secret. Write both in front of the server, with %2F for / "
            "in them: s3://key:secret@s3.eu-west-2.amazonaws.com/bucket."
        )
    region = dict(parse_qsl(parts.query)).get("region", "us-east-1")
    options = {
        "bucket_name": bucket,
        "location": folder,
        "endpoint_url": f"{protocol}://{place}",
        "region_name": region,
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
    }
    return {"BACKEND": "offences.object_storage.BucketStorage", "OPTIONS": options}


def files_keys() -> list[str]:
    """The keys of stored files: the first encrypts new ones, the others read those of before."""
    keys = text("FILES_KEY").split()
    for number, key in enumerate(keys, 1):
        try:
            x25519.Identity.from_str(key)
        except IdentityError as error:
            raise ImproperlyConfigured(
                f"FILES_KEY: its key {number} is no secret key of age, which begins with "
                "AGE-SECRET-KEY-1. Make one: manage.py backup --new-key."
            ) from error
    return keys


def backup_place(files_encrypted: bool) -> tuple[str | None, str]:
    """Where each night's backup is written, on another disk than the database, and its key."""
    directory, key = text("BACKUP_DIRECTORY") or None, text("BACKUP_KEY")
    if files_encrypted and directory and not key:
        raise ImproperlyConfigured(
            "FILES_KEY encrypts the files that are stored, and in BACKUP_DIRECTORY they would lie "
            "readable. Set BACKUP_KEY, too: manage.py backup --new-key makes a pair."
        )
    return directory, key


def mailer(directory: Path) -> dict[str, object]:
    """The mail server of EMAIL_URL; without one, a folder here in which each message is a file."""
    address = text("EMAIL_URL")
    if not address:
        folder = {"folder": directory / "mail"}
        return {"BACKEND": "offences.rounds.eml_files.EmlFiles", "OPTIONS": folder}
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"EMAIL_URL has a wrong port: {error}.") from error
    usual = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}.get(parts.scheme)
    if usual is None or not host:
        raise ImproperlyConfigured(
            "EMAIL_URL must be like smtp+starttls://user:password@mail.example.org:587, or begin "
            "with smtps:// (TLS from the start) or smtp:// (no TLS: a server on this machine)."
        )
    options = {
        "host": host,
        "port": port or usual,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+starttls",
        "use_ssl": parts.scheme == "smtps",
        "timeout": 60,
    }
    return {"BACKEND": "offences.mail.OurMail", "OPTIONS": options}


def mail_from() -> str:
    """The address that our letters come from."""
    address = text("EMAIL_FROM") or "foi@localhost"
    if "@" not in address or "\n" in address:
        raise ImproperlyConfigured(
            f"EMAIL_FROM is “{address}”. Write the address that forces answer to, such as "
            "Research team <foi@example.org>."
        )
    if text("EMAIL_URL") and not text("EMAIL_FROM"):
        raise ImproperlyConfigured(
            "EMAIL_URL is set: set EMAIL_FROM too, the address we write from."
        )
    return address


def identity_providers() -> dict[str, object]:
    """The charity's own accounts by OpenID Connect, if the three settings of it are there."""
    names = ("OIDC_SERVER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    server, client_id, secret = (text(name) for name in names)
    if not any((server, client_id, secret)):
        return {}
    missing = [name for name in names if not text(name)]
    if missing:
        raise ImproperlyConfigured(f"Set {', '.join(missing)} too: {', '.join(names)} go together.")
    parts = urlsplit(server)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise ImproperlyConfigured(
            f"OIDC_SERVER is “{server}”. Write the address of the provider, https and all, such as "
            "https://login.example.org/realms/staff."
        )
    app = {
        "provider_id": "oidc",
        "name": text("OIDC_NAME") or "your work account",
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def cdn_seconds() -> int:
    """So long a cache or CDN in front may keep a public page without asking again."""
    number = text("CDN_SECONDS") or "0"
    if not number.isdecimal() or int(number) > 60:
        raise ImproperlyConfigured(
            f"CDN_SECONDS is “{number}”. Set it to 0 (ask each time) to 60 seconds: so long a "
            "withdrawn release may still be shown."
        )
    return int(number)


def error_reports() -> str:
    """Where errors are reported to, in the words of a server that speaks Sentry's protocol."""
    address = text("SENTRY_DSN")
    if not address:
        return ""
    from sentry_sdk.utils import BadDsn, Dsn  # a tenth of a second, for those alone who use it

    try:
        Dsn(address)
    except (BadDsn, ValueError) as error:
        raise ImproperlyConfigured(
            f"SENTRY_DSN cannot be used: {error}. Copy it from the server of the reports, such as "
            "https://key@errors.example.org/1."
        ) from error
    return address


def personal_data_days(usual: dict[str, int]) -> dict[str, int]:
    """How many days each kind of personal data is kept."""
    days = dict(usual)
    for each in text("PERSONAL_DATA_DAYS").split():
        name, _, number = each.partition("=")
        if name not in usual or not number.isdecimal() or not 0 < int(number) < 40_000:
            raise ImproperlyConfigured(
                f"PERSONAL_DATA_DAYS holds “{each}”. Write a kind and its days, such as "
                f"replies=1095; the kinds are {', '.join(usual)}."
            )
        days[name] = int(number)
    return days


def trusted_proxies() -> int:
    """So many entries at the end of X-Forwarded-For are our proxies'; anyone can write the rest."""
    number = text("TRUSTED_PROXIES") or "0"
    if number not in {*"012345"}:
        raise ImproperlyConfigured(
            f"TRUSTED_PROXIES is “{number}”. Set it to the number of proxies in front of the site, "
            "0 to 5."
        )
    return int(number)
