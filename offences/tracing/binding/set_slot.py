"""The set of forces that a total is said of: all that replied, or those that are compared."""

import re
from dataclasses import dataclass, replace

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.numbers_of_forces import ANSWERED, GAVE
from offences.tracing.finding.vocabulary import ASKED, TWO_YEARS_GIVEN, compiled, words_before


@dataclass(frozen=True)
class ForcesNamed:
    """So many forces, 0 where no number is said; those compared alone, or all that replied.

    `is_earlier`: they are those that the sentence before named.
    """

    number: int = 0
    is_compared: bool = False
    is_all: bool = False
    is_earlier: bool = False


_SAME = ForcesNamed(is_compared=True)
_REPLIES = ForcesNamed(is_all=True, is_earlier=True)
_DIGIT, _A_YEAR = re.compile(r"\d"), re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?")
_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
ONE_TIME = (
    rf"(?:{_YEAR}|(?:this|last)\s+year|last(?=\s*[.,;)])"
    r"|the\s+(?:latest|last|most\s+recent|previous|preceding)(?:\s+(?:year|one))?"
    r"|the\s+(?:year|one)\s+before(?:\s+(?:it|that))?)"
)
# "Seven could also supply the year before"
ALSO_FOR = (
    rf"\balso\s+(?:able\s+to\s+)?(?:g[ai]ve|sen[dt]|ha(?:ve|d)|h[eo]ld|(?:supply|supplied|provide|return|answere?|replie|reply|responde?|disclose?|release?|publishe?)d?)\b"
    rf"[^.;:\d]{{0,30}}?\b{ONE_TIME}"
)
_BOTH = (
    r"(?:(?:for|in|of|over|across|at)\s+)?(?:both(?:\s+of\s+(?:the|these|those)(?:\s+(?:last|latest|past))?"
    r"(?:\s+two)?)?|each\s+of\s+the\s+(?:last\s+|latest\s+|past\s+)?two|the\s+(?:last\s+|latest\s+|past\s+)?two)"
    rf"\s+(?:years|times|ends|figures|periods|rounds|{_YEAR})"
    # "The twelve that go back to 2015/16"
    rf"|{ALSO_FOR}|(?:back\s+(?:to|as\s+far\s+as)|as\s+far\s+back\s+as|since)\s+{_YEAR}"
    rf"|\b(?:for|in)\s+(?:\w+\s+)?{ONE_TIME},?\s+(?:and(?:\s+also)?|as\s+well\s+as|plus|along(?:side|\s+with))"
    rf"\s+(?:for\s+|in\s+)?{ONE_TIME}|\b(?:for\s+|(?<=with\s)|(?<=gave\s)|(?<=give\s)){ONE_TIME},?\s+(?:as\s+well|too)\b(?!\s+as\b)"
    rf"|{TWO_YEARS_GIVEN}"
    # "Eight gave data going back a year", "provided the previous year's figure too"
    r"|\b(?:going|goes?|went|stretch\w+|dat(?:e|ing))\s+back\s+(?:an?|one)\s+(?:further\s+|extra\s+)?year\b"
    rf"|\b(?:gave|give|sent|send|had|have|provided?|suppl(?:y|ied))\s+(?:(?:its|their)\s+)?{ONE_TIME}(?:[’']s?)?\s+(?:figures?|numbers?|totals?|data),?\s+(?:as\s+well|too)\b"
    r"|\b(?:for|in|over)\s+two\s+(?:(?:consecutive|successive)\s+years|years\s+(?:running|in\s+a\s+row))\b"
    rf"|\bboth\s+times\b|\bfor\s+both\b(?!\s+{_YEAR})|\bfor\s+both\s+{ONE_TIME}\s+and\s+{ONE_TIME}"
)
_COMPARED_WORDS = (
    rf"(?:(?!\ball\b|(?:,|\sand)\s+(?!(?:19|20)\d\d){NUMBER}\b)[^.;:\d]|{_YEAR}){{0,100}}?"
    rf"(?:{_BOTH}|\b(?:are|were)\s+compared\b|\b(?:can|could|may)\s+be\s+(?:compared|followed|tracked|traced|matched|lined\s+up|(?:set|put|held|placed|laid"
    r"|measured|judged)\s+(?:against|beside|alongside|side\s+by\s+side|next\s+to)))"
)
CAN_BE_COMPARED = compiled(_COMPARED_WORDS)
# "Figures for both years came from 28 forces"
BOTH_CAME_FROM = compiled(
    rf"{_BOTH}(?:[’']s?)?(?:\s+(?:figures|data|numbers))?[^.,;:\d]{{0,60}}?\b(?:by|from)\s+(?:(?:only|just|all|the|those)\s+)*\Z"
)
_FORCES = r"(?:police\s+)?(?:forces|constabularies)\b(?![’'])"
# "Four of the forces that replied could go back as far as 2016/17"
_OF_THE_FORCES = (
    rf"of\s+(?:the|these|those|our)\s+(?:[\w-]+\s+){{0,2}}?{_FORCES}"
    rf"(?:\s+(?:that|which|who)\s+(?:ha(?:d|ve)\s+)?(?:{ANSWERED}|{GAVE}\s+(?:us\s+)?(?:a\s+)?(?:figures?|data|numbers?)))?\s+"
)
# "The 33 forces with figures for both years", "the same forces", "like for like", "all 39"
_NAMES = compiled(
    r"\b(?:(?P<all>\b(?:all|every)\s+(?:of\s+)?(?:the\s+|our\s+|these\s+)?(?:[\w-]+\s+)?"
    rf"(?:{_FORCES}|of\s+them\b|who\b|that\s+replied)|\bevery\s+(?:single\s+)?force\b"
    r"|\ball\s+(?:the\s+|of\s+the\s+)?\d+(?=\s*(?:[.,;:!?)]|$))"
    r"|\b(?:full|whole|headline|published)\s+(?:total|figure|number|count)\b)"
    r"|(?P<sum>\bin\s+(?:all|total)\b|\baltogether\b|\boverall\b)"
    r"|(?P<like>\blike[\s‐‑-]+(?:for|with)[\s‐‑-]+like\b"
    rf"|\bsame\s+(?:set\s+of\s+|group\s+of\s+)?(?:(?P<m>[\w-]+)\s+)?{_FORCES}"
    rf"|\bcomparable\s+{_FORCES}|\b{_FORCES}\s+(?:with|that\s+(?:have|had|gave))\s+comparable\b"
    rf"|\b(?:{_FORCES}|(?:those|ones)\b){_COMPARED_WORDS})"
    rf"|(?P<n>{NUMBER})\s+(?:(?:(?!(?:of|in|and|by|with|from|to|offences|crimes|cases)\b)"
    r"[\w’'-]+\s+){0,3}?"
    rf"{_FORCES}|(?:of\s+(?:them|these|those)\s+|{_OF_THE_FORCES})?"
    rf"(?:(?=(?:(?:can|could|may)\s+be|also)\b)|(?:with|had|have|gave|h[eo]ld|sent|supplied|provided|returned|can|could|able\s+to\s+\w+|(?:that|which)\s+\w+)\b)(?P<both>{_COMPARED_WORDS})))"
    # "Twelve sent in a number; together those replies come to 5,012"
    rf"|(?P<replied>(?:those|the)\s+{_FORCES}\s+(?:that|which|who)\s+(?:ha(?:d|ve)\s+)?{ANSWERED}"
    rf"|{NUMBER}\s+(?:of\s+(?:them|these|those|which)\s+)?(?:(?:that|which|who)\s+)?(?:ha(?:d|ve)\s+)?(?:{ANSWERED}"
    rf"|{GAVE}\s+(?:(?:them|it|one)\b(?!\s+\w+ed\b)|(?:in\s+)?(?:an?\s+|their\s+|the\s+|us\s+|it\s+)?"
    r"(?:\w+\s+)?(?:figures?|numbers?|answers?|returns?|data|totals?|counts?)\b)))"
    rf"|(?P<replies>\b(?:th[eo]se|the|all|their)\s+(?:{NUMBER}\s+)?(?:replies|answers|responses|returns)\b)"
)
_COMPARED = compiled(rf"{_COMPARED_WORDS}|[^.;:\d]{{0,40}}?\blike[\s‐‑-](?:for|with)[\s‐‑-]like")
_ASKED = compiled(rf"\s+(?:(?:that|which)\s+)?(?:were\s+|was\s+|we\s+)?{ASKED}\b")
# "The charity approached 14 forces and had figures back from 11"
_ASKED_BEFORE = compiled(
    rf"\b(?:{ASKED}|asking|approaching|contacting|(?:writing|requests?|questions?|letters?)\s+to)\s+"
    r"(?:(?:all|just|only|the|some|each|of)\s+)*\Z"
)
_REPLIED = compiled(
    r"\s+(?:that|which|who)\s+(?:had\s+|have\s+)?(?:replied|answered|responded|sent|gave|supplied"
    r"|provided|returned|came\s+back)\b"
)
_PART_OF = compiled(
    r"(?:\d|\w+(?:ty|teen)|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\s+(?:out\s+)?of\s+(?:(?:the|all|those)\s+)*\Z"
)
# "Eleven of the forces also gave figures for 2016/17"
_N_OF_THE = compiled(rf"\b{NUMBER}\s+of\s+(?:the|these|those|its|their)\s+\Z")
_NO = compiled(
    r"\b(?:no|not|never|cannot|nor|neither|without|rather\s+than|instead\s+of|\w+n[’']t)\b[^.;:]*\Z"
)
_NEW = re.compile(
    r"[;:]|,|\s[–—-]\s|\b(?:and|while|whereas|but|although|though|which|that)\b", re.IGNORECASE
)
_TO = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:in"
    rf"|for)\s+{_YEAR})?,?\s+to\s+(?:\w+\s+){{0,3}}?\d[\d,]*"
)
_AMONG = compiled(
    r",?\s+\(?(?:among|in|across|for|at|from|of|by|over|counting|taking)\s+(?:\w+\s+){0,4}?\Z"
    r"|\s*\(|\s"
)
_BESIDE = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+(?:(?:in|across|for|by|among|from|over"
    r"|at)\s+)?(?:the\s+|those\s+)?"
)
# "…, while police recorded 20,718"
_APART = compiled(
    r"(?:;|\b(?:while|whereas|although|but)\b)[^.;]*\b(?:total|police|overall|nationally|country"
    r"|altogether|in\s+all)\b"
)
# "They", "those areas", "this group", "their total", "the seven", and not "those offences"
POINTS_TO_FORCES = compiled(
    r"\b(?:they|(?<!of )them|theirs?|there(?=,)"
    r"|th[eo]se\s+(?:forces|constabularies|areas|places|counties)|th[eo]se"
    r"(?!\s+(?:[\w-]+\s+){0,2}?(?:offences|crimes|cases|figures|numbers"
    r"|children|victims|girls|boys)\b)|th(?:is|at|e)\s+(?:group|set|sample|panel)|together"
    r"|(?:the|their|a)\s+(?:combined|joint|collective|aggregate|pooled|grand)\s+(?:total|count|number|figure|tally|sum)"
    rf"|the\s+(?P<n>{NUMBER})(?=\s*(?:[,;:.]|(?:have|had|recorded|counted|logged|saw|together)\b)))\b"
)


@dataclass(frozen=True)
class _Set:
    """A set as it stands in a text; `is_sum` for "in all", which may be of any."""

    start: int
    end: int
    forces: ForcesNamed | None
    is_sum: bool
    has_number: bool


class SetBinder:
    """Finds the set of forces that a number is said of; each sentence is read once."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._found: dict[tuple[int, int], list[_Set]] = {}

    def sets(self, sentence: tuple[int, int]) -> list[_Set]:
        """The sets that a sentence names, and does not deny."""
        if sentence not in self._found:
            text, (start, end) = self.passage.text, sentence
            self._found[sentence] = [
                _Set(*m.span(), _set_of(text, m), m["sum"] is not None, m["n"] is not None)
                for m in _NAMES.finditer(text, start, end)
                if not (_NO.search(text, start, m.start()) or _are_other_ones(text, m))
            ]
        return self._found[sentence]

    def forces_named(self, figure: Candidate) -> ForcesNamed | None:
        """The set that the sentence of a figure names for it, or the one before it points to."""
        passage = self.passage
        sentence = start, _ = passage.sentence_bounds(figure.start)
        if found := self.sets(sentence):
            named = _of_sentence(passage.text, figure, found)
            before = self._of_sentence_before(start) if named in (_SAME, _REPLIES) else None
            return before if before and before.is_compared else named
        points = POINTS_TO_FORCES.search(passage.text, start, figure.start)
        named = self._of_sentence_before(start) if points else None
        if not (points and named):
            return None
        is_other = points["n"] and numbers_in(points["n"])[0].value != named.number
        return None if is_other else named

    def _of_sentence_before(self, start: int) -> ForcesNamed | None:
        """The set that the sentence before a place names last."""
        before = self.passage.sentence_bounds(start - 1) if start else (0, 0)
        named = [each.forces for each in self.sets(before) if each.forces and not each.is_sum]
        return replace(named[-1], is_earlier=True) if named else None

    def of_change(self, figure: Candidate) -> ForcesNamed | None:
        """The forces of a change, with no number between: "In these 15 forces … risen by 48%"."""
        text = self.passage.text
        sets = self.sets(self.passage.sentence_bounds(figure.start))
        if not sets or all(each.forces == _SAME for each in sets):
            return self.forces_named(figure)
        before = [each for each in sets if each.end <= figure.start and each.has_number]
        if not before or _DIGIT.search(_A_YEAR.sub("", text[before[-1].end : figure.start])):
            return None
        return before[-1].forces


_OTHER = compiled(r"\bother\s+\Z")


def _are_other_ones(text: str, name: re.Match[str]) -> bool:
    """Whether forces are those beside one that is named: "Each of the other 11 forces"."""
    return name["n"] is not None and bool(_OTHER.search(words_before(text, name.start())))


def _of_sentence(text: str, figure: Candidate, found: list[_Set]) -> ForcesNamed | None:
    before = [each for each in found if each.end <= figure.start and not each.is_sum]
    after = next((each for each in found if each.start >= figure.end), None)
    is_beside = after and _BESIDE.fullmatch(text, figure.end, after.start)
    if before and not is_beside:
        is_apart = _APART.search(text, before[-1].end, figure.start)
        if before[-1].forces == _REPLIES:  # "nine gave both figures; their replies come to 612"
            before = [each for each in before if each.forces != _REPLIES] or before
        return None if is_apart else before[-1].forces
    if after and before:
        return None  # "20,718 in all", of those just named or of all
    if after and (is_beside or _is_of(text, figure, after)):
        return after.forces
    return None


def _is_of(text: str, figure: Candidate, named: _Set) -> bool:
    """Whether a number is of these forces: "16,125 among the 33 forces", not "of which 33"."""
    end = figure.end
    if onward := _TO.match(text, end, named.start):
        end = onward.end()
    between = text[end : named.start]
    if _NEW.search(between.removeprefix(",")) or re.search(r"\d", re.sub(_YEAR, "", between)):
        return False
    return not between.startswith(",") or bool(_AMONG.match(between))


def _set_of(text: str, name: re.Match[str]) -> ForcesNamed | None:
    if name["replies"]:
        return _REPLIES
    is_compared = bool(name["like"] or name["both"] or _COMPARED.match(text, name.end()))
    if name["all"] or name["sum"] or (name["replied"] and not is_compared):
        return ForcesNamed(is_all=True)
    part = _N_OF_THE.search(words_before(text, name.start())) if name["like"] else None
    written = numbers_in(name["n"] or name["m"] or name["replied"] or (part[0] if part else ""))
    number = int(written[0].value) if written and written[0].is_whole else 0
    if name["n"] and _PART_OF.search(words_before(text, name.start())):
        # "39 of the 43 forces asked replied. They …", "34 of the 39 can be compared: these …"
        return _SAME if is_compared else ForcesNamed(is_all=True)
    is_asked = _ASKED.match(text, name.end()) or _ASKED_BEFORE.search(
        words_before(text, name.start())
    )
    if name["n"] and is_asked:
        return None
    if not is_compared and _REPLIED.match(text, name.end()):
        return ForcesNamed(is_all=True)  # how many they are is another matter
    return ForcesNamed(number, is_compared)
