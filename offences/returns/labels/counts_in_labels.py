"""A count within a label or heading, which has a cell of its own nowhere: “Kik (4 boys)”."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.joined_labels import joined_parts
from offences.returns.labels.numbers_in_words import in_digits

_NO_YEAR = r"(?!(?:19|20)\d\d\b)"
_N = rf"(?=\d)(?<![\d.,/£$€-]){_NO_YEAR}(\d{{1,4}})"  # no “13-15”, “19/20”, “s.15”
_ENDS = (  # no age, year, law or share: “13 and over”, “16+”, “12 months”, “4%”
    r"(?![\w%+.,/]*\d)(?! ?(?:[-–+%/°]|to \d+|(?:and|or|&) (?:over|under|above|below|older|younger"
    r"|more|less|fewer|\d+)|years?|yrs?|y/?o|months?|weeks?|days?|hours?|per ?cent|forces?)\b)"
    r"(?! ?[-–+%/] ?\d| ?[+%])(?!\w)"
)
_PERSONS = (
    r"(?:(?:fe)?males?|girls?|boys?|men|women|unknowns?|unspecified|not (?:known|stated|recorded)"
    r"|victims?|child(?:ren)?|adults?|suspects?|offenders?)"
)
_COUNTED = (
    rf"(?:{_PERSONS}|offen[cs]es?|crimes?|cases?|incidents?|records?|reports?|others?|more|further"
    r"|attempt\w*|online|offline|cyber\w*|detected|charged|recorded|reported|withdrawn|cancelled"
    r"|removed|aged|duplicates?|historic\w*|linked|repeat\w*|missing|excluded|included|pending"
    r"|nfa|tbc|no[ -]?crim\w+|no further action|await\w*|to be \w+ed|still|solved|unsolved"
    r"|not (?:yet|proven|charged|detected|proceeded)|undetected|convicted|cautioned|arrested|open"
    r"|closed|live|ongoing|outstanding|unresolved|filed|finali[sz]ed|transferred"
    r"|under investigation)"
)
_OF_THEM = r"(?:of|from) (?:which|whom|these|those|them)"
_LEFT_OUT = r"(?:excl\w*|exc\.?|without|not counting|as well as|incl\w*|inc\.?)"
_SEXES = r"(?:(?:fe)?males?|girls?|boys?|men|women)"
# Where a number begins; each is before one, and in most places there is none.
_NO_AGE = (
    r"(?=\d)(?<!age )(?<!aged )(?<!ages )(?<!under )(?<!over )(?<!below )(?<!above )(?<!year )"
)
_NO_AGE += r"(?<!ward )(?<!tier )(?<!level )(?<!part )(?<!category )(?<!question )(?<!outcome )"
_NO_AGE += r"(?<!class )(?<!section )(?<!act )(?<!to )(?<!and )(?<!or )(?<!years )(?<!group )"
_NO_AGE += r"(?<!\bu)(?<!code )(?<!codes )(?<!ho )(?<!week )(?<!month )(?<!period )(?<!quarter )"
_YEAR = r"(?=[12])(?<!\d)(?>(?:19|20)\d\d(?: ?[/–-] ?\d\d(?:\d\d)?)?)(?!\d)"
_AN_AGE = r"(?:(?:under|over|below|aged)[ -]?|u)\d"
_SOME_VICTIMS = r"(?:victims?|suspects?|offenders?|perpetrators?|persons?|child(?:ren)?)"
# Sure, whatever is beside it: “of which 4 male”, “4 of them male”, “plus 4 not known”.
_SURE = re.compile(
    rf"\b{_OF_THEM}\W+(?:\w+ ){{0,2}}?{_NO_AGE}{_N}{_ENDS}(?: (?:were|was|are|is))? {_COUNTED}\b"
    rf"|{_N}{_ENDS} {_OF_THEM}\b"
    rf"|[(\[,;] ?(?:plus|less(?! than)|minus) (?:\w+ ){{0,2}}?{_N}{_ENDS}"
    rf"|\b{_LEFT_OUT}\W+{_NO_AGE}{_N}{_ENDS} (?:{_COUNTED}|on|via|through)\b"
    rf"|[(\[,;] ?{_NO_YEAR}(?!1\d ?/ ?1\d\b)(?:\d{{1,4}} ?/ ?\d{{1,4}} {_PERSONS}"  # “(4/33 male)”
    rf"|\d{{1,4}} (?:out )?of \d{{1,4}} {_COUNTED})\b"
    rf"|[(\[,;] ?{_N}{_ENDS} (?:(?:were|was|are|is|x|×) {_COUNTED}\b|{_AN_AGE})"
    rf"|[(\[,;] ?(?:[fmbg]|{_PERSONS}) ?= ?{_N}{_ENDS}"
    rf"|{_YEAR}\W{{1,3}}(?:(?:totals?|sum|n)[ :=–-]{{1,3}}{_N}{_ENDS}(?=\W*$)"
    rf"|{_N}{_ENDS} {_COUNTED}\b)"
    rf"|(?:[(\[,;:] ?| [-–] ?)(?:totals?|sum|all|n)(?: of)?\W{{0,3}}{_NO_AGE}"
    rf"{_N}{_ENDS}(?! (?:forces|police|areas|districts|months))"
    rf"|[(\[]of {_N}[)\]]"
    rf"|{_NO_AGE}{_N}{_ENDS} (?:in total|in all|altogether|overall|total)\b"
    r"|\b[fmbg] ?\W? ?\d+\b\W{1,3}[fmbg] ?\W? ?\d+\b(?! ?[-–+])"
    r"|(?<![-–\d])\b\d+ ?[fmbg]\b\W{1,3}\d+ ?[fmbg]\b",
    re.IGNORECASE,
)
# An age where other labels have the same words beside other numbers: “Kik, 12 girls”.
_MAY_BE = re.compile(
    rf"(?:[(\[;:]|(?<!\d)(?<!\d ),|(?<!\d) [-–]) ?(?:[a-z]+ )?{_NO_AGE}{_N}{_ENDS} {_COUNTED}\b"
    rf"|\bwith (?![12] {_SOME_VICTIMS}\b){_N}{_ENDS} {_COUNTED}\b"  # “With 1 suspect” is a kind
    rf"|[(\[](?:[^()\[\]]*\W)?{_SEXES}\W{{1,3}}{_N}{_ENDS}(?=[^\w]*$|,)"
    rf"|(?<=[a-z]) {_NO_AGE}{_N}{_ENDS} (?:girls|boys|(?:fe)?males)\b",
    re.IGNORECASE,
)


_A_SEX = re.compile(rf"\b{_SEXES}\b")
_IN_BRACKETS = re.compile(
    r"[(\[](?:(?:incl\w*|excl\w*|of which|inc|exc)\W+)?([^()\[\]]+)[)\]]", re.I
)
_DIGIT = re.compile(r"\d")
_BEHIND_NAME = re.compile(r".*[a-z]\W{1,3}\d{1,4}", re.IGNORECASE)


def has_count_within(text: str, among: Iterable[str] = ()) -> bool:
    """Whether a label has a count in its words; not where its number may be an age.

    `among` are the labels beside it, of which others may have the same words with other ages.
    """
    phrase = in_digits(text)
    if not _DIGIT.search(phrase):
        return False
    if _SURE.search(phrase) or any(map(_is_app_with_number, _IN_BRACKETS.findall(phrase))):
        return True
    found = _MAY_BE.search(phrase)
    at = next((n for n in range(1, _MAY_BE.groups + 1) if found and found[n]), 0)
    if not found or not at:
        return False
    number = found[at]
    before, behind = phrase[: found.start(at)].casefold(), phrase[found.end(at) :].casefold()
    others, around = _words_around(frozenset(among)), _of_any_sex(behind)
    # “Kik 12 girls”, which is an age beside “Viber 12 girls” if that is
    is_bare = at == _MAY_BE.groups
    if is_bare and others.behinds.get((before, number, around), set()) - {behind}:
        return False  # “School 1 girls, School 1 boys”
    befores = {before}
    if is_bare:
        befores |= {each for each in others.befores.get((number, behind), ()) if each.endswith(" ")}
    # The other sex may be behind another number: “Kik, 12 girls” and “Kik, 13 boys”.
    return not any(others.numbers.get((each, around), set()) - {number} for each in befores)


def _is_app_with_number(text: str) -> bool:
    """Whether an app and a number are all there is within brackets: “(Kik 4)”."""
    parts = dict(joined_parts(text))
    return bool(_BEHIND_NAME.fullmatch(text)) and {*parts} == {"platform", "age"}


class _WordsAround:
    """The numbers of the labels of a table, each by the words around it, looked up at once."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.befores: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.behinds: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for text in labels:
            for match in re.finditer(r"\d+", text):
                before, number, behind = text[: match.start()], match[0], text[match.end() :]
                around = _of_any_sex(behind)
                self.numbers[before, around].add(number)
                self.befores[number, behind].add(before)
                self.behinds[before, number, around].add(behind)


@lru_cache(maxsize=4)
def _words_around(among: frozenset[str]) -> _WordsAround:
    return _WordsAround(plain_text(each).casefold() for each in among)


def _of_any_sex(words: str) -> str:
    return _A_SEX.sub("~", words)
