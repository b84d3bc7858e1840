"""For programs: the data package, what changed, the dictionary, the page and what it promises."""

import csv
import datetime as dt
import html
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from frictionless import Package

from offences.models import Release
from tests import worlds
from tests.exports import reading
from tests.public.awkward import WORLDS, site, withdraw
from tests.samples import sampled, some

pytestmark = pytest.mark.django_db
CSVS = ("figures.csv", "changes.csv", "answers.csv")
ATOM = "{http://www.w3.org/2005/Atom}"


def stored(client: Client, release: Release, folder) -> str:
    """The package and its files in a folder, as a researcher has them."""
    address = f"/releases/{release.measure.slug}/{release.number}"
    folder.mkdir()
    for name in (*CSVS, "datapackage.json"):
        (folder / name).write_bytes(reading.fetch(client, f"{address}/{name}"))
    return str(folder / "datapackage.json")


def test_frictionless_finds_every_package_of_the_demonstration_valid(client, tmp_path):
    worlds.demo()
    for release in some(Release.objects.order_by("-pk").select_related("measure"), 3):
        package = Package(stored(client, release, tmp_path / f"{release.pk}"))
        report = package.validate()
        assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])[:5]
        assert {each.path for each in package.resources} == {*CSVS}
        assert package.licenses[0]["name"] == "CC-BY-4.0"
        rows = package.get_resource("figures").read_rows()
        plain = reading.csv_rows(
            reading.fetch(client, f"/releases/{release.measure.slug}/{release.number}/figures.csv")
        )
        assert [row["number"] for row in rows] == [
            row["number"] if row["number"] != "" else None for row in plain
        ]


@pytest.mark.parametrize(
    "name", sampled(["ages", "zero", "an open range", "no figure"], ["ages", "no figure"])
)
def test_frictionless_finds_packages_with_hidden_numbers_and_zeros_valid(client, tmp_path, name):
    release = site(WORLDS[name], issued=False).releases[-1]
    assert Package(stored(client, release, tmp_path / "it")).validate().valid


def test_frictionless_would_see_a_changed_number(client, tmp_path):
    release = site(WORLDS["zero"], issued=False).releases[-1]
    described = stored(client, release, tmp_path / "it")
    file = tmp_path / "it" / "figures.csv"
    text = file.read_bytes()
    assert b",60,60,60," in text
    file.write_bytes(text.replace(b",60,60,60,", b",sixty,60,60,", 1))
    found = Package(described).validate().flatten(["type"])
    assert ["type-error"] in found


KEY = ("kind", "place", "what", "breakdown", "category", "year", "period")
SAID = ("number", "low", "high", "marker", "reason", "months")


def test_the_changes_lead_from_the_release_before_to_this_one(client):
    worlds.demo()
    of_measure = Release.objects.filter(measure__slug="cyber-flagged").order_by("number")
    tables = {}
    for release in of_measure:
        address = f"/releases/cyber-flagged/{release.number}"
        tables[release.number] = reading.csv_rows(reading.fetch(client, f"{address}/figures.csv"))
    changed = 0
    for number in list(tables)[1:]:
        before = [
            row for row in tables[number - 1] if str(row["what"]).startswith(("count", "sum"))
        ]
        state = {tuple(row[n] for n in KEY): tuple(row[n] for n in SAID) for row in before}
        rows = reading.csv_rows(
            reading.fetch(client, f"/releases/cyber-flagged/{number}/changes.csv")
        )
        for row in rows:
            if not str(row["what"]).startswith(("count", "sum")):
                continue
            changed += 1
            key, then = tuple(row[n] for n in KEY), tuple(row[f"{n}_before"] for n in SAID)
            if row["change"] == "new":
                assert key not in state and set(then) == {""}
            else:
                assert state.pop(key) == then and row["since_release"] == number - 1
            if row["change"] != "no longer given":
                state[key] = tuple(row[n] for n in SAID)
        now = [row for row in tables[number] if str(row["what"]).startswith(("count", "sum"))]
        assert state == {tuple(row[n] for n in KEY): tuple(row[n] for n in SAID) for row in now}
    assert changed > 50
    first = reading.csv_rows(reading.fetch(client, "/releases/cyber-flagged/1/changes.csv"))
    assert first == []


def test_latest_leads_to_the_newest_release_that_is_public(client):
    made = site(WORLDS["a rise"], issued=False)
    response = client.get("/data/online/latest/figures.csv")
    assert (response.status_code, response["Location"]) == (302, "/releases/online/3/figures.csv")
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "ETag" not in response
    withdraw(made.releases[-1])
    assert (
        client.get("/data/online/latest/figures.ods")["Location"]
        == "/releases/online/2/figures.ods"
    )
    assert client.get("/data/online/2/figures.csv")["Location"] == "/releases/online/2/figures.csv"
    for gone in ("online/9/figures.csv", "online/latest/other.csv", "no/latest/figures.csv"):
        assert client.get(f"/data/{gone}").status_code == 404, gone
    assert client.get("/releases/online/3/figures.ods").status_code == 410


def test_nothing_of_a_release_before_its_minute(client):
    made = site(WORLDS["a rise"], issued=False)
    third = Release.objects.filter(pk=made.releases[-1].pk)
    worlds.as_if(third, public_at=dt.datetime(2999, 1, 1, tzinfo=dt.UTC))
    assert client.get("/data/online/latest/figures.csv")["Location"].endswith("/2/figures.csv")
    for name in ("figures.json", "figures.ods", "changes.csv", "datapackage.json", "answers.csv"):
        assert client.get(f"/releases/online/3/{name}").status_code == 404
    assert client.get("/api/v1/figures?measure=online&release=3").status_code == 404
    assert "release 3" not in client.get("/forces/northshire/feed.atom").content.decode()


def scripts(client: Client) -> list[str]:
    page = client.get("/data/").content.decode()
    return [html.unescape(each) for each in re.findall(r"<pre[^>]*><code>(.*?)</code>", page, re.S)]


def test_the_scripts_name_a_file_that_is_there_and_columns_that_it_has(client):
    """R and pandas are not here; what the scripts ask for is done with the plain csv module."""
    worlds.demo()
    in_r, in_pandas, _ = scripts(client)
    compile(in_pandas, "pandas", "exec")
    for script in (in_r, in_pandas):
        (address,) = re.findall(r'"(http://testserver[^"]+)"', script)
        text = reading.fetch(client, address.removeprefix("http://testserver")).decode("utf-8-sig")
        rows = [*csv.DictReader(io.StringIO(text, newline=""))]
        named = {"what", "breakdown", "number", "place", "year", "source", "low", "high", "months"}
        assert all(re.search(rf"\b{name}\b", script) for name in named) and named < {*rows[0]}
        found = [
            (row["place"], row["year"], int(row["number"]), row["source"])
            for row in rows
            if row["what"] == "count from a return" and not row["breakdown"] and row["number"]
        ]
        assert ("Cambridgeshire Constabulary", "2018/19", 68) in {each[:3] for each in found}


def test_how_to_cite_it_names_the_release_for_ever(client):
    worlds.demo()
    page = client.get("/data/").content.decode()
    *_, bibtex = scripts(client)
    assert bibtex.startswith("@misc{cyber-flagged-release-4,") and bibtex.endswith("}")
    assert bibtex.count("{") == bibtex.count("}")
    assert 'year = "2020"' in bibtex and "month = sep" in bibtex
    assert 'url = "http://testserver/releases/cyber-flagged/4/"' in bibtex
    (sentence,) = re.findall(r'<blockquote class="citation"><p>(.*?)</p>', page)
    assert "release 4, September 2020. http://testserver/releases/cyber-flagged/4/" in sentence
    assert "CC BY 4.0" in page


def linked(client: Client, address: str) -> dict:
    page = client.get(address).content.decode()
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return json.loads(found)


def test_search_engines_are_told_all_of_a_dataset_and_of_the_catalogue(client):
    worlds.demo()
    one = linked(client, "/releases/cyber-flagged/4/")
    wanted = {
        *("name", "description", "url", "identifier", "version", "license", "creator", "publisher"),
        *("datePublished", "temporalCoverage", "spatialCoverage", "variableMeasured", "keywords"),
        *("distribution", "includedInDataCatalog", "isAccessibleForFree", "measurementTechnique"),
    }
    assert wanted <= {name for name, value in one.items() if value}
    assert one["@type"] == "Dataset" and len(one["description"]) >= 50
    for each in one["distribution"]:
        address = each["contentUrl"].removeprefix("http://testserver")
        kind = client.get(address)["Content-Type"].partition(";")[0]
        assert kind == each["encodingFormat"], address
    catalogue = linked(client, "/data/")
    assert catalogue["@type"] == "DataCatalog"
    names = [each["@id"] for each in catalogue["dataset"]]
    assert names == [
        "http://testserver/releases/cyber-flagged/4/",
        "http://testserver/releases/sexual-communication/1/",
    ]


def test_a_force_has_a_feed_of_what_each_release_says_of_it(client):
    made = site(WORLDS["a rise"], issued=False)
    feed = ET.fromstring(reading.fetch(client, "/forces/northshire/feed.atom"))
    entries = feed.findall(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}title") for each in entries].count(
        "Online sexual offences, release 3"
    ) == 1
    assert len(entries) == 4
    links = [each.find(f"{ATOM}link").get("href") for each in entries]
    assert "http://testserver/releases/online/3/forces/northshire/" in links
    assert "2018/19: 130" in entries[0].findtext(f"{ATOM}summary") + entries[1].findtext(
        f"{ATOM}summary"
    )
    assert (
        'href="/forces/northshire/feed.atom"' in client.get("/forces/northshire/").content.decode()
    )
    withdraw(made.releases[-1])
    text = reading.fetch(client, "/forces/northshire/feed.atom").decode()
    assert "Withdrawn: Online sexual offences, release 3" in text and "A year was misread" in text
    assert client.get("/forces/nowhere/feed.atom").status_code == 404
