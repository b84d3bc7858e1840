"""Fixtures of a real browser: pages, who is logged in on them, and what axe-core finds wrong."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.chromium import HOW_TO_GET_ONE, find_chromium
from tests.samples import is_drill

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = ("color-contrast", "link-in-text-block")  # the rules of axe-core that look at colours
LONGEST = 30_000  # milliseconds that a browser is waited for: others run beside it

# What is open gives way to another page of the site, and what was loaded into it stays: axe-core.
# Not where a script asks by itself how far the work is (work.js): its answer may come afterwards.
TURN = """async (address) => {
  const answer = await fetch(address);
  const text = await answer.text();
  if ([document.documentElement.outerHTML, text].some((e) => e.includes('id="work"'))) return 0;
  for (let each = setTimeout(() => {}); each > 0; each--) clearTimeout(each);
  document.open();
  document.write(text);
  document.close();
  history.replaceState(null, "", answer.url);
  if (document.readyState !== "complete") {
    await new Promise((done) => addEventListener("load", done, { once: true }));
  }
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (!link.sheet) await new Promise((done) => { link.onload = link.onerror = done; });
  }
  return answer.status;
}"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    # Playwright's event loop lives in this thread; Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                # A page lives for a second: code made for a long run would cost more than it saves.
                "--js-flags=--no-opt --no-maglev",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def idle_pages(browser: Browser) -> Iterator[dict[bool, list[Page]]]:
    """Pages that no test has open, by whether scripts run: a new one costs ten visits."""
    pages: dict[bool, list[Page]] = {True: [], False: []}
    yield pages
    for page in (*pages[True], *pages[False]):  # the server still has a connection for each
        page.context.close()


def empty(page: Page, site: str) -> None:
    """Leave nothing on a page, and of what its browser remembers the static files alone.

    Every page of the site is asked for anew each time (tests/pages/test_answers.py).
    """
    page.goto("about:blank")
    page.context.clear_cookies()
    tools = page.context.new_cdp_session(page)
    tools.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "all"})
    tools.detach()


@pytest.fixture
def new_page(
    browser: Browser, live_server: LiveServer, idle_pages: dict[bool, list[Page]]
) -> Iterator[Callable[..., Page]]:
    """new_page(width=320, javascript=False, dark=True) → a page; page.goto("/forces/") is enough.

    The test fails if a page asked another site for anything, broke the content security policy or
    raised an error. A test that means to see an error says may_complain=True. One that gives its
    page what would stay (a listener, a route, a permission, a tool) says own=True.
    """
    opened: list[tuple[Page, bool, dict[str, Callable]]] = []
    owned = []
    complaints: list[str] = []
    expect.set_options(timeout=LONGEST)

    def note_error(message: ConsoleMessage) -> None:
        # Browsers ask for /favicon.ico by themselves.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            complaints.append(message.text)

    def note_other_site(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:", "blob:", "about:blank")):
            complaints.append(f"asked another site: {request.url}")

    def open_page(javascript: bool, own: bool) -> Page:
        if idle_pages[javascript] and not own:
            return idle_pages[javascript].pop()
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=javascript,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(LONGEST)
        if own:
            owned.append(context)
        return context.new_page()

    def new_page(
        width: int = 1280,
        height: int = 900,
        javascript: bool = True,
        dark: bool = False,
        forced_colors: bool = False,
        may_complain: bool = False,
        own: bool = False,
    ) -> Page:
        page = open_page(javascript, own)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(
            media="screen",
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced_colors else "none",
            reduced_motion="reduce",
        )
        listeners: dict[str, Callable] = {"request": note_other_site}
        if not may_complain:
            listeners |= {
                "pageerror": lambda error: complaints.append(str(error)),
                "console": note_error,
            }
        for event, listener in listeners.items():
            page.on(event, listener)
        if not own:
            opened.append((page, javascript, listeners))
        return page

    yield new_page
    for context in owned:
        context.close()
    for page, javascript, listeners in opened:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        empty(page, live_server.url)
        idle_pages[javascript].append(page)
    assert complaints == [], complaints


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page as on a desk. For a phone, dark or without JavaScript: new_page."""
    return new_page()


@pytest.fixture
def log_in(live_server: LiveServer) -> Callable[[Page, AbstractBaseUser], None]:
    """log_in(page, user): the page's browser is logged in as that user."""

    def log_in(page: Page, user: AbstractBaseUser) -> None:
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return log_in


def turn(page: Page, address: str) -> int:
    """The status of a page of the site, now shown instead of the one that was open.

    It is parsed, styled and drawn as any other, and for a look at many pages costs a third of
    loading each by itself; a drill does that.
    """
    if is_drill() or page.url == "about:blank":
        return page.goto(address).status
    return page.evaluate(TURN, address) or page.goto(address).status


AT_REST = (
    "document.getAnimations().filter(each => each.effect.getComputedTiming().endTime < Infinity)"
    ".forEach(each => each.finish())"
)
"""Ends what moves or fades, but not what turns for ever."""


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """axe(page) → what axe-core finds wrong with it, one line each; [] is what we want.

    axe(page, COLOURS) looks at colours alone: of a page that was looked at in another scheme.
    """
    source = AXE.read_text()

    def axe(page: Page, rules: Sequence[str] = ()) -> list[str]:
        page.wait_for_load_state()
        if page.evaluate("typeof axe") == "undefined":
            # By the browser's own tools, which the page's policy does not bind.
            page.evaluate(source)
        # Colours fade over: what is seen is how they end.
        page.evaluate(AT_REST)
        only = {"runOnly": [*rules]} if rules else {}
        # What passes is not described: only what is wrong is looked at here.
        found = page.evaluate(
            "async options => (await axe.run(options)).violations.map("
            "rule => ({...rule, nodes: rule.nodes.map(({html}) => ({html}))}))",
            {"resultTypes": ["violations"], "selectors": False, **only},
        )
        return [
            f"{rule['id']}: {rule['help']}: {node['html']}"
            for rule in found
            for node in rule["nodes"]
        ]

    return axe
