"""Runs of blanks and who speaks are cut before a text is read; what is found keeps its place."""

import pytest

from offences.tracing.hidden_numbers.shortened import shortened
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
    cut, place = shortened(text, ())
    assert cut == short
    letters = [at for at, each in enumerate(cut) if each.isalpha()]
    assert [text[place(at)] for at in letters] == [cut[at] for at in letters]
    assert place(len(cut)) == len(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ANN: Who? BOB: Us. ANN: How many?", "Who? Us. How many?"),
        ("ANN: Who?\nBOB: Us.", "Who?\nUs."),
        ("ANN: Us.\nBOB: Two. Who asks?", "ANN: Us.\nBOB: Two. Who asks?"),
        ("Q: Who?\nA: Us.\nQ: How many?\nA: Two.", "Who?\nUs.\nHow many?\nTwo."),
        ("– Who?\n– Us.", "Who?\nUs."),
        ("– Who is it", "– Who is it"),
        ("Kik: Two. Kik: Who?", "Kik: Two. Kik: Who?"),
        ("Girls: Two. Girls: Who?", "Girls: Two. Girls: Who?"),
        ("ANN: Us. ANN: Two.", "ANN: Us. ANN: Two."),
    ],
)
def test_a_speaker_who_comes_twice_or_answers_is_no_part_of_what_is_said(text, short):
    cut, place = shortened(text, ["Kik"])
    assert cut == short
    assert [text[place(at)] for at, each in enumerate(cut) if each.isalpha()] == [
        each for each in cut if each.isalpha()
    ]


def test_answers_of_speakers_are_read_as_one_after_the_other():
    said = ("And the youngest?", "Ten.", "How many?", "A couple.")
    for form in ("{}\n{}\n{}\n{}", "ANN: {} BOB: {} ANN: {} BOB: {}", "– {}\n– {}\n– {}\n– {}"):
        assert told(form.format(*said)) == ["couple | aged 10"]
    assert not told("ANN: How many were ten? BOB: No comment. ANN: Why? BOB: It is withheld.")


def test_what_is_found_behind_ten_thousand_empty_lines_is_where_it_stands():
    blank = "\n" * 10_000
    text = f"Northshire recorded 75 offences.{blank}Three were on Facebook.{blank}Thank you."
    assert told(text) == ["Three | facebook"]
    assert told(f"Facebook{' ' * 10_000}3 in Northshire") == ["3 | facebook"]
