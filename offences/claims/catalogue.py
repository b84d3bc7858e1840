"""The catalogue of claims, topic by topic: every rule once, with its definition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.rules import Rule


@dataclass(frozen=True)
class Topic:
    """Rules that belong together, with a plain sentence before them."""

    id: str
    title: str
    lead: str
    rules: Sequence[Rule]


TOPICS = (
    Topic(
        "latest-year",
        "The latest year",
        "These say what one year shows, and which words may be used for it.",
        latest.RULES,
    ),
    Topic(
        "coverage-and-rates",
        "Coverage and rates",
        "A rate, such as so many a day, is an average over the year. It is rounded down.",
        coverage.RULES,
    ),
    Topic(
        "records",
        "Records",
        "We call a figure a record only if no year before it could have been as high.",
        records.RULES,
    ),
    Topic(
        "changes",
        "Changes and percentages",
        "These compare two years of one place, or of the same forces.",
        changes.RULES,
    ),
    Topic(
        "multiples",
        "Doubled, halved and the like",
        "Small numbers double easily. So these words need numbers that are large enough.",
        multiples.RULES,
    ),
    Topic(
        "ages",
        "Ages and shares",
        "A small group of children could be recognised. So small numbers are left out.",
        ages.RULES,
    ),
    Topic(
        "recorded",
        "Figures as published",
        "Some figures are known only because they were printed. We repeat them, and add nothing.",
        recorded.RULES,
    ),
)

RULES: tuple[Rule, ...] = tuple(rule for topic in TOPICS for rule in topic.rules)


def name_of(rule: Rule) -> str:
    """“More than doubled”: the id in words."""
    return rule.id.replace("_", " ").capitalize()
