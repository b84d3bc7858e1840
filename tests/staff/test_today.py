"""Today and the search: what waits for whom, what is missing, what is found."""

import datetime as dt

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offences import counts, press, releases
from offences.models import (
    BankHoliday,
    CampaignEvent,
    EventSigner,
    FoiEvent,
    FoiQuery,
    FoiSubmission,
    PressRelease,
    Reading,
    RecordedFigure,
    Release,
    release_step,
)
from offences.staff.today.queues import ago
from offences.staff.today.views import embargo_in_words
from tests import worlds
from tests.browser import turn
from tests.clients import logged_in, text_of
from tests.samples import on_each_screen, sampled, some
from tests.worlds import LATER, NOW


@pytest.fixture
def clock():
    """It is Thursday 20 June 2019, 10:42 in London."""
    with time_machine.travel(NOW, tick=False):
        yield


def look(user):
    return logged_in(user).get(reverse("admin:index"))


def today_of(user):
    return text_of(look(user))


def queues(user):
    return {q.title: [row.name for row in q.mine] for q in look(user).context["queues"]}


def others(user):
    return {q.title: (q.for_colleagues, q.colleague) for q in look(user).context["others"]}


def missing(user):
    return [step.name for step in look(user).context["missing"]]


def page_of(name, *args):
    return reverse(f"admin:offences_{name}", args=args)


def contradiction(w, **more):
    return [
        RecordedFigure.objects.create(
            measure=w.measure,
            claim="total",
            body_kind="total",
            body="England and Wales",
            year=2018,
            value=value,
            as_written=f"{value:,}",
            document=document,
            **more,
        )
        for value, document in ((3186, w.document), (3903, worlds.publication("Another paper")))
    ]


@pytest.fixture
def busy(world, clock):
    """A round of five: checked, to check, to enter, awaited, refused; an event in five days."""
    w = world
    worlds.enter(w.submission, {w.cell(2018): "68"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    w.second = worlds.submission(worlds.force("Eastmarch"), w.round)
    worlds.enter(w.second, {w.cell(2018): "12"}, w.officer)
    w.third = worlds.submission(worlds.force("Kingsford"), w.round, w.document)
    w.fourth = worlds.submission(worlds.force("Millbank"), w.round, outcome="awaited")
    w.fifth = worlds.submission(worlds.force("Fenmouth"), w.round, outcome="refused")
    w.event = worlds.event()
    return w


# The next event


def test_strangers_are_sent_to_the_login(db):
    for name in ("index", "find"):
        response = Client().get(reverse(f"admin:{name}"))
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("admin:login"))


def test_the_next_event_its_countdown_and_how_many_are_in(busy):
    words = today_of(busy.officer)
    assert "Thursday 20 June 2019" in words
    assert "The Conference Embargo lifts Tuesday 25 June, 00:01, in 5 days" in words
    assert "3 of 5 requests answered with figures" in words
    page = look(busy.officer).content.decode()
    alternative = "1 checked, 1 to check, 1 to enter or correct, 1 not sent, 1 refused"
    assert f'role="img" aria-label="{alternative}"' in page


def test_the_nearest_event_to_come_is_the_next(busy):
    w = busy
    past = worlds.event(slug="past")
    CampaignEvent.objects.filter(pk=past.pk).update(name="Past", embargo_at=NOW)
    later = worlds.event(slug="later")
    CampaignEvent.objects.filter(pk=later.pk).update(
        name="Later", embargo_at=NOW.replace(year=2020)
    )
    assert look(w.officer).context["event"] == w.event


def test_without_an_event_it_says_so_and_offers_one_to_people_who_may_plan(world, clock):
    assert "No event is planned." in today_of(world.officer)
    assert "Plan the next one" not in today_of(world.officer)
    assert "No event is planned. Plan the next one" in today_of(world.press)


def test_nothing_is_awaited_of_a_round_known_from_publications_alone(busy):
    w = busy
    w.round.complete = False
    w.round.save()
    words = today_of(w.officer)
    assert "2 forces with published figures" in words
    assert "Newest round Round 2019" in words and "Running round" not in words
    assert "We have published figures, not the forces’ replies" in words
    assert "1 not known" in words and "not sent" not in words
    assert "Answered, to enter" not in words
    assert missing(w.officer) == [
        "1 request to check",
        "Release not yet prepared or chosen",
        "Drafts not yet made",
    ]


def test_the_newest_round_with_complete_records_goes_before_a_newer_one_from_publications(busy):
    later = worlds.round_of(busy.measure, slug="2020", years=(2017, 2019))
    later.complete = False
    later.save()
    assert look(busy.officer).context["progress"].round == busy.round


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (dt.datetime(2019, 6, 13, 9, tzinfo=dt.UTC), "in 12 days"),
        # Already the 13th in London, still the 12th in Greenwich.
        (dt.datetime(2019, 6, 12, 23, 30, tzinfo=dt.UTC), "in 12 days"),
        (dt.datetime(2019, 6, 23, 12, tzinfo=dt.UTC), "in 2 days"),
        (dt.datetime(2019, 6, 24, 9, 1, tzinfo=dt.UTC), "in 14 hours"),
        (dt.datetime(2019, 6, 24, 21, 1, tzinfo=dt.UTC), "in 2 hours"),
        (dt.datetime(2019, 6, 24, 21, 40, tzinfo=dt.UTC), "in 1 hour 21 minutes"),
        (dt.datetime(2019, 6, 24, 23, 0, tzinfo=dt.UTC), "in 1 minute"),
        (dt.datetime(2019, 6, 24, 23, 0, 50, tzinfo=dt.UTC), "in less than a minute"),
    ],
)
def test_the_countdown_counts_the_days_of_london(now, words):
    event = CampaignEvent(embargo_at=dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC))
    assert embargo_in_words(event, now) == ("Tuesday 25 June, 00:01", words)


def test_the_year_is_named_unless_it_is_this_one_and_a_month_is_not_counted_down():
    event = CampaignEvent(embargo_at=dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC))
    assert embargo_in_words(event, NOW.replace(year=2018))[0] == "Tuesday 25 June 2019, 00:01"
    event.embargo_precision = "month"
    assert embargo_in_words(event, NOW) == ("June 2019", "")


def test_past_days_are_named_as_people_name_them():
    today = dt.date(2019, 6, 20)
    named = [ago(today - dt.timedelta(days=days), today) for days in (0, 1, 2, 61)]
    assert named == ["today", "yesterday", "2 days ago", "20 April 2019"]


def test_what_is_missing_shrinks_step_by_step_until_nothing_is(busy):
    w = busy
    begin = ["1 request not answered yet", "1 request to enter or correct", "1 request to check"]
    assert missing(w.press) == [*begin, "Release not yet prepared or chosen", "Drafts not yet made"]
    FoiSubmission.objects.filter(pk=w.fourth.pk).update(outcome="no_response")
    worlds.enter(w.third, {w.cell(2018): "9"}, w.officer)
    for submission in (w.second, w.third):
        counts.mark_checked(submission, by=w.checker, now=NOW)
    release = releases.prepare(
        w.measure, title="New figures", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    assert missing(w.press)[:2] == [
        "Release prepared, not yet approved",
        "Release not yet chosen for the event",
    ]
    w.event.release = release
    w.event.save()
    assert missing(w.press) == ["Release not yet approved", "Drafts not yet made"]
    worlds.approve(release, by=w.approver, now=NOW, public_at=LATER, early=True)
    assert missing(w.press) == ["Drafts not yet made"]
    worlds.as_if(Release.objects.filter(pk=release.pk), public_at=NOW + dt.timedelta(days=30))
    assert "Its figures open after the embargo: set the embargo later" in missing(w.press)
    worlds.as_if(Release.objects.filter(pk=release.pk), public_at=LATER)
    texts = press.draft_event(CampaignEvent.objects.get(), by=w.press, now=NOW)
    assert missing(w.press) == [f"{len(texts)} drafts to sign and issue"]
    for text in texts:
        worlds.issue(text, by=w.approver, now=NOW)
    assert missing(w.press) == []
    assert "Before it can go out Nothing is missing." in today_of(w.press)


def test_an_event_of_a_withdrawn_release_chooses_another_until_a_text_of_it_is_issued(busy):
    w = busy
    w.event.release = releases.prepare(
        w.measure, title="New", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    w.event.save()
    worlds.approve(w.event.release, by=w.approver, now=NOW, public_at=LATER, early=True)
    text = press.draft_event(w.event, by=w.press, now=NOW)[0]
    withdrawn = {"withdrawn_by": w.approver, "withdrawn_at": NOW, "withdrawn_reason": "Wrong."}
    worlds.as_if(Release.objects.all(), **withdrawn)
    assert missing(w.press)[0] == "Its release is withdrawn: choose the one that corrects it"
    worlds.as_if(
        Release.objects.all(),
        **dict.fromkeys(("withdrawn_by", "withdrawn_at"), None) | {"withdrawn_reason": ""},
    )
    worlds.issue(text, by=w.approver, now=NOW)
    worlds.as_if(Release.objects.all(), **withdrawn)
    assert missing(w.press) == [
        "Its release is withdrawn and texts of it are issued: make a new event"
    ]
    assert look(w.press).context["missing"][0].url == page_of("campaignevent_add")


# What waits for whom


def test_a_data_officer_enters_and_answers(busy):
    w = busy
    figures = contradiction(w)
    response = look(w.officer)
    assert queues(w.officer) == {
        "Answered, to enter": ["Kingsford"],
        "Problems to answer": ["England and Wales, 2018/19"],
        "Not sent": ["Millbank"],
    }
    page = response.content.decode()
    assert page_of("foisubmission_grid", w.third.pk) in page
    assert page_of("recordedfigure_change", figures[0].pk) in page
    assert "3,903 in Another paper, 25 June 2019; 3,186 in Northshire Gazette" in text_of(response)
    assert others(w.officer) == {"Answered, to check": (1, "checker")}


def test_a_part_that_is_entered_waits_until_the_force_is_asked_for_the_rest(busy):
    w, lacking = busy, {"Answered in part": ["Eastmarch"]}
    assert "Answered in part" not in queues(w.officer)
    FoiSubmission.objects.filter(pk=w.second.pk).update(outcome="part_answered")
    assert lacking.items() <= queues(w.officer).items()
    assert "counts entered: ask for the rest" in today_of(w.officer)
    assert queues(w.checker) == {"Answered, to check": ["Eastmarch"]}
    FoiQuery.objects.create(
        submission=w.second, what="9 missing counts", question="?", asked_by=w.officer, asked_at=NOW
    )
    assert "Answered in part" not in queues(w.officer)


def test_what_is_missing_leads_to_the_page_on_which_a_person_can_do_it(busy):
    w = busy
    event, add = page_of("campaignevent_change", w.event.pk), page_of("release_add")
    pages = {
        person: {step.name: step.url for step in look(person).context["missing"]}
        for person in (w.officer, w.approver)
    }
    assert pages[w.officer]["Release not yet prepared or chosen"] == f"{add}?round={w.round.pk}"
    assert pages[w.approver]["Release not yet prepared or chosen"] == event


def test_a_release_is_prepared_from_the_round_that_one_came_from(busy):
    w = busy
    worlds.round_of(w.measure, slug="2020", years=(2017, 2019))  # newer, and without an answer
    (page,) = (e.url for e in look(w.officer).context["missing"] if "not yet prepared" in e.name)
    form = logged_in(w.officer).get(page).context["form"]
    assert (form.initial["last_round"], form.initial["year"]) == (w.round, w.round.last_year)


def test_what_waits_for_others_leads_to_the_requests_that_are_counted(busy):
    w = busy
    worlds.submission(worlds.force("Oakshire"), w.round, outcome="part_answered")
    back = worlds.submission(worlds.force("Stannick"), w.round)
    worlds.enter(back, {w.cell(2018): "3"}, w.officer)
    back.refresh_from_db()
    given = {"by": w.checker, "now": NOW, "reason": "Row 7 is a subtotal."}
    counts.send_back(back, **given, edition=back.edition)
    client, led = logged_in(w.checker), {}
    for queue in look(w.checker).context["others"]:
        shown = client.get(queue.colleagues_url or queue.url).context["rows"]
        led[queue.title] = [row.row.submission.force.area for row in shown]
        assert len(shown) == queue.for_colleagues, queue.title
    assert led["Answered in part"] == ["Oakshire"]
    assert led["Answered, to enter"] == ["Kingsford"]
    assert led["Sent back by a checker"] == ["Stannick"]


def test_requests_of_two_rounds_are_led_to_in_one_list(busy):
    w = busy
    other = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    worlds.submission(worlds.force("Oakshire"), other, w.document)
    (queue,) = (q for q in look(w.checker).context["others"] if q.title == "Answered, to enter")
    listed = logged_in(w.checker).get(queue.colleagues_url).context["cl"].result_list
    assert {each.force.area for each in listed} == {"Kingsford", "Oakshire"}


def test_refusals_too_late_to_challenge_are_not_among_those_that_wait(busy):
    w = busy  # Fenmouth refused on a day that nobody recorded
    late = worlds.submission(worlds.force("Oakshire"), w.round, outcome="refused")
    for kind, on in (("sent", dt.date(2019, 5, 20)), ("refused", dt.date(2019, 6, 10))):
        FoiEvent.objects.create(submission=late, kind=kind, on=on)
    (queue,) = (q for q in look(w.checker).context["others"] if q.title == "Refused")
    listed = logged_in(w.checker).get(queue.colleagues_url).context["cl"].result_list
    assert [each.force.area for each in listed] == ["Oakshire"] and queue.for_colleagues == 1


def test_two_files_of_one_request_wait_as_one_request(busy):
    w = busy
    for name in ("first.csv", "second.csv"):
        document = worlds.publication(name)
        given = {"document": document, "name": name, "read_by": w.officer, "read_at": NOW}
        Reading.objects.create(submission=w.third, **given)
    assert queues(w.officer)["Answered, to enter"] == ["Kingsford"]
    assert "More files to store" not in queues(w.officer)
    worlds.enter(w.third, {w.cell(2018): "9"}, w.officer)  # a file of what is entered already
    assert queues(w.officer)["More files to store"] == ["Kingsford"] * 2


def test_a_checker_checks_what_others_entered(busy):
    w = busy
    assert queues(w.checker) == {"Answered, to check": ["Eastmarch"]}
    assert page_of("foisubmission_check", w.second.pk) in look(w.checker).content.decode()
    assert others(w.checker) == {
        "Answered, to enter": (1, "data officer"),
        "Not sent": (1, "data officer"),
    }
    w.checker.groups.add(worlds.role("Data officer"))
    worlds.enter(w.third, {w.cell(2018): "9"}, w.checker)
    # A colleague saved last, yet one of the counts is this person's own.
    worlds.enter(w.third, {w.cell(2017): "8"}, w.officer)
    assert queues(w.checker) == {"Answered, to check": ["Eastmarch"], "Not sent": ["Millbank"]}
    assert others(w.checker) == {"Answered, to check": (1, "another checker")}


def test_an_approver_approves_what_others_prepared_and_reads_what_others_wrote(busy):
    w = busy
    first, second = (
        releases.prepare(
            w.measure, title=title, year=2018, last_round=w.round, by=w.officer, now=NOW
        )
        for title in ("First", "Second")
    )
    worlds.as_if(Release.objects.filter(pk=second.pk), prepared_by=w.approver)
    second.refresh_from_db()
    assert queues(w.press)["Releases to screen"] == [str(first), str(second)]
    assert queues(worlds.person("Lia Orr", "Data lead")) == {
        "Releases to screen": [str(first), str(second)]
    }
    assert queues(w.approver) == {}  # nobody has screened them
    for release in (first, second):
        worlds.to_review(release, NOW)
    assert queues(w.approver) == {"Releases to approve": [str(first)]}
    assert others(w.approver)["Releases to approve"] == (1, "another approver")
    assert page_of("release_approve", first.pk) in look(w.approver).content.decode()
    with transaction.atomic():
        with release_step():
            first.editors.add(w.approver)
        assert others(w.approver)["Releases to approve"] == (2, "another approver")
        transaction.set_rollback(True)
    releases.approve(first, by=w.approver, now=NOW, public_at=LATER)
    releases.send_back(second, by=w.approver, now=NOW, reason="One year is missing.")
    assert queues(w.press)["Releases sent back"] == [str(second)]
    assert "“One year is missing.” Ed Hay" in today_of(w.press)
    w.event.release = first
    w.event.save()
    texts = press.draft_event(w.event, by=w.press, now=NOW)
    text = texts[0]
    assert len(queues(w.approver)["Texts to sign"]) == len(texts)
    assert page_of("pressrelease_sign", text.pk) in look(w.approver).content.decode()
    text.editors.add(w.approver)
    assert len(queues(w.approver)["Texts to sign"]) == len(texts) - 1
    # On the day of the embargo they are still this event's; afterwards they are a past one's.
    CampaignEvent.objects.update(embargo_at=NOW - dt.timedelta(hours=1))
    assert "Drafts of past events" not in queues(w.approver)
    CampaignEvent.objects.update(embargo_at=NOW - dt.timedelta(days=1))
    late = queues(w.approver)
    assert "Texts to sign" not in late
    assert len(late["Drafts of past events"]) == len(texts) - 1
    assert all(name.endswith(", The Conference") for name in late["Drafts of past events"])
    signer = EventSigner(event=w.event, role="data", due_on=NOW.date(), account=w.checker)
    w.checker.email = "cy@example.org"
    press.name_signer(signer, by=w.press, now=NOW)
    assert "Drafts of past events" not in queues(w.checker)  # nobody asks a signer after the day


def test_a_press_officer_drafts_for_an_event_whose_release_is_approved(busy):
    w = busy
    assert queues(w.press) == {}
    assert "Nothing is waiting for you." in today_of(w.press)
    release = releases.prepare(
        w.measure, title="New", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    worlds.approve(release, by=w.approver, now=NOW, public_at=LATER)
    w.event.release = release
    w.event.save()
    assert queues(w.press) == {"Events to draft for": ["The Conference"]}
    press.draft_event(w.event, by=w.press, now=NOW)
    assert queues(w.press) == {}
    # The release is corrected: its drafts speak from an earlier one by now.
    again = releases.prepare(
        w.measure, title="Again", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    worlds.approve(again, by=w.approver, now=NOW, public_at=LATER)
    CampaignEvent.objects.update(release=again)
    assert queues(w.press) == {"Events to draft for": ["The Conference"]}
    number = PressRelease.objects.count()
    assert missing(w.press) == [f"{number} drafts of an earlier release to draft again"]
    assert "Texts to sign" not in queues(w.approver)


def test_a_release_is_prepared_once_no_return_is_in_hand(busy):
    w = busy
    assert "Releases to prepare" not in queues(w.officer)
    worlds.enter(w.third, {w.cell(2018): "9"}, w.officer)
    for submission in (w.second, w.third):
        counts.mark_checked(submission, by=w.checker, now=NOW)
    assert queues(w.officer) == {
        "Releases to prepare": ["The Conference"],
        "Not sent": ["Millbank"],
    }
    assert queues(w.press) == {"Releases to prepare": ["The Conference"]}


def test_a_contradiction_is_answered_by_saying_which_figure_is_in_doubt(busy):
    w = busy
    figures = contradiction(w)
    assert "Problems to answer" in queues(w.officer)
    figures[0].doubt = "A later paper corrects it."
    figures[0].save()
    assert "Problems to answer" not in queues(w.officer)


def test_one_filled_button_and_the_rest_one_link_away(busy):
    w = busy
    contradiction(w)
    for i in range(6):
        worlds.submission(worlds.force(f"Town {i} End"), w.round)
    page = look(w.officer).content.decode()
    assert page.count('class="button default"') == 1
    queue = look(w.officer).context["queues"][0]
    assert (len(queue.mine), len(queue.first), queue.more) == (7, 5, 2)
    listed = logged_in(w.officer).get(queue.url)
    assert len(listed.context["rows"]) == 7


def test_each_stage_below_the_squares_leads_to_its_submissions(busy):
    client = logged_in(busy.officer)
    for count in look(busy.officer).context["progress"].counts:
        assert len(client.get(count.url).context["rows"]) == count.number, count.stage


def test_two_requests_to_one_force_are_two_squares(busy):
    w = busy
    FoiSubmission.objects.create(
        round=w.round, force=w.force, number=2, follows=w.submission, outcome="answered"
    )
    progress = look(w.officer).context["progress"]
    words = "1 checked, 1 to check, 2 to enter or correct, 1 not sent, 1 refused"
    assert progress.words == words
    named = f"{w.force.area}, request 2"
    assert named in [each["force"] for each in progress.squares]


def test_today_and_the_board_have_one_name_and_one_count_for_each_stage(busy):
    w = busy
    more = {"number": 2, "follows": w.submission, "outcome": "awaited"}
    FoiSubmission.objects.create(round=w.round, force=w.force, **more)
    board = reverse("admin:offences_foiround_board", args=[w.round.pk])
    filters = logged_in(w.officer).get(board).context["filters"]
    on_board = {each.words.lower(): each.number for _, some in filters for each in some}
    counts_of = look(w.officer).context["progress"].counts
    assert {each.stage.words: each.number for each in counts_of} == on_board
    assert sum(on_board.values()) == 6


def test_someone_without_a_role_reads_a_sentence(busy):
    stranger = worlds.person("Fay New")
    words = today_of(stranger)
    assert "Your account has no role yet" in words
    assert "The Conference" not in words
    assert "Kingsford" not in words
    assert "Waiting for others" not in words
    assert "All records" not in words


def test_your_last_work_and_all_records(busy):
    w = busy
    LogEntry.objects.log_actions(w.officer.pk, [w.second], 2, change_message="One count saved.")
    words = today_of(w.officer)
    assert "Your last work Eastmarch, Round 2019 One count saved. 10:42" in words
    assert "All records" in words
    assert "Your last work" not in today_of(w.checker)


def test_nothing_waits_for_anybody(world, clock):
    FoiSubmission.objects.all().delete()
    words = today_of(world.checker)
    assert "No force is asked yet" in words
    assert "Nothing is waiting for you." in words
    assert "Nothing is waiting for others." in words


def _fill(w, forces, rounds):
    """So many forces in so many rounds, in every state, with drafts and contradictions."""
    all_forces = [worlds.force(f"Town {i} End") for i in range(forces)]
    release = None
    for year in range(2010, 2010 + rounds):
        of = worlds.round_of(w.measure, slug=str(year), years=(2016, 2018))
        for i, force in enumerate(all_forces):
            outcome = ("answered", "answered", "answered", "awaited", "refused")[i % 5]
            made = worlds.submission(force, of, outcome=outcome)
            if i % 5 < 2:
                worlds.enter(made, {w.cell(2018): str(i)}, w.officer)
            if i % 5 == 0:
                counts.mark_checked(made, by=w.checker, now=NOW, confirm_zeros=True)
        for title in ("One", "Two"):
            release = releases.prepare(
                w.measure, title=title, year=2018, last_round=of, by=w.officer, now=NOW
            )
    worlds.approve(release, by=w.approver, now=NOW, public_at=LATER)
    w.event.release = release
    w.event.save()
    press.draft_event(w.event, by=w.press, now=NOW)
    for year in range(2015, 2015 + rounds):
        for value in (1, 2):
            RecordedFigure.objects.create(
                measure=w.measure,
                claim="total",
                body_kind="total",
                body="Wales",
                year=year,
                value=value,
                as_written=str(value),
                document=w.document,
            )
    LogEntry.objects.log_actions(
        w.officer.pk, FoiSubmission.objects.all()[:forces], 2, change_message="Saved."
    )


@pytest.mark.parametrize(
    ("forces", "rounds"), [pytest.param(5, 1, marks=pytest.mark.drill), (15, 3)]
)
def test_the_page_costs_twelve_queries_at_most_however_much_waits(busy, forces, rounds):
    w = busy
    _fill(w, forces, rounds)
    everyone = worlds.person("Gus All", "Data officer", "Checker", "Press officer", "Approver")
    for user in (everyone, w.officer, w.checker, w.press, w.approver):
        client = logged_in(user)
        client.get(reverse("admin:index"))  # the first look fills Django's own caches
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("admin:index")).status_code == 200
        assert len(asked) <= 12, user


# The running round


def sent(of, *submissions, on):
    of.sent_on = on
    of.save()
    for each in submissions:
        FoiEvent.objects.create(submission=each, kind="sent", on=on)


def test_a_round_that_is_only_prepared_does_not_take_the_place_of_the_one_that_runs(busy):
    w = busy
    later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    made = worlds.submission(w.fourth.force, later, outcome="awaited")
    assert look(w.officer).context["progress"].round == w.round
    sent(later, made, on=NOW.date())
    assert look(w.officer).context["progress"].round == later
    # Not before the event that the older one is asked for: the day is the database's own.
    CampaignEvent.objects.update(embargo_at=dt.datetime(2990, 1, 1, tzinfo=dt.UTC))
    w.round.event = w.event
    w.round.save()
    assert look(w.officer).context["progress"].round == w.round


def test_an_older_round_with_open_work_stays_on_today_when_a_newer_one_is_sent(busy):
    w = busy
    day = NOW.date()
    sent(w.round, w.fourth, on=dt.date(2019, 5, 20))  # overdue
    FoiEvent.objects.create(submission=w.fifth, kind="sent", on=dt.date(2019, 5, 20))
    FoiEvent.objects.create(submission=w.fifth, kind="refused", on=dt.date(2019, 6, 3))
    w.round.event, w.round.freeze_on = w.event, day + dt.timedelta(days=1)
    w.round.save()
    before = queues(w.officer)
    assert {"Overdue", "Refused", "Answered, to enter"} <= before.keys()
    later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    later.event = w.event  # the only event that is planned
    sent(later, worlds.submission(w.fourth.force, later, outcome="awaited"), on=day)
    page = look(w.officer)
    words = text_of(page)
    after = queues(w.officer)
    assert after.pop(f"Still to come, {later}") == ["Millbank"]
    named = {"Overdue": f"Overdue, {w.round}", "Refused": f"Refused, {w.round}"}
    assert after == {named.get(title, title): rows for title, rows in before.items()}
    assert "Running round Round 2020" in words
    assert "Also running Round 2019 3 of 5 requests answered with figures 1 checked" in words
    assert page_of("foiround_board", w.round.pk) in page.content.decode()
    dates = " ".join(link.name for date in page.context["dates"] for link in date.links)
    assert "Freeze, Round 2019" in dates and "Fenmouth: last day to ask for a review" in dates
    assert "1 working day to the freeze, Round 2019" in words
    steps = ["1 request not answered yet, Round 2020", "1 request not answered yet, Round 2019"]
    assert missing(w.officer)[:2] == steps


def test_a_stored_round_whose_letters_nobody_has_sent_waits_on_today(busy):
    w = busy
    assert "Rounds not sent" not in queues(w.officer)
    later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    assert "Rounds not sent" not in queues(w.officer)  # it asks nobody yet
    submission = worlds.submission(w.force, later, outcome="awaited")
    assert queues(w.officer)["Rounds not sent"] == [later.name]
    submission.events.create(kind="sent", on=NOW.date())
    assert "Rounds not sent" not in queues(w.officer)


def test_a_round_whose_figures_are_approved_makes_room_for_the_next(busy):
    w = busy
    later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    release = releases.prepare(
        w.measure, title="New", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    assert look(w.officer).context["progress"].round == w.round
    worlds.approve(release, by=w.approver, now=NOW, public_at=LATER)
    assert look(w.officer).context["progress"].round == later


def test_who_is_late_who_asked_us_and_what_falls_due(busy):
    w = busy
    day = NOW.date()
    places = {"england_and_wales": False, "scotland": True, "northern_ireland": False}
    BankHoliday.objects.create(date="2019-06-24", title="Fair Day", **places)
    sent(w.round, w.fourth, on=dt.date(2019, 5, 20))
    for area, kind, on in (
        ("Oakshire", "acknowledged", dt.date(2019, 6, 3)),
        ("Stannick", "clarification_asked", dt.date(2019, 6, 10)),
    ):
        made = worlds.submission(worlds.force(area), w.round, outcome="awaited")
        FoiEvent.objects.create(submission=made, kind="sent", on=dt.date(2019, 5, 31))
        FoiEvent.objects.create(submission=made, kind=kind, on=on)
    w.round.freeze_on = day + dt.timedelta(days=5)
    w.round.save()
    page = look(w.officer)
    words = text_of(page)
    assert queues(w.officer)["Overdue"] == ["Millbank"]
    assert "Millbank Due 17 June. Sent on 20 May." in words and "3 working days late" in words
    assert queues(w.officer)["Asked us a question"] == ["Stannick"]
    assert queues(w.officer)["Still to come"] == ["Oakshire"]
    assert "1 asked us a question" in words and "1 overdue" in words
    # The 24th is no working day, so that the freeze of the 25th is two days away, not three.
    assert "2 working days to the freeze Tuesday 25 June" in words
    assert "Mon 24 June Fair Day (Scotland): not a working day" in words
    assert "Tue 25 June Freeze" in words
    assert "! Oakshire (1 July) is due after the freeze. Move the freeze, or go without." in words
    assert 'href="/admin/offences/foiround' in page.content.decode()


# Search


def find(user, text):
    response = logged_in(user).get(reverse("admin:find"), {"q": text})
    assert response.status_code == 200
    context = response.context
    return context["card"], {g.title: [h.name for h in g.hits] for g in context["groups"]}


@pytest.mark.parametrize("text", ["Northshire", "northshire police", "N. SHIRE", "northshire"])
def test_a_force_in_any_spelling_shows_its_newest_figures_first(busy, text):
    card, groups = find(busy.press, text)
    assert card.force == busy.force
    assert [(f.year, f.count, f.about) for f in card.figures] == [
        ("2018/19", "68", "Round 2019, checked")
    ]
    assert "Forces" not in groups
    client = logged_in(busy.press)
    for _, url in card.links[:-1]:
        assert client.get(url).status_code == 200


def test_a_part_of_a_name_and_a_region_find_forces(busy):
    card, groups = find(busy.press, "march")
    assert card.force.area == "Eastmarch" and "Forces" not in groups
    _, groups = find(busy.press, "north")  # the region of all, and a part of one name
    assert len(groups["Forces"]) == 5


def test_a_submission_by_force_and_round_or_by_reference(busy):
    w = busy
    worlds.submission(w.force, worlds.round_of(w.measure, slug="2020"))
    w.second.reference = "FOI/123-19"
    w.second.save()
    assert find(w.press, "n. shire 2019")[1]["Requests"] == ["Northshire, Round 2019"]
    assert find(w.press, "123-19")[1]["Requests"] == ["Eastmarch, Round 2019"]
    assert find(w.press, w.second.our_reference.upper())[1]["Requests"] == ["Eastmarch, Round 2019"]
    response = logged_in(w.press).get(reverse("admin:find"), {"q": "123-19"})
    assert page_of("foisubmission_change", w.second.pk) in response.content.decode()


def test_a_number_finds_current_counts_and_published_figures(busy):
    w = busy
    worlds.enter(w.second, {w.cell(2018): "68"}, w.officer, seen={})
    contradiction(w)
    assert find(w.press, "68")[1]["Counts"] == ["Eastmarch, 2018/19: 68", "Northshire, 2018/19: 68"]
    assert find(w.press, "Northshire 68")[1]["Counts"] == ["Northshire, 2018/19: 68"]
    assert "Counts" not in find(w.press, "12")[1]  # replaced by 68
    for text in ("3903", "3,903"):
        assert find(w.press, text)[1] == {
            "Published figures": ["England and Wales, 2018/19: 3,903"]
        }


ODD = ["", "  ", "zzz", "\x00", "%", "9" * 30, "²", "a" * 500, "' OR 1=1", "<b>"]


@pytest.mark.parametrize("text", sampled(ODD, some(ODD, 3)))
def test_an_odd_search_finds_nothing_and_says_so(busy, text):
    card, groups = find(busy.press, text)
    assert card is None
    assert groups == {}
    page = text_of(logged_in(busy.press).get(reverse("admin:find"), {"q": text}))
    assert ("Nothing found." in page) is bool(text.strip())


def test_twenty_of_a_kind_and_how_many_more_at_a_fixed_cost(busy):
    w = busy

    def cost():
        client = logged_in(w.press)
        client.get(reverse("admin:find"), {"q": "5"})
        with CaptureQueriesContext(connection) as asked:
            response = client.get(reverse("admin:find"), {"q": "5"})
        return len(asked), response

    few, _ = cost()
    for i in range(25):
        made = worlds.submission(worlds.force(f"Town {i} End"), w.round)
        worlds.enter(made, {w.cell(2018): "5"}, w.officer)
    number, response = cost()
    group = next(g for g in response.context["groups"] if g.title == "Counts")
    assert (len(group.hits), group.more) == (20, 5)
    assert "and 5 more" in text_of(response)
    assert number <= few + 3  # to count what is not shown, once a kind


def test_nobody_finds_what_they_may_not_see(busy):
    contradiction(busy)
    for text in ("Northshire", "68", "3903", "2019"):
        assert find(worlds.person(f"Fay {text}"), text) == (None, {})


def test_the_box_is_on_every_page_and_not_on_the_login(busy):
    page = logged_in(busy.checker).get(page_of("force_changelist")).content.decode()
    assert f'action="{reverse("admin:find")}"' in page
    assert f'action="{reverse("admin:find")}"' not in (
        Client().get(reverse("account_login")).content.decode()
    )


# In a real browser


@pytest.mark.browser
@on_each_screen
def test_axe_finds_nothing_and_nothing_is_too_wide(world, new_page, log_in, axe, width, dark):
    w = world
    worlds.enter(w.submission, {w.cell(2018): "68"}, w.officer)
    contradiction(w)
    for i, outcome in enumerate(("answered", "awaited", "refused")):
        worlds.submission(worlds.force(f"Town {i} End"), w.round, outcome=outcome)
    releases.prepare(
        w.measure, title="New figures", year=2018, last_round=w.round, by=w.officer, now=NOW
    )
    event = worlds.event()
    CampaignEvent.objects.filter(pk=event.pk).update(
        embargo_at=timezone.now() + dt.timedelta(days=12)
    )
    people = (w.officer, w.checker, w.press, w.approver, worlds.person("Fay New"))
    page = new_page(width=width, dark=dark)
    for user in some(people, 2):
        log_in(page, user)
        turn(page, reverse("admin:index"))
        assert axe(page) == [], user
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), user
    log_in(page, w.officer)
    page.goto(reverse("admin:index"))
    if page.get_by_text("All records").is_visible():
        page.get_by_text("All records").click()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.get_by_role("searchbox", name="Search forces, requests, figures")
    for text in some(("Northshire", "68", "zzz")):
        box.fill(text)
        box.press("Enter")
        page.wait_for_url(f"**/admin/find/?q={text}")
        assert axe(page) == [], text
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), text
