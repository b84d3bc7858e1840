"""The daily digest: a made-up year by e-mail, through a real mail server."""

import datetime as dt
import io
import re
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.core.mail.backends.smtp import EmailBackend
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from offences import counts, releases, tasks
from offences.digest import sending
from offences.models import (
    AccountEnd,
    BankHoliday,
    DigestReader,
    FoiEvent,
    FoiSubmission,
    SendBack,
    SentDigest,
)
from tests import worlds
from tests.mail_server import killed_in
from tests.samples import is_drill

pytestmark = pytest.mark.django_db
START = dt.datetime(2027, 4, 20, 6, tzinfo=dt.UTC)  # a Tuesday, 07:00 in London
LONDON = ZoneInfo("Europe/London")
WHY = "Row 7 is a subtotal."


@pytest.fixture
def world(db, time_machine):
    time_machine.move_to(START, tick=False)
    people = worlds.team("officer", "colleague", "checker", "approver")
    w = worlds.World(clock=time_machine, **people)
    for person in people.values():
        person.email = f"{person.username}@example.org"
        person.save()
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure, slug="2027", years=(2022, 2026))
    BankHoliday.objects.all().delete()
    w.asked = {}
    for area in ("Ashcombe", "Fenmouth", "Oakshire"):
        made = worlds.submission(worlds.force(area), w.round, outcome="awaited")
        step(made, "sent", START.date())
        w.asked[area] = made
    return w


def step(submission, kind, on, **more):
    FoiEvent.objects.create(submission=submission, kind=kind, on=on, **more)


def wants(*people):
    for person in people:
        DigestReader.objects.create(person=person, since=START)


def morning(w, day):
    """Seven o’clock of a day, when the worker sends the digests; what became of them."""
    at = dt.datetime.combine(day, dt.time(6), dt.UTC)
    w.clock.move_to(at, tick=False)
    return sending.send_digests(at)


def text(message) -> str:
    return message.get_content()


def days(first, number):
    return (first + dt.timedelta(days=n) for n in range(number))


def test_a_year_by_e_mail(world, server):
    """Each piece of news arrives once, on the morning after it, and a quiet day has no e-mail.

    Outside a drill, the mornings around each day with news.
    """
    w = world
    wants(w.officer, w.checker, w.approver)
    arrived: dict[dt.date, list] = {}
    w.round.freeze_on = dt.date(2027, 6, 11)
    w.round.save()
    news = [dt.date(2027, *each) for each in ((5, 5), (5, 25), (5, 27), (5, 31), (6, 2))]
    due_or_late = [dt.date(2027, *each) for each in ((5, 17), (5, 18), (6, 10), (6, 11))]
    near = {day + dt.timedelta(days=n) for day in (*news, *due_or_late) for n in (-1, 0, 1, 2)}
    for day in days(START.date(), 365) if is_drill() else sorted({START.date(), *near}):
        if day == dt.date(2027, 5, 5):
            step(w.asked["Oakshire"], "clarification_asked", day)
        if day == dt.date(2027, 5, 25):
            worlds.enter(w.asked["Fenmouth"], {w.cell(2026): "68"}, w.officer, _at(day))
        if day == dt.date(2027, 5, 27):
            made = FoiSubmission.objects.get(pk=w.asked["Fenmouth"].pk)
            given = {"by": w.checker, "now": _at(day), "reason": WHY}
            counts.send_back(made, edition=made.edition, **given)
        if day == dt.date(2027, 5, 31):
            worlds.enter(made, {w.cell(2026): "61"}, w.officer, _at(day))
        if day == dt.date(2027, 6, 2):
            worlds.check(made, w.checker, _at(day))
            release = releases.prepare(
                w.measure, title="New", year=2026, last_round=w.round, by=w.officer, now=_at(day)
            )
            worlds.to_review(release, _at(day))
        before = len(server.inbox)
        morning(w, day)
        if new := server.inbox[before:]:
            arrived[day] = sorted((m["To"].split("@")[0], text(m)) for m in new)
    said = {day: [(who, _heads(body)) for who, body in each] for day, each in arrived.items()}
    due, freeze = "Due today or on the next working day", "Dates of the round"
    assert said == {
        # Twenty working days after 20 April is 18 May.
        dt.date(2027, 5, 5): [("ann.lee", ["Asked us a question"])],
        dt.date(2027, 5, 17): [("ann.lee", [due])],
        dt.date(2027, 5, 19): [("ann.lee", ["Overdue since the last e-mail"])],
        dt.date(2027, 5, 25): [("cy.moss", ["Answered, to check"])],
        dt.date(2027, 5, 27): [("ann.lee", ["Sent back by a checker or approver"])],
        dt.date(2027, 5, 31): [("cy.moss", ["Answered, to check"])],
        dt.date(2027, 6, 2): [("ed.hay", ["Releases to approve"])],
        dt.date(2027, 6, 10): [(who, [freeze]) for who in ("ann.lee", "cy.moss", "ed.hay")],
    }
    assert WHY not in " ".join(body for each in arrived.values() for _, body in each)
    assert SendBack.objects.exists()


def _at(day):
    return dt.datetime.combine(day, dt.time(5), dt.UTC)


def _heads(body):
    lines = body.splitlines()
    return [
        line.partition(":")[0]
        for line, after in pairwise(lines)
        if after.startswith("- ") and not line.startswith("- ")
    ]


# Once a day, and never lost


def late(w):
    """A day on which three answers are overdue."""
    wants(w.officer)
    return dt.date(2027, 5, 19)


def test_asked_a_second_time_on_a_day_the_worker_sends_nothing(world, server):
    w = world
    day = late(w)
    assert morning(w, day) == {"sent": 1}
    assert morning(w, day) == {}
    (message,) = server.inbox
    assert message["To"] == "ann.lee@example.org"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Subject"] == "3 things changed or fall due, 19 May"
    for area in w.asked:
        assert f"- {area}, Round 2027, Tuesday 18 May" in text(message)


def test_killed_before_it_was_handed_over_it_is_sent_once_by_the_next_worker(world, server):
    w = world
    day = late(w)
    with killed_in(sending, "_send"):
        morning(w, day)
    assert server.inbox == [] and SentDigest.objects.waiting().count() == 1
    assert morning(w, day) == {"sent": 1}
    assert len(server.inbox) == 1


def test_killed_as_it_was_handed_over_it_is_not_sent_twice_and_the_next_one_repeats_it(
    world, server
):
    w = world
    day = late(w)
    with killed_in(EmailBackend, "send_messages"):
        morning(w, day)
    assert morning(w, day) == {}  # it may have arrived
    assert server.inbox == []
    assert morning(w, day + dt.timedelta(days=1)) == {"sent": 1}
    assert all(area in text(server.inbox[0]) for area in w.asked)


def test_one_that_was_reserved_on_a_day_without_a_worker_makes_room_for_the_next(world, server):
    w = world
    day = late(w)
    sending.reserve(dt.datetime.combine(day, dt.time(6), dt.UTC))
    assert morning(w, day + dt.timedelta(days=1)) == {"sent": 1}
    assert SentDigest.objects.get().on == day + dt.timedelta(days=1)


def test_an_address_that_the_server_refuses_is_noted_and_tried_once_more(world, server):
    w = world
    day = late(w)
    wants(w.colleague)
    server.refuses.add("ann.lee@example.org")
    assert morning(w, day) == {"refused": 1, "sent": 1}
    assert "550" in SentDigest.objects.get(person=w.officer).error
    server.refuses.clear()
    assert morning(w, day) == {"sent": 1}
    assert sorted(m["To"] for m in server.inbox) == [
        "ann.lee@example.org", "bo.day@example.org",
    ]  # fmt: skip


def test_without_a_server_nothing_is_lost(world, settings):
    w = world
    day = late(w)
    options = {"host": "127.0.0.1", "port": 1, "timeout": 2}
    settings.MAILERS = {"default": {"OPTIONS": options}}
    assert morning(w, day) == {"unreachable": 1}
    assert SentDigest.objects.waiting().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_sends_it(world, server):
    w = world
    day = late(w)
    at = dt.datetime.combine(day, dt.time(6), dt.UTC)
    w.clock.move_to(at, tick=False)
    worlds.at_once(lambda: sending.send_digests(at), lambda: sending.send_digests(at))
    assert len(server.inbox) == 1


# By itself


def planned():
    """When the worker sends the digests that wait."""
    waiting = DBTaskResult.objects.filter(status="READY")
    return [each.run_after.astimezone(LONDON).strftime("%a %d %B %H:%M") for each in waiting]


def at(w, day, hour):
    w.clock.move_to(dt.datetime.combine(day, dt.time(hour), LONDON), tick=False)
    worlds.work()


def test_who_asks_for_it_gets_it_from_the_worker_on_each_working_morning(world, server):
    w = world
    friday = dt.date(2027, 4, 30)
    BankHoliday.objects.create(
        date=dt.date(2027, 5, 3),
        title="Early May bank holiday",
        england_and_wales=True,
        scotland=True,
        northern_ireland=True,
    )
    at(w, friday, 9)
    client = Client()
    client.force_login(w.officer)
    for _ in range(2):  # asked twice, it is planned once
        client.post(reverse("admin:digest"))
    assert planned() == ["Tue 04 May 07:00"]  # after a weekend and a holiday
    step(w.asked["Oakshire"], "clarification_asked", friday)
    at(w, friday + dt.timedelta(days=3), 12)
    assert server.inbox == []
    at(w, friday + dt.timedelta(days=4), 8)
    assert [each["To"] for each in server.inbox] == ["ann.lee@example.org"]
    at(w, friday + dt.timedelta(days=4), 9)
    assert len(server.inbox) == 1 and planned() == ["Wed 05 May 07:00"]


def test_a_worker_that_was_away_sends_none_on_a_weekend_and_goes_on(world, server):
    w = world
    wants(w.officer)
    step(w.asked["Oakshire"], "clarification_asked", dt.date(2027, 4, 22))
    w.clock.move_to(dt.datetime(2027, 4, 22, 12, tzinfo=LONDON), tick=False)
    tasks.plan_digests()
    at(w, dt.date(2027, 4, 24), 10)  # a Saturday
    assert server.inbox == [] and planned() == ["Mon 26 April 07:00"]
    at(w, dt.date(2027, 4, 26), 15)
    assert len(server.inbox) == 1


def test_killed_in_the_morning_the_next_one_is_planned_already(world, server):
    wants(world.officer)
    world.clock.move_to(dt.datetime(2027, 4, 21, 7, 5, tzinfo=LONDON), tick=False)
    with killed_in(sending, "send_digests"):
        tasks.morning_digests.func()
    assert planned() == ["Thu 22 April 07:00"]


def test_of_two_that_run_at_once_one_is_left_and_one_letter_leaves(world, server):
    w = world
    day = late(w)
    w.clock.move_to(dt.datetime(2027, 5, 18, 12, tzinfo=LONDON), tick=False)
    for _ in range(2):
        next_at = sending.next_morning(dt.datetime(2027, 5, 18, 12, tzinfo=LONDON))
        tasks.morning_digests.using(run_after=next_at).enqueue()
    at(w, day, 8)
    assert len(server.inbox) == 1 and planned() == ["Thu 20 May 07:00"]


# Its links


def test_each_thing_has_its_page_where_the_site_has_an_address(world, server, settings):
    w = world
    settings.SITE_ADDRESS = "https://figures.example.org"
    wants(w.officer, w.checker)
    w.round.freeze_on = dt.date(2027, 5, 20)
    w.round.save()
    step(w.asked["Oakshire"], "clarification_asked", dt.date(2027, 5, 5))
    worlds.enter(w.asked["Fenmouth"], {w.cell(2026): "68"}, w.officer)
    morning(w, dt.date(2027, 5, 19))
    assert len(server.inbox) == 2
    for message in server.inbox:
        client = Client()
        client.force_login(w.officer if "ann" in message["To"] else w.checker)
        lines = text(message).splitlines()
        items = [line for line in lines if line.startswith("- ")]
        links = re.findall(r"https://figures\.example\.org(/\S+)", text(message))
        assert len(links) == len(items) + 1  # and Today
        for link in links:
            assert client.get(link).status_code == 200, link


def test_without_an_address_it_has_no_link(world, server):
    day = late(world)
    morning(world, day)
    assert "/admin/" not in text(server.inbox[0])


# Who gets it


def test_nobody_gets_it_who_did_not_ask_or_has_no_account_or_no_address(world, server):
    w = world
    day = late(w)
    wants(w.colleague, w.checker)
    w.colleague.is_active = False
    w.colleague.save()
    AccountEnd.objects.create(person=w.approver, on=day - dt.timedelta(days=1))
    wants(w.approver)
    release = releases.prepare(
        w.measure, title="New", year=2026, last_round=w.round, by=w.officer, now=START
    )
    worlds.to_review(release, START)
    w.officer.email = ""
    w.officer.save()
    assert morning(w, day) == {}  # the checker asked, and has no news
    assert server.inbox == []


def test_one_that_waits_for_a_person_whose_account_ended_is_not_sent(world, server):
    day = late(world)
    with killed_in(sending, "_send"):
        morning(world, day)
    User.objects.filter(pk=world.officer.pk).update(is_active=False)
    assert morning(world, day) == {"refused": 1}
    assert server.inbox == []


def test_the_command_leaves_it_to_the_worker(world, server):
    w = world
    day = late(w)
    w.clock.move_to(dt.datetime.combine(day, dt.time(6), dt.UTC), tick=False)
    call_command("digest", stdout=io.StringIO())
    assert server.inbox == []
    worlds.work()
    assert len(server.inbox) == 1
    assert tasks.send_digests.module_path.endswith("send_digests")


def test_a_person_asks_for_it_and_stops_it_on_a_page_that_today_leads_to(world):
    w, page = world, reverse("admin:digest")
    client = Client()
    client.force_login(w.officer)
    assert f'href="{page}"' in client.get(reverse("admin:index")).content.decode()
    client.post(page)
    assert DigestReader.objects.get().person == w.officer
    assert "ann.lee@example.org" in client.get(page).content.decode()
    client.post(page)
    client.post(page, {"_stop": "1"})
    assert not DigestReader.objects.exists()


def test_without_an_address_the_page_says_whom_to_ask(world):
    w, page = world, reverse("admin:digest")
    w.officer.email = ""
    w.officer.save()
    client = Client()
    client.force_login(w.officer)
    assert "Ask the data lead" in client.get(page).content.decode()
    client.post(page)
    assert not DigestReader.objects.exists()
