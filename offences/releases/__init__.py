"""Releases, from preparation through screening and approval to withdrawal.

`steps` has them in their order; `screening_steps` those of a screening, whose questions are in
screening/. A `snapshot` is what would be published now: rows by `copies`, sums and breakdowns by
`parts`, without what `hiding` takes out. A correction of `one_figure` (or of a part, `part_sums`)
copies the rest.

What to hide is decided in `deciding`, for `all_releases` as one table: each is a `release_table`,
`earlier` has what older ones show, `stored_answers` the numbers behind it, `unchanged_figures`
which of their figures are the same number, `unchanged_answer` one answer in the releases that show
no change of it, `age_bands` which categories cover the same by their ages, `replaced_parts` which
took the place of others by their numbers, `merged_forces` which forces became one, `left_out` which
forces a sum does without.

Forces see their figures in `force_checks`, readers of the pre-release list in `prerelease_access`.
`public_state` is what is public at one moment; `difference`, `revisions` and `disputes` are what
changed since, or is in doubt.
"""

from offences.releases.deciding import HidingNotComputed, leaving_large_tables_to_worker
from offences.releases.difference import (
    count_new_parts,
    difference,
    public_difference,
    revisions,
    revisions_without_reason,
)
from offences.releases.disputes import decide_dispute, open_dispute
from offences.releases.force_checks import (
    DisputedFigures,
    ForceState,
    record_answer,
    send,
    states_of,
)
from offences.releases.one_figure import checked_figure
from offences.releases.part_sums import WHOLE
from offences.releases.revisions import Revision, figure_in_words, give_reason, is_revised, key_of
from offences.releases.screening import Finding, screen
from offences.releases.screening_steps import (
    FIGURES_CHANGED,
    WHAT_HELPS,
    AnsweredFinding,
    answer,
    answer_all,
    mark_screened,
    screening,
    send_back,
    send_to_review,
    who_wrote,
    why_not_answer,
    why_not_approve,
    why_not_yet,
)
from offences.releases.snapshot import Snapshot, release_before, snapshot
from offences.releases.steps import OpensEarly, approve, correct_figure, edit, prepare, withdraw
