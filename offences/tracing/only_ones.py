"""The force that a text calls the only one with a rise or a fall."""

import re
from collections.abc import Iterator

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import FALL, RISE, compiled
from offences.tracing.ranks import pointed_to

_CHANGE = rf"(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\b(?!\s+than\s+\d)"
_THE_ONLY = (
    r"(?:(?:also|still|now|again)\s+)?(?:the|our)\s+(?:only|one|sole)\s+(?:force|constabulary|county|area|one|place)\b"
    rf"[^.;:,\d]{{0,40}}?\s{_CHANGE}"
)
_IS_ONLY = compiled(rf"(?:\s+Police)?\s+(?:is|was)\s+{_THE_ONLY}")
# "It is also the only force with a fall"
_IT_IS_ONLY = compiled(
    r"(?:\A|(?<=[\s“\"]))(?:it|that|this|ours|the\s+(?:force|county|area|constabulary))(?:\s+(?:is|was)|[’']s)\s+"
    rf"{_THE_ONLY}"
)
# "The only force with a fall was Kent"
_ONLY_IS = compiled(rf"\b{_THE_ONLY}[^.;:,\d]{{0,40}}?\s(?:is|was)\s+\Z")
_ONLY_BEFORE = compiled(r"\bonly\s+(?:in\s+)?\Z")
_ONLY_DID = compiled(
    r"(?:\s+Police)?(?:\s+alone)?\s+(?:did\s+the\s+(?:number|figure|total)\s+|recorded\s+|reported\s+|saw\s+|had\s+|has\s+|showed\s+)?"
    rf"(?:an?\s+|any\s+)?{_CHANGE}"
)
_ALONE = compiled(r"(?:\s+Police)?\s+alone\s")
_WHOLE_PERIOD = compiled(
    r"\b(?:over|across|during|throughout)\s+(?:the|this)\s+(?:whole\s+|entire\s+)?(?:period|series)\b"
    r"|\bat\s+the\s+(?:beginning|start|outset)\b|\bsince\s+the\s+(?:beginning|start)\b"
)


def only_ones(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places where a force is falsely called the only one that rose, or fell."""
    passage, national = binder.scene.passage, documents.national
    for it_is in _IT_IS_ONLY.finditer(passage.text):
        name = pointed_to(it_is.start(), binder, documents)
        if _is_false(name, it_is, binder, national):
            yield it_is.span()
    for mention in binder.scene.bodies:
        name = mention.slot.name
        if name not in national.members:
            continue
        said = _claim(passage, mention.start, mention.end)
        said = said or _ONLY_IS.search(
            passage.text, passage.sentence_bounds(mention.start)[0], mention.start
        )
        if said and _is_false(name, said, binder, national):
            yield min(mention.start, said.start()), max(mention.end, said.end())


def _is_false(name: str, said: re.Match[str], binder: Binder, national: Evidence) -> bool:
    """Whether another force changed in the same direction, or the one that is named did not."""
    at = said.start("rise" if said["rise"] else "fall")
    gaps = _gaps(national, _base(binder.scene, at, national))
    changed = {n for n, gap in gaps.items() if (gap > 0 if said["rise"] else gap < 0)}
    return name in gaps and changed != {name}


def _claim(passage: Passage, start: int, end: int) -> re.Match[str] | None:
    if found := _IS_ONLY.match(passage.text, end):
        return found
    is_only = _ONLY_BEFORE.search(passage.before(start)) or _ALONE.match(passage.text, end)
    return _ONLY_DID.match(passage.text, end) if is_only else None


def _base(scene: Scene, at: int, national: Evidence) -> Year:
    """The year that the latest is compared with: one that is named, the first, the one before."""
    latest = national.facts.latest
    named = within(scene.years, scene.passage.sentence_bounds(at))
    earlier = {year for m in named for year in m.slot.years if year < latest}
    if earlier:
        return min(earlier)
    is_whole = _WHOLE_PERIOD.search(scene.passage.sentence(at))
    return national.years[0] if is_whole else latest.previous


def _gaps(national: Evidence, base: Year) -> dict[str, int]:
    """How much more each force has than in a year, where it has both figures."""
    latest = national.facts.latest
    of = {name: national.member(name).values for name in national.members}
    return {n: v[latest] - v[base] for n, v in of.items() if latest in v and base in v}
