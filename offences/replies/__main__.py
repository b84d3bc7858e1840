"""The program that reads one message: a line of JSON and its bytes in, JSON out."""

import json

from offences.replies.message import to_json
from offences.replies.reading import read_any
from offences.returns.limited_process import answer

SECONDS = 30  # of the processor


def read(data: bytes) -> object:
    line, _, message = data.partition(b"\n")
    asked = json.loads(line)
    found = read_any(message, asked["name"], with_words=asked["with_words"])
    return to_json(found, with_files=asked["with_files"])


if __name__ == "__main__":
    answer(read, SECONDS)
