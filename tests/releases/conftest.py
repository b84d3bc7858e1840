"""Two forces of one round, and the people who enter, check and approve."""

import datetime as dt

import pytest

from offences import releases
from offences.models import RecordedFigure
from offences.statistics.years import Year
from offences.trends import current_figures
from tests import rows, worlds
from tests.worlds import LATER, NOW

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)  # 00:01 on 25 June in London


class World(worlds.World):
    def answer(self, force, texts, *, round=None, checked=True, outcome="answered"):
        made = worlds.submission(force, round or self.round, outcome=outcome)
        cells = {worlds.cell(self.measure, year): text for year, text in texts.items()}
        worlds.enter(made, cells, by=self.officer)
        if checked:
            worlds.check(made, by=self.checker, now=LATER, confirm_zeros=True)
        return made

    def contradicting(self, *values):
        """Figures of one group of ages, each as another paper published it."""
        return [
            RecordedFigure.objects.create(
                measure=self.measure,
                claim="age_total",
                category="10_and_under",
                body_kind="total",
                body="England",
                year=2018,
                value=value,
                as_written=str(value),
                document=worlds.publication(f"Paper {value}"),
            )
            for value in values
        ]

    def prepare(self, last_round=None, year=2018, recorded=()):
        return releases.prepare(
            self.measure,
            title="The figures",
            year=year,
            last_round=last_round or self.round,
            recorded=recorded,
            by=self.officer,
            now=NOW,
        )

    def approved(self, public_at=OPENS, **more):
        release = self.prepare(**more)
        worlds.approve(release, by=self.approver, now=NOW, public_at=public_at)
        return release

    def stands(self, force, year, last=9999):
        return current_figures(self.measure, last)[force.slug, Year(year)].cell


def two_forces() -> World:
    w = World(**worlds.team("officer", "checker", "approver"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, years=(2015, 2018))
    w.north = worlds.force("Northshire")
    w.south = worlds.force("Southshire")
    return w


@pytest.fixture
def world(db) -> World:
    return rows.kept("releases", two_forces)
