"""What a number of a text counts: offences and their victims, or something else.

The noun decides; a number of persons is one of victims, whatever the scene. A sentence on the
hidden cells themselves counts nothing.
"""

import re
from collections.abc import Collection, Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.charges import is_of_a_charge
from offences.tracing.hidden_numbers.counted_nouns import counts_its_noun
from offences.tracing.hidden_numbers.harm import may_be_of_harm
from offences.tracing.hidden_numbers.norms import is_of_a_norm
from offences.tracing.hidden_numbers.not_counts import counts_nothing, is_of_a_whole_table
from offences.tracing.hidden_numbers.nouns import (
    HIDING,
    NO_HEAD,
    OF_OFFENCES,
    OURS,
    is_one_thing,
    is_ours,
    is_thing,
)
from offences.tracing.hidden_numbers.of_figures import is_of_figures
from offences.tracing.hidden_numbers.other_objects import counts_cases
from offences.tracing.hidden_numbers.other_wholes import is_of_an_amount, is_of_another_whole
from offences.tracing.hidden_numbers.own_children import is_of_children_had
from offences.tracing.hidden_numbers.own_life import is_of_own_life
from offences.tracing.hidden_numbers.people_asked import is_of_people_spoken_to
from offences.tracing.hidden_numbers.phrases import (
    NEAR,
    clause_around,
    head_led,
    narrow_clause_around,
    words_led,
)
from offences.tracing.hidden_numbers.reasons import is_of_a_reason
from offences.tracing.hidden_numbers.scenes import (
    is_of_another_scene,
    is_of_people_asked,
    speaks_of_data,
)
from offences.tracing.hidden_numbers.speakers_and_schools import is_of_a_speaker_or_a_school
from offences.tracing.hidden_numbers.things_before import (
    HELPLINE,
    OF_CASES,
    OF_THEM,
    is_of_things_before,
)
from offences.tracing.hidden_numbers.those_named import is_of_those_named
from offences.tracing.hidden_numbers.visitors import is_of_visitors


def counts_something_else(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    cells: int,
    told: Collection[int],
) -> bool:
    """Whether a number counts no offence: "Four officers", "the two cells".

    Beside a part of the figures the noun must be known to be of something else. Of `cells` that
    are hidden, no number is more. What counts a shown part, by its number `told`, counts them all.
    """
    text, start = passage.text, figure.start
    if counts_cases(passage, figure, named, told):
        return False
    if (
        counts_nothing(passage, figure)
        or counts_its_noun(passage, figure, named)
        or is_of_a_charge(passage, figure)
        or is_of_figures(passage, figure)
        or is_of_own_life(passage, figure)
        or is_of_children_had(passage, (figure.start, figure.end))
        or is_of_a_whole_table(passage, figure, named)
        or _is_number_of_an_item(passage, figure, named)
        or _is_of_cells(passage, figure, named, cells)
        or is_of_those_named(passage, figure, named, told)
        or is_of_things_before(passage, figure, named)
        or _is_of_a_person(passage, figure, named)
        or _is_of_a_named_child(passage, figure)
        or is_of_people_asked(passage, figure)
        or is_of_people_spoken_to(passage, figure, named)
        or is_of_visitors(passage, figure, named)
        or is_of_another_scene(passage, figure, named)
        or is_of_a_speaker_or_a_school(passage, figure)
        or is_of_a_norm(passage, figure, named)
        or is_of_a_reason(passage, figure, named)
        or _is_of_a_caveat(passage, figure, named)
    ):
        return True
    ends = {figure.end, *(n.end for n in passage.numbers if n.start == start)}
    is_beside = within(named, passage.sentence_bounds(start)) or is_bare_number_after(
        passage, start, named
    )
    if not (is_beside or _refers_back(passage, start, named)):
        if is_of_another_whole(passage, figure):
            return True
        if text[start : figure.end].casefold().endswith(" what"):
            return False  # "nineteen times what police dealt with in 2014/15"
        is_some = _NOT_EVERY.match(text, start - len("not "))
        return bool(is_some) or any(is_of_a_thing(text, start, each) for each in ends)
    return _is_of_another_noun(passage, figure, ends, named)


def _is_of_a_caveat(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a number stands in words that all texts have: "so that no child can be found"."""
    text, start = passage.text, figure.start
    is_none = figure.word == "quantity" or not figure.value
    if is_none and _THAT_NO_ONE.search(text, 0, start) and _IS_FOUND.match(text, figure.end):
        return True
    is_blank = not figure.value and _NOT_MEAN.search(text, 0, start)  # "does not mean none"
    if not figure.value and _NOT_READ_AS.search(text, 0, start):
        goes_on = text[figure.end : passage.with_sentence_after(start)[1]]
        is_all = _NO_MORE_IS_SAID.match(goes_on) is not None
        return is_all and not (OF_OFFENCES.search(goes_on) or _SOME_WERE.search(goes_on))
    is_alone = not within(named, passage.sentence_bounds(start))
    is_any = _VICTIM_OF.search(text, 0, start)
    phrases = _MAY_BE_ONE.finditer(text, passage.sentence_bounds(start)[0])
    is_said_of_any = any(start in range(*m.span()) for m in phrases)
    return bool(is_blank or is_said_of_any or (is_alone and is_any))


def _is_of_another_noun(
    passage: Passage,
    figure: Candidate,
    ends: Collection[int],
    named: Sequence[Mention[NamedCategory]],
) -> bool:
    """Whether the noun behind a number beside a part is known to be of something else."""
    text, start, end = passage.text, figure.start, figure.end
    if figure.kind in (*SHARES, "multiple"):
        return is_of_an_amount(text, end)  # not "7 per cent of the platforms was Kik"
    if _CAUGHT.search(text, end, narrow_clause_around(passage, (start, end))[1]):
        return False  # "two teachers were charged with abuse of trust"
    if _PRONOUN.fullmatch(text, start, end) and not _OF.match(text, end):
        return False  # "nobody likes it"
    behind = _A_THING_OF.match(text, end)
    if behind and any(m.start == behind.end() and m.slot.kind == "part" for m in named):
        return False  # "three concerts of Kik abuse"
    heads = [*filter(None, (head_led(text, each) for each in ends))]
    if any(map(_CALLS.fullmatch, heads)):  # to the police they are of cases
        sentence = passage.sentence(start)
        return bool(HELPLINE.search(sentence) and not OF_OFFENCES.search(sentence))
    led = words_led(text, end)[-1:] if _SINGLE.fullmatch(text, start, end) else []
    led = [w for w in led if not OF_CASES.fullmatch(f"{w}s")]
    return any(map(is_thing, heads)) or any(map(is_one_thing, led))


def _is_of_a_person(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it is the age behind a person's name: "Thank you to Jacob, seven, who ran"."""
    name = _NAME_BEFORE.search(passage.text, figure.start - NEAR, figure.start)
    if name is None or not _ASIDE_ENDS.match(passage.text, figure.end) or not 4 < figure.value < 18:
        return False
    return not within(named, name.span("name"))


def _is_number_of_an_item(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it numbers an item of minutes, beside the one before or after: "3.2 The clerk"."""
    text, item = passage.text, _ITEM.match(passage.text, figure.start)
    if item is None or item.end() in {m.start for m in named}:
        return False  # "2.3 Telegram."
    numbers = {_number_of(m) for m in _ITEM.finditer(text)}
    whole, part = _number_of(item)
    return bool({(whole, part - 1), (whole, part + 1)} & numbers) and not _SHARES.search(text)


def _number_of(item: re.Match[str]) -> tuple[int, int]:
    """The number of an item in two parts: "3.2", or "2/" of a thread."""
    return int(item["whole"] or 0), int(item["part"] or item["n"])


def _is_of_a_named_child(passage: Passage, figure: Candidate) -> bool:
    """Whether it is of what a child does whose name is given: no victim of the figures has one.

    "Nine-year-old Ben Hart has two rabbits", "… twins Ben and Ruby Hart. Both of them sing".
    """
    text, (start, _) = passage.text, passage.sentence_bounds(figure.start)
    is_of_them = OF_THEM.match(text, figure.end) is not None
    first = passage.with_sentence_before(figure.start)[0] if is_of_them else start
    child = _NAMED_CHILD.search(text, first, figure.start)
    if child is None:
        return False
    _, last = clause_around(passage, (figure.start, figure.end))
    is_both = is_of_them and child["other"] and figure.word == "quantity"
    if is_both and may_be_of_harm(text[child.end() : passage.with_sentence_after(figure.start)[1]]):
        return False  # "He wrote to both of them"
    is_thing_had = not is_of_them and is_of_a_thing(text, figure.start, figure.end)
    return bool(is_both or is_thing_had) and not speaks_of_data(text[first:last])


def _refers_back(passage: Passage, at: int, named: Sequence[Mention[NamedCategory]]) -> bool:
    """Whether "they" or "it" stands for what the sentence before names."""
    start, end = passage.sentence_bounds(at)
    is_said = start and _IT.search(passage.text, start, end)
    return bool(is_said and within(named, passage.sentence_bounds(start - 1)))


def is_bare_number_after(
    passage: Passage, at: int, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a sentence is but a number of something, after one that names a part of ours.

    "A candle for each nine-year-old. Four little flames"; or of what stands behind its line.
    """
    start, end = passage.sentence_bounds(at)
    is_behind = quantities.BEHIND_A_MARK.search(passage.text, start, end)
    is_said = start and (is_behind or _FRAGMENT.match(passage.text, start))
    return bool(is_said and within(named, passage.sentence_bounds(start - 1)))


def is_of_a_thing(text: str, start: int, end: int) -> bool:
    """Whether the noun that a number leads is no offence, case, victim or child."""
    phrase = words_led(text, end)
    if "Acts" in phrase or _OF_US.match(text, end):
        return True  # "three of you"
    if not phrase or _THESE.match(text, end) or quantities.AN_OLD.match(text, end):
        return False  # "a pair of these jobs": of what is spoken of; "one her age"
    if "known" in phrase:
        return False
    if head := head_led(text, end):
        return not is_ours(head)  # "four offence types"
    if any(map(is_ours, phrase)) or not _SINGLE.fullmatch(text, start, end):
        return False
    head = phrase[-1]
    is_noun = head.islower() and not (NO_HEAD.fullmatch(head) or head.endswith("ed"))
    return is_noun and (not head.endswith("ly") or head == "ally" or is_one_thing(head))


def _is_of_cells(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]], many: int
) -> bool:
    """Whether a number is of the hidden cells: "Two of them are hidden"."""
    text, (first, last) = passage.text, clause_around(passage, (figure.start, figure.end))
    start, _ = passage.sentence_bounds(figure.start)
    before, after = text[max(start, first - NEAR) : figure.start], text[figure.end : last]
    is_part = quantities.PART_OF_A_NUMBER.fullmatch(text, figure.start, figure.end)
    if CELL_NOUN.match(after) and not (is_part or figure.kind == "multiple"):
        return True
    if _EACH_OF.match(text, figure.start):
        return not within(named, (figure.end, passage.sentence_bounds(figure.start)[1]))
    none = _NO_ONE.fullmatch(text, figure.start, figure.end)
    if none and _COULD.match(after):
        return not within(named, (figure.end, last))  # "nobody would believe them"
    is_led = bool(words_led(text, figure.end))
    if is_led and not _OF_THOSE.match(after):
        return False
    if _LIMIT.search(before) or _A_VALUE.search(before):
        return False  # "a figure of three is hidden"
    hiding = HIDING.search(text, figure.end, last) if _OF_THOSE.match(after) else None
    are_hidden = hiding and not (
        within(named, (figure.end, hiding.start()))
        or _NUMBER_NEXT.match(text, hiding.end())  # "ten of those known were on the hidden four"
        or _OF_ANOTHER.search(text, figure.end, hiding.start())
    )
    if hiding and is_part and within(named, (hiding.end(), last)):
        return False  # "two thirds of those on hidden apps were on Kik"
    beside = within(named, (start, figure.start))[-1:]
    if beside and _ITS.fullmatch(text, beside[0].end - len("’s "), figure.start):
        return False  # "Kik's three are withheld"
    is_bare = not _OF_THOSE.match(after) and many < figure.value and not before.endswith("of ")
    joint = _ALL_ON.search(text, figure.end, passage.sentence_bounds(figure.start)[1])
    if joint and 0 < len(within(named, (joint.end(), joint.end() + NEAR))) < figure.value:
        return False  # "two are hidden, both on Kik"
    return bool((_ARE_HIDDEN.match(after) and not is_bare) or are_hidden)


_PRONOUN = compiled(r"nobody|no\s+one|none|neither|both")
_OF = compiled(r"\s+of\b")
_A_THING_OF = compiled(r"(?:\s+[\w’'-]+){1,2}\s+of\s+")
_NUMBER_NEXT = compiled(rf"\s+{NUMBER}\b")
_NAMED_CHILD = re.compile(
    r"\b[\w-]+-year-olds?\s+(?:twins\s+|sisters\s+|brothers\s+|friends\s+)?"
    r"(?P<name>[A-Z][a-z’'-]+(?:\s+[A-Z][a-z’'-]+)?(?P<other>\s+and\s+[A-Z][a-z’'-]+)?\s+[A-Z][a-z’'-]+)\b"
)
_NAME_BEFORE = re.compile(
    r"(?<!\b[Ii]n )(?<!\b[Oo]n )(?<!\b[Aa]t )(?<!\b[Ff]or )(?<!\b[Ff]rom )"
    r"\b(?P<name>[A-Z][a-z’'-]+),\s+\Z"
)
_ASIDE_ENDS = re.compile(r",\s+(?:who\b(?!\s+(?:were|are|all|have)\b)|(?:of|from)\s+[A-Z])")
_ITEM = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.!?]\s))(?:(?P<whole>\d{1,2})\.(?P<part>\d{1,2})|(?P<n>\d{1,2})[/)])\s+(?=[A-Z])"
)
_SHARES = compiled(r"%|\b(?:per\s+cent|percent\w*|shares?|rates?|averages?)\b")
_ALL_ON = compiled(
    r",\s+(?:both|all)(?:\s+of\s+(?:them|these|those))?\s+(?:on|via|from|against|through|aged|at|over)\s+"
)
_ITS = compiled(r"\S*[’']s\s+")
_OF_ANOTHER = compiled(
    r"\b(?:is|are|was|were|had|has)\b.*\b(?:that|which|who|where|because|as|so)\b"
)
_COULD = compiled(
    r"\s+(?:[\w-]+\s+){0,3}?(?:can|could|would|will|should|may|might|must|wants|needs|has\s+to)\b(?!\s+(?:be|have)\b)"
)
_THESE = compiled(
    r"\s+(?:of\s+)?(?:these|those|such)\s+(?:jobs|things|matters|horrors|stories|tragedies)\b"
)
_OF_US = compiled(
    r"\s+of\s+(?:you|us|our|my)\b(?![^.;!?\n]*\b(?:in|among|on)\s+(?:[\w’'-]+\s+){1,3}?(?:figures|numbers|data|table|total|list|victims|return)\b)"
)
_SINGLE = compiled(r"(?:at\s+|just\s+|only\s+)?(?:one|1)|a\s+(?:single|lone|sole|solitary)")
_A_VALUE = compiled(r"\b(?:figure|count|number|total|value)\s+of\s+\Z")
_EACH_OF = compiled(
    rf"(?:each|every\s+one)\s+of\s+(?:the|these|those|our|its)\s+(?:more\s+than\s+|nearly\s+)?{NUMBER}"
)
CELL_NOUN = compiled(
    rf"\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+|our\s+)?(?:(?!{OURS}\b|{quantities.LINK}|off\b|than\b|under\b|beneath\b|behind\b)[\w’'-]+\s+){{0,2}}?"
    r"(?:bands?|sexes|genders|age\s+groups?|ages|age(?=\s+(?:is|are)\s)|figures?|numbers?|totals|breakdowns|cells?|rows|columns|lines(?=\s+(?:is|are|were)\s+(?:hidden|blank|left\s+out|missing\s+from|withheld)\b)|categor(?:y|ies)|markers?|stars?|asterisks?|dash(?:es)?|blanks|ranges?|gaps)\b"
    r"|\s+(?:of\s+)?the\s+[\w-]+(?:s[’']|[’']s)\s+(?:rows?|cells?|columns?|figures?|numbers?|entr(?:y|ies)|lines?)\b"
)
_OF_THOSE = compiled(
    r"\s+(?:(?:out\s+)?of\s+)?(?:them|these|those)\b|\s+(?:out\s+)?of\s+the\s+\w+\b"
)
_BE = r"(?:is|are|was|were|has|have|stays?|remains?|must|can|could)\s+"
_ALL = r"(?:(?:both|each|all|also|been|be|too|to)\s+)*"
_ARE_HIDDEN = compiled(
    r"(?:\s+(?:of\s+(?:them|these|those|the\s+\w+)|others?|more))?(?:\s+(?:that|which))?"
    r"\s+(?:the\s+\w+\s+)?(?:"
    rf"{_BE}{_ALL}(?:not\s+)?(?:hidden|withheld|suppressed|missing|blank(?:ed)?|redacted)\b"
    rf"|(?:{_BE}{_ALL}(?:not|never)|cannot)\s+{_ALL}(?:given|shown|printed|published|released)\b"
    rf"|{_BE}{_ALL}(?:kept|left|held)\s+(?:back|out|blank|hidden)\b"
    rf"|{_BE}{_ALL}marked\s+(?:with|by)\s+an?\b)"
)
_CALLS = compiled(r"calls|tickets")
_NO_ONE = compiled(r"(?P<nobody>nobody|no\s+one)|none|neither")
_LIMIT = compiled(r"\b(?:below|under|than|to|most|least|over|above|[<≤])\s*\Z")
_IT = compiled(r"\b(?:they|them|it|those)\b")
_VERB = r"(?:is|are|was|were|will|would|can|could|has|have|had|do|did|may|[a-z]+ed)\b"
_FRAGMENT = compiled(rf"\W*{NUMBER}(?:\s+(?!{_VERB})[\w-]+){{1,4}}\s*[.,;!]")
"""A sentence that begins with a number of something and no verb: "Four little flames,"."""
_CAUGHT = compiled(
    r"\b(?:was|were|been|being|got)\s+(?:\w+\s+)?(?:caught|charged|arrested|convicted|jailed|accused"
    r"|sentenced|prosecuted|cautioned|suspected|imprisoned|investigated|seized|examined|found\s+guilty)\b"
    r"|\beach\s+(?:had|saw|lost|recorded|dealt|has|ha[sd]\s+had)\b"
)
_NOT_EVERY = compiled(r"not\s+every\s+\w+\s+is\b")
_NOT_MEAN = compiled(
    r"\bstands?\s+for\s+(?:(?:an?|the)\s+)?(?:hidden|withheld|suppressed|small|low|left\s+out|not\s+(?:given|shown|printed|published))(?:\s+[^.;,\d]{1,25}?)?,?\s+(?:and\s+)?not\s+(?:for\s+)?(?:an?\s+)?\Z|"
    r"\b(?:not|n[’']t)\s+mean\s+(?:[^.;,\d]{0,20}\s)?\Z"
    r"|\b(?:hidden|withheld|suppressed|unpublished|missing|blanks?|dash(?:es)?|stars?|asterisks?|gaps?)\s+(?:is|are)(?:\s+not|n[’']t)\s+the\s+same\s+(?:thing\s+)?as\s+(?:an?\s+)?\Z"
)
_NOT_READ_AS = compiled(
    r"\b(?:not|n[’']t|never|nobody\s+should|no\s+one\s+should)\s+(?:read|take|assume|treat|see|mistake)\s+(?:that\s+)?"
    r"(?:the|an?|any|that|this|these|those)\s+(?:\w+\s+)?(?:blanks?|gaps?|dash(?:es)?|rows?|cells?|stars?|asterisks?)\s+"
    r"(?:as|for|is|are|to\s+be)\s+(?:an?\s+)?\Z"
)
_NO_MORE_IS_SAID = compiled(
    r"s?\s*[.!](?!\W*(?:it|they|there|that|this|these|those|one|some|both|each|in\s+fact|rather)\b(?!\s+may\b))"
)
"""Behind "do not read the blank as zero", nothing that it is: not "It is more"."""
_SOME_WERE = compiled(
    r"\b(?:child(?:ren)?|girls?|boys?|lads?|used|saw|seen|had|happened|came|named|knows?|knew|did(?!\s+not\b))\b"
)
_VICTIM_OF = compiled(r"\b(?:can|may)\s+be\s+(?:the\s+)?victims?\s+of\s+(?:more\s+than\s+)?\Z")
_MAY_BE_ONE = compiled(
    r"(?:one|a\s+single|the\s+same)\s+(?:child|girl|pupil|person)\s+(?:can|may)\s+be\s+(?:the\s+)?victim\s+of\s"
    rf"(?:(?:more\s+than\s+)?{NUMBER}(?:\s+or\s+{NUMBER})?\s+(?:offences|crimes))?|(?:one|a\s+single)\s+(?:crime|offence|case|record)\s+(?:can|may|could)\s+(?:involve|concern|cover|affect)\s+(?:more\s+than\s+one|several|two\s+or\s+more)\s+(?:child(?:ren)?|victims?)\b"
)
_THAT_NO_ONE = compiled(r"\b(?:so|sure|means|in\s+order)\s+(?:that\s+)?\Z")
_IS_FOUND = compiled(
    r"(?:\s+[\w’'-]+){0,6}?\s+(?:be|being)\s+(?:identified|recognised|recognized|traced|picked\s+out|found\s+out|singled\s+out|worked\s+out|deduced|calculated|guessed)\b"
)
