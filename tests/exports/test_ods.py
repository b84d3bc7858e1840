"""The rules of official statistics for a workbook, on the bytes of the file itself."""

import io
import xml.etree.ElementTree as ET
import zipfile

import pytest
import time_machine

from tests import worlds
from tests.agreement.crowd import crowd
from tests.exports import reading
from tests.figures.worlds import figure, release

pytestmark = pytest.mark.django_db
NS = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("table", "office", "text", "style", "meta")
}
NS["dc"] = "http://purl.org/dc/elements/1.1/"
NS["xlink"] = "http://www.w3.org/1999/xlink"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


@pytest.fixture
def content(client) -> bytes:
    crowd()
    return reading.fetch(client, "/releases/online/1/figures.ods")


def part(content: bytes, name: str) -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(f"{name}.xml"))


def name_of(table: ET.Element) -> str:
    return table.get(f"{{{NS['table']}}}name", "")


def tables(content: bytes) -> dict[str, ET.Element]:
    return {
        name_of(each): each for each in part(content, "content").iter(f"{{{NS['table']}}}table")
    }


def test_it_is_an_opendocument_spreadsheet(client, content):
    packed = zipfile.ZipFile(io.BytesIO(content))
    first = packed.infolist()[0]
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert packed.read("mimetype").decode() == kind
    response = client.get("/releases/online/1/figures.ods")
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == 'attachment; filename="online-release-1.ods"'


def test_cover_contents_and_notes_come_first(content):
    names = list(reading.ods_sheets(content))
    assert names[:3] == ["Cover", "Contents", "Notes"]
    assert names[3:] == ["Forces", "Published", "Answers"]
    links = [
        each.get(f"{{{NS['xlink']}}}href")
        for each in tables(content)["Contents"].iter(f"{{{NS['text']}}}a")
    ]
    assert links == [f"#{name}.A1" for name in names[2:]]


def test_every_sheet_has_its_title_in_a1_as_a_heading_and_no_blank_row(content):
    lines = reading.ods_sheets(content)
    for name, table in tables(content).items():
        first = table.find(".//table:table-cell", NS)
        assert first.get(f"{{{NS['table']}}}style-name") == "Heading_20_1"
        assert lines[name][0][0]
        assert all(any(value != "" for value in line) for line in lines[name]), name


def test_nothing_is_merged_or_hidden_and_no_row_stands_for_many(content):
    whole = part(content, "content")
    for each in whole.iter():
        for attribute in each.attrib:
            plain = attribute.rpartition("}")[2]
            assert not plain.endswith(("-spanned", "-repeated")), attribute
            assert not plain.startswith("visibility"), attribute
        assert not each.tag.endswith("covered-table-cell")


def test_each_sheet_of_figures_has_one_table_with_a_marked_line_of_headings(content):
    lines, found = reading.ods_sheets(content), tables(content)
    ranges = {
        name_of(each): each.get(f"{{{NS['table']}}}target-range-address")
        for each in part(content, "content").iter(f"{{{NS['table']}}}database-range")
    }
    assert set(ranges) == {"Forces", "Published", "Answers"}
    for name, address in ranges.items():
        (header,) = found[name].findall("table:table-header-rows", NS)
        headings = [
            "".join(cell.itertext()) for cell in header.iter(f"{{{NS['table']}}}table-cell")
        ]
        assert len(set(headings)) == len(headings) and all(headings)
        begins = lines[name].index([*headings]) + 1
        assert f"begins in row {begins}." in lines[name][1][0]
        start, end = address.split(":")
        assert start == f"{name}.A{begins}"
        assert end.endswith(str(len(lines[name])))


def test_just_the_markers_of_a_table_are_explained_above_it(content):
    lines = reading.ods_sheets(content)["Forces"]
    rows = reading.table_in(lines)
    used = {code for row in rows for code in str(row["marker"]).split()}
    above = [line[0] for line in lines[: len(lines) - len(rows) - 1]]
    explained = {text[1] for text in above if text.startswith("[")}
    assert explained == used == {"c", "x", "p", "e", "r", "u", "b"}
    assert any("empty number is no figure, and never zero" in text for text in above)


def test_it_says_what_it_is_in_british_english(content):
    meta = part(content, "meta")
    assert meta.find(".//dc:title", NS).text
    assert meta.find(".//dc:language", NS).text == "en-GB"
    styles = part(content, "styles")
    letters = styles.findall(".//style:default-style/style:text-properties", NS)
    assert {each.get(f"{FO}language") for each in letters} == {"en"}
    assert all(float(each.get(f"{FO}font-size")[:-2]) >= 12 for each in letters)


def test_no_text_becomes_a_formula_or_is_changed(client):
    measure = worlds.measure()
    each = release(measure, worlds.round_of(measure))
    note = "=1+1  two spaces <b>&amp;\nand a line"
    figure(each, worlds.force("Northshire"), 2018, 0, source=note)
    content = reading.fetch(client, "/releases/online/1/figures.ods")
    (row,) = reading.table_in(reading.ods_sheets(content)["Forces"])
    assert row["source"] == f"'{note}"
    assert row["number"] == 0
    assert b"formula" not in zipfile.ZipFile(io.BytesIO(content)).read("content.xml")


def test_the_same_release_is_the_same_file_whenever_it_is_made(client, content):
    with time_machine.travel("2031-05-06 07:08:09"):
        assert reading.fetch(client, "/releases/online/1/figures.ods") == content
