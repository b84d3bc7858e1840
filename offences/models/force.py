"""Police forces and comparable bodies, their spellings and contacts."""

import re

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from offences.english import PLACES, REAL_PLACES
from offences.models.constraints import all_or_none, check, unique
from offences.models.contact_fields import AddressField, NameField
from offences.models.practice_year import PracticeYear


def folded(name: str) -> str:
    """Return a name as it is matched: “Wiltshire2” and “Hampshire (R)” too."""
    name = re.sub(r"\s*(\([A-Za-z]\)|\[\d+\]|[\d*†‡¹²³]+)$", "", name.strip())
    return " ".join(name.split()).casefold()


UK_WIDE = "UK-wide"  # in no single nation: never in a nation's sum
NATION_CHOICES = [(place, place) for place in (*PLACES, UK_WIDE)]


class ForceQuerySet(models.QuerySet["Force"]):
    def territorial(self) -> "ForceQuerySet":
        """The 43 forces of England and Wales and the PSNI: the 44 that are always asked."""
        return self.filter(kind=ForceKind.TERRITORIAL)

    def spelled(self, name: str) -> "ForceQuerySet":
        """The force with this name in any of its spellings; at most one."""
        return self.filter(spellings__folded=folded(name)).distinct()


class ForceKind(models.TextChoices):
    TERRITORIAL = "territorial", "territorial force"
    SPECIAL = "special", "other police body"
    CROWN_DEPENDENCY = "crown_dependency", "Crown dependency"


class Force(models.Model):
    """One police force or comparable body, with its nation, region, codes and spellings."""

    slug = models.SlugField(
        "address",
        unique=True,
        help_text="The last part of the force's address on the site. Links rely on it: keep it.",
    )
    name = models.CharField(max_length=100, unique=True, help_text="The current official name.")
    short_name = models.CharField(
        max_length=100,
        help_text="The form for the middle of a sentence, such as “the Metropolitan Police”.",
    )
    welsh_name = models.CharField(max_length=100, blank=True)
    area = models.CharField(max_length=100, help_text="The place, for headings and headlines.")
    kind = models.CharField(max_length=20, choices=ForceKind.choices, default=ForceKind.TERRITORIAL)
    nation = models.CharField(max_length=40, choices=NATION_CHOICES)
    region = models.CharField(max_length=40, blank=True)
    ons_code = models.CharField("ONS code", max_length=9, blank=True)
    website = models.URLField(blank=True)
    foi_email = AddressField("FOI address", blank=True)
    foi_office = models.CharField(
        "FOI office",
        max_length=50,
        help_text="The same key for forces whose answers come from one joint office.",
    )
    tile_col = models.PositiveSmallIntegerField("column on the map", null=True, blank=True)
    tile_row = models.PositiveSmallIntegerField("row on the map", null=True, blank=True)

    objects = ForceQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = [
            unique("force_name_ignores_case", "", Lower("name")),
            models.CheckConstraint(
                condition=Q(nation__in=[*PLACES, UK_WIDE]),
                name="force_nation_known",
                violation_error_message=(
                    f"The nation is one of {', '.join(REAL_PLACES)}, or {UK_WIDE}."
                ),
            ),
            all_or_none("force_tile_whole", "tile_col", "tile_row"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        PracticeYear.check_nation(self.nation, is_new=self._state.adding)

    @property
    def in_sentence(self) -> str:
        """The name within a sentence: the official one, but “the Metropolitan Police”."""
        return self.short_name if self.short_name.startswith("the ") else self.name

    @property
    def at_start(self) -> str:
        """At the start of a sentence: “The Police Service of Northern Ireland”."""
        return f"The {self.name}" if self.short_name.startswith("the ") else self.name


class ForceSpelling(models.Model):
    """Another way in which a force is named in a table or a letter."""

    force = models.ForeignKey(Force, on_delete=models.CASCADE, related_name="spellings")
    spelling = models.CharField(max_length=120)
    folded = models.CharField(
        max_length=120,
        unique=True,
        editable=False,
        error_messages={"unique": "A force has this spelling already."},
    )

    class Meta:
        ordering = ("force", "spelling")

    def __str__(self) -> str:
        return self.spelling

    def save(self, **kwargs) -> None:
        self.folded = folded(self.spelling)
        super().save(**kwargs)


class ForceContact(models.Model):
    """A person or desk to write to or call at a force. For staff, never published."""

    class Office(models.TextChoices):
        FOI = "foi", "Freedom of Information"
        PRESS = "press", "press office"
        DATA = "data", "crime recording"

    force = models.ForeignKey(Force, on_delete=models.CASCADE, related_name="contacts")
    office = models.CharField(max_length=10, choices=Office.choices, default=Office.FOI)
    name = NameField(
        max_length=100, help_text="The person, or the desk, such as “Disclosure unit”."
    )
    email = AddressField("e-mail", blank=True)
    phone = NameField("telephone", max_length=40, blank=True)
    note = models.CharField(
        max_length=300, blank=True, help_text="What a colleague should know before writing."
    )

    class Meta:
        ordering = ("force", "office", "name")
        constraints = [
            unique("force_contact_once", "force office", Lower("name")),
            check("force_contact_reachable", ~Q(email="") | ~Q(phone="")),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.force}"
