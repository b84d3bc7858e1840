"""Where a text binds a number to a withheld category: in digits, words or a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from offences.tracing import quantities
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.categories import KNOWN_WORDS, CategoryWords, attribute_kind
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.binding.units import OFFENCES, is_unit
from offences.tracing.computable import (
    Computable,
    is_public_sum,
    is_sum_of_years,
    made_of,
    numbers_with_detail,
)
from offences.tracing.counted import counts_a_thing, follows_a_thing
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.hidden import NOT_KNOWN, Forces, Withheld
from offences.tracing.hidden_years import OF_COUNTS, is_count, may_be_of, starts_hidden, years_named
from offences.tracing.orders import orders
from offences.tracing.published import is_published
from offences.tracing.remainder import remainders, rests
from offences.tracing.rows import is_in_a_table, is_of_a_shown_row, rows
from offences.tracing.trace import judge


def disclosures(
    text: str, documents: Sequence[Evidence], forces: Forces, names: Iterable[str]
) -> Iterator[tuple[int, int, str]]:
    """Each number that a text binds to a withheld category: its place, and the category.

    `names` are those of all categories of the release. It errs towards finding one: a number that
    is no released figure, in one sentence with such a category or beside it, is found as well.
    """
    of_any = (c for _, each, _ in forces for of in (*each.hidden, *each.shown) for c in of)
    reading = _Reading(text, documents, names, {c for c in of_any if c.kind == "age"})
    told = []
    for found in _numbers_disclosed(text, reading, forces):
        told.append(found)
        yield found
    in_sentence = {reading.passage.sentence_bounds(start) for start, _, _ in told}
    for _, withheld, _ in forces:
        for start, end, named in orders(reading.binder.scene, withheld, documents):
            statement = reading.binder.bind(Candidate("count", start, end, word="quantity"))
            is_new = reading.passage.sentence_bounds(start) not in in_sentence
            if is_new and any(each is withheld for each in reading.of_bodies(statement, forces)):
                yield start, end, named


def _numbers_disclosed(
    text: str, reading: "_Reading", forces: Forces
) -> Iterator[tuple[int, int, str]]:
    documents = reading.documents
    for candidate in reading.candidates:
        statement = reading.binder.bind(candidate)
        if statement.unit in quantities.FINGERS:  # "you could count them on three fingers"
            statement = replace(statement, unit=OFFENCES)
        if reading.counts_other_things(statement) or reading.is_in_a_name(candidate):
            continue  # "three requests", "the Three Rivers"
        for withheld in reading.of_bodies(statement, forces):
            if is_public_sum(statement, withheld.hidden, withheld.shown, documents):
                continue
            if is_of_a_shown_row(candidate, reading, withheld):
                continue
            if is_published(statement, withheld, reading.binder.scene):
                continue
            named = reading.withheld_category(statement, withheld)
            if not named and not _is_of_another(statement, forces):
                named = reading.left_unexplained(statement, withheld)
            if named:
                yield candidate.start, candidate.end, named
                break
    yield from rows(text, reading, forces)
    for is_named, withheld, is_own in forces:
        if is_own or any(is_named(m.slot.name) for m in reading.binder.scene.bodies):
            yield from remainders(reading.passage, withheld, documents)
    for start, end, said in rests(reading.passage, reading.binder.scene.categories):
        statement = reading.binder.bind(Candidate("count", start, end, word="quantity"))
        for withheld in reading.of_bodies(statement, forces):
            if withheld.touches(said):
                yield start, end, _names(said)


def _is_unknown(name: str, documents: Sequence[Evidence], forces: Forces) -> bool:
    return not documents and name != "all forces" and not any(f[0](name) for f in forces)


def _is_of_another(statement: Statement, forces: Forces) -> bool:
    """A number of a body whose own released numbers the text is not checked with."""
    names = [body.name for body in statement.bodies if not body.documents]
    return any(is_named(name) for is_named, _, is_own in forces if not is_own for name in names)


_NOT_OURS = ("staff", "schools", "people")
_MANY = 40
"""A total of which half is no small number."""


class _Reading:
    """A text as the gate reads it: every quantity is a candidate."""

    def __init__(
        self,
        text: str,
        documents: Sequence[Evidence],
        names: Iterable[str],
        ages: Iterable[NamedCategory] = (),
    ) -> None:
        self.documents, self.passage = documents, Passage(text)
        self._known: dict[int, Computable] = {}
        found = find(self.passage)
        facts = [each.facts for each in documents]
        words = CategoryWords(facts, names, loose=True, ages=ages)
        mentions = words.find(text)
        self._total = max((c.value for e in documents[:1] for c in e.counts), default=0)
        of_any = [m.span() for m in quantities.OF_ANY.finditer(text)]
        self.candidates = [
            f
            for f in found
            if f.kind not in quantities.HARMLESS
            and not any(start <= f.start < end for start, end in of_any)
            and (f.kind != "exempt" or f.word in quantities.NO_REASON)
            and (self._is_of_age(f) or not self._is_no_count(f.start, f.end, mentions))
        ]
        taken = [*((f.start, f.end) for f in found), *of_any]
        for match in quantities.QUANTITY.finditer(text):
            start, end = match.span()
            is_longer = quantities.SO_OFTEN.fullmatch(match[0])
            is_taken = not is_longer and any(first < end and start < last for first, last in taken)
            if not is_taken and not self._is_no_count(start, end, mentions):
                self.candidates.append(Candidate("count", start, end, word="quantity"))
        self.candidates.sort(key=lambda each: each.start)
        others = [f for f in found if f not in self.candidates]
        counts = [
            Candidate("count", c.start, c.end) if c.kind == "exempt" else c for c in self.candidates
        ]
        figures = sorted((*others, *counts), key=lambda each: each.start)
        self.binder = Binder(self.passage, figures, documents, words=words)

    def counts_other_things(self, statement: Statement) -> bool:
        """ "Three requests", "four of our clubs"; but not "two tiny tots were targeted".

        Nor does "most" say more than that it is over half of many.
        """
        words = self.passage.text[statement.figure.start : statement.figure.end].casefold()
        if words in ("most", "majority") and self._total >= _MANY:
            return True
        text, end = self.passage.text, statement.figure.end
        if quantities.OF_VICTIMS.match(text, end):
            return False
        is_of_ours = is_unit(statement.unit) and statement.unit not in _NOT_OURS
        return not is_of_ours or counts_a_thing(self.passage, statement.figure)

    def is_in_a_name(self, figure: Candidate) -> bool:
        return any(m.start <= figure.start < m.end for m in self.binder.scene.bodies)

    def _is_of_age(self, figure: Candidate) -> bool:
        """The most common age or the youngest; "13-year-olds" is neither."""
        before = self.passage.before(figure.start)
        return figure.kind == "mode" or (
            figure.kind == "youngest" and bool(quantities.YOUNGEST.search(before))
        )

    def _is_no_count(
        self, start: int, end: int, mentions: Sequence[Mention[NamedCategory]]
    ) -> bool:
        """Inside a category's own name, a year, a minimum age, or of platforms and firms."""
        first, last = (any(m.start <= at < m.end for m in mentions) for at in (start, end - 1))
        if first and last:
            return True
        text = self.passage.text
        if quantities.IS_NOT_ONE.search(text, 0, end):
            return True
        if quantities.PART_OF_A_NUMBER.fullmatch(text, start, end) and (
            quantities.OF_A_NUMBER.match(text, end)
        ):
            return False
        return bool(
            quantities.AGE_LIMIT.search(text[max(0, end - 40) : end])
            or quantities.NO_COUNT.match(text, end)
        )

    def of_bodies(self, statement: Statement, forces: Forces) -> Iterator[Withheld]:
        """What is withheld of the bodies a statement is about; of the text's own by default."""
        start, _ = self.binder.scene.zones(statement.figure).before
        names = [body.name for body in statement.bodies]
        beside = within(self.binder.scene.bodies, (start, statement.figure.start))
        beside += self.binder.body.compared(self.binder.scene.zones(statement.figure))
        sentence = self.passage.sentence_bounds(statement.figure.start)
        for mention in within(self.binder.scene.bodies, sentence):
            if quantities.OUTSIDE.search(self.passage.text, 0, mention.start):
                beside = [*beside, mention]  # "33 of the 35 were recorded outside Northshire"
        for is_named, withheld, is_own in forces:
            if (not names and is_own) or any(map(is_named, names)):
                yield withheld
            elif any(is_named(mention.slot.name) for mention in beside):
                yield withheld  # "Northshire accounted for 17% of England's …"
            elif is_own and any(
                _is_unknown(body.name, body.documents, forces) for body in statement.bodies
            ):
                yield withheld  # a town of the force, for all we know

    def withheld_category(self, statement: Statement, withheld: Withheld) -> str:
        """The withheld category that a statement gives a number of; empty if none."""
        figure, scene = statement.figure, self.binder.scene
        readings = (statement, *statement.alternatives)
        if hidden := next((r for r in readings if withheld.touches(r.categories)), None):
            return "" if self._is_a_shown_rest(hidden) else _names(hidden.categories)
        if figure.kind in ("youngest", "mode"):
            age = frozenset({NamedCategory("age", "", int(figure.value), int(figure.value))})
            return _names(age) if withheld.touches(age) else ""
        if figure.value in withheld.shown.get(statement.categories, ()):
            return ""
        if withheld.years and starts_hidden(statement, self.documents):
            return "the total"
        if figure.word != "quantity" and self._is_released(statement):
            return self._points_to_it(statement, withheld)
        if self._is_explained(statement, withheld):
            return ""
        if any(may_be_of(r, withheld.years, scene, self.documents) for r in readings):
            return "the total"
        if self._gives_a_number_with_detail(statement) and withheld.touches(NOT_KNOWN):
            return _names(NOT_KNOWN)
        start, end = self.passage.sentence_bounds(figure.start)
        if named := self._mentioned(start, end, withheld):
            return named
        points_back = quantities.POINTS_BACK.match(
            self.passage.text, start
        ) or quantities.POINTS_THERE.search(self.passage.text, start, end)
        if start and (points_back or not within(scene.categories, (start, end))):
            before = self.passage.sentence_bounds(start - 1)
            if named := self._mentioned(*before, withheld):
                return named
            if points_back and (named := self._hidden_sibling(statement, before, withheld)):
                return named
        return self._hidden_sibling(statement, (start, end), withheld) or self._points_to_it(
            statement, withheld
        )

    def _is_a_shown_rest(self, statement: Statement) -> bool:
        """ "In nine the sex was not recorded", where that is released and the age is hidden."""
        if statement.categories != NOT_KNOWN:
            return False
        bounds = self.passage.sentence_bounds(statement.figure.start)
        said = [m for m in within(self.binder.scene.categories, bounds) if {m.slot} == NOT_KNOWN]
        of = {attribute_kind(self.passage.text[m.start : m.end]) for m in said}
        rests = [c for c in self.documents[0].counts if c.role == UNKNOWN and {c.known_of} == of]
        return statement.figure.value in {c.value for c in rests}

    def _gives_a_number_with_detail(self, statement: Statement) -> bool:
        """ "The age was known of 161", "an age could be put to 98% of them"."""
        if statement.role == KNOWN:
            return True
        bounds = self.passage.sentence_bounds(statement.figure.start)
        is_share = statement.figure.kind in ("percent", "fraction") and not statement.categories
        said = quantities.AN_ATTRIBUTE.search(self.passage.text, *bounds) if is_share else None
        if not said:
            return False
        of = attribute_kind(said[0])
        released = {c.value for c in self.documents[0].counts if c.role and c.known_of == of}
        return not Computable(self.documents, {}).gives_share(statement, released)

    def _is_released(self, statement: Statement) -> bool:
        figure = statement.figure
        if figure.kind == "exempt":  # "eight in all"
            statement = replace(statement, figure=replace(figure, kind="count"))
        return judge(statement, self.documents).verdict in ("traced", "rounded")

    def _hidden_sibling(
        self, statement: Statement, bounds: tuple[int, int], withheld: Withheld
    ) -> str:
        """A number that is no released figure, said of parts of which another is hidden.

        What is left tells that one. The parts named there may be added up, or one taken of another.
        """
        if not is_count(statement, VALUES):
            return ""
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        if self._is_of_what_is_shown(statement, withheld):
            return ""
        kinds = {each.kind for each in said}
        hidden = [of for of in sorted(withheld.hidden, key=_names) if kinds & {c.kind for c in of}]
        value, categories = statement.figure.value, statement.categories
        is_of_another = any(
            (fact.value, fact.categories) == (value, categories)
            for evidence in self.documents
            for fact in evidence.counts
        )
        if not hidden or is_of_another or value in made_of(said, withheld.shown):
            return ""
        return _names(hidden[0])

    def left_unexplained(self, statement: Statement, withheld: Withheld) -> str:
        """A number of offences that nobody can work out of the released ones tells a hidden one."""
        figure, text = statement.figure, self.passage.text
        shown = withheld.shown.get(statement.categories, ())
        if figure.value in shown or self._is_released(statement):
            return ""
        if is_sum_of_years(statement, self.documents):
            return ""
        if quantities.OF_THEM.match(text, figure.end) and follows_a_thing(self.passage, figure):
            return ""  # "six apps, three of them"
        is_few = quantities.FEW.fullmatch(text, figure.start, figure.end)
        if figure.word == "quantity" or figure.kind == "exempt":
            written = numbers_in(text[figure.start : figure.end])
            is_counted = quantities.THEN_COUNTED.match(
                text, figure.end
            ) or quantities.THERE_WERE.search(text, 0, figure.start)
            if not (is_few or written) or not is_counted:
                return ""
            value = written[0].value if written else figure.value
            statement = replace(statement, figure=replace(figure, kind="count", value=value))
        if not is_count(statement, OF_COUNTS):
            return ""
        named, years = years_named(statement, self.binder.scene)
        if not withheld.hidden and years and not all(each.is_distance for each in named):
            return ""  # of other years alone
        if self._is_of_what_is_shown(statement, withheld) or is_in_a_table(
            figure, self.passage.text
        ):
            return ""
        if not is_few and self._computable(withheld).gives(statement):
            return ""
        return "the total" if withheld.years else min(map(_names, withheld.hidden), default="")

    def _is_explained(self, statement: Statement, withheld: Withheld) -> bool:
        """A number of shown parts, or of those where something is known, beside no hidden part."""
        figure = statement.figure
        bounds = start, end = self.passage.sentence_bounds(figure.start)
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        is_near = any(withheld.touches(frozenset({each})) for each in said)
        if is_near or figure.word == "quantity" or not figure.value:
            return False
        is_share = figure.kind == "maybe_coverage"
        own = said if is_share else statement.categories
        if figure.kind in VALUES and figure.value in made_of(own, withheld.shown) - {0}:
            return True
        if figure.kind in ("percent", "fraction") and self._computable(withheld).gives_share(
            statement, made_of(own, withheld.shown)
        ):
            return True
        if figure.kind == "difference" and figure.value in made_of(said, withheld.shown) - {0}:
            return True
        is_known = statement.role in (KNOWN, UNKNOWN) or KNOWN_WORDS.search(
            self.passage.text, start, end
        )
        is_of_all = figure.kind in VALUES and not statement.categories
        known = numbers_with_detail(self.documents, withheld.shown)
        return bool(is_known and is_of_all and not withheld.touches(NOT_KNOWN)) and (
            figure.value in known
        )

    def _is_of_what_is_shown(self, statement: Statement, withheld: Withheld) -> bool:
        """A number of a part that is shown, and of no other and nothing that is left."""
        bounds = self.passage.sentence_bounds(statement.figure.start)
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        if statement.categories != said or said not in withheld.shown:
            return False
        start, end = statement.figure.start, statement.figure.end
        before, _ = split_modifier(self.passage.text[bounds[0] : start])
        return not (
            quantities.LEAVES.search(before)
            or quantities.LEAVES.search(self.passage.text, end, bounds[1])
        )

    def _computable(self, withheld: Withheld) -> Computable:
        if id(withheld) not in self._known:
            self._known[id(withheld)] = Computable(self.documents, withheld.shown)
        return self._known[id(withheld)]

    def _points_to_it(self, statement: Statement, withheld: Withheld) -> str:
        """ "There were three. All were girls": the next sentence names them."""
        _, end = self.passage.sentence_bounds(statement.figure.start)
        if statement.categories or not quantities.POINTS_BACK.match(self.passage.text, end):
            return ""
        return self._mentioned(*self.passage.sentence_bounds(end), withheld)

    def _mentioned(self, start: int, end: int, withheld: Withheld) -> str:
        inside: list[Mention[NamedCategory]] = within(self.binder.scene.categories, (start, end))
        said = frozenset(mention.slot for mention in inside)
        for each in inside:
            if withheld.touches(frozenset({each.slot})):
                return str(each.slot)
        return _names(said) if withheld.touches(said) else ""


def _names(categories: Iterable[NamedCategory]) -> str:
    return ", ".join(sorted(str(each) for each in categories))
