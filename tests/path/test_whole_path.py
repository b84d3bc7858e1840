"""The whole path in a real browser: entered, checked, released, read, drafted and issued, by the
four roles, each doing only what is theirs."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from offences.models import PressRelease, Release
from tests import worlds
from tests.path.signing import to_review

pytestmark = pytest.mark.browser

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)  # 00:01 on 25 June, London
SECOND = dt.timedelta(seconds=1)


def submission_page(submission, name):
    return reverse(f"admin:offences_foisubmission_{name}", args=[submission.pk])


def test_from_a_forces_figures_to_its_page_and_its_press_release(new_page, log_in, worker):
    people = worlds.team("officer", "checker", "press", "approver")
    officer, checker, press_officer, approver = people.values()
    measure = worlds.measure()
    round_ = worlds.round_of(measure, years=(2015, 2018))
    north, south = (
        worlds.submission(worlds.force(name), round_) for name in ("Northshire", "Southshire")
    )
    event = worlds.event()

    page, lead = new_page(), new_page(javascript=False)

    def as_(person, page=page):
        log_in(page, person)
        return page

    # The data officer enters two returns, one after the other.
    page = as_(officer)
    page.goto(submission_page(north, "grid"))
    for label, text in {
        "Total, 2015/16": "not held",
        "Total, 2016/17": "53",
        "Total, 2017/18": "48",
        "Total, 2018/19": "68",
    }.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("If from no document, why").fill("Read out on the telephone")
    page.get_by_role("button", name="Save and next return").click()
    page.wait_for_url(f"**{submission_page(south, 'grid')}")
    page.get_by_label("Total, 2018/19", exact=True).fill("<5")
    page.get_by_label("If from no document, why").fill("Read out on the telephone")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Saved")

    # Whoever entered a return cannot check it; the checker can.
    page = as_(checker)
    for submission in (north, south):
        page.goto(submission_page(submission, "check"))
        page.get_by_role("button", name="Mark as checked").click()
        expect(page.locator("body")).to_contain_text("by Cy Moss")

    # The data officer prepares a release, and cannot approve it.
    page = as_(officer)
    page.goto(reverse("admin:offences_release_add"))
    page.get_by_label("Title").fill("The figures of 2019")
    page.get_by_role("button", name="Prepare").click()
    expect(page.locator(".messagelist")).to_contain_text("prepared")
    release = Release.objects.get()
    to_review(page, as_(worlds.person("Lou Field", "Data lead"), lead), release)
    page.get_by_role("link", name="Preview and approve").click()
    expect(page.get_by_role("button", name="Approve")).to_be_disabled()

    # The approver sees what it publishes and sets the minute; one that never was is refused, and
    # one that is past.
    page = as_(approver)
    page.goto(reverse("admin:offences_release_approve", args=[release.pk]))
    expect(page.locator("table").first).to_contain_text("68")
    page.get_by_label("Date").fill("2019-03-31")
    page.get_by_label("Time").fill("01:30")
    page.get_by_role("button", name="Approve").click()
    expect(page.locator(".errorlist")).to_contain_text("01:30")
    page.get_by_label("Date").fill("2019-06-25")
    page.get_by_label("Time").fill("00:01")
    page.get_by_role("button", name="Approve").click()
    expect(page.locator(".errorlist")).to_contain_text("That time is past.")
    with time_machine.travel(OPENS - dt.timedelta(days=5)):
        page.get_by_role("button", name="Approve").click()
        expect(page.locator(".messagelist")).to_contain_text("00:01 on 25 June 2019")

    # The press officer drafts from it, reads the draft at its own address, and cannot issue it.
    event.release = release
    event.save()
    page = as_(press_officer)
    page.goto(reverse("admin:offences_campaignevent_changelist"))
    page.get_by_role("checkbox", name="Select this object").first.check()
    page.get_by_role("combobox", name="Action").select_option(
        label="Draft a press release for every force"
    )
    page.get_by_role("button", name="Run").click()
    expect(page.locator(".messagelist")).to_contain_text("3 texts")
    text = PressRelease.objects.get(body="northshire")
    address = reverse("press_text", args=[event.slug, "northshire"])
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Draft")
    expect(page.locator("main")).to_contain_text("68 online sexual offences in 2018/19, up from 48")

    # The approver issues it.
    page = as_(approver)
    worlds.sign([text], approver, words="Looked at.")
    page.goto(reverse("admin:offences_pressrelease_sign", args=[text.pk]))
    page.get_by_role("button", name="Issue", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Northshire is issued")

    # A visitor sees nothing a second before the minute, and everything at it.
    assert timezone.now() > OPENS
    stranger = new_page(javascript=False, may_complain=True)
    with time_machine.travel(OPENS - SECOND, tick=False):
        assert stranger.goto(address).status == 404
        stranger.goto("/forces/northshire/")
        expect(stranger.locator("main")).not_to_contain_text("68")
    with time_machine.travel(OPENS, tick=False):
        assert stranger.goto(address).status == 200
        expect(stranger.locator("main")).to_contain_text("up from 48 a year earlier")
        stranger.goto("/forces/northshire/")
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Northshire")
        expect(stranger.locator("main")).to_contain_text("Up from 48 in 2017/18")
        expect(stranger.locator("main")).to_contain_text("Not held by the force")
        stranger.goto("/forces/southshire/")
        expect(stranger.locator("main")).to_contain_text("1 to 4")
