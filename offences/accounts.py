"""The accounts of staff, each read together with whether the site is a practice year."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import Exists

from offences.models import PracticeYear


class StaffAccounts(ModelBackend):
    """Django’s own accounts; every page of theirs says whether all is made up, by no query more."""

    def get_user(self, user_id: int) -> User | None:
        marked = User.objects.annotate(is_made_up=Exists(PracticeYear.objects.all()))
        user = marked.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
