"""Quotes, spokespeople and own wordings of blocks: what belongs to one campaign event."""

from django.db import models

from offences.english import PLACES
from offences.models.approved_words import ApprovedWords
from offences.models.campaign import CampaignEvent
from offences.models.constraints import both_or_neither, filled, two_people, unique
from offences.models.contact_fields import NameField
from offences.models.shared import link


class EventQuote(ApprovedWords):
    """What one person says for the charity at an event: to all, or to one nation instead."""

    WORDS = ("nation", "words", "name", "title")

    event = link(CampaignEvent, "quotes")
    nation = models.CharField(
        max_length=60,
        blank=True,
        choices=[(place, place) for place in PLACES],
        help_text="Only in texts of this nation and its forces; empty for all others.",
    )
    words = models.TextField(help_text="One or two sentences, without quotation marks.")
    name = models.CharField(max_length=100)
    title = models.CharField(max_length=120, help_text="“chief executive of the Harbour Trust”.")

    class Meta:
        ordering = ("event", "nation")
        verbose_name = "quote"
        constraints = [
            unique("event_quote_once", "event nation"),
            filled("event_quote_whole", "words", "name", "title"),
            both_or_neither("event_quote_approved", "approved", "approved the quote"),
            two_people("event_quote_two_people", "written_by", "approved_by"),
        ]

    def __str__(self) -> str:
        return f"“{self.words}” {self.name}, {self.title}"


class Spokesperson(models.Model):
    """Who speaks to newsrooms about an event: everywhere, or in one nation or region."""

    event = link(CampaignEvent, "spokespeople")
    area = models.CharField(
        "nation or region", max_length=60, blank=True, help_text="Empty for the whole country."
    )
    name = NameField(max_length=100)
    title = models.CharField(max_length=120)
    phone = models.CharField(
        "telephone", max_length=40, help_text="In working hours. Newsrooms are given it."
    )
    out_of_hours = models.CharField(
        max_length=40, help_text="The number for evenings, nights and weekends."
    )

    class Meta:
        ordering = ("event", "area", "name")
        verbose_name_plural = "spokespeople"
        constraints = [unique("spokesperson_once", "event area name")]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"


class TextBlock(models.TextChoices):
    HEADLINE = "headline"
    BULLETS = "bullets"
    LEAD = "lead"
    TREND = "trend"
    COVERAGE = "coverage"
    ASK = "ask"
    QUOTE = "quote"
    AGES = "ages"
    CAVEATS = "caveats"
    NOTES = "notes"


class EventBlock(models.Model):
    """The event's own words for one block of its texts, with placeholders for facts."""

    event = link(CampaignEvent, "blocks")
    block = models.CharField(
        max_length=10, choices=TextBlock.choices, help_text="The part of each text to replace."
    )
    words = models.TextField(help_text="Facts as placeholders: {place}, {figure}, {change}.")

    class Meta:
        ordering = ("event", "block")
        verbose_name = "own wording of a block"
        verbose_name_plural = "own wordings of blocks"
        constraints = [unique("event_block_once", "event block")]

    def __str__(self) -> str:
        return f"{self.event}: {self.get_block_display()}"
