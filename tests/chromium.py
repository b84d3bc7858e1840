"""Where this machine's Chromium is."""

import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import sync_playwright

HOW_TO_GET_ONE = (
    "No Chromium was found, so the browser tests cannot run. Install the system's "
    "(apt-get install chromium) or Playwright's (.venv/bin/playwright install chromium)."
)
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_chromium() -> str | None:
    """The system's; else Playwright's own, if it was downloaded."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def version_of(chromium: str) -> str:
    said = subprocess.run([chromium, "--version"], capture_output=True, text=True).stdout
    return said.split(" built")[0].strip() or "Chromium"
