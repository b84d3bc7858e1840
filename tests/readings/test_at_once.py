"""Two officers on one submission at the same moment: one is stored, the other is told."""

import pytest

from offences import counts
from offences.intake import returns as readings
from offences.intake.returns.storing import StoredReading
from offences.models import AnnualCount, FoiQuery, FoiSubmission, Reading
from offences.refused import Refused
from tests import worlds
from tests.readings.conftest import PLAIN, workbook
from tests.readings.made import brought, see

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def parted(results):
    """What was done, and what was refused; anything else is a fault."""
    refused = [each for each in results if isinstance(each, Refused)]
    done = [each for each in results if not isinstance(each, Exception)]
    assert len(done) + len(refused) == len(results), results
    return done, refused


def test_two_readings_are_stored_one_after_the_other(world):
    """Their files differ in every number; no count is of one and its neighbour of the other."""
    more = {"Total": 3}  # of three rows, each with one more
    other = [[n + more.get(row[0], 1) if isinstance(n, int) else n for n in row] for row in PLAIN]
    both = [brought(world, *PLAIN), brought(world, *other)]
    shown = [readings.plan_of(reading).fingerprint for reading in both]

    def step(pk, fingerprint, by):
        def take():
            reading = Reading.objects.get(pk=pk)
            return readings.store(reading, fingerprint, by=by, now=worlds.NOW)

        return take

    people = (world.officer, world.colleague)
    steps = [step(r.pk, f, by) for r, f, by in zip(both, shown, people, strict=True)]
    done, refused = parted(worlds.at_once(*steps))
    assert [type(each) for each in done] == [StoredReading]
    assert "has changed since you were shown it" in str(refused[0])
    assert len({count.document_id for count in AnnualCount.objects.all()}) == 1
    assert AnnualCount.objects.count() == 12


def test_one_reading_stored_by_two_people_is_stored_once(world):
    reading = brought(world, *PLAIN)
    shown = readings.plan_of(reading).fingerprint

    def by(person):
        return lambda: readings.store(
            Reading.objects.get(pk=reading.pk), shown, by=person, now=worlds.NOW
        )

    done, refused = parted(worlds.at_once(by(world.officer), by(world.colleague)))
    assert (len(done), len(refused)) == (1, 1)
    assert AnnualCount.objects.count() == 12


def test_a_question_to_the_force_and_a_mark_of_the_checker_never_both_stand(world):
    reading = brought(world, ("Offence", "2016/17", "2017/18"), ("Sexual assault", "about 5", 6))
    worlds.enter(world.submission, {world.cell(2016): "40"}, world.officer)

    def ask():
        made = readings.plan_of(Reading.objects.get(pk=reading.pk))
        return readings.ask_force(
            made, made.problems[0].key, "What?", by=world.officer, now=worlds.NOW
        )

    def check():
        own = FoiSubmission.objects.get(pk=world.submission.pk)
        return counts.mark_checked(own, by=world.checker, now=worlds.NOW)

    parted(worlds.at_once(ask, check))
    assert FoiQuery.objects.exists()
    assert FoiSubmission.objects.get(pk=world.submission.pk).checked_at is None


def test_one_file_brought_by_two_people_is_one_document(world):
    data = workbook(*PLAIN)

    def bring():
        by, now = world.officer, worlds.NOW
        return readings.upload(world.submission, data, "a.xlsx", by=by, now=now, see=see)

    done, _ = parted(worlds.at_once(bring, bring))
    assert len({reading.pk for reading in done}) == 1
    assert Reading.objects.count() == 1
