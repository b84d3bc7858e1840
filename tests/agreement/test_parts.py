"""Breakdowns: pages, files and facts say the same of each part, and what is hidden is nowhere."""

import io
import json
import re
import zipfile
from collections.abc import Mapping

import pytest
from django.core.management import call_command

from offences.models import AnnualCount, Release
from offences.press import drafts
from offences.press.basis import basis_of, facts_of_release
from offences.trends import categories_in, splits_of
from tests import worlds
from tests.agreement import facts, files, pages
from tests.agreement.cells import Agreement, Key, Reading, row_of, year_of
from tests.agreement.dom import tree_of
from tests.public.awkward import WORLDS, site
from tests.releases import split_world as split
from tests.releases.conftest import world  # noqa: F401

# Under a threshold of 100 some of these are hidden, and each number is of one cell alone.
AGES = {
    "northshire": {"8": "73", "9": "0", "10": "71", "11": "417", "12": "83", "13": "631"},
    "southshire": {"8": "37", "9": "89", "10": "0", "11": "509", "12": "727", "13": "0"},
    "eastshire": {"8": "41", "9": "43", "10": "47", "11": "97", "12": "853", "13": "947"},
}
UNKNOWN = {"northshire": "79", "southshire": "211", "eastshire": "0"}
PLATFORMS = {
    "northshire": {"Facebook": "373", "Snapchat": "53", "Instagram": "67"},
    "southshire": {"Facebook": "241", "Snapchat": "383"},  # it left one out
    "eastshire": {"Facebook": "557", "Snapchat": "659", "Instagram": "61"},
}


@pytest.fixture
def released(world) -> Release:  # noqa: F811
    """Three forces’ ages and platforms of two years, under a rule that hides much."""
    ages, platforms = split.ages(world.measure), split.platforms(world.measure)
    forces = (world.north, world.south, worlds.force("Eastshire"))
    for force in forces:
        by_age = AGES[force.slug] | {"Not known": UNKNOWN[force.slug]}
        total = sum(int(n) for n in by_age.values())
        told = PLATFORMS[force.slug]
        rest = {"Not known": str(total - sum(int(n) for n in told.values()))}
        split.answer(world, force, 2018, {"age": by_age, "platform": told | rest})
    split.rule(world.measure, world.approver, ages, platforms, threshold=100)
    return world.approved()


def rows_of(release: Release) -> dict[Key, Reading]:
    names = {(c.breakdown, c.category): c for c in categories_in(release)}
    found = {}
    for f in splits_of(release):
        of = names[f.breakdown, f.category]
        found[f.body, year_of(f.year), of.breakdown_name, of.name] = row_of(f)
    return found


def told_in(told: Mapping[Key, Reading], rows: Mapping[Key, Reading]) -> dict[Key, Reading]:
    """A table has a marker for a part of which the release has no row at all."""
    return {key: said for key, said in told.items() if key in rows or not said["missing"]}


def compare(client, release: Release) -> Agreement:
    found, rows, whole = Agreement(), rows_of(release), facts_of_release(release)
    under = release.disclosure["national_under"]
    of_forces = {key[0] for key in rows} - {"England"}
    young = {key for key in rows if key[3].isdigit() and int(key[3]) < under}
    address = f"/releases/online/{release.number}"
    for body in of_forces:
        own = {key: row for key, row in rows.items() if key[0] == body}
        page = tree_of(client.get(f"{address}/forces/{body}/").content.decode())
        told = told_in(pages.parts(page, body), rows)
        assert not young & told.keys(), "young children are national alone"
        found.compare("force page", own, told, may_lack=young)
        rest = basis_of(whole, body, whole.year).facts
        kinds = {c.kind: c.breakdown_name for c in whole.categories}
        facts_told = facts.ages(rest, body, kinds["age"])
        found.compare("ages of facts", own, told_in(facts_told, rows), may_lack=own)
        found.compare("shares of facts", own, facts.shares(rest, body, kinds), may_lack=own)
    national = {key: row for key, row in rows.items() if key[0] not in of_forces}
    page = tree_of(client.get("/measures/online/").content.decode())
    found.compare("measure page", national, told_in(pages.parts(page, "England"), rows))
    lines = files.csv_lines(client.get(f"{address}/figures.csv").content.decode())
    found.compare("CSV", rows, files.parts(lines))
    found.compare(
        "XLSX",
        rows,
        files.parts(files.sheets(client.get(f"{address}/figures.xlsx").content)["Parts"]),
    )
    return found


@pytest.mark.parametrize("name", [name for name, made in WORLDS.items() if made.ages])
@pytest.mark.django_db
def test_the_parts_of_made_up_releases_agree_wherever_they_are_told(client, name):
    found = compare(client, site(WORLDS[name], issued=False).releases[-1])
    assert found.differ == []
    assert set(found.cells) >= {"force page", "CSV", "XLSX"}


def test_parts_from_the_forces_answers_agree_wherever_they_are_told(client, released):
    found = compare(client, released)
    assert found.differ == []
    assert found.compared > 100
    assert found.missing["CSV"] and found.missing["force page"]


def test_a_part_that_is_told_otherwise_is_found(client, released):
    rows, address = rows_of(released), "/releases/online/1"
    html = client.get(f"{address}/forces/northshire/").content.decode()
    assert differences(rows, pages.parts(tree_of(html), "northshire")) == []
    own = [row["number"] for key, row in rows.items() if key[0] == "northshire"]
    shown = str(next(n for n in own if n))
    for old, new in (("[c]", "83"), ("[c]", "0"), (shown, "[c]"), (shown, f"{shown}1")):
        cell = rf'(<td class="amount amount-number">(?:<span class="code">)?){re.escape(old)}'
        changed, n = re.subn(cell, rf"\g<1>{new}", html, count=1)
        assert n == 1, old
        assert differences(rows, pages.parts(tree_of(changed), "northshire")) != [], (old, new)
    text = client.get(f"{address}/figures.csv").content.decode()
    assert differences(rows, files.parts(files.csv_lines(text))) == []
    changed = text.replace(",,0,,c,", ",3,3,3,,", 1)
    assert changed != text
    assert differences(rows, files.parts(files.csv_lines(changed))) != []


def differences(rows: Mapping[Key, Reading], told: Mapping[Key, Reading]) -> list[str]:
    found = Agreement()
    found.compare("output", rows, told_in(told, rows), may_lack=rows)
    return found.differ


def test_a_hidden_number_is_found_in_nothing_that_leaves_the_site(client, released):
    """Each number stands in one cell alone, so that it can be looked for anywhere."""
    rows = rows_of(released)
    counts = AnnualCount.objects.current().exclude(category__breakdown__kind="total")
    true = {
        (
            c.submission.force.slug,
            year_of(c.year),
            c.category.breakdown.name,
            c.category.name,
        ): c.value
        for c in counts.select_related("submission__force", "category__breakdown")
    }
    hidden = {key: n for key, n in true.items() if rows[key]["number"] is None and n}
    shown = {key: n for key, n in true.items() if rows[key]["number"] is not None and n}
    assert len(hidden) > 8 and len(shown) > 6
    everything = outputs_of(client, released)
    assert len(everything) > 20
    for key, n in hidden.items():
        assert [name for name, text in everything.items() if holds(text, n)] == [], (key, n)
    for key, n in shown.items():  # the search finds what is there
        found = {name for name, text in everything.items() if holds(text, n)}
        assert {f"/forces/{key[0]}/", "/releases/online/1/figures.csv"} <= found, (key, n)


def holds(text: str, n: int) -> bool:
    return bool(re.search(rf"(?<![\d,./]){n:,}(?![\d/]|,\d)|(?<![\d,./]){n}(?![\d/])", text))


def outputs_of(client, release: Release) -> dict[str, str]:
    """The words of everything that can be had of a release, by its address or its kind."""
    found = {}
    forces = ("northshire", "southshire", "eastshire")
    for address in (
        *("/", "/data/", "/measures/online/", "/releases/", "/releases/online/1/"),
        *("/responses/2019/", "/releases/online/1/changes/"),
        *(f"/forces/{each}/" for each in forces),
        *(f"/releases/online/1/forces/{each}/" for each in forces),
    ):
        html = client.get(address).content.decode()
        found[address] = re.sub(
            r"<[^>]*>", " ", re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
        )
    for address in (
        "/releases/online/1/figures.csv",
        *(f"/forces/{each}/online.csv" for each in forces),
    ):
        found[address] = client.get(address).content.decode().replace(",", " | ")
    book = zipfile.ZipFile(io.BytesIO(client.get("/releases/online/1/figures.xlsx").content))
    for name in book.namelist():
        if "sheet" in name or "String" in name:
            cells = re.findall(r"<(?:v|t)[^>]*>([^<]*)</(?:v|t)>", book.read(name).decode())
            found[f"XLSX {name}"] = " | ".join(cells)
    whole = facts_of_release(release)
    for body in (*forces, "national"):
        basis = basis_of(whole, body, whole.year)
        evidence = (basis.evidence, basis.national_evidence)
        found[f"facts of {body}"] = repr([basis.facts, *(of.facts for of in evidence if of)])
    event = worlds.event(release)
    written = io.StringIO()
    call_command("draft_press", event.slug, "--format=json", stdout=written)
    for made in json.loads(written.getvalue())["drafts"]:
        found[f"draft for {made['force']}"] = json.dumps(made)
    assert len(drafts(event)) == len([name for name in found if name.startswith("draft")])
    return found
