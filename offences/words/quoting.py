"""What is copied: a claim's sentence with the caveats that it may not be said without."""

from offences.claims.claim import Claim
from offences.words.charity import charity
from offences.words.claims import note, sentence
from offences.words.reasons import not_zero

_NO_OFFENCES = ("definition_change", "last_year", "coverage", "recorded_coverage", "age_table")
"""Claims that give no number of offences."""


def caveats(claim: Claim) -> str:
    """What belongs to an allowed claim wherever it is said, without what its sentence says."""
    if not claim.allowed:
        return ""
    if claim.id == "no_figure":
        always = not_zero(claim.values.get("missing"))
    else:
        always = "" if claim.id in _NO_OFFENCES else charity().one_is_not_one
    return " ".join(filter(None, (note(claim), always)))


def quoted(claim: Claim) -> str:
    """The sentence of an allowed claim and its caveats, in one piece; nothing for a refused one."""
    return " ".join(filter(None, (sentence(claim), caveats(claim))))
