"""The pictures in the README, taken of the running demo: make screenshots (PORT=… for another)."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.chromium import HOW_TO_GET_ONE, find_chromium

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {"force": ("/forces/cambridgeshire/", 1280, 900)}


def main() -> int:
    chromium = find_chromium()
    if chromium is None:
        print(HOW_TO_GET_ONE, file=sys.stderr)
        return 1
    site = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (address, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            try:
                page.goto(site + address, wait_until="networkidle")
            except Error:
                print(f"screenshots: nothing answers at {site}. First: make run", file=sys.stderr)
                return 1
            page.screenshot(path=ROOT / "docs" / "screenshots" / f"{name}.png")
            print(f"docs/screenshots/{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
