"""Releases: prepared from checked returns, screened, approved by a second person, withdrawn.

A release copies what it publishes. From its approval nothing in it changes; it opens at its
minute because every public question asks for the moment, not because a job ran.
"""

from offences.refused import Refused
from offences.releases.difference import Change, difference, new_parts, public_difference
from offences.releases.disputes import decide, open_dispute, open_disputes
from offences.releases.force_words import (
    Disputed,
    ForceState,
    corrections_not_made,
    record_answer,
    send,
    states_of,
)
from offences.releases.refused import Early
from offences.releases.revised import Revision, give_reason, is_revised, key_of
from offences.releases.revisions import revisions, revisions_without_reason, why_not_yet
from offences.releases.screening import Finding, Item, screen
from offences.releases.signing import (
    MOVED,
    Answered,
    answer,
    answer_all,
    mark_screened,
    screening,
    send_back,
    send_to_review,
    who_wrote,
    why_not_answer,
    why_not_sign,
)
from offences.releases.snapshot import Snapshot, before, snapshot
from offences.releases.steps import approve, edit, prepare, withdraw
from offences.releases.words import said

__all__ = [
    "MOVED",
    "Answered",
    "Change",
    "Disputed",
    "Early",
    "Finding",
    "ForceState",
    "Item",
    "Refused",
    "Revision",
    "Snapshot",
    "answer",
    "answer_all",
    "approve",
    "before",
    "corrections_not_made",
    "decide",
    "difference",
    "edit",
    "give_reason",
    "is_revised",
    "key_of",
    "mark_screened",
    "new_parts",
    "open_dispute",
    "open_disputes",
    "prepare",
    "public_difference",
    "record_answer",
    "revisions",
    "revisions_without_reason",
    "said",
    "screen",
    "screening",
    "send",
    "send_back",
    "send_to_review",
    "snapshot",
    "states_of",
    "who_wrote",
    "why_not_answer",
    "why_not_sign",
    "why_not_yet",
    "withdraw",
]
