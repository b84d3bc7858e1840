"""The accounts of staff, each read together with whether the site is a practice year."""

import datetime as dt
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, Permission, User
from django.db.models import Exists, F, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from offences.models import AccountEnd, Charity, PracticeYear, remember_charity
from offences.roles import ROLES
from offences.words.charity import charity

LOGINS = {role.lower().replace(" ", "-"): role for role in ROLES}
"""The logins that a demonstration and a practice year have, one a role."""
NOWHERE = "charity.example"
"""Where their e-mails go: an ending that no one can have."""
CACHE = "_perm_cache"  # as Django names it


def username_of(login: str) -> str:
    """The user name behind what was typed, which may be an e-mail address; else as typed."""
    typed = Q(username=login) | Q(email__iexact=login)
    found = dict(User.objects.filter(typed).values_list("username", "email"))
    if login in found or len(found) != 1:
        return login
    ((username, email),) = found.items()
    # A database takes more letters for the same than lower() does: the Turkish ı for an i.
    return username if email.lower() == login.lower() else login


def _last_day(user: User) -> dt.date | None:
    """The last day of an account that ends by itself, read with it or by a query."""
    if "last_day" not in vars(user):
        ends = AccountEnd.objects.filter(person=user).values_list("on", flat=True)
        vars(user)["last_day"] = ends.first()
    found: dt.date | None = vars(user)["last_day"]
    return found


def real_people() -> QuerySet[User]:
    """Everybody but the demonstration's logins: a site without anybody else is a demonstration."""
    made = Q(username__in=LOGINS, email__endswith=f"@{NOWHERE}")
    return User.objects.exclude(made).order_by()


def is_excepted(person: User) -> bool:
    """Whether no second factor is asked for: in a practice year and on a demonstration."""
    # By name: a request's user is read late, and has nothing among its own variables.
    made_up, demonstration = (
        getattr(person, name, None) for name in ("is_made_up", "is_demonstration")
    )
    if made_up is None:  # not read by the backend below
        return PracticeYear.objects.exists() or not real_people().exists()
    return bool(made_up or demonstration)


class StaffAccounts(ModelBackend):
    """Django’s own accounts, each with whether all is made up or a demonstration, in one query."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **more: Any,
    ) -> User | None:
        """Check a password once, whether or not there is such an account: the time is the same."""
        login = username or more.get("email")
        if not login or password is None:
            return None
        return super().authenticate(request, username_of(login), password)

    def user_can_authenticate(self, user: AbstractBaseUser | AnonymousUser | None) -> bool:
        if not (isinstance(user, User) and user.is_staff and super().user_can_authenticate(user)):
            return False
        last = _last_day(user)
        return last is None or timezone.localdate() <= last

    def get_user(self, user_id: int) -> User | None:
        marked = User.objects.annotate(
            is_made_up=Exists(PracticeYear.objects.all()),
            is_demonstration=~Exists(real_people()),
            last_day=F("account_end__on"),
            charity_changed=Charity.objects.values("changed_at")[:1],
        )
        user = marked.filter(pk=user_id).first()
        if user and vars(user)["charity_changed"] != charity().changed_at:
            remember_charity()
        return user if user and self.user_can_authenticate(user) else None

    def get_all_permissions(
        self, user_obj: User | AnonymousUser, obj: Model | None = None
    ) -> set[str]:
        """A person’s own permissions and those of their roles, by one query instead of two."""
        if not isinstance(user_obj, User) or not user_obj.is_active or obj is not None:
            return set()
        found: set[str] | None = getattr(user_obj, CACHE, None)
        if found is None:
            rows = Permission.objects.order_by()
            if not user_obj.is_superuser:
                rows = rows.filter(Q(user=user_obj) | Q(group__user=user_obj))
            names = rows.values_list("content_type__app_label", "codename")
            found = {f"{label}.{name}" for label, name in names}
            setattr(user_obj, CACHE, found)
        return found
