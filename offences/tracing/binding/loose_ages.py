"""Ages without the word for it, as the gate of hidden numbers reads them: "was 11"."""

import re
from collections.abc import Iterator, Sequence

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled, words_before

N = rf"(?P<a>{NUMBER})"
M = rf"(?P<b>{NUMBER})"
_O = rf"(?P<c>{NUMBER})"
SPELT = "five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
WHO = (
    r"(?:child(?:ren)?|young\s+people|youngsters|teenagers|pupils|kids|those|victims?|girls?|boys?"
    r"|(?:little|young|tiny)\s+ones)"
)
LOOSE_AGES = tuple(
    (name, compiled(pattern))
    for name, pattern in (
        (
            "band",
            rf"\b(?:was|were|is|are)\s+(?:aged\s+)?{N}(?:\s+(?:to|or)\s+|\s?[-–]\s?){M}"
            rf"(?=\s*(?:[.,;:!?)]|$)|\s+and\s+{NUMBER}\s+(?:was|were)\b)",
        ),
        (
            "band",
            rf"\b(?:was|were|is|are)\s+(?:aged\s+)?between\s+{N}\s+and\s+{M}(?=\s*(?:[.,;:!?)]|$))",
        ),
        ("to", rf"\b(?:not|no|none|nobody)\s+(?:\w+\s+)?older\s+than\s+{N}"),
        ("below", rf"\b(?:younger\s+than|yet\s+to\s+(?:turn|reach))\s+{N}"),
        (
            "below",
            rf"(?:\bnot|n[’']t)\s+(?:yet\s+|even\s+)?(?:turned|reached)\s+{N}"
            r"(?!\s+(?:should|must)\b)",  # a rule: "who have not turned 13 should not be there"
        ),
        ("above", rf"\bolder\s+than\s+{N}"),
        ("band", rf"\b(?P<a>{SPELT})[-‐‑\s]to[-‐‑\s](?P<b>{SPELT}|seventeen)e?s\b"),
        (
            "band",
            r"(?m)^[\s|]*(?P<a>\d\d?)\s*(?:and|&|to|[-–/+])\s*(?P<b>\d\d?)\b(?=[^\n|\t\d]*[|\t])",
        ),
        (
            "one",
            r"\b(?:oldest|youngest)\s+(?:\w+\s+)?(?:age|victim|child|girl|boy|pupil)\b(?:[^.;\d]|\d{4}/\d\d){0,80}?"
            rf"\b(?:is|was|being)\s+(?:only\s+|just\s+|aged\s+)?(?P<own>{N})(?=\s*(?:[.,;:!?)]|$))",
        ),
        (
            "one",
            rf"\b(?:son|daughter|child|girl|boy|kid|grandson|niece|nephew)\s+(?:was|is)\s+(?:only\s+|just\s+)?{N}(?=\s+(?:at|when|and)\b)",
        ),
        (
            "one",
            rf"\b(?:each|all|both)\s+of\s+them\s+(?:just\s+|only\s+)?(?P<own>{N})(?=\s*(?:[.,;:!?)]|$))",
        ),
        (
            "one",
            rf"\b{WHO}\s+(?:had|have|has)\s+been\s+(?:only\s+|just\s+)?(?P<own>{N})(?=\s*(?:[.,;:!?)]|$))",
        ),
        ("one", rf"\b(?P<own>{N})(?=\s+(?:is|was)\s+(?:\w+\s+)?(?:too|very|so)\s+(?:young|old)\b)"),
        ("one", rf"\b(?:one|none|nobody)\s+at\s+(?P<own>{N})(?=\s*(?:[.,;:!?)]|$))"),
        ("band", rf"\b{WHO}\s+of\s+{N}(?:,\s+{NUMBER})+,?\s+(?:and|or)\s+{M}(?!\s?%)"),
        (
            "band",
            r"\b(?:age\s+)?(?:groups?|bands?|ages?)\b[^.;\d]{0,40}?\b(?:is|was|were|are)\s+"
            rf"(?P<own>{N}(?:\s+(?:and|to|or)\s+|\s?[-–]\s?){M})(?=\s*(?:[.,;:!?)]|$))",
        ),
        (
            "band",
            rf"\b(?:sisters|brothers|siblings|twins|girls|boys|children|friends|cousins|pupils),\s+(?:aged\s+)?(?P<own>{N}\s+and\s+{M}),",
        ),
        (
            "above",
            rf"\b(?:was|were|is|are)\s+(?:all\s+)?(?:over|above)\s+{N}(?=\s*(?:[.,;:!?)]|$))",
        ),
        ("band", rf"\baged?\s+from\s+{N}\s+to\s+{M}(?!\s?%)"),
        (
            "band",
            rf"\b(?P<a>{SPELT})[-‐‑\s](?:to|and)[-‐‑\s](?P<b>{SPELT}|seventeen)(?=\s+(?:age\s+)?(?:groups?|bands?|brackets?|range)\b)",
        ),
        ("from", rf"\bfrom\s+{N}\s+(?:and\s+)?(?:up|upwards?|onwards?)\b"),
        (
            "below",
            rf"\b(?:child|anyone|nobody|somebody|pupil|{WHO})\s+(?:was\s+|were\s+|who\s+(?:was"
            rf"|were)\s+)?"
            rf"(?:under|below)\s+(?:the\s+age\s+of\s+)?{N}(?!\s?%|,?\d)",
        ),
        (
            "band",
            rf"\b(?:child(?:ren)?|victims?|of|age,?)\s+(?:from\s+)?{N}(?:\s+(?:to|or|and)\s+"
            rf"|\s?[-–]\s?){M}(?!\s?%)",
        ),
        (
            "one",
            r"(?<!\bthere )(?<!\bit )(?<!\bthe number )(?<!\bits number )(?<!\bfigure )"
            r"\b(?:was|were|turned)\s+"
            rf"(?:just\s+|only\s+)?{N}(?=\s*(?:[.,;:!?)]|$)|\s+and\s+(?:another\s+|a\s+further\s+)?{NUMBER}\s+(?:was|were)\b)",
        ),
        (
            "one",
            rf"\b(?:child(?:ren)?|girls?|boys?|victims?)\s+(?P<own>of\s+(?:just\s+|only\s+)?{N})"
            r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:as|is|are|was|were|came|come|comes|followed|follow|has|had|in|on|by|and|or|who|with"
            r"|than|can|could|may|might|must|should"
            r"|will|would|from|at|when|whose|a|an|the|up|using|told|said|sent|needs?|does|did)\b)",
        ),
    )
)
"""Ages without the word: "the youngest was nine", "children of eight to eleven"."""
ENDS_OF_AGES = compiled(
    r"\b(?:(?P<young>youngest|littlest)|oldest)\s+(?:(?:age\s+)?(?:group|band|bracket|category"
    r"|row)|of\s+(?:all|the\s+\w+)|children|victims|pupils|kids)\b"
    r"(?!\s+(?:for\s+wh(?:om|ich)|with|to\s+have)\s+an?\s+(?:(?:published|released|printed)\s+(?:number|figure)"
    r"|(?:number|figure)\s+(?:has\s+been|is|was)\s+(?:given|issued|printed|published|released|shown))\b)"
)
"""The first and the last band of a table, and not of those that have a number."""
_NUMBER_IS = compiled(
    r"(?:\b(?:total|number|figure|count|tally)|\b(?:the\s+)?(?:one|row|cell|band)\s+(?:that|which))s?\b[^.;:!?]*\Z"
)
_IN_FIGURES = compiled(r"\b(?:in|among|from)\s+(?:[\w’'/-]+\s+){0,3}(?:figure|number|total)s\s+\Z")
# "Those a year older", "the age below": from the age named last.
NEXT_AGE = compiled(
    r"\b(?:a|one|(?P<n>two|three))\s+years?\s+(?:(?P<up>older)|younger)\b"
    r"|(?=\bthe\s)(?<!\bwrote )(?<!\bwrites )(?<!\bwrite )(?<!\bwritten )(?<!\bput )(?<!\btook )"
    r"(?<!\btaken )(?<!\bnoted )"
    r"\bthe\s+(?:next\s+)?age\s+(?:(?P<above>above|up)|below|down)\b"
)


def next_ages(
    text: str, named: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The ages told from the one named last; "a year older" and "younger" are so of the same."""
    ages = {m.start: m for m in named if m.slot.kind == "age" and m.slot.low == m.slot.high}
    told_from: dict[int, tuple[int, int]] = {}
    for match in NEXT_AGE.finditer(text):
        before = [start for start, m in ages.items() if m.end <= match.start()]
        if not before:
            continue
        last, way = max(before), 1 if match["up"] or match["above"] else -1
        way *= {"two": 2, "three": 3}.get(match["n"], 1)
        age, last_way = told_from.get(last, (ages[last].slot.low, way))
        if last_way * way > 0 and not match["n"]:
            age = ages[last].slot.low
        told_from[match.start()] = age, way
        found = Mention(*match.span(), age_category(age + way))
        ages[match.start()] = found
        yield found


_WITH_ITS_NUMBER = r"(?=,?\s+(?:with|at|on)\b|\s*\()"
FOLLOWED_BY = compiled(
    rf"\b(?:followed\s+by|then\s+(?:came|comes)|next\s+(?:was|came|were))\s+{N}{_WITH_ITS_NUMBER}"
    rf"|(?:\bahead\s+of|(?=[,\s])(?:(?<=[)\d])|(?<=offences)|(?<=crimes)|(?<=cases))(?:,\s+and|,|\s+and))\s+"
    rf"{_O}(?=\s*\(|,\s+(?:with|at|in)\s)"
    rf"|\b{M}\s+(?:(?:was|were|is|are|came|comes)\s+(?:next|second)|follow(?:s|ed)){_WITH_ITS_NUMBER}"
)
MOST_COMMON = compiled(
    r"\b(?:most\s+(?:frequent(?:ly)?|often|commonly)\s+(?:\w+\s+)?age|ages?\s+(?:\w+\s+){0,3}?most\s+(?:often|frequently|commonly)|most\s+common(?!\s+(?:offence|crime|app|site|platform))|(?:commonest|largest|biggest)\s+(?:single\s+)?age"
    rf"|{NUMBER}\s+(?:(?:comes?|came|crop(?:s|ped)?|turn(?:s|ed)?)\s+up|appear(?:s|ed)|feature[sd]|occur(?:s|red))\s+(?:the\s+)?"
    r"(?:most|more(?:\s+(?:often|frequently))?\s+than\s+any(?:\s+other)?))\b[^\n]*\Z"
)


_IT_WAS = (
    r"(?:(?:in\s+which\s+|where\s+)?(?:it|(?:the\s+)?(?:child|victim)|(?:he\s+or\s+she|she\s+or\s+he|s?he)|they|those)"
    r"\s+(?:was|were)"
)
# "In 25 the child was 13 and in 20 only 12", "20 in which it was 12, 25 against those of 13"
_AND_SO_MANY = compiled(
    rf"(?:\b(?:and|with|by)|[,;])\s+(?:in\s+)?{NUMBER}\s+(?:(?:offences|crimes|cases)\s+)?{_IT_WAS}"
    r"|(?:against|involving|to)\s+(?:those|children|ones)\s+(?:of|aged|who\s+were)|aged|only|just)\s+"
    rf"(?:only\s+|just\s+|aged\s+)*(?P<own>{N})(?=\s*(?:[.,;)]|$)|\s+and\b)"
)
# "In 20 the child was 12 and in 25 it was 13"
_IN_SO_MANY = compiled(
    rf"\bin\s+{NUMBER},?\s+{_IT_WAS})\s+(?:only\s+|just\s+|aged\s+)*(?P<own>{N})(?=\s*(?:[.,;)]|$)|\s+and\b)"
)
# "Fifteen were 13, seven were 14 and six were 15", where the sentence before speaks of age
_WERE = compiled(
    rf"\b{NUMBER}\s+(?:(?:of\s+(?:them|these|those|the\s+\w+)|more|others?|children|victims)\s+)?(?:were|had\s+(?:just\s+)?(?:turned|reached))\s+(?:only\s+|just\s+)?"
    rf"(?P<own>{N})(?=\s*(?:[.,;)]|$)|\s+and\b)"
)
# "At 15 there were 41; at 16, 30", "ages: up to 10: 21; 11 to 12: 61"
_AT_AGE = compiled(
    rf"(?:^|[;,.:]\s+|\band\s+)at\s+(?P<own>{N})(?=,?\s+(?:(?:(?:there|it)\s+(?:was|were|is)|it[’']s)\s+)?(?:only\s+|just\s+)?{NUMBER}\b(?!\s?%))"
)
# "Most often the child was 13. Then come 14 (52) and 15 (41)"
_NEXT_COME = compiled(
    rf"(?:\b(?:next|then)(?:\s+(?:come|came|comes|is|was|were))?:?\s+|\)(?:,|,?\s+and)\s+)(?P<own>{N})(?=\s+\(\d+\))"
)
_AGES_ITEM = compiled(
    rf"[;,.:]\s+(?P<own>{N}(?:\s+(?:to|and)\s+|\s?[-–]\s?){M})(?=[:,]\s+{NUMBER}\b(?!\s?[-–]\s?\d))"
)
# "Age by age: 11, 25 offences; 12, 41; 13, 58.", "by age: 11: 25; 12: 41"
_AGE_AND_NUMBER = compiled(
    rf"[;:]\s+(?P<own>{N})(?=(?:[:,]|\s?[–—-])\s+{NUMBER}(?:\s+(?:offences|crimes|cases))?\s*(?:[;.]|$))"
)
# "By age, 14 comes second"
_BY_AGE = compiled(rf"\bby\s+age,\s+(?P<own>{N})(?=\s+(?:comes?|came|ranks?|ranked|is|was)\b)")
# "With 12 next on 20 and 11 close behind on 12", "there are 20 at twelve, 25 at thirteen"
_NEXT_ON = compiled(
    rf"(?:\b(?:with|and|then)|,)\s+(?P<own>{N})\s+(?:(?:comes?|came|is|was)\s+)?(?:next|second|third|after\s+(?:it|that)"
    rf"|(?:close|just|not\s+far|a\s+little)\s+behind),?\s+(?:with|at|on|in)\s+{NUMBER}\b(?!\s?%)"
)
# "Mostly 14, with 27, then 13 with 25", "the age that came up most was 14, followed by 13 (25)"
_THEN_WITH = compiled(
    rf"\b(?:mostly|mainly|chiefly|usually|then|followed\s+by|ahead\s+of)\s+(?P<own>{N})"
    rf"(?=\s+\(\d|,?\s+(?:with|on|at|in)\s+{NUMBER}\b(?!\s?%))"
)
_SO_MANY_AT = compiled(
    rf"(?:\bthere(?:[’']s|\s+(?:is|are|was|were))|[,;]|\band)\s+{NUMBER}\s+at\s+(?P<own>{N})(?=\s*(?:[.,;)]|$)|\s+and\b)"
)
# "The child was 12 in 20 cases and 13 in 25", "aged 12 in 20, 13 in 25 and 14 in 27"
_AND_IN = compiled(
    rf"\bin\s+{NUMBER}(?:\s+(?:offences|crimes|cases|of\s+(?:them|these|those)))?(?:,|,?\s+and|;)\s+(?:(?:only|just|aged)\s+)*(?P<own>{N})"
    rf"(?=\s+in\s+(?:(?:just|only|another|a\s+further)\s+)?(?!(?:19|20)\d\d){NUMBER}(?:\s*(?:[.,;)]|$)|\s+(?:offences|crimes|cases|and)\b))"
)
# "By the time you get to 12 it's 20", "by 13 it is 25"
_BY_THE_TIME = compiled(
    rf"\b(?:(?:by\s+the\s+time|when|once|until|then)\s+(?:you|we|they)\s+(?:get|come|move|turn|go|look)\s+(?:(?:up|on)\s+)?(?:to|at)"
    rf"|(?:by\s+the\s+time|when|once|until)\s+(?:you|we|they)\s+reach|\bby)\s+(?:age\s+)?(?P<own>{N}),?"
    rf"(?=\s+(?:it[’']s|(?:it|that)\s+(?:is|was)|there\s+(?:are|were)|(?:the|that)\s+(?:figure|number)\s+(?:is|was)|you(?:[’']re|\s+are)\s+at)\s+"
    rf"(?:(?:already|up\s+to|as\s+many\s+as)\s+)?(?!(?:19|20)\d\d){NUMBER}\b)"
)
SPEAKS_OF_AGE = compiled(r"\bages?\b(?!\s+(?:group|range|limit)s?\b)|\bhow\s+(?:old|young)\b")
OLDEST_CHILD, _FAR = 17, 160


def ages_in_turn(
    text: str, named: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The ages of a list that leaves out the word for it, once the sentence speaks of one."""
    for pattern in (
        _AND_SO_MANY,
        _IN_SO_MANY,
        _WERE,
        _AT_AGE,
        _AGES_ITEM,
        _AGE_AND_NUMBER,
        _BY_AGE,
        _NEXT_COME,
        _NEXT_ON,
        _SO_MANY_AT,
        _THEN_WITH,
        _AND_IN,
        _BY_THE_TIME,
    ):
        for match in pattern.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "\n", "? ")) + 1
            if pattern in (_WERE, _NEXT_COME):
                start = (
                    max(text.rfind(mark, 0, max(0, start - 1)) for mark in (". ", "\n", "? ")) + 1
                )
            if pattern in (_NEXT_ON, _SO_MANY_AT, _THEN_WITH, _BY_THE_TIME):
                start = min(start, max(0, match.start() - _FAR))
            before = (m for m in named if m.start in range(start, match.start()))
            is_of_age = (
                pattern is _BY_AGE
                or SPEAKS_OF_AGE.search(text, start, match.start())
                or any(m.slot.kind == "age" for m in before)
            )
            numbers = numbers_in(match["own"])
            is_age = numbers[0].is_whole and numbers[0].value <= numbers[-1].value <= OLDEST_CHILD
            if is_of_age and is_age:
                low, high = int(numbers[0].value), int(numbers[-1].value)
                yield Mention(*match.span("own"), age_category(low, high))


def is_number(text: str, match: re.Match[str]) -> bool:
    """Whether a number after "was" is no age: "The number in Kent was two"."""
    before = words_before(text, match.start())
    return match[0].casefold().startswith("wa") and bool(
        _NUMBER_IS.search(before) and not _IN_FIGURES.search(before)
    )
