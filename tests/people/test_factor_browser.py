"""A passkey, from adding it to logging in by it, with the browser's own virtual authenticator."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from playwright.sync_api import expect

from tests.people.test_people_browser import PASSWORD, log_in_by_hand
from tests.staff.test_pages_browser import faults_of

pytestmark = pytest.mark.browser


def with_authenticator(page):
    """Give a page's browser a key of its own, which says yes each time."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_logs_in_and_axe_finds_nothing(
    office, server, live_server, new_page, axe
):
    Authenticator.objects.filter(user=office.officer).delete()
    page, found = new_page(own=True, width=360), []
    with_authenticator(page)
    log_in_by_hand(page, "ann.lee", PASSWORD)
    page.get_by_role("link", name="Add an app").wait_for()
    found += faults_of(page, axe, "without a factor")
    page.get_by_role("link", name="Add an app").click()
    page.get_by_role("button", name="Add the app").wait_for()
    found += faults_of(page, axe, "app")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add the passkey").wait_for()
    found += faults_of(page, axe, "passkey")
    page.get_by_role("button", name="Add the passkey").click()
    # A script sends the form once the key has answered: the click does not wait for that.
    page.get_by_role("link", name="I have stored them").wait_for()
    found += faults_of(page, axe, "recovery codes")
    page.get_by_role("link", name="I have stored them").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    assert User.objects.get(username="ann.lee").authenticator_set.count() == 2
    page.get_by_role("link", name="Login protection").click()
    page.get_by_role("button", name="Log out everywhere").wait_for()
    found += faults_of(page, axe, "with a passkey")
    page.get_by_role("button", name="Log out everywhere").click()
    page.get_by_role("heading", name="Log in").wait_for()
    log_in_by_hand(page, "ann.lee", PASSWORD)
    page.get_by_role("button", name="Use a passkey").wait_for()
    found += faults_of(page, axe, "asked for it")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    assert found == []
