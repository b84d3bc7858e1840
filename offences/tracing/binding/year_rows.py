"""The years of numbers that stand in a row."""

from collections.abc import Sequence
from itertools import pairwise

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.rows_of_years_before import rows_of_years_before
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import Placed
from offences.tracing.finding.vocabulary import FALL, RISE, YEAR, compiled

_HUGS = compiled(
    r"[’']?s?\s*(?:figure|total|number|count|level|tally|peak|high|low)?s?\s*(?:\(|:|,|[–—-]|was|were|of|at|there\s+were|had(?:\s+been)?|,\s+an?\s+year\s+(?:of|with|in\s+which|when|(?:that|which)\s+(?:saw|had|brought))"
    r"|saw|,?\s+(?:and\s+)?(?:it|the\s+(?:number|figure|total))\s+(?:was|had\s+been|(?:had\s+)?reached|stood\s+at|came\s+to|had\s+(?:risen|grown|climbed|fallen)\s+to)"
    r"|,?\s+when\b[^.;:,\d]{0,60})?\s*"
    r"(?:(?:just|only|well|under|below|over|above|about|around|nearly|almost|(?:more|less|fewer)\s+than)\s+)*"
)
# "If you start from 2018/19, with 311 offences, …"
_WITH = compiled(r",\s+(?:with|at)\s+(?:(?:just|only)\s+)?")
_STARTS = compiled(r"\b(?:(?:start|begin|count)(?:s|ing|ed)?|began)\s+(?:in|with|from)\s+\Z")
_YEAR_BY_YEAR = compiled(
    r"\byear(?:s|ly)?\b|\bannual\b|\bthen\b|\bfrom\s+there\b|\band\s+on\s+to\b|\b(?:19|20)\d\d\b"
    r"|\b(?:either|each)\s+side\b|\bboth\s+sides\b|\bbefore\s+and\s+after\b"
)
_THEN = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?(?:[\s,;:…→/|·–—-]|\b(?:(?:\w+\s+)?(?:through|via)|\w+\s+(?:(?:up|down|back)\s+)?to|(?:it|the\s+(?:number|figure|total|count))|{RISE}|{FALL}|(?:runs?|ran|goes|heads?)\s+(?:(?:up|down)(?:hill|wards?)?|on)|and|then|now|to|before|followed|by"
    r"|finally|in|for"
    r"|next|again|later|it|was|rising|up|back|down|reaching|came|finally|after|that|at|last|from\s+there|on)\b)+"
)
_RUNS_FROM = compiled(
    r"\b(?:starting|start(?:s|ed)?|beginning|beg[aiu]ns?|from|since)\s+(?:with\s+|in\s+|from\s+)?\Z"
)
# "148, 171, 205, 246 and 311 offences: 1,081 in all"
IN_ALL = compiled(
    r"(?:\s+(?:offences|crimes|cases))?,?\s+(?:in\s+all|in\s+total|altogether|all\s+told|together|combined|overall)\b"
)
_COMMA_AND = compiled(r",\s+(?:and\s+)?|\s+and\s+")
_OFFENCES_IN = compiled(r"(?:\s+(?:offences|crimes|cases))?\s+(?:in|for|during)\s+")
_THEN_ONE = compiled(r"\bthen\b")  # "Dorset: 77, then 64"


# "In the intervening years the totals were 260, 330 and 318"
YEARS_BETWEEN = compiled(
    r"\b(?:intervening\s+years|years\s+(?:in\s+)?between|years\s+in-between)\b[^.;:\d]{0,60}:?\s*\Z"
)
# "The totals of the two previous years were 233 and 208", "the two totals before that were"
_SEVERAL = r"(?:years|totals|figures|numbers|counts)"
PREVIOUS_YEARS = compiled(
    rf"\b(?:(?:previous|preceding|prior|earlier)\s+(?:{NUMBER}\s+)?(?:(?:annual|yearly)\s+)?{_SEVERAL}"
    rf"|{_SEVERAL}\s+(?:(?:just|immediately)\s+)?(?:before|preceding)(?:\s+(?:that|it|this|{YEAR}))?)\b[^.;:\d]{{0,60}}:?\s*\Z"
)
# "2019/20 is missing. The years on either side were 169 and 205"
EITHER_SIDE = compiled(
    r"\b(?:(?:on|to)\s+(?:either|each)\s+side|on\s+both\s+sides|either\s+side|(?:just\s+)?before\s+and\s+after(?:\s+(?:it|that))?)"
    rf"(?:\s+of\s+(?:it|that|them|{YEAR}))?\b[^.;:\d]{{0,40}}:?\s*\Z"
)
# "The last two totals are 233 and 298"
LAST_TOTALS = compiled(
    rf"\b(?:(?:last|latest|past|most\s+recent)\s+(?:{NUMBER})|(?:{NUMBER})\s+(?:last|latest|most\s+recent))\s+"
    rf"(?:(?:annual|yearly)\s+)?(?:totals|figures|numbers|counts|years)\b(?:(?!\bfrom\b)[^.;:\d]){{0,60}}:?\s*\Z"
)
# "It was 402. The three years that followed brought 455, 498 and 610"
YEARS_AFTER = compiled(
    rf"\b(?:(?:next|following)\s+(?:{NUMBER}\s+)?years|years\s+"
    rf"(?:(?:that|which)\s+followed|(?:since|after|following)(?:\s+(?:that|then|it|{YEAR}))?))\b(?!\s+(?:old|ago))"
    r"[^.;:\d]{0,60}:?\s*\Z"
)
# "And before that? 110, 95 and, in 2016/17, 77"
_BEFORE_THAT = compiled(
    r"\b(?:before\s+(?:that|it|this|then)|(?:further|going|looking)\s+back|backwards?|in\s+reverse)\s*[?:][”\"’')\s]*\Z"
)
_ASIDE = compiled(r"(?:\s+(?:offences|crimes|cases))?,\s+(?:back\s+)?in\s+")
_TO = compiled(r"\s+(?:to|until|through)\s+|\s?[–-]\s?")


class YearRows:
    """Finds the years of numbers that stand in a row: "96, then 118, 151 and now 237"."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._in_rows: dict[tuple[int, int], dict[int, Year]] = {}

    def year_of(self, figure: Candidate) -> Year | None:
        """The year of a number in a row of years: "96, then 118, 151 and now 237"."""
        sentence = self.scene.passage.sentence_bounds(figure.start)
        if sentence not in self._in_rows:
            rows = filter(None, map(self._years_of, self.rows(sentence)))
            in_rows = {start: year for row in rows for start, year in row.items()}
            before = rows_of_years_before(self.scene, sentence, self.year_before)
            self._in_rows[sentence] = in_rows | before
        return self._in_rows[sentence].get(figure.start)

    def _years_of(self, row: list[Candidate]) -> dict[int, Year]:
        """The years of a row's numbers by their places, from those that stand beside some."""
        if listed := self._listed(row) or self._of_a_range(row):
            return listed
        known = {n: year for n, each in enumerate(row) if (year := self._anchor(each))}
        if 0 not in known and (first := self._opening(row[0])):
            known = {0: first, **known}
        before = self.scene.passage.before(row[0].start)
        if not known and YEARS_BETWEEN.search(before):
            # between an earlier year and the latest: they end in the year before it
            known = {len(row) - 1: self.scene.latest.previous}
        if EITHER_SIDE.search(before):
            return self._on_either_side(row)
        if after := self._after_one(row, before):
            return after
        if not known and PREVIOUS_YEARS.search(before):
            known = {len(row) - 1: self.year_before(row).previous}
        is_newest_first = self._is_newest_first(row)
        if is_newest_first and not known:
            known = {0: self.year_before(row).previous}
        known = known or {len(row) - 1: self.scene.latest}
        at, first = next(iter(known.items()))
        step = -1 if is_newest_first or (first == self.scene.latest and at == 0) else 1
        for n, year in known.items():
            step = -1 if n > at and year < first else step
        years = [Year(first.start - step * at)]
        for n in range(1, len(row)):
            # "164 in 2020/21; then 183; in 2023/24 it came to 259": a year may be left out
            years.append(known.get(n, Year(years[-1].start + step)))
        is_one_row = all(step * (b.start - a.start) > 0 for a, b in pairwise(years))
        return {each.start: years[n] for n, each in enumerate(row)} if is_one_row else {}

    def _is_newest_first(self, row: Sequence[Candidate]) -> bool:
        """Whether a row is of years before one another: "And before that? 110, 95 and 77"."""
        start, _ = self.scene.passage.with_sentence_before(row[0].start)
        return bool(_BEFORE_THAT.search(self.scene.passage.text, start, row[0].start))

    def year_before(self, row: Sequence[Candidate]) -> Year:
        """The year that "the years before" come before: the first told before them, or the latest.

        Where several are told, they follow each other: "193 in 2022/23 and 171 in 2021/22".
        """
        start, _ = self.scene.passage.sentence_bounds(row[0].start)
        first, _ = self.scene.passage.bounds_before(start)
        before = within(self.scene.years, (first, row[0].start))
        told = [m.slot.years for m in before if not (m.slot.is_base or m.slot.is_distance)]
        years = sorted({min(each) for each in told if len(each) == 1})
        is_run = all(b.previous == a for a, b in pairwise(years))
        return years[0] if years and is_run else self.scene.latest

    def _after_one(self, row: list[Candidate], before: str) -> dict[int, Year]:
        """The years after the one named last: "It was 402. The three years that followed …"."""
        said, at = YEARS_AFTER.search(before), row[0].start
        if not said:
            return {}
        start, _ = self.scene.passage.sentence_bounds(at)
        named = within(self.scene.years, (start, at))
        named = named or within(self.scene.years, (0, start))
        if not named or len(named[-1].slot.years) != 1:
            return {}
        (year,) = named[-1].slot.years
        return {each.start: Year(year.start + n) for n, each in enumerate(row, 1)}

    def _on_either_side(self, row: list[Candidate]) -> dict[int, Year]:
        """The years before and after the one named last: "The years on either side were 84 and"."""
        start, _ = self.scene.passage.with_sentence_before(row[0].start)
        named = [m.slot for m in within(self.scene.years, (start, row[0].start))]
        if not named or len(named[-1].years) != 1 or len(row) != 2:
            return {}
        (year,) = named[-1].years
        return {row[0].start: year.previous, row[1].start: Year(year.start + 1)}

    def _of_a_range(self, row: list[Candidate]) -> dict[int, Year]:
        """The years of as many numbers as a range has: "2016/17 to 2018/19: 80, 90 and 70"."""
        start, _ = self.scene.passage.sentence_bounds(row[0].start)
        named = within(self.scene.years, (self._lead(start), row[0].start))
        ends = [min(m.slot.first or m.slot.years) for m in named if m.slot.years][-2:]
        text = self.scene.passage.text
        is_range = len(named) > 1 and _TO.fullmatch(text, named[-2].end, named[-1].start)
        if not is_range or ends[-1].start - ends[0].start + 1 != len(row):
            return {}
        return {each.start: Year(ends[0].start + n) for n, each in enumerate(row)}

    def _opening(self, figure: Candidate) -> Year | None:
        """The year from which the numbers of a sentence run: "From 2017/18 onwards they were"."""
        text, (start, _) = self.scene.passage.text, self.scene.passage.sentence_bounds(figure.start)
        before = within(self.scene.years, (start, figure.start))
        if not before:
            return None
        named = before[-1].slot
        is_first = _RUNS_FROM.search(text, start, before[-1].start)
        return min(named.first or named.years, default=None) if is_first else None

    def _listed(self, row: list[Candidate]) -> dict[int, Year]:
        """The years that are listed with as many numbers: "In 2016/17 and 2017/18 it was …"."""
        passage = self.scene.passage
        text, (start, end) = passage.text, passage.sentence_bounds(row[0].start)
        after = within(self.scene.years, (row[-1].end, end))
        is_after = after and _OFFENCES_IN.fullmatch(text, row[-1].end, after[0].start)
        named = after if is_after else within(self.scene.years, (start, row[0].start))
        lists: tuple[Sequence[Placed], ...] = (named, row)
        is_list = len(named) == len(row) and all(
            _COMMA_AND.fullmatch(text, a.end, b.start) for each in lists for a, b in pairwise(each)
        )
        if not is_list or any(len(m.slot.years) != 1 for m in named):
            return {}
        return {each.start: min(m.slot.years) for each, m in zip(row, named, strict=True)}

    def rows(
        self, sentence: tuple[int, int], *, is_of_years: bool = False
    ) -> list[list[Candidate]]:
        """Numbers in a row with nothing but years between: three, or "77, then 64".

        `is_of_years`: though no word of the sentence says so.
        """
        led = self._lead(sentence[0]), sentence[1]
        names = {m.slot.name for m in within(self.scene.bodies, led)}
        is_of_years |= bool(_YEAR_BY_YEAR.search(self.scene.passage.text, *led))
        if len(names) > 1 or within(self.scene.categories, led) or not is_of_years:
            return []
        rows: list[list[Candidate]] = [[]]
        for each in self.scene.figures_in(*sentence):
            if each.kind != "count" or IN_ALL.match(self.scene.passage.text, each.end):
                continue
            if each.modifier:
                rows[-1] = []
                continue
            last = rows[-1]
            between = self._without_years(last[-1].end, each.start) if last else ""
            if last and not (_THEN.fullmatch(between) and not self._are_earlier(last[-1], each)):
                rows.append([])
            rows[-1].append(each)
        return [row for row in rows if len(row) > 2 or self._is_pair(row)]

    def _lead(self, start: int) -> int:
        """Where a sentence begins, or the line that leads up to it: "From 2016/17 to 2018/19:"."""
        before = self.scene.passage.text[:start].rstrip()
        return (
            self.scene.passage.sentence_bounds(len(before) - 1)[0] if before[-1:] == ":" else start
        )

    def _are_earlier(self, last: Candidate, figure: Candidate) -> bool:
        """Whether numbers of earlier years begin: "136, and in the two years before 84 and 97"."""
        words = self.scene.passage.text[last.end : figure.start]
        return "before" in words and bool(PREVIOUS_YEARS.search(words))

    def _is_pair(self, row: list[Candidate]) -> bool:
        """Whether two numbers are of two years: "Dorset: 77, then 64", "in A and B 77 and 64"."""
        if len(row) != 2:
            return False
        text = self.scene.passage.text
        is_line = text[: row[0].start].rstrip().endswith(":")
        is_then = is_line and _THEN_ONE.search(text, row[0].end, row[1].start)
        lead = self.scene.passage.before(row[0].start)
        told = (PREVIOUS_YEARS, LAST_TOTALS, EITHER_SIDE, YEARS_AFTER)
        is_told = any(each.search(lead) for each in told)
        return bool(is_then or is_told or self._is_newest_first(row) or self._listed(row))

    def _without_years(self, start: int, end: int) -> str:
        text = self.scene.passage.text
        for mention in reversed(within(self.scene.years, (start, end))):
            text = text[: mention.start] + text[mention.end :]
            end -= mention.end - mention.start
        return text[start:end]

    def _anchor(self, figure: Candidate) -> Year | None:
        """The one year that stands right beside a number, or with it behind a semicolon."""
        zone = self.scene.zones(figure)
        beside = within(self.scene.years, zone.near_after)
        earlier = within(self.scene.years, zone.before)
        beside += [m for m in earlier if hugs(self.scene, m, figure)]
        beside = beside or self._in_an_aside(figure)
        if ";" in self.scene.passage.text[zone.before[0] - 1 : zone.before[0]]:
            beside += [m for m in earlier if not beside]
        named = (m.slot.years for m in beside if len(m.slot.years) == 1 and not m.slot.is_base)
        return next((year for (year,) in named), None)

    def _in_an_aside(self, figure: Candidate) -> list[Mention[YearsNamed]]:
        """The year between commas behind a number: "It starts at 118 offences, in 2018/19, and"."""
        text = self.scene.passage.text
        aside = _ASIDE.match(text, figure.end)
        named = within(self.scene.years, (aside.end(), aside.end() + 12)) if aside else []
        return (
            [m for m in named[:1] if m.start == aside.end() and text.startswith(",", m.end)]
            if aside
            else []
        )


def hugs(scene: Scene, mention: Mention[YearsNamed], figure: Candidate) -> bool:
    between = scene.passage.text[mention.end : figure.start]
    if mention.slot.is_distance and _WITH.match(between):
        return False  # "fewer than in the previous year, with 291"
    if _WITH.fullmatch(between):
        return bool(_STARTS.search(scene.passage.before(mention.start)))
    return bool(_HUGS.fullmatch(between))


# "A year on from 2020/21's 248 offences", "two years on from the 263 of 2019/20"
_ITS_LABEL = compiled(
    r"(?<![\d/])(?P<year>(?:19|20)\d\d[/–-]\d\d)[’']s\s+(?:(?:total|figure|number|count|tally)\s+of\s+)?"
    r"(?:(?:just|only)\s+)?\Z"
)
_OF_LABEL = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+(?:of|for|in)\s+(?P<year>(?:19|20)\d\d[/–-]\d\d)"
)


def labelled_year(scene: Scene, figure: Candidate) -> Year | None:
    """The year by whose label a number is called, also where a time is counted from that."""
    passage = scene.passage
    if its := _ITS_LABEL.search(passage.before(figure.start)):
        return year_of(its["year"])
    is_inside = any(m.start <= figure.start < m.end for m in scene.years)
    of = _OF_LABEL.match(passage.after(figure.end)) if is_inside else None
    return year_of(of["year"]) if of else None
