"""Rows of counts that are called “Year”, as an axis is, or as rows of another axis are."""

import re
from collections.abc import Iterator

from offences.returns.labels.label_words import clean_label, content_role, is_unknown, sex_of
from offences.returns.sheet import Problem, ReadTable, Table, is_list, parse_address
from offences.returns.tables.cell_kinds import names_year

_AXIS = re.compile(
    r"(?:(?:the|by|financial|fiscal|calendar|police|school|recorded|reported|offence) )*"
    r"(?:years?|yrs?|f\.?/?y\.?|months?|quarters?|qtrs?|periods?|dates?)"
    r"(?: (?:of|recorded|reported|offences?|crimes?|recording|groups?|numbers?|nos?\.?))*",
    re.IGNORECASE,
)

_SEX = re.compile(r"\b(?:sex|gender)\b", re.IGNORECASE)
_OLDEST = 17
_OTHERS = {"offence": ("age", "sex", "platform"), "sex": ("offence", "platform")}


def rows_of_axes(read: ReadTable, table: Table) -> Iterator[Problem]:
    """Ask of a row whose only label is a word for a time, which may head what is below it."""
    counted = {
        parse_address(each.cell)[0] for each in read.observations if each.cell and not each.total
    }
    for row in table.body:
        labels = [at for at in row.cells if table.roles.get((row.number, at)) in ("label", "total")]
        named = [at for at in labels if _AXIS.fullmatch(_words(row.cells[at]))]
        if row.number in counted and named and not any(names_year(row.cells[at]) for at in labels):
            text = row.cells[named[0]][:60]
            why = f"“{text}” is beside these numbers. Are they counts, and of what?"
            place = table.sheet.address(row.number, named[0])
            yield Problem(read.sheet, place, why, stops=True)


def labels_of_other_axes(read: ReadTable) -> Iterator[Problem]:
    """Ask of the first age, sex or app among offences, or offence among sexes: what is it of?

    A second block of rows without headings of its own gets those of the first. One app alone may
    stand for what is done on it.
    """
    if is_list(read):
        return
    for kind, others in _OTHERS.items():
        own = [o for o in read.observations if kind in o.labels and not is_unknown(o.labels[kind])]
        roles = {o.labels[kind]: content_role(o.labels[kind]) for o in own}
        apps = [*roles.values()].count("platform")
        asked = {role for role in others if role != "platform" or apps > 1}
        among = (o for o in own if roles[o.labels[kind]] in asked)
        first = next((o for o in among if not _is_no_age(o.labels[kind])), None)
        if first and any(role not in others for role in roles.values()):
            text = first.labels[kind]
            axis = "offences" if kind == "offence" else "sexes"
            why = f"“{text[:60]}” stands among {axis}. Which of them are its counts of?"
            yield Problem(read.sheet, first.cell, why, stops=True)


def two_sexes(read: ReadTable) -> Iterator[Problem]:
    """Ask of the first count of a sex below a line that names the other one: “Sex: Female”."""
    for each in read.observations:
        own = sex_of(each.labels.get("sex", ""))
        texts = (*each.other, each.labels.get("offence", ""))
        found = (text for text in texts if _is_other_sex(text, own))
        if own and (other := next(found, "")):
            why = f"“{each.labels['sex'][:40]}” and “{other[:40]}” are both named for this count."
            yield Problem(read.sheet, each.cell, f"{why} Which of them is it of?", stops=True)
            return


def _is_other_sex(text: str, own: str) -> bool:
    """Whether a label names another sex, or one that is not known: “Unknown sex”."""
    if is_unknown(text) and _SEX.search(text):
        return own in ("female", "male")
    return content_role(text) == "sex" and sex_of(text) not in ("", own)


def _is_no_age(text: str) -> bool:
    """Whether a label is a number that no child is old, which is asked about as a number."""
    return text.isdecimal() and int(text) > _OLDEST


def _words(text: str) -> str:
    return clean_label(text).strip(" :")
