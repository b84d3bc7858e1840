"""Whether a number may be of a year whose total is hidden, or lead to one."""

import re
from collections.abc import Collection, Container, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.computable import AVERAGE, BY, MEAN
from offences.tracing.hidden_numbers.phrases import narrow_clause_around
from offences.tracing.hidden_numbers.spanned_years import years_from, years_spanned

_COUNTS = {OFFENCES, "children", "victims", "girls", "boys"}
OF_COUNTS = {*VALUES, "difference", "percent", "fraction", "rate", "interval", "multiple"}
_LAST_ONE = compiled(r"\bin\s+the\s+(?:last|latest|past)\s+(?:one|year)\b")
_FEW = 9
"""The most that a hidden total is likely to be."""
CHANGES = ("difference", "percent", "fraction", "multiple")


def may_be_of(
    statement: Statement, hidden: Container[Year], scene: Scene, documents: Documents
) -> bool:
    """Whether a number may be one of a year whose total is hidden, or of a part of it.

    Where nothing else is said, or a time ("over the four years"), of any year; else of each
    year that its sentence names. A change from the one year named leads to the latest; in the
    latest, it is from the year before.
    """
    if not (hidden and is_count(statement, {*OF_COUNTS, "per_head"})):
        return False  # "40 in Devon for every one here"
    if _is_of_released_window(statement, scene, documents):
        return False
    named, years = years_named(statement, scene, documents)
    if _is_of_released(statement, named, years, hidden, documents):
        return False
    now, is_change = documents.local.facts.latest, _is_change(statement)
    sentence = statement.passage.sentence(statement.figure.start)
    kind_or_word = {statement.figure.kind, statement.figure.word}
    is_directed = kind_or_word & {"percent", "change"} and DIRECTION.search(sentence)
    is_of_now = (statement.way or is_directed) and not (
        (years and not _LAST_ONE.search(sentence)) or statement.categories
    )
    if is_of_now and not (now in hidden or now.previous in hidden):
        released = _totals_of([documents.local], now, now.previous)
        if _fits_change(statement, [released]) or _is_since_released(statement, documents):
            return False  # "its rise of 47 per cent", "up 50% in a year. Up 80% in two"
    if is_change and len(years) == 1:
        is_base = any(each.is_base for each in named)
        return _change_may_be_of(statement, min(years), hidden, documents, is_base=is_base)
    if is_change and _is_of_a_row_of_changes(statement, years, hidden, documents):
        return True
    figure = statement.figure
    if not (is_change or years or now in hidden) and figure.kind == "count":
        own = _totals_of([documents.local], *(c.year for c in documents.local.counts))
        if figure.value in own and figure.value > _FEW:
            return False  # "the bars show 16 and 27": both are released
    distances = [each.years for each in named if each.is_distance]
    is_of_a_time = distances and not is_change and statement.years in (None, *distances)
    return not years or bool(is_of_a_time) or any(year in hidden for year in years)


def _is_since_released(statement: Statement, documents: Documents) -> bool:
    """Whether a change "in two" is from the total of two years before."""
    back = _IN_SO_MANY.match(statement.passage.text, statement.figure.end)
    if not back:
        return False
    now = documents.local.facts.latest
    ends = _totals_of([documents.local], now)
    first = _totals_of([documents.local], Year(now.start - int(numbers_in(back["n"])[0].value)))
    return _fits_change(statement, [ends | first])


def _is_of_a_row_of_changes(
    statement: Statement, years: Iterable[Year], hidden: Container[Year], documents: Documents
) -> bool:
    """Whether one of the changes of several years leads to a hidden one: "+6, +7 and +12".

    The first year after the hidden one is named, and no two released totals are so far apart.
    """
    if not any(each.previous in hidden for each in years):
        return False
    totals = [_totals_of([documents.local], each) for each in documents.local.all_years]
    return not _fits_change(statement, [a | b for a, b in combinations(totals, 2)])


def _change_may_be_of(
    statement: Statement,
    year: Year,
    hidden: Container[Year],
    documents: Documents,
    *,
    is_base: bool,
) -> bool:
    """Whether a change in the one year named, or from it, may lead to a hidden year."""
    figure, passage, latest = statement.figure, statement.passage, documents.local.facts.latest
    if year.previous in hidden:
        before = passage.text[passage.sentence_bounds(figure.start)[0] : figure.start]
        said = {n.value for n in numbers_in(before)} & _totals_of([documents.local], year)
        others = {c.value for c in documents.local.totals} - said
        if said and not any(_leads(statement, Fraction(min(said)), Fraction(n)) for n in others):
            return True  # "21 in 2016/17, an increase of 20"
    of_both = _totals_of(documents, year, year.previous)
    if figure.kind not in CHANGES and figure.value in of_both:
        return False  # "fell by three in 2021/22, from 12 to nine": both are released
    is_base = is_base or bool(_COMPARED.search(passage.sentence(figure.start)))
    pair = _totals_of([documents.local], year, latest if is_base else year.previous)
    if _fits_change(statement, [pair]):
        return False
    years = {year, latest} if is_base else {year, year.previous, latest}
    return any(each in hidden for each in years)


def _is_of_released(
    statement: Statement,
    named: Sequence[YearsNamed],
    years: frozenset[Year],
    hidden: Container[Year],
    documents: Documents,
) -> bool:
    """A number of the years that its sentence names, none of them hidden, or a change of them."""
    if any(each in hidden for each in years):
        return False
    latest = documents.local.facts.latest
    if _EACH_YEAR.search(statement.passage.sentence(statement.figure.start)):
        ends = documents.local.all_years
        if _fits_change(statement, [_totals_of([documents.local], y, y.previous) for y in ends]):
            return True
    if not (years and any(each.is_distance for each in named)):
        return False
    totals = [_totals_of([documents.local], each) for each in {*years, latest}]
    if statement.figure.kind not in CHANGES and statement.figure.value in set().union(*totals):
        return True
    return _fits_change(statement, [one | other for one, other in combinations(totals, 2)])


def _fits_change(statement: Statement, pairs: Sequence[set[int]]) -> bool:
    """Whether a change is the one between two released totals."""
    return any(len(pair) == 2 and _leads(statement, *map(Fraction, pair)) for pair in pairs)


def starts_from_hidden(
    statement: Statement, hidden: Collection[Year], scene: Scene, documents: Documents
) -> bool:
    """Whether a change starts from a hidden year: "That was 21 more than the year before".

    Or is that of the year after it: "up by six in 2016/17", where 2015/16 is hidden.
    """
    if not (_is_change(statement) and is_count(statement, OF_COUNTS)):
        return False
    behind = _IN.match(statement.passage.text, statement.figure.end)
    own = [m.slot for m in scene.years if behind and m.start == behind.end()]
    is_change = statement.figure.kind in CHANGES
    if is_change and any(y.previous in hidden for each in own for y in each.years):
        return True
    return _starts_in(statement, hidden, scene, documents)


def averages_hidden(
    statement: Statement, hidden: Collection[Year], scene: Scene, documents: Documents
) -> bool:
    """Whether a mean is of a hidden year, too: of "the three years to", or of those it names.

    Or a sum is: "176 from 2016/17 to 2020/21", where the released totals leave a small number.
    """
    if not is_count(statement, VALUES):
        return False
    sentence = statement.passage.sentence(statement.figure.start)
    window = _window(statement, scene, documents)
    if AVERAGE.search(sentence):
        return bool((window | _years_of_mean(statement, scene, documents)) & {*hidden})
    years = window | years_spanned(statement, scene, documents)
    if _ALL_YEARS.search(sentence):
        years = {*documents.local.all_years}
    totals = {c.year: c.value for c in documents.local.totals if c.year in years}
    rest = statement.figure.value - sum(totals.values())
    return 0 <= rest <= _FEW * len(years & {*hidden}) and bool(years & {*hidden})


def _years_of_mean(statement: Statement, scene: Scene, documents: Documents) -> set[Year]:
    """The years that a mean is of by their names: all, the first two, "2016/17 to 2018/19"."""
    passage, figure = statement.passage, statement.figure
    clause = narrow_clause_around(passage, (figure.start, figure.end))
    every, sentence = documents.local.all_years, passage.sentence_bounds(figure.start)
    spanned = years_spanned(statement, scene, documents)
    if not MEAN.search(passage.text, *sentence):
        return spanned if AVERAGE.search(passage.text, *sentence) else set()
    named = set[Year]().union(*(m.slot.years for m in within(scene.years, clause)))
    is_named = len(named) > 1 or len(_window(statement, scene, documents)) > 1
    if of_all := _ALL_YEARS.search(passage.text, *sentence):
        most_of = _THE_MOST_OF.search(passage.text, figure.end, of_all.start())
        if not (is_named and figure.end <= of_all.start() and most_of):
            return {*every}  # not "the last two years were at 55, the highest of the series"
    if first := _FIRST_YEARS.search(passage.text, *sentence):
        return {*every[: int(numbers_in(first["n"])[0].value) if first["n"] else 1]}
    return spanned | (named if len(named) > 1 else set())


def _is_of_released_window(statement: Statement, scene: Scene, documents: Documents) -> bool:
    """Whether it is a sum or mean of released years: "145 in the last three years"."""
    years = _window(statement, scene, documents) or _years_of_mean(statement, scene, documents)
    totals = {c.year: c.value for c in documents.local.totals if c.year in years}
    if len(totals) != len(years) or len(years) < 2:
        return False
    value, whole = statement.figure.value, sum(totals.values())
    return value == whole or abs(Fraction(whole, len(years)) - value) < 1


def _window(statement: Statement, scene: Scene, documents: Documents) -> set[Year]:
    """The years up to the last one that a sentence names, or the latest, of so many years."""
    sentence = statement.passage.sentence(statement.figure.start)
    if from_one := years_from(statement, scene):
        return from_one
    named, _ = years_named(statement, scene)
    own = (y for each in named if not each.is_distance for y in each.years)
    last = max(own, default=documents.local.facts.latest)
    many = max((n for n in _years_back(sentence) if n), default=0)
    return {Year(last.start - back) for back in range(min(many, 20))}


@lru_cache(maxsize=16)
def _years_back(sentence: str) -> list[int | None]:
    """How many years each words in a sentence go back, None if they give no number.

    Found once for all numbers of a sentence.
    """
    found = _YEARS_BACK.finditer(sentence)
    return [int(numbers_in(m["n"])[0].value) if m["n"] else None for m in found]


def _is_change(statement: Statement) -> bool:
    before = statement.passage.before(statement.figure.start)
    return bool(statement.way or statement.figure.kind in CHANGES or BY.search(before))


def _starts_in(
    statement: Statement, hidden: Collection[Year], scene: Scene, documents: Documents
) -> bool:
    """Whether a change starts so many years before one that its sentence names, in a hidden one.

    Where it names none, before those of the sentence or the line above it.
    """
    sentence = statement.passage.sentence(statement.figure.start)
    back = {1 if many is None else many for many in _years_back(sentence)}
    ends = _years_of_sentence(statement, scene) or _years_of_totals(statement, documents)
    own = _totals_of([documents.local], *ends)
    named, _ = years_named(statement, scene)
    span = {y for each in named if each.first for y in each.first | each.years}
    span = {y for y in documents.local.all_years if span and min(span) <= y <= max(span)}
    is_total = statement.figure.value in {*own, sum(_totals_of([documents.local], *span))}
    if is_total and statement.figure.kind not in CHANGES:
        return False  # "24 in 2019/20, up from fewer than five the year before"
    return any(end.start - each.start in back for end in ends for each in hidden)


def _years_of_totals(statement: Statement, documents: Documents) -> set[Year]:
    """The years whose totals a sentence writes beside a number, or else the latest."""
    figure, passage = statement.figure, statement.passage
    beside = passage.numbers_between(*passage.sentence_bounds(figure.start))
    written = {
        n.value
        for n in beside
        if not (
            n.start in range(figure.start, figure.end) or _A_BASE.search(passage.before(n.start))
        )
    }
    years = {c.year for c in documents.local.totals if c.value in written}
    return years or {documents.local.facts.latest}


def _years_of_sentence(statement: Statement, scene: Scene) -> set[Year]:
    """The years that a sentence names as its own, or else the one or two before it."""
    start = statement.figure.start
    for _ in range(3):
        bounds = statement.passage.sentence_bounds(start)
        named = (m.slot for m in within(scene.years, bounds))
        own = {y for n in named if not (n.is_base or n.is_distance) for y in n.years}
        if own:
            return own
        start, _ = statement.passage.bounds_before(bounds[0])
    return set()


def starts_hidden(statement: Statement, documents: Documents) -> bool:
    """Whether a change starts from no released total: "From three offences to 38"."""
    figure, passage = statement.figure, statement.passage
    totals = {c.value for c in documents.local.totals}
    led = _FROM.search(passage.before(figure.start)) and _TO_TOTAL.match(passage.text, figure.end)
    is_start = led and numbers_in(led["n"])[0].value in totals and 0 < figure.value <= _FEW
    return bool(is_start) and figure.value not in totals


def _leads(statement: Statement, said: Fraction, other: Fraction) -> bool:
    """Whether a change is the one between two released totals, either way."""
    figure, apart = statement.figure, abs(said - other)
    if figure.kind == "percent":
        return any(n and abs(100 * apart / n - figure.value) <= 1 for n in (said, other))
    if figure.kind in ("fraction", "multiple"):
        by = figure.value / figure.of
        ratios = [said / other, other / said, apart / said, apart / other] if said and other else []
        # "More than doubled", "by more than half"
        most = by * (Fraction(4, 3) if figure.modifier == "over" else Fraction(21, 20))
        return any(by * 19 / 20 <= ratio <= most for ratio in ratios)
    return apart == figure.value


def _totals_of(documents: Iterable[Evidence], *years: Year) -> set[int]:
    return {c.value for e in documents for c in e.totals if c.year in years}


def years_named(
    statement: Statement, scene: Scene, documents: Documents | None = None
) -> tuple[list[YearsNamed], frozenset[Year]]:
    """The expressions of years in the sentence of a number, and the years it may be of."""
    sentence = statement.passage.sentence_bounds(statement.figure.start)
    named = [m.slot for m in within(scene.years, sentence)]
    first = _FIRST_YEARS.search(statement.passage.text, *sentence)
    if first and documents and not _is_of_no_first(first, documents):
        many = int(numbers_in(first["n"])[0].value) if first["n"] else 1
        named += [YearsNamed(frozenset({y})) for y in documents.local.all_years[:many]]
    is_then = _UNTIL_THEN.search(scene.passage.text, *sentence)
    inside = within(scene.years, sentence)
    until = (m for m in inside if is_then or is_until(scene.passage.text, m.start))
    named += [YearsNamed(frozenset({y.previous})) for m in until for y in m.slot.years]
    of_sentence = (each.years | each.first for each in named)
    return named, (statement.years or frozenset()).union(*of_sentence)


def _is_of_no_first(said: re.Match[str], documents: Documents) -> bool:
    """Whether a series is said to begin with what is not the released total of its first year."""
    written = numbers_in(said["opening"] or "")
    known = _totals_of([documents.local], *documents.local.all_years[:1])
    return bool(written and known) and written[0].value not in known


def is_until(text: str, year: int) -> bool:
    """Whether all before a year are meant: "Before 2017/18 there were three"."""
    return _UNTIL.search(text, year - len("years prior to "), year) is not None


def is_count(statement: Statement, kinds: Container[str]) -> bool:
    """Whether a figure of one of these kinds, or a number word, may count offences."""
    kind = statement.figure.kind
    is_one = kind in kinds or kind == "exempt"
    return is_one and statement.unit in _COUNTS and not statement.subject


_UNTIL_THEN = compiled(
    r"\b(?:until|till|up\s+to|prior\s+to|before)\s+(?:then\b|(?:it|they|we|that)\s+(?:had\s+)?(?:reach|hit|rose|risen|pass|was|got|climb|jump|top|went|gone|leap|shot))"
)
"""What says of a number that it is of the time before: "it had been four until then"."""
_A_BASE = compiled(r"\b(?:from|than|against|(?:base|low|high)\s+of)\s+(?:just\s+|only\s+)?\Z")
_IN = compiled(r"\s+(?:in|during|for)\s+")
_FROM = compiled(r"\bfrom\s+(?:just\s+|only\s+)?\Z")
_TO_TOTAL = compiled(rf"(?:\s+(?:offences|crimes|cases|in\s+\S+))?,?\s+to\s+(?P<n>{NUMBER})")
_FIRST_YEARS = compiled(
    rf"\b(?:its|the|their|whose|[\w-]+[’']s)\s+(?:very\s+)?(?:first|earliest)(?=\s+(?:(?P<n>{NUMBER})\s+)?years?\b"
    r"|\s*(?:[.,;:!?)]|$)|\s+(?:figure|total|number|count)\b)"
    rf"|\b(?:began|begins|started|starts|opened|opens)\s+(?:with|at|on|from)\s+(?:just\s+|only\s+)?(?=(?P<opening>{NUMBER})\b)"
    r"|\bwhen\s+(?:they|we|it|records?|counting|the\s+(?:count|series|figures?|records?))\s+(?:first\s+)?(?:began|begins?|started?|starts)\b"
    r"|\bat\s+the\s+(?:very\s+)?(?:start|outset|beginning)\b(?!\s+of\s+(?:the|a|this|last|every|each)\s+(?!series|count|period|record))"
)
"""Where a series begins: "its first year", "17 times its first"."""
_ALL_YEARS = compiled(
    r"\b(?:whole|entire|full)\s+(?:series|period|run)\b|\b(?:the|that|this|its)\s+(?:series|period)\b|\bover\s+the\s+years\b"
    r"|\ball\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+|our\s+)?(?:\w+\s+)?years\b"
    r"|\bsince\s+(?:records?|counting|the\s+(?:count|series|records?))\s+(?:began|started)\b"
)
_THE_MOST_OF = compiled(
    r"\b(?:high|low|larg|bigg|small)est(?:\s+(?:two-year\s+)?(?:level|figure|average|mean))?\s+(?:of|in|over)\s+(?:the\s+)?\Z"
)
_UNTIL = compiled(r"\b(?<!year\s)(?<!years\s)(?:before|until|till|prior\s+to)\s+\Z")
_COMPARED = compiled(
    rf"\b(?:than(?!\s+{NUMBER}(?![/–-]?\d))|times(?!\s+(?:in|since)\b|\s*[.,;])|compar\w+|against|set\s+beside)\b"
)
_IN_SO_MANY = compiled(rf"\s+in\s+(?:just\s+|only\s+)?(?P<n>{NUMBER})(?=\s*[.,;!])")
_EACH_YEAR = compiled(
    rf"\b(?:each|every)\s+(?:of\s+the\s+(?:(?:last|past|latest|following|next)\s+)?(?:{NUMBER}\s+)?years|year)\b"
    r"|\byear\s+(?:after|by)\s+year\b"
)
_YEARS_BACK = compiled(
    rf"(?=(?:(?:in|over|within|during|inside)\s+(?:(?:just|only|the|last|past|space|course|of)\s+)*)?(?P<n>{NUMBER})[\s-]years?\b)"
    r"|\b(?:in|over|within|inside)\s+(?:just\s+|the\s+space\s+of\s+)?(?:an?\s+)(?:single\s+)?year\b|\byear[\s-]on[\s-]year\b"
    r"|\b(?:an?|the)\s+(?:previous\s+)?year\s+(?:earlier|before|previously|ago)\b|\b(?:previous|preceding|prior)\s+year\b"
)
