"""A small number in words that is of a category: "Six involved nine-year-olds"."""

from offences.tracing.binding.statement import Statement
from offences.tracing.finding.vocabulary import compiled

_PERSONS = (
    r"(?:parents|mums|dads|mothers|fathers|grandparents|teachers|families|residents|readers)\b"
)
# "Six that related to 10-year-olds", "nine linked to Kik"; and no parents who "named Kik"
_LEADS_TO = (
    r"(?:(?:(?:that|which|who)\s+)?(?:(?:had|have|has)\s+(?:been\s+)?|(?:were|was)\s+)?"
    r"(?:against|aged|about|involv(?:ed?|es|ing)|target(?:ed|s|ing)?"
    rf"|(?:concern(?:ed|s|ing)?|affect(?:ed|s|ing)?)(?!\s+{_PERSONS})"
    r"|relat(?:ed?|es|ing)\s+to|featuring|naming|mentioning|harm(?:ed|ing)?"
    r"|(?:committed|perpetrated|carried\s+out)\s+(?:against|on|through|via|over)"
    r"|(?:linked|tied|connected|traced|put\s+down)\s+to)"
    r"|(?:that|which)\s+(?:featured?|nam(?:ed?|es)|mention(?:ed|s)?|list(?:ed|s)?|cit(?:ed?|es)))"
)
_COUNTS = compiled(
    r"\s*(?:[.,;:()]|$)|\s+(?:and|in|were|was|had|who\s+were)\b"
    rf"|\s+{_LEADS_TO}\b|\s+of\s+(?:them|these|those|which)\b"
)
"""What follows a number that counts; "three Meta apps" and "eight to one" have something else."""
_OF_A_CATEGORY = compiled(
    rf"\s+(?:of\s+(?:them|these|those|which)\s+)?{_LEADS_TO}\b|\s+(?:in\s+\w+\s+)?were\s+(?:aged|against)\b"
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
