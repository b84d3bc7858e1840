"""Changes in coverage, since the previous release and the year before."""

from collections.abc import Iterable, Mapping

from offences.models import ReleasedFigure
from offences.releases.screening.finding import (
    Finding,
    FindingItem,
    Key,
    ScreenedRelease,
    error,
    has_figure,
)
from offences.statistics.years import Year

NOTE = (
    "Say in the release’s note which forces came or went: readers compare the totals. Its note "
    "says nothing of forces."
)


def against_the_release_before(subject: ScreenedRelease) -> Iterable[Finding]:
    """2015/16 was published as 3,186, then 3,903, then 4,042, as forces were added."""
    if subject.earlier is None or _is_noted(subject):
        return
    items = []
    for year in sorted({year for _, year in subject.previous}):
        old = _with_figures(subject.previous, year)
        new = _with_figures(subject.counts, year)
        if old != new:
            items.append(_item(subject, f"{Year(year)}", old, new))
    if items:
        yield error(
            "coverage changed",
            f"The forces with a figure differ from release {subject.earlier.number}. {NOTE}",
            items,
        )


def against_the_year_before(subject: ScreenedRelease) -> Iterable[Finding]:
    year = subject.release.year
    old = _with_figures(subject.counts, year - 1)
    new = _with_figures(subject.counts, year)
    if not old or not new or old == new or _is_noted(subject):
        return
    yield error(
        "coverage changed",
        f"The forces with a figure for {Year(year)} differ from those of the year before. {NOTE}",
        [_item(subject, f"{Year(year)}", old, new)],
    )


def _is_noted(subject: ScreenedRelease) -> bool:
    return "force" in subject.release.note.casefold()


def _with_figures(figures: Mapping[Key, ReleasedFigure], year: int) -> set[str]:
    return {slug for (slug, of), figure in figures.items() if of == year and has_figure(figure)}


def _item(subject: ScreenedRelease, when: str, old: set[str], new: set[str]) -> FindingItem:
    def named(slugs: set[str]) -> str:
        return ", ".join(sorted(subject.names.get(slug, slug) for slug in slugs))

    parts = [f"{len(new)} force{'' if len(new) == 1 else 's'}, before {len(old)}"]
    if new - old:
        parts.append(f"came: {named(new - old)}")
    if old - new:
        parts.append(f"went: {named(old - new)}")
    return FindingItem(f"{when}: {'; '.join(parts)}", "release", "change", subject.release.pk)
