"""Disputes: their list and records. They are opened and decided on pages of the releases."""

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse

from offences.admin.base import ReadOnlyAdmin, by_and_at, choice_filter, column, link
from offences.admin.site import register
from offences.models import Dispute
from offences.staff.releases.disputes import RELATED, state_of

DecidedFilter = choice_filter(
    "state",
    "state",
    open=("open", Q(decided_at=None)),
    decided=("decided", Q(decided_at__isnull=False)),
)


@register(Dispute)
class DisputeAdmin(ReadOnlyAdmin):
    list_display = ["force", "years", "release", "owner", "raised", "state"]
    list_display_links = ["force", "years"]
    list_filter = [DecidedFilter, "release__measure"]
    list_select_related = RELATED
    search_fields = ["force__name", "says", "decided_words"]
    fields = ("force", "release", "years", "says", "said_on", "owner", "raised", "state", "page")
    readonly_fields = ("years", "raised", "state", "page")

    @admin.display(description="figures")
    def years(self, dispute: Dispute) -> str:
        return "; ".join(f"{year}: {figure}" for year, figure in dispute.figures)

    raised = by_and_at("opened", "opened", "opened_at")
    state = column("state", state_of, "decided_at")

    @admin.display(description="its page")
    def page(self, dispute: Dispute) -> str:
        address = reverse("admin:offences_dispute_decide", args=[dispute.pk])
        return link(address, "The dispute and its decision")
