"""The servers that are measured: on loopback, and ended with the benchmark however it ends."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tools.apart import BENCH, ROOT

PORTS = range(8311, 8330)
CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
"""Servers run on the first of them, readers on the last."""
START = 120  # seconds within which a server must have started
ANSWERING: dict[int, int] = {}
"""The process that answers at a port: of gunicorn the worker, of Datasette the only one."""


def free_port() -> int:
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"ports {PORTS[0]} to {PORTS[-1]} are in use. Free some of them.")


def on_core(core: int) -> Callable[[], None] | None:
    """What a new process does first, to run on one core: CORES[core]."""
    return partial(os.sched_setaffinity, 0, {CORES[core]}) if CORES else None


@contextmanager
def running(command: list, port: int, ready: Path | None, **environment: str) -> Iterator[int]:
    """A server, from the moment at which it is ready to answer. Gives its port."""
    with tempfile.TemporaryFile() as said:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | environment,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone; then we end it
            preexec_fn=on_core(0),
        )
        try:
            _wait(server, port, ready)
            ANSWERING[port] = int(ready.read_text()) if ready else server.pid
            yield port
        except Exception:
            said.seek(0)
            sys.stderr.write(said.read().decode(errors="replace")[-3000:])
            raise
        finally:
            _end(server)


def _wait(server: subprocess.Popen, port: int, ready: Path | None) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError("a server did not start; the lines above say why.")
        if ready is None or (ready.exists() and ready.read_text()):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
        time.sleep(0.02)
    raise RuntimeError(f"a server did not start within {START} seconds.")


def _end(server: subprocess.Popen) -> None:
    """Its workers with it: they are of its session, which is ours alone."""
    server.terminate()
    try:
        with suppress(subprocess.TimeoutExpired):
            server.wait(5)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@contextmanager
def gunicorn(application: str, directory: Path, **environment: str) -> Iterator[int]:
    port = free_port()
    ready = directory / f"ready-{port}"
    ready.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tools.bench.serve", str(port), application, str(ready)]
    with running(command, port, ready, **environment):
        yield port


def memory_of(port: int) -> int:
    """The bytes of memory that the process at this port has."""
    pages = int(Path(f"/proc/{ANSWERING[port]}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def processor_time(*processes: int) -> float:
    """The seconds that some processes have computed, whatever else the machine did."""
    ticks = 0
    for each in processes:
        with suppress(FileNotFoundError):  # it has ended
            after_name = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            ticks += int(after_name[11]) + int(after_name[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def ended_children_time(process: int) -> float:
    """The seconds that the children of a process have computed which have ended."""
    after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, after_name[13:15])) / os.sysconf("SC_CLK_TCK")


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


@contextmanager
def datasette(file: Path) -> Iterator[int]:
    """At its quickest: the file as one that never changes, and no facets suggested."""
    port = free_port()
    command = [
        BENCH.place / "bin" / "datasette",
        "serve",
        "--immutable",
        file,
        "--setting",
        "suggest_facets",
        "off",
    ]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    with running(command, port, None):
        yield port
