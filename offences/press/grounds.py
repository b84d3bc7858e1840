"""What the words of a release rest on: its facts of one body, and those of all forces together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.text import slugify

from offences.claims import totals as printed
from offences.claims.facts import Facts
from offences.claims.sums import OwnSum, facts_of_sum, sum_of
from offences.claims.thresholds import Thresholds
from offences.claims.totals import Total, nation_totals, newest_total
from offences.english import NATIONS
from offences.models import (
    FigureKind,
    Force,
    PressRelease,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.press.parts import with_parts
from offences.press.subjects import facts_of
from offences.refused import Refused
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.years import Year
from offences.tracing.marking import MarkedText, mark
from offences.trends import (
    ReleasedSplit,
    Trend,
    asked_by_name,
    categories_in,
    figures_of,
    panel_of,
    released_splits,
    responses_of,
    splits_of,
    sums_of,
    totals_of,
    trend_of,
)
from offences.words.notes import rules_in_words

NATIONAL = "national"
LONGEST_TEXT = 10_000  # characters to be checked at once: some 1,600 words


@dataclass(frozen=True)
class Summed:
    """A sum of a release and the forces behind it."""

    added: OwnSum
    panel: Panel


@dataclass(frozen=True)
class Whole:
    """A release as texts are made of it, read once for all bodies."""

    release: Release
    figures: Sequence[ReleasedFigure]
    responses: Sequence[ReleasedResponse]
    totals: tuple[Total, ...]
    sum: Summed | None
    nations: dict[str, Summed]
    year: Year  # which a text of all forces or a nation is about
    categories: Sequence[ReleasedCategory] = ()
    parts: Mapping[str, Sequence[ReleasedFigure]] = field(default_factory=dict)  # by body

    def splits(self, body: str, kind: str = "force") -> list[ReleasedSplit]:
        return released_splits(self.categories, self.parts.get(body, ()), body, kind)

    @property
    def is_from_print(self) -> bool:
        """A figure of the year was read from a publication: no force's own file is behind it."""
        return any(
            f.source_kind == "publication"
            and (f.claim, f.year) == (FigureKind.COUNT, self.year.start)
            for f in self.figures
        )

    def trend(self, force: Force) -> Trend:
        return trend_of(force, self.release, self.figures, self.responses)


def whole_of(release: Release) -> Whole:
    (whole,) = wholes_of([(release, Year(release.year))])
    return whole


def wholes_of(asked: Sequence[tuple[Release, Year]]) -> list[Whole]:
    """Some releases, each as texts about a year are made of it: three questions in all."""
    releases = list({release.pk: release for release, _ in asked}.values())
    figures, responses = figures_of(releases), responses_of(releases)
    nations = dict(Force.objects.filter(nation__in=NATIONS).values_list("slug", "nation"))
    return [
        _whole(
            release,
            [f for f in figures if f.release_id == release.pk],
            [r for r in responses if r.release_id == release.pk],
            nations,
            year,
        )
        for release, year in asked
    ]


def _whole(
    release: Release,
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    nations: Mapping[str, str],
    year: Year,
) -> Whole:
    asked = asked_by_name(year, responses)
    nation_of = {slug: nation for slug, nation in nations.items() if slug in asked}

    def summed(added: OwnSum | None, nation: str = "") -> Summed | None:
        members = {slug for slug, of in nation_of.items() if not nation or of == nation}
        panel = panel_of(release, figures, responses, members)
        return Summed(added, panel) if added and _is_behind(panel, added) else None

    totals = totals_of(release, figures)
    parts: dict[str, list[ReleasedFigure]] = {}
    for figure in splits_of(release):
        parts.setdefault(figure.body, []).append(figure)
    own = {a.area: summed(a, a.area) for a in sums_of(release, figures, "nation") if a.year == year}
    whole = Whole(
        release,
        figures,
        responses,
        totals,
        summed(sum_of(sums_of(release, figures), year)),
        {nation: found for nation, found in own.items() if found},
        year,
        categories_in(release),
        parts,
    )
    if not whole.is_from_print:
        return whole
    # A total printed with those figures is quoted as it was printed.
    printed_too = {t.area for t in totals if t.kind == "nation" and t.year == year}
    kept = {nation: s for nation, s in whole.nations.items() if nation not in printed_too}
    return replace(whole, nations=kept)


def nations_of(whole: Whole) -> list[str]:
    """The nations of which the release says something together."""
    return sorted({t.area for t in whole.totals if t.kind == "nation"} | whole.nations.keys())


def _is_behind(panel: Panel, added: OwnSum) -> bool:
    """The forces of the panel are those added up: whose nation was changed since is not."""
    total, covered = panel.total(added.year), panel.coverage(added.year)
    return (
        total is not None
        and total.low == added.total.low
        and (covered.with_figures, covered.asked) == (added.with_figures, added.asked)
    )


@dataclass(frozen=True)
class Ground:
    """The facts that a text about one body rests on."""

    place: str
    facts: Facts
    national: Facts | None  # those of all forces together; None in a text about them
    against: tuple[Facts, Facts | None]  # the same, with all that was ever printed beside them
    quoted: tuple[str, ...]  # words of the release that a text may have to the letter
    trend: Trend | None = None  # of a force

    def mark(self, text: str) -> MarkedText:
        """A text with every figure held against this ground."""
        return mark(text, *self.against, self.quoted)


def ground_of(
    whole: Whole, body: str, year: Year | None = None, forces: Mapping[str, Force] | None = None
) -> Ground:
    """The ground of a force or a nation, by its address, or of all forces.

    `forces` are all by their addresses, where the caller knows them.

    `year` is the year a force's text is about: unless given, the newest of which anything is known
    of it. Refused where the release has nothing to say of the body.
    """
    national = of_all(whole)
    everything = _with_print(national, whole.totals)
    measure = whole.release.measure
    rules = rules_in_words(Thresholds())
    quoted: tuple[str, ...] = (measure.definition, measure.excludes, rules)
    quoted += tuple(words for total in whole.totals for words in (total.note, total.doubt))
    if body == NATIONAL:
        if national is None or everything is None:
            raise Refused(f"{whole.release} has no figure for all forces together.")
        return Ground("All forces", national, None, (everything, None), quoted)
    if own := of_nation(whole, body):
        beside = _with_print(own, nation_totals(whole.totals, own.place)) or own
        return Ground(own.place, own, national, (beside, everything), quoted)
    force = Force.objects.filter(slug=body).first() if forces is None else forces.get(body)
    if force is None:
        nation = next((each for each in nations_of(whole) if slugify(each) == body), "")
        if nation:
            raise Refused(f"{whole.release} has no figure for {nation} together in {whole.year}.")
        raise Refused(f"“{body}” is no force of {whole.release}.")
    trend = whole.trend(force)
    facts = with_parts(
        facts_of(trend, year), whole.splits(body), trend.series.cell(year or whole.year)
    )
    quoted += tuple(words for point in trend.points for words in (point.note, point.cell.doubt))
    quoted += tuple(each.why for each in trend.series.breaks)
    return Ground(force.area, facts, national, (facts, everything), quoted, trend)


def _with_print(facts: Facts | None, totals: Sequence[Total]) -> Facts | None:
    return replace(facts, recorded=printed.printed_facts(totals)) if facts else None


def ground_under(text: PressRelease) -> Ground | None:
    """What a press release rests on: its own release and year; None without any facts."""
    whole = whole_of(text.release)
    try:
        return ground_of(whole, text.body, whole.year)
    except Refused:
        return None


def traced(text: PressRelease, ground: Ground | None) -> MarkedText | None:
    """A press release with every figure held against its ground."""
    if ground is None:
        return None
    return ground.mark(f"{text.headline}\n\n{text.text}")


def of_all(whole: Whole) -> Facts | None:
    """The facts of all forces together: our own sum, with its ages, or a total as printed."""
    if whole.sum:
        facts = facts_of_sum(whole.sum.added, whole.sum.panel, whole.release.measure.phrase)
        return with_parts(facts, _behind_all(whole, whole.sum.added), _cell_of(whole.sum.added))
    total = newest_total(whole.totals, whole.year)
    return printed.facts_of(total, whole.totals) if total else None


def _behind_all(whole: Whole, added: OwnSum) -> list[ReleasedSplit]:
    """The breakdowns of all forces together that rest on the very forces of their total."""
    return [
        split
        for split in whole.splits(added.area, "total")
        if all(
            point.figure and point.figure.with_figures == added.with_figures
            for row in split.rows
            if (point := row.points.get(added.year))
        )
    ]


def _cell_of(added: OwnSum) -> Cell:
    return Cell.suppressed(added.total.low, added.total.high)


def of_nation(whole: Whole, body: str) -> Facts | None:
    """The facts of one nation, by its address."""
    nation = next((each for each in nations_of(whole) if slugify(each) == body), "")
    if own := whole.nations.get(nation):
        return facts_of_sum(own.added, own.panel, whole.release.measure.phrase, "nation")
    own_totals = nation_totals(whole.totals, nation)
    total = newest_total(own_totals, whole.year)
    return printed.facts_of(total, own_totals) if total else None
