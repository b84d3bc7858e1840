"""Shares of what the words before name: "Next comes Kik, nine", "that share is 13%"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import CHANGES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.shares import BARE
from offences.tracing.finding.vocabulary import CHANGE_NOUN, FALL, RISE, compiled

_PLACE = (
    r"(?:in|across|for|over|throughout)\s+(?:the\s+)?(?-i:[A-Z])[^.;:,\d]{0,50}?"
    r"|here|locally|nationally|there"
)
_ENDS = compiled(rf"(?:\s+(?:{_PLACE}))?\s*(?:[.,;:!?)–—]|\Z)|\s+and\b")
_THAT_SHARE = compiled(
    r"\b(?:the|that|this|its|their|our)\s+(?:(?:last|same|local|national|own|corresponding|equivalent)\s+)*"
    r"(?:share|proportion|percentage)\b(?!\s+of\b)"
)
_THOSE_TWO = compiled(
    r"\b(?:those|these|the\s+same|both)\s+(?:two|shares|percentages)\b[^.;:\d]*\Z"
)
_COUNTS = compiled(
    r"\b(?:numbers?|figures?|totals?|counts?|offences|crimes|cases|times|ages?|aged|old|forces|years?"
    r"|there(?:[’']s|\s+(?:were|was|are|is))|recorded|logged|counted|noted)\b"
)
_CHANGE = compiled(rf"\b(?:{CHANGE_NOUN}|{RISE}|{FALL}|chang(?:ed|es|ing)|up|down)\b")


def as_share_before(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A number with nothing behind it, or a share of no part, as a share like those before it.

    It is of the one part that its words name; where they point back ("that share", "those two"), of
    the parts of the last shares. It is of the place that its sentence names, else of theirs.
    """
    figure, text = statement.figure, statement.passage.text
    is_bare = _is_bare(statement)
    is_share = figure.kind == "percent" and not (statement.categories or statement.way)
    if not (is_bare or is_share) or statement.years or statement.bases:
        return
    before = _shares_before(statement, statements, scene)
    if not before:
        return
    sentence = statement.passage.sentence_bounds(figure.start)
    start = max(sentence[0], before[-1].figure.end)
    of = _parts(statement, statements, before, start, scene)
    clause = max(start, *(text.rfind(sign, start, figure.start) for sign in ";:"))
    if not of or (is_bare and _COUNTS.search(text, clause, figure.start)):
        return
    named = dict.fromkeys(m.slot for m in within(scene.bodies, sentence))
    bodies = (statement.bodies or tuple(named)) if named else before[-1].bodies
    yield replace(
        statement,
        figure=replace(figure, kind="percent"),
        categories=of,
        role="",
        known_of="",
        bodies=bodies,
    )


def is_share_too(statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a percentage that no word calls a change is a share: it follows another one.

    "The app was known in 56%. All forces together managed 35%" is of no rise.
    """
    figure, passage = statement.figure, statement.passage
    is_said = statement.way or statement.years or statement.bases
    if figure.kind != "percent" or is_said or statement.categories or statement.role:
        return False
    first, _ = passage.with_sentence_before(figure.start)
    before = [s for s in statements if s.figure.start in range(first, figure.start)]
    last = next((s for s in reversed(before) if s.figure.kind in CHANGES), None)
    if last is None or last.figure.kind not in SHARES or last.way or last.bases:
        return False
    _, end = passage.sentence_bounds(figure.start)
    is_change = _CHANGE.search(passage.text, last.figure.end, end)
    return bool(last.categories or last.role) and not is_change


def as_number_before(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A bare number taken for the next share, as a number like the one that the share repeats.

    "Snapchat came up in 40 (48%). Instagram was next on 28": after a share alone it is a share.
    """
    figure = statement.figure
    before = _shares_before(statement, statements, scene) if figure.word == BARE else []
    if not before or not statement.categories:
        return
    at = statements.index(before[-1])
    number = statements[at - 1] if at else None
    is_repeated = number and number.figure.kind == "count" and not number.role
    if number and is_repeated and number.categories == before[-1].categories:
        yield replace(statement, figure=replace(figure, kind="count", word=""))


def _is_bare(statement: Statement) -> bool:
    """Whether nothing is said of a number but the number."""
    figure = statement.figure
    is_number = figure.kind == "count" and figure.value <= 100 and not figure.modifier
    return is_number and bool(_ENDS.match(statement.passage.text, figure.end))


def _shares_before(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> list[Statement]:
    """The shares of parts of its sentence and the two before, and the bare numbers after them."""
    passage, at = scene.passage, statement.figure.start
    first, _ = passage.with_sentence_before(at)
    first, _ = passage.bounds_before(first) if first else (first, at)
    shares: list[Statement] = []
    for each in statements:
        is_near = each.figure.start in range(first, at) and each.categories
        if is_near and (each.figure.kind in SHARES or (shares and _is_bare(each))):
            shares.append(each)
    return shares if shares and "\n" not in passage.text[shares[-1].figure.end : at] else []


def _parts(
    statement: Statement,
    statements: Sequence[Statement],
    before: Sequence[Statement],
    start: int,
    scene: Scene,
) -> frozenset[NamedCategory]:
    """The part that a share is of: the one named, else the one pointed back to."""
    figure, text = statement.figure, scene.passage.text
    if own := {m.slot for m in scene.parts_spoken_of((start, figure.start))}:
        return frozenset(own) if len(own) == 1 else frozenset()
    if _THAT_SHARE.search(text, start, figure.start):
        return before[-1].categories
    here = [s.figure for s in statements if s.figure.start >= start and s.figure.kind != "exempt"]
    if len(here) < 2 or len(before) < 2 or not _THOSE_TWO.search(text[start : here[0].start]):
        return frozenset()
    of_each = zip(here, before[-2:], strict=False)
    return next((of.categories for own, of in of_each if own == figure), frozenset())
