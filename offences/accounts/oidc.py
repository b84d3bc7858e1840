"""OpenID Connect: logging in by the charity's own accounts, for people who were invited.

Nobody gets an account this way. A person who was invited is known by the address that the provider
has verified; from then on by the provider's own name for them. It is no second factor.
"""

import logging
from collections.abc import Callable

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from requests import RequestException

from offences.models import Account

logger = logging.getLogger(__name__)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Who may log in by the provider: people whose account here is open, and nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account that is meant, and link it the first time."""
        people = Account.objects.open(timezone.localdate())
        if sociallogin.user and sociallogin.is_existing:
            found = people.filter(pk=sociallogin.user.pk).first()
        else:
            verified = [each.email for each in sociallogin.email_addresses if each.verified]
            matching = people.filter(email__iexact=verified[0])[:2] if verified else []
            found = matching[0] if len(matching) == 1 else None
        # Another process than logging in would link an account that somebody is logged in to.
        if found is None or sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(_refused(request))
        if not sociallogin.is_existing:
            sociallogin.connect(request, found)


def _refused(request: HttpRequest) -> HttpResponse:
    return render(request, "account/no_account.html", status=403)


def log_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the provider; say so if it does not answer."""
    return _ask_provider(views.login, request, provider_id)


def receive_person(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider says of a person."""
    return _ask_provider(views.callback, request, provider_id)


def _ask_provider(view: Callable, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        response: HttpResponse = view(request, provider_id)
    except RequestException as error:
        logger.error("The provider of accounts did not answer: %s", error)
        return render(request, "account/provider_unreachable.html", status=503)
    return response


def cancelled(request: HttpRequest) -> HttpResponse:
    """Go back to the form: the person changed their mind at the provider."""
    return redirect("account_login")
