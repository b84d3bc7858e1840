"""A clause that names only a new place or year is about the same thing as the one before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from offences.statistics.years import Year
from offences.tracing.binding.mentions import Zones, within
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import KNOWN, UNKNOWN, WHOLE, Statement
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import CHANGE_NOUN, compiled

_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LEFT_OUT = Path(__file__).with_name("left_out_words.txt")
"""Words of a clause that leave what is counted to the clause before."""
_SAYS_NOTHING = frozenset(LEFT_OUT.read_text(encoding="utf-8").split())
_BREAK = compiled(r"[;:–—](?!\d)|,\s|\b(?:and|but|while|whereas|compared\s+(?:with|to)|against)\b")
_WHERE_KNOWN = compiled(r"\b(?:where|whose|which)\s[^.;,]*\b(?:known|recorded|noted|given)\b")
_OUT_OF = compiled(
    r"\A\s+(?:offences|crimes|cases)\s+out\s+of\b"
    # "Boys in 13 of the offences, and in 334 of the offences recorded by all forces"
    r"|\A\s+of\s+(?:the|all)\s+(?:offences|crimes|cases)(?:\s+(?:recorded|logged)(?=\s+(?:by|in|across)\b))?"
)
_RESTATES = compiled(
    r"(?::|\s[–—])\s+|[^.;:]*?,?\s+\(?(?:which\s+is|that\s+is|or(?:\s+(?:in|for))?|i\.e\.,?|equal\s+to|making|being|representing|amounting\s+to|a\s+(?:share|proportion)\s+of)\s+"
    r"(?:(?:about|around|nearly|almost|roughly|some|just|exactly|over|under|more\s+than|less\s+than)\s+)*"
)
# "Snapchat was named in 40, which is 34% more than in 2018/19": a change, and no share
_MORE_THAN = compiled(rf"\s+(?:more|fewer|less|higher|lower|up|down|above|below|{CHANGE_NOUN})\b")
_THEN = compiled(
    r"(?:\s+(?:offences|crimes|cases|times|of\s+(?:them|these|those)))?(?:\s+(?:in|across|here)\b[^.,;:\d]{0,40})?,\s+(?:(?:which|that)\s+(?:is|was)\s+)?"
)
_THEY_WERE = compiled(
    r"\b(?:it|they|th[eo]se|the\s+(?:same\s+)?(?:numbers|figures|counts))\s+(?:was|were|is|are)\s+\Z"
)
_AND_THEN = compiled(r",\s+(?:and\s+)?|\s+and\s+")
_COMMA = compiled(r"[^.;:,\d]*(?:,|\s[–—-]|\s\()\s*(?:[\w-]+\s+){0,4}?")
_OF_ALL = compiled(r"\s+of\s+(?:(?:the|its|their)\s+(?:total|tally|whole)|(?:them\s+)?all|every)\b")
_ASIDE_ENDS = compiled(r"\s*(?:[.,;)]|\Z)|\s[–—-]\s")
# "In Kent the share was lower, at 77 per cent": of what the sentence before gave a share of
_THE_SHARE = compiled(
    r"\A\W*(?:(?:in|across|for)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3},?\s+|(?:here|locally"
    r"|nationally|there),?\s+)?(?:the|its|that)\s+(?:national\s+|local\s+)?(?:share|proportion|percentage)"
    r"(?:\s+(?:in|across|for|among)\s+(?:the\s+)?[A-Z][^.;:,\d]{0,40}?|\s+(?:here|locally|nationally|there))?(?:,\s[^.;:,\d]{1,40},)?\s+(?:was|is|stood|stands)\b"
    # "…, although the Kent proportion is lower, at 75 per cent"
    r"|[,;]\s+(?:(?:although|though|but|while|whereas|and)\s+)?(?:the\s+)?(?:(?-i:[A-Z])[\w’'-]+|its|local|national)\s+(?:own\s+)?"
    r"(?:share|proportion|percentage)\s+(?:was|is|stood|stands)\b[^.;:\d]*\Z"
)
# "81% were against girls. In Kent 78 of 98 were."
_OF = compiled(r"\s+(?:out\s+)?of\s+(?:(?:the|its|all)\s+)?")
_PAIR = compiled(rf"\s+(?:out\s+)?of\s+(?:(?:the|its|all)\s+)?{NUMBER}")
_PLACE = compiled(r"\b(?:here|there|country|nations?|national)\b")


def antecedent(
    statement: Statement, zone: Zones, earlier: Sequence[Statement], scene: Scene
) -> Statement | None:
    """The statement that the clause of a figure goes on with; None if it has words of its own.

    "Of Kent's offences 21% were against boys. Across England it is 15%", "… and in 15% nationally".
    """
    figure, passage = statement.figure, scene.passage
    is_of_share = figure.kind in SHARES and _THE_SHARE.search(passage.before(figure.start))
    is_said = statement.categories or statement.role or (statement.way and not is_of_share)
    if is_said or not earlier or figure.kind not in (*SHARES, *VALUES):
        return None
    if in_turn := _in_turn(statement, zone, earlier, scene):
        return in_turn
    if whole := _whole_elsewhere(statement, earlier):
        return whole
    first, _ = passage.with_sentence_before(figure.start)
    if is_of_share:  # also where it begins a paragraph
        first, _ = passage.bounds_before(zone.sentence[0])
    kinds: tuple[str, ...] = SHARES if figure.kind in SHARES else VALUES
    if kinds is VALUES and (figure.of != 1 or _PAIR.match(passage.text, figure.end)):
        kinds = (*VALUES, *SHARES)
    of_kind = (
        s
        for s in reversed(earlier)
        if s.figure.kind in kinds and not (s.is_base or s.role == WHOLE)
    )
    last = next((s for s in of_kind if not _is_second_in_brackets(scene, s, figure.start)), None)
    if last is None or last.figure.start < first:
        return None
    text, after = passage.text, (figure.end, zone.own[1])
    if "\n" in text[last.figure.end : figure.start] and not is_of_share:
        return None
    inside = [(m.start, m.end) for m in scene.categories if m.end > last.figure.start]
    starts = [
        m.end()
        for m in _BREAK.finditer(text, last.figure.end, figure.start)
        if not any(start < m.end() < end for start, end in inside)  # "aged 11 and under"
    ]
    if last.figure.start < zone.sentence[0]:
        starts = [zone.sentence[0]]
    if is_of_share and (of := next((s for s in (last, *last.alternatives) if s.categories), None)):
        return of
    is_left_out = any(_leaves_out(scene, (start, figure.start), after) for start in starts)
    return last if is_left_out else None


# "413 offences were against children of 13; 25 of these were in Tarn"
_OF_THESE_IN = compiled(
    r"\s+(?:out\s+)?of\s+(?:these|those|them|which)\s+(?:(?:offences|crimes|cases)\s+)?"
    r"(?:(?:were|was|are|came|had\s+been|happened|occurred|took\s+place)\s+)?"
    r"(?:(?:recorded|logged|counted|reported|committed|registered|noted)\s+)?(?:in|by|from|within|across|on|here|locally)\b"
)


def _whole_elsewhere(statement: Statement, earlier: Sequence[Statement]) -> Statement | None:
    """The number of a part in all forces that a force has so many of: "25 of these in Tarn"."""
    figure, passage, last = statement.figure, statement.passage, earlier[-1]
    first, _ = passage.with_sentence_before(figure.start)
    whole = next((s for s in reversed(earlier) if s.figure.kind in VALUES), last)
    is_part = figure.kind in VALUES and _OF_THESE_IN.match(passage.text, figure.end)
    is_before = whole.figure.start >= first and whole.categories and not whole.role
    is_other = bool(statement.bodies) and statement.bodies != whole.bodies
    return whole if is_part and is_before and is_other else None


def _in_turn(
    statement: Statement, zone: Zones, earlier: Sequence[Statement], scene: Scene
) -> Statement | None:
    """The figure of the sentence before in whose place one stands: "In Kent it was 44% and 26%"."""
    passage, sentence = scene.passage, zone.sentence
    is_share = statement.figure.kind in SHARES
    kinds = SHARES if is_share else (*VALUES, "difference")  # "a further 23 aged ten"
    own = [f for f in scene.figures_in(*sentence) if f.kind in kinds]
    if not (is_share or (own and _THEY_WERE.search(passage.before(own[0].start)))):
        return None
    if len(own) < 2 or statement.figure not in own or within(scene.categories, sentence):
        return None
    if not all(_AND_THEN.fullmatch(passage.text, a.end, b.start) for a, b in pairwise(own)):
        return None
    if not within(scene.bodies, sentence):
        return None
    first, _ = passage.bounds_before(sentence[0])
    told = [s for s in earlier if s.figure.start in range(first, sentence[0])]
    told = [s for s in told if s.figure.kind in kinds and s.categories]
    return told[own.index(statement.figure)] if len(told) == len(own) else None


def _is_second_in_brackets(scene: Scene, statement: Statement, at: int) -> bool:
    """Whether a figure follows another in brackets that end before a place: "(8, last year 9)"."""
    text, figure = scene.passage.text, statement.figure
    start, _ = scene.passage.sentence_bounds(figure.start)
    opens = text.rfind("(", start, figure.start)
    is_inside = opens > text.rfind(")", start, figure.start) and ")" in text[figure.end : at]
    return is_inside and bool(scene.figures_in(opens, figure.start))


def restated(
    statement: Statement, zone: Zones, earlier: Sequence[Statement], scene: Scene
) -> Statement | None:
    """The figure before that is given again: "48% of offences where it was known, or 840"."""
    is_share = statement.figure.kind in SHARES
    if is_share and earlier and (known := _share_of_all(statement, earlier, scene)):
        return known
    kinds = VALUES if is_share else SHARES
    last = next((s for s in reversed(earlier) if not s.role and s.figure.kind != "exempt"), None)
    if last is None or not (last.categories and last.figure.start >= zone.sentence[0]):
        return None
    between = last.figure.end, statement.figure.start
    inside = (m for m in within(scene.categories, between) if m.slot not in last.categories)
    named = (*within(scene.categories, zone.near_after), *inside)
    is_same = last.figure.kind in kinds and (is_share or statement.figure.kind in VALUES)
    is_named = bool(named or statement.in_table)
    if statement.figure.kind in CHANGES and last.figure.kind in VALUES and not is_named:
        is_more = _MORE_THAN.match(scene.passage.after(statement.figure.end))
        if is_more and _THEN.fullmatch(scene.passage.text, *between):
            return replace(last, way=statement.way)
        is_same = is_same and not is_more
    is_same = is_same and not is_named
    text = scene.passage.text
    return last if is_same and _RESTATES.fullmatch(text, *between) else None


def _share_of_all(
    statement: Statement, earlier: Sequence[Statement], scene: Scene
) -> Statement | None:
    """Those known, where a share says how much of all they are: "160, over half of all".

    Or where all stand beside them: "in 83 of the 149 offences, more than half".
    """
    text, known = scene.passage.text, earlier[-1]
    start, end = known.figure.end, statement.figure.start
    is_next = _COMMA.fullmatch(text, start, end) and not within(scene.categories, (start, end))
    is_of_all = _OF_ALL.match(text, statement.figure.end)
    if known.role == WHOLE and len(earlier) > 1:
        known, whole = earlier[-2], known
        is_of_all = _OF.fullmatch(text, known.figure.end, whole.figure.start)
        is_of_all = is_of_all and _ASIDE_ENDS.match(text, statement.figure.end)
    return known if known.role in (KNOWN, UNKNOWN) and is_next and is_of_all else None


def whole_of(statement: Statement, earlier: Sequence[Statement]) -> Statement:
    """The whole of the part before it, of those of which the like is known: "78 of 98 were"."""
    if statement.role != WHOLE or statement.known_of or not earlier:
        return statement
    part, passage = earlier[-1], statement.passage
    kinds = {each.kind for each in part.categories}
    is_next = _OF.fullmatch(passage.text, part.figure.end, statement.figure.start)
    return replace(statement, known_of=min(kinds)) if is_next and len(kinds) == 1 else statement


def _leaves_out(scene: Scene, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a clause names a body or a year, and has no other word that says anything."""
    text, is_named = scene.passage.text, False
    for start, end in (before, after):
        named = [*within(scene.bodies, (start, end)), *within(scene.years, (start, end))]
        is_named = is_named or bool(named or _PLACE.search(text, start, end))
        words = _OUT_OF.sub(" ", _WHERE_KNOWN.sub(" ", text[start:end]))
        for each in named:
            words = words.replace(text[each.start : each.end], " ")
        if not all(word in _SAYS_NOTHING for word in _WORDS.findall(words.casefold())):
            return False
    return is_named


def continued(statement: Statement, before: Statement) -> Statement:
    """A statement with the slots of the one before that it does not name anew."""
    return replace(
        statement,
        categories=before.categories,
        role=before.role,
        known_of=before.known_of,
        way=before.way,
        unit=before.unit,
        years=before.years if statement.years is statement.bases is None else statement.years,
        bases=_base_of(before, statement) if statement.bases is None else statement.bases,
    )


def _base_of(before: Statement, statement: Statement) -> frozenset[Year] | None:
    """The years that a change goes on from; of another body's, the only one which that has.

    "A rise of 10 per cent over all forces, where Kent's own is 15": over the same years.
    """
    is_change = before.way and before.figure.kind in CHANGES and not before.categories
    if before.bases is not None or not is_change or before.bodies == statement.bodies:
        return before.bases
    starts = {each.pair.old_year for of in before.evidence for each in of.changes}
    return frozenset(starts) if len(starts) == 1 else None
