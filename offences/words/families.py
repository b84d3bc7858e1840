"""The families of claims, as the methods page and docs/claims.md present them."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.rules import Rule


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
