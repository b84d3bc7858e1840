"""Whether a colour can be read on a ground, by the formula of WCAG 2."""

import colorsys
from collections.abc import Sequence

LEAST = 4.5
LIGHT, DARK = ("#fcfbf7", "#ffffff", "#f3f0e8"), ("#0f161c", "#17212a", "#1b2630")
"""The grounds of the public pages, as static/site.css has them."""


def _parts(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour)]
    return sum(n * weight for n, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(colour: str, grounds: Sequence[str]) -> float:
    """The contrast on the worst of some grounds: from 1, none, to 21."""
    found = []
    for ground in grounds:
        low, high = sorted((_luminance(colour), _luminance(ground)))
        found.append((high + 0.05) / (low + 0.05))
    return min(found)


def nearest(colour: str, grounds: Sequence[str]) -> str:
    """The colour of the same hue, as little lighter or darker as it must be to be read."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(1001):
        for tried in (lightness - step / 1000, lightness + step / 1000):
            rgb = colorsys.hls_to_rgb(hue, min(1, max(0, tried)), saturation)
            found = "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
            if contrast(found, grounds) >= LEAST:
                return found
    raise ValueError("No colour can be read on all these grounds.")
