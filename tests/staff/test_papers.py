"""The papers of a return beside its grid: shown as text and pictures, never as the file itself."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from offences.intake import papers
from offences.intake.papers import PaperPlace, read_paper
from offences.models import AnnualCount, Document
from offences.refused import Refused
from offences.returns.formats.file_kinds import LARGEST
from tests import worlds
from tests.clients import logged_in
from tests.imports.files import csv_of, ods_of, raw_xlsx, xls_of, xlsx_of, zip_of
from tests.samples import sampled
from tests.staff.test_grid import address
from tests.worlds import NOW

LIMITED = ("_says_why", "_for_ever_is_given_up", "_endless_page_are_read_in_part", "_its_beginning")


@pytest.fixture(autouse=True)
def reads(request: pytest.FixtureRequest) -> None:
    """Read without a process of its own, but where its limits are what is tested."""
    if not request.function.__name__.endswith(LIMITED):
        request.getfixturevalue("read_here")


def pdf_of(*pages: str, size: tuple[int, int] = (595, 842), also: bytes = b"") -> bytes:
    """A PDF of these pages of text, written by hand."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * i) for i in range(len(pages)))
    parts = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for i, text in enumerate(pages):
        drawn = b"BT /F1 24 Tf 60 %d Td (%s) Tj ET" % (size[1] - 90, text.encode())
        parts[10 + 2 * i] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (*size, 11 + 2 * i)
        )
        parts[11 + 2 * i] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % part for part in parts.items())
    return b"%%PDF-1.4\n%strailer << /Root 1 0 R %s >>\n%%%%EOF\n" % (body, also)


LOCKED = pdf_of(
    "secret",
    also=b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
    % (b"1" * 64, b"2" * 64),
)


def empty_pages(number: int, width: int = 595, height: int = 842) -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(number):
        pdf.new_page(width, height)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def docx_of(write) -> bytes:
    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(xml: str) -> bytes:
    """A Word file whose body is written by hand."""
    with zipfile.ZipFile(io.BytesIO(docx_of(lambda document: None))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    whole = f"<w:document {space}><w:body>{xml}</w:body></w:document>"
    return zip_of(parts | {"word/document.xml": whole.encode()})


def texts(paper) -> list[str]:
    return [block.text or block.rows for block in paper.blocks]


def shown(paper) -> dict[str, str]:
    return {cell.address: cell.text for _, cells in paper.rows for cell in cells if cell.text}


# Spreadsheets

TABLE = [["Offence", "2017/18", "2018/19"], ["Rape", 6, 8], ["Sexual assault", 7, "12 (est)"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", xlsx_of({"Data": TABLE})),
        ("a.xls", xls_of({"Data": TABLE})),
        ("a.ods", ods_of({"Data": TABLE})),
        ("a.csv", csv_of(TABLE)),
        ("a.CSV", csv_of(TABLE, encoding="cp1252", delimiter=";")),
    ],
    ids=["xlsx", "xls", "ods", "csv", "csv of Excel"],
)
def test_a_spreadsheet_is_a_table_of_text_with_its_addresses(name, data):
    paper = read_paper(data, name, PaperPlace())
    assert paper.columns == ("A", "B", "C")
    assert [number for number, _ in paper.rows] == [1, 2, 3]
    assert shown(paper)["A2"] == "Rape"
    assert shown(paper)["C3"] == "12 (est)"
    assert (paper.name, paper.why_not) == ("" if "csv" in name.lower() else "Data", "")


def hide(book):
    book["Data"].row_dimensions[3].hidden = True
    book["Data"].column_dimensions["B"].hidden = True
    book["Names"].sheet_state = "hidden"


def test_what_a_file_hides_is_mentioned_and_never_shown():
    rows = [["Offence", "Name", "Count"], ["Rape", "A. Child", 8], ["Assault", "B. Child", 9]]
    paper = read_paper(
        xlsx_of({"Data": rows, "Names": [["C. Child"]]}, hide), "a.xlsx", PaperPlace()
    )
    assert shown(paper) == {"A1": "Offence", "C1": "Count", "A2": "Rape", "C2": "8"}
    assert paper.names == ("Data",)
    assert "Child" not in repr(paper)
    assert paper.notes == (
        "Sheet “Data”: row 3, column B hidden, not read.",
        "Sheet “Names” is hidden and was not read.",
    )


def test_one_sheet_is_shown_at_a_time_and_the_others_are_named():
    data = xlsx_of({"2017": [["a"]], "Empty": [[]], "2018": [["b"]]})
    paper = read_paper(data, "a.xlsx", PaperPlace(sheet=2))
    assert (paper.names, paper.name, shown(paper)) == (("2017", "2018"), "2018", {"A1": "b"})
    for beyond in (0, -1, 99):
        assert read_paper(data, "a.xlsx", PaperPlace(sheet=beyond)).name in paper.names


def test_many_rows_come_in_parts():
    data = csv_of([[n] for n in range(1, 251)])
    first = read_paper(data, "a.csv", PaperPlace())
    assert [first.rows[0][0], first.rows[-1][0]] == [1, 100]
    assert (first.number_of_rows, first.before, first.after) == (250, None, 101)
    last = read_paper(data, "a.csv", PaperPlace(row=201))
    assert [last.rows[0][0], last.rows[-1][0]] == [201, 250]
    assert (last.before, last.after) == (101, None)
    assert [cell.text for cell in last.head] == ["1"] and not first.head
    assert read_paper(data, "a.csv", PaperPlace(row=10**6)).rows[0][0] == 1
    short = read_paper(csv_of([[n] for n in range(1, 51)]), "a.csv", PaperPlace(row=40))
    assert short.rows[0][0] == 1  # all of it fits


def test_of_a_very_wide_sheet_the_first_columns_are_shown_and_the_others_told():
    paper = read_paper(csv_of([list(range(200))]), "a.csv", PaperPlace())
    assert len(paper.columns) == 60
    assert paper.notes == ("Columns BI to GR are not shown.",)


def test_an_error_in_a_cell_is_told_in_its_place():
    data = raw_xlsx(b'<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')
    ((_, (cell,)),) = read_paper(data, "a.xlsx", PaperPlace()).rows
    assert (cell.text, cell.fault) == ("", "holds the error #DIV/0!")


def test_a_long_text_is_cut_in_its_cell():
    ((_, (cell,)),) = read_paper(csv_of([["x" * 5_000]]), "a.csv", PaperPlace()).rows
    assert cell.text == "x" * 300 + " …"


# PDF


def test_a_pdf_is_a_page_at_a_time_with_its_text():
    data = pdf_of("Our reference 42", "2018/19: 68 offences", "Yours")
    paper = read_paper(data, "letter.pdf", PaperPlace(page=2))
    assert (paper.page, paper.pages, paper.text) == (2, 3, "2018/19: 68 offences")
    assert paper.has_picture
    assert read_paper(data, "letter.pdf", PaperPlace(page=99)).page == 3
    assert read_paper(data, "letter.pdf", PaperPlace(page=0)).page == 1


def test_a_page_is_drawn_at_a_size_to_be_read():
    picture = Image.open(io.BytesIO(papers.draw_page(pdf_of("one", "two"), 2)))
    assert (picture.format, picture.size) == ("PNG", (910, 1287))  # A4 at 110 dots per inch
    assert picture.convert("L").getextrema() == (0, 255)


def test_a_large_page_is_drawn_smaller_and_one_of_10_metres_not_at_all():
    poster = Image.open(io.BytesIO(papers.draw_page(empty_pages(1, 2384, 3370), 1)))
    assert max(poster.size) == 2400
    banner = empty_pages(1, 28_346, 28_346)
    paper = read_paper(banner, "a.pdf", PaperPlace())
    assert not paper.has_picture
    assert paper.notes == ("This page is 10.0 m long: too large for a picture. Its text is below.",)
    with pytest.raises(Refused, match="too large for a picture"):
        papers.draw_page(banner, 1)


@pytest.mark.parametrize("page", [0, -1, 3, 10**9])
def test_there_is_no_picture_of_a_page_that_is_not_there(page):
    with pytest.raises(Refused, match="no such page"):
        papers.draw_page(pdf_of("one", "two"), page)


def bomb_of(levels: int) -> bytes:
    """A page that draws a thing ten times, which draws a thing ten times, and so on."""
    parts = []
    for level in range(levels):
        inside = b"/X%d Do " % (level + 1) * 10 if level + 1 < levels else b"0 0 9 9 re f "
        parts.append(
            b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources "
            b"<< /XObject << /X%d %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream\nendobj\n"
            % (100 + level, level + 1, 101 + level, len(inside), inside)
        )
    page = (
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 900] /Contents 4 0 R "
        b"/Resources << /XObject << /X0 100 0 R >> >> >>\nendobj\n"
        b"4 0 obj\n<< /Length 6 >>\nstream\n/X0 Do\nendstream\nendobj\n"
    )
    return b"%PDF-1.4\n" + page + b"".join(parts) + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def test_a_pdf_that_would_be_drawn_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(papers, "_SECONDS", 1)
    data = bomb_of(12)
    assert "takes too much memory or time" in read_paper(data, "a.pdf", PaperPlace()).why_not
    with pytest.raises(Refused, match="takes too much memory or time"):
        papers.draw_page(data, 1)


# Texts


def test_a_word_file_is_its_paragraphs_and_tables():
    def write(document):
        document.add_heading("Our answer")
        document.add_paragraph("Dear Ms Lee,\nwe hold:")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Rape", "8"
        document.add_paragraph("Yours")

    paper = read_paper(docx_of(write), "a.docx", PaperPlace())
    assert texts(paper) == ["Our answer", "Dear Ms Lee,\nwe hold:", [["Rape", "8"]], "Yours"]
    assert [block.kind for block in paper.blocks] == ["h", "p", "table", "p"]


def test_hidden_and_struck_out_text_of_a_word_file_is_not_shown_and_added_text_is():
    data = with_body(
        "<w:p><w:r><w:t>We hold </w:t></w:r>"
        "<w:del><w:r><w:delText>70</w:delText></w:r></w:del><w:ins><w:r><w:t>68</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>A. Child</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> offences</w:t></w:r></w:p>'
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>B. Child</w:t></w:r></w:p>"
        "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Rape</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    paper = read_paper(data, "a.docx", PaperPlace())
    assert texts(paper) == ["We hold 68 offences", [["Rape"]]]
    assert paper.notes == ("Some text of this file is hidden and is not shown.",)


def test_a_long_letter_is_shown_from_its_beginning():
    paper = read_paper(b"word " * 100_000, "a.txt", PaperPlace())
    assert len(paper.blocks[0].text) == 100_000
    assert paper.notes == ("Only the beginning is shown.",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_is_its_paragraphs_in_any_alphabet(encoding):
    paper = read_paper("Café\r\nnext\r\n\r\n£68".encode(encoding), "a.txt", PaperPlace())
    assert texts(paper) == ["Café\nnext", "£68"]


MAIL = (
    "From: FOI <foi@northshire.example>\nTo: us@example.org\nSubject: FOI 42\n"
    "Date: Wed, 12 Jun 2019 10:42:00 +0100\n"
)


def test_an_email_is_its_heads_and_its_text_and_names_what_was_attached():
    data = (
        f"{MAIL}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/html\n\n<style>p {}</style><p>We hold <b>68</b>.</p>\n"
        "--b\nContent-Type: application/pdf; name=a.pdf\n"
        "Content-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n"
    )
    paper = read_paper(data.encode(), "a.eml", PaperPlace())
    assert ["Subject", "FOI 42"] in paper.blocks[0].rows
    assert texts(paper)[1:] == ["We hold 68."]
    assert paper.notes == ("Attached to this e-mail and not shown: a.pdf.",)


@pytest.mark.parametrize(
    "kind", ["text/plain; charset=martian", "text/plain; charset=utf-8", "text/html"]
)
def test_an_email_in_a_strange_alphabet_is_still_read(kind):
    data = f"{MAIL}Content-Type: {kind}\n\nWe hold 68.\n"
    assert texts(read_paper(data.encode(), "a.eml", PaperPlace()))[1:] == ["We hold 68."]


def test_of_an_email_to_very_many_people_the_first_are_shown_and_the_rest_is_said_to_be_left_out():
    many = ",\n ".join(f"Person {i} <p{i}@example.org>" for i in range(100_000))
    paper = read_paper(
        f"From: foi@a.example\nTo: {many}\n\nWe hold 68.\n".encode(), "a.eml", PaperPlace()
    )
    assert isinstance(paper, papers.TextPaper)  # a reader without a bound takes minutes over it
    (_, to) = paper.blocks[0].rows
    assert to[1].startswith("Person 0 <p0@example.org>, Person 1 ") and to[1].endswith(".org>")
    assert len(to[1]) < 5_100 and texts(paper)[1:] == ["We hold 68."]
    assert paper.notes == (f"“To” has {len(many):,} characters; only its beginning is shown.",)


def test_of_an_email_with_very_many_parts_the_first_are_read():
    head = f"{MAIL}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    first = "--b\nContent-Type: text/plain\n\nWe hold 68.\n"
    part = "--b\nContent-Disposition: attachment; filename=a.pdf\n\nx\n"
    paper = read_paper((head + first + part * 200_000).encode(), "a.eml", PaperPlace())
    assert texts(paper)[1:] == ["We hold 68."]
    several, attached = paper.notes
    assert several == "This e-mail has more than 500 parts: the last are not read."
    assert re.fullmatch(r"Attached to .*: (a\.pdf, ){19}a\.pdf and [\d,]+ more\.", attached)


def test_an_endless_name_of_an_attachment_and_an_endless_page_are_read_in_part():
    name, page = "a b" * 300_000, "<p>68</p>\n" + f"<p>{'68 ' * 99}</p>\n" * 8_000
    data = (
        f"{MAIL}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/html\n\n{page}\n"
        f'--b\nContent-Disposition: attachment; filename="{name}"\n\nx\n--b--\n'
    )
    paper = read_paper(data.encode(), "a.eml", PaperPlace())
    assert "The text is longer than the 2,000,000 characters that are read." in paper.notes
    assert "Only the beginning is shown." in paper.notes
    assert max(map(len, paper.notes)) < 300 and texts(paper)[1] == "68"


# Files that cannot be shown

# The large ones are made by the test that reads them, not by all who read this module.
BAD = {
    "empty": (b"", "a.pdf", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.png", "of this kind is not shown"),
    "no ending": (b"text", "letter", "of this kind is not shown"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "a.doc", "of this kind"),
    "locked": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "a.docx",
        "locked with a password",
    ),
    "a locked pdf": (LOCKED, "a.pdf", "locked with a password"),
    "half a pdf": (pdf_of("one")[:60], "a.pdf", "damaged"),
    "a pdf in name alone": (b"%PDF-1.7 nothing", "a.pdf", "damaged"),
    "a pdf of no pages": (pdf_of(), "a.pdf", "damaged"),
    "30,000 pages": (lambda: empty_pages(30_000), "a.pdf", "30,000 pages"),
    "larger than 25 MB": (lambda: b"%PDF-1.4" + bytes(LARGEST), "a.pdf", "larger than 25 MB"),
    "half a zip": (xlsx_of({"A": [["x"]]})[:900], "a.xlsx", "damaged"),
    "a renamed zip": (zip_of({"photo.jpg": b"x"}), "a.xlsx", "not a spreadsheet"),
    "half a docx": (zip_of({"word/document.xml": b"<w"}), "a.docx", "damaged"),
    "a docx without words": (with_body(""), "a.docx", "no text"),
    "a docx of entities": (
        zip_of({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'}),
        "a.docx",
        "damaged",
    ),
    "a bomb of Word": (
        lambda: zip_of({"word/document.xml": bytes(120_000_000)}),
        "a.docx",
        "unpacks to more than 100 MB",
    ),
    "a docx of 30 MB of words": (
        lambda: with_body("<w:p><w:r><w:t>" + "x" * 30_000_000 + "</w:t></w:r></w:p>"),
        "a.docx",
        "longer than 20 MB",
    ),
    "a bomb of Excel": (
        lambda: zip_of({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": bytes(200_000_000)}),
        "a.xlsx",
        "150 MB",
    ),
    "no text": (b"a\0b", "a.txt", "not a text file"),
    "spaces": (b" \n\n ", "a.txt", "no text"),
    "no e-mail": (b"hello", "a.eml", "not an e-mail"),
}


# Read by a process of its own, as all files are; these in a drill.
ALIKE = {
    *("no ending", "a pdf in name alone", "half a docx", "a docx of entities", "spaces"),
    *("larger than 25 MB", "a bomb of Excel", "a docx of 30 MB of words", "30,000 pages"),
}


@pytest.mark.parametrize("what", sampled(BAD, [what for what in BAD if what not in ALIKE]))
def test_a_file_that_cannot_be_shown_says_why(what):
    made, name, words = BAD[what]
    data = made() if callable(made) else made
    why = read_paper(data, name, PaperPlace()).why_not
    assert words in why and why.endswith(".") and len(why) < 200


def test_a_letter_of_half_a_million_paragraphs_is_shown_from_its_beginning():
    paper = read_paper(
        with_body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 500_000), "a.docx", PaperPlace()
    )
    assert len(paper.blocks) == 2_000
    assert paper.notes == ("Only the beginning is shown.",)


# The page


def filed(submission, name: str, data: bytes, kind: str = "return", at=NOW) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    document = Document(kind=kind, title=name, sha256=digest, size=len(data), added_at=at)
    document.added_by = worlds.User.objects.get(username="ann.lee")
    document.file.save(name, ContentFile(data))
    submission.documents.add(document)
    return document


def picture_of(submission, document, page=1) -> str:
    args = [submission.pk, document.pk, page]
    return reverse("admin:offences_foisubmission_picture", args=args)


def test_the_newest_paper_is_beside_the_grid_and_the_others_are_a_link_away(world):
    filed(world.submission, "new.csv", csv_of(TABLE), at=worlds.LATER)
    old = filed(world.submission, "old.txt", b"Dear Ms Lee")
    client = logged_in(world.officer)
    page = client.get(address(world.submission))
    assert page.context["panel"].document.title == "new.csv"
    assert "12 (est)" in page.content.decode() and "Dear Ms Lee" not in page.content.decode()
    titles = [tab.words for tab in page.context["panel"].tabs]
    assert sorted(titles) == ["Northshire Gazette, 25 June 2019", "new.csv", "old.txt"]
    other = client.get(f"{address(world.submission)}?paper={old.pk}")
    assert "Dear Ms Lee" in other.content.decode()


@pytest.mark.parametrize("asked", ["paper=x", "paper=999999", "page=%00", "sheet=²", "row=-1"])
def test_a_paper_that_is_not_there_is_the_newest(world, asked):
    filed(world.submission, "new.csv", csv_of(TABLE))
    page = logged_in(world.officer).get(f"{address(world.submission)}?{asked}")
    assert page.context["panel"].document.title == "new.csv"


def test_a_return_without_a_file_has_no_paper_beside_its_grid(world):
    page = logged_in(world.officer).get(address(world.submission))
    assert page.context["panel"] is None
    assert "Open the publication" in page.content.decode()


def test_a_publication_is_named_beside_the_papers_and_never_copied(world):
    filed(world.submission, "new.csv", csv_of(TABLE))
    client = logged_in(world.officer)
    page = client.get(f"{address(world.submission)}?paper={world.document.pk}").content.decode()
    assert "This is a publication" in page and "Open the publication" in page


def test_a_file_that_is_lost_is_told(world):
    document = filed(world.submission, "new.csv", csv_of(TABLE))
    Path(document.file.path).unlink()
    client = logged_in(world.officer)
    assert "restore it from a backup" in client.get(address(world.submission)).content.decode()
    assert client.get(picture_of(world.submission, document)).status_code == 404


def test_a_file_is_shown_as_text_whatever_is_written_in_it(world):
    filed(world.submission, "<b>a.csv", csv_of([["<script>alert(1)</script>", "{{ 7 }}"]]))
    page = logged_in(world.officer).get(address(world.submission)).content.decode()
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


def test_the_picture_of_a_page_is_for_people_who_may_see_the_return(world):
    document = filed(world.submission, "letter.pdf", pdf_of("one", "two"))
    where = picture_of(world.submission, document, 2)
    for person in (world.officer, world.checker, world.press, world.approver):
        response = logged_in(person).get(where)
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response.content.startswith(b"\x89PNG")
    nobody = worlds.person("Gus Ray")
    for address_ in (where, reverse("admin:offences_foisubmission_paper", args=[1])):
        assert Client().get(address_).status_code == 302
    for address_ in (
        where,
        reverse("admin:offences_foisubmission_paper", args=[world.submission.pk]),
    ):
        assert logged_in(nobody).get(address_).status_code == 403


def test_a_paper_is_shown_with_its_own_return_alone(world):
    document = filed(world.submission, "letter.pdf", pdf_of("one"))
    other = worlds.submission(worlds.force("Southshire"), world.round)
    client = logged_in(world.officer)
    assert client.get(picture_of(other, document)).status_code == 404
    assert client.get(picture_of(world.submission, document, 2)).status_code == 404
    assert client.get(picture_of(world.submission, world.document)).status_code == 404
    alone = reverse("admin:offences_foisubmission_paper", args=[other.pk])
    assert client.get(f"{alone}?paper={document.pk}").status_code == 404


def test_the_paper_alone_is_what_the_script_puts_in_its_place(world):
    document = filed(world.submission, "letter.pdf", pdf_of("one", "two"))
    alone = reverse("admin:offences_foisubmission_paper", args=[world.submission.pk])
    part = logged_in(world.officer).get(f"{alone}?paper={document.pk}&page=2").content.decode()
    assert f'src="{picture_of(world.submission, document, 2)}"' in part
    assert 'alt="Page 2 of 2 of letter.pdf"' in part
    assert "<html" not in part and "two" in part


def test_a_paper_that_a_count_names_is_beside_the_grid_too(world):
    document = filed(world.submission, "master.csv", csv_of(TABLE), kind="master")
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    AnnualCount.objects.update(document=document)
    world.submission.documents.clear()
    page = logged_in(world.officer).get(address(world.submission))
    assert page.context["panel"].document == document


def test_a_long_file_opens_at_the_rows_from_which_counts_were_taken(world):
    rows = [["force", "count"], *([f"force {n}", n] for n in range(2, 251))]
    document = filed(world.submission, "master.csv", csv_of(rows), kind="master")
    worlds.enter(world.submission, {world.cell(2018): "220"}, world.officer)
    AnnualCount.objects.update(document=document, cell="B220")
    client = logged_in(world.officer)
    check = reverse("admin:offences_foisubmission_check", args=[world.submission.pk])
    for page in (client.get(address(world.submission)), client.get(check)):
        panel = page.context["panel"]
        assert (panel.paper.rows[0][0], panel.own) == (220, {"B220"})
        assert [cell.text for cell in panel.paper.head] == ["force", "count"]
        assert 'id="at-B220" class="r own"' in page.content.decode()
    other = client.get(f"{check}?paper={document.pk}&row=1").context["panel"]
    assert other.paper.rows[0][0] == 1


def test_saving_stays_at_the_page_of_the_paper(world):
    document = filed(world.submission, "letter.pdf", pdf_of("one", "two"))
    client = logged_in(world.officer)
    here = f"{address(world.submission)}?paper={document.pk}&page=2"
    fields = {"edition": 0, "seen": "{}", "document": document.pk, "draft": ""}
    assert client.post(here, fields).url == here
