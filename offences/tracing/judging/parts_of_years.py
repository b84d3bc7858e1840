"""Times that are no year, beside a number or a change: "in six months", "149 last month"."""

from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import split_modifier
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import MONTH, any_of, compiled
from offences.tracing.judging.what_changed import CHANGE

_NOT = compiled(r"\b(?:no|not|never|cannot|nor|neither|without|unable|missing|refused|\w+n[’']t)\b")
_BREAK = compiled(
    r"[;:]\s|,\s+(?:and|but|so|while|whereas|which|when|where)\b|\b(?:while|whereas|but)\b"
)
_MONTH = rf"{MONTH}(?:\s+(?:19|20)\d\d)?"
_TIME = compiled(
    rf"\b(?:in|over|during|for|within)\s+(?:(?:just|only|the|first|last|past|those|these|about)\s+)*(?P<n>{NUMBER})\s+"
    r"(?:months|weeks|days)\b(?!\s+of\b)"
    r"|\b(?:first|second|last|latter|other)\s+(?:half|quarter|months?|weeks?)\s+of\s+(?:the|that|this|20\d\d)\b(?!\s+month)"
    r"|\b(?:last|first|second|third|final)\s+quarter\b(?!\s+of\s+a\b)"
    rf"|\b(?:in|during|from|between)\s+{_MONTH}(?:\s+(?:to|and|until)\s+(?:the\s+(?:end|start)\s+of\s+)?{_MONTH}|\s+alone\b)"
)
# "From April to March"; where both have their years, these are read.
_IS_A_YEAR = compiled(r".*\bApr[a-z]*(?:\s+\d{4})?\b[^.\d]*\sMar\w*(?:\s+\d{4})?")
_SO_FAR = compiled(
    r"\b(?:(?:so\s+far|to\s+date|already)\b,?[^.;:,]{0,60}?\bthis\s+(?:financial\s+)?year(?![’'])"
    r"|this\s+(?:financial\s+)?year\s+(?:so\s+far|to\s+date))\b"
)
# "149 offences last month", "in July", "every week": right behind a number or a change
_SHORT = (
    r"(?:(?:last|this|the\s+past|the\s+last)\s+(?:week|month|weekend|fortnight)|overnight|yesterday"
    rf"|(?:in|during)\s+(?:just\s+|only\s+)?(?:(?:a|one)\s+(?:single\s+)?(?:day|week|month|fortnight|weekend)|{MONTH}(?!\s+\d))"
    r"|(?:every|each)\s+(?:single\s+)?(?:day|week|month|year)|annually|monthly|weekly|daily)"
)
_RECORDED = any_of("recorded", "logged", "counted", "registered", "seen", "reported")
_NAME = r"(?-i:[A-Z])[\w’'-]+"
_PLACE = rf"(?:\s+(?:in|across|at|by)\s+(?:the\s+)?{_NAME}(?:\s+(?:and\s+)?{_NAME})*)?"
_RIGHT_BEHIND = compiled(
    rf"(?:\s+(?:more|fewer|extra|{CHANGE}))?(?:\s+(?:online|sexual|sex|child|grooming|recorded|such|cyber))*"
    rf"(?:\s+(?:offences|crimes|cases))?(?:\s+against\s+children)?(?:\s+(?:were|was|had\s+been))?(?:\s+{_RECORDED})?"
    rf"{_PLACE}\s+(?P<time>{_SHORT})(?=\s*(?:[.,;:!?)”\"–—]|\Z)|\s+(?:and|but|as|while|after)\b)"
)
# "Last month Kent Police recorded 149", "in July there were 149"
_RIGHT_BEFORE = compiled(
    rf"(?:\A|[.;:]\s)\W*(?P<time>{_SHORT}),?\s+(?:(?:the|its|our)\s+)?(?:(?!(?:said|says|that|found|reported|revealed|after|we)\b)[\w’'-]+\s+){{0,4}}?"
    rf"(?:{_RECORDED}|had|saw|there\s+were|dealt\s+with)\s+(?:just\s+|only\s+|a\s+total\s+of\s+)*\Z"
)
# "A monthly rise of 35 per cent"
_OF_A_SPELL = compiled(
    rf"\b(?P<time>(?:monthly|weekly|daily|quarterly|average(?:\s+(?:annual|yearly|monthly))?))\s+(?:\w+\s+)?{CHANGE}\s+(?:of|by)\s+\Z"
)


def part_of_time(scene: Scene, statement: Statement, part_years: frozenset[int]) -> str:
    """The words for a time that is no year: "In just six months", "in the last quarter"."""
    figure = statement.figure
    if statement.is_base or figure.kind not in (*VALUES, *CHANGES):
        return ""
    if figure.kind in CHANGES:
        before, _ = split_modifier(scene.passage.before(figure.start))
        if found := _OF_A_SPELL.search(before):
            return found["time"]
    if words := _short_time(scene, statement):
        return words
    return _in_its_clause(scene, statement, part_years) if figure.kind in VALUES else ""


def _short_time(scene: Scene, statement: Statement) -> str:
    """The day, week or month that a number or a change is said to be of."""
    passage, figure = scene.passage, statement.figure
    before, _ = split_modifier(passage.before(figure.start))
    found = _RIGHT_BEHIND.match(passage.after(figure.end)) or _RIGHT_BEFORE.search(before)
    return " ".join(found["time"].split()) if found else ""


def _in_its_clause(scene: Scene, statement: Statement, part_years: frozenset[int]) -> str:
    """The part of a year that the clause of a number names."""
    text, figure = scene.passage.text, statement.figure
    zone = scene.zones(figure)
    breaks = _BREAK.finditer(text, zone.before[0], figure.start)
    start = max([zone.before[0], *(m.end() for m in breaks)])
    end = zone.near_after[1]
    if so_far := _SO_FAR.search(text, start, zone.after[1]):
        return " ".join(so_far[0].split())
    for found in _TIME.finditer(text, start, zone.sentence[1]):
        if found.start() >= end or _IS_A_YEAR.fullmatch(found[0]):
            continue
        months = found["n"] and numbers_in(found["n"])[0].value
        is_part = months in (12, *part_years)
        if not (is_part or _NOT.search(text, start, found.start())):
            return " ".join(found[0].split())
    return ""
