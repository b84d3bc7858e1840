"""A release in an e-mail and in Word: the same words, in the same order."""

import io
import re

from docx import Document

from offences.press.blocks import plain_text, word

TEXT = (
    "- One bullet\n- Another\n\nNorthshire Police recorded 68.\n\nMore of it.\n\n"
    "> The quote goes here.\n\nENDS\n\nNotes to editors\n\n1. Source. Answers.\n\n"
    "2. Period. April to March.\n\nContact\n\nThe press office.\n"
)


def read(file: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(io.BytesIO(file)).paragraphs if p.text]


def test_the_e_mail_begins_with_the_embargo_and_the_headline():
    text = plain_text("Northshire: 68", TEXT, embargo="Embargoed until Friday", notice="A test.")
    assert text.startswith("A test.\n\nEmbargoed until Friday\n\nNorthshire: 68\n\n- One bullet")
    assert text.endswith("The press office.\n")


def test_word_has_real_headings_bullets_and_numbers():
    paragraphs = read(word("Northshire: 68", TEXT, embargo="Embargoed until Friday"))
    assert ("Normal", "Embargoed until Friday") in paragraphs
    assert ("Heading 1", "Northshire: 68") in paragraphs
    assert ("List Bullet", "One bullet") in paragraphs
    assert ("List Number", "Source. Answers.") in paragraphs
    assert ("Heading 2", "Notes to editors") in paragraphs
    assert ("Quote", "The quote goes here.") in paragraphs


def test_word_and_e_mail_say_the_same_in_the_same_order():
    plain = plain_text("Northshire: 68", TEXT, embargo="Until Friday")
    plain = re.sub(r"^(- |> |\d+\. )", "", plain, flags=re.M)
    shown = [text for _, text in read(word("Northshire: 68", TEXT, embargo="Until Friday"))]
    assert shown == [line for line in plain.splitlines() if line]


def test_word_names_nobody_as_its_author():
    document = Document(io.BytesIO(word("Headline", TEXT, embargo="")))
    assert document.core_properties.author == ""
