"""Ages, sexes, platforms and other parts of a whole, as a text names them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from offences.claims.facts import Facts
from offences.tracing.binding.age_words import (
    AGES,
    AGES_IN_A_TEXT,
    LIFE,
    SCHOOL,
    band_of_facts,
    whole_number,
)
from offences.tracing.binding.ages_by_place import ages_by_place
from offences.tracing.binding.labels import ages_by_label, is_threshold, labels_of, plurals_of
from offences.tracing.binding.loose_ages import (
    ENDS_OF_AGES,
    FOLLOWED_BY,
    LOOSE_AGES,
    MOST_COMMON,
    ages_in_turn,
    is_number,
    next_ages,
)
from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import (
    ALSO_WORDS,
    PLATFORMS,
    SAME_PLATFORM,
    SEX_NAMES,
    NamedCategory,
    age_category,
    category_of_part,
    detail_of,
)
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled, words_before

OLDEST = 17
_SEXES = {
    name: compiled(rf"\b(?:{words})(?:[’']s?)?\b")
    for name, words in (
        ("girls", r"girls?|females?|young\s+women|daughters?|schoolgirls?|lass(?:ie)?(?:s|es)?"),
        ("boys", r"boys?|males?|young\s+men|sons?|schoolboys?|lad(?:die)?s?"),
    )
}
_ONES_OWN = compiled(
    r"\b(?:her|his|my|our|your|their|whose)\s+(?:\w+\s+)?(?:daughter|son|girl|boy|lad|lass)(?:[’']s)?\Z"
)
_OTHERS = compiled(
    r"(?<!any )\b(?:other|another|different|unknown|unnamed)\s+(?:online\s+)?"
    r"(?:platforms?|apps?|sites?|services?|sex(?:es)?|genders?|ages?|age\s+groups?|networks?)\b"
)
_OTHER_NAMES = ("other", "others")
# "Other: 40", "40 were other", and not "the other way"
_OTHER_PART = compiled(
    r"(?m)^[ \t]*(?:[-•*|][ \t]*)?others?(?=[ \t]*[:|=\t–-]?[ \t]*\d)"
    r"|(?<!\bany )\bothers?(?=\s*(?:\(|:\s)\d)"
    r"|\b(?:every(?:body|one|thing)\s+else|all\s+(?:the\s+)?others)(?=\s*[,:(=–-]\s*\d)"
    r"|\ball\s+(?:the\s+)?others(?=\s+\d)|\banything\s+else(?=\s*[,:(=–-]?\s*\d)"
    r"|\belsewhere\s+(?:online|on\s+the\s+(?:internet|web))\b|\b\w+ed\s+as\s+[“\"‘']other\b"
)
_SCHOOL_YEAR = re.compile(r"\bYears?\s+(?P<n>1[0-3]|[1-9])s?\b(?!\s+of\b|[/–-]?\d)")

_WHAT = (
    r"(?:ages?|platforms?|apps?|(?:web)?sites?|(?<!police\s)services?|social\s+networks?|sex(?:es)?"
    r"|genders?|means|methods?)"
)
RECORDED = (
    r"(?:known|recorded|stated|noted|given|logged|identified|specified|named|established|mentioned"
    r"|available|disclosed|supplied|entered|registered|captured|documented|listed|determined"
    r"|ascertained|filled\s+in|ticked|worked\s+out|(?:written|put|taken|set|jotted|marked|noted)\s+down)"
)
"""What is done with what somebody knows of an offence."""
RECORDS = (
    r"(?:know[ns]?|knew|not(?:e|es|ed)|record(?:s|ed)?|logged|identif(?:y|ied|ies)|names?|named"
    r"|g[ai]ve[ns]?|enter(?:s|ed)?|register(?:s|ed)?|captured?|document(?:s|ed)?|listed"
    r"|stat(?:es?|ed)|specified|establish(?:ed|es)?|ascertain(?:ed|s)?|f(?:ou|i)nd\s+out|say|said"
    r"|(?:make|made|take|took|keep|kept)\s+(?:a\s+)?(?:note|record)s?\s+of"
    r"|(?:wrote|writ(?:e|ten)|put|took|taken?|set|jot(?:ted)?|not(?:ed)|mark(?:ed)?|got)\s+(?:\w+\s+)?down|fill(?:ed|s)?\s+in|tick(?:ed|s)?"
    r"|work(?:ed)?\s+out|ask(?:ed)?(?=\s+(?:about\s+)?(?:the|how|which|what|their)\b))"
)
"""Who records what is known, and how."""
KNOWN_WORDS = compiled(
    rf"\b(?:had|have|has|with)\s+an?\s+{_WHAT}\s+(?:on\s+(?:record|file)|{RECORDED})\b"
    rf"|\b{RECORDS}\s+(?:the\s+|a\s+|an\s+|which\s+|what\s+"
    rf"|their\s+)?(?:[\w’']+\s+)?(?:{_WHAT}\b|how\s|whether\s)"
    rf"|\b{_WHAT}\b[^.;\d]{{0,40}}?\b(?:was|were|is|are|been)\s+(?:\w+\s+)?{RECORDED}\b"
    rf"|\b{_WHAT}\b[^.;\d]{{0,40}}?\b(?:was|were|is|are)\s+(?:in|on)\s+(?:the\s+)?(?:records?"
    rf"|files?)\b"
    rf"|\b{RECORDS}\s+(?:it|this|one|that)\b|\b(?:wrote|put|took|noted)\s+(?:it|this|one|(?:the"
    rf"|an?)\s+{_WHAT})\s+down\b"
    rf"|\b(?:it|this|one)\s+(?:was|is|had\s+been)\s+{RECORDED}\b"
    rf"|\bwhether\b[^.;\d]{{0,40}}?\b(?:boy|girl|(?:fe)?male)s?\b[^.;\d]{{0,20}}?\b(?:was|were"
    rf"|is)\s+{RECORDED}\b"
    rf"|\b(?:know|knew|known|told\s+us|an\s+answer)\s+(?:only\s+|just\s+)?(?:for"
    rf"|in)\s+(?=(?:only\s+|just\s+)?{NUMBER})"
)
"""That something was known of an offence: "noted which app was used", "wrote it down"."""
SEX_ITSELF = r"\bsex(?:es)?\b(?!\s+(?:offen|crime|abuse|act|attack))"
# "Noted where it happened": on which platform
_WHERE_IT_WAS = (
    r"\bwhere\s+(?:it|they|this|(?:the\s+|online\s+)?[^.;:,\d]{0,40}?(?:offences?|crimes?|abuse)[^.;:,\d]{0,20}?)"
    r"\s+(?:had\s+|have\s+|has\s+)?(?:happened|(?:took|taken)\s+place|occurred)\b"
)
_THE_SERVICE = r"\b(?:the|an?|no|which|what|known|named|specific|particular)\s+services?\b"
_OF_KINDS = (
    (
        "sex",
        compiled(rf"{SEX_ITSELF}|\bgenders?\b|\b(?:boy|girl|lad|lass|laddie|lassie|male|female)\b"),
    ),
    ("age", compiled(r"\bages?\b|\bhow\s+(?:old|young)\b|\b(?:youngest|oldest)\b")),
    (
        "part",
        compiled(
            rf"\bplatform|\bapps?\b|sites?\b|\bonline\s+services?\b|{_THE_SERVICE}|\bsocial\s+networks?\b|\bmeans\b|\bmethod|\bhow\s+(?!(?:many|much|often)\b)|{_WHERE_IT_WAS}"
        ),
    ),
    (
        "offence",
        compiled(
            r"\b(?:exact|precise|specific)\s+(?:nature|kind|type|offence|crime)\b"
            r"|\b(?:nature|kind|type)\s+of\s+(?:the\s+)?(?:offence|crime)\b"
        ),
    ),
)
# "Was simply", "could still", "had sadly been"
_IT_IS = r"(?:(?:was|were|is|are|had|has|have|could|can|be|been|still|just|yet|\w+ly)\s+)*"
UNKNOWN = compiled(
    rf"\b{_WHAT}(?:\s+of\s+(?:the|each|every)\s+\w+)?\s+(?:{_IT_IS}(?:not|never)\s+"
    rf"{_IT_IS}{RECORDED}|(?:was|were|is|are|has|had|could)n[’']t\s+{_IT_IS}{RECORDED}"
    rf"|{_IT_IS}un(?:known|recorded|stated|identified)|{_IT_IS}a\s+(?:blank|mystery))\b"
    rf"|\bun(?:known|recorded|stated|identified)\s+{_WHAT}\b"
    rf"|\bno\s+{_WHAT}\s+(?:(?:was|were|is|are)\s+)?on\s+(?:file|record)\b"
    rf"|\bno\s+{_WHAT}\s+(?:(?:was|were|is|are|had|has|been)\s+)*{RECORDED}\b"
    rf"|\b(?:could|did|do|does|had|has|have)(?:\s+not|n[’']t)\s+(?:say|know|record(?:ed)?|not(?:e"
    rf"|ed)|give|given|put(?:\s+down)?|logged|entered"
    rf"|stated?|write\s+down)\s+(?:(?:which|the|what|an?|any)\s+(?:[\w-]+[’']s\s+)?{_WHAT}\b|how\s+old\b"
    rf"|(?:whether|if)\s[^.;\d]{{0,40}}\b(?:girl|boy)\b)"
    # "How often did Kent not know the age?"
    rf"|\bnot\s+(?:know|record|note)\s+the\s+(?:[\w-]+[’']s\s+)?{_WHAT}\b(?!\s+(?:limit|gap|group|range))"
    rf"|\b(?:never|not|n[’']t)\s+(?:been\s+)?(?:told|learn(?:ed|t)?|found\s+out)\s+(?:how\s+old\b|(?:the|their|its|any)\s+(?:\w+[’']s\s+)?{_WHAT}\b)"
    rf"|\b(?:nobody|no\s+one|no\s+officer)\s+(?:(?:had\s+|has\s+|ever\s+)?(?:{RECORDS}|wrote|put|took)\s+(?:down\s+)?|ha[ds]\s+)"
    rf"(?:(?:which|the|what|an?|any|their|its)\s+(?:[\w’']+\s+)?{_WHAT}\b|how\s+old\b"
    r"|(?:whether|if)\s[^.;\d]{0,40}\b(?:girl|boy)\b)"
    rf"|(?<!\bnot\s)(?<!\bnever\s)(?<!n[’']t\s)\b(?:fail\w*|unable|neglect\w*|forgot\w*|omit\w*)\s+to\s+(?:say|record|note|log|give"
    rf"|state|establish|identify|supply|take)"
    rf"\b[^.;\d]{{0,20}}?\b{_WHAT}"
    r"|\b(?:remain(?:s|ed)?|stay(?:s|ed)?)\s+(?:un(?:known|recorded|stated|identified|clear)|a\s+mystery)\b"
    rf"|\b{_WHAT}(?:\s+of\s+(?:the|each|every)\s+\w+)?\s+{_IT_IS}(?:missing|absent|left\s+(?:out|blank|open|empty))\b(?!\s+of\s+(?:the|our|this)\s+(?:(?:new|latest|published|annual)\s+)?(?:release|publication|tables?|charts?)\b)"
    rf"|\b{_WHAT}\s+(?:box|field|column|line)\s+(?:(?:was|is|left)\s+)*(?:empty|blank)\b"
    rf"|\b(?:box|field|column|line)\s+(?:(?:marked|headed|labelled|called|for)\s+)+(?:the\s+)?[“‘\"']?{_WHAT}[”’\"']?\s+(?:(?:was|is|were|had\s+been|left)\s+)+(?:empty|blank)\b"
    rf"|\black(?:s|ed|ing)?\s+(?:an?|the)\s+{_WHAT}\b"
    rf"|\b(?:(?<!\bwith\sor\s)without|(?:with|have|has|had|(?<=[’'])ve|recorded|noted|gave|give|at|of)\s+no)\s+(?:an?\s+"
    rf"|the\s+)?(?:(?:known|recorded)\s+)?{_WHAT}\b"
)
# "Whether a boy or a girl": the sex, and neither of them.
A_SEX = r"\b(?:boy|girl|lad(?:die)?|lass(?:ie)?|(?:fe)?male)"
_EITHER_SEX = compiled(rf"{A_SEX}s?\s+or\s+(?:an?\s+)?{A_SEX}s?\b")
_SEX_LETTER = compiled(r"(?<![\w-])(?:F|M|NB)(?=\s*[:=|–]?\s*\d)", re.NOFLAG)
_WHETHER = compiled(r"\bwhether\b[^.;]*\Z")
_ANOTHER_SEX = compiled(
    r"\bnon-?\s?binary\b|\btrans(?:gender)?\b|\bintersex\b|\b(?:another|other)\s+(?:sex|gender)s?\b"
    r"|\bneither\s+(?:an?\s+)?(?:girls?|boys?|(?:fe)?male)\s+n?or\s+(?:an?\s+)?(?:girls?|boys?"
    r"|(?:fe)?male)\b|\b(?:who\s+(?:is|are|was|were)|being|as)\s+neither\b(?!\s+the\b)"
    r"|\bnot\s+(?:a\s+)?(?:girls?|boys?)\s+(?:n?or|and)\s+(?:a\s+)?(?:girls?|boys?)\b"
)


class CategoryWords:
    """How the categories of some facts, and the usual others, are named in a text."""

    def __init__(
        self,
        documents: Iterable[Facts],
        also: Iterable[str] = (),
        loose: bool = False,
        ages: Iterable[NamedCategory] = (),
    ) -> None:
        """`also` are further names of parts; `loose` takes "was 11" for an age as well.

        `ages` are further ones that have a number in a table, with which a loose reading takes
        a label alone: "the bands 0 to 5 and 6 to 10".
        """
        found = list(documents)
        self._is_loose = loose
        groups = {(g.low, g.high) for facts in found if facts.ages for g in facts.ages.groups}
        # "11 to 15" alone is an age where these facts have that band.
        held = [
            ("band", band_of_facts(low, high)) for low, high in sorted(groups) if 3 < low < high
        ]
        self._also_ages = [*(LOOSE_AGES if loose else ()), *held]
        labels = groups | {(each.low, each.high) for each in ages}
        self._labels = labels_of(labels) if loose else None
        self._bands = labels
        self._single = {low for low, high in labels if low == high}
        names = {n for facts in found for share in facts.shares.values() for n in share.parts}
        names = {n for n in names | set(also) if n.casefold() not in SEX_NAMES}
        self.measures = " ".join(dict.fromkeys(facts.measure for facts in found)).casefold()
        self._short = _in_short(names)
        self._held = {n.casefold() for n in names}
        plain = names if loose else names - {n for n in names if n.casefold() in _OTHER_NAMES}
        self._has_other = len(plain) < len(names)
        listed = sorted({*plain, *self._short, *PLATFORMS}, key=len, reverse=True)
        # "Signal" and "Meta" are platforms, "signal" is a word.
        parts = "|".join(
            f"(?i:{words})" if n in names or n not in ALSO_WORDS else words
            for n in listed
            for words in [re.escape(n).replace(r"\ ", r"\s+")]
        )
        self._parts = re.compile(rf"(?<![\w@#])(?:{parts})(?!\w|[-‐‑](?:owned|run|style|like)\b)")
        held_shares = [each for facts in found for each in facts.shares.items()]
        offences = {n for of, s in held_shares if detail_of(of, s) == "offence" for n in s.parts}
        written = names if loose else {n for n in plain if n.islower()} | (names & offences)
        self._several = plurals_of(written, PLATFORMS)
        # "On X" is the platform; a single letter by itself is not.
        self._x = re.compile(r"(?<=[Oo]n )X\b(?!\s+(?:Factor|Box))|\bX,\s+formerly\s+Twitter\b")

    def find(self, text: str) -> list[Mention[NamedCategory]]:
        """Every mention, none inside another; the longer and earlier ones first."""
        taken: list[Mention[NamedCategory]] = []
        for each in self._all(text):
            if not is_taken((each.start, each.end), taken):
                taken.append(each)
        for match in FOLLOWED_BY.finditer(text):
            # "The most common age was 14, with 71 offences, followed by 15 with 58"
            if MOST_COMMON.search(words_before(text, match.start())):
                group = str(match.lastgroup)
                for number in numbers_in(match[group]):
                    taken.append(Mention(*match.span(group), age_category(int(number.value))))
        if not self._is_loose:
            for more in (ages_in_turn, ages_by_place):
                taken += [m for m in more(text, taken) if not is_taken((m.start, m.end), taken)]
        taken += next_ages(text, taken)
        found = sorted(taken, key=lambda each: each.start)
        if self._is_loose:
            return found
        again = {b: a for a, b in pairwise(found) if _repeats_age(text, a, b)}
        found = [each for each in found if each not in again.values()]
        return [replace(m, start=again[m].start) if m in again else m for m in found]

    def _all(self, text: str) -> Iterator[Mention[NamedCategory]]:
        yield from self._of_ages(text)
        for match in _ANOTHER_SEX.finditer(text):
            yield Mention(*match.span(), NamedCategory("sex", "another sex"))
        for match in UNKNOWN.finditer(text) if self._is_loose else ():
            yield Mention(match.start(), match.end(), NamedCategory("part", "not known"))
        either = [
            m.span()
            for m in _EITHER_SEX.finditer(text)
            if not self._is_loose or _WHETHER.search(words_before(text, m.start()))
        ]
        for match in _SEX_LETTER.finditer(text) if self._is_loose else ():
            name = {"F": "girls", "M": "boys"}.get(match[0], "another sex")
            yield Mention(*match.span(), NamedCategory("sex", name))
        for name, words in _SEXES.items():
            for match in words.finditer(text):
                if any(match.start() in range(*each) for each in either):
                    continue
                if not self._is_loose and _ONES_OWN.search(words_before(text, match.end())):
                    continue  # "her daughter's case is one of 47"
                yield Mention(match.start(), match.end(), NamedCategory("sex", name))
        for match in (*self._parts.finditer(text), *self._x.finditer(text)):
            name = " ".join(match[0].split()).casefold().split(",")[0]
            # A word of the measure itself names no part of it.
            is_brand = name in {p.casefold() for p in PLATFORMS}
            if is_brand or not self._is_of_measure(text, match, name):
                name = self._short.get(name, SAME_PLATFORM.get(name, name))
                yield Mention(match.start(), match.end(), NamedCategory("part", name))
        for match in _OTHER_PART.finditer(text) if self._has_other else ():
            name = match[0].casefold().strip(" \t-•*|")
            name = name if name in _OTHER_NAMES else "other"
            yield Mention(*match.span(), NamedCategory("part", name))
        for start, end, name in self._several(text):
            yield Mention(start, end, category_of_part(name))
        for match in _OTHERS.finditer(text):
            yield Mention(*match.span(), NamedCategory("part", match[0].casefold()))
        for match in _SCHOOL_YEAR.finditer(text) if self._is_loose else ():
            low = int(match["n"]) + 4
            yield Mention(*match.span(), age_category(low, min(low + 1, OLDEST)))
        for low, high, pattern in (*LIFE, *(SCHOOL if self._is_loose else ())):
            for match in pattern.finditer(text):
                if match[0].casefold() not in self.measures:
                    yield Mention(match.start(), match.end(), age_category(low, high))

    def _is_of_measure(self, text: str, match: re.Match[str], name: str) -> bool:
        """A word where the measure has it: "cruelty and neglect", not "263 were neglect"."""
        before, found, after = f" {self.measures} ".partition(f" {name} ")
        if name not in self._held or not found or not (before or after):
            return bool(found)
        beside = text[: match.start()].split()[-1:] if before else text[match.end() :].split()[:1]
        words = [each.strip(".,;:!?)").casefold() for each in beside]
        return words == (before.split()[-1:] or after.split()[:1])

    def _of_ages(self, text: str) -> Iterator[Mention[NamedCategory]]:
        if self._is_loose:
            yield from ages_by_label(text, self._labels, self._single)
            for match in ENDS_OF_AGES.finditer(text) if self._bands else ():
                low, high = (min if match["young"] else max)(self._bands)
                yield Mention(*match.span(), age_category(low, high))
        own = AGES if self._is_loose else AGES_IN_A_TEXT
        found = [(name, pattern.finditer(text)) for name, pattern in own]
        if self._is_loose:
            found = [(n, (m for m in each if not is_threshold(text, m))) for n, each in found]
        for name, pattern in self._also_ages:
            found.append((name, (m for m in pattern.finditer(text) if not is_number(text, m))))
        for name, matches in found:
            for match in matches:
                groups = match.groupdict()
                a = whole_number(match["a"] or groups["c"])
                b = whole_number(match["b"]) if "b" in match.groupdict() else None
                if a is None or a > 25 or (b is not None and (b > 25 or b < a)):
                    continue
                end = match.end()
                if b is not None and b > OLDEST + 1 and " and " in match[0]:
                    b, end = None, match.end("a")  # "17 were aged 15 and 22 were 14"
                low, high = {
                    "to": (0, a), "below": (0, a - 1), "one": (a, a), "band": (a, b or a),
                    "from": (a, OLDEST), "above": (a + 1, OLDEST),
                }[name]  # fmt: skip
                # Under 18 is everybody, and what the measure counts is the whole.
                is_all = low == 0 and high >= OLDEST
                if is_all or low > high or match[0].casefold() in self.measures:
                    continue
                start = match.start("own" if "own" in groups else 0)
                if _OF_A_RANGE.search(words_before(text, start)) and not _OF_AN_AGE.search(
                    match[0]
                ):
                    continue  # "33 girls and a range of one to four for boys"
                yield Mention(start, end, age_category(low, high))


# "A child of primary school age, ten or younger", "teenagers (aged 13 to 15)"
_APPOSITION = compiled(
    r"(?:\s+(?:years?|age|aged|children|pupils|ones))?(?:,\s+|\s+\(|\s+[–—-]\s+)"
    r"(?:(?:that\s+is|that’s|meaning|i\.?e\.?,?|or\s+rather|namely|children|those|in\s+other\s+words)\s+)*"
)


_SUCH_AS = compiled(
    r",?\s+(?:among|included|in\s+particular|mostly|mainly|say|for\s+(?:instance|example)|especially|above\s+all)\b"
)


def _repeats_age(text: str, age: Mention[NamedCategory], after: Mention[NamedCategory]) -> bool:
    """Whether an age in a word of life is given in numbers right behind it, which counts."""
    is_word = not any(each.isdigit() for each in text[age.start : age.end])
    if {age.slot.kind, after.slot.kind} != {"age"} or not is_word or age.slot.low == age.slot.high:
        return False
    is_within = age.slot.low <= after.slot.high <= age.slot.high
    if not is_within or _SUCH_AS.match(text, after.end):
        return False  # "teenagers, those aged 14 among them"
    return _APPOSITION.fullmatch(text, age.end, after.start) is not None


_OF_A_RANGE = re.compile(r"(?<!\bage )\branges?(?:\s+(?:of|from|is|was))?\s+$", re.IGNORECASE)
_OF_AN_AGE = re.compile(r"\baged?\b|year|old\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:with|of|against|following|towards|on)\s+")


def _in_short(names: Iterable[str]) -> dict[str, str]:
    """Names cut short where no other begins so: "sexual communication" (with a child)."""
    heads: dict[str, list[str]] = {}
    for name in sorted(names):
        heads.setdefault(_BEHIND.split(name.casefold())[0], []).append(name.casefold())
    return {
        head: of[0] for head, of in heads.items() if len(of) == 1 and " " in head and head != of[0]
    }


def attribute_kinds(words: str) -> list[str]:
    """Every breakdown that some words speak of."""
    return [kind for kind, pattern in _OF_KINDS if pattern.search(words)]


def attribute_kind(words: str) -> str:
    """The breakdown that some words speak of: "sex", "age", "part"; empty if none."""
    return next((kind for kind, pattern in _OF_KINDS if pattern.search(words)), "")
