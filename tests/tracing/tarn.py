"""Tarn, a made-up force of which little is known but its number of each year."""

from collections.abc import Mapping

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence


def tarn(series: Mapping[str, int | dict], **more: object) -> Evidence:
    """Its facts; the last year given is the latest."""
    return Evidence(
        read_facts(
            {
                "place": "Tarn",
                "measure": "online sexual offences",
                "latest": list(series)[-1],
                "scope": "force",
                "series": dict(series),
                **more,
            }
        )
    )
