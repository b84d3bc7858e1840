"""An S3-compatible server, and documents that are stored in its bucket."""

import sys
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.test import override_settings

from config import environment
from tests.machines.servers import Running, free_port, get, until

BUCKET = "documents"


@pytest.fixture
def server(tmp_path):
    """An S3-compatible server with an empty bucket."""
    (tmp_path / "data" / BUCKET).mkdir(parents=True)
    port = free_port()
    command = (sys.executable, "-m", "localbucket", str(tmp_path / "data"), "--port", str(port))
    running = Running(*command, environment={}, log=tmp_path / "s3.log")
    running.place = f"http://127.0.0.1:{port}/"
    running.address = f"s3+http://key:secret@127.0.0.1:{port}/{BUCKET}"
    until(lambda: get(running.place)[0], "the server of the bucket")
    yield running
    running.kill()


@pytest.fixture
def bucket(server):
    with stored_at(server.address):
        yield default_storage


@contextmanager
def stored_at(address):
    """Documents are stored at this address of a bucket while the block runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORAGE_URL", address)
        storages = settings.STORAGES | {"default": environment.documents()}
    with override_settings(STORAGES=storages):
        yield


def files_in(tmp_path):
    return [each for each in (tmp_path / "data" / BUCKET).rglob("*") if each.is_file()]
