"""The words on many forces' figures: like for like, and of a place only when it is whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from offences.claims import changes
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.pairs import Pair
from offences.claims.thresholds import Thresholds
from offences.claims.totals import Total
from offences.english import and_list, number, possessive, quantity, small_number
from offences.statistics.cells import Range
from offences.statistics.panels import Panel
from offences.statistics.revised import is_revised_by
from offences.statistics.years import Year
from offences.words.change import PAIR, is_within_chance, percentage_or_reason, rise_or_fall
from offences.words.claims import sentence
from offences.words.reasons import WE, Voice
from offences.words.regions import in_words

MOST_NAMED = 4
"""More forces than this without a figure are counted, and not named one by one."""
_AMONG = re.compile(
    r"^(.+?) (recorded .+?) among the (\d+) forces (with figures for both years(?: that compare)?)"
)
_PLAIN_CHANGES = ("little_changed", "unchanged", "from_none", "like_for_like")


@dataclass(frozen=True)
class Compared:
    """A year beside the nearest earlier one, over the forces with figures for both."""

    old_year: Year
    years: str  # “2018/19 and 2019/20”
    says: tuple[str, ...]
    pair: Pair | None = field(default=None, compare=False)  # the figures behind the words


@dataclass(frozen=True)
class WholeYear:
    """A place in one year: the sum of all its forces, or why there is none."""

    year: Year
    shown: str
    why_not: str
    printed: tuple[Total, ...]
    total: Range | None = field(default=None, compare=False)  # the sum, where there is one


@dataclass(frozen=True)
class Place:
    """A nation or region: its forces, and the years in which a figure of each is held."""

    name: str
    forces: tuple[str, ...]
    years: tuple[WholeYear, ...]  # newest first
    says: tuple[str, ...]


def like_for_like(panel: Panel) -> list[Compared]:
    """Each year beside the nearest earlier one, newest first, in the words its claims allow."""
    return [*_newest_first(panel)]


def newest_compared(panel: Panel) -> Compared | None:
    """The newest year that compares with an earlier one, over the same forces."""
    return next(_newest_first(panel), None)


def _newest_first(panel: Panel) -> Iterator[Compared]:
    for year in reversed(panel.years):
        if found := compared("police forces", panel, year, Thresholds()):
            yield found


def compared(
    place: str, panel: Panel, year: Year, thresholds: Thresholds, voice: Voice = WE
) -> Compared | None:
    """A year beside the nearest earlier one, in the words its claims allow."""
    facts = Facts(place, "offences", year, panel=panel, thresholds=thresholds)
    may = allowed(claims_for(facts, changes.RULES))
    claim = rise_or_fall(may)
    if claim is None or is_within_chance(claim):  # then both figures, without a change
        claim = next((c for kind in _PLAIN_CHANGES if (c := may.get((kind, PAIR)))), None)
    if claim is None:
        return None
    more = percentage_or_reason(may, thresholds, voice)
    old = Year.parse(str(claim.figures["old_year"]))
    says = (_AMONG.sub(_forces_first, sentence(claim)), *more)
    return Compared(old, f"{old} and {year}", says, claim.values["pair"])


def _forces_first(match: re.Match[str]) -> str:
    """The forces before the verb: “The 13 police forces with figures for both years recorded …”.

    “Police forces recorded 3,526 offences among the 13” reads as if it were all of them.
    """
    place, recorded, n, both = match.groups()
    return f"The {small_number(int(n))} {place[0].lower()}{place[1:]} {both} {recorded}"


def whole_place(
    region: str, names: Mapping[str, str], panel: Panel, totals: Sequence[Total] = ()
) -> Place | None:
    """A nation or region of several forces; none where no year has a figure of each of them.

    `names` are the addresses and names of all its forces; the panel has those and no other.
    """
    if len(names) < 2:
        return None
    years = whole_years(names, panel, totals)
    newest = next((each.year for each in years if each.shown), None)
    if newest is None:
        return None
    every_one = Thresholds(lfl_min_forces=len(names))
    change = compared(f"forces in {in_words(region)}", panel, newest, every_one)
    summed = {each.year for each in years if each.shown}
    says = change.says if change and change.old_year in summed else ()
    return Place(region, tuple(names.values()), years, says)


def whole_years(
    names: Mapping[str, str], panel: Panel, totals: Sequence[Total] = ()
) -> tuple[WholeYear, ...]:
    """Each year of a place, newest first: the sum of all its forces, or why there is none."""
    return tuple(_whole(year, names, panel, totals) for year in reversed(panel.years))


def _whole(
    year: Year, names: Mapping[str, str], panel: Panel, totals: Sequence[Total]
) -> WholeYear:
    given = panel.cells(year)
    cells = {name: given[slug] for slug, name in names.items()}
    printed = tuple(t for t in totals if t.year == year and t.claim == "total")
    lacks = [name for name, cell in cells.items() if cell.is_missing]
    whom = (
        and_list(lacks, "or")
        if len(lacks) <= MOST_NAMED
        else "any of its forces"
        if len(lacks) == len(names)
        else f"{len(lacks)} of its {len(names)} forces"
    )
    why = [f"no figure from {whom}"] if lacks else []
    why += [
        f"{possessive(name)} figure {'is in doubt' if cell.doubt else 'covers part of the year'}"
        for name, cell in cells.items()
        if not cell.is_missing and not cell.is_comparable
    ]
    percent = Thresholds().revised_pct
    why += [
        f"{possessive(name)} figure was revised by {percent}% or more"
        for name, cell in cells.items()
        if cell.is_comparable and is_revised_by(percent, [cell])
    ]
    total = panel.total(year)
    if total and not why:
        return WholeYear(year, quantity(total), "", printed, total)
    return WholeYear(year, "", f"Not added up: {'; '.join(why)}", printed)


def reach(total: Total) -> str:
    """On how many forces a published total rests: “40 of 44 forces”."""
    if not total.with_figures:
        return "the report did not say how many forces"
    if not total.asked:
        return forces(total.with_figures)
    return f"{number(total.with_figures)} of {forces(total.asked)}"


def reach_by_year(years: Mapping[str, Sequence[Year]]) -> str:
    """On how many forces the totals of several years rest, said once where it is one number."""
    if len(years) == 1:
        return next(iter(years))
    return "; ".join(f"{_run(sorted(set(of)))}: {reach}" for reach, of in years.items())


def _run(years: Sequence[Year]) -> str:
    """Years as a run where none is missing, else one by one: “2015/16 and 2018/19”."""
    is_run = len(years) > 2 and years[-1].start - years[0].start == len(years) - 1
    return f"{years[0]} to {years[-1]}" if is_run else and_list([each.label for each in years])


def coverage_text(stored: int, asked: int | None) -> str:
    """How many forces' figures we have: “From 13 of the 46 forces asked.”"""
    if not stored:
        return "We have none."
    if asked and asked >= stored:
        return f"From {number(stored)} of the {number(asked)} forces asked."
    return f"From {forces(stored)}."


def forces(n: int) -> str:
    """A number of forces: “one force”, “23 forces”."""
    return f"{small_number(n)} force{'' if n == 1 else 's'}"
