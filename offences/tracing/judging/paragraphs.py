"""A paragraph that names no body is of the one whose facts all its numbers are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.judging.judge import judge
from offences.tracing.judging.judged_text import JudgedText
from offences.tracing.judging.judgement import EXACT, Judgement

FEWEST = 2
"""One number alone may be right of a body by chance."""


def of_paragraphs(text: JudgedText) -> Iterator[tuple[int, Judgement]]:
    """The verdicts on numbers that are all right of another body than that of the text before.

    Only where the paragraph names none, no number of it is right of the one carried on, two or
    more are said of a category, and each is right of one and the same other body.
    """
    statements = text.statements
    for of in _in_paragraphs(statements, text.bodies):
        with_parts = [n for n in of if statements[n].categories]
        if len(with_parts) < FEWEST or any(text.verdicts[n].verdict in EXACT for n in of):
            continue
        for evidence in text.documents:
            alone = Documents([evidence])
            again = {n: judge(_of_no_body(statements[n]), alone) for n in of}
            if all(each.verdict in EXACT for each in again.values()):
                yield from again.items()
                break


def _of_no_body(statement: Statement) -> Statement:
    others = tuple(replace(each, bodies=()) for each in statement.alternatives)
    return replace(statement, bodies=(), alternatives=others)


def _in_paragraphs(
    statements: Sequence[Statement], bodies: Sequence[Mention[Body]]
) -> Iterator[list[int]]:
    """The places of the numbers of each paragraph that names no body."""
    text = statements[0].passage.text if statements else ""
    start = 0
    for paragraph in text.splitlines(keepends=True):
        end = start + len(paragraph)
        if not within(bodies, (start, end)):
            yield [
                n
                for n, each in enumerate(statements)
                if each.figure.kind in VALUES and start <= each.figure.start < end
            ]
        start = end
