"""Five people do what they came for, in a real browser, their actions counted.

An action is a press of a link or button, a word typed, a text marked, or a step back.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import worlds

pytestmark = pytest.mark.browser


class Visitor:
    """A person at a page, who counts what they do."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.actions = page, 0
        page.goto(address)

    def press(self, what: Locator) -> None:
        what.click()
        self.actions += 1

    def type(self, text: str) -> None:
        self.page.get_by_role("searchbox").fill(text)
        self.actions += 1

    def step_back(self) -> None:
        self.page.go_back()
        self.actions += 1


def parent(page: Page) -> int:
    """A parent who knows their postcode reads what their force recorded."""
    visitor = Visitor(page, "/")
    visitor.type("ls1 3ad")
    visitor.press(page.get_by_role("button", name="Find"))
    expect(page.get_by_role("heading", level=2).first).to_have_text("LS1 3AD is in West Yorkshire")
    visitor.press(page.locator(".result").get_by_role("link", name="West Yorkshire"))
    expect(page.get_by_role("heading", level=1)).to_have_text("West Yorkshire")
    return visitor.actions


def reporter(page: Page) -> int:
    """A reporter on a force's page takes the sentence, the picture and the line to embed."""
    visitor = Visitor(page, "/forces/cambridgeshire/")
    sentence = page.locator("#quote blockquote p").first
    visitor.press(sentence)
    taken = page.evaluate("getSelection().toString()")
    assert "recorded 68 online sexual offences against under-18s in 2018/19" in taken
    assert "One offence is not one child." in taken
    with page.expect_response(lambda answer: answer.url.endswith(".png")) as picture:
        visitor.press(page.get_by_role("link", name="Chart picture"))
    assert picture.value.headers["content-type"] == "image/png"
    visitor.step_back()
    visitor.press(page.get_by_text("Embed chart"))
    line = page.locator(".take-line").input_value()
    assert line.startswith("<iframe src=")
    assert page.request.get(line.split('"')[1]).ok
    return visitor.actions


def researcher(page: Page) -> int:
    """A researcher takes all figures and the meaning of every column."""
    visitor = Visitor(page, "/")
    visitor.press(page.get_by_role("navigation", name="Main").get_by_role("link", name="Data"))
    with page.expect_download() as figures:
        visitor.press(page.get_by_role("link", name="Latest CSV", exact=True))
    assert figures.value.path().read_bytes().count(b"\n") > 100
    with page.expect_download() as dictionary:
        visitor.press(page.get_by_role("link", name="All columns and markers, as CSV"))
    assert "forces_asked" in dictionary.value.path().read_text("utf-8-sig")
    return visitor.actions


def police_press_office(page: Page) -> int:
    """A force's press office sees how a wrong figure is corrected, and whom to write to."""
    visitor = Visitor(page, "/forces/wiltshire/")
    expect(page.locator("#your-force")).to_contain_text("a new release carries it")
    visitor.press(page.get_by_role("link", name="Send a correction"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Contact")
    return visitor.actions


def mps_researcher(page: Page) -> int:
    """An MP's researcher reads what the forces of a nation recorded together."""
    visitor = Visitor(page, "/")
    visitor.press(page.get_by_role("link", name="All forces, by region"))
    visitor.press(page.get_by_role("link", name="Wales", exact=True))
    visitor.press(page.get_by_role("link", name="Sexual communication"))
    expect(page.locator("main")).to_contain_text("326 in 2021/22")
    return visitor.actions


MOST = {parent: 3, reporter: 4, researcher: 3, police_press_office: 2, mps_researcher: 3}


@pytest.mark.drill  # each page of the way is visited in each run
def test_five_people_do_what_they_came_for_in_few_actions(new_page, transactional_db):
    worlds.demo()
    # A browser that shows a picture by itself gives it a style, which the site's policy refuses.
    page = new_page(javascript=False, may_complain=True)
    needed = {job.__name__: job(page) for job in MOST}
    most = {job.__name__: number for job, number in MOST.items()}
    assert {job: n for job, n in needed.items() if n > most[job]} == {}
