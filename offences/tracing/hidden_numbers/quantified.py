"""A text as the gate of hidden numbers reads it: every quantity, and what it counts."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from offences.tracing.binding.bind import Binder
from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.binding.units import is_unit
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.candidates import SHARES, Candidate, split_modifier
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.finding.numbers import Number, numbers_in
from offences.tracing.finding.shares import BARE
from offences.tracing.finding.spans import is_taken, overlap
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities, those_named
from offences.tracing.hidden_numbers.bare_shares import is_bare_share, is_of_points_between
from offences.tracing.hidden_numbers.bounds import BOUND
from offences.tracing.hidden_numbers.counting import counts_something_else, is_bare_number_after
from offences.tracing.hidden_numbers.harm import were_harmed
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Categories, Forces, Hiding, Names
from offences.tracing.hidden_numbers.lists_of_forces import is_of_a_list_of_forces
from offences.tracing.hidden_numbers.nouns import DECLINING, is_ours
from offences.tracing.hidden_numbers.phrases import clause_around, words_led
from offences.tracing.hidden_numbers.references import GateWords
from offences.tracing.hidden_numbers.rounded_shares import is_share_of_number_before
from offences.tracing.hidden_numbers.scenes import is_of_another_scene, numbers_of_a_score
from offences.tracing.hidden_numbers.shares_in_words import shares_of_one
from offences.tracing.hidden_numbers.shown_numbers import is_shown_number

_MOST_OF_THEM = compiled(r"(?:most|half|all|many|a\s+(?:majority|minority))\s+of\s+them\b")
_I_HAVE = re.compile(r"(?:I|who)\b")
_ARE_VICTIMS = compiled(
    r"\s+(?:is|are|was|were|(?:has|have)\s+been)\s+(?:(?:both|all|each)\s+)?(?:groomed|abused|targeted|blackmailed|contacted|victims"
    r"|(?:in|among)\s+(?:it|them|there|these|those)(?!\s+\w)|(?:in|among|part\s+of)\s+(?:the|these|those|its|last)\s+(?:[\w’'-]+\s+){0,3}?(?:figures?|numbers?|table|total|statistics|tally|victims)\b)"
)
_YEAR_GROUP = re.compile(r"\bYears?\s\d")
_YEAR_ROW = re.compile(r"\bYear\s\d{1,2}\s[–-]\s(?P<n>\d+)\b(?!\s*[a-z])")
"""A school year with its number: "Year 2 – 1, Year 4 – 3"."""
_HUGE, _MANY = 100_000, 40
"""A number of no offences, and a total of which half is no small number."""


class QuantifiedText:
    """A text as the gate of hidden numbers reads it: every quantity is a candidate."""

    def __init__(
        self,
        text: str,
        documents: Documents,
        names: Iterable[str],
        ages: Collection[NamedCategory],
        hidden: Collection[Categories],
        shown: Mapping[Categories, Collection[int]],
        is_plain: bool,
    ) -> None:
        self.documents, self.passage = documents, Passage(text)
        self._youngest = min((each.low for each in ages), default=0)
        found = [*map(self._as_gap, find(self.passage))]
        details = self.details = self._details_released(hidden)
        known: dict[str, Any] = {"ages": ages, "hidden": hidden, "shown": shown}
        known |= {"is_beyond": self._is_beyond, "details": details, "is_plain": is_plain}
        self.words = GateWords([e.facts for e in documents], names, loose=True, **known)
        mentions = self.words.find(text)
        self._total = max((c.value for c in self.documents.local.counts), default=_HUGE)
        self.candidates = self._candidates_of(found, mentions)
        kept = {*self.candidates}
        others = [f for f in found if f not in kept and not self._numbers_in_no_family(f)]
        counts = [
            Candidate("count", c.start, c.end) if c.kind == "exempt" else c for c in self.candidates
        ]
        figures = sorted((*others, *counts), key=lambda each: each.start)
        self.binder = Binder(self.passage, figures, documents, words=self.words)
        self._hidden, self._shown = frozenset(hidden), shown
        self._told = {n for numbers in self._shown.values() for n in numbers}
        self._statements: dict[Candidate, Statement] = {}
        self._plain = self.passage
        for body in self.binder.scene.bodies:
            if " and " in text[body.start : body.end]:  # "two Tarnwick and Leese schools"
                name = text[body.start : body.end].replace(" ", "-")
                text = f"{text[: body.start]}{name}{text[body.end :]}"
                self._plain = Passage(text)

    def _is_beyond(self, many: int) -> bool:
        """Whether so many are more than the force ever had, and no number of another body."""
        own = sum(c.value for c in self.documents.local.totals)
        return many > own and all(many != c.value for e in self.documents for c in e.counts)

    def _details_released(self, hidden: Collection[Categories]) -> set[str]:
        """The details whose number known is released and no part hidden, where one of them is.

        A crossing that is hidden leaves both its details as they are released.
        """
        if NOT_KNOWN not in hidden:
            return set()
        given = {c.known_of for c in self.documents.local.counts if c.role in (KNOWN, UNKNOWN)}
        return given - {min(of).kind for of in hidden if of != NOT_KNOWN and len(of) == 1}

    def _candidates_of(
        self, found: Sequence[Candidate], mentions: Sequence[Mention[NamedCategory]]
    ) -> list[Candidate]:
        """Every number that may be a count, and every other word for one, in order."""
        candidates = [
            f
            for f in found
            if f.kind not in quantities.HARMLESS
            and (f.kind != "exempt" or f.word in quantities.NO_REASON)
            and not self._is_no_count(f.start, f.end, mentions)
        ]
        no_ages = [n for f in found for n in self._numbers_in_no_age(f, mentions)]
        no_ages += [n for f in found for n in self._numbers_in_no_family(f)]
        no_ages += [n for f in found for n in numbers_of_a_score(self.passage, f, mentions)]
        rows = (match.span("n") for match in _YEAR_ROW.finditer(self.passage.text))
        no_ages += [n for span in rows for n in self.passage.numbers_between(*span)]
        candidates += [Candidate("count", n.start, n.end, n.value) for n in no_ages]
        taken = [(f.start, f.end) for f in found]
        candidates += self._quantities(taken, mentions)
        text = self.passage.text
        for mention in mentions:  # "no rapes"
            no = quantities.NO_BEFORE.search(text, 0, mention.start)
            is_word = text[mention.start : mention.start + 1].islower()
            if no and quantities.NO_OTHER_NEAR.match(text, no.start()):
                continue  # "no other app came close"
            if is_word and no and not any(no.start() in range(c.start, c.end) for c in candidates):
                candidates.append(Candidate("count", *no.span(no.lastgroup or 0)))
        for (start, end), of in shares_of_one(text):  # "one Northshire victim in five"
            candidates = [c for c in candidates if c.start not in range(start, end)]
            candidates.append(Candidate("fraction", start, end, Fraction(1), of=of))
        for match in quantities.AND_A_HALF.finditer(text):
            start, end = match.span()
            candidates = [c for c in candidates if c.start not in range(start, end)]
            times = numbers_in(match["n"])[0].value + Fraction(1, 2)
            _, modifier = split_modifier(text[:start])
            candidates.append(
                Candidate("multiple", start, end, times, modifier=modifier, word="times")
            )
        return sorted(candidates, key=lambda each: each.start)

    def _quantities(
        self, taken: Sequence[tuple[int, int]], mentions: Sequence[Mention[NamedCategory]]
    ) -> Iterator[Candidate]:
        """The words for a quantity that no reader of figures takes for one."""
        for match in quantities.QUANTITY.finditer(self.passage.text):
            start, end = match.span()
            is_longer = quantities.SO_OFTEN.fullmatch(match[0])
            is_read = not is_longer and any(overlap((start, end), each) for each in taken)
            if not is_read and not self._is_no_count(start, end, mentions):
                yield Candidate("count", start, end, word="quantity")

    def bound(self, figure: Candidate) -> Statement:
        """The statement of a figure as it was first bound: what it took is no other's then."""
        if figure not in self._statements:
            self._statements[figure] = self.binder.bind(figure)
        return self._statements[figure]

    def counts_other_things(self, statement: Statement) -> bool:
        """Whether a quantity is of something else: "Three requests", not "two tiny tots".

        "Most" of many is more than half of them, which gives no number.
        """
        figure, named = statement.figure, self.binder.scene.categories
        text = self.passage.text
        if self._is_of_people_surveyed(figure):
            return True
        if text[figure.start : figure.end].casefold() in ("most", "majority"):
            if is_of_another_scene(self.passage, figure, named):
                return True
            if self._total >= _MANY:
                _, end = self.passage.sentence_bounds(figure.start)
                return not within(named, (figure.end, end))
        if figure.value >= _HUGE:
            return True  # "downloaded 100 million times"
        kinds = [m for m in named if m.slot.kind == "part"]
        of_kinds = [m for m in kinds if text[m.start].islower()]
        if any(m.start == figure.end + 1 for m in of_kinds):
            return False  # "both meetings after grooming"
        if is_shown_number(self.passage, figure, named, self._shown, self.documents):
            return True
        if those_named.is_of_a_ratio_of_shown_parts(self.passage, figure, named, self._shown):
            return True
        if any(
            each(self.binder.scene, figure, self.documents, self._hidden)
            for each in (is_bare_share, is_of_points_between)
        ):
            return True
        if counts_something_else(self._plain, figure, named, len(self._hidden), self._told):
            return True
        if those_named.is_one_more_hidden_age(self.passage, figure, named, self._hidden):
            return True
        if self.categories_in(figure.start) or is_bare_number_after(
            self.passage, figure.start, named
        ):
            return False
        unit = statement.unit
        is_of_ours = unit != "schools" if is_unit(unit) else is_ours(unit)
        return not (is_of_ours or quantities.AN_OLD.match(self.passage.text, figure.end))

    def _is_of_people_surveyed(self, figure: Candidate) -> bool:
        """Whether a share is of more than the force ever had: "2,100 girls, a fifth of them"."""
        is_most = _MOST_OF_THEM.match(self.passage.text, figure.start)
        if figure.kind not in SHARES and not is_most:
            return False
        bounds = start, _ = self.passage.sentence_bounds(figure.start)
        if within(self.binder.scene.bodies, bounds):
            return False
        both = self.passage.with_sentence_before(start)
        before = self.passage.numbers_between(start, figure.start)
        before = before or self.passage.numbers_between(both[0], start)
        led = ((n, words_led(self.passage.text, n.end)) for n in before)
        persons = [int(n.value) for n, words in led if any(map(is_ours, words))]
        return bool(persons) and all(map(self._is_beyond, persons))

    def is_too_many(self, statement: Statement, hiding: Hiding) -> bool:
        """More than any total of the force, "60 boys" of 47 offences: no number of a part."""
        figure = statement.figure
        highs = [high for _, high in hiding.year_ranges.values()]
        most = max((self._total, *highs))
        if hiding.years and not statement.categories:
            totals = {c.year: c.value for c in self.documents.local.totals}
            most = sum((*totals.values(), *highs))  # "over the three years"
        is_bounded = hiding.years <= hiding.year_ranges.keys()
        return figure.kind == "count" and is_bounded and figure.value > most

    def categories_in(self, at: int) -> frozenset[NamedCategory]:
        """The categories that a sentence names."""
        inside = within(self.binder.scene.categories, self.passage.sentence_bounds(at))
        return frozenset(m.slot for m in inside)

    def counts_in(self, at: int) -> bool:
        """Whether a sentence gives numbers of parts, to be judged by themselves."""
        start, end = self.passage.sentence_bounds(at)
        inside = (each for each in self.candidates if each.start in range(start, end))
        return any(self.bound(each).categories for each in inside)

    def _as_gap(self, figure: Candidate) -> Candidate:
        """The figure; as a gap, if taken for forces: "is twenty more than the force recorded"."""
        is_gap = figure.kind == "forces" and quantities.AHEAD.match(self.passage.text, figure.end)
        if figure.kind in ("difference", "exempt") and figure.value:
            times = quantities.TIMES_NEXT.match(self.passage.text, figure.end)
            if times and quantities.GREW.search(self.passage.before(figure.start)):
                return replace(figure, kind="multiple", word="times", end=times.end())
        if figure.word == BARE:  # it may as well be the number
            return replace(figure, kind="count", word="")
        return replace(figure, kind="difference") if is_gap else figure

    def is_of_forces(self, figure: Candidate) -> bool:
        """In a body's name, or of forces: "Kent was the lowest of the four"."""
        bodies = self.binder.scene.bodies
        if any(figure.start in range(m.start, m.end) for m in bodies):
            return True
        around = self.passage.with_sentence_before(figure.start)
        names = {m.slot.name for m in within(bodies, around) if m.start < figure.start}
        if quantities.FIRST_OF_ALL.search(self.passage.before(figure.start)):
            return figure.value == len(names)
        return bool(names) and is_of_a_list_of_forces(
            self.binder.scene, figure, len(names), self.documents.national.facts.asked
        )

    def _numbers_in_no_age(
        self, figure: Candidate, mentions: Sequence[Mention[NamedCategory]]
    ) -> list[Number]:
        """The numbers of what looks like an age and is none: "record an age ten times"."""
        if not figure.word.startswith("age"):
            return []
        text, before = self.passage.text, self.passage.before(figure.start)
        is_counted = quantities.TIMES_OR_VICTIMS.match(text, figure.end)
        is_cut = is_named = is_taken((figure.start, figure.end), mentions)
        is_bound = not is_named and BOUND.fullmatch(text, figure.start, figure.end)
        is_named = is_named or not quantities.STOOD_AT.search(before)
        return [
            n
            for n in self.passage.numbers_between(figure.start, figure.end)
            if is_counted
            or (is_bound and n.value <= OLDEST)
            or not is_named
            or (not is_taken((n.start, n.end), mentions) and (is_cut or n.value < self._youngest))
        ]

    def _numbers_in_no_family(self, figure: Candidate) -> list[Number]:
        """The numbers of what may be a caseload, as "my own" is not said: "I had six boys"."""
        is_class = figure.word == "length of time" and _YEAR_GROUP.search(
            self.passage.text, figure.start, figure.end + 2
        )  # "Four Year 4s"
        is_own = figure.word == "family" and _I_HAVE.match(self.passage.text, figure.start)
        is_no_exemption = is_own or is_class or self._is_of_harmed_family(figure)
        return self.passage.numbers_between(figure.start, figure.end) if is_no_exemption else []

    def _is_of_harmed_family(self, figure: Candidate) -> bool:
        """Whether children of one's own are victims: "My two boys are in the figures"."""
        if figure.word != "family":
            return False
        harmed = _ARE_VICTIMS.match(self.passage.text, figure.end)
        return harmed is not None or were_harmed(self.passage, figure.end)

    def _is_no_count(
        self, start: int, end: int, mentions: Sequence[Mention[NamedCategory]]
    ) -> bool:
        """Inside a category's own name, a year, a minimum age, or of platforms and firms."""
        if any(m.start <= start and end <= m.end for m in mentions):
            return True
        return bool(quantities.AGE_LIMIT.search(self.passage.text, end - 40, end))

    def of_bodies(self, statement: Statement, forces: Forces) -> Iterator[Hiding]:
        """What is hidden of the bodies a statement is about; of the text's own by default."""
        if self._is_of_all_alone(statement):
            return
        scene, at = self.binder.scene, statement.figure.start
        zones, sentence = scene.zones(statement.figure), self.passage.sentence_bounds(at)
        names = [body.name for body in statement.bodies] or self._asked_of(at) or []
        beside = within(scene.bodies, (zones.before[0], at))
        beside += self.binder.body.compared(zones)
        for mention in within(scene.bodies, sentence):
            if quantities.OUTSIDE.search(self.passage.text, 0, mention.start):
                beside = [*beside, mention]  # "33 of the 35 were recorded outside Northshire"
        for is_named, hiding, is_own in forces:
            if (not names and is_own) or any(map(is_named, names)):
                yield hiding
            elif any(is_named(mention.slot.name) for mention in beside):
                yield hiding  # "Northshire accounted for 17% of England's …"
            elif is_own and self._is_of_ours_too(statement, is_named, hiding):
                yield hiding  # "eight of England's 24 were in Northshire", "and we had three"
            elif is_own and any(_is_unknown(body, forces) for body in statement.bodies):
                yield hiding  # a town of the force, for all we know
            elif is_own and self._names_forces_at_large(sentence):
                yield hiding  # "when forces first used the flag, there were three"

    def _is_of_ours_too(self, statement: Statement, is_named: Names, hiding: Hiding) -> bool:
        """An unknown number of what is hidden, where the sentence names the force or is its own."""
        figure = statement.figure
        bounds = self.passage.sentence_bounds(figure.start)
        said = self.categories_in(figure.start) or self.categories_in(max(0, bounds[0] - 1))
        known = {c.value for each in statement.evidence for c in each.counts}
        totals = {c.value for c in self.documents.local.counts if not c.categories}
        of_us = figure.value not in totals and quantities.OURS.search(self.passage.text, *bounds)
        bodies = self._bodies_in(bounds)
        if figure.kind in SHARES and hiding.touches(said) and not bodies:
            # "Kik was eight per cent in England. It is six per cent in these parts"
            return bool(of_us) or not is_share_of_number_before(statement)
        is_new = figure.kind in ("count", "exempt") and int(figure.value) not in known
        return is_new and hiding.touches(said) and any((of_us, *map(is_named, bodies)))

    def _bodies_in(self, bounds: tuple[int, int]) -> list[str]:
        return [mention.slot.name for mention in within(self.binder.scene.bodies, bounds)]

    def _is_of_all_alone(self, statement: Statement) -> bool:
        """Whether a number is of all forces and no more: "33 on Kik in England"."""
        figure, national, scene = statement.figure, self.documents.national, self.binder.scene
        facts = {(c.value, c.categories) for c in national.counts} if statement.categories else ()
        if figure.kind not in VALUES or (figure.value, statement.categories) not in facts:
            return False
        first, last = self.passage.sentence_bounds(figure.start)
        clause = clause_around(self.passage, (figure.start, figure.end))
        inside = within(scene.bodies, clause)
        rest = f"{self.passage.text[first : clause[0]]} {self.passage.text[clause[1] : last]}"
        is_of_all = inside and all(m.slot.evidence is national for m in inside)
        is_hidden = DECLINING.search(rest) and not quantities.OF_SOME.search(rest)
        return bool(is_of_all and is_hidden and not quantities.NARROWS.search(rest))

    def _asked_of(self, at: int) -> list[str]:
        """The bodies of a question that is answered by a number alone: "Answer: 21.", "None."."""
        start, end = self.passage.sentence_bounds(at)
        if not start or not quantities.ANSWER.fullmatch(self.passage.text, start, end):
            return []
        before = self.passage.sentence_bounds(start - 1)
        return [m.slot.name for m in within(self.binder.scene.bodies, before)]

    def of_sentence(self, at: int, forces: Forces) -> Iterator[Hiding]:
        """What is hidden of the bodies that a sentence names; of the text's own by default."""
        bounds = self.passage.sentence_bounds(at)
        named = [m.slot for m in within(self.binder.scene.bodies, bounds)]
        for is_named, hiding, is_own in forces:
            is_of_us = not named or any(_is_unknown(b, forces) for b in named)
            if (is_own and is_of_us) or any(is_named(body.name) for body in named):
                yield hiding

    def _names_forces_at_large(self, sentence: tuple[int, int]) -> bool:
        """Of all forces only as "forces", which says no more than where something was done."""
        named = within(self.binder.scene.bodies, sentence)
        text = self.passage.text
        return bool(named) and all(
            text[m.start : m.end].casefold() == "forces"
            and quantities.AT_LARGE.search(text, sentence[0], m.start)
            for m in named
        )


def _is_unknown(body: Body, forces: Forces) -> bool:
    if body.evidence:
        return False
    return not any(is_named(body.name) for is_named, _, _ in forces)
