"""The figure sheet of a text: each number with its claim, its rule and its cells; never early."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from offences import releases
from offences.press.figure_sheet import figure_sheet
from tests.press.test_corrections import left  # noqa: F401
from tests.releases.conftest import OPENS, world  # noqa: F401

PAGE = "/press/conference/northshire/figures/"


def shown(at) -> tuple[int, str]:
    with time_machine.travel(at):
        answer = Client().get(PAGE)
    return answer.status_code, answer.content.decode()


def test_each_number_has_its_claim_its_rule_and_its_cells(left):  # noqa: F811
    rows = {row.piece.text: row for row in figure_sheet(left.text)}
    assert rows["68"].claim.startswith("Northshire Police recorded 68 online sexual offences")
    assert [(cell.year, cell.shown) for cell in rows["68"].cells] == [("2018/19", "68")]
    assert rows["68"].rule == "Count" and rows["68"].definition.startswith("The exact number")
    assert {("2017/18", "48"), ("2018/19", "68")} == {
        (cell.year, cell.shown) for cell in rows["48"].cells
    }
    assert rows["108"].forces == "2 of 2"  # the sum of both forces


def test_it_is_public_with_its_text_and_not_a_second_before(left):  # noqa: F811
    status, page = shown(OPENS - dt.timedelta(seconds=1))
    assert status == 404 and "68" not in page
    status, page = shown(OPENS)
    assert status == 200
    assert "Northshire Police, 2018/19: 68" in page
    with time_machine.travel(OPENS):
        assert PAGE in Client().get("/press/conference/northshire/").content.decode()


def test_staff_see_none_of_a_text_that_is_not_public(left):  # noqa: F811
    client = Client()
    client.force_login(left.press)
    with time_machine.travel(OPENS - dt.timedelta(seconds=1)):
        assert client.get(PAGE).status_code == 404


@pytest.mark.parametrize("at", [OPENS + dt.timedelta(days=1)])
def test_a_withdrawn_release_has_no_figure_sheet(left, at):  # noqa: F811
    releases.withdraw(left.text.release, by=left.approver, now=at, reason="A year was misread.")
    assert shown(at)[0] == 404
