"""What may be said, taken once from the facts and from the claims the gate allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from fractions import Fraction
from functools import cached_property
from operator import attrgetter

from offences.claims.changes import RULES as CHANGES
from offences.claims.facts import AgeGroup, Facts
from offences.claims.latest import published_before, revised_cells
from offences.claims.multiples import RULES as MULTIPLES
from offences.claims.pairs import Pair, pairs
from offences.english import number
from offences.statistics.cells import Cell, State
from offences.statistics.years import Year
from offences.tracing.evidence.category import (
    NamedCategory,
    age_category,
    category_of_part,
    detail_of,
    kind_of,
    recorded_category,
)
from offences.tracing.evidence.claimed import Claimed
from offences.tracing.evidence.excerpts import of_member, of_years
from offences.tracing.evidence.sayable import (
    SayableChange,
    SayableCount,
    SayablePercent,
    SayableRange,
    SayableRevision,
    grouped,
    part_count,
)
from offences.tracing.evidence.shares import of_several, shares_of
from offences.words import verdicts
from offences.words.claims import sentence

AGE_CLAIMS = ("age_count", "age_share", "most_common_age", "most_common_age_band")


class Evidence(Claimed):
    """One document's facts as the tracer needs them; everything is worked out at most once.

    `coverage` is what else is known of who answered, as "n of N forces": a release's own answers,
    or how many forces' figures are held.
    """

    def __init__(self, facts: Facts, coverage: Iterable[tuple[int, int]] = ()) -> None:
        super().__init__(facts)
        self._also_coverage = tuple(coverage)
        self._between: dict[tuple[Year, Year], list[SayableChange]] = {}
        self._members: dict[str, Evidence] = {}

    # ---- years

    def has_figure(self, year: Year, *, comparable: bool = False) -> bool:
        """Any figure is known for a year; or one that compares with the latest year's."""
        if self.facts.panel is not None and comparable:
            return bool(self.change_since(year)) or year == self.facts.latest
        if self.facts.panel is not None:
            return bool(self.facts.panel.figures(year))
        if self.facts.series is None:
            return any(fact.year == year for fact in self.facts.recorded)
        if comparable:
            run = self.facts.series.run(self.facts.latest)
            return year in run and self.facts.series.cell(year).is_comparable
        return not self.facts.series.cell(year).is_missing

    # ---- numbers

    @cached_property
    def counts(self) -> list[SayableCount]:
        """Every exact number that may stand in a text as it is."""
        found = [*self._of_series(), *self._of_panel()]
        # A part or an age of zero says nothing of the year.
        found += [each for each in self._of_claims() if each.value]
        return list(dict.fromkeys(found))

    @cached_property
    def totals(self) -> list[SayableCount]:
        """The same of whole years, of whatever was recorded."""
        return [each for each in self.counts if not (each.categories or each.role)]

    @cached_property
    def counts_in(self) -> dict[frozenset[NamedCategory], list[SayableCount]]:
        """The same by category."""
        return grouped(self.counts, attrgetter("categories"))

    @cached_property
    def counts_of(self) -> dict[int, list[SayableCount]]:
        """The same by number."""
        return grouped(self.counts, attrgetter("value"))

    @cached_property
    def numbers(self) -> Set[int]:
        """The numbers of these counts; where there is but a series, no claim has another one."""
        if not self.is_series_alone:
            return self.counts_of.keys()
        return {cell.value for cell in self.cells.values() if cell.value is not None}

    @cached_property
    def values(self) -> dict[Year, int]:
        """The numbers of the years of one body; of all forces, where each has one of the year."""
        if not self.members:
            known = ((year, cell) for year, cell in self.cells.items() if not cell.months)
            return {year: cell.value for year, cell in known if cell.value is not None}
        of_each = [self.member(name).values for name in self.members]
        years = {*of_each[0]}.intersection(*of_each)
        return {year: sum(of[year] for of in of_each) for year in sorted(years)}

    def _of_series(self) -> Iterator[SayableCount]:
        if self.facts.series is not None:
            for year, cell in self.facts.series.cells.items():
                if cell.value is not None:
                    yield SayableCount(cell.value, year, f"{number(cell.value)} in {year}")

    def _of_panel(self) -> Iterator[SayableCount]:
        panel, latest = self.facts.panel, self.facts.latest
        if panel is None:
            return
        total = self.claim("count") or self.claim("zero")
        if total:
            value = total.figures["value"]
            yield SayableCount(value, latest, verdicts.fact("all_replied", n=value, year=latest))
        for year, same in self._like_for_like:
            for each, sum_of in ((year, same.old), (latest, same.new)):
                if sum_of.is_exact:
                    words = verdicts.fact(
                        "like_for_like", n=sum_of.low, year=each, forces=len(same.forces)
                    )
                    yield SayableCount(sum_of.low, each, words, forces=len(same.forces))

    @cached_property
    def _like_for_like(self) -> list[tuple[Year, Pair]]:
        """Each earlier year with the latest, over the forces with figures for both."""
        panel, latest = self.facts.panel, self.facts.latest
        if panel is None:
            return []
        least = max(1, self.facts.thresholds.lfl_min_forces)
        found = []
        for year in panel.comparable_years(latest, least):
            for change in self.change_since(year):
                found.append((year, change.pair))
        return found

    def _of_claims(self) -> Iterator[SayableCount]:
        yield from self._of_ages()
        latest = self.facts.latest
        for group, share in self.facts.shares.items():
            kind = detail_of(group, share)
            known = verdicts.fact("known", n=share.known, group=group)
            yield SayableCount(share.known, latest, known, role="known", known_of=kind)
            yield SayableCount(share.of, latest, verdicts.fact("in_all", n=share.of), role="of")
            yield from self._unknown(share.of - share.known, kind)
        for claim in self.of("share_count"):
            named = category_of_part(claim.subject.partition(":")[2])
            yield part_count(claim.figures["part"], latest, named)
        for claim in self.of("record", "joint_record", "lowest", "highest_available"):
            if claim.figures["value"] is not None:
                value, of_forces = claim.figures["value"], claim.figures.get("forces", 0)
                yield SayableCount(value, latest, sentence(claim), forces=of_forces)
        for claim in self.of("recorded_total", "recorded_age_total"):
            year, of = Year.parse(claim.subject), recorded_category(claim.values["fact"].category)
            yield SayableCount(claim.figures["value"], year, sentence(claim), of)

    def _unknown(self, rest: int, kind: str) -> Iterator[SayableCount]:
        said = verdicts.fact("unknown", n=rest)
        yield SayableCount(rest, self.facts.latest, said, role="unknown", known_of=kind)

    def _of_ages(self) -> Iterator[SayableCount]:
        """Counts by age: up to a limit, at the most common age, of a table that may be given."""
        ages, latest = self.facts.ages, self.facts.latest
        if ages is None:
            return
        for claim in self.of("age_count"):
            limit = int(claim.subject.partition("_")[0])
            yield part_count(claim.figures["count"], latest, age_category(0, limit))
        groups = set(self._ages_by_themselves)
        if mode := self.claim("most_common_age"):
            groups |= {AgeGroup(age, age) for age in mode.figures["ages"]}
        for group in sorted(groups):
            if (n := ages.groups[group].value) is not None:
                yield part_count(n, latest, age_category(group.low, group.high))
        # With a withheld number these are low ends: see `least`.
        if not ages.hidden and next(self.of(*AGE_CLAIMS), None):
            known, total, words = ages.known, ages.total, verdicts.fact("known_ages", n=ages.known)
            yield SayableCount(known, latest, words, role="known", known_of="age")
            yield SayableCount(total, latest, verdicts.fact("in_all", n=total), role="of")
            yield from self._unknown(total - known, "age")

    @property
    def _ages_by_themselves(self) -> Mapping[AgeGroup, Cell]:
        """The ages whose numbers may each be said, also where a small one forbids their table.

        None beside one withheld number alone, which the others would give away.
        """
        ages, least = self.facts.ages, self.facts.thresholds.local_attr_min
        if ages is None or len(ages.hidden) == 1:
            return {}
        least = least if self.facts.scope == "force" else 0
        return {group: cell for group, cell in ages.groups.items() if (cell.value or 0) >= least}

    @cached_property
    def at_least(self) -> int | None:
        """The total of a panel that is only a lower bound."""
        claim = self.claim("at_least")
        if claim is None or self.claim("count"):
            return None
        return int(claim.figures["value"])

    @property
    def cells(self) -> Mapping[Year, Cell]:
        """The cells of one body's series."""
        return {} if self.facts.series is None else self.facts.series.cells

    @cached_property
    def ranges(self) -> list[SayableRange]:
        """Figures known only as a range: withheld ones, and sums with a withheld one in them."""
        latest = self.facts.latest
        found = [(cell.range, year) for year, cell in self._suppressed]
        pairs = [pair for _, pair in self._like_for_like] + [each.pair for each in self.changes]
        for pair in pairs:
            found += [(pair.old, pair.old_year), (pair.new, latest)]
        if self.facts.total and not self.facts.has_part_year:
            found.append((self.facts.total, latest))
        ranged = [SayableRange(r.low, r.high, year) for r, year in found if r and not r.is_exact]
        return list(dict.fromkeys(ranged))

    @property
    def _suppressed(self) -> list[tuple[Year, Cell]]:
        return [(year, cell) for year, cell in self.cells.items() if cell.state is State.SUPPRESSED]

    @cached_property
    def least(self) -> list[tuple[int, Year]]:
        """Numbers that may follow "at least": a panel's lower bound, low ends without a limit, and
        the known ages where one is withheld."""
        found = [(r.low, r.year) for r in self.ranges if r.high is None]
        ages = self.facts.ages
        if ages and ages.hidden and next(self.of("most_common_age", "most_common_age_band"), None):
            found += [(n, self.facts.latest) for n in (ages.known, ages.total)]
        if claim := self.claim("at_least"):
            found.append((claim.figures["value"], self.facts.latest))
        # A published total to which a force that was asked gave nothing, or may have given nothing.
        complete = {c.subject for c in self.of("recorded_coverage") if c.figures["complete"]}
        of_some = (c for c in self.of("recorded_total") if c.subject not in complete)
        return found + [(c.figures["value"], Year.parse(c.subject)) for c in of_some]

    @cached_property
    def fewer_than(self) -> list[tuple[int, Year]]:
        """Numbers that may follow "fewer than": one more than the most a withheld figure can be."""
        found = [(c.high + 1, year) for year, c in self._suppressed if c.high is not None]
        sums = [r for r in self.ranges if r.low == 0]
        return found + [(r.high + 1, r.year) for r in sums if r.high is not None]

    @cached_property
    def revised(self) -> list[SayableRevision]:
        """Figures as published before; for a panel, those of all forces revised together; and
        printed totals that another has replaced."""
        body = self.facts.series or self.facts.panel
        found = [
            SayableRevision(before, now, year, frozenset(revised_cells(self.facts, year)))
            for year in (body.years if body else ())
            for before, now in published_before(self.facts, year)
        ]
        replaced = [(f.value, f.now, f.year) for f in self.facts.recorded if f.now is not None]
        return [*found, *(SayableRevision(*each) for each in replaced)]

    @cached_property
    def spans(self) -> set[int]:
        """How many years the pairs are apart that may be put side by side."""
        printed = self.of("recorded_pair")
        ends = [(c.figures["old_year"], c.figures["new_year"]) for c in printed]
        return {
            *(change.pair.figures["span_years"] for change in self.changes),
            *(Year.parse(str(new)).start - Year.parse(str(old)).start for old, new in ends),
        }

    # ---- changes

    @cached_property
    def changes(self) -> list[SayableChange]:
        """The latest year with the nearest earlier year it compares with, and with the oldest."""
        return [
            SayableChange(
                pair, {id: c for (id, subject), c in self.may.items() if subject == pair.subject}
            )
            for pair in pairs(self.facts)
        ]

    def change_since(self, year: Year, to: Year | None = None) -> list[SayableChange]:
        """A year, else the latest, with this one, by the rules for facts of two years alone."""
        to = to or self.facts.latest
        if (year, to) not in self._between:
            two_years = of_years(self.facts, {year, to})
            found = pairs(two_years)
            may = {
                claim.id: claim
                for rule in (*CHANGES, *MULTIPLES)
                for claim in (rule.judge(two_years) if found else ())
                if claim.allowed
            }
            self._between[year, to] = [SayableChange(pair, may) for pair in found]
        return self._between[year, to]

    @cached_property
    def shares(self) -> list[SayablePercent]:
        """The part of a whole of which something is known, in per cent."""
        return shares_of(self.facts, self.may, self.of("age_share"))

    def counts_of_parts(self, parts: frozenset[NamedCategory]) -> list[SayableCount]:
        """The numbers of several parts together: of platforms, or of the ages of a band."""
        return [
            SayableCount(n, self.facts.latest, share.words, parts)
            for n, share in self._of_several(parts)
        ]

    def shares_of_parts(self, parts: frozenset[NamedCategory]) -> list[SayablePercent]:
        """The shares of several parts together."""
        return [share for _, share in self._of_several(parts)]

    def _of_several(self, parts: frozenset[NamedCategory]) -> Iterator[tuple[int, SayablePercent]]:
        ages = self.facts.ages if self._ages_by_themselves else None
        return of_several(self.facts, self.shares, parts, ages)

    @cached_property
    def attribute_shares(self) -> list[tuple[str, str, SayablePercent]]:
        """How much of all is known, and is not, of each breakdown, by its kind."""
        return [
            (of.role, of.known_of, SayablePercent(value, "", True, of.words, of_all=value))
            for of in self.counts
            if of.role in ("known", "unknown")
            for whole in self.counts
            if whole.role == "of" and whole.value >= of.value
            for value in [Fraction(100 * of.value, whole.value)]
        ]

    @cached_property
    def kinds(self) -> set[str]:
        """The breakdowns that these facts have: "age", "sex", "part"."""
        if self.is_series_alone:
            return set()
        found = {kind_of(share) for share in self.facts.shares.values()}
        found |= {c.kind for count in self.counts for c in count.categories}
        return found | ({"age"} if self.facts.ages else set())

    # ---- forces

    @cached_property
    def coverage(self) -> list[tuple[int, int]]:
        """How many forces of how many asked gave a figure for the latest year."""
        ids = ("coverage", "recorded_coverage")
        found = [(c.figures["with_figures"], c.figures["asked"]) for c in self.of(*ids)]
        found += self._also_coverage
        return list(dict.fromkeys(found))

    @cached_property
    def forces(self) -> frozenset[int]:
        """Numbers of forces: that replied, were asked, did not reply, are in a common set."""
        found = {n for pair in self.coverage for n in (*pair, pair[1] - pair[0]) if n}
        found |= {c.figures["forces"] for c in self.may.values() if "forces" in c.figures}
        found |= {self.facts.asked} if self.facts.asked else set()
        found |= {len(pair.forces) for _, pair in self._like_for_like}
        of_totals = (c.figures["with_figures"] for c in self.of("recorded_total"))
        found |= {n for n in of_totals if n}
        return frozenset(found)

    def coverage_in(self, year: Year | None) -> list[tuple[int, int]]:
        """The same for another year; of the latest where none is named, or none is held of it."""
        panel = self.facts.panel
        if panel is None or year is None or year == self.facts.latest:
            return self.coverage
        given = panel.coverage(year)
        return [(given.with_figures, given.asked)] if given.with_figures else self.coverage

    @cached_property
    def pairs_of_forces(self) -> list[Pair]:
        """The changes from each earlier year, over the forces with figures for both."""
        return [pair for _, pair in self._like_for_like]

    @cached_property
    def forces_compared(self) -> frozenset[int]:
        """How many forces have figures for both of two years."""
        found = {len(pair.forces) for pair in self.pairs_of_forces}
        return frozenset(found | {len(change.pair.forces) for change in self.changes})

    # ---- members of a panel

    @property
    def members(self) -> tuple[str, ...]:
        """The forces of the panel, by name."""
        return tuple(self.facts.panel.series) if self.facts.panel else ()

    def member(self, name: str) -> Evidence:
        """One force of the panel, with its own figures."""
        if name not in self._members:
            self._members[name] = Evidence(of_member(self.facts, name))
        return self._members[name]
