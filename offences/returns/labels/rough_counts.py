"""Numbers that are no exact counts: “c. 20”, “about 20”, “20+”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import content_role

_BEFORE = (
    r"(?:c(?:\.|(?= ))|ca\.?|circa|about|around|approx(?:\.|imately)?|roughly|nearly|almost"
    r"|some|say|over|more than|at least|in excess of|above|est(?:\.|imated)?(?: at)?|[~≈±>≥]|>=)"
)
_BEHIND = (
    r"(?:\+|approx(?:\.|imately)?|or (?:more|over|so)|\(?est(?:\.|imated|imate)?\)?"
    r"|\(?approx(?:\.|imately)?\)?|ish)"
)
_ROUGH = re.compile(
    rf"{_BEFORE} ?\d[\d,]*(?: (?:offen[cs]es|crimes))?|\d[\d,]* ?{_BEHIND}", re.IGNORECASE
)


@remembered
def is_rough_count(text: str) -> bool:
    """Whether a text is a number that is not exact, and may be an age: “16+”."""
    return bool(_ROUGH.fullmatch(plain_text(text)))


def are_rough_counts(texts: list[str], *, headed: bool) -> bool:
    """Whether half of a column's texts are such numbers; those like ages only if it is `headed`.

    So it is under a year or “Offences”.
    """
    rough = [text for text in texts if is_rough_count(text)]
    may_be_ages = all(content_role(text) == "age" for text in rough)
    return len(rough) * 2 >= len(texts) > 0 and (headed or not may_be_ages)
