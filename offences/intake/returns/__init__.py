"""A force's own file: what was read in it → what it would do to the counts → counts.

`arrive` keeps the file and has it read, `match` says of which force it is, `words` what its labels
mean, `sort` which count each cell is of, `figures` what several cells of one count come to, `plan`
puts it together with what an officer answered, and `store` hands it to the one writer of counts.
"""

from offences.intake.returns.answers import Answers, Changed, answer
from offences.intake.returns.arrive import bring, keep, keep_file, look, take
from offences.intake.returns.match import Guess, guesses, sure
from offences.intake.returns.plan import Plan, plan_of
from offences.intake.returns.store import ask, close, store

__all__ = [
    "Answers",
    "Changed",
    "Guess",
    "Plan",
    "answer",
    "ask",
    "bring",
    "close",
    "guesses",
    "keep",
    "keep_file",
    "look",
    "plan_of",
    "store",
    "sure",
    "take",
]
