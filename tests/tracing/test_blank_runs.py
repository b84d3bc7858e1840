"""Long runs of blanks are cut before a text is read, and what is found keeps its own place."""

import pytest

from offences.tracing.hidden_numbers.blank_runs import without_blank_runs
from tests.tracing.test_hidden_numbers import told


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (f"a{' ' * 30}b", "a   b"),
        (f"a{' ' * 19}b", f"a{' ' * 19}b"),
        (f"a{'\n' * 30}b{' \n' * 30}c", "a\n\nb\n\nc"),
        (f"a{' ' * 20}\nb", "a\nb"),
        (f"a{'\t' * 30}b", f"a{'\t' * 30}b"),
        (f"{'\n' * 30}a", "\n\na"),
    ],
)
def test_a_run_is_cut_to_what_it_means_and_each_place_is_known(text, short):
    cut, place = without_blank_runs(text)
    assert cut == short
    letters = [at for at, each in enumerate(cut) if each.isalpha()]
    assert [text[place(at)] for at in letters] == [cut[at] for at in letters]
    assert place(len(cut)) == len(text)


def test_what_is_found_behind_ten_thousand_empty_lines_is_where_it_stands():
    blank = "\n" * 10_000
    text = f"Northshire recorded 75 offences.{blank}Three were on Facebook.{blank}Thank you."
    assert told(text) == ["Three | facebook"]
    assert told(f"Facebook{' ' * 10_000}3 in Northshire") == ["3 | facebook"]
