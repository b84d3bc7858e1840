"""Why a claim may be made, or why not: the sentence of `refusals.txt` for each code."""

from collections.abc import Callable

from offences.claims.claim import Claim
from offences.words import text_table

_TEXTS = text_table("refusals")


def _of_exact_or_range(code: str) -> Callable[[Claim], str]:
    return lambda claim: _TEXTS[code if claim.values["pair"].is_exact else f"{code}.range"]


REASONS: dict[str, str | Callable[[Claim], str]] = {
    code: _of_exact_or_range(code) if f"{code}.range" in _TEXTS else text
    for code, text in _TEXTS.items()
    if not code.endswith(".range")
}
