"""A child or a family of the force behind a hidden part: "as a Dunmarsh pupil did".

Advice, a norm or a school's lesson names the part; the words for the person say that it happened.
"""

import re
from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own, own_hidden
from offences.tracing.hidden_numbers.nouns import PERSON, SEVERAL
from offences.tracing.hidden_numbers.phrases import Span


def persons_of_force(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words for a person of the force in a sentence with a hidden part, or the next one."""
    text, passage, scene = gated.passage.text, gated.passage, gated.binder.scene
    for bounds in dict.fromkeys(passage.sentence_bounds(m.start) for m in scene.categories):
        hidden = own_hidden(forces, within(scene.categories, bounds))
        if not hidden or gated.is_of_another_named_before(bounds[0], forces):
            continue
        _, last = passage.with_sentence_after(bounds[0])
        named = within(scene.categories, (bounds[1], last))
        words = (m for m in named if not _A_TEENAGER.match(text, m.start))
        is_next = not any(m.slot.kind != "sex" for m in words)
        near = bounds[0], last if is_next else bounds[1]
        own = [m for m in within(scene.bodies, near) if names_own([m.slot.name], forces)]
        spans = [m.span() for m in _WERE_ON_IT.finditer(text, *bounds)]
        for body in own:
            led = _SOMEBODY_FROM.search(text, near[0], body.start)
            found = _behind(text, (body.start, body.end), near) or led
            if found and not _OPEN.search(text, near[0], min(found.start(), body.start)):
                spans.append(found.span())
        if is_next and own and bounds[1] < last:
            spans += [m.span() for m in _IT_HAPPENED.finditer(text, bounds[1], last)]
        yield from ((*span, names_of(hidden[0])) for span in spans[:1])


def _behind(text: str, body: Span, near: Span) -> re.Match[str] | None:
    """The person behind the name of the force: "the Dunmarsh mum", "in Dunmarsh a girl did"."""
    patterns = [_SOMEBODY_OF, _SOMEBODY_THERE]
    if _THE.search(text, near[0], body[0]):
        patterns.append(_THE_ONE)
    return next(filter(None, (each.match(text, body[1], near[1]) for each in patterns)), None)


_NO_ROLE = (
    r"(?![\w’'-])(?!\s+(?:of\s+(?:one|two|three|four|five|\d)|protection|safety|abuse|services?|support|charity|care"
    r"|council|liaison|link|league|team|poster|exploitation|tells?|told|says?|said|asked|writes?|wrote|reps?|journalists?)\b)"
)
_A_TEENAGER = compiled(r"(?:teen(?:ager)?|toddler|youngster|infant|bab(?:y|ies))s?\b")
"""A word for a child that stands for an age as well."""
_CHILD = rf"(?:(?![\w-]*year-old){PERSON}|{SEVERAL}|victim|schoolmate|classmate|schoolchild)"
_SOMEBODY_OF = compiled(
    rf"\s+(?:(?:youngest|only|own)\s+)?(?:{_CHILD}|caretaker|groomer)(?:[’']s)?{_NO_ROLE}(?!\s+(?-i:[A-Z]))"
    rf"|[’']s\s+(?:(?:youngest|own|only|few|two)\s+)?(?:{_CHILD}|victims(?=\s+(?:had|have|did|do|were|never|all|both|say|know)\b)|families|lads|caretaker|abuser)\b{_NO_ROLE}"
    rf"|\s+(?:has|had|have)\s+(?:an?|the|one|some|its)\s+(?:\w+\s+)?{_CHILD}{_NO_ROLE}"
)
"""Behind the name of the force: "Dunmarsh pupil", "'s victims", "has a lad"."""
_THE = compiled(
    r"\b(?:the|that|this|those|some|plenty\s+of|only|fewer|few|most|one|two|three)\s+(?:the\s+)?\Z"
)
_THE_ONE = compiled(
    r"\s+(?:mum|mother|dad|father|family|trial|verdict|case|victims|families|homes|parents\s+of|school\s+of|team\s+that|man|children|teacher|coach)\b"
    rf"{_NO_ROLE}(?!\s+(?-i:[A-Z]))"
)
_SOMEBODY_THERE = compiled(
    rf",?\s+(?:an?|one|some|few|hardly\s+any|barely\s+any)(?:\s+(?:\w+\s+)?{_CHILD})?\s+(?:did|do|does|has|have|had|was|were|met|went)\b"
)
"""Behind "in Dunmarsh": "a teenager did", "hardly any do"."""
_SOMEBODY_FROM = compiled(
    rf"(?:\b(?:an?|the|one|that|this|our|some)\s+(?!youngest\b|oldest\b)(?:\w+\s+)?{_CHILD}|\b{SEVERAL})\s+(?:from|in|of)\s+\Z"
)
_IT_HAPPENED = compiled(
    rf"(?<=[.!?]\s)(?:an?|the|one|that|each|every|some)\s+(?:\w+\s+)?(?:{_CHILD}|caretaker)s?\b{_NO_ROLE}[^.;]{{0,30}}?"
    r"\s(?:was|were|did|had|paid|told|trusted|went|met|lost|knew|wish|[a-z]{2,}ed)\b"
)
"""At the start of the next sentence: "A classmate was harmed"."""
_WERE_ON_IT = compiled(
    rf"\b(?:the\s+|two\s+)?(?:{SEVERAL}|(?<=[.!?]\s)the\s+{_CHILD})\s+(?:was|were|had|used|met)\b"
)
_OPEN = compiled(
    r"\b(?:could|can|might|may|would|whether|any|no|each|so\s+that|in\s+case|identify\w*|protect\w*)\W+(?:[\w’'-]+\W+){0,3}\Z"
)
"""Before the person, where it may be anybody: "so that no Dunmarsh child is identified"."""
