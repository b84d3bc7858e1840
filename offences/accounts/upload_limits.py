"""The most that one request may upload: nothing from a stranger, a round's files from staff."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from offences.accounts.addresses import is_log_in_address, is_staff_address

OF_STRANGERS = 2_621_440  # as all other forms: DATA_UPLOAD_MAX_MEMORY_SIZE
OF_STAFF = 400 * 1024 * 1024
"""Bytes: the files of all forces at once. Each has its own limit in the form that takes it."""


class BoundedUploads(FileUploadHandler):
    """Refuses a request before any of its files is written, by its length and by who sends it."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, *more: Any, **options: Any
    ) -> None:
        most = OF_STAFF if self._is_from_staff() else OF_STRANGERS
        if content_length > most:
            raise RequestDataTooBig(f"Upload at most {most:,} bytes at once.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data  # for the next handler

    def file_complete(self, file_size: int) -> None:
        return None

    def _is_from_staff(self) -> bool:
        request = self.request
        if request is None or not is_staff_address(request) or is_log_in_address(request):
            return False
        return SESSION_KEY in request.session
