"""A force's own file: what was read in it → what it would do to the counts → counts.

`arrive` keeps the file and has it read, `match` says of which force it is, `words` what its labels
mean, `sort` which count each cell is of, `figures` what several cells of one count come to, `plan`
puts it together with what an officer answered, and `store` hands it to the one writer of counts.
"""

from offences.imports.reading.answers import Answers, Changed, answer
from offences.imports.reading.arrive import bring, keep, keep_file, look, take
from offences.imports.reading.match import Guess, guesses, sure
from offences.imports.reading.plan import Plan, plan_of
from offences.imports.reading.store import ask, close, store

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
