"""Figures of an issued text’s area, or of all forces, that a newer release revises."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from offences import models as db
from offences.claims.totals import area_in_words
from offences.english import number, sentence, small_number
from offences.releases import figure_in_words, is_revised, key_of
from offences.statistics.years import Year
from offences.trends import Figures
from offences.words import remarks

Forces = Mapping[str, db.Force]
Number = tuple[int, int]  # of a release: its measure, and its own


@dataclass(frozen=True)
class RevisedFigure:
    """One figure of a text's area, or of all forces, that a newer release revises."""

    whose: str
    year: str
    before: str
    after: str
    why: str
    release: int  # the number of the newest release, which says `after`
    is_in_text: bool  # whether the text has the old figure
    is_exact: bool  # whether `after` is a number

    @property
    def of(self) -> str:
        """Whose figure it is, and of which year: “Northshire, 2018/19”."""
        return f"{self.whose}, {self.year}"


@dataclass(frozen=True)
class SupersededFigure:
    """A figure of one release that a newer one revises, with the newest reason."""

    was: db.ReleasedFigure
    now: db.ReleasedFigure | None
    why: str
    release: int  # the number of the newer one


class ReleaseComparison:
    """What changed between any two releases: found once, however many texts there are."""

    def __init__(self, figures: Figures) -> None:
        self.of: dict[Number, list[db.ReleasedFigure]] = defaultdict(list)
        self._why: dict[tuple, list[tuple[int, str]]] = defaultdict(list)
        self._between: dict[tuple[Number, int], list[SupersededFigure]] = {}
        for figure in figures:
            of = figure.release
            self.of[of.measure_id, of.number].append(figure)
            if figure.revised_why:
                at = (of.measure_id, *key_of(figure))
                self._why[at].append((of.number, figure.revised_why))

    def between(self, measure: int, since: int, newest: int) -> list[SupersededFigure]:
        """The figures of one release of a measure that a newer one revises, by their numbers."""
        pair = (measure, since), newest
        if pair not in self._between:
            self._between[pair] = [*self._found(measure, since, newest)]
        return self._between[pair]

    def _found(self, measure: int, since: int, newest: int) -> Iterator[SupersededFigure]:
        present = {key_of(figure): figure for figure in self.of[measure, newest]}
        for was in self.of[measure, since]:
            now = present.get(key_of(was))
            if is_revised(was, now):
                reasons = self._why[(measure, *key_of(was))]
                later = [each for each in reasons if since < each[0] <= newest]
                yield SupersededFigure(was, now, max(later)[1] if later else "", newest)


def revised_since(
    text: db.IssuedText, figures: Figures, since: int, newest: int, forces: Forces
) -> list[RevisedFigure]:
    """The figures of release `since` that release `newest` revises, for one text."""
    changes = ReleaseComparison(figures).between(text.release.measure_id, since, newest)
    return revised_in(text, changes, forces)


def revised_in(
    text: db.IssuedText, changes: Sequence[SupersededFigure], forces: Forces
) -> list[RevisedFigure]:
    """The changes that one text is about, those of its own place first."""
    whole = f"{text.headline}\n{text.text}"
    found = []
    for change in changes:
        was, now = change.was, change.now
        if not _is_about(text, was, forces):
            continue
        force = forces.get(was.body) if was.body_kind == "force" else None
        before = figure_in_words(was, note=False)
        found.append(
            RevisedFigure(
                whose=force.area if force else remarks.all_forces_of(area_in_words(was.body)),
                year=Year(was.year).label,
                before=before,
                after=figure_in_words(now, note=False),
                why=change.why,
                release=change.release,
                is_in_text=_is_in(whole, was, before),
                is_exact=now is not None and now.state == db.FigureState.VALUE,
            )
        )
    return sorted(found, key=lambda m: (m.whose != text.place, m.year))


def _is_about(text: db.IssuedText, figure: db.ReleasedFigure, forces: Forces) -> bool:
    """A figure of the text's own area, of one that it is in, or of a force that it names."""
    if figure.figure_kind == db.FigureKind.COUNT and figure.body_kind == "force":
        force = forces.get(figure.body)
        is_named = force is not None and force.area in f"{text.headline}\n{text.text}"
        return figure.category == "total" and (figure.body == text.body or is_named)
    if figure.figure_kind != db.FigureKind.SUM:
        return False
    own = forces.get(text.body) if text.body_kind == db.PressBody.FORCE else None
    places = (text.body, slugify(own.nation) if own else "")
    return figure.body_kind == "total" or slugify(figure.body) in places


def _is_in(text: str, figure: db.ReleasedFigure, before: str) -> bool:
    """Whether the text has the figure, in digits or, up to ten, as a word."""
    words = {before}
    if figure.state == db.FigureState.VALUE and figure.low is not None:
        small = small_number(figure.low)
        words = {number(figure.low), str(figure.low), small, sentence(small)}
    return any(re.search(rf"(?<![\w.,]){re.escape(each)}(?!\w|[.,]\d)", text) for each in words)
