"""A small amount that a hidden part named a few sentences before, or behind it, may have.

"Roblox! He is on it every night. I rang the police, and it's been two": no sentence has both.
What stands between them says nothing of it: who said so, the released number of another part, a
word that points back. An amount is cleared where it counts other things, or where its own sentence
or the one before names what is released and has that number.
"""

import re
from collections.abc import Iterator, Mapping

from offences.tracing.binding.mentions import within
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, Hiding
from offences.tracing.hidden_numbers.nouns import is_ours
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.published import fits, range_of
from offences.tracing.hidden_numbers.quantities import AN_OLD, FINGERS_BEHIND
from offences.tracing.hidden_numbers.rows import Cells, is_label_of_a_row
from offences.tracing.hidden_numbers.sentences_naming import sentences_naming
from offences.tracing.hidden_numbers.small_amounts import FEW, small_amounts

type Bounds = tuple[int, int]
_BACK = 6
"""So many sentences before an amount its part may be named."""
_ON = 3
"""So many sentences behind an amount its part may be named."""
_RULE = 5
"""The count below which forces hide theirs, where a release does not say."""


def amounts_of_parts_before(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Each amount that may be of a hidden part of the text's own force, named before or behind."""
    own = [(hiding, sentences_naming(gated, hiding)) for _, hiding, is_own in forces if is_own]
    if not any(named for _, named in own):
        return
    cells = Cells(gated, forces)
    for figure in small_amounts(gated):
        statement, at = gated.bound(figure), figure.start
        is_in_a_cell = cells.covers(at) and not _is_a_turn(gated.passage.text, at)
        if is_in_a_cell or _counts_another_thing(gated, statement, forces):
            continue
        for hiding, named in own:
            is_cleared = _is_published(gated, statement, hiding)
            is_cleared = is_cleared or _is_released(gated, statement, hiding)
            part = _named_before(gated, figure, named) or _named_after(gated, figure, named)
            if not is_cleared and part:
                yield figure.start, figure.end, part


def _is_a_turn(text: str, at: int) -> bool:
    """Whether a line is one of several of who speaks: "Jo: a pair", no row of a table."""
    label = _SPEAKER.match(text, text.rfind("\n", 0, at) + 1)
    return label is not None and text.count(label[0]) > 1


def _counts_another_thing(gated: GatedText, statement: Statement, forces: Forces) -> bool:
    """Whether it counts other things or is of another body; not "three calls about it"."""
    figure, text = statement.figure, gated.passage.text
    if gated.is_of_forces(figure) or gated.is_of_another_body(statement, forces):
        return True
    if is_label_of_a_row(figure, text):
        return True
    if _AN_HOUR.search(text, figure.start - _NEAR, figure.start):
        return True
    if any(each.match(text, figure.end) for each in (FINGERS_BEHIND, _ABOUT_IT, _POOR_ONE)):
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
    """Whether it is the released number of a part that is named."""
    if gated.is_released(statement):
        return True
    figure, passage = statement.figure, gated.passage
    named = gated.binder.scene.categories
    near = within(named, passage.with_sentence_before(figure.start))
    numbers = {n for m in near for n in hiding.shown.get(frozenset({m.slot}), ())}
    return figure.kind != "difference" and figure.value in numbers


def _named_before(gated: GatedText, figure: Candidate, named: Mapping[Bounds, str]) -> str:
    """The hidden part named last in the few sentences before, where the text speaks of data."""
    passage = gated.passage
    bounds = passage.sentence_bounds(figure.start)
    if _HEADS.search(passage.text, *bounds):  # and the next line says of what
        bounds = passage.sentence_bounds(passage.with_sentence_after(figure.start)[1] - 1)
    last = bounds[1]
    if AN_OLD.match(passage.text, figure.end):
        _, last = passage.with_sentence_after(figure.start)
    for _ in range(_BACK):
        # A count of the part's own sentence was judged by what that says of it; or is its age.
        is_shown = FINGERS_BEHIND.match(passage.text, figure.end)
        is_judged = not is_shown and (
            (figure.kind != "exempt" and figure.word != "quantity")
            or (figure.start, figure.end) in named
        )
        is_own = figure.start in range(*bounds)
        if (part := named.get(bounds)) and not (is_own and is_judged):
            around = passage.with_sentence_before(bounds[0])[0], last
            return part if _speaks_of_data(gated, around) else ""
        if not bounds[0]:
            return ""
        bounds = passage.sentence_bounds(bounds[0] - 1)
    return ""


def _named_after(gated: GatedText, figure: Candidate, named: Mapping[Bounds, str]) -> str:
    """The hidden part that a sentence shortly behind names, of an amount that counts no thing.

    "Just the one, apparently. It was the sevens in Northshire that I had asked about".
    """
    passage = gated.passage
    first, end = bounds = passage.sentence_bounds(figure.start)
    names_a_part = bounds in named or within(gated.binder.scene.categories, bounds)
    if names_a_part or not _is_alone(passage, figure):
        return ""
    for _ in range(_ON):
        if end >= len(passage.text):
            return ""
        bounds = passage.sentence_bounds(end)
        end = bounds[1]
        if part := named.get(bounds):
            around = first, passage.with_sentence_after(end - 1)[1]
            is_asked = _ASKED.search(passage.text, *bounds)
            return part if is_asked or _speaks_of_data(gated, around) else ""
    return ""


def _is_alone(passage: Passage, figure: Candidate) -> bool:
    """Whether an amount leads no noun of other things, and is no share or change."""
    text = passage.text
    is_led = any(not is_ours(word) for word in words_led(text, figure.end))
    is_share = _HALF_OR_NO.fullmatch(text, figure.start, figure.end)
    is_change = figure.kind == "difference" and figure.value > FEW  # "168 more than in 2019/20"
    return not (is_led or is_share or is_change)


def _speaks_of_data(gated: GatedText, bounds: Bounds) -> bool:
    """Whether sentences have a word of the data, a force, or a released number of a part."""
    scene, text = gated.binder.scene, gated.passage.text
    is_of_data = _OF_DATA.search(text, *bounds) or within(scene.bodies, bounds)
    return bool(is_of_data) or _has_released(gated, bounds)


def _has_released(gated: GatedText, bounds: Bounds) -> bool:
    """Whether sentences give the released number of a part."""
    figures = (each for each in gated.candidates if each.start in range(*bounds))
    of_parts = (each for each in map(gated.bound, figures) if each.categories)
    if any(map(gated.is_released, of_parts)):
        return True
    # "Discord was eight, I got that": the number may be read as an age
    numbers, counts = gated.passage.numbers_between(*bounds), gated.documents.local.counts
    of_part = {(min(c.categories), c.value) for c in counts if len(c.categories) == 1}
    named = within(gated.binder.scene.categories, bounds)
    return any((m.slot, int(n.value)) in of_part for m in named for n in numbers)


_NEAR = 30
_SPEAKER = re.compile(r"\s*[A-Z][\w .’-]{0,20}:\s")
_HALF_OR_NO = compiled(r"half|no|the\s+(?:only|sole)")
_ABOUT_IT = compiled(
    r"\s+(?:\w+\s+)?(?:calls?|emails?|letters?|visits?|jobs?|tip-?offs?|contacts?)\s+(?:about|over|on|concerning|with)\s+(?:it|them|this|that|these|those|the\s+(?:game|app|site|platform))\b"
    r"|\s+jobs?\b"
)
_ASKED = compiled(
    r"\b(?:ask(?:s|ed|ing)?|questions?|answers?|letters?|wrote|written|rang|rung|ring|phoned|enquir\w*|inquir\w*|quer(?:y|ied)|wonder\w*|(?:want|wish|like)(?:ed)?\s+to\s+know|reply|replied)\b"
)
_POOR_ONE = compiled(
    r"\s+(?:(?:poor|wee|tiny|little|unlucky|unhappy|sorry|lonely)\s+[a-z]+|strokes?|ticks?|notch(?:es)?|dots?|knocks?|taps?|winks?|nods?|blinks?|coughs?|(?:single\s+)?(?:lines?|rows?|entry|entries)(?=\s+(?:in|of|on)\s+(?:the|its|their|our|that)\s+(?:[\w’'-]+\s+){0,3}?(?:spreadsheet|list|table|data|file|sheet|records?)\b))(?=\s*[.,;!?…]|\s+(?:in|on|from|of)\b|\s*\Z)"
)
"""A child with a word of pity, or a sign for each: "one poor dab", "her note had two strokes"."""
_AN_HOUR = compiled(r"\b(?:past|till|until|before|after)\s+\Z")
_HEADS = re.compile(r"[^.!?…:;\s][\"”’)]*\s*\Z")
"""The end of a headline."""
_OF_DATA = compiled(
    r"\b(?:police\w*|force|constabulary|officers?|sergeant|sgt|inspector|insp|constable|PCs?|superintendent|supt|detectives?|bobby"
    r"|figures?|numbers?|lists?|tables?|totals?|counts?|tally|data|statistics|offences?|crimes?|cases|victims?|recorded|reported)\b"
)
