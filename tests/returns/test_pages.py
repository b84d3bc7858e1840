"""Tables in PDF letters, ruled or not."""

import pytest

from offences.returns import read_file

pytestmark = pytest.mark.usefixtures("read_here")

ROWS = [("Offence", "2017/18", "2018/19"), ("Rape", "1", "2"), ("Grooming", "3", "<5")]


type Words = list[tuple[float, float, str]]  # from the left, from the top, in points; and a text


def page_of(words: Words, strokes: list[str] | None = None) -> bytes:
    """One page, written by hand, in a typeface of ten points."""
    return pages_of([(words, strokes or [])])


def pages_of(pages: list[tuple[Words, list[str]]]) -> bytes:
    """Pages, each of words and strokes."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(pages))), len(pages)),
    ]
    for number, (words, strokes) in enumerate(pages):
        said = [f"BT /F 10 Tf {x} {842 - y} Td ({text}) Tj ET" for x, y, text in words]
        content = "\n".join([*said, *strokes]).encode()
        parts += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F %d 0 R >> >> >>" % (4 + 2 * number, 3 + 2 * len(pages)),
            b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
        ]
    parts.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def pdf_of(
    rows: list[tuple[str, ...]], *, ruled: bool, above: str = "", more: list[str] | None = None
) -> bytes:
    """One page with one table, and with more strokes."""
    words: Words = [(60, 92, above)] if above else []
    for r, row in enumerate(rows):
        words += [(64 + 120 * c, 142 + 24 * r, text) for c, text in enumerate(row)]
    strokes = [*(more or ())]
    if ruled:
        bottom, right = 716 - 24 * len(rows), 60 + 120 * len(rows[0])
        strokes += [f"60 {716 - 24 * r} m {right} {716 - 24 * r} l S" for r in range(len(rows) + 1)]
        strokes += [
            f"{60 + 120 * c} 716 m {60 + 120 * c} {bottom} l S" for c in range(len(rows[0]) + 1)
        ]
    return page_of(words, strokes)


def lines(*rows: tuple[float, str, str, str]) -> bytes:
    """A page without ruled lines: each line with its distance from the top, a label, figures."""
    return page_of(
        [
            (x, y, text)
            for y, *texts in rows
            for x, text in zip((60, 240, 320), texts, strict=True)
            if text
        ]
    )


def figures(data: bytes) -> dict[tuple[str, str | None], int | None]:
    """Offence and year → count; nothing is doubtful."""
    read = read_file(data, "a.pdf")
    assert not [p for p in read.problems if "belongs" in p.message]
    return {
        (o.labels.get("offence", ""), o.year): o.value
        for table in read.tables
        for o in table.observations
    }


HEAD = (100.0, "Offence", "2017/18", "2018/19")
LONG = "Sexual assault on a female child under 13"
RIGHT = {
    ("Rape", "2017/18"): 1, ("Rape", "2018/19"): 2,
    (LONG, "2017/18"): 3, (LONG, "2018/19"): 4,
    ("Incest", "2017/18"): 5, ("Incest", "2018/19"): 6,
}  # fmt: skip
HANGING = {
    "down from its figures": [
        (120, "Rape", "1", "2"), (140, "Sexual assault on a female", "3", "4"),
        (152, "child under 13", "", ""), (172, "Incest", "5", "6"),
    ],
    "up from its figures": [
        (120, "Rape", "1", "2"), (140, "Sexual assault on a female", "", ""),
        (152, "child under 13", "3", "4"), (172, "Incest", "5", "6"),
    ],
    "around its figures": [
        (120, "Rape", "1", "2"), (140, "Sexual assault on a female", "", ""),
        (146, "", "3", "4"), (152, "child under 13", "", ""), (172, "Incest", "5", "6"),
    ],
    "down, as close as rows": [
        (120, "Rape", "1", "2"), (132, "Sexual assault on a female", "3", "4"),
        (144, "child under 13", "", ""), (156, "Incest", "5", "6"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("how", HANGING)
def test_a_label_of_two_lines_belongs_to_its_own_figures(how):
    read = read_file(lines(HEAD, *HANGING[how]), "a.pdf")
    found = {
        (o.labels.get("offence", ""), o.year): o.value
        for table in read.tables
        for o in table.observations
    }
    assert found == RIGHT


def test_a_label_that_could_be_of_either_row_is_told():
    data = lines(
        HEAD, (112, "Rape", "1", "2"), (124, "Committed Abroad", "", ""), (136, "Incest", "5", "6")
    )
    told, asked = read_file(data, "a.pdf").problems
    assert told.sheet == asked.sheet == "page 1 table 1"
    assert "“Committed Abroad”" in told.message
    assert asked.message.endswith("Or does it head the rows below it?")


def test_a_marker_over_two_lines_is_one_marker():
    data = lines(
        HEAD, (120, "Rape", "Not", "2"), (132, "", "recorded", ""), (152, "Incest", "5", "6")
    )
    read = read_file(data, "a.pdf")
    (table,) = read.tables
    assert [o.marker for o in table.observations] == ["not_held", None, None, None]


def test_a_line_between_rows_stands_over_what_follows():
    data = lines(
        HEAD,
        (120, "Male victims", "", ""), (140, "Rape", "1", "2"), (160, "Incest", "3", "4"),
        (180, "Female victims", "", ""), (200, "Rape", "5", "6"), (220, "Incest", "7", "8"),
    )  # fmt: skip
    (table,) = read_file(data, "a.pdf").tables
    sexes = [o.labels["sex"] for o in table.observations]
    assert sexes == ["Male victims"] * 4 + ["Female victims"] * 4


def test_headings_over_several_lines_are_one_heading():
    data = lines(
        (100, "", "Rape of a", "Sexual"), (112, "Financial year", "child", "grooming"),
        (132, "2017/18", "1", "2"), (152, "2018/19", "3", "4"),
    )  # fmt: skip
    assert figures(data) == {
        ("Rape of a child", "2017/18"): 1, ("Sexual grooming", "2017/18"): 2,
        ("Rape of a child", "2018/19"): 3, ("Sexual grooming", "2018/19"): 4,
    }  # fmt: skip


def test_years_over_pairs_of_columns_stand_over_both():
    words: Words = [(255, 100, "2017/18"), (395, 100, "2018/19"), (60, 112, "Offence")]
    words += [
        (x, 112, text)
        for x, text in ((240, "Male"), (300, "Female"), (380, "Male"), (440, "Female"))
    ]
    for y, label in ((132, "Rape"), (152, "Incest")):
        words += [(60, y, label), *((x + 10, y, str(y + x)) for x in (240, 300, 380, 440))]
    (table,) = read_file(page_of(words), "a.pdf").tables
    first = table.observations[:4]
    assert [(o.year, o.labels["sex"]) for o in first] == [
        ("2017/18", "Male"), ("2017/18", "Female"), ("2018/19", "Male"), ("2018/19", "Female"),
    ]  # fmt: skip


def test_two_tables_on_a_page_are_two():
    data = lines(
        HEAD, (120, "Rape", "1", "2"), (140, "Incest", "3", "4"),
        (170, "Offence", "2015/16", "2016/17"), (190, "Rape", "5", "6"), (210, "Incest", "7", "8"),
    )  # fmt: skip
    read = read_file(data, "a.pdf")
    assert len(read.tables) == 2
    assert figures(data)["Incest", "2016/17"] == 8


def test_a_ruled_table_is_read_with_its_place_on_the_page():
    (table,) = read_file(pdf_of(ROWS, ruled=True), "a.pdf").tables
    assert (table.sheet, table.range) == ("page 1 table 1", "R1C1:R3C3")
    values = {o.cell: (o.year, o.value, o.high) for o in table.observations}
    assert values["R2C2"] == ("2017/18", 1, None)
    assert values["R3C3"] == ("2018/19", None, 4)


def test_words_in_columns_are_a_table_without_lines():
    (table,) = read_file(pdf_of(ROWS, ruled=False), "a.pdf").tables
    assert [o.value for o in table.observations] == [1, 2, 3, None]


def test_a_year_above_the_table_belongs_to_it():
    rows = [("Offence", "Male", "Female"), ("Rape", "1", "2")]
    data = pdf_of(rows, ruled=True, above="Offences recorded in 2018/19")
    (table,) = read_file(data, "a.pdf").tables
    assert {o.year for o in table.observations} == {"2018/19"}


def boxes(cells: list[tuple[float, float, float, float, str]]) -> tuple[Words, list[str]]:
    """Words in boxes of rules: left, top, width and height of each, and its text."""
    words: Words = [(x + 3, y + 14, text) for x, y, _, _, text in cells if text]
    return words, [f"{x} {842 - y - h} {w} {h} re S" for x, y, w, h, _ in cells]


def test_tall_headings_over_groups_of_columns_label_every_column():
    page = boxes([
        (40, 60, 80, 40, "Offence"), (120, 60, 120, 20, "2017/18"), (240, 60, 120, 20, "2018/19"),
        (360, 60, 60, 40, "Total"), (120, 80, 60, 20, "Girls"), (180, 80, 60, 20, "Boys"),
        (240, 80, 60, 20, "Girls"), (300, 80, 60, 20, "Boys"), (40, 100, 80, 20, "Stalking"),
        (120, 100, 60, 20, "1"), (180, 100, 60, 20, "2"), (240, 100, 60, 20, "3"),
        (300, 100, 60, 20, "4"), (360, 100, 60, 20, "10"), (40, 120, 80, 20, "Threats"),
        (120, 120, 60, 20, "5"), (180, 120, 60, 20, "6"), (240, 120, 60, 20, "7"),
        (300, 120, 60, 20, "8"), (360, 120, 60, 20, "26"),
    ])  # fmt: skip
    (table,) = read_file(pages_of([page]), "a.pdf").tables
    found = {each.value: (each.year, each.labels.get("sex")) for each in table.observations}
    assert found[2] == ("2017/18", "Boys")
    assert found[7] == ("2018/19", "Girls")
    assert found[10] == (None, None)


def test_lines_over_tables_side_by_side_each_label_their_own():
    words: Words = [(40, 50, "Threats"), (300, 50, "Stalking")]
    strokes: list[str] = []
    for left, first in ((40, 10), (300, 20)):
        rows = [("Sex", "2018/19"), ("Girls", str(first)), ("Boys", str(first + 1))]
        cells = [
            (left + 80 * c, 60 + 20 * r, 80, 20, text)
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        ]
        more = boxes(cells)
        words, strokes = words + more[0], strokes + more[1]
    read = read_file(page_of(words, strokes), "a.pdf")
    counted = {o.value: o.labels.get("offence") for t in read.tables for o in t.observations}
    assert counted == {10: "Threats", 11: "Threats", 20: "Stalking", 21: "Stalking"}


def test_letters_drawn_twice_are_read_once():
    (words, strokes) = boxes([
        (40, 60, 80, 20, "Offence"), (120, 60, 80, 20, "2018/19"), (40, 80, 80, 20, "Stalking"),
        (120, 80, 80, 20, "31"), (40, 100, 80, 20, "Threats"), (120, 100, 80, 20, "12"),
    ])  # fmt: skip
    found = figures(page_of(words + words, strokes))
    assert found == {("Stalking", "2018/19"): 31, ("Threats", "2018/19"): 12}


def test_a_page_that_lies_on_its_side_is_read_as_it_is_seen():
    upright = pdf_of(ROWS, ruled=True)
    turned = upright.replace(b"/MediaBox", b"/Rotate 90 /MediaBox")
    assert figures(turned) == figures(upright)


def test_years_over_three_columns_each_stand_over_all_three():
    words: Words = [(268, 100, "2017/18"), (418, 100, "2018/19"), (60, 120, "Offence")]
    places = (220, 270, 320, 370, 420, 470)
    words += [(x, 120, text) for x, text in zip(places, ["Kik", "Skype", "Zoom"] * 2, strict=True)]
    for y, label in ((140, "Rape"), (160, "Incest")):
        words += [(60, y, label), *((x, y, str(y + x)) for x in places)]
    (table,) = read_file(page_of(words), "a.pdf").tables
    first = [(o.year, o.labels["platform"]) for o in table.observations[:6]]
    assert first == [(y, p) for y in ("2017/18", "2018/19") for p in ("Kik", "Skype", "Zoom")]


def test_a_line_right_over_the_headings_is_no_part_of_them():
    words: Words = [(60, 100, "Stalking"), (60, 114, "Year")]
    words += [(200, 114, "Girls"), (260, 114, "Boys")]
    for y, year in ((134, "2017/18"), (154, "2018/19")):
        words += [(60, y, year), (200, y, str(y)), (260, y, str(y + 1))]
    (table,) = read_file(page_of(words), "a.pdf").tables
    assert {each.labels.get("offence") for each in table.observations} == {"Stalking"}
