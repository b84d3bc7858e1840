"""An event's own words for a block, tried on made-up forces and a nation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from offences import press
from offences.models import CampaignEvent
from offences.staff.pages import show_page, staff_page
from offences.words.years import in_our_years


@staff_page("blocks", CampaignEvent, "view_campaignevent")
def try_blocks(request: HttpRequest, object_id: int) -> HttpResponse:
    """The words as each example would have them, or why it would not use them."""
    rows = CampaignEvent.objects.select_related("campaign")
    event = get_object_or_404(rows, pk=object_id)
    words = request.GET.get("words") or "\n\n".join(each.words for each in event.blocks.all())
    faults = press.faults_of(words)
    examples = [
        (name, press.fill_block(words, places))
        for name, places in press.example_places(event).items()
        if words and not faults
    ]
    return show_page(
        request,
        "press/blocks",
        title=f"Try own words: {event}",
        subject=event,
        event=event,
        words=words,
        faults=faults,
        examples=examples,
        placeholders={name: in_our_years(words) for name, words in press.PLACEHOLDERS.items()},
    )
