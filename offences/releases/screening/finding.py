"""Findings of a screening, and the release that is screened."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from offences.english import quantity
from offences.models import (
    AnnualCount,
    FigureKind,
    FoiSubmission,
    Force,
    Grade,
    Release,
    ReleasedFigure,
)
from offences.releases.snapshot import Snapshot, before
from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.trends import CurrentFigure, released_cell


@dataclass(frozen=True)
class FindingItem:
    """One thing that a finding is about, and the staff page to correct it, if any."""

    words: str
    model: str = ""
    page: str = "change"
    pk: int = 0


@dataclass(frozen=True)
class Finding:
    """One error or warning, answered by its key: if its words change, so does the key."""

    grade: Grade
    kind: str
    text: str
    items: tuple[FindingItem, ...] = ()

    @property
    def wording(self) -> str:
        """All its words, as stored with its answer."""
        return " ".join([self.text, "; ".join(item.words for item in self.items)]).strip()

    @property
    def key(self) -> str:
        content = repr([self.grade.value, self.kind, self.wording])
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def is_error(self) -> bool:
        return self.grade == Grade.ERROR


def error(kind: str, text: str, items: Iterable[FindingItem] = ()) -> Finding:
    return Finding(Grade.ERROR, kind, text, tuple(items))


type Check = Callable[[ScreenedRelease], Iterable[Finding]]
Key = tuple[str, int]  # a force's address and a year


@dataclass(frozen=True)
class ScreenedRelease:
    """The release that is screened, with what it would publish and the previous one."""

    release: Release
    snapshot: Snapshot
    earlier: Release | None
    previous: Mapping[Key, ReleasedFigure]
    names: Mapping[str, str]
    vintages: Mapping[Key, list[CurrentFigure]]
    counts: Mapping[Key, ReleasedFigure] = field(default_factory=dict)

    @classmethod
    def of(cls, release: Release, snapshot: Snapshot) -> "ScreenedRelease":
        earlier = before(release)
        vintages = snapshot.answers.vintages()
        return cls(
            release=release,
            snapshot=snapshot,
            earlier=earlier,
            previous=_totals(earlier.figures.filter(breakdown="") if earlier else ()),
            names=dict(Force.objects.values_list("slug", "area")),
            vintages={(slug, year.start): each for (slug, year), each in vintages.items()},
            counts=_totals(snapshot.figures),
        )

    @property
    def year(self) -> Year:
        return Year(self.release.year)

    @cached_property
    def is_screened(self) -> bool:
        """Whether there is a previous release that was screened itself."""
        return self.earlier is not None and len(self.earlier.screened_of) == FINGERPRINT

    def was_screened(self, submission: FoiSubmission, year: int) -> bool:
        """Whether the previous release had this return’s year, and was screened itself.

        What was answered then is not found again.
        """
        earlier = self.earlier
        return (
            self.is_screened
            and earlier is not None
            and earlier.approved_at is not None
            and submission.round.number <= earlier.last_round.number
            and year <= earlier.year
            and submission.checked_at is not None
            and submission.checked_at <= earlier.approved_at
        )

    def is_new(self, key: Key) -> bool:
        """Whether a figure differs from the previous release."""
        before, now = self.previous.get(key), self.counts[key]
        return before is None or _all_of(before) != _all_of(now)

    @cached_property
    def checked(self) -> list[AnnualCount]:
        """The current counts of checked returns, without what was screened before."""
        counts = AnnualCount.objects.current().filter(
            measure=self.release.measure_id,
            year__lte=self.release.year,
            submission__checked_at__isnull=False,
            submission__round__number__lte=self.release.last_round.number,
        )
        if self.is_screened and self.earlier is not None:
            counts = counts.exclude(
                year__lte=self.earlier.year,
                submission__checked_at__lte=self.earlier.approved_at,
                submission__round__number__lte=self.earlier.last_round.number,
            )
        # Thousands of counts share a few categories and papers: each is made once.
        return list(
            counts.prefetch_related(
                "submission__round",
                "submission__force",
                "category__breakdown",
                "category__offence",
                "document",
            ).order_by("submission__force__area", "submission__round__number", "year", "pk")
        )

    def label(self, key: Key) -> str:
        return f"{self.names.get(key[0], key[0])} {Year(key[1])}"

    def item(self, key: Key, words: str = "") -> FindingItem:
        """A force and year, with the grid of the return that its figure comes from."""
        label = f"{self.label(key)}: {words}" if words else self.label(key)
        figure = self.counts.get(key)
        for each in self.vintages.get(key, ()):
            if each.submission and figure and each.submission.round.slug == figure.round:
                return FindingItem(label, "foisubmission", "grid", each.submission.pk)
        return FindingItem(label)


def finding(
    kind: str, text: str, one: str = "", many: str = "", *, grade: Grade = Grade.ERROR
) -> Callable[[Callable[[ScreenedRelease], Iterable[FindingItem]]], Check]:
    """One finding of all the items of a check, if it has any.

    In its text {} is how many there are, in words: `one`, or their number and `many`.
    """

    def of(check: Callable[[ScreenedRelease], Iterable[FindingItem]]) -> Check:
        def found(subject: ScreenedRelease) -> Iterable[Finding]:
            if items := tuple(check(subject)):
                number = one if len(items) == 1 else f"{len(items)} {many}"
                yield Finding(grade, kind, text.format(number, release=subject), items)

        return found

    return of


warning = partial(finding, grade=Grade.WARNING)


FINGERPRINT = 64  # letters; a release that was approved before there was a screening has words


def _totals(figures: Iterable[ReleasedFigure]) -> dict[Key, ReleasedFigure]:
    return {
        (f.body, f.year): f
        for f in figures
        if f.claim == FigureKind.COUNT and f.category == "total"
    }


def _all_of(figure: ReleasedFigure) -> tuple:
    flags = (figure.provisional, figure.estimated, figure.derived, figure.doubt)
    return (figure.state, figure.why, figure.low, figure.high, figure.months, *flags)


def value_of(figure: ReleasedFigure) -> str:
    """“54”, “1 to 4”, “at least 1”."""
    cell = released_cell(figure)
    return quantity(cell.range) if cell.range else "no figure"


def has_figure(figure: ReleasedFigure | None) -> bool:
    return figure is not None and figure.state != State.MISSING
