"""A verdict on a figure, and which of several is the best."""

from collections.abc import Iterable
from dataclasses import dataclass

ORDER = ("traced", "rounded", "loose", "mismatch", "untraced", "exempt")
UNTRACED = "untraced"


@dataclass(frozen=True)
class Judgement:
    """The verdict, the fact behind it in words, and what should stand there instead."""

    verdict: str
    fact: str = ""
    suggestion: str = ""

    @property
    def rank(self) -> tuple[int, bool]:
        return ORDER.index(self.verdict), not self.suggestion


NOTHING = Judgement(UNTRACED)


def best(verdicts: Iterable[Judgement]) -> Judgement:
    """The better verdict counts; of two alike the one with a suggestion, then the first."""
    return min(verdicts, key=lambda each: each.rank, default=NOTHING)
