"""Ages that a text names by their ends: "from seven right up to 17", "nobody over fifteen"."""

import re
from collections.abc import Iterator

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled

_NEAR = 60
_LOWEST, _HIGH = 4, 11
"""Two lower ends are of a count, for all we know: "the victims were between two and four"."""


def ages_by_their_ends(text: str) -> Iterator[Mention[NamedCategory]]:
    """Each run of ages that is said of persons, by both its ends or by one."""
    for match in (m for p in (_RUN, _RANGE) for m in p.finditer(text)):
        low, high = (int(numbers_in(match[n])[0].value) for n in ("low", "high"))
        if not (_LOWEST <= low < high <= OLDEST and high >= _HIGH):
            continue
        if not match["verb"] or _is_of_some(text, match):
            yield Mention(match.start("low"), match.end("high"), age_category(low, high))
            continue
        # "The victims were between nine and 16" says that none was 17. The sentence speaks of that
        # age in no word of its own, so that it stands in the space before the verb.
        beyond = [(0, low - 1), (low, high), *([(high + 1, OLDEST)] if high < OLDEST else [])]
        for first, last in beyond:
            at = match.start("verb")
            yield Mention(at - 1, at, age_category(first, last))
    for match in (m for p in (_AN_END, _AGE_OF_AN_END) for m in p.finditer(text)):
        age, at = int(numbers_in(match["n"])[0].value), match.start("be")
        if 0 < age < OLDEST:
            low, high = (0, age - 1) if match["young"] else (age + 1, OLDEST)
            if match.start("n") > at:  # "the youngest was eight"; else a rule knows it as a number
                yield Mention(*match.span("n"), age_category(age))
            yield Mention(at - 1, at, age_category(low, high))
    for match in (m for p in (_MOSTLY, _DOWN_A_LIST) for m in p.finditer(text)):
        low, high = (int(numbers_in(match[n])[0].value) for n in ("low", "high"))
        if _LOWEST <= low < high <= OLDEST:
            yield Mention(match.start("low"), match.end("high"), age_category(low, high))
    for match in _ALLOWED.finditer(text):
        yield Mention(*match.span("said"), age_category(_MAY_DRIVE, OLDEST))
    for match in (m for p in (_STOPS_AT, _IS_THE_END, _STARTS_AT) for m in p.finditer(text)):
        age, at = int(numbers_in(match["n"])[0].value), match.start("n") or match.end("n") + 1
        below = [] if match["top"] else [(0, age - 1)]
        above = [] if match["bottom"] is not None else [(age + 1, OLDEST)]
        for low, high in (*below, *above) if _LOWEST < age < OLDEST else ():
            yield Mention(at - 1, at, age_category(low, high))
    for match in _BEYOND.finditer(text):
        age = int(numbers_in(match["n"])[0].value)
        if _LOWEST < age < OLDEST:
            low, high = (age + 1, OLDEST) if match["over"] else (0, age - 1)
            yield Mention(*match.span("said"), age_category(low, high))


def _is_of_some(text: str, run: re.Match[str]) -> bool:
    """Whether a run of ages is said of some persons, and nothing of the others."""
    is_led = _SOME_OF.search(text, max(0, run.start() - _NEAR), run.start())
    return is_led is not None and not _THE_OTHERS.search(text, run.end(), run.end() + 2 * _NEAR)


_TO = (
    rf"(?P<low>{NUMBER})\s*(?:[-–]|(?:right\s+|all\s+the\s+way\s+|clear\s+)?(?:up\s+|through\s+)?(?:to|and|through)(?:\s+age)?)"
    rf"\s*(?P<high>{NUMBER})(?![\w%/-]|\s+(?:offences|cases|crimes|per|times|of\s+the)\b)"
)
_RUN = compiled(
    rf"\b(?:every|each|all|ages?)\s+(?:single\s+)?(?:ages?\s+|years?\s+)?(?:from\s+|between\s+)?(?:age\s+)?(?P<verb>(?!)){{0}}{_TO}"
)
"""Ages that are told one by one: "every age from seven to 17"."""
_RANGE = compiled(
    r"\b(?:victims?|child|children|girls|boys|pupils|youngsters|kids)\b[^.;\n\d]{0,50}?\b(?P<verb>rang\w*|stretch\w*|span\w*"
    r"|r[au]n|runs|goes|went|cover\w*|(?:was|were|are|is)(?=\s+(?:all\s+)?(?:any\w+\s+)?(?:from|between)\b))"
    rf"\s+(?:all\s+)?(?:any\w+\s+)?(?:in\s+age\s+)?(?:from\s+|between\s+)?{_TO}"
)
_SOME_OF = compiled(
    rf"(?:\A|[.!?:,;]\s+|\n|\b(?:and|but|that)\s+)[\"“]?(?:(?:about|nearly|almost|over|some|more\s+than)\s+)?"
    rf"(?:most|many|half|(?:an?|one|two|three)[\s-](?:thirds?|quarters?|fifths?)|{NUMBER}(?:\s+per\s+cent)?)"
    rf"(?:\s+of\s+(?:(?:the|its|our|those|(?:[\w-]+\s+)?[\w-]+[’']s)\s+)?)?\s*(?:(?!{NUMBER}\b)[\w-]+\s+)?\Z"
)
"""That only some persons were of an age says nothing of others: "most victims were from"."""
_THE_OTHERS = compiled(
    r"\b(?:rest|others?|remain\w*|else|bar|except\w*|all\s+(?:but|of\s+them|bar|save)|left|older|younger|none|nobody|no\s+one|every\w*|both|either)\b"
)
_AN_END = compiled(
    r"(?<!\bmy\s)(?<!\bour\s)(?<!\bher\s)(?<!\bhis\s)\b(?:(?P<young>youngest|littlest|tiniest)|(?:old|eld)est)\b(?!\s+(?:\w+\s+)?(?:ages?|bands?|rows?)\b)[^.;:?]{0,60}?\b(?P<be>was|is|were|are|being|aged?)\s+"
    rf"(?:(?:just|only|aged|all|both)\s+)*(?P<n>{NUMBER})(?=\s*[.,;!?)]|\s+(?:and|in)\b)"
)
# "Ten was the age of the youngest victim, and 16 that of the oldest"
_AGE_OF_AN_END = compiled(
    rf"\b(?P<n>{NUMBER})\s+(?:was\s+|is\s+|being\s+)?(?P<be>(?:the\s+age|that)\s+of\s+the)\s+(?:(?P<young>youngest)|oldest)"
    r"(?=\s+(?:victim|child|girl|boy|pupil)\b|\s*[.,;])"
)
_PERSONS = (
    r"(?:nobody|no[\s-]one|none|anyone|anybody|everyone|everybody|child|children|victims?|girls?|boys?"
    r"|pupils?|kids?|youngsters?|(?:none|all|any|most|each|one)\s+of\s+(?:them|these|those))"
)
_MOSTLY = compiled(
    rf"\b{_PERSONS}\b[^.;:?\d]{{0,40}}?\b(?:was|were|are|is)\s+(?:mostly|mainly|largely|chiefly|usually|typically|all|both|either|(?:nearly|almost)\s+all)\s+"
    rf"(?P<low>{NUMBER})\s*(?:or|and|to|[-–])\s*(?P<high>{NUMBER})(?=\s*[.,;!?]|\s+(?:with|and|but|in)\b)"
)
"""Ages with no word for them: "the victims were mostly ten or eleven"."""
_DOWN_A_LIST = compiled(
    rf"\bfrom\s+(?:age\s+)?(?P<low>{NUMBER})\s+to\s+(?P<high>{NUMBER})\b(?=[^.;\n]*\bat\s+(?P=low)\b[^.;\n]*\bat\s+(?P=high)\b)"
)
"""The ends of a list that follows: "From 12 to 14 it grows: nine at 12, 16 at 13, 20 at 14"."""
_MAY_DRIVE = 17
_ALLOWED = compiled(
    rf"\b{_PERSONS}\b[^.;:?\d]{{0,60}}?\b(?P<said>(?:could|can|able\s+to|allowed\s+to|(?:old|young)\s+enough\s+to|too\s+young\s+to|yet)\s+(?:\w+\s+)?drive)\b"
)
"""Those from an age on, by what the law lets them do: "nobody was old enough to drive"."""
_BEYOND = compiled(
    rf"(?:\b{_PERSONS}\s+(?:(?:was|were|is|are|aged)\s+){{0,2}}|\b(?:{_PERSONS}\b(?:[^.;:?\d]|\b20\d\d(?:[/–-]\d\d)?\b){{0,50}}?|{NUMBER}(?:\s+of\s+(?:them|these|those))?)\s(?:was|were|are|is|being)\s+(?:all\s+|both\s+|just\s+|still\s+)?|(?:\A|[.!?]\s+|\n)(?=\w+\s+\w+,?\s+there\b))"
    r"(?P<said>(?:(?P<over>over|above|older\s+than|past|beyond|no\s+older\s+than)|under|below|younger\s+than|not\s+(?:yet|even)|at\s+least|no\s+younger\s+than)\s+(?:the\s+age\s+of\s+)?"
    rf"(?P<n>{NUMBER}))(?=\s*[.,;:!?]|\s+(?:was|were|is|are|had|has|there|in|at|who|last|came)\b)"
)
"""What is beyond an end: "nobody over fifteen", "Over 16 there were four"."""
_STOPS_AT = compiled(
    r"(?<!\bpublished\s)(?<!\breleased\s)(?<!\bshown\s)\b(?:it|they|that|ours|theirs|lists?|tables?|charts?|figures|numbers|data|ages|victims|children|(?-i:[A-Z])\w+[’']s)\s+(?:\w+\s+)?"
    r"(?:(?:stop|end|finish)(?:s|ed|es)?\s+at|(?P<top>top(?:s|ped)?\s+out\s+at|(?:go|goes|went|get|gets|got)\s+(?:no\s+(?:higher|older|further)\s+than|up\s+to)"
    r"|(?:do|does|did)(?:n[’']t|\s+not)\s+go\s+(?:above|beyond|past|over))"
    r"|(?P<bottom>bottom(?:s|ed)?\s+out\s+at|(?:go|goes|went|get|gets|got)\s+no\s+(?:lower|younger)\s+than|(?:do|does|did)(?:n[’']t|\s+not)\s+go\s+(?:below|under|lower\s+than)))"
    rf"\s+(?:age\s+)?(?P<n>{NUMBER})(?=\s*(?:[.,;!?)\"”]|$)|\s+(?:in|and|or|but|last|this|for)\b)"
)
"""Where the ages end, so that nobody was beyond: "they stop at sixteen"."""
_IS_THE_END = compiled(
    rf"\b(?P<n>{NUMBER})(?:[’']s|\s+(?:is|was))\s+(?:(?P<bottom>as\s+(?:young|low)\s+as)|(?P<top>as\s+old\s+as))\s+(?:it|they|any\w*)\s+(?:gets?|got|goes|go|went|w[ae]re|was|is)\b"
)
"""Such an end before what says so: "nine is as young as it gets"."""
_STARTS_AT = compiled(
    rf"\b(?:(?:starts?|started|begins?|began)\s+(?:at|from|with)|(?:do|does|did)(?:n[’']t|\s+not)\s+(?:start|begin)\s+(?:till|until|before))\s+(?P<bottom>)(?P<top>(?!))?(?P<n>{NUMBER})"
    r"(?=\s+in\s+(?:(?:the|its|our|(?-i:[A-Z])\w+[’']s)\s+(?:\w+\s+)?(?:figures|list|table|return|data|numbers|chart)\b))"
)
"""Where they begin: "it starts at nine in the Kent figures"."""
