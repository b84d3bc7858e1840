"""A force whose total is hidden too: pages say so, and say no number."""

from tests.releases.test_subtracting import five, split  # noqa: F401
from tests.releases.test_unshown_corrections import DAYS, read, released


def test_a_hidden_total_is_called_hidden_and_not_at_least_none(five, client):  # noqa: F811
    split.rule(five.measure, five.approver, five.ages, totals_public=False)
    release = released(five, DAYS[0])
    for page in (
        read(client, "force", "northshire"),
        read(client, "pinned_force", five.measure.slug, release.number, "northshire"),
    ):
        assert "Northshire: a hidden number of online sexual offences in 2018/19" in page
        assert "The number is small or protects small ones, so it is not shown." in page
        assert "at least 0" not in page
        assert "gave no exact number" not in page  # it did
        assert "a hidden number compare" not in page
