"""Two numbers for one thing: from two rounds, from two papers, published in one month."""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter

from django.db.models import F

from offences.english import and_list, quantity
from offences.models import RecordedFigure
from offences.releases.screening.finding import FindingItem, Key, ScreenedRelease, finding, value_of
from offences.statistics.cells import Cell, State
from offences.statistics.years import Year
from offences.trends import CurrentFigure, released_cell

FIGURES = ("One figure is", "figures are")


@finding(
    "newer returns restate",
    "{} restated by a newer return, and the release uses the newest. Ask the force why, or say why "
    "the newer number is right.",
    *FIGURES,
)
def restated(subject: ScreenedRelease) -> Iterable[FindingItem]:
    """Wiltshire’s 54 of 2018/19 became 77: the newest is used, and somebody has seen why."""
    return _conflicts(subject, newer=False)


@finding(
    "older number used",
    "{} older than another number for the same year, which is in doubt or of a part of the year. "
    "Settle the newer number, or say why the older is right.",
    *FIGURES,
)
def not_used(subject: ScreenedRelease) -> Iterable[FindingItem]:
    """Older numbers that are used because the newer is in doubt or of a part of the year."""
    return _conflicts(subject, newer=True)


def _conflicts(subject: ScreenedRelease, *, newer: bool) -> Iterable[FindingItem]:
    for key, figure in subject.counts.items():
        now = released_cell(figure)
        vintages = subject.vintages.get(key, ())
        number = attrgetter("state", "low", "high")
        same = (each for each in vintages if number(each.cell) == number(now))
        used = next(
            (t for t in same if t.submission and t.submission.round.slug == figure.round), None
        )
        if used is None or now.is_missing:
            continue
        at = vintages.index(used)
        others = vintages[:at] if newer else vintages[at + 1 :]
        differ = [each for each in others if _contradict(each.cell, now)]
        if any(not _was_answered_before(subject, key, each, used) for each in differ):
            conflicting = and_list([f"{_value(each.cell)} in {_name(each)}" for each in differ])
            yield subject.item(key, f"{conflicting}, {value_of(figure)} in {_name(used)}")


def _was_answered_before(subject: ScreenedRelease, key: Key, *both: CurrentFigure) -> bool:
    """Whether the release before had both, so that this finding was answered then."""
    had = (f.submission and subject.was_screened(f.submission, key[1]) for f in both)
    return all(had) and not subject.is_new(key)


def _name(figure: CurrentFigure) -> str:
    return str(figure.submission.round) if figure.submission else "a return"


def _contradict(one: Cell, other: Cell) -> bool:
    """Whether two numbers of a whole year cannot be the same; a part year is another thing."""
    of_part = State.PART_YEAR in (one.state, other.state)
    if of_part or one.range is None or other.range is None:
        return False
    low, highs = max(one.range.low, other.range.low), (one.range.high, other.range.high)
    return any(high is not None and high < low for high in highs)


def _value(cell: Cell) -> str:
    words = quantity(cell.range) if cell.range else "no figure"
    return f"{words} (in doubt)" if cell.doubt else words


@finding(
    "two papers differ",
    "Two papers of one round give different numbers, and the release uses one of them. Ask the "
    "force, or say why that one is right.",
)
def other_papers(subject: ScreenedRelease) -> Iterable[FindingItem]:
    """A return’s count that was replaced by another paper’s."""
    replaced = (
        subject.current.filter(document__isnull=False, value__isnull=False)
        .filter(replaces__document__isnull=False, replaces__value__isnull=False)
        .exclude(replaces__document=F("document"))
        .exclude(replaces__value=F("value"))
        .select_related(
            "submission__round", "submission__force", "category", "document", "replaces__document"
        )
        .order_by("submission__force__area", "year", "pk")
    )
    for c in replaced:
        if c.replaces and not subject.was_screened(c.submission, c.year):
            yield FindingItem(
                f"{c.submission.force.area} {Year(c.year)}, {c.category}: "
                f"{c.replaces.as_written or c.replaces.value} in {c.replaces.document}, "
                f"{c.as_written or c.value} in {c.document}",
                *("foisubmission", "grid", c.submission_id),
            )


@finding(
    "published figures differ",
    "The release carries a published figure, and another was published in the same month. Say "
    "which is in doubt on its page, or why this one is right.",
)
def recorded(subject: ScreenedRelease) -> Iterable[FindingItem]:
    """Recorded figures for which another number was published in the same month."""
    release = subject.release
    carried = set(release.recorded_figures.values_list("pk", flat=True))
    groups: dict[tuple, list[RecordedFigure]] = defaultdict(list)
    for each in RecordedFigure.objects.filter(
        measure=release.measure_id, value__isnull=False
    ).select_related("document"):
        on = each.document.published_on
        groups[(*each.conflict_key, on and (on.year, on.month))].append(each)
    for same in groups.values():
        used = [each for each in same if each.pk in carried]
        if used and len({each.value for each in same}) > 1:
            one = used[0]
            others = [f"{e.as_written} in {e.document.title}" for e in same if e.value != one.value]
            yield FindingItem(
                f"{subject.names.get(one.body, one.body)}, "
                f"{Year(one.year) if one.year else one.period}, {one.get_claim_display()}: "
                f"{one.as_written} in {one.document.title}, {and_list(others)}",
                *("recordedfigure", "change", one.pk),
            )
