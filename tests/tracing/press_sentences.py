"""Made-up facts documents and press sentences about them, with what a checker must say of one figure.

    python press_sentences.py N [SEED]      N cases as JSON lines: facts, text, start, figure, expectation, slots

"right": the fact in its right slot (traced or rounded). "wrong": a true number of the document in a wrong slot
(mismatch or untraced). Standard library only.
"""
import json
import random
import sys
import zlib
from fractions import Fraction

NAMES = ["Northshire", "Eastmere", "Port Valley", "Westmarch", "Holmford", "Ambershire", "Thornley", "Calderwick",
         "Stonebury", "Marlshire", "Kelmoor", "Redvale", "Harrowdale", "Lindenshire", "Fenmark", "Wyreshire",
         "Brackenshire", "Dunholme", "Otterdale", "Penmarsh", "Greyford and Tarn", "Silverdale", "Hexmoor",
         "Abbotshire", "Tolmouth", "Corvedale"]
SILENT = ["Ullmarch", "Vennford", "Yarshire", "Zelmoor"]
NOT_HELD = ["Southmoor", "Ravenshire", "Belford Vale"]
REGIONS = ["the Wold region", "the Marches region", "the Saltcoast region"]
MEASURES = ["online child sexual offences", "online grooming offences", "child cruelty offences",
            "sexual communication with a child offences"]
PLATFORMS = ["Snapchat", "WhatsApp", "Instagram", "Facebook"]
TIMES = {2: "doubled", 3: "tripled", 4: "quadrupled"}


def half_up(x):
    return int((x * 2 + 1) // 2)


def fmt(n):
    return f"{n:,}"


def label(start, sep="/"):
    return f"{start}{sep}{(start + 1) % 100:02d}"


def begins(year):
    return int(year[:4])


def days(year):
    end = begins(year) + 1
    return 366 if end % 4 == 0 else 365


def pct(o, n):
    return half_up(Fraction(100 * abs(n - o), o))


def sound_pair(o, n):
    """True if every change claim on the pair is allowed and no rounding trap is near."""
    if o < 60 or n == o or 100 * abs(n - o) < 6 * o:
        return False
    p = pct(o, n)
    if n > o and (p in range(97, 103) or p in range(197, 203) or p > 900):
        return False
    return not (n < o and p in range(48, 53))


def multiple(o, n):
    """(modifier, word) of the allowed multiple, or None; rises and halvings only."""
    if o < 20 or abs(n - o) < 20:
        return None
    r = Fraction(n, o)
    for k, word in TIMES.items():
        if k - Fraction(1, 10) <= r < k:
            return ("almost", word)
        if k <= r < k + Fraction(1, 10):
            return ("", word)
        if k + Fraction(1, 10) <= r < (k + Fraction(9, 10) if k < 4 else 5):
            return ("more than", word)
    if r < 1:
        if Fraction(1, 2) < r <= Fraction(526, 1000):
            return ("almost", "halved")
        if Fraction(476, 1000) < r <= Fraction(1, 2):
            return ("", "halved")
    return None


FRACTIONS = [(Fraction(25), "a quarter"), (Fraction(100, 3), "a third"), (Fraction(50), "half"),
             (Fraction(200, 3), "two thirds"), (Fraction(75), "three quarters")]


def fraction(part, whole):
    """(form, words, F) of the fraction that part / whole is, or None."""
    p = Fraction(100 * part, whole)
    for f, words in FRACTIONS:
        if abs(p - f) < 1:
            return ("", words, f)
        if f + 1 < p <= f + 5:
            return ("more than", words, f)
        if f - 3 <= p < f - 1:
            return ("almost", words, f)
    return None


# ---------------------------------------------------------------------------------------------------------------
# Documents


def trend(rng, last):
    """Four values, oldest first, ending near `last`; every pair with the last year sound."""
    for _ in range(400):
        kind = rng.choice(["rise", "rise", "rise", "steep", "fall", "zigzag", "half"])
        a = [0, 0, 0, last]
        if kind == "rise":
            for i in (2, 1, 0):
                a[i] = int(a[i + 1] / rng.uniform(1.09, 1.5))
        elif kind == "steep":
            a[0] = int(last / rng.choice([rng.uniform(1.92, 1.99), rng.uniform(2.01, 2.09), rng.uniform(2.15, 2.8),
                                          rng.uniform(2.92, 2.99), rng.uniform(3.01, 3.09), rng.uniform(3.2, 3.8)]))
            a[2] = int(last / rng.uniform(1.1, 1.6))
            a[1] = int(rng.uniform(a[0] * 1.08, a[2] * .95))
        elif kind == "fall":
            for i in (2, 1, 0):
                a[i] = int(a[i + 1] * rng.uniform(1.08, 1.4))
        elif kind == "zigzag":
            a[2] = int(last * rng.uniform(1.1, 1.35))
            a[0] = int(last / rng.uniform(1.2, 1.9))
            a[1] = int(a[0] * rng.uniform(1.08, 1.2))
        else:
            a[2] = int(last * rng.uniform(1.1, 1.3))
            a[0] = int(last / rng.uniform(.478, .499)) if rng.random() < .5 else int(last / rng.uniform(.503, .525))
            a[1] = int(rng.uniform(a[2] * 1.05, a[0] * .95))
        if len(set(a)) == 4 and all(sound_pair(o, last) for o in a[:3]):
            return a
    return None


def panel(rng, names, years, sizes):
    """A panel whose yearly totals follow one trend."""
    weights = [rng.randint(*sizes) for _ in names]
    totals = trend(rng, sum(weights))
    if not totals:
        return None
    out = {}
    for name, w in zip(names, weights):
        out[name] = {}
        for i, y in enumerate(years):
            noise = 1 if i == 3 else rng.uniform(.9, 1.1)
            out[name][y] = max(31, int(w * totals[i] / totals[3] * noise))
    sums = [sum(c[y] for c in out.values()) for y in years]
    return out if all(sound_pair(o, sums[3]) for o in sums[:3]) else None


def distinct(facts):
    """True if no number belongs to two slots."""
    v = View(facts)
    numbers = list(v.counts.values()) + [x for x, _ in v.diffs.values()]
    if v.asked:
        numbers += [v.asked, v.replied]
    p = [x for x, _ in v.pcts.values()] + list(v.share.values())
    r = list(v.rates.values())
    near = any(abs(a - b) < 3 for i, a in enumerate(p) for b in p[:i])
    close = any(abs(a - b) < 2 for i, a in enumerate(r) for b in r[:i])
    return len(set(numbers)) == len(numbers) and min(numbers) > 10 and not near and not close


def document(rng):
    start = rng.randint(2014, 2019)
    years = [label(start + i) for i in range(4)]
    measure = rng.choice(MEASURES)
    shape = rng.choice(["force", "force", "force", "national", "national", "region"])
    facts = {"measure": measure, "latest": years[3], "published_on": f"{start + 4}-06-{rng.randint(1, 28):02d}"}
    names = rng.sample(NAMES, len(NAMES))
    if shape == "region":
        p = panel(rng, names[:rng.choice([3, 3, 4, 5])], years, (150, 900))
        if not p:
            return None
        facts.update(place=rng.choice(REGIONS), scope="region", panel=p)
        return facts
    last = rng.randint(220, 1600)
    series = trend(rng, last)
    if not series:
        return None
    facts.update(place=names[0], series=dict(zip(years, series)))
    parts = shares(rng, measure, last)
    if parts:
        facts["shares"] = parts
    if rng.random() < .6:
        facts["ages"] = ages_of(rng, last)
        facts["age_thresholds"] = [{"max": 10}, {"max": 4}]
    if shape == "national":
        facts["national"] = national_block(rng, facts, names, years)
        if not facts["national"]:
            return None
    return facts


def shares(rng, measure, last):
    """The parts by sex and by platform, each in most documents."""
    parts = {}
    if rng.random() < .75:
        known = int(last * rng.uniform(.7, .95))
        girls = int(known * rng.uniform(.62, .86))
        parts["sex"] = {"of": last, "known": known, "parts": {"girls": girls, "boys": known - girls}}
    if measure != "child cruelty offences" and rng.random() < .75:
        known = int(last * rng.uniform(.62, .9))
        of_known = [rng.uniform(.3, .52), rng.uniform(.16, .27), rng.uniform(.08, .14), rng.uniform(.03, .06)]
        shown = rng.sample(PLATFORMS, 4)[:rng.choice([3, 4])]
        parts["platform"] = {"of": last, "known": known, "parts": {s: int(known * f) for s, f in zip(shown, of_known)}}
    return parts


def ages_of(rng, last):
    unknown = int(last * rng.uniform(.05, .2))
    known = last - unknown
    small, middle = int(known * rng.uniform(.05, .09)), int(known * rng.uniform(.13, .22))
    top = int(known * rng.uniform(.45, .55))
    return {"0-4": small, "5-10": middle, "11-15": top, "16-17": known - small - middle - top, "unknown": unknown}


def national_block(rng, facts, names, years):
    """The forces of a country, at times with the local one among them; None if their totals are not sound."""
    size = rng.randint(11, 16)
    inside = names[1:size + 1]
    p = panel(rng, inside, years, (300, 1900))
    if not p:
        return None
    if rng.random() < .3:
        p[names[0]] = dict(facts["series"])
        inside = inside + [names[0]]
        sums = [sum(c[y] for c in p.values()) for y in years]
        if not all(sound_pair(o, sums[3]) for o in sums[:3]):
            return None
    nations, place = rng.choice([(["England", "Wales", "Scotland", "Northern Ireland"], "the UK"),
                                 (["England", "Wales"], "England and Wales")])
    asked = inside + SILENT[:rng.randint(2, 4)]
    return {"place": place, "measure": facts["measure"], "latest": years[3], "nations": nations, "panel": p,
            "asked": asked, "published_on": facts["published_on"]}


def documents(seed, n):
    rng = random.Random(seed)
    made = 0
    while made < n:
        facts = document(rng)
        if facts and distinct(facts):
            made += 1
            yield facts


# ---------------------------------------------------------------------------------------------------------------
# What a document holds, by slots


class View:
    """counts[(body, year, category, role)], diffs and pcts[(body, base)] = (value, sign), share[cat], rates."""

    def __init__(self, facts):
        self.facts, self.place, self.latest = facts, facts["place"], facts["latest"]
        self.region = facts.get("scope") == "region"
        self.nat = facts.get("national")
        cells = facts.get("panel") or (self.nat or {}).get("panel") or {}
        self.members = list(cells)
        self.years = sorted(facts["series"] if "series" in facts else next(iter(cells.values())))
        y3 = self.latest
        self.counts = {}
        for y in self.years:
            if "series" in facts:
                self.counts["L", y, "", "count"] = facts["series"][y]
            if cells:
                self.counts["L" if self.region else "N", y, "", "count"] = sum(c[y] for c in cells.values())
            for m, c in cells.items():
                if m == self.place:  # the local force inside the national panel: the same cells, one slot
                    continue
                self.counts[m, y, "", "count"] = c[y]
        self.asked = len(self.nat["asked"]) if self.nat else 0
        self.replied = len(cells) if self.nat else 0
        self.diffs, self.pcts, self.share, self.rates = {}, {}, {}, {}
        self.bodies = ["L"] + (["N"] if self.nat else [])
        for b in self.bodies:
            n = self.counts[b, y3, "", "count"]
            for y in self.years[:-1]:
                o = self.counts[b, y, "", "count"]
                self.diffs[b, y] = (abs(n - o), 1 if n > o else -1)
                self.pcts[b, y] = (pct(o, n), 1 if n > o else -1)
            for unit, k in (("day", Fraction(1, days(y3))), ("week", Fraction(7, days(y3))), ("month", Fraction(1, 12))):
                if n * k >= 3:
                    self.rates[b, unit] = int(n * k)
        self.cats, self.known = {}, {}
        for group, s in facts.get("shares", {}).items():
            self.known[group] = s["known"]
            self.counts["L", y3, group, "known"] = s["known"]
            for part, value in s["parts"].items():
                self.cats[part] = (group, value)
                self.counts["L", y3, part, "part"] = value
                self.share[part] = half_up(Fraction(100 * value, s["known"]))
        ages = facts.get("ages")
        if ages:
            known = sum(v for k, v in ages.items() if k != "unknown")
            self.known["ages"] = known
            self.counts["L", y3, "ages", "known"] = known
            for cat, value in (("10 and under", ages["0-4"] + ages["5-10"]), ("4 and under", ages["0-4"]),
                               ("11 to 15", ages["11-15"])):
                self.cats[cat] = ("ages", value)
                self.counts["L", y3, cat, "part"] = value
                if cat != "11 to 15":
                    self.share[cat] = half_up(Fraction(100 * value, known))


UP = {"verb": ["rose", "increased", "climbed", "jumped", "went up"], "have": ["risen", "increased", "gone up"],
      "noun": ["rise", "increase", "jump"], "adj": "up", "cmp": "higher", "than": "more"}
DOWN = {"verb": ["fell", "dropped", "declined", "decreased"], "have": ["fallen", "dropped", "declined"],
        "noun": ["fall", "drop", "decrease"], "adj": "down", "cmp": "lower", "than": "fewer"}


class Writer:
    """Writes sentences about one document: each figure right, then true numbers of other slots in its place."""

    def __init__(self, facts):
        self.rng = random.Random(zlib.crc32(json.dumps(facts, sort_keys=True).encode()))
        self.pick = self.rng.choice
        self.out = []
        self.v = View(facts)
        self.y0, self.y1, self.y2, self.y3 = self.v.years
        self.b0, self.b1, self.b2, self.b3 = map(begins, self.v.years)
        self.m, self.P, self.U = facts["measure"], self.v.place, (self.v.nat or {}).get("place", "")
        self.M, self.Pc = self.upper(self.m), self.upper(self.P)
        self.s2, self.s1, self.s0 = (self.v.pcts["L", y][1] for y in (self.y2, self.y1, self.y0))
        self.T = fmt(self.v.counts["L", self.y3, "", "count"])
        self.unit = self.pick(["offences", "crimes"])

    @staticmethod
    def word(sign):
        return UP if sign > 0 else DOWN

    @staticmethod
    def upper(t):
        return t[0].upper() + t[1:]

    def name(self, slot):
        return "/".join(x for x in ({"L": self.P, "N": self.U}.get(slot[0], slot[0]),) + tuple(map(str, slot[1:])) if x)

    @staticmethod
    def put(template, texts):
        """Fill the marks of a template; -> (text, starts)."""
        text, starts, rest = "", {}, template
        while "«" in rest:
            head, rest = rest.split("«", 1)
            k, rest = rest.split("»", 1)
            text += head
            starts[int(k)] = len(text)
            text += texts[int(k) - 1]
        return text + rest, starts

    def say(self, family, template, *figs, only=None):
        """Yield each figure right, then each figure replaced by a true number of another slot."""
        texts = [f[0] for f in figs]
        text, starts = self.put(template, texts)
        for i, f in enumerate(figs):
            if only and i + 1 not in only:
                continue
            self.out.append((text, f[0], starts[i + 1], "right", {"family": family, "said": f[1], "belongs": f[1]}))
            alts = [a for a in f[2] if a[0] not in texts]
            for alt in self.rng.sample(alts, min(2, len(alts))):
                t, s = self.put(template, texts[:i] + [alt[0]] + texts[i + 1:])
                self.out.append((t, alt[0], s[i + 1], "wrong", {"family": family, "said": f[1], "belongs": alt[1]}))

    def bad(self, family, template, text, said, belongs, *others):
        t, s = self.put(template, [text, *others])
        self.out.append((t, text, s[1], "wrong", {"family": family, "said": said, "belongs": belongs}))

    def good(self, family, template, text, said, *others):
        t, s = self.put(template, [text, *others])
        self.out.append((t, text, s[1], "right", {"family": family, "said": said, "belongs": said}))

    def C(self, body, year, dims="ybc", others=()):
        """A total; dims: y other years, b other bodies, c categories and known numbers, d differences."""
        slot = (body, year, "", "count")
        alts = []
        for s, x in self.v.counts.items():
            if s == slot or s[1] in others and s[0] == body and not s[2]:
                continue
            if s[2]:
                ok = "c" in dims and body == "L"
            elif s[0] == body:
                ok = "y" in dims
            else:
                ok = "b" in dims and (s[0] in ("L", "N") or self.rng.random() < .1)
            if ok:
                alts.append((fmt(x), self.name(s)))
        if "d" in dims:
            alts += [(fmt(x), f"difference {self.name(s)}") for s, (x, _) in self.v.diffs.items() if s[0] == body]
        return (fmt(self.v.counts[slot]), self.name(slot), alts)

    def K(self, cat, role="part", dims="ct"):
        """A category's count, or the number known of a group."""
        slot = ("L", self.y3, cat, role)
        alts = [(fmt(x), self.name(s)) for s, x in self.v.counts.items() if s[0] == "L" and s != slot
                and (s[2] and "c" in dims or not s[2] and s[1] == self.y3 and "t" in dims or not s[2] and s[1] != self.y3 and "y" in dims)]
        return (fmt(self.v.counts[slot]), self.name(slot), alts)

    def PC(self, body, base, dims="yb"):
        p, sign = self.v.pcts[body, base]
        alts = [(f"{x}%", f"change {self.name(s)}") for s, (x, _) in self.v.pcts.items() if s != (body, base)
                and (s[0] == body and "y" in dims or s[0] != body and "b" in dims)]
        return (f"{p}%", f"change {self.name((body, base))}", alts)

    def D(self, body, base, dims="yb"):
        p, sign = self.v.diffs[body, base]
        alts = [(fmt(x), f"difference {self.name(s)}") for s, (x, _) in self.v.diffs.items() if s != (body, base)
                and (s[0] == body and "y" in dims or s[0] != body and "b" in dims)]
        alts += [(fmt(x), self.name(s)) for s, x in self.v.counts.items() if s[:2] == (body, base) and not s[2]]
        return (fmt(p), f"difference {self.name((body, base))}", alts)

    @staticmethod
    def year_forms(y):
        a = begins(y)
        return [y, label(a, "-"), f"the year to March {a + 1}", f"the year ending March {a + 1}",
                f"the year to 31 March {a + 1}", f"the 12 months to March {a + 1}", f"{a} to {a + 1}"]

    def police(self):
        if self.v.region:
            return self.pick(["Forces across the region", "Police across the region"])
        return self.pick([f"{self.P} Police", f"Police in {self.P}", f"Officers in {self.P}"])

    def where(self):
        return self.pick(["across the region", f"in {self.P}"] if self.v.region else [f"in {self.P}", f"across {self.P}"])


def counts_by_year(about):
    """The total of each year."""
    say, C, name, year_forms, police, where, pick = about.say, about.C, about.name, about.year_forms, about.police, about.where, about.pick
    v, y0, y1, y2, y3, b1, b2, b3, m, P, Pc, unit = about.v, about.y0, about.y1, about.y2, about.y3, about.b1, about.b2, about.b3, about.m, about.P, about.Pc, about.unit
    for y in (y3, y2, y1, y0):
        form = pick(year_forms(y))
        say("count year verb", f"{police()} recorded «1» {unit} in {form}.", C("L", y, "ybcd"))
        say("count year there-were", f"There were «1» {m} {where()} in {pick(year_forms(y))}.", C("L", y, "ybc"))
        say("count year fronted", f"In {pick(year_forms(y))}, «1» {unit} were recorded {where()}, figures obtained by the charity show.", C("L", y, "ybc"))
        say("count year total", f"The total {where()} was «1» in {y}.", C("L", y, "yb"))
        say("count April to March", f"Between April {begins(y)} and March {begins(y) + 1}, {police()} logged «1» {unit}.".replace(", Police", ", police").replace(", Officers", ", officers").replace(", Forces", ", forces"), C("L", y, "yb"))
    say("count bare year", f"{police()} recorded «1» {unit} in {b3 + 1}.", (fmt(v.counts["L", y3, "", "count"]), name(("L", y3)), [a for a in C("L", y3, "y")[2]]))
    bare = pick([b1, b2])
    hit = [label(bare), label(bare - 1)]
    say("count bare year earlier", f"Back in {bare}, the figure {where()} was «1».", C("L", label(bare), "y", others=hit) if label(bare) in v.years else C("L", label(bare - 1), "y", others=hit))
    say("count last year", f"{police()} recorded «1» {m} last year.", C("L", y3, "ybcd"))
    say("count last year passive", f"A total of «1» {unit} were recorded by police {where()} last year, according to data released under the Freedom of Information Act.", C("L", y3, "ybc"))
    say("count default year", f"Police {where()} dealt with «1» reports of {m}.", C("L", y3, "yb"))
    say("count no body", f"Police recorded «1» such {unit} last year.", C("L", y3, "yd"))
    say("count latest year", f"In the latest year for which figures are available, {P} saw «1» {unit}.", C("L", y3, "yb"))
    say("count quote", f"“Last year «1» {unit} were recorded {where()}, and every one is one too many,” a spokeswoman said.", C("L", y3, "yb"))
    say("count headline", f"{Pc}: «1» {m} recorded last year", C("L", y3, "yb"))
    say("count headline verb", f"{police()} record «1» {m} in a year".replace("Officers", "Police"), C("L", y3, "yb"))


def two_years(about):
    """Two years or more in a sentence."""
    say, bad, C, word, name, police, where, pick = about.say, about.bad, about.C, about.word, about.name, about.police, about.where, about.pick
    v, y0, y1, y2, y3, M, P, Pc, s0, s2, unit = about.v, about.y0, about.y1, about.y2, about.y3, about.M, about.P, about.Pc, about.s0, about.s2, about.unit
    w = word(s2)
    say("from A to B with years", f"{M} {where()} {pick(w['verb'])} from «1» in {y2} to «2» in {y3}.", C("L", y2), C("L", y3))
    say("from A to B last year", f"{M} {where()} {pick(w['verb'])} from «1» the previous year to «2» last year.".replace("from «1» the previous year to «2» last year", f"to «2» last year, from «1» in {y2}"), C("L", y2), C("L", y3))
    say("from A to B bare", f"The number of {unit} {where()} {pick(w['verb'])} from «1» to «2» in a year.", C("L", y2, "b"), C("L", y3, "bc"))
    say("up from A year before", f"{police()} recorded «1» {unit} last year, {w['adj']} from «2» the year before.", C("L", y3), C("L", y2))
    say("up from A in Y", f"There were «1» {unit} {where()} in {y3}, {w['adj']} from «2» in {y2}.", C("L", y3), C("L", y2))
    say("compared with A the year before", f"A total of «1» {unit} were logged {where()} last year, compared with «2» the previous year.", C("L", y3), C("L", y2))
    say("A 12 months earlier", f"{police()} recorded «1» {unit} in {y3}, against «2» a year earlier.", C("L", y3), C("L", y2))
    w3 = word(s0)
    say("three years earlier", f"{police()} recorded «1» {unit} last year, {w3['adj']} from «2» three years earlier.", C("L", y3), C("L", y0))
    say("three years ago", f"Three years ago the figure {where()} was «1».", C("L", y0))
    say("since first", f"The figure {where()} has {pick(w3['have'])} from «1» in {y0} to «2» in {y3}.", C("L", y0), C("L", y3))
    say("subordinate when", f"{police()} recorded «1» {unit} in {y3}, whereas in {y1} there were «2».", C("L", y3), C("L", y1))
    say("was A, now B", f"In {y0} the total {where()} stood at «1», but by {y3} it {'had reached' if s0 > 0 else 'had fallen to'} «2».", C("L", y0), C("L", y3))
    say("year list", f"Police {where()} recorded «1» {unit} in {y0}, «2» in {y1}, «3» in {y2} and «4» in {y3}.", *[C("L", y) for y in v.years])
    say("year list colon", f"{Pc} by year: {y0}: «1»; {y1}: «2»; {y2}: «3»; {y3}: «4».", *[C("L", y) for y in v.years])
    say("year list brackets", f"The totals {where()} were «1» ({y1}), «2» ({y2}) and «3» ({y3}).", *[C("L", y) for y in (y1, y2, y3)])
    say("year bullets", f"Key figures for {P}:\n- «1» {unit} in {y3}\n- «2» {unit} in {y2}\n- «3» {unit} in {y0}", *[C("L", y) for y in (y3, y2, y0)])
    say("respectively years", f"In {y2} and {y3}, {P} recorded «1» and «2» {unit} respectively.", C("L", y2), C("L", y3))
    say("rose to", f"Offences {where()} {pick(w['verb'])} to «1» last year.", C("L", y3))
    ow = word(-s2)
    bad("direction to", f"Offences {where()} {pick(ow['verb'])} to «1» last year.", fmt(v.counts["L", y3, "", "count"]), "contrary direction", name(("L", y3)))
    bad("direction from to", f"Offences {where()} {pick(ow['verb'])} from {fmt(v.counts['L', y2, '', 'count'])} to «1» in a year.", fmt(v.counts["L", y3, "", "count"]), "contrary direction", name(("L", y3)))


def change(about, body, base, place_words, p_forms):
    """A change since one year, with each of these forms for the time of it."""
    say, bad, PC, D, word, pick = about.say, about.bad, about.PC, about.D, about.word, about.pick
    v, y3, M, unit = about.v, about.y3, about.M, about.unit
    p, sign = v.pcts[body, base]
    w, o = word(sign), word(-sign)
    for f in p_forms:
        t = pick([f"{M} {place_words} {pick(w['verb'])} by «1» {f}.", f"{M} {place_words} were {w['adj']} «1» {f}.",
                  f"There was a «1» {pick(w['noun'])} in {unit} {place_words} {f}.",
                  f"Recorded {unit} {place_words} {pick(w['verb'])} «1» {f}, figures show."])
        say(f"percent {f.replace(base, 'BASE').replace(y3, 'LATEST')}", t, PC(body, base, "yb"))
        bad(f"percent direction", f"{M} {place_words} {pick(o['verb'])} by «1» {f}.", f"{p}%", "contrary direction", PC(body, base)[1])
    f = pick(p_forms)
    say("difference by", f"{M} {place_words} {pick(w['verb'])} by «1» {f}.", D(body, base))


def multiples(about, body, base, ago, places):
    """“Doubled” and the like: of this change, and said of another."""
    bad, good, upper, name, where, pick = about.bad, about.good, about.upper, about.name, about.where, about.pick
    v, y0, y1, y2, y3, M, U, unit = about.v, about.y0, about.y1, about.y2, about.y3, about.M, about.U, about.unit
    o_, n_ = v.counts[body, base, "", "count"], v.counts[body, y3, "", "count"]
    mult = multiple(o_, n_)
    if mult:
        mod, wd = mult
        phrase = pick([f"since {base}", f"compared with {base}", f"in {ago}", f"between {base} and {y3}"])
        good("multiple", f"{M} {places()} have {mod} «1» {phrase}.".replace("  ", " "), wd, f"multiple {name((body, base))}")
        if mod == "" and wd == "doubled":
            good("multiple twice", f"There were «1» {unit} {places()} as in {base}.", "twice as many", f"multiple {name((body, base))}")
        if mod == "" and wd in ("doubled", "tripled"):
            k = {"doubled": "a twofold", "tripled": "a threefold"}[wd]
            good("multiple fold", f"{upper(places())} there has been {k.split()[0]} «1» increase since {base}.", k.split()[1], f"multiple {name((body, base))}")
        for other, ago2 in ((y2, "a year"), (y1, "two years"), (y0, "three years")):
            r = Fraction(n_, v.counts[body, other, "", "count"])
            low = {"doubled": 1.85, "tripled": 2.85, "quadrupled": 3.85}.get(wd)
            if other != base and (low and r < low or wd == "halved" and r > .56):
                bad("multiple base", f"{M} {places()} have {mod} «1» {pick([f'since {other}', f'in {ago2}'])}.".replace("  ", " "), wd, f"multiple {name((body, other))}", f"multiple {name((body, base))}")
        for b2_ in v.bodies:
            r = Fraction(v.counts[b2_, y3, "", "count"], v.counts[b2_, base, "", "count"])
            if b2_ != body and (low and r < low or wd == "halved" and r > .56):
                pl = where() if b2_ == "L" else f"across {U}"
                bad("multiple body", f"{M} {pl} have {mod} «1» since {base}.".replace("  ", " "), wd, f"multiple {name((b2_, base))}", f"multiple {name((body, base))}")


def fractions_of_change(about, body, base, ago, places):
    """“By a third” and the like: of this change, and said of another."""
    bad, good, PC, word, pick = about.bad, about.good, about.PC, about.word, about.pick
    v, y0, y1, y2, y3, M = about.v, about.y0, about.y1, about.y2, about.y3, about.M
    o_, n_ = v.counts[body, base, "", "count"], v.counts[body, y3, "", "count"]
    sign = v.pcts[body, base][1]
    w = word(sign)
    fr = fraction(abs(n_ - o_), o_)
    if fr:
        form, words, F = fr
        good("fraction of change", f"{M} {places()} have {pick(w['have'])} by {form} «1» since {base}.".replace("  ", " "), words, PC(body, base)[1])
        good("fraction of change up", f"{M} {places()} {pick(['are', 'were'])} {w['adj']} by {form} «1» {'in ' + ago if base != y2 else 'in a year'}.".replace("  ", " "), words, PC(body, base)[1])
        for other in (y0, y1, y2):
            q, g = v.pcts[body, other]
            if other != base and (g != sign or abs(q - F) > 12):
                bad("fraction base", f"{M} {places()} have {pick(w['have'])} by {form} «1» since {other}.".replace("  ", " "), words, PC(body, other)[1], PC(body, base)[1])


def changes_since(about, body, base, ago, places):
    """The change of a body since one year, in many words."""
    say, C, PC, D, word, upper, name, pick = about.say, about.C, about.PC, about.D, about.word, about.upper, about.name, about.pick
    v, y3, m, M, Pc, U, unit = about.v, about.y3, about.m, about.M, about.Pc, about.U, about.unit
    p, sign = v.pcts[body, base]
    w, o = word(sign), word(-sign)
    say("percent higher than ago", f"{M} {places()} were «1» {w['cmp']} than {ago} {pick(['ago', 'earlier'])}.", PC(body, base))
    say("percent higher than in", f"The total {places()} was «1» {w['cmp']} than in {base}.", PC(body, base))
    say("percent since fronted", f"Since {base}, {m} {places()} have {pick(w['have'])} by «1».", PC(body, base))
    say("percent compared fronted", f"Compared with {base}, {unit} {places()} were {w['adj']} «1» last year.", PC(body, base))
    say("percent per cent", f"{M} {places()} have {pick(w['have'])} by «1» since {base}.", (PC(body, base)[0].replace("%", " per cent"), PC(body, base)[1], [(a.replace("%", " per cent"), s) for a, s in PC(body, base)[2]]))
    say("difference than in", f"That is «1» {w['than']} than in {base} {places()}.", D(body, base))
    say("difference more offences", f"{Pc if body == 'L' else U[0].upper() + U[1:]} recorded «1» {w['than']} {unit} in {y3} than in {base}.", D(body, base))
    say("difference than ago", f"There were «1» {w['than']} {unit} {places()} than {ago} earlier.", D(body, base))
    say("count and percent", f"{upper(places())}, {unit} {pick(w['verb'])} by «1» from «2» in {base} to «3» in {y3}.", PC(body, base), C(body, base), C(body, y3))
    R = p // 5 * 5
    if p % 5 and R >= 10 and R not in (50, 100, 200):
        alts = [(f"{q // 5 * 5}%", f"change {name(s)}") for s, (q, g) in v.pcts.items() if q // 5 * 5 >= 10 and s != (body, base)
                and not (q // 5 * 5 - 6 <= p <= q // 5 * 5 + 16)]
        say("percent more than", f"{M} {places()} {pick(w['verb'])} by more than «1» since {base}.", (f"{R}%", PC(body, base)[1], alts))
    multiples(about, body, base, ago, places)
    fractions_of_change(about, body, base, ago, places)


def changes_of(about, body):
    """The changes of a body since each year."""
    where, pick = about.where, about.pick
    y0, y1, y2, y3, U = about.y0, about.y1, about.y2, about.y3, about.U
    def places():
        return where() if body == "L" else pick([f"across {U}", "nationally", f"in {U}"])
    change(about, body, y2, places(), ["in a year", "year on year", "on the previous year", "on the year before", f"compared with {y2}", f"since {y2}", f"on {y2}", "in the space of a year"])
    change(about, body, y1, places(), [f"since {y1}", f"compared with {y1}", "in two years", f"on {y1}", "on two years earlier"])
    change(about, body, y0, places(), [f"since {y0}", f"compared with {y0}", "in three years", "over three years", f"from {y0}", f"between {y0} and {y3}", "over the last three years", "on three years ago"])
    for base, ago in ((y2, "a year"), (y1, "two years"), (y0, "three years")):
        changes_since(about, body, base, ago, places)


def two_changes(about):
    """Two changes in one sentence, and headlines."""
    say, PC, D, word, where, pick = about.say, about.PC, about.D, about.word, about.where, about.pick
    y0, y2, m, M, Pc, s0, s2 = about.y0, about.y2, about.m, about.M, about.Pc, about.s0, about.s2
    say("two changes", f"{M} {where()} were {word(s2)['adj']} «1» in a year and {word(s0)['adj']} «2» since {y0}.", PC("L", y2), PC("L", y0))
    say("headline percent", f"{Pc}: {m} {word(s0)['adj']} «1» in three years", PC("L", y0))
    say("headline percent year", f"{M} {word(s2)['adj']} «1» in a year {where()}", PC("L", y2))
    say("up N year-on-year", f"{M} {where()} were {word(s2)['adj']} «1» year-on-year.", D("L", y2))
    # no base: either of the two pairs may be meant, so only the middle pair and the other body are wrong
    if s2 == s0:
        say("percent no base", f"{M} {where()} have {pick(word(s2)['have'])} by «1».", (PC("L", y2)[0], PC("L", y2)[1], [a for a in PC("L", y2, "b")[2]]))


def records(about):
    """The highest and the lowest."""
    bad, good, where = about.bad, about.good, about.where
    v, y0, y2, y3, unit = about.v, about.y0, about.y2, about.y3, about.unit
    totals = [v.counts["L", y, "", "count"] for y in v.years]
    if not v.region:
        if totals[3] > max(totals[:3]):
            good("record since", f"It was the «1» number {where()} since {y0}.", "highest", "record")
            good("record number", f"A «1» number of {unit} was recorded {where()} last year.", "record", "record")
            good("record high", f"Offences {where()} reached a «1» high last year.", "record", "record")
            bad("record low", f"It was the «1» number {where()} since {y0}.", "lowest", "record low", "record high")
            bad("record ever", f"The total {where()} was the «1» ever.", "highest", "ever", "record")
            bad("record of another year", f"The total {where()} in {y2} was the «1» on record.", "highest", f"record {y2}", f"record {y3}")
        elif totals[3] < min(totals[:3]):
            good("lowest since", f"It was the «1» number {where()} since {y0}.", "lowest", "lowest")
            bad("record low for high", f"It was the «1» number {where()} since {y0}.", "highest", "record high", "lowest")
        else:
            bad("no record", f"A «1» number of {unit} was recorded {where()} last year.", "record", "record", "none")


def rates(about):
    """So many a day, a week or a month."""
    say, bad, good, name, where, pick = about.say, about.bad, about.good, about.name, about.where, about.pick
    v, y3, P, U, unit = about.v, about.y3, about.P, about.U, about.unit
    for (b, u), r in v.rates.items():
        n = v.counts[b, y3, "", "count"]
        exact = n * {"day": Fraction(1, days(y3)), "week": Fraction(7, days(y3)), "month": Fraction(1, 12)}[u]
        pl = where() if b == "L" else pick([f"across {U}", "nationally"])
        others = [(s, x) for s, x in v.rates.items() if s != (b, u)]
        alts = [(fmt(x), f"rate {name(s)}") for s, x in others if not r - 1 <= x <= r + 2]
        loose = [(fmt(x), f"rate {name(s)}") for s, x in others if not (x <= exact <= x * 1.3 or x <= r + 1 and x >= r)]
        Pl = pl[0].upper() + pl[1:]
        say("rate average", f"That is an average of «1» {unit} a {u} {pl}.", (fmt(r), f"rate {name((b, u))}", alts))
        say("rate every", f"{Pl}, police recorded an average of «1» {unit} every {u} last year.", (fmt(r), f"rate {name((b, u))}", alts))
        if exact > r and exact <= r * Fraction(108, 100):
            say("rate more than", f"{Pl}, more than «1» {unit} a {u} were recorded.", (fmt(r), f"rate {name((b, u))}", loose))
        if b == "N" and u == "day":
            minutes = -(-days(y3) * 1440 // n)
            if minutes <= 60:
                good("rate minutes", f"Nationally, an offence was recorded every «1» minutes on average.", str(minutes), "minutes")
                bad("rate minutes body", f"In {P}, an offence was recorded every «1» minutes on average.", str(minutes), f"minutes {P}", f"minutes {U}")


def rounded(about):
    """“More than”, “nearly” and “about” a round number."""
    say, name, where = about.say, about.name, about.where
    v, y1, y3, U, unit = about.v, about.y1, about.y3, about.U, about.unit
    for b in v.bodies:
        for y in (y3, y1):
            n = v.counts[b, y, "", "count"]
            grid = 10 if n < 100 else 50 if n < 1000 else 100
            R = n // grid * grid
            pl = where() if b == "L" else f"across {U}"
            def spread(test):
                got = []
                for s, x in v.counts.items():
                    if s[0] in v.bodies and not s[2] and s[:2] != (b, y):
                        g = 10 if x < 100 else 50 if x < 1000 else 100
                        if test(x // g * g, x):
                            got.append((fmt(x // g * g), name(s)))
                return got
            if R < n <= R * Fraction(108, 100):
                say("rounded more than", f"More than «1» {unit} were recorded {pl} in {y}.", (fmt(R), name((b, y)), spread(lambda q, x: not q * .85 <= n <= q * 1.3)))
                say("rounded over headline", f"Over «1» {unit} recorded {pl} in {y}", (fmt(R), name((b, y)), spread(lambda q, x: not q * .85 <= n <= q * 1.3)))
            up = R + grid
            if 0 < up - n <= grid // 4 and (up - n) * 100 <= 3 * n:
                say("rounded nearly", f"Nearly «1» {unit} were recorded {pl} in {y}.", (fmt(up), name((b, y)), [(fmt(x), s) for x, s in [(int(a.replace(',', '')), s) for a, s in spread(lambda q, x: not q * .75 <= n <= q * 1.25)]]))
            A = (n + grid // 2) // grid * grid
            if A != n and abs(A - n) * 100 <= 2.5 * n:
                say("rounded about", f"About «1» {unit} were recorded {pl} in {y}.", (fmt(A), name((b, y)), spread(lambda q, x: not q * .85 <= n <= q * 1.15)))


def not_held(about):
    """Units, subjects and bodies that the facts do not hold; gives the body."""
    bad, PC, word, name, police, where, pick = about.bad, about.PC, about.word, about.name, about.police, about.where, about.pick
    v, y2, y3, P, s2, unit, T = about.v, about.y2, about.y3, about.P, about.s2, about.unit, about.T
    here = name(("L", y3))
    for thing in ("children", "victims", "offenders", "people", "arrests", "young girls"):
        bad("unit", pick([f"Last year «1» {thing} were counted {where()}.", f"There were «1» {thing} {where()} in {y3}.", f"The figures for {P} show «1» {thing} last year."]), T, f"unit {thing}", here)
    bad("unit children abused", f"Last year «1» children were abused {where()}.", T, "unit children", here)
    bad("unit suspects", f"Police {where()} arrested «1» suspects last year.", T, "unit suspects", here)
    for thing in ("burglaries", "hate crimes", "robberies", "calls to the helpline", "counselling sessions"):
        bad("subject", f"There were «1» {thing} {where()} last year.", T, f"subject {thing}", here)
    bad("subject percent", f"Burglaries {where()} {pick(word(s2)['verb'])} by «1» in a year.", PC("L", y2)[0], "subject burglaries", PC("L", y2)[1])
    gone = pick(NOT_HELD)
    bad("body not held", f"{gone} Police recorded «1» {unit} last year.", T, f"body {gone}", here)
    bad("body not held percent", f"In {gone}, {unit} {pick(word(s2)['verb'])} by «1» in a year.", PC("L", y2)[0], f"body {gone}", PC("L", y2)[1])
    bad("body not held, second clause", f"{police()} recorded {T} {unit} last year, while {gone} had «1».", fmt(v.counts["L", y2, "", "count"]), f"body {gone}", name(("L", y2)))
    return gone


def platforms(about, gone):
    """The categories of platforms."""
    say, bad, good, C, K, name, where = about.say, about.bad, about.good, about.C, about.K, about.name, about.where
    v, y2, y3, P, U, unit = about.v, about.y2, about.y3, about.P, about.U, about.unit
    plats = [c for c, (g, _) in v.cats.items() if g == "platform"]
    if plats:
        k = fmt(v.known["platform"])
        for c in plats:
            say("platform used", f"{c} was used in «1» {unit} {where()}.", K(c))
            say("platform took place", f"«1» of the {unit} recorded {where()} took place on {c}.", K(c))
            say("platform of known", f"Of the «1» {unit} where police recorded the platform, «2» were on {c}.", K("platform", "known"), K(c))
            say("platform of all", f"Of the «1» {unit} recorded by {P} Police last year, «2» involved {c}.", C("L", y3, "yc"), K(c))
            say("platform involving", f"«1» {unit} involving {c} were recorded by {P} Police in {y3}.", K(c))
            say("platform share", f"{c} was used in «1» of {unit} where the platform was known.", (f"{v.share[c]}%", name(("L", y3, c)) + " share", [(f"{x}%", f"share {o}") for o, x in v.share.items() if o != c] + [(f"{x}%", f"change {name(s)}") for s, (x, _) in v.pcts.items()]))
            say("platform share made up", f"{c} accounted for «1» of the «2» {unit} in which a platform was recorded.", (f"{v.share[c]}%", f"share {c}", [(f"{x}%", f"share {o}") for o, x in v.share.items() if o != c]), K("platform", "known"))
            fr = fraction(v.cats[c][1], v.known["platform"])
            if fr:
                form, words, F = fr
                t = f"{form} «1» of the {k} {unit} where the platform was known took place on ".lstrip()
                t = t[0].upper() + t[1:] if form else t
                fig = words if form else words[0].upper() + words[1:]
                good("platform fraction", t + c + ".", fig, f"share {c}")
                for o in plats:
                    if o != c and abs(v.share[o] - F) > 12:
                        bad("platform fraction", t + o + ".", fig, f"share {o}", f"share {c}")
        a, b, c = plats[:3]
        say("platform list on", f"In {P}, «1» {unit} took place on {a}, «2» on {b} and «3» on {c}.", K(a), K(b), K(c))
        say("platform list brackets", f"The platforms most often recorded by {P} Police were {a} («1»), {b} («2») and {c} («3»).", K(a), K(b), K(c))
        say("platform list with", f"{a} was named most often, with «1» {unit}, followed by {b} with «2» and {c} with «3».", K(a), K(b), K(c))
        say("platform bullets", f"Platforms recorded in {P}:\n- {a}: «1»\n- {b}: «2»\n- {c}: «3»", K(a), K(b), K(c))
        say("platform bullets reversed", f"Police in {P} recorded:\n• «1» {unit} on {a}\n• «2» {unit} on {b}\n• «3» {unit} on {c}", K(a), K(b), K(c))
        say("platform total and part", f"{P} Police recorded «1» {unit} last year, including «2» on {a}.", C("L", y3, "yc"), K(a))
        say("platform total of which", f"There were «1» {unit} in {P} in {y3}, of which «2» were on {b}.", C("L", y3, "yc"), K(b))
        say("platform relative clause", f"{a}, which was used in «1» {unit} in {P}, says it works with police.", K(a))
        say("platform known in", f"Police in {P} recorded the platform in «1» of the «2» {unit}.", K("platform", "known"), C("L", y3, "c"))
        say("platform respectively", f"{a} and {b} were used in «1» and «2» {unit} in {P} respectively.", K(a), K(b))
        say("pair carries platform", f"The platform named most often in {P} was {a}. It was used in «1» {unit}.", K(a))
        say("pair changes platform", f"{a} was used in {fmt(v.cats[a][1])} {unit} in {P}. {b} was used in «1».", K(b))
        say("platform shares list", f"Where the platform was known, {a} accounted for «1» of {unit}, {b} for «2» and {c} for «3».", *[(f"{v.share[x]}%", f"share {x}", [(f"{s}%", f"share {o}") for o, s in v.share.items() if o != x]) for x in (a, b, c)])
        bad("category not held", f"TikTok was used in «1» {unit} in {P}.", fmt(v.cats[a][1]), "platform TikTok", f"platform {a}")
        bad("category year", f"{a} was used in «1» {unit} in {P} in {y2}.", fmt(v.cats[a][1]), f"{a} {y2}", f"{a} {y3}")
        bad("category body", f"In {gone}, {a} was used in «1» {unit}.", fmt(v.cats[a][1]), f"{a} {gone}", f"{a} {P}")
        if v.nat:
            bad("category body national", f"Across {U}, {a} was used in «1» {unit}.", fmt(v.cats[a][1]), f"{a} {U}", f"{a} {P}")


def sexes(about):
    """The categories of sex."""
    say, bad, good, K, where = about.say, about.bad, about.good, about.K, about.where
    v, P, unit = about.v, about.P, about.unit
    g, b = v.cats["girls"][1], v.cats["boys"][1]
    for c in ("girls", "boys"):
        say("sex offences against", f"«1» of the {unit} recorded {where()} last year were against {c}.", K(c))
        say("sex victims in", f"{c.capitalize()} were the victims in «1» {unit} {where()}.", K(c))
        say("sex of known", f"Of the «1» {unit} where the sex of the child was recorded, «2» were against {c}.", K("sex", "known"), K(c))
        sh = (f"{v.share[c]}%", f"share {c}", [(f"{x}%", f"share {o}") for o, x in v.share.items() if o != c])
        say("sex share", f"{c.capitalize()} were the victims in «1» of {unit} {where()} where sex was recorded.", sh)
        say("sex share against", f"In {P}, «1» of {unit} where the sex of the child was known were against {c}.", sh)
        fr = fraction(v.cats[c][1], v.known["sex"])
        if fr:
            form, words, F = fr
            t = f"In {P}, {form} «1» of {unit} where the child’s sex was known were against ".replace("  ", " ")
            good("sex fraction", t + c + ".", words, f"share {c}")
            o = "boys" if c == "girls" else "girls"
            if abs(v.share[o] - F) > 12:
                bad("sex fraction", t + o + ".", words, f"share {o}", f"share {c}")
    say("sex pair", f"In {P}, «1» {unit} were against girls and «2» against boys.", K("girls"), K("boys"))
    say("sex while", f"While «1» {unit} {where()} were against girls, boys were the victims in «2».", K("girls"), K("boys"))
    say("sex brackets", f"The victims in {P} were girls («1» {unit}) or boys («2» {unit}).", K("girls"), K("boys"))
    say("sex share pair", f"Where sex was recorded in {P}, girls were the victims in «1» of {unit} and boys in «2».", *[(f"{v.share[x]}%", f"share {x}", [(f"{s}%", f"share {o}") for o, s in v.share.items() if o != x]) for x in ("girls", "boys")])
    say("pair carries sex", f"Girls were the victims in most of the {unit} recorded by {P} Police. They were the victims in «1» of them.", K("girls"))


def ages(about):
    """The categories of age."""
    say, bad, C, K, where, pick = about.say, about.bad, about.C, about.K, about.where, about.pick
    v, y1, y3, P, unit = about.v, about.y1, about.y3, about.P, about.unit
    for c, wd in (("10 and under", "ten and under"), ("4 and under", "four and under"), ("11 to 15", "11 to 15")):
        form = pick([c, wd])
        say("age against", f"There were «1» {unit} against children aged {form} {where()}.", K(c))
        say("age of total", f"«1» of the {unit} recorded {where()} were against children aged {form}.", K(c))
        say("age total including", f"{P} Police recorded «1» {unit} in {y3}, including «2» against children aged {form}.", C("L", y3, "yc"), K(c))
        say("age involved", f"Children aged {form} were the victims in «1» {unit} in {P} last year.", K(c))
        if c in v.share:
            say("age share", f"Where age was recorded in {P}, «1» of {unit} were against children aged {form}.", (f"{v.share[c]}%", f"share {c}", [(f"{x}%", f"share {o}") for o, x in v.share.items() if o != c]))
    say("age two limits", f"In {P}, «1» {unit} were against children aged 10 and under, and «2» against children aged four and under.", K("10 and under"), K("4 and under"))
    say("age known", f"Age was recorded in «1» of the «2» {unit} in {P}.", K("ages", "known"), C("L", y3, "c"))
    bad("age not held", f"There were «1» {unit} against children aged 12 and under in {P}.", K("10 and under")[0], "aged 12 and under", "aged 10 and under")
    bad("age year", f"In {y1}, «1» {unit} in {P} were against children aged 10 and under.", K("10 and under")[0], f"10 and under {y1}", f"10 and under {y3}")


def national(about):
    """National bodies, and how many forces answered."""
    say, bad, good, C, PC, word, year_forms, pick = about.say, about.bad, about.good, about.C, about.PC, about.word, about.year_forms, about.pick
    v, y0, y2, y3, m, P, U, s2, unit = about.v, about.y0, about.y2, about.y3, about.m, about.P, about.U, about.s2, about.unit
    N3, sN = v.counts["N", y3, "", "count"], v.pcts["N", y2][1]
    for y in (y3, y2, y0):
        say("national across", f"Across {U}, «1» {unit} were recorded in {pick(year_forms(y))}.", C("N", y))
        say("national nationally", f"Nationally, there were «1» {unit} in {y}.", C("N", y))
        say("national forces", f"Police forces across {U} recorded «1» {m} in {pick(year_forms(y))}.", C("N", y))
    say("local and national", f"{P} Police recorded «1» {unit} last year, while «2» were recorded across {U}.", C("L", y3), C("N", y3))
    say("national then local", f"Of the «1» {unit} recorded across {U} last year, «2» were in {P}.", C("N", y3), C("L", y3), only=[1])
    say("national semicolon", f"In {P} there were «1» {unit} last year; nationally there were «2».", C("L", y3), C("N", y3))
    say("changes of two bodies", f"In {P}, {unit} {pick(word(s2)['verb'])} by «1» in a year, while across {U} they {pick(word(sN)['verb'])} by «2».", PC("L", y2), PC("N", y2))
    say("pair carries national", f"Across {U}, {v.replied} of {v.asked} forces provided figures. Those forces recorded «1» {unit} last year.", C("N", y3))
    say("pair returns to force", f"Nationally, {fmt(N3)} {unit} were recorded last year. {P} Police recorded «1».", C("L", y3))
    say("pair the force", f"{P} Police has released its figures for {y3}. The force recorded «1» {unit}.", C("L", y3))
    say("pair they nationally", f"Forces across {U} answered the request. They recorded «1» {unit} in {y3}, {word(sN)['adj']} from «2» the year before.", C("N", y3), C("N", y2))
    say("in comparison", f"{P} Police, which recorded «1» {unit}, was not alone: «2» were logged across {U} in {y3}.", C("L", y3), C("N", y3))
    n, a = str(v.replied), str(v.asked)
    good("coverage n of m", f"The figures come from «1» across {U}.", pick([f"{n} of {a} forces", f"{n} out of {a} forces", f"{n} of the {a} forces asked"]), "coverage")
    good("coverage asked", f"The charity asked «1» forces for figures.", a, "asked")
    good("coverage asked of", f"Freedom of information requests were sent to «1» police forces.", a, "asked")
    good("coverage replied", f"«1» forces responded to the request.", n, "replied")
    good("coverage provided", f"In all, «1» forces provided figures for {y3}.", n, "replied")
    good("coverage of the", f"Of the «1» forces asked, {n} replied.", a, "asked")
    good("coverage of the, replied", f"Of the {a} forces asked, «1» replied.", n, "replied")
    bad("coverage replied", f"«1» forces responded to the request.", a, "replied", "asked")
    bad("coverage provided", f"In all, «1» forces provided figures for {y3}.", a, "replied", "asked")
    bad("coverage asked", f"The charity asked «1» forces for figures.", n, "asked", "replied")
    bad("coverage all", f"All «1» replied.", f"{a} forces", "replied", "asked")
    bad("coverage inverted", f"Of the «1» forces asked, {a} replied.", n, "asked", "replied")
    say("coverage and total", f"The {n} forces across {U} that replied recorded «1» {unit} in {y3}.", C("N", y3))


def members(about):
    """The forces of a panel."""
    say, bad, C, PC, word, pick = about.say, about.bad, about.C, about.PC, about.word, about.pick
    rng, v, y1, y2, y3, M, P, s2, unit = about.rng, about.v, about.y1, about.y2, about.y3, about.M, about.P, about.s2, about.unit
    ms = rng.sample([x for x in v.members if x != P], 3)
    a, b, c = ms
    say("member count", f"{a} Police recorded «1» {unit} in {y3}.", C(a, y3, "yb"))
    say("member year", f"In {b} there were «1» {unit} in {y1}.", C(b, y1, "yb"))
    say("members list", f"{a} recorded «1» {unit} last year, {b} «2» and {c} «3».", C(a, y3), C(b, y3), C(c, y3))
    say("members brackets", f"Forces that answered include {a} («1» {unit}), {b} («2») and {c} («3»).", C(a, y3), C(b, y3), C(c, y3))
    say("members bullets", f"{M} in {y3}:\n- {a}: «1»\n- {b}: «2»\n- {c}: «3»", C(a, y3), C(b, y3), C(c, y3))
    say("members while", f"In {a} there were «1» {unit} last year, while {b} had «2».", C(a, y3), C(b, y3))
    say("members respectively", f"{a} and {b} recorded «1» and «2» {unit} respectively in {y3}.", C(a, y3), C(b, y3))
    wa = word(1 if v.counts[a, y3, "", "count"] > v.counts[a, y2, "", "count"] else -1)
    say("member from to", f"{a} Police recorded «1» {unit} last year, {wa['adj']} from «2» the year before.", C(a, y3), C(a, y2))
    say("pair carries member", f"{a} Police also replied. The force recorded «1» {unit} last year.", C(a, y3))
    # Its own change may print as the same percentage.
    if pct(v.counts[a, y2, "", "count"], v.counts[a, y3, "", "count"]) != v.pcts["L", y2][0]:
        bad("member percent", f"Offences in {a} {pick(word(s2)['verb'])} by «1» in a year.", PC("L", y2)[0], f"change {a}", PC("L", y2)[1])
    if v.region:
        say("members and region", f"{a} Police recorded «1» of the «2» {unit} across the region in {y3}.", C(a, y3), C("L", y3))
        say("pair region", f"{a} Police recorded {fmt(v.counts[a, y3, '', 'count'])} {unit} last year. Across the region there were «1».", C("L", y3))
        if len(v.members) == 3:
            x, y_, z = v.members
            say("members together", f"{x}, {y_} and {z} together recorded «1» {unit} in {y3}.", C("L", y3))


def of_one_force(about):
    """A force by itself, in a pair of sentences."""
    say, C = about.say, about.C
    y0, y2, y3, P, unit, T = about.y0, about.y2, about.y3, about.P, about.unit, about.T
    say("pair the force", f"{P} Police has published its figures for {y3}. The force recorded «1» {unit}.", C("L", y3))
    say("pair that compares", f"{P} Police recorded {T} {unit} last year. That compares with «1» the year before.", C("L", y2))
    say("pair previous", f"{P} Police recorded {T} {unit} in {y3}. The previous year’s figure was «1».", C("L", y2))
    say("pair since then", f"In {y0}, {P} Police recorded «1» {unit}. By {y3} the figure was «2».", C("L", y0), C("L", y3))


def asides(about):
    """Brackets, dashes and dates."""
    say, C, D, word, police, pick = about.say, about.C, about.D, about.word, about.police, about.pick
    y2, y3, P, s2, unit = about.y2, about.y3, about.P, about.s2, about.unit
    say("parenthesis", f"The {y3} figure for {P} («1») is {word(s2)['adj']} on the previous year’s («2»).".replace(f"for {P}", f"for {P}"), C("L", y3), C("L", y2))
    say("dash", f"{police()} recorded «1» {unit} in {y3} – {word(s2)['adj']} from «2» in {y2}.", C("L", y3), C("L", y2))
    say("after a date", f"Figures published on 4 June show that {P} recorded «1» {unit} in {y3}, {pick(['a', 'an annual'])} {pick(['change', 'difference'])} of «2» on {y2}.", C("L", y3), D("L", y2), only=[1])


def sentences(facts):
    """Tuples (text, figure_text, start, expectation, slots)."""
    about = Writer(facts)
    counts_by_year(about)
    two_years(about)
    for body in about.v.bodies:
        changes_of(about, body)
    two_changes(about)
    records(about)
    rates(about)
    rounded(about)
    platforms(about, not_held(about))
    if "girls" in about.v.cats:
        sexes(about)
    if "ages" in about.v.known:
        ages(about)
    if about.v.nat:
        national(about)
    if about.v.members:
        members(about)
    else:
        of_one_force(about)
    asides(about)
    seen = set()
    for item in about.out:
        key = item[:3]
        if key not in seen:
            seen.add(key)
            yield item


def cases(n, seed=1):
    """n cases, about half of them right, spread evenly over the families."""
    rng = random.Random(seed)
    used, made = {}, 0
    for facts in documents(seed, n // 8 + 3):
        pool = list(sentences(facts))
        rng.shuffle(pool)
        for want in ("right", "wrong") * 4:
            left = [x for x in pool if x[3] == want]
            x = min(left, key=lambda t: used.get((t[4]["family"], want), 0))
            pool.remove(x)
            used[x[4]["family"], want] = used.get((x[4]["family"], want), 0) + 1
            yield {"facts": facts, "text": x[0], "start": x[2], "figure": x[1], "expectation": x[3], "slots": x[4]}
            made += 1
            if made == n:
                return


if __name__ == "__main__":
    for case in cases(int(sys.argv[1]) if len(sys.argv) > 1 else 100, int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        print(json.dumps(case, ensure_ascii=False))
