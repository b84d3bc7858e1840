"""Notices to newsrooms that a figure was wrong, and the articles that have it."""

from django.db import models
from django.db.models.functions import Lower

from offences.models.campaign import IssuedText, MediaContact
from offences.models.constraints import both_or_neither, check, filled, needs, unique
from offences.models.contact_fields import NameField
from offences.models.outgoing import OutgoingQuerySet
from offences.models.release import Release
from offences.models.sent_text import NewsroomLetter
from offences.models.shared import author_field, link, person_field


class SentCorrection(NewsroomLetter):
    """The notice of a release about one issued text: never twice to one address."""

    issued_text = link(IssuedText, "notices")
    release = link(Release, "notices")
    contact = models.ForeignKey(
        MediaContact, on_delete=models.SET_NULL, null=True, related_name="notices"
    )

    objects = OutgoingQuerySet["SentCorrection"].as_manager()

    class Meta(NewsroomLetter.Meta):
        constraints = [
            unique("sent_correction_once", "issued_text release", Lower("to")),
            needs("sent_correction_started_before_sent", "sent_at", "started_at"),
        ]


class PrintedArticle(models.Model):
    """An article that has a figure which a release corrects, and whether it was put right."""

    release = link(Release, "articles")
    outlet = NameField("newsroom", max_length=120)
    url = models.URLField("address of the article", max_length=500)
    printed = models.CharField(
        "what it printed", max_length=200, help_text="In its words: 152, and “29%”."
    )
    noted_by = author_field()
    noted_at = models.DateTimeField()
    asked_on = models.DateField("asked on", null=True, help_text="The last time.")
    ask_on = models.DateField("ask again on", null=True)
    put_right_by = person_field()
    put_right_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=200, blank=True, help_text="How we know: “by phone”.")

    class Meta:
        ordering = ("outlet", "pk")
        constraints = [
            unique("printed_article_once", "release url"),
            filled("printed_article_whole", "outlet", "url", "printed"),
            both_or_neither("printed_article_put_right", "put_right", "saw it put right"),
            check(
                "printed_article_how",
                models.Q(put_right_at__isnull=True, how="")
                | models.Q(put_right_at__isnull=False) & ~models.Q(how=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.url}"
