"""Whether a number rose or fell in a year, or was above another year's, as a text says."""

import re
from collections.abc import Mapping

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.clauses import year_from
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, any_of, compiled
from offences.tracing.judging.judgement import Judgement

_ROSE = any_of(
    "rose", "risen", "grew", "grown", "increased", "climbed", "jumped", "(?:went|gone) up"
)
_FELL = any_of("fell", "fallen", "dropped", "decreased", "declined", "dipped", "(?:went|gone) down")
_STOP = r"(?=\s*(?:[.,;:)!?”\"]|\Z)|\s+(?:and|but|when|while)\b)"
# "The number fell in 2017/18", "numbers went up again in 2018/19"
_CHANGED_IN = compiled(
    rf"\b(?:(?P<more>{_ROSE})|(?P<less>{_FELL}))(?:\s+(?:again|back|too|\w+ly))?\s+in\s+\Z"
)
_ENDS = compiled(_STOP)
# "More offences in 2017/18 than in 2018/19", "the number was higher in 2017/18 than in 2018/19"
_MORE_IN = compiled(
    r"(?<!\d\s)\b(?:(?P<more>more|higher|greater|larger)|(?P<less>fewer|less|lower|smaller))"
    r"(?!\s+(?:than|or)\b)(?P<what>[^.;:,\d]{0,60}?)\s+in\s+\Z"
)
_THAN_IN = compiled(
    rf",?\s+than\s+(?:(?:it\s+was|they\s+were)\s+)?in\s+(?P<other>(?:19|20)\d\d/\d\d){_STOP}"
)
_NOT = compiled(r"\b(?:not|never|no|neither|nor|if|whether|unless|without|\w+n[’']t)\b")
_CRIMES = (
    r"(?:(?:recorded|reported|logged|online|sexual|sex|child|grooming|these|such|the)\s+)*"
    r"(?:offences|crimes|cases)(?:\s+against\s+children)?"
)
_NUMBER = (
    r"(?:(?:overall|annual|yearly|total|recorded)\s+)*"
    rf"(?:numbers?|totals?|figures?|counts?|tall(?:y|ies))(?:\s+of\s+{_CRIMES})?"
)
_NAME = r"(?-i:[A-Z])[\w’'-]+"
_PLACE = rf"(?:\s+(?:in|for|at)\s+{_NAME}(?:\s+(?:and\s+)?{_NAME})*)?"
# The number is the clause's own subject: "Kent's total", "the number of offences in Kent"
_OF_DATA = compiled(
    r"(?:\A|[.,;:!?—–“”\"(]\s*|\b(?:and|but|while|when|that|as|because|although)\s+)"
    rf"(?:the\s+)?(?:(?:its|their|our)\s+|{_NAME}(?:\s+{_NAME})*[’']s?\s+)?"
    rf"(?:{_NUMBER}|{_CRIMES}){_PLACE}(?:\s+(?:has|have|had|then|also|was|were))*\s*\Z"
)
_RECORDED = r"(?:recorded|logged|counted|registered|noted)"
_MORE_OFFENCES = compiled(rf"\s+{_CRIMES}(?:\s+were\s+{_RECORDED})?{_PLACE}\s*")
_HAD = compiled(
    rf"(?:\A|[.;:!?“”\"]\s*|\b(?:{_RECORDED}|there\s+(?:were|are)|had|has|saw))\s*(?:many\s+|far\s+)?\Z"
)
_ELSE = compiled(r"\b(?:compared|since|than|from|between|ever|only|average|share|rate)\b")


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


def against_direction(
    statement: Statement, stated: Year, values: Mapping[Year, int]
) -> Judgement | None:
    """The verdict on a year in which the number went the other way, or was not the higher one."""
    figure, passage = statement.figure, statement.passage
    before, after = passage.before(figure.start, 160), passage.after(figure.end)
    if _NOT.search(before):
        return None
    found, other = _CHANGED_IN.search(before), stated.previous
    if found:
        is_plain = _ENDS.match(after) and not _ELSE.search(passage.sentence(figure.start))
        if not (is_plain and _OF_DATA.search(before[: found.start()])):
            return None
    else:
        found, than = _MORE_IN.search(before), _THAN_IN.match(after)
        if not (found and than and _is_of_offences(found, before)):
            return None
        other = year_from(than["other"])
    if other not in values:
        return None
    gap = values[stated] - values[other]
    if gap > 0 if found["more"] else gap < 0:
        return None
    words = " and ".join(f"{number(values[year])} in {year}" for year in sorted((other, stated)))
    return Judgement("mismatch", words)


def _is_of_offences(found: re.Match[str], before: str) -> bool:
    """Whether what is more in one year than in another is the number of offences."""
    lead = before[: found.start()]
    if found["what"].strip():
        return bool(_MORE_OFFENCES.fullmatch(found["what"]) and _HAD.search(lead))
    return bool(_OF_DATA.search(lead))
