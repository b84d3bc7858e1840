"""The history of one cell: every count it has had, who entered it and who removed it."""

from django.utils.html import format_html_join

from offences import counts
from offences.models import AnnualCount
from offences.staff.names import who_and_when
from offences.statistics.notation import write_entry


def history_of(count: AnnualCount) -> str:
    rows = (
        AnnualCount.objects.filter(
            submission=count.submission_id,
            measure=count.measure_id,
            year=count.year,
            category=count.category_id,
        )
        .select_related("recorded_by", "retired_by")
        .order_by("-pk")
    )
    return format_html_join("", "<p>{}</p>", ((_life(row),) for row in rows))


def _life(row: AnnualCount) -> str:
    entered = who_and_when(row.recorded_by, row.recorded_at)
    words = f"{write_entry(counts.entry_of(row))} entered {entered}"
    if row.retired_at:
        words += f"; removed {who_and_when(row.retired_by, row.retired_at)}"
    return words
