"""Press releases: drafted from allowed claims, edited, issued by a second person.

A draft (`drafting`) is a story in blocks (`composing`), with the event's own words (`event_blocks`,
tried on `examples`), what all its texts share (`shared_parts`) and what is approved once
(`approved_words`). It rests on a `basis`, made of `facts`. `texts` stores drafts and their edits.

`signing` and `signers` lead to `issuing`, after `text_checks`: `caveats`, `hidden_numbers`.
`blocks`, `pack` and `figure_sheet` are an issued text as files and pages; `sending` takes it to
newsrooms. When figures change, `revised_figures` and `corrections` find the texts, `notices` go to
the newsrooms, and `articles` are what those published.
"""

from offences.press.approved_words import (
    approve_words,
    quote_for,
    record_writer,
    why_not_approve,
    words_of,
)
from offences.press.basis import basis_of_text, facts_of_release, traced
from offences.press.caveats import missing_caveats
from offences.press.corrections import (
    TextToCorrect,
    contacts_of,
    correction_notice,
    record_correction,
    texts_to_correct,
)
from offences.press.drafting import Draft, drafts, release_of, why_not_rest_on
from offences.press.event_blocks import PLACEHOLDERS, faults_of, fill_block
from offences.press.examples import example_places
from offences.press.facts import briefing_of
from offences.press.figure_sheet import figure_sheet
from offences.press.issuing import issue, issue_texts, send_back, why_not_issue
from offences.press.revised_figures import revised_since
from offences.press.signers import (
    has_login,
    may_name,
    name_signer,
    send_link,
    signer_of,
    signer_of_link,
    take_link_back,
    texts_to_sign,
    why_not_yet,
)
from offences.press.signing import (
    TextState,
    changes_since,
    review,
    sign_many,
    states_of,
    why_not_as_it_is,
    why_not_in_bulk,
    why_not_leave,
    why_not_sign,
)
from offences.press.text_checks import (
    altered_in,
    basis_in,
    check_texts,
    locked_words,
    marked_in,
    parts_of,
    put_instead,
)
from offences.press.texts import (
    READ_AND_ISSUED,
    change_event,
    choose_angle,
    discard_edits,
    draft_event,
    follow_release,
    fresh_draft,
    hand_in,
    issue_fingerprint,
    save_edits,
    text_fingerprint,
    why_locked,
)
