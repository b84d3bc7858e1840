"""How often another force has our hidden number: "Holm had 41, ten times as many"."""

from collections.abc import Iterator
from fractions import Fraction

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.hidden import Hiding


def times_elsewhere(
    scene: Scene, hiding: Hiding, documents: Documents
) -> Iterator[tuple[int, int, str]]:
    """Multiples said of another body alone, after a sentence on what our force hides.

    Not of two numbers that are given, or of a released total: "Tarn had 95. Holm had 190, twice as
    many".
    """
    passage = scene.passage
    for match in _TIMES.finditer(passage.text):
        bounds = passage.sentence_bounds(match.start())
        before = passage.bounds_before(bounds[0])
        hidden = hiding.touched({m.slot for m in within(scene.categories, before)})
        bodies = [m.slot.evidence for m in within(scene.bodies, bounds)]
        if not bounds[0] or not hidden or not bodies or documents.local in bodies:
            continue
        near = passage.numbers_between(before[0], bounds[1])
        given = {n.value for n in near if n.start not in range(*match.span())}
        given |= {Fraction(c.value) for c in documents.local.totals}
        words = next(word for word in (*_WORTH, "") if word in match["times"].casefold())
        times = _WORTH[words] if words else numbers_in(match["times"])[0].value
        if not any(one and abs(n / one - times) <= times / _NEAR for n in given for one in given):
            yield *match.span("times"), names_of(hidden[0])


_NEAR = 10
"""Within a tenth of what two numbers make, a multiple may be of these."""
_WORTH = {
    **{word: Fraction(2) for word in ("twice", "double")},
    **{word: Fraction(3) for word in ("thrice", "treble", "triple")},
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
}
_TIMES = compiled(
    rf"\b(?P<times>{NUMBER}\s+times|twice|thrice|double|treble|triple|half|an?\s+(?:third|quarter|fifth|tenth)(?:\s+of)?)"
    r"\s+(?:as\s+(?:many|much|high|often)|that(?:\s+(?:many|number|figure|count))?|it|ours)"
    r"(?=\s*(?:[.,:;)!?]|[-–—]\s|\Z))"
)
