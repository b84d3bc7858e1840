"""The columns of a list by which some of its rows may be no offence against a child.

All rows are counted, so each column that says something else of some rows than of others, and is
not known to be harmless, is one question.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from offences.english import and_list
from offences.returns.labels.accused_words import names_accused
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import content_role, heading_role, is_unknown
from offences.returns.labels.years import parse_day, parse_year
from offences.returns.sheet import Problem, SheetRow, Table
from offences.returns.tables.cell_kinds import is_year_number
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.listing_axes import rows_of_totals
from offences.returns.tables.listing_cells import no_single_references, several_in
from offences.returns.tables.row_meanings import carried_labels

DECIDES = re.compile(  # headings of what may make a row none of the crimes that were asked for
    r".*\b(?:online|cyber|internet|digital|flag(?:ged)?|marker|keyword|tag)\b.*", re.IGNORECASE
)
NO_CRIME = re.compile(  # that a row is no crime, or none of those that were asked for
    r"\b(?:cancel\w*|no[- ]?crim\w+|non[- ]?crim\w+|not (?:an? )?(?:crim|offen|recordable|online"
    r"|cyber|includ|count|relevant)\w*|duplicat\w*|in error|adults?|offline|in person|exclud\w*"
    r"|transfer\w*|unfounded|false|re-?class\w*|delet\w*|remov\w*|void|invalid)\b",
    re.IGNORECASE,
)
_INCIDENT = re.compile(r"\bincidents?\b", re.IGNORECASE)  # under a heading of what a row is
_ONLINE = re.compile(r"\b(?:on-?line|cyber\w*|internet|digital|social media)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:district|division|beat|ward|county|lpu|lpa|bcu|ocu|npt|npu|snt|sector|station"
    r"|neighbou?rhood|borough|town|city|village|parish|post ?code|location|place|address|street"
    r"|premises|scene|area|region|authority|lsoa|msoa|easting|northing|latitude|longitude|csp)\b",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(  # words beside one of those
    r"(?:(?:local|police|policing|force|la|sub|name|code|type|of|the|where|offen[cs]e|crime"
    r"|incident|occurrence|committed|owning|council|community|safety|description|desc|id|no|post"
    r"|x|y|grid|ref|reference|output|unit|team)(?:\W+|$))*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:date|time|day|month|year|week|quarter|hour|of|the|and|from|to|on|at|in|when|start(?:ed)?"
    r"|end(?:ed)?|begin\w*|earliest|latest|first|last|min|max|commit\w*|occur\w*|happen\w*|took"
    r"|place|offen[cs]e|crime|incident|record\w*|report\w*|logg?\w*|creat\w*|regist\w*|enter\w*"
    r"|clos\w*|outcome|disposal|charg\w*|arrest\w*|financial|fiscal|calendar|fy|finali[sz]ed|filed"
    r"|detected|updated|modified|police|birth|born|d\.?o\.?b|victim|vic)(?:\W+|$))+",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"[\d:./ ]*\d(?: ?[ap]m)?|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?", re.I
)
_BIRTH = re.compile(r"\bbirth(?!day)|\bborn\b|\bd\.?o\.?b\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"ethnic|nationalit|religio|disab|relationship|occupation|how (?:did|do) .* know|language",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"outcome|disposal|result|detect|clear(?:ed)?[ -]?up|clos(?:ed|ure|ing)|status|finali[sz]"
    r"|charged|arrest|suspect identified",
    re.IGNORECASE,
)
_CLOSING = re.compile(  # how a crime ends, or that it has not ended
    r"charg|summon|caution|condition|resolution|resolv|penalty|consider|\btic\b|prosecut|interest"
    r"|evidential|evidence|victim|suspect|offender|declin|investigat|detect|fil(?:ed|ing)|clos|\bnfa\b"
    r"|action|live|open|ongoing|on[- ]going|pending|no outcome|yet|assigned|die[ds]|death|diver"
    r"|educat|restor|convict|sentenc|acquit|guilty|court|\bcps\b|bail|releas|arrest|warn|reprimand"
    r"|fine[ds]?\b|complet|finali[sz]|current|active|recorded|solved|awaiting|bodies|body|agency"
    r"|intervention|prevented|\bill\b|time limit|expired|outcome|type|under review",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"y|n|yes|no|true|false", re.IGNORECASE)
_NO_CHILD = re.compile(r"\bover[ -]18|\b18 ?\+|\b18 (?:and|or|&) over", re.IGNORECASE)
_ASKED_FOR = re.compile(
    r"online|cyber|internet|\bchild|under[ -]18|minor|includ|\bcrimed|valid", re.IGNORECASE
)
_PERSON = re.compile(
    r"\b(?:victim|suspect|offender|accused|nominal|person|perpetrator|defendant|complainant"
    r"|aggrieved|arrestee|custody|detainee|ip)s?\b"
    # of what may be no crime
    r"|^(?!.*(?:crime|offen[cs]e)).*\b(?:call|cad|log)\b",
    re.IGNORECASE,
)
_OF_CRIME = re.compile(r"crime|offen[cs]e|\burn\b|\bcr\b|\bref", re.IGNORECASE)
_OF_LETTER = re.compile(r"\bfoi\b|request|response|\bour\b|letter", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bcount\b|\bhow many\b|\b(?:number|no\.?|nos\.?) of\b|s\b$", re.IGNORECASE)
_CODE = re.compile(r"(?=.*\d)[\w/.:#()-]+", re.IGNORECASE)  # “46/1001/19”
_UNDER = re.compile(
    r"(?:(?:aged? )?(?:under|below|less than|younger than|up to|<=?|≤) ?-?)(?P<below>\d{1,2})\b.*"
    r"|(?:aged? )?(?:\d{1,2} ?(?:-|–|to|/|and|&) ?)?(?P<last>\d{1,2})(?:\.0)?"
    r"(?: ?(?:and|or|&) ?(?:under|below|younger))?"
    r"(?: ?(?:years?|yrs?|y(?:/?o)?)(?: olds?| of age)?)?"
    r"|(?P<child>\d{1,2} ?(?:months?|weeks?)(?: old)?"
    r"|(?:child|infant|toddler|bab|juvenile|minor|under one|less than one).*)",
    re.IGNORECASE,
)
_ADULT = 18
_MANY_DIGITS = 4  # of a code that is a crime's own, and no score or code of an outcome
_NAMED = 3  # of the texts of a column


def rows_in_doubt(
    table: Table, roles: dict[int, str], when: int | None, labels: TableColumns
) -> Iterator[Problem]:
    """One question for each column by which some rows may not be one offence against a child."""
    totals = rows_of_totals(table)
    rows = [row for row in table.body if row.number not in totals]
    single = _has_own_numbers(table, rows)
    for column in table.columns():
        texts = [row.cells.get(column, "") for row in rows]
        role = roles.get(column, "")
        if column == when or role == "year" or not any(texts):
            why = ""
        elif role == "age":
            why = _of_adults(texts) or _of_several(role, texts)
        elif role == "platform":
            why = _of_rows([t for t in texts if _is_no_platform(t)]) or _of_several(role, texts)
        elif role in ("sex", "force"):
            why = _of_several(role, texts)
        elif role == "offence" and not _is_of_numbers(table.heading(column), texts):
            why = _of_offences(roles, texts) or _of_several(role, texts)
        elif _BIRTH.search(table.heading(column)) and not names_accused(table.heading(column)):
            why = "" if "age" in roles.values() else _of_births(rows, column, when)
        else:
            why = _of_further(table.heading(column), texts, single=single)
        if why:
            yield _asked(table, column, why)
    yield from _of_blanks(table, roles, labels, totals)


def _asked(table: Table, column: int, why: str, row: int | None = None) -> Problem:
    at = table.header[-1].number if row is None else row
    place = table.sheet.address(at, column)
    heading = table.heading(column).strip(" :?")
    name = f"“{heading[:60]}”" if heading else "A column without a heading"
    return Problem(table.sheet.name, place, f"{name} {why}", stops=True)


def _differs(texts: list[str]) -> str:
    why = f"differs between the rows ({_named(texts)}), and all were counted."
    return f"{why} Were all of them asked for?"


def _of_rows(texts: list[str]) -> str:
    """The question about rows with such texts, if there are any."""
    if not texts:
        return ""
    rows = "1 row" if len(texts) == 1 else f"{len(texts):,} rows"
    why = f"suggests that {rows} ({_named(texts)}) may not be what was asked for."
    return f"{why} All were counted: is that right?"


def _of_several(role: str, texts: list[str]) -> str:
    """The question about rows whose cells may be of several crimes or victims."""
    several = several_in(role, texts)
    rows = "1 row" if len(several) == 1 else f"{len(several):,} rows"
    why = f"may name more than one crime or victim in {rows} ({_named(several)}), and each row"
    return f"{why} was counted as one crime. Is each row one?" if several else ""


def _blank(rows: int) -> str:
    return "is blank in 1 row" if rows == 1 else f"is blank in {rows:,} rows"


def _named(texts: list[str]) -> str:
    kinds = Counter(texts).most_common()
    if len(kinds) > _NAMED and kinds[0][1] == 1:
        return f"{len(kinds):,} different texts"
    named = [f"{n:,} “{text[:30]}”" if text else f"{n:,} blank" for text, n in kinds[:_NAMED]]
    more = sum(n for _, n in kinds[_NAMED:])
    return and_list([*named, f"{more:,} other"] if more else named)


def _of_adults(texts: list[str]) -> str:
    return _of_rows([text for text in texts if not is_of_child(text)])


def is_of_child(text: str) -> bool:
    """Whether a text is an age, or a band of ages, of nobody who is 18."""
    found = _UNDER.fullmatch(plain_text(text))
    if found is None or found["child"]:
        return found is not None and not NO_CRIME.search(text)
    return int(found["below"] or 0) <= _ADULT and int(found["last"] or 0) < _ADULT


def _is_no_platform(text: str) -> bool:
    none = re.fullmatch(r"none|nil|n/?a|not applicable", plain_text(text), re.IGNORECASE)
    return bool(none or NO_CRIME.search(text))


def _of_births(rows: list[SheetRow], column: int, when: int | None) -> str:
    """The question about those who may be 18 when the crime was recorded."""
    pairs = [(row.cells.get(column, ""), row.cells.get(when or 0, "")) for row in rows]
    return _of_rows([born for born, then in pairs if _may_be_adult(born, then)])


def _may_be_adult(birth: str, record: str) -> bool:
    born, then = parse_day(birth), _last_day(record)
    if born is None or then is None:
        return True
    before = (then.month, then.day) < (born.month, born.day)
    return then.year - born.year - before >= _ADULT


def _last_day(text: str) -> date | None:
    year = parse_year(text)
    start = year.label[:4] if year and year.label else ""
    return parse_day(text) or (date(int(start) + 1, 3, 31) if start.isdigit() else None)


def _of_offences(roles: dict[int, str], texts: list[str]) -> str:
    """The question about one of several columns of offences that names none: “Crime, Incident”."""
    kinds = {text for text in texts if text}
    named = any(content_role(text) == "offence" or _CODE.search(text) for text in kinds)
    several = sum(role == "offence" for role in roles.values()) > 1
    return _differs(texts) if several and not named and len({*texts}) > 1 else ""


def _of_further(heading: str, texts: list[str], *, single: bool) -> str:
    """The question about a column that is not needed to count the rows, if there is one."""
    name = _in_words(heading)
    kinds = {*texts}
    if _names_persons(name, texts):
        return "" if single else _of_numbers(texts)
    if _is_of_numbers(name, texts):
        if odd := no_single_references(texts):
            why = f"is no number of one crime in {len(odd):,} of the rows ({_named(odd)}), and each"
            return f"{why} row was counted as a crime. Is each row one?"
        return "" if single and not _OF_CRIME.search(name) else _of_repeated(name, texts)
    if no_crime := [text for text in texts if NO_CRIME.search(text) or _INCIDENT.search(text)]:
        return _differs(texts) if len(kinds) > 1 else _of_rows(no_crime)
    if len(kinds) == 1:
        return _of_rows(texts) if _says_no(name, texts[0]) else ""
    online = {bool(_ONLINE.search(text)) for text in texts}
    harmless = len(online) == 1 and _is_harmless(name, texts)
    return "" if harmless else _differs(texts)


def _says_no(name: str, text: str) -> bool:
    """Whether “No” under “Online”, or “Yes” under “Duplicate”, is said of all rows."""
    if NO_CRIME.search(name) or _NO_CHILD.search(name):
        return bool(re.fullmatch("y|yes|true", text, re.IGNORECASE))
    return bool(re.fullmatch("n|no|false", text, re.IGNORECASE) and _ASKED_FOR.search(name))


def _names_persons(name: str, texts: list[str]) -> bool:
    """Whether each row has a number of a victim, a suspect or a call."""
    if not _PERSON.search(name) or _HOW_MANY.search(name) or heading_role(name) in ("age", "sex"):
        return False
    return all(_CODE.fullmatch(text) for text in texts)


def _of_numbers(texts: list[str]) -> str:
    rows = f"each of the {len(texts):,} rows was counted as a crime"
    return f"may be of persons, or no crimes: {rows}. Is it one?"


def _is_of_numbers(name: str, texts: list[str]) -> bool:
    """Whether a column has numbers of crimes, by its heading, or as they are long and differ."""
    if _PLACE.search(name) or any(
        parse_day(text) or is_year_number(text) for text in texts if text
    ):
        return False
    if heading_role(name) == "reference":
        return True
    if (
        heading_role(name) not in ("", "count", "offence")
        or DECIDES.fullmatch(name)
        or _OUTCOME.search(name)
    ):
        return False
    said = [text for text in texts if text]
    long = all(_CODE.fullmatch(t) and sum(map(str.isdigit, t)) >= _MANY_DIGITS for t in said)
    return long and len({*said}) * 2 > len(said)


def _of_repeated(name: str, texts: list[str]) -> str:
    """The question about numbers of crimes that come again, or are not there."""
    counts = Counter(texts)
    if len(counts) == 1 and (texts[0] == "1" or _OF_LETTER.search(name)):
        return ""
    again = [text for text in texts if counts[text] > 1 or not text]
    if not again:
        return ""
    where = f"is in more than one row ({_named(again)})" if any(again) else _blank(len(again))
    return f"{where}, and each row was counted as a crime. Is each row a crime of its own?"


def _has_own_numbers(table: Table, rows: list[SheetRow]) -> bool:
    """Whether each row has a number of a crime, which is in no other row."""
    for column in table.columns():
        name = _in_words(table.heading(column))
        texts = [row.cells.get(column, "") for row in rows]
        own = heading_role(name) == "reference" and _OF_CRIME.search(name)
        if own and not _PERSON.search(name) and all(texts) and len({*texts}) == len(texts):
            return True
    return False


def _is_harmless(name: str, texts: list[str]) -> bool:
    """Whether a column is of a kind that makes no row anything but a crime."""
    said = [text for text in texts if text]
    if DECIDES.fullmatch(name):
        return all(content_role(text) == "platform" for text in texts)
    if _OF_PEOPLE.search(name) or heading_role(name) in ("age", "sex", "force"):
        return True
    if _PLACE.search(name) and _OF_PLACE.fullmatch(_PLACE.sub("", name).strip()):
        return True
    if heading_role(name) == "code" and all(any(map(str.isdigit, text)) for text in said):
        return True
    if _TIME.fullmatch(name) and all(map(_is_moment, said)):
        return True
    if _OUTCOME.search(name) and all(_is_closing(name, text) for text in said):
        return True
    if _names_offences(name, said) or all(content_role(text) == "platform" for text in texts):
        return True
    return _is_measured(said)


def _names_offences(name: str, said: list[str]) -> bool:
    """Whether most texts under such a heading are wordings of the offence."""
    headed = re.search(
        r"offen[cs]e|crime|\bh\.?o\b|home office|classif|\blaw\b|statute", name, re.I
    )
    return bool(headed) and sum(content_role(text) == "offence" for text in said) * 2 > len(said)


def _is_moment(text: str) -> bool:
    year = parse_year(text)
    dated = parse_day(text) is not None or bool(year and (year.label or year.part))
    return dated or bool(_MOMENT.fullmatch(text.strip()))


def _is_closing(name: str, text: str) -> bool:
    if _YES_NO.fullmatch(text):
        return "status" not in name.casefold()
    numbered = text.isdigit() and "status" not in name.casefold()
    return numbered or is_unknown(text) or bool(_CLOSING.search(text))


def _is_measured(said: list[str]) -> bool:
    """Whether all are numbers of something, and not of two kinds as 0 and 1 are."""
    numbers = all(re.fullmatch(r"\d[\d,]*(?:\.\d+)?", text) for text in said)
    return numbers and any(len(text) > 1 or text > "2" for text in said)


def _in_words(heading: str) -> str:
    """A heading of joined words, as words: “CrimeRef”, “crime_ref”."""
    phrase = re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", plain_text(heading))
    return re.sub(r" ?\([^)]*\)$", "", phrase).strip(" :?")


def _of_blanks(
    table: Table, roles: dict[int, str], labels: TableColumns, totals: set[int]
) -> Iterator[Problem]:
    """Ask about blanks that were read as what is above them, where no merged cell says so.

    And about rows that were counted with no sex, offence or platform at all, where others have one:
    such a row would be one of the whole measure. A blank year or age is asked about elsewhere.
    """
    carried = carried_labels(table, labels)
    for column in labels.labels:
        rows = [r.number for r in table.body if r.number not in totals and column not in r.cells]
        above = [
            number
            for number in rows
            if column in carried[number] and not _is_merged(table, number, column)
        ]
        if above:
            why = f"{_blank(len(above))}, and what is above it was read there. Is that right?"
            yield _asked(table, column, why, above[0])
        own = [c for c in labels.labels if roles.get(c) == roles[column]]
        none = [number for number in rows if not carried[number].keys() & {*own}]
        said = any(table.texts(c) for c in own)
        if none and said and column == own[0] and roles[column] not in ("year", "age"):
            why = f"{_blank(len(none))}, and each was counted without it. Is that right?"
            yield _asked(table, column, why, none[0])


def _is_merged(table: Table, row: int, column: int) -> bool:
    return any(r1 <= row <= r2 and c1 <= column <= c2 for r1, c1, r2, c2 in table.sheet.merged)
