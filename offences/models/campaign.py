"""Campaigns, their events, press releases drafted and issued, and corrections of them."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.timezone import localtime

from offences.models.approved_words import ApprovedWords
from offences.models.constraints import both_or_neither, check, filled, two_people, unique
from offences.models.contact_fields import AddressField, NameField
from offences.models.force import Force
from offences.models.immutable import AddedByStep, AddedByStepQuerySet
from offences.models.release import Release
from offences.models.shared import author_field, link, optional_link, person_field, precision_field
from offences.statistics.dates import in_words


class Campaign(ApprovedWords):
    """A campaign of the charity, with its demand."""

    WORDS = ("charity", "ask", "short_ask", "about")

    slug = models.SlugField("address", unique=True)
    name = models.CharField(max_length=100, unique=True)
    charity = models.CharField(
        "who speaks",
        max_length=60,
        default="the charity",
        help_text="The charity in the middle of a sentence: “the Harbour Trust”.",
    )
    ask = models.TextField(
        help_text="What is asked of whom, in one sentence: “The Harbour Trust is calling on the "
        "government for …”."
    )
    short_ask = models.CharField(
        max_length=120, help_text="For a bullet: “The Harbour Trust calls for a law that …”."
    )
    about = models.TextField(
        "about the charity", blank=True, help_text="Two lines for the end of every text."
    )

    class Meta:
        ordering = ("name",)
        constraints = [
            both_or_neither("campaign_words_approved", "approved", "approved the words"),
            two_people("campaign_words_two_people", "written_by", "approved_by"),
        ]

    def __str__(self) -> str:
        return self.name


class EventKind(models.TextChoices):
    CONFERENCE = "conference"
    REPORT = "report"
    CONSULTATION = "consultation", "closing of a consultation"
    VOTE = "vote", "vote in parliament"
    AWARENESS = "awareness", "awareness day"


POLITICAL = frozenset({EventKind.CONSULTATION.value, EventKind.VOTE.value})
"""Dates on which the ask leads."""


class CampaignEvent(models.Model):
    """A date on which the charity speaks, with its embargo and the release it speaks from."""

    slug = models.SlugField("address", unique=True, max_length=80)
    name = models.CharField(max_length=120)
    description = models.CharField(
        max_length=300, help_text="Short description, e.g. “the charity’s yearly report”."
    )
    kind = models.CharField(
        max_length=20,
        choices=EventKind.choices,
        default=EventKind.CONFERENCE,
        help_text="At the closing of a consultation and at a vote the ask leads every text.",
    )
    starts_on = models.DateField(
        "first day", null=True, blank=True, help_text="Empty where the event has no day."
    )
    ends_on = models.DateField("last day", null=True, blank=True, help_text="Empty for one day.")
    venue = models.CharField(max_length=120, blank=True, help_text="Town or hall, if it has one.")
    campaign = link(Campaign, "events")
    release = optional_link(
        Release,
        "events",
        help_text="The one locked set of figures that every text of this event uses.",
    )
    older_because = models.CharField(
        "why an older release",
        max_length=300,
        blank=True,
        help_text="Only where a newer release of the same figures is public by the embargo.",
    )
    embargo_at = models.DateTimeField(
        "embargoed until", help_text="London time. Texts are public from this very minute."
    )
    embargo_precision = precision_field("embargo date")
    angle = models.CharField(
        "lead angle",
        max_length=20,
        blank=True,
        editable=False,
        help_text="Chosen for all its texts; empty for the strongest of each.",
    )
    contact = models.TextField(help_text="Press contact for journalists.")
    help_lines = models.TextField(
        blank=True, help_text="Help for readers, printed with the story; empty for the usual ones."
    )
    notice = models.CharField(
        max_length=300, blank=True, help_text="Shown above every text, such as on a demonstration."
    )

    class Meta:
        ordering = ("-embargo_at",)
        verbose_name = "campaign event"
        constraints = [
            check(
                "campaign_event_days_in_order",
                Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def embargo_in_words(self) -> str:
        moment = localtime(self.embargo_at)
        day = in_words(moment.date(), self.embargo_precision)
        return f"{moment:%H:%M} on {day}" if self.embargo_precision == "day" else day


class PressReleaseQuerySet(models.QuerySet["PressRelease"]):
    def drafts(self) -> "PressReleaseQuerySet":
        return self.filter(issued_at__isnull=True)


class PressBody(models.TextChoices):
    FORCE = "force", "one force"
    NATION = "nation", "one nation"
    ALL = "all", "all forces"


class PressRelease(models.Model):
    """The text for one force, one nation or all, for one event: drafted, edited, signed, issued."""

    event = link(CampaignEvent, "texts")
    release = link(Release, "texts")
    body_kind = models.CharField(max_length=10, choices=PressBody.choices)
    body = models.SlugField(help_text="A force's address, a nation's, or “national”.")
    place = models.CharField(max_length=100)
    headline = models.CharField(max_length=120)
    text = models.TextField()
    drafted_headline = models.CharField(max_length=120, blank=True, editable=False)
    drafted_text = models.TextField(
        blank=True, editable=False, help_text="As it was drafted, before anybody edited it."
    )
    shared = models.JSONField(
        default=dict,
        editable=False,
        help_text="The ask and the quote that it was drafted with, and for which nation.",
    )
    angle = models.CharField(
        "lead angle",
        max_length=20,
        blank=True,
        editable=False,
        help_text="Chosen for this text; empty for that of its event.",
    )
    angles = models.JSONField(
        default=list, editable=False, help_text="What could lead it, the strongest first."
    )
    leads = models.CharField(
        max_length=20, blank=True, editable=False, help_text="The angle that leads it."
    )
    checked = models.JSONField(
        default=dict,
        editable=False,
        help_text="What the check found in these words by these figures; its key says which.",
    )
    held = models.CharField(
        max_length=300, blank=True, editable=False, help_text="Why it cannot be sent as it stands."
    )
    claims = models.JSONField(
        default=list, editable=False, help_text="What may and may not be said, with reasons."
    )
    prepared_by = author_field(editable=False)
    prepared_at = models.DateTimeField(editable=False)
    edited_by = person_field()
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        editable=False,
        help_text="Everyone who edited it: none of them issues it.",
    )
    issued_by = person_field()
    issued_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PressReleaseQuerySet.as_manager()

    class Meta:
        ordering = ("event", "body_kind", "place")
        permissions = [("issue_pressrelease", "Can approve and issue a press release")]
        constraints = [
            unique("press_release_once", "event body"),
            both_or_neither("press_release_edited", "edited", "edited the text"),
            both_or_neither("press_release_issued", "issued", "issued the text"),
            two_people("press_release_two_people", "prepared_by", "issued_by"),
            two_people("press_release_not_the_editor", "edited_by", "issued_by"),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.event}"


class IssuedTextQuerySet(AddedByStepQuerySet["IssuedText"]):
    def public(self, at: dt.datetime) -> "IssuedTextQuerySet":
        """The texts whose embargo is over and whose figures are public at a moment."""
        return self.filter(
            public_at__lte=at, event__embargo_at__lte=at, release__public_at__lte=at
        ).exclude(Q(release__approved_at__isnull=True))


class IssuedText(AddedByStep):
    """A press release as issued: a copy, made of a text with every signature that it needs."""

    press_release = models.OneToOneField(
        PressRelease, on_delete=models.PROTECT, related_name="issued"
    )
    event = link(CampaignEvent, "issued")
    release = link(Release, "issued_texts")
    body_kind = models.CharField(max_length=10, choices=PressBody.choices)
    body = models.SlugField()
    place = models.CharField(max_length=100)
    headline = models.CharField(max_length=120)
    text = models.TextField()
    notice = models.CharField(max_length=300, blank=True)
    signed_as = models.CharField(
        max_length=64, editable=False, help_text="The fingerprint that was signed."
    )
    public_at = models.DateTimeField(help_text="The embargo in force when it was issued.")
    issued_by = author_field()
    issued_at = models.DateTimeField()

    objects = IssuedTextQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ("event", "body_kind", "place")

    def __str__(self) -> str:
        return f"{self.place}: {self.event}"


class MediaContact(models.Model):
    """A newsroom or a journalist that asked for our press releases. For staff, never published."""

    outlet = NameField(max_length=120, help_text="The newspaper, station or agency.")
    name = NameField(
        max_length=100, blank=True, help_text="The person or the desk; empty for the newsroom."
    )
    email = AddressField("e-mail")
    phone = NameField("telephone", max_length=40, blank=True)
    forces = models.ManyToManyField(
        Force,
        blank=True,
        related_name="media_contacts",
        help_text="The forces whose areas it covers. None: it covers the whole country.",
    )
    stopped_on = models.DateField(
        "asked to stop on",
        null=True,
        blank=True,
        help_text="The day they asked us to stop writing. Never write to them again.",
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("outlet", "name", "email")
        constraints = [unique("media_contact_once", "", Lower("email"))]

    def __str__(self) -> str:
        return f"{self.name}, {self.outlet}" if self.name else self.outlet


class Correction(models.Model):
    """A note that recipients of a text were sent the figures that a newer release revises."""

    issued_text = link(IssuedText, "corrections")
    release = link(Release, "corrections")
    how = models.CharField(max_length=300, help_text="Who was informed, and how.")
    done_by = author_field()
    done_at = models.DateTimeField()

    class Meta:
        ordering = ("-done_at", "pk")
        constraints = [
            unique("correction_once", "issued_text release"),
            filled("correction_how", "how"),
        ]

    def __str__(self) -> str:
        return f"{self.issued_text}: {self.release}"
