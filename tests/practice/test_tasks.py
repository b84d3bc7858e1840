"""The tasks of docs/practice.md come out as that page says."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from offences import releases
from offences.counts import mark_checked
from offences.intake import returns
from offences.models import FoiEvent, Reading, Release
from offences.refused import Refused
from offences.rounds.board import BoardRow, BoardState, board_of
from offences.rounds.inbox import take_in
from offences.staff.rounds.reply import OpenReply
from offences.staff.rounds.reply_form import button_of
from offences.statistics.notation import Entry
from tests.practice.worlds import NOW, TODAY, PracticeTest


class TestTasks(PracticeTest):
    def setUp(self) -> None:
        super().setUp()
        self.officer, self.checker, self.lead, self.approver = (
            User.objects.get(username=name)
            for name in ("data-officer", "checker", "data-lead", "approver")
        )

    def rows(self, state: BoardState) -> list[BoardRow]:
        return [row for row in board_of(self.round, TODAY).rows if row.state is state]

    def page(self, by: User, address: str, form: dict | None = None) -> str:
        client = Client()
        client.force_login(by)
        answer = client.post(address, form, follow=True) if form else client.get(address)
        return answer.content.decode()

    def board(self, form: dict | None = None) -> str:
        address = reverse("admin:offences_foiround_board", args=[self.round.pk])
        return self.page(self.officer, address, form)

    def uploaded(self, ending: str) -> Reading:
        (file,) = Path(self.inbox).glob(f"*-{ending}")
        slug = file.name.removeprefix("practice-").removesuffix(f"-{ending}")
        request = self.round.submissions.get(force__slug=slug, number=1)
        with_bytes = {"by": self.officer, "now": NOW}
        return returns.upload(request, file.read_bytes(), file.name, **with_bytes)

    def planned(self, ending: str) -> returns.ReadingPlan:
        return returns.plan_of(self.uploaded(ending))

    def test_1_the_board_begins_with_what_is_late_and_due(self):
        today = self.page(self.officer, reverse("admin:index"))
        for words in ("in 12 days", "not answered yet", "to enter", "to check", "Release not yet"):
            assert words in today
        late = self.rows(BoardState.OVERDUE)
        assert {row.days_left for row in late} == {-28}
        (due,) = self.rows(BoardState.DUE_TODAY)
        claimed = due.submission.events.get(kind="extension_claimed")
        assert (claimed.section, claimed.until) == ("43(2)", TODAY)
        assert "ends later than 40 working days after the request" in self.board()
        assert len(BoardState) == 18

    def test_2_an_acknowledgement_is_recorded_once(self):
        waiting = self.rows(BoardState.WAITING)
        chosen = [row.submission.pk for row in waiting]
        form = {"step": "acknowledged", "on": TODAY.isoformat(), "chosen": chosen}
        assert "Recorded for" in self.board(form)
        assert self.rows(BoardState.WAITING) == []
        stored = FoiEvent.objects.count()
        assert "Recorded before, and not again" in self.board(form)
        assert FoiEvent.objects.count() == stored

    def test_3_our_own_form_needs_no_question(self):
        reading = self.uploaded("our-form.xlsx")
        plan = returns.plan_of(reading)
        assert (plan.numbers["new"], list(plan.questions), plan.why_not) == (48, [], "")
        returns.store(reading, plan.fingerprint, by=self.officer, now=NOW)
        (row,) = (
            row
            for row in board_of(self.round, TODAY).rows
            if row.submission.pk == reading.submission_id
        )
        assert row.state is BoardState.TO_CHECK

    def test_4_a_force_s_own_layout_needs_none_either(self):
        plan = self.planned("own-layout.xlsx")
        assert (plan.numbers["new"], list(plan.questions), plan.why_not) == (14, [], "")
        for name in ("ages.ods", "sexes.csv", "letter.pdf"):
            plan = self.planned(name)
            assert plan.numbers["new"] and not plan.questions and not plan.why_not, name

    def test_5_labels_that_nobody_knows_are_asked_about(self):
        plan = self.planned("other-labels.xlsx")
        assert {q.text for q in plan.questions} == {f"Category {x}" for x in "ABCDEF"}
        assert plan.why_not

    def test_6_a_sum_that_is_wrong_is_reported(self):
        plan = self.planned("wrong-total.xlsx")
        told = [each.message for each in plan.problems if "add up to" in each.message]
        assert len(told) == 2 and plan.why_not
        for message in told:
            stated, added = (
                int(word.strip(".,")) for word in message.split() if word[:1].isdigit()
            )
            assert stated - added == 7

    def test_7_small_numbers_stay_ranges(self):
        reading = self.uploaded("withheld.xlsx")
        plan = returns.plan_of(reading)
        assert (plan.numbers["new"], list(plan.questions)) == (12, [])
        found = {change.entry for change in plan.changes().values() if change.entry.low}
        assert found <= {Entry("suppressed", low=1, high=4), Entry("suppressed", low=1, high=None)}

    def test_8_hidden_sheets_are_held_back_and_broken_files_are_refused(self):
        held = self.uploaded("hidden-sheet.xlsx")
        assert any("Crimes" in why for why in held.document.held_back)
        assert returns.plan_of(held).why_not
        for name, words in (("damaged.xlsx", "damaged"), ("empty.xlsx", "empty")):
            try:
                plan = self.planned(name)
            except Refused as refused:
                assert words in str(refused)
            else:
                assert plan.why_not and any(words in each.message for each in plan.problems)

    def test_9_nobody_checks_their_own(self):
        submission = self.rows(BoardState.TO_CHECK)[0].submission
        with pytest.raises(Refused, match="another person checks"):
            mark_checked(submission, by=self.officer, now=NOW)
        mark_checked(submission, by=self.checker, now=NOW)
        assert submission.pk in {row.submission.pk for row in self.rows(BoardState.CHECKED)}

    def test_10_a_release_waits_for_its_returns(self):
        release = releases.prepare(
            Release.objects.first().measure,
            title="Practice: too early",
            year=self.round.last_year,
            last_round=self.round,
            by=self.officer,
            now=NOW,
        )
        found = releases.screen(release, releases.snapshot(release))
        errors = [each for each in found if each.is_error]
        assert any(each.kind == "unchecked return" for each in errors)
        with pytest.raises(Refused, match="answered by the data lead"):
            releases.answer_all(release, errors, "It is so.", by=self.officer, now=NOW)
        with pytest.raises(Refused, match="not screened"):
            releases.send_to_review(release, by=self.officer, now=NOW)
        with pytest.raises(Refused, match="not in review"):
            releases.approve(release, by=self.approver, now=NOW, public_at=NOW)

    def test_the_whole_inbox_is_dropped_on_the_round_once_and_again(self):
        files = [(each.name, each.read_bytes()) for each in sorted(Path(self.inbox).iterdir())]
        first = take_in(self.round, files, by=self.officer, now=NOW)
        assert [each.name for each in first if each.refusal] == [
            next(name for name, data in files if not data)
        ]
        matched = {
            each.name: OpenReply(each.reply, TODAY) for each in first if each.reply is not None
        }
        for name, opened in matched.items():
            is_of_nobody = name.endswith(("READ-ME.txt", "unknown-sender.eml", "damaged.xlsx"))
            assert opened.match.is_certain is not is_of_nobody, name
        (refusal,) = (o.step for name, o in matched.items() if name.endswith("refusal.eml"))
        assert button_of(refusal.kind, refusal.sections) == "Record a section 12(1) refusal"
        (more_time,) = (o.step for name, o in matched.items() if name.endswith("extension.msg"))
        assert (more_time.kind, more_time.sections) == ("extension_claimed", ("31(1)",))
        again = take_in(self.round, files, by=self.officer, now=NOW)
        assert not any(each.is_new for each in again)


def test_the_page_has_ten_tasks():
    page = (Path(__file__).parents[2] / "docs" / "practice.md").read_text(encoding="utf-8")
    assert [line[2:4].strip(". ") for line in page.splitlines() if line.startswith("**")] == [
        str(number) for number in range(1, 11)
    ]
