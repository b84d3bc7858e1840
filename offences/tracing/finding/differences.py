"""Readers of differences: "a rise of 20", "up by 20", "20 more", "20 were added"."""

import re

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import is_bare_year
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import (
    FALL_NOUN,
    FELL,
    NOT_COUNTED,
    RISE_NOUN,
    ROSE,
    YEAR,
    compiled,
)

_RISE_OR_FALL = rf"(?:(?P<rise>{RISE_NOUN})|(?P<fall>{FALL_NOUN}))"
A_WHOPPING = (
    r"(?:an?\s+(?:whopping|staggering|massive|huge|shocking|hefty|astonishing|modest|mere)\s+)?"
)
# "The gap between 2017/18 and last year is 92"
_ONE_YEAR = (
    rf"(?:{YEAR}|last\s+year|(?:the\s+)?(?:first|last|latest)(?:\s+(?:year|one|total|figure))?)"
)
_BETWEEN = rf"(?:\s+between\s+{_ONE_YEAR}\s+and\s+{_ONE_YEAR}(?:\s+(?:in|for|at)\s+[\w’'-]+)?)?"
_BY = compiled(
    rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL})|(?P<either>changed?|(?:difference|gap){_BETWEEN}))"
    r"\s+(?:\w+ly\s+)?(?:(?:(?:was|is)\s+)?(?:one\s+)?of|by|was|is|amount(?:s|ed)\s+to|c(?:omes|ame)\s+to|works?\s+out\s+at|stands\s+at)\s+(?:therefore\s+|thus\s+|then\s+)?"
    rf"{A_WHOPPING}$"
    r"|\bby\s+(?P<by>)$"
    r"|(?:^\W*|\b(?:the|its|their|our|[\w-]+[’']s)\s+)(?:(?:one|only|sole|first|second|third|last|latest|biggest|largest|annual|yearly)\s+){0,2}"
    rf"(?:(?P<rose>{RISE_NOUN})|(?P<fell>{FALL_NOUN}))(?:\s+(?:in|on|to"
    r"|over|across|during|within|from|since|between|for|last|this)\s(?:(?!\b(?:total|numbers?|figures?|counts?"
    rf"|there|it|they)\b)[^.,;:]){{0,50}}?)?(?:,\s+(?:from\s+{YEAR}\s+to|in|for)\s+{YEAR},)?"
    r"(?<=[\s,])\s?(?:was|is|c(?:omes|ame)\s+to|amount(?:s|ed)\s+to)\s+(?:of\s+|one\s+of\s+|just\s+|only\s+|now\s+|therefore\s+|thus\s+"
    r"|then\s+)*$"
)
# "The biggest rise in numbers, of 175", "the smallest fall, of 12"
_ASIDE_OF = compiled(
    rf"\b{_RISE_OR_FALL}(?:\s+in\s+\w+)?,\s+of\s+"
    r"(?:just\s+|only\s+)?$"
)
# "The rise in the latest year, 59, was the largest of the four"
_ASIDE = compiled(
    rf"\b(?:the|its|their|our)\s+(?:[\w-]+\s+)?{_RISE_OR_FALL}"
    r"(?:\s+(?:in|over)\s+(?:the\s+)?[\w-]+(?:\s+year)?)?,\s+$"
)
_ASIDE_ENDS = compiled(r",\s+(?:was|is|came|comes)\b")
# "Puts the increase over four years at 57"
_PUT_AT = compiled(
    rf"\b(?:put|puts|putting)\s+(?:the|its|their|that)\s+(?:\w+\s+)?{_RISE_OR_FALL}"
    r"\b[^.,;:]{0,50}?\sat\s+$"
)
# "The 36 added in that year"
_THE, _ADDED_IN = (
    compiled(r"\bthe\s+(?:(?:extra|further|additional)\s+)?$"),
    compiled(
        r"\s+(?:(?:offences|crimes|cases)\s+)?(?P<rise>added)\s+(?:in|during|over|last|since)\b"
    ),
)
# "When 16 were added to the total", "19 – how many fewer that is than in the year before"
_ADDED = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?(?:(?:(?:were|have\s+been|had\s+been)\s+)?(?P<rise>added\s+to)"
    r"|(?:were|have\s+been|had\s+been)\s+(?P<fall>(?:taken\s+)?off))\s+"
    r"(?:(?:the|its|their|that|[\w’'-]+[’']s?)\s+(?:(?:annual|yearly|local|overall)\s+)?(?:total|number|count|figure|tally)|that)\b"
    r"|\s*[–—:-]\s+(?:that\s+is\s+)?how\s+many\s+(?:(?P<rose>more)|(?P<fell>fewer))\b"
)
# "We have added 70 offences to our workload since then", "the 36 added in that year"
_HAVE_ADDED = compiled(
    r"\b(?:(?:has|have|had)\s+(?P<rise>added)|(?P<rose>adding))\s+(?:(?:a\s+further|another|some|just|only)\s+)?$"
)
# "The last year alone added 39 offences"
_YEAR_ADDED = compiled(
    rf"\b(?:year|months|{YEAR})(?:\s+(?:alone|by\s+itself))?\s+(?:has\s+|have\s+)?(?P<rise>added)\s+(?:(?:a\s+further|another|some|just|only)\s+)?$"
)
# "The force added 33 offences between 2016/17 and 2018/19"
_BETWEEN_YEARS = compiled(
    rf"\W*(?:between\s+{YEAR}\s+and|from\s+{YEAR}\s+to)\s+{YEAR}\b[^.;:\d]*\Z"
)
_THEN_BETWEEN = compiled(
    rf"(?:\s+[\w-]+){{0,3}}?\s+(?:offences|crimes|cases)\b(?!\s+to\s+(?:(?:the|his|her|their|its)\s+)?(?:charges?|files?|case|sheet|indictment|docket))[^.;:\d]{{0,40}}?\s(?:between\s+{YEAR}\s+and|from\s+{YEAR}\s+to)\s+{YEAR}"
)
_THEN_OFFENCES = compiled(r"\s+(?:offences|crimes|cases)\b")
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
_IS_CHANGE = compiled(rf":\s+(?:the\s+)?(?:{_RISE_OR_FALL}|(?P<either>change))\b")
# "The rise last year was 605, as against 633 in the year before"
_AS_AGAINST = compiled(
    rf"\b{_RISE_OR_FALL}\b(?:[^.;:\d]|{YEAR}){{0,60}}\s"
    rf"(?:was|is|came\s+to)\s+(?:just\s+|only\s+)?{NUMBER}(?:\s+(?:offences|crimes|cases))?,?\s+(?:as\s+)?(?:against|compared\s+(?:with|to))\s+"
    rf"(?:{NUMBER}\s+in\s+{YEAR}\s+and\s+)?(?:just\s+|only\s+|one\s+of\s+)?$"
)
_FROM_TO = compiled(rf"\bfrom\s+{NUMBER}\s+to\s+$")  # "From 25 to 33: the rise of a crime"
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
# "Up by 18 in 2017/18, 15 in 2018/19 and 39 in 2019/20"
_IN_TURN, _IN_YEAR = (
    compiled(
        rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\s+(?:by|of)\s+(?:just\s+|only\s+)?{NUMBER}\s+in\s+{YEAR}"
        rf"(?:,\s+(?:by\s+)?{NUMBER}\s+in\s+{YEAR})*(?:,|,?\s+and(?:\s+then)?)\s+(?:by\s+)?$"
    ),
    compiled(rf"\s+in\s+{YEAR}(?=\s*(?:[.,;]|$)|\s+and\b)"),
)
_ON_YEAR = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:,?\s+(?:or\s+|\()[\d.]+(?:%|\s+per\s+cent)\)?,?)?"
    r"\s+(?:on\s+(?:the\s+\d|(?:19|20)\d\d)|since\b|in\s+the\s+(?:first|second|third|last|latest|final)\b)"
)
# "A rise of 65 followed one of 25", "bigger than the 25 of the year before"
_ONE_OF = compiled(
    rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\s+(?:of|by)\s+(?:{NUMBER})(?:\s+(?:offences|crimes|cases))?(?:[^.;\d]|{YEAR}){{0,60}}?"
    r"\b(?:one\s+of|(?:bigger|larger|greater|smaller|steeper|sharper)\s+than\s+the)\s+(?:just\s+|only\s+)?$"
)
# "Two falls since 2016/17: one of 13 in 2019/20 and one of 22 last year"
_EACH_OF = compiled(
    rf"\b(?:(?P<rise>{RISE_NOUN})|(?P<fall>{FALL_NOUN}))s\b(?:[^.;\d]|{YEAR}|\d){{0,90}}?\bone\s+of\s+(?:just\s+|only\s+)?$"
)
_IN_ITS_YEAR = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+(?:(?:in|during|for)\s+(?:{YEAR}|the\s+(?:latest|last|following)\s+year)|last\s+year)\b"
)
_RISE_WAS = compiled(
    rf"\b{_RISE_OR_FALL}\s+the\s+(?:year\s+before|previous\s+year)\s+"
    r"(?:was|had\s+been)\s+(?:just\s+|only\s+)?$"
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
# "Of the 114 extra offences, 65 came last year"
_OF_THE_EXTRA = compiled(
    rf"(?:^|[.;:]\s)\W*(?:out\s+)?of\s+(?:the|those|these)\s+(?:{NUMBER})\s+(?:(?P<rise>extra|more|additional)|(?P<fall>fewer))\b"
    r"[^.;:\d]{0,40},\s+(?:(?:just|only|some)\s+)*$"
)
_ITS_PART = (
    rf"(?:[^.;\d]|{YEAR})*?(?:[,;–—]|\band|\bwith)\s+"
    r"(?:(?:and|with|just|only|(?P<which>of\s+which))\s+)*$"
)
# "By 39, from 110 to 149: that is how much the total rose"
_THAT_IS_HOW = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:,\s+from\s+[^.;:]{1,60}?)?\s?[,:–—-]\s+(?:that|this|which)(?:[’']s|\s+(?:is|was))\s+(?:by\s+)?how\s+(?:much|far|many)"
    rf"\b[^.;:]{{0,90}}?\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\b"
)
PART = "part"
"""What the word of a difference is that is a part of another one."""
_OF_SO_MANY = compiled(
    rf"\b(?:(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\s+(?:by|of)\s+(?:{NUMBER})"
    rf"|(?:{NUMBER})\s+(?:(?P<rose>more|higher)|(?P<fell>fewer|lower)))\b{_ITS_PART}"
)
_OF_A_CHANGE = compiled(rf"\b(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\b{_ITS_PART}")
_OF_WHICH = compiled(r"\s+(?:\w+\s+)?(?:(?:for|in)\s+which|where)\b")  # "a further 34 where"
_EXTRA = compiled(r"\b(?:an\s+extra|a\s+further|an\s+additional)\s+$")


def difference(here: Context) -> Candidate | None:
    """A number of offences more or fewer: "a rise of 20", "up by 20", "20 more"."""
    if not here.number.is_whole:
        return None
    if sign := here.passage.sign(here.number.start):
        return here.found("difference", way=sign)
    match = here.precedes(_BY) or here.precedes(_LABEL_OF_CHANGE)
    is_change = here.follows(_IS_CHANGE)
    match = match or (None if is_change and here.precedes(_FROM_TO) else is_change)
    match = match or here.precedes(_PUT_AT) or here.follows(_ADDED) or here.precedes(_ASIDE_OF)
    if match and match.lastgroup != "by":
        return here.found("difference", way=_direction(match))
    aside = here.precedes(_ASIDE) if here.follows(_ASIDE_ENDS) else None
    if second := aside or here.precedes(_AS_AGAINST):
        return here.found("difference", way=_direction(second))
    more = here.follows(_MORE)
    more = more or (here.follows(_DOWN) if here.precedes(_IS) else None)
    if more:
        return here.found("difference", way=_direction(more))
    is_deadline = is_bare_year(here.passage.text, here.number.start) and not here.modifier
    if match and is_deadline:
        return None  # "20,000 more officers by 2023"
    if match:  # "up by 10 in 2019/20, by 30 in 2020/21 and by 30 in 2021/22"
        way = here.passage.direction(here.number.start, here.number.end)
        how_much = here.follows(_THAT_IS_HOW)
        way = way or here.passage.last_direction(here.number.start)
        if way := way or (_direction(how_much) if how_much else ""):
            return here.found("difference", way=way)
    if (part := here.follows(_PART_CAME_IN)) and (of := _whole_change(here, part)):
        return here.found("difference", way=_direction(of), word=PART)
    if here.precedes(_THE) and (the_added := here.follows(_ADDED_IN)):
        return here.found("difference", way=_direction(the_added), word=PART)
    added = here.precedes(_HAVE_ADDED) if here.follows(_THEN_OFFENCES) else None
    added = added or here.precedes(_YEAR_ADDED)
    just_added = None if added else here.precedes(_JUST_ADDED)
    if just_added and (here.follows(_TO_ITS_TOTAL) or _is_between_years(here, just_added)):
        added = just_added
    if added:
        return here.found("difference", way=_direction(added))
    again = here.precedes(_AND_OF) if here.follows(_ON_YEAR) else None
    if again and (first := _FIRST_OF.search(here.before, 0, again.start())):
        return here.found("difference", way=_direction(first))
    if (in_turn := here.precedes(_IN_TURN)) and here.follows(_IN_YEAR):
        return here.found("difference", way=_direction(in_turn))
    if here.follows(_IN_ITS_YEAR) and (each := here.precedes(_EACH_OF)):
        return here.found("difference", way=_direction(each), word=PART)
    if one := here.precedes(_ONE_OF) or here.precedes(_RISE_WAS):
        return here.found("difference", way=_direction(one))
    if here.precedes(_PERCENT_OR) and (way := here.passage.last_direction(here.number.start)):
        return here.found("difference", way=way)
    bare = None if _LEVEL.search(here.all_before) else here.precedes(_UP_BARE)
    if bare and here.follows(_ON):
        return here.found("difference", way=_direction(bare))
    is_extra = here.precedes(_EXTRA) and not here.follows(_OF_WHICH)
    return here.found("difference", way="rise") if is_extra else None


def _is_between_years(here: Context, added: re.Match[str]) -> bool:
    """Whether what is added is the change from one year to another."""
    opens = _BETWEEN_YEARS.match(here.before, 0, added.start())
    return bool(opens or here.follows(_THEN_BETWEEN))


def _whole_change(here: Context, part: re.Match[str]) -> re.Match[str] | None:
    """The change that a number is a part of: "risen by 114, of which 65 came last year"."""
    if extra := here.precedes(_OF_THE_EXTRA):
        return extra
    whole = here.precedes(_OF_SO_MANY)
    if whole is None and part["it"]:
        whole = here.precedes(_OF_A_CHANGE)
    is_part = whole and (part["it"] or part["them"] or whole["which"])
    return whole if is_part else None


def _direction(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("rise") or groups.get("rose"):
        return "rise"
    return "fall" if groups.get("fall") or groups.get("fell") else ""
