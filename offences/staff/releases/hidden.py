"""What a release in preparation hides, and the ranges that published data leave for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from offences import releases
from offences.models import DisclosureRule, Release
from offences.releases.parts import FigureKey
from offences.staff.names import area_names
from offences.staff.pages import staff_page
from offences.staff.releases.frame import VIEW, release_or_404, show_release
from offences.statistics.years import Year


@dataclass(frozen=True)
class HiddenRow:
    """One number that a release hides, and the range that published data leave for it."""

    year: str
    category: str
    number: str  # for staff only
    range: str
    why: str


@staff_page("<int:object_id>/hidden/", "hidden", under=Release, permission=VIEW)
def list_hidden(request: HttpRequest, object_id: int) -> HttpResponse:
    """Each number that the release would hide, force by force."""
    release = release_or_404(object_id)
    if release.approved_at:
        raise Http404("What an approved release hides is not in it.")
    snapshot = releases.snapshot(release)
    hidden = snapshot.hidden
    return show_release(
        request,
        "hidden",
        release,
        title=f"What it hides: {release}",
        measure_rule=DisclosureRule.of(release.measure),
        rule=snapshot.disclosure,
        forces=sorted(_rows_by_force(snapshot).items()),
        small=len(hidden.small),
        others=len(hidden.places - hidden.small),
        open=hidden.open,
        parts=len(snapshot.parts),
    )


def _rows_by_force(snapshot: releases.Snapshot) -> dict[str, list[HiddenRow]]:
    hidden = snapshot.hidden
    ranges = hidden.ranges()
    areas = area_names()
    names = {
        (each.breakdown, each.category): f"{each.breakdown_name}: {each.name}"
        for each in snapshot.categories
    }
    items = hidden.table.items if hidden.table else {}
    rows: dict[str, list[HiddenRow]] = {}
    for place in _in_order(hidden.places, list(names)):
        item = items[place]
        rows.setdefault(areas.get(place.body, place.body), []).append(
            HiddenRow(
                year=str(Year(place.year)),
                category=names.get((place.breakdown, place.category), "Total"),
                number=_number(item.low, item.high),
                range=_number(ranges[place].low, ranges[place].high),
                why="small, or a young child" if place in hidden.small else "to protect small ones",
            )
        )
    return rows


def _in_order(places: Iterable[FigureKey], order: list[tuple[str, str]]) -> list[FigureKey]:
    position = {key: at for at, key in enumerate(order)}
    return sorted(
        places, key=lambda p: (p.body, -p.year, position.get((p.breakdown, p.category), -1))
    )


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
