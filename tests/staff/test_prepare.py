"""Preparing a release: what readers see today is not lost by forgetting to tick it."""

from django.urls import reverse

from offences.counts import mark_checked
from offences.models import RecordedFigure
from tests import worlds
from tests.worlds import LATER


def test_a_new_release_carries_on_what_the_last_one_carried(world, client):
    figures = [
        RecordedFigure.objects.create(
            measure=world.measure,
            claim="total",
            body_kind="total",
            body="England and Wales",
            year=year,
            value=900 + year,
            as_written=str(900 + year),
            document=world.document,
        )
        for year in (2017, 2018)
    ]
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    mark_checked(world.submission, by=world.checker, now=LATER)
    world.released(recorded=figures[:1])

    client.force_login(world.officer)
    page = client.get(reverse("admin:offences_release_add") + f"?measure={world.measure.pk}")
    assert page.context["form"].initial["recorded"] == [figures[0].pk]
    boxes = [tag.split(">")[0] for tag in page.content.decode().split("<input")]
    ticked = [box for box in boxes if 'name="recorded"' in box and " checked" in box]
    assert [f'value="{figures[0].pk}"' in box for box in ticked] == [True]
