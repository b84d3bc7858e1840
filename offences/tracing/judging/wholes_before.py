"""Parts of numbers that they are no part of: "110 offences in 2018/19. Of these 40 were on Kik".

The number of a part is that of the latest year. It is a part of all offences of that year, and of
those of which the platform, the sex or the age is known: of no other number before it.
"""

from collections.abc import Iterator, Sequence

from offences.tracing.binding.statement import KNOWN, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.words import verdicts

_RIGHT = ("traced", "rounded", "loose")
_OF_THESE = compiled(
    r"\b(?:of|among|amongst)\s+(?:these|those|them|which)(?:\s+(?:offences|crimes|cases|reports))?,?\s+"
    r"(?:(?:just|only|some|about|fully|as\s+many\s+as|at\s+least|exactly)\s+)*\Z"
)
_OF_THEM = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?of\s+(?:them|these|those|which)\b"
    r"(?!\s+(?:where|when|whose|that|with|known|recorded|in\s+which|for\s+which|in\s+whom)\b)"
)


def parts_of_another_whole(
    statements: Sequence[Statement], judged: Sequence[Judgement], documents: Documents
) -> Iterator[tuple[int, Judgement]]:
    """The verdicts on numbers of parts that are said to be of a number before them, and are not."""
    for n, statement in enumerate(statements):
        if judged[n].verdict not in _RIGHT or not _is_part_of_these(statement):
            continue
        before = _counts_before(n, statements)
        wholes = [_wholes(statement, each) for each in _evidence(statement, documents)]
        if before and wholes and not any(before & each for each in wholes):
            fact = verdicts.fact("of_known", fact=judged[n].fact)
            yield n, Judgement("mismatch", fact)


def _is_part_of_these(statement: Statement) -> bool:
    passage, figure = statement.passage, statement.figure
    if figure.kind not in ("count", *SHARES) or not statement.categories:
        return False
    is_led = _OF_THESE.search(passage.before(figure.start))
    return bool(is_led or _OF_THEM.match(passage.after(figure.end)))


def _counts_before(n: int, statements: Sequence[Statement]) -> set[int]:
    """The numbers of offences before one, in its sentence and the one before that."""
    own = statements[n]
    begin, _ = own.passage.with_sentence_before(own.figure.start)
    before = [each for each in statements[:n] if each.figure.start >= begin]
    return {int(each.figure.value) for each in before if each.figure.kind == "count"}


def _evidence(statement: Statement, documents: Documents) -> list[Evidence]:
    """The facts that have the part, of the body that is named, else of any: so many, of a count."""
    value, named = statement.figure.value, statement.evidence or list(documents)
    if statement.figure.kind in SHARES:
        kinds = {each.kind for each in statement.categories}
        return [each for each in named if kinds <= each.kinds]
    return [
        each
        for each in named
        if any(count.value == value for count in each.counts_in.get(statement.categories, ()))
    ]


def _wholes(statement: Statement, own: Evidence) -> set[int]:
    """All offences of the year of the parts, and those of which it is known what they are."""
    kinds = {each.kind for each in statement.categories}
    known = {
        count.value
        for count in own.counts
        if count.role == "of" or (count.role == KNOWN and count.known_of in kinds)
    }
    latest = own.values.get(own.facts.latest)
    return known | ({latest} if latest is not None else set())
