"""Which breakdowns may be published, as the data lead decides; and what a release hides."""

import pytest
from django.test import Client
from django.urls import reverse

from offences.models import AlreadyPublic, DisclosureRule
from tests import worlds
from tests.clients import logged_in
from tests.releases import split_world as split
from tests.releases.conftest import world  # noqa: F401
from tests.releases.test_parts import split_up  # noqa: F401

RULE = {"threshold": "5", "national_under": "11", "totals_public": "on", "reason": "Few children."}


@pytest.fixture
def lead(db) -> Client:
    return logged_in(worlds.person("Gil Roe", "Data lead"))


def decide(client, measure, *breakdowns, **more):
    sent = {"measure": measure.pk, "breakdowns": [each.pk for each in breakdowns], **RULE, **more}
    return client.post(reverse("admin:offences_disclosurerule_add"), sent)


def test_the_data_lead_decides_and_the_newest_rule_applies(split_up, lead):  # noqa: F811
    assert decide(lead, split_up.measure, split_up.ages).status_code == 302
    assert decide(lead, split_up.measure, threshold="10").status_code == 302
    rule = DisclosureRule.of(split_up.measure)
    assert (rule.threshold, list(rule.breakdowns.all()), rule.decided_by.username) == (
        *(10, [], "gil.roe"),
    )
    assert DisclosureRule.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"threshold": "1"}, "The threshold is a number from 3 to 100."),
        ({"national_under": "40"}, "The age is one from 0 (no such rule) to 18."),
        ({"reason": ""}, "This field is required."),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_in_a_sentence(split_up, lead, wrong, sentence):  # noqa: F811
    page = decide(lead, split_up.measure, split_up.ages, **wrong)
    assert sentence in page.content.decode()
    assert not DisclosureRule.objects.exists()


def test_a_breakdown_of_another_measure_is_refused(split_up, lead):  # noqa: F811
    other = worlds.measure("messages", name="Messages to a child")
    page = decide(lead, other, split_up.ages)
    sentence = "“By age” splits Online sexual offences. Tick those of Messages to a child."
    assert sentence in page.content.decode()
    assert not DisclosureRule.objects.exists()


def test_a_rule_is_never_changed_or_removed(split_up, lead):  # noqa: F811
    rule = split.rule(split_up.measure, split_up.approver, split_up.ages)
    boss = logged_in(worlds.person("Ira Ash", superuser=True))
    for client in (lead, boss):
        change = reverse("admin:offences_disclosurerule_change", args=[rule.pk])
        assert client.get(change).status_code == 200
        assert client.post(change, {"threshold": "3"}).status_code == 403
        delete = reverse("admin:offences_disclosurerule_delete", args=[rule.pk])
        assert client.post(delete, {"post": "yes"}).status_code == 403
    rule.refresh_from_db()
    assert rule.threshold == 5


def test_what_a_force_has_published_is_recorded_with_its_publication(split_up, lead):  # noqa: F811
    paper = worlds.publication("Southshire Police, disclosure log")
    sent = {
        "force": split_up.south.pk,
        "category": split_up.ages.categories.get(name="12").pk,
        "year": "2018/19",
        "value": "3",
        "document": paper.pk,
    }
    answer = lead.post(reverse("admin:offences_alreadypublic_add"), sent)
    assert answer.status_code == 302, answer.content.decode()
    row = AlreadyPublic.objects.get()
    assert (row.value, row.document, row.recorded_by.username) == (3, paper, "gil.roe")


def test_staff_see_each_hidden_number_beside_what_the_public_can_tell(split_up, lead):  # noqa: F811
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.prepare()
    page = lead.get(reverse("admin:offences_release_hidden", args=[release.pk])).content.decode()
    assert "Southshire" in page and "By age: 12" in page
    assert "Published data narrow a hidden number" in page
    assert "more hidden to protect them" in page


def test_a_number_that_can_be_worked_out_stops_the_screening_and_says_which(world, lead):  # noqa: F811
    ages = split.ages(world.measure, (12,))
    split.answer(world, world.north, 2018, {"age": {"12": "3", "Not known": "60"}})
    AlreadyPublic.objects.create(
        force=world.north,
        category=ages.categories.get(name="Not known"),
        year=2018,
        value=60,
        document=worlds.publication(),
        recorded_by=world.approver,
        recorded_at=worlds.NOW,
    )
    split.rule(world.measure, world.approver, ages)
    release = world.prepare()
    hidden = lead.get(reverse("admin:offences_release_hidden", args=[release.pk]))
    assert "Northshire, 2018/19, age 12 is hidden" in hidden.content.decode()
    screening = lead.get(reverse("admin:offences_release_screening", args=[release.pk]))
    assert "see what the release hides" in screening.content.decode()


def test_the_approver_reads_how_many_parts_are_published_and_how_many_hidden(split_up, lead):  # noqa: F811
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.prepare()
    where = reverse("admin:offences_release_approve", args=[release.pk])
    before = lead.get(where).content.decode()
    assert "By age: 28 counts, " in before and "of them hidden" in before
    worlds.approve(release, by=split_up.approver, now=worlds.NOW, public_at=worlds.LATER)
    sentence = before[before.index("By age: 28") :].partition(" of them hidden")[0]
    assert sentence in lead.get(where).content.decode()


def test_a_sum_that_is_open_since_a_force_gave_no_limit_is_not_counted_as_hidden(split_up, lead):  # noqa: F811
    west = worlds.force("Westshire")
    ages = {name: "30" for name in ("8", "9", "10", "11", "12", "13")}
    split.answer(split_up, west, 2018, {"age": {**ages, "12": "*", "Not known": "0"}}, total="160")
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.approved()
    parts = release.figures.filter(breakdown="age")
    assert parts.filter(body_kind="total", low__gt=0, high=None).exists()
    hidden = parts.filter(state="suppressed", low=0, high=None).count()
    page = lead.get(reverse("admin:offences_release_approve", args=[release.pk])).content.decode()
    assert f"{parts.count()} counts, {hidden} of them hidden" in page


def test_a_release_without_a_rule_says_so_and_where_one_is_made(split_up, lead):  # noqa: F811
    release = split_up.prepare()
    page = lead.get(reverse("admin:offences_release_hidden", args=[release.pk])).content.decode()
    assert "This release publishes totals only" in page
    assert reverse("admin:offences_disclosurerule_add") in page
