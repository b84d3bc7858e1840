"""The charity whose site this is: one row, edited by the data lead, and its helplines."""

import re
from dataclasses import fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from offences.models.constraints import check
from offences.statistics.years import APRIL, MONTHS
from offences.words import charity as words
from offences.words.charity import NOT_SET_UP, CharityWords, HelpOffered


class Charity(models.Model):
    """The charity of this site in words, as readers, forces and newsrooms see it."""

    title = models.CharField(
        "name of the site", max_length=80, help_text="At the head of every page."
    )
    tagline = models.CharField(max_length=120, default=NOT_SET_UP.tagline)
    name = models.CharField(
        max_length=80,
        blank=True,
        help_text="The charity in the middle of a sentence: “the Harbour Trust”. Empty: its name "
        "is not shown.",
    )
    introduced = models.CharField(
        max_length=80,
        default=NOT_SET_UP.introduced,
        help_text="After “Each year”: “an animal charity” asks every police force.",
    )
    website = models.URLField(blank=True)
    subject = models.CharField(
        max_length=120, help_text="After “how many”: “offences of cruelty to animals”."
    )
    warning = models.CharField(
        max_length=120, help_text="After “This page is about”: “cruelty to animals”."
    )
    victim = models.CharField(
        max_length=40, help_text="Who is harmed, one: “animal”. After “One offence is not one”."
    )
    victims = models.CharField(max_length=40, help_text="The same, several: “animals”.")
    measured_as = models.CharField(
        "in the names of measures",
        max_length=40,
        blank=True,
        help_text="If the names of your measures call them something else, such as “under-18s”: a "
        "press release says the word from “Victims” in its place.",
    )
    victims_are_people = models.BooleanField(
        default=False,
        help_text="Ticked: small numbers are hidden so that none of them can be recognised.",
    )
    marked_as = models.CharField(
        max_length=40,
        blank=True,
        help_text="How forces mark these crimes, after “marks crimes as”: “cruelty”. Empty if "
        "they use no mark.",
    )
    keywords = models.CharField(
        max_length=300,
        default=NOT_SET_UP.keywords,
        help_text="For search engines, with commas between.",
    )
    help_lead = models.CharField(
        "first sentence of the page of help", max_length=200, default=NOT_SET_UP.help_lead
    )
    help_printed = models.TextField(
        "help to print with a story",
        blank=True,
        help_text="At the end of every press release. Empty: the helplines at the foot of pages.",
    )
    contact = models.TextField(
        help_text="How to write to you, for the page Contact. Paragraphs, with an empty line "
        "between."
    )
    press_contact = models.TextField(blank=True, help_text="For journalists.")
    corrections_contact = models.TextField(
        blank=True, help_text="Whom to inform of a mistake in a figure."
    )
    licence_name = models.CharField(max_length=80, help_text="Of the figures: “CC BY 4.0”.")
    licence_address = models.URLField()
    licence_code = models.CharField(
        max_length=40, help_text="As SPDX abbreviates it, for programs: “CC-BY-4.0”."
    )
    nations = models.JSONField(
        "nations asked",
        default=list,
        blank=True,
        help_text="The list of requests that a first round offers has the forces of these "
        "nations; if none is ticked, of all.",
    )
    years_start = models.PositiveSmallIntegerField(
        "first month of a year",
        choices=[*enumerate(MONTHS, 1)],
        default=APRIL,
        help_text="Each year that forces are asked for starts on the first of it: April for "
        "2018/19, January for the calendar year 2018. Choose it before the first round: it cannot "
        "change later.",
    )
    accent = models.CharField(
        "colour of links and bars",
        max_length=7,
        blank=True,
        help_text="As #0b5468, on a light ground. Empty: the usual one.",
    )
    accent_dark = models.CharField(
        "the same on a dark ground", max_length=7, blank=True, help_text="As #86cee3."
    )
    logo = models.TextField(blank=True, editable=False, help_text="A PNG, in base64.")
    comparison = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="Two forces whose figures cannot be compared, for the page on ranking.",
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "charity"
        constraints = [check("charity_only_one", models.Q(pk=1))]

    def __str__(self) -> str:
        return self.title

    def save(self, **more: Any) -> None:
        self.pk = 1  # there is one
        super().save(**more)

    def in_words(self, helplines: "list[Helpline] | None" = None) -> CharityWords:
        """The row and its helplines, or those given instead, as sentences take them."""
        rows = self.helplines.all() if helplines is None else helplines
        lines = tuple(
            HelpOffered(**{each.name: getattr(row, each.name) for each in fields(HelpOffered)})
            for row in rows
        )
        plain = {each.name for each in fields(CharityWords)} - {"helplines"}
        return CharityWords(**{name: getattr(self, name) for name in plain}, helplines=lines)


class Helpline(models.Model):
    """Somebody to call, on the page of help and, with a line for it, at the foot of every page."""

    charity = models.ForeignKey(Charity, on_delete=models.CASCADE, related_name="helplines")
    position = models.PositiveSmallIntegerField(default=1)
    line = models.CharField(
        "at the foot of every page",
        max_length=120,
        blank=True,
        help_text="The words before the number: “If you have seen cruelty: the Harbour Trust, "
        "day and night”. Empty: only on the page of help.",
    )
    heading = models.CharField(max_length=80, help_text="On the page of help.")
    name = models.CharField(max_length=80)
    number = models.CharField(max_length=30)
    about = models.TextField(blank=True, help_text="Hours, cost, and for whom it is.")
    links = models.TextField(
        blank=True, help_text="One a line, with a bar: What to do | https://harbour.example/help"
    )

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a link that leads anywhere but to a page."""
        for line in filter(str.strip, self.links.splitlines()):
            text, _, address = line.rpartition("|")
            if not (text.strip() and re.fullmatch(r"https://[^\s|]+", address.strip())):
                says = f"Write “{line.strip()}” as words, a bar and an address that begins with https://."
                raise ValidationError({"links": says})


def stored_charity() -> CharityWords | None:
    """The charity as it is stored, with its helplines; None before one is set up."""
    row = Charity.objects.prefetch_related("helplines").first()
    return row.in_words() if row else None


def remember_charity(**of_signal: Any) -> CharityWords:
    """Read the charity for this process: at the start of a request's, task's or command's work."""
    return words.remember(stored_charity())
