"""What something costs: milliseconds of the processor of all who work at it, and queries."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from tools.bench.servers import ended_children_time, parent_of, processor_time
from tools.bench.short import many

OPENINGS = many(3, 1)


def processor() -> float:
    """Seconds of the processor until now, of this process and of those that it waited for."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


@dataclass(frozen=True)
class Spent:
    ms: float
    queries: int


def spent(work: Callable[[], object]) -> Spent:
    """The quickest of some times; the first one, which loads what is kept, does not count."""
    work()
    found = [_once(work) for _ in range(OPENINGS)]
    return Spent(min(each.ms for each in found), max(each.queries for each in found))


def _once(work: Callable[[], object]) -> Spent:
    from django.db import connection

    from tools.bench.site import database_processes

    queries = 0

    def count(execute, *of):
        nonlocal queries
        queries += 1
        return execute(*of)

    server = database_processes()

    def until_now() -> float:
        # A large table is read by several: helpers of the server, which end with the query.
        helpers = ended_children_time(parent_of(server[0])) if server else 0
        return processor() + processor_time(*server) + helpers

    begun = until_now()
    with connection.execute_wrapper(count):
        work()
    return Spent(1000 * (until_now() - begun), queries)
