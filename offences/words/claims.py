"""A claim in words: its sentence, the reason for or against it, and the note it must carry."""

from collections.abc import Callable, Mapping
from datetime import date
from string import Formatter
from typing import Any

from offences import english
from offences.claims.claim import Claim
from offences.claims.documents import answer_documents, read_facts
from offences.claims.gate import claims_for
from offences.statistics.cells import Cell, Range
from offences.words.charity import charity
from offences.words.phrases import PHRASES
from offences.words.refusals import REASONS
from offences.words.sentences import SENTENCES


class _English(Formatter):
    """Writes each value in a sentence by its type, in house style.

    A number has its comma, and a noun after the colon is counted by it (“1 offence”); a range is
    “between 1 and 4”; a list is joined by “and”, or by the word after the colon.
    """

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case int() | Range() if format_spec:
                return english.counted(value, format_spec)
            case int():
                return english.number(value)
            case Range():
                return english.quantity(value)
            case list() | tuple():
                items = [self.format_field(item, "") for item in value]
                return english.and_list(items, format_spec or "and")
            case date():
                return f"{value.day} {value:%B %Y}"
        return str(value)


def fill(template: str, values: Mapping[str, Any]) -> str:
    """The template with its values, for the middle of a sentence."""
    return _English().vformat(template, (), values)


CHANCE = "Numbers this small can move this much by chance."
CHANCE_OF_LARGE = "A change this size can be chance."
SMALL = 100
"""Numbers under this are “this small”."""


class _Values(dict[str, Any]):
    """What a template may name: the claim's own values and figures, else a shared phrase."""

    def __init__(self, claim: Claim, more: Mapping[str, Any]) -> None:
        super().__init__(facts=claim.facts, limits=claim.facts.thresholds, our=charity())
        self.update(claim.figures)
        self.update(claim.values)
        self.update(more)
        self.claim = claim

    def __missing__(self, name: str) -> str:
        phrase = PHRASES[name]
        return fill(phrase, self) if isinstance(phrase, str) else phrase(self.claim)


def _filled(claim: Claim, template: str | Callable[[Claim], str], **more: Any) -> str:
    words = template if isinstance(template, str) else template(claim)
    return english.sentence(fill(words, _Values(claim, more)))


def sentence(claim: Claim) -> str:
    """An allowed claim as one plain sentence; nothing for a refused one."""
    if not claim.allowed:
        return ""
    return f"{_filled(claim, SENTENCES[claim.id].template)}{_flags(_behind(claim))}."


def reason(claim: Claim, *, alone: bool = False) -> str:
    """Why the claim may be made, or why not; `alone` omits the conclusion (“, so no record”)."""
    so = SENTENCES[claim.id].so
    return f"{_filled(claim, REASONS[claim.reason], so='' if alone or not so else f', so {so}')}."


def note(claim: Claim) -> str:
    """What must go with the claim wherever it is made: that it may be chance, or a doubt."""
    if not claim.allowed:
        return ""
    doubts = dict.fromkeys(cell.doubt.rstrip(".") for cell in _behind(claim) if cell.doubt)
    doubt = f"In doubt: {'; '.join(doubts)}." if doubts else ""
    return " ".join(filter(None, (_caution(claim), doubt)))


def _caution(claim: Claim) -> str:
    """The caution that chance may have made a change; empty where no change is claimed."""
    pair = claim.values.get("pair")
    if pair is None or claim.id == "little_changed" or pair.chance not in ("within", "near"):
        return ""
    return CHANCE if max(pair.old.low, pair.new.low) < SMALL else CHANCE_OF_LARGE


def _behind(claim: Claim) -> list[Cell]:
    return [claim.facts.cell(body, year) for body, year in claim.cells]


def _flags(behind: list[Cell]) -> str:
    """What a sentence adds where a cell behind it is provisional or estimated."""
    flags = [flag for flag in ("provisional", "estimated") if any(getattr(c, flag) for c in behind)]
    noun = "figure" if len(behind) == 1 else "figures"
    return f" ({' and '.join(flags)} {noun})" if flags else ""


def document_of(claim: Claim) -> dict[str, Any]:
    """The claim in its JSON form."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "verdict": "allowed" if claim.allowed else "refused",
        "text": sentence(claim),
        "figures": dict(claim.figures),
        "reason": reason(claim),
        "note": note(claim),
        "cells": [{"body": body, "year": year.label} for body, year in claim.cells],
    }


def answer(document: Any) -> Any:
    """The claims of one JSON document, or of each in a list, in the same order."""
    return answer_documents(
        document,
        lambda one: {"claims": [document_of(claim) for claim in claims_for(read_facts(one))]},
    )
