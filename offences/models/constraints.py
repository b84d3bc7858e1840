"""Constraints of the tables, and what a person reads whose entry one of them refuses."""

from functools import reduce
from operator import and_
from typing import Any

from django.db import models
from django.db.models import F, Q

SAYS = {
    "charity_only_one": "There is one charity: change the one that is there.",
    "force_name_ignores_case": "Another force has this name already.",
    "force_tile_whole": "A place on the map needs both a column and a row.",
    "force_contact_once": "This office of the force has that contact already.",
    "force_contact_reachable": "A contact needs an e-mail address or a telephone number.",
    "measure_break_once": "This measure has a break in that year already.",
    "breakdown_once": "This measure has a breakdown of that address already.",
    "breakdown_one_total": "A measure has one total.",
    "category_once": "This breakdown has a category of that address already.",
    "category_one_total": "A breakdown has one stated total.",
    "category_ages_in_order": "An age band needs both ends, the lower one first.",
    "bank_holiday_somewhere": "Say in which part of the UK it is a bank holiday.",
    "document_bytes_once": "We have this very file already.",
    "document_publication_once": "We have this publication already.",
    "document_bytes_or_address": (
        "A publication needs its address and date and no file; every other document needs its file."
    ),
    "import_stored_once": "This was stored already.",
    "round_years_in_order": "The last year asked for is before the first.",
    "submission_once": "This force has that request in this round already.",
    "submission_follows": (
        "The first request follows none; each later one names the one it follows."
    ),
    "submission_two_people": "The person who entered the counts cannot check them.",
    "submission_entered_before_checked": "There is nothing to check: no counts are entered.",
    "event_until_of_extension": (
        "Only an extension runs until a date, and that date is not before its own."
    ),
    "event_section_of_step": (
        "Only a question or an extension has its section here: those of a refusal are its "
        "exemptions."
    ),
    "exemption_once": "This section is recorded for the request already: change that row.",
    "exemption_part_in_words": "Say in words which part is refused, and only then.",
    "exemption_result_of_challenge": "Only an exemption that was challenged has a result.",
    "sent_letter_once": "This letter is being sent already.",
    "sent_letter_started_before_sent": "A letter is sent after it is handed to the mail server.",
    "sent_text_once": "This newsroom has this text, or is being sent it already.",
    "sent_text_started_before_sent": "A text is sent after it is handed to the mail server.",
    "sent_correction_once": "This newsroom has this notice, or is being sent it already.",
    "sent_correction_started_before_sent": (
        "A notice is sent after it is handed to the mail server."
    ),
    "printed_article_once": "This article is in the list already.",
    "printed_article_whole": "Give the newsroom, the address of the article and what it printed.",
    "printed_article_how": "Say how you know that it was put right.",
    "sent_digest_once": "This person’s digest of that day is on its way already.",
    "sent_digest_started_before_sent": "A digest is sent after it is handed to the mail server.",
    "reply_document_once": "This message is here already.",
    "reply_message_once": "This message is here already.",
    "reply_filed_somewhere": "A reply is filed with one request, with one force, or put aside.",
    "practice_answer_once": "This return has an answer to that question already.",
    "practice_answer_said": "An empty answer is not stored.",
    "force_break_once": "This force has a break of that measure in that year.",
    "count_one_current": "This cell has a count already: correct that one.",
    "count_number_fits_state": (
        "A number belongs to a plain count, limits to a withheld one, "
        "and neither to a cell without a number."
    ),
    "count_limits_in_order": "The upper limit of a withheld number is above the lower.",
    "count_period_whole": (
        "A part of a year is a number with a first and a last day, in that order."
    ),
    "count_document_or_why": "A count from a document needs no other source.",
    "count_confirms_zero": "Only a zero is confirmed.",
    "count_section_of_refusal": "A section of the Act belongs to a refusal.",
    "count_flags_of_number": "Only a number is provisional or estimated.",
    "grid_draft_once": "You have a draft of this grid already.",
    "check_answer_once": "This line is answered already.",
    "check_answer_in_words": "An empty answer is not stored.",
    "recorded_once": "This publication’s figure is recorded already.",
    "recorded_coverage_fits": "More forces gave figures than were asked.",
    "recorded_year_or_period": "Give a financial year, or else the period in words.",
    "disclosure_age_sensible": "The age is one from 0 (no such rule) to 18.",
    "disclosure_reason_given": "Say why: the public and your successor read it.",
    "already_public_once": "This figure is recorded as public already.",
    "category_spelling_once": "This label is stored already: change that row.",
    "category_spelling_once_for_all": "This label is stored already: change that row.",
    "category_spelling_plain": "A label that says nothing of its own has no category.",
    "reading_once": "This file was read for this submission already.",
    "query_open_once": "The force is asked about this cell already.",
    "query_open_once_of_return": "The force is asked about this return already.",
    "query_answer_in_words": "Write down what the force answered.",
    "query_whole_count": "Name the measure, year and category, or none of them.",
    "query_answered_after": "An answer comes after its question.",
    "release_number_once": "This measure has a release of that number already.",
    "release_corrects_one_figure": "Name the release, the force and the year, or none of them.",
    "release_two_people": "The person who prepared a release cannot approve it.",
    "release_screened_of_figures": "A screening stores the fingerprint of what was screened.",
    "release_screened_before_review": "A release is screened before it is sent to review.",
    "release_reviewed_before_approved": "A release is sent to review before it is approved.",
    "release_screener_not_approver": "The person who screened a release cannot approve it.",
    "release_sender_not_approver": "The person who sent a release to review cannot approve it.",
    "release_approved_with_date": "Say from which date and time the release is public.",
    "release_withdrawn_with_reason": (
        "Only an approved release is withdrawn, with a reason for the public."
    ),
    "screening_answer_once": "This finding has that very answer already.",
    "screening_answer_in_words": "Answer the finding in words.",
    "released_figure_once": "This figure is in the release already.",
    "released_figure_or_reason": "A figure has a number; its absence has a reason.",
    "released_limits_in_order": "The upper limit is not below the lower.",
    "released_recorded_is_a_number": "A recorded figure is a number.",
    "released_category_once": "This category is in the release already.",
    "released_response_once": "This answer is in the release already.",
    "force_check_once": "These figures were sent to this force a moment ago.",
    "force_check_answer_whole": "An answer has its day and the person who recorded it.",
    "force_check_silent_after_due": "A force is silent only after its last day.",
    "force_check_words": "Write down what the force said.",
    "dispute_two_people": "The person who looks into a dispute does not decide it.",
    "dispute_decision_whole": "A decision says what was decided, and why.",
    "dispute_corrected_where": "Name the release that corrects it, and only then.",
    "dispute_says": "Say what the force says, as readers will see it.",
    "remark_confirmed_once": "The force’s confirmation is shown already.",
    "remark_of_dispute_once": "This step of the dispute is shown already.",
    "remark_of_dispute_whole": "A dispute names its years and is described in words.",
    "remark_decision": "A decision says what was decided; nothing else does.",
    "remark_corrected_where": "Name the release that corrects it, and only then.",
    "revision_reason_in_words": "Say why the figure was revised.",
    "campaign_words_two_people": "The person who wrote the words cannot approve them.",
    "campaign_event_days_in_order": "The last day is not before the first.",
    "event_quote_once": "This event has a quote for that nation already.",
    "event_quote_whole": "A quote has its words, and a person with a name and a title.",
    "event_quote_two_people": "The person who wrote the quote cannot approve it.",
    "spokesperson_once": "This person speaks for that area already.",
    "event_block_once": "This event has words of its own for that block already.",
    "event_signer_once": "This event has a person for that role already: replace them.",
    "event_signer_named": "Name the person, with an e-mail address.",
    "text_review_by_somebody": "Say who, and in which role.",
    "text_review_answers": "Only a comment answers a comment, or settles one.",
    "text_review_in_words": "Say what you mean in words: its author reads them.",
    "national_block_two_people": "The person who drafted the national block cannot approve it.",
    "press_release_once": "This event has a text for that area already.",
    "press_release_two_people": "The person who drafted a text cannot issue it.",
    "press_release_not_the_editor": "The person who edited a text last cannot issue it.",
    "media_contact_once": "This address is in the list already.",
    "correction_once": "This text was corrected by that release already.",
    "correction_how": "Say who was told, and how.",
    "send_back_of_one": "A note is about one return, one release or one text.",
    "send_back_by_somebody": "Say who sends it back.",
    "send_back_with_reason": "Say why it goes back: its author reads this.",
    "send_back_answer_settles": "An answer is given when the work is handed in.",
    "send_back_once_submission": "It was sent back, and its author has not handed it in since.",
    "send_back_once_release": "It was sent back, and its author has not handed it in since.",
    "send_back_once_press_release": "It was sent back, and its author has not handed it in since.",
    "prerelease_reader_once": "This person is on the list of this release already.",
    "prerelease_reader_named": "Say who reads it, in which role, and why they need it.",
    "prerelease_reader_times_in_order": "The end is after the beginning. Choose a later end.",
    "prerelease_log_of_somebody": "Say which reader or which member of staff it was.",
    "prerelease_log_opened_a_page": "Say which page was opened, and only then.",
    "prerelease_log_by_staff": "Only staff add readers, make links and take them back.",
}
"""By the name of a constraint."""


def check(name: str, condition: Q, says: str = "") -> models.CheckConstraint:
    says = says or SAYS[name]
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=says)


def unique(
    name: str, fields: str, *expressions: Any, condition: Q | None = None
) -> models.UniqueConstraint:
    """No two rows with the same values of these fields, and of these expressions."""
    names = tuple(fields.split())
    of: Any = {} if expressions else {"fields": names}
    return models.UniqueConstraint(
        *((*names, *expressions) if expressions else ()),
        **of,
        condition=condition,
        name=name,
        violation_error_message=SAYS[name],
    )


def both_or_neither(name: str, step: str, done: str) -> models.CheckConstraint:
    """A step's person and moment together: `checked_by` and `checked_at`."""
    says = f"Say who {done} and when, or neither."
    return all_or_none(name, f"{step}_by", f"{step}_at", says=says)


def all_or_none(name: str, *fields: str, says: str = "") -> models.CheckConstraint:
    none, every = (Q(**{f"{f}__isnull": empty for f in fields}) for empty in (True, False))
    return check(name, none | every, says)


def needs(name: str, later: str, earlier: str) -> models.CheckConstraint:
    """The one only with the other."""
    return check(name, Q(**{f"{later}__isnull": True}) | Q(**{f"{earlier}__isnull": False}))


def filled(name: str, *fields: str) -> models.CheckConstraint:
    return check(name, reduce(and_, (~Q(**{field: ""}) for field in fields)))


def two_people(name: str, first: str, second: str) -> models.CheckConstraint:
    unknown = Q(**{f"{first}__isnull": True}) | Q(**{f"{second}__isnull": True})
    return check(name, unknown | ~Q(**{first: F(second)}), f"{SAYS[name]} Ask a colleague.")


def valid_year(name: str, field: str) -> models.CheckConstraint:
    says = "The year is not one between 1990/91 and 2100/01."
    return check(name, Q(**{f"{field}__gte": 1990, f"{field}__lte": 2100}), says)
