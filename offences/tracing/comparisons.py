"""Words that compare forces with each other, a region or an average: never allowed."""

import re
from collections.abc import Iterator

from offences.tracing.binding.bind import Binder
from offences.tracing.binding.owners import is_its_own_past
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import A_YEAR_ITSELF, YEAR, any_of, compiled

_PLACES = any_of(
    *("forces?", "constabular(?:y|ies)", "areas?", "count(?:y|ies)", "regions?", "cit(?:y|ies)"),
    *("towns?", "boroughs?", "places?", "parts? of (?:the|England|Wales|Britain)", "nations?"),
)
_REGION = any_of(
    *("country", "region", "nation", "UK", "United Kingdom", "Britain", "Great Britain"),
    *("East Midlands", "West Midlands", "Midlands", "East of England", "Yorkshire", "East Anglia"),
    *("(?:North|South)(?:[ -](?:East|West))?", "East", "West", "Home Counties"),
)
_MOST = any_of(
    *("worst", "highest", "largest", "biggest", "lowest", "smallest", "steepest", "sharpest"),
    *("fastest", "greatest", "safest", "heaviest", "hardest", "fewest", "busiest", "gravest"),
    *("top", "most", "least", "second[-‐‑ ]\\w+est", "third[-‐‑ ]\\w+est"),
)
# "The most common age in the region" ranks categories.
_OF_CATEGORIES = any_of(
    *("ages?", "aged", "common(?:ly)?", "platforms?", "apps?", "sites?", "used", "named", "group"),
    *("groups", "kinds?", "types?", "categor(?:y|ies)", "share", "thing", "important", "likely"),
    *(
        "popular",
        "recent",
        "of",
        "all",
        "charit\\w*",
        "parents",
        "children",
        "people",
        "priority",
        "problem",
        "concern",
        "rooms?",
        "bedrooms?",
    ),
)
_ONE_OF = compiled(
    rf"\b(?:one|some|two|three)\s+of\s+(?:the|its)\s+(?:\w+\s+)?{_MOST}\b(?:[\s‐‑-]+(?!{_OF_CATEGORIES}\b)[\w’']+)"
    rf"{{0,3}}?\s+{_PLACES}\b|\b(?:worst|hardest|least)[-‐‑\s](?:hit|affected)\b(?!\s+(?:single\s+)?ages?\b)"
)
# "Most victims in England" are a part, and no rank.
_RANKED = compiled(
    rf"(?!(?<!\bthe\s)most\b)\b{_MOST}\b(?:[\s‐‑-]+(?!{_OF_CATEGORIES}\b)[\w’']+){{0,4}}?\s+"
    rf"(?:(?:anywhere\s+)?(?:in|across|outside)\s+(?:all\s+of\s+|the\s+whole\s+of\s+)?(?:(?:the|our|this)\s+(?:whole\s+|entire\s+)?{_REGION}|England|Wales)\b"
    rf"|(?:of|among|out\s+of)\s+(?:all\s+|any\s+|the\s+|our\s+|every\s+|neighbouring\s+|\d+\s+|other\s+)*(?:police\s+)?{_PLACES}\b"
    rf"|(?:by|in|from|for)\s+(?:any|every)\s+(?:other\s+|single\s+|of\s+the\s+)*(?:police\s+)?{_PLACES}\b"
    rf"|anywhere\b|(?<!\bmost\s)of\s+(?:(?:them\s+)?all(?!\s+(?:the\s+|of\s+the\s+)?(?:{NUMBER}\s+)?(?:years|totals)\b)|any\s+of\s+them)\b)"
)
_RANKS = compiled(
    r"\b(?:worst(?!\s+(?:thing|part|bit|case|day|fear|time|nightmare|year)s?\b)(?!\s+(?:offenders?|abusers?|criminals?)\s+(?!in\b|of\b|are\b|is\b|was\b|were\b))"
    rf"|safest(?=\s+(?:(?:\w+\s+){{0,2}}?{_PLACES}|in|of|for)\b|\s+(?:children|kids|girls|boys)\s+(?:\w+\s+){{0,2}}?in\s+(?-i:[A-Z]))(?!\s+(?:place|space)s?\b)"
    r"|most\s+dangerous)\b(?=\s+(?:[\w-]+\s+){0,3}?(?:in|of|for|area|force|county|region"
    r"|hit|affected)\b)"
    r"|\brank(?:s|ed)?\s+(?:first|second|third|fourth|fifth|\w+th|near|at|top|bottom|among|above|below)\b|\b(?:up|down)\s+the\s+rankings\b|\bno\s+other\s+(?:police\s+)?force\s+(?:\w+\s+){1,3}?(?:as|more)\b"
    r"|\bleague\s+tables?\b|\btops?\s+the\s+(?:list|table)\b(?!\s+of\s+(?:apps|platforms|sites))|\b(?:hot|black)[-‐‑\s]?spots?\b"
    r"|\b(?:grooming|abuse|crime|offen[cs]es?)\s+capitals?\b|\bpremier\s+league\b|\bnorth[-–\s]south\s+divide\b|\b(?:above|below)-average\b|\ban\s+outlier\b"
    r"|\bnowhere\s+(?:else\s+)?(?:in\b|is\b|are\b|has\b|have\b|did\b)"
)
_MORE = any_of(
    *("more", "fewer", "less", "worse", "better", "higher", "lower", "greater", "bigger"),
    *("larger", "smaller", "steeper", "sharper", "faster", "slower", "safer", "riskier"),
)
_OF_MANY = any_of("national", "regional", "English", "Welsh", "UK", "county", "country", "force")
_AVERAGE = compiled(
    rf"\b(?:above|below|over|under|beat\w*|exceed\w*|outstrip\w*|outpac\w*|match\w*"
    rf"|{_MORE}\b(?:\s+[\w’'-]+){{0,6}}?\s+than)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{_OF_MANY}(?:[’']s)?\s+(?:average|rate|mean|norm)\b|average\b(?!\s+(?:of|age|week|day|month|year)\b))"
    rf"|\bby\s+(?:{_OF_MANY}|any)\s+standards\b"
)
_BESIDE = any_of(
    *("unlike", "outstrip\\w*", "outpac\\w*", "behind", "ahead of", "against", "match(?:es|ed)?"),
    *("(?:in|out of) (?:line|step|keeping) with", "than", "beside", "next to", "set against"),
    *("compar\\w+ (?:\\w+ )?(?:with|to)", "in (?:\\w+ )?contrast (?:to|with)"),
)
_OTHERS = (
    r"(?:(?:its|our|their|the|all\s+its)\s+(?:\w+\s+)?neighbours?\b|elsewhere\b|nationally\b|anywhere\b(?!\s+near)"
    rf"|(?:the\s+)?rest\s+of\s+(?:the|our)\s+(?:{_REGION}|{_PLACES})\b|(?:the\s+)?rest\s+of\s+(?:England|Wales|Britain)\b|the\s+country\s+as\s+a\s+whole"
    r"|(?:most|any|all|many|every|other|some|neighbouring|nearby|comparable|similar)\s+"
    rf"(?:of\s+the\s+)?(?:other\s+|neighbouring\s+|similar\s+)?(?:police\s+)?{_PLACES}\b)"
)
# "Unlike its neighbours", "in line with what other forces recorded", "more than elsewhere"
_ELSEWHERE = compiled(
    rf"\b(?:{_MORE}\b(?:\s+[\w’'-]+){{0,4}}?\s+)?{_BESIDE}\s+(?:(?:in|that|those|of|for|at|what|the|figure|rate)\s+){{0,3}}?{_OTHERS}"
)
# What is more or fewer than before compares no forces.
_NOT_OF_THEN = (
    r"(?!(?:\s+\w+){0,3}?\s+(?:than|in|on)\s+(?:in\s+)?(?:(?:the|a|last|its|their)\s+(?:previous\s+)?(?:year|total|count|own)"
    rf"|before|{YEAR}))"
)
# "No county recorded fewer", "only one of the other forces has as many"
_NO_OTHER = compiled(
    rf"\b(?:no|none|few|(?:only|just)\s+(?:{NUMBER}|a\s+(?:few|handful)))\s+(?:of\s+(?:the|its|our)\s+)?(?:other\s+)?"
    rf"(?:police\s+)?{_PLACES}\b[^.;:]{{0,40}}?\b"
    rf"(?:{_MORE}|(?:as|so)\s+(?:many|much|few|high|low|bad(?:ly)?|hard|often)|{_MOST})\b{_NOT_OF_THEN}"
)
_LEADS = compiled(
    r"\b(?:lead(?:s|ing)?|led|tops?|topp(?:ed|ing)|head(?:s|ed|ing)?|(?:top|foot|bottom|head)\s+of)\s+(?:the\s+)?(?:\w+\s+)?"
    rf"(?:{_REGION}|rankings?|league|(?:table|list)\s+of\s+(?:\w+\s+)?{_PLACES})\b(?![’']s)"
)
# "In the bottom third of forces", "down the list", "the biggest rise since 2015/16 of any force"
_STANDING = compiled(
    r"\b(?:ends?|middle)\s+of\s+the\s+(?:pack|table|list)\b"
    rf"|\b(?:top|bottom|third|half|quarter|tenth)\s+of\s+(?:the\s+)?(?:rankings?|{_PLACES})\b|\b(?:down|up|(?<!nothing\sis\s)(?<!not\s)(?<!\btake\s)(?<!\btaken\s)(?<!\btook\s)off)\s+the\s+(?:list|table|league|rankings?)\b"
    rf"|\b{_PLACES}\s+with\s+(?:by\s+far\s+)?the\s+{_MOST}\b|\bout-?perform\w*|\b(?:best|worst)-performing\b"
    rf"|(?<=since \d\d\d\d/\d\d )of\s+(?:any|all)\s+(?:the\s+|other\s+)*(?:police\s+)?{_PLACES}\b"
    rf"|\bfor\s+an?\s+(?:\w+\s+)?{_PLACES}\s+of\s+(?:its|that|this)\s+(?:size|population)\b"
    rf"|\b{_MORE}\b(?:\s+[\w’'-]+){{0,4}}?\s+than\s+most\b(?!\s+of\b)(?=\s*[.,;:!?”]|\s+\w+ed\b)"
)
_PATTERNS = (_RANKS, _ONE_OF, _RANKED, _AVERAGE, _ELSEWHERE, _NO_OTHER, _LEADS, _STANDING)
_THAN = compiled(
    r"(?<!\bor\s)\b(?:more|fewer|less|higher|lower|worse|better|greater|bigger|larger|smaller)\b(?!\s+or\b)[^.;:,]{0,40}?"
    r"\bthan\s+(?:(?:in|the|that|those|of|figure|rate|number|recorded|by|for)\s+)*$"
)
# "Steeper than that of Kent", "more offences than neighbouring Kent"
_THAN_FORCE = compiled(
    r"(?<!\bor\s)\b(?:more(?!\s+or\b)|fewer|less|worse|better|(?!(?:oth|rath|wheth|nev|ov|und|earli|lat|furth|aft|numb|ev|eith)er\b)\w{2,}er)\b"
    r"[^.;:,\d]{0,60}?\bthan\s+(?:(?!(?:doubl\w+|tripl\w+|trebl\w+|had|did|could|the\s+year|ages?|apps?|platforms?|sites?)\b)[^\W\d][\w’']*,?\s+){0,4}$"
)
# "Outstrips that of Kent", "second only to Kent", "has overtaken Kent"
_PAST_FORCE = compiled(
    r"\b(?:outstrip\w*|exceed\w*|outpac\w*|outdo\w*|overt(?:ak|ook)\w*|surpass\w*|dwarf\w*|eclips\w*|trail(?:s|ed|ing)"
    r"|leapfrog\w*|mov\w+\s+past|clos\w+\s+the\s+gap\s+(?:on|with)|mirror(?:s|ed|ing)?|unlike"
    r"|in\s+(?:\w+\s+)?contrast\s+(?:to|with)|match(?:es|ed)?|as\s+(?:bad|badly|many|high|hard|much|often)\s+(?:\w+\s+)?as"
    r"|lag(?:s|ged|ging)?\s+behind|ahead\s+of|second\s+only\s+to|next\s+only\s+to"
    r"|compar\w+\s+(?:badly|poorly|well|favourably|unfavourably)\s+(?:with|to)"
    r"|put(?:s|ting)?\s+(?:[\w’']+\s+){1,4}?(?:above|below|behind|ahead\s+of))\s+"
    r"(?:what\s+|the\s+|(?:that|those|the\s+[\w-]+(?:\s+\w+)?)\s+(?:of|in)\s+|in\s+|for\s+|neighbouring\s+|nearby\s+)*$"
)
_JUST_THAN = compiled(r"\bthan\s+(?:on\s+|against\s+)?")
_ONLY = compiled(r"\bonly\s+(?:the\s+)?$")
_HAD_MORE = compiled(
    r"(?:,[^,.;]*,)?\s+(?:recorded|had|has|saw|logged|counted)\s+(?:an?\s+)?(?:more|fewer|higher|lower)\b(?!\s+than)"
)
# "The counts should not be read as a league table"
_NEGATED = compiled(
    r"\b(?:not(?!\s+only\b)|never|cannot|no(?!,)|nor|without|whether|warn\w*\s+(?:\w+\s+)?against|rather\s+than"
    r"|misleading|\w+n[’']t)\b[^.;:]*$"
)
# "Age 13 is the worst hit locally": of the ages
_WORST_AGE, _WORST_HIT = (
    compiled(
        r"\b(?:age\s+[\w-]+|(?:those|children|girls|boys|kids|youngsters|pupils|victims)\s+(?:aged|of|at)\s+[\w-]+|[\w-]+[-‐‑\s]year[-‐‑\s]olds|girls|boys)"
        r"\s+(?:is|was|are|were)\s+(?:the\s+)?$"
    ),
    compiled(
        r"(?:worst|hardest)(?:[-‐‑\s](?:hit|affected))?(?!\s+(?:in|of|among|across|anywhere)\b)"
    ),
)
# "The hardest hit were 14-year-olds", "worst affected: girls"
_WORST_HIT_WERE = compiled(
    r"(?:worst|hardest)[-‐‑\s](?:hit|affected)(?:\s+(?:is|was|are|were)|:)\s+(?:the\s+|those\s+|children\s+)?"
    r"(?:aged\b|of\s+\d|\d+\b|[\w-]+[-‐‑\s]year[-‐‑\s]olds|girls|boys)"
)
_RANK = compiled(r"rank|tops?\s+the\s+(?:list|table)")
_OF_FORCES = compiled(
    r"\b(?:forces?|constabular(?:y|ies)|regions?|country|nation|areas?|count(?:y|ies))\b"
)
# "The 12 to 13 group was hit hardest in the UK": an age, and no force
_GROUP_WAS = compiled(
    r"\b(?:(?:age\s+)?(?:group|band|bracket)|[\s‐‑-]year[\s‐‑-]olds)\s+(?:was|were|is|are)\s+"
    r"(?:(?:hit|affected|targeted)\s+)?(?:the\s+)?\Z"
)
# "Is it worse than elsewhere? Forces record in different ways": an answer that compares nothing
_DECLINES = compiled(
    r"[^?]{0,120}?\b(?:compar(?:ing|e|isons?)\b[^.?]{0,60}?\b(?:not|no|never|\w+n[’']t|cannot|unfair|misleading|meaningless|unwise|impossible)"
    r"|(?:not|no|never|\w+n[’']t|cannot|impossible|refuse|decline)\b[^.?]{0,60}?\b(?:compar\w+|league|rank\w*|side\s+by\s+side)"
    r"|(?:forces?|they|each|one|areas?|police)\b[^.?]{0,40}?\b(?:records?|recorded|recording|counts?|logs?|notes?|writes?|written?)\b[^.?]{0,40}?"
    r"\b(?:differ\w*|own\s+ways?))\b"
    r"|\W*there\s+is\s+no\s+(?:honest|fair|good|sound|reliable|proper|sensible)\s+(?:way|means)\s+(?:of\s+(?:know|tell|say)ing|to\s+(?:know|tell|say))\b"
    r"|\W*(?:(?:we|I|nobody|no\s+one|one|they|police|the\s+(?:figures|numbers|data)|it|that|this)\s+)?"
    r"(?:cannot|can[’']t|can\s+not|(?:is|it[’']s)\s+(?:not\s+possible|impossible)\s+to|refuse\s+to)\s+"
    r"(?:be\s+)?(?:tell|told|say|said|know|judged?)(?=\s*(?:[.,;!]|\Z)|\s+(?:from|by|on)\b)"
)
# "Police say so, no league table needed", "there is no comparison", "by far, and none can say why"
_AFFIRMS = compiled(
    r"\A\W*(?:yes|yep|no|nope|it\s+is|only|just)\b|(?<!, )\bso\b"
    r"|\bby\s+far\b|\blong\s+way\b|\bno\s+comparison\b"
    r"|\b(?:leads?|leading|led|ahead|behind|needs?|needed|why|indeed|clearly|easily|badly|well|poorly|favourably|slightly|much)\b"
    rf"|\b(?:it|they)\s+(?:is|are|does|do|has|have|did|was)\b(?!\s*(?:not\b|n[’']t))|\b(?:{_MORE}|{_MOST})\b"
)
# "Comparison with other forces is not appropriate", or as a heading: it compares nothing
_NOT_TO_BE_MADE = compiled(
    r"(?:\s+(?!but\b|and\b)[\w’'-]+){0,6}?(?::|\s+[–—-]|\s+(?:is|are|was|were|would\s+be|can|could|should|must|may|will|would|do|does|did)(?=\s|n?[’']t)|(?=\s+cannot\b))\s*"
    r"(?:(?:not|never|cannot|n?[’']t|hardly|rarely|seldom)\s+(?:\w+ly\s+)?(?:be\s+)?(?:an?\s+|to\s+be\s+)?(?:appropriate|possible|valid|fair|safe|reliable"
    r"|meaningful|advis(?:able|ed)|recommended|helpful|sensible|sound|wise|made|drawn|attempted|intended|available|straightforward|useful|relied|like)"
    r"|(?:inappropriate|impossible|invalid|inadvisable|unreliable|unfair|unsafe|unwise|unhelpful|unsound|misleading|meaningless|difficult"
    r"|discouraged|hazardous|ill-advised|problematic|to\s+be\s+avoided|best\s+avoided|(?:be\s+)?avoided))\b"
    r"|[^\S\n]*(?=\n|\Z)"
)
_COMPARISON = compiled(
    r"[\W\d]*(?:(?:any|direct|making|drawing|simple|such|a)\s+){0,2}compari(?:ng|sons?)\b"
)
_BUT = compiled(r"\b(?:but|yet|though|although|however|still|nevertheless|even\s+so)\b")
_ASKS = compiled(r"\bwhether\b[^.;:]*$")


def comparisons(binder: Binder) -> Iterator[tuple[int, int]]:
    """The places of words that rank a force, or set it beside another, a region or an average."""
    passage = binder.scene.passage
    for start, end in (*_without_names(binder), *_with_a_force(binder)):
        if not _is_declined(passage, start):
            yield start, end


def _is_declined(passage: Passage, at: int) -> bool:
    """Whether words are a question, and the next sentence says why it has no answer."""
    _, end = passage.sentence_bounds(at)
    is_question = passage.text[at:end].rstrip("\"”’') \n").endswith("?")
    answer = passage.text[end:].lstrip() if is_question else ""
    start = len(passage.text) - len(answer)
    said = passage.text[slice(*passage.sentence_bounds(start))] if answer else ""
    return bool(_DECLINES.match(said)) and not _AFFIRMS.search(said)


def _without_names(binder: Binder) -> Iterator[tuple[int, int]]:
    passage, end = binder.scene.passage, 0
    found = (match for each in _PATTERNS for match in each.finditer(passage.text))
    for match in sorted(found, key=lambda each: each.start()):
        before = passage.before(match.start(), 60)
        is_of_age = _WORST_HIT.match(match.string, match.start()) and _WORST_AGE.search(before)
        is_of_age = is_of_age or _GROUP_WAS.search(before)
        is_of_age = is_of_age or _WORST_HIT_WERE.match(match.string, match.start())
        is_none = is_of_age or _NEGATED.search(before) or _ranks_a_part_or_year(match, binder)
        is_none = is_none or _is_only_named(match, passage)
        if match.start() >= end and not is_none:
            end = match.end()
            yield match.span()


def _is_only_named(match: re.Match[str], passage: Passage) -> bool:
    """Whether a comparison is a heading, or what its sentence says should not be made."""
    start, _ = passage.sentence_bounds(match.start())
    is_subject = _COMPARISON.match(passage.text, start)
    if not (is_subject and (made := _NOT_TO_BE_MADE.match(passage.text, match.end()))):
        return False
    return _BUT.search(passage.text, made.end(), passage.sentence_bounds(start)[1]) is None


def _ranks_a_part_or_year(match: re.Match[str], binder: Binder) -> bool:
    """Whether no force is ranked: "2020/21 ranks second lowest", "Kik ranks third"."""
    text, start = binder.scene.passage.text, match.start()
    if not _RANK.match(match[0]):
        return False
    ends = (*(m.end for m in binder.scene.categories), *binder.scene.modes)
    is_part = any(text[end:start].isspace() for end in ends)
    is_year = A_YEAR_ITSELF.search(binder.scene.passage.before(start, 60))
    _, last = binder.scene.passage.sentence_bounds(start)
    return bool(is_part or is_year) and not _OF_FORCES.search(text, match.end(), last)


def _with_a_force(binder: Binder) -> Iterator[tuple[int, int]]:
    """The comparisons of one force with another: "Higher than in Kent", "only Kent had more"."""
    text = binder.scene.passage.text
    for mention in binder.scene.bodies:
        before = binder.scene.passage.before(mention.start)
        if _ASKS.search(before) or is_its_own_past(
            binder.scene, mention, binder.body.held.of_the_page
        ):
            continue
        is_force = mention.slot is not binder.body.held.whole
        than = _THAN.search(before)
        if is_force and not than:
            than = _THAN_FORCE.search(before) or _PAST_FORCE.search(before)
            only = _ONLY.search(before) if _HAD_MORE.match(text, mention.end) else None
            than = than or only
        start = mention.start - len(before) + than.start() if than else mention.start
        if than and not _is_than_a_part(binder, start, mention.start):
            yield start, mention.end


def _is_than_a_part(binder: Binder, start: int, end: int) -> bool:
    """Whether a part follows "than": "more girls than boys were targeted in Kent"."""
    than = _JUST_THAN.search(binder.scene.passage.text, start, end)
    return bool(than and any(m.start == than.end() for m in binder.scene.categories))
