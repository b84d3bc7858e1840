"""The Home Office's classes of sexual offences, whose numbers may be behind the names."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered

_CLASSES = (  # what is in the name of an offence, and the numbers of its classes
    (r"\brape\b", (19,)),
    (r"\b(?:sexual|indecent) assault|\bassault by penetration", (17, 20)),
    (r"\bgroom|\bsexual communication|\bmeeting a ", (88,)),
    (r"\bsexual activity\b", (21, 22)),
    (r"\bfamil|\bincest", (23,)),
    (r"\bexploit|\bprostitut", (71,)),
    (r"\btraffick", (72,)),
    (r"\bposition of trust", (73,)),
    (r"\bexposure|\bvoyeur", (88,)),
    (r"\bobscene|\bindecent (?:image|photo)", (86,)),
)
_BEHIND = re.compile(r"(.+?) ?[(\[](?:(?:ho|class|code)[ -]*)?0?(\d\d)[a-z]?[)\]]", re.IGNORECASE)


@remembered
def is_with_class(label: str) -> bool:
    """Whether a number behind an offence is that of its class: “Grooming (88)”, “Rape (19)”."""
    found = _BEHIND.fullmatch(plain_text(label))
    if not found:
        return False
    return any(
        int(found[2]) in numbers and re.search(name, found[1], re.IGNORECASE)
        for name, numbers in _CLASSES
    )
