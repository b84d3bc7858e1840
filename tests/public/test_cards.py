"""Charts by themselves: what a picture says is what the release has, and what may be framed."""

import re
import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from django.test import TestCase
from PIL import Image, ImageFont

from offences.charts.card import SHAPES, Card, card_svg, picture_of
from offences.charts.setting import Box, Paragraph, set_in
from offences.charts.typefaces import LETTERS, typefaces, width_of
from offences.models import Release, ReleasedFigure
from tests import worlds
from tests.public.awkward import WORLDS, World, site, withdraw
from tests.public.sweep import DEMO, addresses

SVG = "{http://www.w3.org/2000/svg}"
ONLINE = "cyber-flagged"
YEAR = re.compile(r"\d{4}/\d\d")


def texts(svg: str) -> list[str]:
    return ["".join(each.itertext()) for each in ET.fromstring(svg).iter(f"{SVG}text")]


def chart_in(svg: str) -> ET.Element | None:
    """The drawing within a picture: it has a view of its own."""
    return next((e for e in ET.fromstring(svg).iter(f"{SVG}svg") if e.get("overflow")), None)


def numbers_over_bars(svg: str) -> str:
    """The bold words in the drawing but the years, in their order."""
    drawing = chart_in(svg)
    bold = [e for e in drawing.iter(f"{SVG}text") if e.get("font-weight") == "700"]
    return " ".join(sorted(e.text for e in bold if not YEAR.fullmatch(e.text)))


def label(figure: ReleasedFigure) -> str:
    """What a released figure says over its bar."""
    low = f"{figure.low:,}"
    if figure.state == "suppressed":
        low = f"{low} or more" if figure.high is None else f"{low} to {figure.high:,}"
    return f"{low}{'?' if figure.doubt else ''}"


def figures(release: Release, force: str) -> list[ReleasedFigure]:
    of = release.figures.filter(figure_kind="count", body=force, category="total", breakdown="")
    return [each for each in of.order_by("year") if each.state != "missing"]


def check_numbers(svg: str, release: Release, force: str) -> None:
    """Each released figure is over a bar and no other number is; the large one is the newest."""
    of = figures(release, force)
    words = sorted(word for each in of for word in label(each).split())
    assert sorted(numbers_over_bars(svg).split()) == words, force
    years = [text for text in texts(svg) if text.startswith("in 2") or " of 2" in text]
    assert years[0].endswith(f"{of[-1].year}/{(of[-1].year + 1) % 100:02}")
    assert label(of[-1]).removesuffix("?") in texts(svg)


class TestPictures(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def svg(self, force: str, measure: str = ONLINE, file: str = "chart.svg") -> str:
        response = self.client.get(f"/forces/{force}/{measure}/{file}")
        assert response.status_code == 200
        return response.content.decode()

    def svg_of(self, address: str) -> str:
        return self.client.get(address).content.decode()

    def check_pictures(self, step: int) -> None:
        drawn = 0
        for release in (Release.objects.get(measure__slug=m, number=n) for m, n in NEWEST):
            bodies = release.figures.filter(body_kind="force").values_list("body", flat=True)
            for force in sorted(set(bodies))[::step]:
                svg = self.svg(force, release.measure.slug)
                if chart_in(svg) is not None:
                    check_numbers(svg, release, force)
                    drawn += 1
        assert drawn * step > 20

    def test_every_number_of_a_picture_is_a_released_figure(self) -> None:
        self.check_pictures(step=9)

    @pytest.mark.drill
    def test_every_number_of_every_picture_is_a_released_figure(self) -> None:
        self.check_pictures(step=1)

    def test_a_picture_says_what_a_reader_needs_who_sees_nothing_else(self) -> None:
        said = " ".join(texts(self.svg("cambridgeshire")))
        for words in (
            *("Cambridgeshire", "68", "in 2018/19", "Up from 48", "by chance"),
            *("One offence is not one child.", "Do not compare forces"),
            *("40 of 44 forces asked", "Source: Peterborough Today", "Release 4, September 2020."),
            *("Not official statistics.", "testserver/forces/cambridgeshire", "Not zero."),
        ):
            assert words in said, words

    def test_a_force_without_a_figure_has_words_and_no_bar(self) -> None:
        svg = self.svg("essex")
        assert chart_in(svg) is None
        assert "We have no yearly figure" in " ".join(texts(svg))
        assert "does not mean zero" in " ".join(texts(svg))

    def test_the_pictures_are_png_of_their_size_and_the_same_bytes_each_time(self) -> None:
        for file, size in (("chart.png", (1200, 630)), ("chart-square.png", (1080, 1080))):
            response = self.client.get(f"/forces/kent/{ONLINE}/{file}")
            assert response["Content-Type"] == "image/png"
            assert Image.open(BytesIO(response.content)).size == size
            assert response["ETag"] and response["Access-Control-Allow-Origin"] == "*"
            picture_of.cache_clear()
            assert self.client.get(f"/forces/kent/{ONLINE}/{file}").content == response.content

    def test_a_region_and_all_forces_have_pictures_and_frames_as_a_force_has(self) -> None:
        for place, number, whose in (
            ("areas/yorkshire-and-the-humber", "1,493", "all four forces in Yorkshire"),
            ("measures", "3,526", "13 of 46 forces"),
        ):
            svg = self.client.get(f"/{place}/{ONLINE}/chart.svg").content.decode()
            frame = self.client.get(f"/embed/{place}/{ONLINE}/")
            assert number in texts(svg) and whose in " ".join(texts(svg))
            assert number in frame.content.decode() and "<script" not in frame.content.decode()
            assert "frame-ancestors *" in frame["Content-Security-Policy"]
            png = self.client.get(f"/{place}/{ONLINE}/chart.png")
            assert Image.open(BytesIO(png.content)).size == (1200, 630)
            name = f"{place}/" if place.startswith("areas") else f"{place}/{ONLINE}/"
            page = self.client.get(f"/{name}").content.decode()
            assert f"http://testserver/{place}/{ONLINE}/chart.png" in page  # for link previews
        assert f"/embed/{place}/{ONLINE}/" in page

    def test_all_forces_together_are_drawn_like_for_like_with_a_gap_between(self) -> None:
        svg = self.svg_of(f"/measures/{ONLINE}/chart.svg")
        assert sorted(numbers_over_bars(svg).split()) == ["2,592", "3,526"]
        pinned = self.svg_of(f"/releases/{ONLINE}/3/all/chart.svg")
        assert "3,526" not in texts(pinned) and "Release 3, June 2019." in " ".join(texts(pinned))

    def test_other_names_are_not_there(self) -> None:
        for name in (f"kent/{ONLINE}/chart.gif", "kent/nothing/chart.png", f"x/{ONLINE}/chart.png"):
            assert self.client.get(f"/forces/{name}").status_code == 404, name

    def test_a_pinned_picture_never_changes(self) -> None:
        response = self.client.get(f"/releases/{ONLINE}/3/forces/wiltshire/chart.svg")
        assert "54" in texts(response.content.decode())
        assert "Release 3, June 2019." in " ".join(texts(response.content.decode()))
        assert "77" in texts(self.svg("wiltshire"))

    def test_a_page_names_its_picture_for_link_previews(self) -> None:
        page = self.client.get("/forces/cambridgeshire/").content.decode()
        picture = re.search(r'og:image" content="http://testserver([^"]*)"', page)[1]
        assert self.client.get(picture)["Content-Type"] == "image/png"
        assert 'og:image:width" content="1200"' in page
        assert 'name="twitter:card" content="summary_large_image"' in page

    def test_only_embedded_charts_may_be_framed_also_when_they_are_asked_for_again(self) -> None:
        framed = 0
        for address in addresses({name: of[:1] for name, of in DEMO.items()}):
            first = self.client.get(address)
            again = self.client.get(address, headers={"if-none-match": first.get("ETag", "")})
            assert "ETag" not in first or again.status_code == 304
            for response in (first, again):
                may = address.startswith("/embed/")
                assert response.has_header("X-Frame-Options") is not may, address
                assert ("frame-ancestors *" in response["Content-Security-Policy"]) is may, address
                framed += may
        assert framed

    def test_an_embedded_chart_has_no_script_and_says_what_was_corrected(self) -> None:
        live = self.client.get("/embed/wiltshire/").content.decode()
        assert "<script" not in live and 'class="plot-svg' in live
        assert "The figure for 2018/19 was revised: 54 in release 3, 77 since release 4." in live
        pinned = self.client.get(f"/embed/wiltshire/{ONLINE}/3/").content.decode()
        assert "The figure for 2018/19 is 54 here and 77 in the newest release." in pinned
        newest = self.client.get(f"/embed/cambridgeshire/{ONLINE}/4/").content.decode()
        assert "Corrected" not in newest


NEWEST = ((ONLINE, 4), ("sexual-communication", 1))


class TestAwkwardPictures(TestCase):
    def picture(self, world: World) -> tuple[str, Release]:
        newest = site(world).releases[-1]
        return self.client.get("/forces/northshire/online/chart.svg").content.decode(), newest

    def test_every_state_of_a_figure_is_shown_as_what_it_is(self) -> None:
        svg, release = self.picture(
            World(
                {
                    2013: {"low": 0},
                    2014: {"low": None, "why": "refused", "section": "s.12"},
                    2015: {"low": 1, "high": 4, "state": "suppressed"},
                    2016: {"low": 1, "high": None, "state": "suppressed"},
                    2017: {"low": 7, "state": "part_year", "months": 6},
                    2018: {"low": 12, "doubt": "the year may be another"},
                }
            )
        )
        check_numbers(svg, release, "northshire")
        drawing = ET.tostring(chart_in(svg), encoding="unicode")
        assert drawing.count('fill="url(#') == 1  # the gap is hatched, and no bar
        assert "stroke-dasharray" in drawing

    def test_a_withdrawn_release_says_so_in_picture_and_frame(self) -> None:
        gone = site(WORLDS["a rise"]).releases[1]
        withdraw(gone)
        picture = self.client.get("/releases/online/2/forces/northshire/chart.svg")
        frame = self.client.get("/embed/northshire/online/2/")
        for response in (picture, frame):
            assert response.status_code == 410
            assert "A year was misread." in response.content.decode()
            assert "68" not in re.sub(r"<[^>]*>", "", response.content.decode())
        assert "X-Frame-Options" not in frame

    def test_before_anything_is_published_a_frame_says_that(self) -> None:
        worlds.force("Northshire")
        response = self.client.get("/embed/northshire/")
        assert "No figures have been published here yet." in response.content.decode()


@pytest.mark.parametrize("name", SHAPES)
def test_long_words_are_set_smaller_and_stay_in_their_place(name):
    says = ("This figure is in doubt, for a reason that takes a while to tell in full.",) * 6
    area = "Hamp and the Isle of Reed with Upper Glouceshamptonshire"
    card = Card(
        area, "Offences against under-18s, recorded by all", "12,345 or more", "a year", says
    )
    shape = SHAPES[name]
    root = ET.fromstring(card_svg(card, name))
    for line in root.iter(f"{SVG}text"):
        size, bold = float(line.get("font-size")), int(line.get("font-weight"))
        family = line.get("font-family").partition(",")[0]
        right = float(line.get("x")) + width_of(line.text, family, bold, size)
        assert right <= shape.width - 40
        assert float(line.get("y")) + size * 0.25 <= shape.height


def test_what_fits_is_not_set_smaller():
    (line,) = set_in(Box(0, 0, 400, 100), [Paragraph("Few words", 20)])
    assert (line.size, line.text) == (20, "Few words")


@pytest.mark.parametrize("face", typefaces().values(), ids=str)
def test_the_typefaces_of_pictures_have_every_letter_that_welsh_and_english_need(face):
    letters = "ŵŷŴŶâêîôûẁẃẅỳ“”‘’–—…€£½·"
    assert set(map(ord, letters)) <= set(LETTERS)
    assert face.parent.stat().st_mode & 0o055 == 0o055  # the site reads them, under any account
    font, none = ImageFont.truetype(face, 40), ImageFont.truetype(face, 40).getmask("\uffff")
    assert all(bytes(font.getmask(letter)) != bytes(none) for letter in letters)
