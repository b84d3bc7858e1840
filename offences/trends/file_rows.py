"""Released figures as rows of values, for what reads many: files, lists, the API."""

from collections import namedtuple
from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from offences.models import Release, ReleasedFigure

type Figures = Collection[ReleasedFigure]

NOT_IN_FILES = frozenset(
    {"id", "release_id", "period_start", "period_end", "previously_in", "in_records", "round"}
)
OF_PLACE = ("body_kind", "body", "category", "claim", "breakdown")
OF_SOURCE = ("published_on", "published_precision", "source", "source_url")
_OF_ONE = ("year", "period", "publication", "with_figures", "asked", "sheet", "cell")
_FIELDS = [field.attname for field in ReleasedFigure._meta.concrete_fields]
_ELSEWHERE = NOT_IN_FILES.union(OF_PLACE, OF_SOURCE, _OF_ONE, {"history"})
OF_NUMBER = (
    *("claim", "breakdown"),
    *(name for name in _FIELDS if name not in _ELSEWHERE),
    "history_text",
)
"""What markers and notes are made of: every other column, a new one too."""
IN_FILES = (*OF_PLACE, *OF_NUMBER[2:], *OF_SOURCE, *_OF_ONE)
"""What files have of a figure: what many figures share stands together, and is sliced out."""
PLACE, NUMBER = slice(0, 5), slice(3, 3 + len(OF_NUMBER))
SOURCE = slice(NUMBER.stop, NUMBER.stop + len(OF_SOURCE))
FigureRow = namedtuple("FigureRow", IN_FILES)  # type: ignore[misc]


def figures_for_files(release: Release) -> tuple[Figures, Figures]:
    """The whole figures of a release and, apart, those of its breakdowns, in no order.

    Read as the database gives them: a file has thousands, and the models would cost most of it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_question_for_files(connection.vendor), [release.pk])
        rows: list[Any] = list(map(FigureRow._make, cursor.fetchall()))
    parts = [f for f in rows if f.breakdown] if release.disclosure else []
    return [f for f in rows if not f.breakdown], parts


@cache
def _question_for_files(_database: str) -> str:
    question = _with_history(ReleasedFigure.objects.filter(release=0).order_by())
    return question.values_list(*IN_FILES).query.sql_with_params()[0]


def values_of(figures: QuerySet[ReleasedFigure]) -> Figures:
    """Tuples of values that read like released figures, in a third of the time.

    Their history is the text of its JSON, `history_text`: few of many differ.
    """
    more = [name for name in _FIELDS if name not in {*IN_FILES, "history"}]
    rows: list[Any] = list(_with_history(figures).values_list(*IN_FILES, *more, named=True))
    return rows


def _with_history(figures: QuerySet[ReleasedFigure]) -> QuerySet[ReleasedFigure]:
    return figures.annotate(history_text=Cast("history", TextField()))
