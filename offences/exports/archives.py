"""Archives and office files that are the same bytes each time they are made."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping


def with_one_moment(data: bytes, at: dt.datetime) -> bytes:
    """The file with one moment for all its parts, not the moment each was written."""
    moment = at.astimezone(dt.UTC)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, part)
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return made.getvalue()


def archive_of(files: Mapping[str, bytes], at: dt.datetime) -> bytes:
    """A ZIP of these files, in this order, all of one moment."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return with_one_moment(made.getvalue(), at)
