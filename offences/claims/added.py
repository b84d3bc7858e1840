"""All forces asked, added up by us: the sum, what it rests on, and how it changed like for like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from offences.claims.claim import Claim, Claims
from offences.claims.coverage import FEWEST_FOR_A_RATE, one_rate
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.panel_words import compared
from offences.claims.thresholds import Thresholds
from offences.claims.totals import UK, nations_in, not_reached
from offences.english import counted, number, quantity
from offences.statistics.cells import Range
from offences.statistics.panels import Panel
from offences.statistics.years import Year

Numbers = tuple[tuple[str, str], ...]
"""Numbers with their words: (“8,224”, “offences in 2018/19”)."""

# Multiples that a text may use by itself; “almost doubled” is for a person to choose.
_MULTIPLES = {
    "more_than_quadrupled": "more than quadrupled",
    "quadrupled": "quadrupled",
    "more_than_tripled": "more than trebled",
    "tripled": "trebled",
    "more_than_doubled": "more than doubled",
    "doubled": "doubled",
    "fell_by_more_than_half": "fell by more than half",
    "halved": "halved",
}


@dataclass(frozen=True)
class Added:
    """The sum of what the forces asked recorded in a year, where each one's answer is known."""

    year: Year
    total: Range
    area: str
    with_figures: int
    asked: int
    estimated: bool = False  # a force's own estimate is in it
    provisional: bool = False

    @property
    def soft(self) -> str:
        """That a figure in it may still change, or was never counted exactly; else nothing."""
        said = ["A force’s own estimate is in the sum."] if self.estimated else []
        said += ["A provisional figure is in the sum."] if self.provisional else []
        return " ".join(said)

    @property
    def nations(self) -> tuple[str, ...]:
        if self.area.startswith("the UK"):  # of our own sums that is said of all four alone
            return (*UK, *nations_in(self.area.removeprefix("the UK")))
        return nations_in(self.area)

    @property
    def who(self) -> str:
        """Whose figures they are: “40 of the 44 forces asked”, “all 44 forces asked”."""
        forces = counted(self.asked, "forces")
        if self.with_figures == self.asked:
            return "both forces asked" if self.asked == 2 else f"all {forces} asked"
        return f"{number(self.with_figures)} of the {forces} asked"

    @property
    def shown(self) -> str:
        """The sum as a table has it: “8,224”, “8,221 to 8,224”, “at least 8,221”."""
        low, high = self.total.low, self.total.high
        if high is None or low == high:
            return quantity(self.total)
        return f"{number(low)} to {number(high)}"

    @property
    def a_day(self) -> int | None:
        """The rate a day by the rule of the claim *per day*; None where there is none to say."""
        low, high, days = self.total.low, self.total.high, self.year.days
        if high is None or low < max(FEWEST_FOR_A_RATE, days):
            return None
        return one_rate(low, high, Fraction(1, days), Thresholds().rate_mode)


def added_in(sums: Sequence[Added], year: Year) -> Added | None:
    return next((each for each in sums if each.year == year), None)


def numbers_of(added: Added) -> Numbers:
    """The three numbers of a page: the sum, a day, and what it rests on."""
    one = added.total.low == added.total.high == 1
    found = [(added.shown, f"{'offence' if one else 'offences'} in {added.year}")]
    if added.a_day:
        found.append((number(added.a_day), "a day, on average"))
    of = f"{number(added.with_figures)} of {number(added.asked)}"
    return (*found, (of, f"forces in {added.area} gave figures"))


def ours(added: Added) -> str:
    """What the sum is: our own, from figures that can each be read."""
    said = [f"We added up the figures of {added.who}. Each is on its force’s own page."]
    said += [added.soft, not_reached(added.nations)]
    return " ".join(filter(None, said))


@dataclass(frozen=True)
class Together:
    """The sum and its change as a press release says them."""

    added: Added
    lead: str
    bullet: str
    shortly: str  # for a headline: “8,224”, “at least 8,221”
    change: tuple[str, ...]
    rate: int | None
    claims: tuple[Claim, ...]
    ages: str = ""  # the most common age, and how many were ten and under, where it may be said


AGES = (
    ("most_common_age", "latest"),
    ("most_common_age_band", "latest"),
    ("age_count", "10_and_under"),
)


def facts_of_sum(added: Added, panel: Panel, phrase: str, scope: str = "national") -> Facts:
    """The forces behind a sum as facts."""
    return Facts(added.area, phrase, added.year, panel=panel, scope=scope, nations=added.nations)


def together(added: Added, facts: Facts) -> Together | None:
    """What may be said of the forces of an area together; None where not even the sum may.

    `facts` are those of the sum, with the ages of the very same forces where they are known.
    """
    scope, phrase, panel = facts.scope, facts.measure, facts.panel
    assert panel is not None
    claims = claims_for(facts)
    may = allowed(claims)
    total = next(
        (may[id, "latest"] for id in ("count", "zero", "at_least") if (id, "latest") in may), None
    )
    if total is None:
        return None
    least = "at least " if total.id == "at_least" else ""
    what = f"recorded {least}{counted(added.total.low, phrase)} in {added.year}"
    # A nation has no rate: 1.6 a day, given as 1, would mislead.
    rate = may.get(("per_day", "latest")) if scope == "national" else None
    average = f", an average of {number(rate.figures['rate'])} a day" if rate else ""
    return Together(
        added,
        f"Across {added.area}, {added.who} {what}{average}.",
        f"{added.who[:1].upper()}{added.who[1:]} in {added.area} {what}{average}",
        f"{least}{number(added.total.low)}",
        tuple(_change(facts, panel, may)),
        rate.figures["rate"] if rate else None,
        tuple(claims),
        " ".join(may[key].text for key in AGES if key in may),
    )


def _change(facts: Facts, panel: Panel, may: Claims) -> list[str]:
    """How the sum changed, over the forces with figures for both years and no other."""
    place = "police forces" if facts.scope == "national" else f"forces in {facts.place}"
    year = facts.latest
    near = compared(place, panel, year, Thresholds())
    said = [s.replace("We give", "The charity gives") for s in near.says] if near else []
    for id, words in _MULTIPLES.items():
        claim = may.get((id, "latest_vs_first"))
        if claim and claim.figures.get("old") is not None and claim.figures.get("new") is not None:
            told = claim.figures
            apart = panel.left_out(Year.parse(told["old_year"]), year)
            said.append(
                f"Among the {number(told['forces'])} forces with figures for both "
                f"{told['old_year']} and {year}{' that compare' if apart else ''}, "
                f"the number {words}, from {number(told['old'])} "
                f"to {number(told['new'])}."
            )
            break
    return said
