"""The page that answers a search, and the addresses that lead to a force's page."""

import re

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from offences.models import Force
from tests import worlds
from tests.public.reading import faults_of

pytestmark = pytest.mark.on_postgresql


class TestFindingAForce(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def result(self, q: str) -> str:
        html = self.client.get("/forces/", {"q": q}).content.decode()
        assert faults_of(html) == []
        result = re.search(r'<section class="result".*?</section>', html, re.DOTALL)
        assert result
        return result[0]

    def links(self, q: str) -> list[str]:
        return re.findall(r'href="/forces/([\w-]+)/"', self.result(q))

    def test_a_town_gives_its_force_with_the_newest_figure(self) -> None:
        result = self.result("Leeds")
        assert "Leeds is in West Yorkshire" in result
        assert "recorded 721 online sexual offences" in result
        assert self.links("Leeds") == ["west-yorkshire"]

    def test_a_shared_postcode_says_where_each_force_s_part_is(self) -> None:
        result = self.result("NG16")
        assert "Two forces share NG16" in result
        assert "Most of NG16: Broxtowe and Ashfield" in result
        assert "type your full postcode" in result

    def test_a_force_without_a_figure_is_not_shown_as_zero(self) -> None:
        result = self.result("SW1A 0AA")
        assert "No figure yet" in result and "does not mean zero" in result

    def test_two_forces_are_answered_with_why_they_cannot_be_ranked(self) -> None:
        result = self.result("Durham Kent")
        assert "We do not put forces side by side" in result
        assert 'href="/about/ranking/"' in result
        assert self.links("Durham Kent") == ["durham", "kent"]
        why = self.client.get("/about/ranking/").content.decode()
        assert 'href="/about/methods/#rank"' in why
        assert 'id="rank"' in self.client.get("/about/methods/").content.decode()

    def test_a_guess_is_a_choice_without_a_figure(self) -> None:
        result = self.result("Birmingam")
        assert "We do not know “Birmingam”" in result and "Did you mean this?" in result
        assert "recorded" not in result

    def test_an_unknown_place_leads_to_the_list(self) -> None:
        for q in ("Xanadu", "ZZ1 1ZZ", "England", "Isle of Man", "x" * 200):
            assert self.links(q) == []
            assert 'href="/forces/"' in self.result(q)

    def questions(self, address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            self.client.get(address)
        return len(asked)

    def test_a_search_asks_three_questions_at_most_beside_what_every_page_asks(self) -> None:
        every_page = self.questions("/licence/")
        for q in ("Leeds", "NG16", "Newport", "Durham+Kent", "Xanadu", "Wales", "Birmingam"):
            assert self.questions(f"/forces/?q={q}") <= every_page + 3, q

    def test_a_new_spelling_of_a_force_is_found(self) -> None:
        force = Force.objects.get(slug="essex")
        assert self.links("The Marsh Watch") == []
        force.spellings.create(spelling="Marsh Watch")
        assert self.links("The Marsh Watch") == ["essex"]

    def test_hostile_text_is_shown_as_text(self) -> None:
        for q in ("<script>alert(1)</script>", "' OR 1=1 --", "%s", "\0", "{{ q }}", "‮abc"):
            html = self.client.get("/forces/", {"q": q}).content.decode()
            assert "<script>alert" not in html

    def test_a_search_sets_no_cookie_and_says_that_it_is_not_stored(self) -> None:
        response = self.client.get("/forces/", {"q": "Leeds"})
        assert not response.cookies
        assert "We do not store what you search for." in response.content.decode()

    def test_capitals_and_abbreviations_lead_to_the_page_of_the_force(self) -> None:
        for typed, slug in (
            *(("Durham", "durham"), ("met", "metropolitan"), ("GMP", "greater-manchester")),
            *(
                ("cambs", "cambridgeshire"),
                ("psni", "northern-ireland"),
                ("Herts", "hertfordshire"),
            ),
            *(("west_yorkshire", "west-yorkshire"), ("devon-cornwall", "devon-and-cornwall")),
        ):
            response = self.client.get(f"/forces/{typed}/")
            assert (response.status_code, response["Location"]) == (301, f"/forces/{slug}/"), typed

    def test_a_town_or_an_ambiguous_abbreviation_is_no_address(self) -> None:
        for typed in ("leeds", "wmp", "nowhere"):
            assert self.client.get(f"/forces/{typed}/").status_code == 404

    def test_the_licence_page_names_the_sources_of_places(self) -> None:
        page = self.client.get("/licence/").content.decode()
        for source in ("OS data © Crown copyright", "Royal Mail data", "GeoNames", "mySociety"):
            assert source in page
