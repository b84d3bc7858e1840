"""Lists of forces, categories and submissions, described for staff in docs/lists.md."""

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from import_export.fields import Field
from import_export.widgets import DateTimeWidget

from offences import counts
from offences.english import PLACES
from offences.models import AnnualCount, Category, FoiSubmission, Force, ForceKind
from offences.models.force import NATION_CHOICES, UK_WIDE
from offences.models.measure import why_not_redefine
from offences.models.shared import PRECISIONS
from offences.refused import Refused
from offences.resources import widgets
from offences.resources.columns import (
    FollowsColumn,
    ListColumn,
    ManyColumn,
    MembersColumn,
    SpellingsColumn,
)
from offences.resources.list_resource import ListResource, of_model


@of_model(Force)
class ForceList(ListResource):
    """Every force ever asked, with its other spellings."""

    one = "force"
    key_field = "slug"

    slug = ListColumn(
        "slug",
        "The force's address on the site. It never changes; one that is not recorded yet is a new "
        "force.",
        key=True,
        needed=True,
    )
    name = ListColumn("name", "The current official name. A new force needs it.")
    short_name = ListColumn(
        "short_name", "The form for the middle of a sentence. A new force needs it."
    )
    welsh_name = ListColumn("welsh_name", "Its name in Welsh.")
    area = ListColumn("area", "The place, for headings. A new force needs it.")
    kind = ListColumn(
        "kind", "territorial, special or crown_dependency.", widgets.ChoiceWidget(ForceKind.choices)
    )
    nation = ListColumn(
        "nation",
        f"{', '.join(PLACES)}, or {UK_WIDE}. A new force needs it.",
        widgets.ChoiceWidget(NATION_CHOICES),
    )
    region = ListColumn("region", "Such as South East.")
    ons_code = ListColumn("ons_code", "The code of the Office for National Statistics.")
    website = ListColumn("website", "Its address, with https://.")
    foi_email = ListColumn("foi_email", "The address that takes Freedom of Information requests.")
    foi_office = ListColumn(
        "foi_office",
        "The same key for forces whose answers come from one joint office. A new force needs it.",
    )
    tile_col = ListColumn(
        "tile_col", "The column on the map of tiles, with tile_row.", widgets.WholeNumberWidget()
    )
    tile_row = ListColumn(
        "tile_row", "The row on the map of tiles, with tile_col.", widgets.WholeNumberWidget()
    )
    spellings = SpellingsColumn(
        "spellings",
        "Other spellings, with semicolons between them. New ones are added; none is removed.",
        widgets.TextsWidget(),
        name=lambda spelling: spelling.spelling,
    )

    def key(self, row):
        return (self.key_text(row, "slug"),)

    def key_of(self, instance):
        return (instance.slug,)

    def init_instance(self, row=None):
        return Force(slug=row["slug"])

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
    key_field = "breakdown"
    meaning = frozenset({"is_total", "is_unknown", "age_from", "age_to", "offence", "members"})

    measure = ListColumn(
        "breakdown__measure__slug",
        "The measure, by its name or its address.",
        key=True,
        needed=True,
    )
    breakdown = ListColumn(
        "breakdown__slug", "The breakdown, by its name or its address.", key=True, needed=True
    )
    slug = ListColumn(
        "slug",
        "The category's address in its breakdown. It never changes; one that is not recorded yet "
        "is a new category.",
        key=True,
        needed=True,
    )
    name = ListColumn("name", "Its name. A new category needs it.")
    is_total = ListColumn(
        "is_total", "yes for the breakdown's own stated total, else no.", widgets.YesNoWidget()
    )
    is_unknown = ListColumn(
        "is_unknown", "yes if it is for what is not known, else no.", widgets.YesNoWidget()
    )
    age_from = ListColumn(
        "age_from", "For ages: the lowest, in whole years.", widgets.WholeNumberWidget()
    )
    age_to = ListColumn(
        "age_to", "For ages: the highest, in whole years.", widgets.WholeNumberWidget()
    )
    offence = ListColumn(
        "offence__code",
        "For offences: the code or the name of the Home Office.",
        widgets.NameWidget("offence"),
        sets="offence",
    )
    position = ListColumn(
        "position", "Its place in the breakdown, from 1.", widgets.WholeNumberWidget()
    )
    members = MembersColumn(
        "members",
        "For a crossing: the categories it is crossed of, such as age/10; sex/girls.",
        widgets.TextsWidget(),
        name=lambda category: f"{category.breakdown.slug}/{category.slug}",
        reads="members__breakdown",
    )

    def key(self, row):
        measure, breakdown = (self.key_text(row, n) for n in ("measure", "breakdown"))
        found = self.names.breakdown(self.names.measure(measure), breakdown)
        return (found.pk, self.key_text(row, "slug"))

    def key_of(self, instance):
        return (instance.breakdown_id, instance.slug)

    def init_instance(self, row=None):
        breakdown = self.names.breakdown(self.names.measure(row["measure"]), row["breakdown"])
        return Category(breakdown=breakdown, slug=row["slug"])

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

    one = "submission"
    key_field = "round"
    # In a release beside the counts, and so checked with them.
    published = frozenset(
        ("reference", "outcome", "outcome_on", "outcome_precision", "outcome_source", "reason")
    ) | {"documents"}

    round = ListColumn(
        "round__slug", "The round, by its name or its address.", key=True, needed=True
    )
    force = ListColumn("force__slug", "The force, in any of its spellings.", key=True, needed=True)
    number = ListColumn(
        "number",
        "1 for the first request of the round, 2 for one that follows it. Empty: 1.",
        widgets.WholeNumberWidget(),
        key=True,
    )
    follows = FollowsColumn(
        "follows__number",
        "For a later request: the number of the one it follows. A new one follows the one before "
        "it unless this says otherwise.",
        widgets.WholeNumberWidget(),
        sets="follows",
    )
    reference = ListColumn("reference", "The force's reference. Published.")
    outcome = ListColumn(
        "outcome",
        "awaited, answered, part_answered, refused, no_response or unknown. Published.",
        widgets.ChoiceWidget(FoiSubmission.Outcome.choices),
    )
    outcome_on = ListColumn(
        "outcome_on", "The date of the outcome. Published.", widgets.DateWidget()
    )
    outcome_precision = ListColumn(
        "outcome_precision",
        "The precision of that date: day, month or year. Published.",
        widgets.ChoiceWidget(PRECISIONS),
    )
    outcome_source = ListColumn(
        "outcome_source__title",
        "The title of the document that reports the outcome, if not from the force itself. "
        "Published.",
        widgets.NameWidget("document"),
        sets="outcome_source",
    )
    reason = ListColumn("reason", "The reason the force gave, with its sections. Published.")
    documents = ManyColumn(
        "documents",
        "The titles of the documents that came, with semicolons between them: all of them. "
        "Published.",
        widgets.NamesWidget("document"),
        name=lambda document: document.title,
    )
    note = ListColumn("note", "For staff. Never published.", widgets.MultilineWidget())

    edition = Field("edition", readonly=True)
    opened_by = Field("opened_by__username", readonly=True)
    opened_at = Field("opened_at", widget=DateTimeWidget(), readonly=True)
    entered_by = Field("entered_by__username", readonly=True)
    entered_at = Field("entered_at", widget=DateTimeWidget(), readonly=True)
    checked_by = Field("checked_by__username", readonly=True)
    checked_at = Field("checked_at", widget=DateTimeWidget(), readonly=True)

    def key(self, row):
        round_ = self.names.round(self.key_text(row, "round"))
        force = self.names.force(self.key_text(row, "force"))
        number = widgets.WholeNumberWidget().clean(row.get("number") or "1")
        if number == 0:
            raise Refused("Requests are numbered from 1.")
        return (round_.pk, force.pk, number)

    def turn(self, key):
        return key[2]  # a request that follows another may come before it

    def key_of(self, instance):
        return (instance.round_id, instance.force_id, instance.number)

    def init_instance(self, row=None):
        round_, force = self.names.round(row["round"]), self.names.force(row["force"])
        number = self.key(row)[2]
        return FoiSubmission(round=round_, force=force, number=number)

    def import_instance(self, instance, row, **kwargs):
        super().import_instance(instance, row, **kwargs)
        before = self.current.found.get((*self.key_of(instance)[:2], instance.number - 1))
        if instance._state.adding and instance.follows is None and before:
            instance.follows = before
            self.differences.append(("follows", "", str(before.number)))

    def saved(self, instance, is_create, changed):
        if not is_create and changed & self.published:
            self.reopened = counts.reopen(instance, by=self.by, now=self.now)
