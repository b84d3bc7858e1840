"""The tolerances of the rules, against a second and plainer reading of them."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.english import number
from offences.tracing.finding.numbers import half_up, numbers_in
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of, may

WORDS = {
    "near": "nearly",
    "over": "more than",
    "about": "around",
    "at least": "at least",
    "under": "fewer than",
}


def verdict(text, facts) -> str:
    """Of the first figure of a text."""
    return trace(text, facts)[0].verdict


def slips(n: int) -> set[int]:
    """Everything that one slip of the hand makes of a number of two digits or more."""
    digits, made = str(n), set()
    for i in range(len(digits)):
        made |= {digits[:i] + d + digits[i + 1 :] for d in "0123456789"}
        made.add(digits[:i] + digits[i + 1 :])
        made.add(digits[:i] + digits[i : i + 2][::-1] + digits[i + 2 :])
    for i in range(len(digits) + 1):
        made |= {digits[:i] + d + digits[i:] for d in "0123456789"}
    return {int(d) for d in made if len(d) > 1 and d[0] != "0"} - {n}


def targets(v: int) -> set[int]:
    """Round numbers that a figure is nearly."""
    grids = (10,) if v < 100 else (50, 100) if v < 1000 else (100, 500, 1000)
    if v < 20 or v % grids[0] == 0:
        return set()
    found = set()
    for step in grids:
        target = v - v % step + step
        gap = target - v
        if gap <= 2 if v < 100 else F(gap) <= F(3, 100) * v and F(gap) <= F(step, 4):
            found.add(target)
    return found


def expected_count(word: str, r: int, v: int) -> str:
    if word == "":
        if r == v:
            return "traced"
        if v > 9 and r in slips(v):
            return "mismatch"
        return "mismatch" if abs(r - v) <= F(5, 100) * v else "untraced"
    if word == "near":
        if r in targets(v):
            return "rounded"
        if v < r:
            return "loose" if r - v <= F(r, 10) else "untraced"
        return "mismatch" if v <= F(11, 10) * r else "untraced"
    if word == "over":
        if v > r:
            if v >= 20 and v - r <= F(8, 100) * r:
                return "rounded"
            return "loose" if v - r <= F(25, 100) * r else "untraced"
        return "mismatch" if r - v <= F(r, 10) else "untraced"
    if word == "about":
        if r == v:
            return "loose"
        if abs(r - v) <= F(3, 100) * v:
            return "rounded"
        return "loose" if abs(r - v) <= F(10, 100) * v else "untraced"
    if word == "at least":
        if r <= v:
            return "loose" if v <= F(5, 4) * r else "untraced"
        return "mismatch" if r - v <= F(r, 10) else "untraced"
    if v < r:
        return "loose" if r <= F(5, 4) * v else "untraced"
    return "mismatch" if v <= F(11, 10) * r else "untraced"


values = st.one_of(st.integers(1, 99), st.integers(1, 999), st.integers(1, 40_000))


def near_to(v: int):
    """Written numbers around a fact, and its slips."""
    return st.one_of(
        st.integers(max(1, v - v // 4 - 3), v + v // 4 + 3),
        st.just(v),
        st.sampled_from(sorted(slips(v)) or [v + 1]),
        st.sampled_from(
            [max(10, v // step * step + up) for step in (10, 50, 100) for up in (0, step)]
        ),
    )


@given(st.sampled_from(["", *WORDS]), values.flatmap(lambda v: st.tuples(near_to(v), st.just(v))))
def test_a_count_with_any_word_of_rounding(word, pair):
    r, v = pair
    text = f"Police recorded {WORDS.get(word, '')} {number(r)} offences."
    assert verdict(text, facts_of(v)) == expected_count(word, r, v), text


POINTS = {
    "near": lambda gap: (-3 <= gap < 0, -5 <= gap < -3),
    "over": lambda gap: (0 < gap <= 5, 5 < gap <= 15),
    "about": lambda gap: (abs(gap) <= 1, abs(gap) <= 3),
}


def expected_percent(word: str, p: int, old: int, new: int) -> str:
    """Of "rose by 40%" where it rose, "fell by 40%" where it fell: the right direction."""
    value = F(100 * abs(new - old), old)
    if "percent_change" not in {id for id, _ in may(facts_of(old, new))}:
        return "mismatch"
    if word == "":
        return "traced" if half_up(value) == p else "mismatch"
    rounded, loose = POINTS[word](value - p)
    return "rounded" if rounded else "loose" if loose else "mismatch"


@given(
    st.sampled_from(["", *POINTS]), st.integers(10, 400), st.integers(0, 900), st.integers(-20, 20)
)
def test_a_percentage_with_any_word_of_rounding(word, old, new, off):
    if old == new:
        new += 1
    p = max(1, int(half_up(F(100 * abs(new - old), old))) + off)
    verb = "rose" if new > old else "fell"
    text = f"Offences {verb} by {WORDS.get(word, '')} {p}%."
    assert verdict(text, facts_of(old, new)) == expected_percent(word, p, old, new), text


@given(st.integers(10, 400), st.integers(0, 900), st.integers(1, 400))
def test_a_percentage_the_wrong_way_is_wrong(old, new, p):
    verb = "fell" if new > old else "rose"
    assert verdict(f"Offences {verb} by {p}%.", facts_of(old, new)) == "mismatch"


DAYS = {"day": F(365), "week": F(365, 7), "month": F(12)}


def expected_rate(word: str, r: int, rate: F) -> str:
    if word == "":
        return "traced" if r in (int(rate), half_up(rate)) else "mismatch"
    if word == "over":
        if r >= rate or (r != int(rate) and 4 * rate > 5 * r):
            return "mismatch"
        return "rounded" if r == int(rate) or rate - r <= F(8, 100) * r else "loose"
    if word == "near":
        gap = r - rate
        if gap <= 0:
            return "mismatch"
        if r == int(rate) + 1 and gap <= F(1, 4):
            return "rounded"
        if r % 10 == 0 and (
            gap <= 2 if 10 <= rate < 100 else rate >= 100 and gap <= F(3, 100) * rate
        ):
            return "rounded"
        return "loose" if r <= F(11, 10) * rate else "mismatch"
    if r == half_up(rate) or abs(r - rate) <= F(3, 100) * rate:
        return "rounded"
    return "loose" if abs(r - rate) <= F(10, 100) * rate else "mismatch"


@given(
    st.sampled_from(["", "near", "over", "about"]),
    st.sampled_from(sorted(DAYS)),
    values.filter(lambda v: v >= 12),
    st.integers(-3, 12),
    st.booleans(),
)
def test_a_rate_with_any_word_of_rounding(word, unit, v, off, round_to_ten):
    rate = v / DAYS[unit]
    r = max(1, int(rate) + off)
    r = r // 10 * 10 + 10 if round_to_ten else r
    text = f"That is {WORDS.get(word, '')} {number(r)} a {unit}."
    expected = "mismatch" if rate < 1 else expected_rate(word, r, rate)
    assert verdict(text, facts_of(v)) == expected, (text, v)


@given(values.filter(lambda v: v >= 12), st.integers(1, 2), st.integers(-2, 2))
def test_a_rate_with_decimals_is_rounded_half_up(v, decimals, off):
    rate = F(v, 365)
    said = half_up(rate, decimals) + F(off, 10**decimals)
    if rate < 1 or said <= 0:
        return
    text = f"That is {float(said):.{decimals}f} a day."
    assert verdict(text, facts_of(v)) == ("mismatch" if off else "traced"), (text, v)


@given(values, st.integers(1, 60))
def test_one_every_so_many_minutes(v, minutes):
    right = -(-365 * 1440 // v)
    expected = "mismatch"
    if right <= 60 and v > 0:
        wider = right < minutes <= F(11, 10) * right
        expected = "traced" if minutes == right else "loose" if wider else "mismatch"
    assert verdict(f"One every {minutes} minutes.", facts_of(v)) == expected


RATIOS = {"doubled": 2, "tripled": 3, "quadrupled": 4, "halved": F(1, 2)}
OVER = {
    "doubled": "more_than_doubled",
    "tripled": "more_than_tripled",
    "quadrupled": "more_than_quadrupled",
    "halved": "fell_by_more_than_half",
}
MULTIPLES = [*RATIOS, *OVER.values(), *(f"almost_{name}" for name in RATIOS), "n_times"]


def expected_multiple(word: str, name: str, old: int, new: int) -> str:
    ids = {id for id, _ in may(facts_of(old, new))}
    if word == "near":
        return "traced" if f"almost_{name}" in ids else "mismatch"
    if word == "over":
        if OVER[name] in ids:
            return "traced"
        beyond = 2 * new < old if name == "halved" else new > RATIOS[name] * old
        return "loose" if beyond and ids & set(MULTIPLES) else "mismatch"
    return "traced" if name in ids else "loose" if OVER[name] in ids else "mismatch"


@given(
    st.sampled_from(["", "near", "over"]),
    st.sampled_from(sorted(RATIOS)),
    st.integers(10, 300),
    st.one_of(st.integers(0, 1500), st.none()),
    st.sampled_from([F(19, 10), F(2), F(21, 10), F(29, 10), F(3), F(4), F(5), F(1, 2), F(10, 21)]),
)
def test_a_multiple_with_any_word_of_rounding(word, name, old, new, edge):
    new = int(old * edge) if new is None else new
    text = f"Offences {WORDS.get(word, '')} {name}."
    assert verdict(text, facts_of(old, new)) == expected_multiple(word, name, old, new), (
        text,
        old,
        new,
    )


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 300))
def test_a_difference_is_right_only_in_its_direction(old, new, n):
    facts = facts_of(old, new)
    for text, right in (
        (f"That is {n} more.", new - old == n),
        (f"That is {n} fewer.", old - new == n),
        (f"Offences rose by {n}.", new - old == n),
        (f"That is a fall of {n}.", old - new == n),
    ):
        assert verdict(text, facts) == ("traced" if right else "mismatch"), text


FRACTIONS = {"a quarter": F(1, 4), "a third": F(1, 3), "half": F(1, 2), "two thirds": F(2, 3)}


def expected_fraction(word: str, said: F, old: int, new: int) -> str:
    if new in (0, old) or old < 50 or 100 * abs(new - old) < 2 * old:
        return "mismatch"
    points = 100 * (F(abs(new - old), old) - said)
    if word == "":
        return "traced" if points == 0 else "rounded" if abs(points) <= 1 else "mismatch"
    if word == "over":
        return "rounded" if 0 < points <= 5 else "loose" if 5 < points <= 10 else "mismatch"
    return "rounded" if -3 <= points < 0 else "loose" if -5 <= points < -3 else "mismatch"


@given(
    st.sampled_from(["", "near", "over"]),
    st.sampled_from(sorted(FRACTIONS)),
    st.integers(20, 400),
    st.fractions(F(-15, 100), F(15, 100)),
    st.booleans(),
)
def test_a_change_by_a_fraction(word, name, old, off, is_rise):
    change = int(old * (FRACTIONS[name] + off))
    if change <= 0:
        return
    new = old + change if is_rise else old - change
    if new < 0 or (word == "over" and name == "half" and not is_rise):
        return  # a fall by more than half is a multiple
    text = f"Offences {'rose' if is_rise else 'fell'} by {WORDS.get(word, '')} {name}."
    expected = expected_fraction(word, FRACTIONS[name], old, new)
    assert verdict(text, facts_of(old, new)) == expected, (text, old, new)


@pytest.mark.parametrize(("r", "v"), [(86, 68), (60, 68), (8, 68), (688, 68), (6, 68), (3, 8)])
def test_slips_are_of_numbers_of_two_digits_or_more(r, v):
    said = verdict(f"Police recorded {r} offences.", facts_of(v))
    assert said == ("mismatch" if r in slips(v) else "untraced")


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Between two thousand and three thousand offences", [2000, 3000]),
        ("one hundred and two hundred", [100, 200]),
        ("two hundred and a hundred", [200, 100]),
        ("one hundred, two hundred", [100, 200]),
        ("one hundred and one thousand, two hundred and six", [101206]),
        ("nine hundred and ninety-nine thousand, nine hundred and ninety-nine", [999999]),
        ("a thousand and six, a hundred and five", [1006, 105]),
        ("two hundred thousand", [200000]),
        ("half a dozen, a dozen, a hundred, a", [6, 12, 100]),
    ],
)
def test_numbers_in_words_end_where_a_person_would_end_them(words, values):
    assert [number.value for number in numbers_in(words)] == values
