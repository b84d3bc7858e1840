"""The send pack of an issued text: its words, Word file, local figures and their chart."""

import datetime as dt
from dataclasses import dataclass

from offences import exports
from offences.charts import chart_of
from offences.charts.card import Card, card_svg, picture_of
from offences.exports.archives import archive_of
from offences.models import Force, IssuedText, PracticeYear, PressBody, PressRelease
from offences.press.blocks import plain_text, word
from offences.press.facts import briefing_of
from offences.trends import Trend, released_trends
from offences.words import card as card_words
from offences.words import site

TYPES = {
    "txt": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "png": "image/png",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class LocalFigures:
    """One force's figures by year, and their chart as a picture with its words."""

    rows: tuple[exports.TrendRow, ...]
    csv: bytes
    picture: bytes
    alternative: str


def local_figures(text: IssuedText) -> LocalFigures | None:
    """The figures of a text about one force, as its release has them; else None."""
    if text.body_kind != PressBody.FORCE:
        return None
    force = Force.objects.filter(slug=text.body).first()
    (trend,) = released_trends(force, [text.release]) if force else (None,)
    if trend is None or not trend.points:
        return None
    card = _card_of(trend)
    return LocalFigures(
        rows=tuple(exports.rows_of(trend)),
        csv=exports.trend_csv(trend).encode(exports.READ_AS_UTF_8),
        picture=picture_of(card_svg(card, "chart")),
        alternative=f"{card.title}. {card.description}",
    )


def _card_of(trend: Trend) -> Card:
    briefing, release = briefing_of(trend), trend.release
    absent = bool(briefing.absent)
    sources = (point.source for point in reversed(trend.points))
    foot = (
        card_words.sources(sources, briefing.source),
        card_words.release(release.number, release.public_in_words),
        card_words.NOT_OFFICIAL,
        release.note,
    )
    return Card(
        area=trend.force.area,
        counted=card_words.counted(trend.measure.phrase, briefing.by),
        figure="" if absent else briefing.figure,
        when=briefing.figure_year,
        says=briefing.absent or briefing.says,
        chart=None if absent else chart_of(trend, "chart", briefing.change),
        foot=foot,
        banner=site.PRACTICE if PracticeYear.objects.exists() else "",
    )


def mark_of(text: IssuedText | PressRelease) -> str:
    """The address of a text, as its Word file has it: “conference/northshire”."""
    return f"{text.event.slug}/{text.body}"


def draft_file(text: PressRelease) -> bytes:
    """A draft as a Word file, to be edited and read in again."""
    embargo = site.embargo_line(text.event.embargo_in_words, over=False, issued=False)
    notice = text.event.notice
    return word(text.headline, text.text, embargo=embargo, notice=notice, mark=mark_of(text))


def text_of_mark(mark: str) -> PressRelease | None:
    """The text that a Word file names."""
    event, _, body = mark.partition("/")
    return PressRelease.objects.filter(event__slug=event, body=body).first()


def pack_of(text: IssuedText, now: dt.datetime) -> dict[str, bytes]:
    """The files of an issued text by their names; the same bytes until its embargo is over."""
    event, local = text.event, local_figures(text)
    over = event.embargo_at <= now
    embargo = site.embargo_line(event.embargo_in_words, over=over, issued=True)
    said = {"embargo": embargo, "notice": text.notice}
    name = f"{event.slug}-{text.body}"
    files = {
        f"{name}.txt": plain_text(text.headline, text.text, **said).encode(),
        f"{name}.docx": word(
            text.headline, text.text, **said, local=local, mark=mark_of(text), at=text.issued_at
        ),
    }
    if local:
        files |= {f"{name}.csv": local.csv, f"{name}.png": local.picture}
    return files


def zip_of(text: IssuedText, files: dict[str, bytes]) -> bytes:
    """All files of a pack in one; the same bytes for the same files."""
    return archive_of(files, text.issued_at)
