"""Another process of the site, with a clock of its own: python -m tests.embargo.another MOMENT.

It reads addresses, one a line, and writes an answer a line, as the crawl's Answer in JSON. The
method CLOCK sets its clock.
"""

import base64
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable

from tests.embargo.crawl import Answer


def serve(moment: str) -> None:
    import django
    import time_machine

    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    from tests.embargo.crawl import asking

    setup_test_environment()
    ask = asking(Client(raise_request_exception=False))
    at = dt.datetime.fromisoformat(moment)
    with time_machine.travel(at, tick=False) as clock:
        for line in sys.stdin:
            path, method, headers, data = json.loads(line)
            if method == "CLOCK":
                clock.move_to(dt.datetime.fromisoformat(data))
            answer = ask(path, headers=headers)
            body = base64.b85encode(answer.body).decode()
            print(json.dumps([answer.status, dict(answer.headers), body]), flush=True)


def asking_of(process: subprocess.Popen) -> Callable[..., Answer]:
    """ask(path, headers={…}) of that process."""

    def ask(path: str, method: str = "GET", headers=None, data=None) -> Answer:
        process.stdin.write(json.dumps([path, method, headers or {}, data]) + "\n")
        process.stdin.flush()
        status, said, body = json.loads(process.stdout.readline())
        return Answer(status, said, base64.b85decode(body))

    return ask


if __name__ == "__main__":
    serve(sys.argv[1])
