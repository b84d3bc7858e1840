"""Who speaks: the site as “we”, a press release of “the charity”."""

from dataclasses import dataclass

_THIRD = {"have": "has", "do": "does"}


@dataclass(frozen=True)
class Voice:
    """The speaker of a sentence, with the verb that agrees."""

    who: str
    whose: str
    is_plural: bool = True

    def says(self, verb: str) -> str:
        """The speaker and a verb, for the middle of a sentence: “we give”, “the charity gives”."""
        return f"{self.who} {verb if self.is_plural else _THIRD.get(verb, f'{verb}s')}"


WE = Voice("we", "our")
CHARITY = Voice("the charity", "the charity’s", is_plural=False)
