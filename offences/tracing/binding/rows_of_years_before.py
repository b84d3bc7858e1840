"""Numbers in a row with their years behind: "38 and 44 in the two preceding years"."""

from collections.abc import Callable, Sequence

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.no_counts_of_force import are_not_of_force
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled

_YEARS_BEFORE = (
    rf"(?:(?:(?P<a>{NUMBER})\s+)?(?:preceding|previous|prior)\s+(?:(?P<b>{NUMBER})\s+)?(?:(?:financial|full|whole|reporting|recording)\s+)?years"
    rf"|(?:(?P<c>{NUMBER})\s+)?(?:(?:financial|full|whole|reporting|recording)\s+)?years\s+(?:before|preceding|prior)(?:\s+(?:to\s+)?(?:that|it|this))?)"
)
_BEHIND = (
    rf"\s+(?:respectively\s+)?(?:in|over|during|for)\s+(?:each\s+of\s+)?the\s+{_YEARS_BEFORE}"
    r"(?=\s*(?:[.,;:!?)]|\Z|\s[–—-]\s)|\s+(?:and|but)\b)"
)
YEARS_BEFORE = compiled(_BEHIND)
"""What follows the last number of a row, or its noun: "in the three preceding years"."""
_ROW = compiled(
    rf"(?P<row>{NUMBER}(?:,\s+{NUMBER})*,?\s+and\s+{NUMBER})(?:\s+(?:offences|crimes|cases))?{_BEHIND}"
)


def rows_of_years_before(
    scene: Scene, sentence: tuple[int, int], year_before: Callable[[Sequence[Candidate]], Year]
) -> dict[int, Year]:
    """The years of numbers by their places, where those behind a row are as many; oldest first."""
    found: dict[int, Year] = {}
    for match in _ROW.finditer(scene.passage.text, *sentence):
        row = [f for f in scene.figures_in(*match.span("row")) if f.kind == "count"]
        written = numbers_in(next(filter(None, match.group("a", "b", "c")), ""))
        led = sentence[0], match.end()
        names = {m.slot.name for m in within(scene.bodies, led)}
        many = written[0].value if written else len(row)
        is_of_others = are_not_of_force(scene.passage.text, sentence[0], match.start())
        if len(row) != many or len(names) > 1 or is_of_others or within(scene.categories, led):
            continue
        last = year_before(row).previous
        found |= {f.start: Year(last.start - n) for n, f in enumerate(reversed(row))}
    return found
