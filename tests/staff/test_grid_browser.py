"""The grid in a real browser, by keyboard alone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from offences.models import AnnualCount
from tests import worlds
from tests.samples import on_each_screen

pytestmark = pytest.mark.browser

FIRST, SECOND, THIRD = worlds.OFFENCES

PASTE = """([element, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const options = {clipboardData: data, bubbles: true, cancelable: true};
    element.dispatchEvent(new ClipboardEvent("paste", options));
}"""


def address(submission, name="grid"):
    return reverse(f"admin:offences_foisubmission_{name}", args=[submission.pk])


def is_in(page, label):
    """Wait until the cell of this name is the one that is typed into."""
    expect(page.get_by_label(label, exact=True)).to_be_focused()


def paste(page, label, text):
    cell = page.get_by_label(label)
    cell.focus()
    page.evaluate(PASTE, [cell.element_handle(), text])


def echo(page, label):
    return page.get_by_label(label).locator("xpath=ancestor::td").locator(".echo")


@pytest.fixture
def grid(world, page, log_in):
    log_in(page, world.officer)
    page.goto(address(world.submission))
    return page


def test_a_return_is_entered_by_keyboard_alone(world, grid):
    page, keys = grid, grid.keyboard
    later = worlds.submission(worlds.force("Southshire"), world.round)
    is_in(page, "Total, 2016/17")
    keys.press("Tab")
    keys.press("Tab")
    is_in(page, "Total, 2018/19")
    keys.type("24")
    keys.press("Enter")
    is_in(page, f"{FIRST}, 2018/19")
    for text in ("<5", "12 (est)", "0"):
        keys.type(text)
        keys.press("Enter")
    is_in(page, "Total, by offence, 2018/19")
    keys.type("24")

    expect(echo(page, f"{FIRST}, 2018/19")).to_have_text("1 to 4, withheld by the force")
    expect(echo(page, f"{SECOND}, 2018/19")).to_contain_text("refused: “12 (est)”")
    expect(echo(page, f"{THIRD}, 2018/19")).to_have_text("zero, for the checker to confirm")
    expect(page.locator("#problems")).to_contain_text(f"{SECOND}, 2018/19")
    key = f"{world.split.pk}-2018"
    expect(page.locator(f"#s-{key}")).to_have_text("1 to 4")
    expect(page.locator(f"#v-{key}")).to_have_text("20 to 23 short so far: 1 row is not entered")

    # A save with the wrong cell stores nothing and keeps everything.
    page.get_by_role("button", name="Save", exact=True).focus()
    keys.press("Enter")
    expect(page.locator("#refused")).to_be_focused()
    expect(page.get_by_label(f"{SECOND}, 2018/19")).to_have_value("12 (est)")
    expect(page.get_by_label("Total, 2018/19", exact=True)).to_have_value("24")
    assert not AnnualCount.objects.exists()

    # The sentence leads into the cell.
    keys.press("Tab")
    keys.press("Enter")
    is_in(page, f"{SECOND}, 2018/19")
    keys.type("20")
    keys.press("Shift+Enter")
    is_in(page, f"{FIRST}, 2018/19")
    keys.press("ArrowDown")
    is_in(page, f"{SECOND}, 2018/19")
    expect(page.locator(f"#v-{key}")).to_have_text("✓ can be: 24 is within")

    page.get_by_role("button", name="Save and next return").focus()
    keys.press("Enter")
    page.wait_for_url(f"**{address(later)}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Southshire, Round 2019")
    assert AnnualCount.objects.filter(submission=world.submission).count() == 5


def test_escape_brings_the_stored_value_back(world, page, log_in):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    log_in(page, world.officer)
    page.goto(address(world.submission))
    cell = page.get_by_label("Total, 2018/19", exact=True)
    cell.focus()
    page.keyboard.type("6x")
    expect(echo(page, "Total, 2018/19")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(cell).to_have_value("68")


def test_a_block_from_a_spreadsheet_fills_the_cells_and_says_what_did_not_fit(world, grid):
    paste(grid, f"{FIRST}, 2017/18", "1\t2\t99\n<5\t\n5\t6\n10\t12\n77\t\n")
    expect(grid.locator("#pasted")).to_have_text(
        "7 cells filled. 2 did not fit into this table: “99”, “77”."
    )
    expect(grid.get_by_label(f"{FIRST}, 2018/19")).to_have_value("2")
    expect(grid.get_by_label(f"{SECOND}, 2017/18")).to_have_value("<5")
    expect(grid.get_by_label("Total, by offence, 2018/19")).to_have_value("12")
    expect(grid.locator(f"#v-{world.split.pk}-2017")).to_have_text("✓ can be: 10 is within")

    paste(grid, f"{FIRST}, 2016/17", '"1,234"\r\n')
    expect(grid.get_by_label(f"{FIRST}, 2016/17")).to_have_value("1,234")


def test_the_second_of_two_officers_is_told_while_typing(world, grid):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.colleague)
    grid.get_by_label("Total, 2018/19", exact=True).focus()
    grid.keyboard.type("86")
    expect(grid.locator("#notice")).to_contain_text("Bo Day changed this return at")
    grid.get_by_role("button", name="Save", exact=True).click()
    question = grid.get_by_role("group", name="Total, 2018/19")
    expect(question).to_contain_text("86 as you typed")
    question.get_by_label("68 as Bo Day saved").check()
    grid.get_by_role("button", name="Save", exact=True).click()
    expect(grid.locator(".messagelist")).to_contain_text("nothing changed")
    assert AnnualCount.objects.get().value == 68


def test_without_a_script_the_grid_is_a_form(world, new_page, log_in):
    page = new_page(javascript=False)
    log_in(page, world.officer)
    page.goto(address(world.submission))
    page.get_by_label("Total, 2018/19", exact=True).fill("3.5")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#problems")).to_contain_text("“3.5” is not a whole number")
    page.get_by_label("Total, 2018/19", exact=True).fill("3")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Saved.")


@on_each_screen
def test_axe_finds_nothing_on_the_grid_and_the_check_page(
    world, new_page, log_in, axe, width, dark
):
    worlds.enter(
        world.submission,
        {world.cell(2018): "0", world.cell(2017): "<5", world.cell(2016): "not held"},
        world.colleague,
    )
    page = new_page(width=width, dark=dark)
    log_in(page, world.officer)
    page.goto(address(world.submission))
    page.get_by_label("Total, 2017/18", exact=True).fill("3.5")
    expect(page.locator("#problems li")).to_have_count(1)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    other = new_page(width=width, dark=dark)
    log_in(other, world.checker)
    other.goto(address(world.submission, "check"))
    assert axe(other) == []
    assert other.evaluate("document.documentElement.scrollWidth <= innerWidth")
