"""Figures that were revised after a text with them was issued."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import slugify

from offences.claims.totals import area_in_words
from offences.english import number, sentence, small_number
from offences.models import FigureKind, FigureState, IssuedText, PressBody, ReleasedFigure
from offences.releases import figure_in_words, is_revised, key_of
from offences.statistics.years import Year
from offences.words import remarks


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

    @property
    def of(self) -> str:
        """“Northshire, 2018/19”."""
        return f"{self.whose}, {self.year}"


def revised_since(
    text: IssuedText, figures: Iterable[ReleasedFigure], since: int, newest: int
) -> list[RevisedFigure]:
    """The figures of a release (by its number) that the newest release revises, for one text.

    `figures` are those of both releases and of the ones between, with their release.
    """
    whole = f"{text.headline}\n{text.text}"
    rows: dict[tuple, dict[int, ReleasedFigure]] = {}
    for figure in figures:
        of_measure = figure.release.measure_id == text.release.measure_id
        if of_measure and since <= figure.release.number <= newest and _is_about(text, figure):
            rows.setdefault(key_of(figure), {})[figure.release.number] = figure
    found = []
    for by_release in rows.values():
        was, now = by_release.get(since), by_release.get(newest)
        if was is None or not is_revised(was, now):
            continue
        later = sorted((n for n in by_release if n > since), reverse=True)
        before = figure_in_words(was, note=False)
        found.append(
            RevisedFigure(
                _whose(text, was),
                Year(was.year).label,
                before,
                figure_in_words(now, note=False),
                next((by_release[n].revised_why for n in later if by_release[n].revised_why), ""),
                newest,
                _is_in(whole, was, before),
            )
        )
    return sorted(found, key=lambda m: (m.whose != text.place, m.year))


def _is_about(text: IssuedText, figure: ReleasedFigure) -> bool:
    if figure.claim == FigureKind.COUNT:
        own = text.body_kind == PressBody.FORCE and figure.body == text.body
        return own and figure.body_kind == "force" and figure.category == "total"
    if figure.claim != FigureKind.SUM:
        return False
    return figure.body_kind == "total" or slugify(figure.body) == text.body


def _whose(text: IssuedText, figure: ReleasedFigure) -> str:
    if figure.body_kind == "force":
        return text.place
    return remarks.all_forces_of(area_in_words(figure.body))


def _is_in(text: str, figure: ReleasedFigure, before: str) -> bool:
    """Whether the text has the figure, in digits or, up to ten, as a word."""
    words = {before}
    if figure.state == FigureState.VALUE and figure.low is not None:
        small = small_number(figure.low)
        words = {number(figure.low), str(figure.low), small, sentence(small)}
    return any(re.search(rf"(?<![\w.,]){re.escape(each)}(?!\w|[.,]\d)", text) for each in words)
