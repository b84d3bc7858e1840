"""A force's own file in a real browser: read, named, stored, followed back, held back, asked of."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from offences import counts
from offences.models import AnnualCount, Document, FoiQuery, Reading
from offences.refused import Refused
from tests import worlds
from tests.readings.conftest import PLAIN, workbook
from tests.samples import sampled
from tests.worlds import NOW

pytestmark = pytest.mark.browser

ODD = (
    ("Offence", "2016/17", "2017/18", "2018/19"),
    ("Causing or inciting sexual activity", 17, 22, 31),
    ("Sexual comms w/ child u16", 9, 16, 29),
    ("Sexual assault", 5, 7, "12 (est)"),
    ("Total", 31, 45, 72),
)


def file(name: str, data: bytes) -> dict:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def bring(page, w, name: str, data: bytes) -> None:
    page.goto(reverse("admin:offences_foisubmission_change", args=[w.submission.pk]))
    page.get_by_role("link", name="Read a file").click()
    page.get_by_label("The force’s file").set_input_files(file(name, data))
    page.get_by_role("button", name="Read the file").click()


def keep(page) -> None:
    page.get_by_role("button", name=re.compile("^Save (these answers|what I changed)")).click()


@pytest.fixture
def officer(world, page, log_in):
    log_in(page, world.officer)
    return page


def test_a_file_is_read_one_label_named_all_stored_and_a_count_followed_to_its_cell(world, officer):
    page, w = officer, world
    bring(page, w, "northshire.xlsx", workbook(*ODD))
    expect(page.get_by_role("heading", level=1)).to_have_text("What was read in northshire.xlsx")
    store = page.get_by_role("button", name="Store")
    expect(store).to_be_disabled()
    expect(page.locator("td#at-A3")).to_contain_text("label not known")
    expect(page.locator("td#at-D4")).to_contain_text("asked about below")

    ask = page.locator(".ask")
    expect(ask.locator("option").nth(1)).to_have_text(
        "Sexual communication with a child (likeliest)"
    )
    ask.locator("select").select_option(index=1)
    page.get_by_label("D4 is").fill("about 12")
    page.get_by_label("because", exact=True).last.fill("(est) beside it")
    keep(page)
    expect(page.get_by_text("is read as about 12")).to_be_visible()
    assert not AnnualCount.objects.exists()
    page.get_by_role("button", name="Store 12 counts").click()
    expect(page.locator(".messagelist")).to_contain_text("12 new")

    row = AnnualCount.objects.current().get(
        year=2017, category__name="Sexual communication with a child"
    )
    assert (row.value, row.cell, row.as_written) == (16, "C3", "16")
    mended = AnnualCount.objects.current().get(year=2018, category__name="Sexual assault")
    assert (mended.value, mended.estimated, mended.as_written) == (12, True, "12 (est)")

    # One click from the grid, or from the count’s own page.
    page.get_by_role(
        "link", name="C3, Data is where Sexual communication with a child, 2017/18"
    ).click()
    expect(page.locator("td#at-C3.k-value.picked")).to_be_visible()
    page.goto(reverse("admin:offences_annualcount_change", args=[row.pk]))
    page.get_by_role("link", name="northshire.xlsx: Data C3").click()
    expect(page).to_have_url(re.compile("#at-C3$"))
    expect(page.locator("td.k-value.picked")).to_have_id("at-C3")
    expect(page.locator("td#at-C3")).to_have_text("16")


@pytest.mark.drill  # test_officer_answers.py has it in each run
def test_the_next_file_of_the_force_needs_no_answer_to_what_was_remembered(world, officer):
    page, w = officer, world
    rows = [list(row) for row in ODD]
    rows[3][3] = 12
    bring(page, w, "first.xlsx", workbook(*rows))
    page.locator(".ask select").select_option(index=1)
    keep(page)
    page.get_by_role("button", name="Store 12 counts").click()
    expect(page.locator(".messagelist")).to_contain_text("12 new")
    rows[2][3] = 30
    rows[4][3] = 73
    bring(page, w, "second.xlsx", workbook(*rows))
    expect(page.locator(".ask")).to_have_count(0)
    expect(page.locator(".diff")).to_contain_text("29 → 30")
    page.get_by_role("button", name="Store 12 counts").click()
    expect(page.locator(".messagelist")).to_contain_text("2 changed")


@pytest.mark.drill  # test_match.py has it in each run
def test_several_files_are_matched_to_their_forces_and_read_by_the_worker(world, officer, worker):
    page, w = officer, world
    areas = ["Southshire", "Eastshire", "Westshire"]
    for area in areas:
        worlds.submission(worlds.force(area), w.round)
    page.goto(reverse("admin:offences_foiround_change", args=[w.round.pk]))
    page.get_by_role("link", name="Many files at once").click()
    files = [file(f"foi_{area.lower()}_2019.xlsx", workbook((area,), *PLAIN)) for area in areas]
    nameless = workbook(("Answer of Northshire Police",), *PLAIN)
    page.get_by_label("The forces’ files").set_input_files(
        [*files, file("answer.xlsx", nameless), file("odd.xlsx", workbook(("x",), ("y",)))]
    )
    page.get_by_role("button", name="Read the files").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which force sent each file?")
    row = page.get_by_role("row").filter(has_text="answer.xlsx")
    expect(row).to_contain_text("Not clear: Northshire by its words")
    row.get_by_role("combobox").select_option("Northshire")
    odd = page.get_by_role("row").filter(has_text="odd.xlsx")
    expect(odd.get_by_role("combobox")).to_have_value("")
    page.get_by_role("button", name="Confirm these forces").click()
    expect(page.locator(".messagelist")).to_contain_text("4 files matched. 1 not")
    assert Reading.objects.count() == 4
    assert not AnnualCount.objects.exists()
    page.get_by_role("link", name="Eastshire Police: what was read").click()
    page.get_by_role("button", name="Store 12 counts").click()
    expect(page.locator(".messagelist")).to_contain_text("12 new")
    assert {row.submission.force.area for row in AnnualCount.objects.all()} == {"Eastshire"}


@pytest.mark.drill  # test_held_back.py has it in each run
def test_a_file_with_hidden_parts_waits_for_the_data_lead(world, officer, new_page, log_in):
    page, w = officer, world
    rows = [(*row, row[0] and "x") for row in PLAIN]
    bring(page, w, "northshire.xlsx", workbook(*rows, hide=["E"]))
    expect(page.get_by_role("heading", name="This file is held back")).to_be_visible()
    expect(page.get_by_role("button", name="Store")).to_be_disabled()
    page.get_by_text("The letter to the force").click()
    expect(page.locator("#held-letter")).to_contain_text("may contain more than you meant")
    document = Document.objects.get()
    download = reverse("admin:offences_document_file", args=[document.pk])
    assert page.request.get(download).status == 403
    grid = reverse("admin:offences_foisubmission_grid", args=[w.submission.pk])
    page.goto(grid)
    expect(page.get_by_text("held back until the data lead has looked")).to_be_visible()

    lead = new_page()
    log_in(lead, w.lead)
    lead.goto(
        reverse(
            "admin:offences_foisubmission_reading", args=[w.submission.pk, Reading.objects.get().pk]
        )
    )
    assert lead.request.get(download).status == 200
    lead.get_by_role("link", name="Look at the file and decide").click()
    lead.get_by_label("What you found").fill("A column of letters.")
    lead.get_by_role("button", name="open it to the officers").click()
    expect(lead.locator(".messagelist")).to_contain_text("is open to the officers")

    page.goto(
        reverse(
            "admin:offences_foisubmission_reading", args=[w.submission.pk, Reading.objects.get().pk]
        )
    )
    page.get_by_role("button", name="Store 12 counts").click()
    expect(page.locator(".messagelist")).to_contain_text("12 new")


@pytest.mark.drill  # test_questions_to_forces.py has it in each run
def test_what_the_force_is_asked_is_queried_until_it_has_answered(world, officer):
    page, w = officer, world
    rows = [list(row) for row in PLAIN]
    rows[3][3] = "12 (est)"
    bring(page, w, "northshire.xlsx", workbook(*rows))
    page.locator("summary", has_text="Ask the force").first.click()
    page.get_by_label("The question").first.fill("What does “12 (est)” mean?")
    page.get_by_role("button", name="Note the question").first.click()
    expect(page.locator(".messagelist")).to_contain_text("the letter has not been sent")
    query = page.locator("details.query")
    query.get_by_text("The letter", exact=True).click()
    expect(query.locator("pre")).to_contain_text("cell D4")
    page.get_by_label("Your answer to Data D5").fill("Without D4, which they are asked about.")
    keep(page)
    page.get_by_role("button", name="Store 11 counts").click()
    expect(page.locator(".messagelist")).to_contain_text("11 new")
    w.submission.refresh_from_db()
    with pytest.raises(Refused, match="A question to the force is not answered"):
        counts.mark_checked(w.submission, by=w.checker, now=NOW)
    page.goto(reverse("admin:offences_foiquery_change", args=[FoiQuery.objects.get().pk]))
    page.get_by_label("Answer").fill("It is an estimate of 12, by e-mail of 3 May.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    assert not FoiQuery.objects.unanswered().exists()
    worlds.check(w.submission, w.checker, NOW)


@pytest.mark.parametrize("width", sampled([360, 1280], [360]))
def test_what_is_open_is_answered_without_a_script_and_for_everyone(
    world, new_page, log_in, axe, width
):
    w = world
    rows = [*ODD[:-1], ("Not in our area", 144, 130, 120), ("Total", 175, 175, 192)]
    page = new_page(width=width, javascript=False)
    log_in(page, w.officer)
    bring(page, w, "northshire.xlsx", workbook(*rows))
    page.get_by_role("heading", name="What was read in northshire.xlsx").wait_for()
    address = page.url
    page.get_by_text("Correct a cell, or say what a row or column is").click()
    for label, text in (("Cell, row or column", "5"), ("is", "out"), ("because", "Southshire’s")):
        page.locator(".place").get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Save it").click()
    expect(page.locator("#answers + ul")).to_contain_text("Data row 5 is left out: “Southshire’s”")
    problem = page.get_by_role("row").filter(has_text="The totals of 175 and 175 include the 144")
    problem.get_by_label("Store 31, 45").check()
    page.get_by_label("D4 is").fill("12e")
    keep(page)
    expect(page.locator("#answers + ul")).to_contain_text("Data B6 is read as 31")
    seen = new_page(width=width)
    log_in(seen, w.officer)
    seen.goto(address)
    assert axe(seen) == []
    assert seen.evaluate("document.documentElement.scrollWidth") <= width
