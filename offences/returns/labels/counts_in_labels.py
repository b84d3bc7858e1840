"""A count within a label or heading, which has a cell of its own nowhere: “Kik (4 boys)”."""

import re
from collections.abc import Iterable

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.numbers_in_words import in_digits

_NO_YEAR = r"(?!(?:19|20)\d\d\b)"
_N = rf"(?<![\d.,/£$€-]){_NO_YEAR}(\d{{1,4}})"  # no “13-15”, “19/20”, “s.15”
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
    r"|removed|aged|duplicates?|historic\w*|linked|repeat\w*|missing|excluded|included|pending)"
)
_OF_THEM = r"(?:of|from) (?:which|whom|these|those|them)"
_LEFT_OUT = r"(?:excl\w*|exc\.?|without|not counting|as well as|incl\w*|inc\.?|with)"
_SEXES = r"(?:(?:fe)?males?|girls?|boys?|men|women)"
_NO_AGE = r"(?<!age )(?<!aged )(?<!ages )(?<!under )(?<!over )(?<!below )(?<!above )(?<!year )"
_NO_AGE += r"(?<!class )(?<!section )(?<!act )(?<!to )(?<!and )(?<!or )(?<!years )(?<!group )"
# Sure, whatever is beside it: “of which 4 male”, “4 of them male”, “plus 4 not known”.
_SURE = re.compile(
    rf"\b{_OF_THEM}\W+(?:\w+ ){{0,2}}?{_NO_AGE}{_N}{_ENDS}(?: (?:were|was|are|is))? {_COUNTED}\b"
    rf"|{_N}{_ENDS} {_OF_THEM}\b"
    rf"|[(\[,;] ?(?:plus|less(?! than)|minus) (?:\w+ ){{0,2}}?{_N}{_ENDS}"
    rf"|\b{_LEFT_OUT}\W+{_NO_AGE}{_N}{_ENDS} {_COUNTED}\b"
    rf"|(?:[(\[,;:] ?| [-–] ?)(?:totals?|sum|all|n)(?: of)?\W{{0,3}}{_NO_AGE}"
    rf"{_N}{_ENDS}(?! (?:forces|police|areas|districts|months))"
    rf"|[(\[]of {_N}[)\]]"
    rf"|{_N}{_ENDS} (?:in total|in all|altogether|overall|total)\b"
    r"|\b[fmbg] ?\W? ?\d+\b\W{1,3}[fmbg] ?\W? ?\d+\b(?! ?[-–+])"
    r"|(?<![-–\d])\b\d+ ?[fmbg]\b\W{1,3}\d+ ?[fmbg]\b",
    re.IGNORECASE,
)
# An age where other labels have the same words beside other numbers: “Kik, 12 girls”.
_MAY_BE = re.compile(
    rf"(?:[(\[;:]|(?<!\d)(?<!\d ),|(?<!\d) [-–]) ?(?:[a-z]+ )?{_NO_AGE}{_N}{_ENDS} {_COUNTED}\b"
    rf"|[(\[](?:[^()\[\]]*\W)?{_SEXES}\W{{1,3}}{_N}{_ENDS}(?=[^\w]*$|,)"
    rf"|(?<=[a-z]) {_NO_AGE}{_N}{_ENDS} (?:girls|boys|(?:fe)?males)\b",
    re.IGNORECASE,
)


def has_count_within(text: str, among: Iterable[str] = ()) -> bool:
    """Whether a label has a count in its words; not where its number may be an age.

    `among` are the labels beside it, of which others may have the same words with other ages.
    """
    phrase = in_digits(text)
    if _SURE.search(phrase):
        return True
    found = _MAY_BE.search(phrase)
    at = next((n for n in range(1, _MAY_BE.groups + 1) if found and found[n]), 0)
    if not found or not at:
        return False
    before, behind = phrase[: found.start(at)], phrase[found.end(at) :]
    return not _has_other_number(found[at], before, behind, among)


def _has_other_number(number: str, before: str, behind: str, among: Iterable[str]) -> bool:
    """Whether another label has the same words around another number, as one of ages has.

    The other sex may be behind that: “Kik, 12 girls” and “Kik, 13 boys”.
    """
    words = re.sub(rf"\b{_SEXES}\b", "~", behind, flags=re.IGNORECASE)
    around = re.escape(words).replace("\\~", "~").replace("~", _SEXES)
    same = re.compile(rf"{re.escape(before)}(\d+){around}", re.IGNORECASE)
    found = filter(None, map(same.fullmatch, map(plain_text, among)))
    return any(each[1] != number for each in found)
