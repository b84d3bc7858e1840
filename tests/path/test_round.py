"""A year's round of forty-four forces in a real browser: from the charity's one master workbook to
what a visitor reads, by the four roles and the worker."""

import csv
import datetime as dt
import io
import re

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from offences.models import AnnualCount, FoiSubmission, PressRelease, Release
from tests import worlds
from tests.imports.files import xlsx_of
from tests.path.signing import to_review

# tests/path/test_whole_path.py goes the same way, for one force, in every run.
pytestmark = [pytest.mark.browser, pytest.mark.drill]

AREAS = [f"{a}{b}shire" for a in "BCDFGHKLMNP" for b in ("a", "e", "i", "o")]
YEARS = ("2015/16", "2016/17", "2017/18", "2018/19")
OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)  # 00:01 on 25 June, London
BEFORE = OPENS - dt.timedelta(days=5)

# What some forces answered; every other force gave numbers that rise by ten a year.
ODD = {
    "Bashire": (53, 53, 48, 68),
    "Beshire": ("not held", "not held", 12, "<5"),
    "Bishire": (4, 2, 3, 0),
    "Boshire": (90, 80, 70, "s.12"),
    "Cashire": (20, 25, "-", 30),
    "Ceshire": (20, 25, "19 Apr-Sep", 30),
}
MASTER = {
    area: ODD.get(area, tuple(100 + place + 10 * year for year in range(4)))
    for place, area in enumerate(AREAS)
}


@pytest.fixture
def people():
    roles = ("Data officer", "Checker", "Press officer", "Approver", "Data lead")
    names = ("Ann Lee", "Cy Moss", "Di Fox", "Ed Hay", "Lou Field")
    return [worlds.person(name, role) for name, role in zip(names, roles, strict=True)]


@pytest.fixture
def as_(new_page, log_in):
    def as_(person):
        page = new_page()
        log_in(page, person)
        return page

    return as_


def test_a_round_of_forty_four_returns_from_one_workbook_to_its_readers(
    people, as_, new_page, worker
):
    officer, checker, press_officer, approver, lead = people
    measure = worlds.measure()
    round_ = worlds.round_of(measure, years=(2015, 2018))
    for area in AREAS:
        worlds.submission(worlds.force(area), round_)
    event = worlds.event()
    assert len(AREAS) == 44

    bring_the_master(as_(officer))
    check_every_return(as_(checker))
    with time_machine.travel(BEFORE):
        release = release_it(as_(officer), as_(lead), as_(approver))
    event.release = release
    event.save()
    draft_all(as_(press_officer))
    issue(as_(approver), approver, "bashire")
    issue(as_(approver), approver, "national")
    read_it(new_page())


def bring_the_master(page):
    """The data officer brings the workbook, reads what it would do, and confirms."""
    sheet = [["Force", *YEARS], *([area, *cells] for area, cells in MASTER.items())]
    book = xlsx_of({"Online sexual offences": sheet})
    page.goto(reverse("admin:index"))
    expect(page.get_by_role("heading", name="Answered, to enter")).to_contain_text("44")
    page.goto(reverse("admin:offences_annualcount_import"))
    page.locator("input[type=file]").set_input_files(
        {"name": "master.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": book}
    )
    page.get_by_label("Round").select_option(label="Round 2019")
    page.get_by_role("button", name="Show what it would do").click()
    expect(page.locator("ul.numbers .new")).to_have_text("176 new")
    assert not AnnualCount.objects.exists()
    page.get_by_role("button", name="Store 176 counts").click()
    expect(page.get_by_role("status")).to_contain_text("Stored: 176 new")
    here = AnnualCount.objects.select_related("document").get(
        submission__force__slug="beshire", year=2018
    )
    assert (here.state, here.low, here.high) == ("suppressed", 1, 4)
    assert (here.document.title, here.sheet, here.cell) == (
        "master.xlsx",
        "Online sexual offences",
        "E3",
    )
    # Whoever entered the counts does not check them.
    page.get_by_role("link", name="Answered, to check").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(44)


def check_every_return(page):
    """The checker goes through the queue, from each return to the next."""
    page.goto(reverse("admin:index"))
    expect(page.get_by_role("heading", name="Answered, to check")).to_contain_text("44")
    page.get_by_role("link", name="Check the first").click()
    mark = page.get_by_role("button", name=re.compile("^Mark "))
    for left in range(44, 0, -1):
        mark.first.wait_for()
        for zero in page.locator("input[name=zero]").all():
            zero.check()
        if left > 1:
            address = page.url
            page.get_by_role("button", name="Mark and check the next").click()
            page.wait_for_url(lambda url, was=address: url != was)
            expect(page.locator(".messagelist")).to_contain_text("Marked as checked")
    page.get_by_role("button", name="Mark as checked").click()
    expect(mark).to_have_count(0)
    expect(page.locator(".messagelist")).to_contain_text("Marked as checked")
    assert FoiSubmission.objects.checked().count() == 44


def release_it(officers, leads, approvers) -> Release:
    """The data officer prepares a release and screens it; the approver sets its minute."""
    officers.goto(reverse("admin:offences_release_add"))
    officers.get_by_label("Title").fill("The figures of 2019")
    officers.get_by_role("button", name="Prepare").click()
    expect(officers.locator(".messagelist")).to_contain_text("prepared")
    release = Release.objects.get()
    to_review(officers, leads, release)
    approvers.goto(reverse("admin:index"))
    approvers.get_by_role("link", name="Preview the first").click()
    approvers.get_by_label("Date").fill("2019-06-25")
    approvers.get_by_label("Time").fill("00:01")
    approvers.get_by_role("button", name="Approve").click()
    expect(approvers.locator(".messagelist")).to_contain_text("00:01 on 25 June 2019")
    release.refresh_from_db()
    return release


def draft_all(page):
    """The press officer has every text drafted; the page tells how far it is, then lists them."""
    page.goto(reverse("admin:offences_campaignevent_changelist"))
    page.get_by_role("checkbox", name="Select this object").first.check()
    page.get_by_role("combobox", name="Action").select_option(
        label="Draft a press release for every force"
    )
    page.get_by_role("button", name="Run").click()
    page.wait_for_url("**/campaignevent/*/texts/")
    expect(page.locator(".messagelist")).to_contain_text("45 texts")
    expect(page.locator(".tally")).to_contain_text("45 texts")


def issue(page, approver, body: str):
    """The approver issues a text that has every signature."""
    text = PressRelease.objects.get(body=body)
    worlds.sign([text], approver, words="Looked at.")
    page.goto(reverse("admin:offences_pressrelease_sign", args=[text.pk]))
    page.get_by_role("button", name="Issue", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text(f"{text.place} is issued")


def read_it(page):
    """A visitor finds a force, reads its page, the answers, the text, and takes the data away."""
    main = page.locator("main")
    with time_machine.travel(OPENS, tick=False):
        page.goto("/")
        expect(main).to_contain_text("43 of the 44")
        page.goto("/forces/")
        page.get_by_role("link", name="Bashire", exact=True).first.click()
        expect(main).to_contain_text("Up from 48 in 2017/18")
        page.goto("/forces/beshire/")
        expect(main).to_contain_text("1 to 4")
        page.goto("/forces/bishire/")
        expect(main).to_contain_text("0 in 2018/19")
        page.goto("/responses/2019/")
        expect(main).to_contain_text("Boshire")
        page.goto("/press/conference/bashire/")
        expect(main).to_contain_text("68 online sexual offences in 2018/19, up from 48")
        with page.expect_download() as taken:
            page.goto("/data/")
            page.get_by_role("link", name="CSV").first.click()
        rows = list(csv.DictReader(io.StringIO(taken.value.path().read_text("utf-8-sig"))))
        newest = [row for row in rows if row["year"] == "2018/19"]
        forces = {row["address"]: row for row in newest if row["kind"] == "force"}
        assert len(forces) == 44 and forces["boshire"]["number"] == ""
        (whole,) = (row for row in newest if row["kind"] == "total")
        # What the file’s own rows come to is what the file, the page and the text say.
        least = sum(int(row["low"]) for row in forces.values() if row["low"])
        most = sum(int(row["high"]) for row in forces.values() if row["high"])
        assert (int(whole["low"]), int(whole["high"])) == (least, most) and most == least + 3
        assert (whole["forces_with_figures"], whole["forces_asked"]) == ("43", "44")
        page.goto("/press/conference/national/")
        expect(main).to_contain_text(
            f"In 2018/19, 43 of the 44 forces asked recorded at least {least:,} offences"
        )
        page.goto("/measures/online/")
        expect(main).to_contain_text(f"{least:,} to {most:,}")
