"""Accounts of staff: Django's own, and the permissions to run them."""

from django.contrib.auth.models import User


class Account(User):
    """One person’s account: invited by a data lead, ended and never deleted."""

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
