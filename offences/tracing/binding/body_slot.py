"""The body that a figure is said of."""

import re

from offences.tracing.binding.bodies import AREA, Bodies, Body
from offences.tracing.binding.mentions import Mention, Zones, within
from offences.tracing.binding.of_all_forces import (
    FORCES,
    OF_FORCES,
    are_asked,
    are_bound_to,
    forces_behind,
    is_in_all,
    is_named_last,
    is_of_one_among,
    is_of_them_all,
    is_whole_of_next,
)
from offences.tracing.binding.owners import (
    WITH_PREPOSITION,
    are_both,
    has_no_number,
    is_headed,
    is_its_own_past,
    is_measure,
    named_with_us,
    opens_a_clause,
    owner,
    sharing_body,
    speaker,
    whose_own,
)
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_THE_FORCE = compiled(rf"the\s+(?:local\s+)?(?:{AREA})|locally|here")
_IT = compiled(r"\W*(?:it|its|the\s+(?:force|constabulary))\b")
_ITS = compiled(r"\W*its\s")  # at the start of a paragraph, too
_THE_OTHERS = compiled(
    r"\W*the\s+(?:others|rest)\s+(?:\w+ly\s+)?(?:recorded|counted|logged|reported|had|have)\b"
)
_THEY = compiled(r"\W*(?:they|between\s+them|together)\b")
_ALL_TOGETHER = compiled(
    r"\W*(?:(?:for|across|among|over|in|taking|adding)\s+)?all\s+(?:of\s+)?(?:them|these|those)\s+(?:(?:taken|put|added)\s+)?(?:together|combined|up)\b"
)
_THERE = compiled(
    r"\W*there(?:,|\s+(?:the|police|officers|it|they|numbers?|offences|crimes|cases|recorded))\b"
)
_TOGETHER = compiled(
    r"\b(?:together|combined|between\s+them|in\s+total|altogether|jointly|added\s+up)\b"
)
_LIST = re.compile(
    r"\s*+(?:,?\s*+(?<=\s)(?:and|or)|,|&)\s*+(?:in\s+|by\s+|for\s+)?(?:the\s+)?", re.IGNORECASE
)
_OF_BODY = compiled(
    r"(?:\b(?:in|across|by|for|at|from|to|within|throughout|among|around"
    r"|of)\s+(?:all\s+)?(?:the\s+)?(?:rest\s+of\s+"
    r"|(?:replying|responding|reporting|answering|participating)\s+)?|^\s+(?:the\s+)?)$"
)
_COMPARATIVE = compiled(
    rf"\b(?:(?:more|fewer|less)(?!\s+than\s+(?:{NUMBER}\b|(?:\w+\s+)?(?:half|thirds?|quarters?|fifths?"
    r"|tenths?)\b))|higher|lower|worse|better|greater|safer|bigger|larger|smaller|times"
    r"|twice|double|triple|ahead|behind(?=\s+(?:of\s+)?(?-i:[A-Z])))\b[^.;:\d\"“”]{0,40}?"
    r"\b(?:than|as|of|that\s+(?:of|in))\s+(?:(?:in|the|that|those|of|figure|rate|number|recorded|by"
    r"|for|as|many|its|neighbou?r\w*,?|nearby|next-door)\s+)*$"
)
_THAN_THE = compiled(
    r"\b(?:above|below|than|behind|beyond|ahead\s+of|short\s+of|exceed\w*|top(?:s|ped|ping)"
    r"|beat(?:s|ing)?|pass(?:es|ed))\s+the\s+$"
)
_BY_BODY = compiled(
    r"\s+(?:\w+\s+)?(?:recorded\s+|logged\s+|seen\s+|counted\s+|reported\s+)?(?:by|in|of|for"
    r"|at)\s+(?:the\s+)?"
)
_AS_MANY = compiled(  # nor is one meant in "Crimes triple as Kent police act"
    r"\bas\s+(?:many|much)\s+$"
    r"|^(?:(?!\b(?:as|so|same)\s+[\w’'-]+\s|\b(?:(?:more|less)(?!\s+than\s+(?:doubl|tripl|trebl|halv))|fewer|higher|lower|half|twice|times)\b)[^.;:\n])*\s(?<!\bsame\s)as\s+(?:the\s+)?$"
)
_ASIDE = compiled(
    r"\b(?:like|unlike|alongside|besides|bar|except(?:\s+for)?|apart\s+from|excluding"
    r"|without)\s+(?:the\s+)?$"
    r"|\b(?:began|started|first|when\s+\w+)\s+ask(?:ed|ing)\s+(?:the\s+)?$"  # who is asked
    r"|\bincluding\s+(?:(?:those|the\s+\w+)\s+)?(?:here\s+)?(?:in\s+|by\s+|from\s+)?(?:the\s+)?$"
    r"|(?:^|[,;–—]\s+)\W*as\s+(?:(?:in|for|with)\s+)?(?:the\s+)?$"
    r"|,\s+(?:one|another|part)\s+of\s+[^,;.]*$|\ba\s+(?:crime|criminal\s+offence)\s+in\s+(?:the\s+)?$"
)
_RELATIVE = compiled(
    r",\s+(?:(?:which|who|whose|where)\b|(?:the|its)\s+(?:\w+est|\w+\s+(?:next\s+)?to|neighbour)\b)[^,.;:\d]*,\s"
)
_SPEAKS = compiled(
    r"[”\"’'],?\s+(?:said|says|added|adds|told)\b|\b(?:said|says|added|told)\b[^.;]*,"
)
_RANKED_AMONG = compiled(
    r"\b(?:alone|(?:high|low|larg|bigg|small|steep|sharp|fast|slow|great)\w*est|most|fewest|second|third|(?<!\ba\s)\w+th)\b"
    rf"[^.;:\d]{{0,30}}?\s(?:of|among|(?:given|sent|supplied|reported|recorded)\s(?:[^.;:\d]{{0,30}}?\s)?by)\s+(?:all\s+)?(?:the\s+)?(?:{NUMBER}\s+)?\Z"
)
_OURS = compiled(r"(?:our|we)\b")
_THE_TOTAL = compiled(r"\W*(?:the|their)\s+(?:combined\s+|overall\s+|grand\s+)?total\b")
_THAT_IS = compiled(
    r"\W*(?:that|this|it|which)(?:\s+(?:is|was|means|represents|equals|makes|works\s+out\s+at)|[’']s)"
    r"\s+(?:\w+\s+){0,5}"
)
# "It differs from England, where it was 13"
_WHERE_IT_WAS = compiled(
    r"(?:\s+(?:as\s+a\s+whole|in\s+general|overall))?,\s+where\s+(?:it|that|the\s+(?:age|figure|share|number|rate|proportion|rise|increase))"
    r"\s+(?:was|is|stood\s+at|came\s+to)\s+(?:(?:just|only|about|still|nearly)\s+)*"
)
_SAID_NEXT = re.compile("\u00a0{3,}")
"""What is in the place of the words that join a number to what the next sentence says of it."""
_ITEM = re.compile(r"\s*(?:[-•●▪◦‣■◆★☆✔✓✅►▶▸➤👉🔹🔸*>–]|\(?\d{1,2}[.)])\s")
_NEW_CLAUSE = re.compile(
    r"[:;](?!\d)(?!\s+(?:that|this|it)(?:[’']s|\s+(?:is|was))\s+(?:the|an?|so|true)\b)|,\s+(?:and\s+(?:that|comes?|came|follows?)|while|whereas|but|of\s+which)\b"
)
_OPENING = 160
"""The characters of a text that are its opening: a headline, the start of a sentence."""


def _behind_a_number(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind a number that it explains: "149. That's what Kent had"."""
    return max((m.end() for m in _SAID_NEXT.finditer(text, start, end)), default=start)


class BodyBinder:
    """Finds the bodies of a figure: in what follows it, before it, or carried over."""

    def __init__(self, scene: Scene, held: Bodies, *, has_speakers: bool = True) -> None:
        self.scene, self.held, self._has_speakers = scene, held, has_speakers
        before = [(m.start, scene.passage.before(m.start)) for m in scene.bodies]
        is_compared = {at for at, lead in before if _COMPARATIVE.search(lead)}
        self._compared = is_compared - {at for at, lead in before if _AS_MANY.search(lead)}
        self._compared -= {
            m.start for m in scene.bodies if is_its_own_past(scene, m, held.of_the_page)
        }
        self._aside = {at for at, lead in before if _ASIDE.search(lead)}
        self._aside |= {m.start for m in scene.bodies if has_no_number(m, scene.passage.text)}
        forces = (m for m in scene.bodies if m.slot is held.whole)
        self._asked = {
            m.start
            for m in forces
            if are_asked(m, scene.passage.text) or are_bound_to(m, scene.passage.text)
        }

    def bodies(self, figure: Candidate, zone: Zones) -> tuple[tuple[Body, ...], bool]:
        """The body said in what follows, else the last before it, else any of the sentence."""
        if in_turn := self.scene.turn(figure, self.scene.bodies):
            return (in_turn.slot,), False
        if repeated := self._of_what_it_repeats(figure, zone):
            return repeated
        is_of_all = self._has_speakers and is_of_them_all(self.scene, figure)
        page = self.held.of_the_page if self._has_speakers else self.held.whole
        if is_of_all or (page is not self.held.whole and is_in_all(self.scene, figure)):
            return (self.held.whole,), False
        own = owner(self.scene, figure) if self._has_speakers else None
        own = own or self._body_after(figure, zone) or self._body_before(figure, zone)
        if self._has_speakers and (own is None or _OURS.match(self.scene.passage.text, own.start)):
            own = speaker(self.scene, self.held, figure) or named_with_us(self.scene, own)
        if own is None and (own := self._body_later(figure, zone)):
            # What another figure has for its own is not this one's, if it comes after; but
            # "66 of the 287 offences in England".
            near = within(self.scene.bodies, zone.near_after)
            if own not in near and self._is_of_another(own, figure):
                if whole := sharing_body(self.scene, figure):
                    return self.bodies(whole, self.scene.zones(whole))
                own = None
        if own and self._has_speakers and (of_own := whose_own(self.scene, own, self.held.whole)):
            own = of_own
        if own is None or _THE_FORCE.fullmatch(self.scene.passage.text, own.start, own.end):
            carried = self._the_force_named(own, zone) or self._carried(figure, zone)
            carried = carried or (self.main_force(figure) if own else None)
            if own and carried in (None, self.held.whole):
                carried = own.slot  # "Nationally it is 24%. Here it is 35%."
            return ((carried,) if carried else ()), False
        group = self._group(own)
        if len(group) == 1:
            return (own.slot,), False
        numbers = self.scene.figures_in(*zone.sentence)
        is_sum = bool(_TOGETHER.search(self.scene.passage.sentence(figure.start)))
        if len(numbers) == len(group) and figure in numbers and not is_sum:
            return (group[numbers.index(figure)].slot,), False  # in turn
        if {m.slot.name for m in group} == self.held.members:
            return (self.held.whole,), False
        is_each = figure.kind in SHARES and are_both(self.scene, group)
        return tuple(m.slot for m in group), is_sum or (len(numbers) < len(group) and not is_each)

    def main_force(self, figure: Candidate) -> Body | None:
        """The force that a text is about though it is not the page's, until it names another.

        "Online abuse up in Kent | Kent had one of the steepest rises. The force recorded 735": it
        is the only one named before the figure, and its headline or first sentence names it.
        """
        text = self.scene.passage.text
        before = within(self.scene.bodies, (0, figure.start)) if self._has_speakers else []
        named = [m for m in before if self.held.is_named(m, text)]
        if not named or named[0].slot is self.held.of_the_page or named[0].start in self._aside:
            return None
        is_opening = named[0].start < _OPENING and not self._is_compared(named[0])
        is_one = len({m.slot.name for m in named}) == 1 and named[0].slot.evidence is not None
        return named[0].slot if is_opening and is_one else None

    def _of_what_it_repeats(
        self, figure: Candidate, zone: Zones
    ) -> tuple[tuple[Body, ...], bool] | None:
        """The bodies of what a share repeats: "152 of the 347 in Kent. That is 44 per cent"."""
        start = zone.sentence[0]
        is_of_it = figure.kind in (
            "percent",
            "fraction",
            "difference",
            "multiple",
            "rate",
            "interval",
        )
        if not (
            start and is_of_it and _THAT_IS.fullmatch(self.scene.passage.text, start, figure.start)
        ):
            return None
        if within(self.scene.bodies, (figure.end, zone.sentence[1])):
            return None
        before = self.scene.figures_in(*self.scene.passage.bounds_before(start))
        return self.bodies(before[-1], self.scene.zones(before[-1])) if before else None

    def _body_after(self, figure: Candidate, zone: Zones) -> Mention[Body] | None:
        if forces := forces_behind(self.scene, figure):
            return forces
        for mention in within(self.scene.bodies, zone.own):
            lead = self.scene.passage.text[figure.end : mention.start]
            is_adverb = WITH_PREPOSITION.match(self.scene.passage.text, mention.start)
            is_apart = self._is_compared(mention) or self._is_ranked_among(mention)
            if (_OF_BODY.search(lead) or is_adverb) and not is_apart:
                return mention
        return None

    def _body_before(self, figure: Candidate, zone: Zones) -> Mention[Body] | None:
        inside = within(self.scene.bodies, (zone.sentence[0], figure.start))
        text = self.scene.passage.text
        if inside and _WHERE_IT_WAS.fullmatch(text, inside[-1].end, figure.start):
            return inside[-1]
        asides = [m.span() for m in _RELATIVE.finditer(text, zone.sentence[0], figure.start)]
        forces = inside[-1] if len(inside) > 1 and inside[-1].slot is self.held.whole else None
        if forces and is_of_one_among(self.scene, forces, figure):
            inside = inside[:-1]
        named = [
            m
            for m in inside
            if not (self._is_compared(m) or self._is_aside(m, figure) or self._is_ranked_among(m))
            and not any(start < m.start < end for start, end in asides)
        ]
        return named[-1] if named else None

    def _body_later(self, figure: Candidate, zone: Zones) -> Mention[Body] | None:
        """The first body behind the figure that its clause speaks of."""
        text = self.scene.passage.text
        for mention in within(self.scene.bodies, (figure.end, zone.sentence[1])):
            if _SPEAKS.search(text, figure.end, mention.start):
                return None
            is_other = bool(_NEW_CLAUSE.search(text, figure.end, mention.start))
            is_other = is_other or opens_a_clause(self.scene, mention, figure)
            is_apart = self._is_compared(mention) or self._is_ranked_among(mention)
            is_aside = self._has_speakers and self._is_aside(mention, figure)
            is_meant = mention.slot.name != "elsewhere" and not (is_apart or is_aside)
            if self._has_speakers and is_whole_of_next(self.scene, figure, mention):
                return None
            is_headline = is_headed(self.scene, figure, mention)
            if is_meant and (not is_other or is_headline or is_named_last(mention, text)):
                return mention
        return None

    def _is_of_another(self, mention: Mention[Body], figure: Candidate) -> bool:
        between = self.scene.figures_in(figure.end, mention.start)
        return any(each.kind not in ("forces", "coverage") for each in between)  # "the six forces"

    def _is_ranked_among(self, mention: Mention[Body]) -> bool:
        """Whether all forces are those that one is ranked among: "the highest of the 12 forces"."""
        is_whole = self._has_speakers and mention.slot is self.held.whole
        return is_whole and bool(_RANKED_AMONG.search(self.scene.passage.before(mention.start)))

    def _is_aside(self, mention: Mention[Body], figure: Candidate) -> bool:
        is_asked = mention.start in self._asked and figure.kind not in OF_FORCES
        return is_asked or mention.start in self._aside or is_measure(self.scene, mention, figure)

    def _is_compared(self, mention: Mention[Body]) -> bool:
        return mention.start in self._compared

    def _the_force_named(self, own: Mention[Body] | None, zone: Zones) -> Body | None:
        """The force that its sentence named before it: "In Kent the force is small"."""
        if own is None:
            return None
        whole = self.held.whole
        named = within(self.scene.bodies, (zone.sentence[0], own.start))
        forces = [m.slot for m in named if m.slot.evidence and m.slot is not whole]
        is_one = len({each.name for each in forces}) == 1 and len(named) == len(forces)
        return forces[-1] if is_one else None

    def _group(self, own: Mention[Body]) -> list[Mention[Body]]:
        """The bodies listed with one: "Kent, Surrey and Warwickshire"."""
        if own not in self.scene.bodies:
            return [own]  # that of an officer, who names none
        place = self.scene.bodies.index(own)
        first = last = place
        while first > 0 and self._is_listed(self.scene.bodies[first - 1], self.scene.bodies[first]):
            first -= 1
        while last + 1 < len(self.scene.bodies) and self._is_listed(
            self.scene.bodies[last], self.scene.bodies[last + 1]
        ):
            last += 1
        group = [*self.scene.bodies[first : last + 1]]
        link = self.scene.passage.text[group[-2].end : group[-1].start] if last > first else ","
        # "In Northshire, Eastmere Police recorded …", "…, the Eastmere force" list nothing.
        is_list = len(group) > 2 or link.split() not in ([","], [",", "the"])
        return group if is_list and len({m.slot.name for m in group}) > 1 else [own]

    def _is_listed(self, one: Mention[Body], other: Mention[Body]) -> bool:
        return bool(_LIST.fullmatch(self.scene.passage.text, one.end, other.start))

    def _carried(self, figure: Candidate, zone: Zones) -> Body | None:
        """The body that the sentence before opens with, in the same paragraph."""
        if zone.sentence[0] == 0:
            return None
        if row := self.scene.passage.row(zone.sentence[0]):
            named = within(self.scene.bodies, row.heading)
            above = [m for m in named if m.slot.evidence] or named  # not who collected them
            return above[0].slot if len({m.slot.name for m in above}) == 1 else None
        text = self.scene.passage.text
        if self._has_speakers and (question := self.scene.passage.question(zone.sentence[0])):
            asked_of = {m.slot.name: m for m in within(self.scene.bodies, question)}
            only = next(iter(asked_of.values()), None)
            if only and len(asked_of) == 1 and not self._is_compared(only):
                return only.slot
        start, end = self.scene.passage.sentence_bounds(zone.sentence[0] - 1)
        is_item = _ITEM.match(text, zone.sentence[0])
        while is_item and start and _ITEM.match(text, start):
            start, end = self.scene.passage.sentence_bounds(start - 1)  # to the line above the list
        is_apart = "\n" in text[end - 1 : zone.sentence[0] + 1] and not is_item
        if is_apart and _ITS.match(text, zone.sentence[0]):
            start, end = self.scene.passage.bounds_before(zone.sentence[0])
        elif is_apart:
            return None
        if self._has_speakers and _THE_OTHERS.match(text, zone.sentence[0]):
            first, _ = self.scene.passage.with_sentence_before(start)
            return self.held.whole if FORCES.search(text, first, end) else None
        inside = within(self.scene.bodies, (start, end))
        found = [m for m in inside if m.slot.name != "elsewhere"]
        if self._has_speakers:
            found = [m for m in found if not self._is_aside(m, figure)]
            if _IT.match(text, zone.sentence[0]):  # and no street that a force is in
                found = [m for m in found if m.slot.evidence] or found
            if _ALL_TOGETHER.match(text, zone.sentence[0]) and FORCES.search(text, start, end):
                return self.held.whole
        is_total = self._has_speakers and _THE_TOTAL.match(text, zone.sentence[0])
        opens_so = _THEY.match(text, zone.sentence[0]) or is_total
        are_forces = opens_so and found and FORCES.search(text, start, end)
        if are_forces and all(m.slot is self.held.whole for m in found):
            return self.held.whole  # "41 of the 44 forces replied. They recorded …"
        if not found:
            return None
        if self._has_speakers and _THERE.match(text, zone.sentence[0]):
            return found[-1].slot  # "It is another story in Kent. There the number fell"
        start = _behind_a_number(text, start, found[0].start)
        opening = text[start : found[0].start]
        numbers = [f for f in self.scene.figures_in(start, end) if f.kind not in OF_FORCES]
        opens = len(opening) < 30 and not any(f.start < found[0].start for f in numbers)
        alone = len({m.slot.name for m in found}) == 1
        is_it = _IT.match(text, zone.sentence[0]) and opening.strip() in ("", "The")
        return found[0].slot if (alone and not numbers) or (opens and (alone or is_it)) else None

    def compares_number(self, figure: Candidate, zone: Zones) -> bool:
        """Whether a number is another force's, as a measure: "below the 255 recorded by Kent"."""
        after = within(self.scene.bodies, zone.near_after)
        if not (after and _THAN_THE.search(self.scene.passage.before(figure.start))):
            return False
        own = {m.slot.name for m in within(self.scene.bodies, (zone.sentence[0], figure.start))}
        other = after[0].slot.name
        is_by = _BY_BODY.fullmatch(self.scene.passage.text, figure.end, after[0].start)
        return bool(own and is_by) and other not in {*own, self.held.whole.name}

    def compares(self, zone: Zones) -> bool:
        return any(self._is_compared(m) for m in self._around(zone))

    def compared(self, zone: Zones) -> list[Mention[Body]]:
        """The bodies that a figure measures another by: "71 times as many as Kent"."""
        return [
            m
            for m in self._around(zone)
            if _COMPARATIVE.search(self.scene.passage.text, zone.before[0], m.start)
        ]

    def _around(self, zone: Zones) -> list[Mention[Body]]:
        inside = within(self.scene.bodies, zone.sentence)
        return [m for m in inside if m.start in range(zone.before[0], zone.after[1])]
