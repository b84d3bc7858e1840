"""Ages without a word for it, known by the number beside them: "13 with 25, then 12 on 20"."""

import re
from dataclasses import replace

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import age_category
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging import ages
from offences.tracing.judging.judgement import Judgement, Verdict

YOUNGEST, OLDEST, MANY = 4, 17, 14
# "Ten: eight offences. Eleven: 13. Twelve: 21."
_AN_ITEM = compiled(rf"\W*{NUMBER}\s*[:–—-]\s*{NUMBER}(?:\s+(?:offences|crimes|cases))?\W*")
_OF_AGE = compiled(
    r"\b(?:ages?|aged|old|older|oldest|young|younger|youngest|birthdays?)\b(?!\s+(?:of\s+consent|limits?)\b)"
    r"|year[\s-]olds?\b"
)
"""What a sentence, or one before it, says where it speaks of ages."""
_ITS_NUMBER = compiled(
    r"\s*[(:–—]\s*|\s+and\s+(?:it[’']s|that[’']s|there(?:[’']s|\s+(?:is|are|was|were)))\s+"
    r"|,?\s+(?:(?!(?:and|or|to|than|not|of|in|still)\b)[A-Za-z’'-]+,?\s+){0,4}?"
    r"(?:with|for|on|in|at|had|ha[sd]|saw|ma[dk]es?\s+up|up|to|is|was|are|were)\s+"
    r"(?:(?:only|just|another|a\s+further|the|its)\s+)*"
)
"""What stands between an age and its number: "13 accounts for 25", "13 (25)"."""
_ITS_AGE = compiled(
    r"\s+(?:(?!(?:and|or|to|than|not|of|in|still)\b)[A-Za-z’'-]+\s+){0,6}?"
    r"(?:at|of|aged|age|just|only|turned|were|was|is|are)\s+(?:(?:only|just|aged)\s+)*"
)
"""What stands between a number and its age: "25 at 13", "25 were against those of 13"."""
_OF_A_BAND = compiled(
    rf"(?:\s+years?(?:\s+(?:of\s+age|old))?)?\s+(?:and|or)\s+(?:under|younger|below|over|older|above|up)\b|\s*(?:[-–/]|to\b|or\b)\s*(?P<to>{NUMBER})"
)
_TO = compiled(
    r"(?:\b(?:under|over|below|above|than|(?<!get )(?<!gets )(?<!got )(?<!come )to|between|from|or)"
    r"|[-–/])\s*\Z"
)
_AND = compiled(r"\s+and\s+")
_OF_ANOTHER = compiled(r"(?:\b(?:for|with|on|in|at|to|had|has)|[(:–—])\s*\Z")
_FOR = compiled(r"\s+(?:accounts?\s+for|for|with|on|in)\s+(?:only\s+|just\s+)?")
_LIST_GOES_ON = compiled(r"\s*(?:[.,;)]|\Z)|\s+and\b")
_SOMETHING_ELSE = compiled(
    r"\s?(?:%|per\s+cent|percent\b|times\b|(?:forces|areas|schools|years|months|weeks|days|officers|pupils|o['’]clock"
    r"|people|countries|platforms|apps|sites)\b)"
)
_OPENS = compiled(
    r"(?:^|[.;:,(“\"–—•*-])\s*\Z"
    r"|(?<!\bthere )(?<!\bit )\b(?:was|were|is|are)\s+(?:(?:just|only|aged)\s+)*\Z"
    r"|\b(?:and|but|then|by|at|of|for|only|just|aged?|ages?|group|child|victim|with|while|whereas|reach|(?:get|gets|got|come)\s+to|turned|came|come|comes)\s+\Z"
)
"""What an age may follow: "closed 14" and "there were 14" are of no age."""
_MOST = compiled(
    r"\bages?\b[^.;]*?\b(?:most|peaks?|peaked|tops?|topped|first|leads?|led|largest|biggest|highest|commonest|common"
    r"|more\s+(?:\w+\s+){0,2}than\s+any)\b"
    r"|\b(?:most\s+common|commonest|peak|top|leading|main|largest\s+(?:single\s+)?(?:age\s+)?group)\s*(?:ages?\b|(?:is|was)\b|[:?])"
    r"|\b(?:comes?|came|coming)\s+(?:out\s+)?(?:top|first)\b|\bmore\s+than\s+any\b"
)
_IS = compiled(
    r"(?:\b(?:is|was|are|were|be|being|at|aged|remains|stays)|[:?–—]|[’']s)\s+(?:(?:only|just|also|still|again|aged|age)\s+)*\Z"
)
_ENDS = compiled(
    r"[\"”’')]?\s*(?:[.,;:!?)–—\n]|\Z)|\s+(?:and|with|for|in|on|as|by|that|which|who|too|here|there)\b"
)


def as_age_of_number(statement: Statement, documents: Documents) -> Judgement | None:
    """The verdict on a bare number as an age, or as the number of one, if right so; else None.

    Only where the words before speak of ages, and the year is that of the ages held. An age is
    known by the number beside it, and a number by the age; or it is the most common one.
    """
    figure, own = statement.figure, statement.own_facts(documents)
    is_number = figure.kind == "count" and figure.value.denominator == 1
    if own is None or not (is_number or figure.kind == "fraction"):  # "twelve in twenty"
        return None
    passage = statement.passage
    if not _is_of_ages(statement) or not _speaks_of_ages(passage, figure.start, own):
        return None
    if _SOMETHING_ELSE.match(passage.text, figure.end):
        return None
    said_of = [own] if statement.bodies else documents
    numbers = passage.numbers_between(*passage.sentence_bounds(figure.start))
    at = next((n for n, each in enumerate(numbers) if each.start >= figure.start), None)
    if at is None or numbers[at].end > figure.end:
        return None
    here = numbers[at]
    for age, number, way in (
        (here, _next(numbers, at, 1), _ITS_NUMBER),
        (_next(numbers, at, -1), here, _ITS_NUMBER),
        (here, _next(numbers, at, -1), _ITS_AGE),
        (_next(numbers, at, 1), here, _ITS_AGE),
    ):
        if age and number and _leads_to(passage, age, number, way):
            found = (_number_of_age(age, each) for each in said_of)
            if held := next((n for n in found if n and n.value == number.value), None):
                return Judgement("traced", held.words)
    return _as_most_common(statement, own) if is_number else None


def as_number_of_age(statement: Statement, documents: Documents) -> Judgement | None:
    """The verdict on a small number in words that follows an age without a word for it."""
    figure, own, passage = statement.figure, statement.own_facts(documents), statement.passage
    if figure.word or own is None or not _is_of_ages(statement):
        return None
    if not _speaks_of_ages(passage, figure.start, own):
        return None
    numbers = passage.numbers_between(*passage.sentence_bounds(figure.start))
    at = next((n for n, each in enumerate(numbers) if each.start == figure.start), 0)
    if not at or not _LIST_GOES_ON.match(passage.text, figure.end):
        return None
    age, number = numbers[at - 1], numbers[at]
    held = _number_of_age(age, own)
    if held is None or not _leads_to(passage, age, number, _FOR):
        return None
    verdict: Verdict = "traced" if held.value == number.value else "mismatch"
    return Judgement(verdict, held.words, "" if verdict == "traced" else str(held.value))


def _is_of_ages(statement: Statement) -> bool:
    """Whether what a figure is said of may be ages alone: no sex, no platform, no people."""
    return not statement.subject and all(each.kind == "age" for each in statement.categories)


def _speaks_of_ages(passage: Passage, at: int, own: Evidence) -> bool:
    """Whether a sentence, or one of the two before it, is about ages and of the year of these."""
    start, end = passage.sentence_bounds(at)
    for _ in range(MANY):
        before = passage.bounds_before(start)
        if not _AN_ITEM.fullmatch(passage.text, *before):
            break
        start = before[0]
    start = min(start, passage.bounds_before(passage.bounds_before(start)[0])[0])
    return passage.only_year(at) in (None, own.facts.latest) and bool(
        _OF_AGE.search(passage.text[start:end])
    )


def _next(numbers: list[Number], at: int, step: int) -> Number | None:
    return numbers[at + step] if 0 <= at + step < len(numbers) else None


def _leads_to(passage: Passage, age: Number, number: Number, way: re.Pattern[str]) -> bool:
    """Whether the words between an age and a number lead from the one to the other."""
    first, second = sorted((age, number), key=lambda each: each.start)
    opens = _OPENS.search(passage.before(age.start)) or age.start == passage.line_start(age.start)
    if not opens or _SOMETHING_ELSE.match(passage.text, number.end):
        return False
    is_end = _is_of_a_band(passage, age) or _TO.search(passage.before(age.start))
    return not (is_end or _is_second_of_two(passage, age)) and bool(
        way.fullmatch(passage.text, first.end, second.start)
    )


def _is_of_a_band(passage: Passage, age: Number) -> bool:
    """Whether other ages go on from one: "13 to 14", but not "13 – 25 offences"."""
    band = _OF_A_BAND.match(passage.text, age.end)
    if band is None or not band["to"] or band[0].strip()[0].isalpha():
        return band is not None
    return age.value < numbers_in(band["to"])[0].value <= OLDEST


def _is_second_of_two(passage: Passage, age: Number) -> bool:
    """Whether another age leads to this one: "13 and 14 account for 50"."""
    before = passage.numbers_between(passage.sentence_bounds(age.start)[0], age.start)
    if not before or not _AND.fullmatch(passage.text, before[-1].end, age.start):
        return False
    return not _OF_ANOTHER.search(passage.before(before[-1].start))


def _number_of_age(age: Number, own: Evidence) -> SayableCount | None:
    """The number of an age that the facts hold, where this can be one."""
    if not age.is_whole or not YOUNGEST <= age.value <= OLDEST:
        return None
    return next(iter(own.counts_in.get(frozenset({age_category(int(age.value))}), ())), None)


def _as_most_common(statement: Statement, own: Evidence) -> Judgement | None:
    """The verdict on a bare number that words around it call the most common age, if right."""
    figure, passage = statement.figure, statement.passage
    sentence = passage.sentence(figure.start)
    if not YOUNGEST <= figure.value <= OLDEST or not _MOST.search(sentence):
        return None
    is_said = _IS.search(passage.before(figure.start)) and _ENDS.match(passage.after(figure.end))
    judged = ages.mode(replace(statement, figure=replace(figure, kind="mode")), own)
    return judged if is_said and judged.verdict == "traced" else None
