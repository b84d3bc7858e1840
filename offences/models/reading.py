"""Readings of forces' own files, the meaning of their labels, and questions to forces."""

import datetime as dt
import hashlib
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.functional import cached_property
from django.utils.timezone import localdate

from offences.models.constraints import all_or_none, both_or_neither, check, unique, valid_year
from offences.models.foi import Document, FoiSubmission
from offences.models.force import Force
from offences.models.measure import Category, Measure
from offences.models.sent_letter import LetterKind, SentLetter
from offences.models.shared import author_field, link, optional_link, person_field
from offences.returns import ReadFile
from offences.returns.labels.signs import is_sign
from offences.returns.result import from_document
from offences.statistics.dates import Precision, in_words

_SIGNS = (
    *(("<=", " up to "), ("=<", " up to "), ("≤", " up to "), ("<", " under ")),
    *((">=", " from "), ("=>", " from "), ("≥", " from "), (">", " over "), ("+", " plus ")),
)


@lru_cache(maxsize=10_000)  # the same labels recur with every cell
def folded_label(text: str) -> str:
    """Return a label as it is matched: without case, repeated spaces and punctuation.

    Signs that change the meaning count: “16+” is not “16”, and “✗ online” not “online”. A long
    label keeps a distinct ending.
    """
    for sign, words in _SIGNS:
        text = text.replace(sign, words)
    words = "".join(
        letter if letter.isalnum() else f" {letter} " if is_sign(letter) else " "
        for letter in text.casefold()
    )
    words = " ".join(words.split()) or text.strip()
    if len(words) <= 200:
        return words
    return f"{words[:183]} {hashlib.sha256(words.encode()).hexdigest()[:16]}"


class CategorySpelling(models.Model):
    """A label in forces' own files, and the category it means, if the measure counts it."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="spellings")
    role = models.CharField(
        "kind of label", max_length=10, help_text="offence, age, sex, platform or other."
    )
    spelling = models.CharField("label", max_length=200, help_text="As the file has it.")
    folded = models.CharField(max_length=200, editable=False)
    force = models.ForeignKey(
        Force,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="labels",
        help_text="Whose files have it; empty for every force’s.",
    )
    category = models.ForeignKey(
        Category,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="spellings",
        help_text="Empty: cells under this label are excluded.",
    )
    is_plain = models.BooleanField(
        "says nothing of its own",
        default=False,
        help_text="Counts under this label are ordinary counts of the measure.",
    )
    added_by = person_field()
    added_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("measure", "role", "spelling")
        verbose_name = "label of a category"
        verbose_name_plural = "labels of categories"
        constraints = [
            unique(
                "category_spelling_once",
                "measure role folded force",
                condition=Q(force__isnull=False),
            ),
            unique(
                "category_spelling_once_for_all",
                "measure role folded",
                condition=Q(force__isnull=True),
            ),
            check("category_spelling_plain", Q(is_plain=False) | Q(category__isnull=True)),
            both_or_neither("category_spelling_added", "added", "added the label"),
        ]

    def __str__(self) -> str:
        return self.spelling

    def save(self, **kwargs) -> None:
        self.folded = folded_label(self.spelling)
        super().save(**kwargs)


class DocumentObservations(models.Model):
    """The observations of the reader in a document, read once for all its submissions."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="seen")
    found = models.JSONField(editable=False)
    at = models.DateTimeField("read")

    class Meta:
        ordering = ("-at",)
        verbose_name = "document as it was read"
        verbose_name_plural = "documents as they were read"

    def __str__(self) -> str:
        return str(self.document)

    @cached_property
    def read(self) -> ReadFile:
        return from_document(self.found)


class Reading(models.Model):
    """A document read for one submission, with an officer's choices and corrections."""

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.CASCADE, related_name="readings"
    )
    document = link(Document, "readings")
    name = models.CharField(max_length=200, help_text="The file’s name as it came.")
    answers = models.JSONField(default=dict, blank=True, editable=False)
    edition = models.PositiveIntegerField(default=0, editable=False)
    read_by = author_field(editable=False)
    read_at = models.DateTimeField(editable=False)
    stored_by = person_field()
    stored_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-read_at",)
        constraints = [
            unique("reading_once", "submission document"),
            both_or_neither("reading_stored", "stored", "stored what was read"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.submission}"

    @property
    def read(self) -> ReadFile:
        """The contents read from the file; nothing before it has been read."""
        seen = getattr(self.document, "seen", None)
        return seen.read if seen else ReadFile(self.name)

    @property
    def is_read(self) -> bool:
        # The observations are large: they are not fetched only to see that they exist.
        known = self.document._state.fields_cache
        if "seen" in known:
            return known["seen"] is not None
        return DocumentObservations.objects.filter(document=self.document_id).exists()


MISSING_COUNTS = "missing counts"  # what a question about them is called, after their number


def letter_at() -> Subquery:
    """When the letter with a question was sent, or put on its way; empty if none was."""
    letters = SentLetter.objects.filter(
        submission=OuterRef("submission"),
        kind=LetterKind.QUERY,
        reserved_at__gte=OuterRef("asked_at"),
    )
    return Subquery(letters.order_by("-reserved_at").values("reserved_at")[:1])


class FoiQueryQuerySet(models.QuerySet["FoiQuery"]):
    def unanswered(self) -> "FoiQueryQuerySet":
        return self.filter(answered_at__isnull=True)

    def with_letters(self) -> Any:
        """The questions, each with its `letter_at`."""
        return self.annotate(letter_at=letter_at())


class FoiQuery(models.Model):
    """A question to a force about one cell of its return."""

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.CASCADE, related_name="queries"
    )
    document = optional_link(Document, "queries")  # none: about the whole return
    sheet = models.CharField(max_length=100, blank=True)
    cell = models.CharField(max_length=20, blank=True)
    what = models.CharField(max_length=200, help_text="Which figure, in words.")
    question = models.TextField()
    measure = optional_link(Measure)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    category = optional_link(Category)
    asked_by = author_field()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True, help_text="What the force said, and when and how.")
    answered_by = person_field()
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = FoiQueryQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "pk")
        verbose_name = "question to a force"
        verbose_name_plural = "questions to forces"
        constraints = [
            unique(
                "query_open_once",
                "submission document sheet cell",
                condition=Q(answered_at__isnull=True),
            ),
            unique(
                "query_open_once_of_return",
                "submission sheet cell",
                condition=Q(answered_at__isnull=True, document__isnull=True),
            ),
            both_or_neither("query_answered", "answered", "wrote the answer down"),
            check("query_answer_in_words", Q(answered_at__isnull=True) | ~Q(answer="")),
            all_or_none("query_whole_count", "measure", "year", "category"),
            check(
                "query_answered_after",
                Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
            ),
            valid_year("query_year_sensible", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.what}"

    @cached_property
    def letter_at(self) -> dt.datetime | None:
        """When its letter was sent; the rows of `with_letters` have it already."""
        own = FoiQuery.objects.with_letters().values_list("letter_at", flat=True)
        return own.get(pk=self.pk)

    @property
    def state(self) -> str:
        """What is next for it, in the words of every page: nobody is asked before a letter."""
        if self.answered_at:
            return "answered"
        if self.letter_at is None:
            return "to be asked: the letter has not been sent"
        return f"asked on {in_words(localdate(self.letter_at), Precision.DAY)}; waits for the force"
