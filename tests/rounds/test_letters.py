"""Letters to forces: merged, previewed, sent once each through a real mail server, and logged."""

import datetime as dt
import email
import email.policy
import os
import re
import signal
import smtplib
import subprocess
import sys

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.html import escape

from offences import mail
from offences.models import (
    BankHoliday,
    Exemption,
    FoiEvent,
    FoiQuery,
    FoiRound,
    FoiSubmission,
    Reply,
    SentLetter,
)
from offences.refused import Refused
from offences.returns.own_form import form_code
from offences.rounds import sending
from offences.rounds.merging import PLACEHOLDERS, RoundLetters, default_text, merge, split_text
from offences.staff.rounds.letters import letters_page
from tests import worlds
from tests.mail_server import killed_in

NOW = dt.datetime(2027, 4, 20, 9, tzinfo=dt.UTC)
AREAS = ("Ashcombe", "Elmshire", "Fenmouth", "Oakshire")


@pytest.fixture
def world(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    w = worlds.World()
    w.officer = worlds.person("Ann Lee", "Data officer")
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure, slug="2027", years=(2022, 2026))
    w.asked = {}
    for area in AREAS:
        force = worlds.force(area)
        force.foi_email = f"foi@{area.lower()}.example.org"
        if area in ("Ashcombe", "Elmshire"):  # one office answers for both
            force.foi_office, force.foi_email = "two-shires", "foi@two-shires.example.org"
        force.save()
        w.asked[area] = FoiSubmission.objects.create(round=w.round, force=force)
    BankHoliday.objects.all().delete()
    return w


ADDRESSES = ["foi@fenmouth.example.org", "foi@oakshire.example.org", "foi@two-shires.example.org"]


def letters_of(w, kind="sent", text=None, today=None):
    made = RoundLetters(w.round, kind, today or NOW.date(), w.officer)
    return made.merged(text or default_text(kind))


def reserve(w, kind="sent", repeat=(), today=None):
    letters = letters_of(w, kind, today=today)
    return sending.reserve(w.round, letters, repeat, by=w.officer, now=NOW)


def send(w, kind="sent"):
    return sending.send_reserved(w.round, kind, lambda *_: None)


# The text


def test_a_place_that_nobody_knows_is_refused_with_the_list_of_known_ones():
    with pytest.raises(Refused) as refused:
        split_text("Subject: To {force}\n\nDear {chief} and {Force},")
    sentence = str(refused.value)
    assert "We do not know {Force} and {chief}." in sentence
    assert all(f"{{{name}}}" in sentence for name in PLACEHOLDERS)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Dear {force}", "Begin the letter with a line such as “Subject: "),
        ("Subject: \n\nDear {force}", "Begin the letter with a line such as “Subject: "),
        ("Subject: A\n\nDear {force", "A “{” has no partner."),
        ("Subject: A\n\nDear force}", "A “}” has no partner."),
        ("Subject: A\n\nDear {}", "We do not know {}."),
    ],
)
def test_a_text_that_cannot_be_merged_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(Refused) as refused:
        split_text(text)
    assert sentence in str(refused.value)


def test_what_fills_a_place_is_never_read_as_a_place():
    assert merge("{force}, {round}", {"force": "{round}", "round": "2027"}) == "{round}, 2027"


def test_both_texts_can_be_merged_as_they_come(world):
    for kind in ("sent", "chase", "review"):
        split_text(default_text(kind))


def test_each_place_says_what_it_becomes_and_becomes_it(world):
    made = RoundLetters(world.round, "sent", NOW.date(), world.officer)
    assert {*made._values(made.offices[0])} == {*PLACEHOLDERS}


def test_each_force_gets_its_own_words(world):
    worlds.enter(world.asked["Oakshire"], {worlds.cell(world.measure, 2024): "131"}, world.officer)
    FoiSubmission.objects.filter(force__area="Oakshire").update(
        checked_by=worlds.person("Cy Moss", "Checker"), checked_at=worlds.LATER
    )
    letters = {each.name: each for each in letters_of(world)}
    assert [*letters] == ["Ashcombe and Elmshire", "Fenmouth", "Oakshire"]
    oakshire = letters["Oakshire"]
    assert oakshire.to == "foi@oakshire.example.org"
    assert form_code("2027", "oakshire", 1) in oakshire.subject
    assert "we have checked: 131 for 2024/25." in oakshire.body
    assert "2022/23 to 2026/27" in oakshire.body
    assert "due by Tuesday 18 May 2027" in oakshire.body
    none = letters["Fenmouth"].body
    assert "we have checked" not in none and "if it has changed" not in none
    assert "which words to write instead.\n\nYour answer is due by" in none
    both = letters["Ashcombe and Elmshire"].body
    assert "of Ashcombe Police and Elmshire Police," in both
    assert "we have checked" not in both


def test_an_office_that_answers_for_two_is_asked_about_the_one_that_gave_a_figure(world):
    worlds.enter(world.asked["Elmshire"], {worlds.cell(world.measure, 2024): "68"}, world.officer)
    FoiSubmission.objects.filter(force__area="Elmshire").update(
        checked_by=worlds.person("Cy Moss", "Checker"), checked_at=worlds.LATER
    )
    both = letters_of(world)[0].body
    assert "we have checked: Ashcombe Police: none; Elmshire Police: 68 for 2024/25. Please" in both


def test_a_place_with_nothing_leaves_no_gap_and_its_neighbours_as_they_were():
    text = "Dear {force},\n\n{a}\n\nA list:\n{a}\n\nEnd {a}.\n\n{a}"
    merged = merge(text, {"force": "X", "a": ""})
    assert merged == "Dear X,\n\nA list:\n\n\nEnd .\n\n"
    assert merge(text, {"force": "X", "a": "b"}) == text.replace("{force}", "X").replace("{a}", "b")


# Sending


def test_each_office_gets_one_letter_with_its_own_forms(world, server):
    reserve(world)
    assert send(world).sent == 3
    assert server.recipients == ADDRESSES
    forms = {m["To"]: [a.get_filename() for a in m.iter_attachments()] for m in server.inbox}
    assert forms["foi@two-shires.example.org"] == ["ashcombe-2027.xlsx", "elmshire-2027.xlsx"]
    assert forms["foi@oakshire.example.org"] == ["oakshire-2027.xlsx"]
    (message,) = [m for m in server.inbox if m["To"] == "foi@oakshire.example.org"]
    assert message["From"] == "Research <foi@example.org>"
    row = SentLetter.objects.get(submission=world.asked["Oakshire"])
    assert message["Message-ID"] == row.message_id
    assert message.get_body().get_content().split() == row.body.split()
    assert row.sent_at and len(row.sha256) == 64 and row.reserved_by == world.officer


def test_a_letter_that_left_starts_the_clock_of_each_force(world, server):
    reserve(world)
    send(world)
    events = FoiEvent.objects.values_list("submission__force__area", "kind", "on", "recorded_by")
    assert sorted(events) == [(area, "sent", NOW.date(), world.officer.pk) for area in AREAS]


def test_nobody_gets_a_second_letter_without_a_question(world, server):
    reserve(world)
    assert reserve(world) == []
    send(world)
    assert reserve(world) == []
    assert send(world).sent == 0
    oakshire = world.asked["Oakshire"].pk
    assert [each.name for each in reserve(world, repeat=[oakshire])] == ["Oakshire"]
    send(world)
    assert server.recipients == sorted([*ADDRESSES, "foi@oakshire.example.org"])


def test_a_request_marked_as_sent_by_hand_is_not_sent_again(world, server):
    FoiEvent.objects.create(submission=world.asked["Oakshire"], kind="sent", on=NOW.date())
    assert [each.name for each in reserve(world)] == ["Ashcombe and Elmshire", "Fenmouth"]


def test_a_force_without_an_address_is_left_for_later(world, server):
    force = world.asked["Oakshire"].force
    force.foi_email = ""
    force.save()
    reserve(world)
    send(world)
    assert server.recipients == ["foi@fenmouth.example.org", "foi@two-shires.example.org"]
    force.contacts.create(name="Disclosure unit", email="unit@oakshire.example.org")
    reserve(world)
    send(world)
    assert server.recipients[-1] == "unit@oakshire.example.org"


@pytest.mark.both_databases
@pytest.mark.parametrize("letter", [1, 2, 3])
def test_killed_between_two_letters_and_run_again_each_office_has_one(world, server, letter):
    reserve(world)
    with killed_in(mail, "_claim", letter):
        send(world)
    assert len(server.inbox) == letter - 1
    send(world)
    assert server.recipients == ADDRESSES


@pytest.mark.both_databases
def test_killed_before_the_answer_was_stored_a_letter_waits_for_a_person(world, server):
    reserve(world)
    with killed_in(sending, "mark_sent"):
        send(world)
    send(world)
    assert server.recipients == ADDRESSES  # the one that had arrived did not leave once more
    (unsure,) = {each.message_id for each in SentLetter.objects.unsure()}
    assert sending.settle(world.round, unsure, arrived=True)
    assert not SentLetter.objects.filter(sent_at=None).exists()
    assert FoiEvent.objects.filter(kind="sent").count() == len(AREAS)
    assert not sending.settle(world.round, unsure, arrived=True)


SENDER = """
import sys
import django
django.setup()
from django.conf import settings
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
settings.MAILERS = {"default": {"OPTIONS": {"host": "127.0.0.1", "port": int(sys.argv[2])}}}
from offences.models import FoiRound
from offences.rounds import sending
sending.send_reserved(FoiRound.objects.get(), "sent", print)
"""


@pytest.mark.django_db(transaction=True)
def test_a_process_that_is_killed_loses_no_letter_and_repeats_none(world, server, settings):
    reserve(world)
    place = [connection.settings_dict["NAME"], settings.MAILERS["default"]["OPTIONS"]["port"]]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", SENDER, *map(str, place)]
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)

    def kill_at_the_second():
        if len(server.inbox) == 2:
            process.kill()

    server.after = kill_at_the_second
    assert process.wait() == -signal.SIGKILL
    assert len(server.inbox) == 2
    assert send(world).sent == 1
    assert server.recipients == ADDRESSES
    # The second had arrived, but its sender never learned that: a person is asked.
    assert {each.to for each in SentLetter.objects.unsure()} == {server.inbox[1]["To"]}


def test_a_letter_that_did_not_arrive_is_sent_once_more(world, server, monkeypatch):
    reserve(world)

    def broken(self, messages):
        raise smtplib.SMTPServerDisconnected("the line broke")

    path = "django.core.mail.backends.smtp.EmailBackend.send_messages"
    with monkeypatch.context() as broken_line:
        broken_line.setattr(path, broken)
        assert send(world).unsure == 3
    assert send(world).sent == 0
    for message_id in {each.message_id for each in SentLetter.objects.unsure()}:
        sending.settle(world.round, message_id, arrived=False)
    assert send(world).sent == 3
    assert server.recipients == ADDRESSES


def test_an_address_that_the_server_refuses_is_logged_and_sent_when_corrected(world, server):
    server.refuses.add("foi@oakshire.example.org")
    reserve(world)
    result = send(world)
    assert (result.sent, result.refused) == (2, 1)
    assert "No such person here" in SentLetter.objects.waiting().get().error
    assert not FoiEvent.objects.filter(submission=world.asked["Oakshire"]).exists()
    force = world.asked["Oakshire"].force
    force.foi_email = "requests@oakshire.example.org"
    force.save()
    assert send(world).sent == 1
    assert "requests@oakshire.example.org" in server.recipients
    assert SentLetter.objects.get(submission=world.asked["Oakshire"]).to == force.foi_email


def test_a_server_that_is_not_there_costs_nothing(world, settings):
    options = {"host": "127.0.0.1", "port": 1, "timeout": 2}
    settings.MAILERS = {"default": {"OPTIONS": options}}
    reserve(world)
    result = send(world)
    assert (result.sent, result.unsure, result.unreachable) == (0, 0, 1)
    assert SentLetter.objects.waiting().count() == len(AREAS)


def test_without_a_server_each_letter_is_a_file(world, settings, tmp_path):
    backend = {"BACKEND": "offences.rounds.eml_files.EmlFiles", "OPTIONS": {"folder": tmp_path}}
    settings.MAILERS = {"default": backend}
    reserve(world)
    send(world)
    files = sorted(tmp_path.iterdir())
    assert len(files) == 3 and {file.suffix for file in files} == {".eml"}
    found = [email.message_from_bytes(f.read_bytes(), policy=email.policy.default) for f in files]
    assert sorted(message["To"] for message in found) == ADDRESSES


# Reminders


def test_only_the_overdue_are_chased_and_each_once(world, server):
    reserve(world)
    send(world)
    late = dt.date(2027, 5, 20)
    FoiSubmission.objects.filter(force__area="Fenmouth").update(outcome="answered")
    FoiEvent.objects.create(
        submission=world.asked["Fenmouth"], kind="answered", on=dt.date(2027, 5, 3)
    )
    server.inbox.clear()
    assert letters_of(world, "chase") == []
    reserve(world, "chase", today=late)
    assert reserve(world, "chase", today=late) == []
    send(world)
    assert server.inbox == []  # requests and reminders leave each by themselves
    send(world, "chase")
    assert server.recipients == ["foi@oakshire.example.org", "foi@two-shires.example.org"]
    body = server.inbox[0].get_content()
    assert "due by Tuesday 18 May 2027, and it is now 2 working days late" in body
    assert not [*server.inbox[0].iter_attachments()]
    assert FoiEvent.objects.filter(kind="sent").count() == len(AREAS)  # the clock goes on


def test_a_refusal_is_sent_to_review_once(world, server):
    FoiSubmission.objects.filter(force__area="Oakshire").update(outcome="refused")
    for area in ("Oakshire", "Fenmouth"):
        FoiEvent.objects.create(submission=world.asked[area], kind="sent", on=NOW.date())
    reserve(world, "review")
    send(world, "review")
    assert server.recipients == ["foi@oakshire.example.org"]
    assert FoiEvent.objects.get(kind="review_asked").submission == world.asked["Oakshire"]
    assert letters_of(world, "review") == []


def exempt(w, area, section, **more):
    return Exemption.objects.create(
        submission=w.asked[area], section=section, recorded_by=w.officer, recorded_at=NOW, **more
    )


def test_a_review_asks_about_every_section_but_those_we_accept(world):
    FoiSubmission.objects.filter(force__area="Oakshire").update(outcome="refused")
    exempt(world, "Oakshire", "12", quote="It would take 30 hours.")
    exempt(world, "Oakshire", "40", subsection="(2)", challenge="accepted")
    (letter,) = letters_of(world, "review")
    assert "Section 12. You wrote: “It would take 30 hours”. Please send us" in letter.body
    assert "Section 40" not in letter.body


def test_what_a_review_asks_about_counts_as_challenged_once_it_has_left(world, server):
    FoiSubmission.objects.filter(force__area="Oakshire").update(outcome="refused")
    exempt(world, "Oakshire", "12")
    exempt(world, "Oakshire", "40", subsection="(2)", challenge="accepted")
    exempt(world, "Fenmouth", "12")
    reserve(world, "review")
    assert not Exemption.objects.filter(challenge="challenged").exists()
    send(world, "review")
    asked = Exemption.objects.filter(challenge="challenged").get()
    assert (asked.submission, asked.section) == (world.asked["Oakshire"], "12")


def test_an_answer_that_refuses_a_part_can_be_sent_to_review_once_it_is_there(world):
    step = {"submission": world.asked["Oakshire"], "on": NOW.date() - dt.timedelta(days=10)}
    FoiEvent.objects.create(kind="sent", **step)
    exempt(world, "Oakshire", "40", subsection="(2)", scope="part", part="the ages")
    assert letters_of(world, "review") == []
    FoiEvent.objects.create(kind="answered", **step)
    (letter,) = letters_of(world, "review")
    assert letter.name == "Oakshire"


def test_an_answer_in_part_is_chased_unless_the_rest_is_refused(world):
    for area in ("Oakshire", "Fenmouth"):
        step = {"submission": world.asked[area], "on": NOW.date() - dt.timedelta(days=60)}
        FoiEvent.objects.create(kind="sent", **step)
        FoiEvent.objects.create(kind="answered", partial=True, **step)
        FoiSubmission.objects.filter(force__area=area).update(outcome="part_answered")
    exempt(world, "Oakshire", "40", subsection="(2)", scope="part", part="the ages")
    (letter,) = letters_of(world, "chase")
    assert letter.name == "Fenmouth" and "send us the rest" in letter.body
    assert "We have not received it" not in letter.body


def test_an_answer_in_part_that_is_not_late_is_asked_for_the_rest(client, world, page):
    part = world.asked["Oakshire"]
    for kind, more in (("sent", {}), ("answered", {"partial": True})):
        FoiEvent.objects.create(submission=part, kind=kind, on=NOW.date(), **more)
    FoiSubmission.objects.filter(pk=part.pk).update(
        outcome="part_answered", outcome_on=NOW.date(), outcome_precision="day"
    )
    (letter,) = letters_of(world, "chase")
    assert letter.subject.startswith("The rest of your answer: ")
    assert "the whole of your answer is due by" in letter.body and "late" not in letter.body
    board = reverse("admin:offences_foiround_board", args=[world.round.pk])
    asks = letters_page(world.round, "chase", chosen=part.pk)
    shown = client.get(board).content.decode()
    assert escape(asks) in shown and "Ask for the rest" in shown
    assert "<h1>Ask for the rest, " in client.get(asks).content.decode()
    reserve(world, "chase")
    assert escape(asks) not in client.get(board).content.decode()  # it waits for the force
    late = NOW.date() + dt.timedelta(days=60)
    (reminder,) = letters_of(world, "chase", today=late)
    assert not reminder.is_repeat and reminder.subject.startswith("Reminder: ")
    assert "working days late" in reminder.body


def test_only_what_the_board_calls_overdue_is_ticked_and_what_is_closed_is_not_chased(
    client, world, page, time_machine
):
    FoiEvent.objects.bulk_create(
        FoiEvent(submission=each, kind="sent", on=NOW.date()) for each in world.asked.values()
    )
    for area, outcome in (
        ("Ashcombe", "no_response"),
        ("Elmshire", "unknown"),
        ("Fenmouth", "part_answered"),
    ):
        FoiSubmission.objects.filter(force__area=area).update(outcome=outcome)
    time_machine.move_to(dt.datetime(2027, 6, 20, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    html = client.get(page, {"kind": "chase"}).content.decode()
    assert re.findall(r'aria-label="Send to (\w+)"( checked)?', html) == [
        ("Fenmouth", ""),
        ("Oakshire", " checked"),
    ]
    assert "It answered in part, and refused nothing." in html
    rest = {"kind": "chase", "chosen": world.asked["Fenmouth"].pk}
    assert re.findall(r'Send to (\w+)" checked', client.get(page, rest).content.decode()) == [
        "Fenmouth"
    ]
    html = client.post(page, rest | {"chosen": world.asked["Ashcombe"].pk}).content.decode()
    assert "No reminder to Ashcombe: the board does not call it overdue." in html
    FoiEvent.objects.create(
        submission=world.asked["Oakshire"], kind="clarification_asked", on=dt.date(2027, 6, 19)
    )
    html = client.post(page, rest | {"chosen": world.asked["Oakshire"].pk}).content.decode()
    assert "No reminder to Oakshire yet: answer its question first." in html
    assert not re.findall(r'Send to (\w+)" checked', html)


def test_reminders_for_nobody_chosen_are_refused_with_a_sentence(client, world, page):
    html = client.post(page, {"kind": "chase"}, follow=True).content.decode()
    assert "No letter is opened: choose the forces in the table first." in html


# The pages


def test_a_test_goes_to_the_person_alone_and_is_logged_nowhere(client, world, page, server):
    form = {"kind": "sent", "text": default_text("sent"), "test": "1"}
    form["show"] = world.asked["Oakshire"].pk
    html = client.post(page, form).content.decode()
    assert "Your account has no e-mail address." in html and server.inbox == []
    world.officer.email = "ann@charity.example.org"
    world.officer.save()
    html = client.post(page, form).content.decode()
    assert "A test went to ann@charity.example.org alone. Oakshire got nothing." in html
    (message,) = server.inbox
    assert server.recipients == ["ann@charity.example.org"]
    assert message["Subject"].startswith("Test: ")
    assert "Oakshire Police" in message.get_body().get_content()
    assert len([*message.iter_attachments()]) == 1
    assert not SentLetter.objects.exists() and not FoiEvent.objects.exists()
    world.round.refresh_from_db()
    assert world.round.letter == ""
    server.refuses.add("ann@charity.example.org")
    assert (
        "The test was not sent. The mail server said: " in client.post(page, form).content.decode()
    )


def test_the_checklist_is_beside_the_letter_that_challenges(client, world, page):
    FoiSubmission.objects.filter(force__area="Oakshire").update(outcome="refused")
    html = client.get(page, {"kind": "review"}).content.decode()
    assert "record that of Oakshire" in html
    exempt(world, "Oakshire", "12")
    html = client.get(page, {"kind": "review"}).content.decode()
    assert "Is there an estimate" in html and "FOI Act, section 17(1)" in html


@pytest.fixture
def page(client, world):
    client.force_login(world.officer)
    return reverse("admin:offences_foiround_letters", args=[world.round.pk])


def test_the_letter_is_stored_and_previewed_beside_it(client, world, page):
    text = "Subject: For {force}\n\nDear {force}, {years}"
    oakshire = world.asked["Oakshire"].pk
    html = client.post(
        page, {"kind": "sent", "text": text, "show": oakshire, "preview": "1"}
    ).content.decode()
    assert "Dear Oakshire Police, 2022/23 to 2026/27" in html
    assert "Dear {force}, {years}" in html
    assert FoiRound.objects.get(pk=world.round.pk).letter == text
    assert not SentLetter.objects.exists()


def test_a_text_that_cannot_be_merged_is_shown_and_nothing_is_stored(client, world, page):
    text = "Subject: A\n\nDear {boss}"
    html = client.post(page, {"kind": "sent", "text": text, "preview": "1"}).content.decode()
    assert "We do not know {boss}." in html and "Dear {boss}" in html
    assert FoiRound.objects.get(pk=world.round.pk).letter == ""


def test_the_page_sends_what_it_showed_and_says_what_came_of_it(client, world, page, server):
    text = "Subject: For {force}\n\nDear {force}, {years}"
    chosen = [world.asked["Oakshire"].pk, world.asked["Ashcombe"].pk]
    form = {"kind": "sent", "text": text, "letter": chosen, "send": "Send"}
    answer = client.post(page, form)
    worlds.work()
    html = client.get(answer["Location"], follow=True).content.decode()
    assert "2 letters sent." in html
    assert server.recipients == ["foi@oakshire.example.org", "foi@two-shires.example.org"]
    html = client.post(page, form, follow=True).content.decode()
    assert "Not sent: Ashcombe and Elmshire and Oakshire" in html
    assert len(server.inbox) == 2


def test_after_sending_nobody_is_ticked_until_a_person_ticks_them(client, world, page, server):
    left = world.asked["Oakshire"]
    form = {"kind": "sent", "text": default_text("sent"), "letter": [left.pk], "send": "Send"}
    progress = client.post(page, form)["Location"]
    worlds.work()
    html = client.get(progress, follow=True).content.decode()
    assert 'aria-label="Send to Fenmouth"' in html and " checked>" not in html


def test_of_questions_only_that_of_the_address_is_ticked(client, world, page):
    asked = {"asked_by": world.officer, "asked_at": NOW, "what": "The total", "question": "Why?"}
    for area in ("Oakshire", "Fenmouth"):
        FoiQuery.objects.create(submission=world.asked[area], **asked)
    assert " checked>" not in client.get(page, {"kind": "query"}).content.decode()
    chosen = {"kind": "query", "chosen": world.asked["Fenmouth"].pk}
    html = client.get(page, chosen).content.decode()
    assert html.count(" checked>") == 1 and 'aria-label="Send to Fenmouth" checked>' in html


def test_a_person_says_on_the_page_whether_a_letter_arrived(client, world, page, server):
    reserve(world)
    SentLetter.objects.filter(submission=world.asked["Oakshire"]).update(started_at=NOW)
    letter = SentLetter.objects.get(submission=world.asked["Oakshire"])
    assert "Oakshire: did it arrive?" in client.get(page).content.decode()
    client.post(page, {"kind": "sent", "settle": f"{letter.message_id} arrived"})
    letter.refresh_from_db()
    assert letter.sent_at == NOW


def test_a_letter_that_has_not_left_is_taken_back(client, world, page, server):
    reserve(world)
    letter = SentLetter.objects.get(submission=world.asked["Oakshire"])
    assert "Take back the letter to Oakshire" in client.get(page).content.decode()
    settled = {"kind": "sent", "settle": f"{letter.message_id} withdrawn"}
    assert "is taken back" in client.post(page, settled, follow=True).content.decode()
    send(world)
    assert server.recipients == ["foi@fenmouth.example.org", "foi@two-shires.example.org"]
    left = SentLetter.objects.get(submission=world.asked["Fenmouth"])
    answer = client.post(page, settled | {"settle": f"{left.message_id} withdrawn"}, follow=True)
    assert "answered this already" in answer.content.decode()
    assert SentLetter.objects.count() == 3


def test_the_board_leads_to_reminders_of_the_chosen(client, world, page, time_machine):
    for submission in world.asked.values():
        FoiEvent.objects.create(submission=submission, kind="sent", on=NOW.date())
    time_machine.move_to(dt.datetime(2027, 5, 20, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)  # the session of April is over
    board = client.get(reverse("admin:offences_foiround_board", args=[world.round.pk]))
    assert f'formaction="{page}"' in board.content.decode()
    chosen = {"kind": "chase", "chosen": [world.asked["Elmshire"].pk]}
    html = client.post(page, chosen).content.decode()
    ticked = html.count('name="letter"'), html.count(" checked>")
    assert ticked == (3, 1)


def test_no_reminder_is_ticked_while_a_reply_waits_to_be_filed(client, world, page, time_machine):
    for submission in world.asked.values():
        FoiEvent.objects.create(submission=submission, kind="sent", on=NOW.date())
    time_machine.move_to(dt.datetime(2027, 5, 20, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    assert " checked>" in client.get(page, {"kind": "chase"}).content.decode()
    given = {"added_by": world.officer, "added_at": NOW, "found": {}, "name": "a.eml"}
    Reply.objects.create(round=world.round, document=worlds.publication(), **given)
    html = client.get(page, {"kind": "chase"}).content.decode()
    assert "1 reply of this round waits" in html and " checked>" not in html


def test_a_question_is_read_answered_and_its_days_counted_from_then(client, world, page, server):
    for submission in world.asked.values():
        FoiEvent.objects.create(submission=submission, kind="sent", on=NOW.date())
    asked = world.asked["Oakshire"]
    words = "“Do you mean financial years?”"
    FoiEvent.objects.create(submission=asked, kind="clarification_asked", on=NOW.date(), note=words)
    html = client.get(page, {"kind": "answer", "chosen": asked.pk}).content.decode()
    assert "What Oakshire asks" in html and words in html
    assert "Write your answer in the place of" not in html  # nothing is wrong before it is tried
    early = {"kind": "answer", "text": default_text("answer"), "chosen": [asked.pk], "preview": "1"}
    html = client.post(page, early).content.decode()
    assert "Write your answer in the place of [our answer]." in html
    text = default_text("answer").replace("[our answer]", "Yes, from April to March.")
    assert f'name="chosen" value="{asked.pk}"' in html
    form = {"kind": "answer", "text": text, "chosen": [asked.pk], "preview": "1"}
    assert 'aria-label="Send to Oakshire" checked' in client.post(page, form).content.decode()
    answer = client.post(page, form | {"letter": [asked.pk], "send": "Send"})
    worlds.work()
    assert "1 letter sent." in client.get(answer["Location"], follow=True).content.decode()
    assert server.recipients == ["foi@oakshire.example.org"]
    assert asked.events.filter(kind="clarification_sent").count() == 1
    html = client.get(page, {"kind": "answer"}).content.decode()
    assert "No question waits for our answer." in html and "Not ready" not in html


def test_an_empty_zip_of_return_forms_is_never_made(client, world):
    client.force_login(world.officer)
    empty = worlds.round_of(world.measure, slug="2028")
    page = reverse("admin:offences_foiround_forms", args=[empty.pk])
    html = client.get(page, follow=True).content.decode()
    assert "There are no return forms to send: Round 2028 asks no force yet." in html
    FoiSubmission.objects.create(round=empty, force=world.asked["Oakshire"].force)
    assert client.get(page)["Content-Type"] == "application/zip"
    empty.measures.clear()
    html = client.get(page, follow=True).content.decode()
    assert "Round 2028 asks for no table." in html
