"""A whole release as an OpenDocument workbook, by the rules of official statistics.

A cover, contents and notes; on every other sheet one table with its title in A1 and its markers
explained above it. No merged, hidden or coloured cell, no blank row, nothing that only looks like a
heading: programs and screen readers find their way.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element, Table
from odfdo.xmlpart import XmlPart
from openpyxl.utils import get_column_letter

from offences.exports.release import ReleaseContent
from offences.exports.sheets import ReleaseSheet, cover_lines, notes, sheets_of
from offences.exports.trend import Value, safe
from offences.words import downloads
from offences.words.charity import charity

HEADING, SECTION, HEADER, TEXT, LINK = "Heading_20_1", "Heading_20_2", "Header", "Text", "Hyperlink"
BOLD = {"fo:font-weight": "bold"}
_STYLES = {
    HEADING: ("Heading 1", BOLD | {"fo:font-size": "16pt"}),
    SECTION: ("Heading 2", BOLD | {"fo:font-size": "13pt"}),
    HEADER: ("Header", BOLD),
    TEXT: ("Text", {}),
    LINK: ("Hyperlink", {"fo:color": "#0b4f6c", "style:text-underline-style": "solid"}),
}
NONE: Mapping[str, str] = {}
_USUAL = {"fo:language": "en", "fo:country": "GB", "fo:font-size": "12pt"}
_SPACE = re.compile(r"^ |(?<= ) | $")
"""A space that a reader of the file would otherwise drop."""
NARROW, WIDE, MOST_LETTERS = "narrow", "wide", 24  # a column with longer texts is a wide one


def release_ods(book: ReleaseContent) -> bytes:
    sheets = sheets_of(book)
    names = ["Notes", *(each.name for each in sheets)]
    document = _empty_document(book.release.title)
    body = document.body
    body.append(_cover(book))
    body.append(_contents(names))
    noted = ReleaseSheet("Notes", downloads.NOTES, ("marker", "meaning"), ())
    body.append(_sheet(noted, [], downloads.NOTES_HEADINGS, notes()))
    for each in sheets:
        body.append(_sheet(each, _above(each), each.headings, each.lines))
    body.append(_ranges(sheets))
    if made := book.release.public_at:
        document.meta.set_creation_date(made)
        document.meta.set_modification_date(made)
    file = io.BytesIO()
    document.save(file)
    return _without_times(file)


def _without_times(file: io.BytesIO) -> bytes:
    """The same file, whenever it was made: a release never changes."""
    same = io.BytesIO()
    with zipfile.ZipFile(file) as made, zipfile.ZipFile(same, "w") as packed:
        for each in made.infolist():
            part = zipfile.ZipInfo(each.filename)
            part.compress_type = each.compress_type
            packed.writestr(part, made.read(each))
    return same.getvalue()


def _empty_document(title: str) -> Document:
    document = Document("spreadsheet")
    document.body.clear()
    document.meta.title = title
    document.meta.language = "en-GB"
    document.meta.set_creator(charity().title)
    styles = _element(document.styles, "//office:styles")
    for name, (shown, letters) in _STYLES.items():
        for old in styles.get_elements(f"style:style[@style:name='{name}']"):
            old.delete()
        own = {"style:name": name, "style:display-name": shown, "style:family": "table-cell"}
        properties = _tag("style:table-cell-properties", {"fo:wrap-option": "wrap"})
        properties += _tag("style:text-properties", letters)
        styles.append(Element.from_tag(_tag("style:style", own, properties)))
    for usual in styles.get_elements("style:default-style/style:text-properties"):
        for name, value in _USUAL.items():
            usual.set_attribute(name, value)
    automatic = _element(document.content, "//office:automatic-styles")
    for name, width in ((NARROW, "3.5cm"), (WIDE, "11cm")):
        named = {"style:name": name, "style:family": "table-column"}
        properties = _tag("style:table-column-properties", {"style:column-width": width})
        automatic.append(Element.from_tag(_tag("style:style", named, properties)))
    return document


def _element(part: XmlPart, path: str) -> Element:
    found = part.get_element(path)
    assert found is not None
    return found


def _cover(book: ReleaseContent) -> Table:
    """All in one column: a section's word, then its text."""
    lines = [_row([book.release.title], HEADING)]
    last = ""
    for word, text in cover_lines(book, ()):
        lines += [] if word == last else [_row([word], SECTION)]
        lines.append(_row([text]))
        last = word
    return _table("Cover", (WIDE,), lines)


def _contents(names: Sequence[str]) -> Table:
    lines = [
        _row([downloads.CONTENTS], HEADING),
        _row([downloads.ONE_TABLE.format(3)]),
        _header(downloads.CONTENTS_HEADINGS),
        *(
            _tag("table:table-row", {}, _link(name) + _cell(downloads.ABOUT[name], TEXT))
            for name in names
        ),
    ]
    return _table("Contents", (NARROW, WIDE), lines)


def _link(name: str) -> str:
    """A cell that leads to a sheet."""
    link = _tag("text:a", {"xlink:type": "simple", "xlink:href": f"#{name}.A1"}, name)
    own = {"office:value-type": "string", "table:style-name": LINK}
    return _tag("table:table-cell", own, _tag("text:p", {}, link))


def _above(sheet: ReleaseSheet) -> list[str]:
    """What to know before the table: its markers."""
    if not sheet.rows:
        return [downloads.NO_ROWS]
    return [downloads.EMPTY_CELLS, *(f"[{code}] {words}" for code, words in sheet.markers)]


def _sheet(
    of: ReleaseSheet,
    above: Sequence[str],
    headings: Sequence[str],
    lines: Sequence[Sequence[Value]],
) -> Table:
    """The title, what to know of the table, and the table."""
    rows = [
        _row([of.title], HEADING),
        _row([downloads.ONE_TABLE.format(_begins(above))]),
        *(_row([line]) for line in above),
        _header(headings),
        *(_row(line) for line in lines),
    ]
    widths = [
        WIDE if max((len(str(line[at])) for line in lines), default=0) > MOST_LETTERS else NARROW
        for at in range(len(headings))
    ]
    return _table(of.name, [WIDE, *widths[1:]], rows)


def _begins(above: Sequence[str]) -> int:
    """The row of the headings: after the title, the line on the table, and these."""
    return len(above) + 3


def _table(name: str, widths: Sequence[str], rows: Iterable[str]) -> Table:
    columns = "".join(_tag("table:table-column", {"table:style-name": each}) for each in widths)
    made = Element.from_tag(_tag("table:table", {"table:name": name}, columns + "".join(rows)))
    assert isinstance(made, Table)
    return made


def _header(headings: Sequence[str]) -> str:
    return _tag("table:table-header-rows", {}, _row(headings, HEADER))


def _row(values: Sequence[Value], style: str = TEXT) -> str:
    return _tag("table:table-row", {}, "".join(_cell(value, style) for value in values))


@lru_cache(10_000)
def _cell(value: Value, style: str) -> str:
    """A number as a number, a text as a text; an empty one is an empty cell."""
    if value == "":
        return _tag("table:table-cell")
    own = {"table:style-name": style, "office:value-type": "string"}
    if isinstance(value, int):
        own |= {"office:value-type": "float", "office:value": str(value)}
    lines = (_SPACE.sub(_tag("text:s"), escape(each)) for each in str(safe(value)).split("\n"))
    return _tag("table:table-cell", own, "".join(_tag("text:p", {}, line) for line in lines))


def _tag(name: str, attributes: Mapping[str, str] = NONE, content: str = "") -> str:
    """An element as XML; its content is XML already."""
    own = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{own}>{content}</{name}>"


def _ranges(sheets: Sequence[ReleaseSheet]) -> Element:
    """Each table under its name, for programs that look for tables."""
    ranges = []
    for each in sheets:
        begins = _begins(_above(each))
        last = f"{get_column_letter(len(each.columns))}{begins + len(each.rows)}"
        own = {
            "table:name": each.name,
            "table:contains-header": "true",
            "table:target-range-address": f"{each.name}.A{begins}:{each.name}.{last}",
        }
        ranges.append(_tag("table:database-range", own))
    return Element.from_tag(_tag("table:database-ranges", {}, "".join(ranges)))
