"""A text of ours that comes back as an edited Word document, as plain text again."""

from offences.intake.papers import EditedText
from offences.intake.papers.letters import WordLetter
from offences.refused import Refused
from offences.returns.formats.word_letters import open_letter
from offences.words import pack

MOST_TEXT = 50_000  # characters: a text of ours has five thousand
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PREFIXES = {"list bullet": "- ", "quote": "> ", "intense quote": "> "}


def read_edited(data: bytes) -> EditedText:
    """The words of a file: what was inserted is in them, what was deleted is not; both listed."""
    document = open_letter(data)
    styles = {each.style_id: (each.name or "").casefold() for each in document.styles}
    found = EditedText(mark=_mark(document.core_properties.keywords))
    letter, lines, number, begun = WordLetter(), list[str](), 0, ""
    for paragraph in document.element.body.iterchildren(f"{_W}p"):
        found.inserted += _tracked(paragraph, "ins", "t")
        found.deleted += _tracked(paragraph, "del", "delText")
        words = " ".join(f"{begun}{letter.text(paragraph)}".split())
        begun = ""
        if not words:
            continue
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            begun = f"{words} "  # the end of the paragraph was deleted: the next one goes on
            continue
        style = _style(paragraph, styles)
        if style in ("heading 1", "title") and not found.headline:
            found.headline = words
        elif style.startswith("heading") and words in (pack.FIGURES, pack.CHART):
            break  # what follows is no part of the text
        elif found.headline:
            number = number + 1 if style.startswith("list number") else 0
            prefix = f"{number}. " if number else _PREFIXES.get(style, "")
            lines.append(f"{prefix}{words}")
    if not found.headline:
        raise Refused(
            "No headline was found. Give the headline the style “Heading 1” in Word, save the file "
            "and upload it again."
        )
    found.text = _joined(lines)
    if len(found.text) > MOST_TEXT:
        raise Refused("The text of this file is longer than 50,000 characters.")
    found.comments = [each.text.strip() for each in document.comments if each.text.strip()]
    return found


def _mark(keywords: str) -> str:
    return keywords.removeprefix(pack.MARK) if keywords.startswith(pack.MARK) else ""


def _style(paragraph, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else styles.get(style.get(f"{_W}val", ""), "")
    if paragraph.find(f"{_W}pPr/{_W}numPr") is not None and not name.startswith("list number"):
        return "list bullet"
    return "list bullet" if name.startswith("list bullet") else name


def _tracked(paragraph, change: str, text: str) -> list[str]:
    changes = paragraph.iter(f"{_W}{change}")
    words = ["".join(part.text or "" for part in each.iter(f"{_W}{text}")) for each in changes]
    return [each.strip() for each in words if each.strip()]


def _joined(lines: list[str]) -> str:
    """The lines as blocks: the items of one list without a blank line between them."""
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        same = before[:2] == line[:2] == "- "
        text += ("\n" if same else "\n\n" if text else "") + line
    return f"{text}\n"
