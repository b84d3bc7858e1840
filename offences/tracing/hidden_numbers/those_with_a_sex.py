"""Words for those whose sex was recorded: "blanks aside", "with a tick".

Where it is hidden how many were not recorded, a share of the others tells it: a reader divides the
released number of girls by it.
"""

from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import DECLINING


def is_of_those_with_a_sex(sentence: str) -> bool:
    """Whether a sentence leaves out those whose sex is not known."""
    if _ALL_OF_THEM.search(sentence) or DECLINING.search(sentence):
        return False
    return any(words.search(sentence) for words in _WITHOUT_THE_REST)


_NOTED = (
    r"(?:known?|knows|knew|recorded|stated|noted|given|logged|identified|specified|named|established|mentioned"
    r"|entered|registered|captured|documented|listed|determined|ascertained|supplied|classified|coded"
    r"|(?:filled|put|written|taken|set|noted|marked|got)\s+(?:in|down)|ticked|clear|certain|available"
    r"|(?:in|on)\s+(?:the\s+)?(?:file|record|form|log|sheet)s?|(?:made|found)\s+(?:it|its\s+way)\s+(?:in|on)to)"
)
_SEX = r"\b(?:sex(?!\s+(?:offen|crime|abuse|act|attack))|gender)\b"
_BLANKS = (
    r"(?:blanks?|unknowns?|unrecorded|unstated|gaps|not\s+(?:known|recorded|stated)"
    r"|(?:blank|empty|incomplete|unticked|unmarked|missing|unclear|unspecified)\s+\w+"
    r"|(?:left|with(?:\s+an?)?)\s+(?:blank|empty|no\s+(?:tick|sex|gender|entry|answer))(?:\s+\w+)?)"
)
_LEAVING = (
    r"(?:exclud\w+|remov\w+|ignor\w+|discount\w+|disregard\w+|omit\w*|strip\w*|(?:leav\w+|left|tak\w+)\s+(?:out|aside|away)"
    r"|(?:set|put|leav\w+|left|sett\w+|putt\w+)\s+(?:\w+\s+){0,4}?aside|not\s+counting|without|minus|apart\s+from)"
)
_WITHOUT_THE_REST = (
    compiled(rf"{_SEX}[^.;:?!\n]{{0,40}}?\b{_NOTED}\b"),
    compiled(rf"\b{_NOTED}\s+(?:an?\s+|the\s+|their\s+|its\s+)?(?:\w+[’']s\s+)?{_SEX}"),
    compiled(rf"\b(?:{_LEAVING}\s[^.;:?!\n]{{0,50}}?\b{_BLANKS})\b"),
    compiled(
        rf"\b{_BLANKS}\b[^.;:?!\n]{{0,30}}?\b(?:aside|apart|excepted|(?:taken|left|stripped|weeded|filtered)\s+out|gone"
        r"|(?:set|put|left)\s+(?:aside|apart)|(?:exclud|remov|ignor|discount|disregard|omitt?|dropp)ed|not\s+counted)\b"
    ),
    compiled(
        r"\b(?:usable|valid|complete|completed|classified|classifiable|determined|identifiable|known|filled-in)\s+"
        r"(?:\w+\s+)?(?:records?|cases|answers?|forms?|entries|victims|children|returns?|sex(?:es)?|ones)\b"
    ),
    compiled(
        r"\b(?:put|listed|recorded|marked|classed|classified|ticked|entered|logged|noted|known|down|sorted|identified|say|tell|said|knew)\b"
        r"[^.;:?!\n]{0,30}?\b(?:either\s+(?:way|sex|box|one)|(?:as|in)\s+either|one\s+or\s+the\s+other|one\s+sex\s+or\s+the\s+other"
        r"|(?:an?\s+)?(?:boy|girl|male|female)s?\s+or\s+(?:an?\s+)?(?:boy|girl|male|female)s?)\b"
    ),
    compiled(r"\b(?:with|had|has|have|got)\s+an?\s+(?:tick|box|cross|entry)\b"),
    compiled(
        r"\bbox(?:es)?\b[^.;:?!\n]{0,20}?\b(?:ticked|filled|marked|completed)\b|\bticked\b[^.;:?!\n]{0,20}?\bbox(?:es)?\b"
    ),
    compiled(
        r"\b(?:forms|records|files|entries)\s+that\s+(?:were|are)\s+(?:complete|usable|valid|filled)\b"
    ),
)
_ALL_OF_THEM = compiled(
    r"\bwhether\s+or\s+not\b|\bor\s+(?:not?|none|without)\b|(?<!not\s)\b(?:including|counting)\b"
)
