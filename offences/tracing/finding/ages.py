"""Readers of ages: the youngest, the most common age or band."""

import re
from fractions import Fraction

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.ordinals import NTH
from offences.tracing.finding.tied_ages import is_tied
from offences.tracing.finding.vocabulary import compiled
from offences.words import verdicts

THE_OLDEST = "oldest"
"""The word of a figure that says how old the oldest was."""
_YOUNG_BEFORE = compiled(
    r"\bas\s+young\s+as\s+$|\byoungest\b(?:[^.;:\d]|\d{4}/\d\d){0,60}?\b(?:was|is|were|being|aged?)\s+"
    r"(?:a\s+|an\s+)?(?:just\s+|only\s+)?(?:aged\s+)?(?:just\s+|only\s+)?$"
    r"|\byoungest(?:,|:|\s+(?:child|victim|age):)?\s+(?:aged\s+)?$"
)
# "The youngest age given in the force's 2019/20 figures for online sexual offences was nine"
_YOUNGEST_WAS = compiled(
    r"\byoungest\s+age\b(?:[^.;:\d]|\d{4}[/–-]\d\d){0,120}?\s(?:was|is)\s+(?:just\s+|only\s+)?\Z"
)
_OLD_BEFORE = compiled(
    r"\boldest\b[^.;:\d]{0,40}?\b(?:was|is|were|being|aged?)\s+(?:just\s+|only\s+)?(?:aged\s+)?$"
    r"|\boldest,?\s+(?:aged\s+)?$"
)
_YEAR_OLD = compiled(r"[-‐‑\s]years?[-‐‑\s]olds?\b")
# "Fifteen-year-old Amir"; "any 13-year-old" and "most 14-year-olds" are nobody.
_YEARS_OLD = compiled(r"\s+years\s+old\b")
_OF_ONE = compiled(r"[-‐‑\s]years?[-‐‑\s]olds?\s+(?!(?:Girls?|Boys?)\b)[A-Z][a-z]", re.NOFLAG)
# "In 57 it was an 11-year-old": the number is judged by its age
_WILL_DO = compiled(
    r"[-‐‑\s]years?[-‐‑\s]olds?\s+(?:girl\s+|boy\s+)?(?:(?:is|does|ca|wo|should)n[’']t"
    r"|will|cannot|can|might|may|should|must|needs|wants|is\s+(?:not\s+)?going\s+to)\b"
)
# "Who is messaging a nine-year-old at midnight?": no child of the figures
_DOES_TO_ONE = compiled(
    r"\b(?:messag|text|contact|approach|befriend|flatter|pester|chas|follow|call|ask|tell|nagg|charm|persuad|trick|ogl|watch)ing\s+an?\s+$"
    r"|\b(?:talk|chat|speak|writ|reach|lie|listen)ing\s+(?:(?:online|out|privately)\s+)?(?:to|with)\s+an?\s+$"
)
_IN_SO_MANY_IT_WAS = compiled(
    r"\bin\s+(?!(?:19|20)\d\d)[1-9]\d*\s+(?:of\s+(?:the|these|those|its|them)\s+)?"
    r"(?:(?:offences|crimes|cases)\s+)?(?:it|the\s+(?:victim|child))\s+was\s+an?\s+$"
)
_OF_VICTIMS = compiled(
    r"\b(?:victims?|youngest|oldest|among|files?|records?|recorded|figures?|cases?|offences?|crimes?|done\s+to"
    r"|police|officers?|detectives?|court|one\s+of\s+(?:them|these|those))\b"
)
_ANY = compiled(
    r"\b(?:any|every|each|no|most|many|other|your|my|our|her|his|their)\s+$"
    r"|\b(?:parents?|mothers?|fathers?|mums?|dads?)\s+of\s+(?:an?|the)\s+$"
    r"|\b(?:pos(?:es?|ed|ing)|pretend\w*|claim\w*|profess\w*)\s+(?:as"
    r"|to\s+be)\s+(?:an?\s+)?(?:\w+\s+)?$"
)
_COMMON = compiled(
    rf"(?:(?!\b{NTH}[\s‐‑-])[^.;:]){{0,30}}\bmost\s+common\b(?!\s+(?:\w+\s+)?age\s+(?:was|is)\b)"
)
# "A 14-year-old was the most likely victim"
_MOST_LIKELY = compiled(
    r"\s+(?:(?:girl|boy|child)\s+)?(?:was|is|were)\s+(?:the|our|its)\s+most\s+(?:likely|common|frequent|usual|typical)\s+(?:victim|target)\b"
)
# "The oldest group, those aged 15 to 17"
_OF_GROUP = compiled(
    r"\b(?:(?P<old>oldest)|youngest)\s+(?:age\s+)?(?:group|band|bracket|range)\b[^.;:\d]*$"
)
_AND_UNDER = compiled(r"\s+(?:and|or)\s+(?:under|younger|below)\b")
_RANGE_BEFORE = compiled(rf"{NUMBER}[-‐‑]?(?:\s?[-–]\s?|\s+(?:to|and|or)\s+)$")


def _will_do(here: Context) -> bool:
    """Whether it is of what a child of that age does, needs or meets, and is no victim's."""
    sentence = here.passage.sentence(here.number.start)
    is_any = here.follows(_WILL_DO) or here.precedes(_DOES_TO_ONE)
    return bool(is_any) and not _OF_VICTIMS.search(sentence)


def youngest(here: Context) -> Candidate | None:
    """The age of the youngest, or of the oldest: "as young as four", "a four-year-old".

    Or of a group at either end: "the oldest group, those aged 15 to 17".
    """
    match = here.follows(_YEAR_OLD)
    if match and here.follows(_YEARS_OLD) and not here.precedes(_YOUNG_BEFORE):
        return None  # "the child was 12 years old" says of whom a number is
    if match and here.precedes(_IN_SO_MANY_IT_WAS):
        return here.found("exempt", here.number.end + match.end(), word="age")
    group, high = here.precedes(_OF_GROUP), here.joined(_BAND_JOIN)
    if group and high and here.number.value < high.value <= OLDEST:
        word = THE_OLDEST if group["old"] else ""
        return here.found("youngest", high.end, of=high.value, word=word)
    end = here.number.end + (match.end() if match else 0)
    if match and _COMMON.match(here.after[match.end() :]):
        return here.found("mode", end)
    if match and _MOST_LIKELY.match(here.after[match.end() :]):
        return here.found("mode", end)
    if match and here.number.value >= 18:
        return here.found("exempt", end, word=verdicts.AGE_OF_A_PERSON)  # "a 45-year-old mother"
    is_young = here.precedes(_YOUNG_BEFORE) or _YOUNGEST_WAS.search(
        here.passage.before(here.number.start, 170)
    )
    if match and not is_young and (here.follows(_OF_ONE) or _will_do(here) or here.precedes(_ANY)):
        return here.found("exempt", end, word=verdicts.AGE_OF_A_PERSON)
    if OLDEST < here.number.value < 100 and here.precedes(_OLD_BEFORE):
        return here.found("exempt", end, word=verdicts.AGE_OF_A_PERSON)  # of those arrested
    if here.number.value <= OLDEST and here.precedes(_OLD_BEFORE):
        return here.found("youngest", end, word=THE_OLDEST)
    if here.follows(_AND_UNDER):
        return None  # "the youngest group, children aged 10 and under"
    if is_young and here.number.value == 1 and here.modifier == "under":
        return here.found("youngest", end, value=Fraction(0), modifier="")  # "under one"
    if is_young or (match and not here.precedes(_RANGE_BEFORE)):
        return here.found("youngest", end)
    return None


_NO_BAND = r"\b(?!\s+(?:band|group|range))"
_SEEN = (
    r"(?:seen|recorded|noted|given|found|reported|logged|named|mentioned|cited|listed|entered|stated"
    r"|hit|targeted|affected|harmed|abused|preyed\s+on|picked\s+(?:on|out))"
)
_OFTEN = (
    r"(?:the\s+)?most(?:\s+(?:often|frequently|commonly)\b"
    r"|(?=\s*(?:[.,;:!?)]|$|(?:was|is|in|across|for|among)\b)))"
)
# "The age that comes up most often", "the age most often recorded"
_SEEN_OFTEN = rf"(?:often|frequently|commonly|usually)[\s‐‑-]+{_SEEN}"
# "The most dangerous age", "the age most at risk", "the age at which the risk is greatest"
_AT_RISK = r"(?:at[\s‐‑-]risk|dangerous|vulnerable|exposed|perilous|risky|hazardous|in\s+danger)"
_PEAKS = (
    r"(?:peak(?:s|ed)?|(?:is|are|was|were)\s+(?:at\s+(?:its|their)\s+)?(?:the\s+)?(?:highest|greatest|worst|height|peak|gravest)"
    r"|runs?\s+highest)"
)
_TARGETED_MOST = r"(?:targeted|abused|harmed|groomed|affected|preyed\s+on)\s+(?:the\s+)?most"
_COMMON_ONES = rf"(?:most\s+(?:{_SEEN_OFTEN}|common|frequent|usual|{_AT_RISK})|commonest|riskiest)"
_AGE_OFTEN = (
    r"(?:\bages?(?:[\s-]groups?)?\s+(?:(?:that|which)\s+)?(?:(?:the|our|its|their|my)\s+)?"
    r"(?:police|officers|detectives|staff|teams?|forces?|they|we)\s+(?:have\s+|had\s+)?"
    rf"(?:(?:wrote|put|took)\s+down|{_SEEN}|noted?|record|saw|see|find|meet|met)\s+{_OFTEN}"
    rf"|\bages?(?:[\s-]groups?)?\s+(?:(?:that|which)\s+)?(?:(?:is|was|are|were|ha(?:s|ve)\s+been)\s+)?"
    rf"(?:(?:the\s+)?most(?:\s+(?:often|frequently|commonly))?\s+{_SEEN}\b"
    rf"|(?:(?:com(?:es?|ing)|came|crop(?:s|ped|ping)?|turn(?:s|ed|ing)?|show(?:s|ed|ing)?)\s+up"
    rf"|appear(?:s|ed|ing)?|featur(?:es|ed|ing)|occur(?:s|red|ring)?|{_SEEN})\s+{_OFTEN})"
    rf"|\bages?\s+most\s+{_AT_RISK})"
)
_WAS_COMMON = compiled(
    rf"(?:\s+and\s+{NUMBER})?(?:\s+years?)?:?(?:[’']s)?\s+(?:(?:was|were|is|are|as)\s+(?:both\s+|also\s+)?)?"
    rf"(?:the\s+)?(?:(?:two|single)\s+)?(?:(?:{_COMMON_ONES}|(?<=was\sthe\s)(?:worst|top|main)|danger)\s+(?:single\s+)?ages?{_NO_BAND}"
    rf"|age\s+(?:at\s+which|when|where)\b[^.;:\d]{{0,60}}\b(?:most\s+(?:often|frequently|commonly|likely|{_AT_RISK})|{_TARGETED_MOST}|{_PEAKS})\b"
    rf"|(?:peak|modal)\s+age{_NO_BAND}(?!\s+(?:for|at|of|among)\b)|{_AGE_OFTEN})"
    # "One of fourteen, our commonest age, with 27"
    rf"|,\s+(?:the|our|its|their|[\w-]+[’']s)\s+(?:most\s+(?:common|frequent)|commonest|peak)\s+age{_NO_BAND}"
    r"(?=\s*(?:[,.;:!?)]|$|\s[–—-]\s)|\s+(?:here|locally|nationally|in|across|for|with)\b(?![^.,;:\d]{0,40}\s(?:was|is|being)\b))"
)
_THAN_ANY = r"more\s+(?:(?:often|frequently)\s+)?than\s+any(?:\s+other)?"
_WAS_MOST = compiled(
    r"(?:[’']s|\s+(?:was|is))?\s+(?:the\s+)?(?:most\s+common|commonest)(?=\s*(?:[,.;:]|$|\s[–—-]\s)"
    r"|\s+(?:among|in|for|with|across|by)\b)"
    r"|\s+(?:tops|topped|leads|led)\s+the\s+(?:list|table|field|way)\b|\s+(?:comes?|came)\s+(?:out\s+)?(?:on\s+)?top\b"
    r"|\s+(?:leads|led|heads(?:\s+the\s+\w+)?|(?:is|was)\s+(?:\w+\s+)?(?:out\s+)?in\s+front|(?:is|was)\s+(?:where\s+it[’']s\s+)?(?:worst|highest))"
    r"(?=\s*(?:[,.;:]|$)|\s+(?:with|in|on|at)\b)"
    r"|(?:[’']s|\s+(?:was|is))\s+(?:(?:also|again|still|likewise)\s+)?the\s+peak(?=\s*(?:[,.;:(]|$)|\s+(?:in|for|with|at|across)\b)"
    r"|\s+(?:comes?|came|crop(?:s|ped)?|turn(?:s|ed)?|show(?:s|ed)?)\s+up\s+"
    rf"(?:(?:the\s+)?most|{_THAN_ANY})\b(?!\s+(?:app|platform|site)s?\b)"
    r"|\s+(?:appear(?:s|ed)|feature[sd]|occur(?:s|red)|(?:was|is)\s+recorded)\s+"
    rf"(?:(?:the\s+)?most(?:\s+often)?|{_THAN_ANY})\b(?!\s+(?:app|platform|site)s?\b)"
)
_WITH = compiled(r"(?<=[\w’])\s(?:with|on|at|by)\s+$")  # "Kik with 14 came out on top"
_THAN_ANY_AGE = compiled(rf"[^.;:\d]{{1,20}}\s{_THAN_ANY}\s+ages?\b")
_MODAL = compiled(
    r"\bmodal\s+age(?:\s+(?:in|for|across|here|nationally|locally)\b[^.;:\d]{0,40}?)?\s+(?:was|is)\s+"
    r"(?:(?:also|likewise|again|still|just|only)\s+)*$|\b(?:most\s+(?:commonly|often)"
    r"|most\s+likely\s+to\s+be)\s+(?:(?:they|the\s+(?:victims|children))\s+were\s+)?(?:aged\s+)?$"
)
# "Offences against children aged 13 were the most common"
_AGED = compiled(r"\b(?:children|girls|boys|those|victims|people)\s+(?:who\s+were\s+)?aged\s+$")
_WERE_MOST = compiled(
    r"\s+(?:were|was|are|is)\s+(?:the\s+)?(?:most\s+(?:common|frequent|numerous)|commonest"
    r"|most\s+often\s+(?:targeted|affected|recorded)|(?:targeted|affected|recorded)\s+most\s+often)\b"
)
_AT_THAT_AGE, _NEXT = compiled(r"\b(?:that|this|the\s+same)\s+age\b"), 80
_AN_AGE, OLDEST, _FAR = compiled(r"\bage[sd]?\b|[\s‐‑-]years?[\s‐‑-]olds?\b"), 17, 400
# "Ages were noted in 107 cases. The most common was 14"
_MOST_WAS = compiled(
    r"\bthe\s+(?:most\s+(?:common|frequent)|commonest)(?:\s+one)?(?:\s+of\s+all)?\s+(?:was|is)\s+(?:aged\s+)?$"
    # "Ages. Most common: 14."
    r"|(?:^|[.;|–—-]\s+)\W*most\s+(?:common|frequent):\s+$"
    r"|\btop\s+(?:of\s+the\s+\w+\s+)?(?:is|was|comes?|came)\s+$"
    r"|\bthe\s+peak\s+(?:(?:came|comes)(?:\s+[^.;:,\d]{1,20},)?\s+at|(?:was|is)(?:\s+at)?)\s+(?:age\s+)?$"
    r"|\bthe\s+(?:age|one)\s+(?:that|which)\s+(?:came\s+up|appeared|was\s+(?:noted|recorded))\s+(?:the\s+)?"
    r"most(?:\s+often)?\s+(?:was|is)\s+$"
)
# "The age hit hardest", "the age group with the most offences"
_HARDEST = (
    r"(?:(?:hit|affected|targeted|harmed|abused)\s+(?:the\s+)?(?:hardest|most|worst)(?:\s+often)?"
    r"|with\s+(?:by\s+far\s+)?(?:the\s+)?most\s+(?:[\w-]+\s+){0,3}?(?:offences|crimes|cases))\b"
)
_HARD_HIT = r"(?:(?:hardest|worst)[\s‐‑-]hit|most[\s‐‑-](?:affected|targeted))"
_COMMON_WAS = compiled(
    rf"\b{_COMMON_ONES}\s+(?:recorded\s+)?(?:single\s+(?:year\s+of\s+)?)?ages?{_NO_BAND}"
    rf"(?:(?!\byoungest\b|\b(?:was|is)\s+{NUMBER}(?!\s+(?:and|or)\b))[^.;:\d]|\d{{4}}/\d\d){{0,50}}?"
    r"(?:\b(?:was|were|is|are|of|at|being|been)|[,:])\s+"
    rf"(?:(?:just|only|still)\s+)?(?:aged\s+)?(?:{NUMBER}\s+(?:and|or)\s+)?$"
    r"|\bpeak\s+age(?:\s+(?:in|for|across|here|nationally|locally)\b[^.;:\d]{0,30}?)?\s+(?:was|is)\s+$"
    r"|\bno\s+(?:other\s+)?age\s+(?:\w+\s+){1,2}?(?:(?:more\s+)?(?:often|frequently)\s+than|as\s+(?:often|frequently)\s+as)\s+$"
    rf"|\bage\s+(?:at\s+which|when|where)\b[^.;:\d]{{0,60}}\b(?:most\s+(?:often|frequently|commonly|likely|{_AT_RISK})|{_TARGETED_MOST}|{_PEAKS})\b"
    r"(?:[^.;:\d]|\d{4}/\d\d){0,60}\b(?:was|is)\s+$"
    # "The risk peaks at 13", "offences are at their height at the age of 13"
    rf"|\b(?:(?:risks?|dangers?|threat)\b|(?:abuse|offending|offences|crimes|cases|numbers)\b(?=[^.;:]*\sage\s+(?:of\s+)?$))\s+"
    r"(?:(?:in|across|on|of|by|against)\s+[^.;:,\d]{1,40}?\s)??"
    rf"(?:(?:seems?|appears?)\s+to\s+)?{_PEAKS}\s+at\s+(?:(?:the\s+)?age\s+(?:of\s+)?)?$"
    rf"|\b(?:ages?\s+{_HARDEST}|{_HARD_HIT}\s+ages?{_NO_BAND})(?:[^.;:\d]|\d{{4}}/\d\d){{0,40}}?\b(?:was|is)\s+$"
    rf"|{_AGE_OFTEN}(?:\s+(?:here|(?:in|for|across|by)\s[^.,;:\d]{{1,40}}?))?,?\s+(?:was|is|were|are|remain(?:s|ed)|stay(?:s|ed))\s+(?:(?:still|also|again|once\s+more|just|only)\s+)*$"
)


# "In Tarn 14 was the most common age. Across England it was 13, with 413."
_PLACE = (
    r"(?:^|;\s)\W*(?:(?:(?:in|across|for|over)\s+(?:the\s+)?[A-Z][^.;:\d]{1,60}?|here|nationally"
    r"|nationwide|countrywide|locally),?\s*)?"
)
_IT_WAS = compiled(
    rf"{_PLACE}(?:(?:it|the\s+(?:age|band|group))\s+(?:was|is)|it[’']s|that[’']s|that\s+(?:is|was))\s+"
    r"(?:(?:also|again|likewise|still)\s+)?$"
)
# "14 was the commonest age, which differs from England, where it was 13", "…, compared with 13"
_WHERE_IT_WAS = compiled(
    r",\s+where\s+(?:it|that|the\s+age)\s+(?:was|is)\s+(?:(?:just|only|still)\s+)*$"
)
_COMPARED_WITH, _SOMEWHERE = (
    compiled(r"\s(?:compared\s+(?:with|to)|as\s+against|against|rather\s+than|instead\s+of)\s+$"),
    compiled(
        r"\s+(?:(?:in|across|for|throughout)\s+(?:the\s+)?(?-i:[A-Z])|nationally\b|elsewhere\b)"
    ),
)
_TOLD_OF_MODE = compiled(
    rf"\b(?:{_COMMON_ONES}|peaks?|peaked)\b(?!\s+(?:offence|crime|app|site|platform))"
)
_ENDS = compiled(
    r"\s*(?:[.;!?]|$)|,\s+(?:and|but|by)\s"
    rf"|(?:,?\s+(?:with|at|on|in)\s+(?:(?:just|only|some|about)\s+)?|\s*\(){NUMBER}(?!\s?%|\s+per\s?cent)"
)


def _continues_mode(here: Context, end: int) -> bool:
    """Whether "it was 13" goes on with the most common age of the sentence before."""
    passage, (start, _) = here.passage, here.passage.sentence_bounds(here.number.start)
    told = passage.text[slice(*passage.bounds_before(start))] if start else ""
    is_compared = here.precedes(_COMPARED_WITH) and here.follows(_SOMEWHERE)
    if is_compared or here.precedes(_WHERE_IT_WAS):
        said = passage.text[start : here.number.start]
        return bool(_TOLD_OF_MODE.search(said) and _AN_AGE.search(said))
    after = passage.after(end)
    ends = here.precedes(_IT_WAS) and (_ENDS.match(after) or _IN_PLACE.match(after))
    if not ends:
        return False
    own = passage.text[start : here.number.start].rpartition(";")[0]  # "13 …; here it is 14 (27)"
    if _TOLD_OF_MODE.search(own) and _AN_AGE.search(own):
        return True
    before = passage.bounds_before(start)
    asked = passage.question(before[0])  # "The commonest age? 14. For England it's 13"
    is_answer = passage.numbers_between(*before)
    is_told = _TOLD_OF_MODE.search(told) and _AN_AGE.search(
        passage.text, max(0, start - 160), start
    )
    return bool(is_told or (asked and is_answer and _WHICH_AGE.search(passage.text, *asked)))


# "13 was the peak age, compared with 14 in Tarn", "the commonest age was 14 here but 13 nationally"
_AND_ELSEWHERE = compiled(
    rf"\b(?:(?:{_COMMON_ONES}|peak|modal|top)\s+(?:\w+\s+)?age|{_COMMON_ONES}(?=\s*,))(?P<since>\b[^.;:]{{0,90}}?),?\s+"
    r"(?:and|but|while|whereas|against|versus|compared\s+(?:with|to)|as\s+against|rather\s+than)\s+(?:(?:it|that)\s+(?:was|is)\s+)?(?:only\s+|just\s+)?$"
)
_IN_PLACE = compiled(
    r"\s+(?:nationally|here|locally|overall|nationwide|(?:in|across|for|over)\s+(?:the\s+)?(?:(?-i:[A-Z])|country|county|force|nation|whole)"
    r"[^.;:,\d]{0,40}?)\s*(?:[.;,!?)]|$)"
)


def _is_mode_elsewhere(here: Context) -> bool:
    """Whether an age is the most common one of another place, with no number of its own between."""
    lead = here.precedes(_AND_ELSEWHERE) if here.follows(_IN_PLACE) else None
    if not lead:
        return False
    passage, (start, _) = here.passage, here.passage.sentence_bounds(here.number.start)
    since = passage.numbers_between(here.number.start - len(lead["since"]) - 20, here.number.start)
    before = passage.numbers_between(start, here.number.start)
    return len(since) <= 1 and bool(before) and before[-1].value <= OLDEST


# "Which age group is most affected? Locally, 13.", "And the age most often hit? Thirteen, with 31"
_MOST = r"\b(?:most|commonest|worst|hardest|mainly|peak|modal|top)\b"
_WHICH_AGE = compiled(rf"\bages?\b[^.?]*{_MOST}[^.?]*\?|{_MOST}[^.?]*\bages?\b[^.?]*\?")
_ANSWERS = compiled(
    rf"{_PLACE}(?:(?:it\s+(?:is|was)|it[’']s|that\s+(?:is|was)|that[’']s|aged?)\s+)?$"
)


def _answers_which_age(here: Context) -> bool:
    """Whether a number is the short answer to which age is the most common."""
    asked = here.passage.question(here.number.start)
    lead, mark, before = here.before.rpartition("?")  # digits follow a question in its sentence
    is_short = _ANSWERS.search(before) and _ENDS.match(here.after)
    question = f"{lead}{mark}" if mark else here.passage.text[slice(*asked)] if asked else ""
    return bool(is_short and _WHICH_AGE.search(question))


def mode(here: Context) -> Candidate | None:
    """The most common age: "was 13", or "13 was the most common age"."""
    if here.number.value > OLDEST:
        return None
    start = here.passage.sentence_bounds(here.number.start)[0]
    end = here.number.start
    was_told = _AN_AGE.search(here.passage.text, max(0, start - _FAR), end)
    was_told = was_told or _AT_THAT_AGE.search(here.passage.text, end, end + _NEXT)
    speaks_of_age = (
        here.follows(_WAS_MOST)
        and (was_told or here.follows(_THAN_ANY_AGE))
        and not here.precedes(_WITH)
    )
    is_mode = (
        speaks_of_age
        or _continues_mode(here, here.number.end)
        or (here.precedes(_MOST_WAS) and was_told)
        or here.precedes(_MODAL)
        or here.follows(_WAS_COMMON)
        or (here.precedes(_AGED) and here.follows(_WERE_MOST))
        or here.precedes(_COMMON_WAS)
        or _answers_which_age(here)
        or _is_mode_elsewhere(here)
        or is_tied(here)
    )
    return here.found("mode") if is_mode else None


_BAND_JOIN = compiled(r"\s?[-–]\s?|\s+to\s+")
_BAND = r"(?:band|group|range|bracket)"
_LARGEST = rf"(?:most\s+common|commonest|largest|biggest|{_HARD_HIT})"
_WAS_BAND = compiled(
    rf"(?:s\b|[\s‐‑-]year[\s‐‑-]olds)?\s+(?:was|is|were|are)\s+(?:by\s+far\s+)?the\s+(?:{_LARGEST}\s+age\s+{_BAND}\b|age\s+{_BAND}\s+{_HARDEST})"
)
# "The group 13 to 14 was the largest", "the 13 to 14 age group was the biggest"
_THE_GROUP = compiled(rf"\bthe\s+(?:age\s+)?{_BAND}\s+(?:of\s+|from\s+|aged\s+)?$")
_WAS_LARGEST = compiled(
    r"\s+(?:was|is)\s+(?:by\s+far\s+)?the\s+(?:largest|biggest|most\s+(?:common|numerous))\b"
)
# The largest age group "in the choir", "at the school"
_ELSEWHERE = (
    r"(?!(?:the\s+)?(?:table|figures?|data|offences|crimes|cases|force|county|numbers|victims)\b)"
    r"(?-i:[a-z])"
)
_BAND_WAS = compiled(
    rf"(?P<nth>\b(?:{NTH}|next)[\s‐‑-]+)?\b(?:{_LARGEST}\s+age\s+{_BAND}|age\s+{_BAND}\s+{_HARDEST})"
    rf"(?!\s+(?:in|at|on|of|for)\s+{_ELSEWHERE})(?:[^.;:\d]|\d{{4}}/\d\d){{0,40}}?\b(?:was|is)\s+(?:(?:that\s+of\s+)?(?:(?:those|children)\s+)?aged\s+|the\s+)?$"
)


def band(here: Context) -> Candidate | None:
    """The most common age band: "12 to 15"."""
    high = here.joined(_BAND_JOIN)
    after = here.passage.after(high.end) if high else ""
    if high and (
        _WAS_BAND.match(after)
        or (here.precedes(_THE_GROUP) and _WAS_LARGEST.match(after))
        or ((largest := here.precedes(_BAND_WAS)) and not largest["nth"])
        or _continues_mode(here, high.end)
    ):
        return here.found("band", high.end, of=high.value)
    return None
