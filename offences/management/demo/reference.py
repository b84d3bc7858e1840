"""Reference data that ships with the app: forces, offences, bank holidays, measures."""

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.db import models

from offences import models as db
from offences.statistics.years import APRIL, MONTHS
from offences.words.charity import CharityWords, HelpOffered

DATA = Path(__file__).resolve().parents[2] / "reference"

MEASURES: list[dict[str, Any]] = [
    {
        "slug": "cyber-flagged",
        "name": "Cyber-flagged sexual offences against under-18s",
        "short_name": "All online offences",
        "phrase": "online sexual offences against under-18s",
        "phrase_singular": "online sexual offence against an under-18",
        "headline_phrase": "online child sex offences",
        "includes": (
            "grooming, sexual communication with a child and rape, where police marked an online "
            "element"
        ),
        "definition": (
            "Sexual offences against children and young people under 18 that a police force "
            "marked as having an online element. Each force decides when to use that mark."
        ),
        "excludes": "Offences of indecent images of children are not included.",
        "first_year": 2015,
        "position": 1,
    },
    {
        "slug": "sexual-communication",
        "name": "Sexual communication with a child",
        "short_name": "Sexual communication",
        "phrase": "offences of sexual communication with a child",
        "phrase_singular": "offence of sexual communication with a child",
        "headline_phrase": "sexual communication with a child offences",
        "definition": (
            "Offences of sexual communication with a child under 16 by an adult. It has been an "
            "offence in England and Wales since 3 April 2017; Northern Ireland has its own law."
        ),
        "excludes": "Other online sexual offences are not included, though the two counts overlap.",
        "first_year": 2017,
        "position": 2,
    },
]


def rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load() -> None:
    charity()
    forces()
    offences()
    bank_holidays()
    measures()


def _load(
    model: type[models.Model], file: str, plain: str, **others: Callable[[dict[str, str]], Any]
) -> None:
    """Insert or update a file's rows in one statement; `plain` fields as they are, key first."""
    names = plain.split()
    objects = [
        model(**{n: row[n] for n in names}, **{n: read(row) for n, read in others.items()})
        for row in rows(file)
    ]
    model._default_manager.bulk_create(
        objects, update_conflicts=True, unique_fields=names[:1], update_fields=[*names[1:], *others]
    )


def _charity() -> tuple[dict[str, Any], list[dict[str, str]]]:
    values = json.loads((DATA / "charity.json").read_text(encoding="utf-8"))
    return values, values.pop("helplines")


def charity_words() -> CharityWords:
    """The same in words, before anything is stored."""
    values, helplines = _charity()
    return CharityWords(**values, helplines=tuple(HelpOffered(**each) for each in helplines))


def charity() -> None:
    """The charity that the demonstration and a practice year speak for; one that is there stays."""
    values, helplines = _charity()
    row, made = db.Charity.objects.get_or_create(pk=1, defaults=values)
    if row.years_start != APRIL:
        raise CommandError(
            "The figures to load are of financial years, and this site’s charity has years that "
            f"start in {MONTHS[row.years_start - 1]}, so nothing was loaded."
        )
    for position, each in enumerate(helplines if made else [], 1):
        row.helplines.create(position=position, **each)
    db.remember_charity()


def forces() -> None:
    _load(
        db.Force,
        "forces.csv",
        "slug name short_name area kind nation region ons_code welsh_name website foi_email "
        "foi_office",
        tile_col=lambda row: int(row["tile_col"]) if row["tile_col"] else None,
        tile_row=lambda row: int(row["tile_row"]) if row["tile_row"] else None,
    )
    keys = dict(db.Force.objects.values_list("slug", "pk"))
    spellings: dict[str, tuple[int, str]] = {}
    for row in rows("forces.csv"):
        for name in filter(None, (row["name"], row["welsh_name"], *row["spellings"].split("; "))):
            spellings.setdefault(db.folded(name), (keys[row["slug"]], name))
    db.ForceSpelling.objects.bulk_create(
        [
            db.ForceSpelling(force_id=force, spelling=name, folded=key)
            for key, (force, name) in spellings.items()
        ],
        ignore_conflicts=True,
    )


def offences() -> None:
    _load(
        db.Offence,
        "offences.csv",
        "code level class_code name group act section",
        valid_from=lambda row: _date(row["valid_from"]),
        valid_to=lambda row: _date(row["valid_to"]),
        child_specific=lambda row: row["child_specific"] == "yes",
        aliases=lambda row: [alias for alias in row["aliases"].split("|") if alias],
    )


def bank_holidays() -> None:
    _load(
        db.BankHoliday,
        "bank_holidays.csv",
        "date title",
        england_and_wales=lambda row: row["england_and_wales"] == "1",
        scotland=lambda row: row["scotland"] == "1",
        northern_ireland=lambda row: row["northern_ireland"] == "1",
    )


def measures() -> None:
    for values in MEASURES:
        measure, _ = db.Measure.objects.update_or_create(slug=values["slug"], defaults=values)
        total, _ = db.Breakdown.objects.get_or_create(
            measure=measure,
            slug="total",
            defaults={"name": "All offences", "kind": db.BreakdownKind.TOTAL, "position": 1},
        )
        db.Category.objects.get_or_create(
            breakdown=total, slug="total", defaults={"name": "All offences", "is_total": True}
        )
    by_offence()


def by_offence() -> None:
    """The first measure by plain groups of offences, as forces answer it, with its own total."""
    measure = db.Measure.objects.get(slug="cyber-flagged")
    kind, name = db.BreakdownKind.OFFENCE, "By offence"
    breakdown, made = db.Breakdown.objects.get_or_create(
        measure=measure,
        slug="offence",
        defaults={"name": name, "kind": kind, "complete": True, "position": 2},
    )
    if not made:
        return
    groups = sorted(set(db.Offence.objects.values_list("group", flat=True)) - {"Other"})
    names = [*groups, "Other sexual offences"]
    categories = [
        db.Category(slug=name.lower().replace(" ", "-"), name=name, position=position)
        for position, name in enumerate(names, 1)
    ]
    last = len(categories) + 1
    total = db.Category(slug="total", name="Total the force states", is_total=True, position=last)
    breakdown.categories.add(*categories, total, bulk=False)


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
