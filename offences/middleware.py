"""The tag of each public page, and the cache of pages that this process made.

The tag sums up all that a page is made of: what is public at this moment, the reference tables, the
code and the address. It changes by itself at an embargo's minute and at a withdrawal; until then a
browser that has it gets 304, and other readers get the answer that was made under the same tag.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.functional import SimpleLazyObject

from offences.models import PracticeYear
from offences.releases.prerelease_access import EarlyView
from offences.releases.public_state import PublicRequest, PublicState

OFTEN_ASKED = "public, max-age=0, must-revalidate"
FOR_ONE_PERSON = "private, no-store"
# These files carry the second in which they were made: the same content, not the same bytes.
STAMPED_WITH_THEIR_TIME = (".xlsx", ".docx")
LARGEST_CACHED = 100_000  # bytes: a page has some 25,000; settings.CACHES says how many are cached


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Read everything meanwhile from one state of the database, whatever is committed.

    Only for requests that write nothing.
    """
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            # Its transactions begin like those that write (settings). This one reads what was there
            # at its first query, and blocks nobody.
            connection.ensure_connection()
            sqlite: Any = connection
            usual, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
            try:
                stack.enter_context(transaction.atomic())
            finally:
                sqlite.transaction_mode = usual
        else:
            stack.enter_context(transaction.atomic())
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


class Code:
    """The version of everything besides data that makes a page, from the files themselves."""

    WHERE = {"offences": "*", "config": "*.py", "templates": "*", "static": "*"}
    ALSO = ("package-lock.json", "requirements.txt")

    def __init__(self, base: Path) -> None:
        self.base = base
        self.of_contents = "" if settings.DEBUG else self._hash(Path.read_bytes)

    @property
    def version(self) -> str:
        # Templates change under a running server only while developing.
        return self.of_contents or self._hash(lambda file: repr(file.stat().st_mtime_ns).encode())

    def _hash(self, state_of: Callable[[Path], bytes]) -> str:
        files = [file for top, kind in self.WHERE.items() for file in (self.base / top).rglob(kind)]
        files += [self.base / name for name in self.ALSO]
        whole = hashlib.sha256()
        for file in sorted(files):
            if file.is_file() and "__pycache__" not in file.parts:
                whole.update(f"{file.relative_to(self.base)}\0".encode())
                whole.update(hashlib.sha256(state_of(file)).digest())
        return whole.hexdigest()


@cache
def _code_of(base: Path, developing: bool) -> Code:
    """The code that this process runs, read once: it changes with the process alone."""
    return Code(base)


class Memory:
    """The answers that this process made, each under the tag of all that it is made of.

    After any change a different tag is looked up, so nothing outdated is found. An answer is cached
    once it came out the same twice: what differs between readers never is, nor is an answer during
    whose making something changed, which would have the tag of the moment before.
    """

    def get(self, tag: str) -> HttpResponse | None:
        cached = caches["answers"].get(tag)
        return cached if isinstance(cached, HttpResponse) else None

    def learn(self, tag: str, response: HttpResponse) -> None:
        """Note how an answer came out; cache it if it came out the same before."""
        made = hashlib.sha256(response.serialize()).digest()
        same = caches["answers"].get(tag) == made
        caches["answers"].set(tag, response if same else made)


class PublicAnswers:
    """Tags public answers, and answers 304 where the reader has them already.

    `request.public_releases` is the newest public release of each measure, for views and templates
    to read without a further query; `request.public.at` is the one moment that everything in the
    answer is about. Answers to people who are signed in are never cached, nor are those of a
    preview (offences.as_at), which is about its release's minute.
    """

    def __init__(self, get_response: Callable[[PublicRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.code = _code_of(settings.BASE_DIR, settings.DEBUG)
        self.memory = Memory()

    def __call__(self, request: PublicRequest) -> HttpResponse:
        as_at = _preview(request)
        public = PublicState(as_at.at if as_at else timezone.now())
        request.public = public
        request.public_releases = SimpleLazyObject(lambda: request.public.newest)
        with ExitStack() as request.public_reading:
            response = self.get_response(request)
        if _is_staffs(request) or as_at:
            return response
        tag = getattr(request, "public_tag", "")
        if response is not getattr(request, "remembered", None) and _may_be_cached(
            request, response
        ):
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
        self, request: PublicRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponseBase | None:
        """Make the tag before the view runs; answer 304, or with an earlier answer."""
        if _is_staffs(request) or _may_be_signed_in(request) or _preview(request):
            return None
        request.public_tag = tag = self._tag(request)
        if not tag:
            return None
        # “*” asks whether there is a page at all: only the view knows.
        if request.headers.get("If-None-Match", "*").strip() != "*":
            not_modified = get_conditional_response(request, etag=tag)
            if not_modified is not None:
                return not_modified
        request.remembered = self.memory.get(tag)
        if request.remembered is None and not connection.in_atomic_block:
            self._make_from_one_state(request)
        return request.remembered

    def _make_from_one_state(self, request: PublicRequest) -> None:
        """Make a page and its tag from one state of the database.

        The query is run once more within it; readers who need no new page do not pay for this.
        """
        request.public_reading.enter_context(one_snapshot())
        request.public = PublicState(request.public.at)
        request.public_tag = self._tag(request)

    def _tag(self, request: PublicRequest) -> str:
        """The tag of the page at this address at this moment; none while nothing is public."""
        public = request.public
        if request.method not in {"GET", "HEAD"} or not public.newest:
            return ""
        parts = (public.stamp, self.code.version, request.build_absolute_uri())
        whole = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        return f'{"W/" * request.path.endswith(STAMPED_WITH_THEIR_TIME)}"{whole}"'


class PracticeFiles:
    """Names every file of a practice year as one, whatever page it comes from."""

    NAME = re.compile(r"""filename(?:\*=utf-8''|=")""")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        named = response.get("Content-Disposition", "")
        if self.NAME.search(named) and is_made_up(request):
            response["Content-Disposition"] = self.NAME.sub(r"\g<0>practice-", named)
        return response


def is_made_up(request: HttpRequest) -> bool:
    """Whether the site is a practice year; nearly every page knows it without a further query."""
    public = getattr(request, "public", None)
    if public is not None and not _is_staffs(request):
        return bool(public.is_made_up)
    marked = getattr(getattr(request, "user", None), "is_made_up", None)  # by offences.accounts
    return PracticeYear.objects.exists() if marked is None else bool(marked)


def practice_year(request: HttpRequest) -> dict[str, object]:
    """What every page’s template is given, so that it can say that it is made up."""
    return {"is_made_up": SimpleLazyObject(lambda: is_made_up(request))}


def _preview(request: PublicRequest) -> EarlyView | None:
    """The preview that this request reads, whose answers are one person's."""
    return getattr(request, "as_at", None)


def _is_staffs(request: HttpRequest) -> bool:
    """Whether this is an address of the admin, which says itself what may be cached."""
    match = request.resolver_match
    return match is not None and "admin" in match.namespaces


def _may_be_signed_in(request: PublicRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _may_be_cached(request: PublicRequest, response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Whether a page is made for nobody in particular, at an address that others will ask for."""
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
        and len(response.content) <= LARGEST_CACHED
    )
