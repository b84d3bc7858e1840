"""Other readings of a number: by what its sentence names and no other figure has."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from offences.tracing.binding.breakdowns import led_by, spoken_of
from offences.tracing.binding.categories import KNOWN_WORDS, attribute_kind
from offences.tracing.binding.known import INCLUDING, IT_WAS_USED
from offences.tracing.binding.mentions import within
from offences.tracing.binding.on_record import (
    KNOWN_APART,
    are_files,
    breakdown_before,
    clause_of,
    has_its_own_number,
    numbers_before,
    on_record,
    share_on_record,
)
from offences.tracing.binding.repeated import number_repeated, same_elsewhere, share_alone
from offences.tracing.binding.role_slot import WERE_OF
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import KNOWN, UNKNOWN, WHOLE, Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.binding.year_of_change import is_within, of_then
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import compiled

_NOT = compiled(
    r"\b(?:not|no|never|nobody|nothing|none|neither|cannot|unable|fail\w*|without|missing|blank|open|lack\w*|un(?!der|til|less|it)\w+)\b|n[’']t\b"
)
_THAT_IS = compiled(r"\W*(?:that|this|it|which)\b")  # "Two years before it was 166. That is a rise"
_IT = compiled(r"\bit\b")
_IT_WAS_USED = compiled(IT_WAS_USED)
# After a mistake was quoted: "That is the percentage. The number is 121."
_OPENS = compiled(
    r"\W*(?:(?:[A-Z][\w’'-]+|the\s+[a-z]+)(?:\s+[A-Z][\w’'-]+)?:\s+)?(?:(?:only|just|about|exactly)\s+)?"
)
_ASKED_ABOUT = compiled(
    r"\b(?:ask(?:s|ed)?|want(?:s|ed)\s+to\s+know)\s+(?:\w+\s+)?about\b"
    r"|\b(?:being|been|are|were|is|was|got)\s+(?:(?:now|then|also)\s+)?(?:raised|mentioned|discussed|brought\s+up)\b"
    r"|\b(?:turn(?:s|ed|ing)?|mov(?:es|ed|ing)|on)\s+(?:(?:now|on)\s+)?to\b"
)
_THE_NUMBER_IS = compiled(r"\W*the\s+(?:number|figure)\s+(?:is|was)\s+")
_AT = compiled(r"\W*at\s+(?:(?:just|only)\s+)?")
SHORT = 4
"""So many words name what the next sentence is of, and say nothing."""


def readings(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A number of which no category or year is said, read with one that is free.

    "Over a thousand, 1,010 in all, involved children aged 13 to 15": the words between do not
    matter where only one figure can have it. A number and a share may be of the same.
    """
    if statement.in_table:
        return
    kind = statement.figure.kind
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    others = [s for s in statements if s is not statement and s.figure.start in range(start, end)]
    if kind == "maybe_coverage" and not statement.categories:
        yield from _as_pair(statement, scene)
    if statement.categories or kind not in ("count", *SHARES):
        pass
    elif kind in SHARES:
        yield from _as_share(statement, others, scene)
        yield from _of_the_same_share(statement, statements, scene)
        if not (statement.way or statement.bases):
            yield from share_on_record(statement, statements, scene)
            yield from share_alone(statement, statements, scene)
    else:
        yield from _share_in_numbers(statement, others, scene)
        had = {c for each in others if each.figure.kind not in SHARES for c in each.categories}
        for named in within(scene.categories, (start, end)):
            if named.slot not in had and not statement.role:
                categories = frozenset({named.slot})
                yield replace(statement, role="", known_of="", categories=categories)
        if not statement.role:
            yield from _by_breakdown(statement, others, had, scene)
            yield from on_record(statement, had, scene)
            yield from _of_it(statement, scene)
            yield from number_repeated(statement, statements)
        elif statement.role == WHOLE:
            yield from _as_named_whole(statement, scene)
            yield from on_record(statement, had, scene)
        yield from same_elsewhere(statement, statements, scene)
    if kind in CHANGES and statement.base_number is None and not statement.categories:
        yield from _as_change(statement, statements, others, scene)
    if kind == "count" and not statement.role:
        yield from _of_free_year(statement, others, scene)


# "One in four where the sex is known – 54 – were boys", "for 79% it is known – that's 158"
_ASIDE = compiled(
    r"\s[–—-]\s(?:(?:that|which)(?:[’']s|\s+(?:is|was|makes|means))\s+|some\s+|or\s+|in\s+all\s+)?\Z"
)
_ASIDE_ENDS = compiled(
    r"(?:\s+(?:offences|crimes|cases|in\s+all))?(?:\s[–—-]\s|\s*[.;,]?\s*\Z|[.;,]\s)"
)


def _share_in_numbers(
    statement: Statement, others: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A number between dashes that says a share of a part again: "one in four – 54 – were boys".

    Where the share is of no part yet, of the only one that the sentence names.
    """
    figure, passage = statement.figure, statement.passage
    start, end = passage.sentence_bounds(figure.start)
    shares = [s for s in others if s.figure.end <= figure.start]
    is_aside = _ASIDE.search(passage.text[start : figure.start])
    if not (shares and is_aside and _ASIDE_ENDS.match(passage.text[figure.end : end])):
        return
    share = shares[-1]
    named = {m.slot for m in within(scene.categories, (start, end))}
    of = share.categories or (frozenset(named) if len(named) == 1 else frozenset())
    if share.figure.kind in SHARES and of and not (share.way or share.bases):
        yield replace(share, figure=figure, categories=of)


def _as_change(
    statement: Statement, statements: Sequence[Statement], others: list[Statement], scene: Scene
) -> Iterator[Statement]:
    """A change from or to a year that its sentence, or a headline, tells in other words."""
    numbers = numbers_before(others, statement.figure)
    is_alone = len(numbers) == 1 and statement.bases is None
    if is_alone and (then := of_then(statement, numbers[0], scene)):
        yield then
    else:
        bounds = statement.passage.sentence_bounds(statement.figure.start)
        yield from _from_the_year_before(statement, bounds, scene)
    yield from _with_the_base_of_another(statement, statements)
    if statement.bases is None:  # not "their rise since 2018/19, at 17%, to 402 in 2022/23"
        yield from _up_to_the_next(statement, others)


def _from_the_year_before(
    statement: Statement, bounds: tuple[int, int], scene: Scene
) -> Iterator[Statement]:
    """The change, from the earlier year named last: "above the 402 of 2018/19, a rise of 209"."""
    before = within(scene.years, (bounds[0], statement.figure.start))
    if not before and _THAT_IS.match(scene.passage.text, bounds[0]):
        before = within(scene.years, scene.passage.bounds_before(bounds[0]))
    if before and ";" in scene.passage.text[before[-1].end : statement.figure.start]:
        return  # "The 2018/19 figure was 15 up; the latest is 39 up"
    if before and is_within(scene, statement.figure, before[-1]):
        return  # "From 95 in 2017/18 it went to 149, and the last year alone added 39"
    named = [m.slot.years for m in before if m.slot.years and scene.latest not in m.slot.years]
    if named and not within(scene.years, (statement.figure.end, bounds[1])):
        yield replace(statement, bases=named[-1])


_TO = compiled(
    r"(?:\s?%|\s+per\s?cent)?(?:\s+(?:offences|crimes|cases))?,?\s+to\s+(?:a\s+total\s+of\s+|just\s+|only\s+)?"
)


def _up_to_the_next(statement: Statement, others: Sequence[Statement]) -> Iterator[Statement]:
    """A change to the year of the number that it reaches: "It then climbed by 36 to 156"."""
    at, text = statement.figure.end, statement.passage.text
    reached = next((s for s in others if s.figure.start >= at and s.figure.kind in VALUES), None)
    is_reached = reached and _TO.fullmatch(text, at, reached.figure.start)
    if reached and is_reached and reached.years and len(reached.years) == 1:
        (to,) = reached.years
        yield replace(statement, years=reached.years, bases=frozenset({to.previous}))


def _with_the_base_of_another(
    statement: Statement, statements: Sequence[Statement]
) -> Iterator[Statement]:
    """A headline's "treble in Kent" starts from where the text below says that it does."""
    if statement.bases is not None or statement.years is not None:
        return
    own = statement.figure
    is_headline = "\n" not in statement.passage.text[: own.start].strip()
    for each in statements:
        same = each.figure
        is_same = (same.kind, same.value, same.word) == (own.kind, own.value, own.word)
        # "Up by more than 150%" is no number of the text below, but a change that it may speak of.
        is_rounded = is_headline and own.modifier and same.kind in CHANGES and same.start > own.end
        if each.bases and (is_same or (is_rounded and not each.categories)):
            yield replace(statement, bases=each.bases, years=each.years)


def _by_breakdown(
    statement: Statement, others: Sequence[Statement], had: Collection[NamedCategory], scene: Scene
) -> Iterator[Statement]:
    """A number of those known of what its sentence speaks of, where it names no part of that."""
    figure, text = statement.figure, scene.passage.text
    start, end = scene.passage.sentence_bounds(figure.start)
    first = max((s.figure.end for s in others if s.figure.end <= figure.start), default=start)
    last = min((s.figure.start for s in others if s.figure.start >= figure.end), default=end)
    of = spoken_of(text, (figure.start, figure.end), (first, last))
    is_not = _NOT.search(text, *clause_of(scene, figure))
    if is_not and INCLUDING.search(text, figure.end, is_not.start()):
        return
    after = within(scene.categories, (figure.end, end))
    if after and WERE_OF.fullmatch(text, figure.end, after[0].start):
        return  # "where the age was known, 14 (12 per cent) concerned children under 11"
    if (apart := KNOWN_APART.match(text, figure.end)) and has_its_own_number(apart, scene):
        return  # "There were 149, and the age is known in 118"
    known = KNOWN_WORDS.search(text, start, end)
    known = (
        None
        if known and _NOT.search(text, max(start, known.start() - 20), known.start())
        else known
    )
    if known and not is_not:
        own = led_by(text, figure.start, first) or attribute_kind(known[0]) or of
        own = own or breakdown_before(scene, figure, (start, end))  # "Which site? They noted 54"
        unit = OFFENCES if are_files(statement) else statement.unit
        if own:
            yield replace(statement, role=KNOWN, known_of=own, unit=unit)
        # "The sex was known for 110, the age for 100 and the platform for 64"
        if lead := spoken_of(text, (figure.start, figure.end), (first, figure.start)):
            yield replace(statement, role=KNOWN, known_of=lead)
    free = {m.slot.kind for m in within(scene.categories, (start, end)) if m.slot not in had}
    is_of_latest = statement.years is None or scene.latest in statement.years
    if of and is_of_latest and of not in free:
        role = UNKNOWN if is_not else KNOWN
        yield replace(statement, role=role, known_of=of)


def _as_pair(statement: Statement, scene: Scene) -> Iterator[Statement]:
    """The pair, of each part named last: "A quarter involved Kik. That is 16 of 64"."""
    start, end = scene.passage.sentence_bounds(statement.figure.start)
    named = within(scene.categories, (start, end)) or within(
        scene.categories, scene.passage.bounds_before(start)
    )
    for each in reversed(named):
        yield replace(statement, categories=frozenset({each.slot}), role="", known_of="")


def _of_it(statement: Statement, scene: Scene) -> Iterator[Statement]:
    """A number of what "it" stands for: "Kik is liked. It was named in 921 of 2,144"."""
    start, _ = scene.passage.sentence_bounds(statement.figure.start)
    text, at = scene.passage.text, statement.figure.start
    if _OPENS.fullmatch(text, start, at) and (alone := _named_alone(start, scene)):
        yield replace(statement, categories=alone)
    is_number = start and _THE_NUMBER_IS.fullmatch(text, start, at)
    if is_number or (start and _IT_WAS_USED.search(text, start, at)):
        before = scene.parts_spoken_of(scene.passage.bounds_before(start))
        used = {m.slot for m in before if m.slot.kind == "part"}  # no teenager "was used"
        named = _named_last(start, scene) if is_number else used
        if len(named) == 1:
            yield replace(statement, categories=frozenset(named))


def _as_named_whole(statement: Statement, scene: Scene) -> Iterator[Statement]:
    """A share of a whole that was named before: "Of the 58, a third were on Instagram"."""
    text, at = scene.passage.text, statement.figure.start
    start, _ = scene.passage.sentence_bounds(at)
    if known := KNOWN_WORDS.search(text, start, at):
        yield replace(statement, role=KNOWN, known_of=attribute_kind(known[0]))


def _as_share(
    statement: Statement, others: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A share of what its sentence speaks of: "Girls were the victims in 346, or 80%"."""
    if statement.way or statement.bases:
        return
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    named = {m.slot for m in within(scene.categories, (start, end))}
    if not named and start and _IT.search(scene.passage.text, start, statement.figure.start):
        # "Snapchat was named most. Of the 1,824, it featured in 48%."
        named = _named_last(start, scene)
    earlier = [s.categories for s in numbers_before(others, statement.figure) if s.categories]
    if not (named or earlier):
        named = {*_named_alone(start, scene)}
    if not earlier and len(named) > 1:  # "four in five – 96 of 120 – were girls, while 24 …"
        named = {m.slot for m in within(scene.categories, scene.clause(statement.figure))}
    if len(named) == 1 or earlier:
        own: frozenset[NamedCategory] = earlier[-1] if earlier else frozenset(named)
        yield replace(statement, categories=own)


# "Higher than the 36 per cent seen across all forces", "close to the 80% we found in England"
THAN_THE = compiled(
    r"\b(?:close\s+to|than|below|above|under|over|against|(?:compared\s+)?(?:with|to))\s+the\s+\Z"
)
# "Close to the national figure of 25%", "in line with the UK share, 80%"
CLOSE_TO_ITS_SHARE = compiled(
    r"\b(?:close[rd]?\s+to|near(?:er)?(?:\s+to)?|similar\s+to|in\s+line\s+with|compar\w+\s+(?:with|to)|against|than|above|below"
    r"|over|under|match(?:es|ing)|mirror(?:s|ing)|off|from|level\s+with)\s+the\s+(?:national|UK|British|overall|local|England\s+and\s+Wales)\s+"
    r"(?:figure|share|average|rate|proportion|percentage|one|equivalent|number|level)(?:\s+of|,|\s+at)?\s+\Z"
)
_OF_A_BODY = compiled(
    r"(?:\s+(?:that\s+)?(?:we\s+|it\s+)?(?:found|seen|saw|recorded|reported|given))?\s+"
    r"(?:for|in|across|among|by|nationally|locally|overall)\b"
)


def _of_the_same_share(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A share beside another body's, of the same part as that one."""
    figure, passage = statement.figure, scene.passage
    lead = passage.before(figure.start)
    is_led = THAN_THE.search(lead) and _OF_A_BODY.match(passage.after(figure.end))
    if not (is_led or CLOSE_TO_ITS_SHARE.search(lead)):
        return
    first, _ = passage.with_sentence_before(figure.start)
    before = [
        s
        for s in statements
        if s.figure.start in range(first, figure.start) and s.figure.kind in SHARES and s.categories
    ]
    if before:
        yield replace(
            statement, categories=before[-1].categories, role="", known_of="", way="", bases=None
        )


def _named_alone(start: int, scene: Scene) -> frozenset[NamedCategory]:
    """The one part that the few words before a sentence name: "Yes, boys. Thirty-six here"."""
    before = scene.passage.bounds_before(start)
    named = frozenset(m.slot for m in within(scene.categories, before))
    words = scene.passage.text[slice(*before)]
    is_short = len(words.split()) <= SHORT or _ASKED_ABOUT.search(words)
    return named if is_short and len(named) == 1 else frozenset()


def _named_last(start: int, scene: Scene) -> set[NamedCategory]:
    """The parts of the sentence before a place, or of the one before that if it names none."""
    before = scene.passage.bounds_before(start)
    named = within(scene.categories, before)
    if not named and "\n" not in scene.passage.text[before[0] : start].strip():
        named = within(scene.categories, scene.passage.bounds_before(before[0]))
    return {m.slot for m in named}


def _of_free_year(
    statement: Statement, others: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    if statement.years is not None or statement.is_base:
        return
    if question := scene.passage.question(statement.figure.start):
        asked = [m.slot for m in within(scene.years, question)]
        if len(asked) == 1 and not asked[0].is_base:
            yield replace(statement, years=asked[0].years)
    # "At 95, the number in 2017/18 was the lowest": a number has the year as well
    start, at = statement.passage.sentence_bounds(statement.figure.start)[0], statement.figure.start
    of_same = CHANGES if _AT.fullmatch(scene.passage.text, start, at) else ()
    had = (s for s in others if s.figure.kind not in ("record", "forces", "coverage", *of_same))
    years = {year for s in had for year in (*(s.years or ()), *(s.bases or ()))}
    bounds = statement.passage.sentence_bounds(statement.figure.start)
    for mention in within(scene.years, bounds):
        said = mention.slot
        is_compared = said.is_base or said.is_distance
        if said.years and not (is_compared or said.years & years):
            yield replace(statement, years=said.years)
