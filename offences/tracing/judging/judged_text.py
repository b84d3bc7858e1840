"""The statements of a text with the verdicts on them, for those that look at all of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.judging.judgement import Judgement


@dataclass(frozen=True)
class JudgedText:
    """The statements in the order of the text, and the verdict on each at the same place.

    `bodies` are those that the text names.
    """

    statements: Sequence[Statement]
    verdicts: list[Judgement]
    documents: Documents
    bodies: Sequence[Mention[Body]]

    def revise(self, looks: Sequence["Look"]) -> None:
        """Take each verdict that they find, at once: the next verdict may rest on it."""
        for look in looks:
            for place, verdict in look(self):
                self.verdicts[place] = verdict


type Look = Callable[[JudgedText], Iterator[tuple[int, Judgement]]]
"""What looks at all statements of a text: the places whose verdict is another, with it."""
