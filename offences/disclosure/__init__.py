"""Disclosure control: what to hide so that no small count can be worked out.

`tables` is what everybody may see, `system` the same as arithmetic, `ranges` how low and high each
cell can be, and `attacks` what follows from that. `protection` chooses what to hide: in `exact` the
cheapest set of a small piece, in `cover` a good one of a large piece, by `moves`, `ways` and
`joint_steps` of its cells. `linear` asks the solver.
"""

from offences.disclosure.attacks import Disclosed, attack, disclosed
from offences.disclosure.linear import Contradiction, Unsettled
from offences.disclosure.protection import Protected, protect
from offences.disclosure.tables import (
    ChangeRange,
    CountChange,
    CountGroup,
    CountKey,
    CountTable,
    PublicBound,
    TableCount,
    TableSum,
    cost,
)
