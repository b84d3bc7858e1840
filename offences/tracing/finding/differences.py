"""Readers of differences: "a rise of 20", "up by 20", "20 more", "20 were added"."""

import re

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import is_bare_year
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import (
    BASE_OF_CHANGE,
    CHANGE_NOUN,
    FALL_NOUN,
    FELL,
    NOT_COUNTED,
    RISE_NOUN,
    ROSE,
    YEAR,
    compiled,
    words_before,
)

_RISE_OR_FALL = rf"(?:(?P<rise>{RISE_NOUN})|(?P<fall>{FALL_NOUN}))"
A_WHOPPING = (
    r"(?:(?:another|an?\s+(?:whopping|staggering|massive|huge|shocking|hefty|astonishing|modest|mere"
    r"|further))\s+)?"
)
# "The latest leap alone is worth 103 offences"
_CAME_TO = (
    r"(?:(?:was|is|were|are)\s+(?:worth|equal\s+to|equivalent\s+to)|amount(?:s|ed)\s+to|c(?:omes|ame)\s+(?:out\s+)?(?:to|at)"
    r"|works?\s+out\s+at|stands\s+at|equals|equalled|represents|represented|adds|added)"
)
# "The gap between 2017/18 and last year is 92"
_ONE_YEAR = (
    rf"(?:{YEAR}|last\s+year|(?:the\s+)?(?:first|last|latest)(?:\s+(?:year|one|total|figure))?)"
)
_BETWEEN = rf"(?:\s+between\s+{_ONE_YEAR}\s+and\s+{_ONE_YEAR}(?:\s+(?:in|for|at)\s+[\w’'-]+)?)?"
_BY = compiled(
    rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL})|(?P<either>changed?|(?:difference|gap){_BETWEEN}))"
    rf"(?:\s+(?:alone|itself))?\s+(?:\w+ly\s+)?(?:(?:(?:was|is|were|are)\s+)?(?:one\s+)?of|by|was|is|were|{_CAME_TO})\s+(?:therefore\s+|thus\s+|then\s+)?"
    rf"{A_WHOPPING}$"
    r"|\bby\s+(?P<by>)$"
    r"|(?:^\W*|\b(?:the|its|their|our|[\w-]+[’']s)\s+)(?:(?:one|only|sole|two|three|first|second|third|last|latest|previous|preceding|biggest|largest|annual|yearly)\s+){0,3}"
    rf"(?:(?P<rose>{RISE_NOUN})|(?P<fell>{FALL_NOUN})|(?P<change>change(?=\s+in\s+the\s+(?:latest|last|past|most\s+recent)\s+year\b)))s?(?:\s+(?:in|on|to"
    r"|over|across|during|within|from|since|between|for|last|this)\s(?:(?!\b(?:total|numbers?|figures?|counts?"
    rf"|there|it|they)\b)[^.,;:]){{0,50}}?)?(?:,\s+(?:from\s+{YEAR}\s+to|in|for)\s+{YEAR},)?"
    rf"(?:\s+(?:alone|itself))?(?<=[\s,a-z])\s?(?:was|is|were|are|{_CAME_TO})\s+(?:of\s+|one\s+of\s+|just\s+|only\s+|now\s+|therefore\s+|thus\s+"
    r"|then\s+)*$"
)
# "The base for the rise is 940": no difference
_OF_ITS_BASE = compiled(rf"\b{BASE_OF_CHANGE}\s+(?:is|was|being)\s+(?:(?:just|only|the)\s+)*$")
# "The rise in the latest year, 59, was the largest of the four"
_ASIDE = compiled(
    rf"\b(?:the|its|their|our)\s+(?:[\w-]+\s+)?{_RISE_OR_FALL}"
    r"(?:\s+(?:in|over)\s+(?:the\s+)?[\w-]+(?:\s+year)?)?,\s+$"
)
_ASIDE_ENDS = compiled(r",\s+(?:was|is|came|comes)\b")
# "The biggest rise in numbers, of 175", "the smallest fall, of 12"
_ASIDE_OF = compiled(
    rf"\b{_RISE_OR_FALL}(?:\s+in\s+\w+)?,\s+of\s+"
    r"(?:just\s+|only\s+)?$"
)
# "The smallest rise was in 2018/19, at 15"
_OF_ONE_YEAR = compiled(
    r"\b(?:the|its|their|our)\s+(?:(?:largest|biggest|smallest|sharpest|steepest|second|third|only|single|annual|yearly)\s+)+"
    rf"{_RISE_OR_FALL}(?:\s+of\s+(?:all|the\s+\w+))?\s+(?:was|is|came|happened)\s+(?:in\s+)?(?:the\s+one\s+in\s+)?(?:{YEAR}|the\s+(?:latest|last)\s+year)"
    r",?\s+(?:at|with|of)\s+(?:just\s+|only\s+)?$"
)
# "The change in the latest year is therefore small, at 12", "the latest rise, at 39, is"
_SMALL_AT = compiled(
    rf"\b(?:the|its|their|our|this|that)\s+(?:(?:latest|last|most\s+recent|annual|yearly|current)\s+)?(?:{_RISE_OR_FALL}|(?P<either>change|difference))"
    r"(?:\s+(?:in|over|during)\s+(?:the\s+)?(?:latest|last|past|most\s+recent)\s+(?:year|(?:12|twelve)\s+months))?"
    r"(?:\s+(?:is|was)\s+(?:(?:therefore|thus|then|so|very|only|too|\w+ly)\s+){0,2}"
    r"(?:small|smaller|slight|tiny|modest|slim|limited|minimal|big|bigger|large|larger|sharp|steep|considerable|substantial))?"
    r",\s+at\s+(?:(?:just|only)\s+)?$"
)
# "When 16 were added to the total", "19 – how many fewer that is than in the year before"
_ADDED = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?(?:(?:(?:were|have\s+been|had\s+been)\s+)?(?P<rise>added\s+to)"
    r"|(?:were|have\s+been|had\s+been)\s+(?P<fall>(?:taken\s+)?off))\s+"
    r"(?:(?:the|its|their|that|[\w’'-]+[’']s?)\s+(?:(?:annual|yearly|local|overall)\s+)?(?:total|number|count|figure|tally)|that)\b"
    r"|\s*[–—:-]\s+(?:that\s+is\s+)?how\s+many\s+(?:(?P<rose>more)|(?P<fell>fewer))\b"
    # "In 2018/19, when just 15 offences were added"
    r"|\s+(?:offences|crimes|cases)\s+(?:were|have\s+been|had\s+been)\s+(?P<grew>added)(?=\s*(?:[.,;:!?)]|\Z))"
)
# "225" above its label "how far the total has come down since 2020/21"
_LABEL_BELOW = compiled(
    r"\s*\n\W*(?:how\s+(?:far|much|many)\s+)?(?:the\s+|its\s+)?(?:annual\s+|yearly\s+)?(?:total|number|figure|count|offences|crimes|cases)\s+(?:has|have|had)\s+"
    rf"(?:(?P<rise>{ROSE}|gone\s+up|come\s+up)|(?P<fall>{FELL}|gone\s+down|come\s+down))\b(?!\s+(?:to|from)\s+\d)"
    rf"|\s*\n\W*(?:how\s+many\s+)?(?:(?P<rose>more)|(?P<fell>fewer))(?:\s+(?:offences|crimes|cases))?\s+than\s+(?:in\s+)?(?:{YEAR}|the\s+year\s+before)"
)
# "The last year alone added 39 offences"
_YEAR_ADDED = compiled(
    rf"\b(?:year|months|{YEAR})(?:\s+(?:alone|by\s+itself))?\s+(?:has\s+|have\s+)?(?P<rise>added)\s+(?:(?:a\s+further|another|some|just|only)\s+)?$"
)
# "The latest year has put another 14 on top"
_YEAR_PUT = compiled(
    rf"\b(?:year|months|{YEAR})(?:\s+(?:alone|by\s+itself))?\s+(?:has\s+|have\s+)?(?P<rise>put|brought|piled)\s+"
    r"(?:(?:a\s+further|another|an\s+additional|an\s+extra)\s+)$"
)
_ON_TOP = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+on\s+top\b(?!\s+of\s+(?!(?:that|it|this)\b))"
)
# "The force added 33 offences between 2016/17 and 2018/19"
_BETWEEN_YEARS = compiled(
    rf"\W*(?:between\s+{YEAR}\s+and|from\s+{YEAR}\s+to)\s+{YEAR}\b[^.;:\d]*\Z"
)
_THEN_BETWEEN = compiled(
    rf"(?:\s+[\w-]+){{0,3}}?\s+(?:offences|crimes|cases)\b(?!\s+to\s+(?:(?:the|his|her|their|its)\s+)?(?:charges?|files?|case|sheet|indictment|docket))[^.;:\d]{{0,40}}?\s(?:between\s+{YEAR}\s+and|from\s+{YEAR}\s+to)\s+{YEAR}"
)
# "Between 2016/17 and 2018/19 the force added 33 offences to its total"
_JUST_ADDED = compiled(r"\b(?P<rise>added)\s+(?:(?:a\s+further|another|some|just|only)\s+)?$")
_TO_ITS_TOTAL = compiled(
    r"\s+(?:offences|crimes|cases)\s+to\s+(?:its|the|their|[\w’'-]+[’']s?)\s+(?:(?:annual|yearly|overall)\s+)?"
    r"(?:total|number|count|figure|tally)\b"
)
# "Fall in a year: 13", "51: the rise in a year", "By how much? By 51."
_LABEL_OF_CHANGE = compiled(
    r"^\W*(?:[^:]*,\s+)?(?:(?:the|net|annual|overall)\s+)*"
    rf"(?:{_RISE_OR_FALL}|(?P<either>change|difference))"
    r"\b(?:(?!\b(?:is|was|are|were|has|had|means)\b)[^:])*:\s+$"
    r"|\bby\s+how\s+(?:much|many)\b[^.!?]*\?[”\"’']*\s+(?:by\s+)?$"
)
# "The latest change is therefore plus 39", "So it is up. By 39."
_PLUS = compiled(
    rf"\b(?:{CHANGE_NOUN}|difference|movement|variation|swing)\b(?:[^.;\d]|{YEAR}){{0,60}}?"
    r"\b(?:(?P<rise>plus)|(?P<fall>minus))\s+$"
)
_UP_THEN_BY = compiled(
    rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))(?:,?\s+(?:then|again|yes|indeed|slightly|a\s+(?:bit|little)))?"
    r"\s*[.!?:…–—-]+\s*(?:(?:and|but)\s+)?by\s+(?:(?:just|only)\s+)?$"
)
_UP_BARE = compiled(
    rf"\b(?:(?P<rise>rose|risen|(?<!made )(?<!make )(?<!makes ){NOT_COUNTED}up"
    r"|increased|grew|climbed|jumped)"
    r"|(?P<fall>fell|fallen|(?<!written )(?<!wrote )(?<!noted )(?<!put )(?<!set )(?<!took )down"
    rf"|decreased|dropped|declined))\s+{A_WHOPPING}$"
)
_ON = compiled(
    r"\s+(?:on|from|to|in|since|compared|year[\s‐‑-]+on[\s‐‑-]+year|this|last|over|nationally"
    r"|locally)\b|\s*(?:[.,;:!?)]|$)"
)
# "Rose above 140"
_LEVEL = compiled(r"\b(?:above|below|beyond|past|under|towards?)\s+(?:the\s+)?$")
# "A rise of 38% on 2018/19, and of 109 on the 140 of 2016/17"
_AND_OF = compiled(r"\band\s+(?:(?:of|by)\s+)?\+?$")
_ON_YEAR = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:,?\s+(?:or\s+|\()[\d.]+(?:%|\s+per\s+cent)\)?,?)?"
    r"\s+(?:on\s+(?:the\s+\d|(?:19|20)\d\d)|since\b|in\s+the\s+(?:first|second|third|last|latest|final)\b)"
)
# "A rise of 65 followed one of 25", "bigger than the 25 of the year before"
_ONE_OF = compiled(
    rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL})),?\s+(?:of|by)\s+(?:{NUMBER})(?:\s+(?:offences|crimes|cases))?(?:[^.;\d]|{YEAR}){{0,60}}?"
    r"\b(?:one\s+of|(?:bigger|larger|greater|smaller|steeper|sharper)\s+than\s+the)\s+(?:just\s+|only\s+)?$"
)
_FIRST_OF = compiled(rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\s+(?:of\s|by\s|\d)")
_LEVEL_OF = rf"the|that|its|our|their|last|where|what|{YEAR}"
_ALONE = r"(?=\s+than\b|\s*(?:[.,;:!?)]|\Z))"
_MORE = compiled(
    rf"\s+(?:(?:offences|crimes|cases)\s+(?=(?:higher|lower)\b|\w+\s+(?:than|on)\b))?(?:(?P<rise>more|extra|additional|higher|up\s+on|above(?=\s+(?:{_LEVEL_OF})\b)|(?:bigger|larger|greater){_ALONE})"
    rf"|(?P<fall>fewer|less|lower|down\s+on|smaller{_ALONE}|below(?=\s+(?:{_LEVEL_OF})\b)))\b"
)
# "The latest is 22 down"
_IS, _DOWN = (
    compiled(r"\b(?:is|was|are|were)\s+(?:(?:just|only|now)\s+)*$"),
    compiled(
        r"\s+(?:offences\s+|crimes\s+|cases\s+)?(?:(?P<rise>up)|(?P<fall>down))(?=\s*(?:[.,;:!?)]|\Z))"
    ),
)
# "The rise was 47 per cent, or 42 offences"
_PERCENT_OR = compiled(
    rf"(?:%|per\s?cent|pc|\b(?:half|third|quarter|fifth))(?:\s+(?:in|over)\s+(?:the\s+)?(?:{NUMBER}|an?)\s+years?)?(?:,|\s[–—-]|\s\()?\s*or\s+(?:by\s+)?$"
)
# "Risen by 114, of which 65 came last year", "the growth came late, with 65 of it last year"
_PART_CAME_IN = compiled(
    rf"\s+(?:of\s+(?:(?P<it>it|that|th(?:e|at|is)\s+(?:{RISE_NOUN}|{FALL_NOUN}))|(?P<them>them|those|these))\s+)?"
    r"(?:(?:came|was|were|happened|arose|added)\s+){0,2}(?:(?:in|during|over|within|since)\s|last\s+year\b)"
)
_ITS_PART = (
    rf"(?:[^.;\d]|{YEAR})*?(?:[,;–—]|\band|\bwith)\s+"
    r"(?:(?:and|with|just|only|(?P<which>of\s+which))\s+)*$"
)
PART = "part"
"""What the word of a difference is that is a part of another one."""
_OF_SO_MANY = compiled(
    rf"\b(?:(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\s+(?:by|of)\s+(?:{NUMBER})"
    rf"|(?:{NUMBER})\s+(?:(?P<rose>more|higher)|(?P<fell>fewer|lower)))\b{_ITS_PART}"
)
# "The latest increase, then, is of only three", "the fall was one of 39"
_CHANGE_IS = compiled(
    rf"\b{_RISE_OR_FALL}(?:\s+(?:in|at|for)\s+[\w’'-]+)?(?:,\s+(?:of\s+)?{NUMBER}(?:\s?%|\s+per\s?cent),)?(?:,?\s+(?:then|however|though|therefore|thus|in\s+fact|alone|here|there),?)?\s+(?:is|was|comes?\s+to|came\s+to)"
    r"(?:,?\s+(?:then|therefore|thus|however),?)?\s+(?:(?:one\s+)?of\s+)?(?:(?:just|only|about|some|a\s+mere)\s+)*$"
)
_IS_WHOLE = compiled(
    r"\s*(?:[.,;:!?)]|$)|\s+(?:offences|crimes|cases|on|since|in|over|from|and|but)\b"
)
_EXTRA = compiled(
    r"\b(?:an\s+extra|a\s+further|an\s+additional)\s+$|(?:^|[.!?]\s+)\W*(?:that|those)\s+(?:extra|additional)\s+$"
)


def difference(here: Context) -> Candidate | None:
    """A number of offences more or fewer: "a rise of 20", "up by 20", "20 more"."""
    if not here.number.is_whole or here.precedes(_OF_ITS_BASE):
        return None
    if sign := here.passage.sign(here.number.start):
        return here.found("difference", way=sign)
    match = here.precedes(_BY) or here.precedes(_LABEL_OF_CHANGE) or here.precedes(_PLUS)
    match = match or here.follows(_LABEL_BELOW) or here.follows(_ADDED)
    match = match or here.precedes(_ASIDE_OF) or here.precedes(_OF_ONE_YEAR)
    match = match or (here.precedes(_SMALL_AT) if here.follows(_IS_WHOLE) else None)
    if match and match.lastgroup != "by":
        return here.found("difference", way=_direction(match))
    aside = here.precedes(_ASIDE) if here.follows(_ASIDE_ENDS) else None
    if aside:
        return here.found("difference", way=_direction(aside))
    more = here.follows(_MORE)
    more = more or (here.follows(_DOWN) if here.precedes(_IS) else None)
    if more:
        return here.found("difference", way=_direction(more))
    is_deadline = is_bare_year(here.passage.text, here.number.start) and not here.modifier
    if match and is_deadline:
        return None  # "20,000 more officers by 2023"
    if bare_by := _UP_THEN_BY.search(words_before(here.passage.text, here.number.start)):
        return here.found("difference", way=_direction(bare_by))
    if match:  # "up by 10 in 2019/20, by 30 in 2020/21 and by 30 in 2021/22"
        way = here.passage.direction(here.number.start, here.number.end)
        if way := way or here.passage.last_direction(here.number.start):
            return here.found("difference", way=way)
    if (part := here.follows(_PART_CAME_IN)) and (of := _whole_change(here, part)):
        return here.found("difference", way=_direction(of), word=PART)
    added = here.precedes(_YEAR_ADDED)
    added = added or (here.precedes(_YEAR_PUT) if here.follows(_ON_TOP) else None)
    just_added = None if added else here.precedes(_JUST_ADDED)
    if just_added and (here.follows(_TO_ITS_TOTAL) or _is_between_years(here, just_added)):
        added = just_added
    if added:
        return here.found("difference", way=_direction(added))
    again = here.precedes(_AND_OF) if here.follows(_ON_YEAR) else None
    if again and (first := _FIRST_OF.search(here.before, 0, again.start())):
        return here.found("difference", way=_direction(first))
    if one := here.precedes(_ONE_OF):
        return here.found("difference", way=_direction(one))
    if here.precedes(_PERCENT_OR) and (way := here.passage.last_direction(here.number.start)):
        return here.found("difference", way=way)
    if (change := here.precedes(_CHANGE_IS)) and here.follows(_IS_WHOLE):
        return here.found("difference", way=_direction(change))
    bare = None if _LEVEL.search(here.all_before) else here.precedes(_UP_BARE)
    if bare and here.follows(_ON):
        return here.found("difference", way=_direction(bare))
    return here.found("difference", way="rise") if here.precedes(_EXTRA) else None


def _is_between_years(here: Context, added: re.Match[str]) -> bool:
    """Whether what is added is the change from one year to another."""
    opens = _BETWEEN_YEARS.match(here.before, 0, added.start())
    return bool(opens or here.follows(_THEN_BETWEEN))


def _whole_change(here: Context, part: re.Match[str]) -> re.Match[str] | None:
    """The change that a number is a part of: "risen by 114, of which 65 came last year"."""
    whole = here.precedes(_OF_SO_MANY)
    is_part = whole and (part["it"] or part["them"] or whole["which"])
    return whole if is_part else None


def _direction(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if any(groups.get(name) for name in ("rise", "rose", "grew")):
        return "rise"
    return "fall" if groups.get("fall") or groups.get("fell") else ""
