"""The page on which a person asks for the daily digest, or stops it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from offences.models import DigestReader, SentDigest
from offences.staff.names import logged_in
from offences.staff.pages import show_page, staff_page
from offences.tasks import plan_digests


@staff_page("digest", route="digest/")
def choose_digest(request: HttpRequest) -> HttpResponse:
    """Whether this person gets the daily digest, and the last that they got."""
    person = logged_in(request)
    if request.method == "POST":
        if "_stop" in request.POST:
            DigestReader.objects.filter(person=person).delete()
            messages.success(request, "You get no daily e-mail from now on.")
        elif person.email:
            DigestReader.objects.get_or_create(person=person, defaults={"since": timezone.now()})
            plan_digests()
            messages.success(request, f"The daily e-mail goes to {person.email}.")
        return HttpResponseRedirect(request.path)
    reader = DigestReader.objects.filter(person=person).first()
    sent = SentDigest.objects.filter(person=person, sent_at__isnull=False).first()
    return show_page(request, "today/digest", title="Daily e-mail", reader=reader, sent=sent)
