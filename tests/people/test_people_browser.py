"""From the invitation to the first page, in a real browser and without JavaScript."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from tests.people.conftest import NEW_PASSWORD, PASSWORD, code
from tests.staff.test_pages_browser import faults_of

pytestmark = pytest.mark.browser


def log_in_by_hand(page, login, password):
    page.goto(reverse("admin:index"))
    page.get_by_label("User name or e-mail address").fill(login)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    has_factor = User.objects.filter(username=login, authenticator__type="totp").exists()
    if has_factor and password == PASSWORD:  # a wrong one is refused first
        page.get_by_label("Code").fill(code())
        page.get_by_role("button", name="Log in").click()


@pytest.mark.drill  # test_people.py and test_second_factor.py have each step in each run
def test_a_person_is_invited_and_begins_without_a_script(office, server, live_server, new_page):
    lead, ida = new_page(javascript=False), new_page(width=360, javascript=False)
    log_in_by_hand(lead, "gil.roe", PASSWORD)
    lead.get_by_role("link", name="People").click()
    lead.get_by_label("Name").fill("Ida Best")
    lead.get_by_label("Work e-mail").fill("ida@charity.example")
    lead.get_by_label("Role").select_option("Checker")
    lead.get_by_role("button", name="Send the invitation").click()
    expect(lead.get_by_text("The link was sent to ida@charity.example.")).to_be_visible()
    ida.goto(re.search(r"http://\S+/password/\S+", server.inbox[0].get_content())[0])
    ida.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    ida.get_by_label("New password, typed again").fill(NEW_PASSWORD)
    ida.get_by_role("button", name="Store the password").click()
    ida.get_by_role("link", name="Log in").click()
    log_in_by_hand(ida, "ida@charity.example", NEW_PASSWORD)
    ida.get_by_role("link", name="Add an app").click()
    secret = ida.locator(".factor-key").inner_text()
    ida.get_by_label("Authenticator code").fill(code(secret=secret))
    ida.get_by_role("button", name="Add the app").click()
    expect(ida.get_by_role("listitem").filter(has=ida.locator("code"))).to_have_count(10)
    ida.get_by_role("link", name="I have stored them").click()
    expect(ida.get_by_role("heading", name="Today")).to_be_visible()
    # The data lead ends the account: the next click leads to the form.
    lead.goto(reverse("admin:people"))
    lead.get_by_role("button", name="End the account of Ida Best").click()
    lead.get_by_text("Ida Best: Account ended.").wait_for()
    ida.reload()
    expect(ida.get_by_role("heading", name="Log in")).to_be_visible()


def test_axe_finds_nothing_on_the_way_in(office, server, live_server, new_page, axe):
    page, found = new_page(), []
    log_in_by_hand(page, "ann.lee", "guessed")
    page.get_by_role("alert").wait_for()
    found += faults_of(page, axe, "refused")
    page.get_by_role("link", name="Forgotten password?").click()
    page.get_by_label("Your e-mail address").fill("ann.lee@charity.example")
    found += faults_of(page, axe, "forgotten")
    page.get_by_role("button", name="Send the link").click()
    page.get_by_role("heading", name="Read your e-mail").wait_for()
    found += faults_of(page, axe, "sent")
    link = re.search(r"http://\S+/password/\S+", server.inbox[0].get_content())[0]
    page.goto(link)
    page.get_by_label("New password", exact=True).fill("short")
    page.get_by_label("New password, typed again").fill("other")
    page.get_by_role("button", name="Store the password").click()
    page.get_by_text("This password is too short").wait_for()
    found += faults_of(page, axe, "too short")
    page.goto(link.replace("/password/", "/password/x"))
    page.get_by_role("heading", name="This link no longer works").wait_for()
    found += faults_of(page, axe, "no longer works")
    assert found == []
