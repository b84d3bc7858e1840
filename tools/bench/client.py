"""Readers of a page: each on a connection of its own that is kept open, one request at a time."""

import http.client
import itertools
import statistics
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

TOO_LONG = 10  # seconds


@dataclass
class Target:
    """What is asked for, what must come back, and how long each answer took."""

    name: str
    port: int
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    always_another_address: bool = False
    alone: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)
    together_seconds: float = 0

    numbers: Iterator[int] = field(default_factory=itertools.count)

    def address(self) -> str:
        return f"{self.path}?n={next(self.numbers)}" if self.always_another_address else self.path


def ask(connection: http.client.HTTPConnection, target: Target) -> float:
    """How many seconds a whole answer took."""
    begun = time.perf_counter()
    connection.request("GET", target.address(), headers=target.headers)
    response = connection.getresponse()
    response.read()
    took = time.perf_counter() - begun
    if response.status != target.status:
        raise RuntimeError(f"{target.name}: {response.status}, wanted {target.status}")
    return took


def first(target: Target) -> float:
    connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=TOO_LONG)
    try:
        return ask(connection, target)
    finally:
        connection.close()


def fetch(port: int, path: str) -> tuple[list[tuple[str, str]], bytes]:
    """The headers and the body of an answer that is 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TOO_LONG)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"{path}: {response.status}, wanted 200")
        return response.getheaders(), response.read()
    finally:
        connection.close()


def read_for(seconds: float, target: Target, into: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=TOO_LONG)
    until = time.perf_counter() + seconds
    try:
        while time.perf_counter() < until:
            into.append(ask(connection, target))
    finally:
        connection.close()


def read_together(readers: int, seconds: float, target: Target) -> None:
    """Several readers at once; an error of one of them is raised here."""
    errors: list[BaseException] = []

    def reader() -> None:
        try:
            read_for(seconds, target, target.together)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=reader, daemon=True) for _ in range(readers)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    target.together_seconds += time.perf_counter() - begun
    if errors:
        raise errors[0]


def median(times: list[float]) -> float:
    """In milliseconds."""
    return statistics.median(times) * 1000


def slowest_of_twenty(times: list[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000
