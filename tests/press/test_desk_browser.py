"""The press desk in a real browser: forty-four texts planned, signed, sent, public, corrected."""

import datetime as dt
import re

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from offences.models import (
    CampaignEvent,
    EventSigner,
    IssuedText,
    MediaContact,
    NationalBlock,
    PressRelease,
    Release,
    SentCorrection,
    SentText,
)
from offences.press.notices import notices_of
from tests import worlds
from tests.figures import worlds as figures
from tests.mail_server import mail_server
from tests.practice.people import Effort, Person, table_of
from tests.press.signing_world import signing_world
from tests.worlds import NOW

pytestmark = pytest.mark.browser

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)
AREAS = [f"{a}{b}shire" for a in "BCDFGHKLMNP" for b in ("a", "e", "i", "o")]
WRONG = "Doshire"
MOST = {
    "All 44 signed by the head of media": 15 * 60,
    "Sent to newsrooms": 10 * 60,
    "A telephone answered": 20,
    "Corrected, from the wrong number to the last notice": 15 * 60,
}
"""The most seconds that a job takes a person, as what they do is counted."""


def address(name: str, *args: object) -> str:
    return reverse(f"admin:offences_{name}", args=args)


# In each run: one person at a small event


def test_a_text_is_checked_while_it_is_typed_and_signed_with_others(
    transactional_db, live_server, new_page, log_in, axe
):
    with time_machine.travel(NOW):
        w = signing_world()
        text = w.text()
        page = new_page()
        log_in(page, w.press)
        page.goto(address("pressrelease_change", text.pk))
        box = page.locator("textarea[name=text]", has_text="recorded 90 online")
        box.fill(box.input_value().replace("recorded 90 online", "recorded 99 online"))
        expect(page.locator("#verdicts")).to_contain_text("“99” is wrong.")
        page.get_by_role("button", name="Put instead").first.click()
        expect(page.locator("#verdicts")).not_to_contain_text("is wrong")
        assert w.text().text == text.text
        page = new_page(width=390, dark=True)
        log_in(page, w.officer)
        page.goto(address("campaignevent_texts", w.event.pk))
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.get_by_label("I have read the sample").check()
        page.get_by_role("button", name="Sign those ticked").click()
        expect(page.locator(".messagelist")).to_contain_text("signed for Data")


# In a drill: forty-four forces, five people, a real mail server


@pytest.fixture
def desk(transactional_db):
    class Desk:
        officer = worlds.person("Ann Lee", "Data officer")
        press = worlds.person("Di Fox", "Press officer")
        approver = worlds.person("Ed Hay", "Approver", "Checker")
        lead = worlds.person("Lou Field", "Data lead")
        measure = worlds.measure()

    desk = Desk()
    desk.round = worlds.round_of(desk.measure)
    desk.forces = [worlds.force(area) for area in AREAS]
    desk.first = release(desk, {})
    desk.wrong = worlds.submission(desk.forces[AREAS.index(WRONG)], desk.round)
    was = {worlds.cell(desk.measure, year): text for year, text in ((2017, "131"), (2018, "192"))}
    worlds.enter(desk.wrong, was, by=desk.officer)
    worlds.check(desk.wrong, by=desk.approver)
    User.objects.update(email="")
    for person in (desk.officer, desk.press, desk.approver, desk.lead):
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.org")
    worlds.event(desk.first, slug="earlier")
    CampaignEvent.objects.update(release=None)
    for force in desk.forces:
        outlet = f"{force.area} Gazette"
        made = MediaContact.objects.create(outlet=outlet, email=f"{force.slug}@example.org")
        made.forces.set([force])
    return desk


def release(desk, changed, number=1):
    made = figures.release(desk.measure, desk.round, number)
    newest = []
    for place, force in enumerate(desk.forces):
        old, new = changed.get(force.area, (120 + place, 170 + 2 * place))
        figures.figure(made, force, 2017, old)
        figures.figure(made, force, 2018, new)
        figures.answer(made, force)
        newest.append(new)
    whole = {"figure_kind": "sum", "body_kind": "total", "body": "England", "with_figures": 44}
    figures.figure(made, desk.forces[0], 2018, sum(newest), **whole, asked=44)
    return made


@pytest.mark.drill
def test_an_event_is_planned_signed_by_five_sent_and_public(desk, new_page, log_in, settings):
    jobs: dict = {}

    def person(user, **more) -> Person:
        page = new_page(own=True, **more)
        page.set_default_timeout(180_000)  # a page that checks 45 texts anew, on a busy machine
        if user:
            log_in(page, user)
        return Person(page, jobs)

    with mail_server(settings) as mail, time_machine.travel(NOW):
        press = person(desk.press)
        with press.job("Planned and drafted"):
            event = plan_and_draft(desk, press)
        choose_angles(event, press)
        put_right(event, press)
        name_all(event, press, person(desk.approver))
        links = [re.search(r"http\S+", m.get_body().get_content())[0] for m in mail.inbox]
        assert mail.recipients == ["legal@example.org", "policy@example.org"]
        approve_words(event, person(desk.approver))
        readers = [person(None), person(None), person(desk.officer), person(desk.lead)]
        by_link(readers[:2], links, comment=True)
        inside(event, readers[2], "Data")
        safeguarding(event, readers[3])
        revised(desk, event, press)
        by_link(readers[:2], links)
        inside(event, readers[2], "Data")
        safeguarding(event, readers[3])
        approver = person(desk.approver)
        with approver.job("All 44 signed by the head of media"):
            inside(event, approver, "Head of media")
            approver.open(address("campaignevent_texts", event.pk))
            approver.press("Issue 45 texts")
            approver.is_told("45 texts issued.")
        mail.inbox.clear()
        with press.job("Sent to newsrooms"):
            press.open(address("campaignevent_texts", event.pk))
            press.press("Send issued texts")
            press.decide()
            press.press("Send 44 e-mails")
            press.is_told("44 e-mails sent.", worlds.work)
        assert len(mail.inbox) == SentText.objects.count() == 44
        with press.job("A telephone answered"):
            press.fill(press.page.locator("#find"), "Bashire")
            press.enter()
            press.reads("Bashire")
    visitor = person(None, may_complain=True)
    page = reverse("press_text", args=[event.slug, "bashire"])
    with time_machine.travel(OPENS - dt.timedelta(seconds=1), tick=False):
        assert visitor.page.goto(page).status == 404
    with time_machine.travel(OPENS, tick=False):
        assert visitor.page.goto(page).status == 200
        expect(visitor.page.locator("main")).to_contain_text("Bashire")
    with mail_server(settings) as mail, time_machine.travel(OPENS + dt.timedelta(days=1)):
        corrected(desk, event, person, jobs, mail)
        visitor.open(reverse("force", args=[WRONG.lower()]))
        visitor.reads("168")
    print(f"\n{table_of(jobs)}")
    for job, most in MOST.items():
        assert max(each.seconds for each in jobs[job]) < most, job


def corrected(desk, event, person, jobs, mail) -> None:
    """A figure found wrong, by three people: typed anew, released alone, its readers told."""
    officer, press, approver = map(person, (desk.officer, desk.press, desk.approver))
    one, base = Effort(), Release.objects.latest("number")
    for each in (officer, press, approver):
        each.effort = one  # one after the other: together it takes as long
    officer.open(address("foisubmission_grid", desk.wrong.pk))
    officer.decide()
    officer.fill(officer.page.get_by_label(re.compile("2018/19")).first, "168")
    officer.fill(officer.page.get_by_label("If from no document, why:"), "Read again")
    officer.press("Save$")
    officer.is_told("Saved.")
    approver.open(address("foisubmission_check", desk.wrong.pk))
    approver.decide()
    approver.press("Mark as checked")
    approver.is_told("checked")
    press.open(address("release_correct_figure", base.pk))
    press.choose(press.page.locator("#id_force"), desk.wrong.force.name)
    press.choose(press.page.locator("#id_year"), "2018/19")
    press.press("Show this figure")
    press.fill(press.page.get_by_label("What was wrong"), "Two digits were swapped")
    press.decide()
    press.press("Send the correction to review")
    press.is_told("is in review")
    made = Release.objects.latest("number")
    approver.open(address("release_approve", made.pk))
    approver.decide()
    approver.click(approver.page.get_by_label("Open at once"))
    approver.press("Approve")
    approver.is_told("approved")
    press.open(address("release_correct", made.pk))
    press.reads("192")
    press.decide()
    press.press("Send [0-9]+ notice")
    press.is_told("sent", worlds.work)
    notices = [m for m in mail.inbox if m["Subject"].startswith("CORRECTION")]
    assert len(notices) == SentCorrection.objects.filter(sent_at__isnull=False).count() > 0
    assert any("192 is now 168" in m.get_body().get_content() for m in notices)
    press.fill(press.page.locator("#id_outlet"), "Gazette")
    press.fill(press.page.locator("#id_url"), "https://paper.example/1")
    press.fill(press.page.locator("#id_printed"), "192")
    press.press("Add the article")
    press.reads("not yet, ask again")
    press.fill(press.page.get_by_label("How we know"), "by phone")
    press.press("Put right")
    press.reads("by phone")
    left = [each for each in notices_of(made, timezone.now()) if each.is_open]
    assert [each.text.body for each in left] == ["national"]  # sent to nobody, so told by hand
    jobs["Corrected, from the wrong number to the last notice"] = [one]


def plan_and_draft(desk, press: Person) -> CampaignEvent:
    page = press.page
    press.open(address("campaignevent_add"))
    press.fill(page.locator("#id_name"), "Growing Up Online")
    press.fill(page.locator("#id_description"), "a day of talks")
    press.choose(page.locator("#id_campaign"), "A safer law")
    press.choose(page.locator("#id_release"), str(desk.first))
    press.fill(page.locator("#id_embargo_at_0"), "2019-06-25")
    press.fill(page.locator("#id_embargo_at_1"), "00:01")
    press.fill(page.locator("#id_contact"), "press@example.org")
    press.press("Save$")
    press.is_told("Growing Up Online")
    event = CampaignEvent.objects.get(name="Growing Up Online")
    press.open(address("campaignevent_changelist"))
    page.get_by_role("row", name="Growing Up Online").get_by_role("checkbox").check()
    press.choose(
        page.get_by_role("combobox", name="Action"), "Draft a press release for every force"
    )
    press.press("Run")
    press.is_told("45 texts", worlds.work)
    return event


def choose_angles(event, press: Person) -> None:
    press.choose(press.page.get_by_label("Lead angle for all"), "This year alone")
    press.press("Draft all with it")
    press.is_told("drafted again")
    assert {t.leads for t in event.texts.filter(body_kind="force")} == {"count"}
    press.choose(press.page.get_by_label("Lead angle for all"), "The strongest for each")
    press.press("Draft all with it")
    press.is_told("drafted again")
    row = press.page.get_by_role("row", name=re.compile("^Beshire"))
    press.click(row.get_by_role("button", name="This year"))
    press.is_told("Beshire is drafted again with this angle.")
    leads = dict(event.texts.values_list("body", "leads"))
    assert leads["beshire"] == "count" and leads["bishire"] != "count"


def put_right(event, press: Person) -> None:
    press.follow("Bashire")
    box = press.page.locator("textarea[name=text]", has_text="recorded 170 ")
    box.fill(box.input_value().replace("recorded 170 ", "recorded 710 "))
    press.press("Save and continue")
    press.reads("“710” is wrong.")
    press.press("Put instead")
    expect(press.page.locator("#verdicts")).not_to_contain_text("is wrong")
    assert "recorded 170 " in event.texts.get(body="bashire").text


def name_all(event, press: Person, approver: Person) -> None:
    """The approver names those without an account; the press officer sends them their links."""
    people = {"Data": "Ann Lee", "Safeguarding": "Lou Field", "Head of media": "Ed Hay"}
    for role in ("Data", "Policy", "Legal", "Safeguarding", "Head of media"):
        who = press if role in people else approver
        page = who.page
        who.open(address("campaignevent_signatures", event.pk))
        who.choose(page.get_by_label("Role"), role)
        if role in people:
            who.choose(page.get_by_label("Account"), people[role])
        else:
            who.fill(page.get_by_label("Name", exact=True), f"Pat {role}")
            who.fill(page.get_by_label("E-mail"), f"{role.lower()}@example.org")
        who.fill(page.get_by_label("Sign by"), "2019-06-22")
        who.press("Name this person")
        who.is_told("is named.")
    press.open(address("campaignevent_signatures", event.pk))
    for role in ("Policy", "Legal"):
        press.click(press.page.get_by_role("button", name=re.compile(f"link to Pat {role}")))
        press.is_told(f"A link went to Pat {role}")
    assert EventSigner.objects.active().count() == 5


def approve_words(event, approver: Person) -> None:
    page = approver.page
    approver.open(address("campaignevent_words", event.pk))
    while (buttons := page.get_by_role("button", name="Approve")).count():
        approver.decide()
        approver.click(buttons.first)
        approver.is_told("Approved.")
    assert NationalBlock.objects.get(event=event).is_approved


def by_link(readers: list[Person], links: list[str], *, comment: bool = False) -> None:
    for reader, link in zip(readers, links, strict=True):
        page = reader.page
        reader.open(link)
        if comment:
            reader.click(page.locator("ul.texts a", has_text="Bishire").first)
            reader.fill(page.get_by_label(re.compile("^Your comment")), "Is it since April?")
            reader.press("Comment")
            reader.is_told("Your comment is stored.")
        if (looked := page.get_by_label(re.compile("I have read the sample"))).count():
            looked.check()
            reader.press("Sign [0-9]+ without")
            reader.is_told("signed.")
        while (waiting := page.locator("ul.texts").first.get_by_role("link")).count():
            reader.click(waiting.first)
            reader.decide()
            reader.press("Sign$")
            reader.is_told("Signed.")


def inside(event, signer: Person, role: str) -> None:
    page = signer.page
    signer.open(address("campaignevent_texts", event.pk))
    looked = page.get_by_label(re.compile("I have read the sample"))
    if looked.count():
        for name in page.locator(".signall label a").all_text_contents():
            signer.follow(name)
            signer.decide()
            signer.open(address("campaignevent_texts", event.pk))
        signer.decide()
        looked.check()
        signer.press("Sign those ticked")
        signer.is_told(f"signed for {role}")
    one_by_one(event, signer)


def one_by_one(event, signer: Person) -> None:
    """What is not signed with others: read, and signed by its button."""
    texts = PressRelease.objects.filter(event=event).order_by("pk")
    for text in texts:
        row = signer.page.get_by_role("row", name=re.compile(f"^{re.escape(text.place)}"))
        if not row.count() or "yours to sign" not in (row.text_content() or ""):
            continue
        signer.click(row.locator("a.signs"))
        signer.decide()
        signer.press("Sign$")
        signer.is_told("Signed.")
        signer.open(address("campaignevent_texts", event.pk))


def safeguarding(event, lead: Person) -> None:
    lead.open(address("campaignevent_texts", event.pk))
    one_by_one(event, lead)


def revised(desk, event, press: Person) -> None:
    """Two figures are revised, the sum is not: two drafts are signed anew, the others stay."""
    before = {t.body: t.text for t in event.texts.all()}
    changed = {"Dashire": (128, 190), "Deshire": (129, 184)}
    assert sum(170 + 2 * AREAS.index(a) for a in changed) == 190 + 184
    newer = release(desk, changed, number=2)
    press.open(address("campaignevent_change", event.pk))
    press.choose(press.page.locator("#id_release"), str(newer))
    press.press("Save$")
    press.open(address("campaignevent_texts", event.pk))
    press.press("Draft again")
    press.is_told("Drafted again from")
    after = {t.body: t.text for t in event.texts.all()}
    assert {body for body in before if before[body] != after[body]} == {"dashire", "deshire"}
    shown = press.page.get_by_role("row", name=re.compile("^Dashire"))
    expect(shown).to_contain_text("taken back")
    expect(press.page.get_by_role("row", name=re.compile("^Dishire"))).not_to_contain_text(
        "taken back"
    )
    assert not IssuedText.objects.exists()
