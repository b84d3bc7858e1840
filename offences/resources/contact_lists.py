"""Lists of contacts: people at forces, and people who asked for press releases."""

from django.core.exceptions import ValidationError
from django.db.models.functions import Lower

from offences.models import ForceContact, MediaContact
from offences.resources import widgets
from offences.resources.columns import ListColumn, ManyColumn
from offences.resources.list_resource import ListResource, of_model
from offences.statistics.dates import Precision, in_words


@of_model(ForceContact)
class ForceContactList(ListResource):
    """The people and desks that we write to or call at each force."""

    one = "contact"
    key_field = "force"
    personal = True

    force = ListColumn("force__slug", "The force, in any of its spellings.", key=True, needed=True)
    office = ListColumn(
        "office",
        "foi, press or data (crime recording). Empty: foi.",
        widgets.ChoiceWidget(ForceContact.Office.choices),
        key=True,
    )
    name = ListColumn(
        "name",
        "The person or the desk. Capital letters do not count; another name is another contact.",
        key=True,
        needed=True,
    )
    email = ListColumn("email", "The e-mail address. A contact needs this or a telephone number.")
    phone = ListColumn("phone", "The telephone number.")
    note = ListColumn("note", "What a colleague should know before writing.")

    def _office(self, row):
        return self.fields["office"].widget.clean(row.get("office") or ForceContact.Office.FOI)

    def _name(self, row):
        return self.key_text(row, "name", ForceContact.name.field)

    def key(self, row):
        force = self.names.force(self.key_text(row, "force"))
        return (force.pk, self._office(row), self._name(row).lower())

    def key_of(self, instance):
        return (instance.force_id, instance.office, instance.name.lower())

    def init_instance(self, row=None):
        force = self.names.force(row["force"])
        return ForceContact(force=force, office=self._office(row), name=self._name(row))


@of_model(MediaContact)
class MediaContactList(ListResource):
    """The newsrooms and journalists who asked for our press releases."""

    one = "contact"
    key_field = "lowered"
    personal = True

    email = ListColumn(
        "email",
        "The e-mail address. Capital letters do not count; another address is another contact.",
        key=True,
        needed=True,
    )
    outlet = ListColumn("outlet", "The newspaper, station or agency. A new contact needs it.")
    name = ListColumn("name", "The person or the desk.")
    phone = ListColumn("phone", "The telephone number.")
    forces = ManyColumn(
        "forces",
        "The forces whose areas it covers, all of them, in any of their spellings, with "
        "semicolons between them. None: the whole country.",
        widgets.NamesWidget("force"),
        name=lambda force: force.slug,
    )
    stopped_on = ListColumn(
        "stopped_on",
        "The day on which they asked us to stop writing. An import never removes it.",
        widgets.DateWidget(),
    )
    note = ListColumn("note", "For staff.")

    def get_queryset(self):
        return super().get_queryset().annotate(lowered=Lower("email"))

    def _address(self, row):
        return self.key_text(row, "email", MediaContact.email.field)

    def key(self, row):
        return (self._address(row).lower(),)

    def key_of(self, instance):
        return (instance.email.lower(),)

    def init_instance(self, row=None):
        return MediaContact(email=self._address(row))

    def check(self, instance, changed):
        if "stopped_on" in changed and instance.stopped_on is None:
            raise ValidationError(
                {"stopped_on": "They asked us to stop writing. An import never undoes that."}
            )

    def remarks(self, rows):
        stopped = {row.pk: row.stopped_on for row, _ in rows if row.stopped_on}
        return {
            pk: f"Asked to stop on {in_words(day, Precision.DAY)}, which stays recorded."
            for pk, day in stopped.items()
        }
