"""What the main pages look like, beside the pictures of how they are to look.

`make pictures` makes them anew, after a change of the look; a person looks at each that changed.
"""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

pytestmark = [pytest.mark.browser, pytest.mark.drill, pytest.mark.urls("tests.public.addresses")]

FOLDER = Path(__file__).parent / "pictures"
PAGES = {
    "home": "/",
    "forces": "/forces/",
    "shared": "/shared/",
    "compared": "/compared/",
    "force": "/forces/northshire/",
    "force-awkward": "/forces/awkward/",
    "force-none": "/forces/glanfor/",
    "area": "/areas/north-east/",
    "ranking": "/about/ranking/",
    "press": "/press/an-event/northshire/",
}
MOST_HIGH = 3_400  # pixels of a page that are compared
COLOURS = 12  # of a picture that is kept: enough for two inks, a ground and an accent
SHARE = 0.02  # of a picture may differ by more than a little: another browser draws type its way
LITTLE = 64  # of 255


def wait_for_typefaces(route) -> None:
    """The pages’ own typefaces, however late they are: readers would get others."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("optional", "block"))


def drawn(page, address: str) -> Image.Image:
    """The page at half its size, in few colours."""
    page.route("**/site*.css", wait_for_typefaces)
    answer = page.goto(address)
    assert answer.ok, address
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    cut = shot.crop((0, 0, shot.width, min(shot.height, MOST_HIGH)))
    return cut.resize((cut.width // 2, cut.height // 2), Image.Resampling.LANCZOS)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of two pictures that differs; all of it where one is longer by a line or more."""
    if one.width != other.width or abs(one.height - other.height) > 8:
        return 1.0
    height = min(one.height, other.height)
    box = (0, 0, one.width, height)
    apart = ImageChops.difference(one.crop(box), other.crop(box)).convert("L")
    return ImageStat.Stat(apart.point(lambda value: value > LITTLE and 255)).mean[0] / 255


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_main_pages_look_as_they_are_to_look(new_page, width, dark):
    page = new_page(own=True, width=width, dark=dark, javascript=False)
    found = {}
    for name, address in PAGES.items():
        picture = drawn(page, address)
        file = FOLDER / f"{name}-{width}{'-dark' if dark else ''}.png"
        if os.environ.get("PICTURES") == "new":
            FOLDER.mkdir(exist_ok=True)
            few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            few.save(file, optimize=True)
        with Image.open(file) as kept:
            found[name] = difference(picture, kept.convert("RGB"))
    assert {name: share for name, share in found.items() if share > SHARE} == {}


def test_a_page_that_looks_different_is_noticed(new_page):
    page = new_page(own=True, width=360, javascript=False)
    one, other = drawn(page, "/about/ranking/"), drawn(page, "/areas/north-east/")
    assert difference(one, one) == 0
    assert difference(one, other) > SHARE
