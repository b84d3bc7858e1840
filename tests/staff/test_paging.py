"""The pages of a list are the whole list in its order, whatever that order begins with."""

import pytest

from offences.models import AnnualCount
from offences.staff.record_lists.paging import LargePaginator
from tests import worlds


@pytest.fixture
def counts(world):
    w = world
    w.later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    w.south = worlds.force("Southshire")
    for force, round_, texts in (
        (w.force, w.round, {2016: "1", 2017: "2", 2018: "3"}),
        (w.south, w.round, {2018: "4"}),
        (w.force, w.later, {2019: "5", 2018: "6"}),
    ):
        here = w.submission if (force, round_) == (w.force, w.round) else None
        made = here or worlds.submission(force, round_)
        worlds.enter(made, {w.cell(year): text for year, text in texts.items()}, w.officer)
    worlds.submission(w.south, w.later)  # of which there are no counts
    return AnnualCount.objects.select_related("submission__force")


@pytest.mark.on_postgresql
@pytest.mark.parametrize("order", ["submission", "-submission", "-measure", "year", "document"])
def test_pages_are_the_list_cut_in_pieces(counts, order):
    rows = counts.order_by(order, "-pk")
    for of_a_page in (1, 2, 4, 7):
        pages = LargePaginator(rows, of_a_page)
        assert pages.count == 6
        cut = [[row.pk for row in page.object_list] for page in pages]
        assert [len(page) for page in cut[:-1]] == [of_a_page] * (len(cut) - 1)
        assert [pk for page in cut for pk in page] == [row.pk for row in rows]


def test_a_list_that_is_narrowed_has_only_its_own_pages(counts):
    pages = LargePaginator(counts.filter(year=2018).order_by("submission", "pk"), 2)
    assert (pages.count, pages.num_pages) == (3, 2)
    assert [[row.as_written for row in page.object_list] for page in pages] == [["6", "3"], ["4"]]
    nothing = LargePaginator(counts.filter(year=1999).order_by("submission", "pk"), 2)
    assert not nothing.page(1).object_list and nothing.num_pages == 1
