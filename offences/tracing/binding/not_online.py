"""Numbers of offences that are said not to be online: "149 offences with no cyber element"."""

from offences.tracing.finding.vocabulary import compiled
from offences.words.verdicts import NOT_ONLINE

_ONLINE = r"(?:on-?line|cyber|internet|digital)"
_NOT_ONLINE = compiled(
    rf"\b(?:(?:with|where|had|has|have)\s+(?:(?:little|hardly\s+any|virtually)\s+)?no\s+{_ONLINE}"
    r"(?:[\s-](?:elements?|flags?|side|aspects?|links?|involvement|marker|connection|dimension))"
    rf"|(?:with|had)\s+little\s+{_ONLINE}[\s-]\w+"
    rf"|without\s+(?:an?y?\s+)?{_ONLINE}[\s-](?:elements?|flags?|side|aspects?|links?|involvement)"
    rf"|(?:not|\w+n[’']t|never|none(?:\s+of\s+(?:them|these|those|which))?(?:\s+(?:was|were|is|are|had|has|with))?)"
    rf"\s+(?:all(?:\s+of\s+them)?\s+)?(?:(?:been|flagged|marked|recorded|committed)\s+(?:as\s+)?)?"
    rf"(?:(?:an?|with\s+an?)\s+)?{_ONLINE}(?:[\s-](?:elements?|flags?|side|aspects?|links?))?"
    r"(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:and|but|at\s+all|offences|crimes|cases|ones)\b))"
)
# "The 149 offences do not include crimes with no online element"
_LEFT_OUT = compiled(r"\b(?:(?:not|\w+n[’']t)\s+(?:include|count|cover)|exclud\w+|leav\w+\s+out)\b")
_NEW_NUMBER = compiled(r"(?<![\d/–-])(?!(?:19|20)\d\d)\d")


def not_online(after: str) -> str:
    """What a number is of whose offences are said not to be online; empty where they are."""
    found = _NOT_ONLINE.search(after)
    if found is None or _NEW_NUMBER.search(after, 0, found.start()):
        return ""
    return "" if _LEFT_OUT.search(after, 0, found.end()) else NOT_ONLINE
