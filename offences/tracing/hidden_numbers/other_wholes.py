"""What a number is of that leads no noun: of its subject, or of what stands just before it.

A number is one of the data unless its noun, its subject or what it is a part of is another thing.
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.harm import may_be_of_harm
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES, OTHER_AMOUNTS
from offences.tracing.hidden_numbers.phrases import narrow_clause_around


def is_of_another_whole(passage: Passage, figure: Candidate) -> bool:
    """Whether a number beside no part of the figures is of a vote, a budget or its like."""
    text, start, end = passage.text, figure.start, figure.end
    first, last = passage.sentence_bounds(start)
    if _DOES_SOMETHING.match(text, end) and _NOBODY.fullmatch(text, start, end):
        return True  # "nobody did anything": a victim does not, it is done to
    if is_of_an_amount(text, end):
        return True
    if _OF_DATA.search(text, first, last):
        return False
    if _FOR_ANOTHER_CRIME.search(text, end, last) and not may_be_of_harm(text[end:last]):
        return True  # "two brothers were jailed for burgling farms"
    clause, _ = narrow_clause_around(passage, (start, end))
    if _IS_AN_AMOUNT.search(text, clause, start):
        return True  # "the vote was seven to two"
    if figure.kind not in ("percent", "fraction", "multiple", "difference"):
        return False
    if _MONEY.search(text, first, start):
        return True  # "£41 million, of which three per cent"
    if not first:
        return False
    before = passage.sentence_bounds(first - 1)
    return not _OF_DATA.search(text, *before) and _MONEY.search(text, *before) is not None


def is_of_an_amount(text: str, end: int) -> bool:
    """Whether a share is of a budget, an audience or its like: "ten per cent of turnover"."""
    return _OF_AN_AMOUNT.match(text, end) is not None


_NOBODY = compiled(r"nobody|no\s+one|none|neither")
_DOES_SOMETHING = compiled(
    r"\s+(?:(?:else|at\s+the\s+time|back\s+then|ever|really|there|here|in\s+[A-Z]\w+)\s+)?(?:did|does|do|acted|noticed?s?|(?:seems?\s+to\s+)?check(?:s|ed)?|minds?|minded|stops?|stopped|ask(?:s|ed)?|listen(?:s|ed)|h[eo]ld(?:s)?\s+an?\s+(?:press\s+conference|meeting|talk)"
    r"|kn[eo]ws?|sa(?:id|ys)|spoke|speaks|talk(?:s|ed)|want(?:s|ed)|thought|thinks|cares?d?|answer(?:s|ed)"
    r"|believ(?:es|ed)|explain(?:s|ed)|(?:has|had)\s+(?:explained|asked|said|told|done|answered))\b"
)
_OF_AN_AMOUNT = compiled(
    rf"\s+of\s+(?:(?:the|its|their|our|his|her|[\w-]+[’']s?)\s+)?(?:[a-z]+\s+){{0,2}}?{OTHER_AMOUNTS}\b"
)
_FOR_ANOTHER_CRIME = compiled(
    r"\b(?:was|were)\s+(?:jailed|fined|sentenced|convicted|banned)\b[^.;]{0,80}?\bfor\s+"
    r"(?:burgl\w+|stealing|theft|fraud|arson|poaching|fly-tipping|speeding|dr(?:ink|unk)-driving|shoplifting)\b"
)
_MONEY = compiled(r"[£$€]\s?\d")
_IS_AN_AMOUNT = compiled(
    rf"\b{OTHER_AMOUNTS}\b[^.;,]{{0,40}}?\b(?:is|was|were|are|stood\s+at|(?:rose|fell|grew|dropped|cut|raised)(?:\s+(?:to|by|from))?)"
    rf"\s+(?:{NUMBER}\s+(?:to|votes\s+to)\s+)?\Z"
)
"""The subject or the object of a clause, whose amount the number is."""
_OF_DATA = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:figures?|numbers?|totals?|counts?|tally|data|child(?:ren)?|girls?|boys?)\b"
)
