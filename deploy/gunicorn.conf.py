"""How gunicorn serves the site: some processes of some threads each, behind a proxy."""

import os
import shutil
import tempfile
from itertools import count

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 8
timeout = 60  # the longest page, a preview of a large file, is made by the worker instead
max_requests, max_requests_jitter = 20_000, 2_000
control_socket_disable = True  # it would be in the home directory, which the service may not write
# The proxy has the log of requests; here only what goes wrong is written.
accesslog = None
errorlog = "-"
# Requests are counted in one file for each of the processes; /metrics adds them up. A process that
# is started anew takes the place of one that ended, so that there are never more files.
os.environ["PROMETHEUS_MULTIPROC_DIR"] = counted = tempfile.mkdtemp(prefix="offences-metrics-")


def pre_fork(server, worker):
    taken = {each.place for each in server.WORKERS.values()}
    worker.place = next(place for place in count() if place not in taken)


def post_fork(server, worker):
    os.umask(0o077)  # gunicorn's own setting is for its sockets alone
    os.environ["METRICS_PROCESS"] = str(worker.place)


def on_exit(server):
    shutil.rmtree(counted, ignore_errors=True)
