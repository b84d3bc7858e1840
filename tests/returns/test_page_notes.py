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


@pytest.mark.parametrize("name", ["Draft", "NotApproved", "SBExperimental", "Expired"])
def test_a_stamp_that_says_that_figures_are_not_the_last_is_asked_about(name):
    why = f"A note was put on page 1: “{name}”. Does it change the figures?"
    assert asked(f"/Subtype /Stamp {_BOX} /Name /{name}") == [why]


def test_a_part_that_a_note_strikes_out_is_asked_about():
    (why,) = asked(f"/Subtype /StrikeOut {_BOX} {_QUADS}")
    assert why == "Page 1: “2” in “Rape 1 2” is struck out: does it still count?"


@pytest.mark.parametrize(
    "note",
    [
        f"/Subtype /StrikeOut {_BOX} /QuadPoints [300 690 320 690 300 674 320 674]",
        f"/Subtype /StrikeOut {_BOX}",
        f"/Subtype /Redact {_BOX}",
        f"/Subtype /Redact {_BOX} {_QUADS}",
        f"/Subtype /Line {_BOX} /L [302 679 318 680]",
        f"/Subtype /Ink {_BOX} /InkList [[300 674 320 686]]",
        f"/Subtype /Ink {_BOX} /InkList [[290 690 320 690] [307 690 307 670]]",
        f"/Subtype /PolyLine {_BOX} /Vertices [300 686 320 672 330 672]",
    ],
)
def test_what_goes_through_a_count_strikes_it_out(note):
    (why,) = asked(note)
    assert why == "Page 1: “2” in “Rape 1 2” is struck out: does it still count?"


@pytest.mark.parametrize(
    "note",
    [
        f"/Subtype /Ink {_BOX} /InkList [[296 672 296 690 318 690 318 672 296 672]]",  # around it
        f"/Subtype /Line {_BOX} /L [300 674 320 674]",  # below it
        f"/Subtype /Line {_BOX} /L [330 679 400 640]",  # beside it
        "/Subtype /Redact /Rect [330 672 350 686]",
        f"/Subtype /Square {_BOX}",
        f"/Subtype /Stamp {_BOX} /Name /Approved",
        f"/Subtype /Stamp {_BOX} /Name /Confidential",
        f"/Subtype /Stamp {_BOX}",
        f"/Subtype /Underline {_BOX} {_QUADS}",
    ],
)
def test_what_is_around_below_or_beside_a_count_strikes_out_none(note):
    assert asked(note) == []


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
