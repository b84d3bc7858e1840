"""What a reader could work out of each number of a text, where a year and some parts are hidden."""

from collections.abc import Iterator

from offences.tracing.binding.bind import Binder
from offences.tracing.binding.mentions import within
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.hidden_numbers.computable import Computable, made_of, numbers_with_detail
from offences.tracing.hidden_numbers.hidden import Hiding
from offences.tracing.hidden_numbers.hidden_years import (
    averages_hidden,
    may_be_of,
    starts_from_hidden,
)
from offences.tracing.hidden_numbers.remainder import numbers_elsewhere, remainders, rests


def worked_out(text: str, documents: Documents, hiding: Hiding) -> Iterator[str]:
    passage = Passage(text)
    binder = Binder(passage, find(passage), documents)
    scene, shown = binder.scene, hiding.shown
    known = numbers_with_detail(documents, shown)
    yield f"with detail: {sorted(known)}"
    computable = Computable(documents, shown)

    def about(statement: Statement) -> Iterator[str]:
        figure = statement.figure
        if may_be_of(statement, hiding.years, scene, documents):
            yield "may be of the year"
        if starts_from_hidden(statement, hiding.years, scene, documents):
            yield "starts from it"
        if averages_hidden(statement, hiding.years, scene, documents):
            yield "is a mean over it"
        if computable.gives(statement):
            yield "can be computed"
        if figure.kind in ("percent", "fraction") and computable.gives_share(statement, known):
            yield "a share that can be"
        named = {m.slot for m in within(scene.categories, passage.sentence_bounds(figure.start))}
        if figure.value and figure.value in made_of(named, shown):
            yield "made of what is named"

    for each in map(binder.bind, binder.figures):
        if said := ", ".join(about(each)):
            yield f"{text[each.figure.start : each.figure.end]}: {said}"
    yield from (f"{text[a:b]} leaves {of}" for a, b, of in remainders(passage, hiding, documents))
    elsewhere = numbers_elsewhere(scene, hiding, documents)
    yield from (f"{text[a:b]} elsewhere of {of}" for a, b, of in elsewhere)
    for start, end, of in rests(scene):
        yield f"{text[start:end]} is the rest: {', '.join(sorted(map(str, of)))}"
