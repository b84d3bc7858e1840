"""Notes that say since when something is an offence in law, which changes no count."""

import re

from offences.returns.labels.cell_counts import SURE_MARKS, plain_text
from offences.returns.labels.label_words import content_role

_LEAD = rf"(?:[{SURE_MARKS}] ?)?(?:(?:please )?(?:note|n\.?b\.?)(?: that)?[:.]? ?)?"
_DAY = r"(?:on|in|from) [\w ]{3,24}"
_NONE = (
    r"(?:,? so there (?:is|are|was|were) no (?:\w+ ){1,3}(?:before|prior to) (?:this|then|that)"
    r"(?: date)?)?"
)
_SINCE = re.compile(
    rf"{_LEAD}(?P<what>[^.;:]{{4,80}}?) (?:(?:only |first )?became an? (?:criminal )?(?:offence"
    r"|crime)|(?:only )?(?:came|comes) into (?:force|effect)|(?:was|has been) (?:introduced|created"
    rf"|enacted)(?: as an offen[cs]e)?) {_DAY}{_NONE}\W*"
    rf"|{_LEAD}(?P<this>(?:this|the) (?:new )?offen[cs]e) (?:did not exist|was not an offen[cs]e)"
    r" (?:before|prior to|until) [\w ]{3,24}\W*",
    re.IGNORECASE,
)
_LAW = re.compile(r"(?:the |this )?(?:new )?(?:offen[cs]es?|act|law|legislation|section)\b", re.I)
_OF_RECORDS = re.compile(r"\b(?:flag|system|codes?|marker|record\w*|only)\b", re.IGNORECASE)


def says_since_when(text: str) -> bool:
    """Whether a text says no more than since when something is an offence in law."""
    found = _SINCE.fullmatch(plain_text(text))
    what = (found["what"] or found["this"]) if found else ""
    is_law = bool(_LAW.match(what)) or content_role(what) == "offence"
    return is_law and not _OF_RECORDS.search(what)
