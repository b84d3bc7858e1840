"""Places in the table of a page in words, and as an officer types them."""

import pytest

from offences.intake.returns.places import parse_block, read_where
from offences.words.places import places_in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("page 1 table 1 R1C1:R5C3", "page 1 table 1, rows 1 to 5 of columns A to C"),
        ("Cell R5C3 is blank.", "Row 5 of column C is blank."),
        ("In cell R5C28: why?", "In row 5 of column AB: why?"),
        ("R2C1:R9C1 and R2C1:R2C4", "rows 2 to 9 of column A and row 2 of columns A to D"),
        ("page 2 table 1 R0C3 says", "page 2 table 1, the line over column C says"),
        ("Cell R-1C2 and R-1C1:R4C2", "The line over column B and rows 1 to 4 of columns A to B"),
        ("Data C5:D9, “R5” and PARC3C2", "Data C5:D9, “R5” and PARC3C2"),
    ],
)
def test_a_cell_of_a_page_is_named_by_its_row_and_column(text, words):
    assert places_in_words(text) == words


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("c7", "R7C3"),
        ("R7C3", "R7C3"),
        ("A1:C5", "R1C1:R5C3"),
        ("C7:C7", "R7C3"),
        ("row 7", "7"),
        ("column C", "C"),
    ],
)
def test_a_place_of_a_page_is_typed_as_its_picture_names_it(typed, stored):
    assert read_where(typed, in_page=True) == stored


def test_a_column_of_a_page_that_was_stored_by_its_number_is_the_same_column():
    assert parse_block("C3", in_page=True) == parse_block("C", in_page=True) == parse_block("C")
    assert parse_block("R7", in_page=True) == parse_block("7", in_page=True) == parse_block("7")
