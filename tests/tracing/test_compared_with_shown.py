"""England’s number of a hidden part may be said to equal a shown number of the force, no other."""

from tests.tracing.test_gate_worlds import WORLDS, given_away

NATIONAL = WORLDS[0]["national"] | {"place": "England"}
WORLD = WORLDS[0] | {
    "facts": WORLDS[0]["facts"]
    | {
        "shares": {"platform": {"of": 140, "known": 118, "parts": {"Snapchat": 41, "Facebook": 31}}}
    },
    "shown": {**WORLDS[0]["shown"], "Snapchat": 41, "age 14": 31},
    "national": NATIONAL,
}
ORDINARY = [
    "Kik was used in 41 offences across England, as many as Snapchat in Harrowmere alone.",
    "In England 31 victims were nine, which happens to match the number on Facebook in Harrowmere.",
    "England had 31 victims aged nine, exactly as many as Harrowmere had 14-year-olds.",
]
TELLING = [
    "Kik was used in 41 offences across England, as many as in Harrowmere alone.",
    "Kik was used in 41 offences across England, as many as Facebook in Harrowmere.",
    "Kik was used in 41 offences elsewhere in England, as many as Snapchat in Harrowmere.",
    "Kik was used in 41 offences across England, as many as Snapchat in Harrowmere, where it had "
    "none.",
    "Kik was used in 41 offences across England, twice as many as Snapchat and Kik in Harrowmere.",
    "England had 31 victims aged nine, as many as Harrowmere had of its own.",
    "England had 31 victims aged nine, the same as Harrowmere’s number of that age.",
]


def test_it_tells_nothing_of_the_part_in_the_force():
    assert [text for text, found in given_away(WORLD, ORDINARY) if found] == []


def test_what_goes_on_to_the_part_in_the_force_is_stopped():
    assert [text for text, found in given_away(WORLD, TELLING) if not found] == []
