"""Every template of a release names only values that it is given, in every kind of release."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import base
from django.test.signals import template_rendered

from offences.claims.thresholds import Thresholds
from offences.claims.totals import OwnSum, facts_of_sum
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.notes import Asked
from offences.words.reasons import CHARITY
from offences.words.total_copy import published_copy, sum_copy
from tests.words.releases import YEAR, shared, written
from tests.words.test_force_release import copy_of, facts_of, gone
from tests.words.test_page_sentences import total

FOLDER = Path(settings.BASE_DIR) / "templates" / "press"
WALES = {"area": "Wales", "kind": "nation", "with_figures": 3, "asked": 4}
AGES = (
    total(13, claim="most_common_age", asked=None, with_figures=None),
    total(185, claim="age_total", category="10_and_under", asked=None, with_figures=None),
)
CHANGED = (Break(YEAR, "A new code"),)


def own_sum(*cells: Cell, scope: str = "national"):
    forces = {name: Series({YEAR: cell}) for name, cell in zip("AB", cells, strict=True)}
    panel = Panel(forces, 2)
    own = OwnSum(YEAR, panel.total(YEAR) or Range(0, 0), "Wales", 2, 2, estimated=True)
    return sum_copy(own, facts_of_sum(own, panel, "offences", scope), "offences", CHARITY)


BLOCKS = {
    "nothing": shared(),
    "what came of the round": shared(asked=Asked(44, 31, ("A",), ("B",), ("C",))),
    "a published total": shared(total(8224, asked=44), total(800, year=Year(2016)), *AGES),
    "a total read from print": shared(
        total(asked=44), asked=Asked(44, silent=("A",), read_from_print=True), breaks=CHANGED
    ),
    "our own sum": shared(whole=own_sum(Cell.count(400), Cell.count(330))),
    "our own sum with a range": shared(whole=own_sum(Cell.count(400), Cell.suppressed(1, 4))),
}
FORCES = {
    "a rise": (40, 48, 60, 300),
    "a part of a year": (60, Cell.part_year(30, 6)),
    "in doubt, after a gap": (gone("late"), 60, Cell.count(98, doubt="a slip")),
    **{f"no figure: {why}": (60, Cell.missing(why)) for why in Missing},
}
NATIONS = {
    "a nation’s published total": published_copy(
        (total(1200, **WALES), total(100, year=Year(2017), **WALES)), YEAR, "offences", (), "Wales"
    ),
    "a nation’s sum": own_sum(Cell.count(400), Cell.count(330), scope="nation"),
}


@pytest.fixture
def strict(monkeypatch):
    """A variable that a template is not given is an error, in a condition too.

    `string_if_invalid` would show only those that are printed.
    """
    lookup = base.Variable._resolve_lookup

    def resolve(variable, context):
        try:
            return lookup(variable, context)
        except base.VariableDoesNotExist as missing:
            owner = variable.var.rpartition(".")[0]
            if owner and lookup(base.Variable(owner), context) is None:
                raise  # of what is not there nothing is asked
            raise AssertionError(f"{variable.var} is not given to the template.") from missing

    monkeypatch.setattr(base.Variable, "_resolve_lookup", resolve)


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_release_names_only_what_it_is_given(strict, block):
    assert written(*block).text
    for nation in NATIONS.values():
        assert written(*block, area=nation).text
    for cells in FORCES.values():
        assert written(*block, force=copy_of(facts_of(*cells, thresholds=Thresholds()))).text


def test_every_template_of_a_release_is_among_them(strict, rendered):
    for block in BLOCKS.values():
        for nation in (None, *NATIONS.values()):
            written(*block, area=nation)
        for cells in FORCES.values():
            written(*block, force=copy_of(facts_of(*cells)))
    own = ("release", "force", "area", "national")
    defined = {
        name
        for file in own
        for name in re.findall(r"{% partialdef (\w+) %}", (FOLDER / f"{file}.txt").read_text())
    }
    assert defined <= rendered


@pytest.fixture
def rendered():
    """The names of the templates that are rendered."""
    names: set[str] = set()

    def note(template, **more):
        names.add(str(template.name))

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)
