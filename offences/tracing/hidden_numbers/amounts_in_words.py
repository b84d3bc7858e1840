"""Amounts of a hidden number in words alone: none, the top of its range, all or only those."""

import re
from collections.abc import Iterator, Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.nouns import DECLINING, is_one_thing
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.reasons import is_of_a_rule

type Parts = tuple[int, int, NamedCategory]
_SEEN = (
    r"(?:(?:c[ao]me|crop\w*|turn\w*|show\w*|pop\w*)\s+up|featured?|appear\w*|occur\w*|happen\w*|aris\w+|arose"
    r"|named?|used?|involved?|mentioned|cited|reported|recorded|found|seen|logged|registered|targeted|affected"
    r"|abused|groomed|contacted|(?:among|one\s+of)\s+(?:the|these|those)|victims?|present|represented|a\s+factor"
    r"|to\s+blame|figured?|in\s+(?:any|a\s+single|one)\b)"
)
_THEN = (
    r"(?:\s+(?:been|be|being|once|even|ever|to|have|had|has|got|get|actually|recorded|found|a"
    r"|the))*"
)
_PAGE = (
    r"\s+(?:the|our|its|their|that|this|(?-i:[A-Z])[\w’-]+[’']s|the\s+(?:(?-i:[A-Z])[\w’-]+|[\w’-]+[’']s))\s+(?:[\w’']+\s+)?"
    r"(?:tables?|charts?|graphs?|graphics?|infographics?|pages?|pie)\b"
    r"|\s+(?:the|our|its)\s+(?:published|printed|released|public)\s+(?:ages|figures|numbers|lists?|data|breakdown)\b|\s+(?:the|our|its)\s+list\s+(?:in|on)\s+(?:our|the|this)\s+(?:paper|page|website|release|report|letter)\b"
)
_WHAT_WAS = (
    r"what\s+(?:(?:was|is|has\s+been)|(?:(?:the\s+)?[\w’-]+\s+)(?:(?:has|have)\s+)?)\s*"
    r"(?:released|published|printed)"
)
_FROM_A_PAGE = rf"\s+from(?:{_PAGE}|\s+{_WHAT_WAS}\b)"
IN_A_PAGE = rf"\s+(?:in|on)(?:{_PAGE}|\s+{_WHAT_WAS}\b)"
"""Of what is printed, which any reader can see: "Kik is missing from the table"."""
PRINTS = r"(?:prints?|printed|publish(?:es|ed)?|releas(?:es|ed))"
"""What is done with a number, and never with a case."""
_NOT = r"(?:not|never|nowhere|\w+n[’']t)"
NONE = compiled(
    rf"\b{_NOT}{_THEN}\s+{_SEEN}\b(?!\s*[:|,–-]?\s*(?:(?:number\s+)?(?:withheld|hidden|suppressed)\b|[*†‡])|{IN_A_PAGE})"
    rf"|\b{_NOT}\s+(?:actually\s+)?(?:any|a\s+single|one)\b(?!\s+(?:more|longer|of\s+our|idea|way|figures?|numbers?))"
    r"|\bno\s+(?:further|more|others?)\s+(?:entr(?:y|ies)|offences?|cases?|crimes?|incidents?|victims?|of\s+(?:the|that|this)\s+(?:kind|sort))\b"
    r"|(?<!not\s)(?<!n[’']t\s)\b(?:spared|untouched|unaffected|unscathed|unharmed|escap(?:e|es|ed|ing)|left\s+alone)\b"
    r"|\b(?:was|were|stayed|remained)\s+(?:\w+\s+)?safe\b|\b(?:are|is)\s+(?:all\s+)?safe\s+from\b"
    r"|\b(?:has|have|had)\s+yet\s+to\s+(?:see|record|log|find|register|have|appear|feature|be)\b"
    r"|\b(?:as|because|since|for)\s+there\s+(?:is|was|are|were)\s+nothing(?=\s*[.,;!?])"
    rf"|\b{_NOT}\s+(?:record|log|see|find|have|get|register|note)\s+(?:any|one|a\s+single|anything)\b"
    rf"|\b{_NOT}\s+(?:\w+\s+){{0,4}}?(?:an?|any|one|a\s+single)\s+(?:\w+\s+){{0,2}}?(?:offences?|cases?|crimes?|incidents?|victims?)\b"
    rf"|\b(?:absent|missing(?!{_FROM_A_PAGE})|free|clear)\s+(?:from|of)\b(?!\s+charge)"
    r"|\bno\s+(?:sign|trace|mention|record|evidence|instance|example|hint|sight)s?\s+of\b"
    r"|\b(?:was|were|had|has|found|recorded|saw|logged|contained|held)\s+(?:\w+\s+)?(?:nothing|nowt)\b(?!\s+(?:more\s+|further\s+)?to\s+(?:add|say)\b)|(?<=[-‐‑])free\b"
    r"|\bnothing\b(?=\s+(?:at\s+all\s+|whatever\s+|whatsoever\s+)?(?:(?:is|was|were|had\s+been|has\s+been)\s+)?(?:on|from|against|for|via|involving|recorded|reported|logged|found|to\s+(?:report|record|show|log))\b)"
    r"|\b(?:(?:(?<!\bthere\s)(?:is|was)|draws?|drew|drawn|drawing)\s+a\s+blank|a\s+clean\s+sheet)\s+(?:on|for|against|in)\b"
)
# "All the victims, police say, were girls"
_ASIDE = r",[^,.;:\n]{1,60},|\s+\([^().\n]{1,60}\)|\s+[–—-]\s+[^.;:\n–—]{1,60}\s+[–—-]"
# "For every boy among them there were four girls"
_FOR_EACH = (
    rf"(?<=\bfor\s)(?:every|each)\s+(?:[\w’'-]+\s+){{0,3}}?{quantities.COUNTED}"
    r"(?:\s+[\w’'-]+){0,12}?,?\s+there\s+(?:was|were)\b"
)
ALL = compiled(
    rf"\b(?!{_FOR_EACH})(?:all|every\s+(?:single\s+)?(?:last\s+)?one|each\s+(?:and\s+every\s+)?one|every(?!\s+(?:third|fourth|{'|'.join(quantities.ORDINALS)})\b)|each)\s+(?:of\s+)?(?:(?:the|its|these|[\w-]+[’']s)\s+)?(?:[\w’'-]+\s+){{0,3}}?{quantities.COUNTED}"
    rf"(?:\s+[\w’'/-]+){{0,12}}?(?:{_ASIDE})?\s+(?:was|were|involved|took)\b|\b{quantities.COUNTED}\s+(?:[\w’'-]+\s+){{0,2}}?(?:was|were)\s+all\b"
)
ONLY = compiled(
    r"\bonly\s+(?:girls|boys)(?=\s+(?:was|were)\b)|\b(?:girls|boys)\s+(?:only|alone)\b"
    r"|\b(?:exclusively|solely|entirely|nothing\s+but|none\s+but|no\s+one\s+but)\s+(?:against\s+)?(?:girls|boys)\b"
)
ONLY_OF = compiled(
    r"\b(?:only|just|nobody\s+but|none\s+but)\s+(?:(?:children|victims|girls|boys|those|people|pupils|youngsters)\s+)?(?:(?:of|aged|who\s+were)\b\s*)?"
)
_WERE = compiled(
    r"\s+(?:[\w’-]+\s+){0,3}?(?:were|was|are|appear\w*|featured?|have\s+been|had\s+been)\b"
)
_MORE_OFTEN_THAN = compiled(r"\s+(?:[\w-]+\s+){0,2}?more\s+(?:often\s+|frequently\s+)?than\b")
"""What makes "only" a place in an order: "only Snapchat was named more often than Instagram"."""
EXTREME = compiled(
    r"(?<!\bor )\b(?:top|bottom|upper|lower|highest|lowest|high|low|middle|midpoint|maximum|minimum"
    r"|biggest|smallest|largest|that\s+many)\b(?!\s+priority)"
    r"(?!\s+(?:(?:sentence|penalty|age|term|fine)\b|(?:for|is|of|would\s+be)\b[^.;]*\b(?:years?|life|prison|jail)\b|(?:age\s+)?(?:bands?|groups?|ages)\b|schools?\b))"
    r"|\b(?:is|was|and)\s+(?:an?\s+)?(?:even|odd|prime)(?=\s+(?:one|number|figure)\b|\s*[.,;:!?)]|\Z)"
)
"""Beside a hidden part, a word that narrows its range: "the top of that", "as high as can be"."""
SUM = compiled(
    r"\bthat(?:[’']s|\s+(?:is|was))\s+(?:all|it|the\s+lot)\b(?=\s*(?:[.,;:!?]|$)|\s+(?:at|of|on|for|below|under|in)\b)"
    r"|\bthink\s+(?:of\s+(?:an?|the|your)\b(?!\s+(?:[\w-]+\s+)?(?:child(?:ren)?|girls?|boys?|kids?|victims?|famil(?:y|ies)))|(?:of\s+)?(?:days|months|seasons|fingers|letters))\b|\brhymes?\b|\bditto\b"
    r"|\b(?:had|saw|have|recorded|logged)\s+(?:exactly\s+|just\s+)?the\s+same\b(?=\s*[.,;:!?])"
    r"|\bthat(?:[’']s|\s+is)\s+(?:exactly\s+|just\s+)?(?:how\s+many|your\s+(?:number|figure|total))\b"
    r"|\byou\s+have\s+them\s+all\b|\b(?:halve|double|treble)\s+(?:it|that)\b"
    r"|\b(?!added\s+that\s+(?:every\s+parent|(?:all\s+)?parents|no\s+(?:parent|child))\s+(?:should|must|ought|needs?)\b)add(?:ed|ing)?\s+(?:it|that|this|them)\b|\b(?:multipl(?:y|ied)|divid(?:e|ed)|subtract(?:ed)?|deduct(?:ed)?|take\s+away|minus|times\s+it)\b"
    r"|(?<!not\s)(?<!try\sto\s)(?<!attempt\sto\s)\bwork\s+out\s+(?:what|how\s+many|the\s+(?:rest|answer))\b|\bdo\s+the\s+(?:sums?|maths?|arithmetic)\b"
    r"|\bfor\s+(?:every|each)\s+(?:single\s+)?(?:[\w.-]+\s+)?(?:report|offence|case|crime|one)\b"
    r"|\bas\s+(?:often|many)\b[^.;]{0,30}?\bas\s+(?:there\s+are|you\s+have)\b"
    r"|\bthe\s+number\s+of\s+(?:eyes|ears|hands|feet|legs|fingers|wheels|corners|sides|wings|seasons|sisters|letters|people)\b"
    r"|\b(?:number|figure|count|total|cell|it)\b[^.;,\d]{0,40}?\s(?:is|was|equals|matches)\s+(?:also\s+|exactly\s+|just\s+)?(?:the\s+same\s+as\s+)?the\s+number\s+of\b(?!\s+(?:\w+\s+)?(?:offences|crimes|cases|victims|children|incidents|records|reports)\b)"
    r"|\b(?:could|would|can)\s+(?:all\s+|just\s+)?(?:share|fill|seat|fit|squeeze)\s+(?:all\b|the\b|them\b|in(?:to)?\b|an?\b|round\b|on\b)"
    r"|\b(?:would|could)\s+(?:just\s+|together\s+)?(?:make|form|field)\s+(?:up\s+)?(?:an?|one|the)\s+(?:[\w-]+\s+){0,2}?(?:team|side|band|crew|pair|trio|quartet|class)\b"
    r"|\bfills?\s+(?:an?|one|the)\s+(?:single\s+)?(?:row|bus|car|minibus|taxi|bench|table|sofa)\b"
)
_IS_NOT = compiled(r"(?:\bnot|n[’']t)\s+\Z|\bdo\s*(?:not|n[’']t)\b[^.;]{0,30}\Z|\bhow\b(?!\s+many)")
_WHETHER = compiled(
    r"(?:\bcannot|\bnot|n[’']t|\bnever|\bunable)\b[^.;,]{0,40}\b(?:whether|how)\b[^.;,]{0,40}\Z"
    r"|(?:\A|(?<=[.!?:]\s)|\bplease\s+)(?:do\s+not|don[’']t|never)\s+(?:write|say|claim|suggest|assume)\s+that\b[^.;]{0,60}\Z"
)
_REQUEST = compiled(
    r"\b(?:ask|tell|told|advis|warn|urg|beg|remind|prefer|promis|agre|decid|chose)\w*\s+(?:[\w’']+\s+){0,2}\Z"
)
_NOT_TO = compiled(r"(?:not|never)\s+to\b(?!\s+have\b)")
_IS_THE_RULE = compiled(
    r"\b(?:hid(?:es?|ing)|withholds?|withholding|(?:holds?|keeps?|holding|keeping)\s+back|suppress(?:es|ing)?|(?:never|not|n[’']t)\s+(?:publish|disclose|print|show|give|release|share|name)\w*)\s+(?:all\s+|any\s+|such\s+|very\s+)*low\Z"
)
_IN_A_NAME = re.compile(r"\b(?:of|at|from|near) [A-Z][\w’'-]+ (?:High|Upper|Lower|Middle)\Z")
_OF_A_DOCUMENT = compiled(
    r"\b(?:report|bulletin|release|table|return|article|page|document|force)\s+(?:gives|gave|has|had|says|said|prints|printed|shows|showed|contains|offers|publishes|published)\s+nothing\Z"
)
_PRINTS_NOTHING = compiled(rf"\b{PRINTS}\s+nothing\Z")
_NOT_HIDDEN = compiled(
    r"\b(?:while|whereas|although|though|unlike|need\s+not)\b"
    r"|\b(?:not|nothing(?:\s+is)?|isn[’']t)\s+(?:hidden|withheld|blank|left\s+out|suppressed|held\s+back)\b"
    r"|\b(?:hides?|withholds?|would\s+not|wo(?:uld)?n[’']t)\s+(?:nothing|say\s+why)\b"
)
_ON_OR_FOR = compiled(r"\s+(?:on|for|about)\b")
_IS_TOO_LOW = compiled(
    r"\b(?:since|because|as|so)\b[^.;]{0,60}\b(?:might|could|may|can)\s+(?:be\s+)?(?:identif|recogni[sz]|point|name|pick|expose)\w*"
)
"""That a document has nothing on a part, whose number is withheld: no count of none."""
_OF_THOSE_SHOWN = compiled(
    r"\b(?:of|among|out\s+of)\s+(?:the|those|all\s+the)\s+(?:(?:ages|apps|platforms|sites|rows|bands|kinds|figures|numbers|counts|ones)\s+)?"
    r"(?:(?:that\s+)?(?:it|they|we|police|the\s+(?:force|release|table))\s+(?:(?:does|do|did|can|will)\s+)?(?:shows?|gives?|prints?|publish(?:es)?|released?|names?)"
    r"|(?:(?:that|which)\s+)?(?:(?:is|are|were|have\s+been)\s+)?(?:shown|given|printed|published|released))\b[^.;]*\Z"
)
"""An order of those alone whose numbers are released."""
_MORE_STILL = compiled(
    r"\b(?:lower|fewer|smaller|higher|larger|still|even|but|than|though|while|hidden|withheld)\b"
)
_IN_AN_ADDRESS = re.compile(
    r"(?<=, )(?:Upper|Lower) [A-Z][a-z]+\s*(?:[.,;\n]|\Z)"
    r"|(?:(?<=from )|(?<=in )|(?<=at )|(?<=of )|(?<=near ))(?:Upper|Lower|Middle) [A-Z][a-z]+"
)
_SEEN_IT = compiled(
    r"\b(?:I|we|he|she|they)\s+ha(?:ve|s|d)(?:n[’']t|\s+not|\s+never)\s+(?:ever\s+)?seen\s+(?:it|them)\b"
    r"|\bha(?:ve|s|d)(?:n[’']t|\s+not|\s+never)\s+(?:yet\s+|ever\s+)?seen\s+(?:the|this|that|our|[\w’-]+[’']s)\s+(?:\w+\s+)?(?:release|report|tables?|letter|answer|page|article|paper)\b"
)
_MISSING_CELL = compiled(
    r"\b(?:why\b[^.?!]*|(?:figures?|numbers?|counts?|bars?|rows?)\b[^.;]{0,60})\bmissing\s+from\Z"
)
_THOSE_WHERE_IT = compiled(r"\b(?:sex|gender|age)\b[^.;]*\b(?:those|ones)\s+where\s+it\s+\Z")
_COULD_NOT_NAME = compiled(r"\b(?:could(?:n[’']t|\s+not)|can(?:[’']t|\s?not))\s+name\Z")
_OF_OFFENCES = compiled(
    r"\b(?:offences?|crimes?|cases|incidents?|victims?|records?|recorded|logged|reported|targeted|abused)\b"
)
_CLAUSE = re.compile(r"[;:]|,\s|\s[–—-]\s|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)


def amounts_in_words(passage: Passage) -> Iterator[tuple[int, int]]:
    """Each word for an amount that is not a number; not "we do not give the figure"."""
    for pattern in (NONE, EXTREME, SUM):
        for match in pattern.finditer(passage.text):
            if "\n" not in match[0] and not _gives_no_amount(passage, pattern, match):
                yield match.span()


def _gives_no_amount(passage: Passage, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether what looks like an amount is none: a request, a name, a total that stays."""
    text, sentence = passage.text, passage.sentence(match.start())
    start, last = passage.sentence_bounds(match.start())
    if is_of_a_rule(text, start, match.span(), last):
        return True
    if pattern is EXTREME:  # "I can't tell you whether it is high", "a pupil of Tarrowby High"
        is_open = _WHETHER.search(text, start, match.start()) or _IS_THE_RULE.search(
            text, start, match.end()
        )
        of_shown = _OF_THOSE_SHOWN.search(text, start, match.start())
        rest = f"{text[start : match.start()]} {text[match.end() : last]}"
        if of_shown and not _MORE_STILL.search(rest):
            return True  # "of the ages it does show, ten has the lowest count"
        is_name = _IN_A_NAME.search(text, start, match.end())
        return bool(is_open or is_name or _IN_AN_ADDRESS.match(text, match.start()))
    if _PRINTS_NOTHING.search(text, start, match.end()) and _ON_OR_FOR.match(text, match.end()):
        return True  # "the force publishes nothing for eight-year-olds"
    if _OF_A_DOCUMENT.search(text, start, match.end()) and _ON_OR_FOR.match(text, match.end()):
        if _NOT_HIDDEN.search(text, match.end(), last):
            return False  # "has nothing on Kik, though Yubo is hidden", "which is not hidden"
        return DECLINING.search(sentence) is not None or _IS_TOO_LOW.search(sentence) is not None
    if pattern is SUM:
        return _IS_NOT.search(text, start, match.start()) is not None  # "does not divide them"
    noun = words_led(text, match.end())[:1] if match[0].casefold() == "not one" else []
    if any(map(is_one_thing, noun)):
        return True  # "not one assembly a year"
    if _THOSE_WHERE_IT.search(text, start, match.start()):
        return True  # "boys, and those where it was not recorded": a row
    if _COULD_NOT_NAME.search(text, start, match.end()):
        return True  # "one parent in five could not name the apps"
    if _MISSING_CELL.search(text, start, match.end()):
        return True  # "why is Kik missing from the table?"
    is_asked = _NOT_TO.match(text, match.start()) and _REQUEST.search(text, start, match.start())
    # "Asked us not to use her name", "the number isn't published, and I haven't seen it"
    is_number = _SEEN_IT.search(text, max(start, match.start() - 5), match.end() + 40)
    return bool(is_asked or is_number)


def of_all(passage: Passage, named: Sequence[Mention[NamedCategory]]) -> Iterator[Parts]:
    """The part, and no other, that all are said to be of: "All the victims were girls"."""
    for match in ALL.finditer(passage.text):
        _, last = _clause(passage, match)
        is_part = _A_NUMBER_OF.search(passage.before(match.start()))
        if not (is_part or _BUT.match(passage.text, match.start())):
            inside = within(named, (match.end(), last))
            yield from ((*match.span(), m.slot) for m in inside[:1])
    for match in ONLY_OF.finditer(passage.text):
        _, last = _clause(passage, match)
        inside = [m for m in within(named, (match.end() - 1, last)) if m.start <= match.end() + 2]
        were = _WERE.match(passage.text, inside[0].end) if inside else None
        if were and not _MORE_OFTEN_THAN.match(passage.text, were.end()):
            yield *match.span(), inside[0].slot
    for match in ONLY.finditer(passage.text):
        if _OF_OFFENCES.search(passage.sentence(match.start())):
            yield from ((*match.span(), m.slot) for m in within(named, match.span()))


# "Ten of all the offences were against 15-year-olds", "a fifth of": the share is judged by itself.
_A_NUMBER_OF = compiled(
    rf"\b(?:{NUMBER}(?:\s*%|\s+per\s+cent)?|half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?"
    r"|tenths?)\s+of\s+\Z"
)
_BUT = compiled(r"all\b[^.;,]{0,40}?\b(?:but|bar|except|save)\b")


def _clause(passage: Passage, match: re.Match[str]) -> tuple[int, int]:
    start, end = passage.sentence_bounds(match.start())
    cuts = [*_CLAUSE.finditer(passage.text, start, end)]
    first = max((c.end() for c in cuts if c.end() <= match.start()), default=start)
    last = min((c.start() for c in cuts if c.start() >= match.end()), default=end)
    return first, last
