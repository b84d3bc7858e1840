"""manage.py draft_press: the events, or an event's drafts with allowed and refused claims."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from offences import press
from offences.management.files import account_of, as_json
from offences.models import CampaignEvent, remember_charity
from offences.refused import Refused
from offences.words.claims import document_of

AUTHOR = "draft-press"


class Command(BaseCommand):
    help = "Drafts a press release for every force of an event, and stores each as a draft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("event", nargs="?", help="The event's address, see --list.")
        parser.add_argument("--list", action="store_true", help="List the events.")
        parser.add_argument("--force", default="", help="One force's address, or “national”.")
        parser.add_argument("--format", choices=["txt", "json"], default="txt")

    def handle(self, *args, **options) -> None:
        if options["list"]:
            for event in CampaignEvent.objects.order_by("embargo_at"):
                self.stdout.write(f"{event.slug}\t{event.name}\t{event.embargo_in_words}")
            return
        remember_charity()
        wanted = options["event"] or ""
        try:
            event = CampaignEvent.objects.get(slug=wanted)
        except CampaignEvent.DoesNotExist:
            raise CommandError(f"There is no event “{wanted}”. See draft_press --list.") from None
        try:
            made = press.drafts(event, options["force"], now=timezone.now())
            # A second person issues them, for nobody can log in as their author.
            author = account_of(AUTHOR, first_name="Drafted by", last_name="the system")
            press.draft_event(
                event, by=author, now=timezone.now(), force=options["force"], made=made
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        if options["format"] == "json":
            self.stdout.write(as_json({"drafts": [_document(draft) for draft in made]}))
            return
        line = f"Embargoed until {event.embargo_in_words}"
        self.stdout.write("\n\n".join(f"{line}\n\n{d.headline}\n\n{d.text.rstrip()}" for d in made))


def _document(draft: press.Draft) -> dict:
    claims = [document_of(claim) for claim in draft.claims]
    return {"force": draft.body, "headline": draft.headline, "text": draft.text, "claims": claims}
