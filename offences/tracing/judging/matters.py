"""Shares of a matter, by which nothing is counted: "that is only half of the story"."""

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.vocabulary import any_of, compiled

_OF = r"\s+(?:of\s+|(?=the\s))(?:(?:the|this|that|these|those|our|your|my|his|her|an?|all)\s+)*"
_TOLD = any_of("story", "picture", "tale", "truth", "battle", "answer")
_OTHERS = any_of("class(?:room)?s?", "room", "audience", "town", "night", "page", "point")
_ENDS = r"(?=\s*(?:[.,;:!?)”\"–—]|$))"
# "Half of the story.", "half of the battle is over", but not "half of the picture is grooming"
_OF_MATTER = compiled(
    rf"{_OF}(?:{_TOLD}|{_OTHERS})\b"
    rf"(?:{_ENDS}|(?:\s+(?:is|was|has|had|been|gets?|goes|never|still|not))*\s+(?:told|over)\b{_ENDS})"
)
# "Kik, which half our PTA is on"
_OF_OWN = compiled(
    r"\s+(?:of\s+)?(?:our|my|your|his|her)\s+(?:(?:own|whole)\s+)?"
    + any_of(
        *(
            "PTA",
            "class(?:mates)?",
            "friends",
            "readers?",
            "members",
            "team",
            "colleagues",
            "staff",
        ),
        *("pupils", "students", "parents", "neighbours", "street", "village", "year\\s+group"),
        *("family", "followers", "listeners", "viewers", "contacts", "choir", "club", "office"),
    )
    + r"\b"
)
# "That is only half of the picture in Kent"
_THAT_IS = compiled(
    r"\b(?:that|this|it)(?:[’']s|\s+(?:is|was|tells?(?:\s+us)?))\s+(?:only|just|barely)\s+\Z"
)
_OF_IT_THERE = compiled(rf"{_OF}{_TOLD}\s+(?:in|for|across)\s+[^.;:,\d]{{1,40}}?{_ENDS}")
_NEW_CLAUSE = compiled(r"[;:](?!\d)|\s[–—]\s|,\s+(?:and|but|while|whereas|although)\b")
_OF_OFFENCES = compiled(
    any_of(
        r"\b(?:offen[cs]es?|offending|crimes?|cases?|incidents?|victims?|child(?:ren)?|girls?|boys?",
        *("abuse\\w*", "groom\\w*", "exploit\\w*", "rap(?:es?|ed)", "assault\\w*", "recorded"),
        "logged)\\b",
    )
)


def is_of_a_matter(statement: Statement, scene: Scene) -> bool:
    """Whether a share is of a story or a room, in a clause that names no data: "half the story"."""
    figure, passage = statement.figure, scene.passage
    start, end = passage.sentence_bounds(figure.start)
    starts = [m.end() for m in _NEW_CLAUSE.finditer(passage.text, start, figure.start)]
    next_clause = _NEW_CLAUSE.search(passage.text, figure.end, end)
    clause = (starts[-1] if starts else start, next_clause.start() if next_clause else end)
    is_of_data = bool(within(scene.categories, clause)) or bool(within(scene.years, clause))
    if statement.categories or is_of_data or _OF_OFFENCES.search(passage.text, *clause):
        return False
    after = passage.after(figure.end)
    if _OF_IT_THERE.match(after) and _THAT_IS.search(passage.before(figure.start)):
        return True
    return bool(_OF_MATTER.match(after)) and not within(scene.bodies, clause)


def is_of_own_people(statement: Statement) -> bool:
    """Whether a share is of those who speak or listen: "Kik, which half our PTA is on"."""
    return bool(_OF_OWN.match(statement.passage.text, statement.figure.end))
