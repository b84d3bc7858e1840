"""The charity's spreadsheet of a round: previewed and stored, beside the counts of many years.

There is no peer here: imports has one, and twenty thousand rows.
"""

import datetime as dt
from pathlib import Path

from tools.bench.imports import xlsx_of
from tools.bench.lists import somebody
from tools.bench.site import Judged
from tools.bench.spent import spent

FORCES = 10
MOST_MS = 0.8
MOST_QUERIES = 60


def measure(judged: Judged, directory: Path) -> None:
    from django.contrib.auth.models import User
    from django.db import transaction

    from offences.intake import workbook
    from offences.models import Category
    from offences.rounds.running import running_first
    from offences.statistics.years import Year

    somebody("Data officer")
    officer = User.objects.get(username="bench-data-officer")
    running = running_first().first()
    assert running is not None
    asked = running.submissions.select_related("force").order_by("force__slug")[:FORCES]
    categories = Category.objects.filter(breakdown__measure__in=running.measures.all())
    rows = [
        (
            *(each.force.slug, running.slug, c.breakdown.measure.slug, c.breakdown.slug, c.slug),
            *(str(Year(year)), (7 * year + c.pk) % 90),
        )
        for each in asked
        for year in range(running.first_year, running.last_year + 1)
        for c in categories.select_related("breakdown__measure")
        if year >= c.breakdown.measure.first_year
    ]
    heading = ["force", "round", "measure", "breakdown", "category", "year", "value"]
    data, now = xlsx_of([heading, *rows]), dt.datetime.now(dt.UTC)
    given = workbook.UploadDefaults()

    def stored() -> None:
        with transaction.atomic():
            shown = workbook.preview(data, "round.xlsx", given, by=officer, now=now)
            mark = shown.fingerprint
            _, document = workbook.confirm(data, "round.xlsx", given, mark, by=officer, now=now)
            if document is None:
                raise RuntimeError(str(shown.numbers))
            transaction.set_rollback(True)

    found = spent(stored)
    name = f"a count of a spreadsheet, of {len(rows):,}"
    judged.say(name, found.ms / len(rows), MOST_MS, " ms", most=True)
    judged.say("  queries", found.queries, MOST_QUERIES, most=True)
