"""The charity of this site and its helplines, for the data lead alone."""

from django.contrib import admin

from offences.admin.base import FieldsExplained, StaffAdmin
from offences.admin.site import register
from offences.models import Charity, Helpline
from offences.staff.charity.forms import CharityForm
from offences.staff.charity.preview import FIELDSETS, CharityPreview


class HelplineInline(FieldsExplained, admin.StackedInline):
    model = Helpline
    fields = ["position", "line", "heading", ("name", "number"), "about", "links"]
    extra = 1  # one to fill in without JavaScript


@register(Charity)
class CharityAdmin(CharityPreview, StaffAdmin):
    never = ("delete",)
    form, fieldsets, inlines = CharityForm, FIELDSETS, [HelplineInline]
