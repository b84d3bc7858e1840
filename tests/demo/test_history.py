"""The forces that a past round asked are those of the places that its publication names."""

import pytest

from offences.management.demo.history import MEASURES, store_requests
from offences.models import FoiRound, Force, ForceKind

pytestmark = pytest.mark.django_db

PLACES = {
    "northshire": ("England", ForceKind.TERRITORIAL),
    "caledonia": ("Scotland", ForceKind.TERRITORIAL),
    "harbours": ("England", ForceKind.SPECIAL),
    "saints": ("Jersey", ForceKind.CROWN_DEPENDENCY),
}


def asked_in(month: str) -> set[str]:
    Force.objects.all().delete()
    for slug, (nation, kind) in PLACES.items():
        names = dict.fromkeys(("name", "short_name", "area", "foi_office"), slug.capitalize())
        Force.objects.create(slug=slug, nation=nation, kind=kind, **names)
    round_ = FoiRound.objects.create(
        slug=month, name=month, number=1, first_year=2018, last_year=2018
    )
    return {slug for _, slug in store_requests([], {(MEASURES[0], month): round_}, {})}


def test_a_territorial_force_of_another_nation_was_not_asked():
    assert asked_in("2019-06") == {"northshire"}


def test_the_round_of_2020_asked_the_channel_islands_too():
    assert asked_in("2020-09") == {"northshire", "saints"}
