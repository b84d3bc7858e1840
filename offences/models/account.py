"""Accounts of staff: Django's own, who may run them, and the day on which one ends."""

import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import User, UserManager
from django.db import models


class AccountEnd(models.Model):
    """The last day of an account that ends by itself."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account_end"
    )
    on = models.DateField("ends on")

    def __str__(self) -> str:
        return f"{self.person}, {self.on}"


class AccountQuerySet(models.QuerySet["Account"]):
    def open(self, today: dt.date) -> Self:
        """Accounts that can be used on a day: not ended by a person, nor by themselves."""
        return self.filter(is_active=True, is_staff=True).exclude(account_end__on__lt=today)


class AccountManager(UserManager.from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Accounts, made as Django makes users."""


class Account(User):
    """One person’s account: invited by a data lead, ended and never deleted."""

    objects: ClassVar[AccountManager] = AccountManager()
    is_open: bool  # as `offences.accounts.people.accounts` reads it

    class Meta:
        proxy = True
        ordering = ("-is_active", "first_name", "last_name", "username")
        default_permissions = ("view", "add", "change")
        verbose_name = "account"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def is_waiting(self) -> bool:
        """Whether a link has to be used before this person can log in."""
        return self.is_active and not self.has_usable_password()
