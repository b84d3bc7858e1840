"""Two years that tell which forces are meant: "forces with figures for both"."""

from dataclasses import replace

from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import CHANGES, Scene
from offences.tracing.binding.set_slot import ALSO_FOR, ONE_TIME
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import ANSWERED, GAVE
from offences.tracing.finding.vocabulary import compiled

_FOR_TWO_YEARS = compiled(
    rf"(?:\bforces|\bconstabularies|\b(?:{NUMBER})\s+(?:with|that|which))\b[^.;:,\d]{{0,60}}"
    r"\b(?:(?:figures|data|numbers|totals|answers)\s+(?:for|in|from|covering)"
    rf"|(?:{ANSWERED}|reported)\s+(?:for|in)|{GAVE}|ha(?:ve|d)|h[eo]ld|with|cover(?:s|ed|ing)?|\w+(?=\s+both\b))\s+(?:(?:both|each\s+of)\s+)?"
    rf"{ONE_TIME},?\s+(?:and|as\s+well\s+as|plus|along(?:side|\s+with)|together\s+with)\s+(?:also\s+)?(?:for\s+|in\s+)?{ONE_TIME}"
)
# "Seven could also provide a figure for 2018/19, and across that group …"
_ONE_TOO = compiled(
    rf"(?:\bforces|\bconstabularies|\b(?:{NUMBER}))\b[^.;:,\d]{{0,60}}?(?:{ALSO_FOR}"
    rf"|\b(?:{GAVE}|ha(?:ve|d)|with)\b[^.;:,\d]{{0,30}}?\b{ONE_TIME},?\s+(?:as\s+well|too)\b(?!\s+as\b))"
)
# "A force that had not answered a year ago": no number is of that time
_NO_ANSWER_THEN = compiled(
    r"\b(?:forces?|constabular(?:y|ies)|ones?|those)\s+(?:that|which|who)\s+(?:(?:had|has|have|did|could)(?:\s+not|n[’']t)"
    r"|never|failed\s+to|refused\s+to)\s+(?:answer|repl|respond|suppl|g[ai]v|provid|sen[dt]|return|disclos|take)\w*\b"
    r"[^.;:,\d]{0,40}?(?:\d{4}[/–-]\d\d|\b(?:before|earlier|ago|last\s+(?:year|time)|previous\s+year))\b"
)


def years_of_forces(scene: Scene) -> list[list[Mention[YearsNamed]]]:
    """The years of each such pair: they tell which forces are meant, and not when.

    Also that of forces that did not answer then.
    """
    text = scene.passage.text
    spans = (m.span() for each in (_FOR_TWO_YEARS, _NO_ANSWER_THEN) for m in each.finditer(text))
    return [within(scene.years, span) for span in spans]


def between_years_of_forces(scene: Scene, statement: Statement) -> Statement | None:
    """A change between the two years that the forces of its sentence have figures for.

    They may have sent one year beside the latest: "Seven also gave 2018/19; they rose by 5%".
    """
    figure = statement.figure
    if figure.kind not in CHANGES or not (statement.way or figure.way or figure.word):
        return None
    start, end = scene.passage.sentence_bounds(figure.start)
    for pair in years_of_forces(scene):
        years = sorted({year for m in pair for year in m.slot.years})
        if len(years) == 2 and start <= pair[0].start < end:
            old, new = years
            return replace(statement, bases=frozenset({old}), years=frozenset({new}))
    for too in _ONE_TOO.finditer(scene.passage.text, start, figure.start):
        years = sorted({year for m in within(scene.years, too.span()) for year in m.slot.years})
        if len(years) == 1 and years[0] < scene.latest:
            latest = frozenset({scene.latest})
            return replace(statement, bases=frozenset(years), years=latest)
    return None
