"""How many requests were answered, by which view, how, how fast: counted, never stored.

Each process of gunicorn counts in a file of its own (deploy/gunicorn.conf.py), and any of them adds
all up. A view has the name that the code has for it: nothing of an address or a person is counted.
"""

import os

from prometheus_client import CollectorRegistry, Histogram, generate_latest, values
from prometheus_client.multiprocess import MultiProcessCollector

NO_VIEW = "none"  # a page that was ready, a static file, a redirect, or no address of ours
PROCESS = os.environ.get("METRICS_PROCESS", "")
if PROCESS:  # by its place among gunicorn's processes: one that is started anew counts on
    values.ValueClass = values.MultiProcessValue(lambda: PROCESS)
REGISTRY = CollectorRegistry()
REQUESTS = Histogram(
    "offences_requests_seconds",
    "Seconds to an answer, by view and class of status",
    ["view", "status"],
    buckets=(0.01, 0.05, 0.25, 1, 5),
    registry=REGISTRY,
)


def count_request(view: str, status: int, seconds: float) -> None:
    REQUESTS.labels(view, f"{status // 100}xx").observe(seconds)


def request_lines() -> str:
    """What was counted, of all processes of this machine, as Prometheus reads it."""
    registry = REGISTRY
    if PROCESS:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return generate_latest(registry).decode()
