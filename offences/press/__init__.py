"""Press releases: drafted from allowed claims, edited, issued by a second person.

`subjects` puts a force's figures into words, `basis` is what a text rests on, `drafting` makes the
drafts of an event in the words of `templates/press/`, `blocks` reads a text back for a page or a
file, `texts` stores and issues them, `events` says what may still change of an event then.
`corrections` finds issued texts with figures revised since.
"""

from offences.press.basis import NATIONAL, basis_of_text, traced
from offences.press.corrections import (
    TextToCorrect,
    contacts_of,
    correction_notice,
    record_correction,
    texts_to_correct,
)
from offences.press.drafting import Draft, drafts
from offences.press.events import READ_AND_ISSUED, change_event, why_locked
from offences.press.revised_figures import revised_since
from offences.press.subjects import briefing_of
from offences.press.texts import (
    discard_edits,
    draft_event,
    fresh_draft,
    issue,
    issue_fingerprint,
    text_fingerprint,
    why_not_issue,
)
from offences.refused import Refused
