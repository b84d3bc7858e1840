"""Those left over from a number: of which nothing is known, or which alone something is."""

from offences.tracing.binding.categories import UNKNOWN, attribute_kind
from offences.tracing.binding.known import REST_BEFORE, is_rest
from offences.tracing.binding.mentions import Zones, within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled

# "Fourteen of the remaining 118 relate to children of ten or younger"
_PART_OF = compiled(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their)\s+)?(?:remaining|other)\s+")
# "I can speak for 83 of those crimes, because in the rest no platform was entered"
_IN_THE_REST = compiled(
    r"(?:\s+of\s+(?:those|these|them)\b)?(?:\s+(?:of\s+)?(?:(?:the|its)\s+)?(?:offences|crimes|cases|records))?(?:,|;|\s[–—-])?\s+"
    r"(?:(?:because|as|since|for|and|but|while|though)\s+)?(?:(?:in|for|of|with)\s+)?the\s+(?:rest|others|remainder)\b"
    r"[^.;:\d]*"
)


def unknown_rest(scene: Scene, figure: Candidate, zone: Zones) -> str:
    """What is not known of those left over: "In the other 86 cases, no app is listed"."""
    passage, categories = scene.passage, scene.categories
    is_number = figure.kind in (*VALUES, "difference")
    is_left = is_number and is_rest(passage, figure, zone.before[0], zone.after[1])
    if not is_left or within(categories, zone.near_after):
        return ""
    for start, end in (zone.sentence, passage.bounds_before(zone.sentence[0])):
        if of := attribute_kind(passage.text[start:end]) or scene.only_kind(start, end):
            return of
    return ""


def detail_of_remaining(scene: Scene, figure: Candidate, zone: Zones) -> str:
    """What is known of a number alone, as it is not of the rest, here or in the sentence before.

    "Among the other 118", "Of 83, as in the rest none was entered".
    """
    passage = scene.passage
    rest = _IN_THE_REST.match(passage.text[: zone.sentence[1]], figure.end)
    unknown = UNKNOWN.search(rest[0]) if rest else None
    if unknown and not within(scene.categories, zone.before):  # "boys in 28; in the rest"
        return attribute_kind(unknown[0])
    if not REST_BEFORE.search(passage.before(figure.start)):
        return ""
    start, _ = passage.bounds_before(zone.sentence[0])
    unknown = UNKNOWN.search(passage.text, start, figure.start)
    is_part = within(scene.categories, zone.near_after)
    before = scene.figures_in(zone.sentence[0], figure.start)[-1:]
    is_whole = any(_PART_OF.fullmatch(passage.text, f.end, figure.start) for f in before)
    return attribute_kind(unknown[0]) if unknown and (is_whole or not is_part) else ""
