"""The words on many forces together: a total as it was published, or our own sum."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from offences.claims.claim import Claim, Claims
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.thresholds import Thresholds
from offences.claims.totals import OwnSum, Total, facts_of_total, newest_total, totals_of_place
from offences.english import and_list, counted, number, on_or_in, small_number
from offences.statistics.cells import Range
from offences.statistics.panels import Panel
from offences.statistics.series import Break, last_break
from offences.statistics.years import Year
from offences.words import notes
from offences.words.angles import AverageRate, average_rate, caveat_of
from offences.words.change import rise_or_fall
from offences.words.charity import charity
from offences.words.claims import note
from offences.words.claims import sentence as claim_sentence
from offences.words.national import all_forces, forces_in
from offences.words.panels import compared
from offences.words.reasons import Voice
from offences.words.regions import in_words

# Multiples that a text may use by itself; “almost doubled” is for a person to choose.
_MULTIPLES = (
    *("more_than_quadrupled", "quadrupled", "more_than_tripled", "tripled"),
    *("more_than_doubled", "doubled", "fell_by_more_than_half", "halved"),
)
_AGES = (
    ("most_common_age", "latest"),
    ("most_common_age_band", "latest"),
    ("age_count", "10_and_under"),
)


@dataclass(frozen=True)
class TotalCopy:
    """What a release says of many forces: a total as it was published, or our own sum."""

    area: str  # “England, Wales and Northern Ireland”
    year: Year
    figure: str  # for a headline: “8,224”, “at least 8,221”
    forces: str  # “40 of the 44 forces asked”
    short_forces: str  # in a bullet: “40 of 44 forces”
    offences: str  # “8,224 thefts from farms”
    short_offences: str  # where it is known of what: “8,224 offences”
    is_one: bool
    rate: AverageRate | None  # a day; None if none may be said
    changes: tuple[str, ...]
    ages: tuple[str, ...]
    claims: tuple[Claim, ...]
    covers: tuple[str, ...] = ()  # the areas of the forces in it, where all are known
    lacks: tuple[str, ...] = ()  # those that were asked and are not in it
    counts: Mapping[str, str] = field(default_factory=dict)  # by area, where they make the total
    lacking: str = ""  # as a sentence: whose figures are not in it
    members: str = ""  # what is not known of a force, where not all asked are in it
    published: Total | None = None  # as a publication had it; else it is our own sum
    published_when: str = ""  # “in June 2019”
    own: OwnSum | None = None

    @property
    def in_area(self) -> str:
        """The area in the middle of a sentence: “the East of England”."""
        return in_words(self.area)

    @property
    def recorders(self) -> str:
        """Who recorded, for a headline: “40 forces”."""
        total = self.published or self.own
        n = total.with_figures if total else None
        return f"{number(n)} forces" if n and n > 1 else ""

    def may_count(self, area: str) -> str:
        """What is not known of a force: “whether it is included”; empty where that is."""
        return "" if area in (*self.covers, *self.lacks) else self.members

    @property
    def covered(self) -> str:
        return and_list([f"{area}{self.counts.get(area, '')}" for area in self.covers])


def published_copy(
    totals: tuple[Total, ...],
    year: Year,
    phrase: str,
    breaks: Sequence[Break] = (),
    place: str = "",
    forces_there: int = 0,
) -> TotalCopy | None:
    """A total of all forces, a nation or a region, as published; None where there is none.

    That of a place is the least there are, unless all of its forces are known to be in it.
    """
    totals = totals_of_place(totals, place) if place else totals
    total = newest_total(totals, year)
    if total is None:
        return None
    may = allowed(claims := claims_for(facts_of_total(total, totals)))
    # A small total has no rate: 1.6 a day, given as 1, would mislead.
    rate = None if place else notes.find(may, "recorded_per_day", year)
    before = _earlier(total, may, last_break(breaks, year), place)
    forces, short_forces = _forces_in(total)
    n, asked = total.with_figures, total.asked or forces_there
    is_part = not n or n < asked or not asked
    least = "at least " if place and is_part else ""
    members = "which forces are in the total" if place or not n else "whether it is included"
    is_least = bool(n and asked and n < asked)
    return TotalCopy(
        area=total.area,
        year=year,
        figure=f"{least}{number(total.value)}",
        forces=forces,
        short_forces=short_forces,
        offences=f"{least}{counted(total.value, phrase)}",
        short_offences=f"{least}{counted(total.value, 'offences')}",
        is_one=total.value == 1,
        rate=average_rate(rate, "day", Range.exactly(total.value), of_some=is_least)
        if rate
        else None,
        changes=tuple(before),
        ages=()
        if place or not charity().victims_are_people
        else tuple(_published_ages(may, totals, year)),
        # The single years of a published total are not known: of those there is nothing to judge.
        claims=tuple(claim for claim in claims if claim.id.startswith("recorded_")),
        members=members if is_part else "",
        published=total,
        published_when=on_or_in(total.vintage),
    )


def _forces_in(total: Total) -> tuple[str, str]:
    """How many forces it counts: in a sentence, and in a bullet."""
    if not total.with_figures:
        return "the forces that answered", "police"
    if not total.asked:
        return (counted(total.with_figures, "forces"),) * 2
    n, asked = total.with_figures, counted(total.asked, "forces")
    if n == total.asked:
        return (all_forces(n),) * 2
    return f"{n} of the {asked} asked", f"{n} of {asked}"


def _earlier(total: Total, may: Claims, changed: Break | None, place: str) -> list[str]:
    """The nearest earlier total of the same publication, unless the definition changed since.

    The forces counted in the two years may differ, so both totals are in one sentence with that.
    """
    pairs = {
        _year(claim.figures["old_year"]): claim.figures["old"]
        for (id, _), claim in may.items()
        if id == "recorded_pair" and claim.figures["new_year"] == total.year.label
    }
    nearest = max(pairs, default=None)
    if nearest is None or (changed and nearest < changed.year):
        return []
    of_place = f" for {in_words(place)}" if place else ""
    return [
        f"The {number(total.value)}{of_place} compares with {number(pairs[nearest])} reported for "
        f"{nearest}, but the forces counted in the two years may differ."
    ]


def _published_ages(may: Claims, totals: Sequence[Total], year: Year) -> list[str]:
    """What was published of ages: `facts_of_total` has those of the release's own year alone.

    A number that its source has a caution on, as that another count was published, is not given.
    """
    sentences = []
    if common := notes.find(may, "recorded_most_common_age"):
        sentences.append(
            f"Where age was recorded, {common.figures['value']} was the most common age."
        )
    if young := notes.find(may, "recorded_age_total"):
        n, limit = young.figures["value"], int(young.figures["category"].split("_")[0])
        of_ages = [t for t in totals if (t.claim, t.kind, t.year) == ("age_total", "total", year)]
        if not any(t.note for t in of_ages):
            there = f"There {'was' if n == 1 else 'were'} {counted(n, 'offences')}"
            words = f"{there} against {charity().victims} aged {small_number(limit)} and under."
            sentences.append(words)
    return sentences


def sum_copy(own: OwnSum, facts: Facts, phrase: str, voice: Voice) -> TotalCopy | None:
    """What may be said of the forces of an area, added up; None where not even the sum may.

    `facts` are those of the sum, with the ages of the very same forces where they are known.
    """
    assert facts.panel is not None
    may = allowed(claims := claims_for(facts))
    found = [id for id in ("count", "zero", "at_least") if (id, "latest") in may]
    if not found:
        return None
    least = "at least " if found[0] == "at_least" else ""
    offences = f"{least}{counted(own.total.low, phrase)}"
    # A nation has no rate: 1.6 a day, given as 1, would mislead.
    rate = may.get(("per_day", "latest")) if facts.scope == "national" else None
    changes = _changes(facts, facts.panel, may, voice)
    return TotalCopy(
        area=own.area,
        year=own.year,
        figure=f"{least}{number(own.total.low)}",
        forces=forces_in(own),
        short_forces=forces_in(own),
        offences=offences,
        short_offences=f"{least}{counted(own.total.low, 'offences')}",
        is_one=own.total.low == 1,
        rate=average_rate(rate, "day", own.total, of_some=own.with_figures < own.asked)
        if rate
        else None,
        changes=tuple(changes),
        ages=tuple(claim_sentence(may[key]) for key in _AGES if key in may),
        claims=tuple(claims),
        own=own,
    )


def _changes(facts: Facts, panel: Panel, may: Claims, voice: Voice) -> list[str]:
    """How the sum changed, over the forces with figures for both years, with its caveats."""
    place = "police forces" if facts.scope == "national" else f"forces in {facts.place}"
    year = facts.latest
    near = compared(place, panel, year, Thresholds(), voice)
    sentences = [*near.says] if near else []
    made = [claim] if near and (claim := rise_or_fall(may)) else []
    for id in _MULTIPLES:
        claim = may.get((id, "latest_vs_first"))
        if claim and None not in (claim.figures.get("old"), claim.figures.get("new")):
            old, new = (number(claim.figures[key]) for key in ("old", "new"))
            forces = small_number(claim.figures["forces"])
            first = claim.figures["old_year"]
            compares = " that compare" if panel.left_out(_year(first), year) else ""
            words = id.replace("_", " ").replace("tripled", "trebled")
            sentences.append(
                f"Among the {forces} forces with figures for both {first} and {year}{compares}, "
                f"the number {words}, from {old} to {new}."
            )
            made.append(claim)
            break
    cautions = [words for claim in made for words in (note(claim), caveat_of(claim.values["pair"]))]
    return [*sentences, *dict.fromkeys(filter(None, cautions))]


def _year(label: object) -> Year:
    return Year.parse(str(label))
