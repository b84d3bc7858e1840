"""Where a reader of figures may go next."""

from collections.abc import Sequence

from django.urls import reverse

from offences.models import Release, ReleasedResponse
from offences.words.figure import round_in_words

Links = list[tuple[str, str, str]]
"""Address, title and a detail of each page that a reader may want next."""


def rounds_of(answers: Sequence[ReleasedResponse]) -> list[tuple[str, str]]:
    """The rounds of a release, newest first: address and words."""
    found: dict[str, ReleasedResponse] = {}
    for each in sorted(answers, key=lambda r: -r.round_number):
        found.setdefault(each.round, each)
    return [(slug, round_in_words(each.round_name)) for slug, each in found.items()]


def to_release(release: Release) -> tuple[str, str, str]:
    return (
        reverse("release", args=[release.measure.slug, release.number]),
        f"Release {release.number}, {release.public_in_words}",
        "Everything it holds, with every source, and its downloads",
    )
