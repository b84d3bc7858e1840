"""That all or half of a part are of one sex: "Eight were 13. Every last one was a girl".

It tells a hidden crossing: how many of those were girls, and that there was no boy.
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import SEXES, Forces, Hiding, names_own
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import Span


def sexes_of_all(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words by which all, half or none of a part, named before them, are of one sex."""
    passage = gated.passage
    for match in _OF_ONE_SEX.finditer(passage.text):
        start, end = passage.sentence_bounds(match.start())
        if _ANY_CHILD.search(passage.text, start, end) or _is_elsewhere(passage.text[start:end]):
            continue  # "No boy should feel ashamed", "All girls get a leaflet"
        of = _parts_of(gated, match.span(), forces)
        for hiding in gated.of_sentence(start, forces) if of else ():
            if hidden := _hidden_sex(of, hiding):
                yield *match.span(), names_of(hidden)
                break


def _is_elsewhere(sentence: str) -> bool:
    """Whether it says what children do, or who came to a meeting: not who was harmed."""
    is_other = _DO.search(sentence) or _AT_A_MEETING.search(sentence)
    return is_other is not None and not OF_OFFENCES.search(sentence)


def _parts_of(gated: GatedText, span: Span, forces: Forces) -> set[NamedCategory]:
    """The parts named before these words: in their sentence, or in the one that it goes on from.

    Not "students, all boys aged 16", nor a sentence of another body alone, nor what of another
    subject is split: "The vote was split evenly".
    """
    text, bounds = gated.passage.text, gated.passage.sentence_bounds(span[0])
    named = within(gated.binder.scene.categories, bounds)
    own = {m.start: m.slot for m in named if m.slot not in SEXES}
    if own or not (start := bounds[0]):
        return {slot for begins, slot in own.items() if begins < span[1]}
    if _IN_HALVES.match(text, span[0]) and not _OF_THOSE.match(text, *bounds):
        return set()
    before = gated.passage.sentence_bounds(start - 1)
    bodies = [m.slot.name for m in within(gated.binder.scene.bodies, before)]
    is_of_us = not bodies or names_own(bodies, forces)
    return gated.named_before(start) - SEXES if is_of_us else set()


def _hidden_sex(of: set[NamedCategory], hiding: Hiding) -> frozenset[NamedCategory]:
    """A sex that is hidden, of all or of some of these parts; none where both are released."""
    alone = (frozenset({sex}) for sex in SEXES)
    crossed = (frozenset({sex, each}) for sex in SEXES for each in of)
    return min(
        (c for c in (*alone, *crossed) if hiding.touches(c)), key=names_of, default=frozenset()
    )


_SEX = r"(?:girls?|boys?|lads?|lass(?:es)?|(?:fe)?males?)"
_A_SEX = rf"(?:(?:a|was|were|is|are|all|being|against|been|had|have)\s+)*{_SEX}\b(?![’\'])"
_ALL = (
    r"(?:every(?:\s+(?:single|last))*\s+(?:one|child|victim|case|offence|youngster)|each(?:\s+and\s+every)?(?:\s+(?:one|child|victim|case))?"
    r"|all|(?:the|this|that)\s+(?:whole\s+)?lot|without\s+exception|to\s+a\s+(?:child|one|man|girl|boy)|everyone|everybody"
    r"|exclusively|entirely|solely|only|nothing\s+but|none\s+but|no\s+one\s+but|nobody\s+but|both)"
)
_OF_THEM = r"(?:\s+of\s+(?:them|these|those|the\s+\w+))?"
_ARE_THE_LOT = (
    r"(?:(?:(?:were|was|are|is|being|made\s+up|make\s+up|accounted\s+for|account\s+for|had|have|took)\s+)?"
    r"(?:the\s+(?:whole\s+)?lot|the\s+whole\s+of\s+(?:it|them|that)|it\s+all|all\s+of\s+(?:it|them|those)|throughout)|to\s+the\s+last(?:\s+one)?)"
)
_IN_HALVES = compiled(
    r"\b(?:split|divided)\s+(?:(?:exactly|almost|roughly|about)\s+)?(?:evenly|equally|in\s+(?:half|two)|down\s+the\s+middle|fifty-fifty|50[–-]50)"
    r"(?=\s*(?:[.;:!)–—]|\Z)|\s+(?:by|between\s+the)\s+sex(?:es)?\b)"
    r"|\b(?:evenly|equally)\s+(?:split|divided|balanced)(?=\s*(?:[.;:!)–—]|\Z)|\s+(?:by|between\s+the)\s+sex(?:es)?\b)"
    r"|\b(?:split|balance|division|breakdown)\b[^.;:\d]{0,60}?(?:[.]\s+it\s+)?\b(?:is|was)\s+(?:(?:exactly|almost|roughly|about)\s+)?"
    r"(?:even|equal|half\s+and\s+half|fifty-fifty|50[–-]50)(?=\s*(?:[.;:!)–—]|\Z))"
)
"""A split into two, which is one by sex where nothing else is named: "were evenly split"."""
_OF_THOSE = compiled(
    r"\W*(?:they|it|these|those|all|the\s+(?:split|balance|breakdown|division|sexes|victims|children))\b"
)
_OF_ONE_SEX = compiled(
    rf"\b{_ALL}{_OF_THEM}[,:]?\s+(?:(?:they|these|those|it)\s+)?{_A_SEX}"
    rf"|\b{_SEX},?\s+(?:(?:{_ALL}|alone){_OF_THEM}|{_ARE_THE_LOT})(?=\s*(?:[.;:!)–—]|\Z))"
    rf"|{_IN_HALVES.pattern}"
    rf"|\b(?:not\s+(?:an?|one)|no|never\s+an?|none\s+(?:of\s+(?:them|these|those)\s+)?(?:was|were))\s+(?:single\s+)?(?:a\s+)?{_SEX}"
    r"(?=\s+(?:(?:was|is)\s+)?(?:among|in|of)\s+(?:them|these|those|it|that|the\s+\w+)\b|\s*(?:[.;:!)–—]|\Z))"
)
_ANY_CHILD = compiled(r"\b(?:should|must|may|can|could|would|ought|needs?|deserves?|will)\b")
_DO = compiled(
    rf"\A\W*(?:all|every)\s+{_SEX}\s+(?:(?:here|now|also)\s+)?(?:gets?|plays?|learns?|hears?|receives?|takes?)\b"
    rf"|\A\W*(?:the|this|our)\s+(?:school|club|class|group|choir|session)\s+is\s+for\s+{_SEX}\s+only\b"
)
_ROOM = r"the\s+(?:meeting|talk|room|assembly|hall|audience|workshop|lesson)"
_AT_A_MEETING = compiled(
    rf"\A\W*(?:only|no|not)\s+(?:an?\s+)?{_SEX}\s+(?:(?:were|was)\s+(?:at|in)|came\s+to|spoke\s+(?:at|in))\s+{_ROOM}(?=\s*[.!?]|\s*\Z)"
    rf"|\A\W*not\s+an?\s+{_SEX}\s+(?:in|at)\s+{_ROOM}\s+(?:spoke|laughed|stirred|answered|asked)\b"
)
