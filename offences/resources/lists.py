"""The lists that can be uploaded, described for staff in docs/lists.md."""

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.db.models.functions import Lower
from import_export.fields import Field
from import_export.widgets import DateTimeWidget

from offences import counts
from offences.english import REAL_PLACES
from offences.models import AnnualCount, Category, FoiSubmission, Force, ForceContact, MediaContact
from offences.models.force import UK_WIDE
from offences.models.measure import why_not_redefine
from offences.refused import Refused
from offences.resources import columns, widgets
from offences.resources.columns import ListColumn, ManyColumn
from offences.resources.list_resource import ListResource, of_model
from offences.statistics.dates import Precision, in_words


@of_model(Force)
class ForceList(ListResource):
    """Every force ever asked, with its other spellings."""

    one = "force"
    keys = ("slug",)

    slug = ListColumn(
        "The force's address on the site. It never changes; one that is not recorded yet is a new "
        "force.",
        key=True,
    )
    name = ListColumn("The current official name. A new force needs it.")
    short_name = ListColumn("The form for the middle of a sentence. A new force needs it.")
    welsh_name = ListColumn("Its name in Welsh.")
    area = ListColumn("The place, for headings. A new force needs it.")
    kind = ListColumn("territorial, special or crown_dependency.")
    # A practice year's own country is on no list.
    nation = ListColumn(
        f"{', '.join(REAL_PLACES)}, or {UK_WIDE}. A new force needs it.",
        widgets.ChoiceWidget([(place, place) for place in (*REAL_PLACES, UK_WIDE)]),
    )
    region = ListColumn("Such as South East.")
    ons_code = ListColumn("The code of the Office for National Statistics.")
    website = ListColumn("Its address, with https://.")
    foi_email = ListColumn("The address that takes Freedom of Information requests.")
    foi_office = ListColumn(
        "The same key for forces whose answers come from one joint office. A new force needs it."
    )
    tile_col = ListColumn("The column on the map of tiles, with tile_row.")
    tile_row = ListColumn("The row on the map of tiles, with tile_col.")
    spellings = columns.SpellingsColumn(
        "Other spellings, with semicolons between them. New ones are added; none is removed.",
        widgets.TextsWidget(),
        name=lambda spelling: spelling.spelling,
    )

    def init_instance(self, row=None):
        return Force(slug=self.key_text(row, "slug"))

    def nearest(self, instance):
        return self.names.nearest_force(instance.slug)

    def check(self, instance, changed):
        if "name" in changed:
            owners = [f for f in self.names.forces_called(instance.name) if f != instance]
            if owners:
                raise ValidationError(
                    {"name": f"“{instance.name}” is a name or a spelling of {owners[0]} already."}
                )
        if "spellings" in changed and not self.by.has_perm("offences.add_forcespelling"):
            raise ValidationError({"spellings": "You may not add spellings."})

    def saved(self, instance, is_create, changed):
        spellings = self.fields["spellings"].rows(instance)
        self.names.learn_force(instance, *(row.spelling for row in spellings))


@of_model(Category)
class CategoryList(ListResource):
    """The members of every breakdown."""

    one = "category"
    keys = ("breakdown_id", "slug")
    meaning = frozenset({"is_total", "is_unknown", "age_from", "age_to", "offence", "members"})

    measure = ListColumn(
        "The measure, by its name or its address.", attribute="breakdown__measure__slug", key=True
    )
    breakdown = ListColumn(
        "The breakdown, by its name or its address.", attribute="breakdown__slug", key=True
    )
    slug = ListColumn(
        "The category's address in its breakdown. It never changes; one that is not recorded yet "
        "is a new category.",
        key=True,
    )
    name = ListColumn("Its name. A new category needs it.")
    is_total = ListColumn("yes for the breakdown's own stated total, else no.")
    is_unknown = ListColumn("yes if it is for what is not known, else no.")
    age_from = ListColumn("For ages: the lowest, in whole years.")
    age_to = ListColumn("For ages: the highest, in whole years.")
    offence = ListColumn(
        "For offences: the code or the name of the Home Office.",
        attribute="offence__code",
        sets="offence",
    )
    position = ListColumn("Its place in the breakdown, from 1.")
    members = columns.MembersColumn(
        "For a crossing: the categories it is crossed of, such as age/10; sex/girls.",
        widgets.TextsWidget(),
        name=lambda category: f"{category.breakdown.slug}/{category.slug}",
        reads="members__breakdown",
    )

    def init_instance(self, row=None):
        measure, breakdown = (self.key_text(row, n) for n in ("measure", "breakdown"))
        found = self.names.breakdown(self.names.measure(measure), breakdown)
        return Category(breakdown=found, slug=self.key_text(row, "slug"))

    def nearest(self, instance):
        return self.names.nearest_category(instance.breakdown, instance.slug)

    def remarks(self, rows):
        """Counts take their meaning from the category: the preview says how many change."""
        return {
            pk: f"This would change the meaning of {number:,} count{'s' if number > 1 else ''}."
            for pk, number in self._counts_in(rows)
        }

    def objections(self, rows):
        checked = Q(submission__checked_at__isnull=False)
        return {pk: why_not_redefine(number) for pk, number in self._counts_in(rows, checked)}

    def _counts_in(self, rows, *which: Q):
        """The number of counts of each category whose meaning would change."""
        touched = {row.pk for row, changed in rows if changed & self.meaning}
        current = AnnualCount.objects.current().filter(*which, category__in=touched).order_by()
        return current.values_list("category").annotate(Count("pk"))


@of_model(FoiSubmission)
class SubmissionList(ListResource):
    """The requests to each force in each round, and their outcomes."""

    one = "request"
    keys = ("round_id", "force_id", "number")
    # In a release beside the counts, and so checked with them.
    published = frozenset(
        ("reference", "outcome", "outcome_on", "outcome_precision", "outcome_source", "reason")
    ) | {"documents"}

    round = ListColumn("The round, by its name or its address.", attribute="round__slug", key=True)
    force = ListColumn(
        "The force, in any of its spellings, or its area.", attribute="force__slug", key=True
    )
    number = ListColumn(
        "1 for the first request of the round, 2 for one that follows it. Empty: 1.", key=True
    )
    follows = columns.FollowsColumn(
        "For a later request: the number of the one it follows. A new one follows the one before "
        "it unless this says otherwise.",
        widgets.WholeNumberWidget(),
        attribute="follows__number",
        sets="follows",
    )
    reference = ListColumn("The force's reference. Published.")
    outcome = ListColumn(
        "awaited, answered, part_answered, refused, no_response or unknown. Published."
    )
    outcome_on = ListColumn("The date of the outcome. Published.")
    outcome_precision = ListColumn("The precision of that date: day, month or year. Published.")
    outcome_source = ListColumn(
        "The title of the document that reports the outcome, if not from the force itself. "
        "Published.",
        attribute="outcome_source__title",
        sets="outcome_source",
    )
    reason = ListColumn("The reason the force gave, in a few words. Published.")
    documents = ManyColumn(
        "The titles of the documents that came, with semicolons between them: all of them. "
        "Published.",
        widgets.NamesWidget("document"),
        name=lambda document: document.title,
    )
    note = ListColumn("For staff. Never published.")

    exemptions = columns.NamesColumn("exemptions", lambda exemption: exemption.name)
    edition = Field("edition", readonly=True)
    opened_by = Field("opened_by__username", readonly=True)
    opened_at = Field("opened_at", widget=DateTimeWidget(), readonly=True)
    entered_by = Field("entered_by__username", readonly=True)
    entered_at = Field("entered_at", widget=DateTimeWidget(), readonly=True)
    checked_by = Field("checked_by__username", readonly=True)
    checked_at = Field("checked_at", widget=DateTimeWidget(), readonly=True)

    def init_instance(self, row=None):
        round_ = self.names.round(self.key_text(row, "round"))
        force = self.names.force(self.key_text(row, "force"))
        number = widgets.WholeNumberWidget().clean(row.get("number") or "1")
        if number == 0:
            raise Refused("Requests are numbered from 1.")
        return FoiSubmission(round=round_, force=force, number=number)

    def turn(self, key):
        return key[2]  # a request that follows another may come before it

    def import_instance(self, instance, row, **kwargs):
        super().import_instance(instance, row, **kwargs)
        before = self.current.found.get((*self.key_of(instance)[:2], instance.number - 1))
        if instance._state.adding and instance.follows is None and before:
            instance.follows = before
            self.differences.append(("follows", "", str(before.number)))

    def saved(self, instance, is_create, changed):
        if not is_create and changed & self.published:
            self.reopened = counts.reopen(instance, by=self.by, now=self.now)


@of_model(ForceContact)
class ForceContactList(ListResource):
    """The people and desks that we write to or call at each force."""

    one = "contact"
    keys = ("force_id", "office", "name")
    personal = True

    force = ListColumn(
        "The force, in any of its spellings, or its area.", attribute="force__slug", key=True
    )
    office = ListColumn("foi, press or data (crime recording). Empty: foi.", key=True)
    name = ListColumn(
        "The person or the desk. Capital letters do not count; another name is another contact.",
        key=True,
    )
    email = ListColumn("The e-mail address. A contact needs this or a telephone number.")
    phone = ListColumn("The telephone number.")
    note = ListColumn("What a colleague should know before writing.")

    def key_of(self, instance):
        return (instance.force_id, instance.office, instance.name.lower())

    def init_instance(self, row=None):
        force = self.names.force(self.key_text(row, "force"))
        office = self.fields["office"].widget.clean(row.get("office") or ForceContact.Office.FOI)
        name = self.key_text(row, "name", ForceContact.name.field)
        return ForceContact(force=force, office=office, name=name)


@of_model(MediaContact)
class MediaContactList(ListResource):
    """The newsrooms and journalists who asked for our press releases."""

    one = "contact"
    keys = ("lowered",)
    personal = True

    email = ListColumn(
        "The e-mail address. Capital letters do not count; another address is another contact.",
        key=True,
    )
    outlet = ListColumn("The newspaper, station or agency. A new contact needs it.")
    name = ListColumn("The person or the desk.")
    phone = ListColumn("The telephone number.")
    forces = ManyColumn(
        "The forces whose areas it covers, all of them, in any of their spellings, with "
        "semicolons between them. None: the whole country.",
        widgets.NamesWidget("force"),
        name=lambda force: force.slug,
    )
    stopped_on = ListColumn(
        "The day on which they asked us to stop writing. An import never removes it."
    )
    note = ListColumn("For staff.")

    def get_queryset(self):
        return super().get_queryset().annotate(lowered=Lower("email"))

    def key_of(self, instance):
        return (instance.email.lower(),)

    def init_instance(self, row=None):
        return MediaContact(email=self.key_text(row, "email", MediaContact.email.field))

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
