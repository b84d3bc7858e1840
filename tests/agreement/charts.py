"""A chart read back four times: its drawing, its data, its tooltips and its words."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.agreement.cells import Key, N, Reading, amount, number_in, reason
from tests.agreement.dom import Node

FLAT = ("3", "5")  # pixels: how high the mark of a true zero is
LEAST = {"b-solid": 1.0, "b-flat-hollow": 3.0}  # pixels: of no bar is less drawn
MONTHS = r"(\d+) months?"


@dataclass
class Column:
    """What is drawn over one year."""

    year: str
    bars: list[Node] = field(default_factory=list)
    hatched: bool = False
    labels: dict[str, list[str]] = field(default_factory=dict)  # as set on wide, on narrow screens
    under: list[str] = field(default_factory=list)
    stripes: list[float] = field(default_factory=list)


def drawn(figure: Node, body: str) -> dict[Key, Reading]:
    """The SVG, by its own bars, scale and texts."""
    svg = figure.one("svg", "plot-svg")
    columns = _columns(svg)
    base = float(svg.one("line", "l-axis").attrs["y1"])
    ticks = {
        float(line.attrs["y1"]): number_in(text.text)
        for line, text in zip(svg.all("line", "l-grid"), svg.all("text", "t-tick"), strict=True)
    }
    pixel = (base - min(ticks)) / max(ticks.values()) if ticks else 0
    for y, n in ticks.items():
        assert abs(base - n * pixel - y) < 0.01, "the scale is not even"
    middles = sorted(columns)
    slot = min(b - a for a, b in itertools.pairwise(middles))
    return {(body, each.year): _drawn(each, base, pixel, slot) for each in columns.values()}


def _columns(svg: Node) -> dict[float, Column]:
    found = {
        _percent(text.attrs["x"]): Column(text.text)
        for text in svg.all("text")
        if text.css & {"t-year", "t-newest-year"}
    }

    def over(x: float) -> Column | None:
        nearest = min(found, key=lambda middle: abs(middle - x))
        return found[nearest] if abs(nearest - x) < 0.01 else None

    for rect in svg.all("rect"):
        column = over(_percent(rect.attrs["x"]) + _percent(rect.attrs["width"]) / 2)
        assert column, "a bar stands over no year"
        if "b-gap" in rect.css:
            column.hatched = True
        else:
            column.bars.append(rect)
    for line in svg.all("line", "l-stripe"):
        column = over((_percent(line.attrs["x1"]) + _percent(line.attrs["x2"])) / 2)
        assert column, "stripes stand over no year"
        column.stripes.append(float(line.attrs["y1"]))
    for text in _downwards(svg):
        column = over(_percent(_place(text)[0]))
        if column and "t-number" in text.css:
            for width in {"t-wide", "t-narrow"} & text.css or {"t-wide", "t-narrow"}:
                column.labels.setdefault(width, []).append(text.text)
        elif column and "t-why" in text.css:
            column.under.append(text.text)
        assert column or not text.css & {"t-number"}, "a number stands over no year"
    return found


def _downwards(svg: Node) -> list[Node]:
    """The words over bars, those higher up first: a label can run over several lines."""
    texts = [t for t in svg.all("text") if t.css & {"t-number", "t-why"}]
    return sorted(texts, key=lambda t: float(_place(t)[1]))


def _place(text: Node) -> tuple[str, str]:
    """Where a text stands; one that runs upwards stands where its own drawing does."""
    of = text if "x" in text.attrs else text.parent
    assert of
    return of.attrs["x"], of.attrs["y"]


def _drawn(column: Column, base: float, pixel: float, slot: float) -> Reading:
    under = " ".join(column.under)
    if column.hatched:
        assert not column.bars, f"a bar is drawn for {column.year}, which has no figure"
        assert not column.labels, f"a number is drawn for {column.year}, which has no figure"
        assert not column.stripes
        nothing = dict.fromkeys(("number", "low", "high", "bar", "months"))
        return {"missing": True, "reason": reason(under), "doubt": False, **nothing}
    labels = {" ".join(lines) for lines in column.labels.values()}
    assert len(labels) == 1, f"{column.year} has the labels {labels}"
    label = labels.pop()
    said: Reading = {"missing": False, "doubt": label.endswith("?"), **amount(label.rstrip("?"))}
    said["bar"] = _bar(column, base, pixel, said["low"])
    months = re.fullmatch(MONTHS, under)
    said["months"] = int(months[1]) if months else 12
    if months:  # a part of a year is as wide as its months
        width = _percent(column.bars[0].attrs["width"])
        assert abs(width - 0.6 * slot * int(months[1]) / 12) < 0.01, column.year
    if said["high"] != said["low"]:
        assert column.stripes, f"{column.year} is a range without stripes"
        if said["high"] is not None:
            said["high"] = _value(base - min(column.stripes) + 1.5, pixel)
    return said


def _bar(column: Column, base: float, pixel: float, low: int) -> int:
    """The number that a bar is as high as; no bar under a range is its low end, nought.

    A hundredth of a pixel tells two numbers apart up to some 20,000. The smallest bars are drawn
    higher than they are, so that they are seen: such a bar is only no more than it is high.
    """
    if not column.bars:
        assert column.stripes, f"nothing is drawn for {column.year}"
        return 0
    (bar,) = column.bars
    y, height = float(bar.attrs["y"]), float(bar.attrs["height"])
    assert abs(y + height - base) < 0.02, f"the bar of {column.year} does not stand on zero"
    flat = bar.attrs["height"] in FLAT and "b-part" not in bar.css
    if flat and _labelled_zero(column):
        return 0
    least = max((LEAST.get(css, 0) for css in bar.css), default=0)
    return low if 0 < low * pixel < height == least else _value(height, pixel)


def _labelled_zero(column: Column) -> bool:
    return {label.rstrip("?") for lines in column.labels.values() for label in lines} == {"0"}


def _value(height: float, pixel: float) -> int:
    if not pixel:
        assert height == 0, "a bar without a scale"
        return 0
    n = round(height / pixel)
    assert abs(n * pixel - height) < 0.011, f"a bar of {height / pixel:.2f} offences"
    return n


def _percent(text: str) -> float:
    return float(text.removesuffix("%"))


def config_of(figure: Node) -> dict:
    return json.loads(figure.one("script").raw)


def data(figure: Node, body: str) -> dict[Key, Reading]:
    """The figures by which Chart.js finds a year; it writes its words over the drawing."""
    config = config_of(figure)
    years, sets = config["data"]["labels"], config["data"]["datasets"]
    found: dict[Key, Reading] = {}
    for at, (year, mark) in enumerate(zip(years, config["marks"]["columns"], strict=True)):
        assert mark["year"] == year
        bars = [(each["data"][at], each["barPercentage"]) for each in sets]
        told = [(n, width) for n, width in bars if n is not None]
        assert len(told) <= 1, f"{year} has two bars"
        assert mark.keys() == {"year", "words", "newest"}
        found[body, year] = {
            "missing": not told,
            "bar": told[0][0] if told else None,
            "months": round(told[0][1] * 12 / 0.6) if told else None,
        }
    newest = [mark["year"] for mark in config["marks"]["columns"] if mark["newest"]]
    assert newest == [max(year for (_, year), said in found.items() if not said["missing"])]
    return found


def tooltips(figure: Node, body: str) -> dict[Key, Reading]:
    """The words that a pointer over a bar shows."""
    return {
        (body, mark["year"]): _tooltip(mark["words"])
        for mark in config_of(figure)["marks"]["columns"]
    }


def _tooltip(words: str) -> Reading:
    if gap := re.fullmatch(r"No figure: (.*)\. Not zero\.", words):
        return {"missing": True, "reason": reason(gap[1]), "number": None}
    if not words[:1].isdigit():
        return {"missing": True, "reason": reason(words), "number": None}
    told = re.match(rf"((?:{N}) to (?:{N})|(?:{N}) or more|(?:{N}))(?: in {MONTHS})?", words)
    assert told, words
    months = int(told[2]) if told[2] else 12
    doubt = ". In doubt: " in words
    return {"missing": False, "months": months, "doubt": doubt, **amount(told[1])}


def described(figure: Node, body: str) -> dict[Key, Reading]:
    """The alternative text: what the chart says to whoever does not see it."""
    svg = figure.one("svg", "plot-svg")
    title, words = svg.attrs["aria-labelledby"].split()
    told = svg.at(words)
    assert svg.at(title)
    assert told
    return dict(_sentences(told.text, body))


def _sentences(text: str, body: str) -> Iterator[tuple[Key, Reading]]:
    ends = r"(?=\. In \d{4}/\d\d: |\. From \d{4}/\d\d on, |\.$)"
    for year, words in re.findall(rf"In (\d{{4}}/\d\d): (.*?){ends}", text):
        yield (body, year), _described(words)
        # The newest stands beside an earlier figure, which then has no sentence of its own.
        beside = re.search(
            rf", (?:up|down|little|similar|the)\b.*?({N}) (?:in|of) (\d{{4}}/\d\d)$", words
        )
        if beside:
            n = number_in(beside[1])
            yield (body, beside[2]), {"missing": False, "number": n, "low": n, "high": n}


def _described(words: str) -> Reading:
    if gap := re.fullmatch(r"no figure, (.*); it is not zero", words):
        return {"missing": True, "reason": reason(gap[1]), "number": None}
    if not words[:1].isdigit():
        return {"missing": True, "reason": reason(words), "number": None}
    told = re.match(
        rf"((?:{N}) to (?:{N})|(?:{N}) or more|(?:{N}))(?: in {MONTHS} of the year)?(?=,|$)", words
    )
    assert told, words
    months = int(told[2]) if told[2] else 12
    return {
        "missing": False,
        "months": months,
        "doubt": words.endswith(", in doubt"),
        **amount(told[1]),
    }
