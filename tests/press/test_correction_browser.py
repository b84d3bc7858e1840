"""A wrong number is found: one figure corrected, pages and notices right, by three people."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from offences.models import Force, Release
from tests import worlds
from tests.practice.people import Effort, Person, table_of
from tests.press.test_sending import left, reserve_all, send  # noqa: F401
from tests.releases.conftest import world  # noqa: F401
from tests.staff.test_pages_browser import faults_of

pytestmark = [pytest.mark.browser, pytest.mark.drill]
MOST = 15 * 60  # seconds, by the model


def at(page: str, row) -> str:
    return reverse(f"admin:offences_{page}", args=[row.pk])


def test_from_the_wrong_number_to_pages_corrected_and_notices_out(
    left,  # noqa: F811
    server,
    new_page,
    sign_in,
    axe,
):
    w = left
    reserve_all(w)
    send(w)
    server.inbox.clear()
    w.clock.move_to(timezone.now() + dt.timedelta(days=30), tick=True)
    base, jobs = w.text.release, dict[str, list[Effort]]()
    second = worlds.person("Val Orr", "Checker", "Approver")
    finder, officer, other = (Person(new_page(), jobs) for _ in range(3))
    for person, user in ((finder, w.press), (officer, w.officer), (other, second)):
        sign_in(person.page, user)

    with officer.job("The count corrected"):
        officer.open(at("foisubmission_grid", w.made))
        officer.decide(2)
        officer.fill(officer.page.get_by_label("Total, 2018/19"), "86")
        officer.press("Save")
        officer.reads("86")
    with other.job("The return checked"):
        other.open(at("foisubmission_check", w.made))
        other.decide(2)
        other.press("Mark as checked")
        other.page.wait_for_load_state()
    with finder.job("The correction sent to review"):
        finder.open(at("release_change", base))
        finder.follow("Correct one figure")
        finder.choose(finder.page.get_by_label("Force"), "Northshire")
        finder.choose(finder.page.get_by_label("Year"), "2018/19")
        finder.press("Show this figure")
        finder.reads("86")
        finder.decide()
        finder.fill(finder.page.get_by_label("What was wrong"), "Two digits were swapped")
        finder.press("Send the correction to review")
        finder.is_told("in review")
    release = Release.objects.get(corrects=base)
    with other.job("The correction approved"):
        other.open(at("release_approve", release))
        other.decide(2)
        other.tick("Open at once")
        other.press("Approve")
        other.is_told("is approved")
    with finder.job("The notices sent"):
        finder.open(at("release_correct", release))
        finder.reads("Two digits were swapped")
        assert faults_of(finder.page, axe, "the list") == []
        finder.decide(2)
        finder.press("Send 3 notices")
        worlds.work()
        finder.page.goto(at("release_correct", release))
        finder.reads("3 of 3 sent")
        finder.reads("all done")
    assert server.recipients == ["echo@example.org", "gazette@example.org", "wire@example.org"]
    assert sum(each.seconds for done in jobs.values() for each in done) <= MOST, table_of(jobs)
    reader = new_page(width=390)
    reader.goto(reverse("force", args=[Force.objects.get(area="Northshire").slug]))
    assert re.search(r"\b86\b", reader.locator("main").inner_text())
    reader.goto(reverse("embed", args=["northshire"]))
    assert "Corrected." in reader.locator("body").inner_text()
