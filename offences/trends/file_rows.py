"""Released figures as rows of values, for what reads many: files, lists, the API."""

import json
from collections import namedtuple
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Func, QuerySet, TextField
from django.db.models.functions import Cast

from offences.models import Release, ReleasedFigure
from offences.statistics.dates import in_words
from offences.trends.questions import ask

type Figures = Collection[ReleasedFigure]

NOT_IN_FILES = frozenset(
    {"id", "release_id", "period_start", "period_end", "previously_in", "in_records", "round"}
)
_OF_SOURCE = ("published_on", "published_precision", "source", "source_url")
_OF_ONE = (
    *("body_kind", "body", "category", "claim", "breakdown", "year", "period", "publication"),
    *("sheet", "cell"),
)
PLACE = slice(0, 5)
_FIELDS = [field.attname for field in ReleasedFigure._meta.concrete_fields]
_ELSEWHERE = NOT_IN_FILES.union(_OF_ONE, _OF_SOURCE, {"history"})
OF_NUMBER = (
    *("claim", "breakdown"),
    *(name for name in _FIELDS if name not in _ELSEWHERE),
    "history_text",
)
"""What markers and notes are made of: every other column, a new one too."""
FileRow = namedtuple("FileRow", (*_OF_ONE, "number", "source"))  # type: ignore[misc]
"""What files have of a figure: what many figures share stands together, as one text of JSON."""
_ALL = (*(name for name in _FIELDS if name != "history"), "history_text")


class FigureRow(namedtuple("FigureRow", _ALL)):  # type: ignore[misc]
    """The values of a released figure, which read like it, in a third of the time.

    Its history is the text of its JSON, `history_text`: few of many differ.
    """

    __slots__ = ()

    @property
    def history(self: Any) -> list[list[int]]:
        return json.loads(self.history_text)

    @property
    def published_in_words(self: Any) -> str:
        return in_words(self.published_on, self.published_precision)


class _TextOfJson(Func):
    """Several columns as one text of JSON: each value by itself would take twice as long."""

    function = "json_array"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        # As text at once: Django's own JSONArray has it parsed and written once more.
        name, template = "json_build_array", "%(function)s(%(expressions)s)::text"
        return self.as_sql(compiler, connection, function=name, template=template, **more)


def figures_for_files(release: Release) -> tuple[Figures, Figures]:
    """The whole figures of a release and, apart, those of its breakdowns, in no order.

    Read as the database gives them: a file has thousands, and the models would cost most of it.
    """
    rows = _file_rows(ask(_of_release, [release]))
    parts = [f for f in rows if f.breakdown] if release.disclosure else []
    return [f for f in rows if not f.breakdown], parts


def in_file_rows(figures: QuerySet[ReleasedFigure]) -> Figures:
    """Some figures as files have them."""
    return _file_rows(_for_files(figures))


def _of_release(releases: Sequence[int], _body: str) -> QuerySet:
    return _for_files(ReleasedFigure.objects.filter(release__in=releases).order_by())


def _for_files(figures: QuerySet[ReleasedFigure]) -> QuerySet:
    together = {"number": _TextOfJson(*OF_NUMBER), "source_in_json": _TextOfJson(*_OF_SOURCE)}
    rows = _with_history(figures).annotate(**together)
    return rows.values_list(*_OF_ONE, *together)


def _file_rows(rows: Iterable[tuple]) -> Figures:
    found: list[Any] = list(map(FileRow._make, rows))
    return found


def rows_of(figures: QuerySet[ReleasedFigure]) -> QuerySet:
    """The question for some figures as rows."""
    return _with_history(figures).values_list(*_ALL)


def values_of(rows: Iterable[tuple]) -> Figures:
    """Rows as values that read like released figures."""
    found: list[Any] = list(map(FigureRow._make, rows))
    return found


def _with_history(figures: QuerySet[ReleasedFigure]) -> QuerySet[ReleasedFigure]:
    return figures.annotate(history_text=Cast("history", TextField()))
