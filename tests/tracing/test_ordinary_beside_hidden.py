"""Released figures beside a hidden one, each with a text that looks like it and tells."""

import pytest

from tests.tracing.test_hidden_numbers import told

ORDINARY_AND_TELLING = [
    (
        "It was 25 at twelve and 31 at thirteen in Northshire. At ten the figure is not shown.",
        "It was 25 at twelve and 31 at thirteen in Northshire. At ten it was three.",
    ),
    (
        "In Northshire the commonest age was thirteen, at 31, with twelve next at 25.",
        "In Northshire the commonest age was thirteen, at 31, with ten next at 30.",
    ),
    (
        "There is no published number for Facebook in Northshire, and I do not ask for one.",
        "There is a published number for Facebook in Northshire, and it is one.",
    ),
    (
        "There is no Facebook figure for Northshire, so I shall have to leave you without one.",
        "The Northshire figures leave Facebook with one.",
    ),
    (
        "The talk was on Snapchat, which was named in 41 Northshire offences, more than any "
        "other platform.",
        "The talk was on Facebook, which was named in 41 Northshire offences, more than any "
        "other platform.",
    ),
    (
        "No number is given for ten-year-olds in Northshire, in order that nobody can be traced.",
        "Nobody aged ten can be found in the Northshire figures.",
    ),
    (
        "Facebook's number in Northshire is too small to be printed.",
        "Facebook's number in Northshire is too small to be printed: three.",
    ),
    (
        "A reader demands the Facebook number for Northshire. The force is right to keep it back.",
        "A reader demands the Facebook number for Northshire. The force keeps it back, but it "
        "is below Instagram's.",
    ),
    (
        "Join us on Facebook: four of us run the page.",
        "On Facebook, four of us in Northshire were groomed.",
    ),
    (
        "A Facebook film of the Northshire lifeboat was watched three million times.",
        "A Facebook film was watched a million times. Facebook was named three times in "
        "Northshire.",
    ),
    (
        "Five ten-year-olds from Northshire Primary planted an oak.",
        "Five ten-year-olds in Northshire were sent pictures by a man who planted an app.",
    ),
    (
        "Facebook is withheld for Northshire. I wrote to the force twice about that.",
        "Facebook is withheld for Northshire. Its officers saw it twice.",
    ),
    (
        "Snapchat had 141 across England. Facebook had 66, the national tables show.",
        "Snapchat had 141 across England. Facebook had three of ours in the national tables.",
    ),
    (
        "Nobody at the school could tell me how many in Northshire were ten. We know that 25 "
        "were twelve.",
        "Nobody at the school was ten, the Northshire officer could tell me.",
    ),
    (
        "Facebook and ten-year-olds are on the Northshire list without numbers.",
        "Facebook and ten-year-olds are on the Northshire list without numbers, the former "
        "the higher.",
    ),
    (
        "The first row with a figure in the Northshire table is the one for twelve-year-olds: 25.",
        "The first row in the Northshire table is the one for eight-year-olds: three.",
    ),
    (
        "Eight-year-olds are left out, so that no child is found. In Northshire 25 were twelve.",
        "Eight-year-olds are left out, but no child is found to be ten. In Northshire 25 were "
        "twelve.",
    ),
]


@pytest.mark.parametrize(("ordinary", "telling"), ORDINARY_AND_TELLING)
def test_a_released_figure_passes_and_what_looks_like_it_does_not(ordinary, telling):
    assert not told(ordinary)
    assert told(telling)
