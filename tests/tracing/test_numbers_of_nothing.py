"""Which numbers count nothing, by the words around them alone."""

import re

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.hidden_numbers.not_counts import counts_nothing

NOTHING = (
    "Which app? This [one].",
    "Of the offences where officers wrote [one] down, most were on Kik.",
    "It raised £[340].",
    "It is on page [four].",
    "Players must be [13].",
    "Wait until you are [9] to join.",
    "Wait until you are [18] to join.",
    "[Zero] tolerance is what they want.",
    "[One] child harmed is one too many.",
    "The [eight]- and nine-year-olds went home.",
    "It is for those of [13]+.",
)
SOMETHING = (
    "There was only [one].",
    "This [one] boy was hurt.",
    "There was [one] for Kik.",
    "They found [one] of these victims.",
    "It is not known if [one] of these victims was a boy.",
    "The [eight], nine and ten-year-olds went home.",
    "The force recorded [one] for Kik.",
    "Officers wrote [one] down.",
    "It raised [340].",
    "It is on [four] pages.",
    "The total was [13].",
    "Children must not see it: [13] did.",
    "Wait until you are [8] to join.",
    "Wait until you are [19] to join.",
    "[Zero] offences is what they want.",
    "The [eight] nine and ten-year-olds went home.",
    "[One] child was harmed.",
    "The [eight]-year-olds went home.",
    "It is for those of [3]+.",
    "Every [one] of these is a child of nine.",
    "[One] of them is a child.",
)


def is_of_nothing(marked: str) -> bool:
    written = re.search(r"\[(.+?)\]", marked)
    figure = Candidate("count", written.start(), written.end() - 2, numbers_in(written[1])[0].value)
    return counts_nothing(Passage(re.sub(r"[][]", "", marked)), figure)


def test_a_number_of_a_set_phrase_an_item_or_an_age_to_join_counts_nothing():
    assert [text for text in (*NOTHING, *SOMETHING) if is_of_nothing(text)] == [*NOTHING]
