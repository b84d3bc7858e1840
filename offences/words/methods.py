"""The methods page and docs/claims.md: what belongs under each heading of `methods.txt`."""

from dataclasses import dataclass

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.rules import Rule
from offences.statistics.years import APRIL, JANUARY, first_month
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


def is_of_ages(rule: str) -> bool:
    return "age" in rule.split("_") or rule == "youngest"


def lead_of(topic: str) -> str:
    """The sentence before a topic’s definitions, for these victims and these years."""
    of_things = not charity().victims_are_people and TEXTS.get(f"{topic}.lead.else")
    of_calendar = first_month() == JANUARY and TEXTS.get(f"{topic}.lead.calendar")
    return our(of_things or of_calendar or TEXTS[f"{topic}.lead"])


def definition_of_year(of_code: str) -> str:
    """A year as the code defines it, which is a financial one; another as it is said here."""
    if first_month() == APRIL:
        return of_code
    return our(TEXTS["years.year.calendar" if first_month() == JANUARY else "years.year.other"])


def without_ages(meaning: str) -> str:
    return meaning.replace("by age, sex or platform", "by a part")


def rule_name(rule: Rule) -> str:
    """The id in words: “More than doubled”."""
    return rule.id.replace("_", " ").capitalize()
