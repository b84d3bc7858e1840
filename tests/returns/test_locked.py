"""Files that are locked with a password."""

import hashlib
import io

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from offences import returns
from offences.returns import read_file
from offences.returns.formats.file_kinds import CANNOT_UNLOCK, LOCKED, WRONG_PASSWORD
from offences.returns.result import to_json
from tests.imports.files import ods_of, xls_of, xlsx_of, zip_of
from tests.returns.grids import Rows
from tests.returns.test_broken import parts_of
from tests.returns.test_pages import lines

pytestmark = pytest.mark.usefixtures("read_here")

ROWS: Rows = [["Offence", "2017/18", "2018/19"], ["Rape", 1, 2], ["Grooming", 3, 4]]
WORD = "correct horse"
NUMBER = b"0123456789abcdef"  # of the file


def locked(data: bytes) -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(WORD, out)
    return out.getvalue()


def letter() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked_pdf(plain: bytes) -> bytes:
    """A page locked as PDF 1.4 does it (ISO 32000, 7.6.3), with a key of 40 bits."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    word = (WORD.encode() + pad)[:32]
    owner = rc4(hashlib.md5(word).digest()[:5], word)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(word + owner + rights + NUMBER).digest()[:5]
    start = plain.index(b"stream\n") + 7
    end = plain.index(b"\nendstream")
    own = hashlib.md5(key + (4).to_bytes(3, "little") + (0).to_bytes(2, "little")).digest()[:10]
    secret = plain[:start] + rc4(own, plain[start:end]) + plain[end:]
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
        % tuple(part.hex().encode() for part in (owner, rc4(key, pad), NUMBER, NUMBER))
    )  # fmt: skip
    return secret.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)


FILES = {
    "a.xlsx": locked(xlsx_of({"Data": ROWS})),
    "a.docx": locked(letter()),
    "a.pdf": locked_pdf(
        lines(
            (100, "Offence", "2017/18", "2018/19"), (120, "Rape", "1", "2"),
            (140, "Grooming", "3", "4"),
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_opened_with_its_password(name):
    (table,) = read_file(FILES[name], name, WORD).tables
    assert [o.value for o in table.observations] == [1, 2, 3, 4]


@pytest.mark.parametrize("name", FILES)
def test_without_its_password_a_file_says_that_it_is_locked(name):
    read = read_file(FILES[name], name)
    assert (read.tables, [p.message for p in read.problems]) == ((), [LOCKED])


@pytest.mark.parametrize("name", FILES)
def test_a_wrong_password_is_told_and_not_repeated(name):
    read = read_file(FILES[name], name, "hunter2")
    assert (read.tables, [p.message for p in read.problems]) == ((), [WRONG_PASSWORD])
    assert "hunter2" not in to_json(read)


@pytest.mark.parametrize(
    ("data", "name"), [(xlsx_of({"Data": ROWS}), "a.xlsx"), (xls_of({"Data": ROWS}), "a.xls")]
)
def test_a_password_for_a_file_that_has_none_does_no_harm(data, name):
    assert len(read_file(data, name, WORD).tables) == 1


@pytest.mark.parametrize(("word", "said"), [("", LOCKED), (WORD, CANNOT_UNLOCK)])
def test_a_locked_opendocument_file_says_that_it_cannot_be_opened(word, said):
    parts = parts_of(ods_of({"Data": ROWS}))
    entry = b"<manifest:file-entry"
    locked_entry = b"<manifest:encryption-data/>" + entry
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(entry, locked_entry, 1)
    parts["content.xml"] = b"\x8f" * 99
    (problem,) = read_file(zip_of(parts), "a.ods", word).problems
    assert problem.message == said


def test_no_other_program_sees_the_password(monkeypatch):
    asked = []

    def run(*args, **more):
        asked.append(args)
        return b"{}"

    monkeypatch.setattr(returns, "run_limited", run)
    read_file(b"", "a.xlsx", WORD)
    ((module, data),) = asked
    assert module == "offences.returns"
    assert WORD.encode() in data  # on stdin, and nowhere in the command
