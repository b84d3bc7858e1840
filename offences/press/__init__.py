"""Press releases: drafted from a release's allowed claims, edited, issued by a second person.

`subjects` puts a force's figures into words, `grounds` says what a text rests on, `drafting` makes
the drafts of an event, `texts` keeps them and lets them leave, `events` says what may still change
of an event then.
"""

from offences.press.drafting import Draft, drafts
from offences.press.events import READ_AND_ISSUED, change_event, why_locked
from offences.press.grounds import NATIONAL, ground_under, traced
from offences.press.rules import Refused
from offences.press.subjects import briefing_of
from offences.press.texts import (
    discard_edits,
    draft_event,
    fresh_draft,
    issue,
    state_of,
    why_not_issue,
    words_of,
)

__all__ = [
    "NATIONAL",
    "READ_AND_ISSUED",
    "Draft",
    "Refused",
    "briefing_of",
    "change_event",
    "discard_edits",
    "draft_event",
    "drafts",
    "fresh_draft",
    "ground_under",
    "issue",
    "state_of",
    "traced",
    "why_locked",
    "why_not_issue",
    "words_of",
]
