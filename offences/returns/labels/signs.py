"""Signs that stand for a word: a cross, a tick, the sign of a sex, “unequal”."""

import unicodedata

_IDLE = frozenset("|+<>=~≤≥×÷±©®™°■□▪▫▶►●○◦➢➤")  # bullets and marks, and what is read elsewhere


def is_sign(letter: str) -> bool:
    """Whether a letter says something by itself: “✗”, “♀”, “≠”, “£”, and no bullet or arrow."""
    kind = unicodedata.category(letter)
    return kind in ("So", "Sm", "Sc") and letter not in _IDLE and not "←" <= letter <= "⇿"


def has_sign(text: str) -> bool:
    """Whether a text has a sign for a word, beside those of prices."""
    return any(is_sign(letter) and unicodedata.category(letter) != "Sc" for letter in text)
