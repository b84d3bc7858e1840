"""Which numbers of a list of ages are the ages, and count nothing."""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.hidden_numbers.rows import is_label_of_a_row

# Each text has the number that is asked about in brackets.
LABELS = (
    "Offences by age:\n[12]: 47\n13: 50",
    "Offences by age:\n12: 47\n[13]: 50",
    "By age [12]: 47",
)
NUMBERS = (
    "Offences by age:\n12: [47]\n13: 50",
    "In Northshire [12] offences by age.",
    # Nothing says that these are ages, or it stands behind them, or too far before them.
    "By area:\n[12]: 47\n13: 50",
    "[12]: 47\n13: 50\nOffences by age",
    f"Offences by age:\n{'and so on ' * 41}\n[12]: 47",
)


def is_label(text):
    start, end = text.index("["), text.index("]") - 1
    return is_label_of_a_row(Candidate("count", start, end), text.translate({91: None, 93: None}))


def test_an_age_before_a_number_of_a_list_by_age_is_no_number():
    assert [is_label(text) for text in LABELS] == [True] * len(LABELS)
    assert [is_label(text) for text in NUMBERS] == [False] * len(NUMBERS)
