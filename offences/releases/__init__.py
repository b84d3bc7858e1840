"""Releases, from preparation through screening and approval to withdrawal.

A release copies what it publishes. After its approval nothing in it changes; it becomes public at
its time because every public query asks for the moment, not because a job ran.
"""

from offences.refused import Refused
from offences.releases.difference import (
    FigureChange,
    count_new_parts,
    difference,
    public_difference,
    revisions,
    revisions_without_reason,
)
from offences.releases.disputes import decide, open_dispute, open_disputes
from offences.releases.force_checks import (
    DisputedFigures,
    ForceState,
    pending_corrections,
    record_answer,
    send,
    states_of,
)
from offences.releases.revisions import Revision, give_reason, is_revised, key_of
from offences.releases.screening import Finding, FindingItem, screen
from offences.releases.signing import (
    FIGURES_CHANGED,
    AnsweredFinding,
    answer,
    answer_all,
    mark_screened,
    screening,
    send_back,
    send_to_review,
    who_wrote,
    why_not_answer,
    why_not_sign,
    why_not_yet,
)
from offences.releases.snapshot import Snapshot, before, snapshot
from offences.releases.steps import OpensEarly, approve, edit, prepare, withdraw
from offences.releases.words import figure_in_words
