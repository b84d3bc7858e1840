"""What processes of several machines remember together, in a Valkey or Redis.

While it is gone each process goes on with what it remembers itself. Nothing in it is ever run.
"""

import json
import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

REST = 5  # seconds until one that is gone is asked again
PATIENCE = 0.5  # seconds

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
