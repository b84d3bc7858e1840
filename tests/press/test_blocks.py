"""A release's plain text as a page lays it out."""

from offences.press.blocks import Note, ReleaseBlock, blocks


def test_each_part_of_a_text_is_the_block_its_marks_make_it():
    text = (
        "- One thing\n- Another\n\nThe lead\nover two lines.\n\nMore - of it.\n\n"
        "> “Her words,\n> over two lines,” she said.\n\nENDS\n\nNotes to editors\n\n"
        "1. Source. Answers. Of forces.\n2. Period. A year.\n\n10. No title\n\n"
        "Contact\n\nThe press office\n"
    )
    assert blocks(text) == [
        ReleaseBlock("bullets", "", ("One thing", "Another")),
        ReleaseBlock("lead", "The lead over two lines."),
        ReleaseBlock("paragraph", "More - of it."),
        ReleaseBlock("quote", "“Her words, over two lines,” she said."),
        ReleaseBlock("ends", "ENDS"),
        ReleaseBlock("heading", "Notes to editors"),
        ReleaseBlock(
            "notes",
            "",
            (
                Note("Source", "Answers. Of forces."),
                Note("Period", "A year."),
                Note("", "No title"),
            ),
        ),
        ReleaseBlock("heading", "Contact"),
        ReleaseBlock("paragraph", "The press office"),
    ]


def test_notes_at_the_end_of_a_text_are_one_list():
    assert blocks("1. A. B.\n\n2. C. D.") == [
        ReleaseBlock("notes", "", (Note("A", "B."), Note("C", "D.")))
    ]


def test_two_lists_of_notes_with_words_between_them_stay_two():
    assert blocks("1. A. B.\n\nHelp for your readers\n\n1. C. D.\n\n2. E. F.") == [
        ReleaseBlock("notes", "", (Note("A", "B."),)),
        ReleaseBlock("heading", "Help for your readers"),
        ReleaseBlock("notes", "", (Note("C", "D."), Note("E", "F."))),
    ]


def test_what_begins_like_a_list_and_goes_on_as_text_is_text():
    assert blocks("- One\nand no more\n\n1. A. B.\nC.") == [
        ReleaseBlock("lead", "- One and no more"),
        ReleaseBlock("paragraph", "1. A. B. C."),
    ]


def test_lines_ended_as_windows_ends_them_and_empty_ones_part_the_same():
    same = [ReleaseBlock("lead", "One."), ReleaseBlock("paragraph", "Two.")]
    for text in ("One.\n\nTwo.", "\r\n One. \r\n\r\n Two.\r\n", "One.\n \t\n\n\nTwo.\n"):
        assert blocks(text) == same
    assert blocks(" \n ") == []
