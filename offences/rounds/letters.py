"""Letters about what came back: a question about a cell, and more than a force meant to send."""

from offences.models import Document, FoiQuery, FoiSubmission


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
