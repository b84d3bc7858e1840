"""Words of time beside a change that say of which years it is, where nobody read them.

A change is right of a pair of years alone. "Since the inspection" or "five springs ago" names one;
what is not read must not be taken for the pair that happens to fit.
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import any_of, compiled

_OF_TIME = any_of(
    *("years?", "months?", "decades?", "periods?", "earlier", "previous(?:ly)?", "prior"),
    *("preceding", "since", "then", "ago", "last", "latest", "first", "started"),
    *(r"(?:the|its|their)\s+(?:very\s+)?start",),
    *("began", "begin", "begun", "beginning", "once", "later", "past", "springs?", "summers?"),
    *("autumns?", "winters?", "editions?", "surveys?", "rounds?", "times?", "peaks?", "lows?"),
    *("highs?", "recent", "opening", "lowest", "highest", "newest", "oldest"),
    "earliest",
)
# These join the change itself to something else, where they neither open its sentence nor follow.
_JOINS = any_of("before", "after", "when", "until", "till", "under")
_WORDS = compiled(rf"\b(?:{_OF_TIME}|(?P<joins>{_JOINS}))\b")
# What says nothing of the years of a change.
_PLAIN = compiled(
    r"\b(?:both\s+(?:\w+\s+)?years|(?:every|each)\s+(?:year|time|month)|(?:at|of)\s+the\s+same\s+time"
    r"|(?:for|at)\s+the\s+first\s+time|this\s+time|once\s+(?:again|more)|at\s+(?:once|times)"
    r"|(?:the|its|their)\s+(?:latest|newest|last|most\s+recent)\s+(?:\w+\s+)?"
    r"(?:total|figure|number|count|data|step|rise|increase|fall|drop|change|jump)s?"
    r"|when\s+(?:\w+\s+){1,3}(?:said|says|claim\w*)"
    r"|(?:\w+\s+)?times\s+(?:as|more|higher|the)|last\s+(?:night|week|month|chance)"
    r"|in\s+recent\s+(?:years|times))\b"
)
_OPENS = compiled(
    r"\W*(?:since|after|before|when|until|till|under|at|in|over|during|from|between|compared|against"
    r"|on|with(?:in)?|for|by|[^,;:.]{0,40}\b(?:ago|earlier|before|back|later|on|previously)(?=,))\b"
)
# "2017/18 when the force was first asked", "the last edition of the survey"
_EXPLAINS = compiled(r"\s+(?:when|of\s+(?:the|its|our|their))\b[^.,;:()\d]*\Z")
_BREAK = compiled(r"[;:()]|,\s|\s[–—-]\s")


def unread_time(scene: Scene, statement: Statement) -> str:
    """The first words of time in the clause of a change that no rule has read; or nothing."""
    figure = statement.figure
    text, zone = scene.passage.text, scene.zones(figure)
    for start, end in _stretches(scene, figure, opens=statement.bases is None):
        for word in _WORDS.finditer(text, start, end):
            lead = text[zone.sentence[0] : word.start()]
            joins = word["joins"] and word.start() < figure.start and lead.strip(' \n\t"“‘-•')
            if not (joins or _is_read(scene, word.start(), word.end(), end)):
                return " ".join(text[word.start() : end].split())
    return ""


def _stretches(scene: Scene, figure: Candidate, *, opens: bool) -> Iterator[tuple[int, int]]:
    """What opens the sentence of a figure, if asked, what leads up to it and what follows it."""
    text, zone = scene.passage.text, scene.zones(figure)
    start, _ = zone.sentence
    lead = [m.end() for m in _BREAK.finditer(text, zone.before[0], figure.start)]
    first = _OPENS.match(text, start) if opens else None
    comma = _BREAK.search(text, first.end(), figure.start) if first else None
    if comma:
        yield start, comma.start()
    yield max([zone.before[0], *lead]), figure.start
    follows = _BREAK.search(text, figure.end, zone.after[1])
    yield figure.end, follows.start() if follows else zone.after[1]


def _is_read(scene: Scene, start: int, end: int, stop: int) -> bool:
    """Part of a year that is read, or of what leads to one or explains one; or a plain phrase."""
    text = scene.passage.text
    labels = scene.passage.labels_between(start, stop)
    if labels or any(m.start < end and start < m.end for m in scene.years if m.slot.years):
        return True
    if any(
        m.start() <= start and end <= m.end() for m in _PLAIN.finditer(text, max(0, start - 40))
    ):
        return True
    if within(scene.years, (end, stop)):
        return True
    before = [m for m in scene.years if m.end <= start]
    return bool(before and _EXPLAINS.match(text, before[-1].end, end))
