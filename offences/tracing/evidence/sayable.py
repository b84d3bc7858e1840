"""What a text may say of the facts: counts, revisions, changes and percentages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from offences.claims.changes import direction
from offences.claims.claim import Claim
from offences.claims.pairs import Pair
from offences.english import number
from offences.statistics.cells import Range
from offences.statistics.years import Year
from offences.tracing.evidence.category import NamedCategory
from offences.words import verdicts


@dataclass(frozen=True)
class SayableCount:
    """An exact number that a text may give, with its slots and the words for it.

    `categories` are empty for the figure of a whole year. `role` is "known" where it is the number
    of which something is known (`known_of`: "age", "sex", "part"), "unknown" for the rest,
    "of" where it is that breakdown's own total.
    """

    value: int
    year: Year
    words: str
    categories: frozenset[NamedCategory] = frozenset()
    role: str = ""
    known_of: str = ""
    forces: int = 0  # of a sum over those forces alone that have figures for both of two years


def grouped[Key](
    counts: Iterable[SayableCount], key: Callable[[SayableCount], Key]
) -> dict[Key, list[SayableCount]]:
    found: dict[Key, list[SayableCount]] = {}
    for each in counts:
        found.setdefault(key(each), []).append(each)
    return found


def part_count(value: int, year: Year, category: NamedCategory) -> SayableCount:
    return SayableCount(value, year, f"{number(value)} {category}", frozenset({category}))


@dataclass(frozen=True)
class SayableRange:
    """A figure known only by its ends; `high` is None where it has no stated limit."""

    low: int
    high: int | None
    year: Year


@dataclass(frozen=True)
class SayableRevision:
    """A figure as it was first published, and what it is now."""

    before: int
    now: int
    year: Year
    bodies: frozenset[str] = frozenset()  # of a panel: those whose figures were revised


@dataclass(frozen=True)
class SayablePercent:
    """A percentage, allowed or refused: of a change (with its direction) or of a whole."""

    value: Fraction
    way: str
    allowed: bool
    words: str
    categories: frozenset[NamedCategory] = frozenset()
    of_all: Fraction = Fraction(0)  # as a part of all, known or not; none of a change


def _limits(end: Range) -> str:
    """A figure in words, or between which numbers it lies."""
    if end.high is None:
        return f"{number(end.low)} or more"
    return number(end.low) if end.is_exact else f"{number(end.low)} to {number(end.high)}"


@dataclass(frozen=True)
class SayableChange:
    """A pair of years and the claims about it that the gate allows, by id."""

    pair: Pair
    may: dict[str, Claim]

    @property
    def exact(self) -> tuple[int, int] | None:
        """Old and new, where both are single numbers."""
        return (self.pair.old.low, self.pair.new.low) if self.pair.is_exact else None

    @property
    def way(self) -> str:
        """Rise or fall, whatever the ranges hold; nothing if neither is certain."""
        old, new = self.pair.old, self.pair.new
        if old.high is not None and new.low > old.high:
            return "rise"
        return "fall" if new.high is not None and new.high < old.low else ""

    @property
    def words(self) -> str:
        old, new = self.pair.old, self.pair.new
        ends = [_limits(end) for end in (old, new)]
        return verdicts.fact(
            "pair",
            old=ends[0],
            old_year=self.pair.old_year,
            new=ends[1],
            new_year=self.pair.facts.latest,
        )

    @property
    def percent(self) -> SayablePercent | None:
        """The change of an exact pair in per cent of the earlier figure, if that is not 0."""
        if self.exact is None or self.exact[0] == 0 or self.exact[0] == self.exact[1]:
            return None
        old, new = self.exact
        value = Fraction(100 * abs(new - old), old)
        return SayablePercent(value, direction(old, new), "percent_change" in self.may, self.words)
