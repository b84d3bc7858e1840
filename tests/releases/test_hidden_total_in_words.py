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
        assert "Northshire: the number of online sexual offences in 2018/19 is hidden" in page
        hidden = (
            "How many online sexual offences Northshire Police recorded in 2018/19 is not shown"
        )
        assert page.count(f"{hidden}: the number is small or protects small ones.") >= 2
        assert "at least 0" not in page
        assert "gave no exact number" not in page  # it did
