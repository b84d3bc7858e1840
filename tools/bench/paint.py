"""python -m tools.bench.paint: how soon a reader on a slow phone sees a page, and what moves on it.

Slow 4G and a processor four times slower, as measuring tools understand them; the best of a few
loads counts, beside a page of one line, which shows how busy the machine is.
"""

import subprocess
import sys
from contextlib import closing

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.chromium import HOW_TO_GET_ONE, find_chromium
from tools.bench.servers import gunicorn
from tools.bench.short import many
from tools.bench.site import Judged, database, set_up, stop_at_signals

SLOW_4G = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1_600_000 / 8,  # bytes a second
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4  # times: the processor of a phone
PHONE: ViewportSize = {"width": 360, "height": 740}
SOON = 1_200  # milliseconds until the largest part is painted
LOADS = many(3, 1)
LINE = "/line/"  # a page of one line: the way there, and what it takes to draw anything
ONE_LINE = "<!doctype html><title>One line</title><p>One line of words.</p>"
PAGES = (
    *("/", "/forces/cambridgeshire/", "/forces/essex/", "/measures/cyber-flagged/"),
    *("/areas/yorkshire-and-the-humber/", "/data/", "/about/ranking/"),
)
OBSERVE = """() => new Promise((done) => {
  const seen = { paint: 0, shift: 0 };
  const watch = (type, note) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true });
  };
  watch("largest-contentful-paint", (entry) => { seen.paint = entry.startTime; });
  watch("layout-shift", (entry) => { seen.shift += entry.value; });
  const look = () => (seen.paint ? done([seen.paint, seen.shift]) : setTimeout(look, 50));
  setTimeout(look, 200);
})"""


def load(page: Page, address: str, wait: int = 0) -> tuple[float, float]:
    """When the largest part of the page was painted, in milliseconds, and how much moved."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.setCacheDisabled", {"cacheDisabled": True})
    client.send("Network.emulateNetworkConditions", SLOW_4G)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(wait)
    found = page.evaluate(OBSERVE)
    client.detach()
    return found


def best_of(page: Page, address: str) -> tuple[float, float]:
    """The soonest paint of a few loads, and the most that moved in any."""
    page.goto(address)  # the first reader’s
    paints, shifts = zip(*(load(page, address) for _ in range(LOADS)), strict=True)
    return min(paints), max(shifts)


def bench_paint(browser: Browser, port: int, judged: Judged) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{port}", viewport=PHONE)
    with closing(context):
        page = context.new_page()
        page.route(
            f"**{LINE}", lambda route: route.fulfill(content_type="text/html", body=ONE_LINE)
        )
        print(f"  {'a page of one line, painted after':<58}{best_of(page, LINE)[0]:10,.0f} ms")
        for address in PAGES:
            paint, shift = best_of(page, address)
            judged.say(f"{address} painted after", paint, SOON, " ms", most=True)
            judged.say(f"{address} moved by", shift, 0, most=True)


def main() -> int:
    stop_at_signals()
    chromium = find_chromium()
    if chromium is None:
        raise RuntimeError(HOW_TO_GET_ONE)
    with database("sqlite") as (address, directory):
        set_up(address, directory)
        print("\nPages as on a phone: slow 4G, a processor four times slower", flush=True)
        judged = Judged()
        with (
            gunicorn("config.wsgi:application", directory) as port,
            sync_playwright() as playwright,
            closing(
                playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            ) as browser,
        ):
            bench_paint(browser, port, judged)
        return 1 if judged.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")
