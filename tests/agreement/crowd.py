"""One made-up release in which every state of a cell is met: a force for each awkward world."""

from dataclasses import dataclass

from offences.models import Release
from offences.statistics.cells import Missing
from tests import rows, worlds
from tests.figures.worlds import answer, figure, release
from tests.public.awkward import BREAK, WORLDS, World, at_least, between, count, none, part

AGAIN = {"previously": 54, "previously_in": 1, "revised_why": "The force counted again"}


def revised(n: int):
    """A figure that the release before gave as 54."""
    return count(n, **AGAIN, history=[[1, 54], [2, n]])


STATES = World(
    {
        2007: none("refused", "s.12"),
        2008: count(0),
        2009: between(0, 4),
        2010: at_least(1),
        2011: part(130, 11),
        2012: count(1234, provisional=True),
        2013: count(98, estimated=True),
        2014: revised(77),
        2015: count(12, doubt="the year may be another"),
        2016: none("blank"),
        2017: count(60, estimated=True, provisional=True),
        2018: revised(68),
    }
)
SHORT = World({2016: part(0, 1), 2017: count(9), 2018: count(8, provisional=True)})
RANGES = World({2016: between(9, 19), 2017: at_least(1), 2018: between(1200, 1240)})
LARGE = World({2016: count(9_876), 2017: count(1), 2018: count(12_001, estimated=True)})


@dataclass(frozen=True)
class Crowd:
    release: Release
    bodies: tuple[str, ...]


def crowd() -> Crowd:
    return rows.kept("crowd", _crowd)


def _crowd() -> Crowd:
    """Every awkward world, every state, every reason in the middle and at the end."""
    measure = worlds.measure()
    last_round = worlds.round_of(measure, years=(2007, 2018))
    each = dict(WORLDS) | {"states": STATES, "short": SHORT, "ranges": RANGES, "large": LARGE}
    for why in Missing:
        section = "s.40(2)" if why == Missing.REFUSED else ""
        years = {2016: count(60), 2017: none(why, section), 2018: count(70)}
        each[f"{why} between"] = World(years)
        each[f"{why} at the end"] = World({2016: count(0), 2017: count(70), 2018: none(why)})
    breaks = [BREAK | {"force": "a-break"}]
    made = release(measure, last_round, breaks=breaks)
    bodies = []
    for name, world in each.items():
        force = worlds.force(name.replace("_", " ").capitalize())
        for year, how in world.years.items():
            figure(made, force, year, **how)
        answer(made, force, world.outcome, round_asked=len(each))
        bodies.append(force.slug)
    return Crowd(made, tuple(bodies))
