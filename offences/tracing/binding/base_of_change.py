"""The year that a change starts from, where its words name the number of that year."""

from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.base_numbers import is_base_number
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import CHANGES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

# "Three times the number in 2020/21"
_OF_THE_BASE = compiled(
    r"\s+(?:the\s+)?(?:number|figure|total|level|count|amount|tally|one|that)s?\s+(?:(?:recorded|logged"
    r"|seen|counted|reported|it\s+was"
    r"|there\s+was)\s+)?(?:(?:back\s+)?(?:in|for|of|from)\s+)(?:the\s+year\s+)?"
)
# "Twice the number" and "for 2020/21", "1.6 times that" and "of 2018/19"
_THE_NUMBER = compiled(
    r"\b(?:the\s+(?:number|figure|total|level|count|tally)|(?:times|twice)\s+that)\Z"
)
_OF_YEAR = compiled(
    r"\s+(?:(?:recorded|logged|seen|counted)\s+)?(?:back\s+)?(?:in|for|of|from)\s+(?:the\s+year\s+)?"
)
_WHAT_IT_HAD = compiled(
    r"(?:\s+what)?\s+(?:it|they|there|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(?:had(?:\s+been)?|was|were|recorded|logged)\s+(?:back\s+)?(?:in|for)\s+"
)
# "Twice the number at the start"
_AT_THE_START, _NOTHING_BETWEEN = (
    compiled(r"(?:at\s+the|when)\b"),
    compiled(r"\s+(?:(?:it\s+was|recorded|seen)\s+)?"),
)
_A_NUMBER = compiled(
    r"\s+(?:the\s+)?(?:number|figure|total|level|count|amount|tally)s?\s+(?:(?:it\s+was|recorded|seen)\s+)?"
)
_FROM_IN = compiled(rf"\bfrom\s+{NUMBER}\s+(?:\w+\s+)?in\s+$")
_LEADS_TO_YEAR = compiled(
    r"\s+(?:(?!and\b|up\b|down\b|to\b|than\b|from\b)[^\W\d][\w’'-]*\s+){0,7}?(?:in|for|of|during)\s+(?:the\s+year\s+)?"
)
_LEADS_TO_DISTANCE = compiled(r"\s+(?:(?!and\b|up\b|down\b|to\b)\w+\s+){0,3}?")
# "It was 64 in 2017/18, a rise of 89% to last year's 121"
_TO_NOW = compiled(
    rf"\s+to\s+(?:last\s+year[’']s|today[’']s|now|the\s+(?:latest|current)(?:\s+(?:total|figure|number))?(?:\s+of)?)\s+{NUMBER}"
)
# "In 2017/18 there had been 64, making the increase 89%"
_MAKES_IT = compiled(
    r"\b(?:mak|mean|putt?|giv|leav|represent)(?:es?|s|ing)\s+(?:that\s+)?(?:the|its|their|this|that|an?)\s+"
    rf"(?:[\w-]+\s+)?(?:{RISE}|{FALL})\s+(?:(?:of|is|was|at|to\s+be)\s+)?\Z"
)

# "More than double: 268 offences in 2018/19, compared with 118 in 2015/16"
_COLON = compiled(r":\s|;\s|\s[–—]\s")


def from_two_numbers(scene: Scene, statement: Statement) -> Statement | None:
    """A change with the years of the two numbers that its sentence gives beside a colon.

    One of the two is what the other is compared with, and its year is named behind it.
    """
    figure, text = statement.figure, scene.passage.text
    start, end = scene.passage.sentence_bounds(figure.start)
    others = [f for f in scene.figures_in(start, end) if f.start != figure.start]
    if figure.kind not in CHANGES or [f.kind for f in others] != ["count", "count"]:
        return None
    is_before = figure.start < others[0].start
    apart = (figure.end, others[0].start) if is_before else (others[1].end, figure.start)
    olds = [f for f in others if is_base_number(scene, f)]
    if len(olds) != 1 or not _COLON.search(text, *apart):
        return None
    new = others[0] if others[1] is olds[0] else others[1]
    of_old, of_new = _year_behind(scene, olds[0], end), _year_behind(scene, new, end)
    if of_old is None:
        return None
    return replace(statement, bases=of_old, years=of_new, base_number=int(olds[0].value))


# "A rise of 35% in a year: in 2018/19 the force had 110"
_COLON_IN = compiled(
    r"[^.;:]{0,60}?(?::|\s[–—])\s+(?:(?:back\s+)?in|for)\s+(?:the\s+year\s+)?(?:to\s+)?"
)
_THERE_WERE = compiled(
    r",?\s+(?:(?:the|its|their)\s+)?(?:[\w’'-]+\s+){0,3}?(?:was|were|had|recorded|logged|saw|counted|had\s+been)\s+(?:just\s+|only\s+)?"
)
_NO_MORE = compiled(r"(?:\s+(?:of\s+them|offences|crimes|cases))?\s*(?:[.;!?”\"]|\Z)")


def year_behind_colon(scene: Scene, figure: Candidate, year: Mention[YearsNamed]) -> bool:
    """Whether a year behind a change, and a colon, has the number that the change starts from."""
    text, end = scene.passage.text, scene.passage.sentence_bounds(figure.start)[1]
    if figure.kind not in CHANGES or scene.latest in year.slot.years:
        return False
    number = scene.figures_in(year.end, end)
    return bool(
        len(number) == 1
        and number[0].kind == "count"
        and _COLON_IN.fullmatch(text, figure.end, year.start)
        and _THERE_WERE.fullmatch(text, year.end, number[0].start)
        and _NO_MORE.match(text, number[0].end)
    )


def _year_behind(scene: Scene, number: Candidate, end: int) -> frozenset[Year] | None:
    """The year named right behind a number: "598 in 2018/19"."""
    text = scene.passage.text
    beside = within(scene.years, (number.end, end))[:1]
    is_tied = beside and _LEADS_TO_YEAR.fullmatch(text, number.end, beside[0].start)
    return beside[0].slot.years if is_tied else None


# "In 2018/19 there were 110, and the latest total is 35 per cent higher than that"
_THAN_THAT = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+(?:(?:higher|lower|more|fewer|less|larger|smaller|greater)\s+than|(?:up|down)\s+on|above|below)\s+that"
    r"(?=\s*(?:[.,;:!?)”\"]|\Z)|\s+(?:and|but)\b)"
)


def year_of_that(scene: Scene, figure: Candidate) -> list[Mention[YearsNamed]]:
    """The year of the number given last before it, where a change is "higher than that"."""
    if figure.kind not in CHANGES or not _THAN_THAT.match(scene.passage.text, figure.end):
        return []
    start, _ = scene.passage.sentence_bounds(figure.start)
    sentence = [*within(scene.years, (start, figure.start))]
    if all(scene.latest in m.slot.years for m in sentence):
        sentence = within(scene.years, scene.passage.bounds_before(start)) if start else []
    earlier = [m for m in sentence if m.slot.years and scene.latest not in m.slot.years]
    return [replace(m, slot=replace(m.slot, is_base=True)) for m in earlier[-1:]]


def year_of_base_number(
    scene: Scene, statement: Statement, near: list[Mention[YearsNamed]]
) -> list[Mention[YearsNamed]]:
    """The year of the number that a figure is measured by; `near`: those behind the figure."""
    return _of_base_number(scene, statement) or _of_its_base_year(scene, statement, near)


def year_started_from(
    scene: Scene, figure: Candidate, opening: list[Mention[YearsNamed]]
) -> list[Mention[YearsNamed]]:
    """The year before a change, in its sentence, with whose number the change begins."""
    starts = [m for m in opening if _is_start(scene, m)]
    return starts[-1:] or _worked_out(scene, opening, figure)


def _of_base_number(scene: Scene, statement: Statement) -> list[Mention[YearsNamed]]:
    """The year beside the number it starts from: "Double the 207 recorded the year before"."""
    figure, text = statement.figure, scene.passage.text
    if statement.base_number is None:
        return []
    later = scene.figures_in(figure.end, len(text))
    of_base = next((f for f in later if f.value == statement.base_number), None)
    if of_base is None:
        return []
    ties = {True: (_LEADS_TO_YEAR, _LEADS_TO_DISTANCE), False: (_LEADS_TO_YEAR,)}
    return [
        m
        for m in scene.years
        if any(p.fullmatch(text, of_base.end, m.start) for p in ties[m.slot.is_distance])
    ][:1]


def _of_its_base_year(
    scene: Scene, statement: Statement, near: list[Mention[YearsNamed]]
) -> list[Mention[YearsNamed]]:
    """The earlier year whose number a figure is measured by: "six times that of 2015/16"."""
    text, end = scene.passage.text, statement.figure.end
    earlier = [m for m in near if scene.latest not in m.slot.years]
    is_number = _THE_NUMBER.search(text, statement.figure.start, end)
    ties = (_OF_YEAR,) if is_number else (_OF_THE_BASE, _WHAT_IT_HAD)
    to_start = _NOTHING_BETWEEN if is_number else _A_NUMBER
    at_start = (m for m in earlier if _AT_THE_START.match(text, m.start))
    return [
        *(m for m in earlier if any(p.fullmatch(text, end, m.start) for p in ties)),
        *(m for m in at_start if to_start.fullmatch(text, end, m.start)),
    ]


def _is_start(scene: Scene, mention: Mention[YearsNamed]) -> bool:
    """Whether a change starts in a year: "Went from 613 in 2020/21 to 702, which is 15%"."""
    return bool(_FROM_IN.search(scene.passage.before(mention.start)))


def _worked_out(
    scene: Scene, opening: list[Mention[YearsNamed]], figure: Candidate
) -> list[Mention[YearsNamed]]:
    """The earlier year a change is worked out from: "In 2017/18 it was 64, making it 89%"."""
    earlier = [m for m in opening if scene.latest not in m.slot.years]
    passage = scene.passage
    is_so = _MAKES_IT.search(passage.before(figure.start)) or _TO_NOW.match(
        passage.after(figure.end)
    )
    return earlier if len(earlier) == 1 and is_so else []
