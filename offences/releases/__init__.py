"""Releases: prepared from checked returns, compared, approved by a second person, withdrawn.

A release copies what it publishes. From its approval nothing in it changes; it opens at its
minute because every public question asks for the moment, not because a job ran.
"""

from offences.releases.difference import Change, difference, public_difference
from offences.releases.disputes import decide, open_dispute, open_disputes
from offences.releases.force_words import (
    Disputed,
    ForceState,
    corrections_not_made,
    record_answer,
    send,
    states_of,
)
from offences.releases.refused import Refused
from offences.releases.revised import Revision, give_reason, is_revised, key_of
from offences.releases.revisions import revisions, revisions_without_reason
from offences.releases.snapshot import Snapshot, before, snapshot
from offences.releases.steps import approve, prepare, withdraw
from offences.releases.words import said

__all__ = [
    "Change",
    "Disputed",
    "ForceState",
    "Refused",
    "Revision",
    "Snapshot",
    "approve",
    "before",
    "corrections_not_made",
    "decide",
    "difference",
    "give_reason",
    "is_revised",
    "key_of",
    "open_dispute",
    "open_disputes",
    "prepare",
    "public_difference",
    "record_answer",
    "revisions",
    "revisions_without_reason",
    "said",
    "send",
    "snapshot",
    "states_of",
    "withdraw",
]
