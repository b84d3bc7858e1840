"""The words record, highest and lowest, where they claim something about the figures."""

import re
from collections.abc import Iterator

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import IGNORE_CASE, any_of, compiled

_LEVEL = any_of(
    "numbers?",
    "levels?",
    "totals?",
    "figures?",
    "counts?",
    "amounts?",
    "highs?",
    "lows?",
    "rises?",
    "increase",
    "year",
)
_BEFORE_ADJECTIVE = any_of(
    *("an?", "the", "new", "joint", "equal", "all-time", "hits?", "hitting", "at", "saw", "sees?"),
    *("reach(?:ed|es|ing)?", "sets?", "its", "this", "another", "near", "of", "by", "with"),
    *("in", "from", "have", "has", "had", "facing", "seeing"),
)
# "A record number", "hit record levels", "Record figures"; not "forces record offences".
_RECORD = compiled(
    rf"\brecord(?=[\s‐‑-]+(?:annual\s+|yearly\s+|local\s+)?{_LEVEL}\b"
    rf"|[\s‐‑-]+breaking\b|\s+{NUMBER}(?!\w))"
)
_BEFORE_RECORD = compiled(
    rf"(?:\b{_BEFORE_ADJECTIVE}[\s‐‑-]+(?:new\s+|joint\s+|all-time\s+)?|to\s|^\W*"
    r"|[.!?:]\s+[\"“‘]?|[\"“‘])\Z",
    IGNORE_CASE | re.MULTILINE,
)
# "A record.", "the record since 2015/16"; not "a record of callers".
_A_RECORD = re.compile(
    r"\b(?:an?|the)\s+(?:new\s+|joint\s+|equal\s+|all-time\s+)*(?P<noun>record)\b"
    r"(?=\s*[.,;:!?)”’\"]|\s*$|\s+(?:since|with|this\s+year|last\s+year|and)\b"
    rf"|\s+(?:for|in)\s+(?:the|this|a|[A-Z]|\d{{4}})|\s+of\s+(?:{NUMBER})\b)",
    IGNORE_CASE | re.MULTILINE,
)
_NOT_BEFORE = compiled(
    r"\b(?:not|never|don[’']t)\s+(?:call|describe|report|claim|say|use|print|present|treat)\b[^.;:,]{0,60}$"
    r"|\b(?:not|never|no|cannot|can’t|can't|isn’t|isn't|for|on|off|keeps?|keeping|criminal|track"
    r"|have|has|had)\b(?:\s+(?:be|been|called|call|it|this|[\d,]+|as|a|the|claim|make))*\s+$"
    r"|\b(?:not|never|cannot|\w+n[’']t)\b[^.;:,\d]{0,50}\bas\s+$"
    r"|\b(?:nobody|no\s+one|none\s+of\s+us|we\s+cannot|we\s+can’t)\s+(?:can\s+|could\s+|should\s+|may\s+)?(?:call|claim|speak\s+of|describe"
    r"|say)\b[^.;:,]{0,40}$"
    # "We make no claim of a record", "I have been asked whether it is a record"
    r"|\bno\s+(?:claim|talk|suggestion|question)s?\s+(?:of|that|about)\b[^.;:,\d]{0,30}$"
    r"|\b(?:ask(?:s|ed)?|know|say|tell(?:s|ing)?|told|sure|wonder(?:s|ed)?)\s+(?:\w+\s+){0,2}?(?:whether|if)\b[^.;:,]{0,40}$"
)
_ASKS = compiled(r"\s*(?:is|was|are|were|can|could)\b[^.!]*\?")
_ARTICLE = compiled(r"\b(?:an?|the|new|joint|equal)\s+$")
_MOST = compiled(
    r"\b(?P<most>highest|lowest)\b(?!\s+of\s+the\s+low|\s+(?:point|ebb|mark|year)\b)(?="
    rf"(?:[\s‐‑-]+[\w’'/‐‑-]+){{0,3}}?[\s‐‑-]+(?:{_LEVEL}|since|on\s+record|ever|yet|offences"
    r"|crimes)\b"
    r"|\s*[.,;:!?)”’\"]|\s*$|\s+(?:in|of|for|it|this|among|they|we|recorded|logged|seen)\b)"
    r"|\bworst\s+year(?=\s+(?:since|on\s+record|yet|ever|so\s+far)\b)"
    rf"|\b(?P<fewest>fewest)(?=\s+(?:[\w-]+\s+){{0,4}}?(?:offences|crimes|cases)\s+(?:(?:in|for)\s+{NUMBER}\s+years|since|on\s+record|ever)\b)"
)
# "The highest number for seven years", "the fewest offences in five years"
_FOR_SO_LONG = compiled(
    rf"(?:[\s‐‑-]+[\w’'-]+){{0,5}}?\s+(?:in|for|over)\s+(?:(?:at\s+least|the|last|past)\s+)*(?P<n>{NUMBER})\s+years\b(?!\s+(?:of|old)\b)"
)
_ALL_TIME = compiled(r"\ball[-‐‑\s]time\s+(?:high|(?P<low>low))s?\b")
_NEVER = compiled(
    r"\b(?:number|figure|total|count|level|rate|tally|it|they|offences|crimes)s?\s+(?:has|have|had)\s+never"
    r"\s+(?:been|stood|was)\s+(?:(?:so|as)\s+)?(?:high(?:er)?|(?P<low>low(?:er)?))\b"
)
_LOW = compiled(r"[\s‐‑-]+(?:annual\s+)?lows?\b")


# "Close to record levels" and "one of the highest" claim no record.
_HEDGED = compiled(
    r"\b(?:close\s+to|near(?:ing|ly)?|approaching|almost|one\s+of|some\s+of|among"
    r"|amongst)\s+(?:the\s+|an?\s+|all[-\s]time\s+)*$"
)
# "The highest number of offences were against children aged 11 to 15" compares categories.
_OF_CATEGORIES = compiled(
    r"\s+(?:numbers?|totals?|counts?|proportions?|shares?|percentages?"
    r"|figures?)(?:\s+of\s+(?:\w+\s+){1,4}?)?\s*(?:recorded\s+|was\s+|were\s+|is\s+|are\s+)+"
    r"(?:against|among|amongst|for|on|aged|girls|boys|children|those|committed)\b"
    r"|\s+(?:numbers?|totals?|counts?|proportions?)\s+(?:was|were|is|are)\s+(?:for|on|among)\b"
)


def records(passage: Passage) -> Iterator[Candidate]:
    """Record, highest and lowest, as claims about the figures; not "police record", "for the
    record", "a criminal record", "cannot be called a record", "Is it a record?"."""
    for match in _RECORD.finditer(passage.text):
        at = match.start()
        is_adjective = _BEFORE_RECORD.search(passage.text, max(0, at - 40), at)
        if is_adjective and not _HEDGED.search(passage.before(at)):
            yield _record(passage, *match.span())
    for match in _A_RECORD.finditer(passage.text):
        before = _ARTICLE.sub("", passage.before(match.start("noun")))
        if not (_NOT_BEFORE.search(before) or _ASKS.match(passage.sentence(match.start()))):
            yield _record(passage, *match.span("noun"))
    for match in _ALL_TIME.finditer(passage.text):
        word = "lowest" if match["low"] else "highest"
        yield Candidate("record", match.start(), match.end(), word=word, modifier="ever")
    for match in _NEVER.finditer(passage.text):
        word = "lowest" if match["low"] else "highest"
        yield Candidate("record", match.start(), match.end(), word=word, modifier="ever")
    for match in _MOST.finditer(passage.text):
        is_hedged = _HEDGED.search(passage.before(match.start()))
        if not (is_hedged or _OF_CATEGORIES.match(passage.text, match.end())):
            word = "lowest" if match["fewest"] else (match["most"] or "highest").casefold()
            long = _FOR_SO_LONG.match(passage.text, match.end())
            years = int(numbers_in(long["n"])[0].value) if long else 0
            yield Candidate("record", *match.span(), word=word, year_count=years)


def _record(passage: Passage, start: int, end: int) -> Candidate:
    is_low = _LOW.match(passage.after(end))
    return Candidate("record", start, end, word="lowest" if is_low else "record")
