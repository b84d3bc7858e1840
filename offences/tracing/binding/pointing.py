"""Words that point back to an age, a platform or a group of children named before."""

from collections.abc import Iterator, Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import BLAMED, compiled

NOT_UNDERSTOOD = "pointing"
"""The kind of a category that words point to where nothing before is one."""

_THOSE = (
    r"(?:(?:the|this|that|these|those)\s+same|th(?:at|is|ese|ose)|such(?:\s+an?)?|(?:the|this|that)\s+very"
    r"|an(?=\s+age\s+(?:that|which)\b))"
)
_APP = r"(?:app|platform|site|service|network)"
# "The messaging app", "the photo-sharing giant", "the Meta-owned service"
_SORT = (
    r"(?:(?:[\w-]*(?:messag|shar|chat|stream|post|gam|network|text|vanish|disappear)ing|[\w-]*messages?"
    r"|popular|social|media|picture|photo|image|video|chat|clip|gaming|games?|teen(?:age)?|youth|tech|online"
    r"|internet|web|digital|US|American|Californian|Chinese|(?-i:[A-Z])\w+-(?:owned|run)|hugely|wildly|instant)\s+)"
)
_FIRM = rf"(?:{_APP}|giant|messenger|behemoth|titan|phenomenon)"
_POINTS = compiled(
    rf"\b(?:{_THOSE}\s+(?:(?P<ages>ages\b)|(?P<age>(?:age(?:[\s-]+(?:group|range|band|bracket))?|age-?group"
    r"|bracket|point\s+in\s+their\s+li(?:fe|ves))\b(?!\s+(?:is|was|limit)\b))"
    r"|(?P<one>(?:group|category|cohort)\b|(?:young\s+)?(?:children|youngsters|kids|pupils)\b))"
    # not "it says that the platform was known"
    rf"|(?:that|(?:the|that|this)\s+same)\s+(?:(?!(?:the|an?|no|any|each|every|its|their)\s)[\w-]+\s+)?(?P<part>{_APP})\b"
    rf"|(?:on|over|via|through|using|involved|used)\s+(?:the|that|this)\s+(?:[\w-]+\s+)?(?P<on>{_APP})\b"
    r"(?!\s+(?:is|was|were|of)\b)"
    rf"|(?:the\s+{_SORT}+(?P<sort>{_FIRM})|(?P<its>the\s+{_APP}(?=\s+(?:was|had\s+been|is)\s+(?:used|involved|named|cited|mentioned|implicated|{BLAMED})"
    rf"|\s+(?:featured|feature[sd]?|came\s+up|cropped\s+up|accounted|appear(?:s|ed))\b)))\b"
    r"|(?:child(?:ren)?|youngsters?|victims?|pupils?|kids)\s+(?P<so>(?:so|that|this)\s+(?:old|young))\b"
    r"|against\s+(?P<them>them)\b)"
)
_A_GROUP = compiled(r"\b(?:group|category|cohort)\Z")
_A_BAND = compiled(r"(?:group|range|band|bracket)\Z")
_AN_END = compiled(r"\b(?:youngest|oldest)\b[^.;:]*\Z")  # how old one child was: no group
_KINDS = {"ages": "age", "age": "age", "so": "age", "part": "part", "on": "part"}
_DESCRIBED = ("sort", "its")


def pointed(
    passage: Passage,
    named: Sequence[Mention[NamedCategory]],
    modes: Sequence[Mention[NamedCategory]],
    *,
    has_persons: bool = True,
) -> Iterator[Mention[NamedCategory]]:
    """Every phrase that points back, with what it points to.

    An age or a platform is the one named last, perhaps as the most common age, or else the next one
    of the same sentence; a group is what was named last, some children what this sentence or the
    one before it named; with `has_persons`, "against them" the one sex that these name.
    """
    before = sorted((*named, *modes), key=lambda each: each.start)
    for match in _POINTS.finditer(passage.text):
        found = str(match.lastgroup)
        if is_taken(match.span(), named) or _is_named_next(passage, named, match.end()):
            continue
        if found in _DESCRIBED:
            part = _only_part(passage, before, match.start())
            if part and _may_be(match[0], part):
                yield Mention(*match.span(), part)
            continue
        if found == "them":
            if has_persons and (one := _only_sex(passage, before, match.start())):
                yield Mention(*match.span("them"), one)
            continue
        first = 0 if found in _KINDS else passage.with_sentence_before(match.start())[0]
        of_kind = [
            m.slot
            for m in within(before, (first, match.start()))
            if m.slot.kind == _KINDS.get(found, m.slot.kind)
            and not (_A_BAND.search(match[0]) and _AN_END.search(passage.before(m.start)))
        ]
        if not of_kind and _A_GROUP.search(match[0]):
            of_kind = [m.slot for m in within(before, (0, match.start()))]
        if found in _KINDS and not of_kind:
            # "Children that young need help: 14 offences were against those aged ten and under."
            _, end = passage.sentence_bounds(match.start())
            later = within(before, (match.end(), end))
            of_kind = [m.slot for m in later if m.slot.kind == _KINDS[found]][:1]
        is_single = bool(of_kind) and found == "ages" and of_kind[-1].low == of_kind[-1].high
        if of_kind and not is_single:
            yield Mention(*match.span(), of_kind[-1])
        elif found in _KINDS:
            yield Mention(*match.span(), NamedCategory(NOT_UNDERSTOOD, match[0]))


def _is_named_next(passage: Passage, named: Sequence[Mention[NamedCategory]], at: int) -> bool:
    """Whether words for an app lead to its name, and point nowhere: "the messaging app Kik"."""
    parts = (m.start for m in within(named, (at, at + 40)) if m.slot.kind == "part")
    return any(passage.text[at:start].isspace() for start in parts)


_OF_A_FIRM = (
    (compiled(r"\b(?:Meta|Facebook)-"), {"instagram", "facebook", "whatsapp", "messenger"}),
    (compiled(r"\b(?:Google|Alphabet)-"), {"youtube"}),
    (compiled(r"\bMicrosoft-"), {"skype", "xbox"}),
    (compiled(r"\b(?:Chinese|ByteDance)\b"), {"tiktok"}),
    (compiled(r"\b(?:photo|picture|image)\b"), {"instagram", "snapchat"}),
    (compiled(r"\b(?:disappear|vanish)"), {"snapchat"}),
    (compiled(r"\b(?:video|clip)\b"), {"tiktok", "youtube"}),
)


def _may_be(words: str, part: NamedCategory) -> bool:
    """Whether words that describe an app fit one: "the Meta-owned app" is not Snapchat."""
    fit = [names for pattern, names in _OF_A_FIRM if pattern.search(words)]
    return all(part.name.casefold() in names for names in fit)


_OTHERS = compiled(
    r"\b(?:child(?:ren)?|youngsters?|kids|pupils?|young\s+people|teenagers?|victims?)\b"
)


def _only_sex(
    passage: Passage, named: Sequence[Mention[NamedCategory]], at: int
) -> NamedCategory | None:
    """The one sex named before "them", with no word for children since: "Boys, too. 30 against"."""
    start, _ = passage.with_sentence_before(at)
    inside = within(named, (start, at))
    is_one = inside and inside[-1].slot.kind == "sex" and len({m.slot for m in inside}) == 1
    if not is_one or _OTHERS.search(passage.text, inside[-1].end, at):
        return None
    return inside[-1].slot


def _only_part(
    passage: Passage, named: Sequence[Mention[NamedCategory]], at: int
) -> NamedCategory | None:
    """The one platform that the sentence before names, or the headline, or all before it."""
    start, _ = passage.with_sentence_before(at)
    _, headline = passage.sentence_bounds(0)
    for bounds in ((start, at), (0, min(headline, at)), (0, at)):
        parts = {m.slot for m in within(named, bounds) if m.slot.kind == "part"}
        if len(parts) == 1:
            return min(parts)
    return None
