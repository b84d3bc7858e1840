"""Hidden parts without their name: "the younger of them", "the hidden app"."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from offences.tracing.binding.categories import CategoryWords
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import (
    ALSO_WORDS,
    NamedCategory,
    age_category,
    category_of_part,
)
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.age_rows import bare_ages, listed_ages, rows_of_ages
from offences.tracing.hidden_numbers.ages_alone import ages_alone, words_of
from offences.tracing.hidden_numbers.ages_by_steps import ages_by_steps, parts_with_a_share
from offences.tracing.hidden_numbers.ages_in_words import ages_in_words, ages_of_the_release
from offences.tracing.hidden_numbers.bounds import BOUND, Named, is_of_a_part
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Categories
from offences.tracing.hidden_numbers.names_in_other_words import as_done, is_nearly, other_words
from offences.tracing.hidden_numbers.not_parts import is_a_place_to_meet, sentence_near
from offences.tracing.hidden_numbers.paired_lists import paired_lists
from offences.tracing.hidden_numbers.pointed_at import (
    ages_beyond,
    is_of_shown_parts,
    of_the_other_sex,
    parts_pointed_at,
)


class GateWords(CategoryWords):
    """The names of all categories, and the ways to point at one that a release hides."""

    def __init__(
        self,
        *args: Any,
        shown: Mapping[Categories, Collection[int]],
        hidden: Iterable[Categories] = (),
        is_beyond: Callable[[int], bool] = lambda _: False,
        details: Collection[str] = (),
        is_plain: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._is_plain, self.has_ages_alone = is_plain, False
        self._all_ages, self._shown = [*options.get("ages", ())], shown
        self._is_beyond, self._details = is_beyond, details
        self.places = words_of(
            {
                n
                for each in args[0]
                for n in (each.place, *(each.panel.series if each.panel else ()))
            }
        )
        names = [*args[1]]
        self._youngest = min((each.low for each in options.get("ages", ())), default=0)
        self._in_other_words = [*other_words(names, self.measures)]
        self._spelt = {n.casefold(): n for n in names if n.isalpha() and len(n) > _SHORT}
        self._plurals = {f"{n.casefold()}{end}": n for n in names for end in ("s", "es")}
        single = sorted(min(of) for of in hidden if len(of) == 1)
        self._of_kind: dict[str, list[NamedCategory]] = {}
        for each in single:
            self._of_kind.setdefault(each.kind, []).append(each)

    def find(self, text: str) -> list[Mention[NamedCategory]]:
        labels, numbers = rows_of_ages(text, self._all_ages, self._shown)
        for told, counts in paired_lists(text, self._all_ages, self._shown):
            labels += [m for m in told if not is_taken((m.start, m.end), labels)]
            numbers |= counts
        every = super().find(text)
        infants = age_category(0, _INFANT)
        instead = [*_younger(text), *of_the_other_sex(text)]
        instead += [Mention(*m.span(), infants) for m in _INFANTS.finditer(text)]
        instead += [Mention(*m.span(), age_category(5, 11)) for m in _PRIMARY.finditer(text)]
        for match in _LEFT_BLANK.finditer(text):
            instead += self._mention(match.span(), match[0], text)
        instead += self._longer_names(text, every)
        found = [
            m
            for m in every
            if m.start not in numbers
            and not is_taken((m.start, m.end), instead)
            and not (self._is_a_count(text, m, every) or _is_of_a_part(text, m, every))
            and not (self._are_too_many(text, m) or is_a_place_to_meet(text, m))
        ]
        more = [
            each
            for each in (*labels, *instead, *self._misspelt(text), *self._pointed_at(text))
            if not is_taken((each.start, each.end), found)
        ]
        more += listed_ages(text, self._all_ages, (*found, *more))
        found = [*found, *more]
        found += ages_beyond(text, found)
        found += ages_by_steps(text, found, self._of_kind)
        found += parts_with_a_share(text, found, self._of_kind)
        found += _ages_named_before(text, found)
        found = [
            m
            for m in found
            if not self._is_of_a_released_detail(text, m)
            and not is_of_shown_parts(text, m, found, self._shown)
        ]
        return sorted(found, key=lambda each: each.start)

    def _longer_names(self, text: str, every: Sequence[Named]) -> Iterator[Named]:
        """A hidden part as what was done, where a word is a part: "met the man grooming her"."""
        hidden = [each.name for each in self._of_kind.get("part", ())]
        for name, pattern in as_done(hidden):
            for match in pattern.finditer(text):
                inside = [m.slot.name for m in within(every, match.span()) if m.slot.kind == "part"]
                is_longer = any(one in name and one != name for one in inside)
                if is_longer and not numbers_in(match[0]):
                    yield Mention(*match.span(), category_of_part(name))

    def _is_a_count(self, text: str, mention: Named, every: Sequence[Named]) -> bool:
        """Whether what looks like an age is a number: "Under four on Kik"."""
        is_age = mention.slot.kind == "age"
        if is_age and (_OF_SOME.match(text, mention.end) or _THE_AGE_OF.match(text, mention.start)):
            return True  # "the age of three of the victims", "the age of three victims"
        if (
            is_age
            and _IS.match(text, mention.start)
            and (
                quantities.A_MEAN_IS.search(text, mention.start - _NEAR * 2, mention.start)
                or _OF_LAST_YEAR.search(text, 0, mention.start)
            )
        ):
            return True  # "the average over the three years was 12", "last year's, which was 22"
        said = numbers_in(text[mention.start : mention.end]) if is_age else []
        if said and said[0].value < self._youngest:
            if _WAS_THE.search(text, 0, mention.start):
                return True  # "six was the age of two"
            of_persons = _OF_PERSONS.search(text, mention.start, mention.end)
            return not (of_persons or _PERSONS_NEXT.match(text, mention.end))
        is_bound = is_age and BOUND.fullmatch(text, mention.start, mention.end)
        return bool(is_bound) and is_of_a_part(text, mention, every, self._of_kind)

    def _are_too_many(self, text: str, mention: Named) -> bool:
        """Whether more were asked than the force has offences: "a study of 640 boys"."""
        counted = _COUNTED.search(text, mention.start - _NEAR, mention.start)
        if not counted or not self._is_beyond(int(numbers_in(counted["n"])[0].value)):
            return False
        return _STUDY.search(text, *sentence_near(text, mention)) is not None

    def _is_of_a_released_detail(self, text: str, mention: Named) -> bool:
        """Whether it is the rest of a detail whose number known is released: "no platform noted".

        "Not known" is one category for all details, of which another's may be hidden.
        """
        if {mention.slot} != NOT_KNOWN or not self._details:
            return False
        first, last = sentence_near(text, mention)
        last = sentence_near(text, Mention(last + 1, last + 2, mention.slot))[1]
        details = {kind for kind, said in quantities.KINDS if said.search(text, first, last)}
        details.discard("year")
        return bool(details) and details <= {*self._details}

    def _misspelt(self, text: str) -> Iterator[Mention[NamedCategory]]:
        """A name in two words, in the plural or with a slip: "Whats App", "Snapchats"."""
        words = [*_WORD.finditer(text)]
        for n, word in enumerate(words):
            said = re.sub(r"[’']", "", word[0].casefold())
            names = (name for name in self._spelt if is_nearly(said, name))
            is_name = word[0][0].isupper()
            name = next((n for n in names if is_name or self._spelt[n] not in ALSO_WORDS), "")
            of = self._plurals.get(said) if is_name else None  # "the two Kiks"
            if of := of or self._spelt.get(name):
                yield Mention(*word.span(), category_of_part(of))
            after = words[n + 1] if n + 1 < len(words) else None
            is_plain = (
                after and _TO_SOMEBODY.fullmatch(after[0]) and not _ON.search(text, 0, word.start())
            )
            if is_plain:
                continue  # "Meet me at the stall"
            if after and after.start() == word.end() + 1 and text[word.end()] in " -‐‑":
                both = f"{said}{after[0].casefold()}"
                if both in self._spelt:
                    yield Mention(word.start(), after.end(), category_of_part(self._spelt[both]))

    def _pointed_at(self, text: str) -> Iterator[Mention[NamedCategory]]:
        yield from ages_in_words(text)
        yield from bare_ages(text, self._all_ages, self._shown)
        hidden = self._of_kind.get("age", ())
        alone = [*ages_of_the_release(text, self._all_ages, hidden)]
        alone += ages_alone(text, hidden, self._shown, self.places)
        may_count = [m for m in alone if any(e.low <= m.slot.low <= e.high for e in hidden)]
        self.has_ages_alone |= bool(may_count)
        yield from (m for m in alone if not (self._is_plain and m in may_count))
        yield from parts_pointed_at(text, self._of_kind, self._shown)
        for match in _ROW_BY_PLACE.finditer(text):
            yield from (Mention(*match.span(), each) for each in self._of_kind.get("age", ())[:1])
        for match in _THE_OTHER_SEX.finditer(text):
            yield from (Mention(*match.span(), each) for each in self._of_kind.get("sex", ())[:1])
        yield from (Mention(*m.span(), *NOT_KNOWN) for m in _LEFT_EMPTY.finditer(text))
        for name, pattern in self._in_other_words:
            for match in pattern.finditer(text):
                # A number inside is none of the name: "met a child in four grooming cases".
                end = match.start() + len(match[0].split()[0])
                end = end if numbers_in(match[0]) else match.end()
                yield Mention(match.start(), end, category_of_part(name))
        for match in _HIDDEN_ONE.finditer(text):
            yield from self._mention(match.span(), match[0], text)

    def _mention(
        self, span: tuple[int, int], words: str, around: str
    ) -> Iterator[Mention[NamedCategory]]:
        """The first hidden part of the kind that the words, or those before them, speak of."""
        for said in (words, around):
            kinds = [kind for kind, pattern in quantities.KINDS if pattern.search(said)]
            if kinds:
                of = [each for kind in kinds for each in self._of_kind.get(kind, ())]
                yield from (Mention(*span, each) for each in of[:1])
                return
        yield from (Mention(*span, each) for each in _first(self._of_kind.values()))


def _younger(text: str) -> Iterator[Mention[NamedCategory]]:
    """All ages below one that was not reached: "Three had not yet turned ten"."""
    for match in (m for p in (_NOT_YET, _BEFORE_A_BIRTHDAY, _UNDER) for m in p.finditer(text)):
        said = match["age"].casefold()
        age = quantities.ORDINALS.get(said) or int(numbers_in(_ENDING.sub("", said))[0].value)
        if 0 < age < _ADULT:
            yield Mention(*match.span(), age_category(0, age - 1))


def _is_of_a_part(
    text: str, mention: Mention[NamedCategory], every: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether an age is a number of a part, as no child has it: "Kik was 22"."""
    if mention.slot.kind != "age" or mention.slot.low <= OLDEST:
        return False
    if _OF_PERSONS.search(text, mention.start, mention.end):
        return False
    start = max(text.rfind(each, 0, mention.start) for each in ".;\n")
    return any(start < each.end <= mention.start for each in every)


def _ages_named_before(
    text: str, found: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The age that was named last, where words point to it: "No girls her age"."""
    for match in _HER_AGE.finditer(text):
        before = [m for m in found if m.slot.kind == "age" and m.end <= match.start()]
        before.sort(key=lambda mention: mention.end)
        is_new = not is_taken(match.span(), found)
        yield from (Mention(*match.span(), m.slot) for m in before[-1:] if is_new)


_LEFT_BLANK = compiled(
    rf"\b(?:the|these|those)\s+(?:{NUMBER}\s+)?(?:ages|platforms|apps|sexes)\s+left\s+(?:blank|empty|open|out)\b"
)
_PRIMARY = compiled(r"\bprimary[\s-]age(?:d|s)?\b")
_INFANTS = compiled(
    r"\binfants\b(?![’']|\s+(?:schools?|and\s+juniors\s+school))|\binfant[\s-](?:school\s+)?(?:pupil|child|girl|boy)\w*"
    r"|\b(?:in|at)\s+(?:an?\s+)?infants?[’']?\s+school\b"
)
_ROW_BY_PLACE = compiled(
    r"\b(?:first|last|top|bottom)\s+(?:\w+\s+)?rows?\b(?!\s+(?:(?:that|which)\s+)?(?:is\s+|are\s+)?(?:shown|given|printed|published))"
    r"(?!\s+(?:\w+\s+){0,4}?(?:is|are)\s+(?:for|of)\s+(?:19|20)\d\d)"
    r"|\brows?\s+(?:above|below|before|after)\b|\bone\s+row\s+(?:up|down)\b"
    r"|\bage\s+table\s+(?:start|begin|end|open)s\s+with\b"
)
"""A row without its age: "the row above the tens"."""
_THE_OTHER_SEX = compiled(r"\b(?:opposite|other)\s+(?:sex|gender)\b")
_COUNTED = compiled(rf"(?<![\w.,/£$€])(?P<n>{NUMBER})\s+(?:[a-z]+\s+)?\Z")
_NEAR = 40
_STUDY = compiled(
    r"\b(?:survey\w*|question(?:ed|naires?)|asked|interviewed|poll(?:ed|s)?|stud(?:y|ies)|research\w*|schools?|clubs?)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SHORT = 5
_TO_SOMEBODY = re.compile("me|us|you|it")
_ON = compiled(r"\b(?:on|via|through|from|using|used?|with|by|called)\s+\Z")
_NOT_YET = compiled(
    r"\b(?:(?:not|never|n[’']t)\s+(?:yet\s+)?|yet\s+to\s+)(?:turn(?:ed)?|reach(?:ed)?\s+(?:the\s+)?age(?:\s+of)?)\s+"
    rf"(?P<age>{NUMBER})(?!\s*(?:%|of\b|per\b|offences|cases|crimes))"
)
_UNDER = compiled(
    rf"(?:under|below|younger\s+than)\s+(?:the\s+age\s+of\s+)?(?P<age>{NUMBER})\s+years?\s+(?:old|of\s+age)\b"
)
_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")
_BEFORE_A_BIRTHDAY = compiled(
    r"\b(?:(?:not|never|n[’']t)\s+(?:yet\s+)?(?:[\w’']+\s+){1,2}?|yet\s+to\s+\w+\s+|before\s+|until\s+|(?:short|shy)\s+of\s+|under\s+)"
    rf"(?:(?:his|her|their|its|an?|the)\s+)?(?P<age>{'|'.join(quantities.ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+birthday"
)
"""All ages below a birthday: "had not yet reached their tenth birthday"."""
_HER_AGE = compiled(
    r"\b(?:(?:her|his|your|my|our|that|this|the\s+same)\s+age\b|for\s+the\s+age(?=\s*[.,;:!?]))"
)
_OF_PERSONS = compiled(r"\bage|year|old\b|child|girl|boy|victim|daughter|son\b|toddler|kid|under-")
_PERSONS_NEXT = compiled(
    r"(?:-|[^\S\n])+(?:(?!were\b|was\b|are\b|is\b)[\w-]+[\s-]+)?"
    r"(?:years?|old|child|children|girls?|boys?|victims?|daughters?|sons?|toddlers?|kids?)\b"
)
_OF_LAST_YEAR = compiled(
    r"\b(?:increase|rise|fall|drop|total|figure|number|count)\b(?:(?!\b(?:young|old)est\b)[^.;:\n]){0,90}?\byear[’']s,\s+which\s+\Z"
)
"""Before what the number of another year was: "last year's, which was 22"."""
_IS = compiled(r"(?:is|was|are|were)\s+")
_WAS_THE = compiled(r"\b(?:is|was)\s+the\s+\Z")
_OF_SOME = compiled(r"\s+of\s+(?:the|our|its|these|those|them)\b")
_THE_AGE_OF = compiled(
    rf"(?<!\bat\sthe\s)(?<!\bby\sthe\s)(?<!\bfrom\sthe\s)(?<!\bof\sthe\s)(?<!\bat\san\s)(?<!\bfore\sthe\s)(?<!\bunder\sthe\s)(?<!\buntil\sthe\s)"
    rf"\bage\s+of\s+{NUMBER}\s+(?:[A-Z][\w’'-]+\s+)?(?:victims|children|girls|boys|pupils)\b"
    r"(?=\s+(?:(?:is|was|has|had|were)\s+(?:(?:not|never|un\w+|left)\b|been\s+(?:left|lost))|in\b)|(?:\s+\w+)?[”\"’]?\s*[.,;!?]|\s*\Z)"
)
_ATTRIBUTE = r"(?:sex|gender|age|platform|app)"
_WRITTEN = r"(?:recorded|noted|entered|(?:written|put|taken)\s+down|filled\s+in)"
_LEFT_EMPTY = compiled(
    rf"\b(?:not|never|n[’']t)\s+(?:\w+\s+)?tick(?:ed)?\s+(?:(?:either|any|an?|the|one)\s+)?box(?:es)?\b[^.;\d]{{0,30}}?\b{_ATTRIBUTE}\b|"
    rf"\b(?:could|can)\s*(?:not|n[’']t)\s+(?:tell|say|give|put)(?:\s+\w+)?\s+(?:the|an?)\s+{_ATTRIBUTE}\s+(?=(?:of|to|on|for)\s+{NUMBER}\b)|"
    rf"\b{_ATTRIBUTE}\s+(?:(?:box|field|column|line)\s+)?(?:(?:had|has|have)\s+been|was|were|is|are)\s+(?:left\s+)?(?:blank|empty|open)\b|"
    rf"\b{_ATTRIBUTE}\b(?:\s+of\s+the\s+\w+)?\s+(?:is|was|were|are|has|had)\s+never\s+(?:been\s+)?{_WRITTEN}\b|"
    rf"\b(?:box|field|space|column|line|cell|entry)\s+for\s+(?:the\s+)?(?:[\w]+[’']s\s+)?{_ATTRIBUTE}\s+(?:[\w’'-]+\s+){{0,3}}?(?:empty|blank)\b"
    rf"|\b{_ATTRIBUTE}\b(?:\s+of\s+the\s+\w+)?\s+(?:is|was|were|are|has|had)(?:\s+not|n[’']t)\s+(?:been\s+)?{_WRITTEN}\b"
    # "The sex of nine victims was never recorded": the number stands between.
    rf"|\b{_ATTRIBUTE}(?=\s+of\s+(?:[\w’'-]+\s+){{1,5}}?(?:is|was|were|are)\s+(?:never|not)\s+{_WRITTEN}\b)"
    rf"|\bun(?:known|recorded|stated|specified)[-‐‑]{_ATTRIBUTE}\b"
    rf"|\b{_ATTRIBUTE}\b[^.;\d]{{0,25}}?\s(?:left\s+(?:off|out\s+of)|not\s+on\s+(?:file|record|the\s+form))\b(?!\s+(?:the|our|its|this)\s+(?:tables?|charts?|page|release|list)\b)"
    rf"|\b{_ATTRIBUTE}\s+(?:box|field|column|line)\s+has\s+(?={NUMBER}\s+(?:gaps?|blanks?|holes?)\b)"
    r"|\b(?:guess\w*|wonder\w*|unsure|uncertain)\s+whether\b[^.;\d]{0,40}?\b(?:boys?|girls?|male|female)\b"
    rf"|\b(?:left|leaves?|leaving)\s+(?:out\s+)?(?:the\s+)?(?:[\w]+[’']s\s+)?{_ATTRIBUTE}\b(?:\s+(?:box|field|column)\b)?(?:\s+(?:blank|empty|open|out)\b)?"
    r"|\b(?:not|never|\w+n[’']t)\s+(?:wr[io]t\w*|noted?|record(?:ed)?|put|say|said)\s+(?:down\s+)?whether\b[^.;\d]{0,40}?\b(?:boys?|girls?|male|female)\b"
)


def _first(groups: Iterable[Sequence[NamedCategory]]) -> Sequence[NamedCategory]:
    return next(iter(groups), ())[:1]


_ADULT, _INFANT = 18, 7
_HID = (
    r"(?:hidden|withheld|suppressed|missing|blank(?:ed)?(?:[\s-]out)?|redacted|unpublished|undisclosed"
    r"|starred|secret|masked|unshown|unnamed)"
)
_THING = (
    r"(?:ages?|(?:age\s+)?(?:bands?|groups?|brackets?)|platforms?|apps?|sites?|sex(?:es)?|genders?"
    r"|(?:offence\s+)?(?:kinds?|types?|categor(?:y|ies))|ones?|parts?|rows?|cells?|entr(?:y|ies)|lines?)"
)
_NOT_SHOWN = (
    rf"(?:{_HID}|(?:not|never)\s+(?:been\s+)?(?:shown|given|printed|published|released|named|disclosed|listed)"
    r"|(?:left|kept|held)\s+(?:out|back)|covered\s+up)"
)
_WITH_A_MARK = (
    r"(?:with|given\s+as|shown\s+as|printed\s+as|under|behind)\s+(?:only\s+)?(?:an?\s+)?"
    r"(?:ranges?|stars?|asterisks?|markers?|dash(?:es)?|blanks?|\[\w\])"
    rf"|(?:without\s+an?|with\s+(?:no|{_HID}))\s+(?:figure|number|count|total)s?"
)
_HIDDEN_ONE = compiled(
    rf"\bthe\s+{_HID}(?=\s+{NUMBER}\b(?!\s+\w*s\b))"
    rf"|\b(?:the|that|this|its|their|our|each|every|one|either|both)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,2}}?{_HID}\s+(?:\w+\s+)?{_THING}\b"
    rf"|\bthe\s+(?:{NUMBER}\s+)?{_THING}(?=\s+whose\s+(?:[\w’'-]+\s+){{0,3}}?(?:figure|number|count)s?\s+(?:is|are|was|were|has\s+been|have\s+been)\s+{_NOT_SHOWN})"
    rf"|\b(?:the|there\s+(?:is|are|was|were))\s+(?:{NUMBER}\s+)?{_THING}\s+(?:(?:that|which)\s+)?(?:[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?{_NOT_SHOWN}"
    rf"|(?:(?:that|which)\s+(?:is|are|was|were)\s+)?{_WITH_A_MARK}"
    r"|(?:(?:is|are|was|were|do(?:es)?|did)(?:n[’']t|\s+not|\s+never))\s+(?:\w+\s+)?"
    r"(?:show|give|print|publish|name|shown|given|printed|published|named|listed|released|disclosed))\b"
)
