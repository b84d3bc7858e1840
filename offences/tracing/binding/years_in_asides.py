"""Years that an aside names of a force, and of no number: "Tarn, which had none in 2017/18"."""

from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.vocabulary import YEAR, compiled

_IN_ITS_YEAR = rf"(?:in|for|during|until|before)\s+{YEAR}"
# Of what the force had or did, and no count "which covered 2017/18" or year "which was 2016/17"
_WHICH_HAD = compiled(
    rf",\s+which\s+(?:{_IN_ITS_YEAR}\s+)?(?:(?:still|only|itself|then)\s+)?"
    r"(?:(?:had|gave|sent|supplied|provided|recorded|logged|returned|published|saw)\s+(?:(?:far|many|even)\s+)?"
    r"(?:none|nothing|no\s+(?:(?:usable|full)\s+)?(?:figures?|data|numbers?|returns?|answers?|totals?)|fewer|more)"
    r"|(?:(?:did|could|would)(?:\s+not|n[’']t)|failed\s+to|refused\s+to)\s+(?:answer|reply|respond|take\s+part)"
    rf"|joined(?:\s+(?:us|in|the\s+(?:survey|panel)))?|(?:barely|hardly|scarcely)\s+existed)(?:\s+{_IN_ITS_YEAR})?,"
)


def years_in_asides(scene: Scene) -> set[Mention[YearsNamed]]:
    """The years of such asides, each right behind the name of a force or a part."""
    named = {m.end for m in (*scene.bodies, *scene.categories)}
    spans = (m.span() for m in _WHICH_HAD.finditer(scene.passage.text) if m.start() in named)
    return {m for span in spans for m in within(scene.years, span)}
