"""One answer of a force in the releases that show no change of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from offences.releases.age_bands import Comparison
from offences.releases.parts import FigureKey
from offences.releases.release_table import Member
from offences.statistics.cells import HIDDEN, Range

type ForceYear = tuple[str, int]


class ShownAnswer(NamedTuple):
    """What a release shows of an answer, and what we know of it: unpublished parts too."""

    ranges: Mapping[FigureKey, Range]
    truth: Mapping[FigureKey, Range]


@dataclass
class UnchangedAnswer:
    """One figure, or one answer of a force, in the releases that show no change of it."""

    releases: list[int] = field(default_factory=list)
    ranges: dict[FigureKey, Range] = field(default_factory=dict)  # as published so far
    truth: dict[FigureKey, Range] = field(default_factory=dict)

    def fits(self, answer: ShownAnswer) -> bool:
        """Whether nothing differs.

        A number that the force withholds, or gives as a range, may be one that it gave before. One
        that we hide though it was shown before changed.
        """
        for place, shown in answer.ranges.items():
            was, known = self.ranges.get(place, HIDDEN), answer.truth.get(place)
            if was in (HIDDEN, shown):
                continue
            is_withheld = known is not None and not known.is_exact
            if (shown == HIDDEN and not is_withheld) or not (known or shown).meets(was):
                return False
        for place, true in self.truth.items():
            # Where the number that it has now is not known, what is shown is.
            now = answer.truth.get(place) or answer.ranges.get(place)
            if now and now != true and not now.meets(true):
                return False
        return True

    def adds_up(self, answer: ShownAnswer, of: ForceYear, compared: Iterable[Comparison]) -> bool:
        """Whether its categories and those of the answer can come to what they say together.

        What one of the two does not come to by itself says nothing of a change.
        """
        # What one of the two is known to hide, the other hides too.
        sources = answer.truth, self.truth, answer.ranges, self.ranges
        alone = sources[::2], sources[1::2]
        return all(
            each.is_possible(numbers_in(each, of, sources))
            or not all(each.is_possible(numbers_in(each, of, own)) for own in alone)
            for each in compared
        )

    def hides(self, places: Iterable[FigureKey]) -> bool:
        return any(self.ranges.get(place) == HIDDEN for place in places)

    def publish(self, answer: ShownAnswer) -> None:
        for known, more in ((self.ranges, answer.ranges), (self.truth, answer.truth)):
            for place, range_ in more.items():
                was = known.get(place, range_)
                known[place] = range_ if was == range_ else range_.narrowed_to(was)


def numbers_in(
    of: Comparison, answer: ForceYear, sources: Sequence[Mapping[FigureKey, Range]]
) -> Mapping[Member, Range]:
    """The number of each of its categories in an answer, as the first source has it."""
    found = {}
    for member in (*of.bands, *of.others):
        place = FigureKey("force", *answer, *member)
        ranges = [each[place] for each in sources if place in each]
        if ranges:
            found[member] = next((range_ for range_ in ranges if range_ != HIDDEN), HIDDEN)
    return found
