"""The records of an ods file."""

import zipfile

from offences.returns.formats.workbook_records import NO_VALUE, SheetRecords, parse_xml


def ods_records(archive: zipfile.ZipFile) -> dict[str, SheetRecords]:
    found: dict[str, SheetRecords] = {}
    records = SheetRecords()
    row = column = repeated = 0
    depth = 0  # a table inside a cell is none of ours

    def start(name: str, of: dict[str, str]) -> None:
        nonlocal records, row, column, repeated, depth
        match name:
            case "table:table":
                depth += 1
                if depth == 1:
                    records = found[of.get("table:name", "")] = SheetRecords()
                    row, repeated, column = 0, 1, 0
            case "table:table-column" if depth == 1:
                width = int(of.get("table:number-columns-repeated", 1))
                if of.get("table:visibility", "visible") != "visible":
                    last = min(column + width, 16_384)
                    records.hidden_columns.update(range(column + 1, last + 1))
                column += width
            case "table:table-row" if depth == 1:
                row += repeated if row else 1
                column = 0
                repeated = int(of.get("table:number-rows-repeated", 1))
                if of.get("table:visibility", "visible") != "visible":
                    last = min(row + repeated, 200_000)
                    records.hidden_rows.update(range(row, last))
            case "table:table-cell" | "table:covered-table-cell" if depth == 1:
                width = int(of.get("table:number-columns-repeated", 1))
                if of.get("calcext:value-type") == "error":
                    records.faults[row, column + 1] = "holds an error"
                elif "table:formula" in of and "office:value-type" not in of:
                    records.faults[row, column + 1] = NO_VALUE
                if "office:value-type" in of and repeated:
                    for at in {row, row + repeated - 1}:
                        records.rows[at] += 1
                    for at in {column + 1, column + width}:
                        records.columns[at] += 1
                wide = int(of.get("table:number-columns-spanned", 1))
                high = int(of.get("table:number-rows-spanned", 1))
                if wide > 1 or high > 1:
                    records.merged.append((row, column + 1, row + high - 1, column + wide))
                column += width

    def end(name: str) -> None:
        nonlocal depth
        if name == "table:table":
            depth -= 1

    with archive.open("content.xml") as stream:
        parse_xml(stream, start, end, lambda _: None)
    return found
