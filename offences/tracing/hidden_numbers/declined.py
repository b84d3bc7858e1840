"""Words by which a number is not given: withheld, asked for in vain, blank in a table."""

from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.amounts_in_words import IN_A_PAGE, PRINTS
from offences.tracing.hidden_numbers.nouns import DECLINING, OF_NO_PERSON, OURS


def declines_before(before: str, after: str) -> bool:
    """Whether a sentence is of what the one before it does not give: "It's the same for Kik"."""
    is_same = _THE_SAME_FOR.match(after) and _HAS_SOME.search(before)  # "Facebook had ten, …"
    return DECLINES.search(before) is not None and not is_same


_THE_SAME_FOR = compiled(r"\W*it(?:[’']s|\s+is)\s+the\s+same\b")
_HAS_SOME = compiled(rf"\b(?:had|has|have|saw|was|were|came\s+to|in|at)\s+(?:\w+\s+)?{NUMBER}\b")
_NOT = (
    r"(?:(?:can|could|will|would|shall|may|does|do|is|are|be|have|has)\s*not|not\s+(?:even\s+)?(?:able|allowed|going)"
    r"|unable|\w+n[’']t|nor\s+shall)"
)
_NO_MORE = r"(?=[”\"’]?[.!?]|\s?\Z)"
"""Where a sentence ends: no "not in the table, as it outran Omegle"."""
_WHO_IS_KNOWN = (
    r"(?=[^.;]*\b(?:put\s+(?:faces|names)\s+to\s+(?:it|them)|(?:identify|recogni[sz]e)\s+(?:an?\s+|the\s+)?(?:child|children|victims?)|(?:know|(?:work|find)\s+out)\s+who\s+(?:it|they)\s+(?:is|was|are|were))\b)"
    r"(?![^.;]*\b(?:both|each|every|all|pair|couple|trio|over|under(?!-)|before|after|beside|between|next\s+to)\b)"
)
"""That a number would name a child; not what it is, nor where it stands in an order."""
_OTHERS_COULD = (
    r"[^.;]{0,40},\s+(?:any(?:body|one)|some(?:body|one)|people|readers?|you|everybody|everyone)\b[^.;,]{0,40}?\s(?:could|would)\s+have\s+"
    r"(?:found|worked\s+out|calculated|deduced|guessed|got)\s+(?:the\s+(?:others?|second|rest)|it|them)(?=[”\"’]?[.!?]|\s?\Z)"
)
"""What would have come of a number that was not printed, and no more."""
_A_CASE = (
    r"(?:cases?|crimes?|offences?|incidents?|attacks?|reports?|complaints?|victims?|famil(?:y|ies)|assaults?|grooming|abuse"
    r"|(?:girl|boy|lad|pupil|daughter|son|teenager)s?(?![’']?s?[’']?\s+(?:figures?|numbers?|rows?|cells?|counts?)))"
)
"""What there was, if it is spoken of: no number of it is declined."""
_NO_CASE_BEHIND = rf"(?![^.;!?]*(?<!\bno\s)\b(?:{_A_CASE}|child|children)\b)"
_NO_CASE_NEXT = rf"(?!(?:(?!\b(?:since|because|as|so)\b)[^.;!?])*\b(?:{_A_CASE}|child|children)\b)"
SAYS_MORE = (
    r"(?:be\s+drawn|comment|discuss|talk\s+(?:to|about)|speak\s+(?:to|about)|elaborate|explain|go\s+into"
    rf"|answer|return\s+(?:our|my)\s+calls?)(?![^.;,]{{0,50}}\b(?:(?<!on\s)(?<!about\s)(?<!over\s){_A_CASE}|(?<!with\sa\s)(?<!of\sa\s)child(?:ren)?)\b)"
)
_CASES = (
    "case",
    "crime",
    "offence",
    "incident",
    "attack",
    "report",
    "victim",
    "girl",
    "boy",
    "lad",
)
_SINGULAR = (*_CASES, "child", "pupil")
_PLURAL = (*(f"{each}s" for each in _CASES), "children", "pupils")
_NO_CASES_ARE = "".join(
    rf"(?<!\b{each}\s{are})"
    for nouns, verbs in ((_SINGULAR, ("is", "was")), (_PLURAL, ("are", "were")))
    for each in nouns
    for are in verbs
)
"""That cases are not in a table says that there were some."""
_IT_IS = r"(?:(?<=\bis)|(?<=\bare)|(?<=\bwas)|(?<=\bwere))"
"""Right before "not": no "cases are still not"."""
DECLINES = compiled(
    rf"{DECLINING.pattern}|\b(?:no|neither|without\s+an?)\b(?:(?!\b(?:at\s+all|in|from|among)\s)[^.;,\d]){{0,60}}?\b(?:numbers?|figures?|counts?|entry|shares?|breakdown|split|data)\b"
    r"|\b(?:listed|shown|given|appears?)(?:\s+(?:there|here|in\s+(?:the|its|our)\s+(?:table|release|page|list)|by\s+(?:(?-i:[A-Z])\w+\s+)?police))?(?:\s+(?:but|only))?"
    r"\s+without\s+(?:any\s+)?(?:numbers?|figures?|counts?)(?=\s*[.!?]|,\s+(?-i:[A-Z])\w+(?:\s+Police)?\s+sa(?:id|ys)\b)"
    rf"|\bno\s+(?:\w+\s+)?(?:line|row|column|bar|cell)(?:\s+for\b|{IN_A_PAGE}{_NO_MORE})|\babsence\s+of\s+(?:an?|any|the)\s+(?:\w+\s+)?(?:figure|number|count|row|line)\b"
    rf"|\b{PRINTS}\s+nothing\s+(?:for|on|about)\b"
    rf"|\b{_NOT}\s+(?:be\s+)?(?:giving|publishing|printing|releasing)\s+(?:out\s+)?(?:(?:an?|the|any|its|our|their|that)\s+)?(?:\w+\s+)?(?:numbers?|figures?|counts?|rows?|totals?|breakdowns?|data)\b"
    r"|\bsa(?:y|ys|id|ying)\s+no\s+to\s+(?:publish|print|releas|giv|show)ing\b"
    rf"|\b{PRINTS}\s+(?:all|every|each)\s+(?:of\s+)?(?:the\s+|its\s+)?(?:rows?|figures?|numbers?|counts?|lines?|cells?)\s+(?:but|bar|except|save)\b"
    r"|\b(?:rows?|cells?|lines?|bars?|figures?|numbers?)\b[^.;,\d]{0,40}?\s(?:is|are|was|were)\s+(?:all\s+|both\s+)?(?:gr[ea]y(?:ed\s+out)?|shaded|hatched|blacked\s+out|crossed\s+out)(?=[”\"’]?\s*[.!?]|\s?\Z)"
    r"|\b(?:shows?|gives?|prints?|publish(?:es)?)\s+neither(?:\s+of\s+(?:the|those|these)\s+(?:two\s+)?(?:rows|figures|numbers|ages|counts))?\s*[.;!]"
    r"|\b(?:chose|chosen|prefers?|preferred|decided)\s+not\s+to\b(?=\s*[.,;!?]|\s+(?:say|give|publish|print|name))|\bneed\s+not\s+(?:name|give|publish|print|release)\b|\bbut\s+not\s+in\s+ours\b|\b(?:given|published|available|shown)\s+only\s+(?:at|for)\s+(?:the\s+)?(?:UK|national|country|England|Britain)\b"
    r"|\bwhy\s+(?:(?!\b(?:only|one)\b)[^.;,?]){1,40}?\s(?:is|are)\s+(?:absent|missing|hidden|blank)\b|\b(?:leaves?|left|leaving)\s+(?:the|that|this)\s+(?:kind|age|app|platform|offence|category|group)\s+out\b"
    rf"|\b{_NOT}\b[^.;]{{0,60}}?\b(?:give[ns]?|suppl\w+|say|tell|help|estimat\w+|discuss|disclos\w+|hint|guess\w*|describe|comment|know|print|see|drawn|allowed|go\s+into"
    r"|explain|have|ask|work\s+out|publish(?:ed)?|shown|printed|split|released?|(?<!I\s)mean|ours)\b|\b(?:(?:could|can|would)\s*not|can[’']t|(?:could|would)n[’']t)[.,]"
    rf"|\b{_NOT}\s+(?:\w+\s+){{0,2}}?stated\b"
    r"|\bneither\s+(?:publish|releas|giv|print|comment|confirm)\w*|\b(?:publish|print|give|say)\w*\s+no\s+more\b|\b(?:refus\w+|declin\w+|exempt|suppress\w*|unavailable|blanked|starred|removed|covered\s+up|protected)\b"
    r"|\bnot\s+(?:\w+\s+)?(?:public|available|drawn|split|separately)\b|\btaken\s+(?:out|down)\b|\bin\s+confidence\b"
    r"|[*†‡](?=\s*(?:\n|\Z|[.,;/|•·](?![^.\n]*\b(?:it|they|all|both|was|were|is|are|had|has)\b)))|\b(?:stars?|asterisks?|dash(?:es)?|cross(?:es)?|blanks?|gaps?|marked|symbols?)\b|[(\[]c[)\]]"
    r"|\branges?\b|\b(?:that|this)\s+depends\s+on\s+whether\b"
    r"|\b(?:want|wish|hop|look|search)\w*\s+(?:for\s+|to\s+(?:see|know|learn|read)\s+)?(?:the|an?|its)\s+(?:number|figure|count)s?\b[^.;]{0,60}\b(?:disappointed|in\s+vain|out\s+of\s+luck)\b"
    rf"|\bif\s+(?:we|they|it|you|he|she|any\w+|police|the\s+\w+)\s+(?:print|publish|releas|g[ia]v|reveal|disclos)\w*\s+(?:the|that|this|an?|its)\s+(?:number|figure|count)\b{_WHO_IS_KNOWN}"
    rf"|(?:\bnot|n[’']t)\s+(?:appear|feature|figure|shown|included)\b{IN_A_PAGE}(?:{_NO_MORE}|(?=,?\s+and\s+neither\s+(?:do|does|is|are|did)\s{OF_NO_PERSON}[^.;:,]{{1,40}}[.;]))"
    rf"|(?:{_IT_IS}{_NO_CASES_ARE}\s\bnot|{_NO_CASES_ARE}n[’']t){IN_A_PAGE}{_NO_MORE}"
    rf"|\b(?:wants?\s+(?:\S+\s+){{1,2}}?(?:to\s+be\s+)?|(?:should|must)\s+be\s+)(?:checked|watched|blocked|banned|shut)\s+whether\s+or\s+not\s+(?:an?|the|its)\s+(?:number|figure|count)\s+(?:can|may|could|will|is|are)\s+(?:ever\s+)?(?:be\s+)?(?:printed|published|given|released|shown){_NO_MORE}"
    r"|\b(?:left|leav(?:e|es|ing)|took|taken?|taking)\s+(?:[\w’'-]+\s+)?(?:[\w’'-]+\s+)?(?:rows?|cells?|lines?|columns?|bars?|entr(?:y|ies))\s+(?:out|off)"
    rf"(?=,?[”\"’]|\s*[.!?]|\s*\Z|\s+so\s+(?:that|no|nobody)\b|\s+to\s+(?:protect|keep|stop)\b){_NO_CASE_BEHIND}"
    rf"|\b(?:figures?|numbers?|counts?|rows?|cells?|totals?)\s+(?:\w+\s+)?(?:stays?|stayed|remains?|remained|be|is|are)\s+(?:under\s+wraps|secret|confidential){_NO_MORE}"
    rf"|\bwhy\s+(?:should|must)\s+(?:(?!\b(?:{_A_CASE}|child|children|only|one)\b)[^.;,?’']){{1,50}}?\s(?:be|stay|remain)\s+(?:kept\s+)?secret\b"
    rf"|\b(?:nobody|no\s+one)\b[^.;,\d]{{0,30}}?\s(?:would|will|could|was\s+(?:available|free|able|willing)\s+to)\s+{SAYS_MORE}\b"
    rf"|\b(?:that|it|this|which)(?:[’']s|\s+(?:is|remains|stays|must\s+stay))\s+(?:still\s+)?an?\s+secret\b(?=\s*[.,;!?]|\s+(?:the|that|which|it|they|police)\b[^.;]{{0,40}}\bkeep\b)"
    rf"|\b(?:struck|cut|removed|dropped)\s+from\s+(?:the|its|our|[\w’'-]+[’']s)\s+(?:\w+\s+)?(?:lists?|tables?|release|page|charts?)\b{_NO_CASE_BEHIND}"
    rf"|\bneither(?:\s+(?!{OURS}\b)[\w’'-]+){{1,5}}?\s+nor(?:\s+(?!{OURS}\b)[\w’'-]+){{1,5}}?\s+(?:would|could|will|can)\s+(?:say|comment|confirm|discuss)\b"
    rf"|\bneither\s+(?:will|can|do|would|could)\s+(?:you|we|readers|they)\s+(?:find|see|get|read)\b{_NO_CASE_NEXT}"
    rf"|\b(?:won[’']t|will\s+not|cannot|can[’']t|do\s+not|don[’']t)\s+(?:find|see|get){_NO_CASE_NEXT}[^.;:]{{1,50}}?{IN_A_PAGE}{_NO_MORE}"
    rf"|\bhad\s+(?:we|they|it|he|she|the\s+\w+)\s+(?:printed|published|released|given|shown)\b{_OTHERS_COULD}"
)
