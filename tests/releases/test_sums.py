"""All forces asked, added up: only where every one's answer is known, and never with a zero for one
that gave none."""

from csv import DictReader
from io import StringIO

import pytest
import time_machine
from django.urls import reverse

from offences import press, releases
from offences.models import FigureKind
from offences.statistics.cells import Missing
from offences.statistics.years import Year
from tests import worlds
from tests.releases.conftest import OPENS
from tests.worlds import NOW

Y = Year(2018)


def sums(release) -> dict[str, tuple]:
    rows = release.figures.filter(figure_kind=FigureKind.SUM).order_by("year")
    return {Year(r.year).label: (r.low, r.high, r.with_figures, r.asked, r.body) for r in rows}


def test_the_figures_of_all_forces_asked_are_added_up(world):
    world.answer(world.north, {2017: "48", 2018: "68"})
    world.answer(world.south, {2017: "<5", 2018: "12"})
    assert sums(world.approved()) == {
        "2017/18": (49, 52, 2, 2, "England"),
        "2018/19": (80, 80, 2, 2, "England"),
    }


def test_a_force_that_gave_none_adds_nothing_and_is_not_counted(world):
    world.answer(world.north, {2018: "68"})
    world.answer(worlds.force("Eastshire"), {2018: "7"})
    worlds.submission(world.south, world.round, outcome="refused")
    assert sums(world.approved())["2018/19"] == (75, 75, 2, 3, "England")


def test_the_figure_of_one_force_is_no_sum_of_those_asked(world):
    world.answer(world.north, {2018: "68"})
    worlds.submission(world.south, world.round, outcome="refused")
    assert sums(world.approved()) == {}


def test_a_small_newer_round_does_not_stand_for_all(world):
    east = worlds.force("Eastshire")
    for force, figure in ((world.north, "68"), (world.south, "12"), (east, "7")):
        world.answer(force, {2018: figure})
    again = worlds.round_of(world.measure, slug="2020", years=(2018, 2018))
    for force, figure in ((world.north, "69"), (world.south, "12")):
        world.answer(force, {2018: figure}, round=again)
    found = sums(world.approved(last_round=again))
    assert found["2018/19"] == (88, 88, 3, 3, "England")


def test_an_answer_of_which_nothing_is_entered_leaves_the_sum_open(world):
    world.answer(world.north, {2018: "68"})
    world.answer(worlds.force("Eastshire"), {2018: "7"})
    made = worlds.submission(world.south, world.round, outcome="answered")
    assert sums(world.approved()) == {}
    assert world.stands(world.south, 2018).why == Missing.NOT_SETTLED
    assert made.round == world.round


@pytest.mark.parametrize("newer", ["not checked", "a zero that nobody confirmed", "not entered"])
def test_a_newer_answer_that_is_not_settled_leaves_the_sum_open(world, newer):
    for force, figure in ((world.north, "68"), (world.south, "12")):
        world.answer(force, {2017: "5", 2018: figure})
    again = worlds.round_of(world.measure, slug="2020", years=(2018, 2018))
    world.answer(world.north, {2018: "69"}, round=again)
    made = worlds.submission(world.south, again, outcome="answered")
    if newer != "not entered":
        text = "0" if newer.startswith("a zero") else "1"
        worlds.enter(made, {worlds.cell(world.measure, 2018): text}, by=world.officer)
    if newer.startswith("a zero"):
        releases_check(made, world)
    release = world.approved(last_round=again)
    assert set(sums(release)) == {"2017/18"}
    # The force's own page still has the number that stands, and says of which round it is.
    own = release.figures.get(figure_kind="count", body=world.south.slug, year=2018)
    assert (own.low, own.round) == (12, world.round.slug)


def test_a_body_of_no_one_nation_is_in_no_sum(world):
    world.answer(world.north, {2018: "68"})
    world.answer(world.south, {2018: "12"})
    rail = worlds.force("Rail")
    rail.nation = "UK-wide"
    rail.save()
    world.answer(rail, {2018: "1,000"})
    assert sums(world.approved())["2018/19"] == (80, 80, 2, 2, "England")


def test_a_force_moved_to_another_nation_since_is_in_no_draft_of_either(world):
    for name, nation, figure in (("Wye", "Wales", "30"), ("Usk", "Wales", "12")):
        force = worlds.force(name)
        force.nation = nation
        force.save()
        world.answer(force, {2018: figure})
    world.answer(world.north, {2018: "68"})
    world.answer(world.south, {2018: "12"})
    release = world.approved()
    force.nation = "England"
    force.save()
    drafts = {d.body: d.text for d in press.drafts(worlds.event(release))}
    assert not {"wales", "england"} & set(drafts)
    assert "122" in drafts["national"]


@pytest.mark.parametrize(
    "unknown", ["unchecked", "a zero that nobody confirmed", "in doubt", "not known by name"]
)
def test_where_one_answer_is_not_known_there_is_no_sum(world, unknown):
    world.answer(world.north, {2018: "68"})
    if unknown == "not known by name":
        world.round.forces_asked = 44
        world.round.save()
    elif unknown == "a zero that nobody confirmed":
        made = worlds.submission(world.south, world.round)
        worlds.enter(made, {worlds.cell(world.measure, 2018): "0"}, by=world.officer)
        releases_check(made, world)
    elif unknown == "in doubt":
        made = worlds.submission(world.south, world.round)
        key = worlds.cell(world.measure, 2018)
        worlds.save_cells(
            made, {key: worlds.typed("9", doubt="another year")}, by=world.officer, now=NOW
        )
        releases_check(made, world)
    else:
        world.answer(world.south, {2018: "12"}, checked=False)
    assert sums(world.approved()) == {}


def releases_check(made, world):

    worlds.check(made, by=world.checker, now=NOW, leave_zeros=True)


def test_one_force_alone_is_no_sum(world):
    world.answer(world.north, {2018: "68"})
    assert sums(world.approved()) == {}


def test_a_part_of_a_year_makes_the_sum_the_least(world):
    world.answer(world.north, {2018: "68"})
    world.answer(world.south, {2018: "12 Apr-Sep"})
    assert sums(world.approved())["2018/19"] == (80, None, 2, 2, "England")


def test_a_force_that_only_an_older_round_asked_is_in_the_older_years_alone(world):
    older = worlds.round_of(world.measure, slug="2017", years=(2015, 2016))
    world.answer(world.north, {2016: "40"}, round=older)
    world.answer(world.south, {2016: "9"}, round=older)
    newer = worlds.round_of(world.measure, slug="2020", years=(2017, 2018))
    east = worlds.force("Eastshire")
    world.answer(world.north, {2018: "68"}, round=newer)
    world.answer(east, {2018: "30"}, round=newer)
    found = sums(world.approved(last_round=newer))
    assert found["2016/17"] == (49, 49, 2, 2, "England")
    assert found["2018/19"] == (98, 98, 2, 2, "England")


def test_a_newer_round_whose_forces_are_not_all_known_takes_no_sum_away(world):
    world.answer(world.north, {2018: "68"})
    world.answer(world.south, {2018: "12"})
    newer = worlds.round_of(world.measure, slug="2020", years=(2018, 2019))
    newer.forces_asked, newer.complete = 44, False
    newer.save()
    world.answer(world.north, {2019: "70"}, round=newer)
    found = sums(world.approved(last_round=newer, year=2019))
    assert found == {"2018/19": (80, 80, 2, 2, "England")}


def test_an_estimate_in_a_sum_is_told_wherever_the_sum_is(world, client):
    world.answer(world.north, {2018: "1,000"})
    world.answer(world.south, {2018: "120e"})
    release = world.approved()
    texts = press.draft_event(worlds.event(release), by=world.officer, now=NOW)
    said = "A force’s own estimate is in the sum."
    assert all(said in text.text for text in texts)
    with time_machine.travel(OPENS):
        for address in ("/", "/measures/online/", "/forces/northshire/"):
            assert said in client.get(address).content.decode()
        csv = client.get(reverse("release_csv", args=["online", 1])).content.decode()
    (row,) = [r for r in DictReader(StringIO(csv.lstrip("\ufeff"))) if r["kind"] == "total"]
    assert (row["number"], row["marker"]) == ("1120", "e")


def test_each_nation_of_several_forces_has_its_own_sum_and_its_own_text(world):
    for name, nation, figure in (
        ("Wye", "Wales", "30"),
        ("Usk", "Wales", "12"),
        ("Foyle", "", "5"),
        ("Eastshire", "England", "40"),
    ):
        force = worlds.force(name)
        force.nation = nation or "Northern Ireland"
        force.save()
        world.answer(force, {2017: "20", 2018: figure})
    world.answer(world.north, {2017: "900", 2018: "1,000"})
    worlds.submission(world.south, world.round, outcome="no_response")
    release = world.approved()
    rows = release.figures.filter(figure_kind="sum", year=2018).order_by("body_kind", "body")
    assert [(r.body_kind, r.body, r.low, r.with_figures, r.asked) for r in rows] == [
        ("nation", "England", 1040, 2, 3),
        ("nation", "Wales", 42, 2, 2),
        ("total", "England, Wales and Northern Ireland", 1087, 5, 6),
    ]
    texts = {
        t.body: t.text for t in press.draft_event(worlds.event(release), by=world.officer, now=NOW)
    }
    assert "northern-ireland" not in texts  # its one force has a text
    assert "Police in Wales recorded 42 online sexual offences in 2018/19," in texts["wales"]
    assert (
        "Across England, Wales and Northern Ireland, 5 of the 6 forces asked recorded 1,087"
        " offences" in texts["wales"]
    )
    assert "Police in England recorded 1,040 online sexual offences" in texts["england"]
    assert "Southshire Police, which did not answer, is not included;" in texts["england"]


def test_a_corrected_sum_says_what_it_was(world):
    north = world.answer(world.north, {2018: "68"})
    world.answer(world.south, {2018: "12"})
    world.approved()
    worlds.enter(north, {worlds.cell(world.measure, 2018): "70"}, by=world.officer)
    releases_check(north, world)
    second = world.approved()
    row = second.figures.get(figure_kind="sum", year=2018)
    assert (row.low, row.previously, row.previously_in) == (82, 80, 1)
    (change,) = [c for c in releases.difference(second) if c.what]
    assert (change.body, change.before, change.after) == ("England", "80", "82")
    assert change.why == "added up from 2 of 2 forces"


def test_pages_drafts_and_files_tell_the_same_sum(world, client):
    world.answer(world.north, {2017: "1,048", 2018: "1,168"})
    world.answer(world.south, {2017: "400", 2018: "412"})
    event = worlds.event(world.approved())
    texts = {t.body: t for t in press.draft_event(event, by=world.officer, now=NOW)}
    for body in ("northshire", "national"):
        text = texts[body].text
        if body == "northshire":
            assert "Across England, both forces asked recorded 1,580 offences" in text
        else:
            assert "In 2018/19, both forces asked recorded 1,580 offences" in text
        assert "more than four " in text.lower()
    assert "1,580 offences in 2018/19, up from 1,448 in 2017/18. That is 9% more." in (
        texts["national"].text
    )
    assert (
        texts["national"].headline == "Police in England record more than 4 online offences a day"
    )
    with time_machine.travel(OPENS):
        pages = [
            client.get(address).content.decode()
            for address in ("/", "/measures/online/", "/forces/northshire/", "/releases/online/1/")
        ]
        csv = client.get(reverse("release_csv", args=["online", 1])).content.decode()
    for page in pages:
        assert "1,580" in page
        assert "2 of 2" in page or "both forces asked" in page
    (row,) = [
        line for line in csv.splitlines() if "sum of the forces" in line and "2018/19" in line
    ]
    assert ",1580," in row and "Added up from the forces’ own figures." in row
