"""A force's own break: copied by a release, seen on its page, left out where forces compare."""

import pytest
import time_machine
from django.test import Client

from offences import press, releases
from offences.intake import recording_practice
from offences.models import ForceBreak, MeasureBreak
from offences.press import basis, briefing_of
from offences.refused import Refused
from offences.statistics.years import Year
from offences.trends import (
    breaks_for,
    breaks_of,
    figures_of,
    panel_of,
    released_trends,
    responses_of,
)
from tests import worlds
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW

WHY = "the force began to mark crimes as online"
SAYS = f"Counted in another way since 2017/18: {WHY}."


@pytest.fixture
def answered(world):
    """Three forces of four years; the answers of Northshire say that it marks since 2017/18."""
    world.west = worlds.force("Westshire")
    texts = {2015: "100", 2016: "110", 2017: "150", 2018: "160"}
    world.answer(world.south, texts)
    world.answer(world.west, texts)
    made = world.answer(world.north, {2015: "10", 2016: "12", 2017: "90", 2018: "95"})
    recording_practice.record(
        made, {"flag": "Yes", "flag_since": "2017/18"}, None, by=world.officer, now=NOW
    )
    worlds.check(made, by=world.checker, now=LATER)
    world.returned = made
    return world


def trend(force, release):
    return released_trends(force, [release])[0]


def test_a_release_copies_the_breaks_of_single_forces_under_their_address(answered):
    release = answered.approved()
    assert release.breaks == [{"year": 2017, "why": WHY, "force": "northshire"}]
    assert breaks_of(release) == ()
    assert [each.year for each in breaks_for(release, "northshire")] == [Year(2017)]
    assert breaks_for(release, "southshire") == ()


def test_what_is_released_stays_when_the_break_is_taken_back_later(answered):
    release = answered.approved()
    ForceBreak.objects.all().delete()
    release.refresh_from_db()
    assert [each.why for each in trend(answered.north, release).series.breaks] == [WHY]


def test_a_break_of_a_return_that_nobody_has_checked_is_in_no_release(answered):
    recording_practice.record(
        answered.returned,
        {"changed": "Yes", "changed_year": "2018/19"},
        None,
        by=answered.officer,
        now=LATER,
    )
    assert answered.approved().breaks == []


def test_a_break_after_the_year_of_the_release_is_not_in_it(answered):
    ForceBreak.objects.update(year=2018, submission=None)
    assert answered.approved(year=2017).breaks == []


def test_a_new_break_is_another_thing_to_approve(answered):
    release = answered.prepare()
    seen = releases.snapshot(release).fingerprint
    ForceBreak.objects.create(measure=answered.measure, force=answered.south, year=2018, why="So.")
    with pytest.raises(Refused, match="changed since you opened"):
        worlds.approve(release, by=answered.approver, now=NOW, public_at=OPENS, seen=seen)


def test_a_break_of_all_and_one_of_its_own_in_one_year_are_said_together(answered):
    MeasureBreak.objects.create(measure=answered.measure, year=2017, why="A new code.")
    release = answered.approved()
    (both,) = breaks_for(release, "northshire")
    assert both.why == f"A new code; {WHY}" and not both.own
    assert [each.why for each in breaks_for(release, "southshire")] == ["A new code."]
    assert [each.why for each in breaks_of(release)] == ["A new code."]


def test_nothing_is_compared_across_it_on_the_force_s_own_page(answered):
    release = answered.approved(year=2017)
    said = briefing_of(trend(answered.north, release))
    assert SAYS in " ".join(said.says)
    other = briefing_of(trend(answered.south, release))
    assert "another way" not in " ".join(other.says)


def test_all_forces_together_are_compared_without_it_and_added_up_with_it(answered):
    release = answered.approved()
    panel = panel_of(release, figures_of([release]), responses_of([release]))
    across = panel.like_for_like(Year(2016), Year(2017))
    assert across.forces == ("southshire", "westshire")
    assert panel.like_for_like(Year(2017), Year(2018)).forces == (
        *("northshire", "southshire", "westshire"),
    )
    assert panel.total(Year(2017)).low == 390


def test_readers_see_it_on_that_force_s_page_and_on_no_other(answered):
    answered.approved()
    client = Client()
    with time_machine.travel(OPENS, tick=False):
        pages = {
            slug: client.get(f"/forces/{slug}/").content.decode()
            for slug in ("northshire", "southshire")
        }
        measure = client.get("/measures/online/").content.decode()
    assert WHY in pages["northshire"]
    assert "Counted in another way from 2017/18 on" in pages["northshire"]
    assert WHY not in pages["southshire"]
    assert "The counting changed in" not in measure  # the definition is what it was
    assert "The two police forces with figures for both years that compare recorded" in measure


def test_the_approver_reads_each_break_as_readers_will_see_it(answered):
    release = answered.prepare()
    client = Client()
    client.force_login(answered.approver)
    page = client.get(f"/admin/offences/release/{release.pk}/approve/").content.decode()
    row = page[page.index("Counted in another way") :]
    assert "Northshire" in row and "2017/18" in row and WHY in row


def test_the_checker_reads_the_answers_and_the_break_that_the_check_would_settle(answered):
    client = Client()
    client.force_login(answered.checker)
    page = client.get(f"/admin/offences/foisubmission/{answered.returned.pk}/check/")
    text = page.content.decode()
    assert "Since which financial year" in text
    assert f"Online sexual offences, since 2017/18: {WHY}." in text


def test_a_check_begun_before_the_answers_came_does_not_confirm_them(answered):
    answered.returned.refresh_from_db()
    seen = answered.returned.edition
    recording_practice.record(
        answered.returned,
        {"changed": "Yes", "changed_year": "2016/17"},
        None,
        by=answered.officer,
        now=LATER,
    )
    with pytest.raises(Refused, match="changed since you opened"):
        worlds.check(answered.returned, by=answered.checker, now=LATER, edition=seen)


def test_drafts_compare_nothing_across_it_and_trace_clean(answered):
    ForceBreak.objects.update(why="the force says: “we joined our 3 systems”")
    release = answered.approved(year=2017)
    event = worlds.event(release)
    texts = {text.body: text for text in press.draft_event(event, by=answered.officer, now=NOW)}
    own = texts["northshire"]
    assert (
        "Counted in another way since 2017/18: the force says: “we joined our 3 systems”."
        " The Harbour Trust compares with no earlier year." in " ".join(own.text.split())
    )
    assert "12 in 2016/17" not in own.text and "joined" not in texts["southshire"].text
    whole = basis.facts_of_release(release)
    for text in texts.values():
        marked = basis.basis_of(whole, text.body, whole.year).mark(text.text)
        assert marked.findings == [], (text.body, [f.text for f in marked.findings])


def test_the_officer_reads_the_answers_and_what_came_of_them_on_the_return_s_page(answered):
    client = Client()
    client.force_login(answered.officer)
    page = client.get(f"/admin/offences/foisubmission/{answered.returned.pk}/change/")
    text = page.content.decode()
    assert "Since which financial year" in text and "2017/18" in text
    made = ForceBreak.objects.get()
    assert f"/admin/offences/forcebreak/{made.pk}/change/" in text and WHY in text
