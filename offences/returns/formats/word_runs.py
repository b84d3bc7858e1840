"""What Word shows of a letter: its changes as if accepted, and how its runs look.

A wrapper is an element around runs, cells, rows or whole tables that are seen where it stands: an
insertion, a place where something was moved to, a content control, a simple field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from offences.returns.formats.rich_texts import TextRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from docx.parts.document import DocumentPart
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DELETED = tuple(_W + name for name in ("del", "moveFrom", "cellDel"))
_ADDED = (_W + "ins", _W + "moveTo")
_WRAPPERS = (
    *(_W + name for name in ("ins", "moveTo", "sdt", "sdtContent", "fldSimple", "smartTag")),
    *(_W + name for name in ("customXml", "hyperlink", "dir", "bdo")),
    *(_MC + name for name in ("AlternateContent", "Choice")),
    _M + "oMathPara",
)
_ABOUT = tuple(  # what a wrapper says of itself
    _W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")
)
IN_BOX = (  # what is in a text box, wherever that is, and in no table there
    "ancestor::*[self::w:tbl or self::w:txbxContent][1][self::w:txbxContent]"
)
_SYMBOLS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xBB: "≈", 0x2D: "-", 0x7E: "~"}
_WHITE, _BLACK = ("FFFFFF", "WHITE"), "000000"
_TINY = 4  # half points: smaller letters are no more than a line
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OUTSIDE = ("/header", "/footer", "/footnotes", "/endnotes")  # kinds of parts beside the letter


def settle(root: Any) -> tuple[set[Any], set[Any]]:
    """Take out what was deleted, and all wrappers; give the cells deleted from, and added to."""
    added = {cell for each in root.iter(*_ADDED) for cell in _cells_around(each)}
    changed = set()
    for each in [*root.iter(*_DELETED)]:
        changed |= {*[*each.iterancestors(f"{_W}tc")][:1]}
        if len(each):  # an empty one says that a row, a cell or the end of a paragraph is
            each.getparent().remove(each)
    for each in [*root.iter(f"{_MC}Fallback", *_ABOUT)]:
        each.getparent().remove(each)
    for each in [*root.iter(f"{_W}sym")]:
        _spell_out(each)
    for each in [*root.iter(f"{_M}oMath")]:
        _spell_out_formula(each)
    for each in [*root.iter(*_WRAPPERS)]:
        if len(each):
            parent = each.getparent()
            at = parent.index(each)
            parent[at : at + 1] = [*each]
    return changed, added


def _cells_around(addition: Any) -> Iterator[Any]:
    """The cell that has words added to it, or those of an added row."""
    if len(addition):
        yield from [*addition.iterancestors(f"{_W}tc")][:1]
    elif addition.getparent().tag == f"{_W}trPr":
        yield from addition.getparent().getparent().iter(f"{_W}tc")


def _spell_out(symbol: Any) -> None:
    """Put a letter in the place of a symbol: of the font of that name, or one for any other."""
    code = int(symbol.get(f"{_W}char", "0"), 16) & 0xFF
    is_plain = symbol.get(f"{_W}font") == "Symbol" and 0x20 <= code < 0x40
    text = symbol.makeelement(f"{_W}t")
    text.text = chr(code) if is_plain else _SYMBOLS.get(code, "□")
    symbol.getparent().replace(symbol, text)


def _spell_out_formula(formula: Any) -> None:
    """Put a run in the place of a formula: “<”, or letters that are no number for a fraction."""
    texts = ("".join(part.itertext()) for part in formula)
    is_line = all(part.tag == f"{_M}r" for part in formula)
    run = formula.makeelement(f"{_W}r")
    text = run.makeelement(f"{_W}t")
    text.text = ("" if is_line else "□").join(["", *texts, ""])
    run.append(text)
    formula.getparent().replace(formula, run)


def is_deleted_row(row: Any) -> bool:
    return bool(row.xpath("./w:trPr/w:del"))


def runs_of(paragraph: Paragraph) -> Iterator[TextRun]:
    """The runs of a paragraph, without what is formatted as hidden."""
    # Else all are as large.
    is_sized = bool(paragraph._p.xpath("./w:r/w:rPr/w:sz | ./w:r/w:rPr/w:rStyle"))
    for run in paragraph.runs:
        size = _size(run, paragraph) if is_sized else 0
        if run._r.rPr is None:
            yield TextRun(run.text, size=size)
        elif not run.font.hidden:
            raised = _is(run, "superscript") or _is(run, "subscript") or _is_lifted(run)
            struck = _is(run, "strike") or _is(run, "double_strike")
            yield TextRun(run.text, raised, struck, size)


def has_hidden_text(paragraph: Paragraph) -> bool:
    """Whether a run that says something is formatted as hidden: Word shows it to nobody."""
    runs = (run for run in paragraph.runs if run._r.rPr is not None and run.font.hidden)
    return any(run.text.strip() for run in runs)


def is_numbered(paragraph: Paragraph) -> bool:
    """Whether Word puts a number before a paragraph, by itself or by its style."""
    numbered = paragraph._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    style: Any = paragraph.style if not numbered else None
    while style is not None and not numbered:
        numbered = style.element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
        style = style.base_style
    return any(each != "0" for each in numbered[:1])


def has_unseen_text(paragraph: Paragraph) -> bool:
    """Whether a run that says something is too small or pale to be seen.

    White letters are where no colour is known to be behind them, and so is black on black.
    """
    runs = (run for run in paragraph.runs if run.text.strip() and not run.font.hidden)
    return any(_is_tiny(run) or _is_blended(run) for run in runs)


def _is_tiny(run: Run) -> bool:
    sizes = run._r.xpath("./w:rPr/w:sz/@w:val")
    return any(each.isdigit() and int(each) <= _TINY for each in sizes)


def _is_blended(run: Run) -> bool:
    """Whether a run has the colour of what is behind it."""
    colour = next((each.upper() for each in run._r.xpath("./w:rPr/w:color/@w:val")), "AUTO")
    if colour in _WHITE:
        return not _is_filled(run)
    is_number = re.fullmatch(r"\W*\d{1,3}(?:,?\d{3})*\W*", run.text) and not _YEAR.search(run.text)
    # A heading on black of which no colour is said is white.
    is_black = colour == _BLACK or bool(is_number) or bool(run._r.xpath("./w:rPr/w:highlight"))
    return is_black and colour in ("AUTO", _BLACK) and _BLACK in _fills(run._r)


def _fills(run: Any) -> set[str]:
    """The colours that a run, its paragraph or its cell has behind it."""
    near = "./w:rPr/w:shd | ancestor::w:p[1]/w:pPr/w:shd | ancestor::w:tc[1]/w:tcPr/w:shd"
    marked = run.xpath("./w:rPr/w:highlight/@w:val")
    fills = {each.upper() for each in run.xpath(f"({near})/@w:fill")}
    return fills | {_BLACK if each == "black" else each.upper() for each in marked}


def _is_filled(run: Run) -> bool:
    """Whether a run, its paragraph, its cell or the style of its table gives it a background."""
    return any(each not in (*_WHITE, "AUTO", "NONE") for each in _fills(run._r)) or _in_filled(run)


def _in_filled(run: Run) -> bool:
    """Whether the style of a run's table fills the first row or column that it is in."""
    tables, cells = run._r.xpath("ancestor::w:tbl[1]"), run._r.xpath("ancestor::w:tc[1]")
    names = tables[0].xpath("./w:tblPr/w:tblStyle/@w:val") if tables else []
    kinds = {"wholeTable"}
    if cells and not cells[0].xpath("../preceding-sibling::w:tr"):
        kinds.add("firstRow")
    if cells and not cells[0].xpath("preceding-sibling::w:tc"):
        kinds.add("firstCol")
    if cells and not cells[0].xpath("../following-sibling::w:tr"):
        kinds.add("lastRow")
    part: Any = run.part
    return any(kinds & _filled_parts(part.styles.element, name) for name in names)


def _filled_parts(styles: Any, name: str) -> set[str]:
    """The parts of a table that a style, or one that it is made from, fills with a colour."""
    found: set[str] = set()
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        own = [each for each in styles.iter(f"{_W}style") if each.get(f"{_W}styleId") == name]
        for style in own[:1]:
            for shade in style.iter(f"{_W}shd"):
                part = next(shade.iterancestors(f"{_W}tblStylePr"), None)
                if shade.get(f"{_W}fill", "auto").upper() not in (*_WHITE, "AUTO"):
                    found.add("wholeTable" if part is None else part.get(f"{_W}type", ""))
        bases = [each.get(f"{_W}val") for s in own[:1] for each in s.iter(f"{_W}basedOn")]
        name = bases[0] if bases else ""
    return found


def visible_text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in runs_of(paragraph))


def _is(run: Run, look: str) -> bool:
    """Whether a run, or else its style, has a look."""
    value = getattr(run.font, look)
    style = run.style if run._r.style else None
    while value is None and style is not None:
        value, style = getattr(style.font, look), style.base_style
    return bool(value)


def _size(run: Run, paragraph: Paragraph) -> float:
    """The size of a run’s letters in points; 0 where nothing says it."""
    sizes = run._r.xpath("./w:rPr/w:sz/@w:val")
    if sizes and sizes[0].isdigit():
        return int(sizes[0]) / 2
    document = cast("DocumentPart", paragraph.part).document
    named = paragraph._p.xpath("ancestor::w:tbl[1]/w:tblPr/w:tblStyle/@w:val")
    of_table = (each for each in document.styles if each.style_id in named)
    for style in (run.style if run._r.style else None, paragraph.style, next(of_table, None)):
        while style is not None:
            if style.font.size is not None:
                return float(style.font.size.pt)
            style = style.base_style
    usual = document.styles.element.xpath("./w:docDefaults//w:rPr/w:sz/@w:val")
    return int(usual[0]) / 2 if usual and usual[0].isdigit() else 0


def _is_lifted(run: Run) -> bool:
    """Whether a run stands higher or lower than its line."""
    places = run._r.xpath("./w:rPr/w:position/@w:val")
    return any(place not in ("0", "0pt") for place in places)


def lines_in_boxes(document: Document) -> list[str]:
    """The paragraphs of text boxes, which are in none of the letter's own."""
    inside = document.element.body.xpath(f".//w:p[{IN_BOX}]")
    return _lines(inside, document)


def lines_of_parts(document: Document) -> dict[str, list[list[str]]]:
    """The lines of the letter's page headers, footers and notes, by the kind of part.

    A row of a table in them is a line, with its cells as pieces.
    """
    from docx.oxml.parser import parse_xml

    found: dict[str, list[list[str]]] = {}
    for relation in document.part.rels.values():
        kind = next((k for k in _OUTSIDE if relation.reltype.endswith(k)), "")
        if kind and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            settle(root)
            found.setdefault(kind, []).extend(_lines_and_rows(root, document))
    return found


def _lines_and_rows(root: Any, document: Document) -> Iterator[list[str]]:
    for each in root.iter(f"{_W}p", f"{_W}tr"):
        if each.tag == f"{_W}tr":
            cells = (_lines(cell.iter(f"{_W}p"), document) for cell in each.iter(f"{_W}tc"))
            yield [" ".join(lines) for lines in cells if lines]
        elif not [*each.iterancestors(f"{_W}tc")]:
            yield from ([text] for text in _lines([each], document))


def _lines(paragraphs: Iterable[Any], document: Document) -> list[str]:
    from docx.text.paragraph import Paragraph

    texts = (visible_text(Paragraph(each, document._body)) for each in paragraphs)
    return [" ".join(text.split()) for text in texts if text.strip()]
