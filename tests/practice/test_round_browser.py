"""A round on the practice year, from the last one to checked counts, played by five people."""

import datetime as dt
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from functools import cached_property
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from offences.models import AnnualCount, CampaignEvent, FoiRound, FoiSubmission
from offences.rounds.board import BoardState, board_of
from tests import worlds
from tests.mail_server import mail_server
from tests.practice.answers import (
    ANSWER,
    ASKS,
    RECEIPT,
    REFUSES_A_PART,
    in_two_encodings,
    in_winmail,
    large,
    letter_of,
    with_answer,
)
from tests.practice.people import Effort, Person, table_of
from tests.practice.worlds import practice

# tests/path/test_whole_path.py goes the same way, for one force, in every run.
pytestmark = [pytest.mark.browser, pytest.mark.drill]

START = dt.datetime(2027, 4, 20, 8, tzinfo=dt.UTC)  # the year before has ended
REPLIES = START + dt.timedelta(days=7)
OVERDUE = START + dt.timedelta(days=36)
MANY = 44  # forces, whose rows an officer of the charity reads; the small practice year has 18
MOST = {
    "A new round set up and sent": 15 * 60,
    "A reply filed": 30,
    "A question letter": 60,
    "A return read and stored": 90,
}
"""The most seconds that a job takes a person, as what they do is counted."""

HAPPENS = (
    *("odd encoding", "winmail.dat", "large", "forged", "wrong force", "receipt", "question"),
    *("part", "hidden sheet"),
)
"""What happens to one request each; the others are not answered at all."""

WORKER = """
import datetime as dt, sys, time_machine
time_machine.travel(dt.datetime.fromisoformat(sys.argv[1])).start()
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "db_worker", "--interval=0.1", "--no-startup-delay"])
"""


class Office:
    """The charity's office: its people, its mail server, and the day."""

    def __init__(self, new_page, log_in, mail, port) -> None:
        self.new_page, self.log_in, self.mail, self.port = new_page, log_in, mail, port
        self.jobs: dict[str, list[Effort]] = {}
        self.replies: dict[str, bytes] = {}
        self.people: list[Person] = []

    def person(self, login: str) -> Person:
        page = self.new_page(own=True)
        self.log_in(page, User.objects.get(username=login))
        self.people.append(Person(page, self.jobs))
        return self.people[-1]

    @cached_property
    def asked(self) -> dict[str, FoiSubmission]:
        """A request of this round for each thing that happens, none of a joint office."""
        requests = self.round.submissions.select_related("force", "round").order_by("force__area")
        offices = Counter(each.force.foi_office for each in requests)
        alone = [each for each in requests if offices[each.force.foi_office] == 1]
        return dict(zip(HAPPENS, alone, strict=False))

    @property
    def round(self) -> FoiRound:
        return FoiRound.objects.order_by("-number").first()


@pytest.fixture
def office(live_server, new_page, log_in, settings):
    practice()
    worlds.person("Bo Day", "Data officer")
    with mail_server(settings) as mail:
        port = settings.MAILERS["default"]["OPTIONS"]["port"]
        yield Office(new_page, log_in, mail, port)


@pytest.fixture
def killable(settings, test_database, media):
    """killable(port): a worker on the day of the round, in a process that can be killed."""
    started = []

    def start(port: int) -> subprocess.Popen:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": test_database,
            "MEDIA_ROOT": str(media),
            "EMAIL_URL": f"smtp://127.0.0.1:{port}",
            "EMAIL_FROM": "Research <foi@charity.example>",
        }
        command = [sys.executable, "-c", WORKER, START.isoformat()]
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait(60)


def plan_the_event(office: Office) -> None:
    """The press officer enters the day on which the charity will speak."""
    press = office.person("press-officer")
    press.open(reverse("admin:offences_campaignevent_add"))
    page = press.page
    press.fill(page.locator("#id_name"), "Halmerra’s Children 2027")
    press.fill(page.locator("#id_description"), "the charity’s yearly report")
    press.choose(
        page.get_by_label("Campaign:"), page.locator("#id_campaign option").nth(1).text_content()
    )
    press.fill(page.locator("#id_embargo_at_0"), "2027-07-20")
    press.fill(page.locator("#id_embargo_at_1"), "00:01")
    press.fill(page.locator("#id_contact"), "press@charity.example")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Halmerra’s Children 2027")
    assert CampaignEvent.objects.filter(embargo_at__year=2027).count() == 1


def test_a_round_is_played_by_five_people(office, killable, tmp_path):
    with time_machine.travel(START) as clock:
        plan_the_event(office)
        officer = office.person("data-officer")
        with officer.job("A new round set up and sent"):
            set_up(officer)
            send_letters(office, officer, killable, clock)
        nobody_was_missed_or_written_to_twice(office)
    with time_machine.travel(REPLIES):
        take_in_replies(office, tmp_path)
        worlds.work()
        answer_the_question(office)
        read_and_store(office)
        refuse_a_part(office)
        look_into_hidden_parts(office)
    with time_machine.travel(OVERDUE):
        chase(office)
        send_back_and_check(office)
    print(f"\n{table_of(office.jobs)}")
    for job, most in MOST.items():
        assert max(each.seconds for each in office.jobs[job]) < most, job


def set_up(officer: Person) -> None:
    """The officer makes this year's round from the last, and reads who is asked."""
    officer.open(reverse("admin:index"))
    officer.follow("Practice round 2026")
    officer.follow("New round from this one")
    page = officer.page
    expect(page.get_by_label("Name")).to_have_value("Practice round 2027")
    expect(page.get_by_label("Last year", exact=True)).to_have_value("2026/27")
    officer.decide(3)  # what to ask, when, and by which plan
    officer.decide(MANY)  # each force, with what it answered last
    officer.press("Store the round")
    officer.is_told("is stored, with a request to 18 forces")


def send_letters(office: Office, officer: Person, killable, clock) -> None:
    """The letters leave; the worker is killed at the fifth, and the officer sends the rest."""
    page = officer.page
    officer.follow("Letters")
    officer.decide(2)  # the text, and one letter as it will be
    process = killable(office.port)

    def kill_at_the_fifth() -> None:
        if len(office.mail.inbox) == 5:
            process.kill()

    office.mail.after = kill_at_the_fifth
    officer.press("Send$")
    assert process.wait(300) == -signal.SIGKILL
    assert len(office.mail.inbox) == 5
    clock.shift(dt.timedelta(minutes=10))
    page.reload()
    officer.follow("See the letters")
    expect(page.get_by_text("was handed to the mail server")).to_have_count(1)
    officer.decide()
    officer.press("It arrived")
    officer.is_told("It counts as sent.")
    officer.press("Send, with those not sent yet")
    officer.is_told("12 letters sent.", worlds.work)


def nobody_was_missed_or_written_to_twice(office: Office) -> None:
    offices = {each.force.foi_email for each in office.round.submissions.select_related("force")}
    assert office.mail.recipients == sorted(offices)


def replies_of(asked: dict[str, FoiSubmission]) -> dict[str, bytes]:
    """What came in by the seventh day: file by file, by what is awkward in it."""
    on = REPLIES.date()
    forged = letter_of(asked["forged"], ANSWER, on, Reply_To="records@elsewhere.example")
    wrong = letter_of(asked["question"], ANSWER, on, Subject="RE: your request, our answer")
    wrong.replace_header("From", f"FOI <{asked['wrong force'].force.foi_email}>")
    odd = letter_of(asked["odd encoding"], ANSWER, on)
    messages = {
        "odd encoding": in_two_encodings(odd, ANSWER, asked["odd encoding"]),
        "winmail.dat": in_winmail(
            letter_of(asked["winmail.dat"], ANSWER, on), asked["winmail.dat"], too_many=7
        ),
        "large": large(with_answer(letter_of(asked["large"], ANSWER, on), asked["large"])),
        "forged": with_answer(forged, asked["forged"]),
        "wrong force": with_answer(wrong, asked["question"]),
        "receipt": letter_of(asked["receipt"], RECEIPT, on),
        "question": letter_of(asked["question"], ASKS, on),
        "part": with_answer(letter_of(asked["part"], REFUSES_A_PART, on), asked["part"]),
        "hidden sheet": with_answer(
            letter_of(asked["hidden sheet"], ANSWER, on), asked["hidden sheet"], hidden=True
        ),
    }
    return {name: getattr(m, "as_bytes", lambda m=m: m)() for name, m in messages.items()}


def take_in_replies(office: Office, folder: Path) -> None:
    """The second officer drops all that came, twice, and files each reply once."""
    second = office.person("bo.day")
    files = []
    office.replies = replies_of(office.asked)
    for name, data in office.replies.items():
        files.append(folder / f"{name}.eml")
        files[-1].write_bytes(data)
    second.open(reverse("admin:offences_foiround_replies", args=[office.round.pk]))
    second.drop(files)
    second.press("Read them")
    second.reads(f"{len(files)} to file")
    second.drop(files)
    second.press("Read them")
    expect(second.page.get_by_text("not stored twice")).to_have_count(len(files))
    assert office.round.replies.count() == len(files)
    second.click(second.page.locator("table.list-of-replies a").first)
    for name in office.replies:
        with second.job("A reply filed"):
            file_one(second, *FILED[name])
    assert not office.round.replies.to_file().exists()


FILED = {
    "odd encoding": ("Record an answer", ""),
    "winmail.dat": ("Record an answer", ""),
    "large": ("Record an answer", ""),
    "forged": ("Put aside", "Answers to it would go to records@elsewhere.example"),
    "wrong force": ("Put aside", "Yet its words name only"),
    "receipt": ("Record an acknowledgement", ""),
    "question": ("Record a question to us", ""),
    "part": ("Record an answer in part", ""),
    "hidden sheet": ("Record an answer", ""),
}
"""What is done with each reply, and what its page says against it."""


def file_one(officer: Person, button: str, doubt: str) -> None:
    page = officer.page
    officer.reads(doubt or "What we recognised")
    officer.decide()
    if button == "Put aside":
        officer.click(page.get_by_text("It is something else"))
        officer.fill(page.get_by_label("Or put it aside"), "Not from them")
    officer.press(button)
    if button == "Put aside":
        officer.is_told("The reply has been put aside")
    else:
        officer.reads("Filed under")
    waiting = page.get_by_role("link", name="Next reply")
    if waiting.count():
        officer.click(waiting.first)


def answer_the_question(office: Office) -> None:
    """The second officer answers what a force asked, and records it; its clock runs anew."""
    second, asked = office.people[-1], office.asked["question"]
    assert state_of(asked) is BoardState.WITH_US
    second.open(board_page(office))
    with second.job("Our answer to a question recorded"):
        second.tick(f"Choose {asked.force.area}")
        second.choose(second.page.get_by_label("Step"), "our answers to their questions")
        second.press("Record")
        second.is_told("Recorded for 1 force: our answer to its question on 27 April 2027.")
    assert state_of(asked) is BoardState.WAITING


def board_page(office: Office) -> str:
    return reverse("admin:offences_foiround_board", args=[office.round.pk])


def open_filed(office: Office, name: str) -> None:
    """The second officer opens the reply of one force in the list of what is filed."""
    second, area = office.people[-1], office.asked[name].force.area
    row = second.page.get_by_role("row").filter(has_text=f"{area}, ")
    second.click(row.get_by_role("link").first)


def read_and_store(office: Office) -> None:
    """The second officer reads what came, asks about a sum that is wrong, and stores the rest."""
    second, page = office.people[-1], office.people[-1].page
    second.open(reverse("admin:offences_foiround_replies", args=[office.round.pk]))
    replies = page.url
    for name in ("odd encoding", "large", "part"):
        second.open(replies)
        with second.job("A return read and stored"):
            open_filed(office, name)
            second.click(page.get_by_role("link", name="Read the figures in").first)
            second.decide()
            second.press("Store 14 counts")
            second.is_told("14 new")
    second.open(replies)
    open_filed(office, "winmail.dat")
    second.click(page.get_by_role("link", name="Read the figures in").first)
    expect(page.get_by_role("button", name="Store the counts")).to_be_disabled()
    with second.job("A question letter"):
        second.decide()
        second.press("Ask the force about")
        second.is_told("the letter has not been sent")
        second.click(page.locator("details.query").get_by_text(re.compile("^The letter")))
        expect(page.locator("pre#letter")).to_contain_text("add up to")
        second.press("Copy the letter")


def refuse_a_part(office: Office) -> None:
    """The officer marks the cells that a force refused, and its section."""
    second, page = office.people[-1], office.people[-1].page
    asked = office.asked["part"]
    second.open(reverse("admin:offences_foiround_replies", args=[office.round.pk]))
    open_filed(office, "part")
    second.follow("Its sections")
    with second.job("A part refused, cell by cell"):
        second.follow("Change section 40(2)")
        second.decide()
        second.click(page.get_by_label("some cells of our tables"))
        table = page.locator("details", has=page.get_by_label("The whole table")).filter(
            has=page.locator("summary", has_text=re.compile("by age", re.IGNORECASE))
        )
        second.click(table.locator("summary"))
        second.click(table.get_by_label("The whole table"))
        second.press("Store the change")
        second.reads("By age")
    refused = AnnualCount.objects.current().filter(submission=asked, state="refused")
    assert {each.category.breakdown.kind for each in refused} == {"age"}
    assert {each.section for each in refused} == {"s.40(2)"}


def look_into_hidden_parts(office: Office) -> None:
    """The data lead looks at the file that was held back, and clears it."""
    lead = office.person("data-lead")
    lead.open(reverse("admin:index"))
    with lead.job("A file with hidden parts cleared"):
        lead.follow("Review the first")
        lead.decide()
        lead.fill(lead.page.get_by_label("What you found"), "Made up for practice.")
        lead.press("Nothing in it is data about people")
        lead.is_told("is open to the officers")


def chase(office: Office) -> None:
    """The officer chases all that are overdue, and nobody else, once."""
    officer = office.person("data-officer")
    office.mail.inbox.clear()
    officer.open(board_page(office))
    with officer.job("All overdue forces chased"):
        officer.follow("Overdue")
        officer.click(
            officer.page.locator("td.x").get_by_role("link", name="Send a reminder").first
        )
        officer.decide()
        officer.press("Send$")
        officer.is_told("letters sent.", worlds.work)
    answered = ("odd encoding", "winmail.dat", "large", "part", "hidden sheet", "question")
    spared = {office.asked[name].force.foi_email for name in answered}
    offices = {each.force.foi_email for each in office.round.submissions.select_related("force")}
    assert office.mail.recipients == sorted(offices - spared)


def send_back_and_check(office: Office) -> None:
    """The checker sends a return back, its officer corrects it, and the checker marks it."""
    asked = office.asked["odd encoding"]
    checker, second = office.person("checker"), office.person("bo.day")
    check = reverse("admin:offences_foisubmission_check", args=[asked.pk])
    checker.open(check)
    with checker.job("A return sent back"):
        checker.decide()
        checker.fill(checker.page.get_by_label("Why it goes back"), "C5 says 104, not 103.")
        checker.press("Send back")
        checker.is_told("is sent back")
    second.open(reverse("admin:index"))
    second.reads("C5 says 104, not 103.")
    with second.job("A return corrected"):
        second.follow("Correct the first")
        second.decide()
        total = second.page.get_by_label("All offences, 2026/27", exact=True)
        second.fill(total, "319")
        paper = f"{asked.force.slug} – réponse.xlsx"
        second.choose(second.page.get_by_label("Document:"), paper)
        second.press("Save$")
        second.is_told("Saved.")
    checker.open(check)
    with checker.job("A return checked"):
        checker.decide()
        checker.press("Mark as checked")
        checker.is_told("checked")
    assert state_of(asked) is BoardState.CHECKED


def state_of(asked: FoiSubmission) -> BoardState:
    rows = board_of(asked.round, timezone.localdate()).rows
    return next(row.state for row in rows if row.submission.pk == asked.pk)
