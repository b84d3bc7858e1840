"""Readers who ask without a pause, in a process of their own on a core of their own.

python -m tools.bench.load PORT CONNECTIONS SECONDS, with one JSON object a line on standard input:
{"path": …, "headers": …, "status": …}. Each connection is kept open and has one request on its way;
the requests take turns for so many seconds, or with 0 seconds are made once each. Prints
{"answers", "bytes", "seconds"}; ends with 1 at the first answer that has another status. A status
of 0 stands for any but an error of the server's.
"""

import itertools
import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

TOO_LONG = 30  # seconds without any answer
_END = b"\r\n\r\n"


@dataclass(frozen=True)
class Request:
    """What is sent, and the status that must come back."""

    raw: bytes
    status: bytes

    @classmethod
    def of(cls, path: str, headers: dict[str, str], status: int) -> "Request":
        lines = [f"GET {path} HTTP/1.1", *(f"{name}: {of}" for name, of in headers.items())]
        return cls("\r\n".join([*lines, "", ""]).encode(), str(status).encode())


class Connection:
    """One reader: sends a request, takes the whole answer, sends the next."""

    def __init__(self, port: int, requests: Iterator[Request]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), TOO_LONG)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests = requests
        self.received = bytearray()

    def ask(self) -> bool:
        """Whether there was a request to send."""
        request = next(self.requests, None)
        if request is None:
            return False
        self.request = request
        self.received.clear()
        self.socket.sendall(request.raw)
        return True

    def take(self) -> int:
        """The size of the answer once all of it is here; until then 0."""
        part = self.socket.recv(1 << 20)
        if not part:
            raise RuntimeError("the server closed a connection")
        self.received += part
        head = self.received.find(_END)
        if head < 0 or not self._is_whole(head):
            return 0
        status = bytes(self.received[9:12])
        if status.startswith(b"5") or self.request.status not in (b"0", status):
            first = self.request.raw.split(b"\r\n")[0].decode()
            raise RuntimeError(f"{first}: {status.decode()}, not {self.request.status.decode()}")
        return len(self.received)

    def _is_whole(self, head: int) -> bool:
        if self.received[9:12] == b"304":
            return True
        headers = bytes(self.received[:head]).lower()
        if b"transfer-encoding: chunked" in headers:
            return self.received.endswith(b"\r\n0" + _END)
        length = headers.partition(b"content-length:")[2].split(b"\r\n")[0]
        return len(self.received) >= head + len(_END) + int(length)


def read(port: int, connections: int, seconds: float, requests: list[Request]) -> dict[str, float]:
    turns = itertools.cycle(requests) if seconds else iter(requests)
    answers = size = 0
    until = seconds or float("inf")
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            connection = Connection(port, turns)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.ask()
        begun = now = time.perf_counter()
        while now < begun + until and selector.get_map():
            for key, _ in selector.select(TOO_LONG):
                if taken := key.data.take():
                    answers, size = answers + 1, size + taken
                    if not key.data.ask():
                        selector.unregister(key.data.socket)
            now = time.perf_counter()
    return {"answers": answers, "bytes": size, "seconds": now - begun}


def main() -> None:
    port, connections, seconds = sys.argv[1:]
    requests = [Request.of(**json.loads(line)) for line in sys.stdin]
    print(json.dumps(read(int(port), int(connections), float(seconds), requests)))


if __name__ == "__main__":
    try:
        main()
    except (OSError, RuntimeError) as error:
        sys.exit(f"bench: {error}")
