"""A verdict on a figure, and which of several is the best."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

# Right, rightly rounded, true but loose, wrong, no source, and no figure of the data: in the
# words of the pages offences/words/verdicts.py has them.
type Verdict = Literal["traced", "rounded", "loose", "mismatch", "untraced", "exempt"]
type Fit = Verdict | Literal[""]  # "": neither right nor clearly wrong
_BEST_FIRST: tuple[Verdict, ...] = get_args(Verdict.__value__)

RIGHT = ("traced", "rounded", "loose")
EXACT = ("traced", "rounded")
"""The verdicts on what is right as it stands, where a looser number would not do."""


@dataclass(frozen=True)
class Judgement:
    """The verdict, the fact behind it in words, and what should stand there instead."""

    verdict: Verdict
    fact: str = ""
    suggestion: str = ""

    @property
    def rank(self) -> tuple[int, bool]:
        return _BEST_FIRST.index(self.verdict), not self.suggestion


NOTHING = Judgement("untraced")


def best(verdicts: Iterable[Judgement]) -> Judgement:
    """The better verdict counts; of two alike the one with a suggestion, then the first."""
    return min(verdicts, key=lambda each: each.rank, default=NOTHING)


def worst(verdicts: Iterable[Judgement]) -> Judgement:
    """The verdict on what is said of several at once: wrong if it is wrong of one."""
    return max(verdicts, key=lambda each: (each.verdict == "mismatch", each.rank), default=NOTHING)
