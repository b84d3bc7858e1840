"""The send pack of an issued text: real headings, a table, a chart in words, the same bytes."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from offences.models import IssuedText
from offences.press.pack import pack_of, zip_of
from tests.press.test_sending import left, reserve_all, send  # noqa: F401
from tests.releases.conftest import OPENS, world  # noqa: F401
from tests.worlds import NOW


@pytest.fixture
def files(left):  # noqa: F811
    return pack_of(left.text, NOW)


def test_a_forces_pack_has_text_word_figures_and_chart(files):
    assert [*files] == [f"conference-northshire.{kind}" for kind in ("txt", "docx", "csv", "png")]
    assert files["conference-northshire.txt"].decode().startswith("Embargoed until 00:01")
    assert files["conference-northshire.png"].startswith(b"\x89PNG")
    assert "2018/19" in files["conference-northshire.csv"].decode()


def test_the_word_file_has_real_headings_a_table_with_a_heading_row_and_a_chart_in_words(files):
    document = Document(io.BytesIO(files["conference-northshire.docx"]))
    assert document.paragraphs[0].text.startswith("Embargoed until 00:01 on 25 June 2019")
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[0].startswith("Northshire") and "Figures by year" in headings
    (table,) = document.tables
    shown = [[cell.text for cell in row.cells][:2] for row in table.rows]
    assert shown[:3] == [["Year", "Offences recorded"], ["2018/19", "68"], ["2017/18", "48"]]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    (picture,) = document.inline_shapes
    described = picture._inline.docPr.get("descr")
    assert "Northshire: 68 in 2018/19" in described and "up from 48 in 2017/18" in described


def test_a_pack_is_the_same_bytes_each_time(left, files):  # noqa: F811
    again = pack_of(left.text, NOW)
    assert again == files
    whole = zip_of(left.text, files)
    assert whole == zip_of(left.text, again)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_once_the_embargo_is_over_the_files_say_so(left):  # noqa: F811
    text = pack_of(left.text, OPENS)["conference-northshire.txt"].decode()
    assert text.startswith("Embargo: 00:01 on 25 June 2019, now over")


def test_all_forces_have_the_text_without_a_local_table(left):  # noqa: F811
    national = IssuedText.objects.select_related("event", "release__measure").get(body="national")
    assert [*pack_of(national, NOW)] == ["conference-national.txt", "conference-national.docx"]


def test_each_e_mail_carries_the_files_of_its_text(left, server):  # noqa: F811
    reserve_all(left)
    send(left)
    (message,) = [m for m in server.inbox if m["To"] == "gazette@example.org"]
    names = [each.get_filename() for each in message.iter_attachments()]
    assert names == [f"conference-northshire.{kind}" for kind in ("docx", "csv", "png")]


def test_the_page_gives_each_file_and_only_to_those_who_send(left, time_machine):  # noqa: F811
    time_machine.move_to(NOW, tick=False)
    client = Client()
    client.force_login(left.press)
    for kind in ("txt", "docx", "csv", "png", "zip"):
        address = reverse("admin:offences_issuedtext_pack", args=[left.text.pk, kind])
        answer = client.get(address)
        assert answer.status_code == 200 and "no-store" in answer["Cache-Control"], kind
        assert f"northshire.{kind}" in answer["Content-Disposition"]
    assert client.get(address.replace("zip", "exe")).status_code == 404
    client.force_login(left.officer)
    assert client.get(address).status_code == 403
