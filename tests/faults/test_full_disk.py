"""A disk for documents that is really full: a small file system of memory, mounted for a test."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from offences.storage import files_below
from tests.imports.conftest import long, two_forces
from tests.imports.test_pages import bring, said

PAGES = 16
PAGE = 4096  # bytes: the file system takes whole ones


@pytest.fixture
def small_disk(tmp_path, settings) -> Iterator[Path]:
    """A disk of few bytes as MEDIA_ROOT, in a name space of a process that ends with the test."""
    place = tmp_path / "small"
    place.mkdir()
    if not (unshare := shutil.which("unshare")):
        pytest.skip("unshare is not installed")
    mount = f"mount -t tmpfs -o size={PAGES * PAGE} none {place} && echo mounted && exec cat"
    command = [unshare, "--user", "--map-root-user", "--mount", "sh", "-c", mount]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as holder:
        try:
            if holder.stdout.readline() != "mounted\n":
                pytest.skip("no small disk can be mounted for a test")
            settings.MEDIA_ROOT = Path(f"/proc/{holder.pid}/root{place}")
            yield settings.MEDIA_ROOT
        finally:
            holder.stdin.close()  # which ends cat, and the disk with it


def fill(disk: Path, but: int) -> Path:
    """Fill a disk but for some pages; return the file that does."""
    filler = disk / "filler"
    filler.write_bytes(b"x" * (PAGES - but) * PAGE)
    return filler


def test_what_does_not_fit_on_the_disk_is_refused_and_no_part_of_it_stays(small_disk):
    filler = fill(small_disk, but=2)
    with pytest.raises(OSError, match="No space left"):
        default_storage.save("documents/2019/answer.xlsx", ContentFile(b"x" * 5 * PAGE))
    assert not any(files_below("documents"))
    assert default_storage.save("documents/2019/small.csv", ContentFile(b"x" * PAGE))
    filler.unlink()
    assert default_storage.save("documents/2019/answer.xlsx", ContentFile(b"x" * 5 * PAGE))


@pytest.mark.django_db
def test_staff_who_upload_to_a_full_disk_are_told_so_and_upload_again_once_there_is_room(
    small_disk, read_here
):
    client = Client(raise_request_exception=False)
    client.force_login(two_forces().officer)
    blank = [("Northshire", "2018/19", "")] * (2 * PAGE // len("Northshire"))
    filler = fill(small_disk, but=1)

    def upload():
        return bring(client, long(("Northshire", "2018/19", "68"), *blank))

    answer = upload()
    assert answer.status_code == 503 and "the server’s disk is full" in said(answer)
    assert [each.name for each in small_disk.rglob("*") if each.is_file()] == ["filler"]
    filler.unlink()
    assert "1 new" in said(upload())
