"""Who answered, and how long it took: from released answers alone, and no league table."""

import html as html_module
import re

from tests import worlds
from tests.figures.worlds import answer, figure, release


def words(client, address="/responses/2019/"):
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(html_module.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def published(**more):
    measure = worlds.measure()
    made = release(measure, worlds.round_of(measure))
    forces = [worlds.force(area) for area in ("Aldermoor", "Fenmouth", "Oakshire")]
    for each in forces:
        figure(made, each, 2018, 60)
    return made, forces


def test_each_answer_has_the_working_days_that_it_took(client, db):
    made, (first, second, third) = published()
    answer(made, first, working_days=18, working_days_late=0)
    answer(made, second, working_days=21, working_days_late=1)
    answer(made, third)
    text = words(client)
    assert "Aldermoor In time, after 18 working days." in text
    assert "Fenmouth Late by 1 working day, after 21 working days." in text
    assert "Oakshire No more is known." in text
    assert "Time taken 1 in time and 1 late, of the 2 whose dates we know" in text
    assert text.index("Aldermoor") < text.index("Fenmouth") < text.index("Oakshire")


def test_one_answer_and_one_day_are_no_plural(client, db):
    made, (first, *_) = published()
    answer(made, first, working_days=1, working_days_late=0)
    text = words(client)
    assert "1 in time and 0 late, of the one answer whose date we know" in text
    assert "In time, after 1 working day." in text


def test_where_no_dates_are_known_nothing_is_said_of_time(client, db):
    made, forces = published()
    for each in forces:
        answer(made, each)
    assert "Time taken" not in words(client)


def test_how_often_a_force_was_late_counts_the_rounds_whose_dates_are_known(client, db):
    made, (first, second, _) = published()
    for force, days in ((first, (0, 3, 5)), (second, (0, None, 0))):
        for n, late in enumerate(days):
            of = {"round": str(2019 - n), "round_name": f"Round {2019 - n}"}
            of |= {"round_number": 2019 - n, "working_days_late": late}
            answer(made, force, **of, working_days=None if late is None else 20 + late)
    text = words(client)
    assert "Late in 2 of the 3 rounds whose dates we know." in text
    assert "Never late in the 2 rounds whose dates we know." in text


def test_the_sections_of_refusals_are_explained_once(client, db):
    made, (first, second, third) = published()
    answer(made, first, "refused", reason="section 12", sections="12")
    answer(made, second, "refused", reason="sections 12 and 40(2)", sections="12|40(2)|99")
    answer(made, third)
    text = words(client)
    assert text.count("Section 12 Finding the answer would cost the force more") == 1
    assert "Section 40 The answer could tell something about a person" in text
    assert "Section 99" not in text


def test_sections_of_another_law_are_not_explained_by_the_act(client, db):
    made, (first, *_) = published()
    answer(made, first, "refused", reason="section 12", sections="12")
    first.nation = "Scotland"
    first.save()
    text = words(client)
    assert "section 12" in text and "Section 12 " not in text


def test_each_refusal_names_its_sections_and_a_part_says_that_it_is_one(client, db):
    made, (first, second, third) = published()
    answer(made, first, "refused", sections="12(1)")
    answer(made, second, "part_answered", sections="31|40(2)")
    answer(made, third, "refused")
    text = words(client)
    assert "Aldermoor Refused under section 12(1)." in text
    assert "A part was refused under sections 31 and 40(2)." in text
    assert "Oakshire The reason is not known." in text
