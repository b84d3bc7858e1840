"""Releases: prepared from checked returns, compared, approved by a second person, withdrawn.

A release copies what it publishes. From its approval nothing in it changes; it opens at its
minute because every public question asks for the moment, not because a job ran.
"""

from offences.releases.difference import Change, difference, public_difference
from offences.releases.refused import Refused
from offences.releases.snapshot import Snapshot, before, snapshot
from offences.releases.steps import approve, prepare, withdraw

__all__ = [
    "Change",
    "Refused",
    "Snapshot",
    "approve",
    "before",
    "difference",
    "prepare",
    "public_difference",
    "snapshot",
    "withdraw",
]
