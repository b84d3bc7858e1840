"""Years in asides that are of a force, not of a number, and in brackets behind numbers."""

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, is_in_brackets, within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
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


# "Kent: 297 offences (248 in 2022/23). Surrey: 541 (502). Sussex 139 (145)"
_BRACKETS = compiled(r"\([^()\n]*\)")
_A_YEAR_BEFORE = compiled(r"\b(?:years?|earlier|previously|ago|before|back|decade)\b")
_OPENS_BRACKETS = compiled(r"(?:\s+(?:offences|crimes|cases))?\s*\(\s*")


def years_of_row_with_brackets(scene: Scene, figure: Candidate) -> tuple[frozenset[Year], ...]:
    """The years of a number in a row of such with another in brackets, as its first one says.

    Those of one number of the row, of the latest year where its first names none; or nothing.
    """
    passage, text = scene.passage, scene.passage.text
    is_second = is_in_brackets(text, figure)
    opens = None if is_second else _OPENS_BRACKETS.match(text, figure.end)
    second = scene.figures_in(opens.end(), opens.end() + 20)[:1] if opens else []
    if not is_second and not (second and is_in_brackets(text, second[0])):
        return ()
    line = passage.line_start(figure.start)
    before = [m.span() for m in _BRACKETS.finditer(text, line, figure.start)]
    if not before or len(scene.figures_in(*before[0])) != 1:
        return ()
    if within(scene.years, (before[-1][1], figure.start)) or _A_YEAR_BEFORE.search(
        text, before[-1][1], figure.start
    ):
        return ()  # "149 (110 in 2018/19). In 2017/18 it had 95 (77)"
    named = within(scene.years, before[0])
    rest = [scene.figures_in(*each) for each in before[1:]]
    is_row = all(len(each) == 1 and is_in_brackets(text, each[0]) for each in rest)
    if len(named) != 1 or len(named[0].slot.years) != 1 or not is_row:
        return ()
    if is_second:
        return (named[0].slot.years,)
    first = [m.slot.years for m in within(scene.years, (line, before[0][0]))]
    return tuple(first[-1:]) or (frozenset({scene.latest}),)
