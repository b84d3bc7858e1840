"""What may be said of a body and what may not, in the words of the person who has to say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.english import not_asked, small_number
from offences.statistics.years import Year

_WORDS = {
    "at_least": "“At least”",
    "rank": "“Worse than”, “the highest of all forces”",
    "last_year": "“Last year”",
    "per_day": "“A day”",
    "per_week": "“A week”",
    "per_month": "“A month”",
    "every_n_minutes": "“One every few minutes”",
    "rounded_nearly": "“Nearly”",
    "rounded_more_than": "“More than”",
    "record": "“A record”",
    "joint_record": "“A joint record”",
    "highest_available": "“The highest of the years with figures”",
    "lowest": "“The lowest”",
    "rise": "“Up”",
    "fall": "“Down”",
    "percent_change": "A percentage",
    "fraction_change": "“By a quarter”, “by a third”, “by half”",
    "vivid": "“Soared”, “rocketed”",
    "most_common_age": "The most common age",
    "most_common_age_band": "The most common age group",
    "age_table": "A table of ages",
    "youngest": "The youngest age",
    "age_count": "How many were of this age",
    "age_share": "The share of this age",
    "share_count": "How many were of this kind",
    "share": "The share of this kind",
    "share_fraction": "This kind as a fraction",
    "coverage": "“So many of the forces asked”",
    "recorded_per_day": "“A day”, of a figure as it was printed",
    "recorded_pair": "Two printed totals side by side",
    "recorded_multiple": "A multiple of two printed totals",
}
"""Of a claim that a person might want to make: its words, when it is refused."""

_UP: tuple[str, ...] = (
    *("almost_doubled", "doubled", "more_than_doubled"),
    *("almost_tripled", "tripled", "more_than_tripled"),
    *("almost_quadrupled", "quadrupled", "more_than_quadrupled"),
)
_DOWN = ("almost_halved", "halved", "fell_by_more_than_half")
_FAMILIES = (
    (_UP, "doubled", "“Doubled”, “trebled”, “quadrupled”, with or without “almost”"),
    (_DOWN, "halved", "“Halved”, with or without “almost”"),
)

_BY_HAND = frozenset(
    {
        "rounded_nearly",
        "rounded_more_than",
        "every_n_minutes",
        "vivid",
        *(id for id in (*_UP, *_DOWN) if id.startswith("almost")),
    }
)
"""True, and for a person to choose: no template writes it."""


@dataclass(frozen=True)
class May:
    """One sentence that may be said, and what belongs to it."""

    words: str
    because: str


@dataclass(frozen=True)
class MayNot:
    """Words that may not be said, and why."""

    words: str
    because: str


def may_say(claims: Iterable[Claim]) -> list[May]:
    """Every allowed claim, ready to be copied, with what must travel with it."""
    return [May(claim.text, _because(claim)) for claim in claims if claim.allowed]


def _because(claim: Claim) -> str:
    said = []
    if claim.note:
        said.append(f"With it, always: “{claim.note}”")
    if claim.id in _BY_HAND:
        said.append("By hand only: no template writes it.")
    cells = () if claim.id == "no_figure" else claim.cells  # of that one they are empty
    years = {year for _, year in cells}
    bodies = {body for body, _ in cells}
    if years and len(bodies) > 1:
        said.append(f"From the figures of {len(bodies):,} forces.")
    elif years:
        said.append(f"From {'one figure' if len(years) == 1 else f'{len(years)} figures'}.")
    elif claim.id.startswith("recorded_"):
        said.append(claim.reason)
    return " ".join(said)


def may_not_say(claims: Sequence[Claim], facts: Facts) -> list[MayNot]:
    """What somebody might want to say and may not; the same reason once, whatever its words.

    Words of the contrary direction are left out: of a rise nobody says that it halved.
    """
    refused = [claim for claim in claims if not claim.allowed]
    if facts.panel is None:
        refused = [claim for claim in refused if claim.id not in ("at_least", "coverage")]
    found: dict[str, list[str]] = {}
    for words, reason in (*_families(refused, claims), *_single(refused, claims), *_always(facts)):
        known = found.setdefault(reason, [])
        if words not in known:
            known.append(words)
    return [MayNot("; ".join(words), reason) for reason, words in found.items()]


def _goes(claims: Iterable[Claim], subject: str, way: str) -> bool:
    """The figures of a pair certainly go this way: rise or fall."""
    return any(c.allowed and (c.id, c.subject) == (way, subject) for c in claims)


def _single(refused: Iterable[Claim], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    for claim in refused:
        contrary = {"rise": "fall", "fall": "rise"}.get(claim.id)
        if claim.id in _WORDS and not (contrary and _goes(claims, claim.subject, contrary)):
            yield _WORDS[claim.id], claim.reason


def _families(refused: Iterable[Claim], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """A family of multiples is refused as one where all of it is."""
    by_key = {(claim.id, claim.subject): claim for claim in refused}
    for ids, head, words in _FAMILIES:
        for subject in dict.fromkeys(claim.subject for claim in refused):
            contrary = "fall" if head == "doubled" else "rise"
            if _goes(claims, subject, contrary):
                continue
            if all((id, subject) in by_key for id in ids):
                reason = by_key[head, subject].reason
                yield (
                    words,
                    reason.replace(f", so not “{head}”", "").replace(f", so no “{head}”", ""),
                )


def _always(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is no claim of the catalogue and said wrongly all the same."""
    if left := not_asked(facts.nations):
        yield "“Across the UK”", left
    body = facts.series or facts.panel
    first: Year | None = body.first if body else None
    if first and (span := facts.latest.start - first.start) > 0:
        yield (
            f"“In {small_number(span + 1)} years”",
            f"{first} to {facts.latest} is a span of {small_number(span)}.",
        )
    if facts.scope == "force":
        yield "Any age, sex or platform with a small number", "A child could be recognised."
