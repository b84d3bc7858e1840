"""What so many forces did, by the words beside their number: reply, be asked, or neither."""

import re

from offences.statistics.cells import Missing
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import labels_in
from offences.tracing.finding.forces import ALTOGETHER, FORCES_OUT_OF, GOT_THEM
from offences.tracing.finding.forces_pointed_at import LEAVES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import (
    ANSWERED,
    CAME_FROM,
    FOR_A_TIME,
    GAVE,
    LATE,
    NOTHING_FROM,
    REFUSED,
    forces_counted,
)
from offences.tracing.finding.vocabulary import ALL_BUT, ASKED, any_of, compiled
from offences.tracing.judging.forces_before import (
    gave_offences,
    had_offences,
    is_survey_of,
    without_names,
    year_given,
)
from offences.tracing.judging.forces_of_a_year import that_counted

_DID = {
    "replied": any_of(
        rf"(?:figures(?: \w+)?|{GOT_THEM}) from",
        CAME_FROM,
        "(?:rests?|based|built|depends?|relies) (?:up)?on",
        *("respon[ds]", "repl[iy]", "answer", "provid", "suppl[iy]", "disclos", "return", "releas"),
        r"sen[dt](?: in)? (?:us |it )?(?:[\w/–-]+ ){0,3}?"
        r"(?:figures?|data|numbers?|returns?|totals?|counts?)",
        rf"sent (?:them|it|one)(?=\s*(?:[.,;:)]|$|and\b|but\b|in\b|{FOR_A_TIME}))",
        *(r"told (?:us|it)\b", "heard (?:back )?from"),
        *(r"\bback\b", "t(?:ook|ak(?:e|ing)) part", "participat"),
        *(rf"(?!sen[dt]){GAVE}\b", rf"{ANSWERED}\b", "contribut", "could (?:say|tell)"),
        *(
            r"of (?:them|those|these) with (?:an? |full |usable )?"
            r"(?:figures?|numbers?|answers?|data)\b(?! for)",
            "with (?:usable|full|complete|valid) (?:figures|data|numbers|returns|answers)",
            "whose (?:figures|data|numbers|returns|answers)",
            "(?:had|have) something usable",
        ),
    ),
    "recorded": any_of(
        "tell", r"told(?! (?:us|it)\b)", "report", "record", "logg", "count", r"saw\b"
    ),
    "asked": any_of(
        *(
            ASKED,
            "asking",
            r"ask\b",
            "write to",
            r"contact|tried\b",
            "approach",
            r"wrote(?! back)",
            "written",
        ),
        r"sent (?:to|(?:(?:an?|the|its|our|same|identical|similar|these|those|\w+ing|FOI|three|two)"
        " ){0,3}(?:requests?|questions?|questionnaires?|letters?|FOIs?|forms?|surveys?))",
        r"(?:put|asked|given|posed|received|faced) (?:the |an )?(?:same|identical) \w+",
        *("put (?:its|the|our|their|this|that|a) questions?", "questions? to", "invit"),
        r"(?:FOIs?|requests?|questionnaires?|letters?|(?:in|en)quir(?:y|ies)) (?:to|with)\b",
        *(r"request(?:s|ed)? (?:\w+ ){0,7}?(?:to|from|were)", "polled", "surveyed"),
        r"(?:got|received) (?:the|our|its|this) (?:letter|request|question)",
    ),
    "missing": any_of(
        NOTHING_FROM,
        *(r"did not\b", "didn[’']t", r"do not\b", "fail(?:ed|ing|s)? to", "cannot"),
        r"ha(?:ve|s|d) not\b",
        r"(?:could|would|had|were|are|is|was|do|does|has|have)(?: not|n[’']t)\b",
        *("unable", REFUSED, LATE, "ignor", "never", r"silent\b"),
        *(
            "left [^.;:,]{1,30} blank",
            r"without(?: (?:any|figures|data)\b|$)",
            "(?:sent|gave|returned|supplied|provided|had) (?:nothing|none)",
            r"ha(?:ve|s|d) (?:yet|still) to(?: (?:hear|get|have|receive)(?: [\w/–-]+){0,4}? from)?",
            r"missing\b(?! (?:child|girl|boy|person|people))",
            r"(?:g[ai]v(?:e|ing)|sen(?:t|ding)"
            r"|(?:suppl|provid|produc|return|offer|disclos|releas)\w+)(?:\s+the\s+\w+)?\s+no(?:ne|thing)?\b",
            r"no (?:[\w/–-]+ ){0,2}?"
            r"(?:reply|answer|response|figures?|data|numbers?|totals?|returns?)\b",
        ),
    ),
}
ROLE = {role: compiled(words) for role, words in _DID.items()}
"""The words for what forces did: they replied, recorded, were asked, or have no figure."""
_WHY_MISSING = {Missing.REFUSED: compiled(REFUSED), Missing.LATE: compiled(LATE)}
# "Replies came from 41 of the forces asked": those asked are the whole.
_OF_THE_ASKED = compiled(
    r"\s+of\s+(?:the|those|all)\s+(?:[\w’'-]+\s+){0,6}?forces\s+(?:\w+\s+){0,3}?"
    rf"{ASKED}\b"
)
# "The 12 forces, of 15 asked, that gave figures", "from 22 forces after asking 25"
_OF_N_ASKED = compiled(
    r"(?:\s+(?:police\s+)?forces)?(?:(?:,|\s[–—-])?\s+|\s\()(?:out\s+)?of\s+(?:(?:the|some|all)\s+)?"
    rf"{NUMBER}\s+(?:\w+\s+){{0,2}}?{ASKED}\b\)?,?"
    r"|\s+after\s+(?:asking|contacting|approaching|writing\s+to)\b.*\Z"
)
# "It asked 15 forces for their records": what they were asked for says no more of their number
_ASKED_N = compiled(
    rf"\b(?<!those )(?<!forces )(?:{ASKED}"
    r"|(?:asks|requests?|gone|went)\s+to|(?:question|survey|quizz)ed"
    r"|(?:sought|seeking|requested|wanted)\s+(?:[\w’'-]+\s+){0,9}?from)\s+"
    r"(?:(?:just|only|all|each|of|the|our|its)\s+)*\Z"
)
# "Of the 15 we asked just twelve sent a figure": those asked are the whole
_OF_ASKED_FIRST = compiled(
    rf"\bof\s+(?:the|those|all)\s+{NUMBER}\s+(?:(?:police\s+)?forces\s+)?(?:(?:that|which)\s+)?"
    rf"(?:(?:we|it|they|had|were|been)\s+){{1,3}}{ASKED}\s+"
    r"(?:(?:just|only)\s+)?\Z"
)
# "The three forces that were asked and could not say", "the 22 forces asked recorded": what those
# that were asked did is what they are counted for
_WHEN_ASKED = compiled(
    r"\s+(?:(?:other\s+|more\s+|further\s+)?(?:police\s+)?(?:forces|constabularies)\s+)?"
    rf"(?:(?:(?:that|which|who)\s+)?(?:had\s+been|were|we|it|they)\s+)?{ASKED}\s+"
    r"(?:(?:in|across)\s+(?:the\s+)?(?-i:[A-Z])\w+(?:(?:,\s+|\s+and\s+)(?:the\s+)?(?-i:[A-Z])\w+)*\s+)?"
    r"(?:(?:by|for|to)\s+(?:(?!(?:and|but)\b)[^\s.;:,\d]+\s+){1,6}?)?(?:(?:and|but)\s+)?"
    r"(?:(?:they|both|all|then|ha(?:d|ve))\s+)*"
    rf"(?:(?P<missing>{_DID['missing']})|(?P<replied>{_DID['replied']}|{_DID['recorded']}))"
)
# "The remainder of the 15 asked did not supply any": it is the remainder that did not
_REST_OF, _ASKED = (
    compiled(
        r"(?:\b(?:rest|remainder|others|balance|most|majority|some|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?"
        rf"|none|few|many|several|all|in\s+{NUMBER}|per\s?cent)|\d\s?%)\s+of\s+(?:(?:the|those|all)\s+)+\Z"
    ),
    compiled(
        rf"\s+(?:(?:police\s+)?(?:forces|constabularies)\s+)?(?:(?:(?:that|which)\s+)?(?:(?:were|it|we|they|had|been)\s+){{0,2}}{ASKED}\b"
        # "Four-fifths of the 15 forces responded"
        r"|(?:ha(?:ve|d)\s+)?(?:(?:did|have|had)(?:\s+not|n[’']t)\s+)?(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?)(?=\s*(?:[.,;:!?)]|\Z)))"
    ),
)
_FAR = 120
# "Kent and five other forces"
_AND, _OTHER_FORCES = (
    compiled(r"\b[A-Z][\w’'-]+(?:\s+Police)?,?\s+(?:and|with|plus|alongside)\s+\Z", re.NOFLAG),
    compiled(r"\s+(?:other|more|further)\s+(?:police\s+)?forces\b"),
)
_AND_THE_OTHER = compiled(r"\b[A-Z][\w’'-]+,?\s+(?:and|with)\s+the\s+other\s+\Z", re.NOFLAG)
OTHER = compiled(r"\bother\s+\Z")
# "The 12 forces could not give an age for 561": they gave figures
_GAVE_NO_PART = compiled(
    r"\b(?:did|do|could|can|had|have|would)(?:\s+not|n[’']t)\s+\w+\s+(?:down\s+)?(?:an?|the|any|their|its|what|which)"
    r"\s+(?:\w+[’']s?\s+)?(?:ages?|sex|gender|platforms?|apps?|sites?|child|victim)\b"
)
# "The survey of 15 forces", but "the sum is that of 15 forces": those with a figure
_ALL_OF_THEM = compiled(
    r"\b(?:the|all|these|those|our|to|(?<!total )(?<!sum )(?<!that )(?<!figure )(?<!figures )"
    r"(?<!numbers )of)\s+(?:\w+\s+)?$"
)
_HAD_FIGURES = compiled(r"\s+had\s+(?:\w+\s+)?(?:figures?|numbers?|data|totals?)\b")


def first_role(text: str) -> str:
    """The first thing that words say forces did: a name of `ROLE`, or nothing."""
    found = [(m.start(), name) for name, each in ROLE.items() if (m := each.search(text))]
    return min(found)[1] if found else ""


def last_role(text: str) -> str:
    """The last thing that words say forces did."""
    found = [(m.end(), name) for name, each in ROLE.items() for m in each.finditer(text)]
    return max(found, key=lambda each: (each[0], each[1] == "missing"))[1] if found else ""


# "Nine forces – a tenth refused – recorded 1,200", "ten forces (others refused)"
_OF_OTHERS = compiled(
    r"(?:\s[–—-]\s|\()(?:(?:an?|the)\s+(?:(?!month\b)[a-z-]+(?:th|first|second|third)|\d+(?:st|nd|rd|th)"
    r"|further|final|last|rest|remainder|remaining|other)|(?:an|the\s+)?others?)\b(?!\s+of\b)[^–—().;]*(?:\s[–—-](?=\s)|\))"
)


def clause_of_forces(text: str) -> str:
    """Up to the next clause, without what others did; "England and Wales" is in one."""
    text = _OF_OTHERS.sub(" ", text)
    return re.split(
        rf"[.;:)]|\s[–—-]\s(?={NUMBER}\b)|\((?:of\s+)?(?={NUMBER}\b)|,(?!\s+[A-Z])|\b(?:and|but|while)\b(?!\s+[A-Z])",
        text,
    )[0]


def _role(statement: Statement, before: str, after: str) -> str:
    """What the words around a number of forces count them for; empty where they do not say."""
    found, passage = statement.figure, statement.passage
    if did := forces_counted(passage, found.start, found.end):
        roles = ("missing", "replied", "recorded", "asked")
        had = "replied" if _HAD_FIGURES.search(did) else ""
        return next((role for role in roles if ROLE[role].search(did)), had)
    lead = passage.before(found.start, _FAR).removesuffix(": ")
    is_asked = bool(_ASKED_N.search(lead)) and not _OF_ASKED_FIRST.search(lead)
    is_of_rest = _REST_OF.search(lead) and _ASKED.match(passage.after(found.end))
    is_asked = is_asked or bool(is_of_rest)
    if is_asked or FORCES_OUT_OF.search(lead) or is_survey_of(passage, found):
        role = "asked"
    else:
        left = "replied" if LEAVES.search(lead) else ""  # "which leaves ten"
        role = first_role(after) or left or last_role(before)
    if (
        role == "asked"
        and not _REST_OF.search(lead)
        and (did_then := _WHEN_ASKED.match(passage.after(found.end)))
    ):
        return "missing" if did_then["missing"] else "replied"
    had = "recorded" if had_offences(statement) else ""
    return role or ("replied" if gave_offences(statement) else had)


def _without(
    beside: tuple[str, ...],
    year: Year | None,
    evidence: Evidence,
    missing: set[int],
    *,
    is_all: bool,
) -> set[int]:
    """How many forces have no figure, or none for the reason that words give: they refused.

    Where a force was asked of which nothing is held, that may be its reason, too: all of them,
    or some if others are counted with them.
    """
    reasons = next(filter(None, map(_reasons, beside)), set())
    panel = evidence.facts.panel
    if not reasons:
        return missing
    if panel is None or evidence.facts.asked not in (None, len(panel.series)):
        return missing if is_all else {n + 1 for each in missing for n in range(each)}
    cells = panel.cells(year or evidence.facts.latest).values()
    return {sum(each.why in reasons for each in cells)}


def _reasons(words: str) -> set[Missing]:
    """Why forces have no figure, by the words beside their number: they refused, or were late."""
    return {why for why, said in _WHY_MISSING.items() if said.search(words)}


def says_why(statement: Statement) -> bool:
    """Whether words behind a number of forces say why these have no figure."""
    return bool(_reasons(clause_of_forces(statement.passage.after(statement.figure.end))))


def in_role(statement: Statement, evidence: Evidence) -> frozenset[int]:
    """The numbers of forces that the words beside allow: those asked, that replied or did not."""
    found, passage = statement.figure, statement.passage
    after = without_names(passage.after(found.end), evidence)
    after = _GAVE_NO_PART.sub("", _OF_THE_ASKED.sub("", after, count=1))
    after = clause_of_forces(_OF_N_ASKED.sub("", after, count=1))
    lead = passage.before(found.start, _FAR).removesuffix(": ")  # "Forces asked: 30"
    before = re.split(r"[.;:,]", lead[-50:])[-1]
    if ALTOGETHER.match(passage.after(found.end)):
        before = re.split(r"[.;:]", lead)[-1]  # "Three more were asked, 12 altogether"
    year = min(statement.years) if statement.years else year_given(statement)
    year = year or (passage.only_year(found.start) if gave_offences(statement) else None)
    did = forces_counted(passage, found.start, found.end)
    named = labels_in(did)  # "how many forces had figures for 2018/19?"
    year = Year(named[0].first) if len(named) == 1 else year
    given = evidence.coverage_in(year) if year else evidence.coverage
    held = {
        "missing": {asked - n for n, asked in given},
        "asked": {asked for _, asked in (*given, *evidence.coverage)},
        "replied": {n for n, _ in given},
    }
    counted = that_counted(statement, evidence, held["replied"])
    held["recorded"] = counted - ((held["asked"] | held["missing"]) - held["replied"])
    role = _role(statement, before, after)
    if role == "missing":
        is_all = found.kind == "forces"
        held["missing"] = _without(
            (did or after, before), year, evidence, held["missing"], is_all=is_all
        )
    is_beside_one = _AND.search(before) and _OTHER_FORCES.match(passage.after(found.end))
    if is_beside_one and role == "missing":
        return frozenset()  # the one that is named may have replied
    if is_beside_one and role == "asked":
        return frozenset(n - 1 for n in held[role])
    if _AND_THE_OTHER.search(before) or is_beside_one:
        return frozenset(n - 1 for n in held["replied"])
    if OTHER.search(before) and role != "missing":  # than the one that is spoken of, or than some
        return frozenset({*held[role or "recorded"], *(n - 1 for n in held["replied"])})
    if ALL_BUT.search(before):
        return frozenset(held["replied" if role == "missing" else "missing"])
    if role:
        return frozenset(held[role])
    if _ALL_OF_THEM.search(before):
        return evidence.forces
    return frozenset(held["recorded"])
