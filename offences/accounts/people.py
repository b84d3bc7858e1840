"""Steps by which a data lead runs the accounts of others: one at a time, each in the log.

Nobody changes their own account, so the data lead who takes a step is still one after it.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from offences.accounts.sessions import end_sessions
from offences.models import Account, AccountEnd
from offences.refused import Refused
from offences.roles import DATA_LEAD, ROLES

LINK = "A link to set the password was made"
"""The first words of a log line about a new link; the newest says until when that link works."""


def accounts(since: dt.datetime) -> QuerySet[Account]:
    """Every account, with its last link and the number of steps its owner took since a moment."""
    entries = LogEntry.objects.order_by()
    own = entries.filter(user=OuterRef("pk"), action_time__gte=since)
    number = own.values("user").annotate(n=Count("pk")).values("n")
    about = entries.filter(
        content_type__app_label="offences",
        content_type__model="account",
        object_id=Cast(OuterRef("pk"), CharField()),
        change_message__startswith=LINK,
    )
    is_open = Account.objects.open(timezone.localdate()).filter(pk=OuterRef("pk"))
    rows = Account.objects.select_related("account_end")
    rows = rows.prefetch_related("groups", "authenticator_set")
    return rows.annotate(
        steps=Coalesce(Subquery(number, output_field=IntegerField()), 0),
        is_open=Exists(is_open.order_by()),
        link_at=Subquery(about.order_by("-action_time").values("action_time")[:1]),
        link_ends_at=F("link_at") + dt.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT),
    ).order_by("-is_open", "first_name", "last_name", "username")


def invite(
    name: str, email: str, role: str, ends_on: dt.date | None = None, *, by: User
) -> Account:
    """Make the account of a new person, who gets a link to set its password."""
    first, _, last = name.partition(" ")
    with _exclusive_step(by) as doer:
        if User.objects.filter(Q(username__iexact=email) | Q(email__iexact=email)).exists():
            raise Refused(f"{email} has an account already. Open it in the list.")
        made = Account(username=email, email=email, first_name=first, last_name=last, is_staff=True)
        made.set_unusable_password()
        made.save()
        made.groups.set(Group.objects.filter(name=role))
        _log(doer, made, f"{LINK}. Invited as {role}.", ADDITION)
        _set_last_day(doer, made, ends_on)
    return made


def give_roles(pk: int, roles: Collection[str], *, by: User) -> Account:
    """Give a person exactly these roles; other groups stay."""
    with _step(pk, by) as (doer, person):
        before = {group.name for group in person.groups.all()} & ROLES.keys()
        if DATA_LEAD in before and DATA_LEAD not in roles:
            _require_another_lead(person)
        person.groups.remove(*Group.objects.filter(name__in=before.difference(roles)))
        person.groups.add(*Group.objects.filter(name__in=ROLES.keys() & set(roles)))
        for words, changed in (("Given", set(roles) - before), ("Taken away", before - set(roles))):
            if changed:
                _log(doer, person, f"{words}: {', '.join(sorted(changed))}.")
    return person


def set_last_day(pk: int, ends_on: dt.date | None, *, by: User) -> Account:
    """Set the last day of an account, after which it ends by itself, or remove it."""
    with _step(pk, by) as (doer, person):
        if _has_ended(person):
            raise Refused(f"{person}’s account has ended. Open it again instead.")
        if ends_on:
            _require_another_lead(person)
        _set_last_day(doer, person, ends_on)
    return person


def _set_last_day(doer: Account, person: Account, ends_on: dt.date | None) -> None:
    before = AccountEnd.objects.filter(person=person).values_list("on", flat=True).first()
    if ends_on == before:
        return
    if ends_on is None:
        AccountEnd.objects.filter(person=person).delete()
        _log(doer, person, "No last day any more.")
        return
    if ends_on < timezone.localdate():
        raise Refused("This day has passed. Choose a later one, or end the account now.")
    AccountEnd.objects.update_or_create(person=person, defaults={"on": ends_on})
    _log(doer, person, f"Ends by itself after {ends_on.day} {ends_on:%B %Y}.")


def make_link(pk: int, *, by: User) -> Account:
    """End a person's password, sessions and earlier links; a new link has to be sent."""
    with _step(pk, by) as (doer, person):
        if _has_ended(person):
            raise Refused(f"{person}’s account has ended. Open it again instead.")
        _require_address(person)
        _end_password(person)
        _log(doer, person, f"{LINK}; the password no longer works.")
    return person


def log_out(pk: int, *, by: User) -> Account:
    """End every session of a person, who can log in again at once."""
    with _step(pk, by) as (doer, person):
        end_sessions(person)
        _log(doer, person, "Logged out everywhere.")
    return person


def reset_factors(pk: int, *, by: User) -> Account:
    """End a person's second factors and sessions: they add a new one at the next login."""
    with _step(pk, by) as (doer, person):
        end_factors(person, by=doer, words="Login protection reset.")
    return person


def end_factors(person: Account, *, by: Account, words: str) -> None:
    """Delete a person’s second factors and end their sessions; the log and an e-mail say so."""
    Authenticator.objects.filter(user=person).delete()
    end_sessions(person)
    _log(by, person, words)
    transaction.on_commit(lambda: get_adapter().send_notification_mail("mfa/email/reset", person))


def end(pk: int, *, by: User) -> Account:
    """End an account and its sessions. What its owner did stays under their name."""
    with _step(pk, by) as (doer, person):
        if not _has_ended(person):
            _require_another_lead(person)
            person.is_active = False
            _end_password(person)
            _log(doer, person, "Account ended.")
    return person


def reopen(pk: int, *, by: User) -> Account:
    """Open an account that has ended, with its roles; a link has to be sent."""
    with _step(pk, by) as (doer, person):
        if not _has_ended(person):
            raise Refused(f"{person}’s account is open.")
        _require_address(person)
        AccountEnd.objects.filter(person=person).delete()
        person.is_active = True
        _end_password(person)
        _log(doer, person, f"{LINK}. Account opened again.")
    return person


@contextmanager
def _exclusive_step(by: User) -> Iterator[Account]:
    """Take one step while no other is taken, by somebody who may do so at this moment."""
    with transaction.atomic():
        Group.objects.select_for_update().get(name=DATA_LEAD)
        doer = Account.objects.get(pk=by.pk)
        if not doer.has_perms(["offences.add_account", "offences.change_account"]):
            raise Refused(
                "Your own account was changed in the meantime: you may no longer run accounts."
            )
        yield doer


@contextmanager
def _step(pk: int, by: User) -> Iterator[tuple[Account, Account]]:
    with _exclusive_step(by) as doer:
        person = Account.objects.get(pk=pk)
        if person.pk == doer.pk:
            raise Refused("Nobody changes their own account. Ask another data lead.")
        if person.is_superuser and not doer.is_superuser:
            raise Refused(f"{person} runs this site. Only somebody else who does can change that.")
        yield doer, person


def _require_another_lead(person: Account) -> None:
    """Refuse a step after which nobody could run the accounts."""
    leads = Account.objects.filter(groups__name=DATA_LEAD, is_active=True)
    is_lead = leads.filter(pk=person.pk).exists()
    lasting = leads.exclude(pk=person.pk).filter(account_end=None)
    if is_lead and not any(each.has_usable_password() for each in lasting):
        raise Refused(
            f"{person} is the only data lead who stays. Give somebody else that role first, "
            "without a last day."
        )


def _has_ended(person: Account) -> bool:
    """Whether an account has ended, by a person or by itself."""
    return not Account.objects.open(timezone.localdate()).filter(pk=person.pk).exists()


def _require_address(person: Account) -> None:
    if not person.email:
        raise Refused(
            f"{person} has no e-mail address to send a link to. On the server, manage.py "
            f"changepassword {person.username} sets a password."
        )


def _end_password(person: Account) -> None:
    """Make the password, every session and every link of a person end at once."""
    person.set_unusable_password()
    person.save(update_fields=["password", "is_active"])
    end_sessions(person)


def _log(by: Account, person: Account, words: str, flag: int = CHANGE) -> None:
    LogEntry.objects.log_actions(
        user_id=by.pk, queryset=[person], action_flag=flag, change_message=words
    )
