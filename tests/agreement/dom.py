"""A page as a tree, so that tables and drawings can be read back from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.public.reading import VOID


@dataclass
class Node:
    tag: str
    attrs: dict[str, str]
    parent: Node | None = None
    inside: list[Node | str] = field(default_factory=list)

    @property
    def css(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    @property
    def text(self) -> str:
        raw = "".join(each if isinstance(each, str) else f"{each.text} " for each in self.inside)
        return " ".join(raw.split())

    @property
    def raw(self) -> str:
        return "".join(each for each in self.inside if isinstance(each, str))

    def without(self, css: str) -> str:
        """The text but for what is inside elements of this class."""
        kept = [each for each in self.inside if isinstance(each, str) or css not in each.css]
        return Node(self.tag, {}, None, kept).text

    def all(self, tag: str = "", css: str = "") -> list[Node]:
        return [
            each
            for each in self._below()
            if (not tag or each.tag == tag) and (not css or css in each.css)
        ]

    def one(self, tag: str = "", css: str = "") -> Node:
        found = self.all(tag, css)
        assert len(found) == 1, f"{len(found)} of <{tag} class={css}>"
        return found[0]

    def at(self, identifier: str) -> Node | None:
        return next((n for n in self._below() if n.attrs.get("id") == identifier), None)

    def _below(self) -> Iterator[Node]:
        for each in self.inside:
            if isinstance(each, Node):
                yield each
                yield from each._below()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.here = self.root = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag and self.here.parent, f"</{tag}> closes another element"
        self.here = self.here.parent


def tree_of(html: str) -> Node:
    reader = _Reader()
    reader.feed(html)
    return reader.root
