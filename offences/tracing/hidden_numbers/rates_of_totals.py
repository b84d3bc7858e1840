"""How many a released total makes in a month, or one in how many days."""

from collections.abc import Sequence
from fractions import Fraction

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.phrases import Span

_PER = {"month": 12, "week": 52, "fortnight": 26}


def is_rate_of_a_total(
    figure: Candidate, candidates: Sequence[Candidate], scene: Scene, own: Evidence
) -> bool:
    """Whether a released total makes so many in a month: "36 offences. Three a month"."""
    passage, bounds = scene.passage, scene.passage.sentence_bounds(figure.start)
    before = (passage.with_sentence_before(bounds[0])[0], bounds[0])
    per = _PER.get(_unit(figure, scene, bounds), 0)
    is_of_before = not per and _IT_IS_NOW.fullmatch(passage.text, bounds[0], figure.start)
    if is_of_before and _ENDS.match(passage.text, figure.end) and not _is_of_parts(scene, before):
        rates = [c for c in candidates if c.kind == "rate" and c.start in range(*before)]
        per = _PER.get(rates[-1].word, 0) if rates else 0
    if not per or _is_of_parts(scene, bounds) or _ANOTHER_TIME.search(passage.text, *bounds):
        return False
    if _is_of_parts(scene, (bounds[1], passage.with_sentence_after(figure.start)[1])):
        return False
    near = bounds if is_of_before else (before[0], bounds[1])
    named = {y for m in within(scene.years, near) for y in m.slot.years}
    rates = [c for c in candidates if c.kind == "rate" and c.start in range(*bounds)]
    years = named or {scene.latest}
    totals = [c.value for c in own.totals if c.year in years or len(rates) > 1]
    return any(abs(Fraction(n, per) - figure.value) <= Fraction(1, 2) for n in totals)


def _unit(figure: Candidate, scene: Scene, bounds: Span) -> str:
    """The time that so many are said to be of: "three offences every fortnight"."""
    text = scene.passage.text
    if figure.kind in ("count", "exempt") and _PER_MONTH.search(text, bounds[0], figure.start):
        return "month"
    if _OR_SO_MANY_A_MONTH.match(text, figure.end):
        return "month"  # "ten or eleven offences a month"
    if _A_FORTNIGHT.match(text, figure.end):
        return "fortnight"
    return figure.word if figure.kind == "rate" else ""


def _is_of_parts(scene: Scene, bounds: Span) -> bool:
    of_kinds = (words for kind, words in quantities.KINDS if kind != "year")
    return bool(
        within(scene.categories, bounds)
        or any(words.search(scene.passage.text, *bounds) for words in of_kinds)
    )


def is_one_in_so_many_days(statement: Statement, scene: Scene, own: Evidence) -> bool:
    """Whether the latest total makes one in so many days: "That is one every three days"."""
    at, bounds = statement.figure.start, scene.passage.sentence_bounds(statement.figure.start)
    said = _ONE_EVERY_SO_MANY_DAYS.finditer(scene.passage.text, *bounds)
    days = next((m for m in said if at in range(*m.span())), None)
    after = scene.passage.with_sentence_after(at)[1]
    is_of_parts = days and days["of"] and _is_of_parts(scene, bounds)
    if not days or statement.categories or is_of_parts:
        return False
    if _is_of_parts(scene, (bounds[1], after)):
        return False  # "every four days. For nine-year-olds it is every 120", "… Kik takes 90"
    many = numbers_in(days["n"])[0].value
    totals = [c.value for c in own.totals if c.year == own.facts.latest]
    return any(n and abs(Fraction(365, n) - many) <= Fraction(3, 5) for n in totals)


_ANOTHER_TIME = compiled(
    r"\b(?:star|asterisk|hid\w*|withh\w+|missing|unpublished|suppressed|blank|others?|rest|first|before|previous"
    r"|earlier|last|next)\b"
)
"""Where a rate may be of a year or of offences that nobody is to learn of."""
_OR_SO_MANY_A_MONTH = compiled(
    rf"\s+(?:or|to)\s+{NUMBER}\s+(?:such\s+|new\s+|online\s+)?(?:offences|crimes|cases|victims)\s+(?:an?|each|every|per)\s+month\b"
)
_PER_MONTH = compiled(
    r"\b(?:average|mean)\s+(?:number\s+)?(?:per|a|each|for\s+a|by\s+the)\s+month\W*(?:(?:is|was|of)\s+)?\Z|\bper\s+month:\s*\Z"
)
_A_FORTNIGHT = compiled(
    r"\s+(?:(?:such|new|online|sexual)\s+){0,3}(?:offences|crimes|cases)(?:\s+against\s+children)?\s+(?:an?|each|every|per)\s+fortnight\b"
)
_ABOUT = (
    r"(?:(?:(?:closer|nearer)\s+to|(?:just\s+)?(?:over|under)|more\s+than|less\s+than|nearly|almost|about|around|roughly"
    r"|on\s+average)\s+)?"
)
_IT_IS_NOW = compiled(
    r"\W*(?:(?:by|in)\s+20\d\d(?:[/–-]\d\d)?,?\s+(?:it|that|this|the\s+(?:rate|average))\s+(?:is|was|had\s+(?:risen|grown)\s+to)"
    rf"|(?:it|that|this|the\s+(?:rate|average))\s+is\s+now)\s+{_ABOUT}"
)
"""What says the rate of a sentence before for a later year: "It is now more than seven"."""
_ENDS = compiled(r"\s*(?:[,.;!?]|\Z)")
_ONE_EVERY_SO_MANY_DAYS = compiled(
    r"\b(?:one|an|a)(?:\s+(?P<of>(?:(?:such|new|online|sexual)\s+){1,3})?(?:offence|crime|case)(?:\s+against\s+a\s+child)?)?"
    r"(?:\s+(?:is|was)\s+(?:being\s+)?(?:recorded|reported|logged)(?:\s+(?:in|by|across)\s+(?-i:[A-Z])\w+(?:\s+(?-i:Police))?)?)?"
    rf"\s+{_ABOUT}every\s+(?P<n>{NUMBER})\s+days\b"
)
