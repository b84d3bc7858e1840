"""What a force tells of its recording practice, and the breaks that follow."""

import pytest

from offences import counts
from offences.intake import recording_practice
from offences.models import Document, ForceBreak, PracticeAnswer
from offences.refused import Refused
from tests import worlds
from tests.worlds import LATER, NOW

ANSWERS = {"flag": "Yes", "flag_since": "2017/18", "changed": "No", "counts": "Offences"}


@pytest.fixture
def w(db):

    w = worlds.World(**worlds.team("officer", "checker"))
    w.measure = worlds.measure()  # “Offences that the force marked as online.”, since 2015/16
    w.round = worlds.round_of(w.measure)  # 2016/17 to 2018/19
    w.force = worlds.force("Northshire")
    w.submission = worlds.submission(w.force, w.round)
    w.file = Document.objects.create(
        kind="return", title="form.xlsx", file="form.xlsx", sha256="b" * 64
    )

    def record(answers, submission=w.submission, now=NOW):
        return recording_practice.record(submission, answers, w.file, by=w.officer, now=now)

    w.record = record
    return w


def breaks():
    return [*ForceBreak.objects.values_list("force__slug", "measure__slug", "year", "why")]


def test_the_year_since_which_crimes_are_marked_breaks_the_force_s_series(w):
    done = w.record(ANSWERS)
    assert breaks() == [("northshire", "online", 2017, "the force began to mark crimes as online")]
    assert (done.answers, len(done.made), done.notes) == (4, 1, ())
    made = ForceBreak.objects.get()
    assert (made.document, made.submission, made.recorded_by) == (w.file, w.submission, w.officer)
    stored = PracticeAnswer.objects.get(question="flag_since")
    assert (stored.answer, stored.document, stored.recorded_at) == ("2017/18", w.file, NOW)


def test_what_changed_is_told_in_the_force_s_own_words(w):
    w.record({"changed": "Yes", "changed_year": "2018/19", "changed_what": "A new\n system."})
    assert breaks() == [("northshire", "online", 2018, "the force says: “A new system”")]


def test_two_changes_in_one_year_are_one_break(w):
    w.record({"flag_since": "2017/18", "changed_year": "2017/18"})
    assert [(year, why) for _, _, year, why in breaks()] == [
        (
            2017,
            "the force began to mark crimes as online; "
            "the force changed how it records these offences",
        )
    ]


@pytest.mark.parametrize("year", ["2015/16", "2012/13"])
def test_a_marker_that_is_as_old_as_the_count_breaks_nothing(w, year):
    done = w.record({"flag": "Yes", "flag_since": year})
    assert (breaks(), done.notes) == ([], ())


@pytest.mark.parametrize("said", ["2017", "October 2017", "a while ago", "before 2017/18"])
def test_no_year_is_guessed_where_none_is_named(w, said):
    done = w.record({"flag": "Yes", "flag_since": said})
    assert breaks() == []
    assert [said in each for each in done.notes] == [True]


def test_a_change_after_the_years_asked_about_is_told_and_breaks_nothing(w):
    done = w.record({"changed": "Yes", "changed_year": "2019/20"})
    assert breaks() == []
    assert done.notes == ("2019/20 is after the years asked about: no break was made.",)


def test_answers_that_contradict_each_other_are_a_question_and_no_break(w):
    done = w.record({"changed": "No", "changed_year": "2017/18"})
    assert breaks() == []
    assert done.notes == ("It says that nothing changed, and names 2017/18: ask the force.",)
    done = w.record({"changed": "Yes", "changed_year": "2017/18"})
    assert len(done.made) == 1


def test_a_change_without_its_year_is_a_question(w):
    done = w.record({"changed": "Yes"})
    assert done.notes == ("It says that its way of counting changed, but not when: ask the force.",)


def test_a_marker_breaks_no_count_that_does_not_rest_on_it(w):
    other = worlds.measure("grooming", name="Grooming")
    other.definition = "Offences of grooming by an adult."
    other.save()
    w.round.measures.add(other)
    done = w.record({"flag": "Yes", "flag_since": "2017/18", "changed_year": "2018/19"})
    assert [(measure, year) for _, measure, year, _ in breaks()] == [
        ("grooming", 2018),
        ("online", 2017),
        ("online", 2018),
    ]
    assert [("“Grooming”" in each) for each in done.notes] == [True]


def test_recording_the_same_twice_changes_nothing(w):
    w.record(ANSWERS)
    before = [*PracticeAnswer.objects.values()], [*ForceBreak.objects.values()]
    again = w.record(ANSWERS, now=LATER)
    assert (again.answers, again.made, again.removed) == (0, (), ())
    assert ([*PracticeAnswer.objects.values()], [*ForceBreak.objects.values()]) == before


def test_a_corrected_year_takes_the_break_with_it(w):
    w.record(ANSWERS)
    done = w.record({"flag_since": "2018/19"})
    assert [year for _, _, year, _ in breaks()] == [2018]
    assert done.removed == ("Northshire Police, 2017/18: Online sexual offences",)


def test_a_question_left_empty_keeps_its_earlier_answer(w):
    w.record(ANSWERS)
    w.record({"flag": "Partly", "flag_since": "  "})
    assert PracticeAnswer.objects.get(question="flag_since").answer == "2017/18"
    assert len(breaks()) == 1


def test_a_break_that_a_person_recorded_stays_as_it_is(w):
    ForceBreak.objects.create(measure=w.measure, force=w.force, year=2017, why="a new law")
    done = w.record(ANSWERS)
    assert (breaks(), done.made) == ([("northshire", "online", 2017, "a new law")], ())
    w.record({"flag": "No"})
    assert len(breaks()) == 1


def test_words_that_staff_put_in_place_of_the_force_s_stay(w):
    w.record(ANSWERS)
    ForceBreak.objects.update(why="Northshire began to mark crimes")
    w.record({"changed": "Yes", "changed_year": "2017/18", "changed_what": "Marking."})
    assert [why for *_, why in breaks()] == ["Northshire began to mark crimes"]


def test_an_answer_to_no_question_of_ours_stores_nothing(w):
    with pytest.raises(Refused, match="not a question"):
        w.record({"flag": "Yes", "shoe_size": "9"})
    assert not PracticeAnswer.objects.exists()


@pytest.mark.both_databases
def test_a_crash_in_the_middle_leaves_nothing(w, monkeypatch):
    def broken(*args):
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(recording_practice, "_store", broken)
    with pytest.raises(RuntimeError):
        w.record(ANSWERS)
    assert not PracticeAnswer.objects.exists()


def test_new_answers_take_the_mark_of_a_checked_return_away_and_the_same_ones_do_not(w):
    worlds.enter(w.submission, {worlds.cell(w.measure, 2018): "68"}, w.officer)
    w.record(ANSWERS)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    w.record(ANSWERS, now=LATER)
    w.submission.refresh_from_db()
    assert w.submission.checked_at == NOW
    w.record({"changed": "Yes", "changed_year": "2018/19"}, now=LATER)
    w.submission.refresh_from_db()
    assert w.submission.checked_at is None


def test_a_break_is_settled_once_the_return_that_says_it_is_checked(w):
    w.record(ANSWERS)
    assert not ForceBreak.objects.settled().exists()
    worlds.enter(w.submission, {worlds.cell(w.measure, 2018): "68"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    assert ForceBreak.objects.settled().count() == 1
    ForceBreak.objects.update(submission=None)
    counts.uncheck(w.submission)
    assert ForceBreak.objects.settled().count() == 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_returns_of_one_force_that_say_the_same_at_once_make_one_break(w):
    later = worlds.submission(w.force, worlds.round_of(w.measure, slug="2020", years=(2016, 2019)))
    done = worlds.at_once(lambda: w.record(ANSWERS), lambda: w.record(ANSWERS, later))
    assert [type(each) for each in done] == [recording_practice.PracticeResult] * 2, done
    assert len(breaks()) == 1
    assert PracticeAnswer.objects.count() == 8
