"""A picture of a PDF that may show figures is asked about, and a page that is nothing else."""

import io
from collections.abc import Sequence

import pytest
from PIL import Image
from pypdfium2 import PdfDocument, PdfImage, PdfMatrix

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import pdf_with
from tests.returns.grids import Rows
from tests.returns.test_pages import Words, pages_of

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]
type Placed = tuple[int, int, int, int]  # left, foot, width and height, in points

BELOW, HEAD, STRIP = (60, 300, 300, 150), (40, 800, 400, 40), (40, 780, 500, 20)
BANNER = (40, 765, 400, 75)  # above the table, whose words begin 74 points from the top
ROW, CELL = (60, 640, 190, 40), (240, 735, 30, 12)  # cut out of a spreadsheet
SCAN = [(0, 842 - 60 * (at + 1), 595, 60) for at in range(14)]

TABLE: Words = [
    (60 + 120 * c, 140 + 24 * r, str(text))
    for r, row in enumerate(ROWS)
    for c, text in enumerate(row)
]


def _with(*pages: list[Placed], rows: Rows = ROWS) -> bytes:
    """A table on the first page, and pictures on it and on pages behind it."""
    return _placed(pdf_with(rows, []), pages)


def _placed(pdf: bytes, pages: Sequence[list[Placed]]) -> bytes:
    document = PdfDocument(pdf)
    for number, places in enumerate(pages):
        page = document[0] if number == 0 else document.new_page(595, 842)
        for left, foot, width, height in places:
            drawn = io.BytesIO()
            Image.new("RGB", (30, 30), "gray").save(drawn, "jpeg")
            picture = PdfImage.new(document)
            drawn.seek(0)
            picture.load_jpeg(drawn)
            picture.set_matrix(PdfMatrix().scale(width, height).translate(left, foot))
            page.insert_obj(picture)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _asked(data: bytes) -> list[str]:
    found = read_sheets("a.pdf", open_file(data, "a.pdf"))
    assert sum(len(table.observations) for table in found.tables) == 4
    return [each.message for each in found.problems if "icture" in each.message]


@pytest.mark.parametrize(
    ("pages", "where"),
    [
        ([[BELOW]], "page 1"),
        ([[BELOW, BELOW]], "page 1"),
        ([[], [BELOW]], "page 2"),
        ([[], SCAN], "page 2"),
        ([[BELOW], [BANNER]], "pages 1 and 2"),
        ([[BANNER], [BANNER, BELOW]], "page 2"),
        ([[ROW]], "page 1"),
        ([[CELL]], "page 1"),
        ([[(60, 660, 90, 25)]], "page 1"),  # right below the table
        ([[], [(60, 500, 120, 30)]], "page 2"),  # and nothing else
    ],
)
def test_a_picture_that_may_show_figures_is_asked_about_once(pages, where):
    (why,) = _asked(_with(*pages))
    assert why.startswith(f"A picture on {where} of this file was not read.")


@pytest.mark.parametrize(
    "pages",
    [
        [[]],
        [[HEAD]],
        [[BANNER]],
        [[BANNER], [BANNER]],
        [[(60, 300, 80, 40)]],
        [[(60, 40, 400, 30)]],
        [[(0, 0, 595, 842)]],
        [[], [STRIP]],
    ],
)
def test_a_badge_a_background_and_a_strip_are_none_to_ask_about(pages):
    assert _asked(_with(*pages)) == []


@pytest.mark.parametrize("closing", ["Yours sincerely", "Yours faithfully,", "Kind regards"])
def test_a_signature_and_a_badge_beside_an_address_are_none_to_ask_about(closing):
    end = [(60, 560, closing), (60, 640, "A. Officer"), (60, 655, "Northshire Police")]
    address: Words = [(60, 60, "Information Unit"), (60, 75, "Northshire Police")]
    crest, signature, mark = (400, 745, 180, 60), (60, 215, 180, 50), (60, 215, 60, 30)
    for pictures in ([crest], [signature], [mark], [crest, signature]):
        assert _asked(_placed(pages_of([(address + TABLE + end, [])]), [pictures])) == []
    assert _asked(_placed(pages_of([(address + TABLE, [])]), [[signature]]))


@pytest.mark.parametrize(
    ("stroke", "words", "is_asked"),
    [
        ("{0} 400 m {0} 410 {0} 420 90 430 c S", [], True),  # letters drawn as curves
        ("{0} 400 m {0} 410 {0} 420 90 430 c S", [(60, 80, "Our values")], False),
        ("{0} 400 m {0} 500 l S", [], False),
        ("{0} 400 100 50 re f", [], False),
    ],
)
def test_a_page_without_words_that_is_drawn_in_curves_is_asked_about(stroke, words, is_asked):
    strokes = [stroke.format(60 + at) for at in range(60)]
    asked = _asked(pages_of([(TABLE, []), (words, strokes)]))
    assert [each[:19] for each in asked] == ["A picture on page 2"] * is_asked
