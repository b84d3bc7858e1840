"""One thing that may or may not be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from offences.statistics.years import Year

Cells = tuple[tuple[str, Year], ...]


@dataclass(frozen=True)
class Claim:
    """One thing that may or may not be said of the figures, with the reason.

    `text` is one plain sentence, empty where the claim is refused; `figures` are the numbers in it
    or behind it; `cells` are the force (or place) and year of every cell it rests on. `note` is a
    sentence that must travel with the claim wherever it is said.
    """

    id: str
    subject: str
    allowed: bool
    text: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict, hash=False)
    reason: str = ""
    cells: Cells = ()
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", MappingProxyType(dict(self.figures)))
        if self.allowed != bool(self.text):
            raise ValueError(f"{self.id}: a claim has a text when it is allowed, and only then.")
        if not self.reason:
            raise ValueError(f"{self.id}: a claim states its reason, allowed or refused.")

    def as_document(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "id": self.id,
            "subject": self.subject,
            "verdict": "allowed" if self.allowed else "refused",
            "text": self.text,
            "figures": dict(self.figures),
            "reason": self.reason,
            "note": self.note,
            "cells": [{"body": body, "year": year.label} for body, year in self.cells],
        }


Claims = Mapping[tuple[str, str], Claim]
"""Claims by id and subject."""
