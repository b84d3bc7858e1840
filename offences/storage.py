"""Where documents are kept: files that are whole or not there."""

from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class DocumentStorage(FileSystemStorage):
    """Files of MEDIA_ROOT; one that could not be written to its end leaves no part of itself."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        free = self.get_available_name(name or content.name or "", max_length)
        try:
            return super().save(free, content, max_length)
        except BaseException:
            Path(self.path(free)).unlink(missing_ok=True)
            raise
