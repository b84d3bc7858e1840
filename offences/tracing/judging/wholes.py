"""The whole that a share is said of, against the one it was worked out from."""

import re
from collections.abc import Callable, Container, Sequence
from fractions import Fraction

from offences.tracing.binding.categories import RECORDED, RECORDS, attribute_kind, attribute_kinds
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayablePercent
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import OFFENCE, compiled
from offences.tracing.judging.judgement import Fit, Judgement
from offences.words import verdicts

# "A quarter of all those with an age on file": no share of all
_KNOWN_ALONE = (
    r"\s+(?:of\s+)?(?:(?:the|these)\s+)?(?:those|ones|offences|crimes|cases|victims|children)\s+"
    r"(?:where|whose|(?:in|for)\s+which|with)\s+(?:(?:an?|the|their|its|child[’']s|victim[’']s)\s+)*"
    rf"(?:(?:platform|app|site|sex|gender|age)s?\s+(?:(?:was|is|were|had\s+been)\s+)?(?:on\s+(?:file|record)|{RECORDED})"
    rf"|(?:{RECORDED})\s+(?:platform|app|site|sex|gender|age)\b)"
)
_OF_ALL = compiled(
    rf"\s*(?:out\s+)?of\s+(?:(?:them\s+)?all\b(?!{_KNOWN_ALONE})"
    r"|every\s+offence|(?:everything|all|what)\s+(?:[\w’']+\s+){0,4}?(?:recorded|logged|counted)\b|(?:the|its|their|our|[\w’']+[’']s)\s+(?:[\w’']+\s+){0,3}?"
    r"(?:total|tally|whole)\b(?!\s+(?:number\s+)?(?:where|with)))"
)
# "Half of the Kent offences", "26% of cases", "one in three offences", "one offence in three"
_OFFENCES = (
    r"(?:(?!(?:those|these|such|other)\b)[^\W\d][\w’'-]*\s+){0,2}?(?:offences|crimes|cases)\b"
    r"(?!\s+(?:where|when|in\s+which|for\s+which|whose|with|that|which|it|they)\b)"
)
_OF_OFFENCES = compiled(
    rf"\s*of\s+(?:all\s+)?(?:(?:the|its|their|our|[\w’']+[’']s)\s+)?{_OFFENCES}"
)
_IN_OFFENCES = compiled(rf"\s+{_OFFENCES}")
_OFFENCE_IN = compiled(rf"\b{OFFENCE}\b")
_OF_ALL_FIRST = compiled(
    r"\b(?:out\s+)?of\s+(?:everything|all)\s+(?:that\s+)?(?:[\w’'-]+\s+){0,3}?(?:recorded|logged|counted)\b"
    rf"|\b(?:(?:out\s+)?of|counting|taking|across)\s+all\s+(?:of\s+)?(?:(?:the|its|their|our)\s+)?(?:(?!(?:kinds|types|sorts|forms|categories)\b)[\w,]+\s+){{0,4}}?{OFFENCE}\b"
    # "46% of all offences where the app is known, more than Kik (25%)": no whole but those
    r"(?!\s+(?:where|when|whose|(?:in|for)\s+which|with\s+an?\b|with\s+(?:known|recorded|stated)\b))"
)
# "48%" above its label "Snapchat's share of all offences"
_OF_ALL_BELOW = compiled(
    r"\s*\n[^.;:\n\d]{0,60}?\b(?:share|proportion|percentage)\s+of\s+(?:all|the\s+(?:total|whole))\b[^.;:\n\d]{0,40}"
    r"(?=\s*(?:[.;:\n]|$))"
)
_OF_NUMBER = compiled(
    rf"\s*(?:out\s+)?of\s+(?:(?:all|the|its|their|these|those|[\w’']+[’']s?)\s+)*(?P<n>{NUMBER})(?!\s?%)"
)
# "Of the 191 offences, 12% were"
_OF_NUMBER_FIRST = compiled(
    rf"(?:^|[.;:!?\n]\s*)(?:(?:out\s+)?of|among(?:st)?|taking|from|in)\s+"
    rf"(?:(?:all|the|its|their|our|these|those|[\w’'-]+[’']s?)\s+)*(?P<n>{NUMBER})\s+(?:[\w’'-]+\s+){{0,3}}?{OFFENCE}"
    rf"(?:\s+(?:in|by|for|as|recorded|logged)\s[^.,;:\d]*)?,\s+(?:[\w’'-]+\s+){{0,2}}$"
)
# "1,038 offences, of which 83% were against girls", "… 83% of them", "Of these, 83%"
_OF_THESE = compiled(r"\bof\s+(?:which|these|those|them),?\s+(?:[\w’'-]+\s+){0,2}\Z")
_OPENS_OF_THESE = compiled(r"\W*of\s+(?:these|those|them)\b")
# "Of those in which the app was named" are not all that stand before
_PART_OF_THEM = compiled(
    r"\s*of\s+(?:which|these|those|them)\b(?!\s+(?:where|when|whose|(?:in|for)\s+which)\b)"
)
_IF = compiled(r"\b(?:where|when|whose|if|with|which)\b")
_EARLIER = compiled(r"\b(?:from|compared\s+(?:with|to)|than|against)\s+(?:[\w’'-]+\s+){0,2}\Z")
"""Before the earlier number of a change, which is no whole: "107, up from 88, of which 82%"."""
_UNKNOWNS_OUT = (
    r"\b(?:unknowns|un(?:known|recorded|stated)\s+(?:ones|cases|offences|crimes|apps|platforms|ages))\s+"
    r"(?:(?:are|is|were|was|being|(?:have|has|having)\s+been)\s+)?(?:aside|apart|excluded|omitted|removed|dropped"
    r"|discounted|disregarded|ignored|not\s+(?:counted|included)|(?:left|taken|stripped|set|put)\s+(?:out|aside|away))\b"
)
_KIND_KNOWN = r"(?:platform|app|sex|gender|age)\b"
_NOTED = (
    rf"(?:(?!(?:available|disclosed|supplied)\b){RECORDED})"  # not by forces "which supplied data"
)
_KNOWN = compiled(
    r"\b(?:where|when|if|which(?!\s+(?:is|was|are|were)\b)|whose|with|for\s+whom)\b[^.;]{0,60}?\b"
    rf"(?:{_NOTED}|(?:ha[ds]|have|held|holds?)\s+(?:the|an?)\s+(?:platform|app|sex|gender|age))\b"
    r"|\bknown\b(?!\s+to\b)"
    r"|\b(?:leav\w+\s+(?:out|aside)|set\w*\s+aside|exclud\w+|ignor\w+|omit\w+|(?:not|without)\s+counting)\b"
    r"[^.;]{0,60}?\b(?:unknowns?|un(?:recorded|stated)|without|no|not)\b"
    rf"|{_UNKNOWNS_OUT}|\b(?:without|minus|less)\s+(?:the\s+|any\s+)?unknowns\b"
    # "Among those with a platform", "if the police knew the platform"
    rf"|\b(?:among(?:st)?|of|in|for|only|counting)\s+(?:those|ones|cases|offences|crimes)\s+with\s+an?\s+{_KIND_KNOWN}"
    r"(?!\s+(?:of|gap|account|like|such|under|over|below|above|between)\b)"
    rf"|\b(?:where|when|if|whose)\b[^.;]{{0,60}}?(?<!\bnot\s)\b(?:knew|knows?)\s+(?:the|which|what|its)\s+(?:[\w’']+\s+)?{_KIND_KNOWN}"
)
_THOSE_KNOWN = compiled(
    rf"\s+(?:[\w-]+\s+){{0,3}}?(?:where|in\s+which|for\s+which|whose|with)\s[^.,;:\d]{{0,40}}?\b{RECORDED}\b"
    rf"|\s+with\s+(?:an?\s+)?{RECORDED}\b"
)
# "7% were. That is where the age was known", "Cases where it is not known are left out"
_IT_IS_KNOWN = (
    r"(?:that|this|it|these)\s+(?:is|are|was|were)(?:\s+not|n[’']t)?\s+(?:(?:also|now|still|well|better|only|already)\s+)*known\b"
    r"(?!\s+(?:\w+\s+)?(?:ones|cases|crimes|offences)\b)"
)
"""What says nothing of the share before it: "It is not known why", "It was known in 83"."""
_KNOWN_NEXT = compiled(
    rf"\W*(?:(?!{_IT_IS_KNOWN})(?:that|this|it|these|(?:the\s+)?(?:share|percentage|proportion)s?|the\s+figures?)\s+(?:is|are|was|were|\w+s|only)\b"
    rf"[^.;\d]{{0,40}}?(?:{_KNOWN.pattern})|[^.;\d]{{0,60}}?{_UNKNOWNS_OUT}"
    r"|[^.;\d]{0,60}?\b(?:known|recorded|noted|given|no\s+\w+)\b[^.;\d]{0,20}?\b(?:(?:left|leave)\s+(?:\w+\s+)?out"
    r"|excluded|not\s+(?:counted|included)))\b"
)
# "In 46% of all offences, with Kik named in 25": what is named there is another part
_WITH_ANOTHER = compiled(
    r",\s+with\b(?!\s+(?:(?:an?|the|its|their)\s+)?(?:known|recorded|stated|age|sex|gender|platform|app)\b)"
)
_OF_KNOWN = compiled(
    r"\s*(?:out\s+)?of\s+(?:the\s+|all\s+)?(?:[\w’']+\s+){0,4}?(?:offences|crimes|cases|those|incidents)\s+"
    r"(?:where|in\s+which|for\s+which|with|whose)\s+(?P<of>[^.;,]{0,40}?\b"
    rf"{_NOTED})\b"
)
# "84% of all those with an age on file were girls": an age says nothing of the sex
_BY_A_DETAIL = compiled(
    r"\s*(?:out\s+)?of\s+(?:(?:all|the|those|these|its|their|our|[\w’']+[’']s)\s+)*(?:[\w-]+\s+){0,2}?"
    r"(?:those|ones|offences|crimes|cases|victims|children)\s+(?:where|whose|with|(?:in|for)\s+which)\s+"
    rf"(?P<of>[^.;:,\d]{{0,40}}?\b{_KIND_KNOWN}(?:\s+and\s+(?:\w+\s+)?{_KIND_KNOWN})?)"
)
# "Where officers knew the sex (140 offences), Snapchat was used in 48%"
_LED_BY_A_DETAIL = compiled(
    r"(?:\A|[.;:,]\s+|\b(?:and|but)\s+)\W*(?:(?:of|among|in|for|out\s+of)\s+(?:all\s+)?(?:the\s+)?(?:those|ones|offences|crimes|cases|victims|children)\s+)?"
    rf"(?:where|when|whose|with|(?:in|for)\s+which)\s+(?=[^.;:,\d]{{0,90}}?\b(?:{_NOTED}|{RECORDS})\b)(?P<of>[^.;:,\d()]{{0,40}}?\b{_KIND_KNOWN}"
    rf"(?:\s+and\s+(?:\w+\s+)?{_KIND_KNOWN})?)[^.;:,\d()]{{0,40}}?(?:\s*\([^()]{{0,60}}\))?,\s+(?!and\b|but\b|while\b|with\b)[^.;:,\d]{{0,40}}\Z"
)
_KNOWN_AFTER = compiled(rf"\s*of\b[^.;:,()]*?{_KNOWN.pattern}")
_ASIDE = compiled(r"(?:,|\(|\s[–—-])\s*(?:or\s+|which\s+is\s+|that\s+is\s+)?$")
_WORDS = r"(?:(?!\band\b)[^.;:,()\d]|(?:19|20)\d\d[/–-]\d\d)"
_ABOUT = (
    r"(?:(?:just|only|about|around|nearly|almost|over|under|roughly|some|(?:more|less)\s+than)\s+)*"
)
# A comma alone ties only what ends there: "in 71 of 262 offences, 38%."
_TIED = (
    r"(?:(?:,|:|\(|\s[–—-])\s*(?:or|that\s+is|that[’']s|which\s+is|i\.e\.|being|representing|a\s+(?:share|proportion)\s+of),?\s+|\s+or\s+|(?::|\(|\s[–—-])\s*|(?P<comma>,)\s+)"
    + _ABOUT
)
_N_OF_M = (
    rf"(?P<n>{NUMBER})\s+(?:[\w’'-]+\s+){{0,3}}?(?:out\s+)?of\s+(?:[\w’']+\s+){{0,3}}?"
    rf"(?P<of>{NUMBER})\b"
)
# "In 71 of 262 offences, or 38%", "of the 262 offences, 71 (38%)", "38% of offences (71 of 262)"
_GIVEN_BEFORE = (
    compiled(rf"\b{_N_OF_M}{_WORDS}{{0,80}}{_TIED}\Z"),
    compiled(
        rf"\bof\s+(?:[\w’']+\s+){{0,3}}?(?P<of>{NUMBER})\s{_WORDS}{{0,60}},\s+"
        rf"(?:[\w’'-]+\s+){{0,3}}?(?P<n>{NUMBER})\b{_WORDS}{{0,60}}{_TIED}\Z"
    ),
)
_GIVEN_AFTER = compiled(rf"{_WORDS}{{0,80}}{_TIED}{_N_OF_M}")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z)")
_GIVEN_ENDS = compiled(rf"(?:\s+{OFFENCE})?{_ENDS.pattern}")
_FAR = 200
_OR_NOT = compiled(
    rf"\b(?:known|{RECORDED})\s+(?:(?:platform|app|site|sex|gender|age)\s+)?(?:or|and)\s+(?:not?|un(?!der|til|less|it)\w+|otherwise)\b"
    r"|\b(?:whether\s+or\s+not|with\s+or\s+without)\b"
    r"|(?<!\bnot )(?<!\bwithout )\b(?:including|counting)\s+(?:all\s+)?"
    r"(?:those|the\s+\w+|ones|cases|offences)\b[^.;]*?\b(?:no|not|without|un(?!der|til|less|it)\w+)\b"
)

_A_DETAIL = r"(?:(?:the|an?|its|their)\s+)?(?:[\w’']+\s+)?(?:platform|app|site|sex|gender|age)\b"
_WITH_NONE = rf"(?:no|without|un(?!der|til|less|it)\w+)\b[^.;,]{{0,30}}?{_A_DETAIL}"
_KNOWN_OR_NOT = compiled(
    rf"\b(?:{_A_DETAIL}\s+)?{RECORDED}\s+(?:{_A_DETAIL}\s+)?or\s+(?:not?|un(?:known|recorded|noted|stated)|otherwise)\b"
    rf"|\bwhether\s+or\s+not\s+(?:{_A_DETAIL}\s+(?:is|was|were|ha[ds]\s+been)\s+{RECORDED}"
    r"|(?:(?:the|its|their)\s+)?(?:it|they|we|police|officers?|force|[\w’']+\s+police)\s+(?:had\s+|have\s+)?"
    rf"(?:knew|know|{RECORDED})\s+{_A_DETAIL})"
    r"|(?<!\bnot )(?<!\bwithout )\b(?:including|counting)\s+(?:all\s+)?"
    r"(?:those|the\s+\w+|ones|cases|offences)\b[^.;,]*?\b"
    rf"(?:{_WITH_NONE}|{_A_DETAIL}[^.;,]{{0,30}}?\b(?:not|un(?!der|til|less|it)\w+)\b)"
)
"""Where a detail makes no difference: "sex known or not", "including those with no app"."""


def unless_of_another_whole(
    statement: Statement,
    evidence: Evidence,
    judged: Judgement,
    shares: Sequence[SayablePercent],
    fits: Callable[[Fraction], bool],
) -> Judgement:
    """A right share of those known; wrong where another whole is named and it is no part of it.

    `fits` says whether the share, as it is written, may stand for a percentage.
    """
    passage, end = statement.passage, statement.figure.end
    given = share_given(statement)
    if given is not None and not fits(given):
        return Judgement("mismatch", verdicts.fact("of_known", fact=judged.fact))
    after, total = passage.after(end), evidence.facts.total
    is_total = total and _number_of_whole(statement) == total.low
    if (of := _OF_NUMBER.match(after)) and not _is_a_whole(of["n"], evidence):
        return Judgement("mismatch", judged.fact)  # "four in five of the 149": of another body
    is_of_all = _OF_ALL.match(after) or _is_of_all(statement)
    is_wrong = (is_of_all and not _is_of_recorded(statement)) or is_total
    if is_wrong and not any(fits(s.of_all) for s in shares):
        return Judgement("mismatch", verdicts.fact("of_known", fact=judged.fact))
    if (known := _OF_KNOWN.match(after)) and not _has_breakdown(statement, evidence, known["of"]):
        return Judgement("mismatch", judged.fact)
    if _is_of_another_detail(statement):
        return Judgement("mismatch", judged.fact)
    return judged


def _is_a_whole(number: str, evidence: Evidence) -> bool:
    """Whether a number is the total of these facts, or of those of which something is known."""
    value = int(numbers_in(number)[0].value)
    return any(each.role or not each.categories for each in evidence.counts_of.get(value, ()))


def share_of_all(
    statement: Statement,
    evidence: Evidence,
    shares: Sequence[SayablePercent],
    verdict: Callable[[Fraction], Fit],
) -> Judgement | None:
    """The verdict on a share that is right of all, and is said to be of all."""
    passage, end, total = statement.passage, statement.figure.end, evidence.facts.total
    is_total = total and _number_of_whole(statement) == total.low
    after = passage.after(end)
    is_of_all = _OF_ALL.match(after) or _OF_OFFENCES.match(after) or _is_of_offences(statement)
    is_of_all = is_of_all or _is_of_all(statement)
    if not (is_total or is_of_all) or _is_of_recorded(statement):
        return None
    for share in shares:
        if share.allowed:
            fit = verdict(share.of_all)
            if fit in ("traced", "rounded"):
                return Judgement(fit, share.words)
    return None


def _is_of_all(statement: Statement) -> bool:
    """Whether its sentence begins with all, or counts those of which it is not known."""
    passage, figure = statement.passage, statement.figure
    if _OF_ALL_FIRST.search(passage.before(figure.end, _FAR)):
        return True
    if below := _OF_ALL_BELOW.match(passage.after(figure.end)):
        return not _IF.search(below[0])  # "in which a platform is on file"
    if _OF_KNOWN.match(passage.after(figure.end)):  # "of those where the sex is known"
        return False
    said = _KNOWN_OR_NOT.search(passage.sentence(figure.start))
    kind = attribute_kind(said[0]) if said else ""
    return said is not None and kind in ("", *(each.kind for each in statement.categories))


def _is_of_offences(statement: Statement) -> bool:
    """Whether a fraction counts offences itself: "one in three offences", "one case in three"."""
    if statement.figure.kind != "fraction":
        return False
    start, end = statement.figure.start, statement.figure.end
    after = statement.passage.after(end)
    is_in = " in " in statement.passage.text[start:end] and _IN_OFFENCES.match(after)
    return bool(is_in or _OFFENCE_IN.search(statement.passage.text, start, end))


def _number_of_whole(statement: Statement) -> Fraction | None:
    """The number that a share is said to be of: "of the 191", "191 offences, of which 12%"."""
    passage, figure = statement.passage, statement.figure
    after, before = passage.after(figure.end), passage.before(figure.start)
    whole = _OF_NUMBER.match(after)
    if whole is None and not _is_of_recorded(statement):
        whole = _OF_NUMBER_FIRST.search(before)
        if not whole and (_OF_THESE.search(before) or _PART_OF_THEM.match(after)):
            start, _ = passage.sentence_bounds(figure.start)
            led = passage.text[start : figure.start]
            is_first = not (passage.numbers_between(start, figure.start) or _IF.search(led))
            opens = is_first or _OPENS_OF_THESE.match(before)
            first = passage.bounds_before(start)[0] if opens else start
            given = [
                each
                for each in passage.numbers_between(first, figure.start)
                if not _EARLIER.search(passage.before(each.start))
            ]
            if not given or _KNOWN.search(passage.text, given[-1].end, figure.start):
                return None  # "107 offences; where the sex was known, 82% of them"
            return given[-1].value
    return numbers_in(whole["n"])[0].value if whole else None


def share_given(statement: Statement) -> Fraction | None:
    """The share of the two numbers beside it, in percent: "71 of 262 offences, or 38%"."""
    passage, figure = statement.passage, statement.figure
    after, before = passage.after(figure.end), passage.before(figure.start, 200)
    if _KNOWN_AFTER.match(after) or _is_of_recorded(statement):
        return None  # "44 of 107 offences, or 49% of those where the app was known"
    given = next(filter(None, (pattern.search(before) for pattern in _GIVEN_BEFORE)), None)
    if given is None or (given["comma"] and not _ENDS.match(after)):
        given = _GIVEN_AFTER.match(after)
        if given and not _GIVEN_ENDS.match(after, given.end()):
            return None
    if given is None:
        return None
    part, whole = (numbers_in(given[name])[0].value for name in ("n", "of"))
    return 100 * part / whole if whole and part <= whole else None


_WHERE_KNOWN_FIRST = compiled(
    rf"\W*(?:\w+,?\s+){{0,6}}?(?:where|when)\s+[^.;:,\d]{{0,50}}?\b(?:{RECORDED}|{RECORDS})\b"
)
# "Kent had 208, and where the sex was noted, 17% were": what it says is of the share behind it
_WHERE_KNOWN_NEXT = compiled(
    rf"(?:^|[,;:–—]|\b(?:and|but|while))\s*(?:where|when)\s+[^.;:,\d]{{0,60}}?\b(?:{RECORDED}|{RECORDS})\b"
    r"[^.;:,\d]{0,30},\s+(?:[\w’'-]+\s+){0,3}\Z"
)
_OF_N = compiled(
    rf"(?P<n>{NUMBER})\s+(?:[\w’'-]+\s+){{0,3}}?(?:out\s+)?of\s+(?:[\w’'-]+\s+){{0,2}}$"
)


def opens_by_attribute(statement: Statement, kind: str, known: Container[int]) -> bool:
    """Whether its sentence opens with those known: "Where the age was recorded, 18 of the 49".

    "Where it was recorded, which was in 45 of the 49" gives how many those are.
    """
    passage, figure = statement.passage, statement.figure
    start, end = passage.sentence_bounds(figure.start)
    first = min((n.start for n in passage.numbers_between(start, end)), default=end)
    said = _WHERE_KNOWN_FIRST.match(passage.text, start, first)
    part = _OF_N.search(passage.before(figure.start))
    is_of_known = part and int(numbers_in(part["n"])[0].value) in known
    if not said or _OR_NOT.search(said[0]) or is_of_known:
        return False
    return attribute_kind(said[0]) in (kind, "")


def _is_of_recorded(statement: Statement) -> bool:
    """It is said of those known: beside the share, or of the whole sentence by its opening.

    What is said of another number of the sentence is no part of it.
    """
    passage, figure = statement.passage, statement.figure
    start, end = passage.sentence_bounds(figure.start)
    ages = {age for c in statement.categories if c.kind == "age" for age in (c.low, c.high)}
    ages |= {age + 1 for age in ages}  # "under 11"
    numbers = [n for n in passage.numbers_between(start, end) if n.value not in ages]
    # "9% (5) were against children under 14, where age was recorded": the same part in a number
    text = passage.text
    asides = [n for n in numbers if text[n.start - 1 : n.start] + text[n.end : n.end + 1] == "()"]
    numbers = [n for n in numbers if n not in asides or n.start < figure.end]
    last_but_one = max((n.end for n in numbers if n.end <= figure.start), default=start)
    numbers = [  # "of the 150 where the age was known"
        n for n in numbers if n.end < last_but_one or not _THOSE_KNOWN.match(passage.text, n.end)
    ]
    before = [n.end for n in numbers if n.end <= figure.start]
    first = max(before, default=start)
    last = min((n.start for n in numbers if n.start >= figure.end), default=end)
    if _WHERE_KNOWN_NEXT.search(passage.text[first : figure.start]):
        return True
    first = max(first, passage.text.rfind(",", first, figure.start))  # "the 150 known, 80% …"
    after = _WITH_ANOTHER.split(passage.text[figure.end : last])[0]
    beside = f"{passage.text[first : figure.start]} {after}"
    opening = passage.text[start : min((n.start for n in numbers), default=end)]
    # "Where it was known, 98 were on Snapchat, 47% of all offences": an aside names its own whole.
    is_aside = before and _ASIDE.search(passage.before(figure.start))
    said = [w for w in (beside, "" if is_aside else opening) if not _OR_NOT.search(w)]
    return any(_KNOWN.search(words) for words in said) or bool(
        len(said) > 1 and _KNOWN_NEXT.match(passage.text, *passage.sentence_bounds(end))
    )


def _is_of_another_detail(statement: Statement) -> bool:
    """Whether a share of one breakdown is said to be of those of whom another one is known."""
    passage, figure = statement.passage, statement.figure
    named = _BY_A_DETAIL.match(passage.after(figure.end))
    named = named or _LED_BY_A_DETAIL.search(passage.before(figure.start, _FAR))
    kinds = {each.kind for each in statement.categories}
    said = {*attribute_kinds(named["of"])} if named else set()
    return bool(said and kinds and not kinds & said)


def _has_breakdown(statement: Statement, evidence: Evidence, words: str) -> bool:
    """Whether a part is of the breakdown that is named: "Where a platform was known"."""
    kind = attribute_kind(words)
    kinds = {each.kind for each in statement.categories}
    if not kind:
        return True
    groups = {
        group
        for group, share in evidence.facts.shares.items()
        for name in share.parts
        if statement.categories == {category_of_part(name)}
    }
    return kind in kinds and groups != {"offence"}


def has_complete_breakdown(statement: Statement, evidence: Evidence) -> bool:
    """Whether a breakdown has a part for each offence, as by crime: "Rape: 12 of the 151"."""
    return any(
        share.known == share.of and statement.categories == {category_of_part(name)}
        for share in evidence.facts.shares.values()
        for name in share.parts
    )
