"""The forces asked, added up by us: the sum of a year and what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from offences.claims.coverage import FEWEST_FOR_A_RATE, one_rate
from offences.claims.facts import Facts
from offences.claims.thresholds import Thresholds
from offences.claims.totals import UK, nations_in
from offences.statistics.cells import Range
from offences.statistics.panels import Panel
from offences.statistics.years import Year


@dataclass(frozen=True)
class OwnSum:
    """The sum of what the forces asked recorded in a year, where each one's answer is known."""

    year: Year
    total: Range
    area: str
    with_figures: int
    asked: int
    estimated: bool = False  # a force's own estimate is in it
    provisional: bool = False

    @property
    def nations(self) -> tuple[str, ...]:
        if self.area.startswith("the UK"):  # of our own sums that is said of all four alone
            return (*UK, *nations_in(self.area.removeprefix("the UK")))
        return nations_in(self.area)

    @property
    def per_day(self) -> int | None:
        """The rate a day by the rule of the claim *per day*; None where it allows none."""
        low, high, days = self.total.low, self.total.high, self.year.days
        if high is None or low < max(FEWEST_FOR_A_RATE, days):
            return None
        return one_rate(low, high, Fraction(1, days), Thresholds().rate_mode)


def sum_of(sums: Sequence[OwnSum], year: Year) -> OwnSum | None:
    return next((each for each in sums if each.year == year), None)


def facts_of_sum(own: OwnSum, panel: Panel, phrase: str, scope: str = "national") -> Facts:
    """The forces behind a sum as facts."""
    return Facts(own.area, phrase, own.year, panel=panel, scope=scope, nations=own.nations)
