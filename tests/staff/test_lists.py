"""Lists: what their filters and their search find, how they read, and that each has its help."""

import datetime as dt
import html
import re

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from offences import releases
from offences.models import AnnualCount, FoiSubmission, Force, Release, ReleaseState
from offences.staff.record_lists.filters import MarkerFilter
from offences.staff.record_lists.groups import GROUPS, ONLY_TO_LOOK_AT
from offences.words import text_table
from tests import worlds
from tests.clients import logged_in, text_of
from tests.samples import sampled, some
from tests.staff.addresses import PAGES
from tests.worlds import LATER, NOW


def listed(user, table, **query):
    answer = logged_in(user).get(reverse(f"admin:offences_{table}_changelist"), query)
    assert answer.status_code == 200
    return answer


def found(user, table, **query):
    return list(listed(user, table, **query).context["cl"].result_list)


@pytest.fixture
def rounds(world):
    """Two rounds: one checked, one entered, one to enter, one awaited."""
    w = world
    w.later = worlds.round_of(w.measure, slug="2020", years=(2017, 2019))
    w.south = worlds.force("Southshire")
    worlds.enter(w.submission, {w.cell(2018): "68", w.cell(2017): "<5"}, w.officer)
    w.entered = worlds.submission(w.south, w.round)
    worlds.enter(w.entered, {w.cell(2018): "0", w.cell(2016): "s.12"}, w.officer)
    w.open = worlds.submission(w.force, w.later)
    w.awaited = worlds.submission(w.south, w.later, outcome="awaited")
    return w


@pytest.mark.on_postgresql
def test_submissions_by_round_and_state_and_force(rounds):
    w = rounds
    FoiSubmission.objects.filter(pk=w.submission.pk).update(
        checked_by=w.checker, checked_at=worlds.LATER
    )

    def those(**query):
        return {each.pk for each in found(w.officer, "foisubmission", **query)}

    assert those(round__id__exact=w.round.pk) == {w.submission.pk, w.entered.pk}
    assert those(round__id__exact=w.round.pk, state="checked") == {w.submission.pk}
    assert those(state="entered") == {w.entered.pk}
    assert those(state="none", outcome__exact="awaited") == {w.awaited.pk}
    assert those(q="southshire", state="none") == {w.awaited.pk}
    assert those(q="southshire", round__id__exact=w.round.pk) == {w.entered.pk}
    assert len(those(round__id__exact="nonsense")) == 4


def test_the_list_of_submissions_says_how_many_are_in_each_state(rounds):
    words = text_of(listed(rounds.officer, "foisubmission", round__id__exact=rounds.round.pk))
    assert "Round 2019 (2)" in words and "Round 2020 (2)" in words
    assert "not entered (0) entered, to check (2) checked (0)" in words


@pytest.mark.on_postgresql
@pytest.mark.parametrize(
    ("query", "values"),
    [
        ({}, ["68", "<5", "0", "s.12"]),
        ({"year": "2018"}, ["68", "0"]),
        ({"year": "2018", "marker": "plain"}, ["68", "0"]),
        ({"marker": "open"}, ["0"]),
        ({"marker": "zero"}, []),
        ({"marker": "suppressed"}, ["<5"]),
        ({"marker": "refused"}, ["s.12"]),
        ({"marker": "refused", "year": "2018"}, []),
        ({"q": "southshire"}, ["0", "s.12"]),
        ({"year": "nonsense", "marker": "nonsense"}, ["68", "<5", "0", "s.12"]),
    ],
    ids=str,
)
def test_counts_are_listed_by_measure_year_and_marker(rounds, query, values):
    w = rounds
    other = worlds.measure("grooming", name="Grooming")
    w.later.measures.add(other)
    worlds.enter(w.open, {worlds.cell(other, 2018): "7"}, w.officer)
    rows = found(w.officer, "annualcount", measure__id__exact=w.measure.pk, **query)
    assert sorted(row.as_written for row in rows) == sorted(values)


@pytest.mark.on_postgresql
@pytest.mark.parametrize("marker", MarkerFilter.conditions)
def test_every_marker_is_a_question_that_the_records_answer_with_some_counts(rounds, marker):
    assert len(found(rounds.officer, "annualcount", marker=marker)) < AnnualCount.objects.count()


def test_releases_are_listed_by_their_state(drafted):
    w = drafted
    day = dt.timedelta(days=1)
    worlds.as_if(Release.objects.all(), title="superseded")
    for title in ("public", "withdrawn", "approved", "in_review", "screened", "draft"):
        made = releases.prepare(
            w.measure, title=title, year=2018, last_round=w.round, by=w.press, now=NOW
        )
        if title in ("public", "withdrawn", "approved"):
            opens = timezone.now() + day if title == "approved" else LATER
            worlds.approve(made, by=w.approver, now=timezone.now(), public_at=opens)
        elif title != "draft":
            worlds.to_review(made, NOW)
        if title == "withdrawn":
            releases.withdraw(made, by=w.approver, now=timezone.now(), reason="Wrong.")
        if title == "screened":
            worlds.as_if(Release.objects.filter(pk=made.pk), review_by=None, review_at=None)
    for state in ReleaseState:
        assert [row.title for row in found(w.press, "release", state=state)] == [state.value]
    states = {row.title: row.state for row in Release.objects.with_state(timezone.now())}
    assert states == {state.value: state.value for state in ReleaseState}


@pytest.mark.on_postgresql
def test_the_years_of_counts_are_those_that_have_any(rounds):
    """2019/20 is asked for and has none; what was taken out of 2016/17 is not in force."""
    w = rounds

    def offered(**query):
        page = listed(w.officer, "annualcount", **query).content.decode()
        return re.findall(r"[?;]year=(\d+)", page)

    assert offered() == ["2018", "2017", "2016"]
    assert offered(standing="retired") == []
    worlds.enter(w.entered, {w.cell(2016): ""}, w.officer)
    assert offered() == ["2018", "2017"]
    assert offered(standing="retired") == ["2016"]
    assert offered(standing="all") == ["2018", "2017", "2016"]


def test_years_are_named_as_people_name_them(rounds):
    words = text_of(listed(rounds.officer, "annualcount"))
    assert "By year All 2018/19 2017/18 2016/17" in words


def test_a_force_is_called_by_its_place_wherever_a_published_figure_is_listed(everything):
    w = everything
    north = worlds.force("Upper Vale")
    figure = w.totals[0]
    figure.pk, figure.body_kind, figure.body, figure.category = None, "force", north.slug, ""
    figure.save()
    assert "Upper Vale" in text_of(listed(w.officer, "recordedfigure"))
    assert "upper-vale" not in text_of(listed(w.officer, "recordedfigure"))
    for words in ("Upper Vale", "upper-vale"):
        assert [row.pk for row in found(w.officer, "recordedfigure", q=words)] == [figure.pk]
    w.next.recorded_figures.add(figure)
    address = reverse("admin:offences_release_approve", args=[w.next.pk])
    page = text_of(logged_in(w.approver).get(address))
    assert "Upper Vale 2018/19 recorded total of an age group" in page
    assert "upper-vale" not in page
    assert "Northshire" in text_of(listed(w.officer, "releasedfigure"))
    assert "Northshire" in text_of(listed(w.officer, "releasedresponse"))


LISTS = [n for n in PAGES if n.endswith("_changelist")]


@pytest.mark.parametrize("name", sampled(LISTS, some(LISTS)))
def test_the_box_of_a_list_has_a_label_that_is_seen(world, name):
    person = worlds.person("Ira Ash", superuser=True)
    page = logged_in(person).get(reverse(f"admin:{name}")).content.decode()
    assert page.count('id="searchbar"') == page.count('<label for="searchbar">Search ')


def test_every_list_stands_in_one_group_of_all_records():
    ours = {model.__name__ for model in admin.site._registry if model._meta.app_label == "offences"}
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(ours)


def test_all_records_are_grouped_by_the_work_they_are_for(world):
    text = text_of(logged_in(world.officer).get(reverse("admin:index")))
    records = text[text.index("All records") :]
    places = [
        records.index(f" {name} List Add ")
        for name in GROUPS
        if name not in ("Press", ONLY_TO_LOOK_AT)
    ]
    assert places == sorted(places)
    assert records.index("FOI rounds") < records.index(" Check List Add ")


# Lists of rounds open at the one that is running


ROUNDS = ["foisubmission", "foievent", "annualcount", "foiquery", "reading", "practiceanswer"]


def rounds_chosen(answer) -> list[str]:
    filters = [spec for spec in answer.context["cl"].filter_specs if spec.title == "round"]
    return [
        choice["display"].partition(" (")[0]  # without the number of its rows
        for spec in filters
        for choice in spec.choices(answer.context["cl"])
        if choice["selected"]
    ]


def test_a_list_opens_at_the_running_round_and_says_so(rounds):
    w = rounds  # of 2020 only one force answered, and nothing is sent: it runs all the same
    answer = listed(w.officer, "foisubmission")
    assert {each.pk for each in answer.context["cl"].result_list} == {w.open.pk, w.awaited.pk}
    assert rounds_chosen(answer) == ["Round 2020"]
    page = html.unescape(answer.content.decode())
    assert "?round__id__exact=all" in page
    everything = found(w.officer, "foisubmission", round__id__exact="all")
    assert len(everything) == FoiSubmission.objects.count() == 4


@pytest.mark.parametrize(
    "table", sampled([*ROUNDS, "sentletter", "exemption", "reply"], ["sentletter", "exemption"])
)
def test_each_list_of_rounds_opens_at_one_and_can_be_opened_whole(rounds, table):
    w = rounds
    parameter = "round__id__exact" if table == "foisubmission" else "round"
    assert rounds_chosen(listed(w.officer, table)) == ["Round 2020"]
    assert rounds_chosen(listed(w.officer, table, **{parameter: "all"})) == ["All"]
    assert rounds_chosen(listed(w.officer, table, o="1")) == ["All"]


def test_the_order_and_the_pages_of_a_list_stay_in_its_round(rounds):
    page = html.unescape(listed(rounds.officer, "foisubmission").content.decode())
    pk = rounds.later.pk
    links = re.findall(r'href="\?([^"]*\bo=[^"]*)"', page)
    assert links and all(f"round__id__exact={pk}" in link for link in links)
    assert f'name="round__id__exact" value="{pk}"' in page  # a search stays in it too


def test_without_any_round_a_list_is_whole(db):
    assert found(worlds.person("Ann Lee", "Data officer"), "foisubmission") == []


# Letters, and lists that are only to look at


def test_letters_that_were_sent_are_read_and_not_changed(rounds):
    w = rounds
    letter = worlds.sent_letter(w.open, w.officer)
    assert found(w.officer, "sentletter") == [letter]
    assert found(w.officer, "sentletter", state="waiting") == []
    page = reverse("admin:offences_sentletter_change", args=[letter.pk])
    shown = logged_in(w.officer).get(page)
    assert "Dear team," in shown.content.decode() and "_save" not in shown.content.decode()
    assert logged_in(w.officer).post(page, {"subject": "Another"}).status_code == 403
    assert logged_in(w.checker).get(page).status_code == 403


def test_today_leaves_out_the_lists_that_are_only_to_look_at_and_leads_to_them(world):
    client = logged_in(world.officer)
    today = client.get(reverse("admin:index"))
    every = reverse("admin:app_list", args=["offences"])
    assert ONLY_TO_LOOK_AT not in [group["name"] for group in today.context["app_list"]]
    assert f'href="{every}"' in today.content.decode()
    assert "Released figures" in client.get(every).content.decode()


def test_a_list_whose_name_does_not_say_it_says_what_it_holds(world):
    shown = text_table("record_lists")
    assert {*shown} <= {name for names in GROUPS.values() for name in names}
    text = logged_in(world.officer).get("/admin/").content.decode()
    assert shown["ForceBreak"] in text


# An import is one line of a person’s last work


def test_an_import_of_many_rows_is_one_line_of_the_last_work(world):
    w = world
    rows = [f"area-{n},Area {n} Police,Area {n},Area {n},England,area-{n}" for n in range(9)]
    data = "\n".join(["slug,name,short_name,area,nation,foi_office", *rows]).encode()
    client = logged_in(w.officer)
    upload = {"file": SimpleUploadedFile("forces.csv", data)}
    shown = client.post(reverse("admin:offences_force_import"), upload)
    sealed = shown.context["sealed"]
    client.post(reverse("admin:offences_force_confirm"), {"sealed": sealed})
    assert Force.objects.filter(slug__startswith="area-").count() == 9
    today = client.get(reverse("admin:index"))
    (line,) = today.context["recent"]
    assert (line.name, line.about) == ("Forces", "9 rows, imported from a file")
    assert line.url == reverse("admin:offences_force_changelist")


def test_a_superuser_sees_the_lists_of_others_by_our_own_words(db):
    client = logged_in(worlds.person("Sue Per", superuser=True))
    shown = text_of(client.get(reverse("admin:index")))
    assert "Tasks of the worker" in shown and "Roles" in shown
    for theirs in ("Authentication and Authorization", "Tasks Database Backend", "Task Results"):
        assert theirs.casefold() not in shown.casefold()
