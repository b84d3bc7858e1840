"""Our own part of logging in: its forms, and a session that ends after a day's work.

All else (the limits, the links, the pages) is django-allauth's.
"""

import datetime as dt
import logging
import smtplib
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.account.internal.flows.password_reset import request_password_reset
from allauth.account.utils import user_email
from allauth.core.exceptions import ImmediateHttpResponse
from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offences.accounts.backend import username_of
from offences.accounts.second_factor import is_fresh
from offences.models import Account

NO_MATCH = "The user name or the password is wrong."
TOO_MANY = "Too many attempts have failed. Wait a quarter of an hour, or set a new password."
UNREACHABLE = (OSError, smtplib.SMTPException)

logger = logging.getLogger(__name__)


def end_after_a_day(request: HttpRequest) -> None:
    """End a session at a fixed moment: one that is in use is not prolonged."""
    day = dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    request.session.set_expiry(timezone.now() + day)


def store_password(user: AbstractBaseUser, password: str) -> None:
    """Store a new password, if the account is still open and has the password it was read with.

    Saving the whole row would open an account that a data lead ended in the same moment.
    """
    before = user.password
    user.set_password(password)
    unchanged = User.objects.filter(pk=user.pk, is_active=True, password=before)
    if not unchanged.update(password=user.password):
        raise PermissionDenied("This account was changed in the meantime.")


class StaffAdapter(DefaultAccountAdapter):
    """How allauth counts failures and sends its mail here."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": NO_MATCH,
        "email_password_mismatch": NO_MATCH,
        "too_many_login_attempts": TOO_MANY,
    }

    def is_safe_url(self, url: str) -> bool:
        """Whether logging in may lead there: to this site, and not out of HTTPS."""
        try:
            is_plain = urlsplit(url).scheme.lower() == "http"
        except ValueError:  # it is no address at all, such as “//[”
            return False
        return bool(super().is_safe_url(url)) and not (is_plain and self.request.is_secure())

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count the failures of an account, under whichever of its names and ports it is tried."""
        return username_of(credentials.get("email") or credentials.get("username", "")).lower()

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        end_after_a_day(request)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Ask for a factor again before factors change, unless one was proved just now.

        Somebody who has none yet has only the password that they have just typed.
        """
        return bool(self.get_reauthentication_methods(self.request.user)) and not is_fresh(
            self.request
        )

    def send_notification_mail(
        self, template_prefix: str, user: AbstractBaseUser, *more: Any, **options: Any
    ) -> None:
        """Write to a person whose factors changed; the change stands if no mail leaves."""
        what = template_prefix.rpartition("/")[2]
        try:
            if email := user_email(user):
                # Not send_mail, which needs a request: on the server there is none.
                said = {"user": user, "what": what}
                self.render_mail("account/email/factor", email, said).send()
        except UNREACHABLE as error:
            logger.error("A message about a second factor was not sent: %s", error)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        store_password(user, password)
        # Who was locked out and set a new password by a link need not wait.
        self._delete_login_attempts_cached_email(self.request, username=user.get_username())

    def send_password_reset_mail(
        self, user: AbstractBaseUser, email: str, context: dict[str, Any]
    ) -> None:
        """Send the link; to somebody who has no password yet, with what they are invited to."""
        kind = "password_reset_key" if user.has_usable_password() else "invitation"
        self.send_mail(f"account/email/{kind}", email, context)


def send_link(request: HttpRequest, person: User) -> None:
    """Send a person the link by which they set their password."""
    request_password_reset(request, person.email, [person], None)


class _Plain(forms.Form):
    """A form whose boxes are empty until somebody types: their labels are above them."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **(options | {"label_suffix": ""}))
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class LogInForm(_Plain, LoginForm):
    """A user name or e-mail address, and the password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = "User name or e-mail address"
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autofocus": True}

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        response: HttpResponse = super().login(request, redirect_url)
        end_after_a_day(request)  # allauth has just set another end
        return response


class ForgottenPasswordForm(_Plain, ResetPasswordForm):
    """The address to which a link is sent, if it is the address of an account."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].label = "Your e-mail address"

    def clean_email(self) -> str:
        """Find the accounts of the address; invitations that have ended are not renewed here."""
        email: str = self.cleaned_data["email"]
        found = Account.objects.open(timezone.localdate()).filter(email__iexact=email)
        self.users = [each for each in found if each.has_usable_password()]
        return email

    def save(self, request: HttpRequest, **more: Any) -> str:
        """Send one message in any case, so that neither page nor time shows whether it is known."""
        try:
            # To the stored address: another one may only be alike to the database.
            for person in self.users:
                send_link(request, person)
            if not self.users:
                email = self.cleaned_data["email"]
                StaffAdapter().send_mail("account/email/unknown_account", email, {})
        except smtplib.SMTPRecipientsRefused as error:
            logger.warning("A message about a password was refused: %s", error)
        except UNREACHABLE as error:
            logger.error("A message about a password was not sent: %s", error)
            page = render(request, "account/mail_unreachable.html", status=503)
            raise ImmediateHttpResponse(page) from error
        return str(self.cleaned_data["email"])


class NewPasswordForm(_Plain, ResetPasswordKeyForm):
    """A new password, typed twice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password1"].label = "New password"
        self.fields["password2"].label = "New password, typed again"


class ChangePasswordForm(AdminPasswordChangeForm):
    """A new password of somebody who is logged in."""

    def save(self, commit: bool = True) -> User:
        store_password(self.user, self.cleaned_data["new_password1"])
        return self.user
