"""The made-up country: its forces, what is counted, whom to write to, and its newsrooms."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.text import slugify

from offences import models as db
from offences.english import MADE_UP
from offences.management.demo import reference
from offences.management.practice_year import names
from offences.management.practice_year.dates import PracticeDates
from offences.management.practice_year.numbers import SPLITS, SplitKind
from offences.words.site import PRACTICE

FORCES, FEWEST = 44, 18  # with fewer than 18 not every state of the board has a force
ON_THE_MAP = 60  # forces; more would not fit
TITLES = ("Police", "Constabulary")


@dataclass(frozen=True)
class Country:
    """The forces and the one measure of a practice year."""

    seed: int
    forces: Sequence[db.Force]
    measure: db.Measure


def number_of_forces(scale: float) -> int:
    return max(FEWEST, round(FORCES * scale))


def make(seed: int, scale: float, dates: PracticeDates) -> Country:
    """Store the forces with their spellings, contacts and newsrooms, and the measure."""
    reference.offences()
    forces = _forces(seed, number_of_forces(scale))
    _contacts(seed, forces)
    _newsrooms(seed, forces)
    measure = _measure(dates)
    return Country(seed, forces, measure)


def _forces(seed: int, number: int) -> Sequence[db.Force]:
    rng = random.Random(f"{seed} forces")
    areas = list(islice(names.places(rng), number))
    made = []
    for i, area in enumerate(areas):
        slug, title = slugify(area), rng.choice(TITLES)
        has_tile = number <= ON_THE_MAP
        made.append(
            db.Force(
                slug=slug,
                name=f"{area} {title}",
                short_name=f"{area} {title}",
                area=area,
                nation=MADE_UP,
                foi_email=f"foi@{slug}.example",
                foi_office=slug,
                tile_col=i % 8 + 1 if has_tile else None,
                tile_row=i // 8 + 1 if has_tile else None,
            )
        )
    # Two neighbours answer from one office.
    made[1].foi_office, made[1].foi_email = made[0].foi_office, made[0].foi_email
    db.Force.objects.bulk_create(made, batch_size=500)
    db.ForceSpelling.objects.bulk_create(
        [
            db.ForceSpelling(force=force, spelling=name, folded=db.folded(name))
            for force in made
            for name in (force.area, *(f"{force.area} {title}" for title in TITLES))
        ],
        batch_size=500,
    )
    return made


def _contacts(seed: int, forces: Sequence[db.Force]) -> None:
    rng = random.Random(f"{seed} contacts")
    offices = db.ForceContact.Office
    db.ForceContact.objects.bulk_create(
        [
            db.ForceContact(
                force=force,
                office=office,
                name=names.person(rng),
                email=f"{office.value}@{force.slug}.example",
                note="Made up for practice.",
            )
            for force in forces
            for office in (offices.FOI, offices.PRESS)
        ],
        batch_size=500,
    )


def _newsrooms(seed: int, forces: Sequence[db.Force]) -> None:
    """A newsroom for every second force, and three that cover the whole country."""
    rng = random.Random(f"{seed} newsrooms")
    covered = {f"{force.area} {rng.choice(names.PAPERS)}": force for force in forces[::2]}
    national = [f"{MADE_UP} {paper}" for paper in names.PAPERS[:3]]
    rooms = [
        db.MediaContact(
            outlet=outlet,
            name="News desk",
            email=f"news@{slugify(outlet)}.example",
            note="Made up for practice.",
        )
        for outlet in [*covered, *national]
    ]
    db.MediaContact.objects.bulk_create(rooms, batch_size=500)
    link = db.MediaContact.forces.through
    link.objects.bulk_create(
        [
            link(mediacontact=room, force=covered[room.outlet])
            for room in rooms
            if room.outlet in covered
        ],
        batch_size=500,
    )


def _measure(dates: PracticeDates) -> db.Measure:
    measure = db.Measure.objects.create(
        slug="online-offences",
        name="Online sexual offences against under-18s (made up for practice)",
        phrase="online sexual offences against under-18s",
        phrase_singular="online sexual offence against an under-18",
        headline_phrase="online child sex offences",
        definition=f"{PRACTICE} Sexual offences against under-18s that a force marked as online.",
        first_year=dates.newest_year.start - 7,
    )
    whole = db.Breakdown.objects.create(
        measure=measure, slug="total", name="All offences", kind=db.BreakdownKind.TOTAL
    )
    db.Category.objects.create(breakdown=whole, slug="total", name="All offences", is_total=True)
    for position, split in enumerate(SPLITS, 2):
        _breakdown(measure, split, position)
    return measure


def _breakdown(measure: db.Measure, split: SplitKind, position: int) -> None:
    made = db.Breakdown.objects.create(
        measure=measure,
        slug=split.slug,
        name=split.name,
        kind=split.kind,
        complete=True,
        position=position,
    )
    categories = [
        db.Category(
            slug=part.slug,
            name=part.name,
            is_unknown=part.is_unknown,
            age_from=part.ages[0] if part.ages else None,
            age_to=part.ages[1] if part.ages else None,
            position=at_,
        )
        for at_, part in enumerate(split.parts, 1)
    ]
    last = len(categories) + 1
    total = db.Category(slug="total", name="Total the force states", is_total=True, position=last)
    made.categories.add(*categories, total, bulk=False)
