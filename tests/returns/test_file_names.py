"""A file's name, and a document's title, are asked about if they say that counts may be others."""

from io import BytesIO

import pytest
from docx import Document
from odf.dc import Title
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl import Workbook

from offences.returns.formats.document_titles import document_title
from offences.returns.formats.files import FileContents, open_file
from offences.returns.labels.file_names import file_name_may_change_counts
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_pages import pages_of
from tests.returns.three_formats import FORMATS

TABLE: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 40, 50], ["Grooming", 14, 15]]


def asked(name: str, title: str = "") -> list[str]:
    contents = FileContents([sheet_of(TABLE, "Data")], title=title)
    return [each.message for each in read_sheets(name, contents).problems]


@pytest.mark.parametrize(
    "name",
    [
        "over_18s_offline",
        "Apr-Sep only",
        "FOI 123 April to September 2019",
        "Adult victims",
        "FOI 123 - Suspects",
        "victims aged 13-15",
        "Kent 16+ victims",
        "Not flagged",
        "FOI 12 excl. Westborough",
        "DRAFT figures",
        "ArrestsForOnlineOffences",
        "FOI-123%20YTD%20figures",
        "Outcomes 2019",
        "Provisional 2019-20",
        "Six months of data",
        "School years",
        "18plus",
        "Non-cyber",
        "North division figures",
        "Rates per 1000",
    ],
)
def test_a_name_that_says_the_counts_are_others_is_asked_about(name):
    assert file_name_may_change_counts(name)
    assert any(f"“{name}”" in message for message in asked(f"{name}.xlsx"))
    assert any(f"“{name}”" in message for message in asked("a.xlsx", title=name))


@pytest.mark.parametrize(
    "name",
    [
        "FOI 2019-00123 response 14-06-2020 v2 final",
        "Copy of FOI_123_20 Data Tables (2)",
        "20200614_FOI_response",
        "FOI 123-20 Response June 2020",
        "Data Apr 2017 to Mar 2020",
        "Microsoft Word - FOI 1234 Response.doc",
        "Q1-Q5 answers",
        "Cyber-flagged offences under 18s",
        "Revised response (amended)",
        "Data only",
        "Sexual Offences 17.18-19.20",
        "Annex B tables issue 2",
        "FOI 0018 13 14",
        "Offences by victim age and sex",
        "Book1",
        "1234 Smith",
        "x12",
    ],
)
def test_a_name_of_a_request_a_version_or_a_day_is_not(name):
    assert not file_name_may_change_counts(name)
    assert asked(f"{name}.xlsx", title=name) == []


def test_a_file_without_counts_is_not_asked_about_by_its_name():
    notes = FileContents([sheet_of([["Notes"], ["None"]], "Data")])
    assert not any("name" in p.message for p in read_sheets("Adults.xlsx", notes).problems)


def with_title(title: str) -> dict[str, bytes]:
    """A document of each kind with a title among its properties."""
    book, letter, sheets = Workbook(), Document(), OpenDocumentSpreadsheet()
    book.properties.title = letter.core_properties.title = title
    sheets.meta.addElement(Title(text=title))
    found = {}
    for kind, document in (("xlsx", book), ("docx", letter), ("ods", sheets)):
        document.save(out := BytesIO())
        found[kind] = out.getvalue()
    info = b"9 0 obj << /Title (%s) >> endobj\n" % title.encode()
    page = pages_of([([], [])]).partition(b"xref")[0]  # a PDF without a list of its parts is read
    return found | {"pdf": page + info + b"trailer << /Root 1 0 R /Info 9 0 R >>\n%%EOF"}


@pytest.mark.parametrize("kind", ["xlsx", "docx", "ods", "pdf"])
def test_the_title_is_read_from_the_properties_of_each_kind_of_document(kind):
    assert document_title(with_title("Adults & children")[kind], kind) == "Adults & children"


@pytest.mark.parametrize("kind", ["xlsx", "docx", "ods", "pdf", "xls", "csv"])
def test_a_document_without_properties_has_no_title(kind):
    assert document_title(b"PK nothing", kind) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_is_asked_about_in_every_format(name):
    data = FORMATS[name](TABLE, [])
    own = f"Adults {name}"
    assert any("Adults" in each.message for each in read_sheets(own, open_file(data, own)).problems)
