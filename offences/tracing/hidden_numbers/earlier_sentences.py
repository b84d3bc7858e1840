"""A small amount that a hidden part named a few sentences before, or in the next, may have.

"Roblox! He is on it every night. I rang the police, and it's been two": no sentence has both.
What stands between them says nothing of it: who said so, the released number of another part, a
word that points back. An amount is cleared where it counts other things, or where its own sentence
or the one before names what is released and has that number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import SEXES, Forces, Hiding
from offences.tracing.hidden_numbers.not_counts import counts_nothing
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.published import fits, range_of
from offences.tracing.hidden_numbers.quantities import FINGERS_BEHIND
from offences.tracing.hidden_numbers.rows import Cells, is_label_of_a_row

type Bounds = tuple[int, int]
_BACK = 6
"""So many sentences before an amount its part may be named."""
_FEW = 9
"""The most that a hidden number is likely to be."""
_RULE = 5
"""The count below which forces hide theirs, where a release does not say."""


def amounts_of_parts_before(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Each amount that may be of a hidden part of the text's own force, named before it."""
    own = [(hiding, _sentences_naming(gated, hiding)) for _, hiding, is_own in forces if is_own]
    if not any(named for _, named in own):
        return
    yield from _denied(gated, own)
    cells, some = Cells(gated, forces), _SOME.finditer(gated.passage.text)
    words = (Candidate("count", *m.span(m.lastgroup or 0), word="some") for m in some)
    for figure in (*gated.candidates, *words):
        statement = gated.bound(figure)
        is_of_part = _is_amount(gated, figure) and not cells.covers(figure.start)
        if not is_of_part or _counts_another_thing(gated, statement, forces):
            continue
        for hiding, named in own:
            is_cleared = _is_published(gated, statement, hiding)
            is_cleared = is_cleared or _is_released(gated, statement, hiding)
            if not is_cleared and (part := _named_before(gated, figure, named)):
                yield figure.start, figure.end, part


def _denied(
    gated: GatedText, own: Iterable[tuple[Hiding, Mapping[Bounds, str]]]
) -> Iterator[tuple[int, int, str]]:
    """Each hidden part of which a text of released numbers says "No Kik, no Yubo"."""
    passage = gated.passage
    for each in gated.binder.scene.categories:
        no = _NO.search(passage.text, max(0, each.start - _NEAR), each.start)
        start, end = passage.with_sentence_after(each.start)
        around = start, passage.with_sentence_after(max(start, end - 1))[1]
        hidden = (hiding for hiding, _ in own if hiding.touches(frozenset({each.slot})))
        if no and next(hidden, None) and _has_released(gated, around):
            yield no.start(), each.end, names_of(frozenset({each.slot}))


def _is_amount(gated: GatedText, figure: Candidate) -> bool:
    """Whether it may be a hidden number, or lead to one from a number that is released."""
    text = gated.passage.text
    if figure.word == "phrase with one":
        return False
    if figure.word == "some" or figure.kind == "difference" or _OF_THAT.match(text, figure.end):
        return True
    if figure.word == "quantity":
        return _IN_WORDS.fullmatch(text, figure.start, figure.end) is not None
    if _ONE.fullmatch(text, figure.start, figure.end) and not _IS_A_COUNT.search(
        text, max(0, figure.start - _NEAR), figure.start
    ):
        return False  # "she won't be getting one"
    is_few = 0 <= figure.value <= _FEW and figure.value == int(figure.value)
    return is_few and figure.kind in (*VALUES, "exempt", "multiple")


def _counts_another_thing(gated: GatedText, statement: Statement, forces: Forces) -> bool:
    """Whether it counts other things or is of another body; not "three calls about it"."""
    figure, text = statement.figure, gated.passage.text
    if gated.is_of_forces(figure) or gated.is_of_another_body(statement, forces):
        return True
    if is_label_of_a_row(figure, text):
        return True
    if _AN_HOUR.search(text, max(0, figure.start - _NEAR), figure.start):
        return True
    if FINGERS_BEHIND.match(text, figure.end) or _ABOUT_IT.match(text, figure.end):
        return False
    return gated.counts_other_things(statement)


def _is_published(gated: GatedText, statement: Statement, hiding: Hiding) -> bool:
    """Whether it says no more than the release, or than the rule by which all are hidden."""
    if (said := range_of(statement, gated.binder.scene)) is None:
        return False
    ranges = {*hiding.ranges.values(), *hiding.year_ranges.values()}
    rule = (hiding.threshold or _RULE) - 1
    return said == (None, rule) or (bool(ranges) and all(fits(said, each) for each in ranges))


def _is_released(gated: GatedText, statement: Statement, hiding: Hiding) -> bool:
    """Whether it is of what is released and named: "Facebook nine, WhatsApp eight more"."""
    if gated.is_released(statement):
        return True
    figure, passage = statement.figure, gated.passage
    named = gated.binder.scene.categories
    near = within(named, passage.with_sentence_before(figure.start))
    told = {m.slot: {*hiding.shown.get(frozenset({m.slot}), ())} for m in near}
    numbers = set[int]().union(*told.values())
    if figure.kind != "difference":
        return figure.value in numbers
    own = [
        m
        for m in near
        if m.end <= figure.start and _HAS.fullmatch(passage.text, m.end, figure.start)
    ]
    if own and (its := told[own[-1].slot]):
        return any(abs(one - other) == figure.value for one in its for other in numbers)
    return False


def _named_before(gated: GatedText, figure: Candidate, named: Mapping[Bounds, str]) -> str:
    """The hidden part named last in the few sentences before, where the text speaks of data."""
    passage = gated.passage
    bounds = passage.sentence_bounds(figure.start)
    if _HEADS.search(passage.text, *bounds):  # and the next line says of what
        bounds = passage.sentence_bounds(passage.with_sentence_after(figure.start)[1] - 1)
    last = bounds[1]
    for _ in range(_BACK):
        # A count of the part's own sentence was judged by what that says of it; or is its age.
        is_shown = FINGERS_BEHIND.match(passage.text, figure.end)
        is_judged = not is_shown and (
            (figure.kind != "exempt" and figure.word != "quantity")
            or (figure.start, figure.end) in named
        )
        is_own = bounds[0] <= figure.start < bounds[1]
        if (part := named.get(bounds)) and not (is_own and is_judged):
            around = passage.with_sentence_before(bounds[0])[0], last
            return part if _speaks_of_data(gated, around) else ""
        if not bounds[0]:
            return ""
        bounds = passage.sentence_bounds(bounds[0] - 1)
    return ""


def _speaks_of_data(gated: GatedText, bounds: Bounds) -> bool:
    """Whether sentences have a word of the data, a force, or a released number of a part."""
    scene, text = gated.binder.scene, gated.passage.text
    is_of_data = _OF_DATA.search(text, *bounds) or within(scene.bodies, bounds)
    return bool(is_of_data) or _has_released(gated, bounds)


def _has_released(gated: GatedText, bounds: Bounds) -> bool:
    """Whether sentences give the released number of a part."""
    figures = (each for each in gated.candidates if bounds[0] <= each.start < bounds[1])
    of_parts = (each for each in map(gated.bound, figures) if each.categories)
    return any(each.figure.kind in VALUES and gated.is_released(each) for each in of_parts)


def _sentences_naming(gated: GatedText, hiding: Hiding) -> dict[Bounds, str]:
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
    for figure in gated.candidates:
        at, is_whole = figure.start, figure.value == int(figure.value)
        if figure.kind not in ("count", "exempt") or not (is_whole and figure.value <= OLDEST):
            continue
        age = frozenset({age_category(int(figure.value))})
        is_led = words_led(text, figure.end) and not _IN_TIME.match(text, figure.end)
        if is_led or not hiding.touches(age):
            continue
        is_time = _OF_THE_CLOCK.search(text, max(0, at - _NEAR), at)
        is_other = is_time or counts_nothing(gated.passage, figure)
        if not (is_other or gated.is_released(gated.bound(figure))):
            yield (at, figure.end), names_of(age)


_NEAR = 30
_NO = compiled(r"\b(?:no|not\s+(?:one|any)|zero)\s+\Z")
_OF_THAT = compiled(
    r"\s+(?:of\s+)?(?:that|it|this)(?:\s+(?:number|figure))?(?=\s*[.,;:!?)\"”’]|\s*\Z)|\s+(?:of\s+)?the\s+(?:number|figure)\b"
)
"""A share of a number just said: "The officer said half that"."""
_IN_WORDS = compiled(
    r"none|nobody|nil|nought|couple|pair|half|once|twice|thrice|handful|trio|double|treble|another"
    r"|(?:a|the)\s+(?:single|lone|sole|only)|(?:only|just)\s+(?:a|an|one)|more\s+than\s+once?"
)
_SOME = compiled(
    r"\b(?:had|has|have|saw|seen|got|there\s+(?:was|were))\s+(?P<some>both|some|several|any|all\s+(?:of\s+them|three|four))(?=\s*[.,;!?])"
    rf"|\b(?:c[ao]mes?|turns?|turned|crops?|cropped|sees?|saw|seen|gets?|got|had|has|have|happens?|happened|say)\b[^.;,\d]{{0,30}}?\s(?P<often>every\s+(?:{NUMBER}\s+|few\s+|other\s+)?(?:weeks?|fortnight|months?|quarter))\b"
)
"""That there were some, or how often: "though it had both", "it turns up every six months"."""
_ABOUT_IT = compiled(
    r"\s+(?:\w+\s+)?(?:calls?|emails?|letters?|visits?|jobs?|tip-?offs?|contacts?)\s+(?:about|over|on|concerning|with)\s+(?:it|them|this|that|these|those|the\s+(?:game|app|site|platform))\b"
    r"|\s+jobs?\b"
)
_ONE = compiled(r"one")
_IS_A_COUNT = compiled(
    r"(?:(?:\A|[.!?:;,–—(=\"“‘])\s*|(?:\b(?:had|has|was|were|is|been|only|just|but|said|says|seen|saw|recorded|logged|counted|came|from|to|at|about|\w+ly|maybe|perhaps|and|or)|[’'](?:s|ve|d))\s+)\Z"
)
"""What comes before a "one" that counts, not "getting one"."""
_HAS = compiled(
    r"\W*(?:(?:has|had|have|is|are|was|were|got|gets|with|saw|and|just|only|exactly|in)\b\W*)*"
)
_AN_HOUR = compiled(r"\b(?:past|till|until|before|after)\s+\Z")
_HEADS = re.compile(r"[^.!?…:;\s][\"”’)]*\s*\Z")
"""The end of a headline."""
_OF_THE_CLOCK = compiled(r"\b(?:gone|past|till|until|by|before|after|to)\s+\Z")
_IN_TIME = compiled(r"\s+(?:next|this|last|now|already|today|tomorrow|soon|in|on)\b")
_OF_DATA = compiled(
    r"\b(?:police\w*|force|constabulary|officers?|sergeant|sgt|inspector|insp|constable|PCs?|superintendent|supt|detectives?|bobby"
    r"|figures?|numbers?|lists?|tables?|totals?|counts?|tally|data|statistics|offences?|crimes?|cases|victims?|recorded|reported)\b"
)
