"""Letters merged per force office: one text with named placeholders, each filled in."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.utils.timezone import make_aware

from offences.clocks import clock_of, mistakes_of, sent_on, working_days
from offences.english import and_list, counted
from offences.foi_clock import ACT_OF_2000, LegalMistake, law_of
from offences.models import (
    ChallengeChoice,
    Exemption,
    FoiQuery,
    FoiRound,
    FoiStep,
    FoiSubmission,
    Force,
    LetterKind,
    SentLetter,
)
from offences.refused import Refused
from offences.rounds.board import (
    ANNOTATIONS,
    BoardState,
    mistakes_for_letter,
    open_question,
    row_of,
)
from offences.rounds.earlier_figures import EarlierFigures
from offences.rounds.letters import open_queries, questions_in_letter, questions_of
from offences.statistics.years import Year
from offences.words import text_table
from offences.words.challenges import NO_DUE_DATE, challenge_in_words
from offences.words.legal_mistakes import mistake_to_force

PLACEHOLDERS = text_table("letter_placeholders")  # each with what it becomes
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PARAGRAPH = re.compile(r"(?:\A|(?<=\n\n))\{([^{}]*)\}[ \t]*(?:\n{2,}|\s*\Z)")
_SUBJECT = re.compile(r"Subject:[ \t]*(\S.*)\n+", re.IGNORECASE)
MOST_OF_SUBJECT = 250
NOTHING = "none"
OUR_ANSWER = "[our answer]"  # in the letter that answers a question
CHASED = (BoardState.OVERDUE, BoardState.PART_ANSWERED)
_SO_FAR = text_table("reminders")


def default_text(kind: str) -> str:
    """The text with which a letter of this kind begins."""
    template = "request" if kind == LetterKind.SENT else LetterKind(kind).value
    return render_to_string(f"letters/{template}.txt").strip()


def split_text(text: str) -> tuple[str, str]:
    """The subject and the words of a letter; refused if it cannot be merged."""
    text = text.replace("\r\n", "\n").strip()
    found = _SUBJECT.match(text)
    if not found:
        raise Refused("Begin the letter with a line such as “Subject: Request {reference}”.")
    unknown = sorted({name for name in _PLACEHOLDER.findall(text) if name not in PLACEHOLDERS})
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        names = and_list([f"{{{name}}}" for name in unknown])
        raise Refused(f"We do not know {names}. The placeholders are {known}.")
    if OUR_ANSWER in text:
        raise Refused(f"Write your answer in the place of {OUR_ANSWER}.")
    if alone := re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        raise Refused(f"A “{alone[0]}” has no partner. A placeholder is written like {{force}}.")
    return found[1], text[found.end() :]


def merge(text: str, values: Mapping[str, str]) -> str:
    """A text with each placeholder filled in; what fills one is never read for another.

    A paragraph that is only a placeholder is left out where there is nothing to fill it with.
    """
    text = _PARAGRAPH.sub(lambda alone: alone[0] if values[alone[1]] else "", text)
    return _PLACEHOLDER.sub(lambda found: values[found[1]], text)


@dataclass(frozen=True)
class MergedLetter:
    """A letter to one office, about the submissions that it answers for."""

    kind: str
    submissions: tuple[FoiSubmission, ...]
    to: str
    subject: str
    body: str
    logged: tuple[SentLetter, ...]  # letters of this kind before
    sent: dt.date | None  # of a request: the day on which it was sent, by whatever way
    is_for_rest: bool = False  # asks for what an answer in part leaves out
    is_in_time: bool = False  # before the due date, where it asks for the rest
    since: dt.datetime | None = None  # a letter of this kind before was about something else

    @property
    def pk(self) -> int:
        """The key of its first submission, which stands for the letter in a form."""
        return self.submissions[0].pk

    @property
    def name(self) -> str:
        return and_list([each.force.area for each in self.submissions])

    @property
    def last(self) -> SentLetter | None:
        return self.logged[-1] if self.logged else None

    @property
    def is_repeat(self) -> bool:
        """Whether the office has this letter, or is about to: it gets no second one unasked."""
        return bool(self.logged) or self.sent is not None


class RoundLetters:
    """All letters of one kind of a round, as they would leave today."""

    def __init__(self, round_: FoiRound, kind: str, today: dt.date, sender: User) -> None:
        self.round, self.kind, self.today, self.sender = round_, kind, today, sender
        self.days = working_days()

    @cached_property
    def offices(self) -> list[tuple[FoiSubmission, ...]]:
        """The submissions that can have such a letter, those of a joint office as one."""
        rows = self.round.submissions.select_related("force").prefetch_related(
            "events", "letters", "exemptions", "force__contacts", "queries__document"
        )
        found: dict[tuple[str, int, bool, bool], list[FoiSubmission]] = defaultdict(list)
        for row in rows.annotate(**ANNOTATIONS).order_by("force__area", "number"):
            row.round = self.round
            if self._is_due(row):
                asks = self._asks_for_missing(row), self._asks_in_time([row])
                found[row.force.foi_office, row.number, *asks].append(row)
        return [tuple(rows) for rows in found.values()]

    def merged(self, text: str) -> list[MergedLetter]:
        """Every letter with this text, by the name of its force."""
        subject, words = split_text(text)
        return [self._letter(rows, subject, words) for rows in self.offices]

    def _letter(self, rows: tuple[FoiSubmission, ...], subject: str, words: str) -> MergedLetter:
        values = self._values(rows)
        line = " ".join(merge(subject, values).split())[:MOST_OF_SUBJECT]
        logged = [each for row in rows for each in row.letters.all() if each.kind == self.kind]
        since = self._since(rows)
        logged = [each for each in logged if since is None or each.reserved_at >= since]
        sent = [on for row in rows if (on := sent_on(row))]
        return MergedLetter(
            kind=self.kind,
            submissions=rows,
            to=address_of(row.force for row in rows),
            subject=line,
            body=merge(words, values),
            logged=tuple(sorted(logged, key=lambda each: (each.reserved_at, each.pk))),
            sent=min(sent, default=None) if self.kind == LetterKind.SENT else None,
            is_for_rest=self._asks_for_missing(rows[0]),
            is_in_time=self._asks_in_time(rows),
            since=since,
        )

    def _since(self, rows: Sequence[FoiSubmission]) -> dt.datetime | None:
        """The moment since which such a letter is due, where each is about something else."""
        if self.kind == LetterKind.QUERY:
            return max(query.asked_at for row in rows for query in open_queries(row))
        if self.kind == LetterKind.MORE_TIME:
            last = max(each.on for row in rows for each in self._mistakes(row))
            return _start_of(last)
        if self._asks_for_missing(rows[0]) and rows[0].outcome_on:
            # One from before the answer asked for all, one from before the due date was in time.
            dues = [due for row in rows if (due := self._clock(row).due_on)]
            late_since = [due + dt.timedelta(days=1) for due in dues if due < self.today]
            return _start_of(max([rows[0].outcome_on, *late_since]))
        return None

    def _mistakes(self, row: FoiSubmission) -> list[LegalMistake]:
        return mistakes_for_letter(mistakes_of(row, self._clock(row)), self._clock(row))

    def _asks_for_missing(self, row: FoiSubmission) -> bool:
        return self.kind == LetterKind.CHASE and row.outcome == FoiSubmission.Outcome.PART

    def _asks_in_time(self, rows: Iterable[FoiSubmission]) -> bool:
        """Whether it asks for the rest of an answer that is not late yet."""
        return all(self._asks_for_missing(e) and self._clock(e).state != "overdue" for e in rows)

    def _is_due(self, row: FoiSubmission) -> bool:
        """Whether such a letter can go out about a submission now."""
        if self.kind == LetterKind.SENT:
            return True
        if self.kind == LetterKind.ANSWER:
            return open_question(row) is not None
        if self.kind == LetterKind.QUERY:
            return bool(open_queries(row))
        if self.kind == LetterKind.MORE_TIME:
            return bool(self._mistakes(row))
        state = self._clock(row).state
        if self.kind == LetterKind.CHASE:
            # A force that the board waits for no more is not overdue, whatever its clock says.
            # One that answered in part is asked for the rest before it is late, too.
            on_board = row_of(row, self.today, self.days).state
            is_for_rest = on_board is BoardState.PART_ANSWERED and state in ("awaiting", "extended")
            return is_for_rest or (state == "overdue" and on_board in CHASED)
        if any(each.kind == FoiStep.REVIEW_ASKED for each in row.events.all()):
            return False
        if row.outcome == FoiSubmission.Outcome.REFUSED or state in ("refused", "refused_late"):
            return True
        # An answer that refuses a part; before it is late a review would be asked too early.
        return bool(to_challenge(row)) and state in ("answered", "answered_late", "overdue")

    def _clock(self, row: FoiSubmission):
        claimed = "|".join(each.name for each in row.exemptions.all())
        return clock_of(row, self.today, self.days, claimed)

    @cached_property
    def _of_round(self) -> dict[str, str]:
        """The values that are the same in every letter."""
        round_, first, last = self.round, Year(self.round.first_year), Year(self.round.last_year)
        years = " to ".join(dict.fromkeys((first.label, last.label)))
        so_far = f" ({last} so far)" if round_.last_year_in_part else ""
        tables = (f"- {each.measure.name}: {each.name}" for each in round_.tables_asked)
        return {
            "measures": and_list([each.phrase for each in round_.measures.all()]) or NOTHING,
            "tables": "\n".join(tables) or NOTHING,
            "years": f"{years}{so_far}",
            "first_year": first.label,
            "last_year": last.label,
            "round": round_.name,
            "sender": self.sender.get_full_name() or self.sender.get_username(),
        }

    def about(self, row: FoiSubmission, queries: Sequence[FoiQuery]) -> str:
        """The letter with these questions about one request, as it would leave."""
        values = self._values((row,)) | {"questions": questions_of(row, queries)}
        values["sender"] = values["sender"] or render_to_string("letters/sender.txt").strip()
        shown = {"to": address_of([row.force]), "letter": merge(default_text(self.kind), values)}
        return render_to_string("letters/to_copy.txt", shown).strip()

    @cached_property
    def _figures(self) -> EarlierFigures:
        return EarlierFigures(self.round.measures.all(), self.round.number)

    @cached_property
    def _if_changed(self) -> str:
        return render_to_string("letters/if_changed.txt").strip()

    @cached_property
    def _references(self) -> dict[int, str]:
        """By force, the newest reference that it gave us."""
        rows = FoiSubmission.objects.filter(round__number__lte=self.round.number)
        rows = rows.exclude(reference="").order_by("round__number", "number")
        return dict(rows.values_list("force", "reference"))

    def _values(self, rows: Sequence[FoiSubmission]) -> dict[str, str]:
        clocks = [self._clock(row) for row in rows]
        laws = {law_of(row.force.nation) for row in rows}
        if self.kind == LetterKind.SENT:
            known = ((self.days.of(law.nation), law.answer_within) for law in laws)
            dues = {days.after(self.today, number) for days, number in known if number}
        else:
            dues = {clock.due_on for clock in clocks if clock.due_on}
        late = max(clock.working_days_late for clock in clocks)
        due = and_list([_day(day) for day in sorted(dues)]) or NO_DUE_DATE
        days_late = counted(late, "working days")
        asks = "nothing"
        if self._asks_for_missing(rows[0]):
            asks = "rest_in_time" if self._asks_in_time(rows) else "rest"
        of_time = "in_time" if asks == "rest_in_time" else "late"
        sent = {on for row in rows if (on := sent_on(row))} or {self.today}
        force = [row.force for row in rows]
        figure = "; ".join(self._figure(each, len(rows)) for each in force)
        any_figure = any(self._figures.of(each.slug) for each in force)
        theirs = [found for each in force if (found := self._references.get(each.pk))]
        return self._of_round | {
            "force": and_list([each.in_sentence for each in force]),
            "reference": and_list([row.our_reference for row in rows]),
            "their_reference": and_list(theirs) or NOTHING,
            "last_year_figure": figure,
            "if_changed": self._if_changed.format(figure=figure) if any_figure else "",
            "law": and_list(sorted(law.name for law in laws)),
            "due": due,
            "sent_on": and_list([_day(day) for day in sorted(sent)]),
            "days_late": days_late,
            "reminder": _SO_FAR[f"heading_{of_time}"],
            "when_due": _SO_FAR[f"due_{of_time}"].format(due=due, days_late=days_late),
            "so_far": _SO_FAR[asks],
            "questions": "\n\n".join(filter(None, map(questions_in_letter, rows))) or NOTHING,
            "more_time": " ".join(
                mistake_to_force(each, self._clock(row).law)
                for row in rows
                for each in self._mistakes(row)
            )
            or NOTHING,
            "nation": and_list([*dict.fromkeys(each.nation for each in force)]),
            "exemptions": challenge_in_words(
                ((each.name, each.quote) for row in rows for each in to_challenge(row)),
                under_act=laws == {ACT_OF_2000},
            ),
        }

    def _figure(self, force: Force, forces: int) -> str:
        """The newest figures of a force; with its name where the letter is to several."""
        figures = self._figures.of(force.slug)
        names = {f: f" {f.measure.phrase}" if len(figures) > 1 else "" for f in figures}
        text = and_list([f"{f.written}{names[f]} for {f.year}" for f in figures]) or NOTHING
        return f"{force.name}: {text}" if forces > 1 else text


def query_letter(
    submission: FoiSubmission, queries: Iterable[FoiQuery], today: dt.date, sender: User | None
) -> str:
    """The letter with these questions about a return, in the words in which it is sent.

    Without a sender it says where to write the name of the person who sends it.
    """
    asked, sender = list(queries), sender or User()
    letters = RoundLetters(submission.round, LetterKind.QUERY, today, sender)
    return letters.about(submission, asked) if asked else ""


def to_challenge(submission: FoiSubmission) -> list[Exemption]:
    """The exemptions of a request that a review is to look at: all but those we accept."""
    return [
        each
        for each in submission.exemptions.all()
        if each.is_in_force and each.challenge != ChallengeChoice.ACCEPTED
    ]


def address_of(forces: Iterable[Force]) -> str:
    """The address of an office: that of a force, else that of its contact for requests."""
    for force in forces:
        if force.foi_email:
            return force.foi_email
        for contact in force.contacts.all():
            if contact.office == "foi" and contact.email:
                return contact.email
    return ""


def _start_of(day: dt.date) -> dt.datetime:
    return make_aware(dt.datetime.combine(day, dt.time()))


def _day(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
