"""A text left, and a newer release contradicts it: found, told on its page, corrected."""

import datetime as dt

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offences import press, releases
from offences.models import Correction, IssuedText, MediaContact
from offences.press import revised_figures
from offences.refused import Refused
from offences.releases import is_revised, key_of
from tests import rows, worlds
from tests.releases.conftest import OPENS, world  # noqa: F401
from tests.worlds import LATER, NOW, at_once

AGAIN = OPENS + dt.timedelta(days=20)
SECOND = dt.timedelta(seconds=1)
PAGE = "/press/conference/northshire/"


@pytest.fixture
def left(world):  # noqa: F811
    """Texts with Northshire's 68, up from 48, left with release 1; both forces' figures are in."""

    def make(w=world):
        w.press = worlds.person("Di Fox", "Press officer")
        w.made = w.answer(w.north, {2017: "48", 2018: "68"})
        w.other = w.answer(w.south, {2017: "30", 2018: "40"})
        w.event = worlds.event(w.approved())
        for text in press.draft_event(w.event, by=w.press, now=NOW):
            worlds.issue(text, by=w.approver, now=NOW)
        w.text = IssuedText.objects.get(body="northshire")
        return w

    return rows.kept("press, left", make)


def revise(w, text="71", year=2018, made=None, public_at=AGAIN):
    made = made or w.made
    worlds.enter(made, {worlds.cell(w.measure, year): text}, by=w.officer)
    worlds.check(made, by=w.checker, now=LATER)
    return w.approved(public_at=public_at)


def waiting(at=AGAIN):
    return {each.text.body: each for each in press.texts_to_correct(at)}


def done(w, at=AGAIN):
    task = waiting(at)["northshire"]
    return press.record_correction(w.text, task.release, how="E-mail to all", by=w.press, now=at)


def test_a_text_waits_from_the_minute_the_newer_release_opens(left):
    assert waiting() == {}
    revise(left)
    assert waiting(AGAIN - SECOND) == {}
    task = waiting()["northshire"]
    assert task.release.number == 2
    (own,) = [m for m in task.revised if m.whose == "Northshire"]
    assert (own.year, own.before, own.after) == ("2018/19", "68", "71")


def test_a_text_that_still_says_what_is_right_does_not_wait(left):
    revise(left, "41", made=left.other)
    assert "northshire" not in {
        body
        for body, task in waiting().items()
        if all(m.whose == "Northshire" for m in task.revised)
    }
    assert any(slip.figures == "40" for slip in waiting()["southshire"].outdated)


def test_a_revised_sum_is_in_every_text_that_printed_it(left):
    revise(left, "41", made=left.other)
    assert {"southshire", "national"} <= waiting().keys()


def test_a_figure_that_moves_too_far_to_be_a_slip_contradicts_its_texts_too(left):
    revise(left, "300")
    found = waiting()
    assert any("68" in each.sentence for each in found["northshire"].outdated)
    for body in ("national", "southshire"):
        of_sum = [each for each in found[body].outdated if "108" in each.sentence]
        assert of_sum and all("340" in each.correction for each in of_sum)
        assert "[108" not in press.correction_notice(found[body])


def test_a_figure_that_nothing_replaces_is_said_to_be_no_longer_so(left):
    revise(left, "[x]")
    found = waiting()["northshire"].outdated
    assert any("[68: no longer so]" in each.correction for each in found)


def test_the_task_has_the_old_sentence_and_the_new(left):
    revise(left)
    slips = waiting()["northshire"].outdated
    assert any(
        "recorded 68" in slip.sentence and "recorded 71" in slip.correction for slip in slips
    )


def test_the_words_to_send_name_the_old_figure_the_new_one_and_why(left):
    revise(left)
    letter = press.correction_notice(waiting()["northshire"])
    assert "Northshire, 2018/19: 68 is now 71. Why: A slip of the pen was put right." in letter
    assert "00:01 on 25 June 2019" in letter


def test_what_is_done_waits_no_more_until_the_figure_moves_again(left):
    revise(left)
    done(left)
    assert "northshire" not in waiting()
    later = AGAIN + dt.timedelta(days=1)
    revise(left, "30", year=2017, made=left.other, public_at=later)
    assert "northshire" not in waiting(later)
    last = later + dt.timedelta(days=1)
    revise(left, "72", public_at=last)
    (own,) = [m for m in waiting(last)["northshire"].revised if m.whose == "Northshire"]
    assert (own.before, own.after) == ("71", "72")


def test_a_correction_is_noted_once_with_words_and_only_where_one_waits(left):
    with pytest.raises(Refused, match="does not contradict"):
        press.record_correction(left.text, left.text.release, how="Mail", by=left.press, now=AGAIN)
    release = revise(left)
    with pytest.raises(Refused, match="Say who was told"):
        press.record_correction(left.text, release, how=" ", by=left.press, now=AGAIN)
    done(left)
    with pytest.raises(Refused, match="A colleague has noted"):
        press.record_correction(left.text, release, how="Mail", by=left.press, now=AGAIN)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_who_note_it_at_once_one_does(left):
    revise(left)
    came = at_once(lambda: done(left), lambda: done(left))
    assert Correction.objects.count() == 1
    assert sum(isinstance(each, Correction) for each in came) == 1


def test_whoever_got_figures_that_were_withdrawn_is_told_too(left):
    releases.withdraw(
        left.text.release, by=left.approver, now=LATER, reason="68 was a slip for 86."
    )
    task = waiting()["northshire"]
    assert task.withdrawn and "68 was a slip for 86." in press.correction_notice(task)
    done(left)
    assert "northshire" not in waiting()


def test_those_who_cover_the_place_are_written_to_and_nobody_who_asked_to_stop(left):
    def contact(name, *forces, **more):
        made = MediaContact.objects.create(outlet=name, email=f"{name}@example.org", **more)
        made.forces.set(forces)

    contact("gazette", left.north)
    contact("herald", left.south)
    contact("agency")
    contact("stopped", left.north, stopped_on=NOW.date())
    assert [c.outlet for c in press.contacts_of(left.text)] == ["agency", "gazette"]
    national = IssuedText.objects.get(body="national")
    assert [c.outlet for c in press.contacts_of(national)] == ["agency"]


def test_the_questions_do_not_grow_with_the_texts(left):
    revise(left)
    caches["results"].clear()  # what was traced once is kept
    with CaptureQueriesContext(connection) as two:
        waiting()
    with CaptureQueriesContext(connection) as again:
        waiting()
    for letter in "ABC":
        left.answer(worlds.force(f"Shire {letter}"), {2017: "30", 2018: "40"})
    event = worlds.event(left.approved(public_at=AGAIN), slug="second")
    event.embargo_at = AGAIN
    event.save()
    for text in press.draft_event(event, by=left.press, now=NOW):
        worlds.issue(text, by=left.approver, now=NOW)
    revise(left, "72")
    with CaptureQueriesContext(connection) as many:
        assert len(waiting()) > 3
    assert len(many) <= len(two)
    assert len(again) < len(two)


def test_what_nothing_contradicts_is_not_compared_again_until_something_is_added(left):
    revise(left)
    done(left)
    for body in [*waiting()]:
        text = IssuedText.objects.get(body=body)
        press.record_correction(
            text, waiting()[body].release, how="E-mail", by=left.press, now=AGAIN
        )
    assert waiting() == {}
    with CaptureQueriesContext(connection) as again:
        assert waiting() == {}
    assert not [q for q in again.captured_queries if "releasedfigure" in q["sql"]]
    revise(left, "72")
    assert "northshire" in waiting()


def test_two_releases_are_compared_once_for_all_texts(left, monkeypatch):
    revise(left)
    compared = []

    def count(was, now):
        compared.append(key_of(was))
        return is_revised(was, now)

    monkeypatch.setattr(revised_figures, "is_revised", count)
    assert len(waiting()) > 1
    assert len(compared) == len({*compared})


def test_the_public_page_of_a_text_says_what_was_revised(left, client):
    release = revise(left)
    with time_machine.travel(AGAIN - SECOND, tick=False):
        assert "revised since" not in client.get(PAGE).content.decode()
    with time_machine.travel(AGAIN, tick=False):
        page = client.get(PAGE).content.decode()
    assert "revised since" in page
    said = f"Northshire, 2018/19: 68 is now 71 (release {release.number})."
    assert f"{said} A slip of the pen was put right." in page
