"""Letters to forces: a question about a cell, more than was meant to be sent, its own figures."""

from offences.models import Document, FoiQuery, FoiSubmission, ForceCheck
from offences.statistics.dates import in_words


def letter_of(query: FoiQuery) -> str:
    """The letter that puts the question, ready to be sent."""
    submission = query.submission
    reference = f" (your reference {submission.reference})" if submission.reference else ""
    place = [
        f"sheet “{query.sheet}”" if query.sheet else "",
        f"cell {query.cell}" if query.cell else "",
    ]
    where = ", ".join(filter(None, [f" In “{query.document.title}”", *place]))
    return (
        f"To: {submission.force.foi_email or 'the Freedom of Information office'}\n"
        f"Subject: {submission.round.name}: a question about your answer{reference}\n\n"
        f"Dear Freedom of Information team,\n\n"
        f"Thank you for your answer to our request{reference}.{where}:\n\n"
        f"{query.question}\n\n"
        "Could you tell us what is meant, or send a corrected figure? This is a question about "
        "the information that you have sent and no new request.\n\n"
        "Yours faithfully"
    )


def held_letter(submission: FoiSubmission, document: Document) -> str:
    """The letter that tells a force what it may have sent without meaning to."""
    reference = f" (your reference {submission.reference})" if submission.reference else ""
    parts = "\n".join(f"- {why}" for why in document.held_back)
    return (
        f"To: {submission.force.foi_email or 'the Freedom of Information office'}\n"
        f"Subject: {submission.round.name}: your file may hold more than you meant to send"
        f"{reference}\n\n"
        "Dear Freedom of Information team,\n\n"
        f"Your file “{document.title}” may hold more than you meant to disclose:\n\n{parts}\n\n"
        "We have not read these parts. The file is kept where one named person alone can open it. "
        "Please tell us by return whether they were meant to be sent. If they were not, send the "
        "file again without them: we shall then delete this one and confirm that we did. You may "
        "have to tell your own data protection officer.\n\n"
        "Yours faithfully"
    )


def figures_letter(check: ForceCheck) -> tuple[str, str, str]:
    """Its own figures for a force to confirm before they are published: to, subject, words."""
    force, release = check.force, check.release
    is_out = release.public_at is not None and release.public_at <= check.sent_at
    soon, would = (
        ("We publish", "we say") if is_out else ("We are about to publish", "we would say")
    )
    quiet = "" if is_out else " The figures are not public yet: please do not pass them on."
    unless = "" if is_out else " If we hear nothing we publish them as they stand here."
    newest_first = sorted(check.figures.items(), reverse=True)
    widest = max((len(year) for year in check.figures), default=0)
    table = "\n".join(f"    {year:<{widest}}   {told}" for year, told in newest_first)
    words = (
        "Dear Freedom of Information team,\n\n"
        f"{soon} figures of {release.measure.phrase}, from answers to Freedom of Information "
        f"requests. Of {force.in_sentence} {would}:\n\n{table}\n\n"
        "Each year runs from April to March. Are these figures right? Please tell us by "
        f"{in_words(check.due_on, 'day')} whether you confirm them, or which one is another and "
        "why. We shall say beside the figures that you confirmed them, or what you dispute."
        f"{unless}\n\n"
        f"This is a question about information that you have sent and no new request.{quiet}\n\n"
        "Yours faithfully"
    )
    return force.foi_email, f"Your figures of {release.measure.phrase}: are they right?", words
