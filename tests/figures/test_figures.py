"""The pages of all forces together: measures, who answered, releases, what changed."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offences.models import Force, Release
from offences.trends import figures_of, panel_of, released_trends, responses_of, trend_of
from tests import worlds
from tests.figures.worlds import OPENS, answer, figure, release
from tests.public.test_templates import prose
from tests.samples import is_drill, some

PAGES = [
    "/measures/cyber-flagged/",
    "/measures/sexual-communication/",
    "/responses/2019/",
    "/responses/2017/",
    "/responses/2024-10-sexual-communication/",
    "/releases/",
    "/releases/cyber-flagged/4/",
    "/releases/sexual-communication/1/",
    "/releases/cyber-flagged/4/changes/",
    "/releases/cyber-flagged/1/changes/",
    "/data/",
]
FILES = ["/releases/cyber-flagged/4/figures.csv", "/releases/cyber-flagged/4/figures.xlsx"]
MOST_QUERIES = 5


def words(response) -> str:
    """The visible text of the page's main part."""
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


class TestDemo(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    @override_settings(PUBLIC_STATE_KEPT=dt.timedelta(hours=1))
    def test_no_page_asks_more_than_a_few_questions(self) -> None:
        self.client.get("/about/")  # what is public is read
        for address in [*PAGES, *FILES]:
            with CaptureQueriesContext(connection) as asked:
                assert self.client.get(address).status_code == 200, address
            assert len(asked) <= MOST_QUERIES, (address, len(asked))

    def test_a_measure_opens_with_the_newest_total_of_the_first_page(self) -> None:
        blocks = self.client.get("/").context["blocks"]
        assert [block for block in blocks if block.newest]
        for block in blocks:
            page = words(self.client.get(f"/measures/{block.measure.slug}/"))
            opening = page[: page.index("What is counted")]
            shown = block.newest and f"{block.newest.shown} offences in {block.newest.year}"
            assert (shown or "published totals and what we can add up") in opening

    def test_a_trend_read_as_values_is_the_trend_read_as_figures(self) -> None:
        for each in Release.objects.select_related("measure"):
            figures, responses = figures_of([each]), responses_of([each])
            for force in Force.objects.all():
                (found,) = released_trends(force, [each])
                whole = trend_of(force, each, figures, responses)
                assert replace(found, recorded=()) == replace(whole, recorded=())
                assert [
                    (f.history, f.published_in_words, f.as_written, f.low) for f in found.recorded
                ] == [
                    (f.history, f.published_in_words, f.as_written, f.low) for f in whole.recorded
                ]

    def test_every_page_gives_help_says_what_it_is_not_and_opens_no_sentence_with_a_figure(self):
        for address in PAGES:
            html = self.client.get(address).content.decode()
            assert "Not official statistics" in html
            assert 'href="#help"' in html
            page = prose(html)
            assert len(page.ids) == len(set(page.ids)), address
            for parts in page.texts:
                for said in re.split(r"(?<=[.?!]) ", " ".join("".join(parts).split())):
                    if said.endswith((".", "?")) and " " in said:
                        assert not said[0].isdigit(), (address, said)

    def test_each_page_offers_the_next_step(self) -> None:
        links: set[str] = set()
        for address in PAGES:
            html = self.client.get(address).content.decode()
            assert "Where next" in html or "Also published" in html, address
            links |= {*re.findall(r'href="(/[^"#]*)"', html)}
        lead_on = sorted(x for x in links if not x.startswith(("/static/", "/forces/")))
        assert len(lead_on) > 20
        for link in some(lead_on, 8):
            assert self.client.get(link, follow=True).status_code == 200, link

    def test_like_for_like_names_its_forces(self) -> None:
        text = words(self.client.get("/measures/cyber-flagged/"))
        assert (
            "The 13 police forces with figures for both years recorded 3,526 offences in 2019/20, "
            "up from 2,592 in 2018/19." in text
        )
        assert "They do not represent the rest." in text

    def test_what_we_have_of_a_force_counts_figures_and_no_report_without_one(self) -> None:
        # One of its two reports says that it did not answer: "1 figure from 2 published reports".
        one = words(self.client.get("/forces/dyfed-powys/"))
        assert "What we have: 1 figure in the table above, with its source." in one
        some = words(self.client.get("/forces/cambridgeshire/"))
        assert "What we have: 3 figures in the table above, each with its source." in some

    def test_a_place_is_added_up_only_where_every_force_is_held(self) -> None:
        measure = words(self.client.get("/measures/sexual-communication/"))
        assert "Wales 326 in 2021/22, from all four forces" in measure
        assert "East Midlands" in measure.split("with no complete year yet")[1]
        text = words(self.client.get("/areas/wales/sexual-communication/"))
        for force in ("Dyfed-Powys", "Gwent", "North Wales", "South Wales"):
            assert force in text.split("Its forces")[1]
        assert "2021/22 326 In July 2022: 326, from 4 of 4 forces." in text
        assert "2020/21 Not added up: no figure from Gwent" in text
        assert "2017/18 Not added up: Dyfed-Powys’ figure is in doubt" in text
        text = words(self.client.get("/areas/south-east/sexual-communication/"))
        # The newspaper's table of the South East has no Thames Valley, and the page says so.
        assert "2018/19 747 In October 2024: 473, from 4 forces (Hampshire, Kent" in text
        assert "no Thames Valley" in text
        assert "2019/20 Not added up: no figure from Thames Valley" in text

    def test_who_answered_in_2019(self) -> None:
        text = words(self.client.get("/responses/2019/"))
        assert "The charity asked 44 forces about 2015/16 to 2018/19" in text
        assert "Figures for 2018/19 from 40 of the 44 forces asked" in text
        assert "We know 20 of the 40 by name; the others were not named" in text
        assert "Refused None that we know of" in text
        assert 'href="/forces/dyfed-powys/"' in self.client.get("/responses/2019/").content.decode()

    def test_all_gave_figures_though_not_all_are_in_the_records(self) -> None:
        text = words(self.client.get("/responses/2020/"))
        assert "Figures for 2019/20 from all 46 forces asked" in text
        assert "in our records" not in text
        measure = words(self.client.get("/measures/cyber-flagged/"))
        assert "2019/20 From 13 of the 46 forces asked." in measure
        assert "The charity’s total of September 2020 counts all 46." in measure

    def test_a_round_of_which_the_number_asked_was_not_printed(self) -> None:
        text = words(self.client.get("/responses/2017/"))
        assert "How many it asked was not published." in text

    def test_what_changed_says_old_and_new(self) -> None:
        text = words(self.client.get("/releases/cyber-flagged/4/changes/"))
        assert "Wiltshire before: 54 → , now: 77" in text
        assert "we do not have it" in text
        first = words(self.client.get("/releases/cyber-flagged/1/changes/"))
        assert "No earlier release of this measure is public" in first

    def test_home_and_a_force_lead_on(self) -> None:
        home = self.client.get("/").content.decode()
        for link in (
            "/measures/cyber-flagged/",
            "/responses/2020/",
            "/releases/cyber-flagged/4/",
            "/releases/cyber-flagged/4/changes/",
            "/data/",
        ):
            assert f'href="{link}"' in home
        force = words(self.client.get("/forces/cambridgeshire/"))
        assert "Figures from 40 of the 44 forces asked. Who answered in 2019" in force

    def test_what_is_not_there_is_not_found(self) -> None:
        for address in (
            "/measures/none/",
            "/responses/1999/",
            "/releases/cyber-flagged/99/",
            "/releases/cyber-flagged/99/changes/",
            "/releases/cyber-flagged/99/figures.xlsx",
        ):
            assert self.client.get(address).status_code == 404


@pytest.fixture
def made(db):
    class Made:
        measure = worlds.measure()
        round = worlds.round_of(measure)
        north = worlds.force("Northshire")
        south = worlds.force("Southshire")

    return Made()


def test_a_withdrawn_release_is_gone_with_its_reason_and_without_its_figures(client, made):
    gone = release(made.measure, made.round, withdrawn="A year was misread.")
    figure(gone, made.north, 2018, 6813)
    answer(gone, made.north)
    for part in ("", "changes/", "figures.csv", "figures.xlsx"):
        response = client.get(f"/releases/online/1/{part}")
        assert response.status_code == 410, part
        assert "A year was misread." in response.content.decode()
        assert "6813" not in response.content.decode()
    assert "A year was misread." in client.get("/releases/").content.decode()
    assert client.get("/responses/2019/").status_code == 404
    assert "No figures have been published here yet." in words(client.get("/measures/online/"))


def test_before_its_minute_a_release_is_nowhere(client, made):
    now = timezone.now()
    first = release(made.measure, made.round)
    figure(first, made.north, 2018, 60)
    second = release(made.measure, made.round, 2, public_at=now + dt.timedelta(hours=1))
    figure(second, made.north, 2018, 77701)
    answer(second, made.north)
    for address in ("/releases/", "/measures/online/", "/data/", "/releases/online/1/"):
        html = client.get(address).content.decode()
        assert "77,701" not in html
        assert "The figures, 2" not in html
        assert "/releases/online/2/" not in html
    assert client.get("/releases/online/2/").status_code == 404
    assert client.get("/responses/2019/").status_code == 404


def test_changes_are_beside_a_release_that_readers_have_seen(client, made):
    for number, low, at in (
        (1, 60, OPENS),
        (2, 61, timezone.now() + dt.timedelta(days=9)),
        (3, 62, OPENS),
    ):
        each = release(made.measure, made.round, number, public_at=at)
        figure(each, made.north, 2018, low)
    text = words(client.get("/releases/online/3/changes/"))
    assert "release 1" in text
    assert "before: 60 → , now: 62" in text
    assert "61" not in text


def test_no_change_is_said(client, made):
    for number in (1, 2):
        figure(release(made.measure, made.round, number), made.north, 2018, 60)
    assert "No figure changed." in words(client.get("/releases/online/2/changes/"))


def test_a_withheld_number_makes_a_range_and_a_fall_is_a_fall(client, made):
    each = release(made.measure, made.round)
    for force, year, low, high in (
        (made.north, 2017, 200, None),
        (made.south, 2017, 100, None),
        (made.north, 2018, 120, None),
        (made.south, 2018, 1, 4),
    ):
        figure(each, force, year, low, high)
    text = words(client.get("/measures/online/"))
    assert "between 121 and 124 offences in 2018/19" in text
    assert "down from 300 in 2017/18" in text
    assert "between 121 and 124 in 2018/19" in text  # both forces of the North


def test_nothing_is_compared_across_a_break(client, made):
    why = "Images are counted too."
    each = release(made.measure, made.round, breaks=[{"year": 2018, "why": why}])
    for force in (made.north, made.south):
        for year in (2017, 2018):
            figure(each, force, year, 100 + year % 7)
    response = client.get("/measures/online/")
    assert why in words(response)
    assert "Like for like" not in words(response)
    assert why in words(client.get("/releases/online/1/"))


def test_a_part_year_and_a_doubt_are_not_compared_or_added(client, made):
    each = release(made.measure, made.round)
    for year in (2016, 2017):
        figure(each, made.north, year, 100)
    figure(each, made.south, 2016, 50)
    figure(each, made.south, 2017, 30, state="part_year", months=6)
    area = words(client.get("/areas/england/"))
    assert "Not added up: Southshire’s figure covers part of the year" in area
    text = words(client.get("/measures/online/"))
    assert "Like for like" not in text  # two forces at least


def test_refusals_have_their_reason_and_the_last_request_counts(client, made):
    each = release(made.measure, made.round)
    figure(each, made.north, 2018, 60)
    east = worlds.force("Eastshire")
    answer(each, made.north, "refused", reason="too costly")
    answer(each, made.north, "answered", number=2, reference="FOI 12")
    answer(each, made.south, "refused", reason="section 12, cost", outcome_on=dt.date(2019, 5, 1))
    answer(each, east, "no_response", source="Gazette", source_url="https://gazette.example/1")
    text = words(client.get("/responses/2019/"))
    assert "Gave figures One force" in text
    assert "Reference FOI 12. This was a second request; the first: refused." in text
    assert "Southshire On 1 May 2019. The reason given: section 12, cost." in text
    assert "Eastshire The reason is not known." in text
    assert "We know three forces of them by name." in text


def test_a_panel_has_an_empty_series_for_a_member_without_a_figure(made):
    each = release(made.measure, made.round)
    figure(each, made.north, 2018, 60)
    panel = panel_of(each, figures_of([each]), [], {"northshire", "southshire"})
    assert set(panel.series) == {"northshire", "southshire"}
    assert panel.asked == 2


def test_the_questions_do_not_grow_with_the_forces(made):
    each = release(made.measure, made.round)
    pages = [
        "/measures/online/",
        "/responses/2019/",
        "/releases/online/1/",
        "/releases/online/1/changes/",
        "/releases/online/1/figures.xlsx",
    ]

    @override_settings(PUBLIC_STATE_KEPT=dt.timedelta(hours=1))
    def asked() -> list[int]:
        client, found = Client(), []
        client.get("/about/")  # what is public is read
        for address in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        return found

    figure(each, made.north, 2018, 60)
    answer(each, made.north)
    few = asked()
    for n in range(42 if is_drill() else 9):
        force = worlds.force(f"Shire {chr(65 + n // 26)}{chr(65 + n % 26)}")
        for year in range(2015, 2019):
            figure(each, force, year, 60 + n)
        answer(each, force)
    assert Force.objects.count() == (44 if is_drill() else 11)
    assert asked() == few
    assert max(few) <= MOST_QUERIES


def test_without_any_release_the_pages_say_so(client, db):
    assert Release.objects.count() == 0
    assert "No release is public yet." in words(client.get("/releases/"))
    assert "Nothing has been published here yet." in words(client.get("/data/"))


@pytest.mark.parametrize(("asked", "unasked"), [(2, 1), (3, 0)])
def test_a_force_that_was_not_asked_is_not_counted_among_those_without_a_figure(
    made, client, asked, unasked
):
    """Only where all that were asked are known by name; else it may have been one of them."""
    each = release(made.measure, made.round)
    worlds.force("Westshire")
    figure(each, made.north, 2018, 60)
    for force in (made.north, made.south):
        answer(each, force, round_asked=asked)
    kinds = {kind.kind: kind.forces for kind in client.get("/").context["kinds"]}
    assert kinds == {"has": 1, "not": 2 - unasked} | ({"unasked": 1} if unasked else {})
    assert ("not asked for 2018/19" in client.get("/").content.decode()) is bool(unasked)
