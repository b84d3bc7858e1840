"""Up to five releases in a row, of answers that change, come and go: nothing hidden is pinned."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offences.disclosure import TableCount, attack, protect
from offences.releases import deciding
from offences.releases.all_releases import AllReleases
from offences.releases.parts import FigureKey
from offences.releases.release_table import CategoryFacts, ReleaseTable
from offences.releases.unchanged_figures import Past
from offences.statistics.cells import HIDDEN, Range
from tests.releases.subtracting import Reader, age, ages_of
from tests.samples import examples

THRESHOLD = 5


def true_table(number, counts, categories):
    """A release of these counts, force by category, with every total."""
    forces = tuple(sorted(counts))
    numbers = {age(f, c): counts[f][c] for f in forces for c in categories}
    places = tuple(numbers)
    numbers |= {FigureKey("force", f, 2018): sum(counts[f].values()) for f in forces}
    sums = {age("England", c): sum(counts[f][c] for f in forces) for c in categories}
    ranges = {key: Range(n, n) for key, n in (numbers | sums).items()}
    return ReleaseTable(
        number=number,
        ranges=ranges,
        truth=ranges,
        places=places,
        facts={("age", c): CategoryFacts(complete=True, ages=ages_of(c)) for c in categories},
        columns=tuple((whole, forces) for whole in sums),
    )


def what_may_be_hidden(table):
    def item(key, n):
        if key.kind == "total" or not key.breakdown:
            return TableCount(n, n, must_show=True)
        return TableCount(n, n, must_hide=n < THRESHOLD or ages_of(key.category)[0] < 11)

    return {key: item(key, range_.low) for key, range_ in table.ranges.items()}


def as_published(table, hidden):
    ranges = {key: HIDDEN if key in hidden else range_ for key, range_ in table.ranges.items()}
    return ReleaseTable(
        table.number, ranges, table.places, table.facts, table.columns, truth=table.ranges
    )


def answers(rng, releases):
    """Release by release: each force’s counts, and the edition of its answer."""
    categories = [str(n) for n in range(9, 9 + rng.randint(3, 6))]
    forces = [f"force-{n}" for n in range(rng.randint(3, 6))]
    size = {force: rng.choice([0.3, 1, 1, 2, 4]) for force in forces}

    def count(force, category):
        return int(rng.expovariate(1) * size[force] * (2 if int(category) < 11 else 8))

    counts = {force: {c: count(force, c) for c in categories} for force in forces}
    editions, away = dict.fromkeys(forces, 0), {forces[-1]} if rng.random() < 0.4 else set()
    for number in range(1, releases + 1):
        for force in forces if number > 1 else ():
            if rng.random() < 0.25:
                before = dict(counts[force])
                for category in rng.sample(categories, rng.randint(1, 2)):
                    change = rng.choice([-3, -1, 1, 1, 2, 3, 8])
                    counts[force][category] = max(0, counts[force][category] + change)
                editions[force] += counts[force] != before  # else it is the same answer
        if number > 1 and rng.random() < 0.3:
            away ^= {rng.choice(forces[1:])}
        given_now = {force: dict(counts[force]) for force in forces if force not in away}
        if len(given_now) > 1:
            yield number, given_now, dict(editions), categories


def is_safe(found):
    low, high = found
    return low <= 0 <= high and high - low >= THRESHOLD - 1


@settings(max_examples=examples(2))
@given(st.integers(0, 10**6), st.integers(2, 5))
def test_no_hidden_number_and_no_hidden_change_is_pinned_by_all_releases_together(seed, releases):
    public, editions = [], {}
    for number, counts, edition, categories in answers(random.Random(seed), releases):
        table = true_table(number, counts, categories)
        known = AllReleases(public, table, what_may_be_hidden(table))
        chosen = protect(known.table, THRESHOLD)
        if known.new_among(chosen.open, THRESHOLD):
            continue  # refused
        most = [key for key in table.ranges if not known.table.items[key].must_show]
        after = [*public, as_published(table, chosen.hidden)]
        at_most = [*public, as_published(table, most)]
        editions[number] = edition
        freest = dict(reader(at_most, editions).numbers_and_changes())
        for what, found in reader(after, editions).numbers_and_changes():
            assert (
                is_safe(found)
                or found == freest.get(what, found)
                or is_large(what, found, public, table)
                or is_shown_now(what, table, after[-1], editions)
            )
        public = after


def reader(tables, editions):
    shown = {
        each.number: {key: None if r == HIDDEN else r.low for key, r in each.ranges.items()}
        for each in tables
    }
    return Reader(shown, editions)


def is_large(what, found, public, table):
    """A number or change that is large: zero need not be possible, but many others."""
    truth = {each.number: each.truth for each in public} | {table.number: table.ranges}
    *earlier, number, key = what
    true = truth[number][key].low - sum(truth[n][key].low for n in earlier)
    return abs(true) >= THRESHOLD and found[1] - found[0] >= THRESHOLD - 1


def is_shown_now(what, table, published, editions):
    """A number that need not be hidden, hid others before, and is printed now.

    Nobody works out what is printed. A small number or a young age is never excused, for no release
    may print it; nor is a change, which is the difference of two numbers that stay hidden.
    """
    number, key = what[-2:]
    is_printed = len(what) == 2 and published.ranges.get(key) == table.ranges.get(key)
    is_same = editions[number].get(key.body) == editions[published.number].get(key.body)
    return is_printed and is_same and not what_may_be_hidden(table)[key].must_hide


def test_a_change_that_nobody_saw_and_we_do_not_know_of_may_be_any_force_s():
    counts = {f"force-{n}": {"9": 1 + n, "10": 2, "11": 30} for n in range(3)}
    first = true_table(1, counts, ["9", "10", "11"])
    hidden = protect(AllReleases([], first, what_may_be_hidden(first)).table).hidden
    before = replace(as_published(first, hidden), truth={})
    counts["force-0"] |= {"9": 2, "10": 1}
    table = true_table(2, counts, ["9", "10", "11"])
    now = AllReleases([before], table, what_may_be_hidden(table))
    chosen = protect(now.table)
    assert now.new_among(chosen.open, THRESHOLD) == ()  # nothing that release 1 does not show
    assert {key.kind for key in chosen.hidden} == {"force"}
    # All three may have changed: none of the parts of release 1 is taken to be the same.
    past = {key.place.body for key, item in now.table.items.items() if item.past}
    assert past == {"force-0", "force-1", "force-2"}


def test_an_answer_changed_if_its_ages_do_not_come_to_its_bands_though_all_else_is_the_same():
    counts = {
        "force-0": {"9-10": 6, "11": 20, "12-13": 30},
        "force-1": {"9-10": 7, "11": 30, "12-13": 40},
        "force-2": {"9-10": 8, "11": 25, "12-13": 50},
    }
    first = true_table(1, counts, ["9-10", "11", "12-13"])
    hidden = {age(force, c) for force in counts for c in ("9-10", "12-13")}
    counts = {
        "force-0": {"9": 3, "10": 2, "11": 20, "12": 20, "13": 11},  # one more of 12 or 13
        "force-1": {"9": 4, "10": 3, "11": 30, "12": 20, "13": 20},
        "force-2": {"9": 4, "10": 4, "11": 25, "12": 20, "13": 30},
    }
    now = true_table(2, counts, ["9", "10", "11", "12", "13"])
    known = AllReleases([as_published(first, hidden)], now, what_may_be_hidden(now))
    seen, _ = deciding.decided(known, THRESHOLD, 2, lambda done, of: None)
    # Else the numbers contradict each other, and any answer may be another now.
    assert seen.years_of_unknown_changes == frozenset()
    changed = {group.parts[0].place.body for group, _ in seen.table.changes}
    assert changed == {"force-0"}


WITHHELD = {age("force-0", c) for c in ("12", "13", "14")}


def with_band(table):
    """The same by wider ages too: one band of one force is shown, whose ages it now withholds."""
    band = FigureKey("force", "force-0", 2018, "wide", "12-13")
    return replace(
        table,
        ranges={**table.ranges, band: Range.exactly(12)},
        places=(*table.places, band),
        facts={**table.facts, ("wide", "12-13"): CategoryFacts(ages=(12, 13))},
        truth={place: n for place, n in table.truth.items() if place not in WITHHELD},
    )


def with_number(table):
    """The same with a number that was hidden before, where nothing else is known of the answer."""
    shown = age("force-0", "13")
    return replace(table, ranges={**table.ranges, shown: Range.exactly(5)}, truth={})


@pytest.mark.parametrize("revised", [with_band, with_number])
def test_an_answer_changed_if_what_a_release_shows_does_not_fit_what_an_earlier_one_hid(revised):
    counts = {
        "force-0": {"11": 9, "12": 6, "13": 4, "14": 30},
        "force-1": {"11": 3, "12": 20, "13": 20, "14": 40},
        "force-2": {"11": 2, "12": 30, "13": 9, "14": 50},
    }
    categories = ["11", "12", "13", "14"]
    first = true_table(1, counts, categories)
    hidden = {key for key in first.places if key != age("force-0", "11")}
    # Its total and what it shows are the same, but not what is behind them. No sum of all forces.
    counts["force-0"] = {"11": 9, "12": 7, "13": 5, "14": 28}
    second = as_published(true_table(2, counts, categories), hidden)
    forces = {key: shown for key, shown in second.ranges.items() if key.kind == "force"}
    second = revised(replace(second, ranges=forces, columns=()))
    counts["force-1"]["11"] = 4
    now = true_table(3, counts, categories)
    earlier = [as_published(first, hidden), second]
    known = AllReleases(earlier, now, what_may_be_hidden(now))
    seen, chosen = deciding.decided(known, THRESHOLD, 3, lambda done, of: None)
    # Else the numbers contradict each other, and any answer may be another now.
    assert seen.years_of_unknown_changes == frozenset()
    # That England has one more of 11 would say that force-1 has.
    assert age("England", "11") in chosen.hidden


def test_bands_that_cross_those_of_an_earlier_release_are_known_by_the_ages_they_share():
    counts = {
        "force-0": {"10-11": 3, "12-13": 6, "14": 40},
        "force-1": {"10-11": 13, "12-13": 30, "14": 50},
    }
    first = true_table(1, counts, ["10-11", "12-13", "14"])
    hidden = {age(force, c) for force in counts for c in ("10-11", "14")}
    counts = {
        "force-0": {"10-12": 7, "13": 2, "14": 40},
        "force-1": {"10-12": 23, "13": 20, "14": 50},
    }
    now = true_table(2, counts, ["10-12", "13", "14"])
    known = AllReleases([as_published(first, hidden)], now, what_may_be_hidden(now)).table
    parts = [place for place in now.ranges if place.kind == "force" and place.breakdown]
    # Release 1 shows that six were 12 or 13.
    assert attack(known, parts)[age("force-0", "13")] == Range(0, 6)


def test_bands_that_cross_others_in_a_row_are_known_by_all_ages_up_to_each():
    """Nine were 10 or 11, and six are 11 or 12: at least three are 10."""
    categories = ["10-11", "12-13", "14-15"], ["10", "11-12", "13-15"]
    counts = [(9, 8, 40), (19, 30, 50)], [(5, 6, 46), (12, 20, 67)]
    first, now = (
        true_table(number, {f"force-{n}": dict(zip(c, of, strict=True)) for n, of in two}, c)
        for number, c, two in zip((1, 2), categories, map(enumerate, counts), strict=True)
    )
    hidden = {age(f"force-{n}", c) for n in (0, 1) for c in ("12-13", "14-15")}
    known = AllReleases([as_published(first, hidden)], now, what_may_be_hidden(now)).table
    parts = {age(f"force-{n}", c) for n in (0, 1) for c in ("10", "13-15")}
    assert attack(known, parts)[age("force-0", "10")] == Range(3, 9)


def test_an_answer_changed_if_a_band_is_more_than_a_wider_one_of_an_earlier_release():
    counts = {
        "force-0": {"10-11": 3, "12-13": 6, "14": 40},
        "force-1": {"10-11": 13, "12-13": 30, "14": 50},
    }
    first = true_table(1, counts, ["10-11", "12-13", "14"])
    hidden = {key for key in first.places if key != age("force-1", "12-13")}
    counts = {
        "force-0": {"10-12": 2, "13": 7, "14": 40},
        "force-1": {"10-12": 23, "13": 20, "14": 50},
    }
    now = true_table(2, counts, ["10-12", "13", "14"])
    known = AllReleases([as_published(first, hidden)], now, what_may_be_hidden(now))
    seen, _ = deciding.decided(known, THRESHOLD, 2, lambda done, of: None)
    assert seen.years_of_unknown_changes == frozenset()


def two_forces(tens, elevens):
    return {
        f"force-{n}": {"10": t, "11": e} for n, (t, e) in enumerate(zip(tens, elevens, strict=True))
    }


def published_in_turn(*answers):
    """The releases of these answers, and what is known with the last."""
    public = []
    for number, counts in enumerate(answers, 1):
        now = true_table(number, counts, ["10", "11"])
        known = AllReleases(public, now, what_may_be_hidden(now))
        chosen = protect(known.table, THRESHOLD)
        assert chosen.open == ()
        public = [*public, as_published(now, chosen.hidden)]
    return public, known


MANY_MORE = two_forces((11, 5), (4, 5)), two_forces((22, 17), (6, 5))


def test_a_change_that_is_certainly_large_only_while_less_is_hidden_does_not_stop_a_release():
    """Both have many more of ten: with England's hidden too, either may have as many as before."""
    (_, second), _ = published_in_turn(*MANY_MORE)
    assert second.ranges[age("England", "10")] == HIDDEN


def test_a_sum_over_all_forces_was_hidden_for_others_and_a_number_of_one_force_for_itself():
    _, known = published_in_turn(*MANY_MORE, two_forces((22, 18), (6, 5)))
    items = known.table.items
    assert items[Past(age("England", "10"), 2)].for_others
    assert not items[Past(age("force-1", "10"), 2)].for_others


BANDS, SINGLE = ["11-12", "13", "14", "15"], ["11", "12", "13", "14", "15"]
OTHERS = {
    "force-1": dict(zip(SINGLE, (20, 20, 30, 40, 20), strict=True)),
    "force-2": dict(zip(SINGLE, (3, 9, 3, 8, 2), strict=True)),
    "force-3": dict(zip(SINGLE, (9, 2, 4, 3, 12), strict=True)),
}


def of_force_0(*answers):
    """What its last release lets the public work out of its parts; its first total was two.

    With it what the releases before tell of them already.
    """
    public, editions = [], {}
    for number, (thirteen, categories) in enumerate(answers, 1):
        own = dict(zip(SINGLE, (0, 0, thirteen, 1, 1), strict=True))
        counts = {
            force: of | {"11-12": of["11"] + of["12"]}
            for force, of in {"force-0": own, **OTHERS}.items()
        }
        counts = {force: {c: of[c] for c in categories} for force, of in counts.items()}
        table = true_table(number, counts, categories)
        known = AllReleases(public, table, what_may_be_hidden(table))
        known, chosen = deciding.decided(known, THRESHOLD, number, lambda done, of: None)
        assert chosen.open == ()
        before = reader(public, editions)
        editions[number] = {"force-0": thirteen}
        public.append(as_published(table, chosen.hidden))
    found = {k.category: r for k, r in attack(known.table, chosen.hidden).items() if is_own(k)}
    return found, {c: before.of_edition(age("force-0", c), thirteen) for c in found}


def is_own(key):
    return isinstance(key, FigureKey) and key.body == "force-0"


def test_an_age_of_a_band_that_certainly_did_not_change_is_as_narrow_as_before_it_was_split():
    found, before = of_force_0((0, BANDS), (3, BANDS), (3, SINGLE))
    # England's 11-12 did not change, so force-0's did not: it is no more than its total was.
    assert found["11"] == found["12"] == Range(0, 2)
    assert before["11"] == before["12"] == (0, 2)


def test_ages_that_an_answer_is_split_into_as_it_changes_may_be_all_of_its_new_total():
    found, before = of_force_0((0, BANDS), (3, SINGLE))
    # England's 11 or 12 is hidden: else nobody would doubt that the band was what it had been.
    assert found["11"] == found["12"] == Range(0, 5)
    assert before["11"] is before["12"] is None
