"""Work that went back to its author: a return, a release or a text, with the reason."""

from typing import Self

from django.db import models
from django.db.models import Q

from offences.models.campaign import PressRelease
from offences.models.constraints import both_or_neither, check, filled, unique
from offences.models.foi import FoiSubmission
from offences.models.release import Release
from offences.models.shared import person_field

SUBJECTS = ("submission", "release", "press_release")


def _subject(to: type[models.Model]) -> models.ForeignKey:
    return models.ForeignKey(
        to, on_delete=models.CASCADE, related_name="send_backs", null=True, blank=True
    )


class SendBackQuerySet(models.QuerySet["SendBack"]):
    def unsettled(self) -> Self:
        """Notes whose author has not handed the work in since."""
        return self.filter(settled_at__isnull=True)


class SendBack(models.Model):
    """A note with which a checker or an approver gave work back to its author.

    It is settled when the author hands the work in once more, changed or with an answer.
    """

    submission = _subject(FoiSubmission)
    release = _subject(Release)
    press_release = _subject(PressRelease)
    reason = models.CharField(max_length=300)
    sent_back_by = person_field()
    signed_as = models.CharField(
        max_length=100, blank=True, help_text="The name of a person without an account."
    )
    sent_back_at = models.DateTimeField()
    answer = models.CharField(max_length=300, blank=True)
    settled_by = person_field()
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SendBackQuerySet.as_manager()

    class Meta:
        ordering = ("-sent_back_at", "-pk")
        constraints = [
            check(
                "send_back_of_one",
                Q(submission__isnull=False, release__isnull=True, press_release__isnull=True)
                | Q(submission__isnull=True, release__isnull=False, press_release__isnull=True)
                | Q(submission__isnull=True, release__isnull=True, press_release__isnull=False),
            ),
            check("send_back_by_somebody", Q(sent_back_by__isnull=False) | ~Q(signed_as="")),
            filled("send_back_with_reason", "reason"),
            both_or_neither("send_back_settled", "settled", "settled it"),
            check("send_back_answer_settles", Q(answer="") | Q(settled_at__isnull=False)),
            *(
                unique(f"send_back_once_{name}", name, condition=Q(settled_at__isnull=True))
                for name in SUBJECTS
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission or self.release or self.press_release}: {self.reason}"
