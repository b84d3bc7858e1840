"""After a correction: texts no longer true, a notice to each newsroom once, and the articles."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from offences import mail, press, releases
from offences.models import Correction, MediaContact, PrintedArticle, SentCorrection
from offences.press import articles, notices
from offences.refused import Refused
from tests import rows, worlds
from tests.mail_server import killed_in
from tests.press.test_sending import left as sent_under_embargo  # noqa: F401
from tests.press.test_sending import reserve_all, send
from tests.releases.conftest import world  # noqa: F401
from tests.releases.test_one_figure import AGAIN, WHY, approved, correct, enter

TOLD = ["echo@example.org", "echo@example.org", "gazette@example.org", "wire@example.org"]
DAY = dt.timedelta(days=1)


@pytest.fixture
def wrong(sent_under_embargo, server):  # noqa: F811
    """Every text was sent; then Northshire's 68 turns out to be 86, and is public as that."""

    def make(w=sent_under_embargo):
        reserve_all(w)
        send(w)
        w.base = w.text.release
        enter(w, w.made, 2018, "86")
        w.release = approved(w, correct(w, w.base, w.north))
        return w

    w = rows.kept("press, wrong", make)
    w.clock = sent_under_embargo.clock
    w.press = User.objects.get(pk=w.press.pk)
    w.clock.move_to(AGAIN + DAY, tick=False)
    server.inbox.clear()
    return w


def ripple(w):
    return {each.text.body: each for each in notices.notices_of(w.release, AGAIN + DAY)}


def reserve(w):
    return notices.reserve(w.release, by=w.press, now=AGAIN + DAY)


def send_notices(w):
    return notices.send_reserved(w.release, lambda *_: None)


def test_every_text_that_has_the_figure_or_a_sum_it_is_in_is_no_longer_true(wrong):
    """Southshire's own 40 is as it was; that all forces recorded 108 is not."""
    found = ripple(wrong)
    assert found.keys() == {"northshire", "southshire", "national"}
    assert any("68" in each.sentence for each in found["northshire"].task.outdated)
    elsewhere = found["southshire"].task
    assert {each.figures for each in elsewhere.outdated} == {"108"}
    assert all("126" in each.correction for each in elsewhere.outdated)
    assert "Northshire" not in found["southshire"].words
    assert [room.outlet for room in found["northshire"].ready] == ["Echo", "Gazette"]


def test_each_newsroom_that_was_sent_a_text_gets_its_notice_and_none_twice(wrong, server):
    assert reserve(wrong) == 4
    assert send_notices(wrong).sent == 4
    assert server.recipients == TOLD
    notice = next(m for m in server.inbox if m["To"] == "gazette@example.org")
    assert notice["Subject"].startswith("CORRECTION: Northshire")
    assert "Northshire, 2018/19: 68 is now 86." in notice.get_content()
    assert WHY in notice.get_content()
    assert reserve(wrong) == 0 and send_notices(wrong).sent == 0
    assert len(server.inbox) == 4


def test_a_text_is_closed_when_everybody_who_was_sent_it_has_the_notice(wrong, server):
    server.refuses.add("gazette@example.org")
    reserve(wrong)
    assert send_notices(wrong).refused == 1
    of = {each.issued_text.body: each.how for each in Correction.objects.all()}
    assert of == dict.fromkeys(("national", "southshire"), "By e-mail to 1 newsroom.")
    assert ripple(wrong)["northshire"].is_open and not ripple(wrong)["national"].is_open
    server.refuses.clear()
    assert send_notices(wrong).sent == 1
    assert press.texts_to_correct(AGAIN + DAY) == []
    closed = Correction.objects.get(issued_text__body="northshire")
    assert (closed.how, closed.done_by) == ("By e-mail to 2 newsrooms.", wrong.press)


@pytest.mark.parametrize("nth", [1, 3])
def test_killed_between_two_notices_and_run_again_each_newsroom_has_one(wrong, server, nth):
    reserve(wrong)
    with killed_in(mail, "_claim", nth):
        send_notices(wrong)
    assert len(server.inbox) == nth - 1
    send_notices(wrong)
    assert server.recipients == TOLD


@pytest.mark.parametrize("way", ["withdrawn", "overtaken", "other words"])
def test_a_notice_that_is_no_longer_true_does_not_leave_and_can_be_taken_back(wrong, server, way):
    reserve(wrong)
    if way == "withdrawn":
        step = {"by": wrong.approver, "now": AGAIN + DAY}
        releases.withdraw(wrong.release, reason="It was 68 after all.", **step)
    elif way == "overtaken":
        enter(wrong, wrong.made, 2018, "87")
        approved(wrong, correct(wrong, wrong.release, wrong.north), AGAIN + DAY / 2)
    else:
        SentCorrection.objects.update(body="Northshire, 2018/19: 68 is now 85.")
    assert (send_notices(wrong).refused, server.inbox) == (4, [])
    assert not Correction.objects.exists()
    for row in SentCorrection.objects.waiting():
        assert "Take the notice back" in row.error
        opened(wrong, wrong.press, settle=f"{row.message_id} withdrawn")
    assert not SentCorrection.objects.exists()


def test_killed_after_it_arrived_a_notice_waits_for_a_person(wrong, server):
    reserve(wrong)
    with killed_in(mail, "digest_of"):
        send_notices(wrong)
    send_notices(wrong)
    assert len(server.inbox) == 4
    (unsure,) = SentCorrection.objects.unsure()
    assert notices.settle(wrong.release, unsure.message_id, arrived=True)
    assert not any(each.is_open for each in ripple(wrong).values())


def test_who_asked_us_to_stop_gets_no_notice_and_the_text_waits_for_a_person(wrong, server):
    MediaContact.objects.filter(outlet="Gazette").update(stopped_on=localdate(AGAIN))
    assert reserve(wrong) == 3
    send_notices(wrong)
    assert "gazette@example.org" not in server.recipients
    text = ripple(wrong)["northshire"]
    assert text.is_open and [row.outlet for row in text.without_address] == ["Gazette"]
    how = "The Gazette by phone, the Echo by e-mail"
    step = {"by": wrong.press, "now": AGAIN + DAY}
    press.record_correction(text.text, wrong.release, how=how, **step)
    assert not ripple(wrong)["northshire"].is_open


def test_the_database_refuses_a_second_notice_to_one_address_whatever_its_capitals(wrong):
    reserve(wrong)
    row = SentCorrection.objects.filter(to="gazette@example.org").get()
    row.pk, row.to = None, "Gazette@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_only_press_officers_send_notices_and_not_before_the_figure_is_public(wrong):
    with pytest.raises(Refused, match="Only press officers"):
        notices.reserve(wrong.release, by=wrong.approver, now=AGAIN + DAY)
    with pytest.raises(Refused, match="not public yet"):
        notices.reserve(wrong.release, by=wrong.press, now=AGAIN - DAY)
    assert not SentCorrection.objects.exists()


# Articles


def note(w, **more):
    given = {"outlet": "Gazette", "url": "https://gazette.example/1", "printed": "68"} | more
    return articles.note_article(w.release, **given, by=w.press, now=AGAIN)


def test_an_article_is_asked_about_until_it_is_put_right(wrong):
    article = note(wrong)
    assert article.ask_on == localdate(AGAIN) + DAY
    step = {"by": wrong.press, "now": AGAIN + DAY}
    later = localdate(AGAIN) + 4 * DAY
    articles.record_correction_request(article, again_on=later, **step)
    article.refresh_from_db()
    assert (article.asked_on, article.ask_on) == (localdate(AGAIN) + DAY, later)
    articles.record_put_right(article, how="by phone", **step)
    article.refresh_from_db()
    assert article.put_right_by == wrong.press
    with pytest.raises(Refused, match="already recorded that it was put right"):
        articles.record_correction_request(article, again_on=later, **step)


@pytest.mark.parametrize(
    "given", [{"url": "no address"}, {"outlet": " "}, {"printed": ""}, {"url": "javascript:1"}]
)
def test_an_article_needs_its_newsroom_its_address_and_what_it_printed(wrong, given):
    with pytest.raises(Refused):
        note(wrong, **given)
    assert not PrintedArticle.objects.exists()


# The page


def opened(w, person, **data):
    client = Client()
    client.force_login(person)
    address = reverse("admin:offences_release_correct", args=[w.release.pk])
    answer = client.post(address, data) if data else client.get(address)
    return client.get(address).content.decode() if answer.status_code == 302 else answer


def test_the_page_has_all_of_it_from_the_figure_to_the_last_article(wrong, server):
    caches["results"].clear()
    page = opened(wrong, wrong.press).content.decode()
    for words in ("release 1 becomes release 2", "Send 4 notices", WHY, "3 of 3 left"):
        assert words in page
    assert "0 issued texts remain true" in page
    page = opened(
        wrong,
        wrong.press,
        note=1,
        outlet="Gazette",
        url="https://gazette.example/1",
        printed="68, up 42%",
    )
    assert "68, up 42%" in page and "all done" not in page
    opened(wrong, wrong.press, send=1)
    worlds.work()
    article = PrintedArticle.objects.get()
    page = opened(wrong, wrong.press, article=article.pk, right=1, how="by phone")
    assert "all done" in page and "4 of 4 sent" in page
    assert len(server.inbox) == 4


def test_others_see_the_list_and_record_nothing(wrong):
    page = opened(wrong, wrong.checker)
    assert page.status_code == 200 and "Press officers send them." in page.content.decode()
    assert opened(wrong, wrong.checker, send=1).status_code == 403
