"""Everything staff do, one file per subject of the models."""

from offences.admin import (
    campaign,
    contact,
    count,
    disclosure,
    dispute,
    document,
    foi,
    force,
    measure,
    practice,
    press,
    queries,
    release,
    released,
)

__all__ = [
    "campaign",
    "contact",
    "count",
    "disclosure",
    "dispute",
    "document",
    "foi",
    "force",
    "measure",
    "practice",
    "press",
    "queries",
    "release",
    "released",
]
