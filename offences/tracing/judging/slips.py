"""Slips of the hand: the number somebody meant when one digit went wrong."""


def is_slip(written: int, meant: int) -> bool:
    """One digit changed, two neighbours swapped, one digit lost or one added.

    Only of numbers of two digits or more: of a single digit every other is one slip away.
    """
    one, other = str(written), str(meant)
    if written == meant or min(len(one), len(other)) < 2:
        return False
    if len(one) == len(other):
        return _changed_one(one, other) or _swapped(one, other)
    shorter, longer = sorted((one, other), key=len)
    return _lost_one(longer, shorter)


def _changed_one(one: str, other: str) -> bool:
    return any(one[:i] + other[i] + one[i + 1 :] == other for i in range(len(one)))


def _swapped(one: str, other: str) -> bool:
    """Two neighbouring digits stand the other way round."""
    return any(one[:i] + one[i + 1] + one[i] + one[i + 2 :] == other for i in range(len(one) - 1))


def _lost_one(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
