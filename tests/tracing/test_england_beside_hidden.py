"""England's number passes beside a hidden one, but not where it is said to be elsewhere."""

import pytest

from tests.tracing.test_hidden_numbers import told

IS_HIDDEN = "Northshire's number for Facebook is hidden."


@pytest.mark.parametrize(
    "text",
    [
        f"{IS_HIDDEN} England's is 66.",
        f"{IS_HIDDEN} England's is 66. Elsewhere it rains.",
        f"Elsewhere it rains. {IS_HIDDEN} England's is 66.",
        "Northshire's number for Facebook is hidden, unlike that for Instagram. England's is 80.",
    ],
)
def test_the_number_of_england_passes_of_the_part_that_was_named_before(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{IS_HIDDEN} England's 66 were all outside Northshire.", "66"),
        (f"{IS_HIDDEN} All of England's 66 were elsewhere.", "66"),
        ("Facebook is hidden for Northshire. England had 66 outside the county.", "66"),
        (f"{IS_HIDDEN} England had 66, all but four of them elsewhere.", "four"),
        ("Of England's 66 on Facebook, 62 were outside Northshire.", "62"),
    ],
)
def test_how_many_of_them_were_elsewhere_leaves_the_hidden_number(text, found):
    assert f"{found} | facebook" in told(text)


def test_the_number_of_england_passes_beside_no_more_than_that_ours_is_hidden():
    of_all = "66 offences were on Facebook in England, and "
    passes = [f"{of_all}Northshire's figure is withheld.", f"{of_all}the rest is withheld."]
    stops = [
        f"{of_all}Northshire's small figure is withheld.",
        f"{of_all}Northshire's figure, close to that of Southshire, is withheld.",
        f"{of_all}Northshire, which also had some, has its figure withheld.",
        f"{of_all}Northshire is in the north.",
        "67 offences were on Facebook in England, and Northshire's figure is withheld.",
        "66 offences were on Facebook, while Northshire hides its figure.",
        "66 offences were on Facebook in Northshire, while England hides its figure.",
    ]
    assert [text for text in (*passes, *stops) if told(text)] == stops
