"""The methods page and docs/claims.md: what belongs under each heading of `methods.txt`."""

from dataclasses import dataclass

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.rules import Rule
from offences.words import text_table
from offences.words.charity import charity, our

TEXTS = text_table("methods")
FIGURES = {
    "years": ("year", "break"),
    "cells": ("cell", "range", "printed", "missing"),
    "series": ("run", "since", "chance"),
    "forces": ("forces-asked", "sum", "added", "same-forces"),
    "small-counts": ("parts", "safe", "earlier"),
}
"""The topics about figures, each with its definitions."""


@dataclass(frozen=True)
class ClaimFamily:
    """Rules that belong together, with a plain sentence before them."""

    id: str
    rules: list[Rule]

    @property
    def title(self) -> str:
        return TEXTS[self.id]

    @property
    def lead(self) -> str:
        return lead_of(self.id)


FAMILIES = (
    ClaimFamily("latest-year", latest.RULES),
    ClaimFamily("coverage-and-rates", coverage.RULES),
    ClaimFamily("records", records.RULES),
    ClaimFamily("changes", changes.RULES),
    ClaimFamily("multiples", multiples.RULES),
    ClaimFamily("ages", ages.RULES),
    ClaimFamily("recorded", recorded.RULES),
)


def families() -> tuple[ClaimFamily, ...]:
    """Those that this charity can make: ages belong to people."""
    if charity().victims_are_people:
        return FAMILIES
    return tuple(
        ClaimFamily(
            "shares" if each.id == "ages" else each.id,
            [rule for rule in each.rules if not _is_of_ages(rule)],
        )
        for each in FAMILIES
    )


def _is_of_ages(rule: Rule) -> bool:
    return "age" in rule.id.split("_") or rule.id == "youngest"


def lead_of(topic: str) -> str:
    """The sentence before the definitions of a topic."""
    of_things = not charity().victims_are_people and TEXTS.get(f"{topic}.lead.else")
    return our(of_things or TEXTS[f"{topic}.lead"])


def without_ages(meaning: str) -> str:
    return meaning.replace("by age, sex or platform", "by a part")


def rule_name(rule: Rule) -> str:
    """The id in words: “More than doubled”."""
    return rule.id.replace("_", " ").capitalize()
