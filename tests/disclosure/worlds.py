"""Small tables for the tests of disclosure control, and slow, obvious answers about them."""

from itertools import combinations

from offences.disclosure import CountTable, PublicBound, TableCount, TableSum, cost
from offences.statistics.cells import Range


def plain(n, threshold=5):
    """A count that is hidden if it is small."""
    return TableCount(n, n, must_hide=n < threshold)


def shown(n):
    return TableCount(n, n, must_show=True)


def grid(counts, *, items=None, known=(), threshold=5):
    """Rows and columns of counts, with the total of each row, of each column, and of all.

    Keys are (row, column); "all" stands for every row or column. Totals are always shown, but for
    what `items` says.
    """
    height, width = len(counts), len(counts[0])
    found = {(r, c): plain(counts[r][c], threshold) for r in range(height) for c in range(width)}
    sums = []
    for r in range(height):
        found[r, "all"] = shown(sum(counts[r]))
        sums.append(TableSum((r, "all"), tuple((r, c) for c in range(width))))
    for c in range(width):
        found["all", c] = shown(sum(row[c] for row in counts))
        sums.append(TableSum(("all", c), tuple((r, c) for r in range(height))))
    found["all", "all"] = shown(sum(map(sum, counts)))
    sums.append(TableSum(("all", "all"), tuple(("all", c) for c in range(width))))
    sums.append(TableSum(("all", "all"), tuple((r, "all") for r in range(height))))
    return CountTable(found | (items or {}), tuple(sums), tuple(known))


def small(table):
    return frozenset(key for key, item in table.items.items() if item.must_hide)


def every_table(table, hidden):
    """Every set of whole numbers that fits what is public, by trying one cell after another.

    No cell is tried above the largest number in the table: only for tables whose total is shown.
    """
    most = max(item.high for item in table.items.values())
    lows = {k: 0 if k in hidden else item.low for k, item in table.items.items()}
    highs = {k: most if k in hidden else item.high for k, item in table.items.items()}
    rows = [
        ({s.whole: 1} | dict.fromkeys(s.parts, -1), 0, None if s.rest else 0) for s in table.sums
    ]
    rows += [(dict.fromkeys(k.parts, 1), k.low, k.high) for k in table.known]
    rows_of = {k: [row for row in rows if k in row[0]] for k in table.items}

    def fits(row):
        signs, low, high = row
        least = sum(s * (lows[k] if s > 0 else highs[k]) for k, s in signs.items())
        greatest = sum(s * (highs[k] if s > 0 else lows[k]) for k, s in signs.items())
        return greatest >= low and (high is None or least <= high)

    def search(open_keys):
        if not open_keys:
            yield dict(lows)
            return
        key, *rest = open_keys
        low, high = lows[key], highs[key]
        for n in range(low, high + 1):
            lows[key] = highs[key] = n
            if all(map(fits, rows_of[key])):
                yield from search(rest)
        lows[key], highs[key] = low, high

    if all(map(fits, rows)):
        wholes = {s.whole for s in table.sums}
        free = [k for k in sorted(table.items, key=repr) if lows[k] < highs[k]]
        yield from search(sorted(free, key=lambda k: k in wholes))


def ranges(table, hidden):
    """The range of each hidden count over every table."""
    tables = list(every_table(table, hidden))
    return {k: Range(min(t[k] for t in tables), max(t[k] for t in tables)) for k in hidden}


def unsafe(table, hidden, threshold=5):
    """The hidden counts that are not safe, by the rule in words."""
    everything = frozenset(k for k, item in table.items.items() if not item.must_show)
    found, caps = ranges(table, hidden), None
    bad = set()
    for key, range_ in found.items():
        wide = range_.high - range_.low + 1 >= threshold
        tells = range_.low > 0 and table.items[key].must_hide and table.items[key].low < threshold
        if wide and not tells:
            continue
        caps = caps or ranges(table, everything)
        helps = not table.items[key].must_hide and range_.low < range_.high
        if range_ != caps[key] or not (range_.low == 0 or helps):
            bad.add(key)
    return bad


def cheapest(table, is_unsafe, threshold=5):
    """The least cost at which nothing is unsafe, by trying every set; None if no set is safe."""
    must = small(table)
    others = [k for k, item in table.items.items() if not item.must_hide and not item.must_show]
    sets = [more for n in range(len(others) + 1) for more in combinations(others, n)]
    for more in sorted(sets, key=lambda more: cost(table, more)):
        if not is_unsafe(table, must | {*more}, threshold):
            return cost(table, more)
    return None


def overlapping(leaves, groups, extra=()):
    """Leaves, a shown total of all, and a sum for each group of them; groups overlap at will."""
    found = {("leaf", n): plain(value) for n, value in enumerate(leaves)}
    found["total"] = shown(sum(leaves))
    sums = [TableSum("total", tuple(("leaf", n) for n in range(len(leaves))))]
    for n, group in enumerate(groups):
        parts = tuple(("leaf", g) for g in sorted(group))
        value = sum(leaves[g] for g in group)
        found["group", n] = TableCount(value, value)
        sums.append(TableSum(("group", n), parts))
    known = [
        PublicBound(
            tuple(("leaf", g) for g in sorted(group)),
            max(0, sum(leaves[g] for g in group) - a),
            sum(leaves[g] for g in group) + b,
        )
        for group, a, b in extra
    ]
    return CountTable(found, tuple(sums), tuple(known))
