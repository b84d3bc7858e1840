"""Bank holidays; FOI rounds with requests and steps; documents, and uploads stored."""

from django.db import models
from django.db.models import Exists, F, Q

from offences.models.constraints import (
    both_or_neither,
    check,
    needs,
    two_people,
    unique,
    valid_year,
)
from offences.models.force import Force
from offences.models.measure import Breakdown, Measure
from offences.models.shared import author_field, link, optional_link, person_field, precision_field
from offences.returns.own_form import form_code
from offences.statistics.dates import Precision, in_words


class BankHoliday(models.Model):
    """A bank holiday in any part of the UK: no working day of the Freedom of Information Act."""

    date = models.DateField(unique=True)
    title = models.CharField(max_length=120)
    england_and_wales = models.BooleanField()
    scotland = models.BooleanField()
    northern_ireland = models.BooleanField()

    class Meta:
        ordering = ("date",)
        constraints = [
            check(
                "bank_holiday_somewhere",
                Q(england_and_wales=True) | Q(scotland=True) | Q(northern_ireland=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.title}"


class DocumentKind(models.TextChoices):
    RETURN = "return", "force's return"
    LETTER = "letter", "letter"
    MASTER = "master", "charity's own spreadsheet"
    PUBLICATION = "publication", "publication"


class Document(models.Model):
    """A source of figures: a force's file with its bytes, or a named publication."""

    CANNOT_OPEN = "It cannot be opened."  # what the data lead finds in a damaged file

    kind = models.CharField(max_length=12, choices=DocumentKind.choices)
    title = models.CharField(
        max_length=200, help_text="The file's name as it came, or who published it."
    )
    file = models.FileField(upload_to="documents/%Y/", blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(default=0, editable=False)
    url = models.URLField("address", max_length=500, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_precision = precision_field("publication date")
    note = models.TextField(blank=True)
    added_by = person_field()
    added_at = models.DateTimeField(null=True, blank=True, editable=False)
    held_back = models.JSONField(
        "why it is held back",
        default=list,
        blank=True,
        editable=False,
        help_text="Hidden parts, or what may be people’s data: one sentence each.",
    )
    cleared_by = person_field()
    cleared_at = models.DateTimeField(null=True, blank=True, editable=False)
    cleared_why = models.CharField(
        "what the data lead found", max_length=300, blank=True, editable=False
    )

    class Meta:
        ordering = ("-published_on", "title")
        permissions = [("clear_document", "Can open files that are held back, and clear them")]
        constraints = [
            unique("document_bytes_once", "sha256", condition=~Q(sha256="")),
            unique(
                "document_publication_once", "url published_on", condition=Q(kind="publication")
            ),
            check(
                "document_bytes_or_address",
                Q(kind="publication", file="", sha256="", published_on__isnull=False) & ~Q(url="")
                | ~Q(kind="publication") & ~Q(file="") & ~Q(sha256=""),
            ),
            both_or_neither("document_added", "added", "added it"),
            both_or_neither("document_cleared", "cleared", "cleared it"),
        ]

    def __str__(self) -> str:
        when = self.published_in_words
        return f"{self.title}, {when}" if when else self.title

    @property
    def published_in_words(self) -> str:
        return in_words(self.published_on, self.published_precision)

    @property
    def is_held_back(self) -> bool:
        """Whether only the data lead opens it: it may contain personal data sent by mistake."""
        return bool(self.held_back) and self.cleared_at is None

    @property
    def is_shut(self) -> bool:
        """Whether the data lead keeps it shut: nobody else ever opens it."""
        return bool(self.cleared_why) and self.cleared_at is None

    @property
    def is_damaged(self) -> bool:
        """Whether it is shut because not even the data lead can open it."""
        return self.is_shut and self.cleared_why == self.CANNOT_OPEN


class StoredImport(models.Model):
    """A note that a person stored an uploaded file, once; nothing of what was in it."""

    token = models.CharField(
        max_length=32, help_text="The name under which the file waited for confirmation."
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="The file of counts; those of lists are not stored.",
    )
    stored_by = author_field()
    stored_at = models.DateTimeField()

    class Meta:
        ordering = ("-stored_at",)
        constraints = [unique("import_stored_once", "stored_by token")]

    def __str__(self) -> str:
        return f"{self.stored_by}, {self.stored_at}"


class FoiRound(models.Model):
    """One letter, about one or more measures, sent to a list of forces at one time."""

    slug = models.SlugField("address", unique=True)
    name = models.CharField(max_length=80, unique=True)
    number = models.PositiveSmallIntegerField(
        unique=True, help_text="Rounds in the order in which they were sent; newest highest."
    )
    measures = models.ManyToManyField(Measure, related_name="rounds")
    breakdowns = models.ManyToManyField(
        Breakdown,
        blank=True,
        related_name="rounds",
        help_text="The tables that the letter asks for. None ticked: all tables of its measures.",
    )
    first_year = models.PositiveSmallIntegerField(help_text="The first year asked for.")
    last_year = models.PositiveSmallIntegerField(help_text="The last year asked for.")
    last_year_in_part = models.BooleanField(
        "last year in part",
        default=False,
        help_text="Tick if the last year has not ended when the letter is sent.",
    )
    # Planned back from an event; the due date follows from the day of sending.
    event = models.ForeignKey(
        "offences.CampaignEvent",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        help_text="The event for which the figures are asked.",
    )
    send_on = models.DateField(
        "sending", null=True, blank=True, help_text="The day planned for the letters."
    )
    freeze_on = models.DateField(
        "freeze", null=True, blank=True, help_text="The last day on which an answer is taken in."
    )
    confirm_on = models.DateField(
        "confirmation", null=True, blank=True, help_text="The day by which forces confirm figures."
    )
    sign_off_on = models.DateField(
        "sign-off", null=True, blank=True, help_text="The day by which the release is approved."
    )
    sent_on = models.DateField(null=True, blank=True)
    sent_precision = precision_field("sending date")
    answered_by = models.DateField(
        "answers known by",
        null=True,
        blank=True,
        help_text="For a past round known from publications: when its answers were published.",
    )
    answered_by_precision = precision_field("that date")
    letter = models.TextField(blank=True)
    forces_asked = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="For a past round: how many were asked, if known."
    )
    complete = models.BooleanField(
        "records complete",
        default=True,
        help_text="Untick for a past round of which we have only what was published.",
    )

    class Meta:
        ordering = ("-number",)
        verbose_name = "FOI round"
        constraints = [
            check("round_years_in_order", Q(last_year__gte=F("first_year"))),
            valid_year("round_first_year_sensible", "first_year"),
            valid_year("round_last_year_sensible", "last_year"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tables_asked(self) -> models.QuerySet[Breakdown]:
        """The breakdowns that the letter asks for, in the order of forms and grids."""
        ticked = FoiRound.breakdowns.through.objects.filter(foiround=self)
        rows = Breakdown.objects.filter(measure__rounds=self)
        rows = rows.filter(Q(pk__in=ticked.values("breakdown")) | ~Exists(ticked))
        order = ("measure__position", "measure__slug", "position", "slug")
        return rows.select_related("measure").order_by(*order)


class FoiSubmissionQuerySet(models.QuerySet["FoiSubmission"]):
    def checked(self) -> "FoiSubmissionQuerySet":
        return self.filter(checked_at__isnull=False)

    def to_check(self) -> "FoiSubmissionQuerySet":
        return self.filter(entered_at__isnull=False, checked_at__isnull=True)


class FoiSubmission(models.Model):
    """A request to one force in one round, and everything that came back."""

    class Outcome(models.TextChoices):
        AWAITED = "awaited", "awaited"
        ANSWERED = "answered", "answered"
        PART = "part_answered", "answered in part"
        REFUSED = "refused", "refused"
        NO_RESPONSE = "no_response", "no answer"
        UNKNOWN = "unknown", "not known"

    round = link(FoiRound, "submissions")
    force = link(Force, "submissions")
    number = models.PositiveSmallIntegerField(
        default=1, help_text="1 for the first request of the round, 2 for one that follows it."
    )
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    reference = models.CharField("force's reference", max_length=60, blank=True)
    outcome = models.CharField(max_length=15, choices=Outcome.choices, default=Outcome.AWAITED)
    outcome_on = models.DateField("outcome date", null=True, blank=True)
    outcome_precision = precision_field("outcome date")
    outcome_source = optional_link(
        Document, help_text="The source of the outcome, if not the force itself."
    )
    reason = models.CharField(
        max_length=300, blank=True, help_text="The reason the force gave, in a few words."
    )
    documents = models.ManyToManyField(Document, blank=True, related_name="submissions")
    note = models.TextField(blank=True, help_text="For staff. Never published.")
    opened_by = person_field()
    opened_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="Who last opened the grid, to warn a second officer.",
    )
    edition = models.PositiveIntegerField(
        default=0, editable=False, help_text="Goes up with each save of the counts."
    )
    entered_by = person_field()
    entered_at = models.DateTimeField(null=True, blank=True, editable=False)
    checked_by = person_field()
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = FoiSubmissionQuerySet.as_manager()

    class Meta:
        ordering = ("-round__number", "force__name", "number")
        verbose_name = "request"
        permissions = [("check_foisubmission", "Can mark a return as checked")]
        constraints = [
            unique("submission_once", "round force number"),
            check(
                "submission_follows",
                Q(number=1, follows__isnull=True) | Q(number__gt=1, follows__isnull=False),
            ),
            both_or_neither("submission_opened", "opened", "opened the grid"),
            both_or_neither("submission_entered", "entered", "entered the counts"),
            both_or_neither("submission_checked", "checked", "checked the counts"),
            two_people("submission_two_people", "entered_by", "checked_by"),
            needs("submission_entered_before_checked", "checked_at", "entered_at"),
        ]

    def __str__(self) -> str:
        later = f", request {self.number}" if self.number > 1 else ""
        return f"{self.force.area}, {self.round.name}{later}"

    @property
    def our_reference(self) -> str:
        """The code of the request in every letter of ours, and on its return form."""
        return form_code(self.round.slug, self.force.slug, self.number)

    @property
    def outcome_in_words(self) -> str:
        return in_words(self.outcome_on, self.outcome_precision)


class FoiStep(models.TextChoices):
    SENT = "sent", "sent"
    RECEIVED = "received", "received by the force"
    ACKNOWLEDGED = "acknowledged", "acknowledged"
    CLARIFICATION_ASKED = "clarification_asked", "question to us"
    CLARIFICATION_SENT = "clarification_sent", "our answer to its question"
    EXTENSION_CLAIMED = "extension_claimed", "extension claimed"
    ANSWERED = "answered", "answered"
    REFUSED = "refused", "refused"
    REVIEW_ASKED = "review_asked", "review asked for"
    REVIEW_ANSWERED = "review_answered", "review answered"
    ICO_COMPLAINED = "ico_complained", "complaint to the Information Commissioner"
    ICO_DECIDED = "ico_decided", "decided by the Information Commissioner"


class FoiEvent(models.Model):
    """One dated step of a submission."""

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.CASCADE, related_name="events"
    )
    kind = models.CharField(max_length=20, choices=FoiStep.choices)
    on = models.DateField("date")
    on_precision = precision_field("date")
    until = models.DateField(null=True, blank=True, help_text="For an extension: until when.")
    section = models.CharField(
        max_length=60, blank=True, help_text="Of a question or an extension, such as 1(3) or 43(2)."
    )
    partial = models.BooleanField("in part", default=False)
    document = optional_link(Document, "events")
    note = models.CharField(max_length=300, blank=True)
    recorded_by = person_field()
    recorded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("submission", "on", "pk")
        verbose_name = "FOI event"
        constraints = [
            both_or_neither("event_recorded", "recorded", "recorded the event"),
            check(
                "event_until_of_extension",
                Q(until__isnull=True) | Q(kind="extension_claimed", until__gte=F("on")),
            ),
            check(
                "event_section_of_step",
                Q(section="") | Q(kind__in=["clarification_asked", "extension_claimed"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {in_words(self.on, self.on_precision or Precision.DAY)}"
