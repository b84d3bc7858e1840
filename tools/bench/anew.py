"""The site that keeps no answer: every page is made anew, for the first reader and the last.

With BENCH_FORGET=1 it keeps nothing that was worked out for a page either: each is made of the
database.
"""

import os

from offences.public_answers import ReadyAnswers

ReadyAnswers.learn = lambda *_, **__: None  # type: ignore[method-assign]

from config.wsgi import application  # noqa: E402
from offences.releases.public_state import Results  # noqa: E402

if os.environ.get("BENCH_FORGET"):
    Results.MOST = 0

__all__ = ["application"]
