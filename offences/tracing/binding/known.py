"""How a text says that something is known of the offences it counts."""

from offences.tracing.binding.categories import RECORDED, RECORDS, UNKNOWN, attribute_kind
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import BLAMED, compiled

TIED_TO_A_PLATFORM = (
    r"(?:(?:that|which)\s+(?:(?:(?:the|its|their|local|[\w-]+[’']s?|(?-i:[A-Z])\w+)\s+){0,2}"
    r"(?:police|officers|detectives|investigators|staff|force|it|they|we)\s+)?"
    r"(?:(?:was|were|are|had|has|have|can|could|be|been|able\s+to)\s+)*)?"
    r"(?:assign|attribute|link|tie|trace|match|connect|pin(?:ned)?\s+down|put\s+down)(?:ed|d)?\s+"
    r"(?:back\s+)?to\s+(?:an?|any|one)\s+"
    r"(?:(?:known|named|particular|specific|certain|single|social|media|online)\s+){0,2}?"
    r"(?:platform|app|(?:web)?site|service|network)\b"
)
"""Of which a platform is known: "linked to an app", "that officers could tie to a platform"."""
OF_TIED = compiled(
    rf"\s+(?:(?:of\s+(?:these|those|them)|offences|crimes|cases|ones)\s+)?{TIED_TO_A_PLATFORM}"
)
KNOWN_THERE = (
    # "Where there's an answer", "where such things were written down", "where it's been put down"
    r"(?:where|(?:in|for|on)\s+which)\s+(?:there(?:[’']s|\s+(?:is|was|had\s+been))\s+(?:an?|any|some)\s+(?:name|answer|entry|note|record)\b"
    r"|(?:such|these|those)\s+(?:things|details|facts|matters)\s+(?:was|were|are|had\s+been)\s+"
    rf"(?:\w+ly\s+)?{RECORDED}\b|(?:it|this|that)[’'](?:s|d)\s+(?:been\s+)?(?:\w+ly\s+)?{RECORDED}\b)"
)
"""What is known of offences by words that name no detail."""
# "Look at the boys. There were 56 offences against them": a part that was named before
AGAINST_THEM = compiled(r"\s+(?:offences|crimes|cases)\s+(?:against|on|involving)\s+them\b")
# "237 of the offences where such things were written down", "310 of the thousand with an app noted"
OF_THOSE_KNOWN = compiled(
    rf"\s+(?:(?:out\s+)?of\s+(?:(?:the|those|its|our)\s+)?(?:{NUMBER}\s+)?(?:(?:offences|crimes|cases|ones)\s+)?)?"
    rf"(?:{KNOWN_THERE}|{TIED_TO_A_PLATFORM}|with\s+(?:an?|the)\s+(?:platform|app|sex|gender|age)\s+{RECORDED}\b)"
)
WHERE_KNOWN = compiled(
    rf"[^.,;:\d]{{0,40}}?\s{KNOWN_THERE}|"
    r"\s+known\b(?!\s+to\s+(?:be|have)\b)|(?:\s+known)?\s+ages?\s+(?:was|were|is|are)\s+(?:known|recorded)"
    r"|[^.,;:]{0,40}?\s(?<!\bno\s)(?:ages?|sex|gender|platforms?|app)\s+(?:of\s+the\s+\w+\s+)?(?:was|were|is"
    rf"|are|had\s+been)\s+{RECORDED}\b(?!\s+(?:in|for|as)\b)"
    r"|(?:[^.,;:]{0,40}?\s(?:which|that))?\s+(?:had|names?|named|gave|gives?|stated?|mentions?"
    r"|mentioned)\s+(?:an?\s+|the\s+)?(?:known\s+|recorded\s+)?(?:platform|app|sex"
    r"|gender|age)s?\b"
    r"|[^.,;:]{0,40}?\swith\s+(?:an?|the)\s+(?:platform|app|sex|gender|age)\b(?=\s*[,.;:)])"
    r"|\s+(?:(?:records|files|offences|crimes|cases|ones)\s+)?(?:that|which)\s+(?:say|tell|specify)(?=\s*[,;:–—])"
    r"|\s+(?:that\s+)?(?:we|they|police|the\s+force)\s+knows?\s+(?:about|of)\b"
    r"|[^.,;:]{0,40}?\sfor\s+(?:which|whom)\s+(?:the|that|this)\s+(?:information|detail"
    r"|answer)\s+(?:is|was)\s+\w+"
    r"|[^.,;:]{0,60}?\s(?:for\s+(?:which|whom)|where|in\s+which)\s(?:\d{1,2}\s+)?[^.,;:\d]{0,30}?\b(?:has|have|had|holds?|held|gave|gives?|supplied)\s+"
    r"(?:this|that|the|such)\s+(?:information|details?|answer)\b"
    r"|[^.;:]{0,60}?\bwith\s+(?:an?|the|their)\s+(?:\w+[’']s\s+)?(?:platform|app|sex|gender|age)s?(?:\s+of"
    rf"\s+the\s+\w+)?\s+(?:{RECORDED}|attached|on\s+(?:the\s+)?(?:record|file|form|log|sheet)s?)\b"
    r"|[^.,;:]{0,40}?\s(?:where|in\s+which|for\s+which)\s[^.,;:\d]{0,40}?\b(?:could|can|able\s+to)\s+"
    r"(?:say|tell)\b"
    r"|[^.,;:]{0,40}?\s(?:where|in\s+which|for\s+which)\s+(?:the\s+)?(?:officers|police|they|we"
    r"|staff|force|detectives)\s+"
    r"(?:had\s+)?(?:(?:wrote|written|put|took|taken|noted)\s+(?:it|this|that)\s+down|(?:noted"
    r"|recorded|knew|logged)\s+(?:it|this|that))\b"
    r"|(?:(?!,\s+(?:and|but|while)\b)[^.;:]){0,60}?\b(?:where|(?:for|in)\s+which|whose"
    rf"|with\s+(?:an?\s+|the\s+)?{RECORDED}(?=\s+(?:age|sex|gender|platform|app)s?\b)|with\s+(?:a\s+)?(?:known|recorded)"
    r"|that\s+(?:recorded|named|gave))\b[^.;:]{0,60}?"
    rf"\b(?:(?!known\s+to\s+(?:be|have)\b){RECORDED}|knows?|knew|record|platform|app|sex|gender|age(?!\s+of\s+{NUMBER}))\b"
)
# "In 140 of the 149 cases police knew whether the child was a boy or a girl"
POLICE_KNEW = compiled(
    rf"(?:\s+(?:out\s+)?of\s+(?:(?:the|its|their|last|this|[\w’'-]+[’']s?)\s+)*(?:{NUMBER}|(?=offences|cases|crimes)))?"
    r"\s*(?:(?<=\s)(?:offences|cases|crimes)\s+|(?<=\s))"
    rf"(?:police|officers|detectives|it|they|we|the\s+force)\s+{RECORDS}\s+"
    r"(?:whether|if|how\s+(?:old|young)|which|what|where\s+(?:it|they|this)\b|the\s+(?:[\w’'-]+\s+)?(?:age|sex|gender|platform|app)(?!\s+as\b))\b"
)
_HAD_A_DETAIL = (
    r"(?:had|have|named?|g[ai]ve|stated?|mention(?:ed)?|c[ao]me\s+with|carr(?:y|ied)|includ(?:e|ed)|record(?:ed)?)\s+(?:an?|the)\s+"
    r"(?:name\s+of\s+(?:an?|the)\s+)?(?:(?:child|victim|youngster|girl|boy)[’']s\s+|(?:known|recorded|named|noted|stated|specific|social)\s+)?"
    r"(?:platform|app|sex|gender|age)\b(?!\s+of\s+(?:\d|(?:the|an?|its|their)\s+(?!child|victim|youngster|girl|boy)))"
)
# "1,395 of the offences had a platform attached", "118 of the 149 offences came with an age"
OFFENCES_HAD = compiled(
    rf"\s+of\s+(?:the|these|those|its|their|[\w’'-]+[’']s?)\s+(?:{NUMBER}\s+)?(?:[\w’'/-]+\s+){{0,4}}?(?:offences|crimes|cases|records)"
    rf"(?:\s+(?:in|across)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+)?(?:,\s+{NUMBER},|\s+\({NUMBER}\))?\s+"
    rf"(?:(?:recorded|logged|counted)\s+(?:by|in|across)\s+(?:[\w’'-]+\s+){{1,5}}?)?{_HAD_A_DETAIL}"
    rf"|\s+(?:offences|crimes|cases)\s+(?:(?:in|across)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+\s+)?(?:came\s+with|had)\s+"
    r"(?:an?|the)\s+"
    r"(?:name\s+of\s+(?:an?|the)\s+)?(?:(?:child|victim)[’']s\s+)?(?:platform|app|sex|gender|age)(?:\s+attached(?:\s+to\s+(?:it|them))?)?(?=\s*(?:[.,;:!?)]|\Z))"
)
# "118 of the 149 offences came with an age": all of them, of which some have one
THEY_HAD = compiled(rf"\s+(?:offences|crimes|cases)\s+{_HAD_A_DETAIL}")
_RECORDED_BY = compiled(r"\b(?:recorded|logged|noted)\s+by\b")  # all of theirs
_TOTAL = compiled(r"\W*(?:total|all|altogether|in\s+all)\W*")
_NOT = compiled(r"\b(?:not|un(?:known|recorded|stated))\b")
ONLY = r"(?:only\s+|just\s+|all\s+(?:of\s+)?(?:(?:the|its)\s+)?)?"
KNOWN_BEFORE = compiled(
    r"\bthe\s+(?:online\s+|social\s+)?\w+(?:\s+of\s+\w+)?\s+(?:was|were|is)\s+(?:known|noted|identified"
    r"|established)\s+(?:in|for)"
    r"\s+(?:only\s+|just\s+)?$"
    r"|\b(?:ages?|sex|gender|platforms?|apps?)(?:,\s+which)?\s+(?:of\s+the\s+\w+\s+)?(?:was|were"
    rf"|is|are)\s+(?!named\b|mentioned\b|listed\b){RECORDED}\s+(?:in|for)\s+{ONLY}$"
    r"|\ban?\s+(?:platform|app|site)(?:\s+or\s+\w+)?\s+(?:was|is|had\s+been)\s+named"
    rf"\s+(?:in|for)\s+{ONLY}$"
    rf"|\b(?:could|can|able\s+to)\s+(?:say|tell|name|identify|give|state|establish|determine"
    rf"|ascertain|(?:work|find)\s+out)\b[^.,;:\d]{{0,40}}?\s"
    rf"(?:in|for|of)\s+{ONLY}$"
    # "Officers knew how old the child was in", "noted which app it was for"
    rf"|\b{RECORDS}\s+(?:how\s+(?:old|young)|which|what|whether|if)\b[^.;:,\d]{{0,50}}?\s"
    rf"(?:in|for)\s+{ONLY}$"
    rf"|\b(?:{RECORDS}|ha[sd]|have|h[eo]lds?|got|obtained|collected)\s+(?:the\s+|an?\s+)?(?:[\w’'-]+[’']s\s+|(?:specific|particular|exact)\s+)?(?:platform|app|(?:web)?site|service|sex|gender"
    rf"|age)s?\s+(?:of\s+the\s+\w+\s+|or\s+(?:the\s+)?\w+\s+|(?:used|involved|concerned)\s+)?(?:in|for|of)\s+{ONLY}$"
)
# "Sex known: 285 of 332; age recorded in 282"
LABEL_KNOWN = compiled(
    rf"[.;,:•\n–—-]\s*\W*(?:\d[\d.]*\s+)?(?:the\s+)?(?:ages?|sex|gender|platforms?|apps?)(?:[.:,]\s+|\s+\(?){RECORDED}"
    rf"(?:\s+(?:in|for))?:?\s+{ONLY}$"
)
# "Age in Kent in 2022/23, where recorded (217 offences)", "Platform, where known (124 of 263)"
WHERE_KNOWN_IN = compiled(
    r"^\W*[^.;:\n]*\b(?:ages?|sex|gender|platforms?|apps?)\b[^.;:\n]*,?\s+(?:where|if"
    r"|when)\s+(?:it\s+(?:was|is)\s+)?"
    r"(?:known|recorded|noted|stated|logged|named|given)\s*[(–—:,]\s*$"
)
# "… was known for 250 in one county and for 3,012 in all"
AND_FOR = compiled(r"(?:,|\band)\s+(?:in|for)\s+(?:only\s+|just\s+)?$")
# "The age had not been noted in 42 cases, and the platform in 114"
AND_THE = compiled(
    r"(?:,|\band)\s+(?:and\s+)?(?:the\s+|their\s+|its\s+)?(?:platform|app|sex|gender|age)\s+(?:in|for)\s+(?:only\s+|just\s+)?$"
)
IS_KNOWN = compiled(r"\b(?:known|recorded|noted?|note\s+of|logged|identified|named|stated)\b")
IS_GIVEN = compiled(
    r"\b(?:give|gave|given|giving|records?|recorded|names?|named|notes?|noted|know|knew|known|say|said|state|stated)\b"
)
# "Girls: 324; boys: 76; not stated: 56", "(it is missing in 35)", "For 64 we do not know"
LISTED_UNKNOWN = compiled(
    r"(?:not\s+(?:stated|known|recorded|given|specified|noted)|un(?:known|stated|specified|recorded)"
    r"|missing)(?:\s+(?:in|for)(?:\s+(?:just|only))?)?\s*[:(–—,]?\s*\Z"
)
NOBODY_KNOWS = compiled(
    rf"(?:\s+of\s+(?:them|these|those|(?:the|its|their|our)\s+{NUMBER}))?(?:\s+(?:offences|cases|crimes|children))?,?\s+(?:we|they|it|police|officers"
    r"|the\s+force)\s+(?:(?:do|does|did)(?:\s+not|n[’']t)(?:\s+(?:know|say|do\s+so)(?P<where>\s+where)?)?"
    r"|(?:are|is|were|was)(?:\s+not|n[’']t)\s+(?:told|sure|certain))(?=\s*[.,;])"
)
# "Nothing was noted about the app in the other 86", "for the remaining 86 there was no detail"
REST_BEFORE = compiled(
    rf"(?:\b(?:the|its|their)\s+(?:other|remaining|rest,?|remainder,?)|\b(?:an?\s+(?:further|additional)"
    rf"|an\s+extra|another|(?<=leaves)|(?<=leaving)))\s+{ONLY}$"
)
# "In 31 more the age was left blank"
IN_BEFORE = compiled(rf"\b(?:in|for|on|with)\s+{ONLY}$")
_MORE = compiled(r"\s+(?:more|others?)(?:\s+(?:offences|cases|crimes))?\b(?!\s+than\b)")
# "How many of the 149", "not all of the 149 were on Snapchat": all of them
HOW_MANY = compiled(
    r"\bhow\s+many\s+of\s+(?:the|its|those|these)\s+$"
    r"|\b(?P<part>not\s+all)\s+of\s+(?:the|its|those|these|[\w-]+[’']s?)\s+$"
)
NOTHING = compiled(
    r"\b(?:cannot|no(?!\s+(?:less|fewer|more)\b)|not|nothing|never|none|neither|nobody|without|un(?:known"
    r"|recorded|stated|specified|clear|named|identified)|missing|blank|empty|\w+n[’']t|silent)\b"
)


def is_rest(passage: Passage, figure: Candidate, start: int, end: int) -> bool:
    """Whether a number is of those left over, of which the words around it say nothing."""
    before, after = passage.before(figure.start), passage.after(figure.end)
    is_left = REST_BEFORE.search(before) or (IN_BEFORE.search(before) and _MORE.match(after))
    return bool(is_left and NOTHING.search(passage.text, start, end))


# "48 in all, including those with no app given"
INCLUDING = compiled(
    r"\b(?:includ|count)(?:es?|ed|ing)\s+(?:all\s+)?(?:the\s+)?(?:those|ones|offences|crimes|cases)\s+"
    r"[^.;:\d]{0,20}\Z"
)
"""What comes next is not known of some of a number, and said of none of it."""
# "It recorded 28" is said of a force.
_USED = r"(?:named|used|mentioned|involved|cited|noted|implicated)"
IT_WAS_USED = (
    rf"\b(?:(?:they\s+(?:were|are|(?:have|had)\s+been)\s+(?:\w+ly\s+)?{_USED}"
    r"|(?:it|this|that|the\s+(?:app|platform|site|service))\s+(?:was|is|were|are|(?:has|have|had)\s+been)"
    rf"\s+(?:\w+ly\s+)?(?:{_USED}|{BLAMED})"
    r"|(?:it|this|that|they|the\s+(?:app|platform|site|service))\s+(?:featured?s?|accounted|appear(?:s|ed)|figured"
    r"|(?:came|comes|turned|turns|cropped|crops)\s+up))\b"
    r"(?![^.;,\d]{0,40}\bthat\b))"
)
"""What a part does that "it" stands for, named before."""
# "Officers named it in 41% of the cases"
NAMED_IT = compiled(
    r"\b(?:nam|record|not|mention|logg|cit|list|identif|linked\s)\w*\s+(?:to\s+)?it\s+in\s+"
    r"(?:(?:only|just|about|some|around|nearly|almost|over|more\s+than)\s+)*\Z"
)
IT_KNOWN_BEFORE = compiled(
    r"\b(?:it|this|that|(?:an|the)\s+answer)\s+(?:was|is|had\s+been)\s+(?:known|recorded|given|noted|stated"
    r"|logged|there|on\s+(?:file|record))\s+(?:in|for)"
    r"\s+(?:only\s+|just\s+)?$"
)
# "They did not give a platform for every offence. They did so for 160"
DID_SO_BEFORE = compiled(
    rf"\b(?:they|it|we|police|officers|forces)\s+(?:only\s+)?(?:did|could\s+do|have\s+done|had\s+done)\s+so\s+(?:in|for)\s+{ONLY}$"
)
NOT_DONE = compiled(
    r"(?:\b(?:not|never|cannot|(?<!not\s)(?<!never\s)(?<!n[’']t\s)(?:fail\w*|unable|neglect\w*|forgot\w*|omit\w*|declin\w*|refus\w*)\s+to|nobody|no\s+one|none"
    r"(?:\s+of\s+them)?|neither)|n[’']t)\s+(?:(?!only\b|merely\b|simply\b|solely\b)\w+ly\s+)?(?:(?:be|been)\s+)?(?:able\s+to\s+)?\w?\Z"
)
# "We don't always know which. In 90 of them we do"
NOT_ALWAYS_KNOWN, THEY_DO_KNOW = (
    compiled(
        r"(?:\bnot|n[’']t|\bcannot)\s+(?:\w+\s+)?(?:known?|say|tell|record(?:ed)?|noted?|given|write|ask)\b"
    ),
    compiled(
        r"(?:\s+of\s+(?:them|these|those)|\s+(?:of\s+the\s+)?(?:cases|offences|crimes))?,?\s+(?:we|they|it|police|officers|the\s+force)"
        r"\s+(?:do|did|does|can|could|knows?|knew|is|was)(?=\s*[.,;!:]|\s+[–—-]|\s*\Z)"
    ),
)
# "We don't know the app in 66. Of the 83 where we do, 40 were on Snapchat"
WHERE_THEY_DO = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?(?:where|for\s+which|in\s+which)\s+(?:we|they|it|police|officers)\s+"
    r"(?:do|did|does|can|could|have|had|know|knew)(?=\s*[.,;:!)])"
)
# "In most cases no platform is known: the force had noted one in 160"
NOTED_ONE_BEFORE = compiled(
    rf"\b(?:they|it|we|police|officers|forces?)\s+(?:had\s+|has\s+|have\s+)?(?:only\s+)?{RECORDS}\s+one\s+(?:in|for)\s+{ONLY}$"
)
WHERE_BEFORE = compiled(
    r"\b(?:where|when)\s+(?:the\s+)?(?:age|sex|gender|platform|app)s?\s+(?:was|were|is)\s+(?:known"
    r"|recorded|given)(?:(?!,\s+(?:and|but)\s+in\b)[^.;:\d]){0,40}$"
    # "Where they noted whether it was a boy or a girl, which was 140 offences"
    # "When the sex was written down – and it was in 140 –", "where it is known, as it is for 140"
    rf"|\b(?:where|when)\s[^.;:\d]{{0,30}}?\b(?:{RECORDED}|{RECORDS})\b[^.;:,\d]{{0,50}}?(?:,|\s[–—-]|\s\()\s*"
    r"(?:which|(?:(?:and|as)\s+)?(?:it|that|this))\s+(?:was|is|were|happened|applied|came\s+to)\s+"
    r"(?:(?:the\s+case|so|true|done|in|for|to|only|just|about)\s+)*$"
)


def attribute_of_heading(passage: Passage, figure: Candidate) -> str:
    """What is known of a number in brackets behind the heading of a list; empty if nothing is."""
    found = WHERE_KNOWN_IN.search(passage.before(figure.start, 140))
    return attribute_kind(found[0]) if found else ""


def cell_attribute(passage: Passage, figure: Candidate, is_of_part: bool) -> tuple[str, str] | None:
    """The role of a number in a list or above it, and what is known: by its line or its heading.

    "Platform known in: 64", "Girls and boys, in the 190 offences where sex was noted:".
    """
    if row := passage.row(figure.start):
        label = passage.text[row.start : figure.start]
        if _TOTAL.fullmatch(label):  # of those that the heading says are known
            label = passage.text[slice(*row.heading)]
        is_known = IS_KNOWN.search(_RECORDED_BY.sub("", label))
        is_unknown = UNKNOWN.search(label) or _NOT.search(label)
        of = attribute_kind(label) or attribute_kind(passage.text[slice(*row.heading)])
        if is_of_part or not (is_known and of):
            return None
        return ("unknown" if is_unknown else "known"), of
    heading = passage.heading(figure.start)
    where = WHERE_KNOWN.match(passage.text[figure.end : heading[1]]) if heading else None
    if heading and where and not passage.numbers_between(figure.end, figure.end + where.end()):
        after = attribute_kind(passage.text[figure.end : heading[1]])
        if of := after or attribute_kind(passage.text[slice(*heading)]):
            return "known", of
    return None
