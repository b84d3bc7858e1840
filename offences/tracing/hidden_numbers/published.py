"""What a release itself says of a hidden number: its range, its threshold, its name."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.hidden import Hiding
from offences.tracing.hidden_numbers.nouns import HIDING
from offences.tracing.hidden_numbers.phrases import clause_around

type Range = tuple[int, int]
_NO_END = 10**9


def is_published(
    statement: Statement, hiding: Hiding, scene: Scene, years: frozenset[Year]
) -> bool:
    """Whether the release itself says this of a hidden number: "Between 1 and 4".

    `years` are the hidden ones that its sentence names.
    """
    passage, said = scene.passage, range_of(statement, scene)
    if _is_of_any_hidden(statement, hiding, said) or _is_the_rule(statement, hiding, scene):
        return True
    sentence = passage.sentence_bounds(statement.figure.start)
    if said is None or _NARROWS.search(passage.text, *sentence):
        return False  # "the lower half of 1 to 4"
    is_range = said in {*hiding.ranges.values()} and not within(scene.categories, sentence)
    if is_range and _MARKED.search(passage.text, *sentence):
        return True  # "[c] stands for a number from 1 to 4"
    before = [passage.sentence_bounds(sentence[0] - 1)] if sentence[0] else []
    for bounds in (sentence, *before):
        if hidden := _parts_of_range(statement, hiding, scene, bounds):
            in_bands = {hiding.touched(frozenset({each}))[0] for each in hidden}
            says_each = _OF_EACH.search(passage.text, *sentence) is not None
            is_of_each = len(in_bands) == 1 or says_each
            is_one = all(fits(said, _range_given(hiding, c, says_each)) for c in hidden)
            is_sum = _is_in_a_sum(scene, statement.figure, hiding)
            return is_one and is_of_each and not is_sum
    named = [*within(scene.years, sentence), *within(scene.categories, sentence)]
    is_of_part = statement.categories or within(scene.categories, sentence)
    if not is_of_part and _OF_A_YEAR.search(passage.before(_start_of_range(statement))):
        return {*hiding.year_ranges.values()} == {said}  # "The earlier year is given as 1 to 4"
    is_change = bool(statement.way or DIRECTION.search(passage.text, *sentence))
    if before and not (years or named or statement.categories or is_change):
        # "The total for 2016/17 is not given. The release says 1 to 4."
        years = frozenset(y for m in within(scene.years, before[0]) for y in m.slot.years)
        years &= hiding.years
    return bool(years) and all(fits(said, hiding.year_ranges.get(y)) for y in years)


def _is_of_any_hidden(
    statement: Statement, hiding: Hiding, said: tuple[int | None, int] | None
) -> bool:
    """Whether it is of every hidden number: "any below five"."""
    highs = {each for _, each in (*hiding.ranges.values(), *hiding.year_ranges.values())}
    if said is None:
        return False
    if said == (0, _NO_END):
        return True  # "at least 0" says nothing
    low, high = said
    before = _before(statement)
    is_of_any = _OF_ANY_NUMBER.search(before)
    return low is None and high in highs and is_of_any is not None


def _is_the_rule(statement: Statement, hiding: Hiding, scene: Scene) -> bool:
    """Whether it is the threshold of the public rule: "Figures under five are hidden".

    Of no part: that the count for Kik is hidden because it is small may not be true.
    """
    figure, passage = statement.figure, scene.passage
    written = numbers_in(passage.text[figure.start : figure.end])
    if _is_a_value_of_the_rule(figure, hiding, scene):
        return True
    if len(written) != 1 or written[0].value != hiding.threshold:
        return False
    start, end = clause_around(passage, (figure.start, figure.end))
    if passage.text[:start].rstrip().endswith(":"):  # "Boys: figures under five are hidden"
        start, _ = passage.sentence_bounds(start)
    if within(scene.categories, (start, end)) or _is_given_as_reason(scene, (start, end)):
        return False
    if _HOLDS_BACK_ANY.search(passage.text, start, figure.start):
        return True
    is_any = _ANY_COUNT.search(passage.text, start, figure.start)
    return is_any is not None and any(
        each.search(passage.text, start, end) for each in (HIDING, _A_RULE)
    )


def _is_a_value_of_the_rule(figure: Candidate, hiding: Hiding, scene: Scene) -> bool:
    """Whether it is one of the values that the rule hides: "Any count from one to four is …".

    Of no part, and not given as the reason why one is hidden.
    """
    passage, threshold = scene.passage, hiding.threshold
    bounds = first, last = passage.sentence_bounds(figure.start)
    led = _ANY_VALUE.search(passage.text, first, last)
    named = {m.slot for m in within(scene.categories, bounds)}
    if not led or not led.start() < figure.start < led.end() or hiding.touches(frozenset(named)):
        return False
    is_hiding = HIDING.search(passage.text, first, last) or _REPLACED.search(
        passage.text, first, last
    )
    values = {int(n.value) for n in passage.numbers_between(*led.span())}
    is_rule = min(values) == 1 and max(values) == threshold - 1
    is_may_be = led["may"] and values <= {*range(1, threshold)} and len(values) > 2
    return bool(is_hiding and (is_rule or is_may_be)) and not _is_given_as_reason(scene, bounds)


def _is_given_as_reason(scene: Scene, clause: tuple[int, int]) -> bool:
    """Whether a clause says why a part just named is hidden: "Why no Kik? Because …"."""
    text, (first, last) = scene.passage.text, scene.passage.sentence_bounds(clause[0])
    if _THESE_ARE.search(text, clause[1], last):
        return True  # "they are hidden; these are Kik's"
    asked = text[:first].rstrip().endswith("?") or _BECAUSE_OF_IT.match(text, first)
    before = scene.passage.sentence_bounds(first - 1) if first else (0, 0)
    named = {m.slot for m in within(scene.categories, before)}
    is_of_that = len(named) == 1 and _THE_REASON.match(text, first)
    return bool(named and (asked or is_of_that))


def _parts_of_range(
    statement: Statement, hiding: Hiding, scene: Scene, bounds: tuple[int, int]
) -> list[NamedCategory]:
    """The hidden parts, of those named in a sentence, that a range is said of."""

    def is_hidden(part: NamedCategory) -> bool:
        return hiding.touches(frozenset({part}))

    hidden = [*dict.fromkeys(m.slot for m in within(scene.categories, bounds) if is_hidden(m.slot))]
    if _COMPARES.search(scene.passage.text, *bounds):
        return hidden
    if statement.categories and hiding.touches(statement.categories):
        hidden = [c for c in hidden if c in statement.categories]
    first = _start_of_range(statement)
    beside = within(scene.categories, (bounds[0], first))[-1:]
    if beside and _NEXT.fullmatch(scene.passage.text, beside[0].end, first):  # "Kik 1–4"
        hidden = [m.slot for m in beside if is_hidden(m.slot)] or hidden
    return hidden


def _range_given(hiding: Hiding, part: NamedCategory, each_of: bool) -> Range | None:
    """The range of a part, or of the one hidden band that it is in, or of each inside it."""
    own = hiding.ranges.get(frozenset({part}))
    ranges = {hiding.ranges.get(of) for of in hiding.touched(frozenset({part}))}
    are_several = len(hiding.touched(frozenset({part}))) > 1 and not each_of
    return own or (None if are_several or len(ranges) != 1 else ranges.pop())


def _is_in_a_sum(scene: Scene, figure: Candidate, hiding: Hiding) -> bool:
    """Whether a range is of several parts together: "Between 1 and 4 were on Kik or Roblox"."""
    passage, span = scene.passage, (figure.start, figure.end)
    for bounds in (clause_around(passage, span), passage.sentence_bounds(figure.start)):
        named = within(scene.categories, bounds)
        if own := [m for m in named if hiding.touches(frozenset({m.slot}))]:
            links = (passage.text[a.end : b.start] for a, b in pairwise(own))
            is_of_each = _OF_EACH.search(passage.sentence(figure.start))
            return not is_of_each and any(_LINKED.fullmatch(link) for link in links)
    return False


def _before(statement: Statement) -> str:
    return statement.passage.before(statement.figure.start)


def range_of(statement: Statement, scene: Scene) -> tuple[int | None, int] | None:
    """The ends of the range that a figure gives, the lower one only where it is said."""
    figure, text = statement.figure, scene.passage.text
    before, value = _before(statement), int(figure.value)
    if in_halves := _in_halves(statement):
        return in_halves
    if figure.kind == "range" and figure.value.denominator == figure.of.denominator == 1:
        return value, int(figure.of)
    if _SINGLE.fullmatch(text, figure.start, figure.end):
        return None, 9
    if figure.kind not in ("count", "exempt", "difference") or figure.word:
        return None
    _, modifier = split_modifier(before)
    if _OR_LOWER.match(text, figure.end):
        return None, value  # "figures of 4 or lower"
    if modifier == "under" or _LESS_SIGN.search(before):
        return None, value - 1
    if modifier == "at_least":
        return value, _NO_END
    if modifier == "at_most" or _UP_TO.search(before):
        return None, value
    return None


def _in_halves(statement: Statement) -> Range | None:
    """The ends of a range in two parts: "At least one and no more than four"."""
    figure, passage = statement.figure, statement.passage
    halves, spans = _ranges_in(passage.text)
    if match := _with_an_end_at(figure.start, halves):
        low, high = _ends(match)
        return low + (match["above"] is not None), high - (match["below"] is not None)
    match = _with_an_end_at(figure.start, spans)
    if not match or DIRECTION.search(_PUT_DOWN.sub(" ", passage.sentence(figure.start))):
        return None
    return None if _IN_SO_LONG.match(passage.text, match.end()) else _ends(match)


def _start_of_range(statement: Statement) -> int:
    """Where the range begins whose end a figure is."""
    at = statement.figure.start
    _, spans = _ranges_in(statement.passage.text)
    match = _with_an_end_at(at, spans)
    return match.start("low") if match else at


def _with_an_end_at(at: int, ranges: Sequence[re.Match[str]]) -> re.Match[str] | None:
    return next((m for m in ranges if m.start() <= at <= m.start("high")), None)


def _ends(match: re.Match[str]) -> Range:
    low, high = (int(numbers_in(match[n])[0].value) for n in ("low", "high"))
    return low, high


@lru_cache(maxsize=1)
def _ranges_in(text: str) -> tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]]:
    """Found once for all numbers of a text."""
    return [*_IN_HALVES.finditer(text)], [
        *(m for p in (_FROM_TO, _DASHED) for m in p.finditer(text))
    ]


def fits(said: tuple[int | None, int], known: Range | None) -> bool:
    """Whether a range that is said is the published one, or wider."""
    if known is None:
        return False
    low, high = said
    return high >= known[1] and (low is None or low <= known[0])


_IN_HALVES = compiled(
    rf"\b(?:at\s+(?:the\s+)?least|no\s+(?:fewer|less)\s+than|a\s+minimum\s+of|(?P<above>more\s+than|over|above))\s+"
    rf"(?P<low>{NUMBER}),?\s+(?:and|but|yet)\s+(?:(?:no|not)\s+(?:more|higher)\s+than|at\s+(?:the\s+)?most|up\s+to"
    rf"|(?P<below>fewer\s+than|less\s+than|under|below))\s+(?P<high>{NUMBER})"
)
_FROM_TO = compiled(
    rf"\b(?:from|between|is|are|as|at|of|says?|reads?)\s+[\"“‘]?(?P<low>{NUMBER})(?:\s+(?:to|and)\s+|\s?[-–]\s?)(?P<high>{NUMBER})"
)
_DASHED = compiled(rf"(?<![\w–-])(?P<low>{NUMBER})\s?[-–]\s?(?P<high>{NUMBER})(?![\w–-])")
# "From one to 64 in three years" says what it was, and no range
_IN_SO_LONG = compiled(
    r"\s+(?:in|over|within|inside)\s+(?:(?!(?:the|all)\s)[\w-]+\s+){0,3}?(?:years?|months?|decade)\b"
)
_PUT_DOWN = compiled(r"\b(?:put|set|noted|marked|written|taken)\s+down\s+as\b")
_OF_A_YEAR = compiled(
    r"\b(?:the|that|its)\s+(?:(?:earlier|first|previous|hidden|withheld|missing|other)\s+year|year\s+(?:before|earlier))\b"
    r"\s+(?:is|was)\s+(?:\w+\s+)?(?:given|shown|published|printed|released)\s+(?:only\s+)?as\s+[\"“‘]?(?:\w+\s+)?[\"“‘]?$"
)
_NEXT = re.compile(r"[\s:|–—-]*")
_OF_EACH = compiled(
    r"\b(?:(?:shown|given|printed|published|marked|listed|appears?)\s+as|each|both"
    r"|(?<!in )(?<!of )all(?!\s+(?:told|together))|every|either|apiece|respectively"
    r"|(?<!of )(?:these|those))\b"
)
_COMPARES = compiled(
    r"\b(?:so\s+(?:is|was|are|were)|as\s+(?:is|was)|likewise|like\s+\w+,|same|no\s+different|in\s+it"
    r"|(?<!no\s)(?<!any\s)(?<!nothing\s)(?:fewer|less|lower|higher|more))\b"
)
"""Beside a range of one part, words that say it of another: "1 to 4, and so is Kik"."""
_THESE_ARE = compiled(r"\b(?:these|those|they)\s+are\b")
_BECAUSE_OF_IT = compiled(r"\W*(?:(?:that|this|it)(?:[’']s|\s+is)\s+)?because\b")
_THE_REASON = compiled(r"\W*(?:(?:the|its|their|one)\s+)?reasons?\b")
_LINKED = compiled(r"\s*(?:,|,?\s*\b(?:and|or)\b|\+|&)\s*(?:on\s+|against\s+|by\s+)?(?:the\s+)?")
_OF_ANY_NUMBER = compiled(
    r"\b(?:an?y?\s+)?(?:figures?|numbers?|counts?|totals?|values?|cells?|anything|amounts?)\s+"
    r"(?:(?:that|which)\s+(?:is|are|was|were)\s+)?(?:under|below|less\s+than|fewer\s+than|smaller\s+than"
    r"|lower\s+than|of\s+(?:less|fewer)\s+than|of|at|that\s+(?:are|is))\s+$"
)
_ANY_COUNT = compiled(
    r"(?<!the )(?<!its )(?<!their )(?<!our )(?<!this )(?<!that )(?<!these )(?<!those )"
    r"\b(?:figures?|numbers?|counts?|totals?|values?)\s+(?:of\s+(?:any\s+kind\s+)?)?"
    r"(?:(?:that|which)\s+(?:is|are)\s+)?(?:under|below|(?:less|fewer|smaller|lower)\s+than)\s+\Z"
)
_A_RULE = compiled(
    r"\b(?:rules?|policy|guidance)\s+(?:on|about|for)\s+(?:any\s+|all\s+)?(?=\w+\s+(?:under|below|less|fewer|smaller|lower))"
)
"""By which counts are hidden, whatever they are of: "its rule on counts below five"."""
_HOLDS_BACK_ANY = compiled(
    r"\b(?:holds?|holding|keeps?|keeping)\s+back\s+(?:anything|whatever\s+is|all\s+that\s+is)\s+"
    r"(?:under|below|(?:less|fewer|lower|smaller)\s+than)\s+\Z"
)
_ANY_VALUE = compiled(
    rf"(?:\b(?:any|every|each|all|an?)\s+(?:figure|number|count|total|value)s?|(?:\A|(?<=[.!?]\s))(?:figure|number|count|value)s)\s+(?:from|of|between)\s+(?:{NUMBER})(?:(?:\s+to\s+|\s+and\s+|\s+or\s+|,\s+|\s?[–-]\s?)(?:{NUMBER}))+"
    r"(?P<may>\s+(?:can|could|may|might|would)\b)?"
)
_REPLACED = compiled(
    r"\b(?:replac\w+|mark(?:ed|s)|swap\w+)\s+(?:with|by)\b|\bpublish(?:es)?\s+(?:none|no\s+\w+|nothing)\b"
)
"""The values that a rule hides, each by its number: "any count from one to four"."""
_MARKED = compiled(
    r"\bsmall\s+(?:numbers|counts|figures)\b|\[\w{1,3}\]|(?<!\w)[*†‡§]+|\b(?:stars?|asterisks?|markers?|marked|hidden|withheld|suppressed|cells?|stands?\s+for|in\s+(?:its\s+|their\s+)?place|instead|we\s+show|exact\w*)\b"
)
_OR_LOWER = compiled(r"\s+(?:or|and)\s+(?:lower|less|fewer|under|below|smaller)\b")
_LESS_SIGN = compiled(r"[<≤]\s?$")
_UP_TO = compiled(
    r"\b(?:(?<!add )(?<!adds )(?<!added )(?<!adding )(?<!come )(?<!comes )(?<!came )(?<!goes )"
    r"(?<!went )(?<!rose )up\s+to|as\s+(?:many|high)\s+as|a?\s*maximum\s+of"
    r"|at\s+(?:the\s+)?most)\s+$"
)
_SINGLE = compiled(r"single[\s-](?:figures?|digits?)")
_NARROWS = compiled(
    r"(?<!nothing )(?<!anything )(?<!no )(?<!any )"
    r"\b(?:highest|lowest|top|bottom|upper|lower|maximum|minimum|largest|smallest|end|half|nearer|closer)\b"
)
