"""No rule of sign-off is walked around: not from a shell, a file, a command, nor by being quick."""

import json

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import transaction
from import_export.resources import ModelResource

from offences import releases, resources
from offences.models import (
    Release,
    ReleasedFigure,
    ReleasedResponse,
    ReleaseEditor,
    ScreeningAnswer,
)
from offences.refused import Refused
from tests import rows, worlds
from tests.releases.conftest import OPENS
from tests.samples import sampled, some
from tests.worlds import LATER, NOW, at_once

pytestmark = pytest.mark.both_databases

SIGNED = (Release, ReleaseEditor, ReleasedFigure, ReleasedResponse, ScreeningAnswer)


@pytest.fixture
def approved(world):
    """An approved release with an answer, and the next one in preparation."""

    def make():
        world.answer(world.north, {2017: "30", 2018: "300"})
        world.release = world.approved()
        world.next = world.prepare()
        assert world.release.answers.exists()
        return world

    return rows.kept("releases, approved", make)


def changed(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def rows_of():
    return [list(model.objects.order_by("pk").values()) for model in SIGNED]


SIGN = {"approved_at": NOW, "public_at": NOW}

FROM_A_SHELL = {
    "update": lambda w: Release.objects.filter(pk=w.next.pk).update(**SIGN),
    "update of one that is approved": lambda w: Release.objects.update(title="Other"),
    "update of measure's": lambda w: w.measure.releases.update(**SIGN),
    "update by the base manager": lambda w: Release._base_manager.update(**SIGN),
    "save": lambda w: changed(w.next, approved_by=w.approver, **SIGN).save(),
    "save of some fields": lambda w: changed(w.next, screened_of="f").save(
        update_fields=["screened_of"]
    ),
    "save of who prepared": lambda w: changed(w.next, prepared_by=w.approver).save(),
    "save of one that is approved": lambda w: changed(w.release, note="Other").save(),
    "bulk_update": lambda w: Release.objects.bulk_update(
        [changed(w.next, **SIGN)], ["approved_at", "public_at"]
    ),
    "bulk_create": lambda w: Release.objects.bulk_create([changed(w.next, pk=None, number=9)]),
    "create": lambda w: w.measure.releases.create(
        number=9, year=2018, last_round=w.round, prepared_by=w.officer, prepared_at=NOW
    ),
    "update_or_create": lambda w: Release.objects.update_or_create(pk=w.next.pk, defaults=SIGN),
    "delete in bulk": lambda w: Release.objects.filter(pk=w.next.pk).delete(),
    "delete of one that is approved": lambda w: w.release.delete(),
    "editors removed": lambda w: w.next.editors.remove(w.officer),
    "editors cleared": lambda w: w.next.editors.clear(),
    "editors set": lambda w: w.next.editors.set([w.checker]),
    "editors' rows": lambda w: ReleaseEditor.objects.all().delete(),
    "editors' rows renamed": lambda w: ReleaseEditor.objects.update(user=w.checker),
    "figures updated": lambda w: ReleasedFigure.objects.update(low=1, high=1),
    "figures of a release updated": lambda w: w.release.figures.update(low=1, high=1),
    "figures updated in bulk": lambda w: ReleasedFigure.objects.bulk_update(
        [changed(w.release.figures.first(), low=1)], ["low"]
    ),
    "figures deleted": lambda w: w.release.figures.all().delete(),
    "a figure added": lambda w: w.next.figures.create(
        figure_kind="count", body_kind="force", body="x", state="value", low=1, high=1
    ),
    "figures added": lambda w: ReleasedFigure.objects.bulk_create(
        [changed(w.release.figures.first(), pk=None, year=2001)]
    ),
    "responses updated": lambda w: ReleasedResponse.objects.update(outcome="refused"),
    "responses deleted": lambda w: ReleasedResponse.objects.all().delete(),
    "answers updated": lambda w: ScreeningAnswer.objects.update(answer="Other"),
    "an answer changed": lambda w: changed(w.release.answers.first(), answer="Other").save(),
    "an answer deleted": lambda w: w.release.answers.first().delete(),
    "answers deleted": lambda w: ScreeningAnswer.objects.all().delete(),
    "an answer added": lambda w: ScreeningAnswer.objects.create(
        release=w.next,
        key="f",
        grade="error",
        finding="x",
        answer="x",
        answered_by=w.officer,
        answered_at=NOW,
    ),
}


@pytest.mark.parametrize("way", sampled(FROM_A_SHELL, some(FROM_A_SHELL, 3)))
def test_no_way_of_the_orm_changes_what_is_signed(approved, way):
    before = rows_of()
    with pytest.raises(TypeError, match=r"changes|removed|added"), transaction.atomic():
        FROM_A_SHELL[way](approved)
    assert rows_of() == before


@pytest.mark.parametrize("model", SIGNED)
def test_a_fixture_that_is_loaded_writes_none_of_it(approved, model):
    told = json.loads(serializers.serialize("json", model.objects.all()[:1]))
    for new in (False, True):
        if new:
            told[0]["pk"] = 999
        with pytest.raises(TypeError), transaction.atomic():
            for each in serializers.deserialize("json", json.dumps(told)):
                each.save()


def test_a_door_that_is_shut_again_stays_shut_also_after_a_refusal(approved):
    w = approved
    with pytest.raises(Refused):
        releases.approve(w.next, by=w.officer, now=NOW, public_at=OPENS)
    with pytest.raises(TypeError):
        Release.objects.update(title="Other")


def test_no_list_that_comes_back_from_a_spreadsheet_writes_a_release():
    def all_of(kind):
        return {kind, *(each for sub in kind.__subclasses__() for each in all_of(sub))}

    written = set(resources.LISTS)
    assert not written & set(SIGNED)
    classes = {r._meta.model for r in all_of(ModelResource) if r in resources.LISTS.values()}
    assert not classes & set(SIGNED)
    for model in (Release, ReleasedFigure, ReleasedResponse):  # they are only taken away
        assert not isinstance(resources.of(model)(), resources.ListResource)


def test_the_rows_of_a_release_brought_back_by_its_own_export_are_refused(approved):
    resource = resources.of(Release)()
    exported = resource.export()
    result = resource.import_data(exported, raise_errors=False)
    assert result.has_errors() or result.has_validation_errors() or not result.totals["update"]
    assert Release.objects.get(pk=approved.next.pk).approved_at is None


def test_a_command_drafts_nothing_from_a_release_that_is_not_signed(approved):
    w = approved
    event = worlds.event(w.next)
    worlds.to_review(w.next, NOW)
    before = rows_of()
    with pytest.raises(CommandError):
        call_command("draft_press", event.slug)
    assert rows_of() == before


# ---- two people at the same moment


@pytest.fixture
def in_review(world):
    world.answer(world.north, {2017: "30", 2018: "300"})
    world.other = worlds.person("Flo Gray", "Approver")
    world.release = world.prepare()
    worlds.to_review(world.release, NOW)
    return world


def approval(w, by):
    return lambda: releases.approve(w.release, by=by, now=LATER, public_at=OPENS)


@pytest.mark.django_db(transaction=True)
def test_of_two_approvals_at_once_one_is_told_that_it_is_approved(in_review):
    w = in_review
    told = at_once(approval(w, w.approver), approval(w, w.other))
    assert sorted(str(each) for each in told) == sorted(
        ["None", "This release is approved already. A correction is a new release."]
    )
    assert w.release.figures.filter(year=2018, body="northshire").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_an_approval_and_a_sending_back_at_once_one_happens(in_review):
    w = in_review

    def send_back():
        releases.send_back(w.release, by=w.other, now=LATER, reason="Wait.")

    signed, back = at_once(approval(w, w.approver), send_back)
    release = Release.objects.get()
    if signed is None:
        assert "approved already" in str(back) and not release.send_backs.exists()
    else:
        assert "not in review" in str(signed) and back is None and not release.approved_at


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_the_same_words_are_kept_once(world):
    w = world
    w.answer(w.north, {2017: "30", 2018: "300"})
    release = w.prepare()
    key = releases.screen(release, releases.snapshot(release))[0].key

    def answer():
        releases.answer(release, key, "It is so.", by=w.officer, now=NOW)

    told = at_once(answer, answer)
    assert sum(each is None for each in told) == 1
    assert release.answers.count() == 1
