"""Second factors: who needs one, when it was last proved, and how its secret is stored.

The ceremonies (an app's codes, passkeys, recovery codes) are django-allauth's. Ours is that all who
can change anything have a factor, and prove it again before the steps that cannot be undone.
"""

import base64
import hashlib
import secrets
import time
from collections.abc import Callable, Iterable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.encoding import force_bytes
from django.utils.http import urlencode

from offences.accounts.addresses import is_log_in_address, is_staff_address
from offences.accounts.backend import is_excepted
from offences.models import Account
from offences.words.charity import charity

MAIN_KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""The kinds that are a factor by themselves: recovery codes only stand in for one."""

KIND_WORDS = {"totp": "the app", "webauthn": "a passkey", "recovery_codes": "recovery codes"}


def may_change_anything(person: User) -> bool:
    """Whether a person has any permission beyond viewing."""
    names = person.get_all_permissions()
    return any(not name.partition(".")[2].startswith("view_") for name in names)


def proved_at(request: HttpRequest) -> float | None:
    """When this session last proved a second factor; None if it never did."""
    assert isinstance(request.user, User)
    records = get_authentication_records(request, request.user)
    return max((each["at"] for each in records if each.get("method") == "mfa"), default=None)


def is_fresh(request: HttpRequest) -> bool:
    """Whether the last proof is recent enough for a step that cannot be undone."""
    proved = proved_at(request)
    return proved is not None and time.time() - proved < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def require_fresh_proof(request: HttpRequest) -> None:
    """Ask for the second factor again, and go on with what was sent once it is proved."""
    assert isinstance(request.user, User)
    if not (is_fresh(request) or is_excepted(request.user)):
        raise ReauthenticationRequired


class SecondFactorRequired:
    """Lets nobody who can change anything past the pages of logging in without a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        if not is_staff_address(request) or is_log_in_address(request):
            return None
        person = request.user
        if not isinstance(person, User) or proved_at(request) is not None:
            return None
        if is_excepted(person) or not may_change_anything(person):
            return None
        methods = get_adapter().get_reauthentication_methods(person)
        if not methods:
            return redirect("mfa_index")
        return redirect(f"{methods[0]['url']}?{urlencode({'next': request.get_full_path()})}")


class FactorAdapter(DefaultMFAAdapter):
    """How allauth stores the secrets of factors here, and which factors may be removed."""

    def get_totp_issuer(self) -> str:
        return charity().title

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret; one of another SECRET_KEY cannot be read, so no code fits it."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """Suggest a name for a passkey, which its owner may change: “Passkey 2”."""
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last factor of a person: another one is added first."""
        mains = Authenticator.objects.filter(user=authenticator.user_id, type__in=MAIN_KINDS)
        return bool(mains.exclude(pk=authenticator.pk).exists())


def _box() -> MultiFernet:
    """Encryption with the site's key, and decryption with its earlier keys too."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    hashed = [hashlib.sha256(b"second factors\0" + force_bytes(key)).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(each)) for each in hashed])


def note_added(request: HttpRequest, user: User, authenticator: Authenticator, **more: Any) -> None:
    """Log a new factor; who adds one has just proved it."""
    _log(user, f"Login protection added: {KIND_WORDS[authenticator.type]}.")
    if authenticator.type in MAIN_KINDS:
        record_authentication(request, user, "mfa", type=authenticator.type, reauthenticated=True)


def note_removed(user: User, authenticator: Authenticator, **more: Any) -> None:
    _log(user, f"Login protection removed: {KIND_WORDS[authenticator.type]}.")


def note_new_codes(user: User, **more: Any) -> None:
    _log(user, "New recovery codes made; the earlier ones have ended.")


def _log(person: User, words: str) -> None:
    account = Account.objects.get(pk=person.pk)
    LogEntry.objects.log_actions(
        user_id=person.pk, queryset=[account], action_flag=CHANGE, change_message=words
    )


def factors_in_words(factors: Iterable[Authenticator]) -> str:
    """The kinds of second factors that a person has: “App, 2 passkeys”."""
    kinds = [each.type for each in factors]
    keys = kinds.count("webauthn")
    words = ["App"] if "totp" in kinds else []
    words += [f"{keys} passkey{'s' * (keys > 1)}"] if keys else []
    return ", ".join(words)
