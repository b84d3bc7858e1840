"""The words that fill in a press release; `templates/press/` orders them, and has the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from offences.claims.claim import Claim, Claims
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.thresholds import Thresholds
from offences.claims.totals import OwnSum, Total, facts_of, nation_totals, newest_total
from offences.english import (
    counted,
    months,
    number,
    on_or_in,
    singular,
    small_number,
    without_victims,
)
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series, last_break
from offences.statistics.years import Year
from offences.words import notes, reasons
from offences.words.cells import in_sentence, is_single, revision, softness
from offences.words.change import Opening, Subject, earlier_year, opening, percentage_or_reason
from offences.words.claims import sentence as claim_sentence
from offences.words.national import forces_in
from offences.words.panels import compared
from offences.words.reasons import CHARITY

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
class Headline:
    """What the headline says of a figure, from the longest form to the shortest."""

    figure: str  # “68 online sex offences against children”
    shortest: str  # “68 online sex offences”
    period: str  # “a year”, “six months”


@dataclass(frozen=True)
class ForceCopy:
    """What a release says of one force: its opening, or why there is no figure."""

    place: str
    year: Year
    opening: Opening | None
    headline: Headline | None
    absence: str  # “Kent Police did not answer for 2018/19”, without its full stop
    not_zero: str  # what follows it, so that nobody reads it as zero
    short_phrase: str  # for a headline that is too long: “online sex offences”
    is_open: bool  # the force answered, and there is no figure yet
    cautions: tuple[str, ...]
    note: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class EarlierTotal:
    year: str
    number: str


@dataclass(frozen=True)
class TotalCopy:
    """What a release says of many forces: a total as it was published, or our own sum."""

    area: str  # “England, Wales and Northern Ireland”
    year: Year
    figure: str  # for a headline: “8,224”, “at least 8,221”
    forces: str  # “40 of the 44 forces asked”
    short_forces: str  # in a bullet: “40 of 44 forces”
    offences: str  # “8,224 online sexual offences against under-18s”
    short_offences: str  # where it is known of what: “8,224 offences”
    rate: str  # “22” a day; empty if none may be said
    changes: tuple[str, ...]
    ages: str
    claims: tuple[Claim, ...]
    published: Total | None = None  # as a publication had it; else it is our own sum
    published_when: str = ""  # “in June 2019”
    earlier: EarlierTotal | None = None  # of the same publication
    exact_rate: str = ""
    own: OwnSum | None = None


def force_copy(
    subject: Subject,
    facts: Facts,
    *,
    headline_phrase: str,
    vintages: Mapping[Year, str],
    remarks: Mapping[Year, str],
) -> ForceCopy:
    """What the release of one force says of it. `facts.latest` is the release's year."""
    may = allowed(claims := claims_for(facts))
    series, year = facts.series or Series({}), facts.latest
    cell = series.cell(year) if series.is_known else Cell.missing(Missing.NOT_IN_RECORDS)
    own = notes.local_notes(series, year, may, vintages)
    own += [notes.remark_on(y, remarks[y]) for y in sorted(remarks) if y <= year]
    missing = cell.is_missing
    return ForceCopy(
        place=subject.area,
        year=year,
        opening=None if missing else opening(subject, cell, year, may),
        headline=None if missing else _headline(cell, headline_phrase),
        absence=reasons.phrase(cell.why, subject.short_name, year, CHARITY, subject.phrase)
        if missing
        else "",
        not_zero=reasons.not_zero(cell.why) if missing else "",
        short_phrase=without_victims(headline_phrase),
        is_open=cell.why in MAY_BE_ZERO,
        cautions=tuple(_cautions(facts, series, cell, may, remarks)),
        note=tuple(own),
        claims=tuple(claims),
    )


def _headline(cell: Cell, phrase: str) -> Headline:
    figure = in_sentence(cell, singular(phrase) if is_single(cell) else phrase)
    period = months(cell.months) if cell.months else "a year"
    return Headline(figure, without_victims(figure), period)


def _cautions(
    facts: Facts, series: Series, cell: Cell, may: Claims, remarks: Mapping[Year, str]
) -> list[str]:
    """The change in words, and the cautions that travel with it."""
    sentences = percentage_or_reason(may, facts.thresholds, CHARITY)
    before = earlier_year(may)
    shown = () if cell.is_missing else (before, facts.latest)
    sentences += [notes.remark_on(y, remarks[y]) for y in shown if y is not None and y in remarks]
    if before:
        sentences += softness(series.cell(before), f"The figure for {before}")
    sentences += notes.skipped_between(series, facts.latest, may)
    longer = may.get(("rise", "latest_vs_first")) or may.get(("fall", "latest_vs_first"))
    if longer and longer.figures.get("old") is not None:
        first = _year(longer.figures["old_year"])
        sentences.append(f"In {first} the figure was {in_sentence(series.cell(first))}.")
    if cell.is_revised:
        sentences.append(f"The figure was revised: {revision(cell)}.")
    sentences += softness(cell, "The figure")
    if cell.doubt:
        sentences.append("This figure is in doubt and is compared with no other.")
    if cell.months:
        sentences.append("A part of a year is compared with no other figure.")
    return sentences


def published_copy(
    totals: tuple[Total, ...],
    year: Year,
    phrase: str,
    breaks: Sequence[Break] = (),
    nation: str = "",
) -> TotalCopy | None:
    """A total of all forces, or of a nation, as it was published; None where there is none."""
    totals = nation_totals(totals, nation) if nation else totals
    total = newest_total(totals, year)
    if total is None:
        return None
    may = allowed(claims := claims_for(facts_of(total, totals)))
    # A small total has no rate: 1.6 a day, given as 1, would mislead.
    rate = None if nation else notes.find(may, "recorded_per_day", year)
    forces, short_forces = _forces_in(total)
    return TotalCopy(
        area=total.area,
        year=year,
        figure=number(total.value),
        forces=forces,
        short_forces=short_forces,
        offences=counted(total.value, phrase),
        short_offences=counted(total.value, "offences"),
        rate=number(rate.figures["rate"]) if rate else "",
        changes=(),
        ages="" if nation else _published_ages(may, year),
        # The single years of a published total are not known: of those there is nothing to judge.
        claims=tuple(claim for claim in claims if claim.id.startswith("recorded_")),
        published=total,
        published_when=on_or_in(total.vintage),
        earlier=_earlier(may, year, last_break(breaks, year)),
        exact_rate=str(rate.figures["exact"]) if rate else "",
    )


def _forces_in(total: Total) -> tuple[str, str]:
    """How many forces it counts: in a sentence, and in a bullet."""
    if not total.with_figures:
        return "the forces that answered", "forces"
    if not total.asked:
        return (counted(total.with_figures, "forces"),) * 2
    n, asked = total.with_figures, counted(total.asked, "forces")
    return f"{n} of the {asked} asked", f"{n} of {asked}"


def _earlier(may: Claims, year: Year, changed: Break | None) -> EarlierTotal | None:
    """The nearest earlier total of the same publication, unless the definition changed since."""
    pairs = {
        _year(claim.figures["old_year"]): claim.figures["old"]
        for (id, _), claim in may.items()
        if id == "recorded_pair" and claim.figures["new_year"] == year.label
    }
    nearest = max(pairs, default=None)
    if nearest is None or (changed and nearest < changed.year):
        return None
    return EarlierTotal(nearest.label, number(pairs[nearest]))


def _published_ages(may: Claims, year: Year) -> str:
    """What was published of ages: `facts_of` has those of the release's own year alone."""
    sentences = []
    if common := notes.find(may, "recorded_most_common_age"):
        age = common.figures["value"]
        sentences.append(f"where age was recorded, {age} was the most common age")
    if young := notes.find(may, "recorded_age_total"):
        n, limit = young.figures["value"], int(young.figures["category"].split("_")[0])
        was = f"{counted(n, 'offences')} {'was' if n == 1 else 'were'}"
        sentences.append(f"{was} against children aged {small_number(limit)} and under")
    return f"Nationally in {year}, {', and '.join(sentences)}." if sentences else ""


def sum_copy(own: OwnSum, facts: Facts) -> TotalCopy | None:
    """What may be said of the forces of an area, added up; None where not even the sum may.

    `facts` are those of the sum, with the ages of the very same forces where they are known.
    """
    assert facts.panel is not None
    may = allowed(claims := claims_for(facts))
    found = [id for id in ("count", "zero", "at_least") if (id, "latest") in may]
    if not found:
        return None
    least = "at least " if found[0] == "at_least" else ""
    offences = f"{least}{counted(own.total.low, facts.measure)}"
    # A nation has no rate: 1.6 a day, given as 1, would mislead.
    rate = may.get(("per_day", "latest")) if facts.scope == "national" else None
    return TotalCopy(
        area=own.area,
        year=own.year,
        figure=f"{least}{number(own.total.low)}",
        forces=forces_in(own),
        short_forces=forces_in(own),
        offences=offences,
        short_offences=offences,
        rate=number(rate.figures["rate"]) if rate else "",
        changes=tuple(_changes(facts, facts.panel, may)),
        ages=" ".join(claim_sentence(may[key]) for key in _AGES if key in may),
        claims=tuple(claims),
        own=own,
    )


def _changes(facts: Facts, panel: Panel, may: Claims) -> list[str]:
    """How the sum changed, over the forces with figures for both years and no other."""
    place = "police forces" if facts.scope == "national" else f"forces in {facts.place}"
    year = facts.latest
    near = compared(place, panel, year, Thresholds(), CHARITY)
    sentences = list(near.says) if near else []
    for id in _MULTIPLES:
        claim = may.get((id, "latest_vs_first"))
        if claim and None not in (claim.figures.get("old"), claim.figures.get("new")):
            old, new, forces = (number(claim.figures[key]) for key in ("old", "new", "forces"))
            first = claim.figures["old_year"]
            compares = " that compare" if panel.left_out(_year(first), year) else ""
            words = id.replace("_", " ").replace("tripled", "trebled")
            return [
                *sentences,
                f"Among the {forces} forces with figures for both {first} and {year}{compares}, "
                f"the number {words}, from {old} to {new}.",
            ]
    return sentences


def _year(label: object) -> Year:
    return Year.parse(str(label))
