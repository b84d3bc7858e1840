"""A world of made-up forces whose returns are split by age and by platform."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User

from offences.models import Breakdown, Category, DisclosureRule, Measure
from tests import worlds
from tests.worlds import LATER, NOW

AGES = (*range(8, 14),)  # single years of age
PLATFORMS = ("Facebook", "Snapchat", "Instagram")


def ages(of: Measure, years: Sequence[int] = AGES) -> Breakdown:
    """The measure by single years of age, and “not known”."""
    made = Breakdown.objects.create(
        measure=of, slug="age", name="By age", kind="age", complete=True, position=2
    )
    for at, age in enumerate(years, 1):
        Category.objects.create(
            breakdown=made, slug=str(age), name=str(age), age_from=age, age_to=age, position=at
        )
    Category.objects.create(
        breakdown=made, slug="not-known", name="Not known", is_unknown=True, position=99
    )
    return made


def platforms(of: Measure, names: Sequence[str] = PLATFORMS) -> Breakdown:
    """The measure by platform, which is known in some cases only."""
    made = Breakdown.objects.create(
        measure=of, slug="platform", name="By platform", kind="platform", complete=True, position=3
    )
    for at, name in enumerate(names, 1):
        Category.objects.create(breakdown=made, slug=name.lower(), name=name, position=at)
    Category.objects.create(
        breakdown=made, slug="not-known", name="Not known", is_unknown=True, position=99
    )
    return made


def rule(of: Measure, by: User, *breakdowns: Breakdown, **more) -> DisclosureRule:
    made = DisclosureRule.objects.create(
        measure=of, reason="Decided for a test.", decided_by=by, decided_at=NOW, **more
    )
    made.breakdowns.set(breakdowns)
    return made


def answer(world, force, year: int, parts: Mapping[str, Mapping[str, str]], total: str = ""):
    """One force's return of one year: by breakdown, what stands at each category's name.

    The total is the sum of the first breakdown, unless it is given.
    """
    first = next(iter(parts.values()))
    stated = total or str(sum(int(text) for text in first.values()))
    cells = {worlds.cell(world.measure, year): stated}
    for breakdown, texts in parts.items():
        for name, text in texts.items():
            category = Category.objects.get(breakdown__slug=breakdown, name=name)
            cells[world.measure.pk, year, category.pk] = text
    made = worlds.submission(force, world.round)
    worlds.enter(made, cells, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER, confirm_zeros=True)
    return made
