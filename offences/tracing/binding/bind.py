"""Binds each figure of one text to a statement, from the words around it."""

import re
from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from offences.tracing.binding.ages_of_another import of_another_peak
from offences.tracing.binding.base_numbers import is_base_number
from offences.tracing.binding.bodies import Bodies, Body
from offences.tracing.binding.body_slot import BodyBinder
from offences.tracing.binding.categories import CategoryWords
from offences.tracing.binding.category_slot import CategoryBinder
from offences.tracing.binding.cell_slot import OF_CELLS, CellBinder, is_label
from offences.tracing.binding.crossed_parts import part_of_age, part_of_line
from offences.tracing.binding.denied_units import are_offences
from offences.tracing.binding.ellipsis import antecedent, continued, restated, whole_of
from offences.tracing.binding.known import attribute_of_heading
from offences.tracing.binding.landmarks import Landmarks
from offences.tracing.binding.mentions import Mention, Zones, within
from offences.tracing.binding.not_online import not_online
from offences.tracing.binding.offenders import with_offenders
from offences.tracing.binding.on_record import number_of_recorded, share_of_recorded
from offences.tracing.binding.people_before import unit_before
from offences.tracing.binding.people_pointed_at import not_of_the_app
from offences.tracing.binding.pointing import NOT_UNDERSTOOD, pointed
from offences.tracing.binding.rate_slot import of_the_rate_before
from offences.tracing.binding.repeated import of_the_one_before
from offences.tracing.binding.role_slot import RoleBinder
from offences.tracing.binding.scene import CHANGES, VALUES, Scene, age_of_mode
from offences.tracing.binding.set_slot import SetBinder
from offences.tracing.binding.statement import KNOWN, Statement
from offences.tracing.binding.unheld import unheld
from offences.tracing.binding.units import (
    OFFENCES,
    SUBJECT_STOP,
    is_of_each,
    other_noun,
    other_subjects,
    small_thing,
    unit_of,
)
from offences.tracing.binding.year_of_whole import WholeYears
from offences.tracing.binding.year_slot import YearBinder
from offences.tracing.binding.years import years_in
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.spans import Placed, is_taken
from offences.tracing.finding.times import is_of_an_activity
from offences.tracing.finding.vocabulary import compiled
from offences.words.verdicts import AGE_OF_A_PERSON

FARTHEST = 240
"""How many characters before a figure its subject is looked for."""

_THE = compiled(r"\s+the\Z")


class Binder:
    """Binds the figures of one text, in their order, to what they are said of.

    `others` are the facts of further bodies by name.
    """

    def __init__(
        self,
        passage: Passage,
        figures: Sequence[Candidate],
        documents: Documents,
        others: Mapping[str, Evidence] | None = None,
        words: CategoryWords | None = None,
    ) -> None:
        self._is_checked = words is None  # what a number may give away is another question
        facts, local = [each.facts for each in documents], documents.local.facts
        held = Bodies(documents, others)
        found = self._categories_in(passage, figures, words or CategoryWords(facts))
        of_parts = [each for each in found if each.slot.kind == "part"]
        bodies = _bodies_in(passage, held, of_parts)
        names_end = {each.end for each in (*of_parts, *(b for b in bodies if b.slot.evidence))}
        figures = [_of_a_name(each, passage, names_end) for each in figures]
        categories = _outside_names(found, bodies, figures)
        self.figures = _that_may_count(figures, passage, categories)
        years = years_in(passage, local.latest, Landmarks.of(documents))
        if self._is_checked:
            years = [m for m in years if not is_of_an_activity(passage, m.start)]
        self.scene = Scene(
            passage, local.latest, self.figures, bodies, categories, years, self._is_checked
        )
        self.measure = local.measure
        self.has_sets = any(each.panel is not None for each in facts)
        self.sets = SetBinder(passage)
        parts = " ".join(n for each in facts for share in each.shares.values() for n in share.parts)
        subjects = other_subjects(f"{self.measure} {parts}", passage.text)
        self._others = [m for m in subjects if not _is_included(passage, m.start)]
        self.body = BodyBinder(self.scene, held, has_speakers=self._is_checked)
        self.category = CategoryBinder(self.scene, adds_up=self._is_checked)
        self.role = RoleBinder(self.scene, is_checked=self._is_checked)
        self._bound: list[Statement] = []
        self.year, self.cell = YearBinder(self.scene), CellBinder(self.scene)
        self.year_of_whole = WholeYears(self.scene)

    def _categories_in(
        self, passage: Passage, figures: Sequence[Candidate], words: CategoryWords
    ) -> list[Mention[NamedCategory]]:
        """The categories that a text names or points to, in its order."""
        found = words.find(passage.text)
        if self._is_checked:
            found = [m for m in found if not (_is_denied(passage, m) or _is_a_school(passage, m))]
            parts = [m for m in found if m.slot.kind == "part"]
            owners = [
                b for a, b in pairwise(parts) if _OWNED_BY.fullmatch(passage.text, a.end, b.start)
            ]
            owners += [
                a for a, b in pairwise(parts) if _WHOSE.fullmatch(passage.text, a.end, b.start)
            ]
            asides = [(m.end, a.end()) for m in parts if (a := _ASIDE.match(passage.text, m.end))]
            asides = [each for each in asides if not passage.numbers_between(*each)]
            found = [m for m in found if m not in owners]
            found = [m for m in found if not any(m.start in range(*each) for each in asides)]
        of_ages = (f for f in figures if self._is_checked or f.kind != "youngest")
        ages = ((f, age_of_mode(f, passage.text)) for f in of_ages)
        modes = [Mention(f.start, f.end, age) for f, age in ages if age]
        found += _of_two_modes(modes, passage.text)
        found += [
            m
            for m in pointed(passage, found, modes, has_persons=self._is_checked)
            if self._is_checked or m.slot.kind != NOT_UNDERSTOOD
        ]
        return sorted(found, key=lambda each: each.start)

    def bind(self, figure: Candidate) -> Statement:
        """The statement that a figure makes."""
        zone = self.scene.zones(figure)
        bodies, is_sum = self.body.bodies(figure, zone)
        the = _THE.search(self.scene.passage.text, figure.start, figure.end)  # "twice the" 688
        base_number = self.scene.passage.base(the.start() if the else figure.end)
        # A year is no number of anything.
        slots = self._of_a_number(figure, zone) if figure.kind != "year" else {}
        statement = Statement(
            figure,
            self.scene.passage,
            bodies,
            is_sum,
            base_number=base_number,
            adds_up=self._is_checked,
            **slots,
        )
        if figure.kind in OF_CELLS and (cell := self.scene.passage.cell(figure.start)):
            return self.cell.bind(statement, cell)
        statement = self.role.with_role(statement, zone)
        of = attribute_of_heading(self.scene.passage, figure) if figure.kind in VALUES else ""
        if of and not within(self.scene.categories, zone.own):  # "where known: 184 against girls"
            statement = replace(statement, role=KNOWN, known_of=of)
        statement = self.year.with_years(statement, zone)
        if self._is_checked:
            statement = of_the_rate_before(statement, self._bound, self.scene)
            statement = of_the_one_before(statement, self._bound, self.scene)
        if self._is_checked:
            statement = self.year_of_whole.with_years(statement, zone, self._bound)
        statement = self._with_forces(self._with_categories(statement, zone))
        if self._is_checked:
            statement = with_offenders(self._of_a_part(statement), self.scene)
            statement = number_of_recorded(statement, self.scene)
            statement = share_of_recorded(whole_of(statement, self._bound), self.scene)
            statement = unheld(self._of_the_main_force(statement), self.scene, zone)
            statement = not_of_the_app(statement, self.scene, zone)
        self._bound.append(statement)
        return statement

    def _of_a_part(self, statement: Statement) -> Statement:
        """A statement of one part, an age say, with the other one that it is said of."""
        figure, own = statement.figure, statement.categories
        if figure.kind in ("mode", "band", "youngest"):
            part = part_of_age(self.scene, figure)
            ages = {each for each in own if each.kind == "age"}
            return replace(statement, categories=frozenset({*ages, part} if part else ages))
        part = part_of_line(self.scene, figure) if figure.kind in VALUES and own else None
        if part is None or part.kind in {each.kind for each in own}:
            return statement
        return replace(statement, categories=own | {part})

    def _of_the_main_force(self, statement: Statement) -> Statement:
        """A statement of no named body in a text about another force: of that, or of all forces."""
        main_force = None if statement.bodies else self.body.main_force(statement.figure)
        if main_force is None:
            return statement
        of_all = replace(statement, bodies=(self.body.held.whole,))
        alternatives = (*statement.alternatives, of_all)
        return replace(statement, bodies=(main_force,), alternatives=alternatives)

    def _with_categories(self, statement: Statement, zone: Zones) -> Statement:
        """A statement with its categories: its own, or those of the one that it goes on with."""
        before = restated(statement, zone, self._bound, self.scene)
        if before is None:
            statement = self.category.with_categories(statement, zone)
            before = antecedent(statement, zone, self._bound, self.scene)
        if before is None:
            return statement
        others = (statement, *statement.alternatives)
        if self._is_checked:
            others = tuple(
                continued(statement, each)
                for each in before.alternatives
                if each.categories != before.categories
            )
        return self.category.bind_to(replace(continued(statement, before), alternatives=others))

    def _with_forces(self, statement: Statement) -> Statement:
        """A total, or a change, with the set of forces that it is said of."""
        figure = statement.figure
        named = None
        if self.has_sets and not (statement.categories or statement.role == KNOWN):
            if figure.kind in VALUES:
                named = self.sets.forces_named(figure)
            elif figure.kind in CHANGES:
                named = self.sets.of_change(figure)
        return replace(statement, forces=named) if named else statement

    def _of_a_number(self, figure: Candidate, zone: Zones) -> dict[str, Any]:
        """What a number counts, which way it goes, and what it is measured by."""
        passage = self.scene.passage
        before, _ = split_modifier(passage.before(figure.start))
        return {
            "way": passage.direction(figure.start, figure.end, is_checked=self._is_checked),
            "is_base": is_base_number(self.scene, figure),
            "compares_bodies": self.body.compares(zone) or self.body.compares_number(figure, zone),
            "is_of_each": is_of_each(before, passage.after(figure.end)),
            "unit": self._unit(figure, zone),
            "subject": self._subject(figure, zone),
        }

    def _unit(self, figure: Candidate, zone: Zones) -> str:
        text = self.scene.passage.text
        begin = max(zone.sentence[0], figure.start - FARTHEST)
        before, after = text[begin : figure.start], text[figure.end : zone.after[1]]
        answer = text[figure.end : figure.end + FARTHEST]
        if are_offences(before, answer, text, figure.start):
            return OFFENCES
        noun = other_noun(after) if figure.kind in (*VALUES, "difference", "exempt") else ""
        if not noun and figure.kind in VALUES:
            noun = unit_before(figure.value, before, after, self.measure)
        unit = noun or unit_of(before, after, self.measure)
        is_of_police = figure.kind == "difference" and unit == "investigations"
        return OFFENCES if is_of_police else unit  # an offence more is one more to look into

    def _subject(self, figure: Candidate, zone: Zones) -> str:
        """Another crime or count than the measure that a figure is said of; empty if none is."""
        after = within(self._others, zone.after)
        if after and (stop := SUBJECT_STOP.search(self.scene.passage.text, *zone.after)):
            after = within(after, (figure.end, stop.start()))
        found = after or within(self._others, zone.before)
        if not found and figure.kind == "mode" and self._is_checked:
            return of_another_peak(self.scene, figure, self.measure)
        if not found and figure.kind in VALUES and _ONLINE.search(self.measure):
            _, end = self.scene.passage.sentence_bounds(figure.start)
            return not_online(self.scene.passage.text[figure.end : end])
        return found[0].slot if found else ""


_ONLINE = re.compile(r"\b(?:on-?line|cyber)\b", re.IGNORECASE)
_AND = compiled(r"\s+and\s+")


def _of_two_modes(
    modes: Sequence[Mention[NamedCategory]], text: str
) -> list[Mention[NamedCategory]]:
    """Two ages that are the most common ones together, each of which has its own number."""
    pairs = [pair for pair in pairwise(modes) if _AND.fullmatch(text, pair[0].end, pair[1].start)]
    return [each for pair in pairs for each in pair]


# "The offences, which include grooming and rape, amount to four a week": all of them do
_INCLUDES = compiled(
    r"\b(?:the|these|those|its|all)\s+(?:(?!other\b)[\w-]+\s+){0,3}?(?:offences|crimes|cases)"
    r"(?:\s+(?:against|on|involving)\s+[\w-]+)?,\s+(?:which|that)\s+(?:(?:can|may)\s+)?"
    r"(?:includ(?:e|es|ed)|rang(?:e|es|ed)\s+from|cover(?:s|ed)?)\s+(?P<list>[^.;:\d]{0,120})\Z"
)
_ENDS_ASIDE = compiled(r"[^.;:\d]{0,120}?,")


def _is_included(passage: Passage, at: int) -> bool:
    """Whether another crime is one that the offences include, in an aside without a number."""
    includes = _INCLUDES.search(passage.before(at))
    if includes is None or not _ENDS_ASIDE.match(passage.text, at):
        return False
    return not passage.numbers_between(at - len(includes["list"]), at)


_NOT = compiled(r",\s+not\s+\Z")


def _is_denied(passage: Passage, category: Mention[NamedCategory]) -> bool:
    """Whether a part is named as the one that is not meant: "boys, not girls, were the victims"."""
    return _NOT.search(passage.before(category.start)) is not None


# "Instagram, which is owned by Facebook, was named in 34": a number of the first
_OWNED_BY = compiled(
    r"(?:,|\s*\(|\s[–—-])?\s*(?:(?:which|that|an?|the|now|also|it|is|are|was|were|itself|[\w-]+)\s+){0,5}?"
    r"(?:(?:owned|run|bought|built|made|operated|acquired)\s+by|(?:part|arm|subsidiary)\s+of)\s+(?:the\s+)?"
)
_WHOSE = re.compile(r"[’']s\s+")  # "Meta's WhatsApp"
# "Snapchat, the app most loved by teenagers, was named in 34": a number of the app alone
_ASIDE = compiled(
    r",\s+(?:(?:which|whose)\b[^,;.:\n–—]{0,90}|(?:the|an?|used|owned|popular|loved|known|favoured)\b"
    r"(?:(?!(?<!that\s)(?<!which\s)(?<!who\s)\b(?:was|were|is|are)\b)[^,;.:\n–—]){0,90}),\s+(?!and\b|or\b)"
)
_SCHOOL = compiled(r"(?:primary|secondary)[-\s]school")
_A_SCHOOL = compiled(
    r"\b(?:I|we|he|she|they|you)\s+(?:\w+\s+)?(?:start(?:ed)?|began|left|leave|finish(?:ed)?|joined|attend(?:ed)?)\s+\Z|"
    r"\b(?:an?|the|one|our|my|your|every|each)\s+(?:[\w’'-]+\s+)?\Z"
    r"|\b(?:my|our|his|her)\s+[^.;:,]{0,30}?\b(?:was|were|is|are)\s+(?:still\s+)?(?:in|at)\s+\Z"
)


def _is_a_school(passage: Passage, category: Mention[NamedCategory]) -> bool:
    """Whether words for an age are a school's: "a town with a single secondary school"."""
    is_school = _SCHOOL.fullmatch(passage.text, category.start, category.end)
    return bool(is_school and _A_SCHOOL.search(passage.before(category.start)))


def _bodies_in(
    passage: Passage, held: Bodies, parts: Sequence[Mention[NamedCategory]]
) -> list[Mention[Body]]:
    """The bodies that a text names; "for Kik and Yubo" is no place, though written like one."""
    return [
        body
        for body in held.find(passage.text)
        if body.slot.evidence or not is_taken((body.start, body.end), parts)
    ]


def _outside_names(
    categories: Sequence[Mention[NamedCategory]],
    bodies: Sequence[Mention[Body]],
    figures: Sequence[Candidate],
) -> list[Mention[NamedCategory]]:
    """The categories that are no part of a body's name, nor of "her three boys"."""
    named: list[Placed] = [*bodies, *(each for each in figures if each.word == "family")]
    return [each for each in categories if not is_taken((each.start, each.end), named)]


def _that_may_count(
    figures: Sequence[Candidate], passage: Passage, categories: Sequence[Mention[NamedCategory]]
) -> list[Candidate]:
    """The figures that may be of the data: no age in a name, no small thing, no label of a row."""
    of_ages = [each for each in categories if each.slot.kind == "age"]
    starts = [*(each.start for each in figures), len(passage.text)]
    return [
        each
        for each in figures
        if not (
            _is_of_age(each, of_ages)
            or _is_of_things(each, passage.text, starts)
            or is_label(each, passage.text, passage.cells)
        )
    ]


def _of_a_name(figure: Candidate, passage: Passage, ends: Container[int]) -> Candidate:
    """The figure; of "Kik, nine" the count, where Kik is a part or a force, and no child."""
    if figure.word != AGE_OF_A_PERSON:
        return figure
    comma = passage.text.rfind(",", figure.start, figure.end)
    numbers = passage.numbers_between(figure.start, figure.end)
    if comma not in ends:
        return figure
    n = numbers[-1]
    return Candidate("count", n.start, n.end, n.value, n.decimals)


def _is_of_things(figure: Candidate, text: str, starts: Sequence[int]) -> bool:
    """Whether a number is of small things, no figure at all: "One warning", "two more posts"."""
    if figure.kind not in ("count", "difference", "rate"):
        return False
    end = starts[bisect_left(starts, figure.end)]
    number, after = text[figure.start : figure.end], text[figure.end : end]
    return small_thing(number, after, is_rate=figure.kind == "rate")


def _is_of_age(figure: Candidate, of_ages: Sequence[Mention[NamedCategory]]) -> bool:
    """A number of a name: the 11 and the 15 of "children of 11 to 15"."""
    return figure.kind in ("count", "range", "difference") and any(
        m.start <= figure.start and figure.end <= m.end for m in of_ages
    )
