"""What Word shows of a letter: its changes as if accepted, and how its runs look.

A wrapper is an element around runs, cells, rows or whole tables that are seen where it stands: an
insertion, a place where something was moved to, a content control, a simple field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offences.returns.formats.rich_texts import TextRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = tuple(_W + name for name in ("del", "moveFrom", "cellDel"))
_WRAPPERS = (
    *(_W + name for name in ("ins", "moveTo", "sdt", "sdtContent", "fldSimple", "smartTag")),
    *(_W + name for name in ("customXml", "hyperlink", "dir", "bdo")),
    *(_MC + name for name in ("AlternateContent", "Choice")),
)
_ABOUT = tuple(  # what a wrapper says of itself
    _W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")
)
IN_BOX = (  # what is in a text box, wherever that is, and in no table there
    "ancestor::*[self::w:tbl or self::w:txbxContent][1][self::w:txbxContent]"
)
_OUTSIDE = ("/header", "/footer", "/footnotes", "/endnotes")  # kinds of parts beside the letter


def settle(root: Any) -> set[Any]:
    """Take out what was deleted, and all wrappers; give the cells that had something deleted."""
    changed = set()
    for each in [*root.iter(*_DELETED)]:
        changed.update([*each.iterancestors(f"{_W}tc")][:1])
        if len(each):  # an empty one says that a row, a cell or the end of a paragraph is
            each.getparent().remove(each)
    for each in [*root.iter(f"{_MC}Fallback", *_ABOUT)]:
        each.getparent().remove(each)
    for each in [*root.iter(*_WRAPPERS)]:
        if len(each):
            parent = each.getparent()
            at = parent.index(each)
            parent[at : at + 1] = [*each]
    return changed


def is_deleted_row(row: Any) -> bool:
    return bool(row.xpath("./w:trPr/w:del"))


def runs_of(paragraph: Paragraph) -> Iterator[TextRun]:
    """The runs of a paragraph, without what is formatted as hidden."""
    for run in paragraph.runs:
        if run._r.rPr is None:
            yield TextRun(run.text)
        elif not run.font.hidden:
            raised = _is(run, "superscript") or _is(run, "subscript") or _is_lifted(run)
            yield TextRun(run.text, raised, _is(run, "strike") or _is(run, "double_strike"))


def has_white_text(paragraph: Paragraph) -> bool:
    """Whether a run that says something is white, and no colour is known to be behind it."""
    runs = (run for run in paragraph.runs if run._r.rPr is not None and run.text.strip())
    return any(not run.font.hidden and _is_white(run) and not _is_filled(run._r) for run in runs)


def _is_white(run: Run) -> bool:
    colours = run._r.xpath("./w:rPr/w:color/@w:val")
    return any(each.upper() == "FFFFFF" for each in colours)


def _is_filled(run: Any) -> bool:
    """Whether a run, its paragraph, its cell or the style of its table gives it a background."""
    if run.xpath("./w:rPr/w:highlight"):
        return True
    near = "./w:rPr/w:shd | ancestor::w:p[1]/w:pPr/w:shd | ancestor::w:tc[1]/w:tcPr/w:shd"
    fills = run.xpath(f"({near})/@w:fill")
    return any(each.upper() not in ("FFFFFF", "AUTO") for each in fills)


def visible_text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in runs_of(paragraph))


def _is(run: Run, look: str) -> bool:
    """Whether a run, or else its style, has a look."""
    value = getattr(run.font, look)
    style = run.style if run._r.style else None
    while value is None and style is not None:
        value, style = getattr(style.font, look), style.base_style
    return bool(value)


def _is_lifted(run: Run) -> bool:
    """Whether a run stands higher or lower than its line."""
    places = run._r.xpath("./w:rPr/w:position/@w:val")
    return any(place not in ("0", "0pt") for place in places)


def lines_in_boxes(document: Document) -> list[str]:
    """The paragraphs of text boxes, which are in none of the letter's own."""
    inside = document.element.body.xpath(f".//w:p[{IN_BOX}]")
    return _lines(inside, document)


def lines_of_parts(document: Document) -> dict[str, list[str]]:
    """The lines of the letter's page headers, footers and notes, by the kind of part."""
    from docx.oxml.parser import parse_xml

    found: dict[str, list[str]] = {}
    for relation in document.part.rels.values():
        kind = next((k for k in _OUTSIDE if relation.reltype.endswith(k)), "")
        if kind and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            settle(root)
            found.setdefault(kind, []).extend(_lines(root.iter(f"{_W}p"), document))
    return found


def _lines(paragraphs: Iterable[Any], document: Document) -> list[str]:
    from docx.text.paragraph import Paragraph

    texts = (visible_text(Paragraph(each, document._body)) for each in paragraphs)
    return [" ".join(text.split()) for text in texts if text.strip()]
