"""Every public address, made from the URLconf: a new route is visited, or a test says why not.

A route without parts is visited as it is. One with parts needs examples of them, under its name.
"""

from collections.abc import Mapping, Sequence

from django.urls import URLPattern, get_resolver, reverse

Parts = Mapping[str, Sequence[str]]
"""By the name of a route, examples of its parts, such as "cyber-flagged 4 essex"; () for none."""

SITE = "config.urls"
TEXT = "how-safe-are-our-children-2019 cambridgeshire"

FILES = ("figures.ods", "figures.json", "datapackage.json", "changes.csv", "answers.csv")
ELSEWHERE = {"api_figures", "api_answers", "data_file"}  # are asked in tests/exports/

DEMO: Parts = {
    "force": [
        *("cambridgeshire", "lancashire", "wiltshire"),  # figures; one in doubt; one revised
        *("essex", "dyfed-powys", "police-scotland"),  # none; no answer; never asked
    ],
    "force_measure": ["cambridgeshire sexual-communication", "dyfed-powys sexual-communication"],
    "force_feed": ["cambridgeshire", "essex"],
    "force_csv": ["cambridgeshire cyber-flagged"],
    "area": ["wales", "north-east", "south-west"],  # added up in some years; in none
    "area_measure": ["wales sexual-communication", "south-west sexual-communication"],
    "chart_picture": [
        *("cambridgeshire cyber-flagged chart.svg", "essex cyber-flagged chart.png"),
        "dyfed-powys sexual-communication chart-square.png",
    ],
    "pinned_picture": ["cyber-flagged 4 cambridgeshire chart.svg"],
    "embed": ["cambridgeshire", "essex"],
    "embed_measure": ["wiltshire cyber-flagged"],
    "pinned_embed": ["wiltshire cyber-flagged 3"],
    "area_chart_picture": ["wales cyber-flagged chart.svg", "south-west cyber-flagged chart.svg"],
    "area_pinned_picture": ["cyber-flagged 3 north-east chart.svg"],
    "area_embed_measure": ["yorkshire-and-the-humber cyber-flagged"],
    "area_pinned_embed": ["wales cyber-flagged 3"],
    "all_chart_picture": ["cyber-flagged chart.svg", "sexual-communication chart-square.png"],
    "all_pinned_picture": ["cyber-flagged 3 chart.svg", "cyber-flagged 1 chart.svg"],
    "all_embed_measure": ["cyber-flagged"],
    "all_pinned_embed": ["cyber-flagged 3"],
    "measure": ["cyber-flagged", "sexual-communication"],
    "responses": ["2017", "2019", "2020", "2024-10-sexual-communication"],
    "release": ["cyber-flagged 4", "cyber-flagged 1", "sexual-communication 1"],
    "release_changes": ["cyber-flagged 4", "cyber-flagged 1"],
    "release_csv": ["cyber-flagged 4"],
    "release_xlsx": ["cyber-flagged 4"],
    "release_file": [f"cyber-flagged 4 {name}" for name in FILES],
    "data_of": ["cyber-flagged", "sexual-communication"],
    "pinned_force": ["cyber-flagged 4 cambridgeshire"],
    "pinned_csv": ["cyber-flagged 4 cambridgeshire"],
    "press_event": ["how-safe-are-our-children-2019"],
    "press_text": [TEXT, "how-safe-are-our-children-2019 national"],
    "press_figures": [TEXT, "how-safe-are-our-children-2019 national"],
    "press_txt": [TEXT],
    "press_docx": [TEXT],
}


def routes() -> list[URLPattern]:
    """Every route of the site but the admin's."""
    (app,) = get_resolver(SITE).url_patterns
    return [route for route in app.url_patterns if isinstance(route, URLPattern)]


def first_of(parts: Parts) -> Parts:
    """One example for each route that has any."""
    return {name: examples[:1] for name, examples in parts.items()}


def addresses(parts: Parts) -> list[str]:
    """The address of every public route, with each of these examples where it has parts."""
    found = []
    for route in routes():
        if route.name in ELSEWHERE:
            continue
        assert route.name, f"Give the route {route.pattern} a name, so that it can be visited."
        if not route.pattern.converters:
            found.append(reverse(route.name, SITE))
            continue
        assert route.name in parts, f"Give “{route.name}” an example, so that it is visited too."
        found += [reverse(route.name, SITE, args=each.split()) for each in parts[route.name]]
    return found
