"""The names of police forces in the words around a table."""

import re
from collections.abc import Collection

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.proper_names import AREAS, REGIONS

_FORCE = re.compile(
    r"\b((?:(?:[A-Z][\w’'-]*|and|&|of) ){1,6})(?:Police|Constabulary)\b"
    r"|\bPolice (?:Scotland|Service of Northern Ireland)\b"
)
_NO_NAME = re.compile(  # capitals before “Police” that name none
    r"(?:the|our|all|each|this|every|your|an?|and|of|&|uk|local|other|recorded|national|foi|for|to"
    r"|by|in|on|from|with|if|when|where|since|as|both|chief|source|crime|crimes|data|online|cyber"
    r"|response|request|date|contact|contacts|note|notes|figures|offences|sexual|force|territorial"
    r"|other|non|home|office|most|many|some|uniformed|community|information|annual|child)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")


def forces_in(text: str, *, areas: bool = False) -> list[str]:
    """The forces that a text names as police, or with `areas` by their area alone."""
    phrase = plain_text(text)
    found = [each[0] for each in _FORCE.finditer(phrase) if _is_name(each[1])]
    if areas:
        words = f" {' '.join(_WORD.findall(phrase.casefold()))} "
        found += [name for name in sorted(AREAS - REGIONS) if f" {name} " in words]
    return found


def without_names(text: str, names: Collection[str]) -> str:
    """A text without these names, of which the longest are taken first."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 2:
            text = re.sub(rf"\b{re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def names_another(text: str, own: Collection[str], *, areas: bool) -> bool:
    """Whether a text names a force of none of these names."""
    return bool(forces_in(without_names(text, own), areas=areas))


def _is_name(before: str | None) -> bool:
    words = _WORD.findall(before) if before is not None else ["Scotland"]
    return any(not _NO_NAME.fullmatch(word) for word in words)
