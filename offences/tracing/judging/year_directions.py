"""The one year beyond the latest, or the last with a change before it, as a text says."""

from collections.abc import Mapping

from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, compiled

_NUMBER = (
    r"(?:(?:overall|annual|yearly|total|recorded)\s+)*"
    r"(?:numbers?|totals?|figures?|counts?|tall(?:y|ies))(?:\s+of\s+(?:[\w’'-]+\s+){0,3}?(?:offences|crimes|cases)(?:\s+against\s+children)?)?"
)
_NAME = r"(?-i:[A-Z])[\w’'-]+"
_PLACE = rf"(?:\s+(?:in|for|at)\s+{_NAME}(?:\s+(?:and\s+)?{_NAME})*)?"
# "Only one year, 2021/22, has been worse", "only in 2021/22 has the number been higher"
_ONLY_ONE = compiled(
    r"\b(?:only|just)\s+(?:(?:one|a\s+single)\s+(?:other\s+)?year,\s+(?:in\s+|that\s+of\s+)?|in\s+)\Z"
)
_BEEN_MORE = compiled(
    rf",?\s+(?:has|have|had|was)\s+(?:(?:it|(?:the\s+|its\s+|{_NAME}[’']s?\s+)?{_NUMBER}{_PLACE})\s+)?(?:been\s+|ever\s+)*"
    r"(?:(?P<more>worse|higher|busier|bigger|larger)|(?P<less>better|lower|quieter|smaller))\b(?!\s+than\b)"
)
# "It is the first fall since 2019/20"
_FIRST_SINCE = compiled(
    rf"\b(?:the|its|their|[\w-]+[’']s)\s+first\s+(?:(?:annual|yearly|such|recorded)\s+)*(?:(?P<more>{RISE_NOUN})|(?P<less>{FALL_NOUN}))"
    r"\s+since\s+(?:(?:that\s+of|the\s+one\s+in)\s+)?\Z"
)

_OF_A_YEAR = compiled(rf"[^.;:\d]{{0,20}}?\b(?:in|was)\s+{YEAR}")


def beyond_latest(
    statement: Statement, stated: Year, values: Mapping[Year, int], latest: Year
) -> list[Year] | None:
    """The one year that was higher or lower than the latest, or had its change before it.

    None where nothing of the kind is said of a year; no year where there is not just one.
    """
    passage, figure = statement.passage, statement.figure
    before, after = passage.before(figure.start, 160), passage.after(figure.end)
    earlier = sorted(y for y in values if y < latest)
    if latest not in values:
        return None
    if _ONLY_ONE.search(before) and (found := _BEEN_MORE.match(after)):
        gaps = {y: values[y] - values[latest] for y in earlier}
        beyond = [y for y in earlier if (gaps[y] > 0 if found["more"] else gaps[y] < 0)]
        return beyond if len(beyond) == 1 else []
    found = None if _OF_A_YEAR.match(after) else _FIRST_SINCE.search(before)
    if found:
        steps = {y: values[y] - values[y.previous] for y in earlier if y.previous in values}
        like = [y for y, step in steps.items() if (step > 0 if found["more"] else step < 0)]
        if any(y > stated for y in like):  # there was another in between
            return like[-1:]
    return None
