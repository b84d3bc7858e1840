"""The pages, read back: tables, large figures, and what is said of all forces together."""

import re

from tests.agreement.cells import Key, N, Reading, amount, reason
from tests.agreement.dom import Node
from tests.agreement.files import history_in, printed_key

IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "11")


def force_table(table: Node, body: str) -> dict[Key, Reading]:
    """All years of one force."""
    found: dict[Key, Reading] = {}
    for row in table.one("tbody").all("tr"):
        shown, published = row.all("td")
        said = printed(shown)
        note = " ".join(each.text for each in published.all("span", "row-note"))
        if said["missing"]:
            text = re.sub(r", reported .*|\[\d+\]", "", published.without("row-note"))
            said |= {"reason": reason(text), "months": None}
        else:
            part = re.search(r"Covers (\w+) months? only", note)
            said |= {"reason": None, "months": IN_WORDS.index(part[1]) + 1 if part else 12}
        said |= {"history": history_in(note), "doubt": "In doubt:" in note}
        key = (body, row.one("th").text)
        assert key not in found
        found[key] = said
    return found


def printed(cell: Node) -> Reading:
    """The cell of a table: a number or a range with its markers, or a marker in its place."""
    codes = frozenset(re.findall(r"\[(\w)\]", cell.text))
    plain = re.sub(r"\[\w\]", "", cell.text).strip()
    missing = "x" in codes
    assert ("amount-number" in cell.css) != missing, cell.text
    said: Reading = {"missing": missing, "markers": codes, "number": None}
    if plain:
        assert not missing, f"{cell.text}: a number where there is none"
        return said | amount(plain)
    assert codes & {"x", "c"}, "an empty cell without a marker"
    return said | {"high": None}


def large(page: Node, body: str, css: str) -> dict[Key, Reading]:
    """The one large figure of a measure; nothing where the page says that there is none."""
    told = page.all("p", css)
    if not told:
        return {}
    (tally,) = told
    words = tally.text.removeprefix(shown := tally.one("strong").text).strip()
    when = re.fullmatch(r"in (?:(\w+) months? of )?(\d{4}/\d\d)", words)
    assert when, words
    months = IN_WORDS.index(when[1]) + 1 if when[1] else 12
    return {(body, when[2]): {"missing": False, "months": months, **amount(shown)}}


def title(page: Node, body: str) -> dict[Key, Reading]:
    """The page's name in a tab and in a search: “Cambridgeshire: 68 online … in 2018/19”."""
    words = page.all("title")[0].text.split(": ", 1)[-1]
    told = re.match(
        rf"(?:an estimated )?(at least (?:{N})|(?:{N}) to (?:{N})|(?:{N}))(?: \(provisional\))? "
        r".* in (?:(\w+) months? of )?(\d{4}/\d\d)$",
        words,
    )
    if not told:
        none = ("no ", "the force refused", "online offences")
        assert words.startswith(none), words
        return {}
    months = IN_WORDS.index(told[2]) + 1 if told[2] else 12
    return {(body, told[3]): {"missing": False, "months": months, **amount(told[1])}}


def sums(page: Node) -> dict[Key, Reading]:
    """What all forces together come to, year by year."""
    found: dict[Key, Reading] = {}
    for table in page.all("table", "totals"):
        if "added up" not in table.one("caption").text:
            continue
        for row in table.one("tbody").all("tr"):
            shown, reach = row.all("td")
            of = re.match(r"(\d+) of (\d+) forces? in (.+)$", reach.without("row-note"))
            assert of
            told = {"missing": False, "with_figures": int(of[1]), "asked": int(of[2])}
            found["sum", of[3], row.one("th").text] = told | amount(shown.text)
    return found


def totals(page: Node) -> dict[Key, Reading]:
    """The totals as publications printed them."""
    found: dict[Key, Reading] = {}
    for table in page.all("table", "totals"):
        if "added up" in table.one("caption").text:
            continue
        years = [each.text for each in table.one("thead").all("th")]
        for group in table.all("tbody"):
            head, step = group.all("tr")
            beside = head.one("span").text
            published = head.text.removeprefix("Published ").removesuffix(beside).strip()
            reach, area = beside.removesuffix(".").split(". ")
            area = re.sub("^The ", "the ", area)
            for year, cell in zip(years, step.all("td"), strict=True):
                for shown in cell.all("b"):
                    said = {"missing": False, **amount(shown.text.rstrip("?"))}
                    key = printed_key("total", area, year, published)
                    assert key not in found
                    found[key] = said | _rests_on(_reach_of(year, reach))
    return found


def _reach_of(year: str, text: str) -> str:
    """One year's part of “2016/17 to 2018/19: 39 forces; 2019/20: 40 of 44 forces”."""
    parts = dict(re.findall(r"(\d{4}/\d\d[^:;]*): ([^;]*)", text))
    of = [
        reach
        for years, reach in parts.items()
        if year in years or (" to " in years and years[:7] < year < years[-7:])
    ]
    assert len(of) == bool(parts), f"{year} has {len(of)} parts of “{text}”"
    return of[0] if of else text


def _rests_on(text: str) -> Reading:
    of = re.search(r"(\d+) of (\d+) forces?|(\d+) forces?", text)
    if not of:
        return {"with_figures": None}
    if of[3]:
        return {"with_figures": int(of[3])}
    return {"with_figures": int(of[1]), "asked": int(of[2])}


def recorded(page: Node) -> list[Reading]:
    """The figures as published on a release's page, row by row."""
    found: list[Reading] = []
    for row in page.one("table", "recorded").one("tbody").all("tr"):
        shown, what, source = row.all("td")
        of = re.search(
            r", from (?:(\d+) of (\d+) forces?|(\d+) forces?)$", what.without("row-note")
        )
        found.append(
            {
                "when": row.one("th").text,
                "published": " ".join(each.text for each in source.all("span", "row-note")),
                "shown": shown.text,
                "missing": "amount-number" not in shown.css,
                "with_figures": int(of[1] or of[3]) if of else None,
                "asked": int(of[2]) if of and of[2] else None,
            }
        )
    return found


def areas(page: Node) -> dict[Key, Reading]:
    """Nations and regions added up, and the years in which they are not."""
    found: dict[Key, Reading] = {}
    for table in page.all("table", "places"):
        name = table.one("caption").text.removesuffix(", year by year")
        for row in table.one("tbody").all("tr"):
            shown = row.all("td")[0]
            key = (name, row.one("th").text)
            if "why-not" in shown.css:
                assert shown.text.startswith("Not added up: ")
                found[key] = {"missing": True, "number": None}
            else:
                found[key] = {"missing": False, **amount(shown.text)}
    return found


def parts(page: Node, body: str) -> dict[Key, Reading]:
    """The breakdowns of a body as its page shows them."""
    found: dict[Key, Reading] = {}
    for table in page.all("table", "parts"):
        name = table.one("caption").text.rsplit(", newest year first", 1)[0]
        years = [each.text for each in table.one("thead").all("th")[1:]]
        for row in table.one("tbody").all("tr"):
            for year, cell in zip(years, row.all("td"), strict=True):
                found[body, year, name.split(", ")[0], row.one("th").text] = printed(cell)
    return found


def tally(block: Node) -> Reading:
    """A measure’s newest national figure on the home page."""
    told = block.one("p", "tally")
    shown, year = told.one("strong").text, told.one("span").text.removeprefix("offences in ")
    return {"year": year, **amount(shown)}
