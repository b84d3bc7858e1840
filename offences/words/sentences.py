"""Every claim of the catalogue in words: `sentences.txt`; which of two sentences is said."""

from collections.abc import Callable
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.multiples import MULTIPLES
from offences.words import text_table


@dataclass(frozen=True)
class Sentence:
    """How one claim is put into words."""

    template: str | Callable[[Claim], str]
    so: str = ""
    """What its refusal comes to: “no record can be claimed”."""
    want: str = ""
    """The words in which somebody might want to make it, for the page of what may be said."""
    by_hand: bool = False
    """True, and for a person to choose: no template of a press release writes it."""


_TEXTS = text_table("sentences")
_TAKES_THE_SECOND: dict[str, Callable[[Claim], bool]] = {
    "no_figure": lambda claim: claim.facts.panel is not None,
    "revised": lambda claim: len(claim.cells) != 1,
    "highest_available": lambda claim: not claim.figures["gaps"],
    "n_times": lambda claim: claim.figures["new"] % claim.figures["old"] > 0,
    "most_common_age": lambda claim: len(claim.figures["ages"]) != 1,
    "age_table": lambda claim: claim.figures["hidden"] > 0,
    "age_count": lambda claim: claim.figures["count"] != 1,
}
_BY_HAND = ("every_n_minutes", "rounded_nearly", "rounded_more_than", "vivid")


def _one_of_two(id: str) -> Callable[[Claim], str]:
    return lambda claim: _TEXTS[f"{id}.else" if _TAKES_THE_SECOND[id](claim) else id]


SENTENCES: dict[str, Sentence] = {
    id: Sentence(
        _one_of_two(id) if id in _TAKES_THE_SECOND else _TEXTS.get(id, ""),
        _TEXTS.get(f"{id}.so", ""),
        _TEXTS.get(f"{id}.want", ""),
        by_hand=id in _BY_HAND,
    )
    for id in dict.fromkeys(key.partition(".")[0] for key in _TEXTS)
} | {
    each.id: Sentence(
        f"{{number}} {each.words} {{from_to}}",
        f"not “{each.words}”",
        by_hand=each.id.startswith("almost"),
    )
    for each in MULTIPLES
}
