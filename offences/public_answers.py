"""Public answers kept ready, whole and in each encoding; which methods an address answers."""

import gzip
import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, NamedTuple, TypeGuard

import brotli
from django.conf import settings
from django.http import HttpResponse, HttpResponseBase

READING = ("GET", "HEAD", "OPTIONS")
ENCODINGS = ("br", "gzip")  # those we make, the best first
PLAIN = ""
WORTH_PACKING = 200  # bytes: less only grows
LARGE = 1_000_000  # bytes: more would keep a reader waiting to be packed hard
_PACKED_WELL = re.compile(r"text/|application/(json|xml|atom\+xml|ld\+json)|image/svg\+xml")
_REFUSED = re.compile(r"q\s*=\s*0(\.0*)?")
_OF_CONTENT = {"content-length", "content-encoding", "content-type"}


def accepts_forms[View: Callable](view: View) -> View:
    """Mark a view that is sent forms too; every other public address can only be read."""
    vars(view)["methods"] = (*READING, "POST")
    return view


def always_answers[View: Callable](view: View) -> View:
    """Mark a view whose page says nothing of figures: it is shown while the database is gone."""
    vars(view)["always_answers"] = True
    return view


def is_always_answered(view: Callable) -> bool:
    return getattr(view, "always_answers", False)


TO_ALL = {"Access-Control-Allow-Origin": "*"}
ASKED_BEFORE = TO_ALL | {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
"""What a browser is told that asks before another site's page reads an address."""


def open_to_all[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Mark a view whose answers pages of any other site may read: data."""

    @wraps(view)
    def answer_for_all(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        open_up(response)
        return response

    vars(answer_for_all)["is_open"] = True
    return answer_for_all


def open_up(response: HttpResponseBase) -> None:
    for name, value in TO_ALL.items():
        response[name] = value


def is_open(view: Callable) -> bool:
    return getattr(view, "is_open", False)


def may_be_framed[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Mark a view whose pages any other site may show in a frame: no other page may be."""

    @wraps(view)
    def framed_answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        _let_frame(response)
        return response

    vars(framed_answer)["is_framed"] = True
    return framed_answer


def _let_frame(response: HttpResponseBase) -> None:
    """What Django's own middleware asks of an answer before it forbids frames."""
    policy = settings.SECURE_CSP | {"frame-ancestors": ["*"]}
    vars(response).update(xframe_options_exempt=True, _csp_config=policy)


def open_as_marked(view: Callable, response: HttpResponseBase) -> None:
    """Open an answer that is given in a view's place, such as 304, as the view would."""
    if is_open(view):
        open_up(response)
    if getattr(view, "is_framed", False):
        _let_frame(response)


def complete_headers(response: HttpResponseBase, *, is_secure: bool) -> None:
    """Give an answer each header that keeps readers safe and that nothing has set yet."""
    for name, value in settings.SAFE_HEADERS.items():
        response.setdefault(name, value)
    if "frame-ancestors 'none'" in response["Content-Security-Policy"]:
        response.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
    if is_secure and settings.SECURE_HSTS_SECONDS:
        more = "; includeSubDomains; preload" if settings.SECURE_HSTS_PRELOAD else ""
        value = f"max-age={settings.SECURE_HSTS_SECONDS}{more}"
        response.setdefault("Strict-Transport-Security", value)


def methods_of(view: Callable) -> tuple[str, ...]:
    return getattr(view, "methods", READING)


def encoding_for(accepted: str) -> str:
    """The best encoding that a reader's Accept-Encoding allows; plain where it names none."""
    weights = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        weights[name.strip()] = not _REFUSED.fullmatch(weight.strip())
    of_all = weights.get("*", False)
    return next((each for each in ENCODINGS if weights.get(each, of_all)), PLAIN)


def packed(content: bytes, encoding: str, *, for_many: bool = False) -> bytes:
    """The bytes in an encoding; packed harder where many will be given them."""
    harder = for_many and len(content) < LARGE
    if encoding == "br":
        return brotli.compress(content, quality=9 if harder else 4)
    if encoding == "gzip":
        # No time of its own: the same page is the same bytes.
        return gzip.compress(content, compresslevel=9 if harder else 4, mtime=0)
    return content


def is_worth_packing(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    return (
        isinstance(response, HttpResponse)  # a whole, not a stream
        and len(response.content) >= WORTH_PACKING
        and not response.has_header("Content-Encoding")
        and bool(_PACKED_WELL.match(response.get("Content-Type", "")))
    )


def pack(response: HttpResponse, accepted: str) -> None:
    """Pack an answer that was made for one reader, as that reader accepts it."""
    encoding = encoding_for(accepted)
    if encoding and is_worth_packing(response):
        response.content = packed(response.content, encoding)
        response["Content-Encoding"] = encoding
        response["Content-Length"] = str(len(response.content))


type Environ = Mapping[str, Any]
"""A request as the server hands it over, and as `request.META` has it."""


class Address(NamedTuple):
    """What tells one public answer from another: pages hold whole addresses of their own."""

    scheme: str
    host: str
    path: str

    @classmethod
    def of(cls, environ: Environ) -> "Address":
        """The address without its query, as it was sent."""
        # A proxy in front says whether it was asked by HTTPS.
        scheme = environ.get("HTTP_X_FORWARDED_PROTO") or environ["wsgi.url_scheme"]
        host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
        return cls(scheme, host, environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", ""))


class Given(NamedTuple):
    """An answer as it is sent to one reader, in an encoding that the reader accepts."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes


@dataclass(frozen=True)
class ReadyAnswer:
    """One answer in each encoding, and the state of the site that it shows."""

    stamp: str
    tag: str  # by which browsers ask again
    for_any_query: bool  # nothing looked at the query while it was made
    not_changed: Given
    by_encoding: Mapping[str, Given]

    @classmethod
    def of(
        cls, response: HttpResponse, stamp: str, tag: str, *, for_any_query: bool
    ) -> "ReadyAnswer":
        contents = {PLAIN: response.content}
        if is_worth_packing(response):
            contents |= {each: packed(response.content, each, for_many=True) for each in ENCODINGS}
        headers = [(name, of) for name, of in response.items() if name.lower() not in _OF_CONTENT]
        kind = [("Content-Type", response["Content-Type"])]
        return cls(
            stamp,
            tag,
            for_any_query,
            Given(304, headers, b""),
            {each: _given(headers + kind, each, of) for each, of in contents.items()},
        )

    @property
    def size(self) -> int:
        return sum(len(given.content) for given in self.by_encoding.values())

    def for_reader(self, environ: Environ) -> Given:
        """The answer to a GET or HEAD, or 304 where the reader has it."""
        if self.tag in environ.get("HTTP_IF_NONE_MATCH", ""):
            return self.not_changed
        encoding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        given = self.by_encoding.get(encoding) or self.by_encoding[PLAIN]
        return given._replace(content=b"") if environ["REQUEST_METHOD"] == "HEAD" else given


def _given(headers: list[tuple[str, str]], encoding: str, content: bytes) -> Given:
    packing = [("Content-Encoding", encoding)] if encoding else []
    return Given(200, [*headers, ("Content-Length", str(len(content))), *packing], content)


@dataclass
class ReadyAnswers:
    """Answers kept up to so many bytes; of too many, the oldest are dropped.

    An answer is kept once it came out the same twice: what differs between readers never is.
    """

    largest: int  # bytes of one answer in all its encodings
    most: int  # bytes of all
    _size: int = 0
    _answers: OrderedDict[Address, ReadyAnswer] = field(default_factory=OrderedDict)
    _made_once: OrderedDict[Address, bytes] = field(default_factory=OrderedDict)
    _changing: threading.Lock = field(default_factory=threading.Lock)

    MOST_MADE_ONCE = 2_000

    def at(self, environ: Environ) -> ReadyAnswer | None:
        """The answer that is ready for this request; its stamp says whether it is still current."""
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return None
        answer = self._answers.get(Address.of(environ))
        asks = environ.get("QUERY_STRING")
        return answer if answer and (answer.for_any_query or not asks) else None

    def learn(
        self,
        address: Address,
        response: HttpResponse,
        stamp: str,
        tag: str,
        *,
        for_any_query: bool = False,
    ) -> ReadyAnswer | None:
        """Note how an answer came out; keep and return it if it came out the same before."""
        whole = repr((stamp, sorted(response.items()))).encode() + response.content
        made = hashlib.sha256(whole).digest()
        with self._changing:
            if self._made_once.pop(address, None) != made:
                self._made_once[address] = made
                if len(self._made_once) > self.MOST_MADE_ONCE:
                    self._made_once.popitem(last=False)
                return None
        answer = ReadyAnswer.of(response, stamp, tag, for_any_query=for_any_query)
        self.keep(address, answer)
        return answer

    def keep(self, address: Address, answer: ReadyAnswer) -> None:
        """Keep an answer; of too many, drop the oldest."""
        with self._changing:
            if before := self._answers.pop(address, None):
                self._size -= before.size
            if answer.size <= self.largest:
                self._answers[address] = answer
                self._size += answer.size
            while self._size > self.most:
                self._size -= self._answers.popitem(last=False)[1].size
