"""Findings about figures that are new in a release, and about which forces have one."""

from collections.abc import Callable, Iterator, Mapping

from offences.models import ReleasedFigure
from offences.releases.parts import why_not_summed
from offences.releases.screening.finding import (
    FindingItem,
    Key,
    ScreenedRelease,
    finding,
    has_figure,
    value_of,
    warning,
)
from offences.statistics.cells import Missing
from offences.statistics.years import Year
from offences.trends import released_cell

BASE, TIMES = 20, 3  # below twenty, three times as many is chance
FIGURES = ("1 figure is", "figures are")
NOTE = (
    "Say in the release’s note which forces came or went: readers compare the totals. Its note "
    "says nothing of forces."
)
type Items = Iterator[FindingItem]


@warning(
    "corrected",
    "{} corrected against the release before, within the same round. Say what was wrong: readers "
    "see the change.",
    *FIGURES,
)
def corrected(subject: ScreenedRelease) -> Items:
    """Figures of the same round that the previous release had differently."""
    for key, now in subject.counts.items():
        before = subject.previous.get(key)
        if before is None or before.round != now.round:
            continue
        differ = (before.low, before.high, before.months) != (now.low, now.high, now.months)
        if differ and has_figure(before) and has_figure(now):
            yield subject.item(key, f"{value_of(before)}, now {value_of(now)}")


@warning(
    "large change",
    "{} more than three times the year before, or less than a third. Say how you know that it "
    "is neither a slip nor a part of a year.",
    *FIGURES,
)
def jumps(subject: ScreenedRelease) -> Items:
    """Figures over three times the year before, or under a third, from twenty on."""
    for key, figure in subject.counts.items():
        before = (key[0], key[1] - 1)
        old = subject.counts.get(before)
        if old is None or not (subject.is_new(key) or subject.is_new(before)):
            continue
        one, two = released_cell(old), released_cell(figure)
        if not (one.is_comparable and two.is_comparable and one.range and two.range):
            continue
        rise = one.range.high is not None and two.range.low > TIMES * one.range.high
        fall = two.range.high is not None and two.range.high * TIMES < one.range.low
        if one.range.low >= BASE and (rise or fall):
            yield subject.item(key, f"{value_of(figure)}, the year before {value_of(old)}")


NO = {
    Missing.REFUSED: "refused",
    Missing.BLANK: "left blank",
    Missing.NOT_HELD: "not held",
    Missing.NOT_AVAILABLE: "not available",
}
"""A force's own reasons for giving no figure, in a word."""


@warning(
    "no figure where there was one",
    "{} no figure where the force gave one before. Say whether it was asked why.",
    *("1 answer has", "answers have"),
)
def refused(subject: ScreenedRelease) -> Items:
    """No figure where there was one; or an older number is used after a refusal."""
    for key, figure in subject.counts.items():
        if not subject.is_new(key):
            continue
        newest = next(iter(subject.vintages.get(key, ())), None)
        was = (subject.previous.get(key), subject.counts.get((key[0], key[1] - 1)))
        if has_figure(figure):
            if newest and newest.cell.why in NO:
                yield subject.item(key, f"{NO[newest.cell.why]}; an older number is used")
        elif figure.why in NO and any(map(has_figure, was)):
            yield subject.item(key, NO[Missing(figure.why)])


def _new(
    which: Callable[[ReleasedFigure], object], words: Callable[[ReleasedFigure], str] = lambda f: ""
) -> Callable[[ScreenedRelease], Items]:
    """The new figures of a kind, each with its words."""
    return lambda subject: (
        subject.item(key, words(figure))
        for key, figure in subject.counts.items()
        if which(figure) and subject.is_new(key)
    )


in_doubt = warning(
    "in doubt", "{} in doubt: shown, and never compared. Say what was done to settle it.", *FIGURES
)(_new(lambda f: f.doubt, lambda f: f.doubt))
provisional = warning(
    "provisional or estimated",
    "{} provisional or estimated. Say that it can be published as such, or ask for the final one.",
    *FIGURES,
)(_new(lambda f: f.provisional or f.estimated))
derived = warning(
    "derived total",
    "{} derived: added up from a breakdown, as the force stated none. Say that the breakdown is "
    "whole.",
    *("1 total is", "totals are"),
)(_new(lambda f: f.derived, value_of))
zeros = warning(
    "zero unconfirmed",
    "{} not confirmed, and therefore no figure. Ask a checker to confirm it, or say why it stays "
    "out.",
    *("1 zero is", "zeros are"),
)(_new(lambda f: f.why == Missing.UNCONFIRMED_ZERO))


@warning(
    "counted in another way",
    "{} in another way than before, in its own words, which are published. Say that they are fit "
    "for readers.",
    *("1 force counts", "forces count"),
)
def breaks(subject: ScreenedRelease) -> Items:
    """Forces’ own breaks that readers see for the first time."""
    known = subject.earlier.breaks if subject.earlier else []
    for each in subject.snapshot.breaks:
        if "force" in each and each not in known:
            place = subject.names.get(str(each["force"]), each["force"])
            yield FindingItem(f"{place} since {Year(int(str(each['year'])))}: {each['why']}")


@warning(
    "no sum",
    "For {} the forces’ figures are not added up. Say that the release goes without these sums, or "
    "have the answers entered and checked.",
    *("1 year", "years"),
)
def sums(subject: ScreenedRelease) -> Items:
    """Years without a sum over all forces, and why."""
    copy, counts = subject.snapshot, list(subject.counts.values())
    for year, why in why_not_summed(counts, copy.figures, copy.responses, subject.names):
        yield FindingItem(f"{Year(year)}: {why}")


@finding(
    "coverage changed",
    f"The forces with a figure differ from release {{release.earlier.number}}. {NOTE}",
)
def against_the_release_before(subject: ScreenedRelease) -> Items:
    """2015/16 was published as 3,186, then 3,903, then 4,042, as forces were added."""
    if subject.earlier is not None:
        for year in sorted({year for _, year in subject.previous}):
            old = _with_figures(subject.previous, year)
            yield from _coverage(subject, year, old, _with_figures(subject.counts, year))


@finding(
    "coverage changed",
    f"The forces with a figure for {{release.year}} differ from those of the year before. {NOTE}",
)
def against_the_year_before(subject: ScreenedRelease) -> Items:
    year = subject.release.year
    old, new = (_with_figures(subject.counts, each) for each in (year - 1, year))
    if old and new:
        yield from _coverage(subject, year, old, new)


def _with_figures(figures: Mapping[Key, ReleasedFigure], year: int) -> set[str]:
    return {slug for (slug, of), figure in figures.items() if of == year and has_figure(figure)}


def _coverage(subject: ScreenedRelease, year: int, old: set[str], new: set[str]) -> Items:
    """The forces that came and went, unless the release's note speaks of forces."""
    if old == new or "force" in subject.release.note.casefold():
        return
    parts = [f"{len(new)} force{'' if len(new) == 1 else 's'}, before {len(old)}"]
    for word, slugs in (("came", new - old), ("went", old - new)):
        if slugs:
            named = ", ".join(sorted(subject.names.get(slug, slug) for slug in slugs))
            parts.append(f"{word}: {named}")
    yield FindingItem(f"{Year(year)}: {'; '.join(parts)}", "release", "change", subject.release.pk)
