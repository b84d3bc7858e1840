"""Cells of a list by which a row may be several crimes or victims, or no crime at all."""

import re
from collections import Counter
from collections.abc import Sequence

from offences.returns.labels.cell_counts import plain_text

_MANY = r"(?:[2-9]|[1-9]\d+|two|three|four|five|six|seven|eight|nine|ten|multiple|several|various)"
_THINGS = (
    r"(?:counts|crimes|offen[cs]es|victims|times|records|occurrences|cases|others|girls|boys"
    r"|(?:fe)?males|children|reports|sisters|brothers|siblings|twins)"
)
_NO_AGE = r"(?<!under )(?<!over )(?<!below )(?<!aged )(?<!age )(?<!to )(?<!and )(?<!\d[/-])"
_SEVERAL = re.compile(  # “3 x Grooming”, “Grooming (2 counts)”, “Female x2”, “2 girls”
    rf"(?<![\w/.]){_NO_AGE}{_MANY} ?(?:[x×](?![\w-])|{_THINGS}\b)"
    r"|(?<![\w/.])[x×] ?(?!1\b)\d+(?![\w/.])|(?<=[a-z])[x×](?!1\b)\d+\b|\btwice\b",
    re.IGNORECASE,
)
_FEMALE = re.compile(r"\b(?:f|females?|girls?|wom[ae]n)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:m|males?|boys?|m[ae]n)\b", re.IGNORECASE)
_LISTED = re.compile(r"[,;&+]|\band\b", re.IGNORECASE)
_IN_SEX = re.compile(r"\d|\b(?:both|twins)\b", re.IGNORECASE)
_OF_AGES = re.compile(  # “14 & 12”, “13/15”, “15-11”
    r"(?P<first>\d{1,2})(?: ?(?:[,;/&+]|and|plus) ?\d{1,2})*?"
    r" ?(?P<link>[,;/&+–-]|and|plus|to) ?(?P<last>\d{1,2})\b.*",
    re.IGNORECASE,
)
_IS_SPAN = ("-", "–", "to")


def several_in(role: str, texts: Sequence[str]) -> list[str]:
    """The texts of such a column that name more than one crime or victim."""
    if role == "sex":
        return [text for text in texts if _SEVERAL.search(text) or _names_two(text)]
    if role == "age":
        single = sum(plain_text(text).isdigit() for text in texts) * 2 > len(texts)
        return [text for text in texts if _SEVERAL.search(text) or _is_of_two(text, single)]
    return [text for text in texts if _SEVERAL.search(text)]


def _names_two(text: str) -> bool:
    both = _FEMALE.search(text) and _MALE.search(text)
    parts = [part for part in _LISTED.split(text) if part.strip()]  # “F;F” are two girls
    same = len(parts) > 1 and all(_FEMALE.search(part) or _MALE.search(part) for part in parts)
    return bool(_IN_SEX.search(text) or both or same)


def _is_of_two(text: str, single: bool) -> bool:
    """Whether a text has two ages that are no band; where others are `single`, no pair is one."""
    found = _OF_AGES.fullmatch(plain_text(text))
    if found is None:
        return False
    is_span = found["link"] in _IS_SPAN or (found["link"] == "/" and not single)
    if is_span or not single:
        return int(found["first"]) >= int(found["last"])
    return True


_CODE = re.compile(r"[\w/.:#-]*\d[\w/.:#-]*")
_WORDS = re.compile(  # that a reference has beside its number, but for the name of a force
    r"\b(?:to|and|plus|of|not|see|also|incl\w*|dup\w*|cancel\w*|transfer\w*|delet\w*|test\w*"
    r"|no[- ]?crim\w*|non[- ]?crim\w*|linked|same|as|was|now|void|error|total)\b|[?!&+;,]",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[,;&+]|\s(?:and|to|-|–)\s|\s|-|–)\s*")
_TWICE = re.compile(r"(.+)[/-]\1")
_LONG = 4  # digits of a reference that has no letters
_FEW = 10  # of so many references one may look otherwise for a reason of its own


def no_single_references(texts: Sequence[str]) -> list[str]:
    """The texts that are no reference of one crime: “C/12 to C/19”, “Duplicate of C/7”.

    One looks as others do, with its digits and letters; blanks are asked about elsewhere.
    """
    shapes = Counter(map(_shape, filter(None, texts)))
    common = {s for s, n in shapes.items() if n > 1 and n * _FEW >= len(texts)}
    plain = {s for s in common if not re.search(r"[\s,;&+]", s)}
    return [t for t in texts if t and _is_odd(t, common, plain) and any(map(_CODE.search, texts))]


def _shape(text: str) -> str:
    """A text as its digits and letters stand; a long number alone is of its own length."""
    if text.isdigit() and len(text) >= _LONG:
        return "0" * len(text)
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", plain_text(text)))


def _is_odd(text: str, common: set[str], plain: set[str]) -> bool:
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) > 1 and sum(_shape(part) in plain - {"0", "a"} for part in parts) > 1:
        return True
    if (twice := _TWICE.fullmatch(_shape(text))) and twice[1] in plain - {"0"}:
        return True
    if not any(map(str.isdigit, text)) or _SEVERAL.search(text):
        return True
    return not _CODE.fullmatch(text) and (_shape(text) not in common or bool(_WORDS.search(text)))
