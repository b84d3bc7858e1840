"""The sentences that name a hidden part, for an amount that stands in another one."""

import re
from collections.abc import Iterator
from fractions import Fraction

from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.persons import AGE_OF_A_PERSON, PERSON_START
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import SEXES, Hiding
from offences.tracing.hidden_numbers.not_counts import counts_nothing
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.quantities import ORDINALS

type Bounds = tuple[int, int]


def sentences_naming(gated: GatedText, hiding: Hiding) -> dict[Bounds, str]:
    """What is hidden and named in each sentence, and in each number that is an age alone.

    A part, the other sex, a year or an age.
    """
    scene, bounds_of = gated.binder.scene, gated.passage.sentence_bounds
    ages = [*_ages_alone(gated, hiding)]
    named = dict(ages) | {bounds_of(at): part for (at, _), part in ages}
    of_years = (m for m in scene.years if m.slot.years & hiding.years)
    named |= {bounds_of(m.start): "the total" for m in of_years}
    said: dict[Bounds, set[NamedCategory]] = {}
    for each in scene.categories:
        both = SEXES if each.slot in SEXES else {each.slot}  # "Is it only girls? No, two"
        said.setdefault(bounds_of(each.start), set()).update(both)
    touched = ((bounds, hiding.touched(slots)) for bounds, slots in said.items())
    return named | {bounds: names_of(of[0]) for bounds, of in touched if of}


def _ages_alone(gated: GatedText, hiding: Hiding) -> Iterator[tuple[Bounds, str]]:
    """Each hidden age that is but a number: "Ours is nine in March"."""
    text = gated.passage.text
    yield from _ages_of_a_child(text, hiding)
    for figure in gated.candidates:
        at, is_whole = figure.start, figure.value == int(figure.value)
        if figure.kind not in ("count", "exempt") or not (is_whole and figure.value <= OLDEST):
            continue
        age = frozenset({age_category(int(figure.value))})
        is_led = words_led(text, figure.end) and not _IN_TIME.match(text, figure.end)
        if is_led or not hiding.touches(age):
            continue
        is_time = _OF_THE_CLOCK.search(text, at - _NEAR, at)
        is_other = is_time or counts_nothing(gated.passage, figure)
        named = within(gated.binder.scene.categories, gated.passage.sentence_bounds(at))
        of_parts = (hiding.shown.get(frozenset({m.slot}), ()) for m in named if m.end <= at)
        is_other = is_other or any(figure.value in numbers for numbers in of_parts)
        if not (is_other or gated.is_released(gated.bound(figure))):
            yield (at, figure.end), names_of(age)


def _ages_of_a_child(text: str, hiding: Hiding) -> Iterator[tuple[Bounds, str]]:
    """Each hidden age that a child is said to have: "My grandson turned six on Sunday"."""
    spans = [(m, n) for m in _OF_A_CHILD.finditer(text) for n in numbers_in(m[0])]
    told = [((m.start() + n.start, m.start() + n.end), n.value) for m, n in spans]
    told += [
        (m.span("th"), Fraction(ORDINALS[m["th"].casefold()])) for m in _BIRTHDAY.finditer(text)
    ]
    for span, value in told:
        age = frozenset({age_category(int(value))})
        if value == int(value) <= OLDEST and hiding.touches(age):
            yield span, names_of(age)


_NEAR = 30
_OF_A_CHILD = compiled(f"{PERSON_START}(?:{AGE_OF_A_PERSON})", re.MULTILINE)
_BIRTHDAY = compiled(rf"\b(?P<th>{'|'.join(ORDINALS)})\s+birthday")
_OF_THE_CLOCK = compiled(r"\b(?:gone|past|till|until|by|before|after|to)\s+\Z")
_IN_TIME = compiled(r"\s+(?:next|this|last|now|already|today|tomorrow|soon|in|on)\b")
