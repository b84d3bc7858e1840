"""Several parts of which one figure is: "Snapchat, Kik and Roblox together made up 48%"."""

from itertools import pairwise

from offences.tracing.binding.mentions import Mention, Zones, is_in_brackets, within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_JOIN = compiled(
    rf"(?:\s*\({NUMBER}\))?\s*(?:,|\(|&|\s[–—-]\s|,?\s*\b(?:and|or|plus|with)\b)\s*(?:and\s+|or\s+)?"
    r"(?:(?:on\s+|to\s+)?(?:the\s+)?(?:other\s+)?apps?\s+(?:(?:that|which)\s+)?it\s+(?:also\s+)?owns,?\s*\(?)?"
    r"(?:its\s+(?:sister|stable-?mate)s?,?\s*)?"
)
_TOGETHER = compiled(
    r"\b(?:together|combined|between\s+them|add(?:ed|ing)?\s+(?:up|together)|tak(?:en|ing)\s+as\s+one"
    r"|owned\s+by|it\s+(?:also\s+)?owns|(?:all|both)\s+(?:part\s+)?of\s+(?:the\s+)?(?:Meta|one|same)"
    r"|either|(?:two|three|four|both)\s+(?:apps|platforms|sites|services))\b"
)
# "Kik, Yubo and Skype account for 51%"
_ACCOUNT_FOR = compiled(
    r"\s+(?:account(?:ed)?\s+for|ma(?:ke|de)\s+up|represent(?:ed)?)\s+(?:[\w-]+\s+){0,3}?\Z"
)
# "Kik and Yubo were used in 43 of the 83"; not "in 28 and 15"
_USED_IN = compiled(
    r"\s+(?:(?:were|are|have\s+been|had\s+been)\s+(?:the\s+(?:\w+\s+)?(?:used|named)|used|named|mentioned|cited|involved|noted"
    r"|recorded|identified|listed)|featured?|appear(?:ed)?|figured?|c[ao]me\s+up|turned\s+up|cropped\s+up)\s+"
    r"(?:in|on)\s+(?:(?:just|only|about|some|around|nearly|almost|over)\s+)*\Z"
)
_OR = compiled(r"\bor\b")
_GIVEN_AGAIN = compiled(
    r"\s*(?:[(:–—-]|,\s+(?:or|that\s+is|which\s+is|being)\b)\s*(?:that\s+is\s+|or\s+|in\s+)?(?:a\s+total\s+of\s+)?"
)
_EACH = compiled(r"\b(?:each|apiece|respectively|neither|rather\s+than|not)\b")
_OWNED_BY = compiled(r"\b(?:owned|run)\s+by\s+\Z")
# "Half involved Snapchat, with Instagram behind it on 34%": one after the other
_WITH, _TRAILS = (
    compiled(r"\W*with\b.*"),
    compiled(
        r"\s+(?:(?:(?:a\s+)?(?:close|distant)|just|not\s+far|well|some\s+way|coming|came)\s+)*"
        r"(?:behind|next|second|third|following|trailing|on|at|in|named|used|recorded|mentioned|accounting)\b"
    ),
)
# "Both Snapchat and Kik were used in 55": in each of them both were
_AT_ONCE = compiled(
    r"\b(?:used|named|involved)\s+together\b|\bboth\s+(?-i:[A-Z])\w+\s+and\s+(?-i:[A-Z])\w+\s+(?:were|was|are|featured|appeared)\b"
)
_OF_WHOLE = compiled(rf"\s+(?:out\s+)?of\s+(?:(?:the|those|its|these)\s+)?{NUMBER}")
_ON = compiled(
    r"(?:\s+(?:of\s+(?:the|these|those|them|all)\s+)?(?:[\w’'-]+\s+){0,6}?(?:on|via|over|through|using|involved|to"
    r"|concerned)\s+(?:either\s+)?)"
)


def added_parts(scene: Scene, figure: Candidate, zone: Zones) -> frozenset[NamedCategory] | None:
    """The parts that a figure is the sum of, where its sentence says that it is."""
    if figure.kind not in (*VALUES, *SHARES):
        return None
    text, (start, end) = scene.passage.text, zone.sentence
    if _EACH.search(text, start, end) or _AT_ONCE.search(text, start, end):
        return None
    if given_again := _of_the_share(scene, figure, zone):
        return given_again
    if is_in_brackets(text, figure):
        return None
    whole = _OF_WHOLE.match(text, figure.end, end)
    figure_end = whole.end() if whole else figure.end
    for group in _groups(scene, zone.sentence):
        one, *_, other = group
        first, last = one.start, other.end
        between = (last, figure.start) if last <= figure.start else (figure_end, first)
        if any(not is_in_brackets(text, each) for each in scene.figures_in(*between)):
            continue
        beside = [m.slot for m in within(scene.categories, zone.own)]
        if first > figure_end and beside and beside[0] not in [m.slot for m in group]:
            continue
        if last <= figure.start and any(each not in [m.slot for m in group] for each in beside):
            continue  # "Kik (3) and Yubo (2), with nine on all other apps together"
        is_on = between[0] == figure_end and _ON.fullmatch(text, *between)
        is_either = last <= figure.start and _OR.search(text, one.end, other.start)
        is_first = not scene.figures_in(start, first)
        is_on = is_on or _ACCOUNT_FOR.fullmatch(text, *between)
        is_alone = is_first and not scene.figures_in(figure_end, end)
        is_on = is_on or (is_alone and _USED_IN.fullmatch(text, *between))
        if is_on or (is_either and is_first) or _TOGETHER.search(text, start, end):
            return frozenset(each.slot for each in group)
    return None


def _of_the_share(scene: Scene, figure: Candidate, zone: Zones) -> frozenset[NamedCategory] | None:
    """The parts of the share that a number gives again: "66% were on Kik or Yubo (55 of 83)"."""
    text = scene.passage.text
    share = scene.figures_in(zone.sentence[0], figure.start)[-1:]
    if not share or share[0].kind not in SHARES:
        return None
    for group in _groups(scene, (share[0].end, figure.start)):
        if _GIVEN_AGAIN.fullmatch(text, group[-1].end, figure.start):
            return frozenset(each.slot for each in group)
    return None


def _groups(scene: Scene, sentence: tuple[int, int]) -> list[list[Mention[NamedCategory]]]:
    """The parts of a sentence that follow each other in a list, two of them or more."""
    parts = (m for m in within(scene.categories, sentence) if m.slot.kind == "part")
    named = [m for m in parts if not _OWNED_BY.search(scene.passage.before(m.start))]
    groups = [named[:1]]
    for one, other in pairwise(named):
        text = scene.passage.text
        is_next = _WITH.fullmatch(text, one.end, other.start) and _TRAILS.match(text, other.end)
        if _JOIN.fullmatch(text, one.end, other.start) and not is_next:
            groups[-1].append(other)
        else:
            groups.append([other])
    return [each for each in groups if len({m.slot for m in each}) > 1]
