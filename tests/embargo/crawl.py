"""A reader who tries everything: every address of the URLconf, every link found, every guess.

Whom it asks is a function, so that the same crawl goes to this process and to another.
"""

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from urllib.parse import urljoin, urlsplit

from django.test import Client

from tests.public.sweep import FILES, routes
from tests.samples import is_drill, some

HOST = "http://testserver"
LINK = re.compile(r"""(?:href|src|action)=["']([^"']+)|<loc>([^<]+)|<id>(http[^<]+)""")
STAMPED = "docProps/core.xml"  # of a workbook or a Word file: the second in which it was made

# By the name of a part of an address, all that it can be in this world, and what it cannot be yet.
PARTS: Mapping[str, tuple[str, ...]] = {
    "slug": ("northshire", "southshire", "online"),
    "measure": ("online",),
    "number": ("1", "2", "3"),
    "round": ("2018", "2019"),
    "event": ("conference",),
    "version": ("latest", "1", "2", "3"),
    "file": (*FILES, "figures.csv", "no-such-file"),
    "body": ("northshire", "southshire", "national"),
}
# In an ordinary run a crawl begins with these; along the links it finds most of the others.
OF_EACH = dict(PARTS) | {
    "slug": ("northshire", "online"),
    "number": ("2",),
    "round": ("2019",),
    "version": ("latest", "2"),
    "file": ("figures.ods", "figures.csv", "changes.csv", "datapackage.json"),
    "body": ("northshire", "national"),
}
GUESSES = (
    *("/no-such-page/", "/forces", "/releases/online/2", "/favicon.ico", "/%ff", "/forces/?q=%00"),
    *("/forces/?q=north", "/forces/?q=zzz", "/check/?force=northshire", "/?release=2", "/?at=2030"),
    *(
        "/admin/",
        "/admin/login/",
        "/admin/log-in/",
        "/admin/log-in/password/",
        "/admin/offences/release/",
        "/admin/jsi18n/",
    ),
    *("/static/site.css", "/static/trend.js", "/static/icon.svg"),
    *("/embed/northshire/", "/embed/forces/northshire/", "/api/", "/api/v1/", "/api/v1/releases/"),
    *("/api/v1/figures?measure=online", "/api/v1/figures?measure=online&release=2"),
    *("/api/v1/answers?measure=online", "/api/v1/answers?measure=online&release=2"),
    *("/as-at/", "/as-at/x/", "/as-at/x/forces/northshire/", "/media/", "/data/online-2.csv"),
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def parts(self) -> dict[str, str]:
        """Each part of a packed file by its name; of another the whole."""
        if self.body[:2] != b"PK":
            return {"": self.body.decode("utf-8", "replace")}
        with zipfile.ZipFile(io.BytesIO(self.body)) as packed:
            return {
                name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()
            }

    @property
    def content(self) -> dict[str, str]:
        """What was asked for, without the second in which a file was made."""
        return {name: text for name, text in self.parts.items() if name != STAMPED}

    @property
    def everything(self) -> str:
        """Headers and body, unpacked, as one text."""
        headers = [f"{name}: {value}" for name, value in self.headers.items()]
        return html.unescape("\n".join([*headers, *self.parts, *self.parts.values()]))

    @property
    def tag(self) -> str:
        return self.headers.get("ETag", "")


Ask = Callable[..., Answer]


def asking(client: Client) -> Ask:
    """ask(path, method="GET", headers={…}, data={…}) of this process."""

    def ask(path: str, method: str = "GET", headers=None, data=None) -> Answer:
        given = {"headers": headers or {}}
        if method == "POST":
            response = client.post(path, data or {}, **given)
        else:
            response = client.generic(method, path, **given)
        body = b"".join(response) if response.streaming else response.content
        return Answer(response.status_code, dict(response.items()), body)

    return ask


def known(parts: Mapping[str, tuple[str, ...]] = PARTS) -> list[str]:
    """Every address that the URLconf can make of these parts, public or not."""
    found = []
    for route in routes():
        names = list(route.pattern.converters)
        missing = set(names) - PARTS.keys()
        assert not missing, f"Say in PARTS what {missing} can be, so that {route} is crawled too."
        for values in product(*(parts[name] for name in names)):
            path = str(route.pattern)
            for name, value in zip(names, values, strict=True):
                path = re.sub(rf"<(\w+:)?{name}>", value, path)
            found.append(f"/{path}")
    return found


def links(address: str, answer: Answer) -> Iterable[str]:
    """The addresses of this site that an answer leads to."""
    found = [answer.headers.get("Location", "")]
    for text in answer.content.values():
        found += [next(filter(None, each)) for each in LINK.findall(text)]
    for each in found:
        whole = urlsplit(urljoin(HOST + address, html.unescape(each)))
        if each and f"{whole.scheme}://{whole.netloc}" == HOST:
            yield whole.path + (f"?{whole.query}" if whole.query else "")


@dataclass
class Crawl:
    """Every answer of one crawl, by its address."""

    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def tags(self) -> dict[str, str]:
        """Of every page and file of ours; the stylesheets, where they are served, stay the same."""
        return {
            address: answer.tag
            for address, answer in self.answers.items()
            if answer.tag and not address.startswith("/static/")
        }

    def pages(self) -> "Crawl":
        """Those of them that have a tag: what is public, and may be kept."""
        return self.of(self.tags)

    def some(self, step: int = 4) -> "Crawl":
        """Every fourth of them; in a drill all."""
        return self.of(some(self.answers, step))

    def of(self, addresses: Iterable[str]) -> "Crawl":
        return Crawl({address: self.answers[address] for address in addresses})

    def which(self, told: Callable[[str], list[str]]) -> dict[str, list[str]]:
        """The addresses whose answers hold something, and what."""
        found = {address: told(answer.everything) for address, answer in self.answers.items()}
        return {address: words for address, words in found.items() if words}


def crawl(ask: Ask, more: Iterable[str] = ()) -> Crawl:
    """Everything that answers: from every known address and guess on, along every link."""
    made, waiting = Crawl(), [*known(PARTS if is_drill() else OF_EACH), *GUESSES, *more]
    while waiting:
        address = waiting.pop()
        if address in made.answers:
            continue
        made.answers[address] = answer = ask(address)
        if "/admin/" not in address and "/static/" not in address:
            waiting += links(address, answer)
    return made


def sample(ask: Ask) -> Crawl:
    """What a few addresses of each route answer; in a drill, everything that answers."""
    return crawl(ask) if is_drill() else Crawl({each: ask(each) for each in known(OF_EACH)})


def few(ask: Ask) -> Crawl:
    """What one address or two of each route answer; in a drill, everything that answers."""
    one = {name: values[:1] for name, values in OF_EACH.items()} | {"slug": OF_EACH["slug"]}
    return crawl(ask) if is_drill() else Crawl({each: ask(each) for each in known(one)})


def again(ask: Ask, of: Crawl, method: str = "GET", tags: Mapping[str, str] | None = None) -> Crawl:
    """The same addresses once more; with tags, as a browser or a proxy asks that kept a page."""
    made = Crawl()
    for address in of.answers:
        tag = (tags or {}).get(address)
        if tags is None or tag:
            headers = {"if-none-match": tag} if tag else {}
            made.answers[address] = ask(address, method, headers=headers)
    return made
