"""Awkward worlds as rows of releases, for the pages as readers get them. Nothing here is real."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User

from offences.models import (
    CampaignEvent,
    FoiRound,
    Force,
    Measure,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    release_step,
)
from offences.press import draft_event
from offences.releases.parts import sums_of
from tests import rows, worlds
from tests.figures.worlds import answer, figure, release
from tests.public.sweep import FILES, Parts

How = Mapping[str, object]
"""What a cell of the release is: the values of a released figure."""


def count(n: int, **more: object) -> How:
    return {"low": n, **more}


def between(low: int, high: int) -> How:
    return {"low": low, "high": high, "state": "suppressed"}


def at_least(low: int) -> How:
    """A star in the force's file: one or more, and no limit is known."""
    return {"low": low, "high": None, "state": "suppressed"}


def withheld() -> How:
    """A number of a breakdown that is not shown, for it is small or stands beside small ones."""
    return {"low": 0, "high": None, "state": "suppressed"}


def part(n: int, months: int) -> How:
    return {"low": n, "state": "part_year", "months": months}


def none(why: str = "not_in_records", section: str = "") -> How:
    return {"low": None, "why": why, "section": section}


@dataclass(frozen=True)
class World:
    """Two forces with the same awkward years.

    `of` is on how many of the forces asked a printed total rests; None where nothing was printed,
    these two are all who were asked, and their figures are added up.
    """

    years: Mapping[int, How]
    breaks: tuple[Mapping[str, object], ...] = ()
    outcome: str = "answered"
    of: tuple[int, int] | None = (40, 44)
    ages: Mapping[str, How] | None = None  # of 2018/19, and the same for all forces together


BREAK = {"year": 2018, "why": "A new code for online crime came into use."}

WORLDS = {
    "no figure": World({2017: none(), 2018: none()}, outcome="unknown"),
    "no answer": World({2018: none("no_response")}, outcome="no_response"),
    "refused": World({2017: count(60), 2018: none("refused", "s.12")}, outcome="refused"),
    "one year": World({2018: count(68)}),
    "one offence": World({2017: count(2), 2018: count(1)}, of=(1, 1)),
    "a rise": World({2016: count(50), 2017: count(60), 2018: count(130)}),
    "a fall": World({2016: count(110), 2017: count(120), 2018: count(60)}),
    "as before": World({2017: count(60), 2018: count(60)}),
    "zero": World({2017: count(60), 2018: count(0)}),
    "from zero": World({2017: count(0), 2018: count(60)}),
    "zeros alone": World({2017: count(0), 2018: count(0)}),
    "a range": World({2017: count(60), 2018: between(1, 4)}),
    "from a range": World({2017: between(1, 4), 2018: count(60)}),
    "an open range": World({2017: count(60), 2018: at_least(1)}),
    "a part year": World({2017: count(60), 2018: part(130, 6)}),
    "from a part year": World({2017: part(60, 6), 2018: count(130)}),
    "one month": World({2017: count(60), 2018: part(7, 1)}),
    "a break": World({2017: count(60), 2018: count(130)}, breaks=(BREAK,)),
    "a doubt": World({2017: count(60, doubt="the year may be another"), 2018: count(130)}),
    "a gap": World({2015: count(40), 2016: none(), 2017: none("late"), 2018: count(130)}),
    "added up": World({2017: count(60), 2018: count(130)}, of=None),
    "ranges added up": World({2017: between(1, 4), 2018: at_least(1)}, of=None),
    "part years added up": World({2017: count(60), 2018: part(130, 6)}, of=None),
    "zeros added up": World({2017: count(60), 2018: count(0)}, of=None),
    "ages": World(
        {2018: count(68)}, of=None, ages={"10": withheld(), "11": count(60), "?": withheld()}
    ),
    "ages in part": World(
        {2018: count(60)},
        of=None,
        ages={"11": count(0), "12": none("not_available"), "13": count(40, provisional=True)},
    ),
    "ten years": World({year: count(1000 + 9 * year % 70) for year in range(2009, 2019)}),
}

PARTS: Parts = {
    "force": ["northshire", "southshire", "eastshire"],
    "force_measure": ["northshire messages"],
    "force_feed": ["northshire", "eastshire"],
    "force_csv": ["northshire online"],
    "area": ["england"],
    "area_measure": ["england messages"],
    "chart_picture": ["northshire online chart.svg", "eastshire online chart.svg"],
    "pinned_picture": ["online 2 northshire chart.svg"],
    "embed": ["northshire", "eastshire"],
    "embed_measure": ["northshire messages"],
    "pinned_embed": ["northshire online 2", "northshire online 3"],
    "area_chart_picture": ["england online chart.svg"],
    "area_pinned_picture": ["online 3 england chart.svg"],
    "area_embed_measure": ["england online"],
    "area_pinned_embed": ["england online 2"],
    "all_chart_picture": ["online chart.svg"],
    "all_pinned_picture": ["online 3 chart.svg"],
    "all_embed_measure": ["online"],
    "all_pinned_embed": ["online 2"],
    "measure": ["online", "messages"],
    "responses": ["2019"],
    "release": ["online 1", "online 2", "online 3"],
    "release_changes": ["online 1", "online 2", "online 3"],
    "release_csv": ["online 3"],
    "release_xlsx": ["online 3"],
    "release_file": [f"online 3 {name}" for name in FILES],
    "data_of": ["online", "messages"],
    "pinned_force": ["online 2 northshire", "online 3 northshire"],
    "pinned_csv": ["online 3 northshire"],
    "press_event": ["conference"],
    "press_text": ["conference northshire", "conference national"],
    "press_figures": ["conference northshire"],
    "press_txt": ["conference northshire"],
    "press_docx": ["conference northshire"],
}
"""Every address of these worlds. Eastshire was asked, and nothing more is known of it."""

PLAIN = {2017: count(48), 2018: count(68)}


@dataclass(frozen=True)
class Site:
    """What a test may add to."""

    round: FoiRound
    online: Measure
    east: Force
    releases: tuple[Release, ...]
    other: Release
    event: CampaignEvent


def publish(of: Release, world: World, forces: tuple[Force, ...]) -> None:
    """The world's figures and answers of these forces, and a total as printed."""
    for force in forces:
        for year, how in world.years.items():
            figure(of, force, year, **how)
        asked = world.of[1] if world.of else len(forces)
        answer(of, force, world.outcome, source="Northshire Gazette", round_asked=asked)
    if world.ages:
        with release_step():
            split(of, world.ages, forces)
    if world.of is None:
        with release_step():
            ReleasedFigure.objects.bulk_create(sums_of(of, of.figures.all(), of.responses.all()))
        return
    with_figures, asked = world.of
    figure(
        of,
        forces[0],
        2018,
        8224,
        figure_kind="total",
        body_kind="total",
        body="England and Wales",
        with_figures=with_figures,
        asked=asked,
    )


def split(of: Release, ages: Mapping[str, How], forces: tuple[Force, ...]) -> None:
    """The ages of one year, of each force and of all together."""
    of.disclosure = {"threshold": 5, "national_under": 11, "totals_public": True, "reason": "So."}
    with release_step():
        of.save(update_fields=["disclosure"])
    for at, (age, how) in enumerate(ages.items()):
        category = ReleasedCategory(
            release=of,
            breakdown="age",
            breakdown_name="By age of the child",
            breakdown_position=2,
            kind="age",
            complete=True,
            category=age,
            name="Not known" if age == "?" else age,
            position=at,
            is_total=False,
            is_unknown=age == "?",
            age_from=None if age == "?" else int(age),
            age_to=None if age == "?" else int(age),
        )
        with release_step():
            category.save()
        for force in forces:
            figure(of, force, 2018, breakdown="age", category=age, **how)
        together = {"figure_kind": "sum", "body_kind": "total", "body": "England"}
        n = how["low"]
        if n is not None and how.get("high", n) is not None:
            together |= {"breakdown": "age", "category": age, "with_figures": 2, "asked": 2}
            figure(of, forces[0], 2018, n * len(forces), **together)


def site(world: World, *, issued: bool = True) -> Site:
    """The world as the newest of three releases; the one between is plain, so all changes twice."""
    return rows.kept(f"{world}, {issued}", lambda: _site(world, issued))


def _site(world: World, issued: bool) -> Site:
    online = worlds.measure()
    messages = worlds.measure("messages", name="Messages to a child")
    Measure.objects.filter(pk=messages.pk).update(position=2)
    last_round = worlds.round_of(online, messages)
    forces = tuple(worlds.force(f"{name}shire") for name in ("North", "South"))
    east = worlds.force("Eastshire")
    breaks = list(world.breaks)
    first, third = (release(online, last_round, n, breaks=breaks) for n in (1, 3))
    second = release(online, last_round, 2)
    other = release(messages, last_round, breaks=breaks)
    publish(second, World(PLAIN), forces)
    for each in (first, third, other):
        publish(each, world, forces)
        if world.of:
            answer(each, east, "unknown")
    officer, approver = (User.objects.get(username=name) for name in ("officer", "approver"))
    approver.groups.set([worlds.role("Approver")])
    event = worlds.event(third)
    texts = draft_event(event, by=officer, now=worlds.NOW)
    if issued:
        read = [text for text in texts if text.body != "southshire"]  # of two alike one is enough
        worlds.issue_all(read, officer, approver)
    return Site(last_round, online, east, (first, second, third), other, event)


def withdraw(gone: Release) -> None:
    worlds.as_if(
        Release.objects.filter(pk=gone.pk),
        withdrawn_by=gone.approved_by,
        withdrawn_at=worlds.LATER,
        withdrawn_reason="A year was misread.",
    )
