"""Two ages that have the most together: "13 and 14 tie as the most common ages"."""

from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_OLDEST, _FAR, _NEXT = 17, 200, 80
_AGES = compiled(r"\bage[sd]?\b|[\s‐‑-]years?[\s‐‑-]olds?\b")
_MOST = r"(?:most\s+(?:common|frequent|often\s+\w+)|commonest|top|first|peak|highest|lead)"
_PLACE = rf"(?:(?:(?:joint|equal)[\s‐‑-]+)?{_MOST})"
_TIE = (
    r"(?:(?:are|were|is|was|finish(?:ed)?|came|come|end(?:ed)?(?:\s+up)?)\s+(?:[a-z]+\s+)?(?:tied|level|joint(?:ly)?|equal)"
    r"|tied?|shared?|joint(?:ly)?|dead[\s‐‑-]heat(?:ed)?)"
)
_ENDS = (
    r"(?=\s*(?:[.,;:!?)]|\Z|\s[–—-]\s)"
    r"|\s+(?:with|on|at|in|for|across|among|ages?|places?|spots?|positions?|of)\b)"
)
_YEARS_OLD = r"(?:[\s‐‑-]years?[\s‐‑-]olds?)?"
# "13 and 14, share top place", "12 and 13 tie as the most common ages", "are joint top"
_SHARES_IT = (
    rf"{_YEARS_OLD},?\s+(?:(?:both|each|now|still|here|together)\s+)?{_TIE}\b"
    rf"(?:[^.;:,\d]{{0,30}}?\s)?{_PLACE}\b{_ENDS}"
)
_FIRST_OF_TWO = compiled(rf"{_YEARS_OLD}\s+and\s+{NUMBER}{_SHARES_IT}")
_SECOND_OF_TWO = compiled(_SHARES_IT)
_AND_BEFORE = compiled(rf"(?<![\w/–£$€.,-]){NUMBER}{_YEARS_OLD}\s+and\s+\Z")
# "There is a tie for the most common age between 12 and 13", "joint top are 12 and 13"
_LEADS_TO_TWO = (
    rf"(?:\b(?:tie|dead[\s‐‑-]heat)\s+(?:for|as)\s+[^.;:\d]{{0,20}}?\b{_PLACE}\b[^.;:,\d]{{0,40}}?(?:\bbetween\s+|,\s+|:\s+)"
    rf"|\b(?:joint|equal)[\s‐‑-]+{_PLACE}\s+(?:[a-z]+\s+){{0,3}}?(?:are|were|come|came)\s+)(?:(?:ages|those\s+aged)\s+)?"
)
_LEADS = compiled(rf"{_LEADS_TO_TWO}\Z")
_LEADS_TO_SECOND = compiled(rf"{_LEADS_TO_TWO}{NUMBER}{_YEARS_OLD}\s+and\s+\Z")
# "The teams of 12 and 16 share first place", but "girls of 13 and 14"
_OF_OTHERS = compiled(
    rf"\b(?!(?:ages|those|victims|girls|boys|pupils)\b)[a-z]+s\s+(?:of|with)\s+(?:{NUMBER}\s+and\s+)?\Z"
)
_AND_AFTER = compiled(rf"{_YEARS_OLD}\s+and\s+{NUMBER}\b(?![/–-]\d|\s?%|\s+per\s?cent)")


def is_tied(here: Context) -> bool:
    """Whether a number is one of two ages that share the first place."""
    if here.number.value > _OLDEST or here.precedes(_OF_OTHERS):
        return False
    passage, at = here.passage, here.number.start
    is_pair = (
        here.follows(_FIRST_OF_TWO)
        or (here.precedes(_AND_BEFORE) and here.follows(_SECOND_OF_TWO))
        or (here.precedes(_LEADS) and here.follows(_AND_AFTER))
        or here.precedes(_LEADS_TO_SECOND)
    )
    if not is_pair:
        return False
    _, end = passage.sentence_bounds(at)
    return bool(_AGES.search(passage.text, max(passage.line_start(at), at - _FAR), end + _NEXT))
