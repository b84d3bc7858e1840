"""What another paragraph says changes nothing of a sentence: neither its figures nor what it tells.

The paragraphs are full of the words that the rules look for, and have no number of offences.
"""

import pytest

from offences.tracing.hidden_numbers.disclosures import disclosures
from tests.tracing.test_answers import OWN, answered
from tests.tracing.test_hidden_numbers import ANSWERS, NAMES, TEXTS, named

BEFORE = (
    "By contrast the others left out what remains, except in March until April, when it doubled,"
    " halved, rose and fell. Up from before, each year, every one, on average, more than twice as"
    " many as the year before, in all, of these not known."
)
AFTER = (
    "Both forces compared the same areas since then, and those were the highest, the lowest and"
    f" the rest. {BEFORE} No longer given in England, Kent or Wales, neither by boys nor girls,"
    " whose sex and age was recorded on Snapchat. Since records began it was so far this year the"
    " first of the last quarter, not the latest figure, and a record."
)
OF_SCHOOLS = (
    "Schools in both counties say that the rest of the page, the others and what remains are about"
    " homework. Why did it change? Nobody knows; all but the oldest pages were left out, as the"
    " upper half of each is printed, given and shown. At school, parents talk of lessons, however"
    " few or many, up to a point, on average and in total, more or less, no longer than a year."
)
STEP = 3


@pytest.mark.parametrize("world", OWN)
def test_each_figure_has_the_same_answer_between_other_paragraphs(world):
    facts, answers = OWN[world]
    for sentence in [*answers][::STEP]:
        own = answers[sentence]
        between = answered(facts, f"{BEFORE}\n\n{sentence}\n\n{AFTER}")
        assert any(between[n : n + len(own)] == own for n in range(len(between))) or not own


@pytest.mark.parametrize("about", TEXTS)
def test_what_is_told_of_a_hidden_number_is_the_same_before_another_paragraph(about):
    known, hidden, own = TEXTS[about]
    forces = [(named("Northshire"), hidden, own == "Northshire")]
    for text in [*ANSWERS.get(about, ())][::STEP]:
        both = f"{text}\n\n{OF_SCHOOLS}"
        alone = [*disclosures(text, known, forces, NAMES)]
        found = [*disclosures(both, known, forces, NAMES)]
        inside = [each for each in found if each[0] < len(text)]
        assert inside == alone
