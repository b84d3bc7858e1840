"""Press releases: drafted from a release's allowed claims, edited, issued by a second person.

`subjects` puts a force's figures into words, `grounds` says what a text rests on, `drafting` makes
the drafts of an event, `texts` keeps them and lets them leave, `events` says what may still change
of an event then. `corrections` finds what left and was revised since.
"""

from offences.press.corrections import (
    ToCorrect,
    contacts_of,
    corrected,
    letter_of,
    to_correct,
)
from offences.press.drafting import Draft, drafts
from offences.press.events import READ_AND_ISSUED, change_event, why_locked
from offences.press.grounds import NATIONAL, ground_under, traced
from offences.press.moved import moved_since
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
from offences.refused import Refused

__all__ = [
    "NATIONAL",
    "READ_AND_ISSUED",
    "Draft",
    "Refused",
    "ToCorrect",
    "briefing_of",
    "change_event",
    "contacts_of",
    "corrected",
    "discard_edits",
    "draft_event",
    "drafts",
    "fresh_draft",
    "ground_under",
    "issue",
    "letter_of",
    "moved_since",
    "state_of",
    "to_correct",
    "traced",
    "why_locked",
    "why_not_issue",
    "words_of",
]
