"""A force's own file: read in a process of its own, its labels understood, its counts compared.

Its peer is openpyxl, which only reads the cells.
"""

import io
from pathlib import Path

from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_MS = 250  # a process is started for each file


def measure(judged: Judged, directory: Path) -> None:
    from openpyxl import Workbook, load_workbook

    from offences.intake.returns.whole_file import read_whole
    from offences.models import Category
    from offences.rounds.running import running_first
    from offences.statistics.years import Year

    running = running_first().first()
    assert running is not None
    asked = running.submissions.select_related("force").first()
    years = [str(Year(year)) for year in range(running.first_year, running.last_year + 1)]
    book = Workbook()
    sheet = book.active
    sheet.append([f"{asked.force.name}: recorded offences"])
    sheet.append(["Offence", *years])
    names = Category.objects.filter(
        breakdown__measure__in=running.measures.all(), breakdown__kind="offence"
    )
    for place, category in enumerate(names):
        sheet.append([category.name, *((place + n) % 19 for n in range(len(years)))])
    out = io.BytesIO()
    book.save(out)
    data = out.getvalue()

    def cells() -> object:
        return [list(rows) for rows in load_workbook(io.BytesIO(data)).active.iter_rows()]

    ours = spent(lambda: read_whole(data, "own.xlsx", running, asked.force))
    judged.say("a force’s file, read and compared", ours.ms, MOST_MS, " ms", most=True)
    print(f"  {'  openpyxl, its cells alone':<58}{spent(cells).ms:10,.2f} ms", flush=True)
