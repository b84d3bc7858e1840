"""How a release is signed: screened, in review, approved; and who answers its errors."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

BEFORE = "approved before releases were screened"


def carry_over(apps, schema_editor):
    """Releases that are approved went the old way: who prepared them stands for the new steps."""
    database = schema_editor.connection.alias
    releases = apps.get_model("offences", "Release").objects.using(database)
    releases.filter(approved_at__isnull=False).update(
        screened_by=models.F("prepared_by"),
        screened_at=models.F("prepared_at"),
        screened_of=BEFORE,
        review_by=models.F("prepared_by"),
        review_at=models.F("prepared_at"),
    )
    if schema_editor.connection.vendor == "postgresql":
        # It does not alter a table while checks of its rows are still to come.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


def give_the_lead(apps, schema_editor):
    """Who alone answers an error that is not mended."""
    database = schema_editor.connection.alias
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(database)
    release, _ = content_types.get_or_create(app_label="offences", model="release")
    may, _ = permissions.get_or_create(
        content_type=release,
        codename="answer_errors",
        defaults={"name": "Can answer the errors that a screening found"},
    )
    groups = apps.get_model("auth", "Group").objects.using(database)
    lead, _ = groups.get_or_create(
        name=import_module("offences.migrations.0011_reading_roles").LEAD
    )
    lead.permissions.add(may)


class Migration(migrations.Migration):
    dependencies = [
        ("offences", "0014_force_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ScreeningAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(help_text="Of what the finding says.", max_length=64)),
                (
                    "grade",
                    models.CharField(
                        choices=[("error", "error"), ("warning", "warning")], max_length=10
                    ),
                ),
                (
                    "finding",
                    models.TextField(help_text="What the screening said, as it was answered."),
                ),
                ("answer", models.CharField(max_length=500)),
                ("answered_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("release", "answered_at", "pk"),
                "base_manager_name": "objects",
            },
        ),
        migrations.AlterModelOptions(
            name="release",
            options={
                "base_manager_name": "objects",
                "ordering": ("measure", "-number"),
                "permissions": [
                    ("approve_release", "Can approve a release"),
                    ("answer_errors", "Can answer the errors that a screening found"),
                    ("withdraw_release", "Can withdraw a release"),
                ],
            },
        ),
        migrations.AlterModelOptions(
            name="releasedfigure",
            options={
                "base_manager_name": "objects",
                "ordering": ("release", "body_kind", "body", "-year", "claim"),
            },
        ),
        migrations.AlterModelOptions(
            name="releasedresponse",
            options={
                "base_manager_name": "objects",
                "ordering": ("release", "-round_number", "force", "number"),
            },
        ),
        migrations.AlterModelOptions(
            name="issuedtext",
            options={"base_manager_name": "objects", "ordering": ("event", "body_kind", "place")},
        ),
        migrations.AddField(
            model_name="release",
            name="review_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="sent to review"
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="review_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="screened_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="release",
            name="screened_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="screened_of",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="The fingerprint of the figures that were screened.",
                max_length=64,
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="sent_back_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="release",
            name="sent_back_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="sent_back_reason",
            field=models.CharField(blank=True, editable=False, max_length=300),
        ),
        # The table is Django's own of `editors`; it now has a model, whose rows no shell removes.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="ReleaseEditor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, to="offences.release"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "db_table": "offences_release_editors",
                        "base_manager_name": "objects",
                    },
                ),
                migrations.AlterField(
                    model_name="release",
                    name="editors",
                    field=models.ManyToManyField(
                        blank=True,
                        editable=False,
                        help_text="Everyone who prepared or edited it: none of them approves it.",
                        related_name="+",
                        through="offences.ReleaseEditor",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterUniqueTogether(
                    name="releaseeditor",
                    unique_together={("release", "user")},
                ),
            ],
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("screened_at__isnull", True), ("screened_by__isnull", True)),
                    models.Q(("screened_at__isnull", False), ("screened_by__isnull", False)),
                    _connector="OR",
                ),
                name="release_screened",
                violation_error_message="Say who screened the release and when, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_at__isnull", True), ("review_by__isnull", True)),
                    models.Q(("review_at__isnull", False), ("review_by__isnull", False)),
                    _connector="OR",
                ),
                name="release_reviewed",
                violation_error_message="Say who sent the release to review and when, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_back_at__isnull", True), ("sent_back_by__isnull", True)),
                    models.Q(("sent_back_at__isnull", False), ("sent_back_by__isnull", False)),
                    _connector="OR",
                ),
                name="release_sent_back",
                violation_error_message="Say who sent the release back and when, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("screened_at__isnull", True), ("screened_of", "")),
                    models.Q(
                        ("screened_at__isnull", False), models.Q(("screened_of", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="release_screened_of_figures",
                violation_error_message="A screening keeps the fingerprint of what was screened.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_back_at__isnull", True), ("sent_back_reason", "")),
                    models.Q(
                        ("sent_back_at__isnull", False),
                        models.Q(("sent_back_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="release_sent_back_with_reason",
                violation_error_message="Say why the release is sent back.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("review_at__isnull", True), ("screened_at__isnull", False), _connector="OR"
                ),
                name="release_screened_before_review",
                violation_error_message="A release is screened before it is sent to review.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_at__isnull", True), ("review_at__isnull", False), _connector="OR"
                ),
                name="release_reviewed_before_approved",
                violation_error_message="A release is sent to review before it is approved.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("screened_by__isnull", True),
                    ("approved_by__isnull", True),
                    models.Q(("screened_by", models.F("approved_by")), _negated=True),
                    _connector="OR",
                ),
                name="release_screener_not_approver",
                violation_error_message="The person who screened a release cannot approve it. Ask a colleague.",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("review_by__isnull", True),
                    ("approved_by__isnull", True),
                    models.Q(("review_by", models.F("approved_by")), _negated=True),
                    _connector="OR",
                ),
                name="release_sender_not_approver",
                violation_error_message="The person who sent a release to review cannot approve it. Ask a colleague.",
            ),
        ),
        migrations.AddField(
            model_name="screeninganswer",
            name="answered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="screeninganswer",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="offences.release",
            ),
        ),
        migrations.AddConstraint(
            model_name="screeninganswer",
            constraint=models.UniqueConstraint(
                fields=("release", "key", "answer"),
                name="screening_answer_once",
                violation_error_message="This finding has that very answer already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="screeninganswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), _negated=True),
                    models.Q(("key", ""), _negated=True),
                    models.Q(("finding", ""), _negated=True),
                ),
                name="screening_answer_in_words",
                violation_error_message="Answer the finding in words.",
            ),
        ),
        migrations.RunPython(give_the_lead, migrations.RunPython.noop),
    ]
