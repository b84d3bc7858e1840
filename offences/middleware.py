"""Public answers: what is kept ready, the tag of each page, which methods an address knows.

The tag sums up all that a page is made of: what is public at this moment, the reference tables, the
code and the address. It changes by itself at an embargo's minute and soon after a withdrawal; until
then a browser that has it gets 304, and other readers get the answer that was made before.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterable
from functools import cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard, cast
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.functional import SimpleLazyObject

from offences import replica
from offences.accounts.addresses import is_staff_address
from offences.faults import GONE
from offences.models import PracticeYear, remember_charity
from offences.postgresql import patience
from offences.public_answers import (
    ASKED_BEFORE,
    Address,
    ReadyAnswer,
    ReadyAnswers,
    complete_headers,
    is_always_answered,
    is_open,
    is_worth_packing,
    methods_of,
    open_as_marked,
    pack,
)
from offences.releases.prerelease_access import EarlyView
from offences.releases.public_state import (
    LatestState,
    PublicRequest,
    PublicState,
    empty_state,
    read_public_state,
)
from offences.request_metrics import NO_VIEW, count_request
from offences.shared_pages import shared_pages

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

STATUS = {each.value: f"{each.value} {each.phrase}" for each in HTTPStatus}
OFTEN_ASKED = "public, max-age=0, must-revalidate"
FOR_ONE_PERSON = "private, no-store"
LARGEST_KEPT = 16_000_000  # bytes of one answer: all figures of a release
MOST_KEPT = 64_000_000  # bytes of all


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


class Process:
    """One process of the site: what it has ready, and the public state that it last read."""

    def __init__(self) -> None:
        self.ready = ReadyAnswers(largest=LARGEST_KEPT, most=MOST_KEPT)
        self.latest = LatestState()

    def for_caches(self, headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Headers that tell a cache in front for how long it need not ask again."""
        seconds = self.latest.seconds_for_caches()
        if not seconds:
            return headers.copy()
        more = f"{OFTEN_ASKED}, s-maxage={seconds}"
        return [(name, more if value == OFTEN_ASKED else value) for name, value in headers]


class ReadyFirst:
    """The site as a server runs it: what is ready is given before Django makes a request of it.

    Only while the public state that was last read still stands: to read it is Django's work.
    """

    NAME = "offences.process"

    def __init__(self, application: "WSGIApplication") -> None:
        self.application = application
        self.process = Process()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        begun = time.monotonic()
        answer, state = self.process.ready.at(environ), self.process.latest.last()
        if answer and state and answer.stamp == state.stamp and not settings.DEBUG:
            given = answer.for_reader(environ)
            start_response(STATUS[given.status], self.process.for_caches(given.headers))
            count_request(NO_VIEW, given.status, time.monotonic() - begun)
            return [given.content]
        environ[self.NAME] = self.process
        return self.application(environ, start_response)


class SafeHeaders:
    """Completes the headers of every answer: of errors, static files and ready pages too.

    As the first of all, it also says how long the database is waited for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with patience.of(patience.STAFF if is_staff_address(request) else patience.READERS):
            response = self.get_response(request)
        if is_staff_address(request):  # what is refused there is one person's, too
            response.setdefault("Cache-Control", FOR_ONE_PERSON)
        complete_headers(response, is_secure=request.is_secure())
        return response


class PublicAnswers:
    """Answers readers from what is ready, or makes a page, tags it and keeps it.

    It stands before nearly every other middleware, so that a kept answer costs nothing but itself.
    `request.public` is the public state that everything in an answer is about. What looked at the
    session is one person's and never kept, nor is a preview (offences.as_at), which is about its
    release's minute.
    """

    def __init__(self, get_response: Callable[[PublicRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.code = _code_of(settings.BASE_DIR, settings.DEBUG)
        self.own = Process()
        self.shared = shared_pages(self.code.of_contents)

    def _process_of(self, request: HttpRequest) -> Process:
        """The process's own, where a server runs it; in tests each client is a process."""
        return request.META.get(ReadyFirst.NAME, self.own)

    def __call__(self, request: PublicRequest) -> HttpResponse:
        process = self._process_of(request)
        ready = process.ready.at(request.META)
        state = _latest_or_last(process.latest) if ready else None
        is_ready = ready and state and ready.stamp == state.stamp and not settings.DEBUG
        if not is_ready and self.shared and _may_be_shared(request):
            state = state or _latest_or_last(process.latest)
            ready, is_ready = self._shared(request, process, state)
        if ready and is_ready:
            given = ready.for_reader(request.META)
            headers = dict(process.for_caches(given.headers))
            return HttpResponse(given.content, status=given.status, headers=headers)
        request.public = cast(
            PublicState, SimpleLazyObject(partial(self._state_for, request, state))
        )
        try:
            response = self.get_response(request)
        finally:
            replica.read_primary()
        if is_staff_address(request) or _preview(request) or isinstance(response, FileResponse):
            return response
        complete_headers(response, is_secure=request.is_secure())  # what is kept leaves as it is
        self._finish(request, response)
        if _is_for_everyone(response) and (tag := response.get("ETag")):
            any_query = not _has_read_query(request)
            if any_query or not request.META["QUERY_STRING"]:
                address = Address.of(request.META)
                kept = process.ready.learn(
                    address, response, request.public.stamp, tag, for_any_query=any_query
                )
                if kept and self.shared:
                    self.shared.keep(address, kept)
        if isinstance(response, HttpResponse) and response["Cache-Control"] != FOR_ONE_PERSON:
            pack(response, request.headers.get("Accept-Encoding", ""))
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.content = b""
        for name, value in process.for_caches([*response.items()]):
            response[name] = value
        return response

    def _shared(
        self, request: HttpRequest, process: Process, state: PublicState | None
    ) -> tuple[ReadyAnswer | None, bool]:
        """The answer that another process made of this state, ready here too from now on."""
        address = Address.of(request.META)
        found = self.shared.find(address, state.stamp) if self.shared and state else None
        if found is None or not (found.for_any_query or not request.META["QUERY_STRING"]):
            return None, False
        process.ready.keep(address, found)
        return found, True

    def _state_for(self, request: PublicRequest, state: PublicState | None) -> PublicState:
        if as_at := _preview(request):
            return read_public_state(as_at.at)
        state = state or _latest_or_last(self._process_of(request).latest)
        if state is None:
            match = request.resolver_match
            if match is None or not is_always_answered(match.func):
                raise OperationalError("The database is gone, and nothing was read before.")
            state = empty_state(timezone.now())
        return state

    def process_view(
        self, request: PublicRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Refuse a method that the address does not know; answer 304 before a page is made."""
        if is_staff_address(request):
            return None
        allowed = methods_of(view)
        if request.method == "OPTIONS":
            more = ASKED_BEFORE if is_open(view) else {}
            return HttpResponse(status=204, headers={"Allow": ", ".join(allowed), **more})
        if request.method not in allowed:
            headers = {"Allow": ", ".join(allowed)}
            return HttpResponse(
                render_to_string("405.html", request=request), status=405, headers=headers
            )
        tag = "" if _preview(request) else self._tag(request)
        # “*” asks whether there is a page at all: only the view knows.
        if tag and request.headers.get("If-None-Match", "*").strip() != "*":
            response = get_conditional_response(request, etag=tag)
            if response is not None:
                open_as_marked(view, response)
            return response
        if self._may_read_replica(request):
            replica.read_it()
        return None

    def _may_read_replica(self, request: PublicRequest) -> bool:
        """Whether a page is for everybody, and the replica has all that it is made of."""
        following = self._process_of(request).latest.replica
        if request.method not in {"GET", "HEAD"} or _preview(request):
            return False
        is_nobodys = settings.SESSION_COOKIE_NAME not in request.COOKIES
        return is_nobodys and following.has(request.public.stamp)

    def process_exception(
        self, request: PublicRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Make a page from the primary whose replica went while it was made."""
        match = request.resolver_match
        if match is None or not isinstance(exception, GONE) or not replica.read_primary():
            return None
        self._process_of(request).latest.replica.leave()
        return match.func(request, *match.args, **match.kwargs)

    def _finish(self, request: PublicRequest, response: HttpResponse) -> None:
        """Say what may be kept of an answer, and by which tag it is asked for again."""
        if _is_one_persons(response):
            response["Cache-Control"] = FOR_ONE_PERSON
            del response["ETag"]
            return
        if "Cache-Control" not in response:
            response["Cache-Control"] = OFTEN_ASKED
        if response.status_code == 304 or is_worth_packing(response):
            patch_vary_headers(response, ["Accept-Encoding"])
        can_be_kept = response.status_code in {200, 304} and request.resolver_match
        if can_be_kept and (tag := self._tag(request, made=True)):
            response["ETag"] = tag

    def _tag(self, request: PublicRequest, *, made: bool = False) -> str:
        """The tag of the page at this address; none while nothing is public.

        It is weak: the same page has it in each encoding. Once a page is made that did not look at
        the query, it has the tag of its address alone.
        """
        if request.method not in {"GET", "HEAD"} or not request.public.newest:
            return ""
        alone = made and not _has_read_query(request)
        address = request.build_absolute_uri(request.path if alone else None)
        parts = (request.public.stamp, self.code.version, address)
        return f'W/"{hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]}"'


def _latest_or_last(latest: LatestState) -> PublicState | None:
    """The present state; while the database is gone, the one that was read last, if any was."""
    try:
        return latest.now()
    except GONE:
        return latest.last_read


def _may_be_shared(request: HttpRequest) -> bool:
    """Whether an answer to this may be one of many that processes share."""
    is_file = request.path_info.startswith(settings.STATIC_URL)
    return request.method in {"GET", "HEAD"} and not is_file and not is_staff_address(request)


def _has_read_query(request: HttpRequest) -> bool:
    """Whether anything looked at the query: Django parses it when it is first asked for."""
    return "GET" in vars(request)


def _is_one_persons(response: HttpResponseBase) -> bool:
    """Whether an answer looked at the session, or brings a cookie."""
    return bool(response.cookies) or "cookie" in response.get("Vary", "").lower()


def _is_for_everyone(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Whether an answer is a whole page, the same for everybody who asks."""
    return (
        response.status_code == 200
        and isinstance(response, HttpResponse)  # a whole, not a stream
        and response["Cache-Control"] == OFTEN_ASKED
        and response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    )


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
    if public is not None and not is_staff_address(request):
        return bool(public.is_made_up)
    marked = getattr(getattr(request, "user", None), "is_made_up", None)  # by offences.accounts
    return PracticeYear.objects.exists() if marked is None else bool(marked)


def practice_year(request: HttpRequest) -> dict[str, object]:
    """Values for every page’s template, so that it can say that it is made up."""
    if is_staff_address(request) and not getattr(request, "user", AnonymousUser()).is_authenticated:
        remember_charity()  # for people who are logged in, it is read with their account
    return {"is_made_up": SimpleLazyObject(lambda: is_made_up(request))}


def _preview(request: PublicRequest) -> EarlyView | None:
    """The preview that this request reads, whose answers are one person's."""
    return getattr(request, "as_at", None)


class SiteAddress:
    """Begin whole addresses with the site's public one, whatever name was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.SITE_ADDRESS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        def build_absolute_uri(location: str | None = None) -> str:
            asked = request.get_full_path() if location is None else str(location)
            return urljoin(settings.SITE_ADDRESS + request.path, asked)

        request.build_absolute_uri = build_absolute_uri  # type: ignore[method-assign]
        return self.get_response(request)
