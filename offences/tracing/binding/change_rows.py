"""Changes of a sentence that stand in a row: "it rose by 13, then 24, then fell by 13"."""

from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

_JOINS = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?(?:[\s,;–—]|\b(?:and|but|then|by|of|an?|another|further|followed|before|after|again"
    rf"|next|finally|in\s+turn|{RISE}|{FALL})\b)+"
)
# "After increases of 26 and 16 in the two years before"
YEARS_BEFORE = compiled(
    rf"\s+in\s+the\s+(?:{NUMBER}\s+years\s+(?:(?:just\s+)?before(?:\s+(?:that|it))?|previously|prior)"
    rf"|{NUMBER}\s+(?:previous|preceding)\s+years|(?:previous|preceding)\s+{NUMBER}\s+years)\b"
)
# "In each of the last two years it rose: by 25 and by 65"
IN_LAST_YEARS = compiled(
    rf"\bin\s+(?:each|both|all|every\s+one)\s+of\s+the\s+(?:last|past|latest)\s+(?:{NUMBER})\s+years\b"
)


def change_row(scene: Scene, figure: Candidate) -> list[Candidate]:
    """The changes with which a figure stands in a row, with nothing but words for them between."""
    row: list[Candidate] = []
    for each in scene.figures_in(*scene.passage.sentence_bounds(figure.start)):
        between = scene.passage.text[row[-1].end : each.start] if row else ""
        is_next = bool(row) and _JOINS.fullmatch(between) and _is_of_same_kind(row[0], each)
        if not is_next:
            if figure.start in [f.start for f in row]:
                break
            row = []
        if is_next or each.kind in ("difference", "percent"):
            row.append(each)
    return row if figure.start in [f.start for f in row] else []


def _is_of_same_kind(first: Candidate, figure: Candidate) -> bool:
    """Whether a figure is a change as the first of a row is: a number, or a percentage."""
    kinds = ("percent",) if first.kind == "percent" else ("difference", "count")
    return figure.kind in kinds
