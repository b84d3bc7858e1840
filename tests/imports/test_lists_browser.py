"""The pages of lists from spreadsheets in a real browser: with and without JavaScript."""

import pytest
from django.urls import reverse

from offences.models import ForceContact, MediaContact
from tests.imports.files import csv_of, xlsx_of
from tests.samples import is_drill, sampled

pytestmark = pytest.mark.browser

HEAD = ["force", "office", "name", "email", "phone", "note", "Christmas card"]
GOOD = [
    HEAD,
    ["Northshire", "press", "Duty press officer", "press@example.org", "01234 567890", "", "yes"],
    ["Southshire", "foi", "Disclosure unit", "foi@example.org", "", "Ring on Mondays", "no"],
]
BAD = [*GOOD, ["Northshyre", "foi", "Somebody", "a@example.org", "", "", ""]]


def url(model, page: str, *args) -> str:
    return reverse(f"admin:offences_{model._meta.model_name}_{page}", args=args)


def choose(page, rows, name="contacts.xlsx"):
    data = xlsx_of({"Contacts": rows}) if name.endswith("xlsx") else csv_of(rows)
    page.goto(url(ForceContact, "import"))
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "", "buffer": data})
    page.get_by_role("button", name="Show what it would do").click()
    page.get_by_role("heading", name="What this file would do").wait_for()


@pytest.mark.parametrize("width", sampled([360, 1280], [360]))
def test_axe_finds_nothing_and_nothing_is_too_wide(world, new_page, log_in, axe, width):
    page = new_page(width=width)
    log_in(page, world.officer)

    def look(name: str, is_elsewhere: bool = False) -> None:
        if is_elsewhere and not is_drill():
            return  # tests/staff/test_pages_browser.py has one page of each kind
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name

    page.goto(url(ForceContact, "changelist"))
    look("list", is_elsewhere=True)
    page.get_by_role("link", name="From a spreadsheet").click()
    page.get_by_role("heading", name="What a file looks like").wait_for()
    look("ask", is_elsewhere=True)
    choose(page, BAD)
    look("refused")
    choose(page, GOOD)
    look("preview")
    page.get_by_role("button", name="Store 2 rows").click()
    page.get_by_text("Stored: 2 new, 0 changed.").wait_for()
    look("stored", is_elsewhere=True)
    contact = ForceContact.objects.get(office="foi")
    page.goto(url(ForceContact, "change", contact.pk))
    look("contact", is_elsewhere=True)
    page.goto(reverse("admin:offences_force_change", args=[world.north.pk]))
    page.get_by_text("Other spellings").click()
    look("force", is_elsewhere=True)
    log_in(page, world.press)
    made = MediaContact.objects.create(outlet="Gazette", email="a@example.org")
    made.forces.set([world.north])
    page.goto(url(MediaContact, "changelist"))
    look("media contacts", is_elsewhere=True)
    page.goto(url(MediaContact, "change", made.pk))
    look("media contact", is_elsewhere=True)


def test_a_list_comes_in_without_javascript(world, new_page, log_in):
    page = new_page(javascript=False)
    log_in(page, world.officer)
    choose(page, GOOD, "contacts.csv")
    page.get_by_role("button", name="Store 2 rows").click()
    page.get_by_text("Stored: 2 new, 0 changed.").wait_for()
    assert set(ForceContact.objects.values_list("name", flat=True)) == {
        "Duty press officer",
        "Disclosure unit",
    }
