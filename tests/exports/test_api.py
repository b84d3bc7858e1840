"""The API: what it answers, what it refuses in a sentence, and what odd questions do to it."""

import json
import re

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings

from tests.exports import reading
from tests.public.awkward import WORLDS, site, withdraw
from tests.samples import examples

pytestmark = pytest.mark.on_postgresql

FIGURES = "/api/v1/figures?measure=online"
CASES = examples(8)  # of each address: the same each time


def get(client: Client, address: str, status: int = 200) -> dict:
    response = client.get(address)
    assert response.status_code == status, (address, response.content)
    assert response["Content-Type"].startswith("application/json")
    assert response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content)


@pytest.fixture
def made(db):
    return site(WORLDS["ages"], issued=False)


def test_it_says_what_there_is_to_ask_for(client, made):
    rows = get(client, "/api/v1/measures")["rows"]
    assert [(row["measure"], row["newest_release"]) for row in rows] == [
        ("online", 3),
        ("messages", 1),
    ]
    forces = get(client, "/api/v1/forces")
    assert forces["count"] == 3
    assert {row["force"] for row in forces["rows"]} == {"northshire", "southshire", "eastshire"}
    releases = get(client, "/api/v1/releases")["rows"]
    assert [(row["measure"], row["release"]) for row in releases][:2] == [
        ("online", 3),
        ("online", 2),
    ]
    assert releases[0]["licence"].startswith("CC BY 4.0")


def test_a_filter_leaves_what_it_names(client, made):
    every = reading.api_rows(client, FIGURES)
    assert {row["release"] for row in every} == {3}

    def asked(more: str) -> list:
        return reading.api_rows(client, f"{FIGURES}&{more}")

    north = asked("force=northshire")
    assert north == [row for row in every if row["address"] == "northshire"] != []
    assert asked("year=2018/19") == [row for row in every if row["year"] == "2018/19"]
    assert asked("kind=total") == [row for row in every if row["kind"] == "total"] != []
    assert asked("what=sum") == [row for row in every if str(row["what"]).startswith("sum")] != []
    ages, whole = asked("breakdown=age"), asked("breakdown=whole")
    assert ages and whole and {row["breakdown"] for row in whole} == {""}
    assert len(ages) + len(whole) == len(every)
    assert {row["release"] for row in asked("release=2")} == {2}
    assert asked("year=1999/00") == []


def test_a_missing_and_a_hidden_number_are_null_and_zero_is_zero(client, db):
    site(WORLDS["zero"], issued=False)
    rows = get(client, f"{FIGURES}&force=northshire&year=2018/19&what=count")["rows"]
    assert [(row["number"], row["low"], row["high"], row["marker"]) for row in rows] == [
        (0, 0, 0, None)
    ]


def test_hidden_numbers_of_a_breakdown_are_null(client, made):
    rows = get(client, f"{FIGURES}&breakdown=age&force=northshire")["rows"]
    hidden = [row for row in rows if row["category"] in ("10", "Not known")]
    assert len(hidden) == 2
    assert all(
        (row["number"], row["low"], row["high"], row["marker"]) == (None, 0, None, "c")
        for row in hidden
    )


def test_pages_lead_to_each_other_and_have_every_row_once(client, made):
    whole = reading.api_rows(client, FIGURES, per_page=1000)
    for size in (1, 3, 7):
        assert reading.api_rows(client, FIGURES, per_page=size) == whole
    second = get(client, f"{FIGURES}&per_page=2&page=2")
    assert second["previous"].endswith("page=1") and second["next"].endswith("page=3")
    assert (second["page"], second["pages"]) == (2, -(-len(whole) // 2))


@pytest.mark.parametrize(
    "address, status, sentence",
    [
        ("figures", 422, "“measure” is wrong or missing"),
        ("figures?measure=nothing", 404, "no measure “nothing”"),
        ("figures?measure=online&release=9", 404, "no public release 9"),
        ("figures?measure=online&force=kentish", 404, "no force “kentish”"),
        ("figures?measure=online&year=2018/20", 422, "not one year"),
        ("figures?measure=online&year=2018", 422, "“year”"),
        ("figures?measure=online&breakdown=sex", 404, "no breakdown “sex”"),
        ("figures?measure=online&forse=kent", 422, "no parameter “forse”"),
        ("figures?measure=online&force=a&force=b", 422, "more than once"),
        ("figures?measure=online&page=99", 404, "no page 99"),
        ("figures?measure=online&per_page=1001", 422, "“per_page”"),
        ("figures?measure=online&kind=county", 422, "“kind”"),
        ("forces?page=0", 422, "“page”"),
        ("answers?measure=online&force=%00", 422, "“force”"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(client, made, address, status, sentence):
    problem = get(client, f"/api/v1/{address}", status)["problem"]
    assert sentence in problem and problem.endswith(".")


def test_a_withdrawn_release_is_gone_and_says_why(client, made):
    withdraw(made.releases[-1])
    assert "A year was misread." in get(client, f"{FIGURES}&release=3", 410)["problem"]
    assert get(client, FIGURES)["release"] == 2


def test_an_answer_is_asked_for_anew_by_its_tag(client, made):
    address = f"{FIGURES}&force=northshire"
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    assert client.get(FIGURES, headers={"if-none-match": tag}).status_code == 200
    withdraw(made.releases[-1])
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_it_can_only_be_read_and_from_any_site(client, made):
    assert client.post(FIGURES).status_code == 405
    head = client.head(FIGURES)
    assert (head.status_code, head.content) == (200, b"")
    before = client.options(FIGURES, headers={"access-control-request-headers": "if-none-match"})
    assert before.status_code == 204
    assert before["Access-Control-Allow-Origin"] == "*"
    assert "GET" in before["Access-Control-Allow-Methods"]
    for name in ("figures.csv", "figures.json", "datapackage.json"):
        address = reverse("release_file", args=["online", 3, name])
        assert client.get(address)["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/data/")


def test_its_description_is_openapi_3_1_and_names_every_column(client, made):
    described = get(client, "/api/v1/openapi.json")
    assert described["openapi"].startswith("3.1")
    figure = described["components"]["schemas"]["Figure"]["properties"]
    (header, *_) = (
        reading.fetch(client, "/releases/online/3/figures.csv").decode("utf-8-sig").splitlines()
    )
    assert list(figure) == header.split(",")
    assert all(each["description"] for each in figure.values())
    page = client.get("/api/v1/").content.decode()
    for address, operations in described["paths"].items():
        assert list(operations) == ["get"]
        assert f"GET {address}<" in page
        for parameter in operations["get"]["parameters"]:
            assert parameter["description"]
            assert re.search(rf">{parameter['name']}<", page)


@pytest.fixture
def one_connection():
    """Requests that are served as a server does, over the test's own connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("name", ["measures", "forces", "releases", "figures", "answers"])
def test_odd_questions_find_nothing(made, one_connection, name):
    """Each answer fits its description; no question ends in an error of ours."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    asked = schema[f"/api/v1/{name}"]["GET"].as_strategy()
    tried = 0

    @settings(
        max_examples=CASES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=asked)
    def ask(case) -> None:
        nonlocal tried
        tried += 1
        case.call_and_validate(headers={"Host": "testserver", "Accept-Encoding": "identity"})

    ask()
    assert tried >= CASES
