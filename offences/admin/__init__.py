"""Everything staff do, one file per subject of the models."""

from offences.admin import campaign, count, foi, force, measure, release

__all__ = ["campaign", "count", "foi", "force", "measure", "release"]
