import io
import json

import pytest
from django.core.management import CommandError, call_command

from offences.words.claims import answer

GOOD = {"place": "Kent", "measure": "offences", "latest": "2018/19", "series": {"2018/19": 68}}


def run(path):
    out = io.StringIO()
    call_command("claims", str(path), stdout=out)
    return json.loads(out.getvalue())


def test_one_document_in_is_one_out_and_a_list_a_list(tmp_path):
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(GOOD), encoding="utf-8")
    assert run(file) == answer(GOOD)
    file.write_text(json.dumps([GOOD, GOOD]), encoding="utf-8")
    assert run(file) == answer([GOOD, GOOD])


def test_a_dash_reads_the_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode())))
    assert run("-") == answer(GOOD)


@pytest.mark.parametrize("text", ["", "{", '{"place": "Kent"}', "[1]", '{"place": 3}'])
def test_what_is_no_facts_is_refused_with_a_sentence(tmp_path, text):
    file = tmp_path / "facts.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError) as error:
        run(file)
    assert str(error.value).endswith(".")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.json cannot be read"):
        run(tmp_path / "nowhere.json")
