"""Numbers that others are compared with: "up from 207", "it was 207 and is now 198"."""

import re

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import BASE_OF_CHANGE, FALL_NOUN, RISE_NOUN, compiled

_BASE = compiled(
    r"\b(?:from|than(?:\s+the)?|compared\s+(?:with|to)|comparison\s+(?:with|to)"
    r"|(?<!set\s)(?<!read\s)against|versus"
    r"|from\s+an?\s+(?:(?:record|recent|previous)\s+)?(?:number|figure|total|count|base|level|high|low|peak)\s+(?:of|as\s+\w+\s+as)"
    rf"|{BASE_OF_CHANGE}\s+(?:is|was|being)"
    r"|up\s+on|down\s+on"
    rf"|(?:%|per\s+cent|(?:{RISE_NOUN}|{FALL_NOUN})(?:\s+of\s+{NUMBER})?)\s+(?:on|above|below)(?:\s+(?:its|their|our))?"
    r"|(?:double|twice|triple|treble|times"
    r"|half)(?:\s+the)?"
    r"|(?<!there\s)had\s+been|having\s+been|after|following|(?:many|much|high|large|great|big|low|level|number"
    r"|same|half|twice|published)\s+as"
    r"|instead\s+of|previously|was)\s+(?:the\s+)?(?:just\s+|only\s+"
    r"|a\s+total\s+of\s+|the\s+|between\s+)*"
    r"(?:previous\s+(?=$)|(?:previous|earlier|last)\s+(?:figure|total|number"
    r"|year[’']s(?:\s+(?:figure|total"
    r"|number)(?:\s+of)?)?)\s+(?:of\s+)?)?$"
)
# "It recorded 745 offences, having had 702"
_HAVING_HAD = compiled(
    r",\s+having\s+(?:had|recorded|logged|counted|seen|reported)\s+(?:(?:just|only)\s+)?$"
)
_IS_WAS = compiled(r"\bwas\s+$")
# "It was 207 and now it's 198", "there were 207; there are now 198"
_WAS = compiled(
    r"\b(?:was|were|stood\s+at|had(?:\s+been)?|used\s+to\s+be)\s+(?:(?:just|only)\s+)?$"
)
_IT = r"(?:it|that|there|they|we|the\s+(?:number|total|figure|count|tally))"
_IS = r"(?:[’']s|\s+(?:is|are|has|have|stands(?:\s+at)?))"
_AND_IS_NOW = compiled(
    r"(?:\s+(?:offences|crimes|cases))?[,;.]?\s+(?:(?:and|but)\s+)?"
    rf"(?:(?:now|today),?\s+{_IT}{_IS}|(?:{_IT}{_IS}|is|are|has|stands)\s+now(?:\s+at)?|{_IT}\s+now{_IS})\s+"
    rf"(?:(?:just|only)\s+)?(?:{NUMBER})(?!\s*(?:%|per\s+cent)|[/–-]\d)"
)
# "1,998 offences became 2,654", "up 38% (394 to 543)"
_BECAME = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+(?:became|turned\s+into|grew\s+into)\s+{NUMBER}"
)
_TO = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+to\s+(?:(?:just|only)\s+)?{NUMBER}(?!\s*(?:%|per\s+cent))"
)
# "Holm fell, 110 down to 95"
_UP_OR_DOWN_TO = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?,?\s+(?:up|down)\s+to\s+(?:(?:just|only)\s+)?{NUMBER}(?!\s*(?:%|per\s+cent))"
)
# "Holm 110 to 95." in a list of forces: a rise is read as two ends
_TO_ALONE = compiled(rf"\s+to\s+{NUMBER}(?=\s*(?:[.,;)]|\Z|\n))")
_BETWEEN_NAME_AND_NUMBER = re.compile(r"(?:\s*[:,–—-])?\s+")
_IN_BRACKETS = compiled(rf"\((?:{NUMBER}\s+(?:police\s+)?forces[,:]\s+)?$")
_TOO_SMALL = compiled(r"\s+(?:is|was)\s+(?:too\s+small|too\s+low|no\s+base)\b")
# "The true total will be higher than 2,489": this is what was recorded
_TRUE_NUMBER = compiled(
    r"\b(?:true|real|actual|full)\s+(?:total|number|figure|scale|toll|extent|count|tally|level)\b[^.;:\d]{0,60}"
    r"\b(?:higher|greater|larger|bigger|above|worse|more)\s+than\s+(?:the\s+)?(?:figure\s+of\s+)?\Z"
)
_OF_KNOWN = compiled(r"\s+(?:\w+\s+)?(?:offences|crimes|cases)\s+(?:where|(?:in|for)\s+which)\b")
_AFTER = compiled(r"after|following")
_AGAINST = compiled(r"against|versus|compare|comparison")


def is_base_number(scene: Scene, figure: Candidate) -> bool:
    """Whether a number is what another one is compared with, or what it was before."""
    before, _ = split_modifier(scene.passage.before(figure.start))
    match = None if _TRUE_NUMBER.search(before) else _BASE.search(before)
    if _OF_KNOWN.match(scene.passage.after(figure.end)):
        return False  # "That is from 2,480 offences in which a platform was recorded"
    if _TOO_SMALL.match(scene.passage.after(figure.end)):
        return True
    is_against = match and _AGAINST.match(match[0])
    if is_against and within(scene.bodies, scene.zones(figure).near_after):
        return False  # "1,900, against 9,430 across the UK"
    if _HAVING_HAD.search(before) and _is_of_a_change(scene, figure):
        return True
    if match and _AFTER.match(match[0]) and not _is_of_a_change(scene, figure):
        return False  # "A charity spoke out after 149 offences were recorded"
    if match and not _IS_WAS.search(before):
        return True
    return _starts_a_change(scene, figure, before) or _was_before_now(scene, figure, before)


def _is_of_a_change(scene: Scene, figure: Candidate) -> bool:
    """Whether the sentence up to a number speaks of another one, or of a rise or a fall."""
    start, _ = scene.passage.sentence_bounds(figure.start)
    return bool(scene.passage.last_direction(figure.start) or scene.figures_in(start, figure.start))


def _starts_a_change(scene: Scene, figure: Candidate, before: str) -> bool:
    """Whether a number is the first of two that a change goes between: "up 38% (394 to 543)"."""
    text = scene.passage.text
    if _BECAME.match(text, figure.end) or _UP_OR_DOWN_TO.match(text, figure.end):
        return True
    if _TO_ALONE.match(text, figure.end) and _is_behind_a_name(scene, figure):
        return True
    return bool(_IN_BRACKETS.search(before) and _TO.match(text, figure.end))


def _is_behind_a_name(scene: Scene, figure: Candidate) -> bool:
    """Whether nothing stands between the name of a force and a number: "Holm 110"."""
    named = [m.end for m in scene.bodies if m.end < figure.start]
    text = scene.passage.text
    return bool(named) and bool(_BETWEEN_NAME_AND_NUMBER.fullmatch(text, max(named), figure.start))


def _was_before_now(scene: Scene, figure: Candidate, before: str) -> bool:
    """Whether a number of no year is what it was before: "It was 207 and is now 198"."""
    text, (start, _) = scene.passage.text, scene.passage.sentence_bounds(figure.start)
    now = _AND_IS_NOW.match(text, figure.end) if _WAS.search(before) else None
    named = within(scene.years, (start, now.end())) if now else ()
    return bool(now) and all(m.slot.years == {scene.latest} for m in named)
