"""The program that reads one paper: kind and page as arguments, bytes on stdin."""

import base64
import sys

from offences.intake.papers import emails, letters, pages
from offences.returns.limited_process import answer

SECONDS = 15


def read(data: bytes) -> object:
    kind, page = sys.argv[1], int(sys.argv[2])
    match kind:
        case "pdf":
            return pages.read_page(data, page)
        case "picture":
            return base64.b64encode(pages.draw_page(data, page)).decode()
        case "docx":
            return letters.read_word(data)
        case "eml":
            return emails.read_email(data)
    return letters.read_text(data)


if __name__ == "__main__":
    answer(read, SECONDS)
