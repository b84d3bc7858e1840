"""Words for a year by its distance from another: last year, the one before, since then."""

import re

from offences.statistics.years import MONTHS, Year
from offences.tracing.finding.numbers import NUMBER, NUMBER_START, numbers_in
from offences.tracing.finding.vocabulary import (
    CHANGE_NOUN,
    FALL_NOUN,
    FELL,
    MONTH,
    RISE_NOUN,
    ROSE,
    YEAR,
    any_of,
    compiled,
)

# What is made once a year: "the previous count", "the survey before".
_COUNT = any_of(
    *("counts?", "surveys?", "rounds?", "totals?", "figures?", "numbers?", "returns?", "tally"),
    *("releases?", "requests?", "exercises?", "collections?", "results?", "ones?"),
    *("responses?", "repl(?:y|ies)", "data", "statistics", "set", "batch", "inquiry"),
    *("editions?", "reports?", "waves?", "values?"),
)
_OLDER = "(?:previous|preceding|prior|last)"
# No number and no year of its own follows: "the previous total of 129", "the last count, for 2016".
_WITHOUT_NUMBER = (
    rf"(?!\s*[:–—]\s+{NUMBER}|\s+(?:of\s+|was\s+|stood\s+at\s+|,\s+)?(?:{NUMBER}|in\b|for\b|on\b))"
)
_COMPARED = (
    r"(?:than|on|since|against|from|above|below|over|with|as|to|beats?|topped|exceed\w*)\s+"
    r"(?:(?:in|at|for|on)\s+)?"
)

OUTBREAK = (
    r"(?:the\s+)?(?:first\s+)?(?:(?:coronavirus|covid(?:-19)?)(?:\s+(?:pandemic|lockdowns?|crisis))?"
    r"|pandemic|lockdowns?)\b"
)


def of_lockdown() -> Year:
    """The year of the first lockdowns, which began in April 2020."""
    return Year.of_month(MONTHS.index("April") + 1, 2020)


YEARS_OF_COUNT = (
    r"years\s+(?:of\s+(?:the|its|our|their|this)\s+(?:[\w’'-]+\s+){0,2}?(?:count|survey|series|data|figures|records|study)"
    r"|on\s+(?:file|record)|(?:that\s+|which\s+)?(?:we|it|they|the\s+charity)\s+(?:has|have)\s+(?:counted"
    r"|(?:figures|numbers|data)\s+for))\b"
)
_CHANGE = any_of(CHANGE_NOUN, "period", "span", "stretch")
_CHANGED = any_of(ROSE, FELL)
_PEOPLE = r"(?:we|I|they|you|he|she|anybody|anyone|the\s+(?:charity|force|committee|council|paper))"
LATEST = compiled(
    r"\b(?:today[’']s(?=\s+\d)|last\s+year(?![’']s\s+(?:report|conference|event)|\s+before\b(?!\s+\w+ing\b))|this\s+year"
    r"|the\s+(?:latest|past"
    r"|most\s+recent|last|final)\s+(?:financial\s+)?year(?!\s+before\b(?!\s+\w+ing\b))"
    r"|(?:the\s+)?(?:last|past|latest|most\s+recent)\s+(?:12|twelve)[\s‐‑-]+months?(?:\s+period)?"
    r"|the\s+year\s+(?:(?:that|which)\s+(?:has\s+|was\s+)?)?just\s+(?:been\s+)?(?:published|reported|ended"
    r"|finished|released|gone)"
    r"|(?<=[;,]\s)the\s+latest(?=,?\s+\d)|(?<=\bin\s)the\s+latest(?=\s*(?:[.,;)]|\Z)|\s+of\s+(?:the|these|those)\b)"
    rf"|the\s+(?:(?:financial\s+)?year|(?:12|twelve)\s+months)\s+(?:to|ending"
    rf"|(?:that\s+)?ended)\s+(?:in\s+|on\s+)?(?:the\s+end\s+of\s+)?(?:(?:\d\d(?:st|th)?|this)\s+)?{MONTH}\b(?!\s+(?:19|20)\d\d)"
    r"|now(?=,?\s+it(?:[’']s|\s+is)\b|\s+(?:stands?|at|numbers?)\b|\s+has\s+\d\d)"
    # "And on to the present level, which is the highest since 2017/18"
    r"|the\s+(?:present|current|latest)\s+(?:level|figure|total|number|count)(?=,\s+which\s+(?:is|was)\b)"
    # right behind a number: "against 310 now"
    r"|(?:(?<=\d\s)|(?<=offences\s)|(?<=crimes\s)|(?<=cases\s))(?:now|today)(?=\s*(?:[.,;:!?)]|\Z|and\b)))\b"
    r"(?!\s+but\s+one\b)"
)
PREVIOUS = compiled(
    r"\b(?:(?:the|that\s+of\s+the)\s+(?:financial\s+|very\s+)?(?:year\s+(?:just\s+|immediately\s+"
    rf"|right\s+)?before(?!\s+that\b)(?!\s+the\s+(?:latest|last|newest|most))(?!\s+{OUTBREAK})"
    r"|(?:previous|preceding|prior)\s+(?:12|twelve)\s+months"
    r"|(?:previous|preceding|prior)\s+(?:financial\s+|reporting\s+)?year"
    r"|year\s+(?:earlier|previous(?:ly)?|back|prior)"
    r"|(?:12|twelve)\s+months\s+(?:before|earlier|previous(?:ly)?|back))"
    r"|(?:(?:previous|preceding|prior)\s+year|year\s+before)(?=:\s)"  # a label
    r"|its\s+(?:previous|preceding|prior)\s+year|the\s+one\s+before\s+it(?=,?\s+when\b)"
    r"|(?<=\bin\s)the\s+one\s+before(?=\s*(?:[.,;:!?)]|\Z))"
    r"|(?:(?:a|one|just\s+one)\s+year|(?:12|twelve)\s+months)\s+(?:earlier|ago|previously|back"
    rf"|before(?!\s+{OUTBREAK}))"
    r"|(?<!the )(?:the\s+year)\s+before\s+last"
    # "And the time before? 110", "down 8% on previous year"
    r"|(?:the\s+time\s+before|last\s+time|(?:the\s+)?previous\s+time)(?=\?)"
    r"|(?:(?<=\bon\s)|(?<=\bthan\s)|(?<=\bfrom\s)|(?<=\bwith\s))(?:previous|preceding|prior)\s+year"
    # "Previous year’s figures in brackets", "Previous year: 312"
    r"|(?:previous|preceding|prior)\s+year(?=(?:[’']s)?\s+(?:\w+\s+){0,3}in\s+(?:brackets|parentheses)"
    r"|\s*[:|–—-]\s*\d))\b"
    rf"|{NUMBER}(?:\s?%)?\s+(?:more|fewer|higher|lower)\s+than\s+(?P<before>before)"
    r"(?=\s*(?:[.,;:!?)]|\Z)|\s+and\b)"
    # By people, not by a number: "when we last met", "the last time that I wrote"
    r"|\b(?:since|when)\s+(?P<asked>(?:[\w’'-]+\s+){1,4}?last\s+(?:asked|published|counted|reported"
    rf"|looked|checked|surveyed|did)|{_PEOPLE}\s+last\s+(?!{_CHANGED}\b)\w+)\b"
    rf"|\b(?P<met>(?:since\s+)?(?:(?:on|at)\s+)?the\s+last\s+time\s+(?:that\s+)?{_PEOPLE}\s+\w+)"
    # "Higher than the one before", "since the last count", "more than last time"
    rf"|\b{_COMPARED}(?P<count>(?:the|its|their|our|his|her)\s+(?:very\s+)?(?:{_OLDER}\s+{_COUNT}"
    rf"|{_COUNT}\s+(?:(?:just|right|immediately)\s+)?before(?!\s+(?:that|the)\b|\s+it,?\s+when\b))"
    rf"|(?:the\s+)?(?:last|previous)\s+time(?:\s+(?:that\s+)?{_PEOPLE}\s+\w+)?|the\s+time\s+before(?!\s+that\b))\b{_WITHOUT_NUMBER}"
    # "Has it gone up? 341 last time", "against the 341 of the time before"
    r"|(?:(?<=\d\s)|(?<=offences\s)|(?<=crimes\s)|(?<=cases\s))(?P<time>last\s+time|(?:(?:of|from)\s+)?the\s+time\s+before)(?=\s*(?:[.,;:!?)]|\Z|and\b))"
    r"|(?:\A|(?<=[.!?]\s))last\s+time(?:\s+(?:a?round|out))?(?=,?\s+(?:it|there|the|that|they|we)\b)"
    r"|\bgo(?:ing)?\s+back\s+(?:a|one)\s+year\b(?!\s+(?:more|further|earlier)\b|,?\s+to\b)"
    # "Its previous total was 171"
    rf"|\b(?P<was>(?:its|the|their|our)\s+(?:previous|preceding|prior)\s+{_COUNT})(?=\s+(?:was|had\s+been|stood\s+at)\s+{NUMBER})"
    # "75 more than the last"
    r"|\b(?:up|down|more|fewer|higher|lower|above|below)\b[^.;:,]{0,30}?\s(?P<last>the\s+(?:last|previous))(?=\s*(?:[.,;:!?)]|\Z))"
)
NEXT = compiled(
    r"\b(?:(?:the\s+(?:(?:year|(?:12|twelve)\s+months)\s+that\s+followed|year\s+after"
    r"|(?:following\s+year|year\s+following)|next(?:\s+year)?|one\s+after))(?:\s+that)?"
    rf"(?!\s+(?:\d|which|few|several|two|three))|(?:(?:an?|one)\s+year|(?:12|twelve)\s+months"
    rf"|(?P<n>{NUMBER})\s+years)\s+(?:later|on(?!\s+(?:year|file|record|average|the\s+(?:list|record|file|books)))|after\s+that)\b)"
)
ON_THAT = compiled(
    rf"\b(?:(?:the|these|those)\s+(?:(?P<since>{NUMBER})\s+)?years\s+since(?=,?\s+(?:have|had|has|it|they|saw|brought)\b)|"
    r"(?:on|than|from|with|above|below)\s+that(?=\s*(?:[.,;:!?)]|$|\s(?:as\s+well|too|figure|number"
    r"|total|point|level|low|high|base|year)\b))"
    r"|since\s+then\b|(?<=\bhas\s)since\b|(?<=\bhave\s)since\b|(?<=\bhad\s)since\b"
    r"|(?:in|over|during)\s+(?:that|the\s+same)\s+(?:\w+\s+)?(?:stretch|period|time|span)\b"
    r"|(?:over|across|during|within|in)\s+(?:those|these)\s+(?:same\s+(?:\w+\s+)?)?years\b"
    r"|over\s+the\s+(?:(?!whole\b|entire\b|full\b)\w+\s+)?period\b"
    r"|at\s+the\s+(?:start|beginning)\s+of\s+(?:that|the(?:\s+same)?)\s+(?:period|stretch|time|span)\b"
    r"|from\s+(?:there|then)\b|ever\s+since\b|(?:in|over)\s+the\s+(?:\w+\s+)?(?:years|time)\s+(?:since|(?:that|which)\s+followed|after(?:wards)?)\b"
    r"(?=\s*(?:[.,;:!?)]|$))|since(?=\s*(?:[.;!?)]|$)|\s+and\s+(?:is|are|was|has|had|now|it|stands)\b))"
)


def is_other_time(said: re.Match[str], apart: int) -> bool:
    """Whether "the two years since" are more or fewer than there have been."""
    many = numbers_in(said.groupdict().get("since") or "")
    return bool(many) and many[0].value != apart


# Not "the totals before that", which are of several years
BEFORE_THAT = compiled(
    r"\b(?:the\s+(?:one|year)\s+|(?<!years\s)(?<!year\s)(?<!totals\s)(?<!figures\s)(?<!numbers\s)(?<!counts\s))before\s+that\b"
)
# "84 offences then and 176 last year", "there were 84 back then"
THEN = compiled(
    r"\b(?:(?<!since\s)(?<!from\s)(?<!until\s)(?<!and\s)(?<!but\s)(?<!\sby\s)(?<=\w\s)"
    r"(?:then(?=\s*(?:[.,;:!?)]|\Z|\s(?:and|but|to|against|compared|with|while)\b)))"
    r"|(?:(?<=\bcompared\swith\s)|(?<=\bcompared\sto\s))then"
    rf"|(?:(?<=\bwas\s)|(?<=\bwere\s)|(?<=\bat\s))then(?=\s+{NUMBER})|back\s+then|at\s+that\s+time"
    r"|(?:(?<=[.!?]\s)|(?<=[.!?]\n)|(?<=\A))then,\s+(?=(?:they|it|there|the\s+\w+)\s+(?:had|was|were|stood|recorded|counted|logged)\b)"
    r"|(?<![\w,;–—]\s)by\s+(?:then|that\s+(?:time|point))(?=,?\s+\w)"
    r"|(?:figure|total|number|count|tally|level)\s+then(?=\s+(?:was|stood)\b))\b"
)
_SHARE = rf"{NUMBER}(?:\s?%|\s+per\s?cent)"
_SIZED_CHANGE = (
    rf"\s+(?:(?:[\w-]+\s+){{0,2}}?{_SHARE}\s+(?:[\w-]+\s+)?{CHANGE_NOUN}"
    rf"|(?:[\w-]+\s+)?{CHANGE_NOUN}\s+(?:of|by|was)\s+(?:[\w-]+\s+)?{_SHARE})"
)
IN_A_YEAR = compiled(
    rf"\b(?:(?:{_CHANGE}|{_CHANGED})(?:\s+(?:(?:of|by)\s+)?{NUMBER}(?:\s?%|\s+per\s+cent)?)?\s+(?P<tail>in\s+the\s+year)(?=\s*(?:[:.,;)]|(?:was|is|of)\b|\Z))|(?:in|within|over|inside|across|during)[\s‐‑-]+(?:just\s+|only\s+|the\s+(?:space"
    r"|course)\s+of\s+(?:just\s+)?)?(?:a|one|(?:the|that)\s+same)[\s‐‑-]+(?:single\s+|full\s+)?year"
    r"|(?:in|over|during|within)\s+(?:the|this)\s+(?:latest|last|past|most\s+recent)\s+(?:year"
    r"|12\s+months)"
    r"\s+alone|(?:in|over|within|inside|across)\s+(?:just\s+|only\s+|the\s+(?:space"
    r"|course)\s+of\s+(?:just\s+)?|(?:the|those)\s+same\s+)?(?:12|twelve)\s+months"
    r"|(?:over|on)\s+the\s+year(?!\s+(?:(?:19|20)\d\d|before|to|end|earlier|just|right|prev|back|prior|that|in))"
    r"|year[\s‐‑-]+(?:on|over|to)[\s‐‑-]+year|(?:one|single)[\s‐‑-]year"
    rf"(?=\s+{CHANGE_NOUN})"
    # "Last year's 10 per cent rise", "the latest year's rise of 10%"
    rf"|(?:last|this)\s+year[’']s(?={_SIZED_CHANGE})|the\s+(?:latest|last|past)\s+year[’']s(?={_SIZED_CHANGE})"
    rf"|(?:the|this)\s+(?:latest|last|most\s+recent)\s+(?:annual\s+)?(?=(?:{_CHANGE})\s+(?:was|is|came|of)\b)"
    rf"|(?:the|this|its|their)\s+(?:latest|most\s+recent)\s+(?:annual\s+)?(?={CHANGE_NOUN}\b)"
    rf"|annual(?:ly)?(?=\s+{CHANGE_NOUN}))\b"
)
_MANY = rf"(?:{NUMBER}|(?:a\s+)?couple\s+of)"
_STEPS = any_of(
    *("years", "surveys", "counts", "rounds", "editions", "reports", "releases", "springs"),
    *("summers", "autumns", "winters"),
)
_AS_LONG = rf"(?:{_MANY}\s+{_STEPS}|(?:half\s+)?a\s+decade)"
_SPACE = r"(?:just\s+|only\s+|(?:the|an?)\s+(?:space|course|period|span|stretch)\s+of\s+)?"
AGO = compiled(
    rf"\b(?={NUMBER_START}|(?:go|in|over|within|inside|during|across|a|half|took|taken|takes)\b)"
    rf"(?:(?P<n>{_AS_LONG})\s+(?:ago|earlier|before|previously|prior|back)\b"
    rf"|\bgo\s+back\s+(?P<back>{_AS_LONG})\b|\bt(?:ook|akes|aken)\s+{_SPACE}(?P<took>{_AS_LONG})(?=\s+(?:for|to)\b)"
    rf"|\b(?P<k>{NUMBER})[-‐‑\s]year\s+(?:(?!high|low)\w+\s+)?{_CHANGE}\b"
    rf"|\b(?:in|over|within|inside|during|across)\s+{_SPACE}(?:(?:the|those|these)\s+(?:same\s+)?)?(?:last\s+|past\s+"
    rf"|previous\s+)?(?P<m>{_AS_LONG})\b(?!\s+(?:of|with|for|from|on\s+(?:file|record)|(?:that\s+)?we(?!(?:\s+have|[’']ve)?\s+(?:{_CHANGED}|went|gone|moved|seen|saw)\b)|to\s+(?:the|{MONTH}|{YEAR}))\b))"
)

# "Up 28 per cent in a year and 43 per cent in two"
IN_YEARS = compiled(rf"\b(?:in|over)\s+(?:just\s+)?(?:a|one|the|{NUMBER})\s+years?\b")
IN_SO_MANY = compiled(
    rf"(?:(?<=\d\s)|(?<=%\s)|(?<=\bcent\s))(?:in|over)\s+(?:just\s+)?(?P<n>{NUMBER})(?=\s*(?:[.,;:!?)]|\Z)|\s+and\b)"
)


def number_of_years(words: str) -> int:
    """How many years "three surveys", "a couple of years" or "half a decade" are; 0 if unknown."""
    if "decade" in words.casefold():
        return 5 if "half" in words.casefold() else 10
    if "couple" in words.casefold():
        return 2
    found = numbers_in(words)
    is_read = found and found[0].is_whole and found[0].value < 50
    return int(found[0].value) if is_read else 0


_OF = rf"(?:the\s+)?{NUMBER}\s+(?:[\w-]+\s+){{0,3}}?(?:in|for|of)\s+\Z"
# "1,240 compares with 990 in 2017/18 and is 21% higher than the year before"
_OF_A_BASE = compiled(
    r"\b(?:(?:compare[sd]?|comparison)\s+(?:with|to)|against"
    rf"|(?:up|down|{RISE_NOUN}|{FALL_NOUN})\s+(?:from|on)|(?:more|fewer|higher|lower)\s+than"
    rf"|above|below|(?:doubl|tripl|trebl|quadrupl)\w*|twice|half|times|as\s+(?:many|high)\s+as)\s+{_OF}"
)
_FROM, _TO = compiled(rf"\bfrom\s+{_OF}"), compiled(rf"\A\s+to\s+{NUMBER}")


def is_of_a_base(before: str, after: str, *, is_base: bool) -> bool:
    """Whether a year is only of what another number is measured by, not one that is spoken of.

    `before` leads up to it; `after` leads on to words for the year before, a base or not.
    """
    is_measure = is_base and _OF_A_BASE.search(before)
    is_start = _FROM.search(before) and _TO.match(after)  # "from 196 in 2021/22 to 235"
    return bool(is_measure or is_start)
