"""Reference data that ships with the app: forces, offences, bank holidays, measures."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import models

from offences.models import (
    BankHoliday,
    Breakdown,
    BreakdownKind,
    Category,
    Force,
    ForceSpelling,
    Measure,
    Offence,
    folded,
)

DATA = Path(__file__).resolve().parents[2] / "reference"

MEASURES: list[dict[str, Any]] = [
    {
        "slug": "cyber-flagged",
        "name": "Cyber-flagged sexual offences against under-18s",
        "phrase": "online sexual offences against under-18s",
        "phrase_singular": "online sexual offence against an under-18",
        "headline_phrase": "online sex offences against children",
        "definition": (
            "Sexual offences against children and young people under 18 that a police force "
            "marked as having an online element. Each force decides when to use that mark."
        ),
        "excludes": "Offences of indecent images of children are counted apart and are not in it.",
        "first_year": 2015,
        "position": 1,
    },
    {
        "slug": "sexual-communication",
        "name": "Sexual communication with a child",
        "phrase": "offences of sexual communication with a child",
        "phrase_singular": "offence of sexual communication with a child",
        "headline_phrase": "sexual communication with a child offences",
        "definition": (
            "Offences of sexual communication with a child under 16 by an adult. It has been an "
            "offence in England and Wales since 3 April 2017; Northern Ireland has its own law."
        ),
        "excludes": "Other online sexual offences are not in it, though the two counts overlap.",
        "first_year": 2017,
        "position": 2,
    },
]


def rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load() -> None:
    forces()
    offences()
    bank_holidays()
    measures()


def _keep(model: type[models.Model], key: str, objects: list, fields: list[str]) -> None:
    """Insert or update in one statement: loading twice changes nothing."""
    model._default_manager.bulk_create(
        objects, update_conflicts=True, unique_fields=[key], update_fields=fields
    )


def forces() -> None:
    read = list(rows("forces.csv"))
    plain = [
        *("name", "short_name", "area", "kind", "nation", "region", "ons_code"),
        *("welsh_name", "website", "foi_email", "foi_office"),
    ]
    objects = [
        Force(
            slug=row["slug"],
            tile_col=int(row["tile_col"]) if row["tile_col"] else None,
            tile_row=int(row["tile_row"]) if row["tile_row"] else None,
            **{field: row[field] for field in plain},
        )
        for row in read
    ]
    _keep(Force, "slug", objects, [*plain, "tile_col", "tile_row"])
    keys = dict(Force.objects.values_list("slug", "pk"))
    spellings: dict[str, tuple[int, str]] = {}
    for row in read:
        names = [row["name"], *filter(None, [row["welsh_name"]]), *row["aliases"].split("|")]
        for name in filter(None, names):
            spellings.setdefault(folded(name), (keys[row["slug"]], name))
    ForceSpelling.objects.bulk_create(
        [
            ForceSpelling(force_id=force, spelling=name, folded=key)
            for key, (force, name) in spellings.items()
        ],
        ignore_conflicts=True,
    )


def offences() -> None:
    text = ["level", "class_code", "name", "group", "act", "section"]
    objects = [
        Offence(
            code=row["code"],
            valid_from=_date(row["valid_from"]),
            valid_to=_date(row["valid_to"]),
            child_specific=row["child_specific"] == "yes",
            aliases=[alias for alias in row["aliases"].split("|") if alias],
            **{field: row[field] for field in text},
        )
        for row in rows("offences.csv")
    ]
    _keep(Offence, "code", objects, [*text, "valid_from", "valid_to", "child_specific", "aliases"])


def bank_holidays() -> None:
    nations = ["england_and_wales", "scotland", "northern_ireland"]
    objects = [
        BankHoliday(
            date=dt.date.fromisoformat(row["date"]),
            title=row["title"],
            **{nation: row[nation] == "1" for nation in nations},
        )
        for row in rows("bank_holidays.csv")
    ]
    _keep(BankHoliday, "date", objects, ["title", *nations])


def measures() -> None:
    for values in MEASURES:
        measure, _ = Measure.objects.update_or_create(slug=values["slug"], defaults=values)
        total, _ = Breakdown.objects.get_or_create(
            measure=measure,
            slug="total",
            defaults={"name": "All offences", "kind": BreakdownKind.TOTAL, "position": 1},
        )
        Category.objects.get_or_create(
            breakdown=total, slug="total", defaults={"name": "All offences", "is_total": True}
        )
    by_offence()


def by_offence() -> None:
    """The first measure by plain groups of offences, as forces answer it, with its own total."""
    measure = Measure.objects.get(slug="cyber-flagged")
    breakdown, made = Breakdown.objects.get_or_create(
        measure=measure,
        slug="offence",
        defaults={
            "name": "By offence",
            "kind": BreakdownKind.OFFENCE,
            "complete": True,
            "position": 2,
        },
    )
    if not made:
        return
    groups = sorted(set(Offence.objects.values_list("group", flat=True)) - {"Other"})
    names = [*groups, "Other sexual offences"]
    Category.objects.bulk_create(
        [
            Category(
                breakdown=breakdown,
                slug=name.lower().replace(" ", "-"),
                name=name,
                position=position,
            )
            for position, name in enumerate(names, 1)
        ]
        + [
            Category(
                breakdown=breakdown,
                slug="total",
                name="Total the force states",
                is_total=True,
                position=len(names) + 1,
            )
        ]
    )


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
