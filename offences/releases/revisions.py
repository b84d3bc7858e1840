"""The figures of a release that are others than before, and what they still lack for approval."""

from offences.models import Force, Release
from offences.releases.force_words import why_not_uncorrected
from offences.releases.revised import (
    Revision,
    revisions_among,
    why_not_unexplained,
    without_reason,
)
from offences.releases.snapshot import Snapshot, before, snapshot


def revisions(release: Release, copy: Snapshot | None = None) -> list[Revision]:
    """Every figure of our own that was given before and is another in this release."""
    earlier = before(release)
    if earlier is None:
        return []
    new = (
        list(release.figures.filter(breakdown=""))
        if release.approved_at
        else (copy or snapshot(release)).figures
    )
    names = dict(Force.objects.values_list("slug", "area"))
    return revisions_among(earlier.figures.filter(breakdown=""), new, names)


def revisions_without_reason(release: Release, copy: Snapshot | None = None) -> list[Revision]:
    """Those of which nobody has said why: while there is one, the release is not approved."""
    return without_reason(revisions(release, copy))


def why_not_yet(release: Release, copy: Snapshot) -> str:
    """What no answer makes good: a revision without a reason, a correction that is not made, a
    hidden number that can be worked out."""
    return (
        why_not_unexplained(revisions(release, copy))
        or why_not_uncorrected(release, copy)
        or why_not_hidden(copy)
    )


def why_not_hidden(copy: Snapshot) -> str:
    """Which hidden number can be told too closely from what is public; nothing where none can."""
    if not copy.hidden.open:
        return ""
    return (
        f"{copy.hidden.open[0].reason} Nothing is approved from which a hidden number can be "
        "worked out: see what the release hides, and change the measure’s disclosure rule."
    )
