"""Counts from a spreadsheet: rows a second, from the bytes of an xlsx to counts in the table.

Once as the charity's own spreadsheet, once as a force's own file, which the reader has to
understand. Preview and confirmation together, in a database of its own; beside an untouched
ModelResource of django-import-export that takes the same rows into the same table with its preview
and validation.
"""

import datetime as dt
import io
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.short import many

ROWS_OF_STOCK = many(500, 50)
TARGET = 15
TARGET_OF_READING = 20


def world():
    from tests import worlds

    officer = worlds.person("Ann Lee", "Data officer")
    measure = worlds.measure()
    split = worlds.breakdown(measure, [f"Offence {i:02d}" for i in range(49)])
    round_ = worlds.round_of(measure, years=(2009, 2018))
    forces = [
        worlds.force(f"{a}{b}shire")
        for a in "BCDFG"[: many(5, 1)]
        for b in ("a", "e", "i", "o", "u", "ar", "er", "or")
    ]
    submissions = [worlds.submission(force, round_) for force in forces]
    return officer, measure, split, round_, forces, submissions


def xlsx_of(rows) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Counts")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ours(made) -> tuple[int, float]:
    from django.db import connection

    from offences.intake import workbook
    from offences.models import AnnualCount

    officer, _, split, _, forces, _ = made
    rows = [
        (force.name, "2019", "online", "offence", category.slug, f"{y}/{(y + 1) % 100:02d}", y % 90)
        for force in forces
        for y in range(2009, 2019)
        for category in split.categories.all()
    ]
    heading = ("force", "round", "measure", "breakdown", "category", "year", "value")
    data = xlsx_of([heading, *rows])
    now = dt.datetime.now(dt.UTC)
    queries = 0

    def count(execute, *of):
        nonlocal queries
        queries += 1
        return execute(*of)

    begun = time.perf_counter()
    with connection.execute_wrapper(count):
        shown = workbook.preview(data, "a.xlsx", workbook.UploadDefaults(), by=officer, now=now)
        seen = time.perf_counter() - begun
        workbook.confirm(
            data, "a.xlsx", workbook.UploadDefaults(), shown.fingerprint, by=officer, now=now
        )
    took = time.perf_counter() - begun
    assert AnnualCount.objects.count() == len(rows)
    print(
        f"  ours   {len(rows):6,} rows in {took:6.1f} s ({seen:.1f} s of it the preview), "
        f"{queries} queries",
        flush=True,
    )
    return len(rows), took


def own_layout(made) -> tuple[int, float]:
    """The same counts in a layout of a force's own: a row an offence, a column a year."""
    from offences.intake.returns.whole_file import read_whole, store_whole
    from offences.models import AnnualCount

    officer, _, split, round_, forces, _ = made
    categories = list(split.categories.filter(is_total=False))
    years = [f"{y}/{(y + 1) % 100:02d}" for y in range(2009, 2019)]
    # No stated totals: twenty thousand plain cells, of which none disagrees with another.
    rows = [
        (force.name, category.name, *((place + y) % 19 for y in range(len(years))))
        for force in forces
        for place, category in enumerate(categories)
    ]
    data = xlsx_of([("Force", "Offence", *years), *rows])
    now = dt.datetime.now(dt.UTC)
    cells = len(rows) * len(years)
    begun = time.perf_counter()
    found, plans = read_whole(data, "joint.xlsx", round_)
    seen = time.perf_counter() - begun
    store_whole(data, "joint.xlsx", found, plans, "", by=officer, now=now)
    took = time.perf_counter() - begun
    assert AnnualCount.objects.count() == cells, (AnnualCount.objects.count(), cells)
    print(
        f"  read   {cells:6,} cells in {took:6.1f} s ({seen:.1f} s of it reading and preview)",
        flush=True,
    )
    return cells, took


def stock(made) -> tuple[int, float]:
    from import_export.resources import ModelResource
    from tablib import Dataset

    from offences.models import AnnualCount

    class Untouched(ModelResource):
        class Meta:
            model = AnnualCount
            import_id_fields = ("submission", "measure", "year", "category")
            fields = (*import_id_fields, "state", "value", "recorded_by", "recorded_at")
            clean_model_instances = True
            use_transactions = True

    officer, measure, split, _, _, submissions = made
    rows = [
        (s.pk, measure.pk, y, c.pk, "value", y % 90, officer.pk, "2019-06-20 10:00:00")
        for s in submissions
        for y in range(2009, 2019)
        for c in split.categories.all()
    ][:ROWS_OF_STOCK]
    data = xlsx_of([Untouched.Meta.fields, *rows])
    begun = time.perf_counter()
    for dry_run in (True, False):
        dataset = Dataset().load(data, format="xlsx")
        Untouched().import_data(dataset, dry_run=dry_run, raise_errors=True)
    took = time.perf_counter() - begun
    assert AnnualCount.objects.count() == len(rows) == ROWS_OF_STOCK
    print(f"  stock  {ROWS_OF_STOCK:6,} rows in {took:6.1f} s", flush=True)
    return ROWS_OF_STOCK, took


def bench_import() -> bool:
    from django.core.management import call_command

    from offences.models import AnnualCount

    print("Counts from an xlsx, preview and confirmation", flush=True)
    call_command("migrate", verbosity=0)
    made = world()
    theirs = stock(made)
    well = True
    for way, wanted in ((ours, TARGET), (own_layout, TARGET_OF_READING)):
        AnnualCount.objects.all().delete()
        mine = way(made)
        rates = [rows / took for rows, took in (mine, theirs)]
        ratio = rates[0] / rates[1]
        print(
            f"  {rates[0]:,.0f} rows a second against {rates[1]:,.0f}: {ratio:.0f} times"
            f" (at least {wanted} are wanted)",
            flush=True,
        )
        well = well and ratio >= wanted
    return well


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="offences-bench-") as directory:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        os.environ |= {
            "DEBUG": "0",
            "SECRET_KEY": "for benchmarks alone: it signs nothing that anybody ever reads",
            "ALLOWED_HOSTS": "localhost",
            "MEDIA_ROOT": directory,
        }
        os.environ["DATABASE_URL"] = os.environ.get(
            "BENCH_DATABASE_URL", f"sqlite:///{Path(directory) / 'bench.sqlite3'}"
        )
        import django

        django.setup()
        return 0 if bench_import() else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
