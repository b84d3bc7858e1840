"""The statutory clock of a Freedom of Information request, and the mistakes that it shows.

`clock` reads the events of one request in their order: when its answer is due, its state, and what
the law did not allow. The days of each step are in `laws`, which of them count in `working_days`.
`histories` does the same with JSON, for a command.
"""

from offences.foi_clock.clock import (
    ANSWER_WITHIN,
    EXTENDED_WITHIN,
    SECTIONS_WITHOUT_EXTENSION,
    ClockReading,
    Event,
    LegalMistake,
    ask_review_by,
    bare_section,
    read_clock,
    section_number,
    section_numbers,
)
from offences.foi_clock.histories import KINDS, BadEvents, answer
from offences.foi_clock.laws import ACT_OF_2000, FoiLaw, law_of
from offences.foi_clock.working_days import Holiday, SkippedDay, WorkingDays
