"""The file of a backup: a compressed tar that ends with checksums, encrypted with a key.

The checksums come last: a file whose writing was broken off has none, so it is never taken for a
whole one. Nothing is held in memory but the piece that is being copied.
"""

import gzip
import hashlib
import json
import os
import tarfile
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pyrage

from offences.refused import Refused

PIECE = 1 << 20
LAST = "checksums.json"
ENCRYPTED = b"age-encryption.org/"
SECRET, PUBLIC = "AGE-SECRET-KEY-", "age1"
# What reading raises on a file that was cut short, changed or never was a backup.
BROKEN = (tarfile.TarError, EOFError, zlib.error, OSError, ValueError, pyrage.DecryptError)


class DamagedBackup(Refused):
    """A backup that was cut short or changed, or a file that is not a backup."""


@dataclass
class Writer:
    """Writes the members of a backup, and last their checksums."""

    tar: tarfile.TarFile
    checksums: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, content: IO[bytes]) -> int:
        """Write a member from a file that can be read twice; return its size in bytes."""
        digest, size = hashlib.sha256(), 0
        while piece := content.read(PIECE):
            digest.update(piece)
            size += len(piece)
        content.seek(0)
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        self.tar.addfile(member, content)
        self.checksums[name] = digest.hexdigest()
        return size

    def add_json(self, name: str, content: object) -> None:
        with tempfile.TemporaryFile() as spooled:
            spooled.write(json.dumps(content, indent=1).encode())
            spooled.seek(0)
            self.add(name, spooled)


@contextmanager
def new_archive(path: Path, key: str) -> Iterator[Writer]:
    """A backup to write at this path: only once it is whole does a file of that name exist."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:
            with (
                _encrypted(file, key) as stream,
                gzip.GzipFile(fileobj=stream, mode="wb", mtime=0) as packed,
                tarfile.open(fileobj=packed, mode="w|") as tar,
            ):
                writer = Writer(tar)
                yield writer
                writer.add_json(LAST, dict(writer.checksums))
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def members(path: Path, key: str) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """The members of a backup in their order, each to be read before the next."""
    with path.open("rb") as file, ExitStack() as stack:
        source: IO[bytes] = file
        begins = file.read(len(ENCRYPTED))
        file.seek(0)
        if begins == ENCRYPTED:
            source = stack.enter_context(_decrypted(file, key))
        packed = stack.enter_context(gzip.GzipFile(fileobj=source, mode="rb"))
        tar = stack.enter_context(tarfile.open(fileobj=packed, mode="r|"))
        yield ((each.name, content) for each in tar if (content := tar.extractfile(each)))
        while packed.read(PIECE):
            pass  # the end of what is packed has a checksum of all of it


def checked(path: Path, key: str, keep: Iterable[str] = ()) -> tuple[dict[str, str], dict]:
    """The checksums of a whole backup, and what its small members named in `keep` hold.

    Refuses a file of which a member is not what its checksum says, or that was cut short.
    """
    try:
        if not path.is_file():
            raise Refused(f"There is no file {path}.")
        found, kept = _read(path, key, {*keep, LAST})
    except PermissionError as error:  # which says nothing about what is in it
        raise Refused(
            f"{path} cannot be read: this user has no permission to. The backup may be whole. As "
            "root, copy it to where this user can read it: “install -m 600 -o USER -g USER FILE "
            "FOLDER/” makes the user its owner."
        ) from error
    except BROKEN as error:
        raise DamagedBackup(
            f"{path.name} is not a whole backup: {_in_words(error)}. Use another one."
        ) from error
    if LAST not in kept:
        raise DamagedBackup(f"{path.name} ends before its checksums. Use another one.")
    del found[LAST]
    if wrong := sorted(found.items() ^ kept[LAST].items()):
        raise DamagedBackup(
            f"{path.name} was changed since it was made: {wrong[0][0]} is not what its checksum "
            "says. Use another one."
        )
    return found, kept


def _read(path: Path, key: str, keep: set[str]) -> tuple[dict[str, str], dict]:
    """The checksum of each member as it is now, and what those to keep hold."""
    found: dict[str, str] = {}
    kept = {}
    with members(path, key) as each:
        for name, content in each:
            if name in keep:
                data = content.read()
                kept[name] = json.loads(data)
                found[name] = hashlib.sha256(data).hexdigest()
                continue
            digest = hashlib.sha256()
            while piece := content.read(PIECE):
                digest.update(piece)
            found[name] = digest.hexdigest()
    return found, kept


def _in_words(error: Exception) -> str:
    if isinstance(error, pyrage.DecryptError):
        return "BACKUP_KEY does not open it, or it was changed"
    return str(error) or "it ends too early"


# ---- encryption ----------------------------------------------------------------------------------


def new_keys() -> tuple[str, str]:
    """A new pair: the public key, which only encrypts, and the secret one, which opens backups."""
    secret = pyrage.x25519.Identity.generate()
    return str(secret.to_public()), str(secret)


def recipient_of(key: str) -> pyrage.x25519.Recipient:
    """The recipient of a backup: the key's public half, or that of the secret key given."""
    try:
        if key.startswith(SECRET):
            return pyrage.x25519.Identity.from_str(key).to_public()
        return pyrage.x25519.Recipient.from_str(key)
    except (pyrage.IdentityError, pyrage.RecipientError) as error:
        raise Refused(
            f"BACKUP_KEY is not an age key: one begins with {PUBLIC} (and only encrypts) or with "
            f"{SECRET} (and opens backups, too). “manage.py backup --new-key” makes a pair."
        ) from error


def _identity(key: str) -> pyrage.x25519.Identity:
    if not key:
        raise Refused(
            f"This backup is encrypted. Set BACKUP_KEY to the secret key that opens it: {SECRET}…"
        )
    if not key.startswith(SECRET):
        raise Refused(
            f"This backup is encrypted, and BACKUP_KEY ({PUBLIC}…) only encrypts. Set it to the "
            f"secret key that is kept apart from the server: {SECRET}…"
        )
    recipient_of(key)  # says what is wrong with one that is none
    return pyrage.x25519.Identity.from_str(key)


@contextmanager
def _encrypted(file: IO[bytes], key: str) -> Iterator[IO[bytes]]:
    """A stream to write into, which encrypts what goes to the file if there is a key."""
    if not key:
        yield file
        return
    recipient = recipient_of(key)
    with _piped(lambda source: pyrage.encrypt_io(source, file, [recipient]), writing=True) as sink:
        yield sink


@contextmanager
def _decrypted(file: IO[bytes], key: str) -> Iterator[IO[bytes]]:
    identity = _identity(key)
    with _piped(lambda sink: pyrage.decrypt_io(file, sink, [identity]), writing=False) as source:
        yield source


@contextmanager
def _piped(work: Callable[[Any], None], *, writing: bool) -> Iterator[IO[bytes]]:
    """One end of a pipe, with the work at the other end in a thread; its error is raised here."""
    reading, sink = os.pipe()
    ends = os.fdopen(reading, "rb"), os.fdopen(sink, "wb")
    ours, theirs = reversed(ends) if writing else ends
    errors: list[Exception] = []

    def run() -> None:
        try:
            work(theirs)
        except Exception as error:
            errors.append(error)
        finally:
            theirs.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield ours
    except BrokenPipeError:
        if not errors:
            raise
    finally:
        with suppress(BrokenPipeError):
            ours.close()
        thread.join()
        # An error of the other end explains ours: what it could not decrypt we could not read.
        if errors and not isinstance(errors[0], BrokenPipeError):
            raise errors[0]
