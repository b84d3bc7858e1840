"""What waits of the forces' own files: to be looked at, to be stored, to be answered."""

import datetime as dt

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from offences.models import Document, FoiQuery, Reading
from offences.staff.today.task import Row, Task
from offences.staff.today.words import ago, list_of, page_of


def of_files(user: User, today: dt.date) -> list[Task]:
    """Three kinds of step, each one query."""

    def may(*names: str) -> bool:
        return user.has_perms([f"offences.{name}" for name in names])

    def day(moment: dt.datetime | None) -> str:
        return ago(timezone.localtime(moment).date(), today) if moment else ""

    if not may("view_reading", "view_foiquery", "view_document"):
        return []
    held = (
        Document.objects.exclude(held_back=[])
        .filter(cleared_at=None, seen__isnull=False)  # what is not read yet is nobody's to look at
        .order_by("added_at")
    )
    unstored = (
        Reading.objects.filter(stored_at=None)
        .select_related("submission__force", "submission__round", "document")
        .order_by("read_at")
    )
    asked = FoiQuery.objects.unanswered().select_related("submission__force").order_by("asked_at")
    return [
        Task(
            "Files held back",
            "Look at the first",
            list_of("document"),
            "data lead",
            may("clear_document"),
            [
                Row(
                    document.title,
                    page_of("document", "clear", document.pk),
                    document.held_back[0],
                    f"came {day(document.added_at)}",
                )
                for document in held
            ],
        ),
        Task(
            "Files to store",
            "Go on with the first",
            list_of("reading"),
            "data officer",
            may("add_annualcount", "change_annualcount"),
            [
                Row(
                    reading.submission.force.area,
                    reverse(
                        "admin:offences_foisubmission_reading",
                        args=[reading.submission_id, reading.pk],
                    ),
                    f"{reading.name}, read and not stored",
                    f"read {day(reading.read_at)}",
                )
                for reading in unstored
            ],
        ),
        Task(
            "Questions to forces",
            "Write down the first answer",
            list_of("foiquery", state="open"),
            "data officer",
            may("change_foiquery"),
            [
                Row(
                    query.submission.force.area,
                    page_of("foiquery", "change", query.pk),
                    f"{query.what}: not answered yet",
                    f"asked {day(query.asked_at)}",
                )
                for query in asked
            ],
            "Send the letter on its page; when the force has answered, write it down there.",
        ),
    ]
