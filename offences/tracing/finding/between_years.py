"""How many years there are from one that a text names to another: "a span of three years"."""

from offences.tracing.finding.context import Context
from offences.tracing.finding.vocabulary import CHANGE_NOUN, compiled

APART, EARLIER, BEFORE_LATEST = "apart", "earlier", "before latest"
"""The words of a span: how far two years named beside it are apart, or how long ago one was."""
_LABEL = r"(?:19|20)\d\d[/–-]\d\d"
# "Between 2016/17 and 2019/20, a span of three years", "in 2019/20, three years later"
_LONG = r"(?:span|period|gap|stretch|interval|distance)"
_LENGTH_OF = compiled(rf"\b{_LONG}\s+of\s+(?:just\s+|only\s+)?$")
_YEARS = compiled(r"\s+years\b(?![’'])")
_LONG_YEARS = compiled(rf"[-‐‑\s]years?[-‐‑\s]{_LONG}\b")
# "The three-year rise from 2016/17 to 2019/20"
CHANGE_FROM_TO = compiled(
    rf"[-‐‑\s]year[-‐‑\s](?:\w+\s+)?{CHANGE_NOUN}\b[^.;:\d]{{0,40}}?\b(?:from|between)\s+(?P<first>{_LABEL})\s+(?:to|and)\s+(?P<last>{_LABEL})"
)
# "Three years before the latest figures, in 2016/17", "if you go back three years, to 2016/17"
_BEFORE_LATEST_IN = compiled(
    r"\s+years\s+(?:before|earlier\s+than)\s+(?:the|its|these|our)\s+(?:latest|newest|most\s+recent|current)\b"
    rf"(?:\s+(?!in\b)\w+){{0,3}},?\s+(?:back\s+)?in\s+{_LABEL}"
)
_GO_BACK, _TO_LABEL = (
    compiled(
        r"\b(?:go|goes|going|look|looking|wind|turn|step)(?:\s+the\s+clock)?\s+back\s+(?:(?:just|only|by|a\s+full)\s+)*$"
    ),
    compiled(rf"\s+years,?\s+to\s+{_LABEL}"),
)
_BY_LABEL = compiled(
    rf"{_LABEL}(?:\s?[,(:]|\s[–—-])\s*(?:(?:that\s+is|or|just|only|an?|within|over|in)\s+)*$"
)
_LATER_IN = compiled(rf"\s+years\s+(?:later|on),?\s+(?:(?:in|by|during)\s+)?{_LABEL}")
_YEARS_ALONE = compiled(
    rf"\s+years(?:\s+(?:apart|later|on))?(?:\s*(?:[.,;:!?)]|$)|\s[–—-]|\s+(?:after|before|from)\s+{_LABEL})"
)
_EARLIER_IN = compiled(
    rf"\s+years\s+(?:earlier|before|previously|ago)(?:,?\s+(?:back\s+)?(?:in|during)\s+|,\s+|\s\(){_LABEL}"
)


def between_two_years(here: Context) -> str:
    """The word of a span between two years that are named, here or just before; or empty."""
    if here.follows(_EARLIER_IN):
        return EARLIER
    if here.follows(_BEFORE_LATEST_IN) or (here.precedes(_GO_BACK) and here.follows(_TO_LABEL)):
        return BEFORE_LATEST
    if here.follows(CHANGE_FROM_TO):
        return APART
    is_length = here.follows(_YEARS) and here.precedes(_LENGTH_OF)
    is_length = is_length or here.follows(_LONG_YEARS) or here.follows(_LATER_IN)
    is_length = is_length or (here.follows(_YEARS_ALONE) and here.precedes(_BY_LABEL))
    return APART if is_length and here.passage.two_labels(here.number.start) else ""
