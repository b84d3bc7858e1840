"""Ages that the words around a number make one: "a girl of nine", "my lad was eight when"."""

import re
from collections.abc import Collection, Iterator

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.nouns import is_ours, is_plural


def ages_in_words(text: str) -> Iterator[Mention[NamedCategory]]:
    """Each number that is an age."""
    for match in (m for p in _EACH for m in p.finditer(text)):
        age = int(numbers_in(match["age"])[0].value)
        if age <= OLDEST:
            yield Mention(*match.span("age"), age_category(age))
    for match in (m for p in (_SCHOOL_YEARS, _IN_YEAR) for m in p.finditer(text)):
        for n in numbers_in(match["list"]):
            at, low = match.start("list"), int(n.value) + _FIRST_YEAR
            yield Mention(at + n.start, at + n.end, age_category(low, min(low + 1, OLDEST)))
    for match in _AGES.finditer(text):
        age = int(numbers_in(_ONE_OF.sub("", match[0]))[0].value)
        yield Mention(*match.span(), age_category(age))
    for match in _THOSE_AT_AGES.finditer(text):
        for n in numbers_in(match["ages"]):
            at = match.start("ages")
            yield Mention(at + n.start, at + n.end, age_category(int(n.value)))
    for match in _ALONE_AT_AN_AGE.finditer(text):
        for bare in _BARE_AGE.finditer(match[0]):
            low, at = int(numbers_in(bare["age"])[0].value), match.start()
            yield Mention(at + bare.start("age"), at + bare.end("age"), age_category(low))
    for match in _BAND.finditer(text):
        ends = sorted(int(numbers_in(match[n])[0].value) for n in ("low", "high"))
        yield Mention(*match.span(), age_category(*ends))


def ages_of_the_release(
    text: str, ages: Collection[NamedCategory], hidden: Collection[NamedCategory]
) -> Iterator[Mention[NamedCategory]]:
    """Each number that is one of the `ages` of the release, and could be another number.

    A row's label is read for `hidden` ages alone: behind "eleven had nine" nine may be a row.
    """
    rows = ((m, hidden) for m in _AGE_HAD.finditer(text))
    for match, of in (*((m, ages) for p in _OF_THE_RELEASE for m in p.finditer(text)), *rows):
        age, group = int(numbers_in(match["age"])[0].value), match["group"] or ""
        if is_plural(group) and not is_ours(group):
            continue  # "two of the speakers were 17"
        if any(each.low <= age <= each.high for each in of):
            yield Mention(*match.span("age"), age_category(age))


_YOUNG = (
    r"(?:boys?|girls?|child|children|kids?|pupils?|victims?|sons?|daughters?|(?:grand|god)\w+"
    r"|sisters?|brothers?|siblings?|twins?|cousins?|nieces?|nephews?|youngsters?|lads?|toddlers?)"
)
_OF_HER_AGE = compiled(
    rf"\b(?:(?:[A-Z][a-z]+|s?he|you|I|daughter|son|child|girl|boy)(?:[’'](?:s|re|m)|\s+(?:is|was|are|am))|[a-z]{{3,}}\s+of)\s+(?:only\s+|just\s+)?(?P<age>{NUMBER})"
    r"(?=(?:\s*[.,;!?]|\s+(?:you|and|then)\b)[^?]{0,120}\b(?:her|his|your|my|that|the\s+same)\s+age\b)"
)
_ALL_OF_AN_AGE = compiled(
    rf"(?:(?:,\s+|\()(?:all|both|most(?:ly)?)|(?:^|(?<=[.!?\n]\s))both)\s+(?:of\s+them\s+)?(?:aged\s+)?(?P<age>{NUMBER})(?=\s*[,.;)]|\s+and\b)"
)
"""The age of all that are counted: "Victims: three, all six"."""
_OF_SO_MANY = compiled(
    rf"\b(?:(?:was|were|had|with|saw|makes?(?:\s+it)?)\s+(?:one|two|three|four|five|six|seven|eight|nine)"
    rf"|(?:{NUMBER}\s+|as\s+)(?:fewer|more|less|many))\s+(?:of|at)\s+(?P<age>{NUMBER})(?=\s*[.,;!?]|\s+(?:in\s+[A-Z]|says?\b|said\b|and\b|with\b|but\b|as\b|than\b))"
)
"""The age of a few: "There were two of 16", "three fewer of 15"."""
_SO_OLD = (
    r"(?:[4-9]|1[0-7]|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen)"
)
_THOSE_AT_AGES = compiled(
    rf"\b(?:{_YOUNG}|(?:young|old|littl|small|tini|wee|bigg)(?:e?st|er)|(?:tiny|little|small|young|big)(?:\s+ones)?|ones|babies|infants)\b"
    rf"[^.;:,!?\n\d]{{0,40}}?(?:,\s+|\s+[(–—-]\s?)at\s+(?:(?:just|only|barely)\s+)?(?P<ages>{_SO_OLD}(?:\s+(?:and|or|to)\s+{_SO_OLD})?)(?=\s*[,)–—]|\s-\s)"
)
"""The ages of persons in an aside: "the littlest, at eight and nine, were"."""
_ONE_PERSON = (
    r"(?:boy|girl|child|kid|pupil|victim|youngster|lad|son|daughter|(?:grand|god)(?:son|daughter|child)"
    r"|sister|brother|niece|nephew|mine)"
)
_IS_SO_OLD = compiled(
    rf"\b(?:(?:I[’']m|I\s+(?:am|was)|s?he(?:[’']s|\s+(?:is|was))|they(?:[’']re|\s+(?:are|were))(?:\s+(?:both|all))|{_ONE_PERSON}(?:[’']s|\s+(?:is|was)))\s+"
    rf"(?:only\s+|just\s+|now\s+|nearly\s+)?(?P<age>{_SO_OLD})(?=\s*(?:[.,;!?\n]|$)|\s+(?:now|when|and|but|then|at\s+the\s+time)\b))"
)
"""How old somebody is: "my lad was eight when", "I'm nine."."""
_GOT_A_PHONE = compiled(
    rf"\b(?:phones?|tablets?|consoles?|accounts?)\s+(?:at|by)\s+(?P<age>{_SO_OLD})(?=\s*[.,;!?]|\s+and\b)"
)
_WHO_WERE = compiled(
    rf"\b(?:{_YOUNG}|{NUMBER}|pair|trio|those|ones|people)(?:\s+(?:in|from|of)\s+[A-Z]\w+)?,?\s+(?:who|that)\s+(?:(?:all|both)\s+)?(?:are|were|(?:have\s+|had\s+)?(?:just\s+)?turned)"
    rf"\s+(?:all\s+|both\s+|just\s+|only\s+|still\s+|barely\s+)?(?P<age>{_SO_OLD})(?![\w%:.–-]*\w)(?!\s+(?:in|per|percent|of|feet|foot|miles|metres|minutes|hours|days|weeks|months|times|points|goals|places|runs|marks|down|up|ahead|short)\b)"
)
"""An age of several in a clause on them: "the children who were seven"."""
_AND_WHEN_SHE = compiled(rf"\band\s+(?P<age>{_SO_OLD})\s+when\s+s?he\b")
_FIRST_YEAR = 4
"""How many years before a child's age its school years begin: in Year 7 it is 11 or 12."""
_SCHOOL_YEARS = compiled(
    r"\bYears\s+\d{1,2}(?=,?\s)(?P<list>(?:,\s+\d{1,2})*,?\s+(?:and|or)\s+\d{1,2})(?![\w/])"
)
_IN_YEAR = compiled(
    rf"\bY(?P<list>\d{{1,2}})s?\b(?=\s*[:=–-]|\s+(?:kids?|pupils?|child(?:ren)?|girls?|boys?|victims?|{NUMBER})\b)"
)
"""A school year in short: "Y3 kids"."""
_AND_AT = compiled(
    rf"(?:(?<=[.!?:\n\"“‘–—-]\s)|(?<=[\n\"“‘])|^)(?:(?:and|(?:and\s+)?(?:what|how)\s+about)\s+)?(?:at\s+)?(?P<age>{_SO_OLD})(?P<group>(?!))?\s*\?(?![\"”’]?\s+that(?:[’']s|\s+is)\s+when\b)"
)
"""An age that is asked about by its number alone: "And 17?", "Eight? Two, here"."""
_WHERE = (
    r"(?:\s*(?:[.,;:!?)–—\"”]|$)|\s+(?:in\s+(?:(?-i:[A-Z])|the\b|our\b|its\b|that\b)|on\s+(?:the|that|our|its|it)\b"
    r"|and\b|or\b|but\b|then\b|last\b|this\b|that\b|with\b|when\b|while\b|says?\b|said\b|as\b|at\s+the\s+time\b))"
)
"""What may follow an age that is a bare number."""
_SOME = (
    rf"(?:{NUMBER}|nobody|no[\s-]one|none|nothing|any(?:one|body)?|some(?:one|body)?|every(?:one|body)"
    r"|few|fewer|many|all|both|others?|rest|couple|pair|trio|handful|half|ones?|same|sausage|zilch|nada|nil|nought)"
)
_OF_THEM = (
    r"(?:\s+of\s+(?!your\b)(?:[\w’'/–-]+\s+){0,6}?(?P<group>[\w’'/–-]+)"
    r"|\s+(?:in|on|from|among)\s+(?:[\w’'/–-]+\s+){0,5}?[\w’'/–-]+)?"
)
_CHILDREN = r"(?:\s+(?-i:[A-Z])[\w’'-]+)?\s+(?:children|victims|girls|boys|kids|youngsters)"
_SOME_AT = compiled(
    rf"\b(?:{_SOME}(?:\s+(?:of\s+them|children|kids|victims|girls|boys|offences|crimes|cases|more|less|fewer|each|apiece))?|numbers?|figures?|counts?|tally|totals?)\s+(?:at|for)\s+(?P<age>{_SO_OLD})(?P<group>(?!))?"
    rf"(?={_WHERE}|\s+(?:stood|stands|is|was|f[ae]ll|r[io]se|drop|c[ao]me)\w*)"
)
"""An age behind what is counted at it: "hardly any at nine", "the number at six was"."""
_SOME_ARE = compiled(
    rf"\b{_SOME}(?:[’']s|(?:{_OF_THEM}|{_CHILDREN})(?:\s+(?:who|that))?\s+(?:is|was|are|were|turned)(?:n[’']t)?)\s+"
    rf"(?:(?:all|both|just|only|still|even|barely|each)\s+)*(?P<age>{_SO_OLD})(?={_WHERE})"
)
"""An age that is said of some: "nobody's fifteen", "two were 16 last year"."""
_ARE_SOME = compiled(
    rf"\b(?:(?:is|was|are|were)(?:n[’']t)?\s+(?:there\s+)?{_SOME}{_OF_THEM}(?<!\bthe)(?<!\bother)(?<!\bthose)(?<!\bthese)(?<!\blast)|(?:any|some)(?:one|body)|nobody|no\s+one)\s+(?:just\s+|only\s+|even\s+)?(?P<age>{_SO_OLD})"
    r"(?=\s*[?,]|\s+(?:in|on|last|this|at)\s)"
)
"""An age that is asked of some: "Was anyone seven?"."""
_AS_MANY_WERE = compiled(
    rf"\b(?:as\s+many|more|fewer)\b[^.;:\d]{{0,40}}?\s(?:aged|were|was|are)\s+(?:aged\s+)?{_SO_OLD}\s+(?:as|than)\s+(?:(?:were|was|are)\s+)?(?:aged\s+)?(?P<age>{_SO_OLD})(?P<group>(?!))?"
    rf"(?={_WHERE})"
)
"""The second age of a comparison: "twice as many were 12 as were 15"."""
_MORE_WERE = compiled(
    rf"\b(?:more|fewer)\b[^.;:\d]{{0,20}}?\s(?:were|was|are)\s+(?:aged\s+)?(?P<age>{_SO_OLD})(?P<group>(?!))?(?=\s+than\s+{_SO_OLD}\b)"
)
"""The first age of such a comparison: "four more were 13 than 12"."""
_SO_MANY = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_HAD_ONE = compiled(
    rf"\b(?:had|got|seen|saw|have|has|there(?:[’']s|\s+(?:is|was)))\s+(?:just\s+|only\s+)?(?:an?|(?P<group>(?!)))\s+(?P<age>{_SO_OLD})(?={_WHERE})"
)
"""One child by its age: "never had a seven"."""
_AGE_IS = compiled(
    rf"\b(?P<age>{_SO_OLD})(?P<group>(?!))?(?:[’']s|\s+(?:is|was))\s+(?=(?:hardly|barely|scarcely)\s+(?:there|seen|in)\b|(?:(?:nearly|almost|practically|all\s+but)\s+)?(?:empty|bare)\b"
    rf"|(?:the\s+same|level|equal|on\s+a\s+par|neck\s+and\s+neck)\s+(?:as|with|to)\s+{_SO_OLD}\b)"
)
"""An age of which it is said how much there is: "eight’s the same as seven"."""
_AGE_HAD = compiled(
    rf"(?<!\bof\s)(?<!\bnumber\s)(?<!\bat\s)(?<!\bby\s)\b(?P<age>{_SO_OLD})(?P<group>(?!))?"
    r"\s+(?:had|has|as|it\s+says|(?:is|was)\s+down\s+(?:for|as|at)|(?:stands?|stood)\s+at|comes?\s+with\s+an?)\s+"
    rf"(?:just\s+|only\s+)?(?:{'|'.join(_SO_MANY)}|\d)\b(?=\s*[.,;!?]|\s+(?:in\s+(?-i:[A-Z])|beside\b|and\b)|$)"
)
"""An age and its number, said by somebody: "the sheet says nine had three"."""
_PLURAL_AGES = (
    r"(?:fours|fives|sixes|sevens|eights|nines|tens|elevens|twelves|thirteens|fourteens|fifteens|sixteens"
    r"|seventeens|(?:[4-9]|1[0-7])s)"
)
_OF_AN_AGE = compiled(
    rf"\b(?:{_YOUNG}|nobody|no\s+one|somebody)\s+of\s+(?:just\s+|only\s+)?(?P<age>{NUMBER})\b"
    r"(?!\s*%|\s+(?:per\s+cent|percent|offences?|crimes?|cases?|victims?|children|girls|boys|years?|days|months))"
)
_WHO_IS = compiled(
    rf"\b{_YOUNG}(?:,?\s+(?:who|that)(?:[’']s|\s+(?:is|was|turn(?:s|ed)|had\s+(?:just\s+)?turned))"
    rf"|(?:\s+(?:who|that))?\s+(?:is|was|were|had\s+been|has\s+been)\s+(?:\w+\s+)?[a-z]+ed\s+at)\s+"
    rf"(?:just\s+|only\s+|now\s+|barely\s+)?(?P<age>{NUMBER})(?![\w%:.–-]*\w)(?!\s+(?:in\s+the|o[’']clock|per|percent|of|{quantities.COUNTED}|times|schools)\b)"
)
"""An age in a clause on a child: "a daughter who's ten", "a son who was groomed at eight"."""
_ASKED = compiled(
    r"\b(?:(?:youngest|oldest)\s+(?:\w+\s+)?(?:victim|child|girl|boy|pupil|age)|(?:what|which)\s+ages?|how\s+(?:old|young))\b"
    rf"[^?.;\n]{{0,90}}\?[\"”’]?\s+(?:[A-Z]\w*:\s*)?[\"“‘]?(?:just\s+|only\s+)?(?P<age>{NUMBER})(?=\s*(?:[.,;!?\n]|$))"
)
"""An age that answers a question about one: "How old was the youngest? Eight."."""
_AGE_BEHIND = compiled(
    rf"\b(?:boy|girl|child|pupil|victim|youngster)(?:,\s+|\s*\()(?:aged\s+)?(?P<age>{NUMBER})(?=\s*[,)])"
)
_IN_SHORT = compiled(rf"(?<![\w.])(?P<age>\d\d?|{NUMBER})[-‐‑\s]?(?:y/?os?|yrs?[-‐‑\s]olds?)\b")
_IS_AN_AGE = compiled(
    rf"\b(?P<age>{NUMBER})\s+(?:is|was)\s+(?:an?\s+(?:\w+\s+)?age\b|the\s+(?:age|one)\s+(?:with|at|that|which|of)\b)"
)
_AT_AN_AGE = compiled(
    rf"(?:(?:^|(?<=\n)|(?<=[.,;:!?–—\"“‘-]\s)|(?<=[\"“‘])|(?<=\band\s))(?:at|of|by)|\b(?:down|get|got)\s+to)\s+(?P<age>{NUMBER})(?=,?\s+(?:it(?:[’']s|\s+(?:is|was|f[ae]ll\w*|drop\w*|dips?|comes|came|goes|went|r[io]ses?|climb\w*|reach\w*))\b|there[’']s\b"
    r"|(?:the|its|[\w-]+[’']s)\s+(?:[\w-]+\s+){0,2}?(?:number|figure|count|tally)\b|there\s+(?:was|were|are)\b|(?:none|nobody|nil|no\s+\w+|an?\s+(?:boy|girl))\b"
    rf"|(?:(?:we|they)\s+(?:have|had|count\w*|record\w*|log\w*|saw)\s+)?(?:just\s+|only\s+)?{NUMBER}\b(?!\s+(?:o[’']clock|per|years?|minutes|months|bands|coaches|buses|trains|leaves?\s+(?:(?-i:[A-Z])\w+|for|from))\b)))"
)
"""An age of which a number is said: "At seven it's a handful", "of ten two fewer"."""
_AT_THAT_AGE = compiled(
    rf"\bat\s+(?P<age>{_SO_OLD}),?\s+(?:I|my|our|we|s?he|his|her)\b(?=[^.;!?\n]*\b(?:groomed|abused|targeted|contacted|messaged|approached|blackmailed|sent|met|victims?|offences?|cases?|figures?|numbers?|police|force|count\w*|one\s+of|there|{NUMBER}\s+(?:in|on|of|here))\b)"
)
"""The age at which somebody was harmed: "at nine my brother was one of them"."""
_ONE_MORE_THAN = compiled(
    rf"\b{NUMBER}\s+(?:more|fewer|less)\s+(?P<age>{_SO_OLD})\s+than\s+{_SO_OLD}(?=\s*[.,;!?]|\s+(?:in|on|here)\b)"
)
_THE_SEVENS = compiled(
    rf"\b(?-i:[A-Z]\w+)(?:[’']s)?\s+(?P<age>{_SO_OLD})(?:e?s)\b(?=\s*[.,;!?]|\s+(?:could|can|would|is|are|was|were|had|has|have|in|and|on)\b)"
)
"""Children by their age behind a place: "the two Kent sevens"."""
_IS_THE_AGE = compiled(
    rf"(?:\b(?:(?:is|are|was|were)\s+the|one|an?|another|no|lone|that)|[’']s\s+the|\bthe\s+(?:only|one|lone|sole))\s+(?P<age>{_SO_OLD})(?=\s+(?:in|on)\s+(?:the|that|its|our|[\w-]+[’']s)\s+(?:[\w’'-]+\s+){{0,2}}?(?:table|figures|list|chart|data|return|sheet)\b)"
)
"""An age by its row: "my son is the nine in the table"."""
_AT_A_SCORE = compiled(
    rf"\b(?:w[io]ns?|lost|loses?|drew|beats?|finished|ended|went|was)\b[^.;:!?\d]{{0,40}}?\s{NUMBER}\s?(?:[-–]|to|against)\s?{NUMBER}(?:\s+to\s+(?:the\s+)?\w+)?\s+(?:at|for|among)\s+(?:the\s+)?(?P<age>{_SO_OLD})"
    r"(?=\s*(?:[.,;!?)]|$)|\s+(?:in\s+[A-Z]|and\b|says?\b|said\b))"
)
_BEFORE_A_SCORE = compiled(
    rf"\bat\s+(?P<age>{_SO_OLD}),?\s+(?:the\s+)?(?:girls|boys)\s+(?:w[io]ns?|lost|lead|led|beat|drew|had|have)\b"
)
"""The age of a score: "the girls won three to one at nine"."""
_BEFORE_AGES = ("the", "my", "our", "both", "and", "for", "as", "many", "more", "fewer", "than")
_AGES = compiled(
    rf"(?:{'|'.join(rf'(?<=\b{each} )' for each in (*_BEFORE_AGES, *_SO_MANY))}){_PLURAL_AGES}\b|"
    rf"(?<!\brugby\s)(?<!\browing\s)(?<!\bsixes\sand\s)(?<!\biPhone\s)(?<!\bhigh\s)(?<![–-])\b(?!sixes\s+and\s+sevens\b){_PLURAL_AGES}\b"
    r"(?!\s+(?:of\s+(?:thousands|millions|pounds)|courts?|teams?|tournaments?|squads?|match(?:es)?|final|cup|league|nights?|rugby|crews?|races?|players?|football|club)\b)"
    r"(?<!\btens(?=\sof\s))"
)
"""Children by their age: "sevens hardly figure"."""
_BAND = compiled(
    rf"\b(?P<low>{NUMBER})(?:\s+(?:to|and)\s+|\s?[-–]\s?)(?P<high>{NUMBER})\s+(?:year\s+)?(?:(?:and|or)\s+\d+[-–]\d+\s+)?(?:age\s+)?(?:group|band|bracket|row)s?\b"
)
_ONLY = r"(?:only|alone|sole|nobody\s+else|no\s+one\s+else|no\s+others?|none)"
_THEIR_AGE = r"(?:their|those|these|his|her|that|this|such|the\s+same)\s+ages?"
_ALONE_AT_AN_AGE = compiled(
    rf"[^.;!?\n]*(?:\b{_ONLY}\b[^.;!?\n]*\b{_THEIR_AGE}|\b{_THEIR_AGE}\b[^.;!?\n]*\b{_ONLY})\b[^.;!?\n]*"
)
"""A sentence in which some are the only ones of the ages that it gives: "nine and 17"."""
_BARE_AGE = compiled(
    rf"(?:(?<=[(,:–—]\s)|(?<=[(–—])|(?<=\b(?:and|are|was)\s)|(?<=\bwere\s)|(?<=\bis\s))(?P<age>{_SO_OLD})(?=\s*(?:[,).–—]|\Z)|\s+and\b)"
)
_THE_AGE_IS = compiled(
    rf"\bthe\s+age\s+that\s+(?:troubles?|worr(?:ies|y)|concerns?|shocks?|saddens?|frightens?|strikes?|bothers?)\b[^.;:\d]{{0,40}}?\s(?:is|was)\s+(?P<age>{_SO_OLD})(?=\s*[.,;!?”\"])"
)
_ONE_OF = re.compile(r"(?<=x)es\Z|s\Z", re.IGNORECASE)
_EACH = (
    _OF_AN_AGE,
    _AGE_BEHIND,
    _WHO_IS,
    _ASKED,
    _IN_SHORT,
    _IS_AN_AGE,
    _THE_AGE_IS,
    _AT_AN_AGE,
    _OF_HER_AGE,
    _ALL_OF_AN_AGE,
    _OF_SO_MANY,
    _IS_SO_OLD,
    _GOT_A_PHONE,
    _AND_WHEN_SHE,
    _WHO_WERE,
    _AT_A_SCORE,
    _BEFORE_A_SCORE,
    _ONE_MORE_THAN,
    _IS_THE_AGE,
    _THE_SEVENS,
    _AT_THAT_AGE,
)
_OF_THE_RELEASE = (
    _AND_AT,
    _SOME_AT,
    _SOME_ARE,
    _AS_MANY_WERE,
    _MORE_WERE,
    _ARE_SOME,
    _HAD_ONE,
    _AGE_IS,
)
"""Where a number may be another one, as of hours, if no child of the release is so old."""
