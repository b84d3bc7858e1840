"""The pages of the import and the export: who may, what stays behind, what is in the file."""

import csv
import html
import io
import re
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import resources
from offences.intake import spreadsheets, workbook
from offences.models import AnnualCount, Category, Force
from offences.staff.record_lists.exports import Exports
from tests import worlds
from tests.clients import logged_in
from tests.imports.conftest import held_files, long, stored
from tests.samples import is_drill

IMPORT = reverse("admin:offences_annualcount_import")
CONFIRM = reverse("admin:offences_annualcount_confirm")


def bring(client, data, name="a.csv", **more):
    file = SimpleUploadedFile(name, data)
    given = {"round": "2019", "measure": "online"} | more
    return client.post(IMPORT, {"file": file, **given})


def said(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


def seal(response) -> str:
    return response.context["sealed"]


GOOD = long(("Northshire", "2018/19", "68"), ("Southshire", "2018/19", "<5"))


def test_a_file_is_previewed_then_confirmed_once(world):
    client = logged_in(world.officer)
    assert client.get(IMPORT).status_code == 200
    before = stored()
    shown = bring(client, GOOD)
    assert shown.status_code == 200 and "Store 2 counts" in html.unescape(shown.content.decode())
    assert "row 2, C2 Northshire Police, Online sexual offences, 2018/19 68" in said(shown)
    assert stored() == before and len(held_files()) == 1
    done = client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"})
    assert "Stored: 2 new, 0 changed." in said(done)
    assert AnnualCount.objects.count() == 2 and held_files() == []
    assert "changes nothing" in said(bring(client, GOOD)) and held_files() == []


def test_cancel_stores_nothing_and_leaves_nothing(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    said_then = client.post(CONFIRM, {"sealed": seal(shown), "cancel": "1"}, follow=True)
    assert "Nothing was stored." in said(said_then)
    assert stored() == (0, 0) and held_files() == []


def test_a_refused_file_is_not_held(world):
    client = logged_in(world.officer)
    shown = bring(client, long(("Northshire", "2018/19", "-5")))
    assert "Nothing can be stored: 1 row is refused." in said(shown)
    assert 'name="confirm"' not in shown.content.decode() and held_files() == []
    assert "This file is empty." in said(bring(client, b""))
    assert "not a spreadsheet" in said(bring(client, b"%PDF", "a.xlsx"))
    assert "larger than 10 MB" in said(bring(client, b"a" * (spreadsheets.LARGEST_FILE + 1)))
    assert held_files() == [] and stored() == (0, 0)


def test_what_changed_since_is_shown_anew(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    worlds.enter(world.submission, {world.cell(2018): "67"}, world.officer)
    anew = client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"})
    assert "the records changed after you looked" in said(anew)
    assert AnnualCount.objects.count() == 1 and len(held_files()) == 1
    client.post(CONFIRM, {"sealed": seal(anew), "confirm": "1"})
    assert AnnualCount.objects.current().count() == 2 and held_files() == []


def test_a_failure_leaves_no_file(world, monkeypatch):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    monkeypatch.setattr(workbook, "confirm", lambda *_, **__: 1 / 0)
    client.raise_request_exception = False
    assert client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"}).status_code == 500
    assert held_files() == [] and stored() == (0, 0)


def test_only_data_officers_bring_counts(world):
    colleague = worlds.person("Bo Day", "Data officer")
    shown = bring(logged_in(world.officer), GOOD)
    for person in (world.checker, world.press, world.approver):
        client = logged_in(person)
        assert client.get(IMPORT).status_code == 403
        assert bring(client, GOOD).status_code == 403
        assert client.post(CONFIRM, {"sealed": seal(shown)}).status_code == 403
        listed = client.get(reverse("admin:offences_annualcount_changelist"))
        assert IMPORT not in listed.content.decode()
    stranger = Client()
    assert stranger.get(IMPORT).status_code == stranger.post(CONFIRM).status_code == 302
    # Another officer cannot confirm what this one was shown; a made-up seal opens nothing.
    logged_in(colleague).post(CONFIRM, {"sealed": seal(shown), "confirm": "1"})
    assert logged_in(world.officer).post(CONFIRM, {"sealed": "x"}).status_code == 400
    assert stored() == (0, 0)
    listed = logged_in(world.officer).get(reverse("admin:offences_annualcount_changelist"))
    assert IMPORT in listed.content.decode()


def test_names_are_shown_as_text(world):
    shown = bring(logged_in(world.officer), long(("<script>x</script>", "2018/19", "1")))
    assert "<script>x" not in shown.content.decode()


def test_no_page_has_inline_script_or_style(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    pages = [shown, client.post(CONFIRM, {"sealed": seal(shown)}), client.get(IMPORT)]
    client = logged_in(worlds.person("Ira Ash", superuser=True))  # who sees every list
    for model, page in admin.site._registry.items():
        if isinstance(page, Exports):
            pages.append(client.get(export_of(model)))
            pages.append(client.get(export_of(model).replace("export/", "")))
    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200
        assert not re.search(r"<script(?![^>]*src=)(?![^>]*json)|<style|\sstyle=|\son\w+=", text)


# The document and the columns


def test_the_document_tells_exactly_the_columns_that_are_read():
    text = (Path(settings.BASE_DIR) / "docs" / "spreadsheet.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| (yes|no) \| (.+) \|$", text, re.M)
    assert {name: words for name, _, words in rows} == workbook.COLUMNS
    assert tuple(name for name, needed, _ in rows if needed == "yes") == workbook.NEEDED
    exported = resources.CountResource().get_export_headers()
    assert exported[: len(workbook.COLUMNS)] == list(workbook.COLUMNS)


# Export


def export_of(model) -> str:
    return reverse(f"admin:offences_{model._meta.model_name}_export")


def export(client, model, kind: int, query: str = ""):
    return client.post(export_of(model) + query, {"format": str(kind), "resource": "0"})


def test_an_export_of_counts_can_be_brought_back(world):
    texts = ["68", "<5", "-", "19 Apr-Sep", "not held", "s.12", "0", "12ep"]
    names = [c.name for c in world.split.categories.all() if not c.is_total]
    keys = [world.cell(y, n) for n in names for y in (2016, 2017, 2018)]
    worlds.enter(world.submission, dict(zip(keys, texts, strict=False)), world.officer)
    client = logged_in(world.officer)
    for kind, name in enumerate(("a.xlsx", "a.ods", "a.csv")):
        data = export(client, AnnualCount, kind).content
        made = world.preview(data, name, workbook.UploadDefaults())
        assert [(r.status, r.reason) for r in made.rows] == [("unchanged", "")] * len(texts)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_of_an_export_runs_as_a_formula(world, start):
    Force.objects.filter(pk=world.north.pk).update(welsh_name=f"{start}cmd|' /C calc'!A0")
    client = logged_in(world.checker)
    book = openpyxl.load_workbook(io.BytesIO(export(client, Force, 0).content))
    cells = [c for row in book.active.iter_rows() for c in row]
    assert all(c.data_type != "f" for c in cells)
    assert any(str(c.value).startswith("'") for c in cells)
    text = export(client, Force, 2).content.decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(c.startswith(("=", "+", "-", "@", "\t", "\r")) for c in row)


def test_an_export_has_the_filters_of_its_list_and_no_more_queries_for_more_rows(world):
    client = logged_in(world.checker)

    def rows(query=""):
        with CaptureQueriesContext(connection) as queries:
            text = export(client, Category, 2, query).content.decode("utf-8-sig")
        return len(list(csv.reader(io.StringIO(text)))) - 1, len(queries)

    few, cost = rows()
    assert rows("?is_total__exact=1")[0] == Category.objects.filter(is_total=True).count() < few
    worlds.breakdown(world.measure, [f"Place {i}" for i in range(30)], slug="place")
    more, cost_of_more = rows()
    assert more == few + 31 and cost_of_more == cost


def test_every_list_with_an_export_gives_all_every_format(world):
    client = logged_in(worlds.person("Ira Ash", superuser=True))  # who sees every list
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    lists = [m for m, page in admin.site._registry.items() if isinstance(page, Exports)]
    assert {AnnualCount, Force, Category} <= set(lists)
    for place, model in enumerate(lists):
        for kind in range(3) if is_drill() else [place % 3]:
            response = export(client, model, kind)
            assert response.status_code == 200 and "attachment" in response["Content-Disposition"]
        assert Client().get(export_of(model)).status_code == 302


def test_an_export_with_a_filter_that_its_list_does_not_have_says_so_and_exports_nothing(world):
    client = logged_in(worlds.person("Ira Ash", superuser=True))  # who sees every list
    for model in [m for m, page in admin.site._registry.items() if isinstance(page, Exports)]:
        for query in ("?x=1", "?id__exact=x") if is_drill() else ("?id__exact=x",):
            asked = client.get(export_of(model) + query, follow=True)
            assert asked.redirect_chain == [(export_of(model), 302)]
            assert "a page that this list does not have. This is the whole list" in said(asked)
            taken = export(client, model, 2, query)
            assert taken.status_code == 302 and taken.url == export_of(model)
