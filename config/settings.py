"""The one settings file. Every choice that differs between machines is read from the environment;
`.env.example` lists each variable, and a wrong one stops the start with a sentence that mends it.
"""

import os
import secrets
from base64 import b64encode
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.checks.security.base import (
    SECRET_KEY_INSECURE_PREFIX,
    SECRET_KEY_MIN_LENGTH,
    SECRET_KEY_MIN_UNIQUE_CHARACTERS,
)
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host
from django.utils.csp import CSP, build_policy
from pyrage import IdentityError, x25519

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"


def _flag(name: str, default: str) -> bool:
    value = os.environ.get(name, default).strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"", "0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is “{value}”. Set it to 1 (on) or 0 (off).")


DEBUG = _flag("DEBUG", "0")
_MAKE_ONE = '"import secrets; print(secrets.token_urlsafe(50))"'


def _refuse_weak(name: str, key: str) -> str:
    """Refuse a key that can be guessed; while developing any will do."""
    why = ""
    if len(key) < SECRET_KEY_MIN_LENGTH:
        why = f"has {len(key)} characters; it needs {SECRET_KEY_MIN_LENGTH}"
    elif len(set(key)) < SECRET_KEY_MIN_UNIQUE_CHARACTERS * 2:
        why = f"has {len(set(key))} different characters, so it can be guessed"
    elif key.startswith(SECRET_KEY_INSECURE_PREFIX):
        why = "is one that Django made to develop with, which others may have read"
    if why and not DEBUG:
        raise ImproperlyConfigured(f"{name} {why}. Make a new one with python -c {_MAKE_ONE}.")
    return key


def _secret_key() -> str:
    """The key from the environment; while developing, one made once and kept in var/."""
    key = os.environ.get("SECRET_KEY", "").strip()
    if key:
        return _refuse_weak("SECRET_KEY", key)
    if not DEBUG:
        raise ImproperlyConfigured(
            f"SECRET_KEY is not set. Set it to a long random text (python -c {_MAKE_ONE}), or "
            "DEBUG=1 on your own machine."
        )
    kept = VAR / "secret_key"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text().strip()


SECRET_KEY = _secret_key()
# Keys of before: what they signed or encrypted is still read, and nothing new is made with them.
SECRET_KEY_FALLBACKS = [
    _refuse_weak("A key of SECRET_KEY_FALLBACKS", key)
    for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split()
]

ALLOWED_HOSTS = [h.strip() for h in os.environ.get("ALLOWED_HOSTS", "").split(",") if h.strip()]
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is not set. Name the site's own addresses, with commas between them, "
        "such as figures.example.org, or set DEBUG=1 on your own machine."
    )
if not DEBUG and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is *, so that the site would write links to any name that it is asked by. "
        "Name the site's own addresses, such as figures.example.org."
    )
for _host in ALLOWED_HOSTS:
    if "/" in _host or " " in _host:
        raise ImproperlyConfigured(
            f"ALLOWED_HOSTS holds “{_host}”. Write names only, with commas between them: "
            "figures.example.org,www.example.org."
        )


def _site_address() -> str:
    """The public address of the site, which whole addresses begin with; empty if not set."""
    address = os.environ.get("SITE_ADDRESS", "").strip().rstrip("/")
    parts = urlsplit(address)
    if address and (
        parts.scheme not in {"http", "https"} or parts.netloc != address[len(parts.scheme) + 3 :]
    ):
        raise ImproperlyConfigured(
            f"SITE_ADDRESS is “{address}”. Write the address that the public types, with nothing "
            "after the name: https://figures.example.org."
        )
    if address and not DEBUG and not validate_host(parts.hostname or "", ALLOWED_HOSTS):
        raise ImproperlyConfigured(
            f"SITE_ADDRESS names “{parts.hostname}”, which ALLOWED_HOSTS does not. Add it there."
        )
    return address


SITE_ADDRESS = _site_address()


def _database() -> dict[str, object]:
    address = os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'db.sqlite3'}"
    scheme = urlsplit(address).scheme
    if scheme not in {"sqlite", "postgresql", "postgres"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with “{scheme or address[:12]}”. It must begin with sqlite:/// "
            "(a file) or postgresql:// (a server, or a socket with ?host=/directory)."
        )
    try:
        urlsplit(address).port  # noqa: B018 - a port that is no number raises here
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL has a wrong port: {error}.") from error
    database = dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    if not database["NAME"] or (
        scheme == "sqlite" and address.rstrip("/") in {"sqlite:", "sqlite"}
    ):
        raise ImproperlyConfigured(
            "DATABASE_URL names no database. Write sqlite:///path/to/file or "
            "postgresql://user:password@host/name."
        )
    if scheme == "sqlite":
        # Two officers save at once: the second waits for the first instead of failing.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        if database["NAME"] != ":memory:":
            file = Path(str(database["NAME"]))
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ImproperlyConfigured(
                    f"DATABASE_URL: the directory {file.parent} cannot be made ({error.strerror})."
                ) from error
            if file.is_dir():
                raise ImproperlyConfigured(f"DATABASE_URL: {file} is a directory, not a file.")
            with suppress(OSError):  # if it cannot be made, the first query says so
                file.touch(mode=0o600, exist_ok=True)  # readable by the owner alone
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "offences.apps.OffencesAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "import_export",
    "django_tasks_db",
    "offences",
]

MIDDLEWARE = [
    "offences.middleware.SafeHeaders",  # first: every answer has them, errors and files too
    "offences.health.HealthChecks",  # asked by the machine's own address, as no page is
    "offences.middleware.PublicAnswers",  # before the rest: a page that is ready needs none of it
    "offences.middleware.SiteAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "offences.accounts.second_factor.SecondFactorRequired",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "offences.middleware.PracticeFiles",
    "offences.as_at.AsAt",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# What is public is asked this often in each process, and at once when a known minute opens.
PUBLIC_STATE_KEPT = timedelta(seconds=0.5)

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "offences.middleware.practice_year",
            ]
        },
    }
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"  # embargoes, FOI dates and financial years are all London's
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    # Chart.js as npm installed it; only its built files are served.
    ("chart.js", BASE_DIR / "node_modules" / "chart.js" / "dist"),
    # The two typefaces (SIL Open Font License), as npm installed them.
    *(
        ("fonts", BASE_DIR / "node_modules" / "@fontsource-variable" / name / "files")
        for name in ("source-sans-3", "source-serif-4")
    ),
]
# For pictures of charts, plain typefaces are made of the same two (offences.charts.typefaces).
TYPEFACES = {
    "packages": BASE_DIR / "node_modules" / "@fontsource-variable",
    "plain": VAR / "typefaces",
}
STORAGES = {
    "default": {
        "BACKEND": "offences.storage.DocumentStorage",
        # What forces sent is nobody's business but ours.
        "OPTIONS": {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}


def _files_keys() -> list[str]:
    """The keys of stored files: the first encrypts new ones, the others read those of before."""
    keys = os.environ.get("FILES_KEY", "").split()
    for number, key in enumerate(keys, 1):
        try:
            x25519.Identity.from_str(key)
        except IdentityError as error:
            raise ImproperlyConfigured(
                f"FILES_KEY: its key {number} is no secret key of age, which begins with "
                "AGE-SECRET-KEY-1. Make one: manage.py backup --new-key."
            ) from error
    return keys


FILES_KEYS = _files_keys()
FILE_UPLOAD_HANDLERS = [
    "offences.accounts.upload_limits.BoundedUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# A grid of ten years and forty categories, five times over, is one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT") or VAR / "media").absolute()
if MEDIA_ROOT.exists() and not MEDIA_ROOT.is_dir():
    raise ImproperlyConfigured(f"MEDIA_ROOT: {MEDIA_ROOT} is not a directory.")

# Long work (an import of thousands of rows, an event's drafts) is done by `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    # How often somebody failed to log in: one table that every process and every server counts in,
    # made after each migrate. allauth knows no other cache, so it has this one by itself.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sign_in_limits",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # What takes seconds to work out, as this process last did.
    "results": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "results"},
    # How far long work is, told from the worker to the pages: outside the database, where a
    # transaction that is not finished could not tell it.
    "progress": {
        "BACKEND": "offences.json_files.JsonFiles",
        "LOCATION": MEDIA_ROOT.parent / "progress",
        "TIMEOUT": 24 * 60 * 60,
    },
    # How often each address asked (offences.views.limits).
    "limits": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

# Where the worker writes the backup of each night, on another disk than the database; and the key
# that encrypts it.
BACKUP_DIRECTORY = os.environ.get("BACKUP_DIRECTORY", "").strip() or None
BACKUP_KEY = os.environ.get("BACKUP_KEY", "").strip()
BACKUPS_EXPECTED = not DEBUG
if FILES_KEYS and BACKUP_DIRECTORY and not BACKUP_KEY:
    raise ImproperlyConfigured(
        "FILES_KEY encrypts the files that are stored, and in BACKUP_DIRECTORY they would lie "
        "readable. Set BACKUP_KEY, too: manage.py backup --new-key makes a pair."
    )


def _mailer() -> dict[str, object]:
    """The mail server of EMAIL_URL; without one, a folder in which each message is a file."""
    address = os.environ.get("EMAIL_URL", "").strip()
    if not address:
        folder = {"folder": MEDIA_ROOT.parent / "mail"}
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
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}


MAILERS = {"default": _mailer()}
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "").strip() or "foi@localhost"
if "@" not in DEFAULT_FROM_EMAIL or "\n" in DEFAULT_FROM_EMAIL:
    raise ImproperlyConfigured(
        f"EMAIL_FROM is “{DEFAULT_FROM_EMAIL}”. Write the address that forces answer to, such as "
        "Research team <foi@example.org>."
    )
if os.environ.get("EMAIL_URL", "").strip() and not os.environ.get("EMAIL_FROM", "").strip():
    raise ImproperlyConfigured("EMAIL_URL is set: set EMAIL_FROM too, the address we write from.")

# Argon2 costs memory as well as time; those that were stored before are hashed anew as they log in.
PASSWORD_HASHERS = [
    f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("Argon2", "PBKDF2")
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = ["offences.accounts.backend.StaffAccounts"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
# From logging in, however busy the day: the form sets the end (offences.accounts.sign_in).
SESSION_COOKIE_AGE = 12 * 60 * 60
# A link that sets a password, of an invitation too: it also ends once it was used.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_ADAPTER = "offences.accounts.sign_in.StaffAdapter"
ACCOUNT_FORMS = {
    "login": "offences.accounts.sign_in.LogInForm",
    "reset_password": "offences.accounts.sign_in.ForgottenPasswordForm",
    "reset_password_from_key": "offences.accounts.sign_in.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_ENABLED = False  # accounts are made by a data lead's invitation
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation's link came by that address
ACCOUNT_SESSION_REMEMBER = True  # no question: every session ends by SESSION_COOKIE_AGE
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
# Of one address ten failures a minute, of one account five in a quarter of an hour.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/15m/key"}
# The second factor (offences.accounts.second_factor): codes of an app, passkeys, recovery codes.
MFA_ADAPTER = "offences.accounts.second_factor.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Online offences against children"
MFA_TOTP_TOLERANCE = 1  # of half a minute: clocks of phones differ
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Approving, issuing, opening a held-back file and changing roles ask again after so long.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_METHODS = ("mfa",)


def _providers() -> dict[str, object]:
    """The charity's own accounts by OpenID Connect, if the three settings of it are there."""
    names = ("OIDC_SERVER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    server, client_id, secret = (os.environ.get(name, "").strip() for name in names)
    if not any((server, client_id, secret)):
        return {}
    missing = [name for name in names if not os.environ.get(name, "").strip()]
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
        "name": os.environ.get("OIDC_NAME", "").strip() or "your work account",
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


SOCIALACCOUNT_PROVIDERS = _providers()
SOCIALACCOUNT_ADAPTER = "offences.accounts.oidc.ProviderAdapter"
# By a link: the policy lets no form of ours lead to another site. The state guards the way back.
SOCIALACCOUNT_LOGIN_ON_GET = True

# The one script within pages, which fetches the others once a chart is pointed at.
_LOADER = sha256((BASE_DIR / "templates" / "chart_loader.js").read_bytes())
# Nothing but our own files runs or is loaded, and no page of ours may be framed
# but a chart by itself (offences.answers.may_be_framed).
SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, f"'sha256-{b64encode(_LOADER.digest()).decode()}'"],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
# A proxy in front speaks HTTPS; HTTPS_ONLY=0 is for a test server on loopback.
HTTPS_ONLY = _flag("HTTPS_ONLY", "1")
# So many entries at the end of X-Forwarded-For are from our proxies; anyone can write the rest.
_proxies = os.environ.get("TRUSTED_PROXIES", "").strip() or "0"
if _proxies not in {*"012345"}:
    raise ImproperlyConfigured(
        f"TRUSTED_PROXIES is “{_proxies}”. Set it to the number of proxies in front of the site, "
        "0 to 5."
    )
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(_proxies)
# What browsers may use on our pages: the clipboard for *Copy*, and passkeys.
_ALLOWED = "clipboard-write fullscreen publickey-credentials-create publickey-credentials-get"
_DENIED = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope hid "
    "idle-detection magnetometer microphone midi payment picture-in-picture screen-wake-lock "
    "serial usb xr-spatial-tracking"
)
SAFE_HEADERS = {
    "Content-Security-Policy": build_policy(SECURE_CSP),
    "Permissions-Policy": ", ".join(
        [f"{name}=(self)" for name in _ALLOWED.split()] + [f"{name}=()" for name in _DENIED.split()]
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Whether browsers may have the site in their own lists of those that speak HTTPS alone: it and
# every name below it do, for good.
HSTS_PRELOAD = _flag("HSTS_PRELOAD", "0")
if not DEBUG:
    if HTTPS_ONLY:
        SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HSTS_PRELOAD
    if not HSTS_PRELOAD:  # it binds names that are not this site's: its owner decides
        SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    SECURE_SSL_REDIRECT = HTTPS_ONLY
    SESSION_COOKIE_SECURE = HTTPS_ONLY
    CSRF_COOKIE_SECURE = HTTPS_ONLY
    SECURE_HSTS_SECONDS = 31_536_000 if HTTPS_ONLY else 0
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
