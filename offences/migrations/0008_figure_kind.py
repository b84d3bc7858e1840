from django.db import migrations, models


class Migration(migrations.Migration):
    """The kind of a released figure has the name of its choices; a claim is something else."""

    dependencies = [
        ('offences', '0007_changes_of_a_table'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='releasedfigure', name='released_figure_once'),
        migrations.RemoveConstraint(model_name='releasedfigure', name='released_recorded_is_a_number'),
        migrations.AlterModelOptions(
            name='releasedfigure',
            options={'base_manager_name': 'objects', 'ordering': ('release', 'body_kind', 'body', '-year', 'figure_kind')},
        ),
        migrations.RenameField(model_name='releasedfigure', old_name='claim', new_name='figure_kind'),
        migrations.AddConstraint(
            model_name='releasedfigure',
            constraint=models.UniqueConstraint(fields=('release', 'body_kind', 'body', 'figure_kind', 'year', 'period', 'breakdown', 'category', 'publication'), name='released_figure_once', violation_error_message='This figure is in the release already.'),
        ),
        migrations.AddConstraint(
            model_name='releasedfigure',
            constraint=models.CheckConstraint(condition=models.Q(('figure_kind__in', ['count', 'sum']), ('state', 'value'), ('figure_kind', 'statement'), _connector='OR'), name='released_recorded_is_a_number', violation_error_message='A recorded figure is a number.'),
        ),
    ]
