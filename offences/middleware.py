"""What a browser or a proxy may keep of a public page: its tag, and for how long (not at all).

One place for every public address, so that a new page cannot forget it. The tag is made of all
that a page is made of: what is public at this moment, the reference tables, the code and the
address. It changes by itself at an embargo's minute and at a withdrawal; while it stands, the
answer to whoever holds it is 304, for the one question that found the releases.

For the same question others get the answer that this process made before under the same tag: a
page that half the country reads at one minute is made twice, not for each of them.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeGuard

from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.db.models import F, Model, QuerySet, StringAgg, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, JSONArray
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.functional import SimpleLazyObject

from offences.models import (
    Campaign,
    CampaignEvent,
    Force,
    ForceSpelling,
    IssuedText,
    Measure,
    Release,
    ReleasedRemark,
)
from offences.releases.prerelease_access import EarlyView
from offences.trends import newest_of

OFTEN_ASKED = "public, max-age=0, must-revalidate"
FOR_ONE_PERSON = "private, no-store"
# These files carry the second in which they were made: the same content, not the same bytes.
STAMPED_WITH_THEIR_TIME = (".xlsx", ".docx")
LARGEST_KEPT = 100_000  # bytes: a page has some 25,000, and settings.CACHES says how many are kept

REFERENCE: dict[str, type[Model]] = {
    "force": Force,
    "forcespelling": ForceSpelling,
    "measure": Measure,
    "campaign": Campaign,
}
"""The tables that public pages read beside what never changes. A test holds them to be all."""

_TEXT = TextField()
_STAND_IN = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
"""In a question that is written once, the place of the moment that each request asks about."""


def _summary(rows: QuerySet[Any], names: Iterable[str] = ()) -> tuple[str, tuple[Any, ...]]:
    """SQL, and its parameters, for one short text that stands for these fields of these rows (all
    fields, unless named)."""
    fields = names or [field.attname for field in rows.model._meta.concrete_fields]
    one_row = Cast(JSONArray(*fields), _TEXT)
    together = StringAgg(
        "one_row", delimiter=Value(",", output_field=_TEXT), order_by="pk", output_field=_TEXT
    )
    whole = (
        rows.order_by()
        .annotate(one_row=one_row, one_group=Value(1))
        .values("one_group")
        .annotate(together=together)
        .values("together")
    )
    sql, params = whole.query.sql_with_params()
    return f"MD5(COALESCE(({sql}), ''))", params


_OF_MEASURE = [field.attname for field in Measure._meta.concrete_fields]


@cache
def _question() -> tuple[str, tuple[Any, ...]]:
    """SQL for the opened releases, each with its measure and with one text of everything else that
    is public. To have Django write it takes as long as to have it answered: it is written once.
    """
    texts = IssuedText.objects.public(_STAND_IN)
    events = CampaignEvent.objects.filter(pk__in=texts.order_by().values("event"))
    summaries = [_summary(table._default_manager.all()) for table in REFERENCE.values()]
    remarks = ReleasedRemark.objects.public(_STAND_IN)
    # A text or a remark itself never changes.
    summaries += [_summary(texts, ["pk"]), _summary(remarks, ["pk"]), _summary(events)]
    sql = " || ".join(sql for sql, _ in summaries)
    params = [param for _, params in summaries for param in params]
    opened = Release.objects.published(_STAND_IN).annotate(
        of_all_else=RawSQL(sql, params, _TEXT),
        **{f"measure_{name}": F(f"measure__{name}") for name in _OF_MEASURE if name != "id"},
    )
    newest_first = opened.order_by("measure__position", "measure__slug", "-number")
    return newest_first.query.sql_with_params()


@dataclass(frozen=True)
class Public:
    """What is public at a moment."""

    at: dt.datetime

    @cached_property
    def opened(self) -> list[Release]:
        """The releases opened by then, the withdrawn ones too, with summaries of all else.

        One query: an issued text is never public before its release, so with no release opened
        there is nothing else to ask about.
        """
        sql, params = _question()
        stand_in, at = map(connection.ops.adapt_datetimefield_value, (_STAND_IN, self.at))
        asked = [at if param == stand_in else param for param in params]
        opened = list(Release.objects.raw(sql, asked))
        for release in opened:
            of_measure = [getattr(release, f"measure_{name}") for name in _OF_MEASURE]
            release.measure = Measure.from_db(connection.alias, _OF_MEASURE, of_measure)
        return opened

    @cached_property
    def newest(self) -> list[Release]:
        """The newest public release of each measure, in the measures' order."""
        return newest_of(each for each in self.opened if not each.withdrawn_at)

    @property
    def stamp(self) -> str:
        """Another one whenever anything that a page is made of is another."""
        seen = [
            [value for name, value in vars(each).items() if name != "_state"]
            for each in self.opened
        ]
        return repr(seen)


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Everything that is read meanwhile is of one state of the database, whatever is committed.

    Only for requests that write nothing.
    """
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            # Its transactions begin as those that write do (settings). This one reads what was
            # there at its first question, and holds up nobody.
            connection.ensure_connection()
            usual = connection.transaction_mode  # type: ignore[attr-defined]
            connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
            try:
                stack.enter_context(transaction.atomic())
            finally:
                connection.transaction_mode = usual  # type: ignore[attr-defined]
        else:
            stack.enter_context(transaction.atomic())
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


class Code:
    """The version of everything that makes a page beside the data, from the files themselves."""

    WHERE = {"offences": "*.py", "config": "*.py", "templates": "*", "static": "*"}
    ALSO = ("package-lock.json", "requirements.txt")

    def __init__(self, base: Path) -> None:
        self.base = base
        self.of_contents = "" if settings.DEBUG else self._hash(Path.read_bytes)

    @property
    def version(self) -> str:
        # Templates change under a running server only while developing.
        return self.of_contents or self._hash(lambda file: repr(file.stat().st_mtime_ns).encode())

    def _hash(self, told: Callable[[Path], bytes]) -> str:
        files = [file for top, kind in self.WHERE.items() for file in (self.base / top).rglob(kind)]
        files += [self.base / name for name in self.ALSO]
        whole = hashlib.sha256()
        for file in sorted(files):
            if file.is_file() and "__pycache__" not in file.parts:
                whole.update(f"{file.relative_to(self.base)}\0".encode())
                whole.update(hashlib.sha256(told(file)).digest())
        return whole.hexdigest()


@cache
def _code_of(base: Path, developing: bool) -> Code:
    """The code that this process runs, read once: it changes with the process alone."""
    return Code(base)


class Memory:
    """The answers that this process made, each under the tag of all that it is made of.

    None is given after anything in it changed: the tag that is looked up is then another. An answer
    is kept once it came out the same twice. So whatever differs from one reader to the next is
    never kept; nor is an answer during whose making something changed, which would bear the tag of
    the moment before.
    """

    def get(self, tag: str) -> HttpResponse | None:
        kept = caches["answers"].get(tag)
        return kept if isinstance(kept, HttpResponse) else None

    def learn(self, tag: str, response: HttpResponse) -> None:
        """Notes how an answer came out; keeps it if that is how it came out before."""
        made = hashlib.sha256(response.serialize()).digest()
        again = caches["answers"].get(tag) == made
        caches["answers"].set(tag, response if again else made)


class PublicAnswers:
    """Tags public answers, and answers 304 where the reader has them already.

    `request.public_releases` is the newest public release of each measure, for views and
    templates to read without asking again; `request.public.at` is the one moment that everything
    in the answer is asked about. Whoever is signed in gets answers that nobody keeps, and so does
    whoever reads a preview (offences.as_at), which is asked about its release's minute.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.code = _code_of(settings.BASE_DIR, settings.DEBUG)
        self.memory = Memory()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        as_at = _preview(request)
        public = Public(as_at.at if as_at else timezone.now())
        request.public = public  # type: ignore[attr-defined]
        request.public_releases = SimpleLazyObject(lambda: request.public.newest)  # type: ignore[attr-defined]
        with ExitStack() as request.public_reading:  # type: ignore[attr-defined]
            response = self.get_response(request)
        if _is_staffs(request) or as_at:
            return response
        tag = getattr(request, "public_tag", "")
        if response is not getattr(request, "remembered", None) and _may_be_kept(request, response):
            self.memory.learn(tag, response)
        patch_vary_headers(response, ["Cookie"])
        if _may_be_signed_in(request):
            response["Cache-Control"] = FOR_ONE_PERSON
            return response
        if "Cache-Control" not in response:
            response["Cache-Control"] = OFTEN_ASKED
        if response.status_code in {200, 304} and tag:
            response["ETag"] = tag
        return response

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponseBase | None:
        """The tag, before the view is asked; 304 where it is the one that the reader has, else
        the answer that was made for an earlier reader."""
        if _is_staffs(request) or _may_be_signed_in(request) or _preview(request):
            return None
        request.public_tag = tag = self._tag(request)  # type: ignore[attr-defined]
        if not tag:
            return None
        # “*” asks whether there is a page at all: only the view knows.
        if request.headers.get("If-None-Match", "*").strip() != "*":
            not_modified = get_conditional_response(request, etag=tag)
            if not_modified is not None:
                return not_modified
        request.remembered = self.memory.get(tag)  # type: ignore[attr-defined]
        if request.remembered is None and not connection.in_atomic_block:  # type: ignore[attr-defined]
            self._hold_still(request)
        return request.remembered  # type: ignore[attr-defined]

    def _hold_still(self, request: HttpRequest) -> None:
        """For a page that has to be made: it and its tag are of one state of the database, so the
        question is asked once more within it. Those who need no new page do not pay for this."""
        request.public_reading.enter_context(one_snapshot())  # type: ignore[attr-defined]
        request.public = Public(request.public.at)  # type: ignore[attr-defined]
        request.public_tag = self._tag(request)  # type: ignore[attr-defined]

    def _tag(self, request: HttpRequest) -> str:
        """The tag of the page at this address at this moment; none while nothing is public."""
        public: Public = request.public  # type: ignore[attr-defined]
        if request.method not in {"GET", "HEAD"} or not public.newest:
            return ""
        parts = (public.stamp, self.code.version, request.build_absolute_uri())
        whole = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        return f'{"W/" * request.path.endswith(STAMPED_WITH_THEIR_TIME)}"{whole}"'


def _preview(request: HttpRequest) -> EarlyView | None:
    """The preview that this request reads, whose answers are one person's."""
    return getattr(request, "as_at", None)


def _is_staffs(request: HttpRequest) -> bool:
    """An address of the admin, which says itself what may be kept."""
    match = request.resolver_match
    return match is not None and "admin" in match.namespaces


def _may_be_signed_in(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _may_be_kept(request: HttpRequest, response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """A page made for nobody in particular, of an address that others will ask for too."""
    tag = getattr(request, "public_tag", "")
    return (
        tag.startswith('"')  # strong: the same bytes each time
        and request.method == "GET"
        and not request.COOKIES
        and not request.META.get("QUERY_STRING")
        and response.status_code == 200
        and isinstance(response, HttpResponse)  # a whole, not a stream
        and not response.cookies
        and not response.has_header("Vary")
        and len(response.content) <= LARGEST_KEPT
    )
