"""Numbers and shares of what the sentence before counts: "it is 21", "that makes 9%"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import KNOWN, WHOLE, Statement
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, compiled

_ABOUT = (
    r"(?:(?:nearly|almost|about|around|roughly|just|only|over|under|more\s+than|less\s+than|exactly"
    r"|or|well|some)\s+)*"
)
_OPENS = compiled(rf"\W*{_ABOUT}")
# "Nearly a third of those with an age."
_STANDS_ALONE = compiled(
    r"(?:,?\s+(?:exactly|then|roughly|or\s+so))?(?:\s+of\s+(?:those|the\s+ones|them|these)\b[^.;:,\d]*)?\s*[.!?]"
)
_IT_IS = compiled(r"\b(?:it|that|this)\s+is\s+\Z")
_ENDS, _IS_ALL = compiled(r"\s*[.,;!?]"), compiled(r"\s*[.!?]")
# "In Tarn, where I live, it was 48 of 60", "it's the same here: 48 of 60 offences"
_IT_WAS = compiled(
    r"\b(?:(?:it|that|the\s+(?:figure|number))\s+(?:was|is)|(?:it|that)[’']s|the\s+same)\b[^.;\d]{0,30}\Z"
)
_OF_WHOLE = compiled(r"(?:\s+(?:offences|crimes|cases))?\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?")
_OF_SO_MANY = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?{NUMBER}\b"
)
FARTHEST = 3
"""How many sentences back the part may have been named."""


def of_the_one_before(
    statement: Statement, earlier: Sequence[Statement], scene: Scene
) -> Statement:
    """A change whose years are those of the number or the change before it."""
    for read in (
        _change_alone,
        _change_between,
        _extra_of_change,
        _change_next,
        _multiple_of_number,
    ):
        statement = read(statement, earlier, scene)
    return statement


def share_alone(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A share that is all its sentence has: "Nine per cent" of the part counted before."""
    figure, text = statement.figure, scene.passage.text
    start, _ = scene.passage.sentence_bounds(figure.start)
    is_alone = _OPENS.fullmatch(text, start, figure.start) and _STANDS_ALONE.match(text, figure.end)
    if not (start and is_alone):
        return
    first, end = scene.passage.bounds_before(start)
    if "\n" in text[end - 1 : start]:
        return
    before = [s for s in statements if s.figure.start in range(first, start)]
    parts = [s for s in before if s.figure.kind in VALUES and s.role not in (KNOWN, WHOLE)]
    for each in parts[-1:]:
        said = [each] if each.categories else [*same_elsewhere(each, statements, scene)]
        if each.figure.kind == "maybe_coverage" and not each.categories:
            said = _parts_before(first, statements, scene)[-1:]  # "here it was 48 of 60"
        for of in said:
            yield replace(statement, categories=of.categories, bodies=each.bodies)


def _change_alone(statement: Statement, earlier: Sequence[Statement], scene: Scene) -> Statement:
    """A share that is all its sentence has, behind a change: of its years. "Up by 42. 39%"."""
    figure, text = statement.figure, scene.passage.text
    last = earlier[-1] if earlier and figure.kind in SHARES else None
    if last is None or last.figure.kind != "difference" or statement.bases or statement.categories:
        return statement
    start, _ = scene.passage.sentence_bounds(figure.start)
    is_alone = _OPENS.fullmatch(text, start, figure.start) and _STANDS_ALONE.match(text, figure.end)
    first, end = scene.passage.bounds_before(start)
    if not is_alone or last.figure.start < first or "\n" in text[end - 1 : start]:
        return statement
    return replace(statement, bases=last.bases, years=last.years, way=last.way)


# "31 offences in 2014/15 had become 48 in 2015/16, 17 more"
_BECAME = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+(?:in|of)\s+{YEAR}\s+(?:(?:had|has)\s+)?(?:bec[oa]me"
    r"|(?:gr[eo]wn?|rose|risen|gone|went|climbed|fell|fallen|turned)\s+(?:in)?to)\s+"
)
_MORE_BESIDE, _MORE = (
    compiled(rf"(?:\s+(?:offences|crimes|cases))?\s+in\s+{YEAR},\s+(?:or\s+|which\s+is\s+)?"),
    compiled(r"\s+(?:more|fewer|higher|lower)(?=\s*(?:[.;!?]|\Z))"),
)


def _change_between(statement: Statement, earlier: Sequence[Statement], scene: Scene) -> Statement:
    """A change of the two numbers right before it: "31 in 2014/15 had become 48, 17 more"."""
    figure, text = statement.figure, scene.passage.text
    two = [s for s in earlier if s.figure.kind in VALUES][-2:]
    if figure.kind != "difference" or len(two) < 2 or not _MORE.match(text, figure.end):
        return statement
    old, new = two
    is_pair = _BECAME.fullmatch(text, old.figure.end, new.figure.start)
    if is_pair and _MORE_BESIDE.fullmatch(text, new.figure.end, figure.start):
        return replace(statement, bodies=new.bodies, bases=old.years, years=new.years)
    return statement


_THAT_EXTRA = compiled(r"\W*(?:that|those)\s+(?:extra|additional)\s+")


def _extra_of_change(statement: Statement, earlier: Sequence[Statement], scene: Scene) -> Statement:
    """A difference that its sentence points at: of the years of the change in the one before."""
    figure, text = statement.figure, scene.passage.text
    start, _ = scene.passage.sentence_bounds(figure.start)
    first, end = scene.passage.bounds_before(start)
    changes = [s for s in earlier if s.figure.start >= first and s.figure.kind in CHANGES]
    if figure.kind != "difference" or statement.categories or "\n" in text[end - 1 : start]:
        return statement
    if not changes or not _THAT_EXTRA.fullmatch(text, start, figure.start):
        return statement
    last = changes[-1]
    return replace(statement, bodies=last.bodies, bases=last.bases, years=last.years)


# "Then it leapt by 28 per cent", "After that came a fall of 5"
_THEN = compiled(r"\W*(?:(?:and|but)\s+)?(?:then|after(?:wards|\s+that)|next),?\s+[^.;:\d]*")


# "301 offences in 2020/21, 388 in 2021/22, and then a leap of 21%"
_AND_THEN = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?(?:\s+in\s+{YEAR})?,?\s+(?:and\s+)?(?:then|after\s+that|followed\s+by),?\s+(?:came\s+|by\s+)?"
    rf"an?\s+(?:[a-z]+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\s+of\s+"
)


def _change_next(statement: Statement, earlier: Sequence[Statement], scene: Scene) -> Statement:
    """A change that comes next: from the year of the number before it to the year after that."""
    figure, passage = statement.figure, scene.passage
    last = earlier[-1] if earlier and figure.kind in CHANGES else None
    number = next((s for s in reversed(earlier) if s.figure.kind != "year"), last)
    follows = number and _AND_THEN.fullmatch(passage.text, number.figure.end, figure.start)
    last = number if last and follows else last
    is_said = statement.bases or statement.years or statement.categories
    is_of_it = last and statement.bodies in ((), last.bodies)
    if last is None or is_said or not is_of_it or last.is_base or last.categories:
        return statement
    start, _ = passage.sentence_bounds(figure.start)
    first, end = passage.bounds_before(start)
    is_next = follows or _THEN.fullmatch(passage.text, start, figure.start)
    if not is_next or last.figure.start < first:
        return statement
    is_dated = last.years and len(last.years) == 1 and last.figure.kind in (*VALUES, *CHANGES)
    if not is_dated or (not follows and "\n" in passage.text[end - 1 : start]):
        return statement
    year = min(last.years or [scene.latest])
    to = frozenset({Year(year.start + 1)})
    return replace(statement, bases=last.years, years=to) if year < scene.latest else statement


# "In 2018/19 it was 110, almost double the number of 2016/17"
_BESIDE = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:\s+in\s+\d{4}[/–-]\d\d)?,\s+(?:(?:or|which\s+(?:is|was)|nearly|almost|about"
    r"|around|roughly|more\s+than|well\s+over|over|just)\s+)*"
)


def _multiple_of_number(
    statement: Statement, earlier: Sequence[Statement], scene: Scene
) -> Statement:
    """A multiple right behind a number of an earlier year: up to that year, and not to now."""
    figure, text = statement.figure, scene.passage.text
    last = next((s for s in reversed(earlier) if s.figure.kind != "year"), None)
    if figure.kind != "multiple" or last is None or statement.years is not None:
        return statement
    is_of_then = last.figure.kind in VALUES and last.years and scene.latest not in last.years
    if last.is_base or not is_of_then:
        return statement
    if not _BESIDE.fullmatch(text, last.figure.end, figure.start):
        return statement
    bases = statement.bases or frozenset()
    is_later = bases and max(bases) < max(last.years or bases)
    return replace(statement, years=last.years) if is_later else statement


def number_repeated(statement: Statement, statements: Sequence[Statement]) -> Iterator[Statement]:
    """A number that its paragraph has given before, of the same: "I say that it is 21"."""
    figure, passage = statement.figure, statement.passage
    after = passage.after(figure.end)
    is_it = _IT_IS.search(passage.before(figure.start)) and _ENDS.match(after)
    start, _ = passage.sentence_bounds(figure.start)
    is_alone = _IS_ALL.match(after) and not passage.text[start : figure.start].strip(' \n“"')
    if not (is_it or is_alone):
        return
    paragraph = passage.text.rfind("\n", 0, figure.start)
    for each in statements:
        same = each.figure
        is_same = paragraph < same.start < figure.start and same.value == figure.value
        is_of_it = statement.bodies in ((), each.bodies) and statement.years in (None, each.years)
        if is_same and is_of_it and each.categories:
            yield replace(each, figure=figure)


def same_elsewhere(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A number of the part counted before for another body: "here it was 48 of 60".

    Or of the whole that this is a part of.
    """
    figure, text = statement.figure, scene.passage.text
    start, _ = scene.passage.sentence_bounds(figure.start)
    if not (start and statement.bodies):
        return
    part = [s for s in statements if s.figure.start in range(start, figure.start)]
    is_whole = part and _OF_WHOLE.fullmatch(text, part[-1].figure.end, figure.start)
    at = part[-1].figure.start if is_whole else figure.start
    is_part = is_whole or _OF_SO_MANY.match(text, figure.end)
    if not (is_part and _IT_WAS.search(text, start, at)):
        return
    named = _parts_before(start, statements, scene)
    for each in named[-1:]:
        if is_whole:
            of = min(part.kind for part in each.categories)
            yield replace(statement, role=KNOWN, known_of=of, categories=frozenset())
        else:
            yield replace(statement, categories=each.categories, role="", known_of="")


def _parts_before(start: int, statements: Sequence[Statement], scene: Scene) -> list[Statement]:
    """The statements of parts of the nearest sentence before a place that has any."""
    for _ in range(FARTHEST):
        first, _ = scene.passage.bounds_before(start)
        named = [s for s in statements if s.figure.start in range(first, start) and s.categories]
        if named or not first:
            return named
        start = first
    return []
