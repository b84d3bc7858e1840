"""Pages about the figures: how they are defined, help, contact, licence, accessibility."""

import re
from dataclasses import dataclass, fields

from django.http import HttpRequest, HttpResponse

from offences.claims.pairs import Pair
from offences.claims.rules import definition_of
from offences.claims.thresholds import MEANINGS, Thresholds
from offences.disclosure import disclosed
from offences.english import sentence
from offences.releases.national_sums import sums_of
from offences.releases.parts import sums_of_parts
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.notation import published
from offences.statistics.panels import Coverage, LikeForLike, Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.views.moment import page, released
from offences.words import methods
from offences.words.cells import MARKERS
from offences.words.methods import FAMILIES, rule_name
from offences.words.reasons import ABSENCES

# ---- definitions, as they stand in the code ----------------------------------------------------


@dataclass(frozen=True)
class Definition:
    """One definition: its address on the page, its name, and its paragraphs and lists."""

    id: str
    name: str
    blocks: list[str | list[str]]


@dataclass(frozen=True)
class MethodsTopic:
    """Definitions that belong together, with a plain sentence before them."""

    id: str
    title: str
    lead: str
    definitions: list[Definition]


def blocks_of(text: str) -> list[str | list[str]]:
    """The paragraphs of a docstring, and its lists, in their order."""
    found: list[str | list[str]] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lead, *items = re.split(r"(?m)^\s*\* ", block)
        if lead.strip():
            found.append(" ".join(lead.split()))
        if items:
            found.append([" ".join(item.split()) for item in items])
    return found


def _topic(id: str, definitions: dict[str, tuple[object, ...]]) -> MethodsTopic:
    """A heading of the page with its definitions: address → the documented code."""
    title, lead = methods.FIGURES[id]
    defined = [
        Definition(
            each, methods.DEFINITIONS[each], blocks_of("\n\n".join(map(definition_of, documented)))
        )
        for each, documented in definitions.items()
    ]
    return MethodsTopic(id, title, lead, defined)


FIGURES = (
    _topic("years", {"year": (Year,), "break": (Break,)}),
    _topic(
        "cells",
        {"cell": (Cell,), "range": (Range,), "printed": (published,), "missing": (Missing,)},
    ),
    _topic("series", {"run": (Series,), "since": (Series.since,), "chance": (Pair.chance,)}),
    _topic(
        "forces",
        {
            "forces-asked": (Coverage,),
            "sum": (Panel.total,),
            "added": (sums_of,),
            "same-forces": (LikeForLike, Panel.like_for_like),
        },
    ),
    _topic("small-counts", {"parts": (sums_of_parts,), "safe": (disclosed,)}),
)

CLAIMS = tuple(
    MethodsTopic(
        family.id,
        family.title,
        family.lead,
        [Definition(rule.id, rule_name(rule), blocks_of(rule.definition)) for rule in family.rules],
    )
    for family in FAMILIES
)


@dataclass(frozen=True)
class Setting:
    """A number that the rules turn on, with its value in force."""

    id: str
    meaning: str
    value: str


def settings_in_force(thresholds: Thresholds) -> list[Setting]:
    """Every threshold, with what it means and its value in words."""
    return [
        Setting(each.name, MEANINGS[each.name], _value(getattr(thresholds, each.name)))
        for each in fields(thresholds)
    ]


def _value(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


# ---- the pages ---------------------------------------------------------------------------------


def about(request: HttpRequest) -> HttpResponse:
    return page(request, "about.html", released(request), thresholds=Thresholds())


def methods_page(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        "about/methods.html",
        released(request),
        figures=FIGURES,
        claims=CLAIMS,
        settings=settings_in_force(Thresholds()),
        markers=MARKERS.items(),
        rules=[release for release in released(request) if release.disclosure],
        reasons=[sentence(absence.short) for absence in ABSENCES.values()],
    )


def fixed(request: HttpRequest, name: str) -> HttpResponse:
    """A page that is all text: help, contact, licence, accessibility."""
    return page(request, f"about/{name}.html", released(request))
