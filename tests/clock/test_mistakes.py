"""Legal mistakes of a request: what happened, on which day, and what to do."""

import datetime as dt
import re
from pathlib import Path

import pytest

import offences.foi_clock.clock as clock
from offences.foi_clock import Event, WorkingDays, read_clock
from offences.management.holidays import shipped_holidays
from offences.words import text_table
from offences.words.legal_mistakes import mistake_in_words

UK = WorkingDays(shipped_holidays())
RECEIVED = dt.date(2024, 9, 6)  # a Friday; day 20 is 4 October


def told(today, *events):
    """Code and day of each mistake of a request that was received, and these events after it."""
    made = [Event("received", RECEIVED)]
    for number, kind, *more in events:
        on = RECEIVED + dt.timedelta(days=number)
        made.append(Event(kind, on, **(more[0] if more else {})))
    return read_clock(made, RECEIVED + dt.timedelta(days=today), UK).mistakes


def codes(today, *events):
    return [each.code for each in told(today, *events)]


def test_a_refusal_in_time_with_its_sections_is_no_mistake():
    assert codes(60, (28, "refused", {"section": "12|40(2)"})) == []


def test_a_refusal_after_day_20_came_late():
    (mistake,) = told(60, (31, "refused", {"section": "12"}))
    assert mistake_in_words(mistake) == (
        "The refusal of 7 October 2024 came after 4 October 2024, the last day for a refusal "
        "notice under section 17. Say so when you ask for a review."
    )


def test_a_refusal_without_a_section_is_no_notice():
    (mistake,) = told(60, (20, "refused"))
    assert mistake.code == "notice_without_section"
    assert "No section is recorded for the refusal of 26 September 2024." in mistake_in_words(
        mistake
    )


@pytest.mark.parametrize(
    ("sections", "found"), [("31", []), ("31|31(3)", []), ("31|40(2)", ["notice_late"])]
)
def test_a_claim_of_more_time_is_the_notice_of_the_sections_that_it_names(sections, found):
    extension = (20, "extension_claimed", {"section": "31"})
    assert codes(60, extension, (40, "refused", {"section": sections})) == found


def test_more_time_without_a_section_names_no_exemption():
    assert codes(30, (20, "extension_claimed", {})) == ["extension_without_section"]


def test_more_time_under_an_absolute_section_and_a_second_claim_are_mistakes():
    first, second = told(
        60,
        (10, "extension_claimed", {"section": "s.40(2)"}),
        (12, "extension_claimed", {"section": "31", "until": dt.date(2024, 10, 25)}),
        (20, "extension_claimed", {"section": "43(2)", "until": dt.date(2024, 11, 1)}),
    )
    assert mistake_in_words(first).startswith(
        "More time was claimed on 16 September 2024 under section 40(2), which allows none: the "
        "due date stays 4 October 2024"
    )
    assert (second.code, second.due) == ("extension_again", dt.date(2024, 10, 25))


def test_our_own_slow_reply_is_a_mistake_and_so_is_a_question_that_waits():
    asked = (7, "clarification_asked")
    (late,) = told(60, asked, (38, "clarification_sent"))
    assert mistake_in_words(late).startswith(
        "Our reply of 14 October 2024 to the question of 13 September 2024 took 21 working days."
    )
    assert codes(60, asked, (35, "clarification_sent")) == []
    assert codes(35, asked) == []
    (waits,) = told(39, asked)
    assert (waits.code, waits.working_days) == ("clarification_waits", 22)
    assert codes(60, asked, (40, "refused", {"section": "12"})) == []


def test_a_question_after_the_due_date_is_known_when_we_answer_it_and_then_asks_for_nothing_more():
    asked = (35, "clarification_asked")
    (late,) = told(60, asked)
    assert "Answer the question first" in mistake_in_words(late)
    (answered,) = told(60, asked, (36, "clarification_sent"))
    assert (answered.code, answered.since) == ("late_question_answered", late.on)
    words = mistake_in_words(answered)
    assert words.endswith("Send a reminder.") and "Answer the question" not in words
    again = (asked, (36, "clarification_sent"), (36, "clarification_sent"))
    assert codes(60, *again) == ["late_question_answered", "clarification_not_asked"]


@pytest.mark.parametrize("kind", ["sent", "received", "clarification_sent"])
def test_a_request_that_is_changed_after_its_refusal_is_a_new_one(kind):
    refusal = (20, "refused", {"section": "12"})
    (mistake,) = told(60, refusal, (25, kind))
    assert (mistake.code, mistake.since) == ("narrowed_request", dt.date(2024, 9, 26))
    assert "record it as a new request" in mistake_in_words(mistake)
    assert codes(60, refusal, (25, "review_asked")) == []


def test_a_request_that_is_changed_on_advice_is_a_new_one_too():
    advice = (10, "clarification_asked", {"section": "16"})
    assert codes(60, advice, (15, "clarification_sent")) == ["narrowed_request"]


def test_a_mistake_is_listed_once_and_not_before_its_day():
    late = (33, "refused", {"section": "12", "partial": True})
    again = (35, "refused", {"section": "12", "partial": True})
    assert codes(32, late, again) == []
    assert codes(60, late, again) == ["notice_late"]


def test_every_mistake_has_its_words_and_all_words_are_of_a_mistake():
    source = Path(clock.__file__).read_text(encoding="utf-8")
    calls = re.findall(r"(?:warn|add_mistake)\(\s*\"(\w+)\"", source)
    calls += re.findall(r"_note_slow_reply\([^)]*\"(\w+)\"\)", source)
    assert {*calls} - {"part_answered"} == {
        each.removeprefix("Scotland.") for each in text_table("legal_mistakes")
    }


def test_every_mistake_says_its_day_and_what_to_do_even_where_no_date_is_due():
    for code in text_table("legal_mistakes"):
        words = mistake_in_words(clock.LegalMistake(code, RECEIVED, since=RECEIVED, section="31"))
        assert "6 September 2024" in words
        assert not re.search(r"None|  |\{| [.,:]", words) and words.endswith(".")
