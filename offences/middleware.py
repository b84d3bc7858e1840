"""What a browser or a proxy may keep of a public page: its tag, and for how long (not at all).

One place for every public address, so that a new page cannot forget it. The tag is made of all
that a page is made of: what is public at this moment, the reference tables, the code and the
address. It changes by itself at an embargo's minute and at a withdrawal; while it stands, the
answer to whoever holds it is 304, for the one question that found the releases.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet, StringAgg, Subquery, TextField, Value
from django.db.models.functions import MD5, Cast, Coalesce, JSONArray
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
)
from offences.trends import newest_of

OFTEN_ASKED = "public, max-age=0, must-revalidate"
FOR_ONE_PERSON = "private, no-store"
# These files carry the second in which they were made: the same content, not the same bytes.
STAMPED_WITH_THEIR_TIME = (".xlsx", ".docx")

REFERENCE: dict[str, type[Model]] = {
    "force": Force,
    "forcespelling": ForceSpelling,
    "measure": Measure,
    "campaign": Campaign,
}
"""The tables that public pages read beside what never changes. A test holds them to be all."""

_TEXT = TextField()
_NOTHING, _COMMA = (Value(sign, output_field=_TEXT) for sign in ("", ","))


def _summary(rows: QuerySet[Any], names: Iterable[str] = ()) -> MD5:
    """One short text for these fields of these rows (all fields, unless named), made in place."""
    fields = names or [field.attname for field in rows.model._meta.concrete_fields]
    one_row = Cast(JSONArray(*fields), _TEXT)
    together = StringAgg("one_row", delimiter=_COMMA, order_by="pk", output_field=_TEXT)
    whole = (
        rows.order_by()
        .annotate(one_row=one_row, one_group=Value(1))
        .values("one_group")
        .annotate(together=together)
        .values("together")
    )
    return MD5(Coalesce(Subquery(whole, output_field=_TEXT), _NOTHING, output_field=_TEXT))


@cache
def _of_reference_tables() -> dict[str, MD5]:
    return {
        f"of_{name}": _summary(table._default_manager.all()) for name, table in REFERENCE.items()
    }


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
        texts = IssuedText.objects.public(self.at)
        events = CampaignEvent.objects.filter(pk__in=texts.order_by().values("event"))
        opened = (
            Release.objects.opened(self.at)
            .select_related("measure")
            .annotate(
                **_of_reference_tables(),
                of_issuedtext=_summary(texts, ["pk"]),  # a text itself never changes
                of_campaignevent=_summary(events),
            )
        )
        return list(opened.order_by("measure__position", "measure__slug", "-number"))

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


class PublicAnswers:
    """Tags public answers, and answers 304 where the reader has them already.

    `request.public_releases` is the newest public release of each measure, for views and
    templates to read without asking again. Whoever is signed in gets answers that nobody keeps.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.code = Code(settings.BASE_DIR)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        public = Public(timezone.now())
        request.public = public  # type: ignore[attr-defined]
        request.public_releases = SimpleLazyObject(lambda: public.newest)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if _is_staffs(request):
            return response
        patch_vary_headers(response, ["Cookie"])
        if _may_be_signed_in(request):
            response["Cache-Control"] = FOR_ONE_PERSON
            return response
        if "Cache-Control" not in response:
            response["Cache-Control"] = OFTEN_ASKED
        if response.status_code in {200, 304} and (tag := getattr(request, "public_tag", "")):
            response["ETag"] = tag
        return response

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponseBase | None:
        """The tag, before the view is asked; 304 where it is the one that the reader has."""
        if _is_staffs(request) or _may_be_signed_in(request):
            return None
        request.public_tag = tag = self._tag(request)  # type: ignore[attr-defined]
        # “*” asks whether there is a page at all: only the view knows.
        if not tag or request.headers.get("If-None-Match", "*").strip() == "*":
            return None
        return get_conditional_response(request, etag=tag)

    def _tag(self, request: HttpRequest) -> str:
        """The tag of the page at this address at this moment; none while nothing is public."""
        public: Public = request.public  # type: ignore[attr-defined]
        if request.method not in {"GET", "HEAD"} or not public.newest:
            return ""
        parts = (public.stamp, self.code.version, request.build_absolute_uri())
        whole = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        return f'{"W/" * request.path.endswith(STAMPED_WITH_THEIR_TIME)}"{whole}"'


def _is_staffs(request: HttpRequest) -> bool:
    """An address of the admin, which says itself what may be kept."""
    match = request.resolver_match
    return match is not None and "admin" in match.namespaces


def _may_be_signed_in(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES
