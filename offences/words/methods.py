"""The methods page and docs/claims.md: what belongs under each heading of `methods.txt`."""

from dataclasses import dataclass

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.rules import Rule
from offences.words import text_table
from offences.words.charity import our

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
        return our(TEXTS[f"{self.id}.lead"])


FAMILIES = (
    ClaimFamily("latest-year", latest.RULES),
    ClaimFamily("coverage-and-rates", coverage.RULES),
    ClaimFamily("records", records.RULES),
    ClaimFamily("changes", changes.RULES),
    ClaimFamily("multiples", multiples.RULES),
    ClaimFamily("ages", ages.RULES),
    ClaimFamily("recorded", recorded.RULES),
)


def rule_name(rule: Rule) -> str:
    """The id in words: “More than doubled”."""
    return rule.id.replace("_", " ").capitalize()
