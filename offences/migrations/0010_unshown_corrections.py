from django.db import migrations, models


class Migration(migrations.Migration):
    """A release says which answers were corrected in numbers that it does not show."""

    dependencies = [
        ('offences', '0009_names_and_helps'),
    ]

    operations = [
        migrations.AddField(
            model_name='release',
            name='unshown_corrections',
            field=models.JSONField(default=list, editable=False, help_text='Answers that were corrected, though no number that it shows of them says so: [{force, year}].'),
        ),
    ]
