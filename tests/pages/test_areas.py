"""The pages of nations and regions, on the demonstration: from sums that compare and no other."""

from django.test import TestCase

from tests import worlds
from tests.pages.test_about import words


class TestAreas(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def read(self, address: str) -> str:
        return words(self.client, address)

    def test_a_nation_is_shown_by_the_newest_year_of_which_every_force_has_a_figure(self) -> None:
        page = self.read("/areas/wales/sexual-communication/")
        assert "recorded by all four forces in Wales together" in page
        assert "326 in 2021/22" in page
        assert "The year 2023/24 is not added up: South Wales’ figure is in doubt." in page
        assert "Forces in Wales recorded 379 offences in 2019/20, up from 310 in 2018/19." in page
        assert "Not all forces. Not zero." in page

    def test_a_region_without_a_whole_year_has_no_figure_and_says_why(self) -> None:
        page = self.read("/areas/london/")
        assert "We cannot add up London for any year yet." in page
        assert 'class="tally' not in self.client.get("/areas/london/").content.decode()
        assert "Quote this" not in page
        # A force whose area has the region's name is called by its own.
        assert "no figure from City of London or Metropolitan Police Service" in page

    def test_years_without_all_forces_are_not_added_up_but_compared_like_for_like(self) -> None:
        page = self.read("/areas/west-midlands/")
        assert "We cannot add up the West Midlands for any year yet." in page
        assert "The three forces in the West Midlands with figures for both years recorded" in page
        assert "recorded 1,141 offences in 2019/20, up from 935 in 2018/19" in page

    def test_a_force_leads_to_its_region_and_nation_and_they_lead_back(self) -> None:
        force = self.client.get("/forces/gwent/").content.decode()
        assert '<a href="/areas/wales/">Wales</a>' in force
        kent = self.client.get("/forces/kent/").content.decode()
        assert "/areas/south-east/" in kent
        assert "/areas/england/" in kent
        essex = self.client.get("/forces/essex/").content.decode()
        assert essex.index("/areas/england/") < essex.index("/areas/east-of-england/")
        assert 'href="/forces/gwent/"' in self.client.get("/areas/wales/").content.decode()
        assert 'href="/areas/wales/"' in self.client.get("/forces/").content.decode()
        assert "/areas/" not in self.client.get("/forces/northern-ireland/").content.decode()

    def test_an_address_that_is_no_area_or_no_count_is_not_found(self) -> None:
        for address in ("/areas/atlantis/", "/areas/wales/nothing/", "/areas/northern-ireland/"):
            assert self.client.get(address).status_code == 404, address
        first = self.client.get("/areas/wales/cyber-flagged/")
        assert (first.status_code, first["Location"]) == (302, "/areas/wales/")

    def test_every_area_is_on_the_map_for_programs(self) -> None:
        sitemap = self.client.get("/sitemap.xml").content.decode()
        for slug in ("wales", "england", "yorkshire-and-the-humber"):
            assert f"/areas/{slug}/" in sitemap
