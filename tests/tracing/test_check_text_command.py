import io
import json

import pytest
from django.core.management import CommandError, call_command

from offences.tracing.trace import answer

FACTS = {"place": "Kent", "measure": "offences", "latest": "2018/19", "series": {"2018/19": 68}}
TEXT = "A line.\r\nKent recorded 86 offences."
BOTH = {"facts": FACTS, "text": TEXT}


def run(*paths):
    out = io.StringIO()
    call_command("check_text", *map(str, paths), stdout=out)
    return json.loads(out.getvalue())


def typed(monkeypatch, text):
    """What stands on the standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.fixture
def files(tmp_path):
    facts, text = tmp_path / "facts.json", tmp_path / "text.txt"
    facts.write_text(json.dumps(FACTS), encoding="utf-8")
    text.write_bytes(TEXT.encode())
    return facts, text


def test_facts_and_a_text_are_answered_with_its_figures(files):
    (figure,) = run(*files)["figures"]
    assert (figure["text"], figure["verdict"], figure["suggestion"]) == ("86", "mismatch", "68")


def test_offsets_count_the_line_ends_of_the_file(files, monkeypatch):
    typed(monkeypatch, TEXT)
    for paths in (files, (files[0], "-")):
        (figure,) = run(*paths)["figures"]
        assert TEXT[figure["start"] : figure["end"]] == "86"


def test_a_list_needs_no_text_file_and_is_answered_with_a_list(monkeypatch):
    typed(monkeypatch, json.dumps([BOTH, BOTH]))
    assert run("-") == answer([BOTH, BOTH])


@pytest.mark.parametrize("document", ["", "{", "[1]", '{"facts": {}}', json.dumps([{"text": "x"}])])
def test_what_is_no_facts_and_text_is_refused_with_a_sentence(monkeypatch, document):
    typed(monkeypatch, document)
    with pytest.raises(CommandError) as error:
        run("-")
    assert str(error.value).endswith(".")


def test_facts_and_text_cannot_both_be_typed():
    with pytest.raises(CommandError, match=r"Only one of the two"):
        run("-", "-")


def test_a_text_that_is_not_there_or_not_utf_8_is_named(files, tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.txt cannot be read"):
        run(files[0], tmp_path / "nowhere.txt")
    files[1].write_bytes("café".encode("latin-1"))
    with pytest.raises(CommandError, match=r"text\.txt is not UTF-8"):
        run(*files)


def test_a_mistake_in_the_national_facts_is_told_as_theirs(monkeypatch):
    typed(monkeypatch, json.dumps({"facts": FACTS | {"national": {"place": 3}}, "text": "x"}))
    with pytest.raises(CommandError, match=r"^national: "):
        run("-")
