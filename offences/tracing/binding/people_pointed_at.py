"""Numbers of an app that "they" or "it", which is something else, is said to have.

"Children love Snapchat. They were targeted in 40 offences": the children were, not the app.
"""

from dataclasses import replace

from offences.tracing.binding.mentions import Mention, Zones, within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import BLAMED, compiled

# What is said of people, or of an app: "they were targeted", "it was behind"
_POINTS = compiled(
    r"(?:\A\W*|[.;:!?“”\"]\s*|,\s+|\b(?:and|but|so|yet)\s+)(?:and\s+|but\s+|so\s+|yet\s+)?(?P<word>they|it)\s+"
    rf"(?:was|were|is|are|ha(?:s|ve|d)\s+been)\s+(?:\w+ly\s+)?(?:{BLAMED}|harmed|hurt|groomed|approached|contacted|caught)\b"
    r"[^.;:\d]*\Z"
)
_LEADS = compiled(
    r"\W*(?:(?:and|but|so|now|yet|still|only|even|the|app|platform|site|service|as\s+for|then\s+there(?:[’']s|\s+(?:is|was)))\s+|[,–—]\s*)*"
)
_OWNED = compiled(r"[’']s?\s+\w")
_JOINED = compiled(r"\b[\w’'-]+\s+(?:and|or|as\s+well\s+as|plus|alongside)\s+(?:the\s+)?\Z")
# "The law on Snapchat", "a rival of Kik", but "the number on Kik", "the app Kik"
_OF_IT = compiled(
    r"\W*(?:(?:and|but|so)\s+)?(?:the|this|that|an?|its|our|one|new|another)\s+(?!(?:apps?|platform|site|service|name|worst|most|danger|risk|problem"
    r"|trouble|question|case|number|share|figure|total)\b)(?:[\w’'-]+\s+){1,3}?(?:on|of|for|about|to|against|behind|from|with|at|in)\s+(?:the\s+)?\Z"
)


def not_of_the_app(statement: Statement, scene: Scene, zone: Zones) -> Statement:
    """The statement with the word that points to something else than its app for its subject."""
    figure, text = statement.figure, scene.passage.text
    if statement.subject or figure.kind not in (*VALUES, *SHARES):
        return statement
    start, _ = zone.sentence
    pointing = _POINTS.search(text[start : figure.start])
    if pointing is None:
        return statement
    at = start + pointing.start("word")
    # In the clause before the word, or the sentence before it
    begin = (
        start if within(scene.categories, (start, at)) else scene.passage.bounds_before(start)[0]
    )
    named = within(scene.categories, (begin, at))
    parts = [m for m in named if m.slot.kind == "part"]
    if len({m.slot for m in parts}) != 1 or within(scene.categories, (at, figure.start)):
        return statement
    if pointing["word"].lower() == "it" and _may_be_it(parts[-1], begin, text):
        return statement
    word = f"“{pointing['word'].lower()}”"
    return _without(statement, parts[-1].slot, word)


def _without(statement: Statement, part: NamedCategory, word: str) -> Statement:
    """The statement, and each other reading of it, of another thing where it was of the part."""
    others = tuple(_without(each, part, word) for each in statement.alternatives)
    is_of_it = not statement.categories or part in statement.categories
    return replace(statement, subject=word if is_of_it else "", alternatives=others)


def _may_be_it(part: Mention[NamedCategory], begin: int, text: str) -> bool:
    """Whether a part may be what "it" stands for: no owner, no one of two, no aside."""
    before = text[begin : part.start]
    if _OWNED.match(text, part.end) or _OF_IT.fullmatch(before):
        return False
    return not (_JOINED.search(before) and not _LEADS.fullmatch(before))
