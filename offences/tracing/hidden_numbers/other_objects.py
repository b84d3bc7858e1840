"""Things of which there is one for each case: their number is one of cases."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.phrases import NEAR, words_led


def counts_cases(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    told: Collection[int],
) -> bool:
    """Whether things count cases: "one film a child", "41 miles for Snapchat, three for Kik"."""
    start, end = passage.sentence_bounds(figure.start)
    thing = words_led(passage.text, figure.end)[:1]
    if thing and _is_one_for_each(passage, passage.with_sentence_before(figure.start)):
        return True
    start, end = max(start, figure.start - NEAR), min(end, figure.end + NEAR)
    numbers = passage.numbers_between(start, end)
    own = range(figure.start, figure.end)
    others = (n for n in numbers if n.value in told and n.start not in own)
    return bool(thing) and any(words_led(passage.text, n.end)[:1] == thing for n in others)


@lru_cache(maxsize=8)
def _is_one_for_each(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether there is one thing for each case; found once for all numbers of a sentence."""
    return _FOR_EACH.search(passage.text, *bounds) is not None


_FOR_EACH = compiled(
    r"\bonce\s+(?:for\s+(?:each|every)|an?|per|over\s+each)\s+(?:[\w’'-]+\s+)?(?:child|victim|case|offence|crime|girl|boy|report)\b"
    r"|\b(?:one|an?)\s+(?:[\w-]+\s+)?(?:(?:for|per|to|with)\s+(?:each|every)|on\s+each)\b"
    r"|\b(?:one|an?)\s+(?:[\w-]+\s+)?(?:an?|per)\s+(?:\w+\s+)?(?:child|victim|case|offence|crime|person|girl|boy|report|head|family)\b"
    r"|\b(?:each|every)\s+(?:[\w-]+\s+){0,2}?(?:child|victim|case|offence|crime|girl|boy|report)(?:\s+(?:on|from|in)\s+\w+)?"
    r"\s+(?:has|had|gets?|got|gave|led\s+to|needs?|takes?|took|means|meant|is|was)\s+(?:an?|one|its\s+own|their\s+own)\b"
    r"|\bfor\s+(?:each|every)\s+(?:[\w-]+\s+)?(?:child|victim|case|offence|crime|girl|boy|report)\b"
    r"|\bone\s+\w+\s+each\b(?!\s+(?:day|week|month|year|term|time|morning|evening)\b)"
)
"""Where there is one thing for each case, so that the things count the cases."""
