"""A small number in words that is of a category: "Six involved nine-year-olds"."""

from offences.tracing.binding.statement import Statement
from offences.tracing.finding.vocabulary import compiled

_COUNTS = compiled(
    r"\s*(?:[.,;:()]|$)|\s+(?:and|in|against|involv\w+|concern\w+|target\w+|were|was|had|who\s+were)\b"
    r"|\s+of\s+(?:them|these|those|which)\b"
)
"""What follows a number that counts; "three Meta apps" and "eight to one" have something else."""
_OF_A_CATEGORY = compiled(
    r"\s+(?:of\s+(?:them|these|those|which)\s+)?(?:(?:(?:had|have)\s+been|were|was)\s+)?"
    r"(?:against|aged|involv(?:ed|ing)|concern(?:ed|ing)|target(?:ed|ing))\b"
    r"|\s+(?:in\s+\w+\s+)?were\s+(?:aged|against)\b"
)
_NAMED = compiled(
    r"\b(?-i:[A-Z]\w+|[Gg]irls|[Bb]oys)(?:\s*[(:]\s*|(?:[’']s)?\s+(?:(?:had|has|is|was)\s+)?(?:(?:on|at)\s+)?)$"
)
_ENDS = compiled(r"\s*(?:[.,;)]|$|and\b)")


def may_count_a_category(statement: Statement) -> bool:
    """Whether such a number, not yet taken for a figure, may be how many there were of it."""
    figure = statement.figure
    if figure.word or not statement.categories or (figure.value or 0) < 2:
        return False
    return bool(_COUNTS.match(statement.passage.after(figure.end)))


def counts_a_category(statement: Statement) -> bool:
    """Whether it certainly is: the words beside it lead to the category."""
    after = statement.passage.after(statement.figure.end)
    is_named = _NAMED.search(statement.passage.before(statement.figure.start))
    return bool(_OF_A_CATEGORY.match(after) or (is_named and _ENDS.match(after)))
