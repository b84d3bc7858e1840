"""Our own login pages: who is logged in, log out everywhere, remove a passkey."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from offences.accounts.sessions import end_sessions


@require_safe
def is_logged_in(request: HttpRequest) -> HttpResponse:
    """The answer to a proxy that asks before it takes a long upload: 204, or 401 to a stranger."""
    is_staff = isinstance(request.user, User) and request.user.is_staff
    return HttpResponse(status=204 if is_staff else 401)


@require_POST
@login_required
def log_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End one's own sessions on every machine, this one included."""
    assert isinstance(request.user, User)
    person = request.user
    logout(request)
    end_sessions(person)
    return redirect("account_login")


class RemovePasskey(RemoveWebAuthnView):
    """Removes a passkey, but never a person's last factor."""

    def form_valid(self, form) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            messages.error(self.request, adapter.error_messages["cannot_delete_authenticator"])
            return redirect("mfa_index")
        return super().form_valid(form)


remove_passkey = RemovePasskey.as_view()
