"""How long it takes until the next case of a hidden part: "Kik takes three months for each".

So many days between two, or so much of a total's rate, leads to the number of the year.
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import MONTH, compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own, own_hidden
from offences.tracing.hidden_numbers.phrases import Span


def intervals_of_parts(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Each time that a sentence says to pass between two cases of a hidden part."""
    text, passage, scene = gated.passage.text, gated.passage, gated.binder.scene
    for mention in scene.categories:
        bounds = first, last = passage.sentence_bounds(mention.start)
        hidden = own_hidden(forces, within(scene.categories, bounds))
        of_it = next((of for of in hidden if mention.slot in of), None)
        bodies = [m.slot.name for m in within(scene.bodies, bounds)]
        is_elsewhere = bodies and not names_own(bodies, forces)
        if of_it is None or is_elsewhere or gated.is_of_another_named_before(first, forces):
            continue
        if found := _interval(text, (mention.start, mention.end), (first, last)):
            yield *found, names_of(of_it)


def _interval(text: str, part: Span, bounds: Span) -> Span | None:
    """The time that a sentence says of a part of it."""
    (start, end), (first, last) = part, bounds
    if _SENTENCE.search(text, first, start):
        return None  # "The maximum sentence for voyeurism is two years"
    found = _TAKES.match(text, end, last) or _MAKES_UP.match(text, end, last)
    if not found and _OF_IT.search(text, first, start):
        found = _IT_TAKES.match(text, end, last)
    if not found:
        found = _BETWEEN.search(text, first, start) or _GOES_BY.match(text, end, last)
    if not found and _HEARS_OF.search(text, first, start):
        found = _SO_OFTEN.match(text, end, last)
    if not found and _GAP.search(text, first, start):
        found = _IS_SO_LONG.match(text, end, last)
    if not found and _EVERY_SO_MANY_DAYS.search(text, max(0, first - _NEAR), first):
        found = _TAKES_SO_MANY.match(text, end, last)
    found = found or _WORTH.search(text, first, last)
    return found.span("time") if found else None


_NEAR = 120
_UNIT = r"(?:days?|weeks?|fortnights?|months?|quarters?|terms?|seasons?|half-terms?|years?)"
_MUCH = (
    rf"(?:{NUMBER}(?:\s+and\s+a\s+half)?|half\s+an?|an?(?:\s+(?:whole|full|good|half))?"
    r"|several|(?:an?\s+)?few|couple\s+of)"
)
_SEASON = rf"(?:spring|summer|autumn|winter|{MONTH})"
_TIME = (
    rf"(?P<time>{_MUCH}\s+(?:school\s+)?{_UNIT}\b|(?:each|every|once\s+an?|with\s+each)\s+(?:other\s+|school\s+|new\s+)?(?:{_UNIT}|{_SEASON})\b"
    rf"|{_SEASON}(?:,\s+{_SEASON})*,?\s+and\s+{_SEASON}\b|(?:weekly|fortnightly|monthly|quarterly|termly|seasonal|half-yearly|yearly|annual)\s+(?:affair|event|occurrence|visitor|thing)\b)"
)
_CASES = r"(?:[’']s?)?(?:\s+(?:offences?|cases?|crimes?|ones|victims?|reports?|incidents?))?,?\s+"
_ABOUT = (
    r"(?:(?:about|around|roughly|some|nearly|almost|just|over|under|only|up|on\s+average"
    r"|more\s+than|less\s+than)\s+)*"
)
_TO_DO_IT = (
    r"(?!\s+(?:in\s+(?:prison|jail|custody)|behind\s+bars"
    r"|to\s+(?!(?:get|reach|come|arrive|turn|appear|make)\b)))"
)
_TAKES = compiled(
    rf"{_CASES}(?:now\s+|always\s+|usually\s+)?(?:takes?|took|needs?|needed|comes?|came|turns?|turned|crops?|cropped|arrives?|arrived|happens?|happened|is|was|lets?)\s+{_ABOUT}"
    rf"(?:(?:up|round|in|with|at|every|off|as|an?|the)\s+)*?{_ABOUT}{_TIME}{_TO_DO_IT}(?!\s+(?:old|ago|later|younger|older|after|before|since|in\s+prison)\b)"
)
"""Behind a part: "takes three months", "comes up in spring and autumn"."""
_MAKES_UP = compiled(
    rf"{_CASES}(?:mak(?:es?|ing)|made|accounts?|accounted|amounts?|amounted|adds?|added|comes?|came|runs?|ran)\s+(?:up\s+|for\s+|to\s+){_ABOUT}(?P<time>{_MUCH}\s+(?:{_UNIT})(?:[’']s?)?)(?=\s+(?:worth|work|of\s+(?:them|that|it|those)|or\s+so)\b|\s*[.,;!?])"
)
_OF_IT = compiled(r"\b(?:for|on|with|in|at|of)\s+(?:the\s+)?\Z")
_IT = (
    r"(?:it|you|we|that|this|they|one|police|officers"
    r"|the\s+(?:\w+\s+)?(?:wait|gap|interval|pause)(?:\s+between\s+\w+)?)"
)
_IT_TAKES = compiled(
    rf"{_CASES}(?:in\s+(?-i:[A-Z])\w+,?\s+)?(?:(?:{_IT}(?:[’']s)?\s+)?(?:takes?|took|waits?|waited|needs?|is|was|are|were|goes|go|passes|pass|lasts?|lasted)\s+|{_IT}(?:[’']s)?\s+)(?:{_ABOUT})?"
    rf"(?:(?:every|one\s+every|an?\s+wait\s+of|an?\s+gap\s+of)\s+)?{_TIME}{_TO_DO_IT}(?!\s+(?:old|ago|later|younger|older|before|after)\b)"
)
"""Behind "for Kik": "it takes 90 days", "the wait is four months"."""
_GOES_BY = compiled(rf",?\s+(?P<time>{_MUCH}\s+{_UNIT})\s+(?:goes|go|pass(?:es)?|went)\b")
_BETWEEN = compiled(
    rf"(?P<time>{_MUCH}\s+{_UNIT})\s+(?:between|from\s+one|apart)\b[^.;,\d]{{0,30}}\Z"
)
_HEARS_OF = compiled(
    r"\b(?:hears?\s+of|sees?|logs?|records?|deals?\s+with|gets?|meets?)\s+(?:an?\s+)?\Z"
)
_SO_OFTEN = compiled(
    rf"{_CASES}(?P<time>(?:each|every|once\s+an?)\s+(?:other\s+|school\s+|{NUMBER}\s+)?{_UNIT})\b"
)
_SENTENCE = compiled(r"\b(?:sentence|penalty|maximum|prison|jail|punish\w*)\b")
_GAP = compiled(
    r"\b(?:gaps?|intervals?|waits?|pauses?|time|days|weeks|months)\s+(?:for|between|with|on|in|of|from\s+one|until|before|to)\b[^.;,\d]{0,30}\Z"
)
_IS_SO_LONG = compiled(
    rf"[^.;,\d]{{0,40}}?\s(?:is|was|are|were|runs?\s+to|lasts?|averages?|comes?\s+to)\s+{_ABOUT}{_TIME}"
)
_EVERY_SO_MANY_DAYS = compiled(
    rf"\b(?:every|takes?|took|waits?|sees|per)\b[^.;]{{0,30}}?\b(?:{NUMBER})\s+{_UNIT}\b[^.;]{{0,60}}[.;]\s*\Z"
)
_TAKES_SO_MANY = compiled(
    rf"{_CASES}(?:(?:it|you|we|they|the\s+wait|the\s+gap)\s+)?(?:takes?|took|waits?|waited|needs?|is|was)\s+{_ABOUT}(?:every\s+)?(?P<time>{NUMBER})(?=\s*[.,;!?])"
)
"""Behind a sentence with so many days: "For Kik it is 90"."""
_WORTH = compiled(
    rf"\b(?P<time>{_MUCH}\s+{_UNIT})(?:[’']s?\s+(?:worth|work|supply|tally|crop)\b|\s+of\s+(?:that|them|those)\b)"
)
"""So much of a rate: "a fortnight's worth would cover Kik"."""
