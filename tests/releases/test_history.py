"""A revision is remembered for ever: by the figures of every later release, and by their sums."""

import pytest

from offences import releases
from offences.counts import save_cells
from offences.models import ReleasedFigure
from offences.releases.hiding import forget
from offences.trends import released_cell
from tests import worlds
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW


def retype(w, text, year=2018):
    save_cells(w.made, {worlds.cell(w.measure, year): worlds.typed(text)}, by=w.officer, now=NOW)
    worlds.check(w.made, by=w.checker, now=LATER)


def approved(w):
    release = w.prepare()
    for revision in releases.revisions_without_reason(release):
        releases.give_reason(release, revision, words="A slip", by=w.officer, now=NOW)
    worlds.approve(release, by=w.approver, now=NOW, public_at=OPENS, explained=False)
    return release


@pytest.fixture
def slip(world):
    """170, 98 and the same again, in three releases."""
    world.made = world.answer(world.north, {2017: "20", 2018: "170"})
    approved(world)
    retype(world, "98")
    approved(world)
    approved(world)
    return world


def of_north(release):
    return ReleasedFigure.objects.get(
        release=release, body="northshire", year=2018, figure_kind="count", breakdown=""
    )


def test_a_figure_revised_two_releases_ago_is_still_revised(slip):
    figure = of_north(approved(slip))
    assert figure.history == [[1, 170], [2, 98]]
    assert figure.previously is None  # this release did not change it
    assert released_cell(figure).is_revised


def test_a_figure_that_was_never_revised_remembers_its_first_release(world):
    world.made = world.answer(world.north, {2017: "20", 2018: "170"})
    approved(world)
    figure = of_north(approved(world))
    assert figure.history == [[1, 170]]
    assert not released_cell(figure).is_revised


def test_a_release_without_the_number_is_no_reason_to_forget_it(slip):
    retype(slip, "-")
    missing = of_north(approved(slip))
    assert missing.state == "missing"
    retype(slip, "98")
    assert of_north(approved(slip)).history == [[1, 170], [2, 98]]


def test_a_number_that_is_hidden_leaves_nothing_of_its_past(slip):
    figure = of_north(approved(slip))
    forget(figure)
    assert (figure.history, figure.previously, figure.previously_in) == ([], None, None)
