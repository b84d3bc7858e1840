"""Letters to forces, worded in templates/letters."""

from django.template.loader import render_to_string

from offences.models import Document, FoiQuery, FoiSubmission, ForceCheck
from offences.statistics.dates import Precision, in_words


def query_letter(query: FoiQuery) -> str:
    """The letter with a question about a cell."""
    return _letter("query", submission=query.submission, query=query)


def held_back_letter(submission: FoiSubmission, document: Document) -> str:
    """The letter about a file that may contain more than the force meant to send."""
    return _letter("held_back", submission=submission, document=document)


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
