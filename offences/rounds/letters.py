"""Letters to forces, worded in templates/letters."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.template.loader import render_to_string

from offences.clocks import sent_on
from offences.english import and_list
from offences.foi_clock import ClockReading
from offences.models import Document, FoiQuery, FoiStep, FoiSubmission, ForceCheck
from offences.statistics.dates import Precision, in_words
from offences.words.places import places_in_words


def open_queries(submission: FoiSubmission) -> list[FoiQuery]:
    """The questions about a return that the force has not answered."""
    return [each for each in submission.queries.all() if each.answered_at is None]


def questions_in_letter(submission: FoiSubmission) -> str:
    """The open questions about a return as a letter has them."""
    return questions_of(submission, open_queries(submission))


def questions_of(submission: FoiSubmission, queries: Iterable[FoiQuery]) -> str:
    """Questions by document, in the order asked, as a letter has them."""
    in_order = sorted(queries, key=lambda query: (query.document_id or 0, query.pk))
    asked = [
        {
            "number": number,
            "document": query.document,
            "sheet": query.sheet,
            "cell": query.cell,
            "names_cell": not query.cell
            or query.cell in query.question
            or places_in_words(query.cell) in query.question,
            "question": query.question,
        }
        for number, query in enumerate(in_order, 1)
    ]
    letter = _letter("questions", submission=submission, queries=asked) if asked else ""
    return places_in_words(letter)


def held_back_letter(submission: FoiSubmission, document: Document) -> str:
    """The letter about a file that may contain more than the force meant to send."""
    return _letter("held_back", submission=submission, document=document)


def complaint_letter(submission: FoiSubmission, clock: ClockReading, sender: User) -> str:
    """The complaint to the commissioner once a review was asked for; empty before."""
    days = {each.kind: each.on for each in submission.events.all()}  # the last of each kind
    if FoiStep.REVIEW_ASKED not in days:
        return ""
    sent, answered = sent_on(submission), days.get(FoiStep.REVIEW_ANSWERED)
    names = [f"section {each.name}" for each in submission.exemptions.all()]

    def plain(day: dt.date | None) -> str:
        return in_words(day, Precision.DAY) if day else ""

    return _letter(
        "complaint",
        submission=submission,
        clock=clock,
        reference=submission.our_reference,
        sections=and_list(names),
        sent=plain(sent),
        asked=plain(days[FoiStep.REVIEW_ASKED]),
        answered=plain(answered),
        due=plain(clock.review_by),
        sender=sender.get_full_name() or sender.get_username(),
    )


def figures_letter(check: ForceCheck) -> tuple[str, str, str]:
    """Address, subject and words of the letter that asks a force to confirm its figures."""
    release = check.release
    widest = max((len(year) for year in check.figures), default=0)
    newest_first = sorted(check.figures.items(), reverse=True)
    letter = _letter(
        "figures",
        force=check.force,
        release=release,
        is_public=release.public_at is not None and release.public_at <= check.sent_at,
        figures=[(f"{year:<{widest}}", figure) for year, figure in newest_first],
        due=in_words(check.due_on, Precision.DAY),
    )
    subject, _, words = letter.partition("\n\n")
    return check.force.foi_email, subject, words


def _letter(template: str, **context: object) -> str:
    return render_to_string(f"letters/{template}.txt", context).strip()
