"""The numbers the rules turn on."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Thresholds:
    """The settings of the claim gate, with the defaults of the house.

    The methods page and the notes to editors give them: a reader can check any claim with these
    numbers and the two figures behind it.
    """

    pct_min_base: int = 50
    """The smallest earlier figure a percentage or a fraction may rest on."""
    mult_min_base: int = 20
    """The smallest earlier figure for "doubled", "halved" and the like."""
    mult_min_diff: int = 20
    """The smallest change for "doubled", "halved" and the like."""
    flat_pct: int = 2
    """A change of less than this many per cent, on 50 or more, is "little changed"."""
    record_min_points: int = 4
    """The fewest years that make a record."""
    record_min_value: int = 20
    """The smallest figure that can be a record."""
    revised_pct: int = 10
    """The revision of an earlier figure, in per cent, from which little may rest on it."""
    rate_mode: str = "floor"
    """How a rate is rounded: "floor" drops the fraction, "round" rounds half up."""
    lfl_min_forces: int = 2
    """The fewest forces a like-for-like comparison may rest on."""
    lfl_national_pct: int = 80
    """The least share of the latest total, in per cent, with which they stand for all forces."""
    age_known_pct: int = 60
    """The least share of offences with a known age, in per cent, for an age to be most common."""
    age_known_min: int = 30
    """The fewest known ages before one is most common."""
    age_mode_min: int = 10
    """The fewest offences at the most common age."""
    share_min_denominator: int = 50
    """The fewest known cases a percentage share may rest on."""
    local_attr_min: int = 5
    """The smallest group of one force's cases that is named by age, sex or platform."""
    vivid: bool = False
    """Whether vivid words, such as "soared", may be offered at all."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "rate_mode":
                if value not in ("floor", "round"):
                    raise ValueError(f"rate_mode is “floor” or “round”, not {value!r}.")
            elif field.name == "vivid":
                if not isinstance(value, bool):
                    raise ValueError(f"vivid is true or false, not {value!r}.")
            elif type(value) is not int or value < 0:
                raise ValueError(f"{field.name} is a whole number from 0, not {value!r}.")

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Thresholds:
        known = {field.name for field in fields(cls)}
        if unknown := sorted(set(settings) - known):
            raise ValueError(f"There is no setting called “{unknown[0]}”.")
        return cls(**settings)  # their types are checked in __post_init__

    @property
    def percent_base(self) -> int:
        """The base of a percentage: the setting, and never less than 20."""
        return max(20, self.pct_min_base)


def meanings() -> dict[str, str]:
    """The docstring under each setting, by its name."""
    (of_class,) = ast.parse(inspect.getsource(Thresholds)).body
    assert isinstance(of_class, ast.ClassDef)
    found, name = {}, ""
    for each in of_class.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            name = each.target.id
        elif name and isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
            found[name] = str(each.value.value)
    return found


MEANINGS = meanings()
"""What each setting means, for the methods page and docs/claims.md."""
