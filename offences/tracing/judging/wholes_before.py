"""Parts of numbers that have no such part: "110 in 2018/19. Of these 40 were on Kik".

The number of a part is that of the latest year. It is a part of all offences of that year, and of
those of which the platform, the sex or the age is known: of no other number before it.
"""

from collections.abc import Iterator, Sequence

from offences.tracing.binding.statement import KNOWN, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judged_text import JudgedText
from offences.tracing.judging.judgement import RIGHT, Judgement
from offences.words import verdicts

_OF_THESE = compiled(
    r"\b(?:of|among|amongst)\s+(?:these|those|them|which)(?:\s+(?:offences|crimes|cases|reports))?,?\s+"
    r"(?:(?:just|only|some|about|fully|as\s+many\s+as|at\s+least|exactly)\s+)*\Z"
)
_OF_THEM = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?of\s+(?:them|these|those|which)\b"
    r"(?!\s+(?:where|when|whose|that|with|known|recorded|in\s+which|for\s+which|in\s+whom|all|of)\b)"
)
# "Of these 149 offences" behind "the app was named in 83 cases"
_OF_THESE_SO_MANY = compiled(
    r"(?:\A|[.;:!?–—,]|\b(?:and|but))\s*(?:out\s+)?(?:of|among(?:st)?)\s+(?:these|those)\s+\Z"
)
_OFFENCES = compiled(r"\s+(?:offences|crimes|cases),\s")
# What became of some offences, or who is suspected: nothing is held of which
_OUTCOMES = compiled(
    r"\b(?:charg(?:e[sd]?|ing)|(?:in|to|before)\s+(?:the\s+)?courts?|prosecut\w+|convict\w+|arrest\w*|dropp(?:ed|ing)|solved|unsolved|closed"
    r"|cautioned|sentenced|jailed|(?:no|without)\s+(?:further\s+)?action|dismissed|suspects?|offenders?)\b"
)


def parts_of_another_whole(text: JudgedText) -> Iterator[tuple[int, Judgement]]:
    """The verdicts on numbers of parts that are said to be of a number before them, and are not."""
    statements, judged = text.statements, text.verdicts
    for n, statement in enumerate(statements):
        if judged[n].verdict not in RIGHT:
            continue
        if _is_of_no_number(n, statements):
            yield n, Judgement("mismatch", verdicts.fact("of_no_number"))
        if not _is_part_of_these(statement):
            continue
        before = _counts_before(n, statements, judged)
        if not before and _is_of_outcomes(statement):
            yield n, Judgement("untraced", verdicts.fact("of_another_whole", fact=judged[n].fact))
        if any(_contains(each, statement) for each in before):
            continue
        numbers = {int(each.figure.value) for each in before}
        wholes = [_wholes(statement, each) for each in _evidence(statement, text.documents)]
        if numbers and wholes and not any(numbers & each for each in wholes):
            fact = verdicts.fact("of_another_whole", fact=judged[n].fact)
            yield n, Judgement("mismatch", fact)


def _is_of_no_number(n: int, statements: Sequence[Statement]) -> bool:
    """Whether "of these 149 offences" stands behind 83 alone, with no 149 before it."""
    figure, passage = statements[n].figure, statements[n].passage
    lead = passage.before(figure.start)
    if not _OF_THESE_SO_MANY.search(lead) or not _OFFENCES.match(passage.after(figure.end)):
        return False
    values = {number.value for number in passage.numbers_between(0, figure.start)}
    begin, _ = passage.with_sentence_before(figure.start)
    return bool(passage.numbers_between(begin, figure.start)) and figure.value not in values


def _is_of_outcomes(statement: Statement) -> bool:
    """Whether the sentence before speaks of suspects, or of what became of offences."""
    passage = statement.passage
    start, _ = passage.sentence_bounds(statement.figure.start)
    first, end = passage.bounds_before(start)
    return bool(
        not passage.numbers_between(first, end) and _OUTCOMES.search(passage.text, first, end)
    )


def _is_part_of_these(statement: Statement) -> bool:
    passage, figure = statement.passage, statement.figure
    if figure.kind not in ("count", *SHARES) or not statement.categories or statement.years:
        return False  # with a year of its own it may be of several years together
    is_led = _OF_THESE.search(passage.before(figure.start))
    return bool(is_led or _OF_THEM.match(passage.after(figure.end)))


def _counts_before(
    n: int, statements: Sequence[Statement], judged: Sequence[Judgement]
) -> list[Statement]:
    """The numbers of offences before one, in its sentence and the one before that.

    Empty where the nearest is wrong: it may be what the part is of.
    """
    own = statements[n]
    begin, _ = own.passage.with_sentence_before(own.figure.start)
    before = [
        (each, verdict.verdict in RIGHT)
        for each, verdict in zip(statements[:n], judged, strict=False)
        if each.figure.start >= begin and each.figure.kind == "count"
    ]
    return [each for each, is_right in before if is_right and before[-1][1]]


def _contains(whole: Statement, part: Statement) -> bool:
    """Whether a number is of the same part, of another body, or of ages with those of the part.

    "310 involved Instagram, 28 of them in Tarn", "63 aged ten and under, 11 of them under five".
    """
    ages = [
        (wide, narrow)
        for wide in whole.categories
        for narrow in part.categories
        if wide.kind == narrow.kind == "age"
    ]
    is_wider = any(wide.low <= age.low and age.high <= wide.high for wide, age in ages)
    return whole.categories == part.categories or is_wider


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
