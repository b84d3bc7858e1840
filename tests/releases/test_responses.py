"""What a release keeps of an answer: how long it took, and the sections of a refusal."""

import datetime as dt

from offences.models import BankHoliday, Exemption, FoiEvent, ReleasedResponse
from offences.statistics.dates import Precision
from tests import worlds


def test_a_release_copies_the_time_and_the_sections_and_nothing_else_of_the_events(world):
    BankHoliday.objects.all().delete()
    world.round.sent_on, world.round.sent_precision = dt.date(2019, 4, 1), Precision.DAY
    world.round.save()
    north = world.answer(world.north, {2018: "60"})
    south = world.answer(world.south, {2017: "s.31, s.40(2)", 2018: "70"})
    FoiEvent.objects.create(submission=north, kind="answered", on=dt.date(2019, 5, 2))
    FoiEvent.objects.create(submission=south, kind="refused", on=dt.date(2019, 4, 20), partial=True)
    for section, subsection, more in (
        ("12", "", {"challenge": "challenged", "result": "dropped"}),
        ("40", "(2)", {"scope": "part", "part": "the split by age", "quote": "Not published."}),
    ):
        Exemption.objects.create(
            submission=south,
            section=section,
            subsection=subsection,
            recorded_by=world.officer,
            recorded_at=worlds.NOW,
            **more,
        )
    world.approved()
    rows = ReleasedResponse.objects.order_by("force")
    assert [*rows.values_list("force", "working_days", "working_days_late", "sections")] == [
        ("northshire", 23, 3, ""),
        ("southshire", None, None, "40(2)|31"),
    ]
