"""Press releases: made of allowed claims, issued by a second person, shut until the embargo."""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction

from offences import press, releases
from offences.models import IssuedText, PressRelease
from offences.press.basis import basis_of, facts_of_release
from offences.refused import Refused
from tests import worlds
from tests.figures import worlds as rows
from tests.worlds import LATER, NOW

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def world(db):
    class World(worlds.World):
        def force(self, area, texts):
            force = worlds.force(area)
            made = worlds.submission(force, self.round)
            cells = {worlds.cell(self.measure, year): text for year, text in texts.items()}
            worlds.enter(made, cells, by=self.officer)
            worlds.check(made, by=self.checker, now=LATER, confirm_zeros=True)
            return force

        def released(self, public_at=OPENS):
            return super().released(public_at)

        def draft(self, texts, **more):
            self.force("Northshire", texts)
            event = worlds.event(self.released(**more))
            (text,) = press.draft_event(event, by=self.press, now=NOW, force="northshire")
            return text

    w = World(**worlds.team("officer", "checker", "press", "approver"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, years=(2015, 2018))
    return w


def test_a_rise_is_said_with_both_numbers_and_both_years(world):
    text = world.draft({2017: "100", 2018: "160"})
    words = "recorded 160 online sexual offences in 2018/19, up from 100 a year earlier, figures"
    assert words in text.text
    assert "and a rise of 60% in a year." in text.text


def test_no_percentage_on_a_small_base(world):
    assert "%" not in world.draft({2017: "12", 2018: "40"}).text


def test_a_change_within_chance_never_leads_as_a_rise(world):
    text = world.draft({2017: "100", 2018: "110"}).text
    assert "similar to the 100 of a year earlier" in text
    assert "up from" not in text
    assert "%" not in text


def test_a_withheld_number_is_said_as_a_range(world):
    text = world.draft({2017: "<5", 2018: "30"}).text
    assert "recorded 30 online sexual offences in 2018/19" in text
    assert "%" not in text


def test_one_offence_is_singular(world):
    text = world.draft({2017: "30", 2018: "1"})
    assert "recorded 1 online sexual offence in 2018/19" in text.text


def test_a_confirmed_nought_is_said_and_is_no_percentage(world):
    text = world.draft({2017: "60", 2018: "0"}).text
    assert "recorded 0 online sexual offences in 2018/19" in text
    assert "%" not in text


def test_part_of_a_year_is_said_with_its_months_and_compared_with_nothing(world):
    text = world.draft({2017: "48", 2018: "19 Apr-Sep"}).text
    assert "19 online sexual offences in six months of 2018/19" in text
    assert "48" not in text.split("ENDS")[0]


def test_a_sum_with_a_part_of_a_year_may_be_larger_and_its_note_is_read_as_true(world):
    world.force("Northshire", {2017: "48", 2018: "19 Apr-Sep"})
    for area in ("Southshire", "Eastshire"):
        world.force(area, {2017: "50", 2018: "70"})
    event = worlds.event(world.released())
    made = {text.body: text for text in press.draft_event(event, by=world.press, now=NOW)}
    text = made["national"].text
    assert "only part of the year, so the true sum may be larger." in text
    assert basis_of(facts_of_release(event.release), "national").mark(text).findings == []


def test_a_skipped_year_is_named(world):
    text = world.draft({2016: "60", 2017: "not held", 2018: "120"}).text
    assert "double the 60 of two years earlier" in text
    assert "There is no figure for 2017/18" in text


def test_a_force_without_a_figure_gets_a_text_that_says_so(world):
    world.force("Northshire", {2018: "68"})
    silent = worlds.force("Southshire")
    worlds.submission(silent, world.round, outcome="no_response")
    event = worlds.event(world.released())
    (text,) = press.draft_event(event, by=world.press, now=NOW, force="southshire")
    assert "did not answer for 2018/19. No figure does not mean no offences." in text.text
    assert "Southshire" not in text.headline


def test_no_force_is_set_against_another(world):
    world.force("Southshire", {2017: "777", 2018: "4998"})
    text = world.draft({2017: "60", 2018: "90"})
    assert "Southshire" not in text.text
    assert "4,998" not in text.text


@pytest.mark.both_databases
def test_the_one_who_drafted_a_text_cannot_issue_it(world):
    text = world.draft({2017: "48", 2018: "68"})
    with pytest.raises(Refused, match="a colleague has to issue it"):
        worlds.issue(text, by=world.press, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        PressRelease.objects.filter(pk=text.pk).update(issued_by=world.press, issued_at=NOW)


def test_drafting_again_leaves_what_a_person_edited(world):
    text = world.draft({2017: "48", 2018: "68"})
    PressRelease.objects.filter(pk=text.pk).update(
        text="Edited.", edited_by=world.press, edited_at=NOW
    )
    press.draft_event(text.event, by=world.press, now=LATER)
    text.refresh_from_db()
    assert text.text == "Edited."


def test_drafting_again_brings_a_corrected_figure(world):
    text = world.draft({2017: "48", 2018: "68"})
    made = text.release.last_round.submissions.get()
    worlds.enter(made, {worlds.cell(world.measure, 2018): "86"}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER)
    text.event.release = world.released()
    text.event.save()
    press.draft_event(text.event, by=world.press, now=LATER)
    text.refresh_from_db()
    assert "recorded 86" in text.text


def test_an_issued_text_is_a_copy_that_later_edits_do_not_reach(world):
    text = world.draft({2017: "48", 2018: "68"})
    issued = worlds.issue(text, by=world.approver, now=NOW)
    PressRelease.objects.filter(pk=text.pk).update(text="Changed.")
    issued.refresh_from_db()
    assert "recorded 68" in issued.text
    for way in (
        lambda: IssuedText.objects.update(text="Changed."),
        lambda: IssuedText.objects.bulk_update([issued], ["text"]),
        lambda: text.event.issued.all().delete(),
        issued.save,
        issued.delete,
    ):
        with pytest.raises(TypeError, match=r"An issued text (never changes|is never removed)"):
            way()


def test_a_text_cannot_open_before_its_figures(world):
    text = world.draft({2017: "48", 2018: "68"}, public_at=OPENS + dt.timedelta(days=1))
    with pytest.raises(Refused, match="before it is public"):
        worlds.issue(text, by=world.approver, now=NOW)


def test_a_withdrawn_release_cannot_be_spoken_from(world):
    text = world.draft({2017: "48", 2018: "68"})
    releases.withdraw(text.release, by=world.approver, now=NOW, reason="A slip.")
    with pytest.raises(Refused, match="withdrawn"):
        worlds.issue(text, by=world.approver, now=NOW)
    with pytest.raises(Refused, match="withdrawn"):
        press.drafts(text.event)


PUBLIC = [
    "/",
    "/forces/",
    "/forces/northshire/",
    "/forces/northshire/online.csv",
    "/releases/online/1/forces/northshire/",
    "/press/",
    "/press/conference/",
    "/press/conference/northshire/",
    "/about/",
]


@pytest.mark.on_postgresql
def test_one_second_before_the_embargo_nothing_is_public_and_at_the_minute_all_is(world, client):
    text = world.draft({2017: "4813", 2018: "6829"})
    worlds.issue(text, by=world.approver, now=NOW)
    with time_machine.travel(OPENS - SECOND, tick=False):
        for address in PUBLIC:
            page = client.get(address).content.decode()
            assert "6829" not in page.replace(",", ""), address
            assert "Conference" not in page, address
        assert client.get("/press/conference/northshire/").status_code == 404
        assert client.get("/releases/online/1/forces/northshire/").status_code == 404
        assert client.get("/forces/northshire/online.csv").status_code == 404
    with time_machine.travel(OPENS, tick=False):
        for address in PUBLIC[2:5] + PUBLIC[7:8]:
            response = client.get(address)
            assert response.status_code == 200, address
            assert "6829" in response.content.decode().replace(",", ""), address
        assert "The Conference" in client.get("/press/").content.decode()


def test_moving_the_embargo_later_shuts_an_issued_text_again(world):
    text = world.draft({2017: "48", 2018: "68"})
    worlds.issue(text, by=world.approver, now=NOW)
    assert IssuedText.objects.public(OPENS).exists()
    text.event.embargo_at = OPENS + dt.timedelta(hours=1)
    text.event.save()
    assert not IssuedText.objects.public(OPENS).exists()


def test_a_draft_is_marked_for_staff_and_not_there_for_strangers(world, client):
    world.draft({2017: "48", 2018: "68"})
    address = "/press/conference/northshire/"
    with time_machine.travel(NOW, tick=False):
        assert client.get(address).status_code == 404
        client.force_login(world.press)
        response = client.get(address)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Draft" in page
    assert "Embargoed until 00:01 on 25 June 2019" in page
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]


def test_a_withdrawn_release_says_so_on_its_text_and_shows_no_figures_at_its_address(world, client):
    text = world.draft({2017: "48", 2018: "68"})
    worlds.issue(text, by=world.approver, now=NOW)
    releases.withdraw(text.release, by=world.approver, now=LATER, reason="48 was a slip for 84.")
    with time_machine.travel(OPENS, tick=False):
        page = client.get("/press/conference/northshire/").content.decode()
        assert "48 was a slip for 84." in page
        pinned = client.get("/releases/online/1/forces/northshire/")
    assert pinned.status_code == 410
    assert "48 was a slip for 84." in pinned.content.decode()
    assert "68" not in pinned.content.decode()


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_the_files_of_a_text_open_with_its_page_and_not_before(world, client, kind):
    text = world.draft({2017: "48", 2018: "68"})
    worlds.issue(text, by=world.approver, now=NOW)
    address = f"/press/conference/northshire.{kind}"
    with time_machine.travel(OPENS - SECOND, tick=False):
        assert client.get(address).status_code == 404
    with time_machine.travel(OPENS, tick=False):
        response = client.get(address)
    assert response.status_code == 200
    assert f"northshire.{kind}" in response["Content-Disposition"]
    if kind == "txt":
        assert "recorded 68" in response.content.decode()
        assert response.content.decode().startswith("Embargo: 00:01 on 25 June 2019, now over")


def test_staff_read_a_draft_as_a_file_and_it_is_kept_nowhere(world, client):
    world.draft({2017: "48", 2018: "68"})
    client.force_login(world.press)
    response = client.get("/press/conference/northshire.docx")
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_withdrawn_text_is_no_file(world, client):
    text = world.draft({2017: "48", 2018: "68"})
    worlds.issue(text, by=world.approver, now=NOW)
    releases.withdraw(text.release, by=world.approver, now=LATER, reason="A slip.")
    with time_machine.travel(OPENS, tick=False):
        assert client.get("/press/conference/northshire.txt").status_code == 404


def test_what_is_not_in_the_records_is_not_said_to_have_never_been_asked(db):
    """After the last year of which anything is known, too: the release says why there is none."""
    measure = worlds.measure()
    made = rows.release(measure, worlds.round_of(measure))
    force = worlds.force()
    rows.figure(made, force, 2016, 60)
    rows.figure(made, force, 2017, None)
    rows.figure(made, force, 2018, None)
    rows.answer(made, force, "unknown")
    rows.figure(made, worlds.force("Southshire"), 2018, 9, figure_kind="total", body_kind="total")
    (draft,) = press.drafts(worlds.event(made), "northshire")
    assert "The figures give no 2018/19 number for Northshire Police" in draft.text
    assert "not asked" not in draft.text
    why = next(each for each in draft.claims if each.id == "no_figure")
    assert why.figures["why"] == "not_in_records"


def test_the_cells_of_all_forces_are_stored_with_the_text_on_all_of_them_alone(world):
    """With each force's own text they would grow with the square of the forces."""
    world.force("Southshire", {2017: "50", 2018: "70"})
    world.force("Northshire", {2017: "48", 2018: "68"})
    event = worlds.event(world.released())
    texts = {text.body: text for text in press.draft_event(event, by=world.press, now=NOW)}
    of_all = texts.pop("national")
    bodies = {cell["body"] for claim in of_all.claims for cell in claim["cells"]}
    assert len(bodies) > 1
    for text in texts.values():
        named = {cell["body"] for claim in text.claims for cell in claim["cells"]}
        assert named == {f"{text.place} Police"}
    said = {(claim["id"], claim["subject"], claim["text"]) for claim in of_all.claims}
    own = {(c["id"], c["subject"], c["text"]) for text in texts.values() for c in text.claims}
    assert said <= own  # each can be said in all of them
