"""A cache of small JSON files, which pages and worker share: nothing in it is ever run.

Long work reports its progress from within a transaction that is all or nothing. A row of the same
database would be seen by nobody until the end; SQLite would not even take a second writer.
"""

import json
import os
import time
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


class JsonFiles(BaseCache):
    """Values that JSON can say, one file each, readable by the owner alone."""

    def __init__(self, folder: str | Path, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.folder = Path(folder)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        try:
            until, value = json.loads(self._path(key, version).read_text())
        except (OSError, ValueError):  # none, or not a whole one
            return default
        return value if until is None or time.time() < until else default

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        path, until = self._path(key, version), self.get_backend_timeout(timeout)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._remove_old()
        with NamedTemporaryFile("w", dir=self.folder, suffix=".new", delete=False) as new:
            json.dump([until, value], new)
        os.replace(new.name, path)  # whole, or not at all

    def delete(self, key: str, version: int | None = None) -> bool:
        path = self._path(key, version)
        there = path.exists()
        path.unlink(missing_ok=True)
        return there

    def clear(self) -> None:
        for path in self.folder.glob("*"):
            path.unlink(missing_ok=True)

    def _remove_old(self) -> None:
        """Remove what nobody asks for any more, by its age."""
        oldest = time.time() - (self.default_timeout or 0)
        for path in self.folder.glob("*"):
            try:
                if self.default_timeout and path.stat().st_mtime < oldest:
                    path.unlink(missing_ok=True)
            except FileNotFoundError:  # another process was quicker
                continue

    def _path(self, key: str, version: int | None) -> Path:
        name = sha256(self.make_and_validate_key(key, version).encode()).hexdigest()
        return self.folder / f"{name[:40]}.json"
