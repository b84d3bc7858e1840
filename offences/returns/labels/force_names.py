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
_AREA = re.compile(  # “Surrey House, Durham Road, Durham DH1 5TT” is an address
    rf"\b(?:{'|'.join(sorted(map(re.escape, AREAS - REGIONS), key=len, reverse=True))})\b"
    r"(?! (?:house|road|street|way|lane|court|avenue|square|hall|park|close|drive)\b"
    r"|,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")


def forces_in(text: str) -> list[str]:
    """The forces that a text names as police, or by their area alone."""
    phrase = plain_text(text)
    found = [each[0] for each in _FORCE.finditer(phrase) if _is_name(each[1])]
    return found + sorted({each[0].casefold() for each in _AREA.finditer(phrase)})


def without_areas(text: str) -> str:
    """A text without the areas of police forces; whose counts they are is asked elsewhere."""
    return _AREA.sub(" ", text)


def without_names(text: str, names: Collection[str]) -> str:
    """A text without these names, of which the longest are taken first."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 2:
            text = re.sub(rf"\b{re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def names_another(text: str, own: Collection[str]) -> bool:
    """Whether a text names a force of none of these names."""
    return bool(forces_in(without_names(text, own)))


def _is_name(before: str | None) -> bool:
    words = _WORD.findall(before) if before is not None else ["Scotland"]
    return any(not _NO_NAME.fullmatch(word) for word in words)
