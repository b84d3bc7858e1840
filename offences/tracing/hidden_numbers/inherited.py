"""What an answer takes from its question: the part and the year that it is asked about."""

from collections.abc import Iterator

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import DECLINING, OF_OFFENCES

type Bounds = tuple[int, int]
_MOST_SENTENCES = 3
"""How many sentences after a question may still answer it."""


def question_before(passage: Passage, at: int) -> Bounds | None:
    """The question that the sentence at a place answers, if one stands shortly before it."""
    start, _ = passage.sentence_bounds(at)
    for _ in range(_MOST_SENTENCES):
        if not start:
            return None
        bounds = passage.sentence_bounds(start - 1)
        sentence = passage.text[slice(*bounds)]
        if _ASKS.search(sentence):
            return bounds
        start = bounds[0]
    return None


def plain_answers(passage: Passage) -> Iterator[tuple[int, int, Bounds]]:
    """Each yes or no to whether there were some: "Were any on Kik? No", "asked if …, said yes"."""
    for match in _NAMED_AND_YES.finditer(passage.text):
        is_but = _BUT.match(passage.text, match.end())  # "Yes, though the number is hidden"
        if is_but or not DECLINING.search(passage.sentence(match.end())):
            yield *match.span("answer"), match.span("question")
    for answers, happened in ((_YES_NO, _HAPPENED), (_ASKED_WHETHER, _HARMED)):
        for match in answers.finditer(passage.text):
            asked = _IN_FIGURES.sub(" among them", match["question"])
            if not _OF_OUR_DATA.search(asked) and (
                happened.search(asked) or OF_OFFENCES.search(asked)
            ):
                yield *match.span("answer"), match.span("question")


_ASKS = compiled(
    r"\bask(?:s|ed|ing)?\b[^.;]*\bhow\s+many\b|\?[\"”’')\]]*\s*\Z|^\s*Q(?:uestion)?\s*[:.]"
)
_YES_NO = compiled(
    r"(?:(?<=[.!?:\n\"“‘])|^)\s*(?P<question>(?:(?:so|and|but),?\s+)?(?:were|was|is|are|did|do|does|have|has|had|any|there\s+(?:were|was|are))\b[^.?!\n]*)\?"
    r"[\"”’]*\s+(?:A(?:nswer)?\s*[:.–-]\s*|[A-Z][\w’-]*:\s*)?(?:\([^)\n]{1,30}\)\s*)?[\"“‘]?(?P<answer>yes|no|none|never|nope|yeah|not\s+(?:at\s+all|one|any)|(?:sadly|unfortunately|happily|luckily|thankfully),?\s+(?:yes|no|not)"
    r"|they\s+(?:were|did)(?:\s+not|n[’']t)?|there\s+(?:were|was)(?:\s+not|n[’']t)?|it\s+(?:was|did|has|had|happened)(?:\s+not|n[’']t)?)\b(?!\s+(?:idea|comment|answer|figures?|numbers?|data)\b)"
)
_NAMED_AND_YES = compiled(
    r"(?:(?<=[.!?:\n\"“‘])|^)\s*(?P<question>(?:and\s+|any\s+|what\s+about\s+)?(?:[\w’'-]+\s+){0,2}[\w’'-]+)\?"
    r"[\"”’]*\s+(?:[A-Z]\w*:\s*)?[\"“‘]?(?P<answer>yes|yeah|sadly,?\s+yes)\b(?=\s*[,.;!–—-])"
)
"""A part and yes alone: "Boys? Yes, we have had boys"."""
_BUT = compiled(r",?\s+(?:but|though|although)\b")
_ASKED_WHETHER = compiled(
    r"\bask(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?(?P<question>(?:whether|if)\b[^.;?!\n]{0,160}?)[.;,]\s+"
    r"(?:[^.;?!\n]{0,40}?\b(?:said|says|replied|repl(?:y|ies)|answer(?:s|ed)?|was|is|told\s+\w+)\b[,:]?\s+(?:that\s+)?|(?=yes\b|no,))"
    r"[\"“‘]?(?P<answer>yes|no\b(?=\s*(?:[.,;!\"”’]|$))|(?:some|they|there)\s+(?:had|did|have|were|was)(?=\s*(?:[.,;!\"”’]|$)))"
)
_HARMED = compiled(r"\b(?:any|some|harm\w*|abus\w*|target\w*|groom\w*|victims?)\b")
_HAPPENED = compiled(
    r"\b(?:were|was|did|had|any|there|in\s+it|among|got|come\s+up"
    r"|been\s+(?:used|named|involved|recorded|logged|reported|found|seen|hit|hurt))\b"
)
_IN_FIGURES = compiled(
    r"\sin\s+(?:the|its|their|your)\s+(?:[\w’'-]+\s+){0,2}?(?:figures|numbers|data|returns?)\b"
)
"""Whether there were some, as of any that happened: "Is Kik in the figures? No"."""
_OF_OUR_DATA = compiled(
    r"\b(?:figures?|numbers?|data|count|publish\w*|known?|knows?|say|tell|give[ns]?|hidden|withheld|missing|why|suppressed|shown|counted|true\s+zero)\b"
)
