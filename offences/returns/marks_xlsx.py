"""The records of an xlsx file."""

import zipfile

from offences.returns.marks import NO_VALUE, Marks, parse


def place(reference: str) -> tuple[int, int]:
    """“C7” → (7, 3)."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]), column


def marks_of_xlsx(archive: zipfile.ZipFile, part: str, raised: dict[str, str]) -> Marks:
    marks = Marks()
    row = column = 0
    kind = ""
    formula = False
    value: list[str] | None = None
    inside = False
    inline: _Text | None = None

    def start(name: str, of: dict[str, str]) -> None:
        nonlocal row, column, kind, formula, value, inside, inline
        if inline is not None:
            inline.start(name.rpartition(":")[2], of)
            return
        match name.rpartition(":")[2]:
            case "row":
                row, column = int(of.get("r", row + 1)), 0
                if of.get("hidden") in ("1", "true") or of.get("ht") in ("0", "0.0"):
                    marks.hidden_rows.add(row)
            case "c":
                reference = of.get("r")
                column = place(reference)[1] if reference else column + 1
                kind, formula, value = of.get("t", "n"), False, None
            case "is":
                inline = _Text()
            case "f":
                formula = True
            case "v":
                value, inside = [], True
            case "col" if of.get("hidden") in ("1", "true") or of.get("width") in ("0", "0.0"):
                last = min(int(of["max"]), 16_384)
                marks.hidden_columns.update(range(int(of["min"]), last + 1))

    def text(data: str) -> None:
        if inline is not None:
            inline.text(data)
        elif inside and value is not None and len(value) < 10:
            value.append(data[:100])

    def end(name: str) -> None:
        nonlocal inside, inline
        if inline is not None:
            inline.end(name.rpartition(":")[2])
        match name.rpartition(":")[2]:
            case "is" if inline is not None:
                if inline.unmarked:
                    marks.unmarked[row, column] = inline.unmarked
                inline = None
            case "v":
                inside = False
            case "c" if kind == "s" and "".join(value or []) in raised:
                marks.unmarked[row, column] = raised["".join(value or [])]
            case "c" if kind == "e":
                said = "".join(value or []) or "an error"
                marks.faults[row, column] = f"holds the error {said}"
            case "c" if formula and kind != "str" and not "".join(value or []):
                marks.faults[row, column] = NO_VALUE
            case "c" if formula and value is None:
                marks.faults[row, column] = NO_VALUE

    with archive.open(part) as stream:
        parse(stream, start, end, text)
    return marks


class _Text:
    """One text with its runs: what it says without those that are raised."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.raised = self.any_raised = self.inside = False

    def start(self, tag: str, of: dict[str, str]) -> None:
        match tag:
            case "r":
                self.raised = False
            case "vertAlign":
                self.raised = of.get("val") == "superscript"
                self.any_raised = self.any_raised or self.raised
            case "t":
                self.inside = True

    def text(self, data: str) -> None:
        if self.inside and not self.raised:
            self.said.append(data)

    def end(self, tag: str) -> None:
        if tag == "t":
            self.inside = False

    @property
    def unmarked(self) -> str:
        """Empty where nothing is raised, or everything."""
        return "".join(self.said).strip() if self.any_raised else ""


def raised_texts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The shared texts in which a part is raised, by their index: without that part."""
    name = "xl/sharedStrings.xml"
    if name not in archive.namelist() or b"superscript" not in archive.read(name):
        return {}
    found: dict[str, str] = {}
    index = -1
    now = _Text()

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal index, now
        tag = tag.rpartition(":")[2]
        if tag == "si":
            index, now = index + 1, _Text()
        now.start(tag, of)

    def end(tag: str) -> None:
        tag = tag.rpartition(":")[2]
        now.end(tag)
        if tag == "si" and now.unmarked:
            found[str(index)] = now.unmarked

    with archive.open(name) as stream:
        parse(stream, start, end, lambda data: now.text(data))
    return found


def parts_of_xlsx(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet → the part that holds it."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, of: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship" and "Id" in of:
            targets[of["Id"]] = of.get("Target", "")

    def sheet(name: str, of: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            key = next((v for k, v in of.items() if k.rpartition(":")[2] == "id"), "")
            sheets[of.get("name", "")] = key

    def nothing(*_: object) -> None: ...

    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        parse(stream, relation, nothing, nothing)
    with archive.open("xl/workbook.xml") as stream:
        parse(stream, sheet, nothing, nothing)
    names = set(archive.namelist())
    found = {}
    for name, key in sheets.items():
        target = targets.get(key, "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in names:
            found[name] = part
    return found
