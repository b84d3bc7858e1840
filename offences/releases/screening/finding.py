"""Findings of a screening, and the release that is screened."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from operator import attrgetter

from django.db.models import QuerySet

from offences import models as db
from offences.english import quantity
from offences.releases.snapshot import Snapshot, release_before
from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.trends import CurrentFigure, Figures, released_cell


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

    grade: db.Grade
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
        return self.grade == db.Grade.ERROR


def error(kind: str, text: str, items: Iterable[FindingItem] = ()) -> Finding:
    return Finding(db.Grade.ERROR, kind, text, tuple(items))


type Check = Callable[[ScreenedRelease], Iterable[Finding]]
Key = tuple[str, int]  # a force's address and a year


class ScreenedRelease:
    """The release that is screened, with what it would publish and the previous one."""

    def __init__(self, release: db.Release, snapshot: Snapshot) -> None:
        self.release, self.snapshot, self.earlier = release, snapshot, release_before(release)
        published = self.earlier.figures.filter(breakdown="") if self.earlier else ()
        self.previous, self.counts = _totals(published), _totals(snapshot.figures)
        self.names: Mapping[str, str] = dict(db.Force.objects.values_list("slug", "area"))
        self.vintages: Mapping[Key, list[CurrentFigure]] = {
            (slug, year.start): each
            for (slug, year), each in snapshot.returns.vintages().items()
            if not release.corrects_force or (slug, year.start) == release.corrected_key
        }

    @property
    def year(self) -> Year:
        return Year(self.release.year)

    @cached_property
    def is_screened(self) -> bool:
        """Whether there is a previous release that was screened itself."""
        return self.earlier is not None and len(self.earlier.screened_of) == FINGERPRINT

    def was_screened(self, submission: db.FoiSubmission, year: int) -> bool:
        """Whether the previous release had this return’s year, and was screened itself."""
        earlier, checked_at = self.earlier, submission.checked_at
        if not self.is_screened or earlier is None or not earlier.approved_at or not checked_at:
            return False
        had_round = submission.round.number <= earlier.last_round.number
        return had_round and year <= earlier.year and checked_at <= earlier.approved_at

    def is_new(self, key: Key) -> bool:
        """Whether a figure differs from the previous release."""
        before, now = self.previous.get(key), self.counts[key]
        return before is None or _all_of(before) != _all_of(now)

    @property
    def current(self) -> QuerySet[db.AnnualCount]:
        """The current counts of checked returns that the release may use."""
        release = self.release
        one = {"submission__force": release.corrects_force_id, "year": release.corrects_year}
        return db.AnnualCount.objects.current().filter(
            measure=release.measure_id,
            year__lte=release.year,
            submission__checked_at__isnull=False,
            submission__round__number__lte=release.last_round.number,
            **(one if release.corrects_id else {}),
        )

    @cached_property
    def checked(self) -> list[db.AnnualCount]:
        """The current counts of checked returns, without what was screened before."""
        counts = self.current
        if self.is_screened and self.earlier is not None:
            counts = counts.exclude(
                year__lte=self.earlier.year,
                submission__checked_at__lte=self.earlier.approved_at,
                submission__round__number__lte=self.earlier.last_round.number,
            )
        # Thousands of counts share a few categories and papers: each is made once.
        shared = ("submission__round", "submission__force", "category__breakdown")
        counts = counts.prefetch_related(*shared, "category__offence", "document")
        order = ("submission__force__area", "submission__round__number", "year", "pk")
        return list(counts.order_by(*order))

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
    kind: str, text: str, one: str = "", many: str = "", *, grade: db.Grade = db.Grade.ERROR
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


warning = partial(finding, grade=db.Grade.WARNING)


FINGERPRINT = 64  # letters; a release that was approved before there was a screening has words


def _totals(figures: Figures) -> dict[Key, db.ReleasedFigure]:
    whole = (db.FigureKind.COUNT, "total")
    return {(f.body, f.year): f for f in figures if (f.figure_kind, f.category) == whole}


_all_of = attrgetter(
    *("state", "why", "low", "high", "months", "provisional", "estimated", "derived", "doubt")
)


def value_of(figure: db.ReleasedFigure) -> str:
    """A figure as findings give it: “54”, “1 to 4”, “at least 1”."""
    cell = released_cell(figure)
    return quantity(cell.range) if cell.range else "no figure"


def has_figure(figure: db.ReleasedFigure | None) -> bool:
    return figure is not None and figure.state != State.MISSING
