"""The one hidden part of a breakdown, where a text gives the whole and every other part."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

from offences.tracing.binding.body_names import display_name
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number, half_up, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Categories, Hiding
from offences.tracing.hidden_numbers.nouns import is_ours, is_plural


def remainders(
    passage: Passage, hiding: Hiding, documents: Documents
) -> Iterator[tuple[int, int, str]]:
    """The last of the numbers that leave a hidden part, with that part.

    "36 with the sex known, 33 of them girls": in words or digits, added up or as a percentage.
    """
    places = {int(n.value): (n.start, n.end) for n in passage.numbers if n.is_whole}
    for kind in ("age", "sex", "part"):
        hidden = [of for of in hiding.hidden if [c.kind for c in of] == [kind]]
        if len(hidden) != 1 or NOT_KNOWN in hiding.hidden:
            continue  # of two, what is left is neither
        for numbers in _leaving(hidden[0], kind, hiding, documents):
            if numbers <= places.keys():
                yield *max(places[n] for n in numbers), str(*hidden[0])
                break


def _parts(kind: str, hiding: Hiding) -> list[int]:
    """The shown numbers of a breakdown; of single categories, not of their crossings."""
    return [
        min(numbers)
        for categories, numbers in hiding.shown.items()
        if [c.kind for c in categories] == [kind] and categories != NOT_KNOWN
    ]


def _leaving(of: Categories, kind: str, hiding: Hiding, documents: Documents) -> Iterator[set[int]]:
    """Each set of numbers of which one is left: the whole or what makes it, and the parts."""
    own, parts = documents.local, _parts(kind, hiding)
    if not parts:
        return
    unknown = hiding.shown.get(NOT_KNOWN, frozenset())
    totals = [c.value for c in own.totals if c.year == own.facts.latest]
    known = {c.value for c in own.counts if c.role == "known" and c.known_of == kind}
    wholes = [({size}, size) for size in known]
    for total, rest in product(totals, unknown):
        wholes += [({total - rest}, total - rest), ({total, rest}, total - rest)]
    for whole, size in wholes:
        low, high = hiding.ranges.get(of, (1, size))
        if low <= size - sum(parts) <= high:
            yield from (whole | told for told in (set(parts), {sum(parts)}))
            yield whole | {int(half_up(Fraction(100 * sum(parts), size)))}


def numbers_elsewhere(
    scene: Scene, hiding: Hiding, documents: Documents
) -> Iterator[tuple[int, int, str]]:
    """Numbers of what is hidden, of all other forces: with the national one they leave our own."""
    national, passage = documents.national, scene.passage
    others = {display_name(n) for n in national.members if n != documents.local.facts.place}
    for number in passage.numbers:
        start, end = passage.sentence_bounds(number.start)
        both = passage.with_sentence_before(number.start)
        said = {m.slot for m in within(scene.categories, both)}
        of = hiding.touched(said)
        if not of or not number.is_whole:
            continue
        names = {m.slot.name for m in within(scene.bodies, (start, end))}
        if not (others and others <= names) and not (
            _OTHER_FORCES.search(passage.text, start, end)
            or _is_without_ours(scene, (start, end), documents)
            or _is_all_but_a_few(scene, number, of, documents)
        ):
            continue
        totals = {c.value for c in national.counts if not c.role and c.categories <= said}
        of_all = [m for m in scene.bodies if m.slot.evidence is national]
        is_national = any(_ITS.fullmatch(passage.text, m.end, number.start) for m in of_all)
        is_forces = _COUNTS_FORCES.match(passage.text, number.end)
        if not (is_national or number.value in totals or is_forces):
            yield number.start, number.end, ", ".join(sorted(map(str, of[0])))


def _is_all_but_a_few(
    scene: Scene, number: Number, hidden: Iterable[Categories], documents: Documents
) -> bool:
    """Whether our hidden number is what it leaves of the national one: "274. Less ours, 270".

    A number that the force can have itself is judged as one of its own, unless it is said to be of
    other places: "46 in England. Of these 45 happened outside Tarn".
    """
    passage, own = scene.passage, documents.local
    wholes = {c.value for c in documents.national.counts if c.categories in hidden}
    if not any(number.value < whole <= number.value + _FEW for whole in wholes):
        return False
    first, _ = passage.with_sentence_before(number.start)
    before = {n.value for n in passage.numbers_between(first, number.start)}
    if before & wholes and _NOT_HERE.search(passage.sentence(number.start)):
        return True
    if any(number.value <= c.value for c in own.totals):
        return False
    near = first, passage.with_sentence_after(number.start)[1]
    is_of_ours = _OUR_PLACE.search(passage.text, *near) or any(
        m.slot.evidence is own for m in within(scene.bodies, near)
    )
    return bool(is_of_ours)


def against(scene: Scene, hiding: Hiding) -> Iterator[tuple[int, int, str]]:
    """The other side of a score whose one side is a released sex: "Girls won by 76 to five"."""
    hidden = sorted(str(c) for of in hiding.hidden for c in of if len(of) == 1 and c.kind == "sex")
    for match in _SCORE.finditer(scene.passage.text) if hidden else ():
        bounds = scene.passage.sentence_bounds(match.start())
        shown = {n for m in within(scene.categories, bounds) for n in _released(m.slot, hiding)}
        if _OF_SEXES.search(scene.passage.text, *bounds):  # "76 to five: so the sexes split"
            shown.update(*(hiding.shown[of] for of in hiding.shown if min(of).kind == "sex"))
        numbers = {int(numbers_in(match[n])[0].value) for n in ("one", "other")}
        if len(shown & numbers) == 1:
            yield *match.span(), hidden[0]


def _released(category: NamedCategory, hiding: Hiding) -> frozenset[int]:
    of_sex = category.kind == "sex"
    return hiding.shown.get(frozenset({category}), frozenset()) if of_sex else frozenset()


def _is_without_ours(scene: Scene, sentence: tuple[int, int], documents: Documents) -> bool:
    """Whether a sentence is on all forces but ours: "43 were recorded outside Northshire"."""
    text, named = scene.passage.text, within(scene.bodies, sentence)
    own = [m for m in named if m.slot.evidence is documents.local]
    if any(_WITHOUT.search(text, sentence[0], m.start) for m in own):
        return True
    if not any(m.slot.evidence is documents.national for m in named):
        return False  # "Some figures for Northshire are left out"
    is_left_out = any(_LEFT_OUT.match(text, m.end) for m in own)
    return is_left_out or _ELSEWHERE.search(text, *sentence) is not None


_FEW = 9
"""So many of the national number may be our hidden one."""
_OUR_PLACE = compiled(
    r"\b(?:us|ours|here|our\s+(?:own|area|borough|city|corner|county|district|force|part|patch|police|region|town|village))\b"
)
_NOT_HERE = compiled(
    r"\b(?:other|others|elsewhere|outside|beyond|else|away|far|rest|except\w*|without|minus|less)\b"
    r"|\b(?:not|n[’']t)\s+(?:\w+\s+)?(?:in|from|at|here|ours)\b"
)
"""Words of all places but one, however that is called."""
_OF_SEXES = compiled(r"\b(?:sexes|genders?)\b")
_SCORE = compiled(
    rf"\b(?P<one>{NUMBER})(?:\s+(?:votes|goals|points|runs|sets))?(?:\s*[–-]\s*|\s+to\s+)"
    rf"(?P<other>{NUMBER})\b(?![%/]|\s+(?:per|of\s+the|year)\b)"
)
_WITHOUT = compiled(
    r"(?:\b(?:other\s+(?:forces\s+)?than|outside(?:\s+of)?|except(?:\s+(?:for|in))?|excluding|exclude|without|minus|beyond"
    r"|besides|bar(?:ring)?|(?:all|any\w*|every\w*)\s+(?:\w+\s+){0,2}but(?:\s+in)?|but\s+not(?:\s+in)?|save(?:\s+for)?|(?:apart|aside|away)\s+from|not\s+(?:counting|including)"
    r"|(?:leav|tak)(?:e|es|ing)\s+(?:out|away)|(?:is|are|was|were)(?:\s+not|n[’']t)(?:\s+in)?)\s+(?:the\s+)?|\bnon[-‐‑])\Z"
)
_LEFT_OUT = compiled(
    r"(?:[’']s)?\s+(?:(?:is|are|was|were|being)\s+)?(?:left\s+out|out|aside|apart|excluded|excepted|taken\s+(?:out|away))\b"
)
_ELSEWHERE = compiled(
    r"\belsewhere\b|\b(?:everybody|everyone|everywhere)\s+else\b"
    r"|\b(?:by|from|in|to|with)\s+(?:all\s+)?the\s+(?:rest|others|remainder)\b"
)
_OTHER_FORCES = compiled(
    rf"\b(?:the\s+)?(?:other|remaining|rest\s+of\s+the)\s+(?:{NUMBER}\s+)?(?:\w+\s+)?(?:forces|areas|counties|constabularies)\b"
    r"|\b(?:the\s+rest|elsewhere)\s+(?:of|in)\s+(?:the\s+country|England|Wales|Britain)\b"
)
_ITS = compiled(r"[’']s?\s+(?:(?:number|figure|count|total)\s+(?:is|was|of)\s+)?")
_COUNTS_FORCES = compiled(r"\s+(?:\w+\s+)?(?:forces|areas|counties|constabularies|years?)\b")


def rests(scene: Scene) -> Iterator[tuple[int, int, frozenset[NamedCategory]]]:
    """What is left after a number, and of what it is.

    "33 were girls; the rest were boys"; "17 of the 21 on Kik were elsewhere. Northshire accounts
    for the rest".
    """
    passage = scene.passage
    for match in quantities.THE_REST.finditer(passage.text):
        start, end = match.span()
        first, stop = passage.with_sentence_before(start)
        said = within(scene.categories, (end, stop))[:1]
        before = [m for m in scene.bodies if m.end <= start]
        after = [m for m in scene.bodies if end <= m.start]
        if (before and _HAS_THE_REST.fullmatch(passage.text, before[-1].end, start)) or (
            after and _IS_THE_REST.fullmatch(passage.text, end, after[0].start)
        ):
            said = said or within(scene.categories, (first, stop))
        is_after_number = passage.numbers_between(first, start)
        if said and is_after_number:
            yield start, end, frozenset(m.slot for m in said)


_HAS_THE_REST = compiled(
    r"(?:\s+[\w’']+){0,2}?\s+(?:accounts?|accounted|ha[sd]|had|records?|recorded|makes?|made|takes?|took|is|was|logged"
    r"|contribut\w+|suppl\w+)(?:\s+(?:up|for|all|where|behind)){0,2}\s+"
)
_IS_THE_REST = compiled(
    r"\s+(?:was|were|is|are|came|fell|happened|lay)\s+(?:all\s+)?(?:in|from|to|at|within|over)\s+"
)


def is_the_rest_of_some(passage: Passage, figure: Candidate) -> bool:
    """Whether a number is said to be what some parts leave: "others 7", "all but six"."""
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    is_amount = figure.value or quantities.FEW.match(text, figure.start)  # "bar a handful"
    if is_amount and is_excepted(passage, figure):
        return True
    if figure.kind == "difference":
        return False
    if is_amount and quantities.LEAVES_SO_MANY.search(text, first, figure.start):
        return True
    if quantities.HAVE_A_NUMBER.search(text, first, figure.start):
        return False
    return quantities.SO_MANY_ARE_LEFT.match(text, figure.end, last) is not None


def is_excepted(passage: Passage, figure: Candidate) -> bool:
    """Whether all but so many are of a part: "girls, bar three"; not "schools bar three"."""
    text, (start, end) = passage.text, passage.sentence_bounds(figure.start)
    if _SHORT_OF_ALL.match(text, figure.end, end):
        return True
    led = _EXCEPT_FOR.search(text, start, figure.start)
    if led and _EXCEPTED.match(text, figure.end):
        noun = text[start : led.start()].split()[-1:]
        return not any(is_plural(word) and not is_ours(word) for word in noun)
    more = _EXCEPTED.match(text, figure.end, end)
    first, _ = passage.with_sentence_before(figure.start)
    return bool(
        more and _AND_MORE.match(text, figure.end) and _AND.search(text, first, figure.start)
    )


_NOT_ALL = (
    r"\bnot\s+(?:(?:quite|absolutely|exactly|nearly)\s+)?"
    r"(?:all|every(?:\s*one|body)?|each|only|just|entirely|always)\b"
)
_EXCEPT_FOR = compiled(
    r"(?:\b(?:bar|barring|but\s+for|save|save\s+for|except|excepting|except\s+for|excluding|give\s+or\s+take|exceptions?(?:\s+(?:of|is|are|was|were|number\w*))?:?)"
    r"|\b(?:girls?|boys?|all|them|ones?|every(?:one|body)|children|victims),?\s+(?:but|minus|less|plus|save|short\s+of)"
    rf"|{_NOT_ALL}[^.;:\d]{{0,25}}[:,–—-]"
    r"|\b(?:take|takes|taking|leave|leaving|knock|knocking)\s+(?:away|off|out|aside)|\b(?:subtract|deduct|discount|forget|set\s+aside)(?:ing)?)"
    r"(?:\s+(?:just|only|for|about|exactly|the|some|a|an))*\s+\Z"
)
_EXCEPTED = compiled(
    r"(?:\s+(?:more|others?|besides|extra|over|of\s+(?:them|these|those)))?\s*"
    r"(?:[.,;:!?)–—]|\Z|\s(?:in|at|on|last|this|and|so)\b)"
)
"""Before and behind a number of those who are not of a part: "nearly all girls, bar three"."""
_AND = compiled(r"\b(?:girls|boys)\W+(?:(?:and|then|plus|with|or|but|just|also|only)\s+)+\Z")
_AND_MORE = compiled(r"\s+(?:more|extra|others?|besides|over)\b")
_SHORT_OF_ALL = compiled(
    r"\s+(?:shy|short|off|away|less|fewer)\s+(?:(?:of|from|than|being|a)\s+)*"
    r"(?:all|every|each|(?:full|clean)\s+(?:set|sweep|house)|entirely|only)\b"
)
"""What makes girls all but so many: "girls, and three more", "three shy of all girls"."""
