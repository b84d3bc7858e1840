"""The screening of a release: what to correct or answer before anybody approves it."""

from offences.models import Release
from offences.releases.screening import contradictions, figures, part_years, returns
from offences.releases.screening.finding import Check, Finding, FindingItem, ScreenedRelease
from offences.releases.snapshot import Snapshot

CHECKS: tuple[Check, ...] = (
    returns.unchecked,
    returns.queried,
    returns.undated,
    returns.above_total,
    part_years.unmarked,
    contradictions.restated,
    contradictions.not_used,
    contradictions.other_papers,
    contradictions.recorded,
    figures.against_the_release_before,
    figures.against_the_year_before,
    figures.corrected,
    figures.jumps,
    figures.refused,
    figures.in_doubt,
    figures.provisional,
    figures.derived,
    figures.zeros,
    figures.breaks,
    figures.sums,
)

NOT_OF_ONE = {
    returns.unchecked,
    returns.undated,
    contradictions.recorded,
    figures.against_the_release_before,
    figures.against_the_year_before,
    figures.corrected,
    figures.refused,
    figures.breaks,
    figures.sums,
}
"""Not asked where a release corrects one figure: its reason says it, or nothing of it changes."""


def screen(release: Release, snapshot: Snapshot) -> list[Finding]:
    """Every finding about what the release would publish, errors first."""
    subject = ScreenedRelease(release, snapshot)
    asked = [check for check in CHECKS if not (release.corrects_id and check in NOT_OF_ONE)]
    found = [finding for check in asked for finding in check(subject)]
    return sorted(found, key=lambda finding: not finding.is_error)
