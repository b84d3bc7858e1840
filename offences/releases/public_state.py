"""The public state of the site at a moment, and requests that carry it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db import connection
from django.db.models import Exists, F, Model, QuerySet, StringAgg, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, JSONArray
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from offences import models as db
from offences.releases.prerelease_access import EarlyView
from offences.trends import newest_of

REFERENCE: dict[str, type[Model]] = {
    "force": db.Force,
    "forcespelling": db.ForceSpelling,
    "measure": db.Measure,
    "campaign": db.Campaign,
}
"""The tables that public pages read beside what never changes; a test checks they are all."""

_TEXT = TextField()
_STAND_IN = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
"""Where the moment of each request goes in a query that is written once."""


def _summary(rows: QuerySet[Any], names: Iterable[str] = ()) -> tuple[str, tuple[Any, ...]]:
    """SQL, with its parameters, for a short text that sums up these fields of these rows."""
    fields = names or [field.attname for field in rows.model._meta.concrete_fields]
    one_row = Cast(JSONArray(*fields), _TEXT)
    summary = StringAgg(
        "one_row", delimiter=Value(",", output_field=_TEXT), order_by="pk", output_field=_TEXT
    )
    whole = rows.order_by().annotate(one_row=one_row, one_group=Value(1)).values("one_group")
    sql, params = whole.annotate(summary=summary).values("summary").query.sql_with_params()
    return f"MD5(COALESCE(({sql}), ''))", params


_OF_MEASURE = [field.attname for field in db.Measure._meta.concrete_fields]


@cache
def _question() -> tuple[str, tuple[Any, ...]]:
    """SQL for the public releases, with their measures and a summary of all else public."""
    # Django takes as long to write it as the database to answer it, so it is written once.
    texts = db.IssuedText.objects.public(_STAND_IN)
    events = db.CampaignEvent.objects.filter(pk__in=texts.order_by().values("event"))
    summaries = [_summary(table._default_manager.all()) for table in REFERENCE.values()]
    remarks = db.ReleasedRemark.objects.public(_STAND_IN)
    # A text or a remark itself never changes.
    summaries += [_summary(texts, ["pk"]), _summary(remarks, ["pk"]), _summary(events)]
    sql = " || ".join(sql for sql, _ in summaries)
    params = [param for _, params in summaries for param in params]
    opened = db.Release.objects.published(_STAND_IN).annotate(
        of_all_else=RawSQL(sql, params, _TEXT),
        is_made_up=Exists(db.PracticeYear.objects.all()),
        **{f"measure_{name}": F(f"measure__{name}") for name in _OF_MEASURE if name != "id"},
    )
    newest_first = opened.order_by("measure__position", "measure__slug", "-number")
    return newest_first.query.sql_with_params()


@dataclass(frozen=True)
class PublicState:
    """Everything that is public at a moment."""

    at: dt.datetime

    @cached_property
    def published(self) -> list[db.Release]:
        """The releases published by then, the withdrawn ones too, with summaries of all else.

        One query: an issued text is never public before its release, so without a published
        release there is nothing else to ask about.
        """
        sql, params = _question()
        stand_in, at = map(connection.ops.adapt_datetimefield_value, (_STAND_IN, self.at))
        asked = [at if param == stand_in else param for param in params]
        releases = list(db.Release.objects.raw(sql, asked))
        for release in releases:
            of_measure = [getattr(release, f"measure_{name}") for name in _OF_MEASURE]
            release.measure = db.Measure.from_db(connection.alias, _OF_MEASURE, of_measure)
        return releases

    @cached_property
    def newest(self) -> list[db.Release]:
        """The newest public release of each measure, in the measures' order."""
        return newest_of(each for each in self.published if not each.withdrawn_at)

    @cached_property
    def is_made_up(self) -> bool:
        """Whether everything on the site is made up, for practice."""
        if self.published:
            return bool(vars(self.published[0])["is_made_up"])
        return db.PracticeYear.objects.exists()

    @property
    def stamp(self) -> str:
        """A text that changes whenever anything changes that a page is made of."""
        rows = [vars(each).items() for each in self.published]
        return repr([[value for name, value in row if name != "_state"] for row in rows])


class PublicRequest(HttpRequest):
    """A request to the public site, with what the middleware found out for it."""

    public: PublicState
    public_releases: (
        Sequence[db.Release] | SimpleLazyObject[list[db.Release]]
    )  # the newest public one of each measure
    public_reading: ExitStack  # ends the snapshot in which its page is made
    public_tag: str = ""
    remembered: HttpResponse | None = None  # the answer made for an earlier reader
    as_at: EarlyView | None = None  # the preview that is read
