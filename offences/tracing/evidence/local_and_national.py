"""The documents that a text is compared with, by name."""

from offences.tracing.evidence.document import Evidence


class Documents(tuple[Evidence, ...]):
    """The facts of the body that a text is about, then those of all forces.

    Where there is one document, it is both: a text about all forces has no other.
    """

    __slots__ = ()

    @property
    def local(self) -> Evidence:
        return self[0]

    @property
    def national(self) -> Evidence:
        return self[-1]
