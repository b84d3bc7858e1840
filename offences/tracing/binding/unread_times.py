"""Words of time beside a change that no rule has understood.

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
# Inside a sentence, before the figure, these join another clause; at its start or behind the
# figure they name a time.
_JOINS = any_of("before", "after", "when", "until", "till", "under")
_WORDS = compiled(rf"\b(?:{_OF_TIME}|(?P<joins>{_JOINS}))\b")
_NOT_BASE = r"(?<!than )(?<!with )(?<!to )(?<!from )(?<!since )"
# People who do not count offences.
_WHO = (
    r"(?:ministers|mps|peers|politicians|government|parliament|charity|charities|campaigners|experts"
    r"|parents|families|teachers|children|young\s+people|platforms|companies|firms|regulators?)"
)
# What says nothing of the years of a change.
_PLAIN = compiled(
    r"\b(?:both\s+(?:\w+\s+)?years|(?:every|each)\s+(?:year|time|month)|(?:at|of)\s+the\s+same\s+time"
    r"|(?:for|at)\s+the\s+first\s+time(?:\s+in\s+(?:many\s+)?years)?|this\s+time"
    r"|once\s+(?:again|more|and\s+for\s+all)|at\s+(?:once|times)"
    r"|(?:the|its|their)\s+(?:latest|newest|last|most\s+recent)\s+(?:\w+\s+)?"
    r"(?:total|figure|number|count|data|step|rise|increase|fall|drop|change|jump)s?"
    r"|when\s+(?:\w+\s+){1,3}(?:said|says|claim\w*)"
    r"|(?:\w+\s+)?times\s+(?:as|more|higher|the)|last\s+(?:night|week|month|chance)"
    r"|in\s+recent\s+(?:years|times)|for\s+(?:(?:too\s+)?many\s+)?years|after\s+years\s+of"
    r"|(?:sooner\s+or|rather\s+than)\s+later|(?:comes?|put\s+\w+)\s+first|first\s+and\s+foremost"
    r"|(?:more|less|much|most|free|screen|high)\s+time|time\s+(?:online|(?:to|for)\s+\w+)"
    rf"|{_NOT_BASE}at\s+a\s+(?:\w+\s+)?time\s+(?:when|of|for)|time\s+(?:is|was)\s+running|out\s+of\s+time"
    # What is yet to come: "before the law takes effect", "until children are safe".
    rf"|{_NOT_BASE}(?:before|until|till|when)(?=\s[^.,;:()\d]{{0,40}}?(?<=\s)(?:is|are|takes?|comes?|can"
    rf"|will|must|should|begins|starts|happens|(?:has|have)(?!\s+been)|{_WHO}\s+(?:act|listen|do))\b))\b"
)
# Behind a figure, a clause of its own: of other people, of what a change is a sign of or calls for,
# or of the day that it was published on. In it, some words say nothing of the change.
_OF_ITS_OWN = compiled(
    rf"\b(?:(?:as|that|while|because|so|and|but|who|how|means?|shows?|proves?)\s+(?:[\w’'-]+\s+){{0,2}}?"
    rf"{_WHO}"
    r"|(?:is|are|was|be|as)\s+(?:[\w’'-]+\s+){0,3}?(?:sign|reason|warning|proof|evidence|reminder"
    r"|(?:wake-up\s+)?call|blow|shock|signal|scandal)"
    r"|(?:shows?|proves?|means?|underlines?|should|must)(?![^.,;]*\s(?:than|compared|offences|crimes"
    r"|cases|numbers?|figures?|totals?|it|they))"
    r"|comes?\s+(?:just\s+)?(?:as|before|when|at|amid|ahead))\b"
)
_IN_ITS_OWN = compiled(r"(?:times?|latest|newest|first|last|later|recent|past|begin|start|under)")
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
        clause = _OF_ITS_OWN.search(text, figure.end, end)
        its_own = clause.start() if clause else end
        for word in _WORDS.finditer(text, start, end):
            if word.start() >= its_own and _IN_ITS_OWN.fullmatch(word[0]):
                continue
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
