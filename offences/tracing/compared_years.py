"""Two years compared in words: "as many as in 2017/18", "fewer than in 2016/17"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import OF_DATA, compiled
from offences.tracing.judging.judgement import Judgement
from offences.words import verdicts

_NUMBER = r"(?:numbers?|figures?|totals?|counts?|tall(?:y|ies)|levels?)"
_SAME = r"(?:(?:very|exact)\s+)?same"
_COMPARED = compiled(
    # "Just as many as in 2017/18", "the same number as the year before"
    r"\b(?:(?:exactly|precisely|just)\s+)?as\s+many(?:\s+(?:offences|crimes|cases|reports))?\s+as\b"
    rf"|\bthe\s+{_SAME}(?:\s+{_NUMBER}(?:\s+of\s+(?:offences|crimes|cases))?)?\s+as\b"
    # "149 offences, as there were in 2018/19"
    r"|(?<=,\s)(?:just\s+)?as\s+(?=(?:there\s+(?:were|had\s+been)|it\s+(?:was|did|had(?:\s+been)?))\s+(?:in|the|a)\b)"
    r"|\b(?:unchanged|no\s+different|no\s+change)\s+(?:on|from|to|than)\b"
    r"|\b(?:identical|equal)\s+to\b|\b(?:level|on\s+a\s+par)\s+with\b"
    rf"|\b(?:match|repeat|equal)(?:s|es|l?ed|l?ing)?\s+(?:the|its|that|those)(?:\s+{_NUMBER})?\b"
    # "The number was the same in 2017/18"
    rf"|\b(?:is|was|were|been|stood\s+at|at)\s+(?:exactly\s+|just\s+)?(?:the\s+{_SAME}(?:\s+{_NUMBER})?|identical|unchanged)"
    r"(?=\s+(?:in|the|an?|one|two|three|back|during)\b)"
    # "The number has not changed since 2015/16"
    r"|(?P<since>\b(?:not|n[’']t|never)\s+(?:changed|moved|altered)\s+since\b|\b(?:unchanged|no\s+change)\s+since\b"
    rf"|\b(?:stay(?:s|ed)?|remain(?:s|ed)?|been)\s+(?:at\s+)?(?:exactly\s+)?(?:the\s+{_SAME}(?:\s+{_NUMBER})?|unchanged|level|static|flat)\s+since\b)"
    # "We are back to where we were in 2016/17", "back at its level of 2016/17"
    rf"|\bback\b[^.;:\d]{{0,25}}\s(?:(?P<exact>(?:exactly|just|precisely)\s+)?(?P<back>where|what)\s+(?:we|it|they|things|the\s+{_NUMBER})\s+(?:was|were|stood|had\s+been)\b)"
    # "No more than in 2017/18"
    rf"|\b(?P<most>no\s+(?:more|higher|bigger|greater)\s+than)\b|\b(?P<least>no\s+(?:fewer|lower|less|smaller)\s+than)\b"
    # "Fewer than in 2016/17", "up on 2018/19"; not "fewer in 2018/19 than in 2016/17"
    rf"|\b(?:(?P<more>(?:more|higher|larger|bigger|greater)\s+than|up\s+on)|(?P<fewer>(?:fewer|lower|less|smaller)\s+than|down\s+on))\b"
)
# "Twice as many as", "not the same as", "as if it were unchanged from"
_OTHERWISE = compiled(
    r"(?:\b(?:twice|half|double|treble|triple|times|thirds?|quarters?|not|never|no\s+longer|nowhere\s+near|far\s+from|without|if|whether"
    r"|would\s+be|must\s+be|should\s+be|isn[’']t|wasn[’']t|aren[’']t|weren[’']t|hardly)\s+(?:quite\s+|nearly\s+)?)\Z"
)
# "39 fewer than in 2018/19", "35 per cent more than": differences, which have judges of their own
_BY_SO_MUCH = compiled(
    rf"(?:\b{NUMBER}|%|\bper\s?cent|\b(?:times|half|thirds?|quarters?|fifths?|points?))(?:\s+(?:offences|crimes|cases))?\s+\Z"
)
_NEARLY = compiled(
    r"\b(?:almost|nearly|about|roughly|virtually|practically|around|broadly|close\s+to|largely|more\s+or\s+less)\s+\Z"
)
_ASKED = compiled(r"[^.;!?\n]*\?")
_NEAR = Fraction(5, 100)
# What leads from the words to the year: "as it did in 2017/18", "as the force recorded in"
_LEADS = compiled(
    r"[\s,]*(?:(?:that|those|the|it|they|its|police|officers|force|had|has|did|was|were|there|been|recorded|logged|counted|seen"
    rf"|registered|reported|{_NUMBER}|offences|crimes|cases|of|in|for|from|at|back|during|one)\s+)*"
)
# "More than 2000 of them were girls"
_A_NUMBER = compiled(r"[\s,]*(?:19|20)\d\d(?![/–-]\d|\d)")
# "Lower than 2018/19's 110", which is judged by itself; "no year had fewer than 2016/17"
_ITS_NUMBER = compiled(r"[’']s?\s+\d")
_NOT_OF_ONE_YEAR = compiled(
    r"\b(?:no|not\s+one|any|every|each|only|not\s+been\s+a)\s+(?:other\s+)?year\b|\bat\s+no\s+time\b"
    r"|\b(?:together|combined|added\s+up|altogether|in\s+all)\b"
)
# Hopes, fears and what is not so claim nothing of the numbers; nor is a way of counting one
_NO_CLAIM = compiled(
    r"\b(?:hop(?:e|es|ed|ing)|fear(?:s|ed)?|expect(?:s|ed)?|aim(?:s|ed)?|wants?|(?-i:may)|might|could|would|will|should|if|unlikely|likely"
    r"|forecasts?|predict\w*|wrong\s+to|nobody|way|methods?|rules?|definitions?|practices?)\b"
    r"|\b(?:not|never|\w+n[’']t)\s+(?:[\w’'-]+\s+){0,2}\Z"
)
_CLAUSE = compiled(r"[,;:–—]\s")
# "Lower than this year's", "fewer than the year after": the named year is the later one
_LATER = compiled(r"\b(?:this|next|following|after|later)\b")
_TOGETHER = compiled(
    r"[^.;:]{0,30}\b(?:together|combined|put\s+together|added\s+up|in\s+total)\b"
    r"|\s+(?:and|or|plus)\s+(?:in\s+)?(?:19|20)\d\d"
)


def compared_years(binder: Binder, documents: Documents) -> Iterator[tuple[Candidate, Judgement]]:
    """The places where a number is falsely said to be that of another year, or more or fewer."""
    passage = binder.scene.passage
    for match in _COMPARED.finditer(passage.text):
        start, _ = passage.sentence_bounds(match.start())
        before = passage.text[start : match.start()]
        named = _year_behind(match, binder)
        if named is None or _claims_nothing(match, before, passage.text):
            continue
        if _LATER.search(passage.text, named.start, named.end):
            continue
        of = binder.bind(Candidate("difference", match.start(), match.end(), Fraction(0)))
        counted = _number_before(match.start(), binder)
        own = of.own_facts(documents)
        is_own = counted is not None and counted.figure.start >= start
        subject = of.subject or (counted.subject if counted else "")
        is_of_data = is_own or (counted and match["back"]) or OF_DATA.search(before)
        if own is None or subject or not is_of_data:
            continue
        judged = _judge(match, of, counted if is_own else None, own, binder, named.slot)
        if judged:
            yield Candidate("comparison", match.start(), named.end), judged


def _claims_nothing(match: re.Match[str], before: str, text: str) -> bool:
    """Whether the words ask, hope, deny or measure, or are of more than one year."""
    return bool(
        _ASKED.match(text, match.end())
        or _OTHERWISE.search(before)
        or _NOT_OF_ONE_YEAR.search(before)
        or _NO_CLAIM.search(_CLAUSE.split(before)[-1])
        or ((match["more"] or match["fewer"]) and _BY_SO_MUCH.search(before))
    )


def _judge(
    match: re.Match[str],
    of: Statement,
    counted: Statement | None,
    own: Evidence,
    binder: Binder,
    named: YearsNamed,
) -> Judgement | None:
    """What is wrong with the words; None where nothing is."""
    scene = binder.scene
    start, _ = scene.passage.sentence_bounds(match.start())
    start = scene.clause(counted.figure)[0] if counted else start
    parts = within(scene.categories, (start, match.start()))
    if of.categories or parts or (counted and counted.categories):
        return Judgement("untraced", verdicts.fact("no_part_change"))
    # Of a year that is so far before another, the change says which it is.
    base = min((named.is_distance and of.bases) or named.years)
    year = _year(match, of, counted, binder)
    if year == base:
        return None
    numbers = numbers_of_years(own, {year, base})
    if not numbers or (counted and len(counted.years or ()) > 1):
        return None
    about = _NEARLY.search(scene.passage.before(match.start()))
    is_near = bool(about or (match["back"] and not match["exact"]))
    if _is_true(match, numbers[year], numbers[base], is_near=is_near) and not (
        match["since"] and _has_another(own, base, year)
    ):
        return None
    pair = (f"{number(numbers[each])} in {each}" for each in sorted((base, year)))
    return Judgement("mismatch", " and ".join(pair))


def _year_behind(match: re.Match[str], binder: Binder) -> Mention[YearsNamed] | None:
    """The one year named right behind the words, which they are about."""
    text = binder.scene.passage.text
    _, end = binder.scene.passage.sentence_bounds(match.start())
    leads = _LEADS.match(text, match.end())
    start = leads.end() if leads else match.end()
    named = [m for m in within(binder.scene.years, (match.start(), end)) if m.end > match.end()]
    if not named or named[0].start > start or _A_NUMBER.match(text, match.end()):
        return None
    if _TOGETHER.match(text, named[0].end) or _ITS_NUMBER.match(text, named[0].end):
        return None
    return named[0]


def _number_before(place: int, binder: Binder) -> Statement | None:
    """The number that is nearest before the words, in their sentence or the one before it."""
    begin, _ = binder.scene.passage.with_sentence_before(place)
    figures = [f for f in binder.scene.figures_in(begin, place) if f.kind in VALUES]
    return binder.bind(figures[-1]) if figures else None


def _year(match: re.Match[str], of: Statement, counted: Statement | None, binder: Binder) -> Year:
    """The year whose number is compared: named before the words, else the latest.

    Of several years behind them none is its own: "more than in 2018/19 (110) or 2017/18 (95)".
    """
    scene = binder.scene
    start, end = scene.passage.sentence_bounds(match.start())
    behind = [m for m in within(scene.years, (match.start(), end)) if m.end > match.end()]
    named = [m.slot.years for m in within(scene.years, (start, match.start()))][-1:]
    if not named and len(behind) < 2:
        named = [years for years in (counted.years if counted else None, of.years) if years]
        base = behind[0].slot.years if behind else frozenset[Year]()
        named = [years - base for years in named if years - base]
    return min(named[0]) if named else scene.latest


def numbers_of_years(own: Evidence, years: set[Year]) -> dict[Year, int]:
    """The numbers of two years, of the forces that have both; empty where one is not held."""
    old, new = min(years), max(years)
    if changes := own.change_since(old, new):
        first, last = changes[0].pair.old, changes[0].pair.new
        return {old: first.low, new: last.low} if first.is_exact and last.is_exact else {}
    return {year: own.values[year] for year in years} if years <= own.values.keys() else {}


def _has_another(own: Evidence, base: Year, year: Year) -> bool:
    """Whether a year between two has another number than the last of them."""
    return any(n != own.values.get(year) for y, n in own.values.items() if base < y < year)


def _is_true(match: re.Match[str], here: int, there: int, *, is_near: bool) -> bool:
    """Whether a number is to that of another year as the words say."""
    if match["most"]:
        return here <= there
    if match["least"]:
        return here >= there
    if match["more"]:
        return here > there
    if match["fewer"]:
        return here < there
    if is_near:
        return abs(here - there) <= _NEAR * max(here, there)
    return here == there
