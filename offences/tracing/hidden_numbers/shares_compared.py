"""Two shares compared, another body's and perhaps ours of a hidden part: "8%, above the 4%".

"Kik is hidden. In England it was 8%, above the 4%" leaves open whose the second share is, so it may
be the hidden one. Where each of the two is released, of a part named there, it tells nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces, names_own
from offences.tracing.hidden_numbers.rounded_shares import is_rounded_share


def shares_compared(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The share of two compared beside a hidden part that is no released one of a part there."""
    passage, scene = gated.passage, gated.binder.scene
    own = next((each for *_, each, is_own in forces if is_own), None)
    shares = [c for c in gated.candidates if c.kind == "percent"]
    if own is None:
        return
    for first, second in pairwise(shares):
        bounds = passage.sentence_bounds(first.start)
        if not _ABOVE_ANOTHER.fullmatch(passage.text, first.end, second.end):
            continue
        bodies = [m.slot.name for m in within(scene.bodies, bounds)]
        if all(names_own([each], forces) for each in bodies):
            continue
        if _CHANGED.search(passage.text, bounds[0], first.start):
            continue  # "rose by 8%, above the 4% of the year before"
        said = {m.slot for m in within(scene.categories, bounds)} - NOT_KNOWN
        before = gated.named_before(bounds[0]) - NOT_KNOWN if bounds[0] else set()
        hidden = own.touched(said) or own.touched(said | before)
        if hidden and not (
            _is_released(gated, first, said | before)
            and _is_released(gated, second, said or before)
        ):
            yield second.start, second.end, names_of(hidden[0])


def _is_released(gated: GatedText, share: Candidate, named: Collection[NamedCategory]) -> bool:
    """Whether a share is that of one of the parts named, in the force or in the nation."""
    documents = gated.documents
    counts = (documents.local.counts, documents.national.counts)
    return any(_is_share_of(gated, share, of, named) for of in counts)


def _is_share_of(
    gated: GatedText,
    share: Candidate,
    counts: Iterable[SayableCount],
    named: Collection[NamedCategory],
) -> bool:
    of_parts = [c for c in counts if len(c.categories) == 1 and c.categories <= {*named}]
    wholes = [c.value for c in counts if not c.categories and c.role in ("known", "of")]
    figure = replace(share, modifier="")
    return is_rounded_share(gated.passage.text, figure, [c.value for c in of_parts], wholes)


_ABOVE_ANOTHER = compiled(
    r"[^.;\d]{0,60}?\b(?:below|above|under|over|behind|ahead\s+of|beating|than|from|against|to|with)\s+"
    r"(?:(?:the|our|its|their|a)\s+)?(?:[\w-]+\s+)?[\d.]+\s?(?:%|per\s?cent|percent)"
)
_CHANGED = compiled(
    r"\b(?:rose|rises?|risen|increased?|grew|grown|went|gone|up|down|fell|fallen|falls?|dropped|drop|jumped)\s+"
    r"(?:by\s+|of\s+)?(?:[\w-]+\s+)?\Z"
)
