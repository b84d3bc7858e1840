"""Why figures are not given: "if only one were dropped", "a low count can name a child".

Such words say of no part how many it has: they hold for any that is hidden.
"""

from collections.abc import Sequence

from offences.tracing.binding.mentions import within
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.bounds import Named
from offences.tracing.hidden_numbers.next_sentences import names_somebody
from offences.tracing.hidden_numbers.nouns import DECLINING


def is_of_a_reason(passage: Passage, figure: Candidate, named: Sequence[Named]) -> bool:
    """Whether a word counts figures that might be left out, or who might be recognised."""
    text, at = passage.text, figure.start
    first, last = passage.sentence_bounds(at)
    return bool(
        any(
            (found := word.match(text, at, last))
            and before.search(text[first:at])
            and not _THEY_DID.match(text, found.end())
            for before, word in _BEHIND
        )
        or _NO_SPLIT.match(text, at, last)
        or _is_of_offenders(passage, figure, named)
        or _is_a_limit(passage, figure, named)
    )


def _is_of_offenders(passage: Passage, figure: Candidate, named: Sequence[Named]) -> bool:
    """Whether it says what a count of offences does not: "one man may be behind several"."""
    text, at = passage.text, figure.start
    first, last = passage.sentence_bounds(at)
    if within(named, (passage.with_sentence_before(at)[0], last)):
        return False
    is_led = _NOT_OFFENDERS.search(text, first, at)
    return bool(is_led and _BEHIND_SEVERAL.match(text, at, last))


def _is_a_limit(passage: Passage, figure: Candidate, named: Sequence[Named]) -> bool:
    """Whether it is where a rule begins to hide: "no count below five", "the threshold of ten".

    Of any number, not of one part: "Kik is below five", nor beside one without the other reason
    for which a number may be hidden; nor lower than a rule can be.
    """
    text, at = passage.text, figure.start
    first, last = passage.sentence_bounds(at)
    if figure.value not in _LIMITS:
        return False
    near = passage.with_sentence_before(at)[0], passage.with_sentence_after(at)[1]
    if within(named, near) and not _OR_TO_PROTECT.search(text, figure.end, near[1]):
        return False  # "Why is there none for Kik? Because figures under five are hidden"
    if _A_LIMIT_OF.search(text, first, at):
        return True
    return bool(_BELOW.search(text, first, at) and _RULES.search(text, first, last))


def is_of_a_rule(text: str, first: int, span: tuple[int, int], last: int) -> bool:
    """Whether "low" or "subtract" is in the reason for a rule: "a low count can name a child"."""
    start, end = span
    if _NOBODY_CAN.search(text, first, start):
        return True
    if _RULE_ON.search(text, first, start) and _COUNTS.match(text, end, last):
        return True  # "withheld under the rule on low numbers"
    is_low = text[start:end].casefold() == "low" and DECLINING.search(text, first, last)
    if (_AS_THEY_ARE.search(text, first, start) and _ENDS.match(text, end, last)) or (
        is_low
        and any(a.search(text, first, start) and b.match(text, end, last) for a, b in _IS_LOW)
        and _says_no_more(text[last:])
    ):
        # "held back because the numbers are low", but not "For Yubo it is not", of another part
        return _NOT_SO.search(text, first, last + _NEXT) is None
    return bool(_A.search(text, first, start) and _COUNT_CAN.match(text, end, last))


def without_reason(rest: str, after: str) -> str:
    """A sentence without "because it is small", where the next one says nobody."""
    return _AS_IT_IS_SMALL.sub(" ", rest) if _says_no_more(after) else rest


def _says_no_more(after: str) -> bool:
    """Whether the text ends, or goes on with what is released, or with a rule."""
    if _SAYS_NO_MORE.match(after):
        return True
    sentence = _SENTENCE.match(after)
    if sentence is None or _TELLS_APART.search(sentence[0]):
        return False
    return bool(_OF_A_NUMBER.match(sentence[0])) and not names_somebody(sentence[0])


_GONE = (
    r"(?:dropped|hidden|left\s+out|removed|taken\s+(?:out|away)|withheld|blanked(?:\s+out)?|published|printed"
    r"|released|struck\s+out|cut)"
)
_BEHIND = (
    (
        compiled(r"\bif\s+(?:only|just)?\s*\Z"),
        compiled(rf"one\s+(?:of\s+(?:them|these|those)\s+)?(?:is|was|were|had\s+been)\s+{_GONE}\b"),
    ),
    (
        compiled(
            r"(?:\A|[.!?:]\s+)\W*(?:hide|drop|remove|withhold|print|publish|leave\s+out|take\s+out|cut)\s+(?:(?:only|just)\s+)?\Z"
        ),
        compiled(
            r"(?:only\s+|just\s+)?one(?:\s+of\s+(?:them|these|those|the\s+two))?\s+and\b[^.;]*\b(?:subtract\w*|could|would|can)\b"
        ),
    ),
    (
        compiled(
            r"(?<!\bits\s)(?<!\bthat\s)(?<!\bthis\s)(?<!\bthe\s)(?<!\btheir\s)\b(?:small|low|tiny)\s+(?:counts|numbers|figures|totals)\s+(?:can|could|might|may|would)\s+(?:easily\s+)?(?:point\s+to|lead\s+to|identify|reveal|expose|single\s+out)\s+\Z"
        ),
        compiled(r"one\s+(?:child|family|household|person|victim|home)\b(?!\s+(?:of|aged)\b)"),
    ),
    (
        compiled(r"\b(?:in\s+case|lest|for\s+fear(?:\s+that)?)\s+\Z"),
        compiled(
            r"(?:any\s?one|one|a\s+single\s+one|any)(?:\s+(?:of\s+(?:the|these|those)\s+)?(?:child(?:ren)?|girls?|boys?|victims?|famil(?:y|ies)|them))?\s+"
            r"(?:might|could|may|would|can|should)\s+be\s+(?:recognised|recognized|identified|traced|named|singled\s+out|picked\s+out|found\s+out)\b"
        ),
    ),
)
"""What stands before a word, and the word with what it says."""
_THEY_DID = compiled(
    r"[^\n]{0,30}\b(?:(?:here|there|they|it|this|that)(?:\s+one)?|these|those)\s+(?:did|does|do|would|will|has|have)\b"
)
"""What says that it was so: "could identify one child. Here they would"."""
_LIMITS = (5, 6, 7, 8, 9, 10, 11, 15, 20)
"""Rules hide what is below five or ten; "below four" tells more than they do."""
_ANY_COUNT = (
    r"(?:(?:an?|any|no|every|each|where|when(?:ever)?|if|such\s+an?)\s+(?:\w+\s+)?(?:count|figure|number|total|cell|value|result|row|category|group|band|it|entry)"
    r"|(?<![’']s\s)(?:counts|figures|numbers|totals|cells|values|results|categories|groups|bands|entries|anything|those(?=\s+(?:under|below)))"
    r"|\b(?:those|ones|anything|everything)(?:,|\s+(?:that|which|with))?)"
)
_UNDER = (
    r"(?:under|below|beneath|"
    r"(?:less|fewer|lower|smaller)\s+than|not\s+(?:reach|over|above)|short\s+of)"
)
_BELOW = compiled(
    rf"\b{_ANY_COUNT},?\s+(?:(?:that|which)\s+)?(?:(?:is|are|was|were|be|falls?|fell|comes?|came|of|has|have|had|with|contains?|holds?|stands?)\s+)?(?:at\s+|to\s+)?{_UNDER}\s+\Z"
)
_OR_TO_PROTECT = compiled(
    r"\b(?:nor\s+(?:one|any|is|are|those)\b|(?:or|and)\s+(?:so|where|that|which|one|any|some|others?|the\s+rule)\b)[^.;]*\b(?:subtract\w*|deduc\w*|work(?:ed)?\s+(?:\w+\s+){0,3}(?:out|back)|giv(?:e|ing)\s+(?:[\w’-]+\s+){0,4}?away|follows?|protect\w*|reveal\w*|calculat\w*)\b"
)
"""The second rule, by which a number of any size is hidden: "nor one that would give it away"."""
_A_LIMIT_OF = compiled(
    r"\b(?:threshold|limit|cut-?off|line|rule|bar|minimum|floor|hurdle)(?:\s+for\s+(?:printing|publishing|publication|release|disclosure))?"
    r"\s+(?:of|is(?:\s+set\s+at)?|was|at|stands\s+at)\s+\Z"
    r"|\b(?:rule|line|limit)\s+about\s+\Z|\b(?:under|less)-than-\Z"
)
_RULES = compiled(
    r"\b(?:publish\w*|print\w*|show[ns]?|giv(?:e[ns]?|ing)|releas\w+|disclos\w+|hid(?:es?|den|ing)|with(?:held|hold\w*)|suppress\w*|replac\w+|starr?(?:s|ed)?|blank\w*"
    r"|left\s+(?:out|off|blank)|leaves?\s+(?:out|blank)|(?:kept|keeps?|held|holds?)\s+back|mark(?:s|ed)?|round\w*|mask\w*|redact\w*|too\s+(?:small|low|few)|dropp?(?:s|ed)?|appear)\b"
)
_NOT_OFFENDERS = compiled(
    r"\b(?:offences|crimes),?\s+(?:and\s+)?not\s+(?:offenders|people|suspects|abusers|victims|children)\b"
)
_BEHIND_SEVERAL = compiled(
    r"(?:one|a\s+single)\s+(?:person|offender|man|suspect|adult)\s+(?:may|can|could|might)\s+"
    r"(?:be\s+(?:behind|responsible\s+for)|have\s+committed|commit|account\s+for)\s+(?:several|many|more\s+than\s+one)"
    r"(?:\s+(?:of\s+(?:them|[\w’']+\s+\d+)|offences|crimes))?(?=\s*(?:[.!?;)”\"]|\Z))"
)
"""Not what goes on to say that it was so: "one man may be behind several, and was"."""
_NO_SPLIT = compiled(
    r"no\s+(?:(?:boys|girls)[’']\s+)?(?:split|breakdown|division|row|line|column|bar|figure|number|count)\s+"
    r"(?:(?:of|between|into|for|by|on)\s+[^.;,]{1,60}?\s+)?(?:is|are|was|were|has\s+been|appears?)\s*"
    r"(?:(?:given|published|printed|shown|released|provided|available|possible)\b|(?:in|on)\s+the\s+(?:table|chart|page|list)\b)"
    r"(?![^.;]*\b(?:as|because|since)\s+(?:there|nothing|none|it\s+is|they\s+are)\b)"
)
_NOBODY_CAN = compiled(
    r"\b(?:nobody|no\s+one|readers?\s+cannot|none)\s+(?:can|could|may|is\s+able\s+to|will)\s+(?:simply\s+|just\s+)?\Z"
)
_A = compiled(r"\b(?:an?|any|such\s+an?|(?:very|so|really)|because|that)\s+\Z")
_RULE_ON = compiled(
    r"\b(?:rules?|policy|polic(?:y|ies)|practice|guidance)\s+(?:on|about|for|against)\s+(?:very\s+|such\s+)?\Z"
)
_COUNTS = compiled(r"\s+(?:numbers?|counts?|figures?)\s*(?:[.,;!?)]|\Z)")
_AS_THEY_ARE = compiled(
    r"\b(?:because|since|as|when|where|if)\s+(?:the|their|its|those|these|such)\s+(?:numbers|counts|figures|number|count|figure)\s+(?:are|were|is|was)\s+(?:so\s+|too\s+|very\s+)?\Z"
)
_ENDS = compiled(r"\s*(?:[.;!?)”\"]|\Z)")
_IS_LOW = (
    (
        compiled(
            r"\b(?:because|since|as)\s+(?:it|they|these|those)\s+(?:are|were|is|was)\s+(?:so\s+|too\s+|very\s+)?\Z"
        ),
        _ENDS,
    ),
    (compiled(r"\bbecause\s+of\s+(?:the|its|their|such)\s+(?:very\s+)?\Z"), _COUNTS),
    (
        compiled(r"\b(?:too|so)\s+\Z"),
        compiled(
            r"\s+to\s+(?:be\s+)?(?:print|publish|give|show|release|share)\w*(?=\s*(?:[.;!?)”\"]|\Z))"
        ),
    ),
)
"""What stands before "low", and behind it, where a number is not given for that reason."""
_AS_IT_IS_SMALL = compiled(
    r"\b(?:because|since|as)\s+(?:they|it|both|these|those)\s+(?:are|is|were|was)\s+(?:(?:too|so|very)\s+)?(?:small|low)"
    r"(?=\s*(?:[.;!?)”\"]|\Z)|\s+and\s+(?:an?|any|the)\s+(?:child|children|victims?)\s+(?:could|might|may|can|would)\b"
    r"|\s+and\s+(?:so\s+)?(?:could|might|may|can|would)\s+(?:\w+\s+)?(?:identify|point\s+to|lead\s+to|reveal|expose)\s+(?:an?\s+|individual\s+)?(?:child|children|victims?|person|people)\s*[.!?;])"
    r"|\bbecause\s+of\s+(?:the|its|their)\s+(?:very\s+)?(?:low|small)\s+(?:number|count|figure)s?(?=\s*(?:[.;!?)”\"]|\Z))"
)
"""That a number is hidden for the rule alone, of a part of which no range is released."""
_SAYS_NO_MORE = compiled(
    r"\W*(?:\Z|(?:(?:in|across|throughout)\s+)?(?-i:England|Wales|Britain)\b|nationally\b"
    r"|(?:it\s+said\s+)?the\s+(?:total|most\s+common\s+age|rule|table|release)\b"
    r"(?![^.;]*\b(?:without|less|minus|exclud\w+|except\w*|bar|but|lacks?|leaves?|falls?|drops?|them|it|these|those)\b)|figures\s+(?:under|below)\b"
    r"|(?-i:[A-Z])[\w’-]+\s+(?:had|was\s+named\s+in|accounted\s+for)\s+\d)"
)
"""Where the text ends, or goes on with what is released: else it may say who it was."""
_SENTENCE = compiled(r"\s*[^.!?]+[.!?]?")
_TELLS_APART = compiled(
    r"\b(?:not|only|but|more|less|fewer|higher|lower|larger|smaller|bigger|than|others?|unlike|both|also|too|by|same|equal\w*|twice|half|so|one|either|neither|none|nobody|it|that|this|they|he|she)\b|n[’']t\b"
)
"""What may set another part or somebody against the one that is hidden."""
_OF_A_NUMBER = compiled(
    r"\W*(?:(?:for|at|among|against|with|of)\s+)?(?:(?:the|those|children)\s+)?(?:aged?\s+)?(?:1\d|ten|eleven|twelve|thirteen|fourteen|fifteen)\b[^.;]{0,40}?\s(?:was|were|is|are|had|came)\b(?!\s+(?:the|its|their)\s+(?:number|figure|count|answer|total)\b)"
    r"|\W*the\s+force\s+(?:recorded|logged|registered)\s+\d\d+\s+(?:online\s+)?(?:sexual\s+)?(?:offences|crimes)(?:\s+(?:in\s+all|overall|altogether|in\s+total|last\s+year))?\s*[.;]"
    r"|\W*(?-i:[A-Z])[\w’-]+(?:\s+[a-z]+){0,4}\s+was\s+the\s+(?:most\s+\w+|commonest|biggest|largest)\b[^.;]*\d"
)
"""A released age first: "Thirteen was the most common age", "For 10-year-olds it was six"."""
_NEXT = 80
_NOT_SO = compiled(
    r"\bnot\s+(?:so|because|since|as|the\s+case)\b|\bonly\b|\bcontrast\b|\bunlike\b|\b(?:shield|shelter|cover|screen)\w*\b|[’']s\s+sake\b"
    r"|\bcannot\s+be\s+said\b|\b(?:that|this|it)\s+(?:is|was|does|did)\s*(?:not|n[’']t)\s*(?:true\b|apply\b|[.;!])|\bwould\s+(?:pass|clear|meet)\b|\bother\s+(?:way|reason)"
)
"""What tells that another part is hidden though it is not low: "For Yubo it is not"."""
_COUNT_CAN = compiled(
    r"\s+(?:numbers?|counts?|figures?|totals?)\s+(?:(?:[\w’-]+\s+){0,6}?(?:can|could|might|may|would)\s+(?:easily\s+|still\s+)?(?:point|lead|identify|give|reveal|expose|name|betray|mean)\b|and\s+[^.;]{1,40}\s(?:are|is)\s+(?:all|what)\s+it\s+takes|and\s+[^.;]{1,40}\sare\s+all\s+they\s+need)"
)
