"""What processes of several machines remember together, in a Valkey or Redis.

While it is gone each process goes on with what it remembers itself. Nothing in it is ever run, and
a page in it is signed: who can write there cannot change what readers are shown.
"""

import base64
import hashlib
import json
import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache
from django.utils.crypto import constant_time_compare, salted_hmac
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from offences.public_answers import Address, Given, ReadyAnswer

REST = 5  # seconds until one that is gone is asked again
PATIENCE = 0.5  # seconds
A_DAY = 24 * 60 * 60
LARGEST = 2_000_000  # bytes of one page in all its encodings

logger = logging.getLogger(__name__)


class PlainValues:
    """Values as JSON: numbers can be counted up, and nothing is made by reading them."""

    def dumps(self, value: Any) -> Any:
        return value if type(value) is int else json.dumps(value).encode()

    def loads(self, stored: bytes) -> Any:
        try:
            return json.loads(stored)
        except ValueError:  # somebody else wrote it
            return None


def _or_here(name: str) -> Callable:
    """A step of the cache; the same of `here`, a cache of this machine, while it is gone."""

    def step(self: "SharedMemory", *args: Any, **given: Any) -> Any:
        if time.monotonic() >= SharedMemory.rests_until:
            try:
                return getattr(RedisCache, name)(self, *args, **given)
            except RedisError as error:
                SharedMemory.rests_until = time.monotonic() + REST
                logger.warning("CACHE_URL cannot be reached, so each machine is alone: %s", error)
        return getattr(caches[self.here], name)(*args, **given)

    return step


class SharedMemory(RedisCache):
    """Django's cache in Redis; OPTIONS has the name of the cache that is used while it is gone."""

    rests_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = params["OPTIONS"] | {
            "serializer": PlainValues,
            "socket_connect_timeout": PATIENCE,
            "socket_timeout": PATIENCE,
            "retry": Retry(NoBackoff(), 0),
        }
        self.here = options.pop("here")
        super().__init__(server, params | {"OPTIONS": options})

    get, set, add, delete = (_or_here(name) for name in ("get", "set", "add", "delete"))
    incr, get_many, has_key = (_or_here(name) for name in ("incr", "get_many", "has_key"))
    set_many, delete_many = (_or_here(name) for name in ("set_many", "delete_many"))
    touch, clear = _or_here("touch"), _or_here("clear")


class SharedPages:
    """Ready answers of one version of the code, given by processes that did not make them."""

    def __init__(self, version: str) -> None:
        self.version = version

    def find(self, address: Address, stamp: str) -> ReadyAnswer | None:
        """The answer at this address that shows the state with this stamp."""
        name = self._name(address, stamp)
        signature, _, text = str(caches["pages"].get(name)).partition("\n")
        if not text or not constant_time_compare(signature, _signature(name, text)):
            return None
        tag, for_any_query, not_changed, by_encoding = json.loads(text)
        given = {encoding: _given(*of) for encoding, of in by_encoding.items()}
        return ReadyAnswer(stamp, tag, for_any_query, _given(*not_changed), given)

    def keep(self, address: Address, answer: ReadyAnswer) -> None:
        if answer.size > LARGEST:
            return
        by_encoding = {encoding: _plain(of) for encoding, of in answer.by_encoding.items()}
        of_answer = (answer.tag, answer.for_any_query, _plain(answer.not_changed), by_encoding)
        name, text = self._name(address, answer.stamp), json.dumps(of_answer)
        caches["pages"].set(name, f"{_signature(name, text)}\n{text}", A_DAY)

    def _name(self, address: Address, stamp: str) -> str:
        whole = "\0".join((self.version, stamp, *address))
        return hashlib.sha256(whole.encode()).hexdigest()


def shared_pages(version: str) -> SharedPages | None:
    """The pages that processes share; None where each has its own alone."""
    return SharedPages(version) if "pages" in settings.CACHES and version else None


def _signature(name: str, text: str) -> str:
    return salted_hmac("offences.shared_memory", name + text, algorithm="sha256").hexdigest()


def _plain(given: Given) -> tuple[int, list[tuple[str, str]], str]:
    return given.status, given.headers, base64.b64encode(given.content).decode()


def _given(status: int, headers: list[list[str]], content: str) -> Given:
    pairs = [(name, value) for name, value in headers]
    return Given(status, pairs, base64.b64decode(content))
