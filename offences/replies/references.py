"""The reference that a force gives a request in its reply."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

MOST = 60  # characters
_TOKEN = r"((?=[\w/.-]*\d)[A-Za-z0-9][\w/.-]{2,58}\w)"
_SIGN = (
    r"\s*(?:(?:no|number|num|id)\b\.?)?\s*(?:is\b)?\s*[:#.\-–]?\s*(?:(?:FOIA?|EIR)\b)?\s*[:#]?\s*"
)
_OURS = r"\b(?:our|FOIA?|EIR|request|case|disclosure|unique)(?: (?:FOI|request|case))?"
# “Our ref: 5127/26”, “FOI reference number 26/1234”, “request ID 77-1”.
_LABELLED = re.compile(rf"{_OURS}\s+ref(?:erence)?s?\b{_SIGN}{_TOKEN}", re.IGNORECASE)
_OF_ID = re.compile(
    rf"\b(?:FOIA?|request|case)\s+(?:id|no|number)\b\.?\s*[:#\-–]?\s*{_TOKEN}", re.IGNORECASE
)
_BARE = re.compile(rf"(?:^|[\n,;(\[])\s*ref(?:erence)?(?: no\.?| number)?\s*[:#]\s*{_TOKEN}", re.I)
_IN_SUBJECT = re.compile(r"\[\s*((?=[^\]]*\d)[A-Z][\w/. -]{2,40}|\d[\w/.-]*[/-][\w/.-]+)\s*\]")
_FOI = re.compile(
    r"\b((?:FOIA?|EIR)[-/ ]?(?=[\w/-]*\d)\d[\w/-]{2,30}|(?:FOIA?)[-/][\w/-]*\d[\w/-]*)"
)
_YOURS = re.compile(rf"\byour\s+ref(?:erence)?\b{_SIGN}{_TOKEN}", re.IGNORECASE)
_NO_REFERENCE = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?|0\d{9,10}"
    r"|\d{1,3}|.*@.*|www\..*)"
)


@dataclass(frozen=True)
class TheirReference:
    """A force's own reference; certain where it is labelled as one and is the only one."""

    text: str
    is_certain: bool
    quoted: str


def their_reference(
    subject: str, text: str, ours: Collection[str] = (), known: str = ""
) -> TheirReference | None:
    """The force's reference in a reply: the stored one if it is there, and never one of ours."""
    if known and known.casefold() in f"{subject}\n{text}".casefold():
        return TheirReference(known, True, known)
    given = {each.casefold() for each in ours}
    given |= {found.casefold().rstrip(".") for found in _YOURS.findall(text)}
    labelled = list(_clean(_labelled(subject, text), given))
    if labelled:
        return TheirReference(labelled[0], len(labelled) == 1, labelled[0])
    loose = (part for part in (subject, text) for part in _FOI.findall(part))
    found = list(_clean(loose, given))
    return TheirReference(found[0], False, found[0]) if found else None


def _labelled(subject: str, text: str) -> Iterator[str]:
    for part in (subject, text):
        for pattern in (_LABELLED, _OF_ID, _BARE):
            yield from pattern.findall(part)
    yield from _IN_SUBJECT.findall(subject)


def _clean(found: Iterator[str], given: Collection[str]) -> Iterator[str]:
    """The possible references, each once."""
    seen = set[str]()
    for each in found:
        text = each.strip().rstrip(".-/")[:MOST]
        folded = text.casefold()
        if folded in seen or folded in given or len(text) < 4 or _NO_REFERENCE.fullmatch(text):
            continue
        seen.add(folded)
        yield text
