"""People at work in a browser, with the time that what they do would take."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser import LONGEST

CLICK, SCREEN, KEY, DECISION = 1.2, 3.0, 0.25, 8.0  # seconds


@dataclass
class Effort:
    """What somebody did: clicks, screens that they read, keys, and decisions."""

    clicks: int = 0
    screens: int = 0
    keys: int = 0
    decisions: int = 0

    @property
    def seconds(self) -> float:
        done = zip((CLICK, SCREEN, KEY, DECISION), astuple(self), strict=True)
        return sum(cost * number for cost, number in done)


class Person:
    """One person at one browser. What they do is counted, in all and for each of their jobs."""

    def __init__(self, page: Page, jobs: dict[str, list[Effort]]) -> None:
        self.page, self.jobs, self.effort = page, jobs, Effort()
        self._acted, self._address = False, ""
        page.on("domcontentloaded", lambda _: self._see())

    def _arrive(self) -> None:
        """Wait for the page that an act leads to: the one before may read alike."""
        waits = LONGEST // 20
        while self._acted and (waits := waits - 1):
            self.page.wait_for_timeout(20)
        assert not self._acted, "no page followed"

    def _see(self) -> None:
        """Count a screen: not one that loads itself anew while somebody waits for the worker."""
        address = self.page.url.partition("#")[0]
        if self._acted or address != self._address:
            self.effort.screens += 1
        self._acted, self._address = False, address

    @contextmanager
    def job(self, name: str) -> Iterator[None]:
        """A job from its first act to the screen that shows that it is done."""
        outer, self.effort = self.effort, Effort()
        yield
        self.page.wait_for_load_state()
        self.jobs.setdefault(name, []).append(self.effort)
        self.effort = outer

    def decide(self, number: int = 1) -> None:
        self.effort.decisions += number

    def open(self, address: str) -> None:
        """Begin on a page, from a link in a message or a bookmark."""
        self._acted = True
        self.effort.clicks += 1
        self.page.goto(address)

    def click(self, what: Locator) -> None:
        self._acted = True
        self.effort.clicks += 1
        what.click()

    def press(self, name: str) -> None:
        """Press the button whose words begin so."""
        self.click(self.page.get_by_role("button", name=re.compile(f"^{name}")).first)

    def enter(self) -> None:
        """Send what is typed, by the key."""
        self._acted = True
        self.effort.keys += 1
        self.page.keyboard.press("Enter")

    def follow(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=name).first)

    def fill(self, what: Locator, text: str) -> None:
        self.effort.clicks += 1
        self.effort.keys += len(text)
        what.fill(text)

    def choose(self, what: Locator, label: str) -> None:
        self.effort.clicks += 2
        what.select_option(label=label)

    def tick(self, name: str) -> None:
        self.effort.clicks += 1
        self.page.get_by_label(name, exact=True).check()

    def drop(self, files: list) -> None:
        """Drag files onto the only box for files of a page."""
        self.effort.clicks += 2
        self.page.locator("input[type=file]").set_input_files(files)

    def reads(self, words: str) -> None:
        self._arrive()
        expect(self.page.locator("#content, main").first).to_contain_text(words)

    def is_told(self, words: str, work: Callable[[], None] = lambda: None) -> None:
        """Wait for a message, after the worker has done what waits."""
        self._arrive()
        work()
        expect(self.page.locator(".messagelist")).to_contain_text(words)


def table_of(jobs: dict[str, list[Effort]]) -> str:
    """The dearest time of each job, in words for people."""
    lines = [f"{'job':<44} times  clicks screens  keys decisions seconds"]
    for name, efforts in jobs.items():
        dearest = max(efforts, key=lambda each: each.seconds)
        clicks, screens, keys, decisions = astuple(dearest)
        lines.append(
            f"{name:<44} {len(efforts):>5} {clicks:>7} {screens:>7} {keys:>5} {decisions:>9} "
            f"{dearest.seconds:>7.1f}"
        )
    return "\n".join(lines)
