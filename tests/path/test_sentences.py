"""Awkward returns, entered, checked, released and read: no sentence says more than is known."""

import datetime as dt
import html
import re

import pytest
import time_machine

from offences import press
from offences.counts import save_cells
from tests import worlds
from tests.worlds import LATER, NOW

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)


@pytest.fixture
def world(db, client):
    class World(worlds.World):
        def returned(self, area, texts, *documents, check=True, notes=None, doubts=None):
            made = worlds.submission(worlds.force(area), self.round, *documents)
            document = documents[0] if documents else None
            changes = {
                worlds.cell(self.measure, year): worlds.typed(
                    text,
                    document,
                    note=(notes or {}).get(year, ""),
                    doubt=(doubts or {}).get(year, ""),
                )
                for year, text in texts.items()
            }
            save_cells(made, changes, by=self.officer, now=NOW)
            if check:
                worlds.check(made, by=self.checker, now=LATER, leave_zeros=True)
            return made

        def read(self, area="Northshire"):
            """The page and the draft of a force, as plain words."""
            release = self.released(OPENS)
            slug = area.lower()
            with time_machine.travel(OPENS, tick=False):
                page = client.get(f"/forces/{slug}/").content.decode()
            event = worlds.event(release)
            (text,) = press.draft_event(event, by=self.press, now=NOW, force=slug)
            assert "None" not in page and "None" not in text.text
            return words(page), text

    w = World(**worlds.team("officer", "checker", "press", "approver"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, years=(2015, 2018))
    return w


def words(page: str) -> str:
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def part(text: str) -> str:
    """A draft before the paragraphs and notes that are the same in every one."""
    return text.split("ENDS")[0]


@pytest.mark.parametrize(
    ("last", "check", "page_says", "draft_says"),
    [
        ("0", True, "The force gave a figure that is not confirmed yet.", "is not confirmed yet."),
        ("48", False, "The force answered, and its figure is being checked.", "is being checked."),
    ],
)
def test_of_a_figure_that_may_be_zero_nothing_is_said_of_zero(
    world, last, check, page_says, draft_says
):
    earlier = {2016: "53", 2017: "60"}
    if check:
        world.returned("Northshire", {**earlier, 2018: last})
    else:
        world.returned("Southshire", {2018: "9"})
        world.returned("Northshire", {2018: last}, check=False)
    page, draft = world.read()
    assert page_says in page
    opening = page.split("In danger")[0].split("One offence is not one child")[0]
    assert "zero" not in opening.lower()
    assert "does not mean zero" not in page
    assert "zero" not in part(draft.text)
    assert draft_says in draft.text
    assert "Northshire" not in draft.headline


def test_an_own_return_without_a_paper_is_not_called_print(world):
    world.returned("Northshire", {2017: "48", 2018: "68"})
    page, _ = world.read()
    assert "print" not in page
    assert "We do not have the file." in page
    assert "alone" in page
    assert "Reply Asked in 2019, alone." in page


@pytest.mark.parametrize(("others", "said"), [(1, "with one other"), (2, "with two others")])
def test_the_forces_of_an_own_round_are_counted(world, others, said):
    world.returned("Northshire", {2017: "48", 2018: "68"})
    for name in ("Southshire", "Eastshire")[:others]:
        world.returned(name, {2018: "9"})
    page, _ = world.read()
    assert f"Asked in 2019, {said}." in page


def test_what_is_read_from_print_says_so(world):
    world.returned("Northshire", {2017: "48", 2018: "68"}, worlds.publication())
    page, _ = world.read()
    assert "Figures for 2017/18 and 2018/19, published by 25 June 2019" in page
    assert "We have the published figures, not the reply." in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("98e", "recorded an estimated 98 online sexual offences in 2018/19"),
        ("98p", "recorded 98 (provisional) online sexual offences in 2018/19"),
        ("98ep", "recorded an estimated 98 (provisional) online sexual offences in 2018/19"),
    ],
)
def test_an_estimate_and_a_provisional_figure_say_so_wherever_they_are_said(world, typed, said):
    world.returned("Northshire", {2018: typed})
    page, draft = world.read()
    assert said in page.split("Quote this")[1]
    assert draft.text.count(said) == 1  # the lead
    assert said.removeprefix("recorded ").split(" online")[0] in draft.headline


def test_a_doubt_is_said_beside_the_quotation(world):
    world.returned("Northshire", {2018: "98"}, doubts={2018: "may be another year."})
    page, draft = world.read()
    quoted = page.split("Quote this")[1]
    assert "The figure is in doubt: may be another year. One offence is not one child." in quoted
    assert "give no confirmed 2018/19 number" in draft.text and "98" not in draft.text
    assert "98, is in doubt: may be another year." in draft.held
    assert ".." not in page + draft.text


@pytest.mark.parametrize(
    ("typed", "months"), [("90 Apr-Sep", "six months"), ("90 Apr-Apr", "one month")]
)
def test_a_part_of_a_year_is_never_a_year(world, typed, months):
    world.returned("Northshire", {2017: "60", 2018: typed})
    page, draft = world.read()
    assert f"90 in {months} of 2018/19" in page
    assert f"Covers {months} only." in page
    assert "1 months" not in page + draft.text + draft.headline


@pytest.mark.parametrize("typed", ["1", "*"])
def test_one_offence_has_a_singular_noun(world, typed):
    world.returned("Northshire", {2018: typed})
    page, draft = world.read()
    assert "1 online sexual offence in 2018/19" in page
    assert "1 online sexual offence in 2018/19" in draft.text
    assert draft.headline.endswith("1 online offence recorded in a year")


def test_a_remark_ends_once(world):
    world.returned("Northshire", {2017: "48", 2018: "68"}, notes={2018: "With Smallville."})
    page, draft = world.read()
    assert "About the 2018/19 figure: With Smallville." in page
    assert ".." not in page + draft.text


def test_a_year_in_doubt_is_not_called_a_year_without_a_figure(world):
    world.returned(
        "Northshire",
        {2015: "60", 2016: "not held", 2017: "200", 2018: "150"},
        doubts={2017: "may be another year"},
    )
    _, draft = world.read()
    assert "The figure for 2017/18 is in doubt and not compared with." in draft.text
    assert "There is no figure for 2016/17 to compare with." in draft.text


def test_a_year_without_a_figure_has_no_source_and_says_so(world):
    world.returned("Northshire", {2017: "not held", 2018: "68"})
    page, _ = world.read()
    assert "2017/18 [x] Not held by the force" in page
