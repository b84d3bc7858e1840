"""Pages about the figures: how they are defined, help, contact, licence, accessibility."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from django.http import HttpRequest, HttpResponse

from offences.claims.pairs import Pair
from offences.claims.rules import definition_of
from offences.claims.thresholds import MEANINGS, Thresholds
from offences.disclosure import disclosed
from offences.english import sentence
from offences.public_answers import always_answers
from offences.releases.all_releases import AllReleases
from offences.releases.parts import sums_of, sums_of_parts
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.notation import published
from offences.statistics.panels import Coverage, LikeForLike, Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.views.moment import page, released
from offences.words import methods
from offences.words.cells import markers
from offences.words.charity import charity
from offences.words.methods import FAMILIES, rule_name, without_ages
from offences.words.reasons import ABSENCES
from offences.words.years import in_our_years

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
    definitions: list[Definition]

    @property
    def lead(self) -> str:
        return methods.lead_of(self.id)


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


DOCUMENTED: dict[str, tuple[object, ...]] = {
    **{
        "year": (Year,),
        "break": (Break,),
        "cell": (Cell,),
        "range": (Range,),
        "missing": (Missing,),
    },
    **{"printed": (published,), "run": (Series,), "since": (Series.since,)},
    **{"chance": (Pair.chance,), "forces-asked": (Coverage,), "sum": (Panel.total,)},
    **{"added": (sums_of,), "same-forces": (LikeForLike, Panel.like_for_like)},
    **{"parts": (sums_of_parts,), "safe": (disclosed,), "earlier": (AllReleases,)},
}
"""The code whose docstrings are each definition."""


def _topic(id: str, definitions: list[Definition]) -> MethodsTopic:
    return MethodsTopic(id, methods.TEXTS[id], definitions)


def _definition(topic: str, id: str) -> Definition:
    text = "\n\n".join(map(definition_of, DOCUMENTED[id]))
    return Definition(id, methods.TEXTS[f"{topic}.{id}"], blocks_of(text))


FIGURES = tuple(
    _topic(topic, [_definition(topic, id) for id in ids]) for topic, ids in methods.FIGURES.items()
)
CLAIMS = tuple(
    _topic(each.id, [Definition(r.id, rule_name(r), blocks_of(r.definition)) for r in each.rules])
    for each in FAMILIES
)


def our_figures() -> Iterator[MethodsTopic]:
    """The definitions of figures, with the charity's own years."""
    for topic in FIGURES:
        yield replace(topic, definitions=[_of_our_years(each) for each in topic.definitions])


def _of_our_years(definition: Definition) -> Definition:
    if definition.id != "year":
        return definition
    (docstring,) = map(definition_of, DOCUMENTED["year"])
    return replace(definition, blocks=blocks_of(methods.definition_of_year(docstring)))


def our_claims() -> Iterator[MethodsTopic]:
    """The rules for claims that this charity can make: ages belong to people."""
    of_people = charity().victims_are_people
    for topic in CLAIMS:
        own = [
            replace(each, blocks=[_in_our_years(block) for block in each.blocks])
            for each in topic.definitions
            if of_people or not methods.is_of_ages(each.id)
        ]
        yield _topic("shares" if topic.id == "ages" and not of_people else topic.id, own)


def _in_our_years(block: str | list[str]) -> str | list[str]:
    return in_our_years(block) if isinstance(block, str) else [*map(in_our_years, block)]


@dataclass(frozen=True)
class Setting:
    """A number that the rules turn on, with its value in force."""

    id: str
    meaning: str
    value: str


def settings_in_force(thresholds: Thresholds) -> list[Setting]:
    """Every threshold, with what it means and its value in words; of ages only for people."""
    of_people = charity().victims_are_people
    return [
        Setting(
            each.name,
            MEANINGS[each.name] if of_people else without_ages(MEANINGS[each.name]),
            _value(getattr(thresholds, each.name)),
        )
        for each in fields(thresholds)
        if of_people or not each.name.startswith("age_")
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
        figures=list(our_figures()),
        claims=list(our_claims()),
        of_people=charity().victims_are_people,
        settings=settings_in_force(Thresholds()),
        markers=markers().items(),
        rules=[release for release in released(request) if release.disclosure],
        reasons=[sentence(absence.short) for absence in ABSENCES.values()],
    )


def ranking(request: HttpRequest) -> HttpResponse:
    """Why forces cannot be ranked, by two worked examples."""
    return page(request, "about/ranking.html", released(request))


@always_answers
def fixed(request: HttpRequest, name: str) -> HttpResponse:
    """A page that is all text: help, contact, licence, accessibility."""
    return page(request, f"about/{name}.html", released(request))
