"""How often another force has our hidden number, or what part of a nation's we have.

"Holm had 41, ten times as many", "England had 41. A tenth of them were in our parts".
"""

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


def parts_of_the_nations(
    scene: Scene, hiding: Hiding, documents: Documents
) -> Iterator[tuple[int, int, str]]:
    """Parts of the nation's number of a hidden part, in a sentence of no other name."""
    passage = scene.passage
    for match in _A_PART.finditer(passage.text):
        bounds = passage.sentence_bounds(match.start())
        others = [m for m in within(scene.bodies, bounds) if m.slot.evidence is not documents.local]
        if not bounds[0] or within(scene.categories, bounds) or others:
            continue
        before = passage.bounds_before(bounds[0])
        hidden = hiding.touched({m.slot for m in within(scene.categories, before)})
        bodies = [m.slot.evidence for m in within(scene.bodies, before)]
        is_national = documents.national in bodies and passage.numbers_between(*before)
        if hidden and is_national:
            yield *match.span("part"), names_of(hidden[0])


_HERE = (
    r"(?:(?:all\s+)?(?:in|at|from|round|around|across|on)\s+(?:the|our|this|these)\b"
    r"|here\w*|locally|with\s+us\b|ours\b)"
)
_A_PART = compiled(
    r"\b(?P<part>half|(?:an?|one|two|three)[\s-](?:third|quarter|fifth|\w{2,}th)s?)\s+"
    rf"(?:(?:of\s+)?(?:that|it)(?=\s*[.,;:!?]|\s+{_HERE})"
    rf"|(?:of\s+(?:them|those|these)\s+)?(?:(?:was|were|is|are|came|happened|took\s+place)\s+)?{_HERE})"
)
"""What part of it is of a place that is not named: "a tenth were in the marshes"."""
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
