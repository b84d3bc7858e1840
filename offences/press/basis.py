"""The facts a text rests on: those of its force or nation, and those of all forces."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.text import slugify
from django.utils.timezone import localtime

from offences import trends
from offences.claims.claim import Claims
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.totals import (
    OwnSum,
    Total,
    facts_of_sum,
    facts_of_total,
    newest_total,
    published_facts,
    sum_of,
    totals_of_place,
)
from offences.english import NATIONS
from offences.models import (
    FigureKind,
    Force,
    PressRelease,
    Release,
    ReleasedCategory,
    ReleasedFigure,
)
from offences.press.facts import facts_of, with_breakdowns
from offences.refused import Refused
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.years import Year
from offences.tracing.binding.body_names import spellings
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.marking import MarkedText, mark

NATIONAL = "national"
LONGEST_TEXT = 10_000  # characters to be checked at once: some 1,600 words
MOST_FIGURES = 120  # of the public at once: the longest published text has a third of them


@dataclass(frozen=True)
class SumFacts:
    """A sum of a release, with the forces behind it."""

    own: OwnSum
    panel: Panel


@dataclass(frozen=True)
class ReleaseFacts:
    """Everything in a release from which its texts are made, read once for all of them."""

    release: Release
    figures: trends.Figures
    responses: trends.Responses
    totals: tuple[Total, ...]
    sum: SumFacts | None
    nations: dict[str, SumFacts]
    year: Year  # which a text of all forces or a nation is about
    categories: Sequence[ReleasedCategory] = ()
    parts: Mapping[str, trends.Figures] = field(default_factory=dict)  # by body
    forces: Mapping[str, Force] = field(default_factory=dict)  # all there are, by address
    by_force: dict[str, trends.Trend] = field(default_factory=dict)  # by force, once asked for
    named: dict[str, Evidence] = field(default_factory=dict)  # the same of each force

    def splits(self, body: str, kind: str = "force") -> list[trends.ReleasedSplit]:
        return trends.released_splits(self.categories, self.parts.get(body, ()), body, kind)

    @property
    def is_from_publication(self) -> bool:
        """Whether a figure of the year was read from a publication, not from a force's own file."""
        sought = ("publication", FigureKind.COUNT, self.year.start)
        return any((f.source_kind, f.figure_kind, f.year) == sought for f in self.figures)

    def trend(self, force: Force) -> trends.Trend:
        if force.slug not in self.by_force:
            figures, responses = self._of_force
            own = figures.get(force.slug, ()), responses.get(force.slug, ())
            found = trends.trend_of(force, self.release, *own, self._of_all)
            self.by_force[force.slug] = found
        return self.by_force[force.slug]

    @cached_property
    def _of_force(self) -> tuple[dict[str, trends.Figures], dict[str, trends.Responses]]:
        """The figures and the answers of each force: a trend reads its own alone."""
        figures, responses = defaultdict[str, list](list), defaultdict[str, list](list)
        for each in self.figures:
            figures[each.body].append(each)
        for answer in self.responses:
            responses[answer.force].append(answer)
        return dict(figures), dict(responses)

    @cached_property
    def _of_all(self) -> trends.National:
        """What the trends of all forces share."""
        figures = self.figures
        return trends.totals_of(self.release, figures), trends.sums_of(self.release, figures)

    def evidence(self, force: Force) -> Evidence:
        if force.slug not in self.named:
            self.named[force.slug] = Evidence(facts_of(self.trend(force)))
        return self.named[force.slug]

    @cached_property
    def national(self) -> tuple[Facts, Evidence] | None:
        """The facts of all forces together, and the same with every total ever published."""
        facts = national_facts(self)
        return (facts, Evidence(_with_published(facts, self.totals) or facts)) if facts else None


def facts_of_release(release: Release) -> ReleaseFacts:
    (whole,) = facts_of_releases([(release, Year(release.year))])
    return whole


def facts_of_releases(asked: Sequence[tuple[Release, Year]]) -> list[ReleaseFacts]:
    """The facts of several releases, each with its year, by three queries in all."""
    releases = list({release.pk: release for release, _ in asked}.values())
    figures, responses = trends.figures_of(releases), trends.responses_of(releases)
    forces = {force.slug: force for force in Force.objects.all()}
    return [
        _facts_of_one(
            release,
            [f for f in figures if f.release_id == release.pk],
            [r for r in responses if r.release_id == release.pk],
            forces,
            year,
        )
        for release, year in asked
    ]


def _facts_of_one(
    release: Release,
    figures: trends.Figures,
    responses: trends.Responses,
    forces: Mapping[str, Force],
    year: Year,
) -> ReleaseFacts:
    asked = trends.asked_by_name(year, responses)
    nation_of = {
        slug: each.nation
        for slug, each in forces.items()
        if slug in asked and each.nation in NATIONS
    }

    def with_panel(own: OwnSum | None, nation: str = "") -> SumFacts | None:
        members = {slug for slug, of in nation_of.items() if not nation or of == nation}
        panel = trends.panel_of(release, figures, responses, members)
        return SumFacts(own, panel) if own and _is_behind(panel, own) else None

    totals = trends.totals_of(release, figures)
    parts = defaultdict[str, list[ReleasedFigure]](list)
    for figure in trends.splits_of(release):
        parts[figure.body].append(figure)
    of_nations = [own for own in trends.sums_of(release, figures, "nation") if own.year == year]
    nation_sums = {own.area: with_panel(own, own.area) for own in of_nations}
    whole = ReleaseFacts(
        release,
        figures,
        responses,
        totals,
        with_panel(sum_of(trends.sums_of(release, figures), year)),
        {nation: found for nation, found in nation_sums.items() if found},
        year,
        trends.categories_in(release),
        parts,
        forces,
    )
    if not whole.is_from_publication:
        return whole
    # A total published with those figures is quoted as it was published.
    published = {t.area for t in totals if t.kind == "nation" and t.year == year}
    added_up = {nation: s for nation, s in whole.nations.items() if nation not in published}
    return replace(whole, nations=added_up)


def nations_of(whole: ReleaseFacts) -> list[str]:
    """The nations for which the release has a total or a sum."""
    return sorted({t.area for t in whole.totals if t.kind == "nation"} | whole.nations.keys())


def _is_behind(panel: Panel, own: OwnSum) -> bool:
    """Whether the panel's forces are those added up: not if one has changed its nation since."""
    total, covered = panel.total(own.year), panel.coverage(own.year)
    return (
        total is not None
        and total.low == own.total.low
        and (covered.with_figures, covered.asked) == (own.with_figures, own.asked)
    )


@dataclass(frozen=True)
class Basis:
    """The facts that a text about a force, a nation or all forces rests on."""

    place: str
    facts: Facts
    national: Facts | None  # those of all forces together; None in a text about them
    evidence: Evidence  # the facts of the place, with every total ever published of it
    national_evidence: Evidence | None  # those of all forces, with the same; None in a text on them
    quoted: tuple[str, ...]  # words of the release that a text may have to the letter
    whole: ReleaseFacts
    trend: trends.Trend | None = None  # of a force
    areas: Mapping[str, Facts] = field(default_factory=dict)  # the force’s nation and region

    @property
    def may(self) -> Claims:
        """What may be said, judged once with the figures where both rest on the same facts."""
        own = self.evidence
        return own.may if own.facts is self.facts else allowed(claims_for(self.facts))

    def mark(self, text: str) -> MarkedText:
        """A text with every figure checked, against the facts of every body that it names."""
        named = {name: Evidence(facts) for name, facts in self.areas.items()}
        named |= facts_of_named(self.whole, text)
        return mark(text, self.evidence, self.national_evidence, self.quoted, named)


def facts_of_named(whole: ReleaseFacts, text: str) -> dict[str, Evidence]:
    """The facts of the forces of a release that a text names."""
    slugs = {figure.body for figure in whole.figures if figure.body_kind == "force"}
    named = [slug for slug in slugs if any(name in text for name in spellings(slug))]
    forces = [whole.forces[slug] for slug in sorted(named) if slug in whole.forces]
    return {force.name: whole.evidence(force) for force in forces}


def basis_of(
    whole: ReleaseFacts,
    body: str,
    year: Year | None = None,
    forces: Mapping[str, Force] | None = None,
    on: dt.date | None = None,
) -> Basis:
    """The basis of a text about a force or a nation, by its address, or about all forces.

    `year` is the year a force's text is about, by default the newest with anything known of it;
    `forces` are all forces by address, if the caller has them; `on` is the day it is read first.
    """
    national, everything = whole.national or (None, None)
    measure = whole.release.measure
    quoted: tuple[str, ...] = (measure.definition, measure.excludes)
    quoted += tuple(words for total in whole.totals for words in (total.note, total.doubt))
    if body == NATIONAL:
        if national is None or everything is None:
            raise Refused(f"{whole.release} has no figure for all forces together.")
        return Basis("All forces", national, None, everything, None, quoted, whole)
    if own := nation_facts(whole, body):
        beside = Evidence(_with_published(own, totals_of_place(whole.totals, own.place)) or own)
        return Basis(own.place, own, national, beside, everything, quoted, whole)
    force = Force.objects.filter(slug=body).first() if forces is None else forces.get(body)
    if force is None:
        nation = next((each for each in nations_of(whole) if slugify(each) == body), "")
        if nation:
            raise Refused(f"{whole.release} has no figure for {nation} together in {whole.year}.")
        raise Refused(f"“{body}” is no force of {whole.release}.")
    trend = whole.trend(force)
    facts = with_breakdowns(
        facts_of(trend, year, on), whole.splits(body), trend.series.cell(year or whole.year)
    )
    quoted += tuple(words for point in trend.points for words in (point.note, point.cell.doubt))
    quoted += tuple(each.why for each in trend.series.breaks)
    areas = {place: found for place in places_of(force) if (found := area_facts(whole, place))}
    own_evidence = Evidence(facts)
    return Basis(force.area, facts, national, own_evidence, everything, quoted, whole, trend, areas)


def places_of(force: Force) -> list[str]:
    """The nation and the region of a force, whose totals stand where it has no figure."""
    return [place for place in (force.nation, force.region) if place]


def area_facts(whole: ReleaseFacts, place: str) -> Facts | None:
    """The facts of a nation or a region, with every total that was published of it."""
    totals = totals_of_place(whole.totals, place)
    own = nation_facts(whole, slugify(place)) or _published(totals, whole)
    return _with_published(own, totals)


def figures_in(text: str) -> int:
    """Count the figures in a text, before any of them is judged."""
    passage = Passage(text)
    if (numbers := len(passage.numbers)) > 4 * MOST_FIGURES:
        return numbers  # far too many, with no look at what each is
    return sum(each.kind != "exempt" for each in find(passage))


def _with_published(facts: Facts | None, totals: Sequence[Total]) -> Facts | None:
    return replace(facts, recorded=published_facts(totals)) if facts else None


def basis_of_text(text: PressRelease) -> Basis | None:
    """The basis of a press release: the release of its event; None without any facts.

    An issued text rests on the release that it was issued from.
    """
    event_release = None if text.issued_at else text.event.release
    whole = facts_of_release(event_release or text.release)
    try:
        on = localtime(text.event.embargo_at).date()
        return basis_of(whole, text.body, whole.year, on=on)
    except Refused:
        return None


def traced(text: PressRelease, basis: Basis | None) -> MarkedText | None:
    """A press release with every figure checked."""
    return basis.mark(f"{text.headline}\n\n{text.text}") if basis else None


def national_facts(whole: ReleaseFacts) -> Facts | None:
    """The facts of all forces: our own sum, with its ages, or a total as published."""
    if whole.sum:
        own = whole.sum.own
        facts = facts_of_sum(own, whole.sum.panel, whole.release.measure.phrase)
        total_cell = Cell.suppressed(own.total.low, own.total.high)
        return with_breakdowns(facts, _breakdowns_of_sum(whole, own), total_cell)
    return _published(whole.totals, whole)


def _published(totals: tuple[Total, ...], whole: ReleaseFacts) -> Facts | None:
    total = newest_total(totals, whole.year)
    return facts_of_total(total, totals, whole.release.measure.phrase) if total else None


def _breakdowns_of_sum(whole: ReleaseFacts, own: OwnSum) -> list[trends.ReleasedSplit]:
    """The breakdowns of all forces that rest on the same forces as the sum."""

    def same_forces(split: trends.ReleasedSplit) -> bool:
        points = (point for row in split.rows if (point := row.points.get(own.year)))
        return all(p.figure and p.figure.with_figures == own.with_figures for p in points)

    return list(filter(same_forces, whole.splits(own.area, "total")))


def nation_facts(whole: ReleaseFacts, body: str) -> Facts | None:
    nation = next((each for each in nations_of(whole) if slugify(each) == body), "")
    if summed := whole.nations.get(nation):
        return facts_of_sum(summed.own, summed.panel, whole.release.measure.phrase, "nation")
    return _published(totals_of_place(whole.totals, nation), whole)
