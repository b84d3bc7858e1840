"""The headings of the methods page and of docs/claims.md, each with a sentence before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.rules import Rule

FIGURES: dict[str, tuple[str, str]] = {
    "years": ("Years", "Every figure is for one year, and a year is not a calendar year."),
    "cells": (
        "Figures, ranges and part years",
        "What a force says of one year is stored as it was given. It may be a number, a range, a "
        "number for some months, or nothing.",
    ),
    "series": ("One force over the years", "A force is compared only with its own past."),
    "forces": (
        "Many forces together",
        "Not every force answers each year. So a total is given with the number of forces behind "
        "it, and two years are compared over the same forces.",
    ),
    "small-counts": (
        "Small counts",
        "Three offences against children of one age in one county could tell the neighbours who. "
        "So a count of one force by age, sex, offence or platform is hidden where it is small, and "
        "others with it, so that nobody can work it out.",
    ),
}

DEFINITIONS = {
    "year": "A year",
    "break": "A break",
    "cell": "A cell",
    "range": "A range",
    "printed": "How a cell is published",
    "missing": "A missing figure",
    "run": "A series",
    "since": "Where a run of years begins",
    "chance": "Chance",
    "forces-asked": "Coverage",
    "sum": "A total",
    "added": "A total of our own",
    "same-forces": "Like for like",
    "parts": "Parts of all forces together",
    "safe": "When a hidden count is safe",
}
"""The name of each definition of a figure, by its address on the page."""


@dataclass(frozen=True)
class ClaimFamily:
    """Rules that belong together, with a plain sentence before them."""

    id: str
    title: str
    lead: str
    rules: Sequence[Rule]


FAMILIES = (
    ClaimFamily(
        "latest-year",
        "The latest year",
        "These say what one year shows, and which words may be used for it.",
        latest.RULES,
    ),
    ClaimFamily(
        "coverage-and-rates",
        "Coverage and rates",
        "A rate, such as so many a day, is an average over the year. It is rounded down.",
        coverage.RULES,
    ),
    ClaimFamily(
        "records",
        "Records",
        "We call a figure a record only if no year before it could have been as high.",
        records.RULES,
    ),
    ClaimFamily(
        "changes",
        "Changes and percentages",
        "These compare two years of one place, or of the same forces.",
        changes.RULES,
    ),
    ClaimFamily(
        "multiples",
        "Doubled, halved and the like",
        "Small numbers double easily. So these words need numbers that are large enough.",
        multiples.RULES,
    ),
    ClaimFamily(
        "ages",
        "Ages and shares",
        "A small group of children could be recognised. So we do not give small numbers.",
        ages.RULES,
    ),
    ClaimFamily(
        "recorded",
        "Figures as published",
        "Some figures we know only because they were published. We repeat them, and add nothing.",
        recorded.RULES,
    ),
)


def rule_name(rule: Rule) -> str:
    """The id in words: “More than doubled”."""
    return rule.id.replace("_", " ").capitalize()
