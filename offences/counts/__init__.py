"""The one writer of AnnualCounts, for the grid, imports, the reader and the demonstration."""

from offences.counts.checking import (
    Checked,
    hand_in,
    mark_checked,
    reopen,
    save_check_answers,
    send_back,
    uncheck,
    why_not_check,
    why_not_second,
    why_not_send_back,
)
from offences.counts.exemptions import refused_cells, remove_exemption, store_exemption
from offences.counts.red_lines import Column, RedLine, red_lines
from offences.counts.saving import (
    CellChange,
    CellKey,
    Clash,
    Conflict,
    Difference,
    Saved,
    entry_of,
    save_cells,
    save_many,
)
