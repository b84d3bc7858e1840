"""The worked examples of the claim rules, each as published with them."""

import json
from pathlib import Path

import pytest

from offences.words.claims import answer

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['id']} {v['why']}")
def test_the_gate_allows_and_refuses_what_the_rules_say(vector):
    claims = answer(vector["facts"])["claims"]
    allowed = {(c["id"], c["subject"]): c for c in claims if c["verdict"] == "allowed"}
    for want in vector["allowed"]:
        claim = allowed[want["id"], want["subject"]]
        figures = want.get("figures", {})
        assert {key: claim["figures"].get(key) for key in figures} == figures
        for words in want.get("must_contain", []):
            assert words.lower() in claim["text"].lower()
        for words in want.get("must_not_contain", []):
            assert words.lower() not in claim["text"].lower()
    for want in vector["refused"]:
        hits = [s for id, s in allowed if id == want["id"] and want.get("subject", s) == s]
        assert not hits
    wanted = {(want["id"], want["subject"]) for want in vector["allowed"]}
    for id, subject in allowed:
        if id in vector.get("exact", ()):
            assert (id, subject) in wanted
