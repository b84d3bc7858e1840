"""Press releases: drafted from allowed claims, edited, issued by a second person."""

from offences.press.approved_words import (
    approve_words,
    quote_for,
    record_writer,
    why_not_approve,
    words_of,
)
from offences.press.basis import basis_of_text, traced
from offences.press.corrections import (
    TextToCorrect,
    contacts_of,
    correction_notice,
    record_correction,
    revised_since,
    texts_to_correct,
)
from offences.press.drafting import Draft, drafts, why_not_rest_on
from offences.press.event_blocks import PLACES, faults_of, fill_block
from offences.press.examples import example_places
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
