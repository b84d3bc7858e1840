"""The category that a figure is said of."""

import re
from bisect import bisect_right, insort
from dataclasses import replace

from offences.tracing.binding.added_parts import added_parts
from offences.tracing.binding.categories import attribute_kind
from offences.tracing.binding.known import AGAINST_THEM, IT_WAS_USED, NAMED_IT
from offences.tracing.binding.mentions import Mention, Zones, is_in_brackets, within
from offences.tracing.binding.mode_numbers import of_mode
from offences.tracing.binding.parts_before import IS_THERE, before_its_whole, part_there
from offences.tracing.binding.role_slot import BESIDE
from offences.tracing.binding.scene import NO_BOUNDARY, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import STRIKING, compiled

_ASIDE, _AGAINST = (
    compiled(r",\s+$"),
    # "The biggest group, 84 offences, was children aged 11 to 14"
    compiled(
        r"(?:\s+(?:offences|crimes|cases))?,\s+(?:(?:were|was|took\s+place|happened|occurred)\s+(?:(?:against|on|of|with)\s+)?"
        r"|(?:against|on|of|with|involved|involving|concerned)\s+)"
        r"(?:(?:children|victims|young\s+people|youngsters|kids|pupils|teenagers|those|a\s+child)\s+(?:who\s+(?:was|were)\s+)?)?"
    ),
)
# Through "176 – that is 80% of those known – were against girls" to the girls.
_ASIDE_THEN = compiled(
    r"(?:\s+[\w’']+){0,6}(?:\s+[–—]\s[^–—;.]*\s[–—]|,\s[^;.]*,)\s+(?:it\s+)?(?:were|was|had"
    r"|took\s+place|happened|occurred|involved|concerned)\b[^,;.\d]*"
)
# "19 per cent, or 141 offences, against boys"
_OR_NUMBER = compiled(
    r"(?:\s+of\s+(?:those|these|them|the\s+(?:offences|crimes|cases|total)))?"
    rf"(?:,\s+(?:or|that\s+is|which\s+is)\s+|\s+\(|,\s+)(?:some\s+|about\s+)?{NUMBER}(?:\s+(?:offences|crimes|cases))?[,)]\s+"
    r"(?:were\s+|was\s+|took\s+place\s+|happened\s+|occurred\s+)?(?:against|of|on|involved|involving|concerned)\s+"
)
_SAME_AGAIN = compiled(
    r"[^.\d]*\bshould\s+(?:have\s+(?:read|been|said)|be|read)\s+|[^.;\d]*\bcompare[sd]?\s+(?:with"
    r"|to)\s+"
)
# "Snapchat, named in 61, accounted for 38%"
_ASIDE_MADE_UP = compiled(
    r"(?:\s+(?:of\s+them|offences|cases|crimes|times))?,\s+(?:which\s+|it\s+)?(?:account(?:s|ed)\s+for|made\s+up"
    r"|makes\s+up|represent(?:s|ed)|was\s+in)\s+(?:(?:about|just|only|nearly|almost|over|some)\s+)*"
)
_THAT_IS = compiled(
    r"\W*(?:in\s+the\s+(?:former|latter|first|second)(?:\s+case)?,?\s+|in\s+(?:numbers|figures|all|other\s+words|plain\s+numbers|absolute\s+(?:terms|numbers)),?\s+)?(?:(?:that|this|it|which|its\s+(?:number|figure|count))(?:\s+(?:is|was)|[’']s)|(?:it|they|these|those|that|this)\s+(?:ma[dk]es?\s+up"
    r"|account(?:s|ed)?\s+for|represent(?:s|ed)?|amount(?:s|ed)?\s+to|form(?:s|ed)?|work(?:s|ed)?\s+out\s+(?:at|as)|c(?:omes?|ame)\s+(?:out\s+)?(?:to|at)"
    r"|equat(?:es?|ed)\s+to|equals?|translat(?:es?|ed)\s+(?:in)?to|add(?:s|ed)?\s+up\s+to|means?|meant))\s+"
    rf"(?:(?:well\s+|just\s+|only\s+|still\s+)?(?:more\s+than|less\s+than|over|under)\s+|{STRIKING}|\w+\s+)?"
)
# "That was true for 25% nationally as well", "the same held for 30%"
_THAT_HELD = compiled(
    r"\W*(?:that|this|it|the\s+same)\s+(?:was|is|held|holds|went|goes)\s+(?:also\s+)?(?:true\s+)?(?:for|of|in)\s+"
    r"(?:(?:about|just|only)\s+)*"
)
_WITH = compiled(r"\bwith\s+(?:\w+\s+)?$")
_THEN_WHO = compiled(r"\s+(?:of\s+)?(?:\w+,\s+)(?:the\s+|children\s+)?")
_IN_ALL = compiled(
    r"\s*(?:[\w’'-]+\s+){0,3}?(?:in\s+(?:all|total)|overall|altogether|all\s+together)\b"
)
_TOTAL_OF = compiled(r"\b(?:total\s+of|overall|in\s+all,?|in\s+total,?|altogether,?)\s+$")
# "There were 157 such cases", "there were 157 of them"
_SUCH = compiled(
    r"\s+(?:such\s+(?:cases|offences|crimes|incidents)\b|of\s+(?:them|these|those)(?=\s*(?:[.;!?]|$)))"
)
_NEW = compiled(r"\b(?:police|forces?|officers)\b")  # no short answer
# "Across England and Wales the share was", "here they were"
_IN_PLACE = (
    r"\W*(?:(?:in|across|for"
    r"|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:,?\s+(?:and\s+)?[A-Z][\w’'-]+){0,6},?\s+|(?:nationally"
    r"|locally|here|there),?\s+)?(?:where\s+(?:the\s+)?(?:\w+[’']s\s+)?(?:sex|gender|age)"
    r"(?:\s+of\s+the\s+\w+)?\s+(?:was|is)\s+\w+,?\s+)?"
)
_POINTS_BACK = compiled(
    rf"^{_IN_PLACE}(?:it|they"
    r"|these|those|this|that|both|there|the\s+(?:figure|number|total|same)"
    r"|of\s+(?:these|them|those|this)|among\s+(?:these|them)"
    r"|its\s+(?:share|proportion|percentage)(?=\s+of\s+(?:those|these|them)\b))\b"
)
# "Snapchat has 48 per cent here. Nationally its share is 45": of what had one before
_ITS_SHARE = compiled(
    r"\b(?:its|their)\s+(?:own\s+)?(?:share|proportion|percentage)(?:\s+(?:here|there|locally|nationally"
    r"|(?:in|across|for)\s+[^.;:,\d]{1,40}))?\s+(?:is|was|stands|stood)\s+(?:at\s+)?"
    r"(?:(?:just|only|about|nearly|almost|over|some)\s+)*\Z"
)
# "Boys were the victims in 28 of the 140. One in five, in other words."
_AGAIN_BEFORE = compiled(r"\W*(?:(?:or|so|about|roughly|nearly|almost|just|over)\s+){0,2}")
_AGAIN = compiled(
    r"(?:,\s+(?:in\s+other\s+words|put\s+(?:another\s+way|simply|differently)|if\s+you\s+(?:like|prefer|will)"
    r"|or\s+(?:so|thereabouts)|near\s+enough|roughly))?\s*(?:[.!?;]|\Z)"
)
# "Instagram tops the list. 36% of offences where the police could name a platform."
_OF_WHERE_KNOWN = compiled(
    r"\s+of\s+(?:(?:the|all|those|its)\s+)?(?:(?:offences|crimes|cases)\s+)?(?:where|in\s+which|for\s+which|with)\s[^.;:\d]*(?:[.!;]|\Z)"
)
# A platform records nothing: "it recorded 28" is said of a force.
_IT_RECORDED = compiled(
    r"\W*it\s+(?:has\s+|had\s+|also\s+)?(?:recorded|logged|registered|dealt\s+with|received"
    r"|investigated|counted)\b"
)
_IT_WAS_USED = compiled(rf"{_IN_PLACE}{IT_WAS_USED}")
# "Should I worry about Kik? What do the police say? It was mentioned in 15 of the cases"
_IT_WAS_USED_IN = compiled(
    rf"\W*(?:A(?:nswer)?\s?[:.]\s+)?{IT_WAS_USED}\s+(?:in|on)\s+(?:(?:only|just|about|some|nearly|over)\s+)*"
)
_THEY_WERE = compiled(
    rf"{_IN_PLACE}they\s+(?:were|are)\s+(?:the\s+)?(?:victims?|targets?|targeted)\b"
)
_IS_THE_SAME = compiled(
    rf"{_IN_PLACE}(?:it|they|these"
    r"|those|both|of\s+(?:these|them|those)|among\s+(?:these|them))\b"
    r"(?!\s+(?:is|are|was|were|do|did|does|has|have)\s*[:;,.])"  # "They are: across England 608 …"
)
_OF_WHOLE = compiled(
    r"\s+(?:(?:online|recorded|sexual|child|abuse)\s+)*(?:offences|crimes|cases)\s+(?:against"
    r"|involving|on)\s+(?:children\s+)?"
)
_OFFENCES = compiled(r"\s+(?:offences|crimes|cases)\b")  # "of the 80 Instagram offences"
# "Rose by 914, and Facebook was used in …": another clause.
_NEW_CLAUSE = compiled(r",\s+(?:and|but|while|whereas|with|when|as|after|before|because|so)\s")
_CHANGES = ("difference", "multiple", "record", "rate", "interval")
_OF_NEXT = compiled(r"[’']s?\s+\d")  # "36 offences to Snapchat's 57"
# "Snapchat named most as police log 263 crimes", "… as abuse crimes reach 25 a day"
_AS_POLICE = compiled(
    r"\bas\s+(?:police|forces?|officers|[\w\s]{0,60}?\b(?:offences|crimes|cases|numbers?|figures?"
    r"|total)\s+(?:reach\w*|hit\w*|rise|rose|soar\w*|top\w*|pass\w*|climb\w*|jump\w*))\b"
)
_COMMA = re.compile(r"[,;:–—]\s")
_OF_THOSE = compiled(r"\s*(?:of|among)\s+(?:those|all|the|these|them|\d)")
_AMONG = compiled(
    r"\b(?:among(?:st)?|out\s+of)\s+(?:(?:the|its|their|our|those|[\w’'-]+[’']s?)\s+)*\Z"
)
# "How the 13 Snapchat offences divide between boys and girls"
_DIVIDES = compiled(r"\b(?:divid|split)\w*\b|\bbr(?:eak|oken)\s+down\b")
# "149 offences were mostly against girls": not all of them
_MOSTLY = compiled(r"\b(?:mostly|mainly|largely|chiefly|overwhelmingly|predominantly|usually)\b")
_HOW_MANY_OF = compiled(r"\bhow\s+many\s+of\s+(?:the|its|their|our|[\w’'-]+[’']s?)\s+\Z")
_WERE = compiled(r"\b(?:is|are|was|were)\b")


class CategoryBinder:
    """Finds the categories of a figure."""

    def __init__(self, scene: Scene, *, adds_up: bool = True) -> None:
        self.scene, self._adds_up = scene, adds_up
        self._bound: dict[int, frozenset[NamedCategory]] = {}
        self._ends: list[int] = []  # of what is bound

    def with_categories(self, statement: Statement, zone: Zones) -> Statement:
        figure = statement.figure
        if statement.role:
            # The whole of "of the 300 offences": what follows is said of the part.
            near = within(self.scene.categories, zone.near_after)
            whole = [m for m in near if self._is_of_whole(figure, m)]
            return replace(statement, categories=frozenset(m.slot for m in whole))
        if in_turn := self.scene.turn(figure, self.scene.categories):
            return replace(statement, categories=frozenset({in_turn.slot}))
        several = self._adds_up and added_parts(self.scene, figure, zone)
        if several:
            return self._bind_to(statement, several)
        near = self._near(figure, zone)
        leading = self._leading(figure, zone, is_named_after=bool(near))
        found = near or self.scene.in_brackets(figure, self.scene.categories)
        if not leading and (before := self._named_before(figure, zone, found)):
            return self._bind_to(statement, before)
        if not (found or leading or figure.kind in ("count", "range")):
            found = self._further(statement, zone)
        kinds = {m.slot.kind for m in found}
        found = [*found, *[m for m in leading if m.slot.kind not in kinds][-1:]]
        if not found and (age := of_mode(self.scene, figure)):
            return self._bind_to(statement, frozenset({age}))
        found = found or self._elsewhere(figure, zone)
        if not found and (it := self._named_as_it(figure, zone)):
            return self._bind_to(statement, it)
        if not found and (same := self._of_the_figure_before(figure, zone)):
            return self._bind_to(statement, same)
        if figure.kind not in (*NO_BOUNDARY, "forces", "coverage"):
            self.scene.taken |= {*found}
        bound = self._bind_to(statement, frozenset(m.slot for m in found))
        is_such = bool(figure.kind in VALUES and _SUCH.match(self.scene.passage.text, figure.end))
        if found or not (carried := self._carried_category(zone, is_such=is_such)):
            return bound
        if AGAINST_THEM.match(self.scene.passage.text, figure.end):
            return self._bind_to(statement, carried)
        return replace(bound, alternatives=(replace(bound, categories=carried),))

    def _named_as_it(self, figure: Candidate, zone: Zones) -> frozenset[NamedCategory]:
        """The part that "it" stands for, two sentences before or nearer: "it was used in 41%"."""
        passage, start = self.scene.passage, zone.sentence[0]
        is_used = _IT_WAS_USED_IN.fullmatch(passage.text, start, figure.start)
        if not (is_used or NAMED_IT.search(passage.before(figure.start))):
            return frozenset()
        for _ in range(3):
            bounds = passage.bounds_before(start)
            if named := self.scene.parts_spoken_of(bounds):
                return frozenset({named[-1].slot}) if named[-1].slot.kind == "part" else frozenset()
            if not start or attribute_kind(passage.text[slice(*bounds)]):
                break
            start = bounds[0]
        return frozenset()

    def _near(self, figure: Candidate, zone: Zones) -> list[Mention[NamedCategory]]:
        """The names that follow the figure, up to where its words break off."""
        text = self.scene.passage.text
        near = [
            m
            for m in within(self.scene.categories, zone.near_after)
            if not (
                _OF_NEXT.match(text, m.end)
                or _DIVIDES.search(text, figure.end, m.start)
                or _MOSTLY.search(text, figure.end, m.start)
            )
        ]
        if _HOW_MANY_OF.search(self.scene.passage.before(figure.start)):
            # "How many of the 37 victims aged ten were girls?"
            near = [m for m in near if not _WERE.search(text, figure.end, m.start)]
        return near

    def _leading(
        self, figure: Candidate, zone: Zones, *, is_named_after: bool
    ) -> list[Mention[NamedCategory]]:
        """The names that lead to the figure: "Snapchat (96)", "girls: 240"."""
        text, before = self.scene.passage.text, self.scene.passage.before(figure.start)
        if _IN_ALL.match(text, figure.end) or _TOTAL_OF.search(before):
            return []
        if is_named_after and _AMONG.search(before):
            return []  # "how many girls were among the seven ten-year-olds"
        leading = [
            m
            for m in within(self.scene.categories, zone.before)
            if not (self._is_taken(m) or _AS_POLICE.search(text, m.end, figure.start))
        ]
        if figure.kind in ("rate", "interval"):
            return [m for m in leading if not _COMMA.search(text, m.end, figure.start)]
        return leading

    def _named_before(
        self, figure: Candidate, zone: Zones, found: list[Mention[NamedCategory]]
    ) -> frozenset[NamedCategory]:
        """What the words before named, where the figure's own name nothing or it stands aside."""
        text, (start, _) = self.scene.passage.text, zone.sentence
        is_share = figure.kind in SHARES
        is_aside = is_share and (is_in_brackets(text, figure) or not found)
        if is_aside and (before := self._of_the_figure_before(figure, zone)):
            # "Snapchat in 152 (44%), Instagram in 77 (22%)": the next name is of the next number.
            return before
        if found:
            return frozenset()
        if figure.kind in VALUES and IS_THERE.match(text, figure.end):
            return part_there(self.scene, start)
        if _IS_THE_SAME.match(text, start) and (carried := self._carried_category(zone)):
            return carried
        is_of_those = (
            _THAT_IS.fullmatch(text, start, figure.start)
            or (is_share and _THAT_HELD.fullmatch(text, start, figure.start))
            or (
                is_share
                and start > self.scene.passage.line_start(start)
                and _AGAIN_BEFORE.fullmatch(text, start, figure.start)
                and _AGAIN.match(text, figure.end)
            )
        )
        if is_share and _AGAIN_BEFORE.fullmatch(text, start, figure.start):
            named = self._only_part_before(figure, start)
            if named:
                return named
        its_share = is_share and _ITS_SHARE.search(text, start, figure.start)
        is_of_those = is_of_those or its_share
        first, _ = self.scene.passage.bounds_before(start) if is_of_those else (start, start)
        start = figure.start if its_share else start
        earlier = before_its_whole(self.scene, first, start) if figure.kind in VALUES else []
        # "Girls made up 80%. That is 192 offences": a number is that of a share alone
        if is_of_those and (is_share or any(f.kind in SHARES for f in earlier[-1:])):
            ends = [end for end, bound in self._bound.items() if bound and first <= end <= start]
            return self._bound[max(ends)] if ends else frozenset()
        return frozenset()

    def _only_part_before(self, figure: Candidate, start: int) -> frozenset[NamedCategory]:
        """The one part of the sentence before a share that is all its sentence says."""
        passage = self.scene.passage
        is_alone = _OF_WHERE_KNOWN.match(passage.text, figure.end)
        if not is_alone or start <= passage.line_start(start):
            return frozenset()
        before = passage.bounds_before(start)
        named = {m.slot for m in self.scene.parts_spoken_of(before)}
        is_one = len(named) == 1 and not self.scene.figures_in(*before)
        return frozenset(named) if is_one else frozenset()

    def _further(self, statement: Statement, zone: Zones) -> list[Mention[NamedCategory]]:
        """The names between a change, a rate or a share and the next figure."""
        figure, text = statement.figure, self.scene.passage.text
        after = within(self.scene.categories, zone.after)
        if figure.kind in _CHANGES or statement.way:
            return [m for m in after if not _NEW_CLAUSE.search(text, figure.end, m.start)]
        return after

    def _elsewhere(self, figure: Candidate, zone: Zones) -> list[Mention[NamedCategory]]:
        """The names in other places of the sentence that the words tie to the figure."""
        text, before = self.scene.passage.text, self.scene.passage.before(figure.start)
        inside = within(self.scene.categories, zone.sentence)
        behind: list[re.Pattern[str]] = []
        if figure.kind in SHARES:
            # "40 were aged ten or under, 11% of those with a known age": the same ones.
            earlier = [m for m in inside if m.end <= figure.start]
            if earlier and _OF_THOSE.match(text, figure.end):
                return earlier[-1:]
            if beside := [m for m in inside if BESIDE.fullmatch(text, m.end, figure.start)]:
                return beside
            behind.append(_OR_NUMBER)
        if _ASIDE.search(before):
            behind.append(_AGAINST)  # "The rest, 254, against girls"
        if figure.kind in VALUES:
            # "In 32 offences where age was recorded, the child was aged 10 or under"
            behind.append(_ASIDE_THEN)
        if _WITH.search(before):
            behind.append(_THEN_WHO)  # "With 82 offences, girls of 11 to 13 were …"
        for words in behind:
            if found := [m for m in inside if words.fullmatch(text, figure.end, m.start)]:
                return found[:1]
        return []

    def _bind_to(self, statement: Statement, said: frozenset[NamedCategory]) -> Statement:
        if said != statement.categories:
            statement = replace(statement, categories=said)
        return self.bind_to(statement)

    def bind_to(self, statement: Statement) -> Statement:
        """Remember the statement's category for the figures that follow; return the statement."""
        end = statement.figure.end
        if end not in self._bound:
            insort(self._ends, end)
        self._bound[end] = statement.categories
        return statement

    def _is_taken(self, mention: Mention[NamedCategory]) -> bool:
        return mention in self.scene.taken

    def _of_the_figure_before(self, figure: Candidate, zone: Zones) -> frozenset[NamedCategory]:
        """The category of the figure that it says again: "2% (1)", "105, which is 75%"."""
        end = self._ends[bisect_right(self._ends, figure.start) - 1] if self._ends else 0
        if not zone.sentence[0] < end <= figure.start or not self._bound[end]:
            return frozenset()
        text = self.scene.passage.text
        is_same = (
            is_in_brackets(text, figure)
            or _SAME_AGAIN.fullmatch(text, end, figure.start)
            or (figure.kind in SHARES and _ASIDE_MADE_UP.fullmatch(text, end, figure.start))
        )
        return self._bound[end] if is_same else frozenset()

    def _is_of_whole(self, figure: Candidate, mention: Mention[NamedCategory]) -> bool:
        text = self.scene.passage.text
        is_named = text[figure.end : mention.start].isspace() and _OFFENCES.match(text, mention.end)
        return bool(is_named or _OF_WHOLE.fullmatch(text, figure.end, mention.start))

    def _carried_category(self, zone: Zones, *, is_such: bool = False) -> frozenset[NamedCategory]:
        """The category of the sentence before, where this one points back: "There were three"."""
        lead = self.scene.passage.text[zone.sentence[0] : zone.before[1]]
        question = None if _NEW.search(lead) else self.scene.passage.question(zone.sentence[0])
        if question and (asked := self.scene.parts_spoken_of(question)):
            return frozenset({asked[-1].slot})
        sentence = self.scene.passage.text[slice(*zone.sentence)]
        if zone.sentence[0] == 0 or not (is_such or _POINTS_BACK.match(sentence)):
            return frozenset()
        if _IT_RECORDED.match(sentence):
            return frozenset()
        if is_such or _IT_WAS_USED.match(sentence):
            # Also where a paragraph begins: a force is not used.
            before = self.scene.passage.bounds_before(zone.sentence[0])
            named = self.scene.parts_spoken_of(before)
            if is_such and not named:  # "That is 9%. In Kent there were 22 such offences."
                named = self.scene.parts_spoken_of(self.scene.passage.bounds_before(before[0]))
            if not is_such:  # no teenagers "were used"
                named = [m for m in named if m.slot.kind == "part"] or named
        else:
            bounds = self.scene.passage.sentence_bounds(zone.sentence[0] - 1)
            named = self.scene.parts_spoken_of(bounds) or within(self.scene.categories, bounds)
        are_children = _THEY_WERE.match(sentence) and named and named[-1].slot.kind != "part"
        found = [m for m in named if is_such or are_children or m not in self.scene.taken]
        return frozenset({found[-1].slot}) if found else frozenset()
