"""What a reader would stumble over in a page, whatever its world. No page has any of it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

VOID = frozenset(("br", "hr", "img", "input", "link", "meta"))
# Each of these is a text of its own: what stands in two of them is not one sentence.
BLOCKS = frozenset(
    (
        *("title", "h1", "h2", "h3", "p", "li", "dt", "dd", "caption", "figcaption", "th", "td"),
        *("desc", "text", "strong", "script", "pre", "div", "section", "label", "button"),
    )
)
PROGRAM = {"script", "pre"}  # not for a reader’s eye, or code to be copied
# These say something, or are not there.
SPEAKING = BLOCKS - {"div", "script"} | {"ul", "ol", "dl", "table", "tbody", "figure", "a", "b"}

# “None of them” and “True but loose” are English; “None” alone is what a program says.
LEFT_OVER = re.compile(
    r"\b(?:None|True|False)\b(?! [a-z])|\b(?:nan|NaN|undefined)\b|¡missing|\{\{|\{%"
)
LOOSE = re.compile(r" [.,;:!?](?!\w)|\.\.|,,|,\.|\(\s*\)|“\s*”")
_MANY = "forces|offences|releases|years|months|rows|others|figures"
_ONE = "force|offence|release|year|month|row|figure"
ONE_OF_MANY = re.compile(rf"(?<![\d,./] )(?<![\d,./-])\b(?:1|[Oo]ne|an?) (?:{_MANY})\b")
MANY_OF_ONE = re.compile(
    r"(?<![\d,./-])\b(?:0|[2-9]|[1-9]\d{1,2}|two|three|four|five|six|seven|eight|nine) "
    rf"(?:{_ONE})\b(?!-)"
)


@dataclass
class Page:
    """A page as its reader meets it."""

    title: str = ""
    description: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[str] = []
        self.said: list[str] = []  # of each open element, the text so far
        self.speaks: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.page.ids.append(named["id"])
        link = named.get("href", "") if tag == "a" else ""
        if link.startswith("#"):
            self.page.targets.append(link[1:])
        elif link and "main" in self.open:
            self.page.onward.append(link)
        if tag == "meta" and named.get("name") == "description":
            self.page.description = named["content"]
        self._heard(*(named.get(name, "") for name in ("aria-label", "content")))
        if tag not in VOID:
            self.open.append(tag)
            self.said.append("")
            self.speaks.append(tag == "rect")  # a bar says its length

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self.open:
            self.said[-1] += data
            self.speaks[-1] |= bool(data.strip())

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"
        raw, speaks = self.said.pop(), self.speaks.pop()
        text = " ".join(raw.split())
        if tag == "title" and not self.page.title:
            self.page.title = text
        if re.fullmatch("h[1-6]", tag):
            self.page.headings.append((int(tag[1]), text))
        if tag in SPEAKING and not speaks:
            self.page.empty.append(tag)
        if self.open:
            self.said[-1] += " " if tag in BLOCKS else raw
            self.speaks[-1] |= speaks
        if tag in BLOCKS - PROGRAM:
            self._heard(text)

    def _heard(self, *texts: str) -> None:
        heard = [text for text in texts if text]
        self.page.texts += heard
        if "main" in self.open:
            self.page.main += heard


@lru_cache(maxsize=256)  # much the same pages stand in one made-up world after the other
def page_of(html: str) -> Page:
    """The page, which nobody changes."""
    reader = _Reader()
    reader.feed(html)
    return reader.page


@lru_cache(maxsize=256)
def _faults_of(html: str) -> tuple[str, ...]:
    page = page_of(html)
    levels = [level for level, _ in page.headings]
    found = [f"empty <{tag}>" for tag in page.empty]
    found += [f"the id {each} twice" for each in set(page.ids) if page.ids.count(each) > 1]
    found += [f"no place #{each}" for each in set(page.targets) - set(page.ids)]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} headings of the first level")
    if [a for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]:
        found.append(f"a heading skips a level: {page.headings}")
    if len(page.title) < 10:
        found.append(f"a poor title: {page.title!r}")
    if len(page.description) < 30:
        found.append(f"a poor description: {page.description!r}")
    if not page.onward:
        found.append("nowhere to go next")
    for text in page.texts:
        found += [
            f"{what}: {text}"
            for what, pattern in (
                ("left over", LEFT_OVER),
                ("loose signs", LOOSE),
                ("one of many", ONE_OF_MANY),
                ("many of one", MANY_OF_ONE),
            )
            if pattern.search(text)
        ]
    return tuple(found)


def faults_of(html: str) -> list[str]:
    """Everything that is wrong with a page for anyone who reads it; [] is what we want."""
    return [*_faults_of(html)]
