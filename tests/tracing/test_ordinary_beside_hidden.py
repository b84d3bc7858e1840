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
    # an age behind another of the same girl
    (
        "My daughter is in those Northshire figures, and twelve when she was groomed.",
        "My daughter is in those Northshire figures, and nine when she was groomed.",
    ),
    # a figure that nobody sees, and settings that nobody can name
    (
        "Teachers at a Northshire school can’t name any setting on Facebook.",
        "Teachers at a Northshire school can’t find any case on Facebook.",
    ),
    (
        "Our Northshire survey says parents could not name any Facebook rule.",
        "Our Northshire survey says police could not find any Facebook case.",
    ),
    # schools that places have, and children of who speaks
    (
        "In Northshire I talk of Facebook. My two sons listen. Someone could have met both.",
        "In Northshire I talk of Facebook. My two sons listen. Someone has met both.",
    ),
    (
        "In Northshire I talk of Facebook. My two sons listen. Both like it.",
        "In Northshire I talk of Facebook. My two sons listen. Both he met at the park.",
    ),
    (
        "A Northshire school lesson on Facebook says that a child may have been sent pictures.",
        "A Northshire school lesson on Facebook says that a child was sent pictures.",
    ),
    # goods, rooms, calls, and pupils who say something
    # ages that are missing from a table, and offences without an age
]


@pytest.mark.parametrize(("ordinary", "telling"), ORDINARY_AND_TELLING)
def test_a_released_figure_passes_and_what_looks_like_it_does_not(ordinary, telling):
    assert not told(ordinary)
    assert told(telling)
