"""The figure sheet of a text: each number, the claim behind it, its rule and its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.gate import RULES, allowed, claims_for
from offences.models import IssuedText, PressRelease
from offences.press.basis import Basis, basis_of, facts_of_release
from offences.refused import Refused
from offences.statistics.notation import published
from offences.tracing.marking import TextPiece
from offences.words.claims import sentence
from offences.words.methods import rule_name

_DEFINITIONS = {rule.id: (rule_name(rule), rule.definition) for rule in RULES}
_NUMBER = re.compile(r"\d[\d,]*")
MOST_CELLS = 60


@dataclass(frozen=True)
class SheetCell:
    """One cell behind a figure: whose, which year, and what the release has there."""

    body: str
    year: str
    shown: str


@dataclass(frozen=True)
class SheetFigure:
    """A figure of the text with what it rests on; without a claim only the tracer's words."""

    piece: TextPiece
    claim: str = ""
    rule: str = ""
    definition: str = ""
    cells: tuple[SheetCell, ...] = ()
    forces: str = ""  # “40 of 44”


def figure_sheet(text: IssuedText | PressRelease) -> list[SheetFigure]:
    """The figures of a text in its order, by its own release; none without facts."""
    whole = facts_of_release(text.release)
    try:
        basis = basis_of(whole, text.body, whole.year)
    except Refused:
        return []
    claims = _claims_of(basis)
    rows = basis.mark(f"{text.headline}\n\n{text.text}").rows
    return [_with_claim(piece, claims) for piece in rows]


def _claims_of(basis: Basis) -> list[Claim]:
    """The allowed claims of the place, then those of all forces."""
    every = [basis.facts, *([basis.national] if basis.national else [])]
    return [claim for facts in every for claim in allowed(claims_for(facts)).values()]


def _with_claim(piece: TextPiece, claims: Sequence[Claim]) -> SheetFigure:
    """The figure with the first claim that states its number; one that is wrong has none."""
    digits = _NUMBER.search(piece.text)
    if piece.figure is None or piece.figure.verdict not in ("traced", "rounded") or not digits:
        return SheetFigure(piece)
    number = int(digits[0].replace(",", ""))
    claim = next((each for each in claims if _states(each, number)), None)
    if claim is None:
        return SheetFigure(piece)
    rule, definition = _DEFINITIONS[claim.id]
    return SheetFigure(piece, sentence(claim), rule, definition, _cells(claim), _coverage(claim))


def _states(claim: Claim, number: int) -> bool:
    return any(type(value) is int and value == number for value in claim.figures.values())


def _cells(claim: Claim) -> tuple[SheetCell, ...]:
    return tuple(
        SheetCell(body, year.label, published(claim.facts.cell(body, year)))
        for body, year in claim.cells[:MOST_CELLS]
    )


def _coverage(claim: Claim) -> str:
    forces, asked = (claim.figures.get(key) for key in ("forces", "asked"))
    return f"{forces} of {asked}" if forces and asked else ""
