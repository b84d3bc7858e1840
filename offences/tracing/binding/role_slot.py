"""The role of a number in a share: the whole, those with an attribute, or the rest."""

import re
from dataclasses import replace

from offences.tracing.binding.categories import UNKNOWN as UNKNOWN_WORDS
from offences.tracing.binding.categories import attribute_kind, attribute_kinds
from offences.tracing.binding.known import (
    AGAINST_THEM,
    AND_FOR,
    AND_THE,
    DID_SO_BEFORE,
    HOW_MANY,
    IN_BEFORE,
    INCLUDING,
    IS_GIVEN,
    IS_KNOWN,
    IT_KNOWN_BEFORE,
    IT_WAS_USED,
    KNOWN_BEFORE,
    LABEL_KNOWN,
    LISTED_UNKNOWN,
    NAMED_IT,
    NOBODY_KNOWS,
    NOT_ALWAYS_KNOWN,
    NOT_DONE,
    NOTED_ONE_BEFORE,
    NOTHING,
    OF_TIED,
    OFFENCES_HAD,
    POLICE_KNEW,
    THEY_DO_KNOW,
    THEY_HAD,
    WHERE_BEFORE,
    WHERE_KNOWN,
    WHERE_THEY_DO,
    cell_attribute,
)
from offences.tracing.binding.mentions import Zones, is_in_brackets, within
from offences.tracing.binding.mode_numbers import of_mode
from offences.tracing.binding.of_all_forces import OF_FORCES
from offences.tracing.binding.on_record import breakdown_before, has_its_own_number
from offences.tracing.binding.remaining import detail_of_remaining, unknown_rest
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import KNOWN, UNKNOWN, WHOLE, Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import ALL_BUT, compiled

_AGAINST_CHILD = compiled(
    r"\b(?:offences|crimes|committed)\s+against\s+$"
    # "Girls were the target of 112 offences in which the sex was noted"
    r"|\b(?:was|were|are|is|been)\s+(?:the\s+)?(?:victims?|targets?|subjects?)\s+of\s+(?:(?:just|only|some|about)\s+)*$"
)
_WHOLE_BEFORE = compiled(
    r"(?:\b(?:out\s+)?of|\bamong|\bfrom|\btimes\s+in)\s+(?:(?:the|all|these|those|same|its|their|our|some|about"
    r"|around)\s+|[A-Z][\w’'-]*[’']s?\s+)*$"
)
# "A platform was named in 114. Of these 41 were on Instagram": a part, with or without a comma
_OF_THOSE = compiled(r"(?:\A|[.;:!?–—]\s+)\W*(?:out\s+)?(?:of|among)\s+(?:these|those)\s+\Z")
_WERE = compiled(
    r"\s+(?:offences\s+|cases\s+|crimes\s+)?(?:were|was|are|is|involved|concerned|named|featured|happened|took\s+place|targeted)\b"
)
_THE_SAME = compiled(r"\b(?:same|those|these)\s+$")
_TOTAL_OF = compiled(r"\ban?\s+(?:\w+\s+)?total\s+of\s+\Z")
_SUCH = compiled(r"\s+such\s+(?:offences|crimes|cases)\b")
_COUNTED = compiled(r"\b(?:offences|crimes|cases|those|records|reports|incidents)\b")
_PART_OF_IT = compiled(
    r"\s*(?:(?!and\b)\w+\s+){0,3}?(?:(?:out\s+)?of|among)\s+(?:(?:the|all|these|those|its|their|our"
    r"|about"
    r"|some)\s+|[A-Z][\w’'-]*[’']s?\s+)*"
)
_OF_THEM = compiled(r"\s+(?:\w+\s+)?(?:(?:out\s+)?of|among)\s+(?:those|these|them)\b")
_NAMED_IN = compiled(
    rf"{IT_WAS_USED}[^.;:,\d]{{0,20}}?\b(?:in|for|to)\s+(?:(?:only|just|about)\s+)?$"
)
# "821 offences, or 21 per cent, were against boys": a part, and its share beside it
WERE_OF = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:,?\s+or\s+[^.;:,]{1,30}|\s*\([^.;:()]{1,30}\))?"
    r",?\s+(?:were|was|had|involved|concerned|the\s+(?:child|victim)\s+was)\b[^.;:\d]{0,30}"
)
_CHILD_WAS = compiled(r",\s+(?:the\s+)?(?:child|victim)(?:ren|s)?\s+(?:was|were)\b")
_IN_ONLY = compiled(
    r"(?:\s+of\s+(?:the|each|every)\s+\w+|\s+the\s+(?:child|victim)(?:ren|s)?\s+(?:was|were))?\s+(?:in|for|of)\s+(?:only\s+|just\s+|about\s+|around\s+)?"
)
_IN_THE_OTHER = compiled(r"\s+(?:in|for|of)\s+(?:(?:the\s+(?:other|remaining)|another)\s+)?")
# "28, though in many cases the app was not noted"
_THE_REST = compiled(
    r"\b(?:the|all)\s+(?:others|rest|remainder|(?:other|remaining)\s+(?:cases|offences|crimes|ones))\b"
    r"|\b(?:in|for)\s+(?:(?:very|so|too)\s+)?(?:many|most|some|several|others|a\s+(?:few|lot|number|handful))\b"
)
BESIDE = compiled(r"\s*[:–—(-]\s*")
# "In 83 of the 149 cases the platform was recorded", and no "40 of the 83 where it was"
_IN_CLAUSE, _WHERE = (
    compiled(
        r"(?:\A|[.;:,!?“”\"]\s*|\b(?:and|but|while|though|said|that)\s+)(?:in|for)\s+"
        r"(?:(?:only|just|about|some|around|roughly|nearly|almost|over|exactly|at\s+least)\s+)*\Z"
    ),
    compiled(r"\b(?:where|which|with|whose|whom|when)\b"),
)
# "80 in the first year for which numbers are available"
_YEAR_FOR_WHICH = compiled(
    r"(?<!last |this )\b(?:year|survey|count|period)s?\s+(?:for|in)\s+which\b"
)
_AS_THE = compiled(r"\s+(?:as|was|is|were|being|to\s+be)\s+(?:(?:the|an?|its|their)\s+)?")
_THAT = compiled(r"\s+(?:that|as)\b")  # "in which police noted that the child was a girl"
NEAR = 200


class RoleBinder:
    """Finds the role of a number: the whole of a share, those known, or the rest."""

    def __init__(self, scene: Scene, *, is_checked: bool = True) -> None:
        self.scene, self._is_checked = scene, is_checked
        self._unknown_words: dict[int, list[re.Match[str]]] = {}  # by the start of a sentence

    def with_role(self, statement: Statement, zone: Zones) -> Statement:
        figure, text = statement.figure, self.scene.passage.text
        before = self.scene.passage.before(figure.start)
        if self._is_checked and (rest_of := unknown_rest(self.scene, figure, zone)):
            return replace(statement, role=UNKNOWN, known_of=rest_of)
        if figure.kind not in VALUES or is_in_brackets(text, figure):
            return statement
        if self._is_checked and (of := detail_of_remaining(self.scene, figure, zone)):
            return replace(statement, role=KNOWN, known_of=of)
        named = within(self.scene.categories, (zone.sentence[0], zone.near_after[1]))
        if in_cell := cell_attribute(self.scene.passage, figure, is_of_part=bool(named)):
            return replace(statement, role=in_cell[0], known_of=in_cell[1])
        if of_mode(self.scene, figure):
            return statement  # "13 was the most common age where it was known, with 31"
        is_part = _AGAINST_CHILD.search(before) or (
            _OF_THOSE.search(before) and _WERE.match(text, figure.end)
        )
        whole = None if is_part else _WHOLE_BEFORE.search(before)
        role, known_of = self._of_parts(figure, zone, whole) if whole else ("", "")
        but = ALL_BUT.search(before)
        if but and (lead := KNOWN_BEFORE.search(f"{before[: but.start()]} ")):
            return replace(statement, role=UNKNOWN, known_of=attribute_kind(lead[0]))
        if role != WHOLE and (unknown := self._unknown(figure, zone)):
            return replace(statement, role=UNKNOWN, known_of=attribute_kind(unknown))
        if self._is_checked and role != WHOLE and (unknown_of := self._unknown_of(figure, zone)):
            return replace(statement, role=UNKNOWN, known_of=unknown_of)
        clause = text[: zone.sentence[1]]
        where = WHERE_KNOWN.match(clause, figure.end)
        if where and (_YEAR_FOR_WHICH.search(where[0]) or has_its_own_number(where, self.scene)):
            where = None
        if where and AGAINST_THEM.match(clause, figure.end):
            return statement
        had = OFFENCES_HAD.match(clause, figure.end) if self._is_checked and not whole else None
        if had and where and self.scene.figures_in(figure.end, where.end()):
            where = None  # "118 of the 149 offences came with an age"
        if whole and THEY_HAD.match(clause, figure.end) and self._has_a_part(figure, zone):
            return statement
        if where:
            if self._is_of_part(figure, zone, where.end(), is_of_whole=bool(whole)):
                of = self._recorded_of_another(zone, where[0]) if self._is_checked else ""
                return replace(statement, role=KNOWN, known_of=of) if of else statement
            if whole and not _WHERE.search(where[0]) and self._is_of_so_many(figure, zone):
                return statement
            between = self.scene.figures_in(figure.end, where.end())
            if all(each.kind in OF_FORCES for each in between):  # "for which ten forces held it"
                # "Of the 66 whose app was not noted": its words may go on behind "app"
                no = UNKNOWN_WORDS.search(clause, figure.end)
                role = UNKNOWN if no and no.start() < where.end() else KNOWN
                known_of = attribute_kind(re.split(r"[,.;:]", clause[figure.end :])[0])
        elif (attribute := self._of_attribute(figure, zone)) is not None:
            role, known_of = KNOWN, attribute
        if role == KNOWN and not known_of and whole:
            # "Snapchat in 1,716 of the 3,900 cases where one was named": of those with the like;
            # "of the 3,900 where we know, 1,716 were on Snapchat"
            known_of = self.scene.only_kind(zone.sentence[0], figure.start)
            known_of = known_of or self.scene.only_kind(figure.end, zone.sentence[1])
        if role == KNOWN and but:
            role = UNKNOWN  # "in all but nine the sex is recorded"
        return replace(statement, role=role, known_of=known_of) if role else statement

    def _of_parts(self, figure: Candidate, zone: Zones, whole: re.Match[str]) -> tuple[str, str]:
        """The role of what parts are taken of: all, or those of which the like is known."""
        text, before = self.scene.passage.text, self.scene.passage.before(figure.start)
        is_such = _SUCH.match(text, figure.end) and not _TOTAL_OF.search(before)
        if (_THE_SAME.search(before) or is_such) and (of := self._of_those(figure, zone)):
            return KNOWN, of
        named = within(self.scene.categories, zone.sentence)
        of_named = named[0].slot.kind if named else ""
        # "Of the 300 offences recorded, 60 …" begins with all of them.
        if re.search(r"\w", before[: whole.start()]):
            ends = (f.end for f in self.scene.figures_in(figure.start - NEAR, figure.start))
            if any(_PART_OF_IT.fullmatch(text, end, figure.start) for end in ends):
                return WHOLE, of_named
            how_many = HOW_MANY.search(before)
            return (WHOLE, "" if how_many["part"] else of_named) if how_many else ("", "")
        # "… where the platform was known. Of the 300 such offences, 60 …"
        earlier = self._sentence_before(zone)
        if IS_KNOWN.search(earlier):
            return WHOLE, attribute_kind(earlier)
        return WHOLE, of_named if _THE_SAME.search(before) else ""

    def _of_those(self, figure: Candidate, zone: Zones) -> str:
        """What is known of the offences of the sentence before, where these are counted again.

        "Snapchat was used in 40% of those where the app was known. It was named in 128 of those
        320": no number of all. A number that the sentence before has itself is what it says there.
        """
        passage = self.scene.passage
        start, end = passage.bounds_before(zone.sentence[0])
        if any(each.value == figure.value for each in passage.numbers_between(start, end)):
            return ""
        for each in _COUNTED.finditer(passage.text, start, end):
            if where := WHERE_KNOWN.match(passage.text[:end], each.end()):
                of = attribute_kind(where[0]) or attribute_kind(passage.text[start:end])
                return of or self.scene.only_kind(start, end)
        return ""

    def _is_of_part(self, figure: Candidate, zone: Zones, end: int, *, is_of_whole: bool) -> bool:
        """Whether what is known, up to `end`, is said of a part: "832 of the girls whose age"."""
        text, categories = self.scene.passage.text, self.scene.categories
        that = _THAT.search(text, figure.end, end + len(" that"))
        if that and within(categories, (that.end(), zone.near_after[1])):
            return True
        if within(categories, (figure.end, end)) or _OF_THEM.match(text, figure.end):
            return True
        # "Girls were the victims in 832 of the offences where the sex was known."
        named = [m for m in within(categories, zone.before) if m not in self.scene.taken]
        return not is_of_whole and bool(
            named
            or self._is_part_after(end, zone.near_after[1])
            or _NAMED_IN.search(self.scene.passage.before(figure.start))
            or NAMED_IT.search(self.scene.passage.before(figure.start))
            or _CHILD_WAS.match(text, end)
        )

    def _recorded_of_another(self, zone: Zones, where: str) -> str:
        """What is known beside a part of another kind: "Girls in 112 where the age is known"."""
        kinds = [] if NOTHING.search(where) else attribute_kinds(where)
        parts = {m.slot.kind for m in within(self.scene.categories, zone.before)}
        return kinds[0] if len(kinds) == 1 and len(parts) == 1 and kinds[0] not in parts else ""

    def _is_of_so_many(self, figure: Candidate, zone: Zones) -> bool:
        """Whether what is known is so of a part of these: "In 83 of the 149 it was recorded"."""
        earlier = self.scene.figures_in(zone.sentence[0], figure.start)
        text = self.scene.passage.text
        return bool(
            earlier
            and _PART_OF_IT.fullmatch(text, earlier[-1].end, figure.start)
            and _IN_CLAUSE.search(self.scene.passage.before(earlier[-1].start))
        )

    def _has_a_part(self, figure: Candidate, zone: Zones) -> bool:
        """Whether a number is all of those of which the one before it is a part."""
        earlier = self.scene.figures_in(zone.sentence[0], figure.start)[-1:]
        text = self.scene.passage.text
        return any(_PART_OF_IT.fullmatch(text, each.end, figure.start) for each in earlier)

    def _of_attribute(self, figure: Candidate, zone: Zones) -> str | None:
        """What is known of a number by the words beside it; None where they say nothing of it."""
        text, before = self.scene.passage.text, self.scene.passage.before(figure.start)
        clause = text[: zone.sentence[1]]
        had = OFFENCES_HAD.match(clause, figure.end) if self._is_checked else None
        if had := had or (_WHOLE_BEFORE.search(before) and OF_TIED.match(clause, figure.end)):
            return attribute_kind(had[0])
        if IN_BEFORE.search(before) and (knew := POLICE_KNEW.match(clause, figure.end)):
            return attribute_kind(clause[figure.end : knew.end() + 40])
        lead = f"\n{text[: figure.start]}"[-NEAR:]  # "Platform. Known in 64", in two sentences
        label = LABEL_KNOWN.search(lead) if self._is_checked else None
        if where := KNOWN_BEFORE.search(before) or label:
            at = figure.start - (len(before) - where.start())
            of_part = where is not label and self._is_named_as(at)
            of = attribute_kind(where[0])  # "Which apps? Police could name one in 83 cases"
            return None if of_part else of or breakdown_before(self.scene, figure, (at, at))
        where = WHERE_BEFORE.search(before)
        if where and not (
            within(self.scene.categories, (figure.start - len(where[0]), figure.start))
            or within(self.scene.categories, zone.near_after)
            or self._is_part_after(figure.end, zone.sentence[1])  # "known, 57, were against boys"
            or _NAMED_IN.search(before)
        ):
            return attribute_kind(where[0])
        is_named = within(self.scene.categories, zone.near_after)  # "and in 266 it was Kik"
        if AND_FOR.search(before) and not is_named and (of := self._attribute_before(figure)):
            return of
        if IT_KNOWN_BEFORE.search(before) and not self._follows_part(zone):
            first, _ = self.scene.passage.with_sentence_before(figure.start)
            return attribute_kind(text[first : figure.start]) or None
        if (IN_BEFORE.search(before) and THEY_DO_KNOW.match(clause, figure.end)) or (
            WHERE_THEY_DO.match(clause, figure.end)
        ):
            return self._attribute_of_answer(zone)
        if NOTED_ONE_BEFORE.search(before):
            kinds = attribute_kinds(text[zone.sentence[0] : figure.start])
            return kinds[0] if len(kinds) == 1 else None
        if (and_the := AND_THE.search(before)) and self._opens_with_attribute(figure, zone):
            return attribute_kind(and_the[0])  # "known in 91 cases, the platform in 90"
        if DID_SO_BEFORE.search(before):
            earlier = self._sentence_before(zone)
            return attribute_kind(earlier) if IS_GIVEN.search(earlier) else None
        return None

    def _attribute_of_answer(self, zone: Zones) -> str | None:
        """What the sentence before says is not known of all: "We don't know. In 90 we do"."""
        passage = self.scene.passage
        start, end = passage.bounds_before(zone.sentence[0])
        if not NOT_ALWAYS_KNOWN.search(passage.text, start, end):
            return None
        first, _ = passage.bounds_before(start)
        of = attribute_kind(passage.text[start:end]) or attribute_kind(passage.text[first:end])
        return of or self.scene.only_kind(first, end) or None

    def _is_named_as(self, at: int) -> bool:
        """Whether what is known is said of a part: "Kik was the known platform in …"."""
        named = within(self.scene.categories, (at - NEAR, at))
        text = self.scene.passage.text
        return bool(named) and _AS_THE.fullmatch(text, named[-1].end, at) is not None

    def _opens_with_attribute(self, figure: Candidate, zone: Zones) -> bool:
        """Whether the first number of its sentence is of those of which something is known."""
        first = self.scene.figures_in(zone.sentence[0], figure.start)[:1]
        lead = self.scene.passage.before(first[0].start) if first else ""
        return bool(KNOWN_BEFORE.search(lead) and not NOT_DONE.search(lead))

    def _attribute_before(self, figure: Candidate) -> str:
        """What the figure before it in its sentence was said to be known of."""
        start, _ = self.scene.passage.sentence_bounds(figure.start)
        earlier = self.scene.figures_in(start, figure.start)
        if not earlier or within(self.scene.categories, (earlier[-1].end, figure.start)):
            return ""  # "known in 38, and Instagram was the one used most, in 27"
        lead = KNOWN_BEFORE.search(self.scene.passage.before(earlier[-1].start))
        return attribute_kind(lead[0]) if lead else ""

    def _unknown(self, figure: Candidate, zone: Zones) -> str:
        """The words by which a number is of those not known: "In 48 of 310 it was not known"."""
        text, (start, end) = self.scene.passage.text, zone.sentence
        if within(self.scene.categories, zone.near_after):
            return ""
        if start not in self._unknown_words:
            self._unknown_words[start] = [*UNKNOWN_WORDS.finditer(text, start, end)]
        for match in self._unknown_words[start]:
            if any(p.search(text, figure.end, match.start()) for p in (INCLUDING, _THE_REST)):
                continue  # "48 in all, with those of no app", "boys in 28; in the rest"
            if lead := text[match.end() : figure.start]:
                if _IN_ONLY.fullmatch(lead) or BESIDE.fullmatch(lead):
                    return match[0]
            elif self._has_its_own(match.end(), end) or (
                ";" in text[figure.end : match.start()]
                and self.scene.passage.numbers_between(match.end(), end)
            ):
                continue  # "50 boys, with the sex not known in the other 110", "50; not known, 110"
            elif self._leads_to(figure, match.start()):
                return match[0]
        return ""

    def _leads_to(self, figure: Candidate, end: int) -> bool:
        """Whether no other number stands between, or its whole: "48 of 310", no "child of ten"."""
        if not self.scene.figures_in(figure.end, end):
            return True
        part = _PART_OF_IT.match(self.scene.passage.text, figure.end, end)
        return bool(part and self.scene.figures_in(part.end(), part.end() + 1))

    def _has_its_own(self, start: int, end: int) -> bool:
        """Whether what is not known has a number of its own right behind it."""
        own = self.scene.passage.numbers_between(start, end)[:1]  # "in the remaining six"
        return bool(own) and bool(
            _IN_THE_OTHER.fullmatch(self.scene.passage.text, start, own[0].start)
        )

    def _unknown_of(self, figure: Candidate, zone: Zones) -> str:
        """What is not known of a number, by what stands before: "Girls: 324; not stated: 56"."""
        text, before = self.scene.passage.text, self.scene.passage.before(figure.start)
        first, _ = self.scene.passage.with_sentence_before(figure.start)
        if LISTED_UNKNOWN.search(before):
            listed = self.scene.only_kind(zone.sentence[0], figure.start)
            listed = listed or self.scene.only_kind(first, figure.start)
            # "Known platform: 83. Not known: 66"
            return listed or attribute_kind(text[first : figure.start])
        if and_the := AND_THE.search(before):
            for each in self.scene.figures_in(zone.sentence[0], figure.start)[-1:]:
                if UNKNOWN_WORDS.search(self.scene.passage.before(each.start)):
                    return attribute_kind(and_the[0])
        known = KNOWN_BEFORE.search(before)
        if known and NOT_DONE.search(before[: known.start() + 1]):
            return attribute_kind(known[0])  # "Officers did not name a platform in 66"
        if nobody := NOBODY_KNOWS.match(text[: zone.sentence[1]], figure.end):
            if nobody["where"]:
                return "part"
            of = attribute_kind(text[first : figure.start])
            return of or self.scene.only_kind(first, figure.start)
        return ""

    def _is_part_after(self, start: int, end: int) -> bool:
        """Whether a part follows, so these are not all: "42 of known sex were against boys"."""
        found = within(self.scene.categories, (start, end))[:1]
        return any(WERE_OF.fullmatch(self.scene.passage.text, start, m.start) for m in found)

    def _follows_part(self, zone: Zones) -> bool:
        """Whether the sentence before is about a part: "Snapchat was named most. It was …"."""
        start, end = self.scene.passage.bounds_before(zone.sentence[0])
        named = within(self.scene.categories, (start, end))
        return bool(named and not re.search(r"\w", self.scene.passage.text[start : named[0].start]))

    def _sentence_before(self, zone: Zones) -> str:
        passage = self.scene.passage
        return passage.text[slice(*passage.bounds_before(zone.sentence[0]))]
