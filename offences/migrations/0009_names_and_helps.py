from django.db import migrations, models


class Migration(migrations.Migration):
    """One word for an address, and plainer help for two fields of the charity."""

    dependencies = [
        ('offences', '0008_figure_kind'),
    ]

    operations = [
        migrations.AlterField(
            model_name='breakdown',
            name='slug',
            field=models.SlugField(verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='category',
            name='slug',
            field=models.SlugField(max_length=80, verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='charity',
            name='measured_as',
            field=models.CharField(blank=True, help_text='If the names of your measures call them something else, such as “under-18s”: a press release says the word from “Victims” in its place.', max_length=40, verbose_name='in the names of measures'),
        ),
        migrations.AlterField(
            model_name='charity',
            name='nations',
            field=models.JSONField(blank=True, default=list, help_text='The list of requests that a first round offers has the forces of these nations; if none is ticked, of all.', verbose_name='nations asked'),
        ),
    ]
