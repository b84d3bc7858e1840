"""Verdicts on forces, years and spans."""

import re

from offences.english import counted
from offences.statistics.years import MONTHS, Year, last_month, remembered_by_month
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.vocabulary import ALL_BUT, any_of, compiled
from offences.tracing.judging.counts import TESTS, worse_end
from offences.tracing.judging.counts import count as judge_count
from offences.tracing.judging.judgement import NOTHING, Judgement, best
from offences.words import verdicts

_ACROSS = re.compile(
    r"[^.,;:()]{0,40}?\b(?:across|in|throughout|from)\s+(?:all\s+of\s+)?(?P<place>the\s+(?:UK"
    r"|United\s+Kingdom)|Great\s+Britain|Britain)\b"
)


_FOR_BOTH = re.compile(
    r"[^.,;:()]{0,60}?\b(?:figures?\s+for\s+(?:both|the\s+two|(?:19|20)\d\d\S*\s+and\s+(?:19|20)\d\d)|both\s+years)\b"
)


def coverage(statement: Statement, evidence: Evidence) -> Judgement:
    """ "40 of 44 forces", "all 44 forces": how many gave a figure, and of how many asked.

    Said of "the UK", it also needs forces of all four nations.
    """
    found, passage = statement.figure, statement.passage
    given = evidence.coverage_in(min(statement.years, default=None) if statement.years else None)
    if not given:
        return NOTHING
    before = passage.before(found.start)
    is_rest = ALL_BUT.search(before) or _last_role(_BEFORE.split(before)[-1]) == "missing"
    if is_rest or _ROLE["missing"].search(_clause(passage.after(found.end))):
        given = [(asked - n, asked) for n, asked in given]
    if found.value == found.of and _THAT_GAVE.match(passage.after(found.end)):
        given = [(n, n) for n, _ in given]  # "all 20 forces that replied"
    if (found.value, found.of) not in given:
        n, asked = given[0]
        return Judgement("mismatch", verdicts.fact("coverage", n=n, asked=asked), f"{n} of {asked}")
    given_as = {"n": int(found.value), "asked": int(found.of)}
    across = _ACROSS.match(passage.after(found.end))
    area = evidence.facts.area
    if across and evidence.facts.nations and not area.startswith("the UK"):
        return Judgement(
            "mismatch",
            verdicts.fact("forces_in", area=area),
            verdicts.fact("coverage_in", area=area, **given_as),
        )
    return Judgement("traced", verdicts.fact("coverage", **given_as))


def maybe_coverage(statement: Statement, evidence: Evidence) -> Judgement:
    """ "40 of 44" without the word: coverage if it is that, else two numbers."""
    found = statement.figure
    if (found.value, found.of) in evidence.coverage:
        return coverage(statement, evidence)
    return worse_end(statement, evidence)


def forces(statement: Statement, evidence: Evidence) -> Judgement:
    """A number of forces: that replied, were asked, or are compared for both years."""
    found, passage = statement.figure, statement.passage
    if not evidence.forces:
        return NOTHING
    compared = _FOR_BOTH.match(passage.after(found.end))
    numbers = _compared(statement, evidence) if compared else _in_role(statement, evidence)
    if found.modifier in ("", "exactly"):
        if found.value in numbers:
            return Judgement("traced", counted(int(found.value), "forces"))
    else:
        test = TESTS[found.modifier]
        judged = best(
            Judgement(verdict, counted(n, "forces"))
            for n in numbers
            if (verdict := test(found.value, n))
        )
        if judged.verdict in ("rounded", "loose"):
            return judged
    right = numbers if compared else [replied for replied, _ in evidence.coverage[:1]]
    if not right:
        return Judgement("mismatch")
    return Judgement("mismatch", counted(max(right), "forces"), str(max(right)))


def _compared(statement: Statement, evidence: Evidence) -> frozenset[int]:
    """How many forces have figures for both of the years that the sentence names."""
    passage = statement.passage
    start, end = passage.sentence_bounds(statement.figure.start)
    named = sorted(
        {Year(n.first) for n in passage.labels if start <= n.start < end and n.is_possible}
    )
    ends = [*named, evidence.facts.latest][:2] if named else []
    pair = evidence.change_since(*ends) if len(ends) == 2 and ends[0] < ends[1] else []
    return frozenset(len(change.pair.forces) for change in pair) or evidence.forces_compared


_ROLE = {
    "replied": compiled(
        any_of(
            *(r"figures (?:\w+ )?from", "respond", "repl[iy]", "answer", "provid", "suppl[iy]"),
            *(r"gave\b", r"give\b", r"giv(?:en|ing)\b", "disclos", "return"),
            r"sent (?:us )?(?:their |\w+ )?figures",
            "heard (?:back )?from",
            *("(?:came|got|wrote) back", "complied"),
        )
    ),
    "recorded": compiled(any_of("tell", "told", "report", "record", "logg", "count", r"saw\b")),
    "asked": compiled(
        any_of(
            *("asked", "contact", "approach", "sent (?:to|requests?)", "wrote", "written"),
            *(r"request(?:s|ed)? (?:\w+ ){0,7}?(?:to|from|were)", "polled", "surveyed"),
        )
    ),
    "missing": compiled(
        any_of(
            *(
                "did not",
                "didn[’']t",
                "do not",
                "failed to",
                "ha(?:ve|s|d) not",
                "could not",
                "refus",
            ),
            *("declin", "without figures", "gave no", "no (?:reply|answer|response|figures|data)"),
        )
    ),
}


_THAT_GAVE = compiled(
    r"\s*(?:\w+\s+)?(?:that|which|who)\s+(?:replied|responded|answered|gave|sent|suppl|provid)"
)
_BEFORE = re.compile(r"[.;:,]")
# "Replies came from 41 of the forces asked": those asked are the whole.
_OF_THE_ASKED = compiled(
    r"\s+of\s+(?:the|those|all)\s+(?:\w+\s+)?forces\s+(?:\w+\s+){0,2}?(?:asked|contacted|approached)\b"
)
# "The 22 forces asked recorded 3,940": those who were asked and recorded.
_ASKED_GAVE = compiled(
    r"\s+(?:police\s+)?forces\s+(?:that\s+were\s+)?asked\s+(?:recorded|gave|provided|supplied|replied|logged|responded)\b"
)
_ALL_OF_THEM = compiled(r"\b(?:the|all|these|those|our|to|of)\s+(?:\w+\s+)?$")


def _first_role(text: str) -> str:
    found = [(m.start(), name) for name, each in _ROLE.items() if (m := each.search(text))]
    return min(found)[1] if found else ""


def _last_role(text: str) -> str:
    found = [(m.end(), name) for name, each in _ROLE.items() for m in each.finditer(text)]
    return max(found, key=lambda each: (each[0], each[1] == "missing"))[1] if found else ""


def _clause(text: str) -> str:
    """Up to the next clause; "England and Wales" is in one."""
    return re.split(r"[.;:]|,(?!\s+[A-Z])|\b(?:and|but|while)\b(?!\s+[A-Z])", text)[0]


def _in_role(statement: Statement, evidence: Evidence) -> frozenset[int]:
    """The numbers of forces that the words beside allow: those asked, that replied or did not."""
    found, passage = statement.figure, statement.passage
    after = _clause(_OF_THE_ASKED.sub("", passage.after(found.end), count=1))
    before = re.split(r"[.;:,]", passage.before(found.start, 50))[-1]
    given = evidence.coverage_in(min(statement.years)) if statement.years else evidence.coverage
    held = {
        "missing": {asked - n for n, asked in given},
        "asked": {asked for _, asked in given} | {evidence.facts.asked or 0},
        "replied": {n for n, _ in given},
    }
    if not evidence.coverage:
        return evidence.forces
    held["recorded"] = set(evidence.forces) - ((held["asked"] | held["missing"]) - held["replied"])
    role = _first_role(after) or _last_role(before)
    if role == "asked" and _ASKED_GAVE.match(after):
        role = "replied"
    if ALL_BUT.search(before):
        return frozenset(held["replied" if role == "missing" else "missing"])
    if role:
        return frozenset(held[role])
    if _ALL_OF_THEM.search(before):
        return evidence.forces
    return frozenset(held["recorded"])


def maybe_forces(statement: Statement, evidence: Evidence) -> Judgement:
    """A number by itself that is of forces if it fits them, else a number like any other."""
    found = statement.figure
    if not found.modifier and found.value in evidence.forces:
        return forces(statement, evidence)
    return judge_count(statement, evidence)


def year(statement: Statement, evidence: Evidence) -> Judgement:
    """A financial year: one the facts cover, a label that can be, and one to count from."""
    found = statement.figure
    if found.modifier == "impossible":
        # 2018/18 is meant to be 2018/19, and so is 2518/19.
        meant = [y for y in evidence.all_years if y.start % 100 == found.year % 100]
        return Judgement("mismatch", "no such year", str(meant[0]) if meant else "")
    stated = Year(found.year)
    if wrong := _wrong_year(statement, evidence, stated):
        return wrong
    if evidence.covers(stated) or any(stated == each.year for each in evidence.facts.breaks):
        return Judgement("traced", str(stated))
    return _not_covered(evidence) if found.word in ("since", "from") else NOTHING


@remembered_by_month(1)
def _year_to() -> re.Pattern[str]:
    """ "(the year to March 2019)", after a year."""
    ends = Year(2018).ends_on
    return re.compile(
        r",?\s*\(?the\s+(?:financial\s+)?year\s+(?:to|ending|ended)\s+"
        rf"(?:{ends.day}\s+)?{MONTHS[ends.month - 1]}\s+(\d{{4}})"
    )


def _wrong_year(statement: Statement, evidence: Evidence, stated: Year) -> Judgement | None:
    """What a text says of a year against what is known of it."""
    found, passage = statement.figure, statement.passage
    comparable = found.word == "no comparable"
    if found.word.startswith("no ") and evidence.has_figure(stated, comparable=comparable):
        return Judgement("mismatch", verdicts.fact("has_figure", year=stated))
    breaks = [each.year for each in evidence.facts.breaks]
    own_figures = (
        evidence.facts.series or evidence.facts.panel
    )  # of printed totals no break is known
    if found.word == "changed" and own_figures and stated not in breaks:
        return Judgement("mismatch", "no such change", str(max(breaks)) if breaks else "")
    ends = _year_to().match(passage.after(found.end))
    month, year = MONTHS[last_month() - 1], stated.ends_on.year
    if ends and int(ends[1]) != year:
        return Judgement(
            "mismatch", verdicts.fact("year_ends", year=stated, ends=f"{month} {year}")
        )
    return None


def _not_covered(evidence: Evidence) -> Judgement:
    first, latest = evidence.years
    return Judgement(
        "mismatch", verdicts.fact("years_held", first=first, latest=latest), str(first)
    )


def since(statement: Statement, evidence: Evidence) -> Judgement:
    """ "Since 2013": a calendar year that the figures reach back to."""
    found = statement.figure
    if found.kind == "from_year":
        as_count = judge_count(statement, evidence)
        if as_count.verdict == "traced":
            return as_count
    first, latest = evidence.years
    if first.start <= found.year <= latest.ends_on.year:
        return Judgement("traced", f"{first} to {latest}")
    return _not_covered(evidence)


def span(statement: Statement, evidence: Evidence) -> Judgement:
    """ "In three years": how many years a pair of figures is apart."""
    found = statement.figure
    spans = evidence.spans
    latest = evidence.facts.latest
    is_ago = found.value.denominator == 1 and 0 < found.value < latest.start - 1000
    changes = evidence.change_since(Year(latest.start - int(found.value))) if is_ago else []
    if changes or found.value in spans | _years_of_record(statement, evidence):
        return Judgement("traced", verdicts.fact("span", years=counted(int(found.value), "years")))
    if not spans:
        return Judgement("mismatch", verdicts.fact("no_pair"))
    right = max(spans)
    return Judgement("mismatch", verdicts.fact("span", years=counted(right, "years")), str(right))


_RECORD = compiled(r"\b(?:highest|lowest|record)\b[^.;:,]{0,40}$")


def _years_of_record(statement: Statement, evidence: Evidence) -> set[int]:
    """In "the highest in four years" the number of years, the latest included."""
    if not _RECORD.search(statement.passage.before(statement.figure.start)):
        return set()
    return {claim.figures["years"] for claim in evidence.of("record", "lowest")}


_FROM_TO = re.compile(r"\s+years\s+from\s+((?:19|20)\d\d)/\d\d\s+to\s+((?:19|20)\d\d)/\d\d")


def data_years(statement: Statement, evidence: Evidence) -> Judgement:
    """ "Four years of figures": how many years there are that compare."""
    found, passage = statement.figure, statement.passage
    if ends := _FROM_TO.match(passage.after(found.end)):
        years = int(ends[2]) - int(ends[1]) + 1
        if found.value != years:
            return Judgement(
                "mismatch",
                verdicts.fact("years_from_to", n=years, first=ends[1], last=ends[2]),
                str(years),
            )
    comparable = _years_that_compare(evidence)
    if not comparable:
        return NOTHING
    if found.value == comparable:
        return Judgement("traced", f"{counted(int(found.value), 'years')} with figures")
    return Judgement("mismatch", f"{counted(comparable, 'years')} with figures", str(comparable))


def _years_that_compare(evidence: Evidence) -> int:
    """The latest year and those it compares with."""
    facts = evidence.facts
    if facts.panel is not None:
        least = max(1, facts.thresholds.lfl_min_forces)
        return len(facts.panel.comparable_years(facts.latest, least)) + 1
    if facts.series is not None:
        now = facts.series.cell(facts.latest).is_comparable
        return len(facts.series.comparable_years(facts.latest)) + now
    return 0


_OF_YEAR = re.compile(r"\bof\s+(\d{4})[/–-]")


def months(statement: Statement, evidence: Evidence) -> Judgement:
    """ "6 months of 2018/19": what a figure for part of a year covers."""
    found, passage = statement.figure, statement.passage
    parts = {year: cell.months for year, cell in evidence.cells.items() if cell.months}
    stated = _OF_YEAR.search(passage.after(found.end))
    covered = {n for year, n in parts.items() if not stated or stated[1] == year.label[:4]}
    if found.value in covered:
        return Judgement("traced", counted(int(found.value), "months"))
    if not parts:
        return NOTHING
    return Judgement("mismatch", "", str(min(covered, default="")))


def no_source(statement: Statement, evidence: Evidence) -> Judgement:
    """No fact of ours is a sum of money or a difference of percentages: it needs a source."""
    return NOTHING
