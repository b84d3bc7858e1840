"""Press releases: drafted from allowed claims, edited, issued by a second person."""

from offences.press.basis import basis_of_text, traced
from offences.press.corrections import (
    TextToCorrect,
    contacts_of,
    correction_notice,
    record_correction,
    revised_since,
    texts_to_correct,
)
from offences.press.drafting import Draft, drafts
from offences.press.facts import briefing_of
from offences.press.texts import (
    READ_AND_ISSUED,
    change_event,
    discard_edits,
    draft_event,
    fresh_draft,
    hand_in,
    issue,
    issue_fingerprint,
    save_edits,
    send_back,
    text_fingerprint,
    why_locked,
    why_not_issue,
)
from offences.refused import Refused
