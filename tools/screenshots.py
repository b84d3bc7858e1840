"""The pictures in the README, taken of what is running: make screenshots (PORT=… for another).

With ARGS=practice those of the staff’s side, of the practice year that `make practice` serves.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Error, ViewportSize, sync_playwright

from tests.chromium import HOW_TO_GET_ONE, find_chromium

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = {"force": "/forces/cambridgeshire/"}
STAFF = {
    "today": "/admin/",
    "board": "/admin/offences/foiround/{round}/board/",
    "new-round": "/admin/offences/foiround/{round}/new/",
}
SIZE: ViewportSize = {"width": 1280, "height": 900}


def main() -> int:
    chromium = find_chromium()
    if chromium is None:
        print(HOW_TO_GET_ONE, file=sys.stderr)
        return 1
    is_practice = "practice" in sys.argv[1:]
    command = "make practice" if is_practice else "make run"
    site = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        cookies, pictures = data_officer(site) if is_practice else ([], PUBLIC)
        try:
            take(browser, site, pictures, cookies)
        except Error:
            print(f"screenshots: nothing answers at {site}. First: {command}", file=sys.stderr)
            return 1
        browser.close()
    return 0


def take(browser: Browser, site: str, pictures: dict[str, str], cookies: list) -> None:
    context = browser.new_context(viewport=SIZE)
    context.add_cookies(cookies)
    for name, address in pictures.items():
        page = context.new_page()
        page.goto(site + address, wait_until="networkidle")
        page.screenshot(path=ROOT / "docs" / "screenshots" / f"{name}.png")
        print(f"docs/screenshots/{name}.png")


def data_officer(site: str) -> tuple[list, dict[str, str]]:
    """The session of the practice year's data officer, and the pages of its newest round."""
    os.environ |= {
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{ROOT}/var/practice/db.sqlite3",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # the browser has an event loop in this thread
    }
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from offences.models import FoiRound

    client = Client()
    client.force_login(User.objects.get(username="data-officer"))
    name = settings.SESSION_COOKIE_NAME
    newest = FoiRound.objects.order_by("-number").values_list("pk", flat=True)[0]
    pages = {key: address.format(round=newest) for key, address in STAFF.items()}
    return [{"name": name, "value": client.cookies[name].value, "url": site}], pages


if __name__ == "__main__":
    sys.exit(main())
