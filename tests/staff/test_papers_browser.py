"""The paper beside the grid in a real browser: turning it loses nothing that is typed."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from offences.models import AnnualCount
from tests import worlds
from tests.imports.files import xlsx_of
from tests.samples import on_each_screen, sampled
from tests.staff.test_grid import address
from tests.staff.test_papers import TABLE, filed, pdf_of
from tests.worlds import LATER, NOW

pytestmark = pytest.mark.browser

TOTAL = "Total, 2018/19"


@pytest.fixture
def papers(world):
    """A letter of three pages and a newer spreadsheet of two sheets."""
    world.submission.documents.clear()
    world.letter = filed(world.submission, "letter.pdf", pdf_of("one", "two", "three"), at=NOW)
    book = xlsx_of({"Data": TABLE, "Notes": [["Data before April 2016 not held."]]})
    world.book = filed(world.submission, "answer.xlsx", book, at=LATER)
    return world


@pytest.fixture
def grid(papers, page, log_in):
    log_in(page, papers.officer)
    page.goto(address(papers.submission))
    return page


def paper(page):
    return page.get_by_role("region", name="The paper")


def total(page):
    return page.get_by_label(TOTAL, exact=True)


def test_pages_and_papers_turn_while_what_is_typed_stays(papers, grid):
    total(grid).fill("68")
    grid.get_by_role("link", name="letter.pdf").click()
    expect(grid.get_by_role("img", name="Page 1 of 3 of letter.pdf")).to_be_visible()
    grid.get_by_role("link", name="Next page").click()
    picture = grid.get_by_role("img", name="Page 2 of 3 of letter.pdf")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    expect(picture).to_have_js_property("naturalWidth", 910)
    expect(grid.get_by_role("link", name="Next page")).to_be_focused()
    grid.get_by_text("The text of this page").click()
    expect(paper(grid).locator("pre")).to_have_text("two")
    expect(total(grid)).to_have_value("68")
    grid.get_by_role("link", name="answer.xlsx").click()
    grid.get_by_role("link", name="Notes").click()
    expect(paper(grid)).to_contain_text("Data before April 2016 not held.")
    expect(total(grid)).to_have_value("68")
    # The address is that of the page shown, so that saving and loading anew stay there.
    expect(grid).to_have_url(re.compile(rf"\?paper={papers.book.pk}&sheet=2$"))
    total(grid).fill("")
    grid.reload()
    expect(paper(grid)).to_contain_text("Data before April 2016 not held.")


def test_a_click_into_the_sheet_says_where_a_count_stands(papers, grid):
    total(grid).click()
    grid.locator("td[data-at=C2]").click()
    expect(total(grid)).to_be_focused()
    expect(paper(grid)).to_contain_text(f"Data C2 (“8”) is where {TOTAL} is.")
    grid.keyboard.type("8")
    expect(grid.get_by_label("Sheet or page")).to_have_value("Data")
    expect(grid.get_by_label("Document:")).to_have_value(str(papers.book.pk))
    grid.get_by_role("button", name="Save", exact=True).click()
    expect(grid.locator(".messagelist")).to_contain_text("Saved.")
    row = AnnualCount.objects.get()
    assert (row.value, row.document, row.sheet, row.cell) == (8, papers.book, "Data", "C2")


def test_a_cell_of_the_sheet_is_chosen_by_keyboard(papers, grid):
    total(grid).focus()
    grid.locator("td[data-at=A1]").focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"):
        grid.keyboard.press(key)
    expect(total(grid)).to_be_focused()
    expect(grid.locator(f"input[name^=at-{total(grid).get_attribute('id')}]")).to_have_value(
        f"{papers.book.pk}|C2|Data"
    )


@pytest.mark.drill  # test_papers.py has it in each run
def test_who_only_looks_turns_pages_and_chooses_nothing(papers, page, log_in):
    log_in(page, papers.checker)
    page.goto(address(papers.submission))
    expect(page.locator("td[data-at=C2]")).to_have_text("8")
    assert page.locator("table.picks").count() == 0
    page.get_by_role("link", name="letter.pdf").click()
    expect(page.get_by_role("img", name="Page 1 of 3 of letter.pdf")).to_be_visible()


@pytest.mark.parametrize("javascript", sampled([True, False], [True]), ids=["script", "no script"])
def test_on_a_narrow_screen_the_paper_is_folded_and_on_a_wide_one_never(
    papers, new_page, log_in, javascript
):
    for width, folded in ((360, True), (1280, False)):
        page = new_page(width=width, javascript=javascript)
        log_in(page, papers.officer)
        page.goto(address(papers.submission))
        cell = page.locator("td[data-at=A2]")
        if folded:
            expect(cell).to_be_hidden()
            page.get_by_text("Read the file").click()
        expect(cell).to_be_visible()
        page.get_by_role("link", name="Notes").click()
        expect(paper(page)).to_contain_text("Data before April 2016 not held.")


def test_letter_and_cells_scroll_by_themselves(papers, new_page, log_in):
    rows = xlsx_of({"Long": [[f"row {n}"] for n in range(90)]})
    filed(papers.submission, "long.xlsx", rows, at=LATER.replace(year=2020))
    worlds.breakdown(papers.measure, [f"Row {n}" for n in range(40)], slug="many")
    page = new_page(height=700)
    log_in(page, papers.officer)
    page.goto(address(papers.submission))
    leaf = page.locator(".leaf")
    leaf.evaluate("leaf => leaf.scrollTo(0, 400)")
    assert leaf.evaluate("leaf => leaf.scrollTop") == 400
    assert page.evaluate("scrollY") == 0
    last = page.get_by_label("Row 39, 2018/19")
    last.focus()
    expect(last).to_be_in_viewport()
    assert page.evaluate("scrollY") > 500
    expect(leaf).to_be_in_viewport()
    assert leaf.evaluate("leaf => leaf.scrollTop") == 400


@on_each_screen
def test_axe_finds_nothing_on_any_kind_of_paper(papers, new_page, log_in, axe, width, dark):
    word = filed(papers.submission, "note.txt", b"Dear Ms Lee,\n\nwe hold 68.")
    broken = filed(papers.submission, "broken.pdf", b"%PDF-1.4 nothing")
    page = new_page(width=width, dark=dark)
    log_in(page, papers.officer)
    for document in (papers.book, papers.letter, word, broken):
        page.goto(f"{address(papers.submission)}?paper={document.pk}")
        if document == papers.book:
            page.locator("td[data-at=C2]").click()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.drill  # test_papers.py has it in each run
def test_a_place_of_one_count_leaves_the_source_of_the_others_alone(papers, grid):
    grid.get_by_label("Document:").select_option(str(papers.letter.pk))
    grid.get_by_label("Sheet or page").fill("page 2")
    grid.get_by_label("Total, 2017/18", exact=True).fill("6")
    total(grid).fill("8")
    grid.locator("td[data-at=C2]").click()
    grid.get_by_role("button", name="Save", exact=True).click()
    expect(grid.locator(".messagelist")).to_contain_text("Saved.")
    stored = {row.year: (row.document, row.sheet, row.cell) for row in AnnualCount.objects.all()}
    assert stored == {2017: (papers.letter, "page 2", ""), 2018: (papers.book, "Data", "C2")}


def test_escape_takes_the_place_away_with_what_was_typed(papers, grid):
    total(grid).fill("8")
    grid.locator("td[data-at=C2]").click()
    expect(grid.get_by_text("from Data C2")).to_be_visible()
    grid.keyboard.press("Escape")
    expect(grid.get_by_text("from Data C2")).to_have_count(0)
    expect(total(grid)).to_have_value("")


def test_a_click_on_the_page_of_a_letter_says_where_a_count_stands(papers, grid):
    grid.goto(f"{address(papers.submission)}?paper={papers.letter.pk}&page=2")
    total(grid).click()
    picture = grid.get_by_role("img", name="Page 2 of 3 of letter.pdf")
    expect(picture).to_have_js_property("complete", True)
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.5})
    expect(paper(grid)).to_contain_text(f"{TOTAL} is on page 2, 25% across, 50% down.")
    grid.keyboard.type("8")
    grid.get_by_role("button", name="Save", exact=True).click()
    expect(grid.locator(".messagelist")).to_contain_text("Saved.")
    row = AnnualCount.objects.get()
    assert (row.document, row.sheet, row.cell) == (papers.letter, "page 2", "25%,50%")
    grid.goto(reverse("admin:offences_annualcount_source", args=[row.pk]))
    expect(grid.get_by_role("img", name="Page 2 of 3 of letter.pdf")).to_be_visible()
    spot = grid.locator(".spot")
    expect(spot).to_be_visible()
    assert spot.evaluate("spot => [spot.style.left, spot.style.top]") == ["25%", "50%"]
