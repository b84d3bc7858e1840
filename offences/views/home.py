"""The first page: find a force, the newest total of each count, whose figures there are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from offences import trends
from offences.models import Force, ForceKind, Measure, Release, ReleasedResponse
from offences.statistics.years import Year
from offences.views import tables
from offences.views.moment import page, public_state, released
from offences.words.cells import round_in_words
from offences.words.finder import TILES


def home(request: HttpRequest) -> HttpResponse:
    public, releases = public_state(request), released(request)
    blocks = [
        NewestTotal(release.measure, tables.newest_of(*national))
        for release, national in zip(releases, trends.nationals_of(releases), strict=True)
    ]
    first = releases[0] if releases else None
    responses = list(first.responses.order_by("-round_number")) if first else []
    answered = responses[0] if responses else None
    on_map = [force for force in public.forces if force.kind == ForceKind.TERRITORIAL]
    tiles = sorted(_tiles(on_map, first, responses), key=lambda tile: tile.force.area)
    return page(
        request,
        "home.html",
        releases,
        measure=first.measure if first else None,
        blocks=sorted(blocks, key=lambda each: -each.start),
        newest_year=Year(first.year) if first else None,
        kinds=_kinds(tiles),
        tiles=tiles,
        others=[force for force in public.forces if force.kind != ForceKind.TERRITORIAL],
        round=answered.round if answered else "",
        round_name=round_in_words(answered.round_name) if answered else "",
        newest_releases=sorted(
            releases, key=lambda each: (each.public_at, each.number), reverse=True
        ),
        events=public.events,
    )


@dataclass(frozen=True)
class NewestTotal:
    """One count with its newest national figure, if there is one."""

    measure: Measure
    newest: tables.Newest | None

    @property
    def start(self) -> int:
        return self.newest.year.start if self.newest else 0


# ---- the map: whose figures there are


@dataclass(frozen=True)
class Tile:
    """A force on the map, marked by what there is of it: it does not rank."""

    force: Force
    kind: str
    words: str


@dataclass(frozen=True)
class TileKind:
    """What a mark on the map means, with how many forces have it."""

    kind: str
    forces: int
    words: str


def _tiles(
    forces: Sequence[Force], release: Release | None, responses: Sequence[ReleasedResponse]
) -> list[Tile]:
    """Each force with its mark: a figure of the newest year, of an earlier one, none, not asked."""
    if release is None:
        return [Tile(force, "", "") for force in forces]
    rows = trends.years_with_figures([release], [force.slug for force in forces])
    newest = {slug for slug, _, year in rows if year == release.year}
    some = {slug for slug, *_ in rows}
    year = Year(release.year)
    asked = trends.asked_by_name(year, responses) or {force.slug for force in forces}

    def kind_of(slug: str) -> str:
        if slug in some:
            return "has" if slug in newest else "had"
        return "not" if slug in asked else "unasked"

    kinds = {force.slug: kind_of(force.slug) for force in forces}
    return [Tile(f, kinds[f.slug], TILES[kinds[f.slug]].format(year)) for f in forces]


def _kinds(tiles: Sequence[Tile]) -> list[TileKind]:
    """The key to the map: the marks that are used, the fullest first."""
    words = {tile.kind: tile.words for tile in tiles}
    counts = Counter(tile.kind for tile in tiles)
    return [TileKind(kind, counts[kind], words[kind]) for kind in TILES if counts[kind]]
