"""A force's own file: what was read in it → what it would do to the counts → counts.

`uploads` stores the file and has it read, `matching` finds its force, `labels` says what its labels
mean, `sorting` which count each cell is of (`cells`), `titles` which lines above may change that,
`figures` what several cells of one count add up to, by their `contents`, or which are
`unclear_figures`. `answers` are the officer's, as `typed`, `places` and `named_places` where they
apply, `doubtful_totals` totals that no longer hold, `problems` what is open, without what
`new_offences` explain, `not_taken` what is left aside, `explanations` what the checker reads.
`plan` compares all of it with the records, and `storing` stores it; `whole_file` does so for every
force of a file, from a shell.
"""

from offences.intake.returns.answers import AnswerConflict, ReadingAnswers, save_answers
from offences.intake.returns.matching import MatchGuess, certain_match, match_submissions
from offences.intake.returns.plan import ReadingPlan, plan_of
from offences.intake.returns.storing import ask_about, ask_force, close_query, store
from offences.intake.returns.uploads import assign, read_document, store_file, store_upload, upload
