"""A change that a text places within one year, or tells from its earlier end."""

from collections.abc import Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import CHANGES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import (
    CHANGE_NOUN,
    FALL,
    FALL_NOUN,
    RISE,
    RISE_NOUN,
    YEAR,
    compiled,
)

# "Grew by 47 last year", "up 23% to 248 in 2018/19", "47 of it came in the latest year"
_IN_ITS_YEAR = compiled(
    r"(?:\s+of\s+(?:it|that|them|those|these|th(?:e|at|is)\s+\w+))?(?:\s+(?:came|was|were|happened|arose|added)){0,2}"
    rf"(?:\s+(?:(?:online|recorded|more|fewer|sexual|child|such)\s+)*(?:offences|crimes|cases))?"
    rf"(?:,?\s+to\s+(?:a\s+total\s+of\s+)?{NUMBER}(?:\s+(?:offences|crimes|cases))?,?)?"
    r"\s+(?:(?:in|during|over|for)\s+(?:the\s+)?)?"
)
_BROUGHT = compiled(
    rf"(?:\s+alone)?,?\s+(?:[\w’'-]+\s+){{0,6}}?(?:(?:{RISE}|{FALL})|brought|saw|showed|meant|added|put|piled)\b"
    rf"(?:\s+(?:a|an|by|of|the|another|further|{RISE_NOUN}|{FALL_NOUN}))*\s+"
)
_ALONE = compiled(r"\s+(?:alone|by\s+itself)\b")
# "By 47 – that is how much the total rose last year", "94%: this was the rise last year"
_THAT_IS = compiled(
    r"(?:\s+(?:more|fewer))?(?:\s+(?:offences|crimes|cases))?[”\"]?(?:\s?[:;,–—-]|\.)?\s+[“\"]?(?:(?:and|or)\s+)?(?:that|this|which|it)(?:[’']s|\s+(?:is|was))\s+(?:by\s+)?"
    rf"(?:how\s+(?:much|far|many\s+more)\b[^.;:\d]{{0,80}}?\b(?:{RISE}|{FALL})\b[^.;:,\d]{{0,60}}?"
    rf"|(?:the\s+)?(?:\w+\s+)?{CHANGE_NOUN}(?:[^.;:,\d]{{0,40}}?))\s+(?:(?:in|during|over|for)\s+(?:the\s+)?)?"
)
# "By how much did it rise last year? By 47"
_BY_HOW_MUCH = compiled(
    rf"\bhow\s+(?:much|far|many\s+more|big)\b[^.;:]*\b(?:(?P<rise>{RISE})|{FALL})\b"
)
_CHANGE_OF, _WAS = (
    compiled(rf"\b{CHANGE_NOUN}\s+(?:in\s+|over\s+)?\Z"),
    compiled(r"\s+(?:was|is|came\s+to|amounted\s+to)\s+(?:just\s+|only\s+)?"),
)
_FROM = compiled(r"\bfrom\s+(?:just\s+|only\s+)?\Z")


_CHANGE_WAS = (
    rf"(?:[\w-]+\s+)?{CHANGE_NOUN}\s+"
    r"(?:(?:was|is|of|by|came\s+to|amounted\s+to|had\s+been)\s+)*(?:(?:just|only)\s+)?"
)
_ITS_CHANGE = compiled(rf"(?:[’']s\s+|,\s+(?:the|its)\s+){_CHANGE_WAS}")
_SAW_A_CHANGE = compiled(rf"\s+(?:had\s+)?(?:seen|saw|brought)\s+(?:an?\s+)?{_CHANGE_WAS}")
_PREPOSITION = compiled(r"\b(?:for|in|of|from|with|on|to|than|by)\s+\Z")


def is_of_year_before(scene: Scene, figure: Candidate, mention: Mention[YearsNamed]) -> bool:
    """Whether a change is that of an earlier year: "The previous year's rise was 25"."""
    text, at = scene.passage.text, (mention.end, figure.start)
    if mention.end > figure.start:
        return False
    before = scene.passage.before(mention.start)
    if _WAS.fullmatch(text, *at):
        return bool(_CHANGE_OF.search(before))
    if _SAW_A_CHANGE.fullmatch(text, *at):  # but forces "with a figure for the year before saw" one
        return not _PREPOSITION.search(before)
    return bool(_ITS_CHANGE.fullmatch(text, *at))


def is_within(scene: Scene, figure: Candidate, mention: Mention[YearsNamed]) -> bool:
    """Whether a change is within the latest year: "It grew by 47 last year"."""
    text = scene.passage.text
    if scene.latest not in mention.slot.years or figure.kind not in CHANGES:
        return False
    if mention.start >= figure.end:
        return any(p.fullmatch(text, figure.end, mention.start) for p in (_IN_ITS_YEAR, _THAT_IS))
    start, _ = scene.passage.sentence_bounds(figure.start)
    if _WAS.fullmatch(text, mention.end, figure.start):
        return bool(_CHANGE_OF.search(scene.passage.before(mention.start)))
    is_first = not scene.figures_in(start, figure.start) or _ALONE.match(text, mention.end)
    return bool(is_first and _BROUGHT.fullmatch(text, mention.end, figure.start))


_ABOVE = compiled(r"\b(?:above|below|over|than|up\s+on|down\s+on)\b")


def is_next_to_latest(scene: Scene, figure: Candidate, base: Mention[YearsNamed]) -> bool:
    """Whether the change before one is of the latest year: "28% last year, by 12% the year"."""
    if _ABOVE.search(scene.passage.text, figure.end, base.start):
        return False  # "A fall of 21 last year leaves it ten above that of two years ago"
    start, _ = scene.passage.sentence_bounds(figure.start)
    last = scene.figures_in(start, figure.start)[-1:]
    if not last or last[0].kind not in CHANGES:
        return False
    between = within(scene.years, (last[0].end, figure.start))
    is_of_latest = [m.slot.years == {scene.latest} for m in between if not m.slot.is_base]
    return is_of_latest == [True]


def asked_between(
    scene: Scene, figure: Candidate
) -> tuple[frozenset[Year], frozenset[Year], Mention[YearsNamed], str] | None:
    """The two years of a change that the question before it asks for, and which way it went.

    With the words for the later year. "How much did it rise in 2018/19?" asks for that on the
    year before.
    """
    question = scene.passage.question(figure.start)
    if figure.kind not in CHANGES or not question:
        return None
    asked = _BY_HOW_MUCH.search(scene.passage.text, *question)
    if not asked:
        return None
    named = within(scene.years, question)
    to = [m for m in named if not (m.slot.is_base or m.slot.is_distance) and len(m.slot.years) == 1]
    since = [m for m in named if m not in to]
    if len(to) != 1 or len(since) > 1:
        return None
    year_before = frozenset(year.previous for year in to[0].slot.years)
    is_named = since and not since[0].slot.is_distance
    bases = since[0].slot.years if is_named else year_before
    return bases, to[0].slot.years, to[0], "rise" if asked["rise"] else "fall"


# "Two years ago it was 20 fewer than now" is as said without "than now".
_LOWER = compiled(
    r"\s+(?:lower|fewer|less|higher|more|smaller|greater)\b"
    r"(?!\s+than\b(?!\s+(?:now|today|it\s+is|it\s+was\s+last\s+year)\b))"
)


_TURNED = {"rise": "fall", "fall": "rise"}


def turned_round(statement: Statement, said: YearsNamed) -> Statement:
    """A statement of then, made one of now: "Two years ago the number was 20 lower"."""
    figure = statement.figure
    is_of_then = said.is_distance and not said.is_base and figure.kind == "difference"
    if not (is_of_then and figure.way and _LOWER.match(statement.passage.after(figure.end))):
        return statement
    way = _TURNED[figure.way]
    return replace(statement, way=way, figure=replace(figure, way=way))


def then_more_than_now(
    statement: Statement,
    bases: Sequence[Mention[YearsNamed]],
    opening: Sequence[Mention[YearsNamed]],
    latest: Year,
) -> Statement | None:
    """What then was more than now, made what now is less: "In 2018/19 it was 9 more than now"."""
    figure = statement.figure
    is_than_now = bases and bases[0].slot.years == {latest} and bases[0].start >= figure.end
    then = [m for m in opening if latest not in m.slot.years and len(m.slot.years) == 1]
    if not (is_than_now and then and figure.kind == "difference"):
        return None
    way = _TURNED.get(figure.way, "")  # "The difference was 9" goes neither way
    return replace(statement, way=way, figure=replace(figure, way=way), bases=then[-1].slot.years)


# "It had already risen by 12% the year before", "follows a rise of 12% the year before"
_OF_THEN = compiled(
    rf"\b(?:had|having)\s+(?:(?:already|also|previously|itself)\s+)?(?:{RISE}|{FALL})\s+(?:by\s+)?\Z"
    r"|\b(?:follow(?:s|ed|ing)?|after|on\s+top\s+of|than|against|compared\s+(?:with|to))\s+"
    r"(?:an?|the|one)\s+(?:(?:[\w-]+\s+){0,2}?(?:of|by)\s+)?\Z"
    rf"|\bafter\s+(?:\w+ing\s+)?(?:{RISE}|{FALL})\s+(?:by\s+)?\Z"
    rf"|\b(?:follow(?:s|ed|ing)?|after)\s+(?:(?:two|three|several)\s+)?(?:{RISE_NOUN}|{FALL_NOUN})s\s+of\s+\Z"
    r"|\b(?:follow(?:s|ed|ing)?|against|compared\s+(?:with|to))\s+(?:just\s+|only\s+)?\Z"
)


def is_of_then(before: str) -> bool:
    """Whether words say that a change is one of an earlier year, not one that starts from it."""
    return bool(_OF_THEN.search(before))


_OTHER_FORM = compiled(
    r"(?:\s+(?:more|fewer|extra))?(?:\s+(?:offences|crimes|cases))?(?:,?\s+or\s+(?:by\s+)?|\s\()"
)


def of_other_form(scene: Scene, figure: Candidate) -> list[Mention[YearsNamed]]:
    """The years behind a change in both its forms: "Rose by 72, or 94%, since 2016/17"."""
    later = scene.figures_in(figure.end, scene.zones(figure).sentence[1])
    is_in_both = later and _OTHER_FORM.fullmatch(scene.passage.text, figure.end, later[0].start)
    return within(scene.years, scene.zones(later[0]).after) if is_in_both else []


def compared_before(scene: Scene, figure: Candidate) -> frozenset[Year] | None:
    """ "Fewer than in the year before. It went from 212 to 198": of the year compared with."""
    passage = scene.passage
    start, end = passage.sentence_bounds(figure.start)
    if within(scene.years, (start, end)) or not _FROM.search(passage.before(figure.start)):
        return None
    paragraph = passage.line_start(start)
    named = [m.slot for m in within(scene.years, (paragraph, start)) if m.slot.years]
    is_older = named and (named[-1].is_base or named[-1].is_distance)
    return (named[-1].first or named[-1].years) if is_older else None


_WHICH_IS = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:\s+in\s+\d{4}[/–-]\d\d)?"
    r"(?:,?\s+(?:(?:which|that)\s+(?:is|was|made)|so|or)?|(?P<next>\.)\s+(?:that|this)(?:[’']s|\s+(?:is|was)))\s*"
    r"(?:(?:some|about|just|only|still|exactly|nearly|almost|over)\s+)*"
)
_MORE_THEN = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?(?:more|fewer|higher|lower|less|above|below)\b(?:\s+(?:offences|crimes|cases))?"
    r"(?P<now>\s+than\s+(?:now|today|at\s+present|it\s+is\s+(?:now|today)|(?:in\s+)?the\s+latest\s+(?:year|total|figure)))?"
    r"(?=\s*(?:[.;!?)]|$))"
)


def of_then(
    statement: Statement, last: Statement, scene: Scene, *, is_told: bool = False
) -> Statement | None:
    """What an earlier number is more than now, made what now is less: "It was 274, 28 more".

    `is_told`: only where the text says that it is compared with now.
    """
    figure, text = statement.figure, scene.passage.text
    said = figure.way or statement.way
    if last.is_base or not (said and last.years) or scene.latest in last.years:
        return None
    more = _MORE_THEN.match(scene.passage.after(figure.end))
    leads = _WHICH_IS.fullmatch(text, last.figure.end, figure.start)
    if not more or not leads or ((is_told or leads["next"]) and not more["now"]):
        return None
    way = "fall" if said == "rise" else "rise"
    turned = replace(figure, way=way)
    return replace(statement, way=way, figure=turned, bases=last.years, years=None)


# "It was 155, against 126 in 2019/20 and 94 in 2017/18, an increase of 65% in three years"
_AGAINST_TWO = compiled(
    rf"\b(?:against|compared\s+(?:with|to)|(?:up|down)\s+(?:from|on)|after)\s+(?:(?:just|only)\s+)?{NUMBER}"
    rf"(?:\s+(?:offences|crimes|cases))?\s+(?:in\s+)?(?:{YEAR}|the\s+year\s+before)\s+and\s+(?:(?:just|only)\s+)?{NUMBER}"
    rf"(?:\s+(?:offences|crimes|cases))?\s+(?:in\s+)?{YEAR}\s?[,:;–—]\s+an?\s+(?:(?:overall|total|net|big|sharp|steep|huge)\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\s+of\s+\Z"
)

_ENDED = compiled(r"\s*(?:[.,;:!?)”\"]|\Z)")


def is_from_one_of_two(
    scene: Scene, figure: Candidate, bases: Sequence[Mention[YearsNamed]]
) -> bool:
    """Whether a change is of the latest number, compared with two, over the years behind it."""
    if not bases or bases[0].start < figure.end or not bases[0].slot.is_distance:
        return False
    start, _ = scene.passage.sentence_bounds(figure.start)
    if scene.passage.text[figure.end : bases[0].start].strip() or not _ENDED.match(
        scene.passage.text, bases[0].end
    ):
        return False  # "a rise of 94% a year in three years", "in three years in arrests"
    two = _AGAINST_TWO.search(scene.passage.text[: figure.start], start)
    if not two or not scene.figures_in(start, two.start()):
        return False
    named = within(scene.years, (start, two.start()))
    compared = within(scene.years, (two.start(), figure.start))
    is_of_latest = all(m.slot.years == {scene.latest} for m in named)
    return is_of_latest and any(m.slot.years == bases[0].slot.years for m in compared)


# "By 16% the year before and 23% the year before that"
_IN_IT, _BEFORE_THAT = (compiled(r"\s+(?:in\s+)?"), compiled(r"the\s+(?:year|one)\s+before\s+that"))


def year_before_that(
    scene: Scene, figure: Candidate, near: Sequence[Mention[YearsNamed]]
) -> frozenset[Year] | None:
    """The year of a change right before "the year before that", which is no start of it."""
    if figure.kind not in CHANGES or not near or near[0].slot.is_base:
        return None
    text, year = scene.passage.text, near[0]
    is_beside = _IN_IT.fullmatch(text, figure.end, year.start)
    is_then = is_beside and _BEFORE_THAT.fullmatch(text, year.start, year.end)
    return year.slot.years if is_then else None


# "Rises of 15 and, before that, 18": a time of the number behind it
_AND_THEN, _A_NUMBER = (
    compiled(r"(?:\s+(?:offences|crimes|cases))?,?\s+(?:and|then|but),?\s+"),
    compiled(rf",\s+(?:just\s+|only\s+)?{NUMBER}"),
)


def up_to_the_next(
    scene: Scene, figure: Candidate, near: Sequence[Mention[YearsNamed]]
) -> list[Mention[YearsNamed]]:
    """The years behind a change without one that leads to the next number."""
    text = scene.passage.text
    return [
        m
        for m in near
        if not (
            (_AND_THEN.fullmatch(text, figure.end, m.start) and _A_NUMBER.match(text, m.end))
            # "Up 94%, of which last year's 35% is the largest part": of the change behind it
            or (m.slot.is_one_year and text[m.start : m.end].endswith(("year's", "year’s")))
        )
    ]


_FOLLOWED_BY = compiled(
    rf"\bfollowed\s+(?:a\s+year\s+later\s+|the\s+next\s+year\s+)?by\s+(?:an?|the)\s+(?:\w+\s+)?(?:{RISE}|{FALL})\s+of\s+\Z"
)
# "The preceding two annual rises were of 15"
_PRECEDING = compiled(
    rf"\b(?:preceding|previous|prior|earlier)\s+(?:(?:one|two|three|annual|yearly|few)\s+){{0,2}}"
    rf"(?:{RISE_NOUN}|{FALL_NOUN})s?\s+(?:was|were)\s+(?:(?:one|by|of|just|only)\s+)*\Z"
)


def base_before(
    scene: Scene, figure: Candidate, opening: Sequence[Mention[YearsNamed]]
) -> Year | None:
    """The year before a change: "264 in 2019/20 was followed by a rise of 29%".

    Of "the previous rise", that of the year before the one that the sentence before named.
    """
    before = scene.passage.before(figure.start)
    if figure.kind in CHANGES and _PRECEDING.search(before):
        start, _ = scene.passage.sentence_bounds(figure.start)
        named = within(scene.years, scene.passage.bounds_before(start))
        last = max((year for m in named for year in m.slot.years), default=scene.latest)
        return last.previous.previous
    if not (opening and len(opening[-1].slot.years) == 1):
        return None
    (base,) = opening[-1].slot.years
    return base if _FOLLOWED_BY.search(before) else None
