"""The numbers that a reader can work out from the released ones: sums, differences, ratios."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations, permutations, product
from math import ceil, floor

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import half_up
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, compiled
from offences.tracing.hidden_numbers.hidden import Hiding

type Released = Mapping[frozenset[NamedCategory], frozenset[int]]

_A_CHANGE = compiled(rf"\b(?:{RISE_NOUN}|{FALL_NOUN})\b")
_TO = compiled(r"\bto\s+(?:(?:about|nearly|almost|just)\s+)*\Z")
BY = compiled(r"\b(?:by|(?:gap|margin)\s+(?:of|is|was)|difference\s+(?:of|is|was))\s+(?:\w+\s+)?$")
# "Above the England average" compares: it is no mean of our years.
MEAN = compiled(
    r"(?<!above )(?<!below )(?<!than )(?<!above the )(?<!below the )(?<!England )(?<!English )"
    r"(?<!national )(?<!regional )"
    r"\b(?:averag\w*(?!\s+(?:force|child|area|victim)\b)|mean(?!\s+to\b))\b"
)
AVERAGE = compiled(
    r"\b(?:averag\w*|mean(?!\s+to\b)|typical\w*|(?:a|per|each|every)\s+year(?!\s+groups?))\b"
)


class Computable:
    """What can be worked out of the totals of some years and of the parts that are shown."""

    def __init__(self, documents: Documents, shown: Released) -> None:
        totals = {c.value for e in documents for c in e.totals}
        of_known = {c.value for e in documents for c in e.counts if c.role}
        parts: dict[str, set[int]] = {}
        for categories, numbers in shown.items():
            parts.setdefault(min(c.kind for c in categories), set()).update(numbers)
        self._shown, self._with_detail = shown, numbers_with_detail(documents, shown)
        self.groups = [sorted(totals)[:12], *(sorted(each) for each in parts.values())]
        rests = {total - part for total in totals for part in shown.get(_NOT_KNOWN, ())}
        self.wholes = totals | of_known | rests | _left_by_unknown(documents)
        own = sorted({(c.year, c.value) for c in documents.local.totals})
        self._totals = [each for _, each in own]

    def gives(self, statement: Statement, written: Collection[int] = ()) -> bool:
        """Whether a reader who has the released numbers knows this one already.

        A ratio is one of what its sentence names: of the totals of two years, or of two bodies;
        a share, of the parts that are said. `written` are the numbers beside it.
        """
        figure, sentence = statement.figure, statement.passage.sentence(statement.figure.start)
        value, slack = figure.value, Fraction(0 if figure.modifier in ("", "exactly") else 1, 10)
        if figure.kind in SHARES:
            part = value / 100 if figure.kind == "percent" else value / figure.of
            near = Fraction(1, 50 if figure.kind == "fraction" else 100) + slack / 3
            is_change = DIRECTION.search(sentence) or _A_CHANGE.search(sentence)
            if statement.way or figure.word == "change" or is_change:
                near += Fraction(3, 100) if figure.kind == "fraction" else 0  # "up by half"
                is_end = _TO.search(statement.passage.before(figure.start))  # "fell to a third"
                ratios = self._ratios(statement, written)
                return any(abs((r if is_end else abs(r - 1)) - part) <= near for r in ratios)
            return any(abs(ratio - part) <= near for ratio in self._shares(statement, written))
        if figure.kind == "multiple":
            near = (Fraction(1, 20) + slack) * value
            ratios = self._ratios(statement, written)
            return any(abs(ratio - value) <= near for ratio in ratios)
        known: set[int | Fraction] = {*self.wholes.union(*map(sums, self.groups))}
        if figure.kind == "difference" or BY.search(statement.passage.before(figure.start)):
            known = {*self._gaps}
        elif DIRECTION.search(sentence):  # "a rise of 23, larger than the one before, of six"
            known |= self._gaps
        if AVERAGE.search(sentence):
            known |= self._averages
        ends = (value, figure.of) if figure.kind == "range" else (value,)
        return all(any(abs(n - end) <= slack * n for n in known) for end in ends)

    def gives_share(
        self, statement: Statement, numbers: Iterable[int], of: Iterable[int] = ()
    ) -> bool:
        """Whether a share is one that these released numbers are of a whole, or of any released."""
        figure = statement.figure
        part = figure.value / 100 if figure.kind == "percent" else figure.value / figure.of
        is_rounded = figure.modifier not in ("", "exactly") or figure.kind == "fraction"
        slack, shift = Fraction(1, 20 if is_rounded else 100), Fraction(0)
        if figure.modifier in ("over", "at_least"):
            shift, slack = Fraction(1, 20), Fraction(7, 100)
        if figure.modifier in ("under", "at_most"):
            shift, slack = -Fraction(1, 20), Fraction(7, 100)
        # "One in 44" is no rounding of one in 15: a small share is rounded less.
        near = max(part / 4, Fraction(1, 200))
        part, slack = part + max(-near, min(near, shift)), min(slack, near + abs(shift) / 2)
        wholes = [int(whole) for whole in of or self.wholes if whole]
        return any(
            n and abs(Fraction(n, whole) - part) <= slack for n in numbers for whole in wholes
        )

    @cached_property
    def _averages(self) -> set[Fraction]:
        """The mean of the totals of some years in a row, rounded either way, or to a tenth."""
        found: set[Fraction] = set()
        for first, last in combinations(range(len(self._totals) + 1), 2):
            mean = Fraction(sum(self._totals[first:last]), last - first)
            found |= {Fraction(floor(mean)), Fraction(ceil(mean)), half_up(mean, 1)}
        return found

    @cached_property
    def _gaps(self) -> set[int]:
        return {abs(a - b) for group in self.groups for a, b in permutations(sums(group), 2)}

    def _ratios(self, statement: Statement, written: Collection[int]) -> Iterable[Fraction]:
        """How many times one total is another: of two years, or of the bodies that are said."""
        yield from (Fraction(a, b) for a, b in permutations(self._totals, 2) if b)
        yield from self._of_bodies(statement, written)

    def _of_bodies(self, statement: Statement, written: Collection[int]) -> Iterable[Fraction]:
        """What one total is of another body's, or of a sum of years that is written beside it."""
        others = {c.value for e in statement.evidence for c in e.totals}
        others |= {*written} & (self.wholes | sums(self._totals))
        for pair in product(self._totals, others - {*self._totals}):
            yield from (Fraction(a, b) for a, b in permutations(pair) if b)

    def _shares(self, statement: Statement, written: Collection[int]) -> Iterable[Fraction]:
        """What the parts that are said are of a whole, or the total of one body of another's."""
        numbers = made_of(statement.categories, self._shown) - {0}
        numbers |= self._with_detail & {*written}
        yield from (Fraction(n, whole) for n in numbers for whole in self.wholes if n < whole)
        told = {n for each in self._shown.values() for n in each} & {*written}  # "29 of the 81"
        yield from (Fraction(n, of) for n in told for of in self.wholes & {*written} if n < of)
        yield from self._of_bodies(statement, written)


_NOT_KNOWN = frozenset({NamedCategory("part", "not known")})


def sums(numbers: Sequence[int]) -> set[int]:
    """Each number and the sums of several; of many numbers, those of neighbours."""
    if len(numbers) > 8:
        return {sum(numbers[a:b]) for a in range(len(numbers)) for b in range(a + 1, a + 4)}
    found: set[int] = set()
    for each in numbers:
        found |= {each, *(each + n for n in found)}
    return found


def made_of(said: Iterable[NamedCategory], shown: Released) -> set[int]:
    """The released numbers of some parts, their sums, and how much one is more than another."""
    found = {0}
    parts = [_numbers(each, shown) for each in said]
    for numbers in parts:
        found |= {number + each for number in numbers for each in found}
    own = {number for numbers in parts for number in numbers}
    return found | {abs(one - other) for one in own for other in own}


def _numbers(said: NamedCategory, shown: Released) -> set[int]:
    """The number of a part; of an age band, the sum of all that is shown inside it."""
    if own := shown.get(frozenset({said})):
        return set(own)
    inside = [min(numbers) for each, numbers in shown.items() if _is_inside(each, said)]
    return {sum(inside)} if inside else set()


def _is_inside(categories: frozenset[NamedCategory], band: NamedCategory) -> bool:
    return all(
        c.kind == band.kind == "age" and band.low <= c.low and c.high <= band.high
        for c in categories
    )


def numbers_with_detail(documents: Documents, shown: Released) -> set[int]:
    """Of how many offences something is known, or not: of the age, the sex, the platform."""
    own = documents.local
    latest = [c for c in own.counts if c.year == own.facts.latest and not c.categories]
    given = {c.value for c in latest if c.role in ("known", "unknown")}
    given |= shown.get(_NOT_KNOWN, frozenset())
    return given | {c.value - each for c in latest if not c.role for each in given}


def _left_by_unknown(documents: Documents) -> set[int]:
    """The latest total of the force without those of which a detail is not known."""
    own = documents.local
    unknown = {c.value for c in own.counts if c.role == "unknown"}
    totals = {c.value for c in own.totals if c.year == own.facts.latest}
    return {total - each for total in totals for each in unknown}


def numbers_without_detail(documents: Documents, kinds: Container[str]) -> set[int]:
    """Of how many offences nothing is known in some breakdowns, as released numbers say."""
    own = documents.local
    latest = [c for c in own.counts if c.year == own.facts.latest and not c.categories]
    wholes = {c.value for c in latest if not c.role}
    of_kinds = [c for c in latest if c.known_of in kinds]
    known = {c.value for c in of_kinds if c.role == "known"}
    rests = {whole - each for whole in wholes for each in known}
    return rests | {c.value for c in of_kinds if c.role == "unknown"}


def left_by_shown_parts(documents: Documents, hiding: Hiding) -> set[int]:
    """What the shown parts of each breakdown that hides one leave of the force's total."""
    own, kinds = documents.local, {c.kind for of in hiding.hidden if len(of) == 1 for c in of}
    totals = {c.value for c in own.totals if c.year == own.facts.latest}
    shown = [(min(of).kind, min(numbers)) for of, numbers in hiding.shown.items() if len(of) == 1]
    return {n - sum(part for of, part in shown if of == kind) for n in totals for kind in kinds}
