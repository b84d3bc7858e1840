"""Released figures as rows of values, for what reads many: files, lists, the API."""

import json
from collections import namedtuple
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from django.db.models import CharField, Func, QuerySet, TextField
from django.db.models.functions import Cast

from offences.models import Release, ReleasedFigure
from offences.statistics.dates import in_words
from offences.trends.sql_written_once import ask

type Figures = Collection[ReleasedFigure]

NOT_IN_FILES = frozenset(
    {"id", "release_id", "period_start", "period_end", "previously_in", "in_records", "round"}
)


class FileSubject(NamedTuple):
    """What is counted, and whether for a force or for several together."""

    body_kind: str
    figure_kind: str
    breakdown: str
    category: str


class FileTime(NamedTuple):
    """Of when a figure is, and when it was published where."""

    period: str
    publication: str
    published_precision: str
    source: str
    source_url: str
    sheet: str
    year: int
    published_on: str | None


_FIELDS = [field.attname for field in ReleasedFigure._meta.concrete_fields]
_TEXTS = {
    field.attname
    for field in ReleasedFigure._meta.concrete_fields
    if isinstance(field, (CharField, TextField))
} | {"history_text"}
_ELSEWHERE = NOT_IN_FILES.union(FileSubject._fields, FileTime._fields, {"body", "cell", "history"})
_OF_NUMBER = sorted(
    [*("figure_kind", "breakdown", "history_text"), *(n for n in _FIELDS if n not in _ELSEWHERE)],
    key=lambda name: name not in _TEXTS,
)


class FileNumber(namedtuple("FileNumber", _OF_NUMBER)):  # type: ignore[misc]
    """What markers and notes are made of: every other column, a new one too."""

    __slots__ = ()

    @property
    def history(self: Any) -> list[list[int]]:
        return json.loads(self.history_text)


class FileRow(NamedTuple):
    """What files have of a figure; many share a subject and a time, which are read once."""

    body: str
    subject: FileSubject
    time: FileTime
    number: str  # the JSON of a FileNumber
    cell: str


_ALL = (*(name for name in _FIELDS if name != "history"), "history_text")


class FigureRow(namedtuple("FigureRow", _ALL)):  # type: ignore[misc]
    """The values of a released figure, which read like it, in a third of the time.

    Its history is the text of its JSON, `history_text`: few of many differ.
    """

    __slots__ = ()

    history = FileNumber.history

    @property
    def published_in_words(self: Any) -> str:
        return in_words(self.published_on, self.published_precision)


class _Texts(Func):
    """Columns of text as a list: PostgreSQL finds out what it writes once, not for each."""

    function = "json_array"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template="ARRAY[%(expressions)s]::text[]", **more)


class _TextOfJson(Func):
    """Several columns as one text of JSON: each value by itself would take twice as long."""

    function = "json_array"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        # As text at once: Django's own JSONArray has it parsed and written once more.
        name, template = "json_build_array", "%(function)s(%(expressions)s)::text"
        return self.as_sql(compiler, connection, function=name, template=template, **more)


def figures_for_files(release: Release) -> Figures:
    """The figures of a release, those of its breakdowns if it has decided on them, in no order.

    Read as the database gives them: a file has thousands, and the models would cost most of it.
    """
    return _file_rows(ask(_of_release if release.disclosure else _wholes_of_release, [release]))


def in_file_rows(figures: QuerySet[ReleasedFigure]) -> Figures:
    """Some figures as files have them."""
    return _file_rows(_for_files(figures))


def _of_release(releases: Sequence[int], _body: str) -> QuerySet:
    return _for_files(ReleasedFigure.objects.filter(release__in=releases).order_by())


def _wholes_of_release(releases: Sequence[int], body: str) -> QuerySet:
    return _of_release(releases, body).filter(breakdown="")


def _for_files(figures: QuerySet[ReleasedFigure]) -> QuerySet:
    apart = {"subject": FileSubject._fields, "time": FileTime._fields, "number": _OF_NUMBER}
    texts = {
        name: _TextOfJson(
            _Texts(*(each for each in columns if each in _TEXTS)),
            *(each for each in columns if each not in _TEXTS),
        )
        for name, columns in apart.items()
    }
    return _with_history(figures).annotate(**texts).values_list("body", *texts, "cell")


def read_row[Row](row: Callable[..., Row], text: str) -> Row:
    """One of the rows of a figure that came as JSON: its texts in a list, then the others."""
    texts, *others = json.loads(text)
    return row(*texts, *others)


def _file_rows(rows: Iterable[tuple[str, str, str, str, str]]) -> Figures:
    subject, time = cache(partial(read_row, FileSubject)), cache(partial(read_row, FileTime))
    found: list[Any] = [
        FileRow(body, subject(s), time(t), own, cell) for body, s, t, own, cell in rows
    ]
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
