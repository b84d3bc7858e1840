"""What a release hides of a body, and what it shows of it."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, category_of_part

type Categories = frozenset[NamedCategory]
"""One category, or several that together make a crossing: girls aged 10."""
NOT_KNOWN = frozenset({category_of_part("not known")})
"""What is left of all where the number known is told."""
SEXES = frozenset({category_of_part("girls"), category_of_part("boys")})


@dataclass(frozen=True)
class Hiding:
    """The categories of one body that a release hides, and the numbers that it shows."""

    hidden: frozenset[Categories]
    shown: Mapping[Categories, frozenset[int]]
    years: frozenset[Year] = frozenset()  # of which its total is hidden
    ranges: Mapping[Categories, tuple[int, int]] = field(default_factory=dict)
    year_ranges: Mapping[Year, tuple[int, int]] = field(default_factory=dict)
    """The ranges that the release prints, of categories (`ranges`) and of years' totals."""
    threshold: int = 0
    """The count below which the release hides a count, by its public rule; 0 where it has none."""

    def with_other_sex(self) -> "Hiding":
        """The other sex of a hidden crossing is hidden, too, where both together are shown.

        Of ten aged 13, nine girls leave one boy.
        """
        other = {
            of - {own} | {sex}
            for of in self.hidden
            for own in of & SEXES
            for sex in SEXES - {own}
            if of - {own} in self.shown
        }
        return replace(self, hidden=self.hidden | {of for of in other if of not in self.shown})

    def touches(self, said: Categories) -> bool:
        """What is said is hidden, or is made of ages of which one is hidden."""
        return bool(self.touched(said))

    def crosses(self, said: AbstractSet[NamedCategory], before: AbstractSet[NamedCategory]) -> bool:
        """Whether something hidden is of what is said and of what was said before: a crossing."""
        return any(len(of) > 1 and of & said for of in self.touched({*said, *before}))

    def touched(self, said: AbstractSet[NamedCategory]) -> list[Categories]:
        """What is hidden of what is said."""
        found = (each for each in self.hidden if _covers(each, said, self.shown))
        return sorted(found, key=lambda of: sorted(of))

    def may_be_none(self, of: Categories, said: AbstractSet[NamedCategory]) -> bool:
        """Whether a hidden number, or that of an age said of its band, may be zero.

        For all that the release says: where 1 to 4 were 8 or 9, there may have been none of 8.
        """
        is_part = any(_is_inside(each, band) for band in of for each in said)
        return is_part or not self.ranges.get(of, (0, 0))[0]

    def without(self, said: NamedCategory, among: AbstractSet[NamedCategory]) -> Categories:
        """The first hidden category that has none of those of a part: boys, of girls.

        Of a crossing, the other parts are `among` what is said: boys on Kik, of girls on Kik.
        """
        of_kind = ((of, {c for c in of if c.kind == said.kind}) for of in self.hidden)
        left = (
            of
            for of, own in of_kind
            if own and not _covers(frozenset(own), {said}, ()) and not of - own - among
        )
        return min(left, key=lambda of: sorted(map(str, of)), default=frozenset())


def _covers(
    hidden: Categories, said: AbstractSet[NamedCategory], shown: Container[Categories]
) -> bool:
    return all(
        any(
            part == each or (_overlap(part, each) and frozenset({each}) not in shown)
            for each in said
        )
        for part in hidden
    )


def _is_inside(one: NamedCategory, band: NamedCategory) -> bool:
    is_age = one.kind == band.kind == "age" and one != band
    return is_age and band.low <= one.low and one.high <= band.high


def are_inside(said: Categories, near: AbstractSet[NamedCategory]) -> bool:
    """Whether each of these is an age of a band that is named."""
    return all(any(_is_inside(one, band) for band in near) for one in said)


def _overlap(one: NamedCategory, other: NamedCategory) -> bool:
    is_age = one.kind == other.kind == "age"
    return is_age and one.low <= other.high and other.low <= one.high


type Names = Callable[[str], bool]
type OfBody = tuple[Names, Hiding, bool]
"""Whether a name is a body's, what is hidden of it, and whether the text is about it."""
type Forces = Sequence[OfBody]


def names_own(names: Iterable[str], forces: Forces) -> bool:
    """Whether one of the names is that of a force that the text is about."""
    own = [is_named for is_named, _, is_own in forces if is_own]
    return any(is_named(name) for name in names for is_named in own)


def own_hidden(forces: Forces, named: Iterable[Mention[NamedCategory]]) -> list[Categories]:
    """What the text's own force hides of the parts that a stretch of it names."""
    said = {mention.slot for mention in named} - NOT_KNOWN
    return [of for _, each, is_own in forces if is_own for of in each.touched(said)]
