"""Nothing of a particular charity is in code or templates: it is data (offences/reference)."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
NAMES = re.compile(
    r"childline|nspcc|\b0800 ?1111|0808|children’s charity|online offences against|"
    r"offences against children|stop it now|iwf\.org|ceop",
    re.IGNORECASE,
)
# What the demonstration and the practice year are made of; and how texts of others are read.
DATA = ("offences/reference", "offences/management", "offences/migrations", "offences/tracing")
KINDS = {".py", ".html", ".txt", ".js", ".css", ".svg"}


def test_no_name_number_or_subject_of_a_charity_is_in_code_or_templates():
    found = {}
    for top in ("offences", "templates", "static", "config"):
        for path in (ROOT / top).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            is_code = path.suffix in KINDS and not name.startswith(DATA)
            if is_code and (words := NAMES.findall(path.read_text(encoding="utf-8"))):
                found[name] = words
    assert found == {}
