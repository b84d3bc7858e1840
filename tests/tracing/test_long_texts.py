"""A long text costs the gate of hidden numbers no more than a look at each line and number."""

from collections import Counter

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.hidden_numbers import orders, text_tables
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from offences.tracing.trace import trace
from tests.tracing.test_hidden_numbers import FACTS, NAMES, NATIONAL, part

HIDDEN = Hiding(frozenset({part("Facebook")}), {part("Snapchat"): frozenset({41})})


def test_each_line_is_parted_into_cells_once_for_each_way_to_part_them(monkeypatch):
    parted = Counter()
    cells = text_tables._cells

    def counting(text, line, separator):
        parted[line, separator] += 1
        return cells(text, line, separator)

    monkeypatch.setattr(text_tables, "_cells", counting)
    text = "\n".join(f"a line of words, and no {word}" for word in ["number", "cell"] * 200)
    assert [*text_tables.tables_in(text)] == []
    assert len(parted) >= 400 and set(parted.values()) == {1}


def test_a_table_in_a_long_text_is_found_where_it_begins():
    text = "Words, and words\n" * 50 + "| Kik | 3 |\n| Yubo | 4 |\n" + "Words, and words\n" * 50
    [table] = text_tables.tables_in(text)
    assert [text[slice(*cell)] for row in table.rows for cell in row] == ["Kik", "3", "Yubo", "4"]


def test_the_parts_of_a_sentence_are_compared_once_for_all_its_words_for_an_order(monkeypatch):
    compared = Counter()
    in_order = orders._in_order

    def counting(scene, hiding, limits, bounds):
        compared[bounds] += 1
        return in_order(scene, hiding, limits, bounds)

    monkeypatch.setattr(orders, "_in_order", counting)
    documents = [Evidence(read_facts(FACTS)), Evidence(read_facts(NATIONAL))]
    forces = [(lambda name: name == "Northshire", HIDDEN, True)]
    text = f"In Northshire {'Facebook = Snapchat < ' * 30}."
    assert [*disclosures(text, documents, forces, NAMES)]
    assert set(compared.values()) == {1}


def test_a_sentence_that_tells_forty_hidden_numbers_is_read_no_further():
    documents = [Evidence(read_facts(FACTS)), Evidence(read_facts(NATIONAL))]
    forces = [(lambda name: name == "Northshire", HIDDEN, True)]
    text = f"On Facebook there were {', '.join(map(str, range(1, 90)))} offences."
    found = [text[start:end] for start, end, _ in disclosures(text, documents, forces, NAMES)]
    assert "40" in found and "80" not in found


def test_a_long_rule_and_a_long_sentence_without_a_comma_come_to_an_end():
    """Patterns that could part each in very many ways once took longer than anybody waits."""
    ruled = f"The most\n{'-' * 2_000}\nThe worst {'a-' * 1_000}"
    assert not [f for f in trace(ruled, read_facts(FACTS)) if f.kind == "comparison"]
    spaced = f"Northshire recorded 75 offences{' ' * 5_000}in 2018/19."
    assert [f.verdict for f in trace(spaced, read_facts(FACTS)) if f.text == "75"]
    documents = [Evidence(read_facts(FACTS)), Evidence(read_facts(NATIONAL))]
    forces = [(lambda name: name == "Northshire", HIDDEN, True)]
    sentence = f"In our school the officers said that {'parents talk with children ' * 40}."
    assert not [*disclosures(sentence, documents, forces, NAMES)]
