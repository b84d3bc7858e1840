"""What a clause names and no figure has read: a right number said of it is right no more.

A figure is judged by the slots that its statement has. Two things can be left over: a year or a
body that no figure of the sentence is of, which is then read into the nearest; and a phrase
that narrows what is counted ("at home", "by strangers") by words that no slot knows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from offences.statistics.years import Year
from offences.tracing.binding.categories import attribute_kind
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.known import IS_KNOWN, OF_THOSE_KNOWN
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.rows_of_years_before import YEARS_BEFORE
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.unread_times import unread_time
from offences.tracing.binding.years_added_up import clause_of_sum
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import any_of, compiled, words_before
from offences.tracing.judging.averages_of_years import is_average_or_of_figures, says_more
from offences.tracing.judging.clause_ends import AMOUNT_TO_A_CHANGE, AS_THEY_TARGET, ENDS
from offences.tracing.judging.judge import judge
from offences.tracing.judging.judgement import RIGHT, Judgement
from offences.tracing.judging.parts_of_years import part_of_time
from offences.tracing.judging.revisions import is_end_of_correction
from offences.tracing.judging.shares import is_share
from offences.tracing.judging.slots import REVISED
from offences.tracing.judging.some_years import is_beyond_in_some_years
from offences.tracing.judging.sums_of_years import is_part_of_a_sum, years_of_sum
from offences.tracing.judging.what_changed import what_changed
from offences.tracing.judging.whose_details import whose_details
from offences.words import verdicts

_HEADS = any_of(
    *("in", "at", "on", "by", "from", "outside", "inside", "within", "during", "before", "after"),
    *("over", "through(?:out)?", "via", "excluding", "except", "apart", "without", "among", "of"),
    *("between", "involving", "with", "where", "when", "which", "that", "who", "whose", "near"),
    *("beyond", "against", "for", "not", "still", "left", "committed", "carried", "linked"),
    *("related", "concerning", "targeting", "so", "to", "per", "under", "as", "like", "only"),
    *("inspired", "blamed", "due", "ending", "leading", "since", "until", "while", "other"),
)
_NARROWS = compiled(rf"\b{_HEADS}\b")
_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_COUNTED = compiled(r"\b(?:offences?|crimes?|cases|incidents|reports|files|records)\b")
_WHO_RECORDS = compiled(
    r"\b(?:where|which|whose|we|they|it|police|officers|nobody|no\s+one|the\s+(?:force|police|officers|records?|ages?|sex|gender|platform|app|site))\b"
)

PLAIN_WORDS = Path(__file__).with_name("plain_words.txt")
"""Words that say no more of a number than its slots hold."""
_PLAIN = frozenset(PLAIN_WORDS.read_text(encoding="utf-8").split())
_BEYOND = compiled(
    r"\b(?:passed|past|topped|tops|exceed\w*|above|below|beyond|under|went|gone|go|hit|reached|higher|stayed|each|every|least)\b"
)
"""Words of a limit that some years passed, beside what passed it: "the total topped"."""


@dataclass(frozen=True)
class Leftovers:
    """What the figures of a text have left."""

    scene: Scene
    statements: Sequence[Statement]
    documents: Documents
    measure: frozenset[str]
    part_years: frozenset[int]

    def judged(self, statement: Statement, judged: Judgement) -> Judgement:
        """The verdict on a figure, wrong or without a source by what its clause still says."""
        if judged.verdict not in RIGHT or statement.figure.kind in _OF_NOTHING:
            return judged
        if is_part_of_a_sum(statement):
            return Judgement("untraced", verdicts.fact("no_part_sum"))
        is_limit = is_beyond_in_some_years(statement)
        if is_limit or is_average_or_of_figures(statement):
            words = self._clause_without_mentions(statement)
            words = says_more(_BEYOND.sub(" ", words) if is_limit else words, self.measure)
            return (
                Judgement("untraced", verdicts.fact("narrowed", words=words)) if words else judged
            )
        if years_of_sum(statement):
            return judged
        for reading in self._readings(statement):
            of_rest = judge(reading, self.documents)
            if of_rest.verdict not in RIGHT:
                return replace(of_rest, verdict="mismatch")
        if (
            self._is_in_one_force(statement)
            or self._is_of_more_nations(statement)
            or self._is_without_one(statement)
            or self._is_more_than_its_whole(statement)
        ):
            return Judgement("mismatch", judged.fact)
        other = what_changed(statement, self._is_plain)
        other = other or part_of_time(self.scene, statement, self.part_years)
        other = other or whose_details(self.scene, statement)
        if words := other or self._narrowing(statement):
            return Judgement("untraced", verdicts.fact("narrowed", words=words))
        is_timed = _is_change(statement) or _is_undated(statement)
        words = unread_time(self.scene, statement) if is_timed else ""
        if words and not is_end_of_correction(statement):
            return Judgement("untraced", verdicts.fact("unread_time", words=words))
        return judged

    def _readings(self, statement: Statement) -> Iterator[Statement]:
        """The statement with a year of its part of the sentence, where it has none of its own."""
        if statement.years is not None or statement.bases is not None:
            return
        for named in self._free(self.scene.years, statement, self._has_year):
            if reading := _with_year(statement, named.slot, self.scene.latest):
                yield reading

    def _free[Slot](
        self,
        mentions: Sequence[Mention[Slot]],
        statement: Statement,
        has: Callable[[Statement, Slot], bool],
    ) -> Iterator[Mention[Slot]]:
        """What the part of a sentence around a figure names, and no figure of the sentence has."""
        figure, text = statement.figure, self.scene.passage.text
        start, end = self.scene.passage.sentence_bounds(figure.start)
        before = within(mentions, (start, figure.start))
        inside = [(m, m.end, figure.start) for m in before]
        inside += [(m, figure.end, m.start) for m in within(mentions, (figure.end, end))]
        if not inside:
            return
        near = [s for s in self.statements if s.figure.start in range(start, end)]
        for mention, first, last in inside:
            lead = text[first:last]
            if mention in before and _OPENS.match(text, start):
                lead = lead.replace(", ", " ", 1)
            is_apart = _APART.search(lead) or _NOT.search(text, start, mention.start)
            others = any(
                s.figure.start in range(first, last)
                for s in near
                if s.figure.kind not in _OF_NOTHING
            )
            if not (is_apart or others or any(has(s, mention.slot) for s in near)):
                yield mention

    def _has_year(self, statement: Statement, named: YearsNamed) -> bool:
        """Whether a figure is of the year, or compared with it."""
        if statement.figure.kind in _OF_NOTHING:
            return False
        either = named.years | named.first
        said = (statement, *statement.alternatives)
        slots = (years for each in said for years in (each.years, each.bases))
        return any(years and years & either for years in slots)

    def _is_in_one_force(self, statement: Statement) -> bool:
        """Whether forces are said to be in a force: "In Kent, 40 of 44 forces replied"."""
        figure, text = statement.figure, self.scene.passage.text
        if figure.kind not in ("coverage", "forces"):
            return False
        start, _ = self.scene.passage.sentence_bounds(figure.start)
        named = within(self.scene.bodies, (start, figure.start))
        if not (named and _IN_PLACE.fullmatch(text, start, named[0].start)):
            return False
        body = named[0].slot
        if body.evidence is None or named[-1].slot is not body:
            return False
        return body.evidence.facts.scope == "force"

    def _is_more_than_its_whole(self, statement: Statement) -> bool:
        """Whether a part exceeds its whole: "Of the 83 where it was known, 250 were girls"."""
        figure, text = statement.figure, self.scene.passage.text
        start, end = self.scene.passage.sentence_bounds(figure.start)
        if figure.kind != "count":
            return False
        later = [f for f in self.scene.figures_in(figure.end, end)[:1] if f.kind == "count"]
        if later and _OUT_OF.fullmatch(text, figure.end, later[0].start):
            return figure.value > later[0].value
        if not statement.categories:
            return False
        first = next(s for s in self.statements if s.figure.start >= start)
        is_whole = first.role and _OF_THE.fullmatch(text, start, first.figure.start)
        return bool(is_whole) and figure.value > first.figure.value

    def _is_of_more_nations(self, statement: Statement) -> bool:
        """Whether figures of fewer nations are said of the UK: "Across the UK"."""
        areas = [each.facts for each in statement.evidence if each.facts.nations]
        if statement.figure.kind not in VALUES or all(f.area.startswith("the UK") for f in areas):
            return False
        named = within(self.scene.bodies, self.scene.zones(statement.figure).sentence)
        own = [m for m in named if m.slot in statement.bodies]
        text = self.scene.passage.text
        return bool(own) and all(
            _ACROSS_UK.fullmatch(text, m.start, m.end)
            or ((of_uk := _UK_BEFORE.search(words_before(text, m.start))) and not of_uk["n"])
            for m in own
        )

    def _is_without_one(self, statement: Statement) -> bool:
        """Whether a number of all is said to leave a force out: "Without Kent, forces had 900"."""
        if statement.figure.kind not in VALUES or not any(e.members for e in statement.evidence):
            return False
        text, latest = self.scene.passage.text, self.scene.latest
        named = within(self.scene.bodies, self.scene.zones(statement.figure).sentence)
        left_out = (
            m.slot
            for m in named
            if _WITHOUT.search(words_before(text, m.start)) and not _ITS_HELP.match(text, m.end)
        )
        years = statement.years or (latest,)
        return any(body.evidence and body.evidence.values.keys() & years for body in left_out)

    def _narrowing(self, statement: Statement) -> str:
        """The words behind a number that say of which offences alone it is, if no slot has them."""
        figure, text = statement.figure, self.scene.passage.text
        is_part = figure.kind in SHARES and (statement.categories or is_share(statement))
        if figure.kind not in VALUES and not is_part:
            return ""
        first = _FIRST.search(self.scene.passage.before(figure.start))
        is_detailed = bool(statement.categories or statement.role)
        if first and figure.kind in ("count", "malformed") and not is_detailed:
            return first["words"]
        if is_detailed and (words := self._opening(figure)):
            return words
        start, end = self.scene.zones(figure).near_after
        counted = _COUNTED.search(text, start, end)
        if counted is None or not self._is_plain(text[start : counted.start()]):
            return ""
        start = counted.end()
        of_row = statement.years and YEARS_BEFORE.match(text, start)
        if of_row or (is_detailed and OF_THOSE_KNOWN.match(text, start)):
            return ""
        stop = ENDS.search(text, start, end)
        change = AMOUNT_TO_A_CHANGE.search(text[: self.scene.zones(figure).sentence[1]], start)
        is_of_all = not is_detailed and self.scene.latest in (
            statement.years or (self.scene.latest,)
        )
        if change and is_of_all and (stop is None or change.start() < stop.start()):
            stop = change
        if statement.role:  # "36 offences we did not note the sex": it is read
            stop = _WHO_RECORDS.search(text, start, stop.start() if stop else end) or stop
        rest = self._without_mentions(start, stop.start() if stop else end)
        part = _MONTHS.search(rest)
        if part and (part["of"] or numbers_in(part["n"])[0].value in self.part_years):
            rest = rest[: part.start()] + rest[part.end() :]
        rest = AS_THEY_TARGET.sub(" ", rest)
        rest = _OF_ALL.sub(" ", _CAME_TO_POLICE.sub(" ", _BY_ITSELF.sub(" ", rest)))
        if is_part and attribute_kind(rest) and IS_KNOWN.search(rest):
            return ""  # a share is of those known: "if the age was recorded"
        head = _NARROWS.search(rest)
        is_plain = self._is_plain(rest)
        if is_plain or (head is None and (is_detailed or not _OF_SOME.search(rest))):
            return ""  # "dismayed the charity"
        return " ".join(rest[head.start() if head else 0 :].split())

    def _opening(self, figure: Candidate) -> str:
        """The words with which a sentence narrows its cases: "Of all cases that led to arrest"."""
        text, start = self.scene.passage.text, self.scene.passage.sentence_bounds(figure.start)[0]
        lead = _OF_CASES_THAT.match(text, start, figure.start)
        rest = self._without_mentions(*lead.span("rest")) if lead else ""
        known = (attribute_kind(lead["rest"]), _KNOWN_OR_SAID.search(lead["rest"])) if lead else ()
        is_known = any(known)
        return "" if is_known or self._is_plain(rest) else " ".join(rest.split())

    def _is_plain(self, words: str) -> bool:
        """Nothing but words that say no more than the slots; names are another matter."""
        lower = (each.replace("’", "'") for each in _WORDS.findall(words) if each.islower())
        plain = (each.removesuffix("'s") for each in lower)  # "the county's young", "where it's"
        # "Under-age" is "underage"
        return all({each, each.replace("-", "")} & (_PLAIN | self.measure) for each in plain)

    def _clause_without_mentions(self, statement: Statement) -> str:
        """The clause of a sum or an average without the number and what a slot has read."""
        figure, passage = statement.figure, statement.passage
        start, end = clause_of_sum(passage, figure.start)
        before = self._without_mentions(start, figure.start)
        return f"{before} {self._without_mentions(figure.end, end)}"

    def _without_mentions(self, start: int, end: int) -> str:
        """A stretch of text with nothing of what a slot has read."""
        text, at, rest = self.scene.passage.text, start, ""
        scene = self.scene
        named = [(m.start, m.end) for m in (*scene.bodies, *scene.years)]
        there = [m for m in scene.categories if m.start in range(start, end)]
        named = [each for each in named if each[0] in range(start, end)]
        for begin, stop in sorted(
            [*named, *((_with_preposition(text, start, m), m.end) for m in there)]
        ):
            rest += text[at:begin] + " "
            at = max(at, stop)
        return rest + text[at:end]


_THROUGH = compiled(
    r"\b(?:through|via|over|on|(?:linked|tied|connected|traced)\s+(?:back\s+)?to)\s+(?:the\s+)?\Z"
)


def _with_preposition(text: str, start: int, category: Mention[NamedCategory]) -> int:
    """Where the name of a platform begins, with the word that leads to it: "through Kik"."""
    is_part = category.slot.kind == "part"
    lead = _THROUGH.search(text[start : category.start]) if is_part else None
    return start + lead.start() if lead else category.start


def _is_change(statement: Statement) -> bool:
    """Whether a figure is of a pair of years, and not of one or of the parts of a whole."""
    is_part = statement.categories or statement.role or is_share(statement)
    return statement.figure.kind in CHANGES and not is_part


def _is_undated(statement: Statement) -> bool:
    """Whether a number of offences is taken for that of the latest year as no other is named."""
    return statement.figure.kind in ("count", "range", "malformed") and statement.years is None


def _with_year(statement: Statement, named: YearsNamed, latest: Year) -> Statement | None:
    """A change from the year, or a number of it."""
    is_plain = not (named.is_base or named.is_distance)
    if statement.is_base and latest in named.years and not REVISED.search(_sentence(statement)):
        return None
    if statement.figure.kind in VALUES or latest in named.years:
        return replace(statement, years=named.years) if is_plain else None
    return replace(statement, bases=named.years)


_APART = compiled(r"[.;:!?()\n–—]|,\s|\b(?:and|but|while|whereas|compare[sd]?|than|against)\b")
_NOT = compiled(r"\b(?:no|not|never|cannot|nor|neither|without|unable|missing|refused|\w+n[’']t)\b")
# Of no fewer than all of them: "offences of all kinds", "in the areas they cover"
_OF_ALL = compiled(
    r"\b(?:in\s+which|where)\s+the\s+(?:internet|web)\s+(?:had\s+)?(?:played\s+(?:a|some)\s+(?:part|role)|was\s+(?:used|involved))\b"
    r"|\b(?:in|across)\s+(?:(?:one|a|this|our|the)\s+)?(?:[\w-]+\s+)?(?:police|force)\s+area\b"
    r"|\bof\s+(?:all|every)\s+(?:kinds?|sorts?|types?)\b|\bin\s+the\s+areas\s+(?:(?:that|which)\s+)?they\s+(?:cover|serve|police)\b"
)
# "In" by itself, where "in 2017/18" stood
_BY_ITSELF = compiled(r"\b(?:in|of|for|during|across|at|by)(?:\s{2,}|\s*\Z)")
# What only some of them can have come to: "ended in court", "nobody solved"
_OF_SOME = compiled(
    r"\b(?:courts?|jail|prison|trials?|charge[sd]?|convict\w*|arrest\w*|caution\w*|prosecut\w*|(?:un)?solved|schools?"
    r"|colleges?|hospitals?|homes?|bedrooms?|abroad|overseas|strangers?|gangs?|nobody|no\s+one)\b"
)
# What all of them did to those who record them: "landed on desks at", "kept its one expert busy"
_CAME_TO_POLICE = compiled(
    r"\b(?:(?:land|arriv|cross|pass|reach|hit|fill|pil|clog|swamp|stretch|occup[iy]|trouble|worr[iy]|stump|challeng)\w*(?:\s+up)?"
    r"|kept|keep(?:s|ing)?|sat|sits?|lay|lie|went\s+into|found\s+(?:their|its)\s+way|ended\s+up)\s+"
    r"(?:(?!(?:by|from|with|without|who|that|which|where|involving|against|within|after|before|because|as|late|un\w+ed|closed|open|new|old)\b)[\w’'-]+\s+){0,5}?"
    r"(?:desks?|in-?(?:trays?|box(?:es)?)|ledgers?|logs?|systems?|computers?|files?|books?|specialists?|experts?|officers?|detectives?"
    r"|teams?|units?|staff|police|force|constabulary|station|headquarters|hq|town|county|patch|doorstep|counter|radar)\b(?![’'])"
    r"(?:\s+(?:very\s+)?(?:busy|occupied|on\s+(?:its|their)\s+toes|awake))?"
)
_OF_CASES_THAT = compiled(
    r"\W*(?:(?:out\s+)?of|among|in|across)\s+(?:all\s+)?(?:(?:the|those|its|their)\s+)?(?:[\w’'-]+\s+){0,2}?(?:offences|crimes|cases)\s+"
    r"(?P<rest>(?:where|that|which|whose|(?:in|for)\s+which|leading|resulting|involving|linked)\b[^.;:,\d]{0,80}),"
)
_KNOWN_OR_SAID = compiled(rf"{IS_KNOWN.pattern}|\bcould\s+(?:say|tell)\b")
_MONTHS = compiled(
    rf"\b(?:in|over|during|for|covering)\s+(?:just\s+|only\s+)?(?P<n>{NUMBER})\s+months\b(?P<of>\s+of\b)?"
)


def _sentence(statement: Statement) -> str:
    return statement.passage.sentence(statement.figure.start)


# "The first 204 offences", "the remaining 36": not all of them.
_FIRST = compiled(r"\bthe\s+(?P<words>(?:\w+\s+)?(?:first|remaining|other|last|next|final))\s+$")
_OPENS = compiled(r"\W*(?:in|across|among|for|since|between|of|over|during|by)\b")
_ACROSS_UK = compiled(
    r"(?:across|in|throughout|around|over)\s+[^.]*\b(?:UK|Kingdom|Britain)"
    r"|(?:UK|British|Britain)\b.*\b(?:police|officers)"
)
_WITHOUT = compiled(
    r"\b(?:without|excluding|minus|(?:leav|tak|strip)\w*\s+(?:out|away)|not\s+counting|without\s+counting|subtract\w*)\s+(?:the\s+)?\Z"
)
_ITS_HELP = compiled(
    r"[’']s?\s+(?!\d|(?:\w+\s+)?(?:offences|crimes|cases|totals?|figures?|numbers?|share)\b)"
)
# "British forces", and not "12 UK forces", which are so many in the UK
_UK_BEFORE = compiled(rf"(?P<n>{NUMBER}\s+)?\b(?:UK|British|Britain[’']s)\s+\Z")
_OUT_OF = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+(?:out\s+)?of\s+(?:(?:the|all|those|its|their)\s+)*"
)
_OF_THE = compiled(r"\W*(?:out\s+of|of|among)\s+(?:the|those|these|all|its|their)\s+(?:\w+\s+)?")
_IN_PLACE = compiled(r"\W*(?:in|across|throughout)\s+(?:the\s+)?$")
_OF_NOTHING = ("year", "since", "from_year", "exempt")
