"""Words that are in every text of an event: approved once, by a second person."""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction

from offences.models import Campaign, CampaignEvent, EventQuote, NationalBlock
from offences.refused import Refused

type Words = Campaign | EventQuote | NationalBlock


def words_of(event: CampaignEvent) -> list[Words]:
    """The words to approve for an event: its campaign's, those on all forces, its quotes."""
    block = NationalBlock.objects.filter(event=event)
    return [event.campaign, *block, *event.quotes.order_by("nation")]


def why_not_approve(words: Words, by: User) -> str:
    """Why this person may not approve these words; empty if they may."""
    if not by.has_perm("offences.issue_pressrelease"):
        return "Only approvers approve words."
    if words.written_by_id == by.pk:
        return "You wrote these words, so a colleague has to approve them."
    return "These words are approved already." if words.is_approved else ""


def approve_words(words: Words, *, by: User, now: dt.datetime, seen: str) -> None:
    """Approve words as they were `seen`, by their hash."""
    with transaction.atomic():
        locked = type(words).objects.select_for_update().get(pk=words.pk)
        if reason := why_not_approve(locked, by):
            raise Refused(reason)
        if seen != locked.words_hash:
            raise Refused("The words have changed since you opened this page. Read them again.")
        locked.approved_by, locked.approved_at, locked.approved_hash = by, now, seen
        locked.save(update_fields=["approved_by", "approved_at", "approved_hash"])


def record_writer(words: Words, by: User) -> None:
    """Note who wrote the words, before they are saved; an approval of earlier words ends."""
    if not words.is_approved:
        words.written_by, words.approved_by, words.approved_at = by, None, None
        words.approved_hash = ""


def quote_for(event: CampaignEvent, nation: str) -> str:
    """The approved quote for a nation, else the one for all, as a text prints it."""
    quotes = {quote.nation: quote for quote in event.quotes.all() if quote.is_approved}
    quote = quotes.get(nation) or quotes.get("")
    return printed_quote(quote) if quote else ""


def shared_words(event: CampaignEvent, nation: str) -> dict[str, str]:
    """The words that all texts for a nation share, as they are now: the ask and the quote."""
    campaign = event.campaign
    words = {"ask": campaign.ask, "short_ask": campaign.short_ask}
    return {**words, "quote": " ".join(quote_for(event, nation).split())}


def printed_quote(quote: EventQuote) -> str:
    return f"“{quote.words.strip()}” {quote.name}, {quote.title}"
