"""Earlier releases as everybody knows them: what they show, and what adds up in them.

Once published is known: a release that was withdrawn counts like any other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from offences import models as db
from offences.releases.left_out import find_left_out
from offences.releases.parts import FigureKey, forces_behind, nations_by_force
from offences.releases.release_table import (
    CategoryFacts,
    Crossed,
    FigureSum,
    Member,
    ReleaseTable,
    ages_of,
)
from offences.releases.stored_answers import StoredAnswer, numbers_behind, stored_answers
from offences.statistics.cells import HIDDEN, Range, State
from offences.statistics.years import Year
from offences.trends import Responses, asked_by_name

type Column = tuple[FigureKey, tuple[str, ...]]


def published_releases(release: db.Release) -> QuerySet[db.Release]:
    """All other approved releases of the measure that somebody outside may have read.

    Nobody has read one that was withdrawn before it was public, unless a text of it was issued,
    which newsrooms have before its embargo ends, or a reader opened it before publication.
    """
    others = db.Release.objects.filter(measure=release.measure, approved_at__isnull=False)
    opened = db.PreReleaseLog.objects.filter(reader__isnull=False, what=db.PreReleaseStep.OPENED)
    read = (
        Q(withdrawn_at__isnull=True)
        | Q(withdrawn_at__gt=F("public_at"))
        | Exists(db.IssuedText.objects.filter(release=OuterRef("pk")))
        | Exists(opened.filter(release=OuterRef("pk")))
    )
    return others.filter(read).exclude(pk=release.pk).order_by("number")


def published_tables(release: db.Release, crosses: Mapping[Member, Crossed]) -> list[ReleaseTable]:
    """The table of each of the other releases, in as many queries for many as for one."""
    shown = db.ReleasedFigure.objects.filter(figure_kind__in=["count", "sum"])
    releases = published_releases(release).prefetch_related(
        Prefetch("figures", shown), "categories", "responses"
    )
    found = list(releases.select_related("corrects", "corrects_force"))
    nation_of, answers = nations_by_force(), stored_answers(release.measure) if found else []
    published = published_by_forces(release.measure)
    tables: dict[int, ReleaseTable] = {}
    for each in found:
        corrected = tables.get(each.corrects.number) if each.corrects else None
        table = _published_table(each, crosses, nation_of, answers, corrected)
        tables[each.number] = _with_published(table, published)
    return [*tables.values()]


def published_by_forces(measure: db.Measure) -> Mapping[FigureKey, Range]:
    """The parts of their answers that forces have published themselves."""
    rows = db.AlreadyPublic.objects.filter(category__breakdown__measure=measure)
    names = ("force__slug", "year", "category__breakdown__slug", "category__slug", "value")
    return {
        FigureKey("force", *key): Range.exactly(value) for *key, value in rows.values_list(*names)
    }


def _with_published(table: ReleaseTable, published: Mapping[FigureKey, Range]) -> ReleaseTable:
    """A table whose hidden numbers are shown where the force has published just these."""
    shown = {p: n for p, n in published.items() if p in table.ranges and table.truth.get(p) == n}
    return replace(table, ranges={**table.ranges, **shown})


def _published_table(
    release: db.Release,
    crosses: Mapping[Member, Crossed],
    nation_of: Mapping[str, str],
    answers: Sequence[StoredAnswer],
    corrected: ReleaseTable | None,
) -> ReleaseTable:
    """What a release shows. A hidden count is there, without a limit.

    `corrected` is the release of which it corrects one figure.
    """
    figures = {FigureKey.of(f): f for f in release.figures.all()}
    facts = {
        (each.breakdown, each.category): CategoryFacts.of(
            each, each.complete, crosses.get((each.breakdown, each.category))
        )
        for each in release.categories.all()
    }
    places = tuple(place for place in figures if place.kind == "force" and place.breakdown)
    numbers = numbers_behind(release, figures, answers, corrected)
    responses = list(release.responses.all())
    table = ReleaseTable(
        number=release.number,
        ranges={p: Range(f.low, f.high) for p, f in figures.items() if f.low is not None},
        places=places,
        facts=facts,
        columns=tuple(_columns(figures, facts, responses, nation_of, numbers)),
    )
    unpublished = {place: n for place, n in numbers.items() if place not in figures}
    return replace(table, truth=_truth(table, numbers, unpublished))


def _truth(
    table: ReleaseTable, answers: Mapping[FigureKey, Range], unpublished: dict[FigureKey, Range]
) -> Mapping[FigureKey, Range]:
    """The numbers behind a table, year by year; of a year in which they do not add up, none."""
    truth = {p: answers.get(p, r) if r == HIDDEN else r for p, r in table.ranges.items()}
    for whole, inside in table.members.items():
        if truth[whole] == HIDDEN:
            truth[whole] = Range.sum(truth[place] for place in inside)
    wrong = {each.whole.year for each in table.sums if not _is_possible(each, truth)}
    known = {p: r for p, r in truth.items() if r != HIDDEN or p in answers} | unpublished
    return {p: r for p, r in known.items() if p.year not in wrong}


def _is_possible(each: FigureSum, truth: Mapping[FigureKey, Range]) -> bool:
    whole, added = truth[each.whole], Range.sum(truth[part] for part in each.parts)
    below = added.high is not None and added.high < whole.low and not each.rest
    return not below and (whole.high is None or added.low <= whole.high)


def crossed_in(measure: db.Measure) -> Mapping[Member, Crossed]:
    """Each category of a crossing with those that it crosses, published or not."""
    categories = db.Category.objects.filter(breakdown__measure=measure, members__isnull=False)
    return {
        (each.breakdown.slug, each.slug): {
            (member.breakdown.slug, member.slug): ages_of(member) for member in each.members.all()
        }
        for each in categories.select_related("breakdown")
        .prefetch_related("members__breakdown")
        .distinct()
    }


def _columns(
    figures: Mapping[FigureKey, db.ReleasedFigure],
    facts: Mapping[Member, CategoryFacts],
    responses: Responses,
    nation_of: Mapping[str, str],
    numbers: Mapping[FigureKey, Range],
) -> Iterator[Column]:
    """Each sum over forces with those in it, as far as the public can tell."""
    sums = [f for p, f in figures.items() if p.kind != "force"]
    counts = [f for p, f in figures.items() if p.kind == "force" and not p.breakdown]
    totals = [f for f in sums if not f.breakdown]
    for figure, behind in forces_behind(totals, counts, responses, nation_of):
        yield FigureKey.of(figure), behind
    by_category = _givers(figures, facts)
    asked = {f.year: asked_by_name(Year(f.year), responses) for f in sums}
    left_out = defaultdict[int, set[str]](set)
    of_parts = [f for f in sums if f.breakdown]
    # Large numbers show best who is in a sum, and a hidden one does not.
    for figure in sorted(of_parts, key=lambda f: (f.is_hidden, -(f.low or 0))):
        whole = FigureKey.of(figure)
        forces = {
            force
            for force in by_category.get((whole.year, whole.breakdown, whole.category), ())
            if force in asked[whole.year] and force in nation_of
            if whole.kind != "nation" or nation_of[force] == whole.body
        }
        if len(forces) != figure.with_figures:
            newer = forces & _with_newer_round(figures, whole.year, responses)
            of_force = {
                f: numbers.get(whole._replace(kind="force", body=f), HIDDEN) for f in forces
            }
            missing = len(forces) - (figure.with_figures or 0)
            shown = Range(figure.low or 0, figure.high)
            out = find_left_out(missing, shown, of_force, newer, left_out[whole.year])
            left_out[whole.year] |= out
            forces -= out
        if len(forces) == figure.with_figures:
            yield whole, tuple(sorted(forces))


def _givers(
    figures: Mapping[FigureKey, db.ReleasedFigure], facts: Mapping[Member, CategoryFacts]
) -> Mapping[tuple[int, str, str], list[str]]:
    """Year and category → the forces that gave it, and the whole of its breakdown."""
    splits = defaultdict[tuple[str, int, str], list[FigureKey]](list)
    for place in figures:
        if place.kind == "force" and place.breakdown:
            splits[place.body, place.year, place.breakdown].append(place)
    found = defaultdict[tuple[int, str, str], list[str]](list)
    for (body, year, breakdown), places in splits.items():
        usable = {p for p in places if _can_be_added(figures[p])}
        of = {place: facts.get((breakdown, place.category), CategoryFacts()) for place in places}
        if all(of[p].is_total or of[p].is_unknown or p in usable for p in places):
            for place in usable:
                found[year, breakdown, place.category].append(body)
    return found


def _can_be_added(figure: db.ReleasedFigure) -> bool:
    return figure.state in (State.VALUE, State.SUPPRESSED) and not figure.doubt


def _with_newer_round(
    figures: Mapping[FigureKey, db.ReleasedFigure], year: int, responses: Responses
) -> set[str]:
    """The forces that a newer round asked about a year than the one that the release has."""
    numbers = {r.round: r.round_number for r in responses}
    newest: dict[str, int] = {}
    for r in responses:
        if r.round_first_year <= year <= r.round_last_year:
            newest[r.force] = max(r.round_number, newest.get(r.force, 0))
    found = set()
    for force, number in newest.items():
        figure = figures.get(FigureKey("force", force, year))
        if figure and numbers.get(figure.round, 0) < number:
            found.add(force)
    return found
