"""Tables in PDF letters, ruled or not."""

from offences.returns import read_file

ROWS = [("Offence", "2017/18", "2018/19"), ("Rape", "1", "2"), ("Grooming", "3", "<5")]


def pdf_of(rows: list[tuple[str, ...]], *, ruled: bool, above: str = "") -> bytes:
    """One page with one table, written by hand."""
    said = ["BT /F 10 Tf 60 750 Td (%s) Tj ET" % above] if above else []  # noqa: UP031
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            said.append(f"BT /F 10 Tf {64 + 120 * c} {700 - 24 * r} Td ({text}) Tj ET")
    if ruled:
        bottom, right = 716 - 24 * len(rows), 60 + 120 * len(rows[0])
        for r in range(len(rows) + 1):
            said.append(f"60 {716 - 24 * r} m {right} {716 - 24 * r} l S")
        for c in range(len(rows[0]) + 1):
            said.append(f"{60 + 120 * c} 716 m {60 + 120 * c} {bottom} l S")
    content = "\n".join(said).encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def test_a_ruled_table_is_read_with_its_place_on_the_page():
    (table,) = read_file(pdf_of(ROWS, ruled=True), "a.pdf")["tables"]
    assert (table["sheet"], table["range"]) == ("page 1 table 1", "R1C1:R3C3")
    values = {o["cell"]: (o["year"], o["value"], o["high"]) for o in table["observations"]}
    assert values["R2C2"] == ("2017/18", 1, None)
    assert values["R3C3"] == ("2018/19", None, 4)


def test_words_in_columns_are_a_table_without_lines():
    (table,) = read_file(pdf_of(ROWS, ruled=False), "a.pdf")["tables"]
    assert [o["value"] for o in table["observations"]] == [1, 2, 3, None]


def test_a_year_above_the_table_belongs_to_it():
    rows = [("Offence", "Male", "Female"), ("Rape", "1", "2")]
    data = pdf_of(rows, ruled=True, above="Offences recorded in 2018/19")
    (table,) = read_file(data, "a.pdf")["tables"]
    assert {o["year"] for o in table["observations"]} == {"2018/19"}
