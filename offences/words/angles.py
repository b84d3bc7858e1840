"""The story of one force: the angles that its figures allow, and what follows the lead."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from offences.claims.claim import Claim, Claims
from offences.claims.facts import Facts
from offences.claims.pairs import Pair
from offences.english import ended, number, sentence, singular, small_number
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.series import Series, gaps_of
from offences.statistics.years import Year, years_between
from offences.words.cells import in_sentence, is_single, revision, softness
from offences.words.change import PAIR, is_within_chance
from offences.words.charity import charity
from offences.words.claims import SMALL, note
from offences.words.phrases import fraction
from offences.words.reasons import in_a_row, skipped_years

FIRST = "latest_vs_first"
MOST_ANGLES = 3
SMALLEST_PERCENT_BASE = 100
_MULTIPLES = (  # the claim, its headline, its lead
    ("more_than_quadrupled", "more than quadruple", "more than four times the"),
    ("quadrupled", "quadruple", "four times the"),
    ("more_than_tripled", "more than triple", "more than three times the"),
    ("tripled", "triple", "three times the"),
    ("more_than_doubled", "more than double", "more than double the"),
    ("doubled", "double", "double the"),
)
_SIMILAR = (  # the claim, its lead, its headline
    ("little_changed", "little changed from the {old} of {then}", "little changed"),
    ("unchanged", "the same as {then}", "unchanged"),
)
_RATES = (("per_month", "month", 20), ("per_week", "week", 20), ("per_day", "day", None))
"""Rates, each used up to the number from which a shorter unit is easier to picture."""

OFFENDING_OR_RECORDING = (
    "The figures cannot show how much is more offending and how much better recording."
)
SMALL_NUMBERS = "Numbers this small can move sharply from year to year."
SMALL_NUMBER = "A {} a number as small as {} is hard to measure."


def caveat_of(pair: Pair) -> str:
    """What goes with a change that chance alone does not make; nothing with another."""
    if pair.old.high is not None and pair.new.low > pair.old.high:
        return OFFENDING_OR_RECORDING if pair.chance == "beyond" else ""
    is_fall = pair.new.high is not None and pair.new.high < pair.old.low
    return charity().fewer_harmed if is_fall and pair.chance != "within" else ""


@dataclass(frozen=True)
class Angle:
    """One way to lead a force's story, with the claim that allows it."""

    id: str
    headlines: tuple[str, ...]  # what follows the place, the first that fits
    change: str = ""  # in the lead, after the year: “up from 48 a year earlier”
    claim: Claim | None = None

    @property
    def group(self) -> str:
        """What an officer chooses for all texts: one year, the year before, the first year."""
        return "count" if self.id == "count" else "first" if self.is_longer else "year"

    @property
    def is_longer(self) -> bool:
        return self.id.startswith("longer_")


def angles(may: Claims, cell: Cell, phrase: str, unsafe: set[Year]) -> list[Angle]:
    """The angles that the figures allow, the strongest first, three at most.

    The ladder: a change within chance, a fall, a rise near chance, a rise beyond chance as a
    multiple or a fraction, one year alone. `unsafe` are years that no change is led from.
    """
    figure = in_sentence(cell, singular(phrase) if is_single(cell) else phrase)
    count = Angle("count", (f"{figure} recorded in a year", f"{figure} in a year", figure))
    near = [*_of_pair(may, PAIR, figure, phrase, unsafe)]
    longer = [*_of_pair(may, FIRST, figure, phrase, unsafe)]
    found = [*near, *longer, count]
    if near and near[0].id == "rise" and near[0].claim and _chance(near[0].claim) == "beyond":
        by_strength = ("multiple", "longer_multiple", "fraction")
        found.sort(key=lambda each: (each.id not in by_strength, _place(each.id, by_strength)))
    return found[:MOST_ANGLES]


def _place(id: str, order: tuple[str, ...]) -> int:
    return order.index(id) if id in order else 0


def _chance(claim: Claim) -> str | None:
    return claim.figures.get("chance")


def _of_pair(
    may: Claims, subject: str, figure: str, phrase: str, unsafe: set[Year]
) -> Iterator[Angle]:
    """The change since an earlier year, then the same as a multiple or a fraction."""
    prefix = "longer_" if subject == FIRST else ""

    def get(id: str) -> Claim | None:
        claim = may.get((id, subject))
        return claim if claim and base_of(claim) not in unsafe else None

    change = get("rise") or get("fall")
    if change is None or is_within_chance(change):
        if not prefix:
            yield from _similar(change, get, figure, phrase)
        return
    word = "up" if change.id == "rise" else "down"
    old, new = change.figures.get("old"), change.figures.get("new")
    then = ago(change)
    if old is None or new is None:
        yield Angle(
            f"{prefix}{change.id}",
            (f"{figure}, {word} on {then}", figure),
            f"{word} on {base_of(change)}",
            change,
        )
        return
    from_to = f"{phrase} {word} from {number(old)} to {number(new)}"
    first = f"{figure}, {word} from {number(old)}" if change.id == "rise" else from_to
    in_years = f"{from_to} in {small_number(_span(change))} years"
    headlines = (in_years, from_to, figure) if prefix else (first, from_to, figure)
    yield Angle(f"{prefix}{change.id}", headlines, f"{word} from {number(old)} {then}", change)
    if change.id == "rise" and _chance(change) == "beyond":
        yield from _multiple(get, prefix, phrase, figure, old)
        if not prefix and (part := get("fraction_change")):
            words = fraction(part.figures["fraction"], part.figures["form"])
            up = f"up {words}" if " a " in f" {words}" else f"up by {words}"
            headlines = (f"{phrase} {up}", first, figure)
            yield Angle("fraction", headlines, f"{up} from {number(old)} {then}", part)


def _multiple(
    get: Callable[[str], Claim | None], prefix: str, phrase: str, figure: str, old: int
) -> Iterator[Angle]:
    for id, headline, lead in _MULTIPLES:
        if claim := get(id):
            words = f"{lead} {number(old)} of {ago(claim)}"
            yield Angle(f"{prefix}multiple", (f"{phrase} {headline}", figure), words, claim)
    if (claim := get("n_times")) and old >= SMALLEST_PERCENT_BASE:
        times, new = claim.figures["times"], claim.figures["new"]
        more = "more than " if times * old < new else ""
        words = f"{more}{small_number(times)} times the {number(old)} of {ago(claim)}"
        headline = f"{phrase} up from {number(old)} to {number(new)}"
        yield Angle(f"{prefix}multiple", (headline, figure), words, claim)


def _similar(
    change: Claim | None, get: Callable[[str], Claim | None], figure: str, phrase: str
) -> Iterator[Angle]:
    """A change that chance alone makes, or none: “similar to”."""
    if claim := get("from_none"):
        yield Angle(
            "rise", (f"{figure}, up from none", figure), f"up from none {ago(claim)}", claim
        )
        return
    words, short = "similar to the {old} of {then}", "remain similar"
    for id, in_lead, in_headline in _SIMILAR:
        if change is None and (found := get(id)):
            change, words, short = found, in_lead, in_headline
    if change is None:
        return
    then, old = ago(change), number(change.figures["old"] or 0)
    at = f"{phrase} {short} at {number(change.figures['new'] or 0)}"
    headlines = (f"{figure}, similar to {then}", at, f"{figure} in a year", figure)
    yield Angle("similar", headlines, words.format(old=old, then=then), change)


def base_of(claim: Claim) -> Year:
    """The year that a change is measured from."""
    return Year.parse(str(claim.figures["old_year"]))


def _span(claim: Claim) -> int:
    return int(claim.figures["span_years"])


def ago(claim: Claim) -> str:
    """How long before the latest year: “a year earlier”, “three years earlier”."""
    span = _span(claim)
    return "a year earlier" if span == 1 else f"{small_number(span)} years earlier"


@dataclass(frozen=True)
class AverageRate:
    """How often in a unit of time: “more than five” a “month”, “an average of 14” a “week”."""

    number: int
    unit: str
    bound: str = ""  # “more than”, “at least”

    @property
    def amount(self) -> str:
        return f"{self.bound or 'an average of'} {small_number(self.number)}"

    @property
    def average(self) -> str:
        """Where no total stands beside it, so that it cannot be read as of every single day."""
        return " ".join(filter(None, ("an average of", self.bound, small_number(self.number))))

    @property
    def short_amount(self) -> str:
        """For a headline: “more than 22”, “22”."""
        return f"{self.bound} {number(self.number)}".strip()

    @property
    def is_one(self) -> bool:
        return self.number == 1

    def __str__(self) -> str:
        return f"{self.amount} a {self.unit}"


def average_rate(claim: Claim, unit: str, total: Range, *, of_some: bool = False) -> AverageRate:
    """A claim's rate as what it is of its total: “more than 22” a day for 22.5.

    `of_some`: not every force is in the total, so that the rate is the least there is.
    """
    n, days = claim.figures["rate"], claim.figures["days"]
    rounded = n * {"month": 12, "week": Fraction(days, 7), "day": days}[unit]
    if total.low < rounded:  # rounded up, by setting
        return AverageRate(n, unit)
    if of_some or (total.low == rounded and not total.is_exact):
        return AverageRate(n, unit, "at least")
    return AverageRate(n, unit, "more than" if total.low > rounded else "")


def rate(may: Claims) -> AverageRate | None:
    """The rate that is easiest to picture; None where none may be said."""
    for id, unit, most in _RATES:
        claim = may.get((id, "latest"))
        if claim and claim.facts.total and (most is None or claim.figures["rate"] <= most):
            return average_rate(claim, unit, claim.facts.total)
    return None


def after_the_lead(
    facts: Facts, may: Claims, angle: Angle, remarks: Mapping[Year, str]
) -> list[str]:
    """What follows the lead: the rate, the caution, the years before, what is not held."""
    series, latest = facts.series or Series({}), facts.latest
    cell, change = series.cell(latest), angle.claim
    is_rise = change is not None and angle.id not in {"fall", "longer_fall", "similar"}
    rated = rate(may)  # which is in the lead where no change is
    sizes = [*filter(None, (str(rated or ""), _percentage(may, angle)))] if change else []
    sentences = [f"That is {', and '.join(sizes)}."] if sizes else []
    caution = _caution(change) if change and change.id != "unchanged" else ""
    used = {latest, base_of(change)} if change else {latest}
    other = next(
        (y for y in series.run(latest) if y not in used and _is_plain(series, y, remarks)), None
    )
    if caution and change and other and angle.id == "rise" and _is_between(series, change, other):
        # behind a colon the year would be that of the number in "as small as ten", too
        mark = ":" if caution in (SMALL_NUMBERS, note(change)) else ";"
        shown = number(series.cell(other).low or 0)
        caution = f"{caution.rstrip('.')}{mark} in {other} there were {shown}."
        other = None
    sentences += [caution] if caution else []
    if is_rise and change and _chance(change) == "beyond":
        sentences.append(OFFENDING_OR_RECORDING)
    sentences += _years_before(series, latest, change, other)
    sentences += _unsafe_before(series, latest, change, remarks)
    if angle.id in {"fall", "longer_fall"}:
        sentences.append(charity().fewer_harmed)
    return sentences + _of_the_figure(cell, latest)


def _caution(change: Claim) -> str:
    """What goes with a change: where chance alone does not make it, too, if a number is small.

    That is one on which no percentage is given, or two that a chance change would call small.
    """
    old, new = change.figures["old"], change.figures["new"]
    if note(change) or None in (old, new):
        return note(change)
    if max(old, new) < SMALL:
        return SMALL_NUMBERS
    least, way = (old, "rise from") if old < new else (new, "fall to")
    is_small = least < change.facts.thresholds.pct_min_base
    return SMALL_NUMBER.format(way, small_number(least)) if is_small else ""


def _percentage(may: Claims, angle: Angle) -> str:
    """The change in per cent: beyond chance, and where no multiple or fraction says it.

    A newspaper gives none on a base under 100, which a reader pictures better as it is.
    """
    claim = may.get(("percent_change", PAIR))
    if angle.id == "rise" and claim and angle.claim and _chance(angle.claim) == "beyond":
        if (claim.figures["old"] or 0) < SMALLEST_PERCENT_BASE:
            return ""
        span = _span(claim)
        years = "a year" if span == 1 else f"{small_number(span)} years"
        return f"a rise of {number(claim.figures['percent'])}% in {years}"
    return ""


def _is_plain(series: Series, year: Year, remarks: Mapping[Year, str]) -> bool:
    cell = series.cell(year)
    return cell.is_exact and cell.is_comparable and year not in remarks


def _is_between(series: Series, change: Claim | None, year: Year) -> bool:
    """A third year lies between the two, and so shows how much such numbers move."""
    if change is None or None in (change.figures["old"], change.figures["new"]):
        return False
    return bool(change.figures["old"] < (series.cell(year).low or 0) < change.figures["new"])


def _years_before(
    series: Series, latest: Year, change: Claim | None, other: Year | None
) -> list[str]:
    """The figure of one further year, and the years between that have none to compare."""
    skipped = set(change.figures["skipped_years"]) if change else set()
    gaps = [
        replace(gap, years=years)
        for gap in gaps_of(series, latest)
        if (years := tuple(y for y in gap.years if y.label in skipped))
    ]
    lost = [y for gap in gaps if gap.why is Missing.NOT_IN_RECORDS for y in gap.years]
    rest = skipped_years([gap for gap in gaps if gap.why is not Missing.NOT_IN_RECORDS])
    figure = f"The figure for {other} was {in_sentence(series.cell(other))}" if other else ""
    none = ""
    if lost and change:
        between = years_between(base_of(change).next, latest.previous)
        are_all = len(lost) > 1 and len(lost) == len(between)
        which = "the years between" if are_all else in_a_row(lost, "or")
        no_figure = "no figure is" if len(lost) == 1 else "no figures are"
        none = f"{'none is' if figure else no_figure} available for {which}"
    joined = "; ".join(filter(None, (figure, none)))
    return [f"{sentence(joined)}."] * bool(joined) + rest


def _unsafe_before(
    series: Series, latest: Year, change: Claim | None, remarks: Mapping[Year, str]
) -> list[str]:
    """The source's caution about the figure before, where the story is not led from it."""
    before = next(
        (y for y in sorted(remarks, reverse=True) if y < latest and series.cell(y).range), None
    )
    said = []
    if before and (change is None or base_of(change) < before):
        figure = in_sentence(series.cell(before))
        figure = small_number(int(figure)) if figure.isdecimal() else figure
        why = ended(remarks[before])
        said.append(f"The figure for {before}, {figure}, is not a safe comparison: {why}")
    if change and not (said and before) and (base := series.cell(base_of(change))):
        said += softness(base, f"The figure for {base_of(change)}")
    return said


def _of_the_figure(cell: Cell, year: Year) -> list[str]:
    figure = f"The figure for {year}"  # another year may have been named last
    said = [f"{figure} was revised: {revision(cell)}."] if cell.is_revised else []
    return [*said, *softness(cell, figure)]


def local_facts(series: Series, angle: Angle, rate: AverageRate | None) -> int:
    """How many facts a story has: its figure, the rate, the change, a figure of a year before."""
    before = any(c.is_comparable for year, c in series.cells.items() if year < max(series.cells))
    return 1 + (rate is not None) + (angle.id != "count") + before
