"""Release 1 is public, release 2 opens at its minute with the press texts of an event.

Every figure and every word that only release 2 has is of its own kind, so that a search for it
finds it wherever it leaked to.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

from django.contrib.auth.models import User

from offences import press, releases
from offences.models import (
    CampaignEvent,
    FoiSubmission,
    Force,
    Measure,
    PreReleaseReader,
    RecordedFigure,
    Release,
)
from offences.releases import prerelease_access
from tests import rows, worlds
from tests.worlds import LATER, NOW

OPENED = dt.datetime(2019, 6, 20, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)  # 00:01 on 25 June in London
SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)

OLD = {"Northshire": {2016: "48,117", 2017: "51,236"}, "Southshire": {2017: "31,408"}}
NEW = {
    "Northshire": {2016: "48,117", 2017: "51,236", 2018: "73,951"},
    "Southshire": {2017: "36,482", 2018: "62,847"},
}
TITLE = "Marmalade figures"
EVENT = "Quince conference"
EMBARGOED = ("73951", "62847", "36482", "29683", "136798", "87718")  # the last two are sums
WORDS = ("marmalade", "quince")
GONE = "82644"  # the sum of 2017/18 by release 1, with Southshire's year as it was
INSTEAD = "87718"


def written(number: str) -> re.Pattern[str]:
    """A number in any writing: 73951, 73,951, 73 951, with any space or an entity for one."""
    between = r"(?:,|\s|&nbsp;|&#160;|&#8239;|&thinsp;|\.|’|'|_|%2C|%20|\+)?"
    return re.compile(rf"(?<!\d){number[:-3]}{between}{number[-3:]}(?!\d)")


SECRETS = [written(number) for number in EMBARGOED]
SECRETS += [re.compile(word, re.IGNORECASE) for word in WORDS]


def told(text: str) -> list[str]:
    """Everything embargoed that a text holds."""
    return [match[0] for secret in SECRETS for match in secret.finditer(text)]


@dataclass
class World:
    officer: User
    checker: User
    press: User
    approver: User
    lead: User
    measure: Measure
    first: Release
    second: Release
    event: CampaignEvent
    forces: dict[str, Force] = field(default_factory=dict)

    def reader(self, *, early: bool = False, now: dt.datetime = LATER, **more) -> PreReleaseReader:
        """A person on the list of release 2, for the day before its minute."""
        given = {
            "name": "Flo Ash",
            "role": "Chair, the charity",
            "email": "flo@example.org",
            "why": "Answers to ministers",
            "opens_at": MINUTE - prerelease_access.EARLIEST,
            "expires_at": MINUTE,
            **more,
        }
        made = PreReleaseReader(release=self.second, **given)
        prerelease_access.add_reader(made, early=early, by=self.lead, now=now)
        return made


def printed(measure: Measure) -> RecordedFigure:
    """A figure that only release 2 carries, from a newspaper."""
    return RecordedFigure.objects.create(
        measure=measure,
        claim="total",
        body_kind="region",
        body="North",
        year=2018,
        category="",
        value=29683,
        as_written="29,683",
        with_figures=1,
        asked=2,
        document=worlds.publication("Marmalade Gazette"),
    )


def world() -> World:
    """Two releases, of which the second opens at MINUTE with what is said of it."""
    return rows.kept("embargo", _world)


def _world() -> World:
    people = [*worlds.team("officer", "checker", "press", "approver", "lead").values()]
    officer, checker, writer, approver, _ = people
    measure = worlds.measure()
    forces = {area: worlds.force(area) for area in OLD}
    rounds = [
        worlds.round_of(measure, slug="2018", years=(2016, 2017)),
        worlds.round_of(measure, slug="2019", years=(2016, 2018)),
    ]

    def enter(of: FoiSubmission, texts: dict[int, str]) -> None:
        cells = {worlds.cell(measure, year): text for year, text in texts.items()}
        worlds.enter(of, cells, officer)
        worlds.check(of, by=checker, now=LATER, confirm_zeros=True)

    def release(title: str, year: int, number: int, opens: dt.datetime, recorded=()) -> Release:
        made = releases.prepare(
            measure,
            title=title,
            year=year,
            last_round=rounds[number],
            recorded=recorded,
            by=officer,
            now=NOW,
        )
        worlds.approve(made, by=approver, now=LATER, public_at=opens)
        return made

    for area, texts in OLD.items():
        enter(worlds.submission(forces[area], rounds[0]), texts)
    first = release("The first figures", 2017, 0, OPENED)
    for area, texts in NEW.items():
        enter(worlds.submission(forces[area], rounds[1]), texts)
    second = release(TITLE, 2018, 1, MINUTE, [printed(measure)])
    event = worlds.event(second, slug="conference")
    CampaignEvent.objects.filter(pk=event.pk).update(name=EVENT, embargo_at=MINUTE)
    event.refresh_from_db()
    for text in press.draft_event(event, by=writer, now=LATER):
        worlds.issue(text, by=approver, now=LATER)
    return World(*people, measure, first, second, event, forces)
