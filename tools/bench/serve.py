"""One worker of gunicorn: python -m tools.bench.serve PORT APPLICATION READY.

It runs in the application's own environment, so that what is measured is what a server would run;
only gunicorn itself comes from the benchmark's, after everything else. The file READY, with the
worker's process in it, is made when the worker has loaded the application.
"""

import importlib
import sys
from pathlib import Path

from tools.apart import BENCH

OPTIONS = {
    "workers": 1,
    "worker_class": "gthread",  # the plain worker closes each connection
    "threads": 4,
    "keepalive": 30,
    "control_socket_disable": True,
    "loglevel": "warning",
    "graceful_timeout": 1,
}


def main(port: str, application: str, ready: str) -> None:
    sys.path.append(str(BENCH.packages))
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):
        def load_config(self) -> None:
            self.cfg.set("bind", f"127.0.0.1:{port}")
            self.cfg.set("post_worker_init", lambda worker: Path(ready).write_text(str(worker.pid)))
            for name, value in OPTIONS.items():
                self.cfg.set(name, value)

        def load(self):
            module, name = application.split(":")
            return getattr(importlib.import_module(module), name)

    Server().run()


if __name__ == "__main__":
    main(*sys.argv[1:])
