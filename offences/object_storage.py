"""Documents in a bucket of S3-compatible storage (STORAGE_URL), which many machines share.

A bucket takes an object whole or not at all. One that cannot be reached is a fault of the machine
below us (offences.faults), which the person reads in a sentence.
"""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from io import BytesIO
from typing import Any

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

from offences.storage import FileInMemory, SealedFiles

CLIENT = Config(
    connect_timeout=5,
    read_timeout=20,
    retries={"total_max_attempts": 2},
    # What every server that speaks S3 knows, not Amazon's alone.
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
# Larger than any document: one that is sent in parts leaves those behind if the process is ended.
IN_ONE_PIECE = TransferConfig(multipart_threshold=1 << 30)


@contextmanager
def _reaching() -> Iterator[None]:
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise OSError(errno.EREMOTEIO, f"The storage of documents failed: {error}") from error


def _reached[**P, Found](step: Callable[P, Found]) -> Callable[P, Found]:
    @wraps(step)
    def take(*args: P.args, **kwargs: P.kwargs) -> Found:
        with _reaching():
            return step(*args, **kwargs)

    return take


class BucketStorage(SealedFiles, S3Storage):
    """Files of a bucket, each read whole: none waits in a file of this machine."""

    _save = _reached(S3Storage._save)
    delete = _reached(S3Storage.delete)
    exists = _reached(S3Storage.exists)
    listdir = _reached(S3Storage.listdir)
    size = _reached(SealedFiles.size)
    get_modified_time = _reached(S3Storage.get_modified_time)

    def get_default_settings(self) -> dict[str, Any]:
        ours = {"file_overwrite": False, "client_config": CLIENT, "transfer_config": IN_ONE_PIECE}
        return super().get_default_settings() | ours

    def _open(self, name: str, mode: str = "rb") -> File:
        with _reaching(), super()._open(name, mode) as stored:
            return FileInMemory(BytesIO(stored.read()), name, self)
