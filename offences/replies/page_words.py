"""The words of a page of HTML, as a browser would show them."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    ("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "hr")
)
SILENT = frozenset(("style", "script", "title", "head"))
VOID = frozenset(("meta", "link", "base", "img", "br", "hr", "input"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def page_words(page: str) -> str:
    """The words of a page: a paragraph or row a line, cells apart by tabs, nothing hidden."""
    parser = _PageWords()
    parser.feed(page)
    parser.close()
    lines = (_plain(line) for line in "".join(parser.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _plain(line: str) -> str:
    return re.sub(r" *\t *", "\t", re.sub(r"[^\S\t]+", " ", line)).strip(" ")


class _PageWords(HTMLParser):
    """Walks a page; `words` are what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent: list[str] = []  # elements that are open and not shown
        self.is_first_cell = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hides = any(name == "style" and _HIDDEN.search(text or "") for name, text in attrs)
        if tag not in VOID and (self.silent or tag in SILENT or hides):
            self.silent.append(tag)
        if tag in ("td", "th"):
            self.words.append("" if self.is_first_cell else "\t")
            self.is_first_cell = False
        elif tag in BLOCKS:
            # A paragraph in a cell ends no row.
            between = " " if not self.is_first_cell and tag in ("p", "div", "br") else "\n"
            self.words.append("\n\n" if tag in ("p", "table") and between == "\n" else between)
            self.is_first_cell = self.is_first_cell or tag in ("tr", "table")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass
        if tag in ("tr", "table"):
            self.is_first_cell = True
            self.words.append("\n" if tag == "table" else "")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(re.sub(r"\s+", " ", data))
