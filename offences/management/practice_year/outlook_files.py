"""Outlook's files, made by code: a saved message (.msg), and a winmail.dat.

A .msg is a compound file: a file system of 512-byte sectors, small streams in one of 64-byte ones.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

type Tree = Mapping[str, bytes | Tree]

SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
TEXT, BINARY, NUMBER, TIME = 0x001F, 0x0102, 0x0003, 0x0040
STORAGE, STREAM, ROOT = 1, 2, 5


@dataclass
class _Entry:
    """One entry of the directory: a stream, a storage, or the root."""

    name: str
    kind: int
    data: bytes = b""
    child: int = NONE
    right: int = NONE
    start: int = END


@dataclass
class _CompoundFile:
    """A compound file as it is laid out."""

    entries: list[_Entry] = field(default_factory=list)

    def add(self, name: str, kind: int, tree: Tree) -> int:
        """Add a storage with all that is in it; its children stand in one row, each right."""
        at = len(self.entries)
        self.entries.append(_Entry(name, kind))
        before = NONE
        for each in sorted(tree, key=lambda one: (len(one), one.upper()), reverse=True):
            content = tree[each]
            if isinstance(content, bytes):
                made = len(self.entries)
                self.entries.append(_Entry(each, STREAM, content))
            else:
                made = self.add(each, STORAGE, content)
            self.entries[made].right, before = before, made
        self.entries[at].child = before
        return at

    def data(self) -> bytes:
        small, small_table = b"", list[int]()
        for entry in self.entries:
            if entry.kind == STREAM and 0 < len(entry.data) < CUTOFF:
                entry.start = len(small_table)
                small += _padded(entry.data, SMALL)
                small_table += _chain(len(small_table), -(-len(entry.data) // SMALL))
        root = self.entries[0]
        root.data = small
        body, table = b"", list[int]()

        def put(data: bytes) -> int:
            nonlocal body
            start, number = len(table), -(-len(data) // SECTOR)
            body += _padded(data, SECTOR)
            table.extend(_chain(start, number))
            return start if number else END

        for entry in self.entries:
            if entry.kind == ROOT or (entry.kind == STREAM and len(entry.data) >= CUTOFF):
                entry.start = put(entry.data)
        small_start = put(struct.pack(f"<{len(small_table)}I", *small_table))
        directory = put(b"".join(map(_directory_entry, self.entries)))
        sectors = 1
        while sectors * (SECTOR // 4) < len(table) + sectors:
            sectors += 1
        first = len(table)
        table += [FAT] * sectors
        table += [FREE] * (sectors * (SECTOR // 4) - len(table))
        head = struct.pack(
            "<8s16sHHHHH6xIIIIIIIII",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            bytes(16),
            *(0x3E, 3, 0xFFFE, 9, 6),
            *(0, sectors, directory, 0, CUTOFF),
            *(small_start, -(-len(small_table) * 4 // SECTOR), END, 0),
        )
        places = [*range(first, first + sectors)]
        head += struct.pack("<109I", *places, *[FREE] * (109 - sectors))
        return head + body + struct.pack(f"<{len(table)}I", *table)


def _chain(start: int, number: int) -> Iterator[int]:
    yield from range(start + 1, start + number)
    if number:
        yield END


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sHBB", name, len(name), entry.kind, 1)
    links = struct.pack("<III", NONE, entry.right, entry.child)
    return head + links + bytes(36) + struct.pack("<IQ", entry.start, len(entry.data))


def _properties(header: int, values: Mapping[int, tuple[int, bytes]]) -> dict[str, bytes | Tree]:
    """Streams of properties, by id: a type and the bytes."""
    streams: dict[str, bytes | Tree] = {}
    table = bytes(header)
    for pid, (kind, value) in values.items():
        table += struct.pack("<HHI", kind, pid, 6)
        if kind in (TEXT, BINARY):
            table += struct.pack("<II", len(value) + 2 * (kind == TEXT), 0)
            streams[f"__substg1.0_{pid:04X}{kind:04X}"] = value
        else:
            table += value.ljust(8, b"\0")
    return {"__properties_version1.0": table, **streams}


def _text(words: str) -> tuple[int, bytes]:
    return TEXT, words.encode("utf-16-le")


def saved_message(
    head: str, subject: str, words: str, files: Sequence[tuple[str, bytes]] = (), page: str = ""
) -> bytes:
    """A message that Outlook saved; `head` are the lines of its head as they travelled."""
    values = {0x0037: _text(subject), 0x007D: _text(head), 0x001A: _text("IPM.Note")}
    values |= {0x1000: _text(words)} if words else {}
    values |= {0x1013: (BINARY, page.encode()), 0x3FDE: (NUMBER, struct.pack("<I", 65001))}
    tree = _properties(32, values)
    for number, (name, data) in enumerate(files):
        own = {0x3707: _text(name), 0x3701: (BINARY, data), 0x3705: (NUMBER, b"\1")}
        tree[f"__attach_version1.0_#{number:08X}"] = _properties(8, own)
    made = _CompoundFile()
    made.add("Root Entry", ROOT, tree)
    return made.data()


def winmail(files: Sequence[tuple[str, bytes]], words: str = "") -> bytes:
    """A winmail.dat with these files."""
    parts = [_attribute(1, 0x89006, struct.pack("<I", 0x10000))]
    parts.append(_attribute(1, 0x69007, struct.pack("<II", 1252, 0)))
    if words:
        parts.append(_attribute(1, 0x2800C, words.encode("cp1252", "replace") + b"\0"))
    for name, data in files:
        parts.append(_attribute(2, 0x69002, bytes(14)))
        parts.append(_attribute(2, 0x18010, name.encode("cp1252", "replace") + b"\0"))
        parts.append(_attribute(2, 0x6800F, data))
    return b"\x78\x9f\x3e\x22" + struct.pack("<H", 1) + b"".join(parts)


def _attribute(level: int, name: int, data: bytes) -> bytes:
    head = struct.pack("<BII", level, name, len(data))
    return head + data + struct.pack("<H", sum(data) & 0xFFFF)
