"""The one settings file. Every choice that differs between machines is read from the
environment, by config/environment.py.
"""

from base64 import b64encode
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from django.utils.csp import CSP, build_policy

from config import databases, environment

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

DEBUG = environment.flag("DEBUG", "0")
SECRET_KEY = environment.secret_key(DEBUG, VAR)
SECRET_KEY_FALLBACKS = environment.former_secret_keys(DEBUG)
ALLOWED_HOSTS = environment.allowed_hosts(DEBUG)
SITE_ADDRESS = environment.site_address(DEBUG, ALLOWED_HOSTS)

DATABASES = {"default": databases.database(VAR)}
if replica := databases.replica(DATABASES["default"]):  # public pages alone (offences.replica)
    DATABASES["replica"] = replica
    DATABASE_ROUTERS = ["offences.replica.PublicReads"]
METRICS_FROM = [
    each.strip() for each in environment.text("METRICS_FROM").split(",") if each.strip()
]
# What goes wrong as records on standard error, or each event as a line of JSON on standard output:
# without anybody's name, address or words (offences.logs). While developing, Django's own.
AS_JSON = environment.flag("JSON_LOGS", "0")
if AS_JSON or not DEBUG:
    LOGGING = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "offences.logs.JsonLines"}}
        | {"records": {"()": "offences.logs.ErrorRecords"}},
        "handlers": {
            "ours": {
                "class": "logging.StreamHandler",
                "formatter": "json" if AS_JSON else "records",
                "stream": "ext://sys.stdout" if AS_JSON else "ext://sys.stderr",
            }
        },
        "root": {"handlers": ["ours"], "level": "INFO" if AS_JSON else "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "INFO" if AS_JSON else "ERROR", "propagate": True},
            "django.tasks": {"level": "INFO"},  # the lines of a worker
            # A request by the number of the machine is answered with 400, and is worth no record.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }
SENTRY_DSN = environment.error_reports()
# The database writes down every change of a row (offences.history).
CHANGES_RECORDED = True
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
    "offences",  # before the worker's app: its db_worker gives signs of life, too
    "django_tasks_db",
]

MIDDLEWARE = [
    "offences.middleware.SafeHeaders",  # first: every answer has them, errors and files too
    "offences.health.HealthChecks",  # asked by the machine's own address, as no page is
    "offences.history.requests.RequestsWrite",
    "offences.logs.RequestLines",
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
# A CDN asks again after so long, and never later than at the next known minute.
CDN_SECONDS = environment.cdn_seconds()

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
            ],
            "builtins": ["offences.templatetags.our"],
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
    "default": environment.documents(),
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}


FILES_KEYS = environment.files_keys()
FILE_UPLOAD_HANDLERS = [
    "offences.accounts.upload_limits.BoundedUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# A grid of ten years and forty categories, five times over, is one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
MEDIA_ROOT = environment.media_root(VAR)

# Long work (an import of thousands of rows, an event's drafts) is done by `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES: dict[str, dict] = {
    # How often somebody failed to log in: one table that every process and every server counts in,
    # made after each migrate. allauth knows no other cache, so it has this one by itself.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sign_in_limits",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # What takes seconds to work out, as this process last did: a few sentences of each text that a
    # newer release contradicts. There may be one a force for each of many events, and where not all
    # are remembered, *Today* works some out anew each time.
    "results": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "results",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
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
# What each machine has to see whatever else is gone, as that a worker lives: in the database, or
# in a file, since SQLite lets one write at a time.
CACHES["lasting"] = (
    CACHES["progress"]
    if "sqlite3" in str(DATABASES["default"]["ENGINE"])
    else {**CACHES["default"], "KEY_PREFIX": "lasting"}
)
# What several machines remember together, and the ready pages of each for the others. While the
# server is gone, each has the caches above.
if CACHE_URL := environment.cache_url():
    SHARED = {"BACKEND": "offences.shared_memory.SharedMemory", "LOCATION": CACHE_URL}
    CACHES |= {f"{name}_here": CACHES[name] for name in ("limits", "progress")}
    CACHES["pages_here"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    CACHES |= {
        name: SHARED | {"KEY_PREFIX": name, "OPTIONS": {"here": f"{name}_here"}, "TIMEOUT": 86_400}
        for name in ("limits", "progress", "pages")
    }

# How many days after its end each kind of personal data is kept (docs/privacy.md has why).
PERSONAL_DATA_DAYS = environment.personal_data_days(
    {
        "accounts": 730,
        "letters": 2190,
        "newsrooms": 1095,
        "replies": 2190,
        "signers": 2190,
        "readers": 1095,
        "digests": 90,
        "history": 2190,
        "tasks": 30,
    }
)
BACKUP_DIRECTORY, BACKUP_KEY = environment.backup_place(bool(FILES_KEYS))
BACKUPS_EXPECTED = WORKER_EXPECTED = not DEBUG
MAILERS = {"default": environment.mailer(MEDIA_ROOT.parent)}
DEFAULT_FROM_EMAIL = environment.mail_from()

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
# From logging in, however busy the day: the form sets the end (offences.accounts.logging_in).
SESSION_COOKIE_AGE = 12 * 60 * 60
# A link that sets a password, of an invitation too: it also ends once it was used.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_ADAPTER = "offences.accounts.logging_in.StaffAdapter"
ACCOUNT_FORMS = {
    "login": "offences.accounts.logging_in.LogInForm",
    "reset_password": "offences.accounts.logging_in.ForgottenPasswordForm",
    "reset_password_from_key": "offences.accounts.logging_in.NewPasswordForm",
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
MFA_TOTP_TOLERANCE = 1  # of half a minute: clocks of phones differ
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Approving, issuing, opening a held-back file and changing roles ask again after so long.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_METHODS = ("mfa",)


SOCIALACCOUNT_PROVIDERS = environment.identity_providers()
SOCIALACCOUNT_ADAPTER = "offences.accounts.oidc.ProviderAdapter"
# By a link: the policy lets no form of ours lead to another site. The state guards the way back.
SOCIALACCOUNT_LOGIN_ON_GET = True

# The one script within pages, which fetches the others once a chart is pointed at.
_LOADER = sha256((BASE_DIR / "templates" / "chart_loader.js").read_bytes())
# Nothing but our own files runs or is loaded, and no page of ours may be framed
# but a chart by itself (offences.public_answers.may_be_framed).
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
HTTPS_ONLY = environment.flag("HTTPS_ONLY", "1")
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = environment.trusted_proxies()
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
HSTS_PRELOAD = environment.flag("HSTS_PRELOAD", "0")
if not DEBUG:
    if HTTPS_ONLY:
        SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HSTS_PRELOAD
        # Browsers take these from this host alone, by HTTPS: no other name of the domain sets them.
        SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    if not HSTS_PRELOAD:  # it binds names that are not this site's: its owner decides
        SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    SECURE_SSL_REDIRECT = HTTPS_ONLY
    SESSION_COOKIE_SECURE = HTTPS_ONLY
    CSRF_COOKIE_SECURE = HTTPS_ONLY
    SECURE_HSTS_SECONDS = 31_536_000 if HTTPS_ONLY else 0
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
