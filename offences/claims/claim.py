"""One thing that may or may not be said, as data: its words are in `offences.words`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from offences.claims.facts import Cells, Facts


@dataclass(frozen=True)
class Claim:
    """One thing that may or may not be said of the figures, with the code of the reason.

    `figures` are the numbers that its sentence states or rests on, as they are published; `values`
    is whatever else its sentence or its reason needs. `cells` are the force (or place) and year of
    every cell behind it.
    """

    id: str
    subject: str
    allowed: bool
    facts: Facts = field(repr=False)
    figures: Mapping[str, Any] = field(default_factory=dict, hash=False)
    cells: Cells = ()
    reason: str = "holds"
    values: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", MappingProxyType(dict(self.figures)))


Claims = Mapping[tuple[str, str], Claim]
"""Claims by id and subject."""
