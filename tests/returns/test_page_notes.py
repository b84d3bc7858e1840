"""What was put on a page of a PDF, beside its text, is asked about."""

import pytest

from offences.returns import read_file
from tests.returns.test_pages import ROWS, pdf_of

pytestmark = pytest.mark.usefixtures("read_here")

_BOX = "/Rect [300 672 320 686]"
_QUADS = "/QuadPoints [300 686 320 686 300 672 320 672]"


def asked(*notes: str) -> list[str]:
    """What is asked about a page with these annotations; “2” is at 304, 166 from the top."""
    own = "".join(f"<< /Type /Annot {each} >>" for each in notes)
    page = pdf_of(ROWS, ruled=True).replace(b"/MediaBox", f"/Annots [{own}] /MediaBox".encode())
    found = read_file(page, "a.pdf")
    assert sum(len(table.observations) for table in found.tables) == 4
    return [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("kind", ["FreeText", "Text", "Highlight"])
def test_a_note_on_a_page_is_asked_about(kind):
    note = f"/Subtype /{kind} {_BOX} /Contents (2018/19 is to December)"
    why = "A note was put on page 1: “2018/19 is to December”. Does it change the figures?"
    assert asked(note) == [why]


def test_a_part_that_a_note_strikes_out_is_asked_about():
    (why,) = asked(f"/Subtype /StrikeOut {_BOX} {_QUADS}")
    assert why == "Page 1: “2” in “Rape 1 2” is struck out: does it still count?"


def test_a_form_with_something_typed_into_it_is_not_read():
    (why,) = asked(f"/Subtype /Widget /FT /Tx /V (61) {_BOX}")
    assert why.startswith("Page 1 is a form, and what was typed into it (“61”) is not read.")


@pytest.mark.parametrize(
    "note",
    ["/Subtype /Link /Contents (northshire.example)", "/Subtype /Widget /FT /Tx",
     "/Subtype /Highlight", "/Subtype /Popup /Contents (note)"],
)  # fmt: skip
def test_a_link_an_empty_field_and_a_colour_ask_nothing(note):
    assert asked(f"{note} {_BOX}") == []
