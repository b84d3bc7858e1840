"""The words of an event that are approved once: its ask, its quotes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from offences import press
from offences.models import CampaignEvent
from offences.refused import Refused
from offences.staff.forms import Attempt
from offences.staff.names import logged_in
from offences.staff.pages import by_and_now, log_change, require, show_page, staff_page


@staff_page("words", CampaignEvent, "view_campaignevent", proof=True)
def show_words(request: HttpRequest, object_id: int) -> HttpResponse:
    """Each of the words with its hash, and the step that approves it."""
    rows = CampaignEvent.objects.select_related("campaign")
    event, attempt = get_object_or_404(rows, pk=object_id), Attempt()
    by_hash = {words.words_hash: words for words in press.words_of(event)}
    if request.method == "POST":
        require(request, "issue_pressrelease")
        with attempt:
            words = by_hash.get(request.POST.get("seen", ""))
            if words is None:
                raise Refused("The words have changed since you opened this page. Read them again.")
            press.approve_words(words, **by_and_now(request), seen=words.words_hash)
            log_change(request, words, "Words approved.")
            messages.success(request, "Approved.")
            return redirect("admin:offences_campaignevent_words", event.pk)
    person = logged_in(request)
    shown = [(words, press.why_not_approve(words, person)) for words in press.words_of(event)]
    title = f"Words to approve: {event}"
    said = attempt.refusal
    return show_page(
        request, "press/words", title=title, subject=event, words=shown, event=event, refusal=said
    )
