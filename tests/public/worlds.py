"""Small made-up worlds, as the views would hand them to the templates. No database."""

import datetime as dt
from types import SimpleNamespace

from offences.charts import chart_of
from offences.claims.thresholds import Thresholds
from offences.claims.totals import Total
from offences.exports import markers_of, rows_of
from offences.models import Force, Measure, Release
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.trends import Point, Trend
from offences.views.areas import Area, trend_of_area
from offences.views.home import NewestTotal, Tile, TileKind
from offences.views.remarks import Remark
from offences.views.tables import Newest
from offences.words.areas import brief_area
from offences.words.page import Briefing, Fact

NOTICE = "Demonstration. Every figure here was made up for a test."

MEASURE = Measure(
    pk=1,
    slug="cyber-flagged",
    name="Online sexual offences against under-18s",
    phrase="online sexual offences against under-18s",
    phrase_singular="online sexual offence against under-18s",
    definition="Sexual offences against under-18s that a force marked as having an online part.",
    excludes="Indecent image offences are counted apart and are not included.",
    first_year=2010,
)
NORTHSHIRE = Force(
    slug="northshire",
    name="Northshire Constabulary",
    short_name="Northshire Police",
    area="Northshire",
    nation="England",
    region="The North",
    website="https://northshire.example/",
    tile_col=3,
    tile_row=1,
)
GLANFOR = Force(
    slug="glanfor",
    name="Glanfor Police",
    short_name="Glanfor Police",
    area="Glanfor",
    welsh_name="Heddlu Glanfor",
    nation="Wales",
    tile_col=1,
    tile_row=5,
)
PLACES = [
    "Fenland Northamptonshire",
    "Eastmarch",
    "Hillshire",
    "Saltmarsh",
    "Upper Glouceshamptonshire",
    "City of Fen",
    "Hamp and the Isle of Reed",
    "Moorshire",
    "Westerdale",
    "Downs",
]


def release(measure: Measure = MEASURE, number: int = 3) -> Release:
    return Release(
        measure=measure,
        number=number,
        title=f"{measure.name}, 2018/19",
        year=2018,
        public_at=dt.datetime(2019, 6, 19, tzinfo=dt.UTC),
        public_precision="month",
    )


def point(start: int, cell: Cell, **more) -> Point:
    if cell.is_missing:
        more.setdefault("reason", "we do not have it")
    else:
        more.setdefault("vintage", "June 2019")
        more.setdefault("source", "Northshire Today")
        more.setdefault("source_url", "https://today.northshire.example/news/1234567")
    return Point(year=Year(start), cell=cell, **more)


def trend_of(
    *points: Point,
    breaks: tuple[Break, ...] = (),
    measure: Measure = MEASURE,
    force: Force = NORTHSHIRE,
) -> Trend:
    return Trend(
        measure=measure,
        force=force,
        release=release(measure),
        points=points,
        series=Series({p.year: p.cell for p in points}, breaks),
        later=(),
        responses=(),
    )


def old(start: int, n: int) -> Point:
    """A figure printed in June 2017 and not restated."""
    return point(start, Cell.count(n), vintage="June 2017", restated=False)


def count(start: int, n: int, **more) -> Point:
    return point(start, Cell.count(n), **more)


def gap(start: int, why: str = "not_in_records", **more) -> Point:
    return point(start, Cell.missing(why), **more)


SMALL = trend_of(
    gap(2015),
    old(2016, 53),
    count(2017, 48, sheet="Totals", cell_address="B17"),
    point(2018, Cell.count(68, previously=54), sheet="Totals", cell_address="B18"),
)
AWKWARD = trend_of(
    count(2012, 0),
    gap(2013, "refused", reason="refused"),
    old(2014, 53),
    point(2015, Cell.suppressed(24, 44)),
    point(2016, Cell.count(12).with_flags(doubt="the year printed may be another")),
    point(2017, Cell.part_year(19, 6)),
    count(2018, 48),
    count(2019, 68),
    breaks=(Break(Year(2018), "A new code for online crime"),),
)
TEN = trend_of(
    gap(2010),
    gap(2011, "no_response", reason="no answer"),
    count(2012, 812),
    count(2013, 1034),
    point(2014, Cell.suppressed(1, None)),
    point(2015, Cell.part_year(790, 9)),
    count(2016, 1199),
    count(2017, 1204),
    old(2018, 1201),
    count(2019, 1234),
)
FIVE = trend_of(count(2015, 10), count(2016, 44), gap(2017), count(2018, 77), count(2019, 63))
RANGES = trend_of(
    count(2015, 0),
    point(2016, Cell.suppressed(1, 4)),
    point(2017, Cell.suppressed(1, None)),
    point(2018, Cell.part_year(7, 7)),
    breaks=(Break(Year(2016), "A new definition"),),
)


def remarked(of: SimpleNamespace) -> SimpleNamespace:
    """A page of a release whose figures the force disputes, and of which one was revised."""
    says = "Northshire Constabulary disputes the figure for 2018/19 (7 July 2019): Counted twice."
    of.remarks = [
        Remark("confirmed", "Northshire Constabulary confirmed these figures on 3 June 2019."),
        Remark("disputed", f"{says} We are looking into it."),
        Remark("decided", "Decided on 10 July 2019: the figure stands. The log agrees."),
    ]
    of.since = "One of these figures has been revised since: see release 4."
    return of


def section(trend: Trend, briefing: Briefing, identifier: str = "") -> SimpleNamespace:
    identifier = identifier or trend.measure.slug
    rows = rows_of(trend)
    slug = trend.force.slug
    return SimpleNamespace(
        id=identifier,
        trend=trend,
        briefing=briefing,
        chart=chart_of(trend, f"chart-{identifier}"),
        rows=rows,
        markers=markers_of(rows),
        csv_url=f"/forces/{slug}/{trend.measure.slug}.csv",
        card_url=f"/forces/{slug}/{trend.measure.slug}/chart.png",
        card_image=f"https://figures.example/forces/{slug}/{trend.measure.slug}/chart.png",
        embed_url=f"https://figures.example/embed/{slug}/{trend.measure.slug}/",
        pinned_embed_url=f"/embed/{slug}/{trend.measure.slug}/3/",
        pinned_url=f"/releases/{trend.measure.slug}/3/forces/{slug}/",
        pinned_label="Release 3, June 2019",
        changes=["Nothing has been revised."],
        remarks=[],
        since="",
    )


FACTS = (("8,224", "offences in 2018/19"), ("22", "a day, on average"))
COVERED = ("40 of 44", "forces in England, Wales and Northern Ireland gave figures")
ANSWER = (
    Fact("Asked", "In the 2019 round, with 43 others"),
    Fact("Answered", "Figures for 2017/18 and 2018/19, published by June 2019"),
    Fact("Date, reference", "Not known", known=False),
)


def briefing(figure: str = "68", year: str = "2018/19", **more) -> Briefing:
    words = {
        "title": f"Northshire: {figure} online sexual offences against under-18s in {year}",
        "description": f"Northshire Constabulary recorded {figure} in {year}.",
        "figure": figure,
        "figure_year": year,
        "by": "Northshire Constabulary",
        "says": ("Up from 48 in 2017/18, though numbers this small can move this much by chance.",),
        "record_question": f"How does {figure} compare?",
        "record_answer": "It is the highest of the three years we have.",
        "record_detail": "We cannot call it a record: we do not have 2015/16.",
        "national_facts": (*FACTS, COVERED),
        "national_says": (
            "This is the charity’s own total for England and Wales, published in June 2019.",
        ),
        "answer": ANSWER,
        "quote": f"Northshire Constabulary recorded {figure} offences in {year}.",
        "quote_limits": "Please do not use a percentage or “record”.",
    }
    return Briefing(**{**words, **more})


ABSENT = Briefing(
    title="Glanfor: no yearly figure of offences",
    by="Glanfor Police",
    description="What is known of Glanfor.",
    absent=(
        "We have no yearly figure of offences for Glanfor.",
        "That does not mean zero. It does not mean the force refused.",
    ),
    effect_answer="Glanfor is not in the totals reported for 2018/19.",
    effect_detail="The total reported rests on 40 of 44 forces.",
    national_facts=(*FACTS, COVERED),
    national_says=("We cannot tell whether it includes Glanfor.",),
    answer=ANSWER,
    quote="The charity has no yearly figure of offences for Glanfor. That is neither "
    "zero nor a refusal.",
    quote_limits="Do not write “Glanfor refused”.",
)

NEXT = {
    "event": SimpleNamespace(slug="an-event", name="A conference"),
    "round": {"slug": "2019", "name": "2019", "detail": "Figures from 40 of the 44 forces asked"},
}
"""Where a reader of a force's page may go next."""


OTHER = SimpleNamespace(
    name="Sexual communication with a child",
    short="Sexual communication",
    url="/forces/northshire/sexual-communication/",
    is_current=False,
    figure="61",
    figure_year="2018/19",
)


def force_page(first: SimpleNamespace, *others: SimpleNamespace, **context) -> dict:
    current = SimpleNamespace(
        name="Online offences",
        short="All online offences",
        url="/forces/northshire/",
        is_current=True,
    )
    return {
        "force": first.trend.force,
        "section": first,
        "choices": [current, *others] if others else [],
        "others": others,
        "release": first.trend.release,
        **NEXT,
        "also": (),
        "pinned": False,
        "withdrawn_reason": "",
        "canonical": f"https://figures.example/forces/{first.trend.force.slug}/",
        **context,
    }


FORCE_PAGES = {
    "northshire": force_page(section(SMALL, briefing()), OTHER),
    "awkward": force_page(section(AWKWARD, briefing("68", "2019/20"))),
    "ten": force_page(
        section(TEN, briefing("1,234", "2019/20", asof="Nothing is known of 2020/21."))
    ),
    "five": force_page(section(FIVE, briefing("63", "2019/20"))),
    "ranges": force_page(section(RANGES, briefing("1 to 4", "2016/17"))),
    "one": force_page(section(trend_of(gap(2017), count(2018, 116)), briefing("116"))),
    "glanfor": force_page(section(trend_of(force=GLANFOR), ABSENT)),
    "no-answer": force_page(
        section(trend_of(old(2015, 116), gap(2018, "no_response"), force=GLANFOR), ABSENT)
    ),
    "pinned": force_page(section(SMALL, briefing()), pinned=True),
    "remarked": force_page(remarked(section(SMALL, briefing())), pinned=True),
    "withdrawn": force_page(section(SMALL, briefing()), withdrawn_reason="A year was misread."),
    "nothing": {"force": GLANFOR, "section": None, "choices": [], "others": [], "also": (), **NEXT},
}


def total(year: int, value: int, share: int, **more) -> SimpleNamespace:
    figure = Total(
        claim="total",
        year=Year(year),
        value=value,
        area="England and Wales",
        with_figures=more.pop("with_figures", 40),
        asked=more.pop("asked", 44),
        in_records=20,
        vintage="June 2019",
        source="Annual report",
        source_url="https://charity.example/report",
    )
    return SimpleNamespace(**vars(figure), share=share)


def _tiles() -> list[Force]:
    return [
        Force(
            slug=f"force-{n}",
            name=f"{area} Police",
            short_name=f"{area} Police",
            area=area,
            nation="England",
            region="The North" if n < 5 else "The South",
            tile_col=n % 8,
            tile_row=n // 4,
        )
        for n, area in enumerate(PLACES)
    ]


HOME = {
    "measure": MEASURE,
    "blocks": [
        NewestTotal(
            MEASURE,
            Newest(
                "10,391",
                Year(2019),
                ["Reported by all 46 forces asked in England, Wales and the Channel Islands."],
                vintage="June 2019",
                source="Annual report",
                source_url="https://charity.example/report",
            ),
        ),
        NewestTotal(Measure(slug="messages", name="Sexual communication with a child"), None),
    ],
    "kinds": [
        TileKind("has", 5, "the 2019/20 figure is here"),
        TileKind("not", 5, "no figure is here yet"),
    ],
    "tiles": [
        Tile(force, "has", "the 2019/20 figure is here")
        if n % 2
        else Tile(force, "not", "no figure is here yet")
        for n, force in enumerate(_tiles())
    ],
    "others": [GLANFOR],
    "round": "2019",
    "round_name": "2019",
    "newest_releases": [release()],
    "events": [
        SimpleNamespace(
            embargo_in_words="June 2019",
            name="A conference",
            slug="an-event",
            description="the charity’s yearly conference",
            campaign=SimpleNamespace(name="Safer Online"),
        )
    ],
}
EMPTY_HOME = {
    "measure": None,
    "blocks": [],
    "kinds": [],
    "tiles": [],
    "others": [],
    "round": "",
    "round_name": "",
    "newest_releases": [],
    "events": [],
}
FORCES = {
    "areas": [Area("Wales", (GLANFOR,))],
    "groups": [("The North", _tiles()[:5]), ("The South", _tiles()[5:])],
}

EVENT = SimpleNamespace(
    name="A conference", slug="an-event", notice="Demonstration. It was sent by nobody."
)
PRESS_INDEX = {
    "events": [
        SimpleNamespace(name="A conference", when="June 2019", url="/press/an-event/", count=2)
    ]
}
PRESS_EVENT = {
    "event": EVENT,
    "release": SimpleNamespace(
        measure=SimpleNamespace(slug="cyber-flagged"),
        number=3,
        public_in_words="June 2019",
        withdrawn_at=None,
    ),
    "when": "June 2019",
    "texts": [
        ("/press/an-event/northshire/", "Northshire"),
        ("/press/an-event/national/", "National"),
    ],
}


def block(kind: str, text: str = "", items: tuple = ()) -> SimpleNamespace:
    return SimpleNamespace(kind=kind, text=text, items=items)


def press_text(**more) -> dict:
    return {
        "text": SimpleNamespace(
            headline="Northshire: 68 online sex offences against children in a year",
            place="Northshire",
            notice="Demonstration. Made from made-up figures. It was sent by nobody.",
            event=EVENT,
        ),
        "blocks": [
            block("embargo", "Embargo: June 2019, now over"),
            block("headline", "Northshire: 68 online sex offences against children in a year"),
            block(
                "bullets", items=("Northshire recorded 68 in 2018/19", "Charity calls for a law")
            ),
            block("lead", "Northshire Constabulary recorded 68 online sexual offences."),
            block("paragraph", "Numbers this small can move this much by chance."),
            block("quote", "The quote goes here: approved once."),
            block("paragraph", "An offence is not a child."),
            block("ends", "ENDS"),
            block("heading", "Notes to editors"),
            block(
                "notes",
                items=(
                    SimpleNamespace(title="Source", text="Answers to FOI requests."),
                    SimpleNamespace(title="", text="Not official statistics."),
                ),
            ),
            block("heading", "Contact"),
            block("paragraph", "The press office\nNo address"),
        ],
        "draft": False,
        "embargo": "",
        "about": [("For", "Northshire", ""), ("Figures", "Release 3", "/forces/northshire/")],
        "withdrawn_reason": "",
        "revised": ["Northshire, 2018/19: 68 is now 71 (release 4). Two were counted twice."],
        **more,
    }


ABOUT = {"thresholds": Thresholds()}


def found(heading: str, *forces: Force, **more: object) -> dict:
    """The answer to a search that offers these forces."""
    lines = ["Online offences: 2017/18 and 2018/19", "No figure yet for messages"]
    figures = [] if "briefing" in more else lines
    return {
        **{"q": "North", "heading": heading, "lead": "Did you mean this?"},
        **{"further": "", "is_compared": False, "wants_list": False, "briefing": None},
        "is_short_of_figures": bool(forces and figures),
        "choices": [
            {"force": f, "title": f.area, "why": "Upton, Northshire", "figures": figures}
            for f in forces
        ],
        **more,
    }


def area_page(*figures: int | None) -> dict:
    """A region of two forces; the first has these figures, the newest of 2018/19."""
    cells = [Cell.missing("late") if n is None else Cell.count(n) for n in figures]
    years = [Year(2019 - len(cells) + n) for n in range(len(cells))]
    other = [Cell.count(40 + 9 * n) for n in range(len(cells) - 1)] + [Cell.missing("late")]
    series = {
        "force-1": Series(dict(zip(years, cells, strict=True))),
        "force-2": Series(dict(zip(years, other, strict=True))),
    }
    area = Area("North East", tuple(_tiles()[1:3]))
    printed = Total(
        claim="total",
        year=years[0],
        value=140,
        area="North East",
        vintage="May 2017",
        with_figures=2,
        asked=2,
        in_records=2,
        source="North Gazette",
        source_url="https://gazette.northshire.example/1",
    )
    briefing = brief_area(area.name, area.names, Panel(series, 2), MEASURE.phrase, [printed])
    trend = trend_of_area(area, release(), briefing.years)
    return {
        "area": area,
        "briefing": briefing,
        "years": [(each, "") for each in briefing.years],
        "breaks": (),
        "chart": chart_of(trend, "chart-area"),
        "choices": [],
        "measure": MEASURE,
        "release": release(),
        "canonical": "https://figures.example/areas/north-east/",
        "take": {
            "card_url": "/areas/north-east/cyber-flagged/chart.png",
            "card_image": "https://figures.example/areas/north-east/cyber-flagged/chart.png",
            "csv_url": "",
            "embed_url": "https://figures.example/embed/areas/north-east/cyber-flagged/",
            "pinned_embed_url": "/embed/areas/north-east/cyber-flagged/3/",
        },
    }


PAGES = {
    **{f"/forces/{slug}/": ("force.html", page) for slug, page in FORCE_PAGES.items()},
    "/": ("home.html", HOME),
    "/empty/": ("home.html", EMPTY_HOME),
    "/forces/": ("forces.html", FORCES),
    "/found/": ("found.html", found("North is in Northshire", NORTHSHIRE, briefing=briefing())),
    "/shared/": ("found.html", found("Two forces share NS1", NORTHSHIRE, GLANFOR)),
    "/guessed/": ("found.html", found("We do not know “Nrth”", NORTHSHIRE)),
    "/compared/": (
        "found.html",
        found("We do not put forces side by side", NORTHSHIRE, GLANFOR, is_compared=True),
    ),
    "/nowhere/": ("found.html", found("We do not know “Zzz”", wants_list=True)),
    "/press/": ("press_index.html", PRESS_INDEX),
    "/press-empty/": ("press_index.html", {"events": []}),
    "/press/an-event/": ("press_event.html", PRESS_EVENT),
    "/press/an-event/northshire/": ("press_text.html", press_text()),
    "/press/draft/northshire/": (
        "press_text.html",
        press_text(draft=True, embargo="Embargoed until 00:01 on 19 June 2019"),
    ),
    "/press/gone/northshire/": (
        "press_text.html",
        press_text(withdrawn_reason="A year was misread."),
    ),
    "/areas/north-east/": ("area.html", area_page(100, 150, 212)),
    "/areas/incomplete/": ("area.html", area_page(100, None, 212)),
    "/about/": ("about.html", ABOUT),
    "/about/ranking/": ("about/ranking.html", {}),
    "/404/": ("404.html", {}),
    "/500/": ("500.html", {}),
    "/400/": ("400.html", {}),
}
