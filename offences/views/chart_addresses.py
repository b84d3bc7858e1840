"""Addresses of a chart for others: a picture and a frame, live or pinned to a release."""

from django.http import HttpRequest
from django.urls import reverse

FORCE, AREA, ALL = "force", "area", "all"
"""Whose a chart is: one force, a nation or region, all forces together."""


def chart_addresses(
    request: HttpRequest, kind: str, slug: str, measure: str, number: int, *, pinned: bool = False
) -> dict[str, str]:
    """The addresses that a page gives of its chart; on a pinned page those of its release."""
    whose = [slug] if slug else []

    def of(name: str, *args: object) -> str:
        return reverse(name if kind == FORCE else f"{kind}_{name}", args=args)

    picture = of("chart_picture", *whose, measure, "chart.png")
    live, kept = of("embed_measure", *whose, measure), of("pinned_embed", *whose, measure, number)
    if pinned:
        picture, live = of("pinned_picture", measure, number, *whose, "chart.png"), kept
    return {
        "card_url": picture,
        "card_image": request.build_absolute_uri(picture),
        "embed_url": request.build_absolute_uri(live),
        "pinned_embed_url": kept,
    }
