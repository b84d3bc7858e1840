"""A Word letter is read as Word shows it, whatever is around its runs, cells and rows."""

import io
import re
import zipfile

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt, RGBColor

from offences.returns import read_file
from offences.returns.formats.rich_texts import TextRun, read_runs
from offences.returns.result import ReadFile
from tests.imports.files import zip_of

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ROWS = [
    ["Offence", "2018/19", "2019/20"],
    ["Rape", "61", "66"],
    ["Grooming", "28", "31"],
    ["Incest", "4", "5"],
]
EVERY = {"R2C2": 61, "R2C3": 66, "R3C2": 28, "R3C3": 31, "R4C2": 4, "R4C3": 5}
_RUN = "<w:r><w:t>61</w:t></w:r>"


def letter_with(change=None, parts=None) -> bytes:
    """A letter with one table; `change` is given its XML as text and gives other XML."""
    letter = docx.Document()
    letter.add_paragraph("Offences with an online flag")
    table = letter.add_table(rows=len(ROWS), cols=3)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    letter.add_paragraph("Yours faithfully")
    out = io.BytesIO()
    letter.save(out)
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = files["word/document.xml"].decode()
    text = re.sub(r"\s+(?=<)|(?<=>)\s+", "", text)
    changed = change(text) if change else text
    assert changed != text or not change
    files["word/document.xml"] = changed.encode()
    return zip_of(files | (parts or {}))


def read(change) -> ReadFile:
    return read_file(letter_with(change), "a.docx")


def counts(found: ReadFile) -> dict[str | None, int | str | None]:
    seen = [each for table in found.tables for each in table.observations]
    return {each.cell: each.marker or each.value for each in seen}


def stops(found: ReadFile) -> dict[str | None, str]:
    return {each.cell: each.message for each in found.problems if each.stops}


def instead(old: str, new: str):
    return lambda text: text.replace(old, new, 1)


_WHITE = '<w:r><w:rPr><w:color w:val="FFFFFF"/>{}</w:rPr><w:t>61</w:t></w:r>'


@pytest.mark.parametrize("fill", ["", '<w:shd w:val="clear" w:fill="auto"/>'])
def test_a_count_in_white_letters_is_asked_about(fill):
    assert "nobody sees" in stops(read(instead(_RUN, _WHITE.format(fill))))["R2C2"]


@pytest.mark.parametrize(
    "looks",
    [
        '<w:shd w:val="clear" w:fill="000000"/>',
        '<w:highlight w:val="black"/>',
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:sz w:val="2"/>',
    ],
)
def test_a_count_that_is_blacked_out_or_tiny_is_asked_about(looks):
    hidden = _RUN.replace("<w:t>", f"<w:rPr>{looks}</w:rPr><w:t>")
    assert "nobody sees" in stops(read(instead(_RUN, hidden)))["R2C2"]


@pytest.mark.parametrize(
    "looks", ['<w:highlight w:val="yellow"/>', '<w:sz w:val="16"/>', '<w:color w:val="FF0000"/>']
)
def test_a_count_in_other_letters_is_none_to_ask_about(looks):
    seen = _RUN.replace("<w:t>", f"<w:rPr>{looks}</w:rPr><w:t>")
    assert not stops(read(instead(_RUN, seen)))


@pytest.mark.parametrize(
    ("style", "asked"), [("Medium Shading 1 Accent 1", False), ("Table Grid", True), (None, True)]
)
def test_white_headings_are_asked_about_unless_the_style_of_their_table_fills_them(style, asked):
    document = docx.Document()
    table = document.add_table(2, 2, style=style)
    for at, text in enumerate(("Offence", "2018/19", "Rape", "61")):
        run = table.cell(*divmod(at, 2)).paragraphs[0].add_run(text)
        run.font.color.rgb = RGBColor(255, 255, 255) if at < 2 else None
    assert bool(stops(_read_document(document))) is asked


@pytest.mark.parametrize(
    ("colour", "asked"), [(WD_COLOR_INDEX.BLACK, True), (WD_COLOR_INDEX.YELLOW, False)]
)
def test_a_label_that_is_blacked_out_is_asked_about(colour, asked):
    document = docx.Document()
    table = document.add_table(2, 2, style="Table Grid")
    for at, text in enumerate(("Offence", "2018/19", "Rape", "61")):
        table.cell(*divmod(at, 2)).paragraphs[0].add_run(text)
    table.cell(1, 0).paragraphs[0].runs[0].font.highlight_color = colour
    assert bool(stops(_read_document(document))) is asked


@pytest.mark.parametrize("white", [True, False])
def test_a_white_line_of_a_letter_is_asked_about(white):
    document = docx.Document()
    run = document.add_paragraph().add_run("Recorded offences")
    run.font.color.rgb = RGBColor(255, 255, 255) if white else None
    assert ("nobody sees" in "".join(stops(_read_document(document)).values())) is white


@pytest.mark.parametrize(
    ("font", "code", "value"), [("Symbol", "F03C", "suppressed"), ("Symbol", "F020", 61)]
)
def test_a_symbol_is_read_as_the_letter_that_it_shows(font, code, value):
    symbol = f'<w:sym w:font="{font}" w:char="{code}"/>'
    found = counts(read(instead(_RUN, _RUN.replace("<w:t>", f"{symbol}<w:t>"))))
    assert found["R2C2"] == value


def test_a_symbol_that_is_not_known_makes_a_count_unreadable():
    symbol = '<w:sym w:font="Wingdings" w:char="F0FC"/>'
    found = read(instead(_RUN, _RUN.replace("</w:r>", f"{symbol}</w:r>")))
    assert any("neither a count nor a known marker" in each.message for each in found.problems)


def test_words_that_describe_a_table_for_who_cannot_see_it_are_read():
    about = '<w:tblCaption w:val="Adult victims only"/></w:tblPr>'
    found = read(instead("</w:tblPr>", about))
    assert any("Adult victims only" in each.message for each in found.problems)


def _read_document(document) -> ReadFile:
    out = io.BytesIO()
    document.save(out)
    return read_file(out.getvalue(), "a.docx")


def test_a_count_in_white_letters_on_a_colour_is_none_to_ask_about():
    fill = '<w:shd w:val="clear" w:fill="203864"/>'
    assert not stops(read(instead(_RUN, _WHITE.format(fill))))

    def fill_cell(text: str) -> str:
        before, _, after = text.partition(_RUN)
        start, tag, end = before.rpartition("</w:tcPr>")
        return f"{start}{fill}{tag}{end}{_WHITE.format('')}{after}"

    assert not stops(read(fill_cell))


ADDITIONS = [
    '<w:ins w:id="1" w:author="x">{}</w:ins>',
    '<w:moveTo w:id="1" w:author="x">{}</w:moveTo>',
    "<w:sdt><w:sdtContent><w:ins>{}</w:ins></w:sdtContent></w:sdt>",
]
WRAPPERS = {
    "a control": "<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "a field": '<w:fldSimple w:instr="=SUM(ABOVE)">{}</w:fldSimple>',
    "a smart tag": '<w:smartTag w:element="n">{}</w:smartTag>',
}


@pytest.mark.parametrize("around", ADDITIONS)
def test_a_count_that_was_added_with_tracked_changes_is_read_and_asked_about(around):
    found = read(instead(_RUN, around.format(_RUN)))
    assert counts(found) == EVERY
    assert stops(found) == {
        "R2C2": "“61” was added here with tracked changes, and was read. Is that right?"
    }


def test_a_row_that_was_added_with_tracked_changes_is_read_and_asked_about():
    def insert(text: str) -> str:
        first = text.rindex("<w:tr>", 0, text.index("<w:t>Grooming"))
        return f"{text[:first]}<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>{text[first + 6 :]}"

    found = read(insert)
    assert counts(found) == EVERY
    assert {place[:2] for place in stops(found)} == {"R3"}


@pytest.mark.parametrize("what", WRAPPERS)
def test_a_count_is_read_whatever_is_around_its_run(what):
    found = read(instead(_RUN, WRAPPERS[what].format(_RUN)))
    assert (counts(found), stops(found)) == (EVERY, {})


@pytest.mark.parametrize("tag", ["tr", "tc", "tbl"])
def test_a_row_a_cell_and_a_table_in_a_content_control_are_read(tag):
    def wrap(text: str) -> str:
        last = text.index(f"</w:{tag}>", text.index("<w:t>28")) + len(f"</w:{tag}>")
        first = max(text.rfind(f"<w:{tag}{end}", 0, text.index("<w:t>28")) for end in "> ")
        inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{text[first:last]}</w:sdtContent></w:sdt>"
        return text[:first] + inner + text[last:]

    found = read(wrap)
    assert (counts(found), stops(found)) == (EVERY, {})


def test_a_count_that_replaced_a_deleted_one_is_asked_about():
    deleted = "<w:del><w:r><w:delText>58</w:delText></w:r></w:del>"
    found = read(instead(_RUN, f"{deleted}<w:ins>{_RUN}</w:ins>"))
    assert counts(found) == EVERY
    why = "Tracked changes deleted something here, and “61” was read. Is that right?"
    assert stops(found) == {"R2C2": why}


def test_a_row_that_was_deleted_is_not_read_and_is_asked_about():
    def delete(text: str) -> str:
        first = text.rindex("<w:tr>", 0, text.index("<w:t>Grooming"))
        return f"{text[:first]}<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{text[first + 6 :]}"

    found = read(delete)
    assert counts(found) == {at: n for at, n in EVERY.items() if not at.startswith("R3")}
    assert stops(found)["R3C1"].startswith("This row was deleted with tracked changes")
    assert found.held_back == ("Hidden row: table 1!3.",)


def test_a_table_inserted_as_a_whole_and_a_deleted_end_of_a_paragraph_change_nothing():
    def insert(text: str) -> str:
        return text.replace("<w:tr>", "<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>").replace(
            "</w:pPr>", "<w:rPr><w:del w:id='2'/></w:rPr></w:pPr>"
        )

    found = read(insert)
    assert (counts(found), stops(found)) == (EVERY, {})


_DELETION = "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
_STROKE = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("run", "why"),
    [
        (_WHITE.format(""), "“61” is in letters that nobody sees"),
        (_STROKE.format(61), "“61” is struck out."),
        (f"{_RUN}{_STROKE.format(9)}", "A part of this cell is struck out"),
        (f"{_DELETION}{_RUN}", "Tracked changes deleted something here"),
    ],
)
@pytest.mark.parametrize("form", ["all", "counts", "one"])
def test_what_else_is_odd_of_an_added_count_is_asked_as_of_any_other(run, why, form):
    def insert(text: str) -> str:
        if form == "all":
            text = text.replace("<w:tr>", "<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>")
        elif form == "counts":
            text = re.sub(r"<w:r><w:t>\d+</w:t></w:r>", r"<w:ins w:id='1'>\g<0></w:ins>", text)
        else:
            text = text.replace(_RUN, f"<w:ins>{_RUN}</w:ins>")
        return text.replace(_RUN, run)

    (asked,) = stops(read(insert)).values()
    assert asked.startswith(why)


def test_an_empty_form_that_was_filled_in_with_tracked_changes_asks_nothing():
    def fill(text: str) -> str:
        return re.sub(r"<w:r><w:t>\d+</w:t></w:r>", r"<w:ins w:id='1'>\g<0></w:ins>", text)

    found = read(fill)
    assert (counts(found), stops(found)) == (EVERY, {})
    # A row of counts that was there before makes the others doubtful.
    assert stops(read(lambda text: fill(text).replace("<w:ins w:id='1'>", "", 1).replace(
        "</w:ins>", "", 1)))  # fmt: skip


_INNER = f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * 2}</w:tblGrid>{{}}</w:tbl>"


_LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>'


@pytest.mark.parametrize(
    ("number", "text", "is_asked"),
    [
        (1, "", True),
        (1, _RUN, True),
        (0, _RUN, False),
        (1, "<w:r><w:t>61 girls</w:t></w:r>", False),
    ],
)
def test_a_number_that_word_puts_into_a_cell_by_itself_is_asked_about(number, text, is_asked):
    found = read(instead(f"<w:p>{_RUN}", f"<w:p>{_LIST.format(number)}{text}"))
    asked = [each for each in stops(found).values() if each.startswith("Word puts a number")]
    assert bool(asked) == is_asked


def _row(*texts: str) -> str:
    cells = (f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts)
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_a_table_of_one_cell_is_a_frame_around_its_count():
    found = read(instead(f"<w:p>{_RUN}</w:p>", _INNER.format(_row("61")) + "<w:p/>"))
    assert (counts(found), stops(found)) == (EVERY, {})


def test_a_table_within_a_cell_is_read_by_itself_and_its_cell_is_asked_about():
    inner = _INNER.format(_row("Sex", "2018/19") + _row("Girls", "50") + _row("Boys", "11"))
    found = read(instead(f"<w:p>{_RUN}</w:p>", f"{inner}<w:p/>"))
    assert [(each.sheet, len(each.observations)) for each in found.tables] == [
        ("table 1", 6), ("table 2", 2)
    ]  # fmt: skip
    assert stops(found)["R2C2"].startswith("A table is within this cell, and was read by itself.")


RAISED = {
    "raised": '<w:vertAlign w:val="superscript"/>',
    "lowered": '<w:vertAlign w:val="subscript"/>',
    "lifted": '<w:position w:val="6"/>',
    "small": '<w:sz w:val="12"/>',
}


def _with_run(looks: str, text: str):
    return instead(_RUN, f"{_RUN}<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>")


@pytest.mark.parametrize("how", RAISED)
def test_a_raised_figure_behind_a_count_is_the_mark_of_a_note(how):
    found = read(_with_run(RAISED[how], "1"))
    assert (counts(found), [*stops(found)]) == (EVERY, ["R2C2"])
    assert "has a mark that no note explains" in stops(found)["R2C2"]


def test_a_raised_ordinal_and_a_raised_figure_within_a_line_are_no_marks():
    assert (counts(read(_with_run(RAISED["raised"], "st")))) == EVERY
    runs = [TextRun("Figures"), TextRun("2", is_raised=True), TextRun(" are counts\n31")]
    assert read_runs([*runs, TextRun("a", is_raised=True)])[0] == "Figures are counts\n31(a)"


@pytest.mark.parametrize(
    "looks", ['<w:vertAlign w:val="baseline"/>', "<w:b/>", '<w:sz w:val="22"/>']
)
def test_a_digit_of_another_look_is_a_digit(looks):
    assert counts(read(_with_run(looks, "1")))["R2C2"] == 611


def test_a_count_that_is_all_raised_is_read():
    looks = f"<w:rPr>{RAISED['raised']}</w:rPr>"
    assert counts(read(instead(_RUN, _RUN.replace("<w:t>", f"{looks}<w:t>")))) == EVERY


def test_a_figure_that_a_style_raises_is_no_digit():
    def add_style(files: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(files)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        style = (
            '<w:style w:type="character" w:styleId="Mark"><w:name w:val="Mark"/><w:rPr>'
            f"{RAISED['raised']}</w:rPr></w:style></w:styles>"
        )
        styles = parts["word/styles.xml"].replace(b"</w:styles>", style.encode())
        return zip_of(parts | {"word/styles.xml": styles})

    data = add_style(letter_with(_with_run('<w:rStyle w:val="Mark"/>', "1")))
    assert counts(read_file(data, "a.docx")) == EVERY


@pytest.mark.parametrize("look", ["strike", "dstrike"])
def test_a_count_that_is_struck_out_is_asked_about(look):
    found = read(instead(_RUN, _RUN.replace("<w:t>", f"<w:rPr><w:{look}/></w:rPr><w:t>")))
    assert stops(found) == {"R2C2": "“61” is struck out. Does it still count?"}
    found = read(_with_run(f"<w:{look}/>", "58"))
    assert counts(found) == EVERY
    assert stops(found) == {
        "R2C2": "A part of this cell is struck out, and “61” was read. Is that right?"
    }


def test_a_comment_on_a_count_is_asked_about_at_its_cell():
    found = read(instead(_RUN, f'{_RUN}<w:r><w:commentReference w:id="0"/></w:r>'))
    assert [*stops(found)] == ["R2C2"]


@pytest.mark.parametrize(
    ("run", "asked"),
    [
        ('<w:r><w:commentReference w:id="0"/></w:r>', "have a comment"),
        ('<w:del w:id="1"><w:r><w:delText>to June only</w:delText></w:r></w:del>', "deleted"),
        ('<w:ins w:id="1"><w:r><w:t xml:space="preserve"> and online</w:t></w:r></w:ins>', ""),
    ],
)
def test_a_comment_and_deleted_words_in_a_paragraph_are_asked_about_once(run, asked):
    own = "<w:r><w:t>Yours faithfully</w:t></w:r>"
    found = read(instead(own, f"{own}{run}{run}"))
    assert [asked in each for each in stops(found).values()] == [True] * bool(asked)


_NOTE = "2019/20 figures are April to December only"
_BOX = (
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    "</w:pict></w:r></w:p>"
)


def _is_asked_of_note(found: ReadFile) -> bool:
    return any("2019/20" in each.message and each.stops for each in found.problems) or any(
        o.months for table in found.tables for o in table.observations
    )


def test_a_text_box_is_read_like_a_line_below_the_table():
    found = read(instead("<w:tbl>", f"{_BOX.format(_NOTE)}<w:tbl>"))
    assert _is_asked_of_note(found)
    assert not _is_asked_of_note(read(None))


def test_a_text_box_within_a_cell_and_a_table_within_a_text_box_are_read():
    found = read(instead("</w:tc>", f"{_BOX.format(_NOTE)}</w:tc>"))
    assert _is_asked_of_note(found)
    inner = _INNER.format(_row("Sex", "2018/19") + _row("Girls", "50") + _row("Boys", "11"))
    box = _BOX.replace("<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbx", f"{inner}<w:p/></w:txbx")
    found = read(instead("<w:tbl>", f"{box}<w:tbl>"))
    assert [(each.sheet, len(each.observations)) for each in found.tables] == [
        ("table 1", 6), ("table 2", 2)
    ]  # fmt: skip


def test_a_line_below_the_last_table_is_read_like_one_above():
    assert _is_asked_of_note(read(instead("Yours faithfully", _NOTE)))


def _letter_and(part: str, text: str) -> bytes:
    """A letter with a page header, a footer, or a note at the end of the page."""
    letter = docx.Document(io.BytesIO(letter_with()))
    section = letter.sections[0]
    if part == "notes":
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        note = f"<w:footnote><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
        xml = f"<w:footnotes {_NAMES}>{note}</w:footnotes>".encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        own = Part(PackURI("/word/footnotes.xml"), kind, xml, letter.part.package)
        letter.part.relate_to(own, RELATIONSHIP_TYPE.FOOTNOTES)
    else:
        getattr(section, part).paragraphs[0].text = text
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


@pytest.mark.parametrize("part", ["header", "footer", "first_page_header", "notes"])
def test_page_headers_footers_and_notes_are_read_like_lines_below_the_table(part):
    assert _is_asked_of_note(read_file(_letter_and(part, _NOTE), "a.docx"))


@pytest.mark.parametrize(
    "text",
    ["OFFICIAL - SENSITIVE", "Page 1 of 2", "Northshire Police, Freedom of Information Unit",
     "FOI request 1234/20", "Tel. 01632 960001, foi@northshire.example"],
)  # fmt: skip
def test_what_heads_any_letter_asks_nothing(text):
    for part in ("header", "footer"):
        found = read_file(_letter_and(part, text), "a.docx")
        assert (counts(found), stops(found), found.problems) == (EVERY, {}, ())


@pytest.mark.parametrize("part", ["header", "footer"])
@pytest.mark.parametrize(
    ("row", "is_asked"),
    [
        (["Total", "68"], True),
        (["Sex not stated", "5"], True),
        (["FOI reference", "1234/20"], False),
        (["Northshire Police", "Page 1 of 2"], False),
        (["OFFICIAL", "12 May 2021"], False),
        (["Est.", "1857"], False),
        (["Tarnshire Constabulary", "Here since 1857", "OFFICIAL"], False),
        (["Issue", "6"], False),
        (["Case", "7731"], False),
        (["Disclosure log", "212"], False),
        (["Switchboard", "101"], False),
        (["Working days", "20"], False),
        (["Grooming", "68"], True),
        (["Girls", "5"], True),
    ],
)
def test_the_counts_of_a_table_in_a_page_header_or_footer_are_asked_about(part, row, is_asked):
    letter = docx.Document(io.BytesIO(letter_with()))
    table = getattr(letter.sections[0], part).add_table(1, len(row), Pt(200))
    for cell, text in zip(table.rows[0].cells, row, strict=True):
        cell.text = text
    letter.save(out := io.BytesIO())
    found = read_file(out.getvalue(), "a.docx")
    why = [each for each in found.problems if "looks like a row of a table" in each.message]
    assert (counts(found), bool(why)) == (EVERY, is_asked)
    assert is_asked or not stops(found)


def test_a_part_of_a_letter_that_is_another_document_stops_it():
    found = read(instead("<w:tbl>", "<w:altChunk/><w:tbl>"))
    assert stops(found)[None].startswith("A part of this letter is stored as another document")


@pytest.mark.parametrize(
    ("old", "named"),
    [
        (_RUN, "table 1!R2C2"),
        ("<w:r><w:t>Grooming</w:t></w:r>", "table 1!R3C1"),
        ("<w:r><w:t>Offences with an online flag</w:t></w:r>", "table 1!words above it"),
        ("<w:r><w:t>Yours faithfully</w:t></w:r>", "table 1!words below it"),
    ],
)
def test_words_that_are_formatted_as_hidden_are_named_as_hidden_and_not_read(old, named):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>35</w:t></w:r>"
    found = read(instead(old, f"{hidden}{old}"))
    assert list(found.hidden) == [named]
    assert counts(found) == EVERY
    assert found.held_back


def test_an_empty_hidden_run_and_a_word_in_bold_hide_nothing():
    empty = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> </w:t></w:r>{_RUN}"
    assert not read(instead(_RUN, empty)).hidden
    assert not read(instead("<w:r><w:t>Rape", "<w:r><w:rPr><w:b/></w:rPr><w:t>Rape")).hidden
