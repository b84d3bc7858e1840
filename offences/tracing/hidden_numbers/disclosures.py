"""Where a text binds a number to a hidden category: in digits, words or a table.

A number of offences stops a text unless it is cleared in one of these ways:

- it counts nothing, or something else by its noun, or the hidden cells themselves (`counting`);
- it is of another body, whose released number it is (`quantified`, `GatedText.is_of_another_body`);
- it is the published range of what is hidden, or a wider one (`published`);
- its own clause gives it to the released total of a year, or it is computed from two released
  numbers beside it, and no hidden part is spoken of there (`totals`, `worked_out`);
- it is the released number of the part that it is said of, and stands beside no hidden one that
  it may be compared with (`gated`), or a reader can work it out (`explained`, `computable`);
- it is of released years alone, or is the change, the sum or the mean of those (`hidden_years`).

A cell of a table is judged by its row and column (`rows`). Words without a number stop by
themselves: that there were some (`existing`) or none (`amounts_in_words`), more than of another
(`orders`), what is left (`remainder`). Where no rule finds anything in a paragraph, a hidden
part that it names beside words of the data stops the text, unless it plainly tells nothing of it
(`last_look`). Where nothing does in the whole text, a small amount stops it that a hidden part
named a few sentences before may have (`earlier_sentences`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.excerpts import without_hidden
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.spans import is_taken
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.amounts_in_words import amounts_in_words, of_all
from offences.tracing.hidden_numbers.clauses_elsewhere import (
    persons_of_own_clauses,
    without_elsewhere,
)
from offences.tracing.hidden_numbers.compared_with_shown import is_compared_with_shown
from offences.tracing.hidden_numbers.earlier_sentences import amounts_of_parts_before
from offences.tracing.hidden_numbers.every_part import ends_of_all, parts_as_a_whole
from offences.tracing.hidden_numbers.existing import existences, marks
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.following_sentences import following_sentences
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces, Hiding
from offences.tracing.hidden_numbers.hidden_years import years_named
from offences.tracing.hidden_numbers.intervals_of_parts import intervals_of_parts
from offences.tracing.hidden_numbers.last_look import parts_named_with_data
from offences.tracing.hidden_numbers.one_of_two import reasons_of_one
from offences.tracing.hidden_numbers.orders import orders
from offences.tracing.hidden_numbers.persons_alone import persons_alone
from offences.tracing.hidden_numbers.persons_behind import persons_behind
from offences.tracing.hidden_numbers.persons_of_force import persons_of_force
from offences.tracing.hidden_numbers.published import is_published
from offences.tracing.hidden_numbers.remainder import against, numbers_elsewhere, remainders, rests
from offences.tracing.hidden_numbers.rows import Cells, is_label_of_a_row, rows
from offences.tracing.hidden_numbers.same_as_nation import same_as_nation
from offences.tracing.hidden_numbers.sexes_of_all import sexes_of_all
from offences.tracing.hidden_numbers.shares_compared import shares_compared
from offences.tracing.hidden_numbers.shortened import shortened
from offences.tracing.hidden_numbers.times_elsewhere import parts_of_the_nations, times_elsewhere
from offences.unseen import as_seen

_ENOUGH = 40
"""So many hidden numbers in one sentence stop its text: more need not be looked for."""


def disclosures(
    text: str, documents: Sequence[Evidence], forces: Forces, names: Iterable[str]
) -> Iterator[tuple[int, int, str]]:
    """Each number that a text binds to a hidden category: its place, and the category.

    `names` are those of all categories of the release. It errs towards finding one: a number that
    is no released figure, in one sentence with such a category or beside it, is found as well.
    """
    names = [*names]
    # An unseen character between two words may part them or not: a number is found either way.
    readings = dict(as_seen(text, apart=is_apart) for is_apart in (True, False))
    yield from dict.fromkeys(
        (place(start), place(end), named)
        for seen, place in readings.items()
        for start, end, named in _as_read(seen, documents, forces, names)
    )


def _as_read(
    text: str, documents: Sequence[Evidence], forces: Forces, names: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """The same of a text as it is seen."""
    short, place = shortened(text, names)
    gated, all_forces = _read(short, documents, forces, names)
    found = [*_of_text(gated, all_forces, short)]
    if not found:
        rest, clauses = without_elsewhere(gated, all_forces)
        again = _of_text(*_read(rest, documents, forces, names), rest) if clauses else ()
        found = [each for each in again if any(each[0] in range(*clause) for clause in clauses)]
        found = found or [*persons_of_own_clauses(gated, all_forces, clauses)]
    if gated.words.has_ages_alone:
        # "Nine at seven": a number that is a hidden age may be the count
        plain, all_forces = _read(short, documents, forces, names, is_plain=True)
        told = {each[:2] for each in found}
        found += [each for each in _of_text(plain, all_forces, short) if each[:2] not in told]
    yield from ((place(start), place(end), named) for start, end, named in found)


def _of_text(gated: GatedText, forces: Forces, text: str) -> Iterator[tuple[int, int, str]]:
    """What is found in a text, and in a paragraph of which nothing is, what a last look finds."""
    compared = partial(is_compared_with_shown, gated, forces=forces)
    found = [each for each in _found(gated, forces) if not compared(each[0])]
    found = found or [*persons_behind(gated, forces)] or [*persons_alone(gated, forces)]
    found = found or [*reasons_of_one(gated, forces)] or [*following_sentences(gated, forces)]
    found = found or [*persons_of_force(gated, forces)]
    yield from found
    told = {text.rfind("\n\n", 0, start) for start, _, _ in found}
    for each in parts_named_with_data(gated, forces):
        if text.rfind("\n\n", 0, each[0]) not in told and not compared(each[0]):
            yield each
    if not found:
        yield from amounts_of_parts_before(gated, forces)


def _read(
    text: str,
    documents: Sequence[Evidence],
    forces: Forces,
    names: Iterable[str],
    *,
    is_plain: bool = False,
) -> tuple[GatedText, Forces]:
    """The text; a plain one takes no number for a hidden age that stands alone."""
    forces = [(n, w.with_other_sex(), own) for n, w, own in forces]
    local = Documents(documents).local
    forces = [(n, _with_ranges(w, local) if own else w, own) for n, w, own in forces]
    released = Documents(map(_of_released, documents))
    of_any = (c for _, each, _ in forces for of in (*each.hidden, *each.shown) for c in of)
    ages = {c for c in of_any if c.kind == "age"}
    of_own = [of for _, each, is_own in forces if is_own for of in each.hidden]
    shown = next((each.shown for _, each, is_own in forces if is_own), {})
    return GatedText(text, released, names, ages, of_own, shown, is_plain), forces


def _found(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    told = []
    for found in dict.fromkeys(_numbers_disclosed(gated, forces)):
        told.append(found)
        yield found
    in_sentence = {gated.passage.sentence_bounds(start) for start, _, _ in told}
    unknown = [m for m in gated.binder.scene.categories if {m.slot} == NOT_KNOWN]
    for start, end in amounts_in_words(gated.passage):
        if is_taken((start, end), unknown):
            continue  # "whose sex was not recorded"
        statement = gated.binder.bind(Candidate("count", start, end, word="quantity"))
        of = (gated.named_with(statement, each) for each in gated.of_sentence(start, forces))
        named = next(filter(None, of), None)
        if named and gated.passage.sentence_bounds(start) not in in_sentence:
            in_sentence.add(gated.passage.sentence_bounds(start))
            yield start, end, named
    yield from existences(gated, forces)
    hidden = [names_of(of) for _, each, _ in forces for of in each.hidden]
    if hidden:
        yield from ((start, end, min(hidden)) for start, end in marks(gated.passage))
    yield from intervals_of_parts(gated, forces)
    yield from same_as_nation(gated, forces)
    yield from parts_as_a_whole(gated, forces)
    yield from ends_of_all(gated, forces)
    for start, end, named in (*sexes_of_all(gated, forces), *shares_compared(gated, forces)):
        if gated.passage.sentence_bounds(start) not in in_sentence:
            yield start, end, named
    for start, end, part in of_all(gated.passage, gated.binder.scene.categories):
        among = gated.categories_in(start)
        for each in gated.of_sentence(start, forces):
            if other := each.without(part, among):
                yield start, end, names_of(other)
    for _, hiding, _ in forces:
        for start, end, named in orders(gated.binder.scene, hiding, gated.documents):
            is_new = gated.passage.sentence_bounds(start) not in in_sentence
            if is_new and any(each is hiding for each in gated.of_sentence(start, forces)):
                yield start, end, named


def _numbers_disclosed(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    documents, cells = gated.documents, Cells(gated, forces)
    told = Counter[tuple[int, int]]()
    for candidate in gated.candidates:
        sentence = gated.passage.sentence_bounds(candidate.start)
        if told[sentence] >= _ENOUGH:
            continue
        statement = gated.bound(candidate)
        if statement.unit in quantities.FINGERS:  # "you could count them on three fingers"
            statement = replace(statement, unit=OFFENCES)
        if (
            cells.covers(candidate.start)
            or gated.counts_other_things(statement)
            or gated.is_of_forces(candidate)
            or gated.is_of_another_body(statement, forces)
            or is_label_of_a_row(candidate, gated.passage.text)
        ):
            continue  # "three requests", "the Three Rivers"
        for hiding in gated.of_bodies(statement, forces):
            _, years = years_named(statement, gated.binder.scene, documents)
            years &= hiding.years
            if is_published(statement, hiding, gated.binder.scene, years):
                continue
            named = gated.hidden_category(statement, hiding)
            if not named and not _is_of_another(statement, forces):
                named = gated.left_unexplained(statement, hiding)
            if named:
                told[sentence] += 1
                yield candidate.start, candidate.end, named
                break
    yield from cells.disclosed(forces)
    yield from rows(gated, forces, cells)
    for is_named, hiding, is_own in forces:
        if is_own or any(is_named(m.slot.name) for m in gated.binder.scene.bodies):
            yield from remainders(gated.passage, hiding, documents)
            yield from against(gated.binder.scene, hiding)
        if is_own:
            yield from numbers_elsewhere(gated.binder.scene, hiding, documents)
            yield from times_elsewhere(gated.binder.scene, hiding, documents)
            yield from parts_of_the_nations(gated.binder.scene, hiding, documents)
    for start, end, said in rests(gated.binder.scene):
        statement = gated.binder.bind(Candidate("count", start, end, word="quantity"))
        for hiding in gated.of_bodies(statement, forces):
            if hiding.touches(said):
                yield start, end, names_of(said)


def _of_released(evidence: Evidence) -> Evidence:
    """What a reader holds; the same where no total is hidden, as its claims may be known."""
    shown = without_hidden(evidence.facts)
    return evidence if shown == evidence.facts else Evidence(shown)


def _with_ranges(hiding: Hiding, local: Evidence) -> Hiding:
    """With the range that the facts of the force give of each hidden total."""
    known = {y: (c.low or 0, c.high) for y, c in local.cells.items() if y in hiding.years}
    ranges = {y: (low, high) for y, (low, high) in known.items() if high}
    return replace(hiding, year_ranges={**ranges, **hiding.year_ranges})


def _is_of_another(statement: Statement, forces: Forces) -> bool:
    """A number of a body whose own released numbers the text is not checked with."""
    names = [body.name for body in statement.bodies if not body.evidence]
    return any(is_named(name) for is_named, _, is_own in forces if not is_own for name in names)
