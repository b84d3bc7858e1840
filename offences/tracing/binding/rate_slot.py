"""A rate of the number before it, and a number that goes on with the rate before it."""

from collections.abc import Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import YEAR, compiled

_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|some|just|only|over|under"
    r"|(?:more|fewer|less)\s+than)\s+)*"
)
_COMES_TO = (
    r"(?:(?:(?:are|were|is|was)\s+(?:equal|equivalent|the\s+same)|amount(?:s|ed)?|c(?:ame|omes?)(?:\s+out)?|work(?:s|ed)?\s+out"
    r"|equate[sd]?|add(?:s|ed)?\s+up|average[sd]?(?:\s+out)?|means?|meant|makes?|made|is|was|represent(?:s|ed)?|equals?)"
    r"(?:\s+(?:to|at|as))?)"
)
# "97, or about eight a month", "97. That was about eight a month"
_IS_RATE = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?(?:\s+in\s+{YEAR})?(?:(?:,|\s[–—-])?\s+\(?(?:or|equal\s+to|which\s+{_COMES_TO}|that\s+is)"
    # "With 97 in 2017/18, officers recorded an average of eight a month"
    r"|,\s+(?:[\w’'-]+\s+){1,4}?(?:recorded|logged|saw|had|averaged|dealt\s+with)(?=\s+(?:an\s+average\s+of|on\s+average))"
    # "The 97 offences recorded in Kent in 2017/18 are equal to eight a month"
    rf"|(?:\s+(?:(?!(?:and|but|to|up|down|more|fewer)\b)[^\W\d][\w’'-]*|{YEAR})){{0,8}}?\s+{_COMES_TO}"
    rf"|[.;]\s+(?:that|this)\s+{_COMES_TO})"
    rf",?\s+(?:an\s+average\s+of\s+)?{_ABOUT}"
)
# "11 a month. In 2018/19 it was 17", "17 a day, compared with nine in 2018/19"
_THEN_WAS = compiled(
    rf"(?:[^.;:\d]|{YEAR}){{0,60}}?(?:(?:\.|,|;)[”\"]?\s+(?:(?:and|but)\s+)?(?:(?:(?:back\s+)?(?:in|for)\s+[^.;:,]{{4,30}}?|(?:last|this)\s+year|now|today),?"
    r"\s+(?:it|the\s+(?:rate|average|figure))\s+(?:was|is|had\s+been|stood\s+at)"
    r"|(?:compared\s+with|compared\s+to|against|up\s+from|down\s+from|from)|(?:it|the\s+(?:rate|average))\s+was)"
    rf"|\s+and)\s+{_ABOUT}"
)
_ENDS = compiled(
    r"\s*(?:[.,;)]|\Z)|\s+(?:in|(?:the|a|last|this)\s+year|now|today|the\s+previous|back|when|at)\b"
)
_IS_NOW = compiled(r"\b(?:now|today)\b")

_IN_YEAR = compiled(r"(?:\A\W*|\b(?:of|in|during|throughout|for|day|week|month)\s+)\Z")
_TO_NOW = compiled(
    rf"[.;:\d]|\band\s+(?:it\s+)?{_COMES_TO}\b|\b(?:now|today|then|but|latest|(?:this|last)\s+year)\b"
)


def of_the_year_before(scene: Scene, figure: Candidate) -> frozenset[Year] | None:
    """The year of a rate that is one of the year before: "Every month of the previous year"."""
    text, passage = scene.passage.text, scene.passage
    start, end = passage.sentence_bounds(figure.start)
    for year in within(scene.years, (start, end)):
        if year.slot.is_base or not year.slot.is_distance:
            continue
        apart = sorted((year.start, year.end, figure.start, figure.end))[1:3]
        is_parted = _TO_NOW.search(text, *apart) or scene.figures_in(*apart)
        if _IN_YEAR.search(text[start : year.start]) and not is_parted:
            return year.slot.years
    return None


def of_the_rate_before(
    statement: Statement, earlier: Sequence[Statement], scene: Scene
) -> Statement:
    """A rate with the year of the number that it gives again; a number that is another rate.

    "In 2017/18 there were 97, or about eight a month": eight is of 2017/18. "We record 11 a month.
    In 2017/18 it was eight": a rate, not eight offences.
    """
    figure = statement.figure
    last = next((s for s in reversed(earlier) if s.figure.kind not in ("year", "exempt")), None)
    text = scene.passage.text
    if last is None or "\n" in text[last.figure.end : figure.start]:
        return statement
    between = last.figure.end, figure.start
    if figure.kind == "rate" and last.figure.kind == "count" and statement.years is None:
        is_same = last.years and not last.is_base and _IS_RATE.fullmatch(text, *between)
        return replace(statement, years=last.years) if is_same else statement
    is_dated = statement.years or _IS_NOW.search(text, *between)
    if figure.kind != "count" or last.figure.kind != "rate" or not is_dated:
        return statement
    if _THEN_WAS.fullmatch(text, *between) and _ENDS.match(text, figure.end):
        rate = replace(figure, kind="rate", word=last.figure.word)
        as_rate = replace(statement, figure=rate, is_base=False, way="")
        return replace(statement, alternatives=(*statement.alternatives, as_rate))
    return statement
